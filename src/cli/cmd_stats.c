/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner stats: what a graph holds, for people and programs. */

#include "cli/commands.h"
#include "cli/work.h"
#include "run/run.h"

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,        LN_OPT_FIGURES,  LN_OPT_PAGE,   LN_OPT_TOP,      LN_OPT_ASCII,
  LN_OPT_PROFILE,       LN_OPT_LAYERS,   LN_OPT_BASE,   LN_OPT_METADATA, LN_OPT_HEADER_MAPPING,
  LN_OPT_PREFIX,        LN_OPT_LINK,     LN_OPT_URL,    LN_OPT_URL_MAP,  LN_OPT_DATES,
  LN_OPT_UNKNOWN_ROLES, LN_OPT_DISTINCT, LN_OPT_MEMORY, LN_OPT_REPORT,   LN_OPT_MAX_ERRORS,
  LN_OPT_STRICT,        LN_OPT_COLOR,    LN_OPT_QUIET,  LN_OPT_VERBOSE,  LN_OPT_HELP,
};

static int
run(const ln_command* const self, const ln_args* const args)
{
  return ln_work(self, args, ln_run_stats, LN_WORK_SUMMED);
}

const ln_command ln_cmd_stats = {
  .name    = "stats",
  .summary = "tell what a graph holds, with figures, bars or plots",
  .usage   = "[OPTION]... INPUT",
  .about =
    "Counts things by class, and of each class how many have each property; triples by property, "
    "and the values that recur; dates by decade; languages and datatypes. INPUT is what export "
    "takes, converted on the way and not written, or a graph: a file that ends in .nt, .nq, .ttl, "
    ".trig, .rdf, .owl or .html, and perhaps .gz or .zst behind it.\n"
    "\n"
    "Memory does not grow with the graph: what does not fit into --memory goes to a temporary "
    "file. Counts are exact; only of a property with a very large number of different values the "
    "rare ones are forgotten, and then it says what a count may be too low by.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = LN_WORK_INPUTS,
  .examples =
    {
      {"figures and bars in the terminal", "liner stats data/thom-russo"},
      {"a page with plots for the browser", "liner stats data/thom-russo --html thom-russo.html"},
      {"all figures for a program", "liner stats data/thom-russo --to json -o thom-russo.json"},
    },
  .run = run,
};
