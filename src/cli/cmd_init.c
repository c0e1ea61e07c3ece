/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner init: what one starts from. Of tables, metadata guessed from what they hold; else a starter
   catalogue. Which is meant is seen from the first input: a file, `-`, or what is called like a
   table is one; a folder, or what is not there, is to become a catalogue. */

#include "cli/commands.h"
#include "cli/console.h"
#include "run/run.h"

#include <sys/stat.h>

enum { TABLES_MOST = 1000 };

static const ln_option_id options[] = {
  LN_OPT_DRAFT,
  LN_OPT_ROWS,
  LN_OPT_COLOR,
  LN_OPT_QUIET,
  LN_OPT_HELP,
};

static bool
is_table(const char* const input)
{
  static const char* const endings[] = {".csv",
                                        ".tsv",
                                        ".tab",
                                        ".txt",
                                        ".csv.gz",
                                        ".tsv.gz",
                                        ".csv.zst",
                                        ".tsv.zst",
                                        ".xml",
                                        ".json",
                                        ".jsonl"};
  const ln_view            path      = ln_view_of(input);
  struct stat              about;
  if (ln_view_equals(path, LN_V("-"))) {
    return true;
  }
  if (stat(input, &about) == 0) {
    return !S_ISDIR(about.st_mode);
  }
  for (size_t i = 0U; i < sizeof(endings) / sizeof(endings[0]); ++i) {
    if (ln_view_ends(path, ln_view_of(endings[i]))) {
      return true;
    }
  }
  return false;
}

static ln_status
start_catalogue(const ln_args* const args, ln_log* const log, ln_text* const said)
{
  LN_TRY(ln_run_init(args->inputs[0], log));
  return ln_text_format(said, "%s is ready; its README.md says how to go on", args->inputs[0]);
}

static ln_status
draft_metadata(const ln_args* const args, ln_log* const log, ln_text* const said)
{
  const ln_draft draft = {.tables = args->inputs,
                          .n      = args->n_inputs,
                          .output = args->values[LN_OPT_DRAFT],
                          .rows   = ln_args_number(args, LN_OPT_ROWS)};
  ln_text        path  = {0};
  ln_status      st    = ln_run_draft(&draft, log, &path);
  if (st == LN_OK && path.n > 0U) {
    st = ln_text_format(said, "%s is ready; look at its notes, every guess is there", path.s);
  }
  ln_text_clear(&path);
  return st;
}

/* What is wrong with the words of the command line; nothing if they can be done. */
static ln_status
check_inputs(const ln_args* const args, const bool tables, ln_text* const error)
{
  size_t pipes = 0U;
  if (!tables && args->n_inputs > 1U) {
    LN_TRY(ln_text_format(error, "%s is no table; one folder, or tables alone", args->inputs[0]));
    return LN_USAGE;
  }
  if (!tables && ln_args_has(args, LN_OPT_DRAFT)) {
    LN_TRY(ln_text_format(error, "--output is for tables, and %s is none", args->inputs[0]));
    return LN_USAGE;
  }
  for (size_t i = 0U; tables && i < args->n_inputs; ++i) {
    const bool pipe = ln_view_equals(ln_view_of(args->inputs[i]), LN_V("-"));
    pipes += pipe ? 1U : 0U;
    if (!is_table(args->inputs[i]) || pipes > 1U) {
      LN_TRY(ln_text_format(
        error, pipe ? "standard input can be read only once" : "%s is no table", args->inputs[i]));
      return LN_USAGE;
    }
  }
  return LN_OK;
}

static int
work(const ln_args* const args, const bool tables, ln_log* const log)
{
  ln_text         said = {0};
  const ln_status status =
    tables ? draft_metadata(args, log, &said) : start_catalogue(args, log, &said);
  const ln_status finished = ln_log_finish(log);
  const int       code     = ln_console_exit(status == LN_OK ? finished : status, log);
  if (code == LN_EXIT_CLEAN && said.n > 0U && !ln_args_has(args, LN_OPT_QUIET)) {
    ln_console_say(ln_text_view(&said));
  }
  ln_text_clear(&said);
  return code;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  const bool      tables = is_table(args->inputs[0]);
  ln_text         error  = {0};
  const ln_status fit    = check_inputs(args, tables, &error);
  int             code   = LN_EXIT_INTERNAL;
  if (fit != LN_OK) {
    code = ln_console_misuse(fit, &error, self->name);
  } else {
    const ln_log_policy policy = {.stream = stderr,
                                  .color  = ln_console_color(ln_args_choice(args, LN_OPT_COLOR))};
    ln_log* const       log    = ln_log_new(&policy);
    code                       = log ? work(args, tables, log) : ln_console_exit(LN_NO_MEM, NULL);
    ln_log_free(log);
  }
  ln_text_clear(&error);
  return code;
}

const ln_command ln_cmd_init = {
  .name    = "init",
  .summary = "start from tables: guess their metadata; or start a catalogue",
  .usage   = "[OPTION]... TABLE... | DIR",
  .about =
    "Of tables, writes CSVW metadata guessed from the header and the first rows: how cells are "
    "separated, names, datatypes, lists, keys, and which columns refer to other tables; of XML and "
    "JSON, which elements or members are rows, and what stands in what. Each guess "
    "and what it rests on stands in the notes. The metadata work at once and are yours to correct. "
    "Of a folder, makes DIR with the seven tables of a catalogue, each with one example row, and a "
    "README.md. Files that are there already are never overwritten: then nothing is written at "
    "all.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = TABLES_MOST,
  .least   = 1U,
  .input   = "TABLE (to guess its metadata) or DIR (the folder to make)",
  .examples =
    {
      {"metadata of a table", "liner init -o - data/thom-russo/works.csv"},
      {"a folder to type into", "liner init my-catalogue"},
      {"what such a folder looks like when it has grown", "liner check data/thom-russo"},
    },
  .run = run,
};
