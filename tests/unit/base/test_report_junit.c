/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* JUnit XML: findings that came mixed stand by file, and counts are those of what follows. */

#include "report_unit.h"

static void
suites(void)
{
  check_report("junit",
               true,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<testsuites name=\"liner\" tests=\"4\" failures=\"3\" errors=\"0\">\n"
               "<testsuite name=\"liner\" tests=\"1\" failures=\"1\" errors=\"0\">\n"
               "<testcase name=\"L0504\" classname=\"liner\">\n"
               "<failure type=\"warning\" message=\"a &lt;b&gt; &amp; &quot;c&quot;\">liner: "
               "warning: a &lt;b&gt; &amp; "
               "&quot;c&quot; [L0504]&#10;    hint: Correct the file name, or move the file "
               "elsewhere.&#10;</failure>\n"
               "</testcase>\n"
               "</testsuite>\n"
               "<testsuite name=\"data/my people.csv\" tests=\"2\" failures=\"1\" errors=\"0\">\n"
               "<testcase name=\"L0201 born, row 17\" classname=\"data/my people.csv\" "
               "file=\"data/my people.csv\" line=\"18\">\n"
               "<failure type=\"error\" message=\"&quot;19&#9;64&quot; is bad\">data/my "
               "people.csv:18:5: error: "
               "&quot;19&#9;64&quot; is bad; the value was left out [L0201 born, row 17]&#10;    "
               "hint: Try 12.&#10;</failure>\n"
               "</testcase>\n"
               "<testcase name=\"L0202 born, row 18\" classname=\"data/my people.csv\" "
               "file=\"data/my people.csv\" line=\"19\">\n"
               "<system-out>data/my people.csv:19:5: note: read [L0202 born, row 18]&#10;    hint: "
               "h&#10;</system-out>\n"
               "</testcase>\n"
               "</testsuite>\n"
               "<testsuite name=\"/w.csv\" tests=\"1\" failures=\"1\" errors=\"0\">\n"
               "<testcase name=\"L0106, row 2\" classname=\"/w.csv\">\n"
               "<failure type=\"error\" message=\"short\">/w.csv: error: short; the row was left "
               "out [L0106, row 2]&#10;"
               "    hint: Add the missing delimiters; an empty cell is fine, a missing one may "
               "have shifted the "
               "others.&#10;</failure>\n"
               "</testcase>\n"
               "</testsuite>\n"
               "</testsuites>\n");
}

/* A log without sources has no suites; a file without findings is a case that passed. */
static ln_status
quiet(void)
{
  const ln_log_policy policy  = {.stream = NULL};
  const ln_report_end end     = {0};
  ln_reports          reports = {0};
  const char*         path    = NULL;
  const char*         error   = NULL;
  uint32_t            source  = 0U;
  ln_log* const       log     = ln_log_new(&policy);
  if (!log) {
    return LN_NO_MEM;
  }
  ln_status st = ln_reports_add(&reports, LN_V("junit"), report_path, "1", &error);
  st           = st == LN_OK ? ln_log_source(log, LN_V("a.csv"), NULL, NULL, &source) : st;
  st           = st == LN_OK ? ln_reports_finish(&reports, log, &end, &path, &error) : st;
  ln_reports_clear(&reports);
  ln_log_free(log);
  return st;
}

static void
nothing_found(void)
{
  ln_view     bytes = {0};
  const char* error = NULL;
  check_report("junit",
               false,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<testsuites name=\"liner\" tests=\"0\" failures=\"0\" errors=\"0\">\n"
               "</testsuites>\n");
  CU_ASSERT_EQUAL(quiet(), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(report_path, 1U << 20U, &bytes, &error), LN_OK);
  CHECK_VIEW(bytes,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<testsuites name=\"liner\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
             "<testsuite name=\"a.csv\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
             "<testcase name=\"no findings\" classname=\"a.csv\"/>\n"
             "</testsuite>\n"
             "</testsuites>\n");
  ln_free((void*)(uintptr_t)bytes.s);
  CU_ASSERT_EQUAL(unlink(report_path), 0);
}

static void
failures(void)
{
  check_report_failures("junit");
}

static const unit_test tests[] = {
  {"suites", suites},
  {"nothing found", nothing_found},
  {"failures", failures},
};

UNIT_MAIN("report_junit", tests)
