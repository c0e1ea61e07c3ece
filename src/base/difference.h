/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_DIFFERENCE_H
#define LN_BASE_DIFFERENCE_H

#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Which items of two sequences the other one lacks, of any length, in a bounded amount of memory.
    Items are told apart by hashes of 128 bits whose seed differs from run to run: that two
    different ones are taken for one is as likely as a fault of memory, and nobody can bring it
    about. What is kept of an item is 24 bytes, so that the items are read once more to say what
    they were. Not thread-safe. */
typedef struct ln_difference ln_difference;

typedef enum { LN_SIDE_OLD, LN_SIDE_NEW } ln_side;

/** About `memory` bytes are used, taken as they are needed; what is more is spilled
    (base/spill.h). */
LN_MUST ln_status
ln_difference_new(size_t memory, ln_difference** difference);

/** NULL is allowed. */
void
ln_difference_free(ln_difference* difference);

/** The next item of a side; items count from 0 on each side. */
LN_MUST ln_status
ln_difference_add(ln_difference* difference, ln_side side, ln_view item);

/** All items were added. */
LN_MUST ln_status
ln_difference_seal(ln_difference* difference);

/** The number of the next item that the other side lacks: first those of the old side in order,
    then those of the new one. Of equal items of one side only the first is told. LN_END after the
    last. */
LN_MUST ln_status
ln_difference_next(ln_difference* difference, ln_side* side, uint64_t* number);

/** After sealing: items of a side, equal ones counted once; and how many of them the other lacks.
 */
uint64_t
ln_difference_items(const ln_difference* difference, ln_side side);

uint64_t
ln_difference_lacking(const ln_difference* difference, ln_side side);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_difference_error(const ln_difference* difference);

#endif
