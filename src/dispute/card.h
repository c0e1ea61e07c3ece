/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_CARD_H
#define LN_DISPUTE_CARD_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "rdf/term.h"

#include <stddef.h>
#include <stdint.h>

/** One thing that is said of an entity, and the cell or line that says so. */
typedef struct {
  ln_view  text;      ///< IRI, lexical form or label
  uint64_t row;       ///< as in ln_where
  uint64_t line;      ///< 0: not known
  uint64_t column;    ///< in bytes, from 1; 0: not known
  uint64_t order;     ///< facts that were said earlier have a smaller one
  uint32_t predicate; ///< number of the term
  uint32_t source;    ///< as in ln_where
  uint32_t field;
  ln_kind  kind;
} ln_card_fact;

/** All that is said of one entity as far as it is compared: by predicate, each once. */
typedef struct {
  ln_view             thing;  ///< IRI, or label of a blank node
  uint64_t            order;  ///< of its first fact
  size_t              entity; ///< number of the rule that makes it one
  const ln_card_fact* facts;
  size_t              n;
} ln_card;

/** The first fact with this predicate, or NULL; others of it stand behind. */
const ln_card_fact*
ln_card_find(const ln_card* card, uint32_t predicate);

/** The next fact with the same predicate, or NULL. */
const ln_card_fact*
ln_card_more(const ln_card* card, const ln_card_fact* fact);

/** Append a card as bytes that can be laid away. */
LN_MUST ln_status
ln_card_pack(const ln_card* card, ln_text* bytes);

/** The card again; everything is in the arena. `bytes` are as packed. */
LN_MUST ln_status
ln_card_unpack(ln_view bytes, ln_arena* arena, ln_card* card);

#endif
