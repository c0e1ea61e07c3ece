/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Arenas: alignment, distinct memory, growth, and what a reset keeps. */

#include "unit.h"

#include "base/arena.h"
#include "base/wide.h"

#include <stddef.h>
#include <stdint.h>

// Hidden from the compiler, which would warn of it
static volatile size_t huge = SIZE_MAX;

static void
aligned_and_distinct(void)
{
  ln_arena arena  = {NULL, 0U};
  char*    before = NULL;
  for (size_t n = 0U; n < 200U; ++n) {
    char* const p = ln_arena_take(&arena, n);
    CU_ASSERT_PTR_NOT_NULL_FATAL(p);
    CU_ASSERT_EQUAL((uintptr_t)p % _Alignof(max_align_t), 0U);
    CU_ASSERT_PTR_NOT_EQUAL(p, before);
    memset(p, (int)n, n);
    before = p;
  }
  CU_ASSERT_EQUAL(arena.used, 199U * 200U / 2U);
  ln_arena_clear(&arena);
  CU_ASSERT_PTR_NULL(arena.block);
  CU_ASSERT_EQUAL(arena.used, 0U);
}

static void
earlier_bytes_stay(void)
{
  ln_arena arena = {NULL, 0U};
  ln_view  copies[150];
  for (size_t i = 0U; i < 150U; ++i) {
    char text[64];
    (void)snprintf(text, sizeof(text), "row %zu of a table that outgrows a block", i);
    copies[i] = ln_arena_copy(&arena, ln_view_of(text));
    CU_ASSERT_PTR_NOT_NULL_FATAL(copies[i].s);
    CU_ASSERT_EQUAL(copies[i].s[copies[i].n], '\0');
  }
  CHECK_VIEW(copies[0], "row 0 of a table that outgrows a block");
  CHECK_VIEW(copies[149], "row 149 of a table that outgrows a block");
  ln_arena_clear(&arena);
}

static void
zeroed(void)
{
  ln_arena arena = {NULL, 0U};
  memset(ln_arena_take(&arena, 4000U), 0xFF, 4000U);
  ln_arena_reset(&arena);
  const unsigned char* const p = ln_arena_zero(&arena, 100U, 40U);
  CU_ASSERT_PTR_NOT_NULL_FATAL(p);
  for (size_t i = 0U; i < 4000U; ++i) {
    CU_ASSERT_EQUAL_FATAL(p[i], 0U);
  }
  CU_ASSERT_PTR_NULL(ln_arena_zero(&arena, SIZE_MAX / 2U, 3U));
  CU_ASSERT_PTR_NULL(ln_arena_take(&arena, huge));
  ln_arena_clear(&arena);
}

static void
empty_copy(void)
{
  ln_arena      arena = {NULL, 0U};
  const ln_view v     = ln_arena_copy(&arena, (ln_view){NULL, 0U});
  CU_ASSERT_PTR_NOT_NULL_FATAL(v.s);
  CU_ASSERT_EQUAL(v.n, 0U);
  CU_ASSERT_EQUAL(v.s[0], '\0');
  ln_arena_clear(&arena);
}

static void
reset_keeps_the_largest(void)
{
  ln_arena arena = {NULL, 0U};
  CU_ASSERT_PTR_NOT_NULL(ln_arena_take(&arena, 10U));
  CU_ASSERT_PTR_NOT_NULL(ln_arena_take(&arena, 500000U));
  CU_ASSERT_PTR_NOT_NULL(ln_arena_take(&arena, 10U));
  ln_arena_reset(&arena);
  CU_ASSERT_EQUAL(arena.used, 0U);
  ln_alloc_fail_at(1U); // the last block, doubled, has room for a million bytes; no more is asked
  for (size_t i = 0U; i < 99U; ++i) {
    CU_ASSERT_PTR_NOT_NULL(ln_arena_take(&arena, 10000U));
  }
  ln_alloc_fail_at(0U);
  ln_arena_reset(&arena);
  const void* const first = ln_arena_take(&arena, 10U);
  ln_arena_reset(&arena);
  CU_ASSERT_PTR_EQUAL(ln_arena_take(&arena, 10U), first); // from the start again
  ln_arena_clear(&arena);
  ln_arena_clear(&arena);
  ln_arena_reset(&arena);
  CU_ASSERT_PTR_NULL(arena.block);
}

static ln_status
fill(ln_arena* const arena)
{
  for (size_t i = 0U; i < 50U; ++i) {
    if (!ln_arena_take(arena, 3000U) || !ln_arena_copy(arena, LN_V("text")).s ||
        !ln_arena_zero(arena, 10U, 10U)) {
      return LN_NO_MEM;
    }
  }
  return LN_OK;
}

static void
failing(void)
{
  ln_arena arena = {NULL, 0U};
  CHECK_ALLOC_FAILURES(fill(&arena), ln_arena_clear(&arena));
}

/* The bytes behind a copy are cleared, also where the arena was used before. */
static void
slack(void)
{
  ln_arena arena = {0};
  memset(ln_arena_take(&arena, 512U), 0xFF, 512U);
  ln_arena_reset(&arena);
  const ln_view copy = ln_arena_slack(&arena, LN_V("abc"));
  CHECK_VIEW(copy, "abc");
  size_t cleared = 0U;
  for (size_t i = 0U; i < LN_SLACK; ++i) {
    cleared += copy.s[copy.n + i] == '\0';
  }
  CU_ASSERT_EQUAL(cleared, LN_SLACK);
  CHECK_VIEW(ln_arena_slack(&arena, LN_V("")), "");
  ln_arena_clear(&arena);
  ln_alloc_fail_at(1U);
  CU_ASSERT_PTR_NULL(ln_arena_slack(&arena, LN_V("abc")).s);
  ln_alloc_fail_at(0U);
}

static const unit_test tests[] = {
  {"aligned and distinct", aligned_and_distinct},
  {"earlier bytes stay", earlier_bytes_stay},
  {"zeroed", zeroed},
  {"empty copy", empty_copy},
  {"slack", slack},
  {"reset keeps the largest", reset_keeps_the_largest},
  {"failing allocator", failing},
};

UNIT_MAIN("base/arena", tests)
