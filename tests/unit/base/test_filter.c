/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What was added is always there; what was not seldom seems to be. */

#include "unit.h"

#include "base/filter.h"

enum { HASHES = 100000 };

/* Spread over all 32 bits; different for different numbers. */
static uint32_t
hash_of(const uint32_t i)
{
  uint32_t h = (i + 1U) * 0x9E3779B1U;
  h ^= h >> 15U;
  h *= 0x85EBCA6BU;
  return h ^ h >> 13U;
}

/* Of as many hashes that were not added, how many seem to be there. */
static unsigned
wrong_with(const size_t memory)
{
  ln_filter* f     = NULL;
  unsigned   wrong = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_filter_new(memory, &f), LN_OK);
  CU_ASSERT(!ln_filter_has(f, 7U));
  for (uint32_t i = 0U; i < HASHES; ++i) {
    ln_filter_prefetch(f, hash_of(i));
    ln_filter_add(f, hash_of(i));
  }
  for (uint32_t i = 0U; i < HASHES; ++i) {
    CU_ASSERT(ln_filter_has(f, hash_of(i)));
    wrong += ln_filter_has(f, hash_of(HASHES + i)) ? 1U : 0U;
  }
  ln_filter_free(f);
  return wrong;
}

static void
seldom_wrong(void)
{
  CU_ASSERT(wrong_with(HASHES) < HASHES / 25U);
  CU_ASSERT(wrong_with((size_t)2U * HASHES) < HASHES / 400U);
  /* Full to the brim it says yes to everything, which is not wrong. */
  CU_ASSERT(wrong_with(0U) == HASHES);
  ln_filter_free(NULL);
}

/* The hashes at both ends have a block. */
static void
ends(void)
{
  ln_filter* f = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_filter_new(1000U, &f), LN_OK);
  ln_filter_add(f, UINT32_MAX);
  CU_ASSERT(ln_filter_has(f, UINT32_MAX));
  CU_ASSERT(!ln_filter_has(f, 0U));
  ln_filter_add(f, 0U);
  CU_ASSERT(ln_filter_has(f, 0U));
  CU_ASSERT(!ln_filter_has(f, 1U));
  ln_filter_free(f);
}

static void
no_memory(void)
{
  ln_filter* f = NULL;
  CHECK_ALLOC_FAILURES(ln_filter_new(0U, &f), (ln_filter_free(f), f = NULL));
}

static const unit_test TESTS[] = {
  {"seldom wrong", seldom_wrong}, {"ends", ends}, {"no memory", no_memory}};

UNIT_MAIN("base/filter", TESTS)
