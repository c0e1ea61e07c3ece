/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STATS_OUTLINE_H
#define LN_STATS_OUTLINE_H

#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** How many different things have each class, and each property beside each class. A thing may be
   met any number of times, here and there; it has what it had at any of them. Memory is bounded:
   what does not fit is spilled (base/sort.h). */
typedef struct ln_outlines ln_outlines;

/** A class or property, by a number of its kind. */
typedef uint32_t ln_trait;

static inline ln_trait
ln_trait_class(const uint32_t number)
{
  return (number << 1U) | 1U;
}

static inline ln_trait
ln_trait_property(const uint32_t number)
{
  return number << 1U;
}

static inline bool
ln_trait_is_class(const ln_trait trait)
{
  return (trait & 1U) != 0U;
}

static inline uint32_t
ln_trait_number(const ln_trait trait)
{
  return trait >> 1U;
}

/** About `memory` bytes are used. */
LN_MUST ln_status
ln_outlines_new(size_t memory, ln_outlines** outlines);

/** NULL is allowed. */
void
ln_outlines_free(ln_outlines* outlines);

/** A thing was met with these traits, each once, in any order; they are put in order here. Numbers
   are below 2^30. */
LN_MUST ln_status
ln_outlines_add(ln_outlines* outlines, ln_view thing, ln_trait* traits, size_t n);

/** Count; after this nothing may be added. */
LN_MUST ln_status
ln_outlines_finish(ln_outlines* outlines);

/** Number of different things. */
uint64_t
ln_outlines_things(const ln_outlines* outlines);

/** Of these, how many have a trait. */
uint64_t
ln_outlines_with(const ln_outlines* outlines, ln_trait trait);

/** Of these, how many have no class, and of those how many have a property. */
uint64_t
ln_outlines_classless(const ln_outlines* outlines);

uint64_t
ln_outlines_classless_with(const ln_outlines* outlines, ln_trait property);

/** How many things have a class and a property. */
uint64_t
ln_outlines_both(const ln_outlines* outlines, ln_trait class_of, ln_trait property);

/** Why a temporary file failed, as a sentence for people; empty if none did. */
const char*
ln_outlines_error(const ln_outlines* outlines);

#endif
