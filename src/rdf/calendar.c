/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The calendar that EDTF and XSD share. Day numbers count from a first of March, so that the leap
   day is the last of its year and the lengths of months before it follow one formula. No tables of
   years, no loops: constant cost for any year. */

#include "rdf/calendar.h"

bool
ln_calendar_leap(const int64_t year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned
ln_calendar_days(const int64_t year, const unsigned month)
{
  if (month == 2U) {
    return ln_calendar_leap(year) ? 29U : 28U;
  }
  return month == 4U || month == 6U || month == 9U || month == 11U ? 30U : 31U;
}

/** Division that rounds down, also below zero. */
static int64_t
floor_div(const int64_t a, const int64_t b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

int64_t
ln_calendar_number(const int64_t year, const unsigned month, const unsigned day)
{
  const int64_t y           = month <= 2U ? year - 1 : year;
  const int64_t from_march  = month <= 2U ? (int64_t)month + 9 : (int64_t)month - 3;
  const int64_t day_of_year = (153 * from_march + 2) / 5 + (int64_t)day - 1;
  return 365 * y + floor_div(y, 4) - floor_div(y, 100) + floor_div(y, 400) + day_of_year;
}

ln_view
ln_calendar_month(const unsigned month)
{
  static const char* const NAMES[] = {"January",
                                      "February",
                                      "March",
                                      "April",
                                      "May",
                                      "June",
                                      "July",
                                      "August",
                                      "September",
                                      "October",
                                      "November",
                                      "December"};
  return ln_view_of(NAMES[month - 1U]);
}
