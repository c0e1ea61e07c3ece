/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From arguments to work and back to an exit status. The summary comes last, behind "… more errors
   were not shown", and only for runs that came to an end of their own: behind a full disk it would
   tell of triples that nobody has. */

#include "cli/work.h"

#include "cli/checks.h"
#include "cli/console.h"
#include "cli/page.h"
#include "cli/reporting.h"
#include "cli/settings.h"

#include <string.h>

static void
say_summary(const ln_summary* const summary)
{
  ln_text text = {0};
  if (ln_console_summary(summary, &text) == LN_OK) {
    ln_console_say(ln_text_view(&text));
  }
  ln_text_clear(&text);
}

/* A run must not fail without a word: if it does, that is a fault of liner. Devices of the console
   speak for themselves. */
static int
explained(const int code, const ln_log* const log)
{
  const bool silent = ln_log_count(log, LN_ERROR) == 0U && ln_log_count(log, LN_WARNING) == 0U;
  if (!silent || (code != LN_EXIT_FAULTS && code != LN_EXIT_USAGE)) {
    return code;
  }
  ln_console_say(LN_V("internal error: a run failed without saying why; please report it"));
  return LN_EXIT_INTERNAL;
}

static int
work_on(const ln_job* const  job,
        const ln_args* const args,
        const ln_work_func   work,
        const ln_work_end    end)
{
  const ln_log_policy policy  = ln_settings_policy(args);
  ln_summary          summary = {0};
  ln_reports          reports = {0};
  ln_log* const       log     = ln_log_new(&policy);
  if (!log) {
    return ln_console_exit(LN_NO_MEM, NULL);
  }
  ln_status status         = ln_reporting_open(args, log, &reports);
  status                   = status == LN_OK ? work(job, log, &summary) : status;
  int code                 = ln_console_exit(status, log);
  code                     = explained(code, log);
  const ln_report_end told = {.rows          = summary.rows,
                              .rows_reported = summary.rows_reported,
                              .descriptions  = summary.descriptions,
                              .triples       = summary.triples,
                              .exit          = code};
  code                     = ln_reporting_finish(&reports, log, status, &told);
  if (end == LN_WORK_SUMMED && job->verbosity >= 0 &&
      (code == LN_EXIT_CLEAN || code == LN_EXIT_FAULTS)) {
    say_summary(&summary);
  }
  ln_log_free(log);
  return code;
}

/* --profile list */
static ln_status
print_profiles(ln_out* const out, const void* const what)
{
  enum { INDENT = 14 };
  (void)what;
  ln_view   name   = {0};
  ln_view   title  = {0};
  ln_text   text   = {0};
  ln_status status = LN_OK;
  for (size_t i = 0U; status == LN_OK && ln_run_profile(i, &name, &title); ++i) {
    ln_text_reset(&text);
    status = ln_text_add(&text, title);
    if (status == LN_OK) {
      ln_page_item(out, name, text.s, INDENT);
    }
  }
  ln_text_clear(&text);
  return status;
}

int
ln_work(const ln_command* const command,
        const ln_args* const    args,
        const ln_work_func      work,
        const ln_work_end       end)
{
  ln_job            job;
  ln_checks         checks  = {.validation = {.graphs = NULL}};
  ln_text           error   = {0};
  int               code    = LN_EXIT_CLEAN;
  const char* const profile = args->values[LN_OPT_PROFILE];
  if (profile && strcmp(profile, "list") == 0) {
    return ln_console_print(print_profiles, NULL);
  }
  const bool   many   = ln_args_has(args, LN_OPT_PROFILE) && command->most == LN_WORK_INPUTS;
  const size_t most   = command->most == LN_WORK_INPUTS ? 1U : command->most;
  ln_status    status = ln_args_inputs(args,
                                    command->free ? 0U : 1U,
                                    many ? LN_WORK_INPUTS : most,
                                    many ? "INPUT (a folder, a table or TABLE=FILE)"
                                            : "INPUT (a catalogue folder or a table)",
                                    &error);
  if (status == LN_OK) {
    status = ln_settings_job(args, &job, &error);
  }
  if (status == LN_OK && ln_checks_wanted(args)) {
    job.validation = &checks.validation;
    status         = ln_checks_read(args, &checks, &error);
  }
  if (status == LN_OK) {
    status = ln_reporting_check(args, command->options, &error);
  }
  if (status == LN_OK) {
    code = work_on(&job, args, work, end);
  } else {
    code = ln_console_misuse(status, &error, command->name);
  }
  ln_text_clear(&error);
  return code;
}
