/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner check: everything export would complain about, in all layers, writing nothing. */

#include "cli/commands.h"
#include "cli/work.h"
#include "map/mapping.h"

static const ln_option_id options[] = {
  LN_OPT_BASE,        LN_OPT_PROFILE,       LN_OPT_METADATA,   LN_OPT_HEADER_MAPPING,
  LN_OPT_PREFIX,      LN_OPT_LINK,          LN_OPT_URL,        LN_OPT_URL_MAP,
  LN_OPT_DATES,       LN_OPT_UNKNOWN_ROLES, LN_OPT_REPORT,     LN_OPT_VALIDATE,
  LN_OPT_SHAPES,      LN_OPT_ONTOLOGY,      LN_OPT_CHECK,      LN_OPT_LANG,
  LN_OPT_MAX_RESULTS, LN_OPT_MEMORY,        LN_OPT_MAX_ERRORS, LN_OPT_STRICT,
  LN_OPT_THREADS,     LN_OPT_COLOR,         LN_OPT_QUIET,      LN_OPT_VERBOSE,
  LN_OPT_RULES,       LN_OPT_TARGET_KIND,   LN_OPT_HELP,       LN_OPT_BLOCK_SIZE,
  LN_OPT_GENERAL_WAY,
};

static ln_status
check(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  ln_job dry = *job;
  dry.dry    = true;
  dry.keys   = true;
  dry.layers = LN_LAYER_FACTS | LN_LAYER_EVIDENCE | LN_LAYER_SHORTCUTS;
  return ln_run_watched(&dry, log, summary);
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  return ln_work(self, args, check, LN_WORK_SUMMED);
}

const ln_command ln_cmd_check = {
  .name    = "check",
  .summary = "report every mistake of a catalogue, write nothing",
  .usage   = "[OPTION]... INPUT",
  .about = "Reads INPUT as export does, all layers of it, and reports everything that export would "
           "complain about. The exit status is 1 if there are errors. With --validate what export "
           "would write is "
           "held against shapes and an ontology as well.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = LN_WORK_INPUTS,
  .examples =
    {
      {"is everything understood?", "liner check data/thom-russo"},
      {"does it also follow the ontology?", "liner check --validate data/thom-russo"},
      {"not even a warning is accepted", "liner check --strict data/thom-russo"},
    },
  .run = run,
};
