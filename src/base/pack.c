/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* gzip and zstd, packed piece by piece into a buffer that is handed on when full. Levels are those
   the tools use by default; zstd adds its checksum, as its tool does. The gzip header is zlib's
   own, with no time in it, so that the same run gives the same bytes. */

#include "base/pack.h"

#include "base/memory.h"

#define ZLIB_CONST // zlib never writes to its input
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <limits.h>
#include <string.h>

enum { PACKED_SIZE = 1 << 16, GZIP_LEVEL = 6, GZIP_WINDOW = 15 + 16, GZIP_MEMORY = 8 };

struct ln_packer {
  ln_pack    pack;
  z_stream   gzip;
  ZSTD_CCtx* zstd;
  char       packed[PACKED_SIZE];
};

ln_pack
ln_pack_of(const char* const path, const ln_pack pack)
{
  if (pack != LN_PACK_BY_NAME) {
    return pack;
  }
  const ln_view name = ln_view_of(path);
  if (ln_view_ends(name, LN_V(".gz"))) {
    return LN_PACK_GZIP;
  }
  return ln_view_ends(name, LN_V(".zst")) ? LN_PACK_ZSTD : LN_PACK_NONE;
}

/* The path without what packs it. */
static ln_view
unpacked(const ln_view path)
{
  if (ln_view_ends(path, LN_V(".gz"))) {
    return ln_view_first(path, path.n - 3U);
  }
  return ln_view_first(path, path.n - (ln_view_ends(path, LN_V(".zst")) ? 4U : 0U));
}

bool
ln_pack_ends(const ln_view path, const ln_view endings)
{
  const ln_view name = unpacked(path);
  for (ln_view rest = endings; rest.n > 0U;) {
    const size_t  blank  = ln_view_find(rest, ' ');
    const ln_view ending = ln_view_first(rest, blank);
    if (ending.n > 0U && ln_view_ends(name, ending)) {
      return true;
    }
    rest = ln_view_from(rest, blank + 1U);
  }
  return false;
}

static void*
zlib_alloc(void* const self, const unsigned count, const unsigned size)
{
  (void)self;
  return ln_alloc_zero(count, size);
}

static void
zlib_free(void* const self, void* const block)
{
  (void)self;
  ln_free(block);
}

static bool
gzip_init(ln_packer* const p)
{
  p->gzip.zalloc = zlib_alloc;
  p->gzip.zfree  = zlib_free;
  return deflateInit2(
           &p->gzip, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY, Z_DEFAULT_STRATEGY) == Z_OK;
}

static bool
zstd_init(ln_packer* const p)
{
  p->zstd = ZSTD_createCCtx();
  return p->zstd && !ZSTD_isError(ZSTD_CCtx_setParameter(p->zstd, ZSTD_c_checksumFlag, 1));
}

ln_status
ln_packer_new(const ln_pack pack, ln_packer** const packer)
{
  ln_packer* const p = ln_alloc(sizeof(*p));
  if (!p) {
    return LN_NO_MEM;
  }
  p->pack = pack;
  p->zstd = NULL;
  memset(&p->gzip, 0, sizeof(p->gzip));
  if (!(pack == LN_PACK_GZIP ? gzip_init(p) : zstd_init(p))) {
    (void)ZSTD_freeCCtx(p->zstd);
    ln_free(p);
    return LN_NO_MEM;
  }
  *packer = p;
  return LN_OK;
}

void
ln_packer_free(ln_packer* const p)
{
  if (p) {
    if (p->pack == LN_PACK_GZIP) {
      (void)deflateEnd(&p->gzip); // only says whether data was given up
    }
    (void)ZSTD_freeCCtx(p->zstd); // NULL is allowed, and nothing can fail
    ln_free(p);
  }
}

static ln_status
add_gzip(ln_packer* const    p,
         const ln_view       bytes,
         const bool          last,
         const ln_packed_put put,
         void* const         self)
{
  ln_view left   = bytes;
  int     result = Z_OK;
  bool    done   = false;
  while (!done) {
    const unsigned piece = left.n < UINT_MAX ? (unsigned)left.n : UINT_MAX;
    const bool     end   = last && piece == left.n;
    p->gzip.next_in      = (const Bytef*)left.s;
    p->gzip.avail_in     = piece;
    p->gzip.next_out     = (Bytef*)p->packed;
    p->gzip.avail_out    = PACKED_SIZE;
    result               = deflate(&p->gzip, end ? Z_FINISH : Z_NO_FLUSH);
    if (result == Z_STREAM_ERROR) {
      return LN_IO;
    }
    left = ln_view_from(left, piece - p->gzip.avail_in);
    LN_TRY(put(self, (ln_view){p->packed, PACKED_SIZE - p->gzip.avail_out}));
    done = last ? result == Z_STREAM_END : left.n == 0U && p->gzip.avail_out > 0U;
  }
  return LN_OK;
}

static ln_status
add_zstd(ln_packer* const    p,
         const ln_view       bytes,
         const bool          last,
         const ln_packed_put put,
         void* const         self)
{
  ZSTD_inBuffer in   = {bytes.s, bytes.n, 0U};
  bool          done = false;
  while (!done) {
    ZSTD_outBuffer out = {p->packed, PACKED_SIZE, 0U};
    const size_t   result =
      ZSTD_compressStream2(p->zstd, &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
    if (ZSTD_isError(result)) {
      return ZSTD_getErrorCode(result) == ZSTD_error_memory_allocation ? LN_NO_MEM : LN_IO;
    }
    LN_TRY(put(self, (ln_view){p->packed, out.pos}));
    done = last ? result == 0U : in.pos == in.size;
  }
  return LN_OK;
}

ln_status
ln_packer_add(ln_packer* const    p,
              const ln_view       bytes,
              const bool          last,
              const ln_packed_put put,
              void* const         self)
{
  return p->pack == LN_PACK_GZIP ? add_gzip(p, bytes, last, put, self)
                                 : add_zstd(p, bytes, last, put, self);
}
