/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The doors to the heap: overflow is refused, nothing is something, and failure can be injected. */

#include "unit.h"

#include "base/memory.h"

#include <stdint.h>

// Sizes that cannot be had, hidden from the compiler, which would warn of them
static volatile size_t huge = SIZE_MAX / 2U + 2U;

static void
takes_and_gives_back(void)
{
  unsigned char* const cleared = ln_alloc_zero(7U, 3U);
  CU_ASSERT_PTR_NOT_NULL_FATAL(cleared);
  for (size_t i = 0U; i < 21U; ++i) {
    CU_ASSERT_EQUAL(cleared[i], 0U);
  }
  memset(cleared, 'a', 21U);
  unsigned char* const more = ln_realloc(cleared, 1000U, 10U);
  CU_ASSERT_PTR_NOT_NULL_FATAL(more);
  CU_ASSERT_EQUAL(more[0], 'a');
  CU_ASSERT_EQUAL(more[20], 'a');
  more[9999] = 'b';
  ln_free(more);
  ln_free(NULL);
}

static void
nothing_is_something(void)
{
  void* const a = ln_alloc(0U);
  void* const b = ln_alloc_zero(0U, 8U);
  void*       c = ln_alloc(1U);
  CU_ASSERT_PTR_NOT_NULL(a);
  CU_ASSERT_PTR_NOT_NULL(b);
  c = ln_realloc(c, 8U, 0U);
  CU_ASSERT_PTR_NOT_NULL(c);
  ln_free(a);
  ln_free(b);
  ln_free(c);
}

static void
overflow(void)
{
  CU_ASSERT_PTR_NULL(ln_alloc(huge));
  CU_ASSERT_PTR_NULL(ln_alloc_zero(huge, 2U));
  char* const block = ln_alloc(4U);
  CU_ASSERT_PTR_NOT_NULL_FATAL(block);
  memcpy(block, "old", 4U);
  CU_ASSERT_PTR_NULL(ln_realloc(block, huge, 16U));
  CU_ASSERT_STRING_EQUAL(block, "old");
  ln_free(block);
}

static void
injected(void)
{
  ln_alloc_fail_at(2U);
  void* const first  = ln_alloc(1U);
  void* const second = ln_alloc(1U);
  void* const third  = ln_alloc_zero(1U, 1U);
  CU_ASSERT_PTR_NOT_NULL(first);
  CU_ASSERT_PTR_NULL(second);
  CU_ASSERT_PTR_NULL(third);
  CU_ASSERT_PTR_NULL(ln_realloc(NULL, 1U, 1U));
  CU_ASSERT_EQUAL(ln_alloc_count(), 4U);
  ln_alloc_fail_at(0U);
  CU_ASSERT_EQUAL(ln_alloc_count(), 0U);
  void* const again = ln_alloc(1U);
  CU_ASSERT_PTR_NOT_NULL(again);
  CU_ASSERT_EQUAL(ln_alloc_count(), 1U);
  ln_free(first);
  ln_free(again);
}

static const unit_test tests[] = {
  {"takes and gives back", takes_and_gives_back},
  {"nothing is something", nothing_is_something},
  {"overflow", overflow},
  {"injected failure", injected},
};

UNIT_MAIN("base/memory", tests)
