/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_PHRASE_H
#define LN_CHECK_PHRASE_H

#include "base/status.h"
#include "base/text.h"
#include "check/shapes.h"
#include "check/validate.h"
#include "graph/term_table.h"

#include <stdint.h>

/** Results in words, for people. Everything is appended. */

/** A term: `<IRI>`, `"text"@en`, `_:label`; long texts with head and tail only. */
LN_MUST ln_status
ln_phrase_term(const ln_term_table* terms, uint32_t term, ln_text* out);

/** What a constraint expects: `at least 1 value`, `an instance of <…>`. */
LN_MUST ln_status
ln_phrase_expected(const ln_shapes*     shapes,
                   const ln_term_table* terms,
                   const ln_constraint* c,
                   ln_text*             out);

/** The message of a shape in a language: of those with its tag, else without one, else in English,
    else the first; LN_NO_TERM if there is none. */
uint32_t
ln_phrase_message(const ln_shapes*     shapes,
                  const ln_term_table* terms,
                  const ln_shape*      shape,
                  ln_view              lang);

#endif
