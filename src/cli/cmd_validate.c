/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner validate: graphs against shapes. Findings go to standard error as from any command; the
   report as RDF only where it is asked for. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/reporting.h"
#include "cli/settings.h"
#include "run/validation.h"

#include <inttypes.h>

enum { GRAPHS_MOST = 1000 };

static const ln_option_id options[] = {
  LN_OPT_SHAPES,
  LN_OPT_ONTOLOGY,
  LN_OPT_CHECK,
  LN_OPT_OUTPUT,
  LN_OPT_TO,
  LN_OPT_BASE,
  LN_OPT_LANG,
  LN_OPT_REPORT,
  LN_OPT_MAX_RESULTS,
  LN_OPT_MAX_ERRORS,
  LN_OPT_STRICT,
  LN_OPT_COLOR,
  LN_OPT_QUIET,
  LN_OPT_HELP,
};

/* LN_USAGE with a reason if a setting of --check is none. */
static ln_status
axioms_of(const ln_args* const args, ln_axiom_policy* const policy, ln_text* const error)
{
  size_t                   n        = 0U;
  const char* const* const settings = ln_args_many(args, LN_OPT_CHECK, &n);
  *policy                           = ln_axiom_policy_usual();
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(ln_axiom_policy_set(policy, ln_view_of(settings[i]), error));
  }
  return LN_OK;
}

static ln_validation
validation_of(const ln_args* const args, const ln_axiom_policy* const axioms)
{
  ln_validation job = {.graphs   = args->inputs,
                       .n_graphs = args->n_inputs,
                       .axioms   = axioms,
                       .base     = args->values[LN_OPT_BASE],
                       .lang     = args->values[LN_OPT_LANG],
                       .to       = args->values[LN_OPT_TO],
                       .output   = args->values[LN_OPT_OUTPUT],
                       .most     = ln_args_number(args, LN_OPT_MAX_RESULTS),
                       .stop     = ln_interrupt_flag()};
  job.shapes        = ln_args_many(args, LN_OPT_SHAPES, &job.n_shapes);
  job.ontologies    = ln_args_many(args, LN_OPT_ONTOLOGY, &job.n_ontologies);
  return job;
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
  ln_validated done    = {0U, 0U, 0U, false};
  ln_reports   reports = {0};
  ln_status    st      = ln_reporting_open(args, log, &reports);
  st                   = st == LN_OK ? ln_run_validate(job, log, &done) : st;
  int code             = ln_console_exit(st, log);
  if (code == LN_EXIT_CLEAN && done.results > 0U) {
    code = LN_EXIT_FAULTS; // warnings and notes do not conform either
  }
  const ln_report_end end      = {.triples = done.triples, .exit = code};
  const bool          broken   = st == LN_NO_MEM || *ln_interrupt_flag() != 0;
  const ln_status     reported = ln_reporting_end(&reports, log, broken ? NULL : &end);
  const ln_status     finished = ln_log_finish(log);
  if (code == LN_EXIT_CLEAN || code == LN_EXIT_FAULTS) {
    code = reported != LN_OK ? ln_console_exit(reported, NULL) : code;
    code = finished != LN_OK ? ln_console_exit(finished, NULL) : code;
  }
  const bool ended = st == LN_OK && (code == LN_EXIT_CLEAN || code == LN_EXIT_FAULTS);
  if (ended && !ln_args_has(args, LN_OPT_QUIET)) {
    say_summary(&done, job);
  }
  return code;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  ln_axiom_policy     axioms = ln_axiom_policy_usual();
  const ln_validation job    = validation_of(args, &axioms);
  ln_text             error  = {0};
  ln_status           status = ln_reporting_check(args, self->options, &error);
  status                     = status == LN_OK ? axioms_of(args, &axioms, &error) : status;
  int    code                = LN_EXIT_INTERNAL;
  size_t pipes               = 0U;
  for (size_t i = 0U; i < job.n_graphs; ++i) {
    pipes += ln_view_equals(ln_view_of(job.graphs[i]), LN_V("-")) ? 1U : 0U;
  }
  if (status == LN_OK && pipes > 1U) {
    status = ln_text_format(&error, "standard input can be read only once");
    status = status == LN_OK ? LN_USAGE : status;
  }
  if (status != LN_OK) {
    code = ln_console_misuse(status, &error, self->name);
  } else {
    const ln_log_policy policy = ln_settings_policy(args);
    ln_log* const       log    = ln_log_new(&policy);
    code                       = log ? work(args, &job, log) : ln_console_exit(LN_NO_MEM, NULL);
    ln_log_free(log);
  }
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_validate = {
  .name    = "validate",
  .summary = "hold graphs against shapes (SHACL) and an ontology",
  .usage   = "[OPTION]... GRAPH...",
  .about =
    "GRAPH is a file of Turtle, TriG, N-Triples, N-Quads, RDF/XML or RDFa, packed or not, or - for "
    "Turtle from standard input; several are validated as one graph. Every result is reported with "
    "the line it comes from. With --to or -o an sh:ValidationReport is written.\n"
    "\n"
    "Without --shapes and --ontology the graph is held against liner's own, the shapes and the "
    "classes and properties. Constraints that are not SHACL Core are refused by name, never passed "
    "over. The "
    "exit status is 1 if there is any result, also a warning.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = GRAPHS_MOST,
  .least   = 1U,
  .input   = "GRAPH (a file of RDF)",
  .examples =
    {
      {"shapes of one's own", "liner validate --shapes ontology/shapes.ttl ontology/core.ttl"},
      {"the report as Turtle on standard output", "liner validate --to turtle ontology/core.ttl"},
    },
  .run = run,
};
