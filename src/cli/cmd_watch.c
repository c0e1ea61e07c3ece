/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner watch: check and export after every change. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/work.h"
#include "run/follow.h"

#include <stdio.h>
#include <string.h>

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,        LN_OPT_TO,       LN_OPT_PATCH,   LN_OPT_DESPITE_ERRORS,
  LN_OPT_MAX_CHANGES,   LN_OPT_LAYERS,   LN_OPT_BASE,    LN_OPT_PROFILE,
  LN_OPT_METADATA,      LN_OPT_PREFIX,   LN_OPT_URL_MAP, LN_OPT_HEADER_MAPPING,
  LN_OPT_DATES,         LN_OPT_VALIDATE, LN_OPT_SHAPES,  LN_OPT_ONTOLOGY,
  LN_OPT_CHECK,         LN_OPT_RULES,    LN_OPT_MEMORY,  LN_OPT_LANG,
  LN_OPT_UNKNOWN_ROLES, LN_OPT_COLOR,    LN_OPT_HELP,
};

static ln_status
watch(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  (void)summary;
  return ln_run_follow(job, log, stdout);
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  const char* const output = args->values[LN_OPT_OUTPUT];
  ln_text           error  = {0};
  ln_status         st     = LN_OK;
  if (output && strcmp(output, "-") == 0) {
    st = ln_text_add(&error, LN_V("the graph is written to a file; what changed is printed"));
    st = st == LN_OK ? LN_USAGE : st;
  }
  for (size_t i = 0U; st == LN_OK && i < args->n_inputs; ++i) {
    if (strcmp(args->inputs[i], "-") == 0) {
      st = ln_text_add(&error, LN_V("standard input cannot be read again when it changes"));
      st = st == LN_OK ? LN_USAGE : st;
    }
  }
  const int code = st == LN_OK ? ln_work(self, args, watch, LN_WORK_QUIETLY)
                               : ln_console_misuse(st, &error, self->name);
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_watch = {
  .name    = "watch",
  .summary = "check and export again whenever a file is saved",
  .usage   = "[OPTION]... INPUT",
  .about =
    "Reads INPUT as export does, at first and each time one of its files is saved, until Ctrl-C. "
    "Each time everything is checked, as by liner check, and told are the triples that went and "
    "came, thing by thing, with their cells, and the findings that are new or mended.\n"
    "\n"
    "With --output the graph is written anew when it changes. While there are errors, or while a "
    "file cannot be read, it stays as it was. If it is there already in a syntax that liner "
    "reads, the first thing told is what changed since then.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = LN_WORK_INPUTS,
  .examples =
    {
      {"what does each change of the tables do?", "liner watch data/thom-russo"},
      {"keep the graph and a log of its changes up to date",
       "liner watch data/thom-russo -o thom-russo.nt --patch changes.rdfp"},
    },
  .run = run,
};
