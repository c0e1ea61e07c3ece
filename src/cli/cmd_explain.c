/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner explain: the bound plan in words. */

#include "base/out.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/work.h"
#include "run/run.h"

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,
  LN_OPT_LAYERS,
  LN_OPT_BASE,
  LN_OPT_METADATA,
  LN_OPT_LINK,
  LN_OPT_URL,
  LN_OPT_URL_MAP,
  LN_OPT_DATES,
  LN_OPT_UNKNOWN_ROLES,
  LN_OPT_REPORT,
  LN_OPT_COLOR,
  LN_OPT_QUIET,
  LN_OPT_VERBOSE,
  LN_OPT_HELP,
};

static ln_status
explain(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  (void)summary;
  ln_out* out = NULL;
  LN_TRY(ln_console_open(job->output ? job->output : "-", &out));
  const ln_status status = ln_run_explain(job, log, out);
  if (status != LN_OK) {
    ln_out_abandon(out);
    return status;
  }
  return ln_console_close(out);
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  return ln_work(self, args, explain, LN_WORK_QUIETLY);
}

const ln_command ln_cmd_explain = {
  .name    = "explain",
  .summary = "tell which column becomes which property of which node",
  .usage   = "[OPTION]... INPUT",
  .about = "Binds the mapping of INPUT to the headers of its tables and prints the plan in words; "
           "no row is exported.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 1U,
  .examples =
    {
      {"the plan of the facts", "liner explain data/thom-russo"},
      {"the plan of all layers", "liner explain data/thom-russo --layers facts,evidence,shortcuts"},
    },
  .run = run,
};
