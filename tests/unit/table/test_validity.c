/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   What cannot be written, and which blocks are proven free of it. */

#include "unit.h"

#include "table/validity.h"

#include <stdbool.h>

static void
test_fault(void)
{
  const struct {
    ln_view text;
    size_t  at;
  } cases[] = {
    {LN_V(""), 0U},
    {LN_V("abc"), 3U},
    {LN_V("a\0b"), 1U},
    {LN_V("\xC3\xA9"), 2U},
    {LN_V("a\xC3"), 1U},
    {LN_V("\xED\xA0\x80"), 0U},
    {LN_V("\xEF\xBB\xBF"), 3U},              /* U+FEFF */
    {LN_V("x\xEF\xBF\xBD\xEF\xBF\xBE"), 4U}, /* U+FFFD U+FFFE */
    {LN_V("\xEF\xBC\x8C\xEF\xBF\xBF"), 3U},  /* U+FF0C U+FFFF */
    {LN_V("\xF0\x9F\xBF\xBE"), 4U},          /* U+1FFFE, which is allowed */
    {LN_V("\xEF\xBF\xBE\0"), 0U},
    {LN_V("\0\xEF\xBF\xBE"), 0U},
  };
  for (size_t i = 0U; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    CU_ASSERT_EQUAL(ln_validity_fault(cases[i].text), cases[i].at);
  }
}

/* U+FEFF can be written as an escape only. */
static void
test_marked(void)
{
  CU_ASSERT_TRUE(ln_validity_marked(LN_V("\xEF\xBB\xBF")));
  CU_ASSERT_TRUE(ln_validity_marked(LN_V("\xEF\xBC\x8C\xEF\xBB\xBFx")));
  CU_ASSERT_FALSE(ln_validity_marked(LN_V("")));
  CU_ASSERT_FALSE(ln_validity_marked(LN_V("\xEF\xBC\x8C\xEF\xBF\xBD")));
  CU_ASSERT_FALSE(ln_validity_marked(LN_V("\xEF\xBB")));
}

enum { BLOCKS = 4, BYTES = BLOCKS * LN_SCAN_SIZE };

/* Bit i: block i is not proven. */
static unsigned
unproven(const char* const s, const size_t n)
{
  ln_scan  scans[BLOCKS] = {0};
  unsigned left          = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const unsigned char c   = (unsigned char)s[i];
    const bool          odd = c == 0U || c >= 0x80U;
    scans[i / (size_t)LN_SCAN_SIZE].odd |= (uint64_t)odd << (i % (size_t)LN_SCAN_SIZE);
  }
  ln_validity_prove((ln_view){s, n}, scans, (n + LN_SCAN_SIZE - 1U) / LN_SCAN_SIZE);
  for (size_t i = 0U; i < (size_t)BLOCKS; ++i) {
    left |= scans[i].odd ? 1U << i : 0U;
  }
  return left;
}

static unsigned
unproven_with(const size_t at, const char* const text)
{
  char s[BYTES + 4];
  memset(s, 'x', sizeof(s));
  memcpy(s + at, text, strlen(text));
  return unproven(s, BYTES);
}

static void
test_prove(void)
{
  CU_ASSERT_EQUAL(unproven_with(0U, ""), 0U);
  CU_ASSERT_EQUAL(unproven_with(70U, "\xC3\xA9"), 0U);
  CU_ASSERT_EQUAL(unproven_with(63U, "\xC3\xA9"), 0U);
  CU_ASSERT_EQUAL(unproven_with(70U, "\xE9"), 2U);
  CU_ASSERT_EQUAL(unproven_with(63U, "\xC3"), 1U);
  CU_ASSERT_EQUAL(unproven_with(191U, "\xEF\xBF\xBF"), 12U);
  CU_ASSERT_EQUAL(unproven_with(70U, "\xEF\xBF\xBE"), 2U);
  CU_ASSERT_EQUAL(unproven_with(191U, "\xEF\xBF\xBD"), 0U);
}

/* A text may begin and end within a character: only the blocks at its ends stay in doubt. */
static void
test_cut(void)
{
  char s[BYTES + 4];
  for (size_t i = 0U; i < sizeof(s); ++i) {
    s[i] = "\xE2\x82\xAC"[i % 3U];
  }
  for (size_t skip = 0U; skip < 3U; ++skip) {
    for (size_t n = 130U; n < 136U; ++n) {
      const unsigned first = skip > 0U ? 1U : 0U;
      const unsigned last  = (skip + n) % 3U != 0U ? 4U : 0U;
      CU_ASSERT_EQUAL(unproven(s + skip, n), first | last);
    }
  }
  CU_ASSERT_EQUAL(unproven("\x82\xAC\0\0", 2U), 1U);
  CU_ASSERT_EQUAL(unproven("\x82\x82\x82\x82\0\0", 4U), 1U);
  CU_ASSERT_EQUAL(unproven("\xF0\x9F\x98\x80\0\0", 3U), 1U);
  CU_ASSERT_EQUAL(unproven("\xF0\x9F\x98\x80\0\0", 4U), 0U);
}

/* Every sequence of four bytes, where the bytes are those at the borders of table 3-7, against the
   check of base/utf8.h. */
static void
test_borders(void)
{
  static const unsigned char bytes[] = {0x01, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBD, 0xBE,
                                        0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
                                        0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFF};
  enum { N = sizeof(bytes) };
  size_t wrong = 0U;
  for (size_t i = 0U; i < (size_t)N * N * N * N; ++i) {
    const unsigned char s[8] = {
      bytes[i % N], bytes[i / N % N], bytes[i / N / N % N], bytes[i / N / N / N], 'x', 'x', 'x'};
    const ln_view text   = {(const char*)s, 4U};
    const bool    proven = unproven(text.s, text.n) == 0U;
    wrong += proven != (ln_validity_fault(text) == text.n);
  }
  CU_ASSERT_EQUAL(wrong, 0U);
}

static const unit_test tests[] = {
  {"fault", test_fault},
  {"marked", test_marked},
  {"prove", test_prove},
  {"cut text", test_cut},
  {"borders", test_borders},
};

UNIT_MAIN("validity", tests)
