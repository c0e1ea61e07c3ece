/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_ARENA_H
#define LN_BASE_ARENA_H

#include "base/view.h"

#include <stddef.h>

/** Memory that is given back all at once: blocks in a list, a bump pointer in the newest.
    Caller's struct; zero-initialised is valid and empty. Not thread-safe. */
typedef struct {
  struct ln_arena_block* block; ///< newest block, NULL when empty
  size_t                 used;  ///< bytes given out in all, for limits and statistics
} ln_arena;

/** `size` bytes aligned for any type, not cleared; NULL when out of memory. `size` 0 gives a valid
 * pointer. */
void*
ln_arena_take(ln_arena* arena, size_t size) __attribute__((warn_unused_result, alloc_size(2)));

/** `count * size` cleared bytes; NULL when out of memory or when the product overflows. */
void*
ln_arena_zero(ln_arena* arena, size_t count, size_t size) __attribute__((warn_unused_result));

/** A copy of `v` in the arena, followed by a NUL that is not counted. `s` is NULL when out of
 * memory. */
ln_view
ln_arena_copy(ln_arena* arena, ln_view v) __attribute__((warn_unused_result));

/** A copy of `v` with LN_SLACK cleared bytes behind it (base/wide.h). */
ln_view
ln_arena_slack(ln_arena* arena, ln_view v) __attribute__((warn_unused_result));

/** Give back everything but the largest block, which is kept for the next round: a row arena
 * allocates only while it grows. */
void
ln_arena_reset(ln_arena* arena);

/** Give back everything. */
void
ln_arena_clear(ln_arena* arena);

#endif
