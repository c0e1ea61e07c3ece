/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* gzip and zstd, unpacked piece by piece. Both formats are sequences: of members, of frames. What
   matters is to know whether the input may end here, so `between` says that everything so far was
   complete; an end anywhere else is a truncated file and must not pass for a short table. Behind a
   gzip member zero bytes are padding (tapes, tar), anything else that is no member is damage. */

#include "base/unpack.h"

#include "base/memory.h"

#define ZLIB_CONST // zlib never writes to its input
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <limits.h>
#include <stdint.h>

struct ln_unpacker {
  ln_packed   kind;
  bool        between; ///< a member or frame is complete, none has begun
  z_stream    gzip;
  ZSTD_DCtx*  zstd;
  const char* error;
};

ln_packed
ln_packed_kind(const ln_view first)
{
  const unsigned char* const s = (const unsigned char*)first.s;
  if (first.n >= 2U && s[0] == 0x1FU && s[1] == 0x8BU) {
    return LN_PACKED_GZIP;
  }
  if (first.n >= 4U && s[0] == 0x28U && s[1] == 0xB5U && s[2] == 0x2FU && s[3] == 0xFDU) {
    return LN_PACKED_ZSTD;
  }
  // Skippable frames, with which some writers begin
  if (first.n >= 4U && (s[0] & 0xF0U) == 0x50U && s[1] == 0x2AU && s[2] == 0x4DU && s[3] == 0x18U) {
    return LN_PACKED_ZSTD;
  }
  return LN_PACKED_NOT;
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

/** 15: the largest window; 16 more: the gzip wrapper. */
enum { GZIP_WINDOW = 15 + 16 };

ln_status
ln_unpacker_new(const ln_packed kind, ln_unpacker** const unpacker)
{
  ln_unpacker* const u = ln_alloc_zero(1U, sizeof(*u));
  if (!u) {
    return LN_NO_MEM;
  }
  u->error = "";
  bool ok  = false;
  if (kind == LN_PACKED_GZIP) {
    u->gzip.zalloc = zlib_alloc;
    u->gzip.zfree  = zlib_free;
    ok             = inflateInit2(&u->gzip, GZIP_WINDOW) == Z_OK;
  } else {
    u->zstd = ZSTD_createDCtx();
    ok      = u->zstd != NULL;
  }
  if (!ok) {
    ln_free(u);
    return LN_NO_MEM;
  }
  u->kind   = kind;
  *unpacker = u;
  return LN_OK;
}

void
ln_unpacker_free(ln_unpacker* const u)
{
  if (u) {
    if (u->kind == LN_PACKED_GZIP) {
      (void)inflateEnd(&u->gzip); // only says whether the stream was at its end
    } else {
      (void)ZSTD_freeDCtx(u->zstd);
    }
    ln_free(u);
  }
}

static ln_status
fail(ln_unpacker* const u, const char* const error)
{
  u->error = error;
  return LN_IO;
}

/** Between members: pass over zeros, and let the next member begin. */
static ln_status
next_member(ln_unpacker* const u, ln_view* const input)
{
  while (input->n > 0U && input->s[0] == '\0') {
    *input = ln_view_from(*input, 1U);
  }
  if (input->n == 0U) {
    return LN_OK;
  }
  if ((unsigned char)input->s[0] != 0x1FU) {
    return fail(u, "there is something else behind the end of the gzip data");
  }
  if (inflateReset(&u->gzip) != Z_OK) {
    return fail(u, "the gzip data cannot be unpacked");
  }
  u->between = false;
  return LN_OK;
}

static ln_status
read_gzip(ln_unpacker* const u,
          ln_view* const     input,
          char* const        buffer,
          const size_t       size,
          size_t* const      got)
{
  if (u->between) {
    LN_TRY(next_member(u, input));
    if (u->between) {
      return LN_OK;
    }
  }
  const unsigned available = input->n < UINT_MAX ? (unsigned)input->n : UINT_MAX;
  const unsigned room      = size < UINT_MAX ? (unsigned)size : UINT_MAX;
  u->gzip.next_in          = (const Bytef*)input->s;
  u->gzip.avail_in         = available;
  u->gzip.next_out         = (Bytef*)buffer;
  u->gzip.avail_out        = room;

  const int result = inflate(&u->gzip, Z_NO_FLUSH);
  *input           = ln_view_from(*input, available - u->gzip.avail_in);
  *got             = room - u->gzip.avail_out;
  switch (result) {
  case Z_STREAM_END:
    u->between = true;
    return LN_OK;
  case Z_OK:
  case Z_BUF_ERROR: // no input left: not an error yet
    return LN_OK;
  case Z_MEM_ERROR:
    return LN_NO_MEM;
  default:
    return fail(u, "the gzip data is damaged");
  }
}

static ln_status
read_zstd(ln_unpacker* const u,
          ln_view* const     input,
          char* const        buffer,
          const size_t       size,
          size_t* const      got)
{
  ZSTD_inBuffer  in     = {input->s, input->n, 0U};
  ZSTD_outBuffer out    = {buffer, size, 0U};
  const size_t   result = ZSTD_decompressStream(u->zstd, &out, &in);
  *input                = ln_view_from(*input, in.pos);
  *got                  = out.pos;
  if (ZSTD_isError(result)) {
    const ZSTD_ErrorCode code = ZSTD_getErrorCode(result);
    if (code == ZSTD_error_memory_allocation) {
      return LN_NO_MEM;
    }
    return fail(u,
                code == ZSTD_error_frameParameter_windowTooLarge
                  ? "the zstd data was packed with too large a window (--long)"
                  : "the zstd data is damaged");
  }
  if (in.pos > 0U || out.pos > 0U) {
    u->between = result == 0U; // a frame is complete and all of it was handed out
  }
  return LN_OK;
}

ln_status
ln_unpacker_read(ln_unpacker* const u,
                 ln_view* const     input,
                 const bool         last,
                 char* const        buffer,
                 const size_t       size,
                 size_t* const      got)
{
  *got = 0U;
  // A member may be empty, so one step can end without a byte although input is left
  for (;;) {
    const size_t before = input->n;
    LN_TRY(u->kind == LN_PACKED_GZIP ? read_gzip(u, input, buffer, size, got)
                                     : read_zstd(u, input, buffer, size, got));
    if (*got > 0U) {
      return LN_OK;
    }
    if (input->n == before || input->n == 0U) {
      break;
    }
  }
  if (input->n > 0U) {
    return fail(u, "the packed data cannot be unpacked");
  }
  if (!last) {
    return LN_OK;
  }
  return u->between ? LN_END : fail(u, "the packed data ends too early: the file is truncated");
}

const char*
ln_unpacker_error(const ln_unpacker* const u)
{
  return u->error;
}
