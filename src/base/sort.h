/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_SORT_H
#define LN_BASE_SORT_H

#include "base/status.h"

#include <stddef.h>
#include <stdint.h>

/** Most words of a record: 32 bytes. */
enum { LN_SORT_MAX_WORDS = 4 };

/** Sorts any number of records within a bound of memory. A record is 1 to LN_SORT_MAX_WORDS
   unsigned numbers of 64 bits, compared one after the other; equal ones all stay, next to each
   other. What does not fit is sorted in runs, spilled to a file without a name (base/spill.h), and
   merged while it is read. Not thread-safe. */
typedef struct ln_sort ln_sort;

/** At most `memory` bytes are used (taken as they are needed), but never less than a few hundred
 * records. */
LN_MUST ln_status
ln_sort_new(size_t words, size_t memory, ln_sort** sort);

/** Add one record. LN_IO if it had to be spilled and could not. Not after ln_sort_next. */
LN_MUST ln_status
ln_sort_add(ln_sort* sort, const uint64_t* record);

/** Records added. */
uint64_t
ln_sort_count(const ln_sort* sort);

/** The next record in order, borrowed until the next call; LN_END after the last. */
LN_MUST ln_status
ln_sort_next(ln_sort* sort, const uint64_t** record);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_sort_error(const ln_sort* sort);

/** NULL is allowed. */
void
ln_sort_free(ln_sort* sort);

/** Sort `n` records in place: the step that ln_sort repeats. */
void
ln_sort_records(uint64_t* records, size_t n, size_t words);

#endif
