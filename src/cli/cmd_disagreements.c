/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner disagreements: where what is said does not go together, both sides of it. */

#include "cli/commands.h"
#include "cli/work.h"
#include "run/run.h"

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,     LN_OPT_BRIEF,          LN_OPT_RULES,  LN_OPT_PROFILE,       LN_OPT_BASE,
  LN_OPT_METADATA,   LN_OPT_HEADER_MAPPING, LN_OPT_PREFIX, LN_OPT_LINK,          LN_OPT_URL,
  LN_OPT_URL_MAP,    LN_OPT_DATES,          LN_OPT_MEMORY, LN_OPT_UNKNOWN_ROLES, LN_OPT_REPORT,
  LN_OPT_MAX_ERRORS, LN_OPT_STRICT,         LN_OPT_COLOR,  LN_OPT_QUIET,         LN_OPT_VERBOSE,
  LN_OPT_HELP,
};

static int
run(const ln_command* const self, const ln_args* const args)
{
  return ln_work(self, args, ln_run_disagreements, LN_WORK_QUIETLY);
}

const ln_command ln_cmd_disagreements = {
  .name    = "disagreements",
  .summary = "show where what is said does not agree, both sides of it",
  .usage   = "[OPTION]... INPUT",
  .about =
    "Converts INPUT as export does, all layers of it, and looks for what does not go together: two "
    "values where there can be one, numbers that do not add up, dates in the wrong order, names of "
    "two things, and what is missing. Each finding has a severity, one sentence, and the claims on "
    "each side with their quotations and cells.\n"
    "\n"
    "What is looked for stands in a table of rules, ontology/disagreements.csv, which --rules adds "
    "to. The exit status does not depend on what is found.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = LN_WORK_INPUTS,
  .examples =
    {
      {"where a biography contradicts itself", "liner disagreements data/thom-russo"},
      {"the same as a page for the browser",
       "liner disagreements data/thom-russo --to html -o thom-russo.html"},
    },
  .run = run,
};
