/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What came twice is always said to; what came once seldom. */

#include "unit.h"

#include "base/repeats.h"

enum { HASHES = 100000 };

/* Spread over all 64 bits. */
static uint64_t
hash_of(const uint64_t i)
{
  uint64_t h = (i + 1U) * 0x9E3779B97F4A7C15U;
  h ^= h >> 29U;
  h *= 0xBF58476D1CE4E5B9U;
  return h ^ h >> 32U;
}

static void
twice(void)
{
  static const size_t sizes[] = {0U, 1U << 10U, 1U << 19U};
  size_t              wrong   = 0U;
  for (size_t k = 0U; k < sizeof(sizes) / sizeof(sizes[0]); ++k) {
    ln_repeats* r = NULL;
    CU_ASSERT_EQUAL_FATAL(ln_repeats_new(sizes[k], &r), LN_OK);
    CU_ASSERT(!ln_repeats_has(r, 1U));
    for (uint64_t i = 0U; i < HASHES; ++i) {
      ln_repeats_add(r, hash_of(i));
      if (i % 10U == 0U) {
        ln_repeats_add(r, hash_of(i));
      }
    }
    wrong = 0U;
    for (uint64_t i = 0U; i < HASHES; ++i) {
      CU_ASSERT(i % 10U != 0U || ln_repeats_has(r, hash_of(i)));
      wrong += i % 10U != 0U && ln_repeats_has(r, hash_of(i)) ? 1U : 0U;
    }
    ln_repeats_free(r);
  }
  /* Two million counters: at most one in twenty meets another. */
  CU_ASSERT(wrong < HASHES / 18U);
  ln_repeats_free(NULL);
}

/* Neighbours in one byte do not disturb each other. */
static void
neighbours(void)
{
  ln_repeats* r = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_repeats_new(0U, &r), LN_OK);
  for (uint64_t i = 0U; i < 8U; ++i) {
    ln_repeats_add(r, i);
  }
  ln_repeats_add(r, 2U);
  ln_repeats_add(r, 2U);
  ln_repeats_add(r, 7U);
  for (uint64_t i = 0U; i < 9U; ++i) {
    CU_ASSERT_EQUAL(ln_repeats_has(r, i), i == 2U || i == 7U);
  }
  ln_repeats_free(r);
}

static void
no_memory(void)
{
  ln_repeats* r = NULL;
  CHECK_ALLOC_FAILURES(ln_repeats_new(0U, &r), (ln_repeats_free(r), r = NULL));
}

static const unit_test TESTS[] = {
  {"twice", twice}, {"neighbours", neighbours}, {"no memory", no_memory}};

UNIT_MAIN("base/repeats", TESTS)
