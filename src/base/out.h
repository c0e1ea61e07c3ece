/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_OUT_H
#define LN_BASE_OUT_H

#include "base/status.h"
#include "base/view.h"

#include <stddef.h>
#include <string.h>

/** Where bytes go: a file that appears whole or not at all, stdout, or memory; optionally packed
   with gzip or zstd. The buffer is open so that writers can put bytes without a call; everything
   else belongs to the device. Errors are sticky: after one, writes are dropped and every call
   returns it. */
typedef struct ln_out ln_out;

struct ln_out {
  char*     s;      ///< buffer
  size_t    n;      ///< bytes in it
  size_t    cap;    ///< size of it, at least 64 KiB
  ln_status status; ///< first failure, sticky
};

typedef enum {
  LN_PACK_BY_NAME, ///< .gz gzip, .zst zstd, else plain
  LN_PACK_NONE,
  LN_PACK_GZIP,
  LN_PACK_ZSTD,
} ln_pack;

/** `-` is stdout. A file is written beside its final place (`.NAME.XXXXXX` in the same folder), and
   takes the name at ln_out_close after fsync. Symbolic links are followed; an existing file's
   permissions are kept; devices, pipes and /dev/full are written directly. A directory, or a folder
   that cannot be written, is LN_IO at once, with a sentence in `*error` (static storage). */
LN_MUST ln_status
ln_out_open(const char* path, ln_pack pack, ln_out** out, const char** error);

/** Bytes stay in memory (the buffer grows) until taken with ln_out_bytes. */
LN_MUST ln_status
ln_out_memory(ln_out** out);

/** Bytes are counted and dropped. */
LN_MUST ln_status
ln_out_null(ln_out** out);

/** What a memory device holds; borrowed until the next write. */
ln_view
ln_out_bytes(const ln_out* out);

/** Forget what a memory device holds; the buffer is kept. */
void
ln_out_rewind(ln_out* out);

/** Bytes accepted so far (before packing). */
unsigned long long
ln_out_count(const ln_out* out);

/** Make room for `n` contiguous bytes at `s + n` (flushes or grows). The slow path of the functions
 * below. */
LN_MUST ln_status
ln_out_room(ln_out* out, size_t n);

/** Put many bytes, without a copy where that can be. */
void
ln_out_pass(ln_out* out, ln_view bytes);

/** Why it failed, as a sentence for people; empty if it did not. */
const char*
ln_out_error(const ln_out* out);

/** Flush, pack the end, fsync, rename; LN_IO if any step failed (then nothing appears). The device
 * stays, so that ln_out_error can be asked and memory be read; nothing more can be put. */
LN_MUST ln_status
ln_out_finish(ln_out* out);

/** As ln_out_finish, if that was not called; gives back the device in any case. NULL is allowed. */
LN_MUST ln_status
ln_out_close(ln_out* out);

/** Give up: nothing appears. Gives back the device. NULL is allowed. */
void
ln_out_abandon(ln_out* out);

/** Put bytes; failures are sticky in `out->status` and need not be looked at each time. */
static inline void
ln_out_put(ln_out* const out, const char* const s, const size_t n)
{
  if (out->cap - out->n < n && ln_out_room(out, n) != LN_OK) {
    return;
  }
  memcpy(out->s + out->n, s, n);
  out->n += n;
}

static inline void
ln_out_put_view(ln_out* const out, const ln_view v)
{
  if (v.n > 0U) {
    ln_out_put(out, v.s, v.n);
  }
}

static inline void
ln_out_put_byte(ln_out* const out, const char c)
{
  if (out->cap == out->n && ln_out_room(out, 1U) != LN_OK) {
    return;
  }
  out->s[out->n++] = c;
}

#endif
