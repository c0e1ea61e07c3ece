/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The calendar. */

#include "unit.h"

#include "rdf/calendar.h"

static void
days(void)
{
  CU_ASSERT_TRUE(ln_calendar_leap(2000));
  CU_ASSERT_TRUE(ln_calendar_leap(2024));
  CU_ASSERT_TRUE(ln_calendar_leap(0));
  CU_ASSERT_TRUE(ln_calendar_leap(-4));
  CU_ASSERT_FALSE(ln_calendar_leap(1900));
  CU_ASSERT_FALSE(ln_calendar_leap(2023));
  CU_ASSERT_EQUAL(ln_calendar_days(2023, 2U), 28U);
  CU_ASSERT_EQUAL(ln_calendar_days(2024, 2U), 29U);
  static const unsigned DAYS[] = {31U, 28U, 31U, 30U, 31U, 30U, 31U, 31U, 30U, 31U, 30U, 31U};
  for (unsigned month = 1U; month <= 12U; ++month) {
    CU_ASSERT_EQUAL(ln_calendar_days(2023, month), DAYS[month - 1U]);
  }
  CHECK_VIEW(ln_calendar_month(1U), "January");
  CHECK_VIEW(ln_calendar_month(12U), "December");
}

/** Every day from year -5 to 2030 has the number of the day before plus one. */
static void
numbers(void)
{
  int64_t expected = ln_calendar_number(-5, 1U, 1U);
  size_t  wrong    = 0U;
  for (int64_t year = -5; year <= 2030; ++year) {
    for (unsigned month = 1U; month <= 12U; ++month) {
      for (unsigned day = 1U; day <= ln_calendar_days(year, month); ++day) {
        wrong += ln_calendar_number(year, month, day) == expected ? 0U : 1U;
        ++expected;
      }
    }
  }
  CU_ASSERT_EQUAL(wrong, 0U);
  CU_ASSERT_EQUAL(ln_calendar_number(0, 3U, 1U), 0);
  // 1970-01-01 is 719468 days after 0000-03-01.
  CU_ASSERT_EQUAL(ln_calendar_number(1970, 1U, 1U), 719468);
}

static const unit_test TESTS[] = {
  {"days of months", days},
  {"day numbers", numbers},
};

UNIT_MAIN("calendar", TESTS)
