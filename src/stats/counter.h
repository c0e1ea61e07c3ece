/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STATS_COUNTER_H
#define LN_STATS_COUNTER_H

#include "base/dict.h"
#include "base/status.h"
#include "base/view.h"

#include <stddef.h>
#include <stdint.h>

/** How often each of some names was there; they are numbered from 0 in the order of their first
   appearance. Takes memory for each name, so it is for what a vocabulary bounds. Caller's struct,
   zero-initialised is valid and empty. */
typedef struct {
  ln_dict*  names; ///< NULL: none yet
  uint64_t* counts;
  size_t    cap;
} ln_counter;

/** Count a name `by` more; its number in `*number`. */
LN_MUST ln_status
ln_counter_add(ln_counter* counter, ln_view name, uint64_t by, uint32_t* number);

/** Number of names. */
size_t
ln_counter_size(const ln_counter* counter);

/** The name of a number; borrowed. */
ln_view
ln_counter_name(const ln_counter* counter, uint32_t number);

/** The count of a name; 0 if it was not there. */
uint64_t
ln_counter_of(const ln_counter* counter, ln_view name);

void
ln_counter_clear(ln_counter* counter);

#endif
