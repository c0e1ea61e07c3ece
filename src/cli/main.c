/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Finds the command and lets it run. Everything else is in the table of commands. */

#include "base/out.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/page.h"

/* Without a command: the overview, but on stderr, as this is a fault. */
static int
no_command(void)
{
  ln_out* out = NULL;
  if (ln_out_memory(&out) != LN_OK) {
    return ln_console_exit(LN_NO_MEM, NULL);
  }
  ln_page_overview(out);
  const ln_view page = ln_out_bytes(out);
  (void)fwrite(page.s, 1U, page.n, stderr);
  ln_out_abandon(out);
  return LN_EXIT_USAGE;
}

static int
no_such_command(const char* const word)
{
  ln_text         error  = {0};
  const ln_status status = ln_command_unknown("command", ln_view_of(word), &error);
  const int       code   = ln_console_misuse(status, &error, "");
  ln_text_clear(&error);
  return code;
}

int
main(const int argc, char** const argv)
{
  if (ln_interrupt_catch() != LN_OK) {
    return ln_console_exit(LN_END, NULL);
  }
  if (argc < 2) {
    return no_command();
  }
  const ln_command* const command = ln_command_find(ln_view_of(argv[1]));
  return command ? ln_command_run(command, argv + 2, (size_t)argc - 2U) : no_such_command(argv[1]);
}
