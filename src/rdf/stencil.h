/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_STENCIL_H
#define LN_RDF_STENCIL_H

#include "base/wide.h"
#include "rdf/desc.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Descriptions that are alike but for a few texts. A stencil tells what they have in common and is
    made once; a stamp has the texts of one of them. A writer that knows stencils goes from slot to
    slot and puts the texts between what it has rendered before, and no pair is made. Any other sink
    is given pairs, which say the same. */

typedef enum {
  LN_SLOT_CONSTANT, ///< the same object each time
  LN_SLOT_TEXT,     ///< the object has the bytes of a text
  LN_SLOT_ITEMS,    ///< an object for each text of a list
} ln_slot_kind;

/** One pair, or with LN_SLOT_ITEMS several. */
typedef struct {
  ln_pair  pair; ///< all but the bytes of the object, where these change; it should have a lead
  uint16_t kind; ///< ln_slot_kind
  uint16_t text; ///< number of the text, or of the list
  uint16_t gate; ///< number of the text that must be there; else the slot is left out
} ln_slot;

/** What all descriptions of one subject of a plan have in common. LN_SLACK bytes behind those of a
    constant subject may be read. */
typedef struct {
  ln_term        subject;
  ln_term        graph;
  const ln_slot* slots; ///< rdf:type first; those of one predicate stand together
  size_t         n;
  size_t         uses; ///< how many slots have the same text or list, at most
} ln_stencil;

/** A text of a row, valid UTF-8, if it is there. LN_SLACK bytes behind it may be read. */
typedef struct {
  const char* s;
  uint32_t    n;
  uint8_t     flags; ///< LN_CLEAN, LN_DIGITS
  bool        there;
} ln_slot_text;

/** The texts of a list, a range of those of all lists. */
typedef struct {
  uint32_t first;
  uint32_t n;
} ln_slot_list;

/** One use of a stencil. Everything is borrowed. */
typedef struct {
  const ln_stencil*   stencil;
  ln_term             subject;
  const ln_slot_text* texts;
  const ln_slot_text* items;
  const ln_slot_list* lists;
  size_t              n_bytes; ///< of all texts together, at most
  size_t              n_items; ///< of all lists
  ln_where            where;
} ln_stamp;

/** What a sink answers that wants pairs: nothing was done. */
#define LN_UNSTAMPED SIZE_MAX

/** The pairs that a stamp makes. */
static inline size_t
ln_stamp_pairs(const ln_stamp* const stamp)
{
  size_t n = 0U;
  for (size_t i = 0U; i < stamp->stencil->n; ++i) {
    const ln_slot* const slot = &stamp->stencil->slots[i];
    const size_t         each = slot->kind == LN_SLOT_ITEMS ? stamp->lists[slot->text].n : 1U;
    n += stamp->texts[slot->gate].there ? each : 0U;
  }
  return n;
}

/** Bytes that a writer needs at most, if a pair takes `pair` of them beside those of its object,
    and each byte of an object becomes 6 (sink/escape.h). */
static inline size_t
ln_stamp_bound(const ln_stamp* const stamp, const size_t pair)
{
  const ln_stencil* const stencil = stamp->stencil;
  const size_t            pairs   = stencil->n + (stencil->uses * stamp->n_items);
  return (pairs * (pair + (2U * (size_t)LN_SLACK))) + (6U * stencil->uses * stamp->n_bytes) +
         stamp->subject.n;
}

/** A writer takes no stamp that may need more than this; longer descriptions go pair by pair. */
enum { LN_STAMP_MOST = 1 << 16 };

#endif
