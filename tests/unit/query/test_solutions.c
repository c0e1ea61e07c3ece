/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Tables of solutions and their budget. */

#include "unit.h"

#include "query/solutions.h"

static ln_status
fill(ln_budget* const budget, const size_t rows)
{
  ln_solutions table = {.width = 3U};
  uint32_t*    row   = NULL;
  ln_status    st    = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < rows; ++i) {
    st = ln_solutions_push(&table, budget, &row);
    if (st == LN_OK) {
      row[2] = (uint32_t)i;
    }
  }
  if (st == LN_OK) {
    CU_ASSERT_EQUAL(ln_solutions_row(&table, rows - 1U)[2], rows - 1U);
  }
  ln_solutions_clear(&table, budget);
  CU_ASSERT_EQUAL(table.n, 0U);
  return st;
}

static void
budgets(void)
{
  ln_budget             none  = {0};
  ln_budget             small = {.memory = 1000U};
  ln_budget             past  = {.until = 1e-9};
  volatile sig_atomic_t flag  = 1;
  ln_budget             ended = {.stop = &flag};
  CU_ASSERT_EQUAL(fill(&none, 1000U), LN_OK);
  CU_ASSERT_EQUAL(none.taken, 0U);
  CU_ASSERT_EQUAL(fill(&small, 1000U), LN_STOP);
  CU_ASSERT(small.large);
  CU_ASSERT_EQUAL(fill(&past, 10000U), LN_STOP);
  CU_ASSERT(past.late);
  CU_ASSERT_EQUAL(fill(&ended, 10000U), LN_STOP);
  CU_ASSERT(ended.stopped);
  CU_ASSERT(ln_budget_now() > 0.0);
}

static void
no_memory(void)
{
  ln_budget none = {0};
  CHECK_ALLOC_FAILURES(fill(&none, 100U), (void)0);
}

static const unit_test TESTS[] = {{"budgets", budgets}, {"no memory", no_memory}};

UNIT_MAIN("query/solutions", TESTS)
