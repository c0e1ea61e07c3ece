/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Number formats: section 6.4.2 of the model for tabular data, and number patterns of UAX 35. */

#include "unit.h"

#include "rdf/number_format.h"

typedef struct {
  const char* pattern;
  const char* cell;
  const char* lexical; ///< NULL: refused
} row;

static void
check_rows(const row* const  rows,
           const size_t      n,
           const char* const decimal,
           const char* const group)
{
  ln_text text = {NULL, 0U, 0U};
  for (size_t i = 0U; i < n; ++i) {
    ln_number_format format  = {.decimal_char = ln_view_of(decimal),
                                .group_char   = ln_view_of(group)};
    const char*      problem = NULL;
    ln_text_reset(&text);
    CU_ASSERT_TRUE(ln_number_format_parse(ln_view_of(rows[i].pattern), &format, &problem));
    const ln_status status =
      ln_number_format_read(&format, ln_view_of(rows[i].cell), &text, &problem);
    if ((status == LN_OK) != (rows[i].lexical != NULL)) {
      (void)fprintf(stderr, "%s %s\n", rows[i].pattern, rows[i].cell);
    }
    CU_ASSERT_EQUAL(status, rows[i].lexical ? LN_OK : LN_END);
    CU_ASSERT_EQUAL(problem != NULL, status == LN_END);
    if (rows[i].lexical) {
      CHECK_VIEW(ln_text_view(&text), rows[i].lexical);
    }
  }
  ln_text_clear(&text);
}

static void
patterns(void)
{
  static const row ROWS[] = {
    {"0", "1", "1"},
    {"0", "12", "12"},
    {"0", "-12", "-12"},
    {"0", "1.5", NULL},
    {"0", "", NULL},
    {"#", "0", "0"},
    {"#", "", NULL},
    {"##0", "1234", "1234"},
    {"##0", "1,234", NULL},
    {"##0", "123.4", NULL},
    {"000", "12", NULL},
    {"000", "012", "012"},
    {"#,##0.##", "1,234.5", "1234.5"},
    {"#,##0.##", "1,234,567.25", "1234567.25"},
    {"#,##0.##", "1234", NULL},
    {"#,##0.##", "12,34", NULL},
    {"#,##0.##", ",234", NULL},
    {"#,##0.##", "1,,234", NULL},
    {"#,##0.##", "1,234,", NULL},
    {"#,##0.##", "1.", NULL},
    {"#,##0.##", "1.234", NULL},
    {"#,##0.##", "999", "999"},
    {"#,#00", "1", NULL},
    {"#,#00", "12", "12"},
    {"#,#00", "1,234,567", "1234567"},
    {"#,##,#00", "12,34,567", "1234567"},
    {"#,##,#00", "1,234,567", NULL},
    {"#,##,#00", "12,34", NULL},
    {"#,#0,000", "1,234", "1234"},
    {"#,#0,000", "234", NULL},
    {"0,00,000", "1,23,456", "123456"},
    {"0,00,000", "12,345", NULL},
    {"#0.0#", "1", NULL},
    {"#0.0#", "1.2", "1.2"},
    {"#0.0#", "1.234", NULL},
    {"#.0", ".5", ".5"},
    {"#.0", "10.1", "10.1"},
    {"#0.0#,#", "12.34,5", "12.345"},
    {"#0.0#,#", "12.34", "12.34"},
    {"#0.0#,#", "12.345", NULL},
    {"#0.0#,#", "12.3,4", NULL},
    {"0.0E0", "1.2E5", "1.2E5"},
    {"0.0E0", "1.2e-5", "1.2E-5"},
    {"0.0E0", "12.3E5", NULL},
    {"0.0E0", "1.2", NULL},
    {"0.0E00", "1.2E5", NULL},
    {"0.0E+00", "1.2E+05", "1.2E+05"},
    {"0.0E+00", "1.2E05", NULL},
    {"0.0", "1.2E5", NULL},
    {"0%", "25%", "0.25"},
    {"0%", "-25%", "-0.25"},
    {"0%", "25", NULL},
    {"0", "25%", NULL},
    {"0.##%", "1.50%", "0.015"},
    {"0\xE2\x80\xB0", "25\xE2\x80\xB0", "0.025"},
    {"0\xE2\x80\xB0", "25%", NULL},
    {"%0", "%25", "0.25"},
    {"+0", "+5", "+5"},
    {"+0", "5", NULL},
    {"+0", "-5", "-5"},
    {"-0", "-5", "-5"},
    {"-0", "5", NULL},
    {"0.0", "NaN", NULL},
  };
  check_rows(ROWS, sizeof(ROWS) / sizeof(ROWS[0]), "", "");
}

static void
other_characters(void)
{
  static const row GERMAN[] = {
    {"#.##0,00", "1.234,50", "1234.50"},
    {"#.##0,00", "1,234.50", NULL},
    {"", "1.234,50", "1234.50"},
    {"", "1,5", "1.5"},
  };
  check_rows(GERMAN, 4U, ",", ".");
  static const row NARROW[] = {
    {"",
     "1\xE2\x80\xAF"
     "234\xE2\x80\xAF"
     "567",
     "1234567"},
  };
  check_rows(NARROW, 1U, "", "\xE2\x80\xAF");
}

static void
without_pattern(void)
{
  static const row ROWS[] = {
    {"", "123,456.789", "123456.789"},
    {"", "1,2,3", "123"},
    {"", "1,,2", NULL},
    {"", ",1", NULL},
    {"", "1,", NULL},
    {"", ".5", NULL},
    {"", "5.", NULL},
    {"", "123456.789%", "1234.56789"},
    {"", "123456.789\xE2\x80\xB0", "123.456789"},
    {"", "-25%", "-0.25"},
    {"", "100%", "1"},
    {"", "0%", "0"},
    {"", "5\xE2\x80\xB0", "0.005"},
    {"", "1000%", "10"},
    {"", "1E6", "1E6"},
    {"", "1E6%", NULL},
    {"", "1E", NULL},
    {"", "NaN", "NaN"},
    {"", "INF", "INF"},
    {"", "-INF", "-INF"},
    {"", "+1", "+1"},
    {"", "1 ", NULL},
    {"", "abc", NULL},
    {"", "", NULL},
    {"", "123456.789F10", NULL},
  };
  check_rows(ROWS, sizeof(ROWS) / sizeof(ROWS[0]), "", ",");
}

static void
bad_patterns(void)
{
  static const char* const BAD[] = {"[",
                                    "0#",
                                    "#0.#0",
                                    "0.",
                                    ",0",
                                    "0,",
                                    "0,,0",
                                    ".",
                                    "E0",
                                    "0E",
                                    "0E+",
                                    "abc",
                                    "0.0.0",
                                    "0%%",
                                    "0E0%",
                                    "+",
                                    "#0.0#,",
                                    "0 0",
                                    "%"};
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    ln_number_format format  = {0};
    const char*      problem = NULL;
    CU_ASSERT_FALSE(ln_number_format_parse(ln_view_of(BAD[i]), &format, &problem));
    CU_ASSERT_PTR_NOT_NULL(problem);
  }
}

static ln_status
read_one(ln_text* const text)
{
  ln_number_format format  = {0};
  const char*      problem = NULL;
  return ln_number_format_parse(LN_V("#,##0.00%"), &format, &problem)
           ? ln_number_format_read(&format, LN_V("-1,234.50%"), text, &problem)
           : LN_USAGE;
}

static void
out_of_memory(void)
{
  ln_text text = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(read_one(&text), ln_text_clear(&text));
}

static const unit_test TESTS[] = {
  {"patterns", patterns},
  {"other characters", other_characters},
  {"without a pattern", without_pattern},
  {"bad patterns", bad_patterns},
  {"out of memory", out_of_memory},
};

UNIT_MAIN("number_format", TESTS)
