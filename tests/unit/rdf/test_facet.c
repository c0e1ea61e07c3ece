/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Facets: declarations that are wrong, and values that violate them. */

#include "unit.h"

#include "rdf/facet.h"

static ln_status
declare(const ln_datatype_spec* const spec, ln_text* const problem)
{
  ln_arena                arena   = {0};
  ln_facets               facets  = {0};
  const ln_builtin* const builtin = ln_builtin_find(spec->base);
  const ln_status         status  = ln_facets_new(&arena, spec, builtin, &facets, problem);
  ln_arena_clear(&arena);
  return status;
}

static void
check_declared(const ln_datatype_spec* const spec, const char* const problem)
{
  ln_text         text   = {NULL, 0U, 0U};
  const ln_status status = declare(spec, &text);
  CU_ASSERT_EQUAL(status, problem[0] == '\0' ? LN_OK : LN_USAGE);
  CHECK_VIEW(ln_text_view(&text), problem);
  ln_text_clear(&text);
}

#define DECLARE(problem, ...) check_declared(&(const ln_datatype_spec){__VA_ARGS__}, problem)

static void
lengths(void)
{
  DECLARE("", .base = LN_V("string"), .length = LN_V("0"));
  DECLARE("", .base = LN_V("hexBinary"), .min_length = LN_V("1"), .max_length = LN_V("1"));
  DECLARE("", .base = LN_V("NMTOKEN"), .length = LN_V("5"), .max_length = LN_V("6"));
  DECLARE("length is less than minLength",
          .base       = LN_V("string"),
          .length     = LN_V("5"),
          .min_length = LN_V("6"));
  DECLARE("length is greater than maxLength",
          .base       = LN_V("string"),
          .length     = LN_V("5"),
          .max_length = LN_V("4"));
  DECLARE("minLength is greater than maxLength",
          .base       = LN_V("string"),
          .min_length = LN_V("5"),
          .max_length = LN_V("4"));
  DECLARE("a length must be a non-negative integer", .base = LN_V("string"), .length = LN_V("-1"));
  DECLARE("a length must be a non-negative integer", .base = LN_V("string"), .length = LN_V("1.0"));
  DECLARE("only texts and binary data have a length", .base = LN_V("integer"), .length = LN_V("1"));
  DECLARE(
    "only texts and binary data have a length", .base = LN_V("date"), .max_length = LN_V("1"));
  DECLARE(
    "only texts and binary data have a length", .base = LN_V("duration"), .max_length = LN_V("1"));
  DECLARE("only texts and binary data have a length", .base = LN_V("boolean"), .length = LN_V("1"));
}

static void
bounds(void)
{
  const ln_view date = LN_V("date");
  const ln_view a    = LN_V("2015-06-05");
  const ln_view b    = LN_V("2015-06-06");
  DECLARE("", .base = date, .minimum = a, .maximum = a);
  DECLARE("", .base = date, .minimum = a, .max_exclusive = b);
  DECLARE("", .base = date, .min_exclusive = a, .max_exclusive = a);
  DECLARE("a bound is either inclusive or exclusive, not both",
          .base          = date,
          .minimum       = a,
          .min_exclusive = a);
  DECLARE("a bound is either inclusive or exclusive, not both",
          .base          = date,
          .maximum       = a,
          .max_exclusive = a);
  DECLARE("the minimum is greater than the maximum", .base = date, .minimum = b, .maximum = a);
  DECLARE("the minimum is greater than the maximum",
          .base          = date,
          .min_exclusive = b,
          .max_exclusive = a);
  DECLARE("the minimum and the maximum leave no value between them",
          .base          = date,
          .min_exclusive = a,
          .maximum       = a);
  DECLARE("the minimum and the maximum leave no value between them",
          .base          = date,
          .minimum       = a,
          .max_exclusive = a);
  DECLARE("only numbers, dates, times and durations have a minimum or maximum",
          .base    = LN_V("string"),
          .minimum = LN_V("1"));
  DECLARE("only numbers, dates, times and durations have a minimum or maximum",
          .base          = LN_V("boolean"),
          .max_exclusive = LN_V("1"));
  DECLARE("a minimum or maximum is not a value of the datatype: the month must be 01 to 12",
          .base    = date,
          .minimum = LN_V("2015-13-05"));
  DECLARE("a minimum or maximum is not a value of the datatype: an integer has no decimal point",
          .base    = LN_V("integer"),
          .minimum = LN_V("1.5"));
  DECLARE("NaN cannot be a minimum or maximum", .base = LN_V("double"), .minimum = LN_V("NaN"));
}

/** Whether `text` is within the facets of `spec`; `*problem` gets why not. */
static bool
within(const ln_datatype_spec* const spec, const char* const text, const char* const problem)
{
  ln_arena                arena   = {0};
  ln_facets               facets  = {0};
  ln_text                 words   = {NULL, 0U, 0U};
  ln_value                value   = {0};
  const ln_builtin* const builtin = ln_builtin_find(spec->base);
  CU_ASSERT_EQUAL(ln_facets_new(&arena, spec, builtin, &facets, &words), LN_OK);
  CU_ASSERT_PTR_NULL(ln_facet_value(builtin, ln_view_of(text), &value));
  const ln_status status = ln_facets_check_value(&facets, builtin->kind, &value, &words);
  CHECK_VIEW(ln_text_view(&words), problem);
  CU_ASSERT_TRUE(status == LN_OK || status == LN_END);
  ln_text_clear(&words);
  ln_arena_clear(&arena);
  return status == LN_OK;
}

#define WITHIN(text, problem, ...) within(&(const ln_datatype_spec){__VA_ARGS__}, text, problem)

static void
values(void)
{
  const ln_view number = LN_V("decimal");
  CU_ASSERT_TRUE(WITHIN("5", "", .base = number, .minimum = LN_V("5"), .maximum = LN_V("5.0")));
  CU_ASSERT_FALSE(WITHIN("4.999", "it must be at least 5", .base = number, .minimum = LN_V("5")));
  CU_ASSERT_FALSE(WITHIN("5.001", "it must be at most 5", .base = number, .maximum = LN_V("5")));
  CU_ASSERT_FALSE(
    WITHIN("5", "it must be greater than 5", .base = number, .min_exclusive = LN_V("5")));
  CU_ASSERT_FALSE(
    WITHIN("5", "it must be less than 5", .base = number, .max_exclusive = LN_V("5")));
  CU_ASSERT_FALSE(WITHIN("9007199254740993",
                         "it must be at most 9007199254740992",
                         .base    = LN_V("double"),
                         .maximum = LN_V("9007199254740992")));
  CU_ASSERT_FALSE(
    WITHIN("NaN", "it must be at least 5", .base = LN_V("float"), .minimum = LN_V("5")));
  CU_ASSERT_TRUE(WITHIN("INF", "", .base = LN_V("float"), .minimum = LN_V("5")));
  CU_ASSERT_TRUE(WITHIN("2015-06-05T10:00:00+02:00",
                        "",
                        .base    = LN_V("dateTime"),
                        .maximum = LN_V("2015-06-05T08:00:00Z")));
  CU_ASSERT_FALSE(
    WITHIN("P1M", "it must be at least P30D", .base = LN_V("duration"), .minimum = LN_V("P30D")));
  CU_ASSERT_TRUE(
    WITHIN("P1M", "", .base = LN_V("duration"), .minimum = LN_V("P27D"), .maximum = LN_V("P32D")));
}

static void
derived_ranges(void)
{
  static const char* const ROWS[][5] = {
    {"long",
     "-9223372036854775808",
     "-9223372036854775809",
     "9223372036854775807",
     "9223372036854775808"},
    {"int", "-2147483648", "-2147483649", "2147483647", "2147483648"},
    {"short", "-32768", "-32769", "32767", "32768"},
    {"byte", "-128", "-129", "127", "128"},
    {"unsignedLong", "0", "-1", "18446744073709551615", "18446744073709551616"},
    {"unsignedInt", "0", "-1", "4294967295", "4294967296"},
    {"unsignedShort", "0", "-1", "65535", "65536"},
    {"unsignedByte", "0", "-1", "255", "256"},
  };
  char problem[64];
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    const ln_datatype_spec spec = {.base = ln_view_of(ROWS[i][0])};
    CU_ASSERT_TRUE(within(&spec, ROWS[i][1], ""));
    CU_ASSERT_TRUE(within(&spec, ROWS[i][3], ""));
    (void)snprintf(problem, sizeof(problem), "it must be at least %s", ROWS[i][1]);
    CU_ASSERT_FALSE(within(&spec, ROWS[i][2], problem));
    (void)snprintf(problem, sizeof(problem), "it must be at most %s", ROWS[i][3]);
    CU_ASSERT_FALSE(within(&spec, ROWS[i][4], problem));
  }
  CU_ASSERT_FALSE(WITHIN("0", "it must be at least 1", .base = LN_V("positiveInteger")));
  CU_ASSERT_FALSE(WITHIN("-1", "it must be at least 0", .base = LN_V("nonNegativeInteger")));
  CU_ASSERT_FALSE(WITHIN("0", "it must be at most -1", .base = LN_V("negativeInteger")));
  CU_ASSERT_FALSE(WITHIN("1", "it must be at most 0", .base = LN_V("nonPositiveInteger")));
  // The narrower of the declared bound and the datatype's own counts.
  CU_ASSERT_FALSE(
    WITHIN("9", "it must be at least 10", .base = LN_V("byte"), .minimum = LN_V("10")));
  CU_ASSERT_FALSE(
    WITHIN("-200", "it must be at least -128", .base = LN_V("byte"), .minimum = LN_V("-300")));
}

static void
counted(void)
{
  ln_facets facets  = {.has_length = true, .least = 2U, .most = 3U};
  ln_text   problem = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_facets_check_length(&facets, 2U, "characters", &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_facets_check_length(&facets, 3U, "characters", &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_facets_check_length(&facets, 1U, "characters", &problem), LN_END);
  CHECK_VIEW(ln_text_view(&problem), "it has 1 characters; it must have at least 2");
  ln_text_reset(&problem);
  CU_ASSERT_EQUAL(ln_facets_check_length(&facets, 4U, "octets", &problem), LN_END);
  CHECK_VIEW(ln_text_view(&problem), "it has 4 octets; it must have at most 3");
  ln_text_clear(&problem);
}

static const unit_test TESTS[] = {
  {"lengths declared", lengths},
  {"bounds declared", bounds},
  {"values", values},
  {"ranges of derived integers", derived_ranges},
  {"lengths counted", counted},
};

UNIT_MAIN("facet", TESTS)
