/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_PAGE_H
#define LN_CLI_PAGE_H

#include "base/out.h"
#include "cli/commands.h"

#include <stddef.h>

/** Laying out help on a page of text. */

/** Put a NUL-terminated text. */
static inline void
ln_page_put(ln_out* const out, const char* const text)
{
  ln_out_put_view(out, ln_view_of(text));
}

/** Put words, broken into lines at most 79 bytes long; the first starts at column `at` (counted
   from 0), the others at `indent`. A newline in the text ends a line. Ends with a newline. */
void
ln_page_wrap(ln_out* out, const char* text, size_t at, size_t indent);

/** Put a term and its explanation, the latter from column `indent`. */
void
ln_page_item(ln_out* out, ln_view term, const char* text, size_t indent);

/** What `liner` alone prints. */
void
ln_page_overview(ln_out* out);

/** What `liner COMMAND --help` prints. */
LN_MUST ln_status
ln_page_command(ln_out* out, const ln_command* command);

#endif
