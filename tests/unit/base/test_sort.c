/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Sorting in memory and through files: the same order with any bound of memory, several levels of
   merging, no folder for the file, no memory. */

#include "unit.h"

#include "base/sort.h"

#include <stdint.h>

/* Number i of `n` in an order that jumps about: 7919 is prime, so every number comes once. */
static uint64_t
jumping(const uint64_t i, const uint64_t n)
{
  return (i * 7919U) % n;
}

static void
sort_numbers(const uint64_t n, const size_t memory)
{
  ln_sort*        sort   = NULL;
  const uint64_t* record = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_sort_new(2U, memory, &sort), LN_OK);
  for (uint64_t i = 0U; i < n; ++i) {
    const uint64_t pair[2] = {jumping(i, n) / 3U, jumping(i, n)};
    CU_ASSERT_EQUAL_FATAL(ln_sort_add(sort, pair), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_sort_count(sort), n);
  uint64_t wrong = 0U;
  for (uint64_t i = 0U; i < n; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_sort_next(sort, &record), LN_OK);
    wrong += record[0] != i / 3U || record[1] != i ? 1U : 0U;
  }
  CU_ASSERT_EQUAL(wrong, 0U);
  CU_ASSERT_EQUAL(ln_sort_next(sort, &record), LN_END);
  CU_ASSERT_EQUAL(ln_sort_next(sort, &record), LN_END);
  CU_ASSERT_STRING_EQUAL(ln_sort_error(sort), "");
  ln_sort_free(sort);
}

static void
in_memory(void)
{
  sort_numbers(0U, 1U << 20U);
  sort_numbers(1U, 1U << 20U);
  sort_numbers(5000U, 1U << 20U);
}

/* 256 records fit: one run more or less than a full one, one level, many levels. */
static void
through_files(void)
{
  sort_numbers(256U, 0U);
  sort_numbers(257U, 0U);
  sort_numbers(512U, 0U);
  sort_numbers(513U, 0U);
  sort_numbers(10007U, 0U);
  sort_numbers(100003U, 65536U);
}

static void
equal_records_stay(void)
{
  ln_sort*        sort   = NULL;
  const uint64_t* record = NULL;
  const uint64_t  same   = 42U;
  CU_ASSERT_EQUAL_FATAL(ln_sort_new(1U, 0U, &sort), LN_OK);
  for (unsigned i = 0U; i < 1000U; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_sort_add(sort, &same), LN_OK);
  }
  unsigned seen = 0U;
  while (ln_sort_next(sort, &record) == LN_OK) {
    seen += *record == same ? 1U : 0U;
  }
  CU_ASSERT_EQUAL(seen, 1000U);
  ln_sort_free(sort);
}

static void
no_folder(void)
{
  const char* const before = getenv("TMPDIR");
  char* const       kept   = before ? strdup(before) : NULL;
  ln_sort*          sort   = NULL;
  ln_status         st     = LN_OK;
  CU_ASSERT_EQUAL(setenv("TMPDIR", "/nonexistent/folder", 1), 0);
  CU_ASSERT_EQUAL_FATAL(ln_sort_new(1U, 0U, &sort), LN_OK);
  for (uint64_t i = 0U; st == LN_OK && i < 10000U; ++i) {
    st = ln_sort_add(sort, &i);
  }
  CU_ASSERT_EQUAL(st, LN_IO);
  CU_ASSERT_STRING_EQUAL(ln_sort_error(sort), "No such file or directory");
  const uint64_t* record = NULL;
  CU_ASSERT_EQUAL(ln_sort_next(sort, &record), LN_IO);
  ln_sort_free(sort);
  CU_ASSERT_EQUAL(kept ? setenv("TMPDIR", kept, 1) : unsetenv("TMPDIR"), 0);
  free(kept);
}

static ln_status
sort_some(ln_sort** const sort)
{
  const uint64_t* record = NULL;
  LN_TRY(ln_sort_new(2U, 0U, sort));
  for (uint64_t i = 0U; i < 3000U; ++i) {
    const uint64_t pair[2] = {jumping(i, 3000U), i};
    LN_TRY(ln_sort_add(*sort, pair));
  }
  ln_status st = LN_OK;
  for (uint64_t i = 0U; st == LN_OK; ++i) {
    st = ln_sort_next(*sort, &record);
    CU_ASSERT(st != LN_OK || record[0] == i);
  }
  return st == LN_END ? LN_OK : st;
}

static void
no_memory(void)
{
  ln_sort* sort = NULL;
  CHECK_ALLOC_FAILURES(sort_some(&sort), ln_sort_free(sort); sort = NULL);
}

static const unit_test tests[] = {
  {"in memory", in_memory},
  {"through files", through_files},
  {"equal records stay", equal_records_stay},
  {"no folder", no_folder},
  {"no memory", no_memory},
};

UNIT_MAIN("base/sort", tests)
