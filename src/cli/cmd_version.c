/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* liner version. */

#include "base/out.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/page.h"
#include "cli/version.h"

static const ln_option_id options[] = {LN_OPT_HELP};

static ln_status
print_version(ln_out* const out, const void* const what)
{
  (void)what;
  ln_page_put(out, "liner " LN_VERSION "\n");
  return LN_OK;
}

static int
run(const ln_command* const self, const ln_args* const args)
{
  (void)self;
  (void)args;
  return ln_console_print(print_version, NULL);
}

const ln_command ln_cmd_version = {
  .name     = "version",
  .alias    = {"--version", "-V"},
  .summary  = "print the version",
  .usage    = "",
  .about    = "Prints the name and the version of the program.",
  .options  = {options, sizeof(options) / sizeof(options[0])},
  .examples = {{"the same", "liner --version"}},
  .run      = run,
};
