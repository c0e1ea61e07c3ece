/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Parsing cells: "Model for Tabular Data and Metadata on the Web", section 6.4. */

#include "unit.h"

#include "rdf/datatype.h"

/** A cell of a datatype without facets. */
typedef struct {
  const char* base;
  const char* format;
  const char* cell;
  int         result; ///< ln_value_result
  const char* text;   ///< the lexical form, or the problem
} row;

/** As ln_datatype_parse; the result as a number. */
static int
parse(const ln_datatype* const datatype,
      const ln_view            cell,
      ln_text* const           scratch,
      ln_view* const           lexical,
      ln_view* const           problem)
{
  const ln_value_result result = ln_datatype_parse(datatype, cell, scratch, lexical, problem);
  return (int)result;
}

static void
check_row(const row* const r)
{
  ln_arena               arena    = {0};
  ln_text                scratch  = {NULL, 0U, 0U};
  const ln_datatype*     datatype = NULL;
  ln_view                lexical  = {NULL, 0U};
  ln_view                problem  = {NULL, 0U};
  const ln_datatype_spec spec     = {.base = ln_view_of(r->base), .format = ln_view_of(r->format)};
  CU_ASSERT_EQUAL_FATAL(ln_datatype_new(&arena, &spec, &datatype, &scratch), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add(&scratch, LN_V("before")), LN_OK);
  const ln_view cell   = ln_view_of(r->cell);
  const int     result = parse(datatype, cell, &scratch, &lexical, &problem);
  if (result != r->result) {
    (void)fprintf(
      stderr, "%s \"%s\": %d %.*s\n", r->base, r->cell, result, (int)problem.n, problem.s);
  }
  CU_ASSERT_EQUAL(result, r->result);
  CHECK_VIEW(result == LN_VALUE_BAD ? problem : lexical, r->text);
  if (result == LN_VALUE_OK && strcmp(r->cell, r->text) == 0) {
    CU_ASSERT_PTR_EQUAL(lexical.s, cell.s); // borrowed
  }
  CHECK_VIEW(ln_view_first(ln_text_view(&scratch), 6U), "before");
  ln_datatype_clear(datatype);
  ln_text_clear(&scratch);
  ln_arena_clear(&arena);
}

enum { OK = LN_VALUE_OK, MENDED = LN_VALUE_MENDED, BAD = LN_VALUE_BAD };

static void
numbers(void)
{
  static const row ROWS[] = {
    {"integer", "", "9007199254740993", OK, "9007199254740993"},
    {"integer", "", "-5", OK, "-5"},
    {"integer", "", "+5", OK, "+5"},
    {"integer", "", "5.0", BAD, "an integer has no decimal point"},
    {"integer", "", "5e1", BAD, "an integer has no exponent"},
    {"integer", "", "INF", BAD, "INF and NaN are floating-point numbers only"},
    {"integer", "", "1,234", BAD, "it is not a number"},
    {"integer", "", "", BAD, "it is not a number"},
    {"integer", "#,##0", "1,234", OK, "1234"},
    {"integer", "#,##0", "1234", BAD, "its digits are not grouped as the format demands"},
    {"integer", "0%", "150%", BAD, "an integer has no decimal point"},
    {"integer", "0%", "200%", OK, "2"},
    {"byte", "", "128", BAD, "it must be at most 127"},
    {"unsignedByte", "", "-1", BAD, "it must be at least 0"},
    {"decimal", "", "10.10", OK, "10.10"},
    {"decimal", "", "1e5", BAD, "a decimal number has no exponent"},
    {"decimal", "", "NaN", BAD, "INF and NaN are floating-point numbers only"},
    {"decimal", "#0.0", "10.10", BAD, "it has too many digits behind the point"},
    {"decimal", "0%", "25%", OK, "0.25"},
    {"double", "", "10.10e1", OK, "10.10e1"},
    {"double", "", "NaN", OK, "NaN"},
    {"double", "", "-INF", OK, "-INF"},
    {"number", "", "1z", BAD, "it is not a number"},
    {"double", "0.0E0", "1.5E3", OK, "1.5E3"},
    {"float", "", "1e400", OK, "1e400"},
  };
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    check_row(&ROWS[i]);
  }
}

static void
dates(void)
{
  static const row ROWS[] = {
    {"date", "", "1969-12-31", OK, "1969-12-31"},
    {"date", "", "1964-13-01", BAD, "the month must be 01 to 12"},
    {"date", "", "2023-02-29", BAD, "February 2023 has 28 days"},
    {"date", "", "1900-02-29", BAD, "February 1900 has 28 days"},
    {"date", "", "2023-04-31", BAD, "April 2023 has 30 days"},
    {"date", "M/d/yyyy", "10/18/2010", OK, "2010-10-18"},
    {"date", "M/d/yyyy", "6/2/2010", OK, "2010-06-02"},
    {"date", "M/d/yyyy", "2/29/2023", BAD, "February 2023 has 28 days"},
    {"date", "M/d/yyyy", "13/1/2023", BAD, "the month must be 01 to 12"},
    {"date", "M/d/yyyy", "2010-10-18", BAD, "it does not follow the format"},
    {"date", "yyyy-MM-dd", "2010-10-18", OK, "2010-10-18"},
    {"time", "HH:mm", "15:02", OK, "15:02:00"},
    {"dateTime", "d-M-yyyy HHmm X", "15-3-2015 1502 Z", OK, "2015-03-15T15:02:00Z"},
    {"dateTime", "d-M-yyyy HHmm", "15-3-2015  1502", OK, "2015-03-15T15:02:00"},
    {"dateTime",
     "yyyy-MM-dd HH:mm:ss.SSS",
     "2015-03-15\t15:02:01.125",
     OK,
     "2015-03-15T15:02:01.125"},
    {"datetime", "", "2015-03-15T15:02:00", OK, "2015-03-15T15:02:00"},
    {"dateTimeStamp", "", "2015-03-15T15:02:00", BAD, "the time zone is missing"},
    {"gYear", "", "1969", OK, "1969"},
    {"gYear", "", "69", BAD, "the year needs four digits"},
    {"gYearMonth", "", "1969-12", OK, "1969-12"},
    {"gMonthDay", "", "--02-30", BAD, "February has 29 days at most"},
    {"gDay", "", "---31", OK, "---31"},
    {"gMonth", "", "--12", OK, "--12"},
    {"duration", "", "P1Y2M3DT4H5M6S", OK, "P1Y2M3DT4H5M6S"},
    {"duration", "", "Foo", BAD, "it must begin with P"},
    {"duration", "^-?P.*$", "PT130S", OK, "PT130S"},
    {"duration", "^.$", "PT130S", BAD, "it does not match"},
    {"dayTimeDuration",
     "",
     "P1Y",
     BAD,
     "a number must be followed by Y, M, D, or behind T by H, M, S, in this order"},
    {"yearMonthDuration", "", "P0Y20M", OK, "P0Y20M"},
    {"edtf", "", "1988~", OK, "1988~"},
    {"edtf", "", "c. 1988", MENDED, "1988~"},
    {"edtf", "", "31 December 1969", MENDED, "1969-12-31"},
    {"edtf", "", "03/04/1970", BAD, "the year needs four digits"},
    {"edtf", "", "1964-13-01", BAD, "the month must be 01 to 12"},
    {"edtf", "", "2023-02-29", BAD, "February 2023 has 28 days"},
  };
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    check_row(&ROWS[i]);
  }
}

static void
texts(void)
{
  static const row ROWS[] = {
    {"string", "", " a\n b ", OK, " a\n b "},
    {"string", "", "", OK, ""},
    {"string", "[Aa]+", "AaA", OK, "AaA"},
    {"string", "[Aa]+", "AaB", BAD, "it does not match"},
    {"normalizedString", "", " a\n b ", OK, " a  b "},
    {"token", "", " a\n b ", OK, "a b"},
    {"token", "", "a b", OK, "a b"},
    {"token", "", "  ", OK, ""},
    {"language", "", "en-GB", OK, "en-GB"},
    {"language",
     "",
     "english!",
     BAD,
     "a language tag has parts of 1 to 8 letters or digits with hyphens between, the first of "
     "letters"},
    {"NMTOKEN", "", "foobar", OK, "foobar"},
    {"NMTOKEN", "", "foo bar", BAD, "it contains a character that no XML name has"},
    {"Name", "", "1a", BAD, "a name must begin with a letter or an underscore"},
    {"QName", "", "dc:title", OK, "dc:title"},
    {"anyURI", "", "http://e/a b", BAD, "it contains a blank"},
    {"hexBinary", "", "0FB7", OK, "0FB7"},
    {"hexBinary", "", "0FB", BAD, "it has an odd number of hexadecimal digits"},
    {"base64Binary", "", "TWFu", OK, "TWFu"},
    {"binary", "", "TWF", BAD, "the number of base64 characters is not a multiple of four"},
    {"boolean", "", "true", OK, "true"},
    {"boolean", "", "1", OK, "true"},
    {"boolean", "", "0", OK, "false"},
    {"boolean", "", "100", BAD, "it is neither true nor false"},
    {"boolean", "", "True", BAD, "it is neither true nor false"},
    {"boolean", "Y|N", "Y", OK, "true"},
    {"boolean", "Y|N", "N", OK, "false"},
    {"boolean", "Y|N", "true", BAD, "it is neither of the two words"},
    {"json", "", "{\"a\": 1}", OK, "{\"a\": 1}"},
    {"xml", "", "<a/>", OK, "<a/>"},
    {"string",
     "(a+)+",
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
     BAD,
     "matching it with the regular expression takes too long"},
  };
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    check_row(&ROWS[i]);
  }
}

static void
lengths(void)
{
  ln_arena               arena    = {0};
  ln_text                scratch  = {NULL, 0U, 0U};
  const ln_datatype*     datatype = NULL;
  ln_view                lexical  = {NULL, 0U};
  ln_view                problem  = {NULL, 0U};
  const ln_datatype_spec spec     = {.base = LN_V("string"), .length = LN_V("4")};
  CU_ASSERT_EQUAL_FATAL(ln_datatype_new(&arena, &spec, &datatype, &scratch), LN_OK);
  CU_ASSERT_EQUAL(parse(datatype, LN_V("Maná"), &scratch, &lexical, &problem), OK);
  CU_ASSERT_EQUAL(parse(datatype, LN_V("Man"), &scratch, &lexical, &problem), BAD);
  CHECK_VIEW(problem, "it has 3 characters; it must have at least 4");

  const ln_datatype_spec octets = {.base = LN_V("base64Binary"), .max_length = LN_V("2")};
  CU_ASSERT_EQUAL_FATAL(ln_datatype_new(&arena, &octets, &datatype, &scratch), LN_OK);
  CU_ASSERT_EQUAL(parse(datatype, LN_V("TWE="), &scratch, &lexical, &problem), OK);
  CU_ASSERT_EQUAL(parse(datatype, LN_V("TWFu"), &scratch, &lexical, &problem), BAD);
  CHECK_VIEW(problem, "it has 3 octets; it must have at most 2");
  ln_text_clear(&scratch);
  ln_arena_clear(&arena);
}

/** Parse a thousand cells, a number and an ending each; the number of allocations. */
static size_t
allocations(const char* const base, const char* const ending)
{
  ln_arena               arena    = {0};
  ln_text                scratch  = {NULL, 0U, 0U};
  const ln_datatype*     datatype = NULL;
  ln_view                lexical  = {NULL, 0U};
  ln_view                problem  = {NULL, 0U};
  char                   cell[40];
  const ln_datatype_spec spec = {.base = ln_view_of(base)};
  CU_ASSERT_EQUAL_FATAL(ln_datatype_new(&arena, &spec, &datatype, &scratch), LN_OK);
  ln_alloc_fail_at(0U);
  for (unsigned i = 0U; i < 1000U; ++i) {
    const int     n = snprintf(cell, sizeof(cell), "%u%s", 1000U + i, ending);
    const ln_view v = {cell, (size_t)n};
    CU_ASSERT_EQUAL(parse(datatype, v, &scratch, &lexical, &problem), OK);
    CU_ASSERT_PTR_EQUAL(lexical.s, cell);
  }
  const size_t count = ln_alloc_count();
  ln_text_clear(&scratch);
  ln_arena_clear(&arena);
  return count;
}

static void
nothing_allocated(void)
{
  CU_ASSERT_EQUAL(allocations("integer", ""), 0U);
  CU_ASSERT_EQUAL(allocations("nonNegativeInteger", ""), 0U);
  CU_ASSERT_EQUAL(allocations("decimal", ".5"), 0U);
  CU_ASSERT_EQUAL(allocations("date", "-02-28"), 0U);
  CU_ASSERT_EQUAL(allocations("gYear", ""), 0U);
  CU_ASSERT_EQUAL(allocations("edtf", "-05~"), 0U);
  CU_ASSERT_EQUAL(allocations("string", " text"), 0U);
  CU_ASSERT_EQUAL(allocations("token", " text"), 0U);
}

/** One parse as a status, for the failing allocator. */
static ln_status
parse_status(const ln_datatype* const datatype, const ln_view cell, ln_text* const scratch)
{
  ln_view lexical = {NULL, 0U};
  ln_view problem = {NULL, 0U};
  return ln_datatype_parse(datatype, cell, scratch, &lexical, &problem) == LN_VALUE_NO_MEM
           ? LN_NO_MEM
           : LN_OK;
}

static void
out_of_memory(void)
{
  static const char* const CASES[][3] = {
    {"date", "M/d/yyyy", "1/2/2010"},
    {"date", "", "2023-02-29"},
    {"byte", "", "999"},
    {"decimal", "#,##0.0", "1,234.5"},
    {"edtf", "", "c. 1988"},
    {"edtf", "", "03/04/1970"},
    {"string", "a+", "aaa"},
    {"token", "", " a  b "},
  };
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    ln_arena               arena    = {0};
    ln_text                scratch  = {NULL, 0U, 0U};
    const ln_datatype*     datatype = NULL;
    const ln_datatype_spec spec     = {.base   = ln_view_of(CASES[i][0]),
                                       .format = ln_view_of(CASES[i][1])};
    CU_ASSERT_EQUAL_FATAL(ln_datatype_new(&arena, &spec, &datatype, &scratch), LN_OK);
    CHECK_ALLOC_FAILURES(parse_status(datatype, ln_view_of(CASES[i][2]), &scratch),
                         ln_text_clear(&scratch));
    ln_datatype_clear(datatype);
    ln_arena_clear(&arena);
  }
}

static const unit_test TESTS[] = {
  {"numbers", numbers},
  {"dates and durations", dates},
  {"texts, binary data, booleans", texts},
  {"lengths", lengths},
  {"a thousand cells without an allocation", nothing_allocated},
  {"out of memory", out_of_memory},
};

UNIT_MAIN("datatype_parse", TESTS)
