/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* All combinations of lists, the last turning fastest. */

#include "map/maker.h"
#include "unit.h"

enum { N = 3 };

/* Groups 0, 1, 2 of the given sizes, led by variables 2, 0, 1. */
static void
set_up(ln_plan* const plan, ln_maker* const maker, ln_value values[N], const size_t sizes[N])
{
  static const size_t leaders[N] = {2U, 0U, 1U};
  *plan                          = (ln_plan){.n_variables = N};
  *maker                         = (ln_maker){.plan = plan, .values = values};
  for (size_t g = 0U; g < N; ++g) {
    plan->leaders[g]     = leaders[g];
    values[leaders[g]].n = sizes[g];
  }
}

static void
test_product(void)
{
  const size_t sizes[N]  = {2U, 9U, 3U};
  ln_value     values[N] = {{0}};
  ln_plan      plan;
  ln_maker     maker;
  ln_odometer  o       = {0};
  size_t       rounds  = 0U;
  char         seen[7] = {0};
  set_up(&plan, &maker, values, sizes);
  CU_ASSERT_EQUAL(ln_maker_group_size(&maker, 0U), 2U);
  CU_ASSERT_EQUAL(ln_maker_group_size(&maker, 2U), 3U);
  CU_ASSERT_TRUE_FATAL(ln_odometer_start(&maker, 5U, &o));
  do {
    CU_ASSERT_EQUAL(maker.bound_set, 5U);
    seen[rounds++ % 6U] = (char)('0' + (maker.bound[0] * 3U) + maker.bound[2]);
  } while (ln_odometer_next(&maker, &o));
  CU_ASSERT_EQUAL(rounds, 6U);
  CU_ASSERT_STRING_EQUAL(seen, "012345");
  CU_ASSERT_EQUAL(maker.bound_set, 0U);
}

/* What is bound already stays. */
static void
test_nested(void)
{
  const size_t sizes[N]  = {2U, 2U, 2U};
  ln_value     values[N] = {{0}};
  ln_plan      plan;
  ln_maker     maker;
  ln_odometer  outer  = {0};
  ln_odometer  inner  = {0};
  size_t       rounds = 0U;
  set_up(&plan, &maker, values, sizes);
  CU_ASSERT_TRUE_FATAL(ln_odometer_start(&maker, 1U, &outer));
  do {
    const size_t before = maker.bound[0];
    CU_ASSERT_TRUE_FATAL(ln_odometer_start(&maker, 3U, &inner));
    do {
      CU_ASSERT_EQUAL(maker.bound[0], before);
      ++rounds;
    } while (ln_odometer_next(&maker, &inner));
    CU_ASSERT_EQUAL(maker.bound_set, 1U);
  } while (ln_odometer_next(&maker, &outer));
  CU_ASSERT_EQUAL(rounds, 4U);
}

/* Nothing wanted: one round. An empty list: none, and nothing is left bound. */
static void
test_edges(void)
{
  const size_t sizes[N]  = {2U, 0U, 2U};
  ln_value     values[N] = {{0}};
  ln_plan      plan;
  ln_maker     maker;
  ln_odometer  o = {0};
  set_up(&plan, &maker, values, sizes);
  CU_ASSERT_TRUE(ln_odometer_start(&maker, 0U, &o));
  CU_ASSERT_FALSE(ln_odometer_next(&maker, &o));
  CU_ASSERT_FALSE(ln_odometer_start(&maker, 7U, &o));
  CU_ASSERT_EQUAL(maker.bound_set, 0U);
}

static const unit_test tests[] = {
  {"product", test_product},
  {"nested", test_nested},
  {"edges", test_edges},
};

UNIT_MAIN("odometer", tests)
