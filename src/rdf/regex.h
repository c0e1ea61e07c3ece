/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_REGEX_H
#define LN_RDF_REGEX_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stddef.h>

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

/** How many groups it has. */
size_t
ln_regex_groups(const ln_regex* regex);

/** The number of a named group, from 0; SIZE_MAX if there is none of this name. */
size_t
ln_regex_group(const ln_regex* regex, ln_view name);

/** As ln_regex_match, and what each group took: `groups` has room for all of them. They borrow from
   `text`; one that took no part has `s` NULL. */
LN_MUST ln_status
ln_regex_extract(const ln_regex* regex, ln_view text, ln_view* groups);

#endif
