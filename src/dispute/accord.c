/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* When two values are one. A date is the stretch of days it can mean, and two agree when one lies
   inside the other: 1999 and 1999-06-22 do, 1690 and 1684 do not, nor do two decades that overlap
   by a year. Numbers agree by value, other texts by what is left when they are folded. */

#include "dispute/accord.h"

#include "base/fold.h"
#include "rdf/edtf.h"
#include "rdf/number.h"

/* Days from 1970-01-01 to a day of the proleptic Gregorian calendar: years of 365 days that begin
   in March, and a leap day in every fourth but for three centuries out of four. */
static int64_t
days_of(int64_t year, const unsigned month, const unsigned day)
{
  enum { DAYS_OF_400_YEARS = 146097, DAYS_TO_1970 = 719468 };
  year -= month <= 2U ? 1 : 0;
  const int64_t era     = (year >= 0 ? year : year - 399) / 400;
  const int64_t within  = year - (era * 400);
  const int64_t from    = (153 * (int64_t)(month > 2U ? month - 3U : month + 9U)) + 2;
  const int64_t of_year = (from / 5) + (int64_t)day - 1;
  return (era * DAYS_OF_400_YEARS) + (within * 365) + (within / 4) - (within / 100) + of_year -
         DAYS_TO_1970;
}

static int64_t
bound(const int64_t year, const unsigned month, const unsigned day)
{
  const int64_t most = INT64_C(1000000000);
  if (year < -most) {
    return INT64_MIN;
  }
  return year > most ? INT64_MAX : days_of(year, month, day);
}

bool
ln_span_parse(const ln_view text, ln_span* const span)
{
  ln_edtf edtf = {0};
  if (text.n < 4U || !ln_edtf_parse(text, &edtf, NULL)) {
    return false;
  }
  *span = (ln_span){.first      = bound(edtf.first_year, edtf.first_month, edtf.first_day),
                    .last       = bound(edtf.last_year, edtf.last_month, edtf.last_day),
                    .first_year = edtf.first_year,
                    .last_year  = edtf.last_year,
                    .interval   = edtf.interval};
  return true;
}

bool
ln_span_agree(const ln_span* const a, const ln_span* const b)
{
  return (a->first <= b->first && b->last <= a->last) ||
         (b->first <= a->first && a->last <= b->last);
}

bool
ln_span_overlap(const ln_span* const a, const ln_span* const b)
{
  return a->first <= b->last && b->first <= a->last;
}

static ln_status
fold_alike(const ln_view a, const ln_view b, ln_text* const x, ln_text* const y, bool* const agree)
{
  ln_text_reset(x);
  ln_text_reset(y);
  LN_TRY(ln_fold(a, x));
  LN_TRY(ln_fold(b, y));
  *agree = ln_view_equals(ln_text_view(x), ln_text_view(y));
  return LN_OK;
}

ln_status
ln_accord(const ln_view a, const ln_view b, ln_text* const x, ln_text* const y, bool* const agree)
{
  ln_span   s = {0};
  ln_span   t = {0};
  ln_number m = {0};
  ln_number n = {0};
  *agree      = true;
  if (ln_view_equals(a, b)) {
    return LN_OK;
  }
  if (ln_span_parse(a, &s) && ln_span_parse(b, &t)) {
    *agree = ln_span_agree(&s, &t);
    return LN_OK;
  }
  if (ln_number_parse(a, &m) && ln_number_parse(b, &n) && m.kind != LN_NAN && n.kind != LN_NAN) {
    *agree = ln_number_compare(&m, &n) == 0;
    return LN_OK;
  }
  return fold_alike(a, b, x, y, agree);
}
