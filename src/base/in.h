/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_IN_H
#define LN_BASE_IN_H

#include "base/sha256.h"
#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Where bytes come from: a file, stdin (`-`), memory; gzip and zstd are recognised by their first
   bytes and unpacked (several members or frames in a row too; a truncated one is LN_IO). A file
   that grows while it is read is read to the end that is seen; one that shrinks is LN_IO. The path
   is borrowed. */
typedef struct ln_in ln_in;

/** Why the last call failed, as a sentence for people; static or owned by the device. */
const char*
ln_in_error(const ln_in* in);

/** LN_IO with errno's text in `*error` (static storage) if it cannot be opened or is a directory.
 */
LN_MUST ln_status
ln_in_open(const char* path, ln_in** in, const char** error);

/** Bytes are borrowed until closed. Nothing is unpacked. */
LN_MUST ln_status
ln_in_memory(ln_view bytes, ln_in** in);

/** Fill up to `size` bytes. LN_OK with `*got` > 0, LN_END with 0 at the end, LN_IO (sticky). Short
 * reads are normal. */
LN_MUST ln_status
ln_in_read(ln_in* in, char* buffer, size_t size, size_t* got);

/** Look at up to `size` of the bytes that come next, without taking them: fewer only at the end or
   where reading fails, which the next read says. Borrowed until the next read. */
LN_MUST ln_status
ln_in_peek(ln_in* in, size_t size, ln_view* bytes);

/** Where the input ends, if any part of it can be read without what stands before: a regular file
   that is not packed, or memory. Else LN_USAGE. */
LN_MUST ln_status
ln_in_size(ln_in* in, uint64_t* size);

/** Go on at byte `from` and end before `to`. Only where ln_in_size gives LN_OK. */
LN_MUST ln_status
ln_in_range(ln_in* in, uint64_t from, uint64_t to);

/** From now on, add all bytes of the file, as they stand there, packed or not, to a digest, which
   is borrowed until the input is closed; once a range is read, nothing more. */
void
ln_in_digest(ln_in* in, ln_digest* digest);

/** Whether the same bytes can be read again by opening the same path (a regular file). */
bool
ln_in_again(const ln_in* in);

/** NULL is allowed; gives back everything and reports a failed close. */
LN_MUST ln_status
ln_in_close(ln_in* in);

/** Read all of `path` into memory; `*bytes.s` to be given back with ln_free. At most `limit` bytes,
 * else LN_IO. */
LN_MUST ln_status
ln_in_slurp(const char* path, size_t limit, ln_view* bytes, const char** error);

#endif
