/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* --report: what is refused before anything is opened, and what is opened. */

#include "unit.h"

#include "cli/reporting.h"

#include "cli/console.h"

#include <unistd.h>

static const ln_option_id with_output[]    = {LN_OPT_REPORT, LN_OPT_OUTPUT};
static const ln_option_id without_output[] = {LN_OPT_REPORT};

static ln_args
reports_of(const char* const first, const char* const second)
{
  ln_args args    = {.n_many = second ? 2U : 1U};
  args.many[0]    = first;
  args.many[1]    = second;
  args.many_of[0] = LN_OPT_REPORT;
  args.many_of[1] = LN_OPT_REPORT;
  return args;
}

static void
check(const ln_args* const args, const bool output, const char* const expected)
{
  const ln_options taken =
    output ? (ln_options){with_output, 2U} : (ln_options){without_output, 1U};
  ln_text error = {0};
  CU_ASSERT_EQUAL(ln_reporting_check(args, taken, &error), *expected ? LN_USAGE : LN_OK);
  CHECK_VIEW(ln_text_view(&error), expected);
  ln_text_reset(&error);
  if (*expected) {
    ln_text_clear(&error);
    size_t    n  = 1U;
    ln_status st = LN_NO_MEM;
    for (; st == LN_NO_MEM; ++n) {
      ln_alloc_fail_at(n);
      st = ln_reporting_check(args, taken, &error);
      ln_alloc_fail_at(0U);
      ln_text_clear(&error);
    }
    CU_ASSERT_EQUAL(st, LN_USAGE);
    CU_ASSERT(n > 2U);
  }
  ln_text_clear(&error);
}

static void
refused(void)
{
  ln_args args = reports_of("jsonl:a", "sarif:b");
  check(&args, true, "");
  args = reports_of("json:a", NULL);
  check(&args,
        true,
        "--report has no format \"json\"; it can be text, jsonl, sarif, junit; did you mean "
        "\"jsonl\"?");
  args = reports_of("sarif", NULL);
  check(&args, true, "--report needs FORMAT:FILE, not \"sarif\"");
  args = reports_of("sarif:", NULL);
  check(&args, true, "--report needs FORMAT:FILE, not \"sarif:\"");
  args = reports_of("text:a", "sarif:a");
  check(&args, true, "--report sarif:a: something else is written to that file");
  args                       = reports_of("text:a", NULL);
  args.values[LN_OPT_OUTPUT] = "a";
  check(&args, true, "--report text:a: something else is written to that file");
}

/* Standard output is free where the command writes nothing, or writes it elsewhere. */
static void
standard_output(void)
{
  ln_args args = reports_of("text:-", NULL);
  check(&args, false, "");
  check(&args, true, "--report text:- needs standard output for itself: give -o FILE");
  args.values[LN_OPT_OUTPUT] = "-";
  check(&args, true, "--report text:- needs standard output for itself: give -o FILE");
  args.values[LN_OPT_OUTPUT] = "x.nt";
  check(&args, true, "");
  args = reports_of("text:-", "junit:-");
  check(&args, false, "--report junit:-: something else is written to that file");
}

static ln_status
open_and_end(const char* const spec, const ln_status status, uint64_t* const errors)
{
  const ln_report_end end     = {.exit = LN_EXIT_CLEAN};
  const ln_log_policy policy  = {.stream = NULL};
  const ln_args       args    = reports_of(spec, NULL);
  ln_reports          reports = {0};
  ln_log* const       log     = ln_log_new(&policy);
  if (!log) {
    return LN_NO_MEM;
  }
  const ln_status opened = ln_reporting_open(&args, log, &reports);
  const int code = ln_reporting_finish(&reports, log, opened == LN_OK ? status : opened, &end);
  *errors        = ln_log_count(log, LN_ERROR);
  ln_log_free(log);
  if (opened != LN_OK || code == LN_EXIT_CLEAN) {
    return opened;
  }
  return code == LN_EXIT_FILES ? LN_IO : LN_NO_MEM;
}

static void
opened(void)
{
  uint64_t errors = 0U;
  CU_ASSERT_EQUAL(open_and_end("text:report-opened", LN_NO_MEM, &errors), LN_OK);
  CU_ASSERT_EQUAL(access("report-opened", F_OK), -1);
  CU_ASSERT_EQUAL(open_and_end("text:report-opened", LN_OK, &errors), LN_OK);
  CU_ASSERT_EQUAL(unlink("report-opened"), 0);
  CU_ASSERT_EQUAL(errors, 0U);
  CU_ASSERT_EQUAL(open_and_end("text:/no/such/folder", LN_OK, &errors), LN_IO);
  CU_ASSERT_EQUAL(errors, 1U);
  CU_ASSERT_EQUAL(open_and_end("text:/dev/full", LN_OK, &errors), LN_IO);
  CU_ASSERT_EQUAL(errors, 1U);
  CHECK_ALLOC_FAILURES(open_and_end("text:report-opened", LN_OK, &errors),
                       (void)unlink("report-opened"));
}

static const unit_test tests[] = {
  {"refused", refused},
  {"standard output", standard_output},
  {"opened", opened},
};

UNIT_MAIN("reporting", tests)
