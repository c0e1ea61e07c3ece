/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_CONSOLE_H
#define LN_CLI_CONSOLE_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"
#include "base/text.h"
#include "run/run.h"

#include <stdbool.h>
#include <stddef.h>

/** What the program says to people, and how it ends. */

/** The exit statuses of exits.def: LN_EXIT_CLEAN and so on. */
typedef enum {
#define LN_EXIT(name, number, meaning) LN_EXIT_##name = (number),
#include "cli/exits.def"
#undef LN_EXIT
} ln_exit;

typedef struct {
  int         number;
  const char* meaning;
} ln_exit_info;

/** The i-th exit status, or NULL. */
const ln_exit_info*
ln_exit_about(size_t i);

/** Messages may be coloured: asked for, or stderr is a terminal and NO_COLOR is not set. `choice`
 * is that of --color. */
bool
ln_console_color(size_t choice);

/** A progress line makes sense: stderr is a terminal, and `output` does not go there as well. */
bool
ln_console_progress(const char* output);

/** Print `liner: MESSAGE` on stderr. */
void
ln_console_say(ln_view message);

/** Print what is wrong with the command line and where to find help (`topic` may be empty); gives
 * LN_EXIT_USAGE, or LN_EXIT_INTERNAL if `status` is LN_NO_MEM. */
int
ln_console_misuse(ln_status status, const ln_text* error, const char* topic);

/** The line at the end of a run: `liner: 2 rows, 5 descriptions, 23 triples, 0 warnings, …`. */
LN_MUST ln_status
ln_console_summary(const ln_summary* summary, ln_text* out);

/** The exit status of a run that ended with `status`. `log` may be NULL. Says so if memory ended;
 * everything else was reported before. */
int
ln_console_exit(ln_status status, const ln_log* log);

/** A device for texts, `-` for standard output; says what fails. */
LN_MUST ln_status
ln_console_open(const char* path, ln_out** out);

/** Close and say what failed. */
LN_MUST ln_status
ln_console_close(ln_out* out);

/** Print something on standard output; returns the exit status. */
typedef ln_status (*ln_print_func)(ln_out* out, const void* what);

int
ln_console_print(ln_print_func print, const void* what);

#endif
