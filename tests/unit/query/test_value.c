/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Values of literals: by datatype, if the lexical form is one of it. */

#include "unit.h"

#include "query_data.h"

#include "query/value.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static ln_value_kind
kind_of(const char* const text, const char* const datatype)
{
  return ln_value_literal(ln_view_of(text), ln_view_of(datatype)).kind;
}

static void
kinds(void)
{
  CU_ASSERT_EQUAL(kind_of("1", XSD "unsignedByte"), LN_VALUE_INTEGER);
  CU_ASSERT_EQUAL(kind_of("x", XSD "integer"), LN_VALUE_OTHER);
  CU_ASSERT_EQUAL(kind_of("1994-02-31", XSD "date"), LN_VALUE_OTHER);
  CU_ASSERT_EQUAL(kind_of("1994-02-28", XSD "date"), LN_VALUE_DATE);
  CU_ASSERT_EQUAL(kind_of("P1D", XSD "dayTimeDuration"), LN_VALUE_DURATION);
  CU_ASSERT_EQUAL(kind_of("yes", XSD "boolean"), LN_VALUE_OTHER);
  CU_ASSERT_EQUAL(kind_of("196X", "http://id.loc.gov/datatypes/edtf"), LN_VALUE_OTHER);
}

/* Section 17.2.2. */
static void
truth(void)
{
  static const struct {
    const char* text;
    const char* datatype;
    int         truth;
  } ALL[] = {{"true", XSD "boolean", 1},
             {"0", XSD "boolean", 0},
             {"x", XSD "boolean", 0},
             {"", XSD "string", 0},
             {"a", XSD "string", 1},
             {"0.0", XSD "decimal", 0},
             {"NaN", XSD "double", 0},
             {"abc", XSD "integer", 0},
             {"2000-01-01", XSD "date", -1}};
  for (size_t i = 0U; i < sizeof(ALL) / sizeof(ALL[0]); ++i) {
    const ln_value value = ln_value_literal(ln_view_of(ALL[i].text), ln_view_of(ALL[i].datatype));
    CU_ASSERT_EQUAL(ln_value_truth(&value), ALL[i].truth);
  }
}

static ln_status
make_term(const ln_dataset* const set, ln_read_term* const made)
{
  ln_pool* const pool  = ln_pool_new(set);
  const ln_value value = ln_value_integer(-12);
  uint32_t       term  = 0U;
  ln_text        text  = {0};
  ln_view        form  = {NULL, 0U};
  ln_status      st    = pool ? ln_value_term(pool, &value, &term) : LN_NO_MEM;
  st                   = st == LN_OK ? ln_value_lexical(&value, &text, &form) : st;
  if (st == LN_OK) {
    CHECK_VIEW(form, "-12");
    CU_ASSERT_EQUAL(ln_value_of(pool, term).integer, -12);
    CU_ASSERT_EQUAL(ln_value_of(pool, LN_ABSENT).kind, LN_VALUE_ERROR);
    made->kind = ln_pool_kind(pool, term);
  }
  ln_text_clear(&text);
  ln_pool_free(pool);
  return st;
}

static void
terms(void)
{
  ln_dataset* const set  = small_dataset();
  ln_read_term      made = {.kind = LN_NONE};
  CHECK_ALLOC_FAILURES(make_term(set, &made), (void)0);
  CU_ASSERT_EQUAL(made.kind, LN_LITERAL);
  ln_dataset_free(set);
}

static const unit_test TESTS[] = {{"kinds", kinds}, {"truth", truth}, {"terms", terms}};

UNIT_MAIN("query/value", TESTS)
