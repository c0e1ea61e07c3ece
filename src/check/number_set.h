/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CHECK_NUMBER_SET_H
#define LN_CHECK_NUMBER_SET_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A set of numbers other than 2^64 - 1, each with a flag. Zero-initialised: empty. */
typedef struct {
  uint64_t* slots; ///< number above, flag in the lowest bit; 0: free
  size_t    cap;
  size_t    n;
} ln_number_set;

/** Add a number below 2^63 - 1; `*fresh` says whether it was not there. The flag is that of the
 * first time. */
LN_MUST ln_status
ln_number_set_add(ln_number_set* set, uint64_t number, bool flag, bool* fresh);

/** Whether a number is there; `*flag` gets its flag. */
bool
ln_number_set_find(const ln_number_set* set, uint64_t number, bool* flag);

/** Forget all; memory is kept unless it is much. */
void
ln_number_set_reset(ln_number_set* set);

void
ln_number_set_clear(ln_number_set* set);

#endif
