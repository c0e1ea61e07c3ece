/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Memory that is given back all at once. Blocks form a list, newest first; requests are cut from
   the newest, and what is left of an older one is given up. Blocks double up to a limit, so a big
   arena has few blocks and wastes little. Invariant: a block's `used` is a multiple of the
   alignment. After a reset only the largest block is left, so a row arena soon allocates nothing at
   all. */

#include "base/arena.h"

#include "base/memory.h"
#include "base/wide.h"

#include <stdalign.h>
#include <stdint.h>
#include <string.h>

enum { ALIGNMENT = alignof(max_align_t), BLOCK_MIN = 4096, BLOCK_MAX = 1 << 20 };

struct ln_arena_block {
  struct ln_arena_block* older;
  size_t                 size;
  size_t                 used;
  alignas(max_align_t) unsigned char bytes[];
};

static struct ln_arena_block*
block_add(ln_arena* const arena, const size_t needed)
{
  size_t size = BLOCK_MIN;
  if (arena->block) {
    size = arena->block->size < BLOCK_MAX / 2 ? arena->block->size * 2U : BLOCK_MAX;
  }
  size = size > needed ? size : needed;

  struct ln_arena_block* const block = ln_alloc(sizeof(*block) + size);
  if (block) {
    block->older = arena->block;
    block->size  = size;
    block->used  = 0U;
    arena->block = block;
  }
  return block;
}

void*
ln_arena_take(ln_arena* const arena, const size_t size)
{
  if (size > (size_t)PTRDIFF_MAX / 2U) {
    return NULL;
  }
  // Even nothing gets bytes of its own, so that every pointer is valid and distinct
  const size_t bytes = ((size + (size == 0U)) + (ALIGNMENT - 1U)) & ~(size_t)(ALIGNMENT - 1U);

  struct ln_arena_block* block = arena->block;
  if (!block || block->size - block->used < bytes) {
    block = block_add(arena, bytes);
    if (!block) {
      return NULL;
    }
  }
  void* const taken = block->bytes + block->used;
  block->used += bytes;
  arena->used += size;
  return taken;
}

void*
ln_arena_zero(ln_arena* const arena, const size_t count, const size_t size)
{
  if (size != 0U && count > (size_t)PTRDIFF_MAX / size) {
    return NULL;
  }
  void* const taken = ln_arena_take(arena, count * size);
  if (taken) {
    memset(taken, 0, count * size);
  }
  return taken;
}

ln_view
ln_arena_copy(ln_arena* const arena, const ln_view v)
{
  char* const s = v.n < SIZE_MAX ? ln_arena_take(arena, v.n + 1U) : NULL;
  if (!s) {
    return (ln_view){NULL, 0U};
  }
  if (v.n > 0U) {
    memcpy(s, v.s, v.n);
  }
  s[v.n] = '\0';
  return (ln_view){s, v.n};
}

ln_view
ln_arena_slack(ln_arena* const arena, const ln_view v)
{
  char* const s = v.n < SIZE_MAX - LN_SLACK ? ln_arena_zero(arena, 1U, v.n + LN_SLACK) : NULL;
  if (s && v.n > 0U) {
    memcpy(s, v.s, v.n);
  }
  return (ln_view){s, s ? v.n : 0U};
}

void
ln_arena_reset(ln_arena* const arena)
{
  struct ln_arena_block* largest = NULL;
  struct ln_arena_block* block   = arena->block;
  while (block) {
    struct ln_arena_block* const older = block->older;
    if (!largest || block->size > largest->size) {
      ln_free(largest);
      largest = block;
    } else {
      ln_free(block);
    }
    block = older;
  }
  if (largest) {
    largest->older = NULL;
    largest->used  = 0U;
  }
  arena->block = largest;
  arena->used  = 0U;
}

void
ln_arena_clear(ln_arena* const arena)
{
  struct ln_arena_block* block = arena->block;
  while (block) {
    struct ln_arena_block* const older = block->older;
    ln_free(block);
    block = older;
  }
  *arena = (ln_arena){NULL, 0U};
}
