/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_REGEX_INNER_H
#define LN_RDF_REGEX_INNER_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdint.h>

/* What expressions in ECMAScript's syntax (regex.h) and in SPARQL's (pattern.h) share. Private to
   rdf/. */

/** A compiled expression and the limits of matching it. */
typedef struct {
  pcre2_general_context* general;
  pcre2_match_context*   limits;
  pcre2_code*            code;
} ln_regex_code;

/** Options of pcre2_compile. */
typedef struct {
  uint32_t options;
  uint32_t extra;
} ln_regex_syntax;

/** LN_USAGE with a sentence in `problem` if the pattern is wrong. To be cleared in any case. */
LN_MUST ln_status
ln_regex_compile(ln_regex_code*         made,
                 ln_view                pattern,
                 const ln_regex_syntax* syntax,
                 ln_text*               problem);

void
ln_regex_code_clear(ln_regex_code* code);

/** What pcre2_match returned, as LN_OK (it matches), LN_END (it does not), LN_STOP (finding out
    takes too long) or LN_NO_MEM. */
LN_MUST ln_status
ln_regex_found(int found);

#endif
