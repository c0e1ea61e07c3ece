/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Equality and order: SPARQL 1.1, section 17.3, 17.4.1.7 and 15.1. */

#include "unit.h"

#include "query/value.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static ln_value
literal(const char* const text, const char* const datatype)
{
  return ln_value_literal(ln_view_of(text), ln_view_of(datatype));
}

static void
equal(void)
{
  const ln_value one   = literal("1", XSD "integer");
  const ln_value point = literal("1.0", XSD "decimal");
  const ln_value text  = literal("1", XSD "string");
  const ln_value odd   = literal("1", "http://x/odd");
  const ln_value other = literal("2", "http://x/odd");
  const ln_value error = ln_value_error();
  CU_ASSERT_EQUAL(ln_value_equal(&one, &point), 1);
  CU_ASSERT_EQUAL(ln_value_equal(&one, &text), 0);
  CU_ASSERT_EQUAL(ln_value_equal(&odd, &odd), 1);
  CU_ASSERT_EQUAL(ln_value_equal(&odd, &other), -1); // nobody knows what they mean
  CU_ASSERT_EQUAL(ln_value_equal(&one, &error), -1);
}

static void
times(void)
{
  const ln_value a = literal("1969", XSD "gYear");
  const ln_value b = literal("1970", XSD "gYear");
  const ln_value c = literal("1969-05", XSD "gYearMonth");
  const ln_value d = literal("2000-01-01T12:00:00", XSD "dateTime");
  const ln_value e = literal("2000-01-01T12:00:00Z", XSD "dateTime");
  const ln_value f = literal("2000-01-03T00:00:00Z", XSD "dateTime");
  CU_ASSERT_EQUAL(ln_value_compare(&a, &b), -1);
  CU_ASSERT_EQUAL(ln_value_compare(&a, &c), 2);
  CU_ASSERT_EQUAL(ln_value_compare(&d, &e), 2); // within fourteen hours
  CU_ASSERT_EQUAL(ln_value_compare(&d, &f), -1);
}

static void
order(void)
{
  const ln_value text  = literal("b", XSD "string");
  const ln_value less  = literal("a", XSD "string");
  const ln_value one   = literal("1", XSD "integer");
  const ln_value nan   = literal("NaN", XSD "double");
  const ln_value error = ln_value_error();
  const ln_value iri   = {.kind = LN_VALUE_IRI, .text = LN_V("http://x/")};
  CU_ASSERT_EQUAL(ln_value_order(&error, &iri), -1);
  CU_ASSERT_EQUAL(ln_value_order(&iri, &text), -1);
  CU_ASSERT_EQUAL(ln_value_order(&text, &less), 1);
  CU_ASSERT_EQUAL(ln_value_order(&nan, &one), -1);
  CU_ASSERT_EQUAL(ln_value_order(&one, &nan), 1);
  CU_ASSERT_EQUAL(ln_value_order(&nan, &nan), 0);
  CU_ASSERT_EQUAL(ln_value_order(&error, &error), 0);
}

static const unit_test TESTS[] = {{"equal", equal}, {"times", times}, {"order", order}};

UNIT_MAIN("query/value_order", TESTS)
