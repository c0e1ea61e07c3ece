/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Numbers: what is one, and exact comparison. */

#include "unit.h"

#include "rdf/number.h"

static void
lexical_forms(void)
{
  static const char* const GOOD[] = {"0",
                                     "-0",
                                     "+5",
                                     "1.5",
                                     ".5",
                                     "5.",
                                     "1e5",
                                     "1E-5",
                                     "INF",
                                     "-INF",
                                     "+INF",
                                     "NaN",
                                     "00.0",
                                     "1.e+3",
                                     "1e999999999999"};
  static const char* const BAD[]  = {"",
                                     ".",
                                     "+",
                                     "e5",
                                     "1e",
                                     "1e+",
                                     "1 ",
                                     " 1",
                                     "1,5",
                                     "0x1",
                                     "inf",
                                     "-NaN",
                                     "1.5.",
                                     "--1",
                                     "1e5.0",
                                     "Infinity",
                                     "1f",
                                     "½",
                                     "INF1"};
  ln_number                number = {0};
  for (size_t i = 0U; i < sizeof(GOOD) / sizeof(GOOD[0]); ++i) {
    CU_ASSERT_TRUE(ln_number_parse(ln_view_of(GOOD[i]), &number));
  }
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    CU_ASSERT_FALSE(ln_number_parse(ln_view_of(BAD[i]), &number));
  }
  CU_ASSERT_FALSE(ln_number_parse((ln_view){NULL, 0U}, &number));
}

static void
comparison(void)
{
  // In ascending order; a new row for each new value, equal values in one row.
  static const char* const ROWS[][4] = {
    {"-INF"},
    {"-1e400"},
    {"-10", "-1e1", "-10.00"},
    {"-9.99"},
    {"-1"},
    {"-0.001", "-1e-3"},
    {"0", "-0", "0.000", "0e99"},
    {"1e-999999999"},
    {"0.1", ".1", "1E-1"},
    {"1", "1.0", "+01", "100e-2"},
    {"1.000000000000000000001"},
    {"9", "9."},
    {"10"},
    {"9007199254740992"},
    {"9007199254740993", "9007199254740993.0"},
    {"123456789012345678901234567890"},
    {"1e400"},
    {"INF", "+INF"},
  };
  enum { N = sizeof(ROWS) / sizeof(ROWS[0]) };
  for (size_t i = 0U; i < N * 4U; ++i) {
    for (size_t k = 0U; k < N * 4U; ++k) {
      const char* const a = ROWS[i / 4U][i % 4U];
      const char* const b = ROWS[k / 4U][k % 4U];
      ln_number         x = {0};
      ln_number         y = {0};
      if (a && b) {
        CU_ASSERT_TRUE(ln_number_parse(ln_view_of(a), &x) && ln_number_parse(ln_view_of(b), &y));
        const int expected = (i / 4U > k / 4U) - (i / 4U < k / 4U);
        CU_ASSERT_EQUAL(ln_number_compare(&x, &y), expected);
      }
    }
  }
}

static void
whole(void)
{
  ln_number number = {0};
  CU_ASSERT_TRUE(ln_number_parse(LN_V("5.00"), &number) && ln_number_whole(&number));
  CU_ASSERT_TRUE(ln_number_parse(LN_V("5.01"), &number) && !ln_number_whole(&number));
  CU_ASSERT_TRUE(ln_number_parse(LN_V("5e1"), &number) && !ln_number_whole(&number));
  CU_ASSERT_TRUE(ln_number_parse(LN_V("INF"), &number) && !ln_number_whole(&number));
}

static const unit_test TESTS[] = {
  {"lexical forms", lexical_forms},
  {"comparison", comparison},
  {"whole numbers", whole},
};

UNIT_MAIN("number", TESTS)
