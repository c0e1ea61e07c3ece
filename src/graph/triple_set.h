/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_TRIPLE_SET_H
#define LN_GRAPH_TRIPLE_SET_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A graph as numbers of a term table, to ask for what follows from a subject and what leads to an
    object. Filled, then sealed, then read; each triple is in it once. At most 2^32 - 2 triples. */
typedef struct ln_triple_set ln_triple_set;

/** A predicate above and a subject or object below: half a triple. */
typedef uint64_t ln_half;

static inline uint32_t
ln_half_predicate(const ln_half half)
{
  return (uint32_t)(half >> 32U);
}

static inline uint32_t
ln_half_node(const ln_half half)
{
  return (uint32_t)half;
}

/** Halves side by side, in order of predicate, then node. */
typedef struct {
  const ln_half* v;
  size_t         n;
} ln_halves;

/** NULL when out of memory. */
ln_triple_set*
ln_triple_set_new(void);

/** NULL is allowed. */
void
ln_triple_set_free(ln_triple_set* set);

LN_MUST ln_status
ln_triple_set_add(ln_triple_set* set, uint32_t subject, uint32_t predicate, uint32_t object);

/** Put in order. After this only the functions below may be called. */
LN_MUST ln_status
ln_triple_set_seal(ln_triple_set* set);

/** Triples; until it is sealed, repeated ones count repeatedly. */
size_t
ln_triple_set_size(const ln_triple_set* set);

/** One more than the greatest number of a subject or object. */
uint32_t
ln_triple_set_terms(const ln_triple_set* set);

/** Predicates and objects of a subject. */
ln_halves
ln_triple_set_of(const ln_triple_set* set, uint32_t subject);

/** Predicates and subjects of an object. */
ln_halves
ln_triple_set_to(const ln_triple_set* set, uint32_t object);

/** Those of one predicate. */
ln_halves
ln_triple_set_objects(const ln_triple_set* set, uint32_t subject, uint32_t predicate);

ln_halves
ln_triple_set_subjects(const ln_triple_set* set, uint32_t predicate, uint32_t object);

/** The only object, LN_NO_TERM if there is none or several. */
uint32_t
ln_triple_set_object(const ln_triple_set* set, uint32_t subject, uint32_t predicate);

bool
ln_triple_set_has(const ln_triple_set* set, uint32_t subject, uint32_t predicate, uint32_t object);

#endif
