/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_BREACH_TEXT_H
#define LN_CHECK_BREACH_TEXT_H

#include "base/status.h"
#include "base/text.h"
#include "check/ontology.h"

#include <stddef.h>
#include <stdint.h>

enum { LN_SPELLINGS = 64 };

/** Breaches in words, for people. Zero-initialise all but the first three, which are borrowed. */
typedef struct {
  const ln_ontology*   ontology;
  const ln_term_table* terms;
  const ln_triple_set* data;
  struct {
    uint32_t term; ///< plus one; 0: none
    ln_text  text;
  } spellings[LN_SPELLINGS]; ///< names that were looked for
  size_t looked;             ///< how often
} ln_breach_wording;

void
ln_breach_wording_clear(ln_breach_wording* wording);

/** Append what is wrong, and of which triple. */
LN_MUST ln_status
ln_breach_message(const ln_breach_wording* wording, const ln_breach* breach, ln_text* out);

/** Append what was expected, or what to do; perhaps nothing. `elsewhere` is the place of what is
    against it, empty if there is none. */
LN_MUST ln_status
ln_breach_hint(ln_breach_wording* wording,
               const ln_breach*   breach,
               ln_view            elsewhere,
               ln_text*           out);

#endif
