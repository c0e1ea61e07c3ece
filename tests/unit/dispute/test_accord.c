/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* When two values are one: dates by the days they can mean (EDTF), days counted by hand. */

#include "dispute/accord.h"
#include "dispute_unit.h"

static bool
agree(const char* const a, const char* const b)
{
  ln_span x = {0};
  ln_span y = {0};
  CU_ASSERT(ln_span_parse(ln_view_of(a), &x));
  CU_ASSERT(ln_span_parse(ln_view_of(b), &y));
  CU_ASSERT_EQUAL(ln_span_agree(&x, &y), ln_span_agree(&y, &x));
  return ln_span_agree(&x, &y);
}

static void
dates(void)
{
  CU_ASSERT(agree("1999", "1999-06-22"));
  CU_ASSERT(agree("1999-06", "1999-06-22"));
  CU_ASSERT(agree("199X", "1999"));
  CU_ASSERT(agree("1993/1995", "1995"));
  CU_ASSERT(agree("1988~", "1988"));
  CU_ASSERT(!agree("1690", "1684"));
  CU_ASSERT(!agree("1999-06-21", "1999-06-22"));
  CU_ASSERT(!agree("1993/1995", "1994/1996"));
}

static void
days(void)
{
  ln_span span = {0};
  CU_ASSERT(ln_span_parse(LN_V("1970-01-01"), &span));
  CU_ASSERT_EQUAL(span.first, 0);
  CU_ASSERT(ln_span_parse(LN_V("2000-03-01"), &span));
  CU_ASSERT_EQUAL(span.first, 11017);
  CU_ASSERT(ln_span_parse(LN_V("1969"), &span));
  CU_ASSERT_EQUAL(span.last, -1);
  CU_ASSERT_EQUAL(span.first, -365);
  CU_ASSERT(ln_span_parse(LN_V("../1969"), &span));
  CU_ASSERT_EQUAL(span.first, INT64_MIN);
  CU_ASSERT(!ln_span_parse(LN_V("soon"), &span));
  CU_ASSERT(!ln_span_parse(LN_V("16"), &span));
}

static void
overlap(void)
{
  ln_span a = {0};
  ln_span b = {0};
  CU_ASSERT(ln_span_parse(LN_V("200X"), &a) && ln_span_parse(LN_V("2009/2012"), &b));
  CU_ASSERT(ln_span_overlap(&a, &b));
  CU_ASSERT(ln_span_parse(LN_V("2010"), &b));
  CU_ASSERT(!ln_span_overlap(&a, &b));
}

static bool
accord(const char* const a, const char* const b)
{
  ln_text x   = {0};
  ln_text y   = {0};
  bool    yes = false;
  CU_ASSERT_EQUAL(ln_accord(ln_view_of(a), ln_view_of(b), &x, &y, &yes), LN_OK);
  ln_text_clear(&x);
  ln_text_clear(&y);
  return yes;
}

static void
literals(void)
{
  CU_ASSERT(accord("1999", "1999-06-22"));
  CU_ASSERT(!accord("1690", "1684"));
  CU_ASSERT(accord("4", "4.0"));
  CU_ASSERT(!accord("4", "5"));
  CU_ASSERT(accord("Maná", "mana"));
  CU_ASSERT(!accord("Maná", "Manu"));
  CU_ASSERT(accord("", ""));
}

static ln_status
fold_once(void)
{
  ln_text         x   = {0};
  ln_text         y   = {0};
  bool            yes = false;
  const ln_status st  = ln_accord(LN_V("Maná"), LN_V("mana"), &x, &y, &yes);
  ln_text_clear(&x);
  ln_text_clear(&y);
  return st;
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(fold_once(), (void)0);
}

static const unit_test tests[] = {{"dates", dates},
                                  {"days", days},
                                  {"overlap", overlap},
                                  {"literals", literals},
                                  {"memory", memory}};

UNIT_MAIN("accord", tests)
