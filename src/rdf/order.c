/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The order of two values. Dates of any exactness are stretches of days, from the first that the
   value can mean to the last: one is before another only if all of it is, so that what may be right
   is never called wrong. Where both have times, the instants count. Allocates nothing. */

#include "rdf/order.h"

#include "rdf/calendar.h"
#include "rdf/datatype_inner.h"
#include "rdf/edtf.h"

/** What values of a datatype are compared as. */
typedef enum { AS_NOTHING, AS_NUMBER, AS_DURATION, AS_TIME, AS_DAYS } scale;

enum { MOST_YEAR_DIGITS = 18 };

/** The fields that two datatypes share where instants count: times, and dates without a year. */
static unsigned
instant_fields(const ln_datatype* const a, const ln_datatype* const b)
{
  const unsigned all    = LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY | LN_HAS_TIME;
  const unsigned fields = a->builtin->flags & all;
  const bool     alike = a->builtin->kind == LN_DT_DATETIME && b->builtin->kind == LN_DT_DATETIME &&
                     (b->builtin->flags & all) == fields;
  return alike && ((fields & LN_HAS_TIME) != 0U || (fields & LN_HAS_YEAR) == 0U) ? fields : 0U;
}

static bool
is_number(const ln_datatype* const d)
{
  return d->builtin->kind == LN_DT_INTEGER || d->builtin->kind == LN_DT_DECIMAL ||
         d->builtin->kind == LN_DT_FLOAT;
}

static bool
has_days(const ln_datatype* const d)
{
  return d->builtin->kind == LN_DT_EDTF ||
         (d->builtin->kind == LN_DT_DATETIME && (d->builtin->flags & LN_HAS_YEAR) != 0U);
}

static scale
common_scale(const ln_datatype* const a, const ln_datatype* const b)
{
  if (is_number(a) && is_number(b)) {
    return AS_NUMBER;
  }
  if (a->builtin->kind == LN_DT_DURATION && b->builtin->kind == LN_DT_DURATION) {
    return AS_DURATION;
  }
  if (instant_fields(a, b) != 0U) {
    return AS_TIME;
  }
  const bool a_days = has_days(a) || a->builtin->kind == LN_DT_INTEGER;
  const bool b_days = has_days(b) || b->builtin->kind == LN_DT_INTEGER;
  return a_days && b_days ? AS_DAYS : AS_NOTHING;
}

bool
ln_order_exists(const ln_datatype* const a, const ln_datatype* const b)
{
  return common_scale(a, b) != AS_NOTHING;
}

static bool
year_of(const ln_view v, int64_t* const year)
{
  ln_number number = {0};
  if (!ln_number_parse(v, &number) || number.integer.n == 0U ||
      number.integer.n > MOST_YEAR_DIGITS || !ln_number_whole(&number)) {
    return false;
  }
  *year = 0;
  for (size_t i = 0U; i < number.integer.n; ++i) {
    *year = *year * 10 + (number.integer.s[i] - '0');
  }
  *year = number.negative ? -*year : *year;
  return true;
}

/** The days that a date of XML Schema means; its time and time zone are not looked at. */
static bool
days_of_date(const ln_view v, const unsigned flags, ln_edtf* const days)
{
  ln_datetime date    = {0};
  const char* problem = NULL;
  if (!ln_datetime_parse(v, flags, &date, &problem)) {
    return false;
  }
  const bool    month = (flags & LN_HAS_MONTH) != 0U;
  const bool    day   = (flags & LN_HAS_DAY) != 0U;
  const uint8_t last  = month ? date.month : 12U;
  *days               = (ln_edtf){.first_year  = date.year,
                                  .last_year   = date.year,
                                  .first_month = month ? date.month : 1U,
                                  .last_month  = last,
                                  .first_day   = day ? date.day : 1U,
                                  .last_day    = day ? date.day : (uint8_t)ln_calendar_days(date.year, last)};
  return true;
}

static bool
days_of(const ln_datatype* const d, const ln_view v, ln_edtf* const days)
{
  if (d->builtin->kind == LN_DT_EDTF) {
    return ln_edtf_parse(v, days, NULL);
  }
  if (d->builtin->kind == LN_DT_DATETIME) {
    return days_of_date(v, d->builtin->flags, days);
  }
  *days = (ln_edtf){.first_month = 1U, .first_day = 1U, .last_month = 12U, .last_day = 31U};
  if (!year_of(v, &days->first_year)) {
    return false;
  }
  days->last_year = days->first_year;
  return true;
}

/** The last day of one with the first of the other. */
static ln_order
end_to_start(const ln_edtf* const x, const ln_edtf* const y)
{
  if (x->last_year != y->first_year) {
    return x->last_year < y->first_year ? LN_LESS : LN_GREATER;
  }
  const int last  = x->last_month * 32 + x->last_day;
  const int first = y->first_month * 32 + y->first_day;
  return (ln_order)((last > first) - (last < first));
}

static ln_order
order_of_days(const ln_datatype* const a,
              const ln_view            x,
              const ln_datatype* const b,
              const ln_view            y)
{
  ln_edtf one   = {0};
  ln_edtf other = {0};
  return days_of(a, x, &one) && days_of(b, y, &other) ? end_to_start(&one, &other) : LN_UNORDERED;
}

static ln_order
order_of_numbers(const ln_view x, const ln_view y)
{
  ln_number one   = {0};
  ln_number other = {0};
  if (!ln_number_parse(x, &one) || !ln_number_parse(y, &other) || one.kind == LN_NAN ||
      other.kind == LN_NAN) {
    return LN_UNORDERED;
  }
  const int order = ln_number_compare(&one, &other);
  return (ln_order)order;
}

static ln_order
order_of_instants(const unsigned fields, const ln_view x, const ln_view y)
{
  ln_datetime one     = {0};
  ln_datetime other   = {0};
  const char* problem = NULL;
  if (!ln_datetime_parse(x, fields, &one, &problem) ||
      !ln_datetime_parse(y, fields, &other, &problem) || one.has_zone != other.has_zone) {
    return LN_UNORDERED; /* without a zone up to 14 hours are open */
  }
  const int order = ln_datetime_compare(&one, &other);
  return (ln_order)order;
}

static ln_order
order_of_durations(const ln_datatype* const a,
                   const ln_view            x,
                   const ln_datatype* const b,
                   const ln_view            y)
{
  ln_duration one     = {0};
  ln_duration other   = {0};
  const char* problem = NULL;
  return ln_duration_parse(x, a->builtin->flags, &one, &problem) &&
             ln_duration_parse(y, b->builtin->flags, &other, &problem)
           ? ln_duration_compare(&one, &other)
           : LN_UNORDERED;
}

bool
ln_order_before(const ln_datatype* const a,
                const ln_view            x,
                const ln_datatype* const b,
                const ln_view            y,
                const bool               or_same)
{
  ln_order order = LN_UNORDERED;
  switch (common_scale(a, b)) {
  case AS_NUMBER:
    order = order_of_numbers(x, y);
    break;
  case AS_DURATION:
    order = order_of_durations(a, x, b, y);
    break;
  case AS_TIME:
    order = order_of_instants(instant_fields(a, b), x, y);
    break;
  case AS_DAYS:
    order = order_of_days(a, x, b, y);
    break;
  case AS_NOTHING:
    break;
  }
  return order == LN_LESS || (or_same && order == LN_EQUAL);
}
