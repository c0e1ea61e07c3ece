/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_UNPACK_H
#define LN_BASE_UNPACK_H

#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** Unpacks a stream of gzip members or zstd frames, given in pieces. */
typedef struct ln_unpacker ln_unpacker;

/** What the first bytes of a file say. */
typedef enum {
  LN_PACKED_NOT,
  LN_PACKED_GZIP,
  LN_PACKED_ZSTD,
} ln_packed;

/** Bytes that ln_packed_kind wants to see; fewer only if the file is shorter. */
enum { LN_PACKED_MAGIC = 4 };

ln_packed
ln_packed_kind(ln_view first);

LN_MUST ln_status
ln_unpacker_new(ln_packed kind, ln_unpacker** unpacker);

/** NULL is allowed. */
void
ln_unpacker_free(ln_unpacker* unpacker);

/** Fill up to `size` bytes from `*input`, which is stepped over what was used. LN_OK with `*got` >
   0; LN_OK with `*got` 0 asks for more input; with `last` (no more input will come) LN_END at a
   proper end. LN_IO if the data is damaged or ends too early. */
LN_MUST ln_status
ln_unpacker_read(
  ln_unpacker* unpacker, ln_view* input, bool last, char* buffer, size_t size, size_t* got);

/** Why LN_IO was returned, static storage. */
const char*
ln_unpacker_error(const ln_unpacker* unpacker);

#endif
