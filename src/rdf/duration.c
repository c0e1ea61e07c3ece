/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Durations. A value is a number of months, days and seconds; the fraction of a second stays a
   digit string, so that nothing is rounded. Numbers have at most 15 digits each, which keeps every
   sum within 64 bits. Order is what the specification says: add both to four dates and see whether
   all agree. Allocates nothing. */

#include "rdf/duration.h"

#include "rdf/calendar.h"

enum { SECONDS_OF_DAY = 86400, MOST_DIGITS = 15 };

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
take(ln_view* const v, const char c)
{
  if (v->n == 0U || v->s[0] != c) {
    return false;
  }
  *v = ln_view_from(*v, 1U);
  return true;
}

/** One `12Y`; the letter must come later in `*letters` than those before it. Absent is fine. */
typedef struct {
  int64_t value;
  ln_view fraction;
  char    letter; ///< 0: none
} component;

static const char*
read_component(ln_view* const v, ln_view* const letters, component* const c)
{
  size_t n = 0U;
  *c       = (component){0, {NULL, 0U}, '\0'};
  for (; n < v->n && is_digit(v->s[n]); ++n) {
    if (n == MOST_DIGITS) {
      return "it has a number of more than 15 digits";
    }
    c->value = c->value * 10 + (v->s[n] - '0');
  }
  if (n == 0U) {
    return "a number is missing";
  }
  *v = ln_view_from(*v, n);
  if (take(v, '.')) {
    n = 0U;
    while (n < v->n && is_digit(v->s[n])) {
      ++n;
    }
    c->fraction = ln_view_first(*v, n);
    *v          = ln_view_from(*v, n);
    if (n == 0U || v->n == 0U || v->s[0] != 'S') {
      return "only seconds may have a fraction";
    }
  }
  const size_t at = v->n > 0U ? ln_view_find(*letters, v->s[0]) : letters->n;
  if (at == letters->n) {
    return "a number must be followed by Y, M, D, or behind T by H, M, S, in this order";
  }
  c->letter = v->s[0];
  *letters  = ln_view_from(*letters, at + 1U);
  *v        = ln_view_from(*v, 1U);
  return NULL;
}

static void
add_component(const component* const c, const bool time, ln_duration* const d)
{
  switch (c->letter) {
  case 'Y':
    d->months += c->value * 12;
    break;
  case 'M':
    if (time) {
      d->seconds += c->value * 60;
    } else {
      d->months += c->value;
    }
    break;
  case 'D':
    d->days += c->value;
    break;
  case 'H':
    d->seconds += c->value * 3600;
    break;
  default:
    d->seconds += c->value;
    d->fraction = c->fraction;
    break;
  }
}

/** Components up to the end or a `T`; at least one. */
static const char*
read_components(ln_view* const v, ln_view letters, const bool time, ln_duration* const d)
{
  component c = {0};
  do {
    const char* const problem = read_component(v, &letters, &c);
    if (problem) {
      return problem;
    }
    add_component(&c, time, d);
  } while (v->n > 0U && (time || v->s[0] != 'T'));
  return NULL;
}

static const char*
read_duration(ln_view v, const unsigned fields, ln_duration* const d)
{
  d->negative = take(&v, '-');
  if (!take(&v, 'P')) {
    return "it must begin with P";
  }
  const ln_view all[]   = {{"", 0U}, {"YM", 2U}, {"D", 1U}, {"YMD", 3U}};
  const char*   problem = NULL;
  if (v.n == 0U || v.s[0] != 'T') {
    problem = read_components(&v, all[fields & 3U], false, d);
  }
  if (!problem && take(&v, 'T')) {
    problem = (fields & LN_HAS_SECONDS) == 0U ? "it must not have a time"
                                              : read_components(&v, LN_V("HMS"), true, d);
  }
  d->days += d->seconds / SECONDS_OF_DAY;
  d->seconds %= SECONDS_OF_DAY;
  return problem;
}

bool
ln_duration_parse(const ln_view      v,
                  const unsigned     fields,
                  ln_duration* const duration,
                  const char** const problem)
{
  *duration = (ln_duration){0};
  *problem  = read_duration(v, fields, duration);
  return !*problem;
}

/** Compare fractions of a second, each with its sign. */
static int
compare_fractions(const ln_duration* const a, const ln_duration* const b)
{
  const int sign_a = a->negative ? -1 : 1;
  const int sign_b = b->negative ? -1 : 1;
  for (size_t i = 0U; i < a->fraction.n || i < b->fraction.n; ++i) {
    const int x = i < a->fraction.n ? a->fraction.s[i] - '0' : 0;
    const int y = i < b->fraction.n ? b->fraction.s[i] - '0' : 0;
    if (x * sign_a != y * sign_b) {
      return x * sign_a < y * sign_b ? -1 : 1;
    }
  }
  return 0;
}

/** Where a first of a month comes to by adding a duration, in days and seconds. */
static void
arrive(const int64_t            year,
       const unsigned           month,
       const ln_duration* const d,
       int64_t* const           day,
       int64_t* const           second)
{
  const int64_t sign   = d->negative ? -1 : 1;
  const int64_t months = year * 12 + (int64_t)month - 1 + sign * d->months;
  const int64_t in     = months >= 0 ? months / 12 : -((11 - months) / 12);
  *day    = ln_calendar_number(in, (unsigned)(months - in * 12) + 1U, 1U) + sign * d->days;
  *second = sign * d->seconds;
  if (*second < 0) {
    *second += SECONDS_OF_DAY;
    --*day;
  }
}

static ln_order
compare_from(const int64_t            year,
             const unsigned           month,
             const ln_duration* const a,
             const ln_duration* const b)
{
  int64_t day_a    = 0;
  int64_t day_b    = 0;
  int64_t second_a = 0;
  int64_t second_b = 0;
  arrive(year, month, a, &day_a, &second_a);
  arrive(year, month, b, &day_b, &second_b);
  if (day_a != day_b) {
    return day_a < day_b ? LN_LESS : LN_GREATER;
  }
  if (second_a != second_b) {
    return second_a < second_b ? LN_LESS : LN_GREATER;
  }
  const int order = compare_fractions(a, b);
  return (ln_order)((order > 0) - (order < 0));
}

ln_order
ln_duration_compare(const ln_duration* const a, const ln_duration* const b)
{
  const ln_order first = compare_from(1696, 9U, a, b);
  return compare_from(1697, 2U, a, b) == first && compare_from(1903, 3U, a, b) == first &&
             compare_from(1903, 7U, a, b) == first
           ? first
           : LN_UNORDERED;
}
