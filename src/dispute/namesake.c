/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Whether two things of one name may be one, by when they began and ended. A publisher may be wrong
   by a few years, and two people of one name are seldom born within three; so dates that are near
   are taken for a mistake, dates that are far for another thing, and what lies between is told and
   left to people. */

#include "dispute/namesake.h"

#include "dispute/accord.h"
#include "dispute/said_values.h"

enum { NEAR_YEARS = 3, FAR_YEARS = 20 };

/* Years between two stretches of time; 0 if they share one. */
static int64_t
years_between(const ln_span* const a, const ln_span* const b)
{
  if (b->first_year > a->last_year) {
    return b->first_year - a->last_year;
  }
  return a->first_year > b->last_year ? a->first_year - b->last_year : 0;
}

ln_dates
ln_namesake_dates(const ln_rule* const rule,
                  const char* const    parameter,
                  const ln_card* const a,
                  const ln_card* const b)
{
  const ln_card_fact* const x = ln_said_first(a, rule, parameter);
  const ln_card_fact* const y = ln_said_first(b, rule, parameter);
  ln_span                   s = {0};
  ln_span                   t = {0};
  if (!x || !y || !ln_span_parse(x->text, &s) || !ln_span_parse(y->text, &t)) {
    return LN_DATES_NONE;
  }
  if (ln_span_agree(&s, &t)) {
    return LN_DATES_AGREE;
  }
  const int64_t years = years_between(&s, &t);
  if (years <= ln_rule_number(rule, "near", NEAR_YEARS)) {
    return LN_DATES_NEAR;
  }
  return years <= ln_rule_number(rule, "far", FAR_YEARS) ? LN_DATES_APART : LN_DATES_FAR;
}

ln_likeness
ln_namesake_judge(const ln_rule* const rule, const ln_card* const a, const ln_card* const b)
{
  const ln_dates from = ln_namesake_dates(rule, "from", a, b);
  const ln_dates to   = ln_namesake_dates(rule, "to", a, b);
  if (from == LN_DATES_NONE && to == LN_DATES_NONE) {
    return LN_LIKE_UNTOLD;
  }
  if (from == LN_DATES_FAR || (from == LN_DATES_NONE && to == LN_DATES_FAR)) {
    return to == LN_DATES_AGREE ? LN_LIKE_DOUBTFUL : LN_LIKE_OTHER;
  }
  if ((from == LN_DATES_AGREE || from == LN_DATES_NONE) &&
      (to == LN_DATES_AGREE || to == LN_DATES_NONE)) {
    return LN_LIKE_EXACTLY;
  }
  const bool close =
    from == LN_DATES_AGREE || to == LN_DATES_AGREE || (from == LN_DATES_NEAR && to != LN_DATES_FAR);
  return close ? LN_LIKE_CLOSELY : LN_LIKE_DOUBTFUL;
}
