/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner patch: do to a graph what liner diff has told. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/reporting.h"
#include "cli/settings.h"
#include "run/patch.h"

static const ln_option_id options[] = {
  LN_OPT_PATCHED,
  LN_OPT_TAKE,
  LN_OPT_GIVE,
  LN_OPT_BASE,
  LN_OPT_MEMORY,
  LN_OPT_REPORT,
  LN_OPT_MAX_ERRORS,
  LN_OPT_STRICT,
  LN_OPT_COLOR,
  LN_OPT_QUIET,
  LN_OPT_HELP,
};

static ln_status
add_count(const uint64_t n, const char* const what, ln_text* const text)
{
  LN_TRY(text->n > 0U ? ln_text_add(text, LN_V(", ")) : LN_OK);
  LN_TRY(ln_text_add_number(text, n));
  return ln_text_add(text, ln_view_of(what));
}

static ln_status
add_summary(const ln_changeset_counts* const n, ln_text* const text)
{
  LN_TRY(add_count(n->removed, " removed", text));
  LN_TRY(add_count(n->added, " added", text));
  LN_TRY(n->absent > 0U ? add_count(n->absent, " gone already", text) : LN_OK);
  return n->present > 0U ? add_count(n->present, " there already", text) : LN_OK;
}

static void
say_summary(const ln_changeset_counts* const counts)
{
  ln_text text = {0};
  if (add_summary(counts, &text) == LN_OK) {
    ln_console_say(ln_text_view(&text));
  }
  ln_text_clear(&text);
}

static int
work(const ln_args* const args, const ln_patch* const patch, ln_log* const log)
{
  ln_changeset_counts counts   = {0};
  ln_reports          reports  = {0};
  ln_status           st       = ln_reporting_open(args, log, &reports);
  st                           = st == LN_OK ? ln_run_patch(patch, log, &counts) : st;
  int                 code     = ln_console_exit(st, log);
  const ln_report_end end      = {.triples = counts.removed + counts.added, .exit = code};
  const bool          broken   = st == LN_NO_MEM || *ln_interrupt_flag() != 0;
  const ln_status     reported = ln_reporting_end(&reports, log, broken ? NULL : &end);
  const ln_status     finished = ln_log_finish(log);
  if (code == LN_EXIT_CLEAN || code == LN_EXIT_FAULTS) {
    code = reported != LN_OK ? ln_console_exit(reported, NULL) : code;
    code = finished != LN_OK ? ln_console_exit(finished, NULL) : code;
  }
  if (st == LN_OK && !ln_args_has(args, LN_OPT_QUIET)) {
    say_summary(&counts);
  }
  return code;
}

/* The target is read twice; changes come in a file, in lists, or both. */
static ln_status
check_inputs(const ln_args* const args, ln_text* const error)
{
  LN_TRY(ln_args_inputs(args, 1U, 2U, "TARGET (a file of RDF)", error));
  if (ln_view_equals(ln_view_of(args->inputs[0]), LN_V("-"))) {
    LN_TRY(ln_text_add(error, LN_V("TARGET is read twice, which standard input cannot be")));
    return LN_USAGE;
  }
  if (args->n_inputs == 1U && !ln_args_has(args, LN_OPT_TAKE) && !ln_args_has(args, LN_OPT_GIVE)) {
    LN_TRY(ln_text_add(error, LN_V("missing FILE (a patch), --removed or --added")));
    return LN_USAGE;
  }
  return LN_OK;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  ln_job    job    = {0};
  ln_text   error  = {0};
  int       code   = LN_EXIT_INTERNAL;
  ln_status status = check_inputs(args, &error);
  status           = status == LN_OK ? ln_settings_job(args, &job, &error) : status;
  status           = status == LN_OK ? ln_reporting_check(args, self->options, &error) : status;
  if (status != LN_OK) {
    code = ln_console_misuse(status, &error, self->name);
  } else {
    const ln_patch      patch  = {.target  = args->inputs[0],
                                  .changes = args->n_inputs > 1U ? args->inputs[1] : NULL,
                                  .removed = args->values[LN_OPT_TAKE],
                                  .added   = args->values[LN_OPT_GIVE],
                                  .output  = args->values[LN_OPT_PATCHED],
                                  .base    = job.base,
                                  .memory  = job.memory,
                                  .stop    = job.stop};
    const ln_log_policy policy = ln_settings_policy(args);
    ln_log* const       log    = ln_log_new(&policy);
    code                       = log ? work(args, &patch, log) : ln_console_exit(LN_NO_MEM, NULL);
    ln_log_free(log);
  }
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_patch = {
  .name    = "patch",
  .summary = "do to a graph what diff has told",
  .usage   = "[OPTION]... TARGET [FILE]",
  .about =
    "TARGET is a file of N-Triples or N-Quads, packed or not; with --output it may be any file of "
    "RDF. FILE is what \"liner diff\" writes with --to patch or --to update: RDF Patch, or SPARQL "
    "Update with INSERT DATA and DELETE DATA alone. The lists of --removed and --added may take "
    "its place. TARGET is then as it was or with all changes done, whatever happens.\n"
    "\n"
    "What does not fit is told: a triple to be removed that is not there, or one to be added that "
    "is. With --strict nothing is written then. A patch that was applied before changes nothing.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 2U,
  .least   = 1U,
  .input   = "TARGET (a file of RDF)",
  .examples =
    {
      {"carry a change over to a copy of the graph",
       "liner export -q data/thom-russo -o copy.nt && liner diff -q --to patch copy.nt "
       "data/thom-russo | liner patch copy.nt -"},
    },
  .run = run,
};
