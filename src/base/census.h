/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_CENSUS_H
#define LN_BASE_CENSUS_H

#include "base/status.h"

#include <stddef.h>
#include <stdint.h>

/** Compares what is said of each owner now with a hash of what was said before, in a bounded amount
    of memory. Owners and facts are hashes of 64 bits; what is said of an owner is the set of its
    facts, whatever their order and repetition. Not thread-safe. */
typedef struct ln_census ln_census;

typedef enum { LN_CENSUS_SAME, LN_CENSUS_CHANGED, LN_CENSUS_NEW } ln_census_verdict;

/** One owner that there is now. */
typedef struct {
  uint64_t          number;  ///< of its first fact
  uint64_t          content; ///< hash of its facts, to be remembered; the same in every run
  ln_census_verdict verdict;
} ln_census_owner;

/** Owners. */
typedef struct {
  uint64_t same;
  uint64_t changed;
  uint64_t fresh;
  uint64_t gone;
} ln_census_counts;

/** About `memory` bytes are used, and the numbers of the facts of one owner; what is more is
    spilled (base/spill.h). */
LN_MUST ln_status
ln_census_new(size_t memory, ln_census** census);

/** NULL is allowed. */
void
ln_census_free(ln_census* census);

/** The next fact; facts count from 0. */
LN_MUST ln_status
ln_census_add(ln_census* census, uint64_t owner, uint64_t fact);

/** The next owner of before, and its content; these count from 0 as well. */
LN_MUST ln_status
ln_census_remember(ln_census* census, uint64_t owner, uint64_t content);

/** Everything was added. */
LN_MUST ln_status
ln_census_seal(ln_census* census);

/** After sealing: the next owner in the order of first facts; LN_END after the last. */
LN_MUST ln_status
ln_census_next_owner(ln_census* census, ln_census_owner* owner);

/** After sealing: the next fact of owners that are new or have changed, in order, of equal ones the
    first; LN_END after the last. */
LN_MUST ln_status
ln_census_next_fact(ln_census* census, uint64_t* number);

/** After sealing: the next owner of before that is not there any more; LN_END after the last. */
LN_MUST ln_status
ln_census_next_gone(ln_census* census, uint64_t* number);

/** After sealing. */
ln_census_counts
ln_census_count(const ln_census* census);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_census_error(const ln_census* census);

#endif
