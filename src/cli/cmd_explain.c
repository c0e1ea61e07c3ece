/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner explain: the bound plan in words; or, of a code, what help says of it. */

#include "base/out.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/work.h"
#include "run/run.h"

#include <stdbool.h>
#include <stddef.h>
#include <unistd.h>

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,   LN_OPT_FORM,           LN_OPT_LAYERS,        LN_OPT_BASE,    LN_OPT_PROFILE,
  LN_OPT_METADATA, LN_OPT_HEADER_MAPPING, LN_OPT_PREFIX,        LN_OPT_LINK,    LN_OPT_URL,
  LN_OPT_URL_MAP,  LN_OPT_DATES,          LN_OPT_UNKNOWN_ROLES, LN_OPT_SHAPES,  LN_OPT_ONTOLOGY,
  LN_OPT_REPORT,   LN_OPT_COLOR,          LN_OPT_QUIET,         LN_OPT_VERBOSE, LN_OPT_HELP,
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

/* L and four digits, and no file. */
static bool
is_code(const char* const word)
{
  size_t n = 1U;
  while (word[0] != '\0' && word[n] >= '0' && word[n] <= '9') {
    ++n;
  }
  return (word[0] == 'L' || word[0] == 'l') && n == 5U && word[n] == '\0' &&
         access(word, F_OK) != 0;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  if (args->n_inputs == 1U && is_code(args->inputs[0])) {
    return ln_cmd_help.run(&ln_cmd_help, args);
  }
  return ln_work(self, args, explain, LN_WORK_QUIETLY);
}

const ln_command ln_cmd_explain = {
  .name    = "explain",
  .summary = "tell how columns become properties, or what a message means",
  .usage   = "[OPTION]... INPUT | CODE",
  .about =
    "Binds the mapping of INPUT to the headers of its tables and prints the plan in words, or "
    "the mapping itself as CSVW metadata; no row is exported. With --shapes also tells which shape "
    "is held "
    "against rows one by one when INPUT is validated, and which against the whole graph. Of the "
    "CODE that stands in brackets "
    "at the end of a message, such as "
    "L0201, tells what it means and what to do.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = LN_WORK_INPUTS,
  .examples =
    {
      {"the plan of the facts", "liner explain data/thom-russo"},
      {"what does L0201 mean?", "liner explain L0201"},
      {"the plan of all layers", "liner explain data/thom-russo --layers facts,evidence,shortcuts"},
      {"the header of a table as metadata", "liner explain --to csvw data/thom-russo/works.csv"},
    },
  .run = run,
};
