/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_PATTERN_H
#define LN_RDF_PATTERN_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

/** Regular expressions as SPARQL's REGEX has them (SPARQL 1.1, section 17.4.3.14; XPath and XQuery
   Functions, section 7.6.1), as far as PCRE2 reads them: they match anywhere in a text. Not shared
   by threads. */
typedef struct ln_pattern ln_pattern;

/** `flags` are letters of i, m, s, x, q. LN_USAGE with a sentence in `problem` if the pattern or a
 * flag is wrong. */
LN_MUST ln_status
ln_pattern_new(ln_view pattern, ln_view flags, ln_pattern** made, ln_text* problem);

/** NULL is allowed. */
void
ln_pattern_free(ln_pattern* pattern);

/** LN_OK: it matches; LN_END: it does not; LN_STOP: finding out takes too long; LN_NO_MEM. `text`
 * is valid UTF-8. */
LN_MUST ln_status
ln_pattern_match(ln_pattern* pattern, ln_view text);

/** Append `text` with what matches replaced (XPath and XQuery Functions, section 7.6.3): in `by`,
   `$1` stands for what the first group took, `\$` and `\\` for themselves. LN_USAGE if the pattern
   matches nothing at all somewhere, or `by` is wrong; LN_STOP and LN_NO_MEM as above. */
LN_MUST ln_status
ln_pattern_replace(ln_pattern* pattern, ln_view text, ln_view by, ln_text* out);

#endif
