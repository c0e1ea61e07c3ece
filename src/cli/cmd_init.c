/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner init: a starter catalogue. */

#include "cli/commands.h"
#include "cli/console.h"
#include "run/run.h"

static const ln_option_id options[] = {LN_OPT_QUIET, LN_OPT_HELP};

static void
say_next(const char* const folder)
{
  (void)fprintf(stderr, "liner: %s is ready; its README.md says how to go on\n", folder);
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  (void)self;
  const char* const   folder = args->inputs[0];
  const ln_log_policy policy = {.stream = stderr, .color = ln_console_color(0U)};
  ln_log* const       log    = ln_log_new(&policy);
  if (!log) {
    return ln_console_exit(LN_NO_MEM, NULL);
  }
  const ln_status status   = ln_run_init(folder, log);
  const ln_status finished = ln_log_finish(log);
  const int       code     = ln_console_exit(status == LN_OK ? finished : status, log);
  if (code == LN_EXIT_CLEAN && !ln_args_has(args, LN_OPT_QUIET)) {
    say_next(folder);
  }
  ln_log_free(log);
  return code;
}

const ln_command ln_cmd_init = {
  .name    = "init",
  .summary = "start a catalogue: seven tables with one example row each",
  .usage   = "[OPTION]... DIR",
  .about = "Makes the folder DIR with the seven tables of a catalogue, each with one example row, "
           "and a README.md. Files that are there already are never overwritten: then nothing is "
           "written at all.",
  .options = {options, sizeof(options) / sizeof(options[0])},
  .most    = 1U,
  .least   = 1U,
  .input   = "DIR (the folder to make)",
  .examples =
    {
      {"a folder to type into", "liner init my-catalogue"},
      {"what such a folder looks like when it has grown", "liner check data/thom-russo"},
    },
  .run = run,
};
