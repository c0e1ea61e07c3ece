/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner diff: what one graph has and another has not. */

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/reporting.h"
#include "cli/settings.h"
#include "run/diff.h"

static const ln_option_id options[] = {
  LN_OPT_CHANGES,    LN_OPT_OUTPUT, LN_OPT_REMOVED,       LN_OPT_ADDED,   LN_OPT_MAX_CHANGES,
  LN_OPT_EXIT_CODE,  LN_OPT_LAYERS, LN_OPT_BASE,          LN_OPT_PROFILE, LN_OPT_METADATA,
  LN_OPT_URL_MAP,    LN_OPT_DATES,  LN_OPT_UNKNOWN_ROLES, LN_OPT_MEMORY,  LN_OPT_REPORT,
  LN_OPT_MAX_ERRORS, LN_OPT_STRICT, LN_OPT_COLOR,         LN_OPT_QUIET,   LN_OPT_HELP,
};

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
  const ln_report_end end      = {.triples = differed.same + differed.added, .exit = code};
  const bool          broken   = st == LN_NO_MEM || *ln_interrupt_flag() != 0;
  const ln_status     reported = ln_reporting_end(&reports, log, broken ? NULL : &end);
  const ln_status     finished = ln_log_finish(log);
  if (code == LN_EXIT_CLEAN || code == LN_EXIT_FAULTS) {
    code = reported != LN_OK ? ln_console_exit(reported, NULL) : code;
    code = finished != LN_OK ? ln_console_exit(finished, NULL) : code;
  }
  if (ended && !ln_args_has(args, LN_OPT_QUIET)) {
    say_summary(&differed);
  }
  return code;
}

/* Two inputs, of which one may be standard input. */
static ln_status
check_inputs(const ln_args* const args, ln_text* const error)
{
  LN_TRY(ln_args_inputs(args, 2U, 2U, "NEW (what OLD is compared with)", error));
  if (ln_view_equals(ln_view_of(args->inputs[0]), LN_V("-")) &&
      ln_view_equals(ln_view_of(args->inputs[1]), LN_V("-"))) {
    LN_TRY(ln_text_add(error, LN_V("only one side can be standard input")));
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
    static const ln_diff_form FORMS[] = {LN_DIFF_TEXT, LN_DIFF_PATCH, LN_DIFF_UPDATE};
    const ln_diff             diff    = {.job     = &job,
                                         .form    = FORMS[ln_args_choice(args, LN_OPT_CHANGES)],
                                         .removed = args->values[LN_OPT_REMOVED],
                                         .added   = args->values[LN_OPT_ADDED],
                                         .most    = ln_args_number(args, LN_OPT_MAX_CHANGES)};
    const ln_log_policy       policy  = ln_settings_policy(args);
    ln_log* const             log     = ln_log_new(&policy);
    code = log ? work(args, &diff, log) : ln_console_exit(LN_NO_MEM, NULL);
    ln_log_free(log);
  }
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_diff = {
  .name    = "diff",
  .summary = "tell what one graph has and another has not",
  .usage   = "[OPTION]... OLD NEW",
  .about =
    "OLD and NEW are files of RDF, packed or not, or what export takes, converted on the way; one "
    "of them may be -, N-Triples or N-Quads from standard input. Told are the triples (with their "
    "graphs) that only one of them has: what is removed, then what is added. Order, repetition and "
    "syntax make no difference, nor does the case of language tags.\n"
    "\n"
    "Graphs of any size are compared in --memory; what is more goes to temporary files. The exit "
    "status is 0 whether there are changes or not, unless --exit-code is given.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 2U,
  .least   = 2U,
  .input   = "NEW (what OLD is compared with)",
  .examples =
    {
      {"what changed since the last export, and in which cells",
       "liner export data/thom-russo -o old.nt && liner diff old.nt data/thom-russo"},
      {"a patch for programs", "liner diff --to patch ontology/core.ttl ontology/properties.ttl"},
    },
  .run = run,
};
