/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_REPEATS_H
#define LN_BASE_REPEATS_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Remembers in a fixed amount of memory which hashes came more than once. It may say so of one
   that did not, never the other way round. */
typedef struct ln_repeats ln_repeats;

/** At most `memory` bytes are used, four hashes a byte, but never less than some tens. */
LN_MUST ln_status
ln_repeats_new(size_t memory, ln_repeats** repeats);

/** NULL is allowed. */
void
ln_repeats_free(ln_repeats* repeats);

void
ln_repeats_add(ln_repeats* repeats, uint64_t hash);

/** Whether a hash was perhaps added twice or more. */
bool
ln_repeats_has(const ln_repeats* repeats, uint64_t hash);

#endif
