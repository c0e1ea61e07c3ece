/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner patch: do to a graph what liner diff has told. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/destination.h"
#include "cli/reporting.h"
#include "cli/settings.h"
#include "run/patch.h"

static const ln_option_id options[] = {
  LN_OPT_PATCHED,  LN_OPT_TAKE,    LN_OPT_GIVE,    LN_OPT_UPDATE_URL, LN_OPT_QUERY_URL,
  LN_OPT_IN_GRAPH, LN_OPT_RETRIES, LN_OPT_SILENCE, LN_OPT_LOGIN,      LN_OPT_PLAIN_LOGIN,
  LN_OPT_CA_FILE,  LN_OPT_BASE,    LN_OPT_MEMORY,  LN_OPT_REPORT,     LN_OPT_MAX_ERRORS,
  LN_OPT_STRICT,   LN_OPT_COLOR,   LN_OPT_QUIET,   LN_OPT_HELP,       LN_OPT_RETRY_WAIT,
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

/* A store, or the file that `patch` names. */
static int
work(const ln_args* const        args,
     const ln_patch* const       patch,
     const ln_destination* const store,
     ln_log* const               log)
{
  ln_changeset_counts counts  = {0};
  ln_reports          reports = {0};
  ln_status           st      = ln_reporting_open(args, log, &reports);
  if (st == LN_OK) {
    st = patch->target ? ln_run_patch(patch, log, &counts)
                       : ln_run_patch_store(patch, &store->settings, log, &counts);
  }
  int                 code = ln_console_exit(st, log);
  const ln_report_end end  = {.triples = counts.removed + counts.added, .exit = code};
  code                     = ln_reporting_finish(&reports, log, st, &end);
  if (st == LN_OK && !ln_args_has(args, LN_OPT_QUIET)) {
    say_summary(&counts);
  }
  return code;
}

static ln_status
refuse(const char* const why, ln_text* const error)
{
  LN_TRY(ln_text_add(error, ln_view_of(why)));
  return LN_USAGE;
}

/* The words behind the target: a patch, unless there are lists. A target that is a file is read
   twice. */
static ln_status
read_words(const ln_args* const args, ln_patch* const patch, ln_text* const error)
{
  const size_t words = ln_args_has(args, LN_OPT_UPDATE_URL) ? 0U : 1U;
  const bool   lists = ln_args_has(args, LN_OPT_TAKE) || ln_args_has(args, LN_OPT_GIVE);
  LN_TRY(
    ln_args_inputs(args, words, words + 1U, "TARGET (a file of RDF, or a saved target)", error));
  if (words == 1U && !ln_destination_named(args->inputs[0])) {
    patch->target = args->inputs[0];
  }
  patch->changes = args->n_inputs > words ? args->inputs[words] : NULL;
  if (patch->target && ln_view_equals(ln_view_of(patch->target), LN_V("-"))) {
    return refuse("TARGET is read twice, which standard input cannot be", error);
  }
  if (!patch->target && patch->output) {
    return refuse("--output is for files, and TARGET is a store", error);
  }
  return patch->changes || lists ? LN_OK
                                 : refuse("missing FILE (a patch), --removed or --added", error);
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  ln_job         job   = {0};
  ln_text        error = {0};
  ln_destination store = {0};
  ln_patch       patch = {.removed = args->values[LN_OPT_TAKE],
                          .added   = args->values[LN_OPT_GIVE],
                          .output  = args->values[LN_OPT_PATCHED]};
  int            code  = LN_EXIT_INTERNAL;
  ln_status      st    = read_words(args, &patch, &error);
  st = st == LN_OK && !patch.target ? ln_destination_read(args, &store, &error) : st;
  st = st == LN_OK ? ln_settings_job(args, &job, &error) : st;
  st = st == LN_OK ? ln_reporting_check(args, self->options, &error) : st;
  if (st != LN_OK) {
    code = ln_console_misuse(st, &error, self->name);
  } else {
    const ln_log_policy policy = ln_settings_policy(args);
    ln_log* const       log    = ln_log_new(&policy);
    patch.base                 = job.base;
    patch.memory               = job.memory;
    patch.stop                 = job.stop;
    code = log ? work(args, &patch, &store, log) : ln_console_exit(LN_NO_MEM, NULL);
    ln_log_free(log);
  }
  ln_destination_clear(&store);
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
    "TARGET may also be a store: a target that \"liner target add\" saved, or one with --update "
    "and "
    "--query. It gets one request, which is one transaction in most stores, and is asked before "
    "and "
    "after which of the triples it has.\n"
    "\n"
    "What does not fit is told: a triple to be removed that is not there, or one to be added that "
    "is. With --strict nothing is written then. A patch that was applied before changes nothing.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 2U,
  .input   = "TARGET (a file of RDF, or a saved target)",
  .examples =
    {
      {"carry a change over to a copy of the graph",
       "liner export -q data/thom-russo -o copy.nt && liner diff -q --to patch copy.nt "
       "data/thom-russo | liner patch copy.nt -"},
    },
  .run = run,
};
