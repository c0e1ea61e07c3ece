/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner query: an answer on the spot. */

#include "base/in.h"
#include "base/memory.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/reporting.h"
#include "cli/settings.h"
#include "run/ask.h"

#include <string.h>

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,
  LN_OPT_ANSWERS,
  LN_OPT_QUERY_FILE,
  LN_OPT_TIMEOUT,
  LN_OPT_LAYERS,
  LN_OPT_BASE,
  LN_OPT_PROFILE,
  LN_OPT_METADATA,
  LN_OPT_URL_MAP,
  LN_OPT_DATES,
  LN_OPT_UNKNOWN_ROLES,
  LN_OPT_MEMORY,
  LN_OPT_REPORT,
  LN_OPT_MAX_ERRORS,
  LN_OPT_STRICT,
  LN_OPT_COLOR,
  LN_OPT_QUIET,
  LN_OPT_HELP,
};

enum { LONGEST_QUERY = 64 << 20 };

/* The query, from its file or as a word of the command line. */
static ln_status
read_query(const ln_args* const args,
           ln_asking* const     asking,
           ln_view* const       bytes,
           ln_text* const       error)
{
  const char* const file   = args->values[LN_OPT_QUERY_FILE];
  const char*       reason = NULL;
  if (file && args->n_inputs > 1U) {
    LN_TRY(ln_text_add(error, LN_V("the query is given twice, as a word and by --file")));
    return LN_USAGE;
  }
  if (!file && args->n_inputs < 2U) {
    LN_TRY(ln_text_add(error, LN_V("QUERY is missing: a query in quotes, or --file FILE")));
    return LN_USAGE;
  }
  asking->name = file ? file : "QUERY";
  asking->text = ln_view_of(file ? "" : args->inputs[1]);
  if (file) {
    const ln_status st = ln_in_slurp(file, LONGEST_QUERY, bytes, &reason);
    if (st == LN_IO) {
      LN_TRY(ln_text_format(error, "%s cannot be read: %s", file, reason));
      return LN_USAGE;
    }
    LN_TRY(st);
    asking->text = *bytes;
  }
  return LN_OK;
}

/* --to: a form of answers, or a syntax of graphs. */
static void
read_form(const ln_args* const args, ln_asking* const asking, ln_job* const job)
{
  const char* const to = args->values[LN_OPT_ANSWERS];
  asking->form         = LN_ANSWER_TABLE;
  job->to              = to;
  for (size_t i = 0U; to && ln_answer_name(i); ++i) {
    if (strcmp(to, ln_answer_name(i)) == 0) {
      asking->form       = (ln_answer_form)i;
      asking->form_given = true;
      job->to            = NULL;
    }
  }
}

static int
work(const ln_args* const args, const ln_asking* const asking, ln_log* const log)
{
  ln_reports reports           = {0};
  ln_asked   asked             = {0};
  ln_status  st                = ln_reporting_open(args, log, &reports);
  st                           = st == LN_OK ? ln_run_ask(asking, log, &asked) : st;
  int                 code     = ln_console_exit(st, log);
  const ln_report_end end      = {.triples = asked.rows, .exit = code};
  const ln_status     reported = ln_reporting_end(&reports, log, st == LN_NO_MEM ? NULL : &end);
  const ln_status     finished = ln_log_finish(log);
  if (code == LN_EXIT_CLEAN || code == LN_EXIT_FAULTS) {
    code = reported != LN_OK ? ln_console_exit(reported, NULL) : code;
    code = finished != LN_OK ? ln_console_exit(finished, NULL) : code;
  }
  return code;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  ln_job    job    = {0};
  ln_asking asking = {.job = &job};
  ln_text   error  = {0};
  ln_view   bytes  = {NULL, 0U};
  int       code   = LN_EXIT_INTERNAL;
  ln_status status = ln_args_inputs(args, 1U, 2U, "SOURCE (what is asked)", &error);
  status           = status == LN_OK ? read_query(args, &asking, &bytes, &error) : status;
  status           = status == LN_OK ? ln_settings_job(args, &job, &error) : status;
  status           = status == LN_OK ? ln_reporting_check(args, self->options, &error) : status;
  if (status != LN_OK) {
    code = ln_console_misuse(status, &error, self->name);
  } else {
    read_form(args, &asking, &job);
    const uint64_t seconds     = ln_args_number(args, LN_OPT_TIMEOUT);
    asking.seconds             = (double)seconds;
    const ln_log_policy policy = ln_settings_policy(args);
    ln_log* const       log    = ln_log_new(&policy);
    code                       = log ? work(args, &asking, log) : ln_console_exit(LN_NO_MEM, NULL);
    ln_log_free(log);
  }
  // What was read belongs to the heap.
  union {
    const char* lent;
    void*       own;
  } text = {bytes.s};
  ln_free(text.own);
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_query = {
  .name    = "query",
  .summary = "answer a question in SPARQL",
  .usage   = "[OPTION]... SOURCE [QUERY]",
  .about =
    "SOURCE is a file of RDF, packed or not, or what export takes, converted on the way. QUERY is "
    "a "
    "query of SPARQL 1.1; the prefixes of the ontology and of the mapping need no declaration.\n"
    "\n"
    "Rows come as a table, or as --to says; graphs (CONSTRUCT, DESCRIBE) in any syntax that export "
    "writes. What is not answered is refused and told at its place, never answered otherwise. The "
    "exit status is 0 if the query was answered, whatever the answer.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 2U,
  .least   = 1U,
  .input   = "SOURCE (what is asked)",
  .examples =
    {
      {"how many things of each class there are",
       "liner query data/thom-russo 'SELECT ?class (COUNT(?x) AS ?n) WHERE { ?x a ?class } GROUP "
       "BY "
       "?class ORDER BY DESC(?n)'"},
    },
  .run = run,
};
