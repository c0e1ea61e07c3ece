/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Unpacking what the tools packed, in pieces of every size, cut at every byte, damaged at every
   byte: either the right bytes come out or LN_IO, never a shorter text that looks whole. */

#include "unit.h"

#include "packed.h"

#include "base/unpack.h"

/** Unpack with pieces of `in_size` bytes into pieces of `out_size`; what came out is in `text`. */
static ln_status
unpack(const ln_view  packed,
       const size_t   in_size,
       const size_t   out_size,
       ln_view* const text,
       char*          buffer)
{
  ln_unpacker* u = NULL;
  LN_TRY(ln_unpacker_new(ln_packed_kind(packed), &u));
  size_t    given = 0U;
  ln_view   piece = {packed.s, 0U};
  size_t    n     = 0U;
  ln_status st    = LN_OK;
  while (st == LN_OK && n + out_size <= 2048U) {
    size_t got = 0U;
    st         = ln_unpacker_read(u, &piece, given == packed.n, buffer + n, out_size, &got);
    n += got;
    if (st == LN_OK && got == 0U) {
      // It asks for more, so what it had must be used up
      if (piece.n > 0U || given == packed.n) {
        st = LN_USAGE;
        break;
      }
      const size_t more = packed.n - given < in_size ? packed.n - given : in_size;
      piece             = (ln_view){packed.s + given, more};
      given += more;
    }
  }
  if (st == LN_IO) {
    CU_ASSERT(strlen(ln_unpacker_error(u)) > 0U);
  }
  ln_unpacker_free(u);
  *text = (ln_view){buffer, n};
  return st;
}

static void
check(const ln_view packed, const char* const expected)
{
  static const size_t sizes[] = {1U, 2U, 3U, 5U, 7U, 64U, 2000U};
  char                buffer[2048];
  for (size_t i = 0U; i < sizeof(sizes) / sizeof(sizes[0]); ++i) {
    for (size_t k = 0U; k < sizeof(sizes) / sizeof(sizes[0]); ++k) {
      ln_view text = {NULL, 0U};
      CU_ASSERT_EQUAL(unpack(packed, sizes[i], sizes[k], &text, buffer), LN_END);
      CHECK_VIEW(text, expected);
    }
  }
}

static void
kinds(void)
{
  CU_ASSERT_EQUAL(ln_packed_kind(LN_V(GZIP_HELLO)), LN_PACKED_GZIP);
  CU_ASSERT_EQUAL(ln_packed_kind(LN_V("\x1f\x8b")), LN_PACKED_GZIP);
  CU_ASSERT_EQUAL(ln_packed_kind(LN_V("\x1f")), LN_PACKED_NOT);
  CU_ASSERT_EQUAL(ln_packed_kind(LN_V(ZSTD_HELLO)), LN_PACKED_ZSTD);
  CU_ASSERT_EQUAL(ln_packed_kind(LN_V(ZSTD_SKIPPED)), LN_PACKED_ZSTD);
  CU_ASSERT_EQUAL(ln_packed_kind(LN_V("\x28\xb5\x2f")), LN_PACKED_NOT);
  CU_ASSERT_EQUAL(ln_packed_kind(LN_V("name,born\n")), LN_PACKED_NOT);
  CU_ASSERT_EQUAL(ln_packed_kind((ln_view){NULL, 0U}), LN_PACKED_NOT);
}

static void
one(void)
{
  check(LN_V(GZIP_HELLO), "hello\n");
  check(LN_V(ZSTD_HELLO), "hello\n");
  check(LN_V(GZIP_NOTHING), "");
}

static void
several(void)
{
  check(LN_V(GZIP_HELLO GZIP_WORLD), "hello\nworld\n");
  check(LN_V(GZIP_NOTHING GZIP_HELLO GZIP_NOTHING GZIP_NOTHING GZIP_WORLD GZIP_NOTHING),
        "hello\nworld\n");
  check(LN_V(ZSTD_HELLO ZSTD_WORLD ZSTD_HELLO), "hello\nworld\nhello\n");
  check(LN_V(ZSTD_SKIPPED ZSTD_HELLO ZSTD_SKIPPED), "hello\n");
}

static void
padding(void)
{
  check(LN_V(GZIP_HELLO "\0\0\0"), "hello\n");
  check(LN_V(GZIP_HELLO "\0" GZIP_WORLD), "hello\nworld\n");
}

static void
check_cuts(const ln_view packed, const size_t complete, const size_t from)
{
  char buffer[2048];
  for (size_t n = from; n < packed.n; ++n) {
    ln_view         text = {NULL, 0U};
    const ln_status st   = unpack(ln_view_first(packed, n), 4U, 64U, &text, buffer);
    CU_ASSERT_EQUAL(st, n == complete ? LN_END : LN_IO);
  }
}

static void
truncated(void)
{
  check_cuts(LN_V(GZIP_HELLO GZIP_WORLD), sizeof(GZIP_HELLO) - 1U, 2U);
  check_cuts(LN_V(ZSTD_HELLO ZSTD_WORLD), sizeof(ZSTD_HELLO) - 1U, 4U);
}

static void
damaged(void)
{
  char buffer[2048];
  char packed[64];
  // gzip: all but the header's time, extra flags and system, which nothing checks
  for (size_t i = 10U; i < sizeof(GZIP_HELLO) - 1U; ++i) {
    ln_view text = {NULL, 0U};
    memcpy(packed, GZIP_HELLO, sizeof(GZIP_HELLO));
    packed[i] = (char)(packed[i] ^ 0x55);
    CU_ASSERT_EQUAL(unpack((ln_view){packed, sizeof(GZIP_HELLO) - 1U}, 64U, 64U, &text, buffer),
                    LN_IO);
  }
  for (size_t i = 9U; i < sizeof(ZSTD_HELLO) - 1U; ++i) {
    ln_view text = {NULL, 0U};
    memcpy(packed, ZSTD_HELLO, sizeof(ZSTD_HELLO));
    packed[i] = (char)(packed[i] ^ 0x55);
    CU_ASSERT_EQUAL(unpack((ln_view){packed, sizeof(ZSTD_HELLO) - 1U}, 64U, 64U, &text, buffer),
                    LN_IO);
  }
}

static void
something_behind(void)
{
  char    buffer[2048];
  ln_view text = {NULL, 0U};
  CU_ASSERT_EQUAL(unpack(LN_V(GZIP_HELLO "plain"), 64U, 64U, &text, buffer), LN_IO);
  CU_ASSERT_EQUAL(unpack(LN_V(GZIP_HELLO "\x1fx"), 64U, 64U, &text, buffer), LN_IO);
  CU_ASSERT_EQUAL(unpack(LN_V(ZSTD_HELLO "plain"), 64U, 64U, &text, buffer), LN_IO);
}

static ln_status
unpack_hello(void)
{
  char    buffer[2048];
  ln_view text = {NULL, 0U};
  // A history longer than a piece of output is what makes zlib allocate its window
  const ln_status st = unpack(LN_V(GZIP_HELLO GZIP_WORLD), 64U, 3U, &text, buffer);
  return st == LN_END ? LN_OK : st;
}

static void
failing(void)
{
  CHECK_ALLOC_FAILURES(unpack_hello(), (void)0);
  ln_unpacker* u = NULL;
  CHECK_ALLOC_FAILURES(
    ln_unpacker_new(LN_PACKED_ZSTD, &u), if (st_ == LN_OK) { ln_unpacker_free(u); });
  ln_unpacker_free(NULL);
}

static const unit_test tests[] = {
  {"kinds", kinds},
  {"one", one},
  {"several", several},
  {"padding", padding},
  {"truncated", truncated},
  {"damaged", damaged},
  {"something behind", something_behind},
  {"failing allocator", failing},
};

UNIT_MAIN("base/unpack", tests)
