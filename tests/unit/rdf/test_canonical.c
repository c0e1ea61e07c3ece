/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which spellings are one value, by XSD 1.1, part 2. */

#include "rdf/canonical.h"
#include "unit.h"

static ln_status
add(ln_arena* const arena, const char* const base, const char* const lexical, ln_text* const out)
{
  const ln_datatype_spec spec     = {.base = ln_view_of(base)};
  const ln_datatype*     datatype = NULL;
  ln_text                problem  = {0};
  ln_status              st       = ln_datatype_new(arena, &spec, &datatype, &problem);
  ln_text_reset(out);
  st = st == LN_OK ? ln_canonical_add(datatype, ln_view_of(lexical), out) : st;
  ln_datatype_clear(datatype);
  ln_text_clear(&problem);
  return st;
}

static bool
same(const char* const base_a, const char* const a, const char* const base_b, const char* const b)
{
  ln_arena arena = {0};
  ln_text  one   = {0};
  ln_text  two   = {0};
  CU_ASSERT_EQUAL(add(&arena, base_a, a, &one), LN_OK);
  CU_ASSERT_EQUAL(add(&arena, base_b, b, &two), LN_OK);
  const bool equal = ln_view_equals(ln_text_view(&one), ln_text_view(&two));
  ln_text_clear(&one);
  ln_text_clear(&two);
  ln_arena_clear(&arena);
  return equal;
}

static void
test_numbers(void)
{
  CU_ASSERT(same("decimal", "1.0", "decimal", "1"));
  CU_ASSERT(same("decimal", "1", "integer", "+01"));
  CU_ASSERT(same("decimal", "-0.50", "decimal", "-.5"));
  CU_ASSERT(same("decimal", "0", "decimal", "-0.00"));
  CU_ASSERT(same("double", "1e3", "integer", "1000"));
  CU_ASSERT(same("double", "1200", "double", "1.2E3"));
  CU_ASSERT(same("double", "0.0012", "double", "12e-4"));
  CU_ASSERT(same("double", "INF", "float", "+INF"));
  CU_ASSERT(!same("double", "INF", "double", "-INF"));
  CU_ASSERT(!same("double", "INF", "double", "NaN"));
  CU_ASSERT(!same("decimal", "1", "decimal", "-1"));
  CU_ASSERT(!same("decimal", "1", "decimal", "10"));
  CU_ASSERT(!same("decimal", "0.1", "decimal", "0.01"));
  CU_ASSERT(!same("decimal", "1.05", "decimal", "10.5"));
  CU_ASSERT(!same("integer", "9007199254740993", "integer", "9007199254740992"));
  CU_ASSERT(!same("integer", "1", "string", "1"));
}

static void
test_dates(void)
{
  CU_ASSERT(same("dateTime", "2026-01-01T00:30:00+01:00", "dateTime", "2025-12-31T23:30:00Z"));
  CU_ASSERT(same("dateTime", "2026-01-01T00:00:00.50", "dateTime", "2026-01-01T00:00:00.5"));
  CU_ASSERT(!same("dateTime", "2026-01-01T00:00:00", "dateTime", "2026-01-01T00:00:00Z"));
  CU_ASSERT(!same("dateTime", "2026-01-01T00:00:00", "date", "2026-01-01"));
  CU_ASSERT(!same("date", "2026-01-01", "date", "2026-01-02"));
  CU_ASSERT(!same("gYear", "2026", "gYearMonth", "2026-01"));
}

static void
test_others(void)
{
  CU_ASSERT(same("boolean", "true", "boolean", "1"));
  CU_ASSERT(same("boolean", "false", "boolean", "0"));
  CU_ASSERT(!same("boolean", "true", "boolean", "0"));
  CU_ASSERT(same("duration", "P1Y", "duration", "P12M"));
  CU_ASSERT(same("duration", "PT24H", "duration", "P1D"));
  CU_ASSERT(same("duration", "-P0D", "duration", "PT0S"));
  CU_ASSERT(!same("duration", "P1M", "duration", "P30D"));
  CU_ASSERT(!same("duration", "P1M", "duration", "-P1M"));
  CU_ASSERT(same("hexBinary", "0aFf", "hexBinary", "0AfF"));
  CU_ASSERT(same("base64Binary", "AB CD", "base64Binary", "ABCD"));
  CU_ASSERT(!same("hexBinary", "0A", "base64Binary", "0A00"));
  CU_ASSERT(same("string", "a", "token", "a"));
  CU_ASSERT(!same("string", "a", "string", "A"));
  CU_ASSERT(!same("string", "", "string", " "));
}

static void
test_no_datatype(void)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL(ln_canonical_add(NULL, LN_V("x"), &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text), "sx");
  ln_text_clear(&text);
}

static void
test_no_memory(void)
{
  static const char* const values[][2] = {{"double", "-12.5e7"},
                                          {"dateTime", "2026-01-01T00:30:00.25+01:00"},
                                          {"duration", "P1DT0.5S"},
                                          {"hexBinary", "0a"},
                                          {"string", "text"}};
  ln_arena                 arena       = {0};
  ln_text                  text        = {0};
  for (size_t i = 0U; i < sizeof(values) / sizeof(values[0]); ++i) {
    CHECK_ALLOC_FAILURES(add(&arena, values[i][0], values[i][1], &text), {
      ln_arena_clear(&arena);
      ln_text_clear(&text);
    });
  }
}

static const unit_test tests[] = {
  {"numbers", test_numbers},
  {"dates", test_dates},
  {"others", test_others},
  {"no datatype", test_no_datatype},
  {"no memory", test_no_memory},
};

UNIT_MAIN("canonical", tests)
