/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* EDTF: every example of levels 0 and 1 in the specification of the Library of Congress, what it
   refuses, and what a value means in days. */

#include "unit.h"

#include "rdf/edtf.h"

typedef struct {
  const char* text;
  int         level;
} example;

static void
examples(void)
{
  static const example GOOD[] = {
    // level 0
    {"1985-04-12", 0},
    {"1985-04", 0},
    {"1985", 0},
    {"1985-04-12T23:20:30", 0},
    {"1985-04-12T23:20:30Z", 0},
    {"1985-04-12T23:20:30-04", 0},
    {"1985-04-12T23:20:30+04:30", 0},
    {"1964/2008", 0},
    {"2004-06/2006-08", 0},
    {"2004-02-01/2005-02-08", 0},
    {"2004-02-01/2005-02", 0},
    {"2004-02-01/2005", 0},
    {"2005/2006-02", 0},
    {"0000", 0},
    {"2024-02-29", 0},
    // level 1
    {"Y170000002", 1},
    {"Y-170000002", 1},
    {"2001-21", 1},
    {"2001-22", 1},
    {"2001-23", 1},
    {"2001-24", 1},
    {"1984?", 1},
    {"2004-06~", 1},
    {"2004-06-11%", 1},
    {"201X", 1},
    {"20XX", 1},
    {"2004-XX", 1},
    {"1985-04-XX", 1},
    {"1985-XX-XX", 1},
    {"1985-04-12/..", 1},
    {"1985-04/..", 1},
    {"1985/..", 1},
    {"../1985-04-12", 1},
    {"../1985-04", 1},
    {"../1985", 1},
    {"1985-04-12/", 1},
    {"1985-04/", 1},
    {"1985/", 1},
    {"/1985-04-12", 1},
    {"/1985-04", 1},
    {"/1985", 1},
    {"-1985", 1},
    {"1984~/2004-06", 1},
    {"1984/2004-06~", 1},
    {"1984?/2004%", 1},
    {"1984-06-02?/2004-08-08~", 1},
    {"1984-06-02?/", 1},
  };
  for (size_t i = 0U; i < sizeof(GOOD) / sizeof(GOOD[0]); ++i) {
    ln_edtf     edtf    = {0};
    const char* problem = "none";
    if (!ln_edtf_parse(ln_view_of(GOOD[i].text), &edtf, &problem)) {
      (void)fprintf(stderr, "%s: %s\n", GOOD[i].text, problem);
      CU_FAIL("an example is refused");
      continue;
    }
    CU_ASSERT_PTR_NULL(problem);
    CU_ASSERT_EQUAL(edtf.level, GOOD[i].level);
    CU_ASSERT_EQUAL(edtf.interval, strchr(GOOD[i].text, '/') != NULL);
  }
}

static void
refused(void)
{
  static const char* const BAD[][2] = {
    {"", "it is empty"},
    {"circa 1988", "the year needs four digits, of which the last two may be X"},
    {"198", "the year needs four digits"},
    {"19 8", "the year needs four digits, of which the last two may be X"},
    {"19X8", "the year needs four digits, of which the last two may be X"},
    {"1XXX", "the year needs four digits, of which the last two may be X"},
    {"198x", "the year needs four digits, of which the last two may be X"},
    {"19845", "a year of more than four digits begins with Y"},
    {"-0000", "the year 0000 has no sign"},
    {"Y1984", "a year with Y has more than four digits and does not begin with 0"},
    {"Y01984", "a year with Y has more than four digits and does not begin with 0"},
    {"Y1000000000000000000", "the year has more than 18 digits"},
    {"Y17000-01", "a year with X or Y stands alone"},
    {"198X-01", "a year with X or Y stands alone"},
    {"1964-13-01", "the month must be 01 to 12"},
    {"1964-00", "the month must be 01 to 12"},
    {"1964-20", "the month must be 01 to 12"},
    {"1964-25", "the month must be 01 to 12"},
    {"1964-1", "the month needs two digits"},
    {"1964-X1", "the month needs two digits"},
    {"1964-01-32", "the day must be 01 to 31"},
    {"1964-01-00", "the day must be 01 to 31"},
    {"1964-04-31", "April has 30 days"},
    {"1964-06-31", "June has 30 days"},
    {"1964-09-31", "September has 30 days"},
    {"1964-11-31", "November has 30 days"},
    {"2023-02-29", "this February has 28 days"},
    {"2024-02-30", "this February has 29 days"},
    {"1900-02-29", "this February has 28 days"},
    {"2001-21-01", "a season has no day"},
    {"1985-XX-01", "a day cannot be given in an unspecified month"},
    {"1985-01-1", "the day needs two digits"},
    {"1985T10:00:00", "a time needs a complete date"},
    {"1985-04-XXT10:00:00", "a time needs a complete date"},
    {"1985-04-12T24:00:00", "the hour must be 00 to 23"},
    {"1985-04-12T10:60:00", "the minutes must be 00 to 59"},
    {"1985-04-12T10:00:60", "the seconds must be 00 to 59"},
    {"1985-04-12T10:00", "the time must be written as 23:20:30"},
    {"1985-04-12T10:00:00.5", "it goes on behind the time"},
    {"1985-04-12T10:00:00+1", "the time shift needs two digits"},
    {"1985-04-12T10:00:00+0430", "the time shift must be written as +01:00"},
    {"1985-04-12T10:00:00+15", "the time shift must be at most 14:00"},
    {"1985-04-12T10:00:00?", "it goes on behind the time"},
    {"1985-04-12 ", "it goes on behind the date"},
    {"1985??", "it goes on behind the date"},
    {"1985-04-12-01", "it goes on behind the date"},
    {"/", "an interval needs a date at one end"},
    {"../..", "an interval needs a date at one end"},
    {"1985/1990/1995", "it goes on behind the date"},
    {"1990/1985", "the interval ends before it begins"},
    {"1985-04-12/1985-04-11", "the interval ends before it begins"},
    {"198X/1990", "X digits cannot stand in an interval"},
    {"2004-06-XX/2004-07-03", "X digits cannot stand in an interval"},
    {"1985-04-12T10:00:00/1990", "an interval has dates without times"},
    {"[1667,1668]", "the year needs four digits, of which the last two may be X"},
  };
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    ln_edtf     edtf    = {0};
    const char* problem = NULL;
    CU_ASSERT_FALSE(ln_edtf_parse(ln_view_of(BAD[i][0]), &edtf, &problem));
    CHECK_VIEW(ln_view_of(problem), BAD[i][1]);
    CU_ASSERT_FALSE(ln_edtf_parse(ln_view_of(BAD[i][0]), &edtf, NULL));
  }
}

typedef struct {
  const char* text;
  int64_t     first[3];
  int64_t     last[3];
} meaning;

static void
ranges(void)
{
  static const meaning CASES[] = {
    {"1985-04-12", {1985, 4, 12}, {1985, 4, 12}},
    {"1985-04", {1985, 4, 1}, {1985, 4, 30}},
    {"2024-02", {2024, 2, 1}, {2024, 2, 29}},
    {"1985~", {1985, 1, 1}, {1985, 12, 31}},
    {"201X", {2010, 1, 1}, {2019, 12, 31}},
    {"19XX", {1900, 1, 1}, {1999, 12, 31}},
    {"-19XX", {-1999, 1, 1}, {-1900, 12, 31}},
    {"2001-22", {2001, 1, 1}, {2001, 12, 31}},
    {"1985-XX-XX", {1985, 1, 1}, {1985, 12, 31}},
    {"1985-02-XX", {1985, 2, 1}, {1985, 2, 28}},
    {"1985-04/1986", {1985, 4, 1}, {1986, 12, 31}},
    {"1985/..", {1985, 1, 1}, {INT64_MAX, 12, 31}},
    {"/1985-06", {INT64_MIN, 1, 1}, {1985, 6, 30}},
    {"Y-170000002", {-170000002, 1, 1}, {-170000002, 12, 31}},
    {"1985-04-12T23:20:30Z", {1985, 4, 12}, {1985, 4, 12}},
  };
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    ln_edtf e = {0};
    CU_ASSERT_TRUE(ln_edtf_parse(ln_view_of(CASES[i].text), &e, NULL));
    CU_ASSERT_EQUAL(e.first_year, CASES[i].first[0]);
    CU_ASSERT_EQUAL(e.first_month, CASES[i].first[1]);
    CU_ASSERT_EQUAL(e.first_day, CASES[i].first[2]);
    CU_ASSERT_EQUAL(e.last_year, CASES[i].last[0]);
    CU_ASSERT_EQUAL(e.last_month, CASES[i].last[1]);
    CU_ASSERT_EQUAL(e.last_day, CASES[i].last[2]);
  }
}

static void
years(void)
{
  ln_edtf edtf = {0};
  int64_t year = 0;
  CU_ASSERT_TRUE(ln_edtf_parse(LN_V("1988~"), &edtf, NULL));
  CU_ASSERT_TRUE(ln_edtf_year(&edtf, &year));
  CU_ASSERT_EQUAL(year, 1988);
  CU_ASSERT_TRUE(ln_edtf_parse(LN_V("198X"), &edtf, NULL));
  CU_ASSERT_FALSE(ln_edtf_year(&edtf, &year));
  CU_ASSERT_TRUE(ln_edtf_parse(LN_V("../1990"), &edtf, NULL));
  CU_ASSERT_FALSE(ln_edtf_year(&edtf, &year));
  CU_ASSERT_TRUE(ln_edtf_parse(LN_V("1985/.."), &edtf, NULL));
  CU_ASSERT_TRUE(ln_edtf_year(&edtf, &year));
  CU_ASSERT_EQUAL(year, 1985);
  CU_ASSERT_TRUE(ln_edtf_parse(LN_V("1993-04/1995"), &edtf, NULL));
  CU_ASSERT_TRUE(ln_edtf_year(&edtf, &year));
  CU_ASSERT_EQUAL(year, 1993);
}

static void
xsd(void)
{
  static const char* const CASES[][2] = {
    {"1985", "gYear"},
    {"-1985", "gYear"},
    {"1985-04", "gYearMonth"},
    {"1985-04-12", "date"},
    {"1985-04-12T23:20:30", "dateTime"},
    {"1985-04-12T23:20:30Z", "dateTime"},
    {"1985-04-12T23:20:30+04:30", "dateTime"},
    {"1985-04-12T23:20:30-04", NULL},
    {"1985?", NULL},
    {"-1985~", NULL},
    {"198X", NULL},
    {"1985-XX", NULL},
    {"2001-21", NULL},
    {"-2001-21", NULL},
    {"1985/1986", NULL},
    {"1985/..", NULL},
    {"Y170000002", NULL},
    {"Y-170000002", NULL},
    {"nonsense", NULL},
  };
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    const char* const name = ln_edtf_xsd(ln_view_of(CASES[i][0]));
    CHECK_VIEW(ln_view_of(name), CASES[i][1] ? CASES[i][1] : "");
    CU_ASSERT_EQUAL(name != NULL, CASES[i][1] != NULL);
  }
}

static const unit_test TESTS[] = {
  {"examples of levels 0 and 1", examples},
  {"what is refused and why", refused},
  {"days that are meant", ranges},
  {"years to sort by", years},
  {"the XSD datatype that says the same", xsd},
};

UNIT_MAIN("edtf", TESTS)
