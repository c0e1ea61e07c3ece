/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* When two values are one. A date is the stretch of days it can mean, and two agree when one lies
   inside the other: 1999 and 1999-06-22 do, 1690 and 1684 do not, nor do two decades that overlap
   by a year. Grouping compares each value with all of each group, so 1999 cannot join two days that
   contradict each other; values of one property are few. */

#include "dispute/accord.h"

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

static bool
literals_agree(ln_inquiry* const q, const ln_view a, const ln_view b)
{
  ln_span   x = {0};
  ln_span   y = {0};
  ln_number m = {0};
  ln_number n = {0};
  if (ln_span_parse(a, &x) && ln_span_parse(b, &y)) {
    return ln_span_agree(&x, &y);
  }
  if (ln_number_parse(a, &m) && ln_number_parse(b, &n) && m.kind != LN_NAN && n.kind != LN_NAN) {
    return ln_number_compare(&m, &n) == 0;
  }
  return ln_inquire_same(q, a, b);
}

bool
ln_agree(ln_inquiry* const q, const uint32_t a, const uint32_t b)
{
  if (a == b) {
    return true;
  }
  if (ln_facts_kind(q->facts, a) == LN_LITERAL && ln_facts_kind(q->facts, b) == LN_LITERAL) {
    return literals_agree(q, ln_facts_text(q->facts, a), ln_facts_text(q->facts, b));
  }
  return ln_inquire_same(q, ln_inquire_label(q, a), ln_inquire_label(q, b)) ||
         ln_inquire_inside(q, a, b, "within") || ln_inquire_inside(q, b, a, "within");
}

static bool
fits(ln_inquiry* const         q,
     const ln_said_list* const list,
     const size_t* const       groups,
     const size_t              i,
     const size_t              group)
{
  for (size_t k = 0U; k < i; ++k) {
    if (groups[k] == group && !ln_agree(q, list->v[k].value, list->v[i].value)) {
      return false;
    }
  }
  return true;
}

size_t
ln_agree_groups(ln_inquiry* const q, const ln_said_list* const list, size_t* const groups)
{
  size_t n = 0U;
  for (size_t i = 0U; i < list->n; ++i) {
    size_t group = 0U;
    while (group < n && !fits(q, list, groups, i, group)) {
      ++group;
    }
    groups[i] = group;
    n         = group == n ? n + 1U : n;
  }
  return q->status == LN_OK ? n : 0U;
}

void
ln_agree_sides(ln_inquiry* const         q,
               const ln_said_list* const list,
               const size_t* const       groups,
               const size_t              n)
{
  for (size_t g = 0U; g < n; ++g) {
    bool begun = false;
    for (size_t i = 0U; i < list->n; ++i) {
      if (groups[i] == g && !begun) {
        ln_inquire_side(q, ln_inquire_label(q, list->v[i].value));
        begun = true;
      }
      if (groups[i] == g) {
        ln_inquire_show(q, &list->v[i]);
      }
    }
  }
}
