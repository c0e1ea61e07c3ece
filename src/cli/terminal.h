/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_TERMINAL_H
#define LN_CLI_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/** What the place that text is printed to can show. `output` is that of --output, NULL and "-"
   standard output; `choice` that of --color. */

/** Whether the locale says UTF-8: the first of LC_ALL, LC_CTYPE and LANG that is set. */
bool
ln_terminal_utf8(void);

/** Letters in a line: of COLUMNS, else of the terminal, else 80; 40 to 200. */
size_t
ln_terminal_width(const char* output);

/** Headings may stand out: asked for, or standard output is a terminal and NO_COLOR is not set. */
bool
ln_terminal_bold(const char* output, size_t choice);

#endif
