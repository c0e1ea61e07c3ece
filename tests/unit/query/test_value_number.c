/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Numbers: XML Schema 1.1, part 2, section 3.3.3 to 3.3.5. */

#include "unit.h"

#include "query/value.h"

static ln_value
number(const char* const text, const char* const type)
{
  char iri[64];
  (void)snprintf(iri, sizeof(iri), "http://www.w3.org/2001/XMLSchema#%s", type);
  return ln_value_literal(ln_view_of(text), ln_view_of(iri));
}

static void
check_written(const ln_value value, const char* const expected)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL(ln_value_write_number(&value, &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text), expected);
  ln_text_clear(&text);
}

static void
check_computed(const ln_expression_code code,
               const char* const        a,
               const char* const        b,
               const char* const        expected)
{
  const ln_value x    = number(a, "decimal");
  const ln_value y    = number(b, "decimal");
  const ln_value made = ln_value_compute(code, &x, &y);
  if (expected) {
    CU_ASSERT_EQUAL_FATAL(made.kind, LN_VALUE_DECIMAL);
    check_written(made, expected);
  } else {
    CU_ASSERT_EQUAL(made.kind, LN_VALUE_ERROR);
  }
}

static void
decimals(void)
{
  check_written(number("007.50", "decimal"), "7.5");
  check_written(number("-.5", "decimal"), "-0.5");
  check_written(number("0", "decimal"), "0.0");
  check_written(number("+12", "decimal"), "12.0");
  check_written(number("0.000000000000000001", "decimal"), "0.000000000000000001");
  check_computed(LN_X_PLUS, "0.1", "0.2", "0.3");
  check_computed(LN_X_TIMES, "-1.5", "1.5", "-2.25");
  check_computed(LN_X_DIVIDE, "1", "3", "0.333333333333333333");
  check_computed(LN_X_DIVIDE, "1", "0", NULL);
  check_computed(LN_X_TIMES, "100000000000000000000", "10", NULL);
  CU_ASSERT_EQUAL(number("1e3", "decimal").kind, LN_VALUE_OTHER);
  CU_ASSERT_EQUAL(number(".", "decimal").kind, LN_VALUE_OTHER);
  CU_ASSERT_EQUAL(number("9999999999999999999999999", "decimal").kind, LN_VALUE_OTHER);
}

static void
integers(void)
{
  const ln_value most = number("9223372036854775807", "integer");
  const ln_value one  = number("1", "int");
  CU_ASSERT_EQUAL(ln_value_compute(LN_X_PLUS, &most, &one).kind, LN_VALUE_ERROR);
  CU_ASSERT_EQUAL(ln_value_compute(LN_X_MINUS, &most, &one).integer, INT64_MAX - 1);
  CU_ASSERT_EQUAL(number("9223372036854775808", "integer").kind, LN_VALUE_DECIMAL);
  CU_ASSERT_EQUAL(number("1.0", "integer").kind, LN_VALUE_OTHER);
  const ln_value half = ln_value_compute(LN_X_DIVIDE, &one, &most);
  CU_ASSERT_EQUAL(half.kind, LN_VALUE_DECIMAL);
}

static void
doubles(void)
{
  check_written(number("1", "double"), "1.0E0");
  check_written(number("150", "double"), "1.5E2");
  check_written(number("1e-7", "double"), "1.0E-7");
  check_written(number("0.1", "double"), "1.0E-1");
  check_written(number("-INF", "double"), "-INF");
  check_written(number("NaN", "double"), "NaN");
  check_written(number("1.7976931348623157E308", "double"), "1.7976931348623157E308");
  check_written(number("1e400", "double"), "INF");
  check_written(number("16777217", "float"), "1.6777217E7");
  CU_ASSERT_EQUAL(number("1e", "double").kind, LN_VALUE_OTHER);
  CU_ASSERT_EQUAL(number("inf", "double").kind, LN_VALUE_OTHER);
}

static void
rounded(void)
{
  static const struct {
    ln_function_id function;
    const char*    value;
    const char*    expected;
  } ALL[] = {{LN_F_ROUND, "2.5", "3.0"},
             {LN_F_ROUND, "-2.5", "-2.0"},
             {LN_F_ROUND, "2.4999", "2.0"},
             {LN_F_CEIL, "1.1", "2.0"},
             {LN_F_CEIL, "-1.1", "-1.0"},
             {LN_F_FLOOR, "-1.1", "-2.0"},
             {LN_F_FLOOR, "1.9", "1.0"},
             {LN_F_ABS, "-3.5", "3.5"}};
  for (size_t i = 0U; i < sizeof(ALL) / sizeof(ALL[0]); ++i) {
    const ln_value value = number(ALL[i].value, "decimal");
    check_written(ln_value_round(ALL[i].function, &value), ALL[i].expected);
  }
}

static void
compared(void)
{
  const ln_value a   = number("1", "integer");
  const ln_value b   = number("1.0", "decimal");
  const ln_value c   = number("1e0", "double");
  const ln_value nan = number("NaN", "double");
  CU_ASSERT_EQUAL(ln_value_compare_numbers(&a, &b), 0);
  CU_ASSERT_EQUAL(ln_value_compare_numbers(&b, &c), 0);
  CU_ASSERT_EQUAL(ln_value_compare_numbers(&a, &nan), 2);
  CU_ASSERT_EQUAL(ln_value_convert(&c, LN_VALUE_INTEGER).integer, 1);
  CU_ASSERT_EQUAL(ln_value_convert(&nan, LN_VALUE_INTEGER).kind, LN_VALUE_ERROR);
}

static ln_status
write_one(void)
{
  const ln_value  value = number("1.5", "decimal");
  ln_text         text  = {0};
  const ln_status st    = ln_value_write_number(&value, &text);
  ln_text_clear(&text);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(write_one(), (void)0);
}

static const unit_test TESTS[] = {{"decimals", decimals},
                                  {"integers", integers},
                                  {"doubles", doubles},
                                  {"rounded", rounded},
                                  {"compared", compared},
                                  {"no memory", no_memory}};

UNIT_MAIN("query/value_number", TESTS)
