/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From arguments to work and back to an exit status. The summary comes last, behind "… more errors
   were not shown", and only for runs that came to an end of their own: behind a full disk it would
   tell of triples that nobody has. */

#include "cli/work.h"

#include "cli/console.h"
#include "cli/settings.h"

static void
say_summary(const ln_summary* const summary)
{
  ln_text text = {0};
  if (ln_console_summary(summary, &text) == LN_OK) {
    ln_console_say(ln_text_view(&text));
  }
  ln_text_clear(&text);
}

static int
work_on(const ln_job* const        job,
        const ln_log_policy* const policy,
        const ln_work_func         work,
        const ln_work_end          end)
{
  ln_summary    summary = {0};
  ln_log* const log     = ln_log_new(policy);
  if (!log) {
    return ln_console_exit(LN_NO_MEM, NULL);
  }
  const ln_status status   = work(job, log, &summary);
  const ln_status finished = ln_log_finish(log);
  const int       code     = ln_console_exit(status == LN_OK ? finished : status, log);
  if (end == LN_WORK_SUMMED && job->verbosity >= 0 &&
      (code == LN_EXIT_CLEAN || code == LN_EXIT_FAULTS)) {
    say_summary(&summary);
  }
  ln_log_free(log);
  return code;
}

int
ln_work(const ln_command* const command,
        const ln_args* const    args,
        const ln_work_func      work,
        const ln_work_end       end)
{
  ln_job    job;
  ln_text   error  = {0};
  int       code   = LN_EXIT_CLEAN;
  ln_status status = ln_args_inputs(args, 1U, 1U, "INPUT (a catalogue folder or a table)", &error);
  if (status == LN_OK) {
    status = ln_settings_job(args, &job, &error);
  }
  if (status == LN_OK) {
    const ln_log_policy policy = ln_settings_policy(args);
    code                       = work_on(&job, &policy, work, end);
  } else {
    code = ln_console_misuse(status, &error, command->name);
  }
  ln_text_clear(&error);
  return code;
}
