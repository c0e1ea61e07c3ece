/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_FREQUENT_H
#define LN_BASE_FREQUENT_H

#include "base/status.h"
#include "base/view.h"

#include <stddef.h>
#include <stdint.h>

/** Counts byte strings of which there may be any number, in bounded memory, so that the most
   frequent are known. As long as there are no more different values than counters, all counts are
   exact; then values that are rare are forgotten. Every count is at most `cut` too low, and no
   value that is not held was there more than `cut` times. Two values count as one if they have the
   same 64 bits of XXH3. */
typedef struct ln_frequent ln_frequent;

/** Bytes of a value that are kept. */
enum { LN_FREQUENT_KEPT = 200 };

typedef struct {
  ln_view  value; ///< its first LN_FREQUENT_KEPT bytes
  uint64_t n;
} ln_frequent_value;

/** With at most `counters` (at least 16), taken as they are needed. */
LN_MUST ln_status
ln_frequent_new(size_t counters, ln_frequent** frequent);

/** NULL is allowed. */
void
ln_frequent_free(ln_frequent* frequent);

/** One more of this value. */
LN_MUST ln_status
ln_frequent_add(ln_frequent* frequent, ln_view value);

/** Take no more counters than there are now. */
void
ln_frequent_settle(ln_frequent* frequent);

/** Bytes held. */
size_t
ln_frequent_memory(const ln_frequent* frequent);

/** What a count may be too low by; 0: all are exact. */
uint64_t
ln_frequent_cut(const ln_frequent* frequent);

/** Number of values held. */
size_t
ln_frequent_size(const ln_frequent* frequent);

/** The most frequent values, at most `most`, and how many they are; equal ones stand in the order
   of their bytes. Borrowed until the next value is added. Takes time in proportion to `most`. */
size_t
ln_frequent_top(const ln_frequent* frequent, ln_frequent_value* top, size_t most);

#endif
