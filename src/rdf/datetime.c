/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Dates and times of XML Schema. The nine datatypes are subsets of one sequence of fields (year,
   month, day, time, zone), so one reader and one writer serve all; a set of bits tells which fields
   there are. Instants are compared as a day and a second of it, the fraction as digits, so that
   nothing overflows or is rounded. Allocates nothing but what is appended. */

#include "rdf/datetime.h"

#include "rdf/calendar.h"

#include <inttypes.h>

const char LN_NO_SUCH_DAY[] = "the month has fewer days";

enum { SECONDS_OF_DAY = 86400, YEAR_DIGITS = 16 };

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

/** Exactly two digits. */
static bool
take_two(ln_view* const v, uint8_t* const number)
{
  if (v->n < 2U || !is_digit(v->s[0]) || !is_digit(v->s[1])) {
    return false;
  }
  *number = (uint8_t)((v->s[0] - '0') * 10 + (v->s[1] - '0'));
  *v      = ln_view_from(*v, 2U);
  return true;
}

static const char*
read_year(ln_view* const v, ln_datetime* const d)
{
  const bool negative = take(v, '-');
  size_t     n        = 0U;
  d->year             = 0;
  for (; n < v->n && is_digit(v->s[n]); ++n) {
    if (n == YEAR_DIGITS) {
      return "the year has more than 16 digits";
    }
    d->year = d->year * 10 + (v->s[n] - '0');
  }
  if (n < 4U) {
    return "the year needs four digits";
  }
  if (n > 4U && v->s[0] == '0') {
    return "a year of more than four digits must not begin with 0";
  }
  d->year = negative ? -d->year : d->year;
  *v      = ln_view_from(*v, n);
  return NULL;
}

static const char*
read_time(ln_view* const v, ln_datetime* const d)
{
  if (!take_two(v, &d->hour) || !take(v, ':') || !take_two(v, &d->minute) || !take(v, ':') ||
      !take_two(v, &d->second)) {
    return "the time must be written as 23:20:30";
  }
  if (take(v, '.')) {
    size_t n = 0U;
    while (n < v->n && is_digit(v->s[n])) {
      ++n;
    }
    if (n == 0U) {
      return "digits are missing behind the point of the seconds";
    }
    d->fraction = ln_view_first(*v, n);
    *v          = ln_view_from(*v, n);
  }
  return NULL;
}

static const char*
read_zone(ln_view* const v, ln_datetime* const d)
{
  uint8_t hours   = 0U;
  uint8_t minutes = 0U;
  if (v->n == 0U) {
    return NULL;
  }
  d->has_zone = true;
  if (take(v, 'Z')) {
    return v->n > 0U ? "it goes on behind the time zone" : NULL;
  }
  const bool west = take(v, '-');
  if (!west && !take(v, '+')) {
    return "it goes on behind its end";
  }
  if (!take_two(v, &hours) || !take(v, ':') || !take_two(v, &minutes) || v->n > 0U) {
    return "the time zone must be written as +01:00";
  }
  const int shift = hours * 60 + minutes;
  d->zone         = (int16_t)(west ? -shift : shift);
  return minutes > 59U ? "the minutes of the time zone must be 00 to 59" : NULL;
}

/** Year, month and day with the hyphens between them: `1969-12-31`, `--12-31`, `---31`. */
static const char*
read_date(ln_view* const v, const unsigned fields, ln_datetime* const d)
{
  if ((fields & LN_HAS_YEAR) != 0U) {
    const char* const problem = read_year(v, d);
    if (problem) {
      return problem;
    }
  } else if (!take(v, '-')) {
    return "it must begin with two hyphens";
  }
  if ((fields & LN_HAS_MONTH) != 0U) {
    if (!take(v, '-') || !take_two(v, &d->month)) {
      return "a hyphen and a month of two digits are missing";
    }
  } else if ((fields & LN_HAS_DAY) != 0U && !take(v, '-')) {
    return "it must begin with three hyphens";
  }
  if ((fields & LN_HAS_DAY) != 0U && (!take(v, '-') || !take_two(v, &d->day))) {
    return "a hyphen and a day of two digits are missing";
  }
  return NULL;
}

static const char*
read_value(ln_view v, const unsigned fields, ln_datetime* const d)
{
  const unsigned date    = fields & (LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY);
  const char*    problem = date != 0U ? read_date(&v, fields, d) : NULL;
  if (!problem && (fields & LN_HAS_TIME) != 0U) {
    problem = date != 0U && !take(&v, 'T') ? "a T and a time are missing behind the date"
                                           : read_time(&v, d);
  }
  return problem ? problem : read_zone(&v, d);
}

bool
ln_datetime_parse(const ln_view      v,
                  const unsigned     fields,
                  ln_datetime* const d,
                  const char** const problem)
{
  *d       = (ln_datetime){.year = 1972, .month = 12U, .day = 31U};
  d->day   = (fields & (LN_HAS_DAY | LN_HAS_TIME)) != 0U ? 31U : 1U;
  *problem = read_value(v, fields, d);
  return !*problem && ln_datetime_check(d, fields, problem);
}

static const char*
time_problem(const ln_datetime* const d)
{
  if (d->hour == 24U) { // midnight at the end of the day
    for (size_t i = 0U; i < d->fraction.n; ++i) {
      if (d->fraction.s[i] != '0') {
        return "the hour must be 00 to 23";
      }
    }
    return d->minute == 0U && d->second == 0U ? NULL : "the hour must be 00 to 23";
  }
  if (d->hour > 23U) {
    return "the hour must be 00 to 23";
  }
  if (d->minute > 59U) {
    return "the minutes must be 00 to 59";
  }
  return d->second > 59U ? "the seconds must be 00 to 59" : NULL;
}

bool
ln_datetime_check(const ln_datetime* const d, const unsigned fields, const char** const problem)
{
  *problem = NULL;
  if (d->month < 1U || d->month > 12U) {
    *problem = "the month must be 01 to 12";
  } else if (d->day < 1U || d->day > 31U) {
    *problem = "the day must be 01 to 31";
  } else if ((fields & LN_HAS_DAY) != 0U && (fields & LN_HAS_MONTH) != 0U &&
             d->day > ln_calendar_days(d->year, d->month)) {
    *problem = LN_NO_SUCH_DAY;
  } else if (time_problem(d)) {
    *problem = time_problem(d);
  } else if (d->zone > 14 * 60 || d->zone < -14 * 60) {
    *problem = "the time zone must be at most 14:00";
  } else if ((fields & LN_NEEDS_ZONE) != 0U && !d->has_zone) {
    *problem = "the time zone is missing";
  }
  return !*problem;
}

ln_status
ln_datetime_day_problem(const ln_datetime* const d, const unsigned fields, ln_text* const out)
{
  const unsigned days = ln_calendar_days(d->year, d->month);
  LN_TRY(ln_text_add(out, ln_calendar_month(d->month)));
  if ((fields & LN_HAS_YEAR) == 0U) {
    return ln_text_format(out, " has %u days%s", days, d->month == 2U ? " at most" : "");
  }
  return ln_text_format(out, " %04" PRId64 " has %u days", d->year, days);
}

/** A point in time: day, second of the day. */
typedef struct {
  int64_t day;
  int64_t second;
} instant;

static instant
instant_of(const ln_datetime* const d)
{
  instant   at      = {ln_calendar_number(d->year, d->month, d->day), 0};
  const int minutes = d->hour * 60 + d->minute - d->zone;
  at.second         = (int64_t)minutes * 60 + d->second;
  if (at.second < 0) {
    at.second += SECONDS_OF_DAY;
    --at.day;
  } else if (at.second >= SECONDS_OF_DAY) {
    at.second -= SECONDS_OF_DAY;
    ++at.day;
  }
  return at;
}

static int
compare_fractions(const ln_view a, const ln_view b)
{
  for (size_t i = 0U; i < a.n || i < b.n; ++i) {
    const int x = i < a.n ? a.s[i] - '0' : 0;
    const int y = i < b.n ? b.s[i] - '0' : 0;
    if (x != y) {
      return x < y ? -1 : 1;
    }
  }
  return 0;
}

int
ln_datetime_compare(const ln_datetime* const a, const ln_datetime* const b)
{
  const instant x = instant_of(a);
  const instant y = instant_of(b);
  if (x.day != y.day) {
    return x.day < y.day ? -1 : 1;
  }
  if (x.second != y.second) {
    return x.second < y.second ? -1 : 1;
  }
  return compare_fractions(a->fraction, b->fraction);
}

static ln_status
write_date(const ln_datetime* const d, const unsigned fields, ln_text* const out)
{
  if ((fields & LN_HAS_YEAR) != 0U) {
    LN_TRY(d->year < 0 ? ln_text_format(out, "-%04" PRId64, -d->year)
                       : ln_text_format(out, "%04" PRId64, d->year));
  } else {
    LN_TRY(ln_text_add(out, LN_V("-")));
  }
  if ((fields & LN_HAS_MONTH) != 0U) {
    LN_TRY(ln_text_format(out, "-%02u", (unsigned)d->month));
  } else if ((fields & LN_HAS_DAY) != 0U) {
    LN_TRY(ln_text_add(out, LN_V("-")));
  }
  return (fields & LN_HAS_DAY) != 0U ? ln_text_format(out, "-%02u", (unsigned)d->day) : LN_OK;
}

static ln_status
write_zone(const ln_datetime* const d, ln_text* const out)
{
  if (!d->has_zone || d->zone == 0) {
    return d->has_zone ? ln_text_add_byte(out, 'Z') : LN_OK;
  }
  const unsigned shift = (unsigned)(d->zone < 0 ? -d->zone : d->zone);
  return ln_text_format(out, "%c%02u:%02u", d->zone < 0 ? '-' : '+', shift / 60U, shift % 60U);
}

ln_status
ln_datetime_write(const ln_datetime* const d, const unsigned fields, ln_text* const out)
{
  const unsigned date = fields & (LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY);
  if (date != 0U) {
    LN_TRY(write_date(d, fields, out));
  }
  if ((fields & LN_HAS_TIME) != 0U) {
    LN_TRY(ln_text_add(out, date != 0U ? LN_V("T") : (ln_view){NULL, 0U}));
    LN_TRY(ln_text_format(
      out, "%02u:%02u:%02u", (unsigned)d->hour, (unsigned)d->minute, (unsigned)d->second));
    if (d->fraction.n > 0U) {
      LN_TRY(ln_text_add_byte(out, '.'));
      LN_TRY(ln_text_add(out, d->fraction));
    }
  }
  return write_zone(d, out);
}
