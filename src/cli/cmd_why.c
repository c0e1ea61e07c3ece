/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner why: where triples come from. */

#include "run/why.h"

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/work.h"
#include "run/run.h"

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,      LN_OPT_ANSWER,   LN_OPT_FROM,           LN_OPT_LAYERS,        LN_OPT_BASE,
  LN_OPT_PROFILE,     LN_OPT_METADATA, LN_OPT_HEADER_MAPPING, LN_OPT_PREFIX,        LN_OPT_LINK,
  LN_OPT_URL,         LN_OPT_URL_MAP,  LN_OPT_DATES,          LN_OPT_UNKNOWN_ROLES, LN_OPT_REPORT,
  LN_OPT_MAX_ERRORS,  LN_OPT_COLOR,    LN_OPT_QUIET,          LN_OPT_VERBOSE,       LN_OPT_HELP,
  LN_OPT_GENERAL_WAY,
};

enum { WORDS_MOST = 4 }; ///< INPUT SUBJECT PREDICATE OBJECT

static ln_status
why(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  (void)summary;
  ln_out* out = NULL;
  LN_TRY(ln_console_open(job->output ? job->output : "-", &out));
  const ln_status status = ln_run_why(job, log, out);
  if (status != LN_OK) {
    ln_out_abandon(out);
    return status;
  }
  return ln_console_close(out);
}

/* Either words or a graph. */
static int
run(const ln_command* const self, const ln_args* const args)
{
  ln_text    error = {0};
  ln_status  st    = LN_OK;
  const bool from  = ln_args_has(args, LN_OPT_FROM);
  if (args->n_inputs == 1U && !from) {
    st = ln_text_add(&error, LN_V("missing SUBJECT (an IRI or a name), or --from GRAPH"));
    st = st == LN_OK ? LN_USAGE : st;
  } else if (args->n_inputs > 1U && from) {
    st = ln_text_add(&error, LN_V("--from and SUBJECT exclude each other"));
    st = st == LN_OK ? LN_USAGE : st;
  }
  const int code = st == LN_OK ? ln_work(self, args, why, LN_WORK_QUIETLY)
                               : ln_console_misuse(st, &error, self->name);
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_why = {
  .name    = "why",
  .summary = "tell where a triple comes from, and what says otherwise",
  .usage   = "[OPTION]... INPUT SUBJECT [PREDICATE [OBJECT]]",
  .about =
    "INPUT is what export takes; it is converted once more, nothing is written, and what was "
    "asked for is told as it is made: file, line and column of the cells, the column of the "
    "mapping, citations with their words, claims that say the same or otherwise.\n"
    "\n"
    "SUBJECT is an IRI, a name with a prefix, a path below the base, or what the thing is "
    "called. PREDICATE is an IRI, a name with a prefix, the last step of the IRI, or the "
    "name of a column. OBJECT is an IRI, the name of a thing, or the text of a literal.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = WORDS_MOST,
  .examples =
    {
      {"everything that is said of somebody", "liner why data/thom-russo \"Thom Russo\""},
      {"where a date comes from", "liner why data/thom-russo \"Thom Russo\" born"},
      {"the same for a program",
       "liner why data/thom-russo person:thom-russo ln:birthDate --to json"},
      {"every triple of a graph",
       "liner export -q data/thom-russo | liner why data/thom-russo --from - --to json"},
    },
  .run = run,
};
