/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_SPILL_H
#define LN_BASE_SPILL_H

#include "base/status.h"
#include "base/view.h"

#include <stddef.h>
#include <stdint.h>

/** Bytes that do not fit into memory: a file without a name in TMPDIR (else /tmp), which is gone
   with the program however that ends. Written at the end only, read anywhere, both through a buffer
   of its own. Not thread-safe. */
typedef struct ln_spill ln_spill;

/** `buffer` bytes are kept for writing (0: 64 KiB). LN_IO if no file can be made there: the reason
 * is in `*error` (static storage). */
LN_MUST ln_status
ln_spill_open(size_t buffer, ln_spill** spill, const char** error);

/** Append. Errors are sticky. */
LN_MUST ln_status
ln_spill_put(ln_spill* spill, const void* bytes, size_t n);

/** Bytes put so far. */
uint64_t
ln_spill_size(const ln_spill* spill);

/** Read exactly `n` bytes at `offset`, which must have been put. */
LN_MUST ln_status
ln_spill_get(ln_spill* spill, uint64_t offset, void* bytes, size_t n);

/** Why a call failed, as a sentence for people; empty if none did. */
const char*
ln_spill_error(const ln_spill* spill);

/** NULL is allowed. */
void
ln_spill_close(ln_spill* spill);

/** Reads a file from its beginning, in pieces of any length. Caller's struct; set `spill`, the rest
 * is zero. */
typedef struct {
  ln_spill* spill;
  uint64_t  offset; ///< of the first byte not in memory yet
  char*     s;
  size_t    at; ///< first byte not given yet
  size_t    n;
  size_t    cap;
} ln_spill_reader;

/** The next `n` bytes, borrowed until the next call; LN_END if the file ends here. */
LN_MUST ln_status
ln_spill_next(ln_spill_reader* reader, size_t n, const char** bytes);

/** Give back its memory; the file stays. */
void
ln_spill_reader_clear(ln_spill_reader* reader);

#endif
