/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Years of dates, and the decades they fall into. */

#include "stats/decades.h"
#include "unit.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

static void
kinds(void)
{
  CU_ASSERT_EQUAL(ln_year_kind_of(LN_V("http://id.loc.gov/datatypes/edtf/EDTF")), LN_YEAR_EDTF);
  CU_ASSERT_EQUAL(ln_year_kind_of(LN_V(XSD "gYear")), LN_YEAR_FIRST);
  CU_ASSERT_EQUAL(ln_year_kind_of(LN_V(XSD "integer")), LN_YEAR_NUMBER);
  CU_ASSERT_EQUAL(ln_year_kind_of(LN_V("")), LN_YEAR_NONE);
  CU_ASSERT(ln_year_property(LN_V("https://example.org/startYear")));
  CU_ASSERT(ln_year_property(LN_V("https://example.org/year")));
  CU_ASSERT(!ln_year_property(LN_V("https://example.org/bear")));
  CU_ASSERT(!ln_year_property(LN_V("ear")));
}

/* The decade of one date, or -1 if it is open. */
static int64_t
decade(const ln_year_kind kind, const char* const value)
{
  ln_decades* d     = NULL;
  int64_t     first = 0;
  CU_ASSERT_EQUAL_FATAL(ln_decades_new(&d), LN_OK);
  ln_decades_add(d, kind, ln_view_of(value));
  const size_t n = ln_decades_span(d, &first);
  CU_ASSERT_EQUAL(n + ln_decades_open(d), 1U);
  ln_decades_free(d);
  return n == 1U ? first : -1;
}

static void
years(void)
{
  static const struct {
    ln_year_kind kind;
    const char*  value;
    int64_t      first;
  } all[] = {
    {LN_YEAR_EDTF, "1969-12-31", 1960},
    {LN_YEAR_EDTF, "199X", 1990},
    {LN_YEAR_EDTF, "1988~", 1980},
    {LN_YEAR_EDTF, "18XX", -1},
    {LN_YEAR_EDTF, "../1990", -1},
    {LN_YEAR_EDTF, "1969/1974", 1960},
    {LN_YEAR_EDTF, "1969/..", 1960},
    {LN_YEAR_EDTF, "-0005", -10},
    {LN_YEAR_EDTF, "-0010", -10},
    {LN_YEAR_EDTF, "-0011", -20},
    {LN_YEAR_EDTF, "Y170000002", -1},
    {LN_YEAR_EDTF, "soon", -1},
    {LN_YEAR_FIRST, "2001-01-01T00:00:00Z", 2000},
    {LN_YEAR_FIRST, "0009", 0},
    {LN_YEAR_FIRST, "12", -1},
    {LN_YEAR_NUMBER, "1999", 1990},
    {LN_YEAR_NUMBER, "7", 0},
    {LN_YEAR_NUMBER, "-44", -50},
    {LN_YEAR_NUMBER, "99999999999999999999", -1},
    {LN_YEAR_NUMBER, "", -1},
  };
  for (size_t i = 0U; i < sizeof(all) / sizeof(all[0]); ++i) {
    CU_ASSERT_EQUAL(decade(all[i].kind, all[i].value), all[i].first);
  }
}

static void
span(void)
{
  ln_decades* d     = NULL;
  int64_t     first = 0;
  CU_ASSERT_EQUAL_FATAL(ln_decades_new(&d), LN_OK);
  CU_ASSERT_EQUAL(ln_decades_span(d, &first), 0U);
  ln_decades_add(d, LN_YEAR_NUMBER, LN_V("1985"));
  ln_decades_add(d, LN_YEAR_NUMBER, LN_V("1960"));
  ln_decades_add(d, LN_YEAR_NUMBER, LN_V("1969"));
  CU_ASSERT_EQUAL(ln_decades_span(d, &first), 3U);
  CU_ASSERT_EQUAL(first, 1960);
  CU_ASSERT_EQUAL(ln_decades_at(d, 0U), 2U);
  CU_ASSERT_EQUAL(ln_decades_at(d, 1U), 0U);
  CU_ASSERT_EQUAL(ln_decades_at(d, 2U), 1U);
  ln_decades_free(d);
}

static void
no_memory(void)
{
  ln_decades* d = NULL;
  CHECK_ALLOC_FAILURES(ln_decades_new(&d), ln_decades_free(d));
}

static const unit_test tests[] = {
  {"kinds", kinds}, {"years", years}, {"span", span}, {"no_memory", no_memory}};

UNIT_MAIN("decades", tests)
