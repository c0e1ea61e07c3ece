/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_REGEX_H
#define LN_RDF_REGEX_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

/** Regular expressions in ECMAScript's syntax, as far as PCRE2 reads it, matched against whole
   texts. Immutable once compiled; shared by threads. */
typedef struct ln_regex ln_regex;

/** LN_USAGE with a sentence in `problem` if the pattern is wrong. */
LN_MUST ln_status
ln_regex_new(ln_view pattern, ln_regex** regex, ln_text* problem);

/** NULL is allowed. */
void
ln_regex_free(ln_regex* regex);

/** LN_OK: the whole text matches; LN_END: it does not; LN_STOP: finding out takes too long;
 * LN_NO_MEM. `text` is valid UTF-8. */
LN_MUST ln_status
ln_regex_match(const ln_regex* regex, ln_view text);

#endif
