/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_CHANGESET_H
#define LN_BASE_CHANGESET_H

#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a sequence of changes does to a set of items, both of any length, in a bounded amount of
    memory: which items are to be left out, and which changes add one. Of several changes of one
    item the last one counts. Items are told apart by hashes, as in base/difference.h. First all
    changes are put, then all items are met. Not thread-safe. */
typedef struct ln_changeset ln_changeset;

/** Items, each counted once. */
typedef struct {
  uint64_t removed; ///< were there, and are to be left out
  uint64_t added;   ///< were not there, and are to be added
  uint64_t absent;  ///< were to be removed, and were not there
  uint64_t present; ///< were to be added, and were there
} ln_changeset_counts;

/** About `memory` bytes are used; what is more is spilled (base/spill.h). */
LN_MUST ln_status
ln_changeset_new(size_t memory, ln_changeset** changeset);

/** NULL is allowed. */
void
ln_changeset_free(ln_changeset* changeset);

/** The next change. `place` is the caller's, and is given back if the item is to be added. */
LN_MUST ln_status
ln_changeset_put(ln_changeset* changeset, ln_view item, bool added, uint64_t place);

/** The next item that is there; they count from 0, and may be met repeatedly. Items that no change
    names cost a look into memory. */
LN_MUST ln_status
ln_changeset_meet(ln_changeset* changeset, ln_view item);

/** All items were met. */
LN_MUST ln_status
ln_changeset_seal(ln_changeset* changeset);

/** After sealing: the number of the next item to be left out, in order; LN_END after the last. */
LN_MUST ln_status
ln_changeset_next_removed(ln_changeset* changeset, uint64_t* number);

/** After sealing: the least place of an item to be added that was not given yet; LN_END after the
    last. */
LN_MUST ln_status
ln_changeset_next_added(ln_changeset* changeset, uint64_t* place);

/** After sealing. */
ln_changeset_counts
ln_changeset_count(const ln_changeset* changeset);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_changeset_error(const ln_changeset* changeset);

#endif
