/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner compare: what two or more catalogues say of the same things. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/work.h"
#include "run/run.h"

#include <string.h>

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,
  LN_OPT_COMPARED,
  LN_OPT_RULES,
  LN_OPT_PROFILE,
  LN_OPT_BASE,
  LN_OPT_METADATA,
  LN_OPT_URL_MAP,
  LN_OPT_DATES,
  LN_OPT_MEMORY,
  LN_OPT_UNKNOWN_ROLES,
  LN_OPT_REPORT,
  LN_OPT_MAX_ERRORS,
  LN_OPT_STRICT,
  LN_OPT_COLOR,
  LN_OPT_QUIET,
  LN_OPT_VERBOSE,
  LN_OPT_HELP,
};

static int
run(const ln_command* const self, const ln_args* const args)
{
  const char* const profile = args->values[LN_OPT_PROFILE];
  ln_text           error   = {0};
  int               code    = LN_EXIT_INTERNAL;
  const bool        list    = profile && strcmp(profile, "list") == 0;
  const ln_status   status =
    list ? LN_OK
           : ln_args_inputs(args, 2U, LN_COMPARE_INPUTS, "B (what A is compared with)", &error);
  code = status == LN_OK ? ln_work(self, args, ln_run_compare, LN_WORK_QUIETLY)
                         : ln_console_misuse(status, &error, self->name);
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_compare = {
  .name    = "compare",
  .summary = "hold what catalogues say of the same things side by side",
  .usage   = "[OPTION]... A B [C]...",
  .about =
    "A and B are catalogue folders, tables with their metadata, files of RDF, or PROFILE=PATH: "
    "tables laid out as those of a profile. Things that share an identifier are held beside each "
    "other, and so are those whose names and dates fit each other and no other, which is a "
    "proposal and no identity. Told are properties that contradict each other, what only one side "
    "has, identifiers that cannot be right, and names that several things have, with the cells of "
    "both sides. Of more than two inputs each is compared with each.\n"
    "\n"
    "What counts as a thing, a name, an identifier, and which properties are compared stands in a "
    "table of rules, ontology/comparisons.csv, which --rules adds to. The exit status does not "
    "depend on what is found. Inputs of any size are compared in --memory; what is more goes to "
    "temporary files.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = LN_COMPARE_INPUTS,
  .least   = 2U,
  .input   = "B (what A is compared with)",
  .examples =
    {
      {"where two catalogues disagree, with the cells of both",
       "liner compare data/thom-russo data/starter"},
      {"the same for a program, of a file of RDF and a catalogue",
       "liner export data/thom-russo -o old.nt && liner compare old.nt data/thom-russo --to json"},
    },
  .run = run,
};
