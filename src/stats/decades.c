/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Decades are counted in an array from the year -20000 to 20000, 32 KB a property that has dates:
   whatever stands in the data, memory does not grow with it. A decade is that of the year as it is
   numbered, with a year 0 (ISO 8601): -5 is of the ten years that begin with -10. */

#include "stats/decades.h"

#include "base/memory.h"
#include "rdf/edtf.h"

enum { REACH = 2000, N_DECADES = (2 * REACH) + 1, YEARS = 10, MOST_DIGITS = 15 };

struct ln_decades {
  uint64_t counts[N_DECADES];
  uint64_t open;
  size_t   first; ///< number of the first that has dates, if `any`
  size_t   last;
  bool     any;
};

#define XSD "http://www.w3.org/2001/XMLSchema#"

ln_year_kind
ln_year_kind_of(const ln_view datatype)
{
  static const struct {
    const char*  iri;
    ln_year_kind kind;
  } kinds[] = {
    {"http://id.loc.gov/datatypes/edtf/EDTF", LN_YEAR_EDTF},
    {"http://id.loc.gov/datatypes/edtf/EDTF-level0", LN_YEAR_EDTF},
    {"http://id.loc.gov/datatypes/edtf/EDTF-level1", LN_YEAR_EDTF},
    {XSD "date", LN_YEAR_FIRST},
    {XSD "dateTime", LN_YEAR_FIRST},
    {XSD "dateTimeStamp", LN_YEAR_FIRST},
    {XSD "gYear", LN_YEAR_FIRST},
    {XSD "gYearMonth", LN_YEAR_FIRST},
    {XSD "integer", LN_YEAR_NUMBER},
    {XSD "int", LN_YEAR_NUMBER},
    {XSD "short", LN_YEAR_NUMBER},
    {XSD "long", LN_YEAR_NUMBER},
    {XSD "nonNegativeInteger", LN_YEAR_NUMBER},
    {XSD "positiveInteger", LN_YEAR_NUMBER},
    {XSD "unsignedShort", LN_YEAR_NUMBER},
  };
  for (size_t i = 0U; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    if (ln_view_equals(datatype, ln_view_of(kinds[i].iri))) {
      return kinds[i].kind;
    }
  }
  return LN_YEAR_NONE;
}

bool
ln_year_property(const ln_view iri)
{
  return ln_view_ends(iri, LN_V("ear")) && iri.n > 3U &&
         (iri.s[iri.n - 4U] == 'y' || iri.s[iri.n - 4U] == 'Y');
}

ln_status
ln_decades_new(ln_decades** const decades)
{
  *decades = ln_alloc_zero(1U, sizeof(ln_decades));
  return *decades ? LN_OK : LN_NO_MEM;
}

void
ln_decades_free(ln_decades* const decades)
{
  ln_free(decades);
}

static int64_t
decade_of(const int64_t year)
{
  return (year / YEARS) - (year % YEARS < 0 ? 1 : 0);
}

/* The digits a date begins with, four at least unless it is a number. */
static bool
leading_year(const ln_view value, const size_t least, int64_t* const year)
{
  const bool    minus  = value.n > 0U && value.s[0] == '-';
  const ln_view digits = ln_view_from(value, minus ? 1U : 0U);
  int64_t       y      = 0;
  size_t        n      = 0U;
  while (n < digits.n && n < MOST_DIGITS && digits.s[n] >= '0' && digits.s[n] <= '9') {
    y = (y * 10) + (digits.s[n++] - '0');
  }
  *year = minus ? -y : y;
  return n >= least;
}

static bool
edtf_year(const ln_view value, int64_t* const year)
{
  ln_edtf edtf;
  if (!ln_edtf_parse(value, &edtf, NULL)) {
    return false;
  }
  if (edtf.first_year != INT64_MIN && decade_of(edtf.first_year) == decade_of(edtf.last_year)) {
    *year = edtf.first_year; /* also of 199X, which has no year of its own */
    return true;
  }
  return ln_edtf_year(&edtf, year);
}

void
ln_decades_add(ln_decades* const decades, const ln_year_kind kind, const ln_view value)
{
  enum { DATE_DIGITS = 4 };
  int64_t    year  = 0;
  const bool known = kind == LN_YEAR_EDTF
                       ? edtf_year(value, &year)
                       : leading_year(value, kind == LN_YEAR_FIRST ? DATE_DIGITS : 1U, &year);
  if (!known || year < -(int64_t)REACH * YEARS || year > (int64_t)REACH * YEARS) {
    ++decades->open;
    return;
  }
  const size_t at = (size_t)(decade_of(year) + REACH);
  ++decades->counts[at];
  decades->first = decades->any && decades->first < at ? decades->first : at;
  decades->last  = decades->any && decades->last > at ? decades->last : at;
  decades->any   = true;
}

uint64_t
ln_decades_open(const ln_decades* const decades)
{
  return decades->open;
}

size_t
ln_decades_span(const ln_decades* const decades, int64_t* const first)
{
  *first = ((int64_t)decades->first - REACH) * YEARS;
  return decades->any ? decades->last - decades->first + 1U : 0U;
}

uint64_t
ln_decades_at(const ln_decades* const decades, const size_t i)
{
  return decades->counts[decades->first + i];
}
