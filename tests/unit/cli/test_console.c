/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The summary and the exit statuses. */

#include "cli/console.h"

#include "unit.h"

#include <stdlib.h>

static void
summary_reads_like_a_sentence(void)
{
  ln_text          out    = {0};
  const ln_summary usual  = {412U, 0U, 1203U, 6511U, 9U, 2U, 0U, 0.0349, 0U};
  const ln_summary single = {1U, 1U, 1U, 1U, 0U, 1U, 1U, 61.005, 0U};
  const ln_summary large  = {1000000U, 0U, 999U, 18446744073709551615ULL, 0U, 0U, 1000U, 0.0, 0U};
  CU_ASSERT_EQUAL(ln_console_summary(&usual, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out),
             "412 rows, 1,203 descriptions, 6,511 triples, 2 warnings, 0 errors, 0.03 s");
  ln_text_reset(&out);
  CU_ASSERT_EQUAL(ln_console_summary(&single, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out),
             "1 row, 1 row reported, 1 description, 1 triple, 1 warning, 1 error, 61.01 s");
  ln_text_reset(&out);
  CU_ASSERT_EQUAL(ln_console_summary(&large, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out),
             "1,000,000 rows, 999 descriptions, 18,446,744,073,709,551,615 triples, 0 warnings, "
             "1,000 errors, 0.00 s");
  const ln_summary nobody = {.rows = 3U, .placeholders = 2U};
  ln_text_reset(&out);
  CU_ASSERT_EQUAL(ln_console_summary(&nobody, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out),
             "3 rows, 2 placeholders, 0 descriptions, 0 triples, 0 warnings, 0 errors, 0.00 s");
  ln_text_clear(&out);
}

static ln_status
sum_up(ln_text* const out)
{
  const ln_summary summary = {.rows = 3U, .rows_reported = 1U};
  return ln_console_summary(&summary, out);
}

static void
memory_may_end(void)
{
  ln_text out = {0};
  CHECK_ALLOC_FAILURES(sum_up(&out), ln_text_clear(&out));
}

static void
statuses_become_exit_statuses(void)
{
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  CU_ASSERT_PTR_NOT_NULL_FATAL(log);
  const ln_where nowhere = {0U, 0U, 0U};
  CU_ASSERT_EQUAL(ln_console_exit(LN_OK, log), 0);
  CU_ASSERT_EQUAL(ln_console_exit(LN_OK, NULL), 0);
  CU_ASSERT_EQUAL(ln_report(log, LN_L0501, LN_KEPT, nowhere, LN_V("h"), "a warning"), LN_OK);
  CU_ASSERT_EQUAL(ln_console_exit(LN_OK, log), 0);
  CU_ASSERT_EQUAL(ln_console_exit(LN_STOP, log), 1);
  CU_ASSERT_EQUAL(ln_report(log, LN_L0502, LN_NO_TABLE, nowhere, LN_V("h"), "an error"), LN_OK);
  CU_ASSERT_EQUAL(ln_console_exit(LN_OK, log), 1);
  CU_ASSERT_EQUAL(ln_console_exit(LN_USAGE, log), 2);
  CU_ASSERT_EQUAL(ln_console_exit(LN_IO, log), 3);
  ln_log_free(log);
}

static void
exit_statuses_are_listed(void)
{
  size_t n = 0U;
  while (ln_exit_about(n)) {
    ++n;
  }
  CU_ASSERT_EQUAL(n, 6U);
  CU_ASSERT_EQUAL(ln_exit_about(1U)->number, LN_EXIT_FAULTS);
}

static void
colours_only_if_wanted(void)
{
  CU_ASSERT_TRUE(ln_console_color(1U));
  CU_ASSERT_FALSE(ln_console_color(2U));
  /* auto: even on a terminal, NO_COLOR forbids them */
  CU_ASSERT_EQUAL(setenv("NO_COLOR", "1", 1), 0);
  CU_ASSERT_FALSE(ln_console_color(0U));
  CU_ASSERT_EQUAL(setenv("TERM", "dumb", 1), 0);
  CU_ASSERT_FALSE(ln_console_progress("x.ttl"));
}

static const unit_test tests[] = {
  {"summary reads like a sentence", summary_reads_like_a_sentence},
  {"memory may end", memory_may_end},
  {"statuses become exit statuses", statuses_become_exit_statuses},
  {"exit statuses are listed", exit_statuses_are_listed},
  {"colours only if wanted", colours_only_if_wanted},
};

UNIT_MAIN("console", tests)
