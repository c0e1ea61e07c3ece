/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Dates and times of XML Schema: forms, ranges, order. */

#include "unit.h"

#include "rdf/datetime.h"

enum {
  YEAR      = LN_HAS_YEAR,
  MONTH     = LN_HAS_MONTH,
  DAY       = LN_HAS_DAY,
  DATE      = LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY,
  DATE_TIME = DATE | LN_HAS_TIME,
  STAMP     = DATE_TIME | LN_NEEDS_ZONE,
  TIME      = LN_HAS_TIME,
};

typedef struct {
  unsigned    fields;
  const char* text;
  const char* problem; ///< NULL: good
} row;

static void
forms(void)
{
  static const row ROWS[] = {
    {DATE, "1969-12-31", NULL},
    {DATE, "1969-12-31Z", NULL},
    {DATE, "1969-12-31+05:30", NULL},
    {DATE, "1969-12-31-14:00", NULL},
    {DATE, "-0044-03-15", NULL},
    {DATE, "0000-01-01", NULL},
    {DATE, "12345-01-01", NULL},
    {DATE, "2024-02-29", NULL},
    {DATE, "1964-13-01", "the month must be 01 to 12"},
    {DATE, "1964-00-01", "the month must be 01 to 12"},
    {DATE, "1964-01-32", "the day must be 01 to 31"},
    {DATE, "1964-01-00", "the day must be 01 to 31"},
    {DATE, "2023-02-29", LN_NO_SUCH_DAY},
    {DATE, "1964-04-31", LN_NO_SUCH_DAY},
    {DATE, "964-04-30", "the year needs four digits"},
    {DATE, "01964-04-30", "a year of more than four digits must not begin with 0"},
    {DATE, "12345678901234567-01-01", "the year has more than 16 digits"},
    {DATE, "1964-4-30", "a hyphen and a month of two digits are missing"},
    {DATE, "1964-04", "a hyphen and a day of two digits are missing"},
    {DATE, "1964", "a hyphen and a month of two digits are missing"},
    {DATE, "1964-04-30T10:00:00", "it goes on behind its end"},
    {DATE, "1964-04-30+5", "the time zone must be written as +01:00"},
    {DATE, "1964-04-30+14:01", "the time zone must be at most 14:00"},
    {DATE, "1964-04-30+13:60", "the minutes of the time zone must be 00 to 59"},
    {DATE, "1964-04-30Zx", "it goes on behind the time zone"},
    {DATE, "", "the year needs four digits"},
    {DATE_TIME, "1969-12-31T20:15:00", NULL},
    {DATE_TIME, "1969-12-31T20:15:00.125Z", NULL},
    {DATE_TIME, "1969-12-31T24:00:00", NULL},
    {DATE_TIME, "1969-12-31T24:00:00.00", NULL},
    {DATE_TIME, "1969-12-31T24:00:01", "the hour must be 00 to 23"},
    {DATE_TIME, "1969-12-31T24:00:00.01", "the hour must be 00 to 23"},
    {DATE_TIME, "1969-12-31T25:00:00", "the hour must be 00 to 23"},
    {DATE_TIME, "1969-12-31T10:60:00", "the minutes must be 00 to 59"},
    {DATE_TIME, "1969-12-31T10:00:60", "the seconds must be 00 to 59"},
    {DATE_TIME, "1969-12-31T10:00", "the time must be written as 23:20:30"},
    {DATE_TIME, "1969-12-31T10:00:00.", "digits are missing behind the point of the seconds"},
    {DATE_TIME, "1969-12-31 10:00:00", "a T and a time are missing behind the date"},
    {DATE_TIME, "1969-12-31", "a T and a time are missing behind the date"},
    {STAMP, "1969-12-31T20:15:00Z", NULL},
    {STAMP, "1969-12-31T20:15:00", "the time zone is missing"},
    {TIME, "20:15:00", NULL},
    {TIME, "20:15:00+01:00", NULL},
    {TIME, "2:15:00", "the time must be written as 23:20:30"},
    {YEAR, "1969", NULL},
    {YEAR, "1969Z", NULL},
    {YEAR, "-1969", NULL},
    {YEAR, "+1969", "the year needs four digits"},
    {YEAR, "1969-12", "the time zone must be written as +01:00"},
    {YEAR | MONTH, "1969-12", NULL},
    {YEAR | MONTH, "1969-13", "the month must be 01 to 12"},
    {MONTH, "--12", NULL},
    {MONTH, "--12Z", NULL},
    {MONTH, "--13", "the month must be 01 to 12"},
    {MONTH, "-12", "a hyphen and a month of two digits are missing"},
    {MONTH, "12", "it must begin with two hyphens"},
    {MONTH | DAY, "--12-31", NULL},
    {MONTH | DAY, "--02-29", NULL},
    {MONTH | DAY, "--02-30", LN_NO_SUCH_DAY},
    {DAY, "---31", NULL},
    {DAY, "---32", "the day must be 01 to 31"},
    {DAY, "--31", "a hyphen and a day of two digits are missing"},
    {DAY, "-31", "it must begin with three hyphens"},
  };
  ln_text text = {NULL, 0U, 0U};
  for (size_t i = 0U; i < sizeof(ROWS) / sizeof(ROWS[0]); ++i) {
    ln_datetime d       = {0};
    const char* problem = "none";
    const bool  good    = ln_datetime_parse(ln_view_of(ROWS[i].text), ROWS[i].fields, &d, &problem);
    CU_ASSERT_EQUAL(good, ROWS[i].problem == NULL);
    CHECK_VIEW(ln_view_of(problem), ROWS[i].problem ? ROWS[i].problem : "");
    if (good) {
      ln_text_reset(&text);
      CU_ASSERT_EQUAL(ln_datetime_write(&d, ROWS[i].fields, &text), LN_OK);
      CHECK_VIEW(ln_text_view(&text), ROWS[i].text);
    }
  }
  ln_text_clear(&text);
}

static void
day_problems(void)
{
  ln_text           text = {NULL, 0U, 0U};
  const ln_datetime d    = {.year = 2023, .month = 2U, .day = 29U};
  CU_ASSERT_EQUAL(ln_datetime_day_problem(&d, DATE, &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text), "February 2023 has 28 days");
  ln_text_reset(&text);
  const ln_datetime feast = {.year = 1972, .month = 2U, .day = 30U};
  CU_ASSERT_EQUAL(ln_datetime_day_problem(&feast, MONTH | DAY, &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text), "February has 29 days at most");
  ln_text_reset(&text);
  const ln_datetime april = {.year = 1972, .month = 4U, .day = 31U};
  CU_ASSERT_EQUAL(ln_datetime_day_problem(&april, MONTH | DAY, &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text), "April has 30 days");
  ln_text_clear(&text);
}

static int
compare(const unsigned fields, const char* const a, const char* const b)
{
  ln_datetime x       = {0};
  ln_datetime y       = {0};
  const char* problem = NULL;
  CU_ASSERT_TRUE(ln_datetime_parse(ln_view_of(a), fields, &x, &problem));
  CU_ASSERT_TRUE(ln_datetime_parse(ln_view_of(b), fields, &y, &problem));
  CU_ASSERT_EQUAL(ln_datetime_compare(&x, &y), -ln_datetime_compare(&y, &x));
  return ln_datetime_compare(&x, &y);
}

static void
order(void)
{
  CU_ASSERT_EQUAL(compare(DATE, "2015-06-05", "2015-06-05"), 0);
  CU_ASSERT_EQUAL(compare(DATE, "2015-06-05", "2015-06-06"), -1);
  CU_ASSERT_EQUAL(compare(DATE, "-0001-01-01", "0000-01-01"), -1);
  CU_ASSERT_EQUAL(compare(DATE, "10000-01-01", "9999-12-31"), 1);
  CU_ASSERT_EQUAL(compare(DATE, "2015-06-05+14:00", "2015-06-05Z"), -1);
  CU_ASSERT_EQUAL(compare(DATE_TIME, "2015-06-05T12:00:00Z", "2015-06-05T14:00:00+02:00"), 0);
  CU_ASSERT_EQUAL(compare(DATE_TIME, "2015-06-05T23:30:00-01:00", "2015-06-06T00:30:00Z"), 0);
  CU_ASSERT_EQUAL(compare(DATE_TIME, "2015-06-05T24:00:00", "2015-06-06T00:00:00"), 0);
  CU_ASSERT_EQUAL(compare(DATE_TIME, "2015-06-05T12:00:00.10", "2015-06-05T12:00:00.1"), 0);
  CU_ASSERT_EQUAL(compare(DATE_TIME, "2015-06-05T12:00:00.09", "2015-06-05T12:00:00.1"), -1);
  CU_ASSERT_EQUAL(compare(DATE_TIME, "2015-06-05T12:00:01", "2015-06-05T12:00:00.9"), 1);
  CU_ASSERT_EQUAL(compare(TIME, "10:00:00+02:00", "09:00:00Z"), -1);
  CU_ASSERT_EQUAL(compare(YEAR, "1969", "1970"), -1);
  CU_ASSERT_EQUAL(compare(YEAR | MONTH, "1969-12", "1970-01"), -1);
  CU_ASSERT_EQUAL(compare(MONTH | DAY, "--02-29", "--03-01"), -1);
  CU_ASSERT_EQUAL(compare(DAY, "---30", "---31"), -1);
  CU_ASSERT_EQUAL(compare(MONTH, "--11", "--12"), -1);
}

static ln_status
write_one(ln_text* const text)
{
  const ln_datetime d = {.year = -44, .month = 3U, .day = 15U, .fraction = {"25", 2U}};
  return ln_datetime_write(&d, DATE_TIME, text);
}

static void
out_of_memory(void)
{
  ln_text text = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(write_one(&text), ln_text_clear(&text));
}

static const unit_test TESTS[] = {
  {"forms, what is wrong with them, and back", forms},
  {"days that a month lacks", day_problems},
  {"order", order},
  {"out of memory", out_of_memory},
};

UNIT_MAIN("datetime", TESTS)
