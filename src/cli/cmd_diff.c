/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner diff: what one graph has and another has not. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/destination.h"
#include "cli/reporting.h"
#include "cli/settings.h"
#include "run/diff.h"

static const ln_option_id options[] = {
  LN_OPT_CHANGES,       LN_OPT_OUTPUT,  LN_OPT_REMOVED,  LN_OPT_ADDED,       LN_OPT_MAX_CHANGES,
  LN_OPT_EXIT_CODE,     LN_OPT_LAYERS,  LN_OPT_BASE,     LN_OPT_PROFILE,     LN_OPT_METADATA,
  LN_OPT_URL_MAP,       LN_OPT_DATES,   LN_OPT_IN_GRAPH, LN_OPT_GRAPH_STORE, LN_OPT_QUERY_URL,
  LN_OPT_LOGIN,         LN_OPT_SILENCE, LN_OPT_RETRIES,  LN_OPT_PLAIN_LOGIN, LN_OPT_CA_FILE,
  LN_OPT_UNKNOWN_ROLES, LN_OPT_MEMORY,  LN_OPT_REPORT,   LN_OPT_MAX_ERRORS,  LN_OPT_STRICT,
  LN_OPT_COLOR,         LN_OPT_QUIET,   LN_OPT_HELP,     LN_OPT_RETRY_WAIT,
};

/* What is compared: two inputs, of which each may be the graph of a store. */
typedef struct {
  ln_destination stores[2];
  bool           stored[2];
  char*          inputs[2];
  char           name[sizeof("store")]; ///< of the one that options gave
} sides;

static ln_status
add_summary(const ln_differed* const differed, ln_text* const text)
{
  LN_TRY(ln_text_add_number(text, differed->removed));
  LN_TRY(ln_text_add(text, LN_V(" removed, ")));
  LN_TRY(ln_text_add_number(text, differed->added));
  LN_TRY(ln_text_add(text, LN_V(" added, ")));
  LN_TRY(ln_text_add_number(text, differed->same));
  return ln_text_add(text, LN_V(" the same"));
}

static void
say_summary(const ln_differed* const differed)
{
  ln_text text = {0};
  if (add_summary(differed, &text) == LN_OK) {
    ln_console_say(ln_text_view(&text));
  }
  ln_text_clear(&text);
}

static int
work(const ln_args* const args, const ln_diff* const diff, ln_log* const log)
{
  ln_differed differed = {0U, 0U, 0U};
  ln_reports  reports  = {0};
  ln_status   st       = ln_reporting_open(args, log, &reports);
  st                   = st == LN_OK ? ln_run_diff(diff, log, &differed) : st;
  int        code      = ln_console_exit(st, log);
  const bool ended     = st == LN_OK;
  if (code == LN_EXIT_CLEAN && ln_args_has(args, LN_OPT_EXIT_CODE) &&
      differed.removed + differed.added > 0U) {
    code = LN_EXIT_FAULTS;
  }
  const ln_report_end end = {.triples = differed.same + differed.added, .exit = code};
  code                    = ln_reporting_finish(&reports, log, st, &end);
  if (ended && !ln_args_has(args, LN_OPT_QUIET)) {
    say_summary(&differed);
  }
  return code;
}

/* With the URL of a graph store OLD is that store; else a word may name one. */
static ln_status
read_sides(const ln_args* const args, sides* const s, ln_text* const error)
{
  const bool   given = ln_args_has(args, LN_OPT_GRAPH_STORE);
  const size_t words = given ? 1U : 2U;
  LN_TRY(ln_args_inputs(args, words, words, "NEW (what OLD is compared with)", error));
  for (size_t i = 0U; i < 2U; ++i) {
    const bool by_option = given && i == 0U;
    s->inputs[i]         = args->inputs[words == 2U ? i : 0U];
    s->stored[i]         = by_option || ln_destination_named(s->inputs[i]);
    if (s->stored[i]) {
      ln_args alone  = *args;
      alone.inputs   = &s->inputs[i];
      alone.n_inputs = 1U;
      LN_TRY(ln_destination_read(&alone, &s->stores[i], error));
    }
  }
  if (given) {
    s->inputs[0] = s->name;
  }
  return LN_OK;
}

static ln_status
check_sides(const sides* const s, ln_text* const error)
{
  if (ln_view_equals(ln_view_of(s->inputs[0]), LN_V("-")) &&
      ln_view_equals(ln_view_of(s->inputs[1]), LN_V("-"))) {
    LN_TRY(ln_text_add(error, LN_V("only one side can be standard input")));
    return LN_USAGE;
  }
  return LN_OK;
}

static int
diff_sides(const ln_args* const args, const sides* const s, ln_job* const job)
{
  static const ln_diff_form FORMS[] = {LN_DIFF_TEXT, LN_DIFF_PATCH, LN_DIFF_UPDATE};
  const ln_diff             diff    = {.job    = job,
                                       .stores = {s->stored[0] ? &s->stores[0].settings : NULL,
                                   s->stored[1] ? &s->stores[1].settings : NULL},
                                       .form    = FORMS[ln_args_choice(args, LN_OPT_CHANGES)],
                                       .removed = args->values[LN_OPT_REMOVED],
                                       .added   = args->values[LN_OPT_ADDED],
                                       .most    = ln_args_number(args, LN_OPT_MAX_CHANGES)};
  const ln_log_policy       policy  = ln_settings_policy(args);
  ln_log* const             log     = ln_log_new(&policy);
  job->inputs                       = s->inputs;
  job->n_inputs                     = 2U;
  const int code = log ? work(args, &diff, log) : ln_console_exit(LN_NO_MEM, NULL);
  ln_log_free(log);
  return code;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  ln_job    job   = {0};
  sides     s     = {.name = "store"};
  ln_text   error = {0};
  ln_status st    = read_sides(args, &s, &error);
  st              = st == LN_OK ? check_sides(&s, &error) : st;
  st              = st == LN_OK ? ln_settings_job(args, &job, &error) : st;
  st              = st == LN_OK ? ln_reporting_check(args, self->options, &error) : st;
  const int code =
    st == LN_OK ? diff_sides(args, &s, &job) : ln_console_misuse(st, &error, self->name);
  ln_destination_clear(&s.stores[0]);
  ln_destination_clear(&s.stores[1]);
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_diff = {
  .name    = "diff",
  .summary = "tell what one graph has and another has not",
  .usage   = "[OPTION]... OLD NEW",
  .about =
    "OLD and NEW are files of RDF, packed or not, or what export takes, converted on the way; one "
    "of them may be -, N-Triples or N-Quads from standard input, and each may be the graph of a "
    "store: its URL, or a target that \"liner target add\" saved. With --graph-store that store is "
    "OLD, and only NEW is named. Told are the triples (with their "
    "graphs) that only one of them has: what is removed, then what is added. Order, repetition and "
    "syntax make no difference, nor does the case of language tags.\n"
    "\n"
    "Graphs of any size are compared in --memory; what is more goes to temporary files. The exit "
    "status is 0 whether there are changes or not, unless --exit-code is given.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 2U,
  .least   = 1U,
  .input   = "NEW (what OLD is compared with)",
  .examples =
    {
      {"what changed since the last export, and in which cells",
       "liner export data/thom-russo -o old.nt && liner diff old.nt data/thom-russo"},
      {"a patch for programs", "liner diff --to patch ontology/core.ttl ontology/properties.ttl"},
    },
  .run = run,
};
