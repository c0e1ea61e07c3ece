/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Several reports of one run, the text format, and what does not appear. */

#include "report_unit.h"

static void
formats(void)
{
  ln_view format;
  ln_view file;
  CU_ASSERT_STRING_EQUAL(ln_report_format(0U), "text");
  CU_ASSERT_STRING_EQUAL(ln_report_format(1U), "jsonl");
  CU_ASSERT_STRING_EQUAL(ln_report_format(2U), "sarif");
  CU_ASSERT_STRING_EQUAL(ln_report_format(3U), "junit");
  CU_ASSERT_PTR_NULL(ln_report_format(4U));
  ln_report_split(LN_V("jsonl:a:b"), &format, &file);
  CHECK_VIEW(format, "jsonl");
  CHECK_VIEW(file, "a:b");
  ln_report_split(LN_V("jsonl"), &format, &file);
  CHECK_VIEW(format, "jsonl");
  CHECK_VIEW(file, "");
  CU_ASSERT_EQUAL(report_to("yaml", report_path, true), LN_USAGE);
}

/* All findings, although the policy shows one error. */
static void
text(void)
{
  check_report(
    "text",
    true,
    "data/my people.csv:18:5: error: \"19\t64\" is bad; the value was left out [L0201 born, row "
    "17]\n"
    "    hint: Try 12.\n"
    "liner: warning: a <b> & \"c\" [L0504]\n"
    "    hint: Correct the file name, or move the file elsewhere.\n"
    "/w.csv: error: short; the row was left out [L0106, row 2]\n"
    "    hint: Add the missing delimiters; an empty cell is fine, a missing one may have shifted "
    "the others.\n"
    "data/my people.csv:19:5: note: read [L0202 born, row 18]\n"
    "    hint: h\n"
    "liner: rows 9, rows reported 2, notes 1, warnings 1, errors 2\n");
  check_report("text", false, "liner: rows 9, rows reported 2, notes 0, warnings 0, errors 0\n");
}

static void
failures(void)
{
  check_report_failures("text");
}

/* Two reports, one of which cannot be written: it is named. One that is not finished leaves
 * nothing. */
static void
several(void)
{
  const ln_log_policy policy  = {.stream = NULL};
  const ln_report_end end     = {0};
  ln_reports          reports = {0};
  const char*         path    = NULL;
  const char*         error   = NULL;
  ln_log* const       log     = ln_log_new(&policy);
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  CU_ASSERT_EQUAL(ln_reports_add(&reports, LN_V("text"), report_path, "1", &error), LN_OK);
  ln_reports_clear(&reports);
  CU_ASSERT_EQUAL(access(report_path, F_OK), -1);

  CU_ASSERT_EQUAL(ln_reports_add(&reports, LN_V("text"), report_path, "1", &error), LN_OK);
  CU_ASSERT_EQUAL(ln_reports_add(&reports, LN_V("jsonl"), "/dev/full", "1", &error), LN_OK);
  CU_ASSERT_EQUAL(ln_reports_finish(&reports, log, &end, &path, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(path, "/dev/full");
  CU_ASSERT_STRING_EQUAL(error, "No space left on device");
  ln_reports_clear(&reports);
  CU_ASSERT_EQUAL(unlink(report_path), 0); // the other one is whole
  ln_log_free(log);
}

static const unit_test tests[] = {
  {"formats", formats},
  {"text", text},
  {"failures", failures},
  {"several", several},
};

UNIT_MAIN("report", tests)
