/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Normal forms as code points, also where the result is far longer than the input. */

#include "unit.h"

#include "base/normal.h"

static void
check(const ln_view v, const ln_normal form, const int32_t* const expected, const size_t n)
{
  ln_codes codes = {NULL, 0U};
  CU_ASSERT_EQUAL_FATAL(ln_normal_codes(v, form, &codes), LN_OK);
  CU_ASSERT_EQUAL_FATAL(codes.n, n);
  for (size_t i = 0U; i < n; ++i) {
    CU_ASSERT_EQUAL(codes.s[i], expected[i]);
  }
  ln_free(codes.s);
}

static void
forms(void)
{
  const int32_t composed[]   = {0xC9};
  const int32_t decomposed[] = {'E', 0x301};
  const int32_t folded[]     = {'e', 0x301};
  check(LN_V("\xC3\x89"), LN_NORMAL_NFC, composed, 1U);
  check(LN_V("E\xCC\x81"), LN_NORMAL_NFC, composed, 1U);
  check(LN_V("\xC3\x89"), LN_NORMAL_NFKD, decomposed, 2U);
  check(LN_V("\xC3\x89"), LN_NORMAL_NFKD_FOLD, folded, 2U);
  const int32_t ss[] = {'s', 's'};
  check(LN_V("\xC3\x9F"), LN_NORMAL_NFKD_FOLD, ss, 2U);
  // Soft hyphen and zero width space are not seen, so they do not count
  const int32_t ab[] = {'a', 'b'};
  check(LN_V("a\xC2\xAD\xE2\x80\x8B"
             "b"),
        LN_NORMAL_NFKD,
        ab,
        2U);
  check((ln_view){NULL, 0U}, LN_NORMAL_NFKD, ab, 0U);
}

static void
longer_than_guessed(void)
{
  // U+FDFA has the longest decomposition of all: 18 code points from three bytes
  char text[300];
  for (size_t i = 0U; i < sizeof(text); i += 3U) {
    memcpy(text + i, "\xEF\xB7\xBA", 3U);
  }
  ln_codes codes = {NULL, 0U};
  CU_ASSERT_EQUAL_FATAL(ln_normal_codes((ln_view){text, sizeof(text)}, LN_NORMAL_NFKD, &codes),
                        LN_OK);
  CU_ASSERT_EQUAL_FATAL(codes.n, 1800U);
  CU_ASSERT_EQUAL(codes.s[0], 0x635);
  CU_ASSERT_EQUAL(codes.s[1799], 0x645);
  ln_free(codes.s);
  CHECK_ALLOC_FAILURES(
    ln_normal_codes((ln_view){text, sizeof(text)}, LN_NORMAL_NFKD, &codes),
    if (st_ == LN_OK) { ln_free(codes.s); });
}

static void
not_utf8(void)
{
  ln_codes codes = {NULL, 0U};
  CU_ASSERT_EQUAL(ln_normal_codes(LN_V("a\xFF"), LN_NORMAL_NFKD, &codes), LN_USAGE);
  CU_ASSERT_PTR_NULL(codes.s);
}

static void
spacing_accents(void)
{
  int32_t        acute[] = {'O', ' ', 0x301, 'H', ' '};
  const ln_codes codes   = {acute, 5U};
  CU_ASSERT_FALSE(ln_is_spacing_accent(&codes, 0U));
  CU_ASSERT_TRUE(ln_is_spacing_accent(&codes, 1U));
  CU_ASSERT_FALSE(ln_is_spacing_accent(&codes, 2U));
  CU_ASSERT_FALSE(ln_is_spacing_accent(&codes, 4U));
}

static void
ascii(void)
{
  CU_ASSERT_TRUE(ln_is_ascii((ln_view){NULL, 0U}));
  CU_ASSERT_TRUE(ln_is_ascii(LN_V("a\x7F\0z")));
  CU_ASSERT_FALSE(ln_is_ascii(LN_V("a\x80")));
}

static const unit_test tests[] = {
  {"forms", forms},
  {"longer than guessed", longer_than_guessed},
  {"not UTF-8", not_utf8},
  {"spacing accents", spacing_accents},
  {"ASCII", ascii},
};

UNIT_MAIN("base/normal", tests)
