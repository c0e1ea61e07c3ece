/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From arguments to work and back to an exit status. */

#include "cli/work.h"

#include "cli/console.h"
#include "unit.h"

static char* const inputs[] = {(char[]){"in"}};

static ln_status
end_well(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  CU_ASSERT_STRING_EQUAL(job->input, "in");
  CU_ASSERT_PTR_NOT_NULL(log);
  CU_ASSERT_EQUAL(summary->rows, 0U);
  return LN_OK;
}

static ln_status
find_fault(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  const ln_where nowhere = {0U, 0U, 0U};
  summary->errors        = 1U;
  (void)job;
  return ln_report(log, LN_L0201, LN_NO_VALUE, nowhere, LN_V("hint"), "a fault");
}

static ln_status
fail_to_write(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  (void)job;
  (void)log;
  (void)summary;
  return LN_IO;
}

static ln_status
give_up_silently(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  (void)job;
  (void)log;
  (void)summary;
  return LN_USAGE;
}

static ln_status
must_not_run(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  (void)job;
  (void)log;
  (void)summary;
  CU_FAIL("work was done although the arguments are wrong");
  return LN_OK;
}

static void
work_is_done_and_judged(void)
{
  ln_args args               = {.inputs = inputs, .n_inputs = 1U};
  args.values[LN_OPT_QUIET]  = "";
  args.values[LN_OPT_COLOR]  = "never";
  const ln_command* const as = &ln_cmd_export;
  CU_ASSERT_EQUAL(ln_work(as, &args, end_well, LN_WORK_SUMMED), LN_EXIT_CLEAN);
  CU_ASSERT_EQUAL(ln_work(as, &args, find_fault, LN_WORK_SUMMED), LN_EXIT_FAULTS);
  CU_ASSERT_EQUAL(ln_work(as, &args, fail_to_write, LN_WORK_SUMMED), LN_EXIT_FILES);
  // Whoever fails has to say why
  CU_ASSERT_EQUAL(ln_work(as, &args, give_up_silently, LN_WORK_SUMMED), LN_EXIT_INTERNAL);
  args.values[LN_OPT_STRICT] = "";
  CU_ASSERT_EQUAL(ln_work(as, &args, find_fault, LN_WORK_QUIETLY), LN_EXIT_FAULTS);
}

static void
wrong_arguments_do_nothing(void)
{
  ln_args args = {.inputs = inputs, .n_inputs = 0U};
  CU_ASSERT_EQUAL(ln_work(&ln_cmd_export, &args, must_not_run, LN_WORK_SUMMED), LN_EXIT_USAGE);
  args.n_inputs            = 1U;
  args.values[LN_OPT_BASE] = "not absolute";
  CU_ASSERT_EQUAL(ln_work(&ln_cmd_export, &args, must_not_run, LN_WORK_SUMMED), LN_EXIT_USAGE);
}

static const unit_test tests[] = {
  {"work is done and judged", work_is_done_and_judged},
  {"wrong arguments do nothing", wrong_arguments_do_nothing},
};

UNIT_MAIN("work", tests)
