/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_TAPE_H
#define LN_BASE_TAPE_H

#include "base/status.h"

#include <stddef.h>
#include <stdint.h>

/** Records one behind the other, which are never changed nor taken away singly. The first and the
   last stay in memory, what is between them in a file without a name (base/spill.h), so that any
   number of them fits into a bound of memory. Not thread-safe. */
typedef struct ln_tape ln_tape;

/** About `memory` bytes are used, taken as they are needed; a record longer than a sixteenth of it
   takes what it takes. */
LN_MUST ln_status
ln_tape_new(size_t memory, ln_tape** tape);

/** NULL is allowed. */
void
ln_tape_free(ln_tape* tape);

/** Room for a record of `n` bytes, which the caller writes to `*at` before any other call; it
   stands at `*offset`. LN_IO if the file cannot be written. */
LN_MUST ln_status
ln_tape_add(ln_tape* tape, size_t n, char** at, uint64_t* offset);

/** `n` bytes of one record, borrowed until the next call. Records whose lengths and whose `offset`
   are multiples of eight are aligned to eight. LN_IO if the file cannot be read. */
LN_MUST ln_status
ln_tape_get(ln_tape* tape, uint64_t offset, size_t n, const char** bytes);

/** The bytes added so far. */
uint64_t
ln_tape_size(const ln_tape* tape);

/** Why a call gave LN_IO, as a sentence for people; empty if none did. */
const char*
ln_tape_error(const ln_tape* tape);

#endif
