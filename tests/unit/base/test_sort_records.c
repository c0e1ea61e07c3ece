/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Sorting in place against the C library's qsort: random order, orders that are hard for quicksort,
   many equal records, every length around the bounds of the method. */

#include "unit.h"

#include "base/sort.h"

#include <stdint.h>

enum { MOST = 5000 };

static uint64_t
random_of(uint64_t* const seed)
{
  *seed ^= *seed << 13U;
  *seed ^= *seed >> 7U;
  *seed ^= *seed << 17U;
  return *seed;
}

static int
compare_2(const void* const a, const void* const b)
{
  const uint64_t* const x = a;
  const uint64_t* const y = b;
  if (x[0] != y[0]) {
    return x[0] < y[0] ? -1 : 1;
  }
  return x[1] < y[1] ? -1 : x[1] > y[1];
}

static void
check(uint64_t* const records, const size_t n)
{
  uint64_t* const expected = malloc((n + 1U) * 2U * sizeof(uint64_t));
  CU_ASSERT_PTR_NOT_NULL_FATAL(expected);
  memcpy(expected, records, n * 2U * sizeof(uint64_t));
  qsort(expected, n, 2U * sizeof(uint64_t), compare_2);
  ln_sort_records(records, n, 2U);
  CU_ASSERT(memcmp(records, expected, n * 2U * sizeof(uint64_t)) == 0);
  free(expected);
}

static void
random_orders(void)
{
  static uint64_t records[2U * MOST];
  uint64_t        seed = 88172645463325252U;
  for (size_t n = 0U; n < 200U; ++n) {
    for (size_t i = 0U; i < 2U * n; ++i) {
      records[i] = random_of(&seed) >> (n % 2U ? 60U : 0U); // few different values, or many
    }
    check(records, n);
  }
  for (size_t i = 0U; i < 2U * (size_t)MOST; ++i) {
    records[i] = random_of(&seed);
  }
  check(records, MOST);
}

static void
hard_orders(void)
{
  static uint64_t records[2U * MOST];
  for (unsigned kind = 0U; kind < 5U; ++kind) {
    for (size_t i = 0U; i < MOST; ++i) {
      const uint64_t orders[] = {
        i, MOST - i, 7U, i < MOST / 2U ? i : MOST - i, i % 2U ? i : MOST - i};
      records[2U * i]        = orders[kind];
      records[(2U * i) + 1U] = MOST - i;
    }
    check(records, MOST);
  }
}

static void
one_word(void)
{
  uint64_t records[] = {3U, UINT64_MAX, 0U, 2U, 2U};
  ln_sort_records(records, 5U, 1U);
  const uint64_t expected[] = {0U, 2U, 2U, 3U, UINT64_MAX};
  CU_ASSERT(memcmp(records, expected, sizeof(expected)) == 0);
}

static const unit_test tests[] = {
  {"random orders", random_orders},
  {"hard orders", hard_orders},
  {"one word", one_word},
};

UNIT_MAIN("base/sort_records", tests)
