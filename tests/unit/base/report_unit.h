/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_REPORT_UNIT_H
#define LN_TESTS_REPORT_UNIT_H

/* What the tests of reports share: two tables, findings in both and without a place, a report of
   one format in a file of its own, and its bytes. */

#include "unit.h"

#include "base/in.h"
#include "base/report.h"

#include <stdbool.h>
#include <unistd.h>

static const char report_path[] = "report-under-test";

static inline bool
report_locate(void* const self, const ln_where where, ln_place* const place)
{
  (void)self;
  *place = (ln_place){where.row + 1U, 5U, LN_V("born"), 4U};
  return where.row < 99U;
}

static inline ln_status
report_all(ln_log* const log)
{
  const ln_view none   = {NULL, 0U};
  uint32_t      people = 0U;
  uint32_t      works  = 0U;
  LN_TRY(ln_log_source(log, LN_V("data/my people.csv"), report_locate, NULL, &people));
  LN_TRY(ln_log_source(log, LN_V("/w.csv"), NULL, NULL, &works));
  LN_TRY(ln_report(
    log, LN_L0201, LN_NO_VALUE, (ln_where){people, 3U, 17U}, LN_V("Try 12."), "\"19\t64\" is bad"));
  LN_TRY(ln_report(log, LN_L0504, LN_KEPT, (ln_where){0}, none, "a <b> & \"c\""));
  LN_TRY(ln_report(log, LN_L0106, LN_NO_ROW, (ln_where){works, 0U, 2U}, none, "short"));
  LN_TRY(ln_report(log, LN_L0202, LN_KEPT, (ln_where){people, 3U, 18U}, LN_V("h"), "read"));
  return LN_OK;
}

static inline ln_status
report_to(const char* const format, const char* const file, const bool findings)
{
  const ln_log_policy policy  = {.stream = NULL, .max_errors = 1U};
  const ln_report_end end     = {9U, 2U, 7U, 21U, findings ? 1 : 0};
  ln_reports          reports = {0};
  const char*         path    = NULL;
  const char*         error   = NULL;
  ln_log* const       log     = ln_log_new(&policy);
  if (!log) {
    return LN_NO_MEM;
  }
  ln_status st = ln_reports_add(&reports, ln_view_of(format), file, "1.2.3", &error);
  ln_log_listen(log, ln_reports_take, &reports);
  st = st == LN_OK && findings ? report_all(log) : st;
  st = st == LN_OK ? ln_reports_finish(&reports, log, &end, &path, &error) : st;
  ln_reports_clear(&reports);
  ln_log_free(log);
  return st;
}

/** The report of this format is exactly this. */
static inline void
check_report(const char* const format, const bool findings, const char* const expected)
{
  ln_view     bytes = {0};
  const char* error = NULL;
  CU_ASSERT_EQUAL(report_to(format, report_path, findings), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(report_path, 1U << 20U, &bytes, &error), LN_OK);
  CHECK_VIEW(bytes, expected);
  ln_free((void*)(uintptr_t)bytes.s);
  CU_ASSERT_EQUAL(unlink(report_path), 0);
}

/** Every allocation fails once, and the disk is full. */
static inline void
check_report_failures(const char* const format)
{
  CHECK_ALLOC_FAILURES(report_to(format, report_path, true), (void)unlink(report_path));
  CU_ASSERT_EQUAL(report_to(format, "/dev/full", true), LN_IO);
  CU_ASSERT_EQUAL(report_to(format, "/no/such/folder", true), LN_IO);
}

#endif
