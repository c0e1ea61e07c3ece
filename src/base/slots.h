/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_SLOTS_H
#define LN_BASE_SLOTS_H

#include "base/slot_run.h"
#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Finds the places of any number of things by tags, hashes of 32 bits of what they are, within a
   bound of memory. Different things may have one tag: the caller looks at what lies there.
   Not thread-safe. */
typedef struct ln_slots ln_slots;

/** About `memory` bytes are used, taken as they are needed; what does not fit is spilled. */
LN_MUST ln_status
ln_slots_new(size_t memory, ln_slots** slots);

/** NULL is allowed. */
void
ln_slots_free(ln_slots* slots);

/** A tag will be asked for soon. */
void
ln_slots_prefetch(const ln_slots* slots, uint32_t tag);

/** Goes through what may lie under a tag. Its members are nobody's business. */
typedef struct {
  uint32_t tag;
  bool     below;    ///< in the files
  size_t   at;       ///< slot of memory
  size_t   given;    ///< the one that was given last
  size_t   run;      ///< files not gone through
  uint64_t position; ///< in the file at hand
  size_t   seen;     ///< of what was read of it
  size_t   n_seen;
} ln_slot_walk;

ln_slot_walk
ln_slots_find(const ln_slots* slots, uint32_t tag);

/** The next place, plus one, what was put later before what was put earlier; LN_END after the last.
   LN_IO if a file cannot be read. Nothing may be put while it goes on. */
LN_MUST ln_status
ln_slots_next(ln_slots* slots, ln_slot_walk* walk, uint32_t* place_1);

/** Put a place where the walk stands, which is then over: instead of what was given last, or, if
   the walk has ended, beside all others of the tag. LN_IO if a file cannot be written. */
LN_MUST ln_status
ln_slots_put(ln_slots* slots, const ln_slot_walk* walk, uint32_t place_1);

/** Whether the place that the walk gave last comes from a file: to put it again makes it quick to
   find. */
bool
ln_slots_is_far(const ln_slot_walk* walk);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_slots_error(const ln_slots* slots);

#endif
