/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_PACK_H
#define LN_BASE_PACK_H

#include "base/out.h"
#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>

/** Packs a stream as one gzip member or one zstd frame. The same bytes in the same pieces give the
    same bytes: no time, no name. */
typedef struct ln_packer ln_packer;

/** Receives packed bytes. */
typedef ln_status (*ln_packed_put)(void* self, ln_view bytes);

/** What LN_PACK_BY_NAME means for a path: never LN_PACK_BY_NAME itself. */
ln_pack
ln_pack_of(const char* path, ln_pack pack);

/** Whether a path has one of several endings with blanks between them, which what packs it may
   stand behind: "a.ttl.gz" ends in ".ttl". */
bool
ln_pack_ends(ln_view path, ln_view endings);

/** `pack` is LN_PACK_GZIP or LN_PACK_ZSTD. */
LN_MUST ln_status
ln_packer_new(ln_pack pack, ln_packer** packer);

/** NULL is allowed. */
void
ln_packer_free(ln_packer* packer);

/** Pack `bytes`; with `last` also the end of the stream. What `put` returns is passed on. */
LN_MUST ln_status
ln_packer_add(ln_packer* packer, ln_view bytes, bool last, ln_packed_put put, void* self);

#endif
