/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner export: the main job. */

#include "base/out.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/page.h"
#include "cli/work.h"
#include "map/mapping.h"
#include "run/run.h"
#include "run/since.h"
#include "run/validation.h"

#include <string.h>

static const ln_option_id options[] = {
  LN_OPT_OUTPUT,        LN_OPT_TO,          LN_OPT_LAYERS,         LN_OPT_PROVENANCE,
  LN_OPT_EVIDENCE,      LN_OPT_DESCRIPTION, LN_OPT_TIME,           LN_OPT_FRAME,
  LN_OPT_ON_CONFLICT,   LN_OPT_RULES,       LN_OPT_MODE,           LN_OPT_BASE,
  LN_OPT_PROFILE,       LN_OPT_METADATA,    LN_OPT_HEADER_MAPPING, LN_OPT_PREFIX,
  LN_OPT_LINK,          LN_OPT_URL,         LN_OPT_URL_MAP,        LN_OPT_DATES,
  LN_OPT_UNKNOWN_ROLES, LN_OPT_REGISTER,    LN_OPT_REJECT,         LN_OPT_KEYS,
  LN_OPT_VALIDATE,      LN_OPT_SHAPES,      LN_OPT_ONTOLOGY,       LN_OPT_CHECK,
  LN_OPT_LANG,          LN_OPT_MAX_RESULTS, LN_OPT_MEMORY,         LN_OPT_REPORT,
  LN_OPT_TARGET_KIND,   LN_OPT_MAX_ERRORS,  LN_OPT_STRICT,         LN_OPT_THREADS,
  LN_OPT_SHARD,         LN_OPT_DISTINCT,    LN_OPT_SINCE,          LN_OPT_STATE,
  LN_OPT_CLEARED,       LN_OPT_COLOR,       LN_OPT_QUIET,          LN_OPT_VERBOSE,
  LN_OPT_HELP,          LN_OPT_BLOCK_SIZE,  LN_OPT_GENERAL_WAY,
};

/* --to help */
static ln_status
print_syntaxes(ln_out* const out, const void* const what)
{
  enum { INDENT = 18 };
  (void)what;
  const char* name    = NULL;
  const char* label   = NULL;
  const char* endings = NULL;
  ln_text     text    = {0};
  ln_status   status  = LN_OK;
  for (size_t i = 0U; status == LN_OK && ln_run_syntax(i, &name, &label, &endings); ++i) {
    ln_text_reset(&text);
    status = endings[0] != '\0' ? ln_text_format(&text, "%s (%s)", label, endings)
                                : ln_text_format(&text, "%s", label);
    if (status == LN_OK) {
      ln_page_item(out, ln_view_of(name), text.s, INDENT);
    }
  }
  ln_text_clear(&text);
  return status;
}

/* What does not agree can only be told where the evidence is made. */
static ln_status
export_whole(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  const bool evidence = (job->layers & LN_LAYER_EVIDENCE) != 0U;
  if (job->validation && !evidence) {
    return ln_run_export_validated(job, log, summary);
  }
  return evidence ? ln_run_watched(job, log, summary) : ln_run_export(job, log, summary);
}

static ln_status export(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  LN_TRY(job->since ? LN_OK : export_whole(job, log, summary));
  return job->since || job->state ? ln_run_since(job, log, summary) : LN_OK;
}

static ln_status
export_settled(const ln_job* const job, ln_log* const log, ln_summary* const summary)
{
  return ln_run_settled(job, log, summary, export);
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  const char* const to = args->values[LN_OPT_TO];
  if (to && strcmp(to, "help") == 0) {
    return ln_console_print(print_syntaxes, NULL);
  }
  return ln_work(self, args, export_settled, LN_WORK_SUMMED);
}

const ln_command ln_cmd_export = {
  .name    = "export",
  .summary = "write the graph of a catalogue or table",
  .usage   = "[OPTION]... INPUT",
  .about =
    "INPUT is a catalogue folder (\"liner init DIR\" makes one to start from), a CSVW metadata "
    "file, "
    "a table that has metadata beside it, or - for a table from standard input.\n"
    "\n"
    "What cannot be exported is reported with file, line and column, and counted in the summary "
    "on standard error; the exit status is then 1.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  /* Without --to help an input is needed; ln_work sees to it. */
  .most = LN_WORK_INPUTS,
  .examples =
    {
      {"Turtle on standard output", "liner export data/thom-russo"},
      {"compressed N-Quads with all layers, each a named graph",
       "liner export data/thom-russo --layers facts,evidence,shortcuts -o thom-russo.nq.gz"},
      {"what changed since the last export, and a state for the next one",
       "liner export data/thom-russo -q -o whole.nt --state state && liner export data/thom-russo "
       "--since state --state state -o changes.ru"},
      {"JSON-LD with one nested object an entity",
       "liner export data/thom-russo --to jsonld --frame -o thom-russo.jsonld"},
    },
  .run = run,
};
