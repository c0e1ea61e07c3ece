/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* EDTF, levels 0 and 1. A value is one date or two with a slash between; a date is read from left
   to right by one small reader a field, each of which says in words what is wrong. Invariant: what
   is accepted means at least one day. A season is taken as its whole year, because EDTF does not
   say on which half of the globe it is. Allocates nothing. */

#include "rdf/edtf.h"

#include "rdf/calendar.h"

/** How much of a date is given. */
typedef enum { TO_YEAR, TO_MONTH, TO_DAY, TO_TIME } precision;

/** One date as read. */
typedef struct {
  int64_t   year;      ///< X as 0
  unsigned  year_x;    ///< unspecified digits of the year: 0, 1, 2
  unsigned  month;     ///< 0: absent or XX
  unsigned  day;       ///< 0: absent or XX
  precision precision; ///< XX counts as given
  bool      letter;    ///< Y in front
  bool      season;
  bool      open;      ///< `..` or nothing, in an interval
  bool      qualified; ///< `?`, `~` or `%`
  bool      odd_zone;  ///< a shift in hours only, which XSD does not know
} moment;

/** What is still to be read. */
typedef struct {
  const char* s;
  size_t      n;
} cursor;

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
take(cursor* const c, const char wanted)
{
  if (c->n == 0U || c->s[0] != wanted) {
    return false;
  }
  ++c->s;
  --c->n;
  return true;
}

/** Exactly two digits. */
static bool
take_two(cursor* const c, unsigned* const number)
{
  if (c->n < 2U || !is_digit(c->s[0]) || !is_digit(c->s[1])) {
    return false;
  }
  *number = (unsigned)(c->s[0] - '0') * 10U + (unsigned)(c->s[1] - '0');
  c->s += 2;
  c->n -= 2U;
  return true;
}

static bool
take_xx(cursor* const c)
{
  return c->n >= 2U && c->s[0] == 'X' && c->s[1] == 'X' && take(c, 'X') && take(c, 'X');
}

/** `Y170000002`, the Y taken already. */
static const char*
read_long_year(cursor* const c, moment* const m)
{
  const bool negative = take(c, '-');
  size_t     n        = 0U;
  for (; n < c->n && is_digit(c->s[n]); ++n) {
    if (n == 18U) {
      return "the year has more than 18 digits";
    }
    m->year = m->year * 10 + (c->s[n] - '0');
  }
  if (n < 5U || c->s[0] == '0') {
    return "a year with Y has more than four digits and does not begin with 0";
  }
  m->year   = negative ? -m->year : m->year;
  m->letter = true;
  c->s += n;
  c->n -= n;
  return NULL;
}

static const char*
read_year(cursor* const c, moment* const m)
{
  if (take(c, 'Y')) {
    return read_long_year(c, m);
  }
  const bool negative = take(c, '-');
  if (c->n < 4U) {
    return "the year needs four digits";
  }
  for (size_t i = 0U; i < 4U; ++i) {
    const char digit = c->s[i];
    if (i >= 2U && digit == 'X') {
      ++m->year_x;
    } else if (!is_digit(digit) || m->year_x > 0U) {
      return "the year needs four digits, of which the last two may be X";
    }
    m->year = m->year * 10 + (digit == 'X' ? 0 : digit - '0');
  }
  if (negative && m->year == 0 && m->year_x == 0U) {
    return "the year 0000 has no sign";
  }
  m->year = negative ? -m->year : m->year;
  c->s += 4;
  c->n -= 4U;
  return c->n > 0U && is_digit(c->s[0]) ? "a year of more than four digits begins with Y" : NULL;
}

static const char*
read_month(cursor* const c, moment* const m)
{
  m->precision = TO_MONTH;
  if (m->year_x > 0U || m->letter) {
    return "a year with X or Y stands alone";
  }
  if (take_xx(c)) {
    return NULL;
  }
  if (!take_two(c, &m->month)) {
    return "the month needs two digits";
  }
  m->season = m->month >= 21U && m->month <= 24U;
  return (m->month >= 1U && m->month <= 12U) || m->season ? NULL : "the month must be 01 to 12";
}

static const char*
day_problem(const moment* const m)
{
  if (m->day < 1U || m->day > 31U) {
    return "the day must be 01 to 31";
  }
  if (m->day <= ln_calendar_days(m->year, m->month)) {
    return NULL;
  }
  switch (m->month) {
  case 4U:
    return "April has 30 days";
  case 6U:
    return "June has 30 days";
  case 9U:
    return "September has 30 days";
  case 11U:
    return "November has 30 days";
  default:
    return ln_calendar_leap(m->year) ? "this February has 29 days" : "this February has 28 days";
  }
}

static const char*
read_day(cursor* const c, moment* const m)
{
  m->precision = TO_DAY;
  if (m->season) {
    return "a season has no day";
  }
  if (take_xx(c)) {
    return NULL;
  }
  if (m->month == 0U) {
    return "a day cannot be given in an unspecified month";
  }
  return take_two(c, &m->day) ? day_problem(m) : "the day needs two digits";
}

static const char*
read_zone(cursor* const c, moment* const m)
{
  if (c->n == 0U || take(c, 'Z')) {
    return NULL;
  }
  unsigned hours   = 0U;
  unsigned minutes = 0U;
  if (!take(c, '+') && !take(c, '-')) {
    return "it goes on behind the time";
  }
  if (!take_two(c, &hours)) {
    return "the time shift needs two digits";
  }
  m->odd_zone = c->n == 0U;
  if (!m->odd_zone && (!take(c, ':') || !take_two(c, &minutes))) {
    return "the time shift must be written as +01:00";
  }
  if (minutes > 59U) {
    return "the minutes of the time shift must be 00 to 59";
  }
  return hours * 60U + minutes > 14U * 60U ? "the time shift must be at most 14:00" : NULL;
}

static const char*
read_time(cursor* const c, moment* const m)
{
  if (m->precision != TO_DAY || m->day == 0U) {
    return "a time needs a complete date";
  }
  m->precision     = TO_TIME;
  unsigned hours   = 0U;
  unsigned minutes = 0U;
  unsigned seconds = 0U;
  if (!take_two(c, &hours) || !take(c, ':') || !take_two(c, &minutes) || !take(c, ':') ||
      !take_two(c, &seconds)) {
    return "the time must be written as 23:20:30";
  }
  if (hours > 23U) {
    return "the hour must be 00 to 23";
  }
  if (minutes > 59U) {
    return "the minutes must be 00 to 59";
  }
  return seconds > 59U ? "the seconds must be 00 to 59" : read_zone(c, m);
}

static const char*
read_date(cursor* const c, moment* const m)
{
  const char* problem = read_year(c, m);
  if (!problem && take(c, '-')) {
    problem = read_month(c, m);
    if (!problem && take(c, '-')) {
      problem = read_day(c, m);
    }
  }
  if (!problem && take(c, 'T')) {
    problem = read_time(c, m);
  }
  if (!problem && m->precision != TO_TIME) {
    m->qualified = take(c, '?') || take(c, '~') || take(c, '%');
  }
  if (!problem && c->n > 0U) {
    return "it goes on behind the date";
  }
  return problem;
}

/** One end of an interval. */
static const char*
read_end(const ln_view v, moment* const m)
{
  if (v.n == 0U || ln_view_equals(v, LN_V(".."))) {
    m->open = true;
    return NULL;
  }
  cursor            c       = {v.s, v.n};
  const char* const problem = read_date(&c, m);
  if (problem) {
    return problem;
  }
  if (m->precision == TO_TIME) {
    return "an interval has dates without times";
  }
  const bool x = m->year_x > 0U || (m->precision >= TO_MONTH && m->month == 0U) ||
                 (m->precision == TO_DAY && m->day == 0U);
  return x ? "X digits cannot stand in an interval" : NULL;
}

static bool
is_level_1(const moment* const m)
{
  return m->open || m->qualified || m->season || m->letter || m->year < 0 || m->year_x > 0U ||
         (m->precision >= TO_MONTH && m->month == 0U) || (m->precision >= TO_DAY && m->day == 0U);
}

/** How many years lie between the first and the last that X digits can mean. */
static int64_t
year_span(const moment* const m)
{
  static const int64_t SPANS[] = {0, 9, 99};
  return SPANS[m->year_x];
}

static void
set_first(ln_edtf* const edtf, const moment* const m)
{
  const bool known  = m->month > 0U && !m->season;
  edtf->first_year  = m->year < 0 ? m->year - year_span(m) : m->year;
  edtf->first_month = (uint8_t)(known ? m->month : 1U);
  edtf->first_day   = (uint8_t)(m->day > 0U ? m->day : 1U);
  if (m->open) {
    edtf->first_year = INT64_MIN;
  }
}

static void
set_last(ln_edtf* const edtf, const moment* const m)
{
  const bool     known = m->month > 0U && !m->season;
  const unsigned month = known ? m->month : 12U;
  edtf->last_year      = m->year < 0 ? m->year : m->year + year_span(m);
  edtf->last_month     = (uint8_t)month;
  edtf->last_day       = (uint8_t)(m->day > 0U ? m->day : ln_calendar_days(m->year, month));
  if (m->open) {
    edtf->last_year = INT64_MAX;
  }
}

static bool
ends_before_start(const ln_edtf* const e)
{
  if (e->first_year != e->last_year) {
    return e->first_year > e->last_year;
  }
  return e->first_month != e->last_month ? e->first_month > e->last_month
                                         : e->first_day > e->last_day;
}

/** Read a whole value; `*start` is the date, or the first of two. */
static const char*
read_value(const ln_view v, ln_edtf* const edtf, moment* const start)
{
  const size_t slash = ln_view_find(v, '/');
  moment       end   = {0};
  if (v.n == 0U) {
    return "it is empty";
  }
  edtf->interval = slash < v.n;
  if (!edtf->interval) {
    cursor            c       = {v.s, v.n};
    const char* const problem = read_date(&c, start);
    end                       = *start;
    if (problem) {
      return problem;
    }
  } else {
    const char* problem = read_end(ln_view_first(v, slash), start);
    if (!problem) {
      problem = read_end(ln_view_from(v, slash + 1U), &end);
    }
    if (problem) {
      return problem;
    }
    if (start->open && end.open) {
      return "an interval needs a date at one end";
    }
  }
  set_first(edtf, start);
  set_last(edtf, &end);
  edtf->level = is_level_1(start) || is_level_1(&end) ? 1U : 0U;
  return edtf->interval && ends_before_start(edtf) ? "the interval ends before it begins" : NULL;
}

bool
ln_edtf_parse(const ln_view v, ln_edtf* const edtf, const char** const problem)
{
  moment start            = {0};
  *edtf                   = (ln_edtf){0};
  const char* const found = read_value(v, edtf, &start);
  if (problem) {
    *problem = found;
  }
  return !found;
}

const char*
ln_edtf_xsd(const ln_view v)
{
  // By what is given: year, month, day, time.
  static const char* const NAMES[] = {"gYear", "gYearMonth", "date", "dateTime"};

  moment  m    = {0};
  ln_edtf edtf = {0};
  if (read_value(v, &edtf, &m) || edtf.interval || m.odd_zone ||
      (edtf.level == 1U && m.year >= 0)) {
    return NULL;
  }
  // A negative year is level 1 by itself and XSD has it; anything else of level 1 it has not.
  m.year = 0;
  return is_level_1(&m) ? NULL : NAMES[m.precision];
}

bool
ln_edtf_year(const ln_edtf* const edtf, int64_t* const year)
{
  *year = edtf->first_year;
  return *year != INT64_MIN && (edtf->interval || edtf->first_year == edtf->last_year);
}
