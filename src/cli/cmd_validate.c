/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner validate: graphs, and what is made of tables, against shapes and ontologies. Findings go to
   standard error as from any command; the report as RDF only where it is asked for. */

#include "base/memory.h"
#include "base/pack.h"
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/reporting.h"
#include "cli/settings.h"
#include "map/mapping.h"
#include "run/validation.h"

#include <inttypes.h>
#include <sys/stat.h>

enum { GRAPHS_MOST = 1000 };

static const ln_option_id options[] = {
  LN_OPT_SHAPES, LN_OPT_ONTOLOGY,    LN_OPT_CHECK,       LN_OPT_OUTPUT,         LN_OPT_TO,
  LN_OPT_BASE,   LN_OPT_PROFILE,     LN_OPT_METADATA,    LN_OPT_HEADER_MAPPING, LN_OPT_PREFIX,
  LN_OPT_URL,    LN_OPT_URL_MAP,     LN_OPT_DATES,       LN_OPT_UNKNOWN_ROLES,  LN_OPT_LANG,
  LN_OPT_REPORT, LN_OPT_MAX_RESULTS, LN_OPT_MAX_ERRORS,  LN_OPT_STRICT,         LN_OPT_COLOR,
  LN_OPT_QUIET,  LN_OPT_MEMORY,      LN_OPT_GENERAL_WAY, LN_OPT_HELP,
};

/* Whether a path is one of tables rather than a graph. */
static bool
is_tables(const char* const path)
{
  struct stat about = {0};
  return ln_pack_ends(ln_view_of(path), LN_V(".csv .tsv .json")) ||
         (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
}

/* Options that only tables have say that all names are of tables. */
static bool
all_tables(const ln_args* const args)
{
  return ln_args_has(args, LN_OPT_PROFILE) || ln_args_has(args, LN_OPT_METADATA) ||
         ln_args_has(args, LN_OPT_HEADER_MAPPING);
}

/* The names of tables come first, graphs behind; in each in their order. Gives the number of the
   former. */
static size_t
part_inputs(const ln_args* const args, char** const parted)
{
  size_t n  = 0U;
  size_t at = 0U;
  for (int round = 0; round < 2; ++round) {
    for (size_t i = 0U; i < args->n_inputs; ++i) {
      if ((all_tables(args) || is_tables(args->inputs[i])) == (round == 0)) {
        parted[at++] = args->inputs[i];
        n += round == 0 ? 1U : 0U;
      }
    }
  }
  return n;
}

/* Everything export would make, in all layers, and nothing written. */
static ln_status
input_of(const ln_args* const args,
         char* const* const   names,
         const size_t         n,
         ln_job* const        job,
         ln_text* const       error)
{
  LN_TRY(ln_settings_job(args, job, error));
  job->inputs   = names;
  job->n_inputs = n;
  job->input    = names[0];
  job->dry      = true;
  job->to       = NULL;
  job->output   = NULL;
  job->progress = false;
  job->layers   = LN_LAYER_FACTS | LN_LAYER_EVIDENCE | LN_LAYER_SHORTCUTS;
  if (n > 1U && !job->profile) {
    LN_TRY(ln_text_format(error, "one catalogue or table at a time, or several with --profile"));
    return LN_USAGE;
  }
  return LN_OK;
}

/* Nothing conforms of which something was not looked at. */
static ln_status
add_summary(const ln_validated* const done, const ln_validation* const job, ln_text* const text)
{
  LN_TRY(
    ln_text_format(text, "%" PRIu64 " triples, %" PRIu64 " shapes: ", done->triples, done->shapes));
  if (done->results > 0U) {
    LN_TRY(ln_text_format(text,
                          "does not conform, %" PRIu64 " result%s",
                          done->results,
                          done->results == 1U ? "" : "s"));
  } else if (done->whole) {
    LN_TRY(ln_text_format(text, "conforms"));
  }
  if (job->most > 0U && done->results > job->most) {
    LN_TRY(ln_text_format(text, ", of which the first %" PRIu64 " are told", job->most));
  }
  if (!done->whole) {
    LN_TRY(ln_text_format(text,
                          "%snot all could be looked at%s",
                          done->results > 0U ? "; " : "",
                          job->to || job->output ? ", so there is no report" : ""));
  }
  return LN_OK;
}

static void
say_summary(const ln_validated* const done, const ln_validation* const job)
{
  ln_text text = {0};
  if (add_summary(done, job, &text) == LN_OK) {
    ln_console_say(ln_text_view(&text));
  }
  ln_text_clear(&text);
}

/* A validation that was broken off leaves no reports. */
static int
work(const ln_args* const args, const ln_validation* const job, ln_log* const log)
{
  ln_validated done    = {.whole = false};
  ln_reports   reports = {0};
  ln_status    st      = ln_reporting_open(args, log, &reports);
  st                   = st == LN_OK ? ln_run_validate(job, log, &done) : st;
  int code             = ln_console_exit(st, log);
  if (code == LN_EXIT_CLEAN && done.results > 0U) {
    code = LN_EXIT_FAULTS; // warnings and notes do not conform either
  }
  const ln_report_end end = {.triples = done.triples, .exit = code};
  code                    = ln_reporting_finish(&reports, log, st, &end);
  const bool ended        = st == LN_OK && (code == LN_EXIT_CLEAN || code == LN_EXIT_FAULTS);
  if (ended && !ln_args_has(args, LN_OPT_QUIET)) {
    say_summary(&done, job);
  }
  return code;
}

static ln_status
check_pipes(const ln_args* const args, ln_text* const error)
{
  size_t pipes = 0U;
  for (size_t i = 0U; i < args->n_inputs; ++i) {
    pipes += ln_view_equals(ln_view_of(args->inputs[i]), LN_V("-")) ? 1U : 0U;
  }
  if (pipes < 2U) {
    return LN_OK;
  }
  LN_TRY(ln_text_format(error, "standard input can be read only once"));
  return LN_USAGE;
}

/* What the arguments ask for. */
typedef struct {
  char**        parted; ///< room for the names of inputs and graphs
  ln_checks     checks;
  ln_validation job;
  ln_job        input; ///< of the job, if there is any
} request;

static ln_status
read_args(const ln_command* const self,
          const ln_args* const    args,
          request* const          r,
          ln_text* const          error)
{
  const size_t n = part_inputs(args, r->parted);
  LN_TRY(ln_reporting_check(args, self->options, error));
  LN_TRY(ln_checks_read(args, &r->checks, error));
  r->job        = r->checks.validation;
  r->job.to     = args->values[LN_OPT_TO];
  r->job.output = args->values[LN_OPT_OUTPUT];
  LN_TRY(check_pipes(args, error));
  r->job.graphs   = r->parted + n;
  r->job.n_graphs = args->n_inputs - n;
  if (n > 0U) {
    LN_TRY(input_of(args, r->parted, n, &r->input, error));
    r->job.input = &r->input;
  }
  return LN_OK;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  request         r      = {.parted = (char**)ln_alloc_zero(args->n_inputs + 1U, sizeof(char*))};
  ln_text         error  = {0};
  int             code   = LN_EXIT_INTERNAL;
  const ln_status status = r.parted ? read_args(self, args, &r, &error) : LN_NO_MEM;
  if (status != LN_OK) {
    code = ln_console_misuse(status, &error, self->name);
  } else {
    const ln_log_policy policy = ln_settings_policy(args);
    ln_log* const       log    = ln_log_new(&policy);
    code                       = log ? work(args, &r.job, log) : ln_console_exit(LN_NO_MEM, NULL);
    ln_log_free(log);
  }
  ln_text_clear(&error);
  ln_free((void*)r.parted);
  return code;
}

const ln_command ln_cmd_validate = {
  .name    = "validate",
  .summary = "hold graphs or tables against shapes (SHACL) and an ontology",
  .usage   = "[OPTION]... GRAPH|INPUT...",
  .about =
    "GRAPH is a file of Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML or RDFa, packed or not, "
    "or - for "
    "Turtle from standard input; several are validated as one graph. INPUT is a catalogue or table "
    "as for export, which is made into a graph on the way. Every result is reported with the line, "
    "or the cell of the table, that it comes from. With --to or -o an sh:ValidationReport is "
    "written.\n"
    "\n"
    "Without --shapes and --ontology the graph is held against liner's own, the shapes and the "
    "classes and properties. Constraints that are not SHACL Core are refused by name, never passed "
    "over. The "
    "exit status is 1 if there is any result, also a warning.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = GRAPHS_MOST,
  .least   = 1U,
  .input   = "GRAPH (a file of RDF) or INPUT (a catalogue or table)",
  .examples =
    {
      {"shapes of one's own", "liner validate --shapes ontology/shapes.ttl ontology/core.ttl"},
      {"the report as Turtle on standard output", "liner validate --to turtle ontology/core.ttl"},
    },
  .run = run,
};
