/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_SUGGEST_H
#define LN_CLI_SUGGEST_H

#include "base/fold.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

/** "Did you mean" for words of the command line. */
typedef struct {
  ln_text    lower; ///< the word, ASCII letters in lower case
  ln_nearest nearest;
} ln_suggest;

/** Begin with the word that nobody knows, without hyphens in front. Give back with ln_suggest_clear
 * whatever the result. */
LN_MUST ln_status
ln_suggest_init(ln_suggest* suggest, ln_view word);

/** A word that exists: as it is compared, and as it is shown. Both borrowed. */
void
ln_suggest_offer(ln_suggest* suggest, ln_view word, ln_view shown);

/** Append `; did you mean "x"?`, or nothing. */
LN_MUST ln_status
ln_suggest_text(const ln_suggest* suggest, ln_text* out);

void
ln_suggest_clear(ln_suggest* suggest);

/** Append a sentence with a word of the command line in it, and return LN_USAGE, unless memory
    ends. */
LN_MUST ln_status
ln_suggest_complain(ln_text* error, const char* before, ln_view word, const char* after);

/** Append a word of the command line as it can safely be shown: control characters as \xHH. */
LN_MUST ln_status
ln_suggest_shown(ln_view word, ln_text* out);

#endif
