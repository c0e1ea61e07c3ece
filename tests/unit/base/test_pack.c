/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Packing: what comes out is unpacked by the libraries directly, whatever the pieces were; the same
   bytes always give the same bytes. */

#include "unit.h"

#include "base/pack.h"
#include "base/text.h"

#include <zlib.h>
#include <zstd.h>

#include <stdint.h>

enum { SIZE = 300000 };

static ln_status
collect(void* const self, const ln_view bytes)
{
  return ln_text_add(self, bytes);
}

static ln_status
refuse(void* const self, const ln_view bytes)
{
  (void)self;
  return bytes.n > 0U ? LN_IO : LN_OK;
}

/** Bytes that do not pack well, so that the packed ones fill more than one buffer. */
static void
scramble(char* const bytes)
{
  uint32_t random = 1U;
  for (size_t i = 0U; i < SIZE; ++i) {
    random   = (random * 1664525U) + 1013904223U;
    bytes[i] = (char)(random >> 24U);
  }
}

static ln_status
pack(const ln_pack how, const ln_view bytes, const size_t piece, ln_text* const out)
{
  ln_packer* packer = NULL;
  LN_TRY(ln_packer_new(how, &packer));
  ln_status st = LN_OK;
  for (size_t at = 0U; at < bytes.n && st == LN_OK; at += piece) {
    st = ln_packer_add(packer, ln_view_first(ln_view_from(bytes, at), piece), false, collect, out);
  }
  if (st == LN_OK) {
    st = ln_packer_add(packer, (ln_view){NULL, 0U}, true, collect, out);
  }
  ln_packer_free(packer);
  return st;
}

/** Length after unpacking into `out`, by the library alone. */
static size_t
unpack(const ln_pack how, ln_text* const packed, char* const out)
{
  if (how == LN_PACK_ZSTD) {
    return ZSTD_decompress(out, SIZE + 1U, packed->s, packed->n);
  }
  z_stream z;
  memset(&z, 0, sizeof(z));
  z.next_in   = (Bytef*)packed->s;
  z.avail_in  = (unsigned)packed->n;
  z.next_out  = (Bytef*)out;
  z.avail_out = SIZE + 1U;
  CU_ASSERT_EQUAL(inflateInit2(&z, 31), Z_OK);
  CU_ASSERT_EQUAL(inflate(&z, Z_FINISH), Z_STREAM_END);
  CU_ASSERT_EQUAL(z.avail_in, 0U); // one member, nothing behind
  CU_ASSERT_EQUAL(inflateEnd(&z), Z_OK);
  return z.total_out;
}

static void
check(const ln_pack how, const ln_view bytes, const size_t piece)
{
  ln_text     packed = {NULL, 0U, 0U};
  char* const again  = malloc(SIZE + 1U);
  CU_ASSERT_PTR_NOT_NULL_FATAL(again);
  CU_ASSERT_EQUAL_FATAL(pack(how, bytes, piece, &packed), LN_OK);
  CU_ASSERT_EQUAL(unpack(how, &packed, again), bytes.n);
  CU_ASSERT(bytes.n == 0U || memcmp(again, bytes.s, bytes.n) == 0);
  free(again);
  ln_text_clear(&packed);
}

static void
there_and_back(void)
{
  static char bytes[SIZE];
  scramble(bytes);
  const ln_pack hows[] = {LN_PACK_GZIP, LN_PACK_ZSTD};
  for (size_t i = 0U; i < 2U; ++i) {
    check(hows[i], (ln_view){NULL, 0U}, 1U);
    check(hows[i], LN_V("hello\n"), 1U);
    check(hows[i], (ln_view){bytes, SIZE}, SIZE);
    check(hows[i], (ln_view){bytes, SIZE}, 1000U);
  }
  memset(bytes, 'a', SIZE);
  check(LN_PACK_GZIP, (ln_view){bytes, SIZE}, 70000U);
  check(LN_PACK_ZSTD, (ln_view){bytes, SIZE}, 70000U);
}

static void
pieces_cost_nothing(void)
{
  // 300 pieces of one letter: flushing after each would cost some bytes every time
  static char   bytes[SIZE];
  const ln_pack hows[] = {LN_PACK_GZIP, LN_PACK_ZSTD};
  memset(bytes, 'a', SIZE);
  for (size_t i = 0U; i < 2U; ++i) {
    ln_text packed = {NULL, 0U, 0U};
    CU_ASSERT_EQUAL(pack(hows[i], (ln_view){bytes, SIZE}, 1000U, &packed), LN_OK);
    CU_ASSERT(packed.n < 1000U);
    ln_text_clear(&packed);
  }
}

static void
last_piece_with_bytes(void)
{
  const ln_pack hows[] = {LN_PACK_GZIP, LN_PACK_ZSTD};
  for (size_t i = 0U; i < 2U; ++i) {
    static char again[SIZE + 1];
    ln_packer*  packer = NULL;
    ln_text     packed = {NULL, 0U, 0U};
    CU_ASSERT_EQUAL_FATAL(ln_packer_new(hows[i], &packer), LN_OK);
    CU_ASSERT_EQUAL(ln_packer_add(packer, LN_V("hel"), false, collect, &packed), LN_OK);
    CU_ASSERT_EQUAL(ln_packer_add(packer, LN_V("lo"), true, collect, &packed), LN_OK);
    ln_packer_free(packer);
    CU_ASSERT_EQUAL_FATAL(unpack(hows[i], &packed, again), 5U);
    CU_ASSERT_EQUAL(memcmp(again, "hello", 5U), 0);
    ln_text_clear(&packed);
  }
}

static void
header_without_time(void)
{
  ln_text packed = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL_FATAL(pack(LN_PACK_GZIP, LN_V("hello\n"), 6U, &packed), LN_OK);
  CU_ASSERT_FATAL(packed.n > 10U);
  // RFC 1952: magic, deflate, no flags, no time
  CU_ASSERT_EQUAL(memcmp(packed.s, "\x1f\x8b\x08\0\0\0\0\0", 8U), 0);
  ln_text_clear(&packed);
}

static void
names(void)
{
  CU_ASSERT_EQUAL(ln_pack_of("out.nt.gz", LN_PACK_BY_NAME), LN_PACK_GZIP);
  CU_ASSERT_EQUAL(ln_pack_of("out.nt.zst", LN_PACK_BY_NAME), LN_PACK_ZSTD);
  CU_ASSERT_EQUAL(ln_pack_of("out.nt", LN_PACK_BY_NAME), LN_PACK_NONE);
  CU_ASSERT_EQUAL(ln_pack_of("-", LN_PACK_BY_NAME), LN_PACK_NONE);
  CU_ASSERT_EQUAL(ln_pack_of("out.gz", LN_PACK_NONE), LN_PACK_NONE);
  CU_ASSERT_EQUAL(ln_pack_of("-", LN_PACK_ZSTD), LN_PACK_ZSTD);
}

static void
refused(void)
{
  const ln_pack hows[] = {LN_PACK_GZIP, LN_PACK_ZSTD};
  for (size_t i = 0U; i < 2U; ++i) {
    ln_packer* packer = NULL;
    CU_ASSERT_EQUAL_FATAL(ln_packer_new(hows[i], &packer), LN_OK);
    CU_ASSERT_EQUAL(ln_packer_add(packer, LN_V("hello"), true, refuse, NULL), LN_IO);
    ln_packer_free(packer);
  }
  ln_packer_free(NULL);
}

static void
failing(void)
{
  ln_text packed = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(pack(LN_PACK_GZIP, LN_V("hello"), 5U, &packed), ln_text_clear(&packed));
  CHECK_ALLOC_FAILURES(pack(LN_PACK_ZSTD, LN_V("hello"), 5U, &packed), ln_text_clear(&packed));
}

static void
endings(void)
{
  static const struct {
    const char* path;
    const char* endings;
    bool        is;
  } cases[] = {{"a.ttl", ".ttl", true},
               {"a.ttl.gz", ".nt .ttl", true},
               {"a.nt.zst", ".nt .ttl", true},
               {"a.nt.gz.gz", ".nt", false},
               {"a.ntx", ".nt .ttl", false},
               {"nt", ".nt", false},
               {"a.gz", ".gz", false},
               {"a.nt", "", false},
               {"", ".nt", false},
               {"a", " .nt  ", false}};
  for (size_t i = 0U; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    CU_ASSERT_EQUAL(ln_pack_ends(ln_view_of(cases[i].path), ln_view_of(cases[i].endings)),
                    cases[i].is);
  }
}

static const unit_test tests[] = {
  {"there and back", there_and_back},
  {"pieces cost nothing", pieces_cost_nothing},
  {"last piece with bytes", last_piece_with_bytes},
  {"header without time", header_without_time},
  {"names", names},
  {"endings", endings},
  {"refused", refused},
  {"failing allocator", failing},
};

UNIT_MAIN("base/pack", tests)
