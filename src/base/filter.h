/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_FILTER_H
#define LN_BASE_FILTER_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Remembers in a fixed amount of memory which hashes there were. It may say so of one that was
   not there, never the other way round: with a byte of memory a hash of about one in thirty, with
   two of one in two thousand. */
typedef struct ln_filter ln_filter;

/** At most `memory` bytes are used, but never less than one block. */
LN_MUST ln_status
ln_filter_new(size_t memory, ln_filter** filter);

/** NULL is allowed. */
void
ln_filter_free(ln_filter* filter);

/** Fastest in the order of hashes. */
void
ln_filter_add(ln_filter* filter, uint32_t hash);

/** Whether a hash was perhaps added. */
bool
ln_filter_has(const ln_filter* filter, uint32_t hash);

/** A hash will be asked for soon. */
void
ln_filter_prefetch(const ln_filter* filter, uint32_t hash);

#endif
