/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner load: a graph into a store, and the proof that it is there. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/destination.h"
#include "cli/reporting.h"
#include "cli/settings.h"
#include "cli/suggest.h"
#include "rdf/iri.h"
#include "run/upload.h"

enum { INPUTS_MOST = 1000, PARALLEL_MOST = 64 };

static const ln_option_id options[] = {
  LN_OPT_GRAPH_STORE, LN_OPT_UPDATE_URL,    LN_OPT_QUERY_URL,   LN_OPT_IN_GRAPH,
  LN_OPT_REPLACE,     LN_OPT_ADD,           LN_OPT_VERIFY,      LN_OPT_CHUNK,
  LN_OPT_PARALLEL,    LN_OPT_GZIP,          LN_OPT_RESUME,      LN_OPT_RETRIES,
  LN_OPT_SILENCE,     LN_OPT_LOGIN,         LN_OPT_PLAIN_LOGIN, LN_OPT_CA_FILE,
  LN_OPT_SKOLEMIZE,   LN_OPT_LAYERS,        LN_OPT_PROVENANCE,  LN_OPT_BASE,
  LN_OPT_PROFILE,     LN_OPT_METADATA,      LN_OPT_URL_MAP,     LN_OPT_DATES,
  LN_OPT_MEMORY,      LN_OPT_UNKNOWN_ROLES, LN_OPT_REPORT,      LN_OPT_MAX_ERRORS,
  LN_OPT_STRICT,      LN_OPT_COLOR,         LN_OPT_QUIET,       LN_OPT_HELP,
  LN_OPT_RETRY_WAIT,  LN_OPT_TARGET_KIND,
};

/* From when on a rate means something. */
static const double RATE_SECONDS = 1.0;

static ln_status
add_counted(ln_text* const text, const uint64_t n, const char* const what)
{
  LN_TRY(ln_text_add_number(text, n));
  return ln_text_add(text, ln_view_of(what));
}

static ln_status
add_summary(const ln_uploaded* const u, ln_text* const text)
{
  LN_TRY(add_counted(text, u->distinct, " triples sent, "));
  LN_TRY(add_counted(text, u->requests, u->requests == 1U ? " request" : " requests"));
  if (u->repeated > 0U) {
    LN_TRY(ln_text_add(text, LN_V(", of them ")));
    LN_TRY(add_counted(text, u->repeated, " repeated"));
  }
  if (u->earlier > 0U) {
    LN_TRY(ln_text_add(text, LN_V(", ")));
    LN_TRY(add_counted(text, u->earlier, " pieces sent before"));
  }
  if (u->counted) {
    LN_TRY(ln_text_add(text, LN_V(", ")));
    LN_TRY(add_counted(text, u->after, " triples in the graph"));
  }
  if (u->sending >= RATE_SECONDS) {
    LN_TRY(ln_text_add(text, LN_V(", ")));
    LN_TRY(add_counted(text, (uint64_t)((double)u->triples / u->sending), " triples/s"));
  }
  return ln_text_format(text, ", %.2f s", u->converting + u->sending);
}

static void
say_summary(const ln_uploaded* const uploaded)
{
  ln_text text = {0};
  if (add_summary(uploaded, &text) == LN_OK) {
    ln_console_say(ln_text_view(&text));
  }
  ln_text_clear(&text);
}

static int
work(const ln_args* const args, const ln_upload* const upload, ln_log* const log)
{
  ln_uploaded uploaded      = {0};
  ln_reports  reports       = {0};
  ln_status   st            = ln_reporting_open(args, log, &reports);
  st                        = st == LN_OK ? ln_run_upload(upload, log, &uploaded) : st;
  const bool          ended = st == LN_OK;
  int                 code  = ln_console_exit(st, log);
  const ln_report_end end   = {.triples = uploaded.triples, .exit = code};
  code                      = ln_reporting_finish(&reports, log, st, &end);
  if (ended && !ln_args_has(args, LN_OPT_QUIET)) {
    say_summary(&uploaded);
  }
  return code;
}

static ln_status
refuse(const char* const why, ln_text* const error)
{
  LN_TRY(ln_text_add(error, ln_view_of(why)));
  return LN_USAGE;
}

static ln_status
check_options(const ln_args* const args, ln_text* const error)
{
  const char* const skolem  = args->values[LN_OPT_SKOLEMIZE];
  const char*       problem = "";
  if (ln_args_has(args, LN_OPT_REPLACE) && ln_args_has(args, LN_OPT_ADD)) {
    return refuse("--replace and --add exclude each other", error);
  }
  if (skolem && !ln_iri_valid(ln_view_of(skolem), &problem)) {
    LN_TRY(ln_text_format(
      error, "--skolemize must be an absolute IRI such as https://example.org/: %s", problem));
    return LN_USAGE;
  }
  if (ln_args_number(args, LN_OPT_PARALLEL) > PARALLEL_MOST) {
    return refuse("--parallel takes at most 64", error);
  }
  return LN_OK;
}

/* The words behind the target. */
static ln_status
read_job(const ln_args* const        args,
         const ln_destination* const destination,
         ln_job* const               job,
         ln_text* const              error)
{
  ln_args rest = *args;
  rest.inputs += destination->words;
  rest.n_inputs -= destination->words;
  LN_TRY(ln_args_inputs(&rest, 1U, INPUTS_MOST, "INPUT (what to load)", error));
  LN_TRY(ln_settings_job(&rest, job, error));
  /* Nothing goes to standard output, so that a line of progress is in nobody's way. */
  job->progress = job->verbosity >= 0 && ln_console_progress("");
  return LN_OK;
}

static int
load(const ln_args* const args, const ln_destination* const destination, const ln_job* const job)
{
  static const ln_verify HOW[]  = {LN_VERIFY_COUNT, LN_VERIFY_DUMP, LN_VERIFY_NONE};
  const ln_upload        upload = {.job      = job,
                                   .store    = destination->settings,
                                   .replace  = ln_args_has(args, LN_OPT_REPLACE),
                                   .verify   = HOW[ln_args_choice(args, LN_OPT_VERIFY)],
                                   .parallel = (size_t)ln_args_number(args, LN_OPT_PARALLEL),
                                   .chunk    = ln_args_number(args, LN_OPT_CHUNK),
                                   .journal  = args->values[LN_OPT_RESUME],
                                   .skolem   = args->values[LN_OPT_SKOLEMIZE]};
  const ln_log_policy    policy = ln_settings_policy(args);
  ln_log* const          log    = ln_log_new(&policy);
  const int              code   = log ? work(args, &upload, log) : ln_console_exit(LN_NO_MEM, NULL);
  ln_log_free(log);
  return code;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  ln_job         job         = {0};
  ln_destination destination = {0};
  ln_text        error       = {0};
  int            code        = LN_EXIT_INTERNAL;
  ln_status      st          = check_options(args, &error);
  st                         = st == LN_OK ? ln_destination_read(args, &destination, &error) : st;
  st                         = st == LN_OK ? read_job(args, &destination, &job, &error) : st;
  st                         = st == LN_OK ? ln_reporting_check(args, self->options, &error) : st;
  code = st == LN_OK ? load(args, &destination, &job) : ln_console_misuse(st, &error, self->name);
  ln_destination_clear(&destination);
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_load = {
  .name    = "load",
  .summary = "load a graph into a SPARQL store, and prove that it is there",
  .usage   = "[OPTION]... TARGET INPUT...",
  .about   = "TARGET is the URL of a SPARQL Graph Store or the name of a saved target (\"liner "
             "target\"); with "
             "--graph-store or --update it is left out. INPUT is a file of RDF, packed or not, or "
             "what export "
             "takes, converted on the way.\n"
             "\n"
             "An answer that all went well proves nothing, so the triples in the store are counted "
             "before and "
             "after. The exit status is 0 only if they are there.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = INPUTS_MOST,
  .examples =
    {
      {"replace a graph by what a catalogue makes",
       "liner load http://localhost:3030/ds/data --graph https://example.org/g --replace "
       "data/thom-russo"},
      {"add by Update, in small pieces, and go on after a crash",
       "liner load --update http://localhost:3030/ds/update --query "
       "http://localhost:3030/ds/sparql "
       "--resume load.journal data/thom-russo"},
    },
  .run = run,
};
