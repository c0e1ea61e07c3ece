/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* UTF-8: every row border of table 3-7 of the Unicode standard at every offset of a longer string,
   decoding and encoding of the border code points, NFC by examples of UAX 15. */

#include "unit.h"

#include "base/utf8.h"

typedef struct {
  const char* bytes;
  size_t      valid; ///< length if well-formed, 0 if not
} sequence;

static const sequence sequences[] = {
  {"\x7F", 1U},
  {"\x80", 0U},
  {"\xBF", 0U},
  {"\xC0\x80", 0U},
  {"\xC1\xBF", 0U},
  {"\xC2\x7F", 0U},
  {"\xC2\x80", 2U},
  {"\xC2\xC0", 0U},
  {"\xDF\xBF", 2U},
  {"\xDF", 0U},
  {"\xE0\x9F\xBF", 0U},
  {"\xE0\xA0\x80", 3U},
  {"\xE0\xBF\xBF", 3U},
  {"\xE0\xA0\x7F", 0U},
  {"\xE0\xA0\xC0", 0U},
  {"\xE0\xA0", 0U},
  {"\xE1\x80\x80", 3U},
  {"\xEC\xBF\xBF", 3U},
  {"\xE1\x7F\x80", 0U},
  {"\xEC\xC0\x80", 0U},
  {"\xED\x80\x80", 3U},
  {"\xED\x9F\xBF", 3U},
  {"\xED\xA0\x80", 0U}, // first surrogate
  {"\xED\xBF\xBF", 0U}, // last surrogate
  {"\xEE\x80\x80", 3U},
  {"\xEF\xBF\xBF", 3U},
  {"\xEF\xBF", 0U},
  {"\xF0\x8F\xBF\xBF", 0U},
  {"\xF0\x90\x80\x80", 4U},
  {"\xF0\xBF\xBF\xBF", 4U},
  {"\xF1\x80\x80\x80", 4U},
  {"\xF3\xBF\xBF\xBF", 4U},
  {"\xF1\x80\x80\x7F", 0U},
  {"\xF1\x80\xC0\x80", 0U},
  {"\xF1\x7F\x80\x80", 0U},
  {"\xF4\x80\x80\x80", 4U},
  {"\xF4\x8F\xBF\xBF", 4U},
  {"\xF4\x90\x80\x80", 0U},
  {"\xF4\x80\x80", 0U},
  {"\xF5\x80\x80\x80", 0U},
  {"\xFE", 0U},
  {"\xFF", 0U},
};

static void
table_3_7(void)
{
  for (size_t i = 0U; i < sizeof(sequences) / sizeof(sequences[0]); ++i) {
    const size_t n = strlen(sequences[i].bytes);
    for (size_t at = 0U; at <= 40U; ++at) {
      char text[48];
      memset(text, 'a', 40U);
      memmove(text + at + n, text + at, 40U - at);
      memcpy(text + at, sequences[i].bytes, n);
      const size_t whole    = 40U + n;
      const size_t expected = sequences[i].valid ? whole : at;
      CU_ASSERT_EQUAL(ln_utf8_valid((ln_view){text, whole}), expected);
      // Cut in the middle: what is left of a sequence is not well-formed
      for (size_t cut = 1U; cut < sequences[i].valid; ++cut) {
        CU_ASSERT_EQUAL(ln_utf8_valid((ln_view){text, at + cut}), at);
      }
    }
  }
}

static void
long_and_mixed(void)
{
  char text[1000];
  for (size_t i = 0U; i + 3U < sizeof(text); i += 3U) {
    memcpy(text + i, i % 2U ? "\xE2\x82\xAC" : "\xC3\xB8o", 3U);
  }
  CU_ASSERT_EQUAL(ln_utf8_valid((ln_view){text, 999U}), 999U);
  text[500] = (char)0xFF;
  CU_ASSERT(ln_utf8_valid((ln_view){text, 999U}) <= 500U);
  CU_ASSERT(ln_utf8_valid((ln_view){text, 999U}) >= 498U);
  CU_ASSERT_EQUAL(ln_utf8_valid((ln_view){NULL, 0U}), 0U);
  CU_ASSERT_EQUAL(ln_utf8_valid(LN_V("a\0b")), 3U);
}

static void
code_points(void)
{
  static const struct {
    uint32_t    code;
    const char* bytes;
  } cases[] = {
    {0x01U, "\x01"},
    {0x7FU, "\x7F"},
    {0x80U, "\xC2\x80"},
    {0x7FFU, "\xDF\xBF"},
    {0x800U, "\xE0\xA0\x80"},
    {0x20ACU, "\xE2\x82\xAC"},
    {0xD7FFU, "\xED\x9F\xBF"},
    {0xE000U, "\xEE\x80\x80"},
    {0xFFFFU, "\xEF\xBF\xBF"},
    {0x10000U, "\xF0\x90\x80\x80"},
    {0x1F600U, "\xF0\x9F\x98\x80"},
    {0x10FFFFU, "\xF4\x8F\xBF\xBF"},
  };
  for (size_t i = 0U; i < sizeof(cases) / sizeof(cases[0]); ++i) {
    char         bytes[4];
    const size_t n = ln_utf8_put(cases[i].code, bytes);
    CHECK_VIEW(((ln_view){bytes, n}), cases[i].bytes);
    size_t at = 0U;
    CU_ASSERT_EQUAL(ln_utf8_next((ln_view){bytes, n}, &at), cases[i].code);
    CU_ASSERT_EQUAL(at, n);
    CU_ASSERT_EQUAL(ln_utf8_count((ln_view){bytes, n}), 1U);
  }
  CU_ASSERT_EQUAL(ln_utf8_count(LN_V("Bj\xC3\xB6rk \xF0\x9F\x98\x80")), 7U);
  CU_ASSERT_EQUAL(ln_utf8_count((ln_view){NULL, 0U}), 0U);
}

static void
check_nfc(const ln_view v, const char* const expected)
{
  ln_text out = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_add_byte(&out, '>'), LN_OK);
  CU_ASSERT_EQUAL(ln_utf8_nfc(v, &out), LN_OK);
  CHECK_VIEW(ln_view_from(ln_text_view(&out), 1U), expected);
  ln_text_clear(&out);
}

static void
nfc(void)
{
  check_nfc((ln_view){NULL, 0U}, "");
  check_nfc(LN_V("plain"), "plain");
  check_nfc(LN_V("caf\xC3\xA9"), "caf\xC3\xA9");
  check_nfc(LN_V("cafe\xCC\x81"), "caf\xC3\xA9");
  // UAX 15: A ring, Angstrom sign and A with combining ring are one
  check_nfc(LN_V("\xE2\x84\xAB"), "\xC3\x85");
  check_nfc(LN_V("A\xCC\x8A"), "\xC3\x85");
  // s with dot below and dot above, marks in the wrong order
  check_nfc(LN_V("s\xCC\x87\xCC\xA3"), "\xE1\xB9\xA9");
  // Hangul: three jamo make one syllable
  check_nfc(LN_V("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"), "\xED\x95\x9C");
  // Compatibility characters stay: the ligature fi
  check_nfc(LN_V("\xEF\xAC\x81"), "\xEF\xAC\x81");
  // A composition that UAX 15 excludes: Hebrew shin with shin dot stays apart
  check_nfc(LN_V("\xEF\xAC\xAA"), "\xD7\xA9\xD7\x81");
}

static void
failing(void)
{
  ln_text out = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(ln_utf8_nfc(LN_V("cafe\xCC\x81"), &out), ln_text_clear(&out));
}

static const unit_test tests[] = {
  {"table 3-7 at every offset", table_3_7},
  {"long and mixed", long_and_mixed},
  {"code points", code_points},
  {"NFC", nfc},
  {"failing allocator", failing},
};

UNIT_MAIN("base/utf8", tests)
