/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_SLOT_RUN_H
#define LN_BASE_SLOT_RUN_H

#include "base/spill.h"
#include "base/status.h"

#include <stddef.h>
#include <stdint.h>

/** Where something lies, and a hash of what it is. */
typedef struct {
  uint32_t place_1; ///< plus one; 0: the slot is empty
  uint32_t tag;
} ln_tagged;

/** A hash table in a file: written once, in the order of tags, and then read anywhere. Caller's
   struct. */
typedef struct {
  ln_spill*   spill;
  uint64_t    homes; ///< where tags may begin
  uint64_t    n;     ///< slots that are not empty
  unsigned    level; ///< how often it was merged
  const char* error; ///< why a call gave LN_IO; empty if none did
} ln_slot_run;

/** A run that `n` slots are put to. LN_IO if there can be no file. */
LN_MUST ln_status
ln_slot_run_open(uint64_t n, ln_slot_run* run);

/** The next slot; its tag is that of the one before or a greater one. Of equal ones the first is
   found first. */
LN_MUST ln_status
ln_slot_run_put(ln_slot_run* run, ln_tagged slot);

/** Where slots of a tag begin. They stand there and behind it, without an empty one or one of a
   greater tag between them. */
uint64_t
ln_slot_run_home(const ln_slot_run* run, uint32_t tag);

/** Read up to `most` slots from a position; `*n` is 0 at the end. */
LN_MUST ln_status
ln_slot_run_get(ln_slot_run* run, uint64_t position, size_t most, ln_tagged* slots, size_t* n);

enum { LN_SLOT_FAN = 4 };

/** Make one of up to LN_SLOT_FAN runs, the later ones first where tags are equal. They stay. */
LN_MUST ln_status
ln_slot_run_merge(ln_slot_run* runs, size_t n, ln_slot_run* to);

/** A run of zeroes is allowed. */
void
ln_slot_run_close(ln_slot_run* run);

#endif
