/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Date formats: every pattern of section 6.4.4 of the model for tabular data. */

#include "unit.h"

#include "rdf/datetime_format.h"

enum {
  DATE      = LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY,
  DATE_TIME = DATE | LN_HAS_TIME,
  STAMP     = DATE_TIME | LN_NEEDS_ZONE,
  TIME      = LN_HAS_TIME,
};

typedef struct {
  unsigned    fields;
  const char* format;
  const char* cell;
  const char* lexical; ///< NULL: refused
} row;

static void
check_rows(const row* const rows, const size_t n)
{
  ln_text text = {NULL, 0U, 0U};
  for (size_t i = 0U; i < n; ++i) {
    ln_datetime_format format  = {0};
    ln_datetime        d       = {0};
    const char*        problem = NULL;
    CU_ASSERT_TRUE(
      ln_datetime_format_parse(ln_view_of(rows[i].format), rows[i].fields, &format, &problem));
    const bool read =
      ln_datetime_format_read(&format, ln_view_of(rows[i].cell), rows[i].fields, &d, &problem);
    if (read != (rows[i].lexical != NULL)) {
      (void)fprintf(stderr, "%s: %s\n", rows[i].format, rows[i].cell);
    }
    CU_ASSERT_EQUAL(read, rows[i].lexical != NULL);
    CU_ASSERT_EQUAL(problem == NULL, read);
    if (read && rows[i].lexical) {
      ln_text_reset(&text);
      CU_ASSERT_EQUAL(ln_datetime_write(&d, rows[i].fields, &text), LN_OK);
      CHECK_VIEW(ln_text_view(&text), rows[i].lexical);
    }
  }
  ln_text_clear(&text);
}

static void
dates(void)
{
  static const row ROWS[] = {
    {DATE, "yyyy-MM-dd", "1988-01-25", "1988-01-25"},
    {DATE, "yyyyMMdd", "19880125", "1988-01-25"},
    {DATE, "dd-MM-yyyy", "25-01-1988", "1988-01-25"},
    {DATE, "d-M-yyyy", "25-1-1988", "1988-01-25"},
    {DATE, "MM-dd-yyyy", "01-25-1988", "1988-01-25"},
    {DATE, "M-d-yyyy", "1-25-1988", "1988-01-25"},
    {DATE, "dd/MM/yyyy", "25/01/1988", "1988-01-25"},
    {DATE, "d/M/yyyy", "25/1/1988", "1988-01-25"},
    {DATE, "MM/dd/yyyy", "01/25/1988", "1988-01-25"},
    {DATE, "M/d/yyyy", "1/25/1988", "1988-01-25"},
    {DATE, "M/d/yyyy", "12/5/1988", "1988-12-05"},
    {DATE, "dd.MM.yyyy", "25.01.1988", "1988-01-25"},
    {DATE, "d.M.yyyy", "25.1.1988", "1988-01-25"},
    {DATE, "MM.dd.yyyy", "01.25.1988", "1988-01-25"},
    {DATE, "M.d.yyyy", "1.25.1988", "1988-01-25"},
    {DATE, "yyyy-MM-ddX", "1988-01-25Z", "1988-01-25Z"},
    {DATE, "dd.MM.yyyy XXX", "25.01.1988 -05:00", "1988-01-25-05:00"},
    {DATE, "M/d/yyyy", "13/25/1988", NULL},
    {DATE, "M/d/yyyy", "2/30/1988", NULL},
    {DATE, "M/d/yyyy", "1/25/88", NULL},
    {DATE, "M/d/yyyy", "1/25/1988x", NULL},
    {DATE, "M/d/yyyy", "1-25-1988", NULL},
    {DATE, "M/d/yyyy", "1/25/", NULL},
    {DATE, "M/d/yyyy", "", NULL},
    {DATE, "MM/dd/yyyy", "1/25/1988", NULL},
    {DATE, "d 'of' M, yyyy", "5 of 2, 1988", "1988-02-05"},
    {LN_HAS_YEAR, "yyyy", "1988", "1988"},
    {LN_HAS_YEAR | LN_HAS_MONTH, "M/yyyy", "2/1988", "1988-02"},
    {LN_HAS_MONTH | LN_HAS_DAY, "d.M.", "29.2.", "--02-29"},
  };
  check_rows(ROWS, sizeof(ROWS) / sizeof(ROWS[0]));
}

static void
times(void)
{
  static const row ROWS[] = {
    {TIME, "HH:mm:ss.S", "15:02:37.1", "15:02:37.1"},
    {TIME, "HH:mm:ss.S", "15:02:37.12", NULL},
    {TIME, "HH:mm:ss.SSS", "15:02:37.143", "15:02:37.143"},
    {TIME, "HH:mm:ss.SSS", "15:02:37.1", "15:02:37.1"},
    {TIME, "HH:mm:ss.SSS", "15:02:37.", NULL},
    {TIME, "HH:mm:ss", "15:02:37", "15:02:37"},
    {TIME, "HHmmss", "150237", "15:02:37"},
    {TIME, "HH:mm", "15:02", "15:02:00"},
    {TIME, "HHmm", "1502", "15:02:00"},
    {TIME, "H:mm", "9:05", "09:05:00"},
    {TIME, "HH:mm", "15:60", NULL},
    {TIME, "HH:mm", "25:00", NULL},
    {TIME, "HH:mm:ssX", "15:02:37-05", "15:02:37-05:00"},
    {TIME, "HH:mm:ssX", "15:02:37+0530", "15:02:37+05:30"},
    {TIME, "HH:mm:ssX", "15:02:37Z", "15:02:37Z"},
    {TIME, "HH:mm:ssX", "15:02:37+05:30", NULL},
    {TIME, "HH:mm:ssX", "15:02:37", NULL},
    {TIME, "HHmm XX", "1502 +0800", "15:02:00+08:00"},
    {TIME, "HHmm XX", "1502 Z", "15:02:00Z"},
    {TIME, "HHmm XX", "1502 +08", NULL},
    {TIME, "HHmm XX", "1502 +08:00", NULL},
    {TIME, "HHmm XXX", "1502 +08:00", "15:02:00+08:00"},
    {TIME, "HHmm XXX", "1502 +0800", NULL},
    {TIME, "HHmm XXX", "1502 Z", "15:02:00Z"},
    {TIME, "HHmm x", "1502 +08", "15:02:00+08:00"},
    {TIME, "HHmm x", "1502 Z", NULL},
    {TIME, "HHmm xx", "1502 +0000", "15:02:00Z"},
    {TIME, "HHmm xxx", "1502 -01:30", "15:02:00-01:30"},
    {TIME, "HHmm xxx", "1502 -01:60", NULL},
    {TIME, "HHmm xxx", "1502 -15:00", NULL},
    {TIME, "HHmm xxx", "1502 ", NULL},
  };
  check_rows(ROWS, sizeof(ROWS) / sizeof(ROWS[0]));
}

static void
dates_with_times(void)
{
  static const row ROWS[] = {
    {DATE_TIME, "yyyy-MM-ddTHH:mm:ss.S", "2015-03-15T15:02:37.1", "2015-03-15T15:02:37.1"},
    {DATE_TIME, "yyyy-MM-ddTHH:mm:ss", "2015-03-15T15:02:37", "2015-03-15T15:02:37"},
    {DATE_TIME, "yyyy-MM-ddTHH:mm", "2015-03-15T15:02", "2015-03-15T15:02:00"},
    {DATE_TIME, "yyyyMMdd HHmmss", "20150315 150237", "2015-03-15T15:02:37"},
    {DATE_TIME, "d-M-yyyy HHmm X", "15-3-2015 1502 Z", "2015-03-15T15:02:00Z"},
    {DATE_TIME, "yyyy-MM-dd HH:mm:ss", "2015-03-15T15:02:37", NULL},
    {STAMP, "yyyy-MM-dd HH:mm:ss X", "2015-03-15 15:02:37 +0800", "2015-03-15T15:02:37+08:00"},
  };
  check_rows(ROWS, sizeof(ROWS) / sizeof(ROWS[0]));
}

static void
bad_formats(void)
{
  static const row BAD[] = {
    {DATE, "yyyy-MM", "", NULL},
    {DATE, "yy-MM-dd", "", NULL},
    {DATE, "yyyy-MMM-dd", "", NULL},
    {DATE, "yyyy-MM-dd HH:mm", "", NULL},
    {DATE, "dMyyyy", "", NULL},
    {DATE, "d1/M/yyyy", "", NULL},
    {DATE, "yyyy-MM-dd-dd", "", NULL},
    {DATE, "EEE yyyy-MM-dd", "", NULL},
    {DATE, "'yyyy-MM-dd", "", NULL},
    {DATE, "yyyy-MM-ddXXXX", "", NULL},
    {DATE, "", "", NULL},
    {TIME, "HH:mm a", "", NULL},
    {TIME, "HH", "", NULL},
    {TIME, "HH:mm.S", "", NULL},
    {TIME, "hh:mm", "", NULL},
    {STAMP, "yyyy-MM-ddTHH:mm:ss", "", NULL},
    {TIME, "HH:mm X X", "", NULL},
    {DATE, "y-M-d'1'y-M-d'1'y-M-d'1'y-M-d'1'y-M-d", "", NULL},
    {DATE, "d.M.yyyy'a''b''c''d''e''f''g''h''i''j''k''l''m''n''o''p''q''r''s''t'", "", NULL},
  };
  for (size_t i = 0U; i < sizeof(BAD) / sizeof(BAD[0]); ++i) {
    ln_datetime_format format  = {0};
    const char*        problem = NULL;
    CU_ASSERT_FALSE(
      ln_datetime_format_parse(ln_view_of(BAD[i].format), BAD[i].fields, &format, &problem));
    CU_ASSERT_PTR_NOT_NULL(problem);
  }
}

static const unit_test TESTS[] = {
  {"dates", dates},
  {"times", times},
  {"dates with times", dates_with_times},
  {"bad formats", bad_formats},
};

UNIT_MAIN("datetime_format", TESTS)
