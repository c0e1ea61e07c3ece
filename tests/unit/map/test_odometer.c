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
  static ln_variable  variables[N];
  *plan  = (ln_plan){.n_variables = N, .variables = variables};
  *maker = (ln_maker){.plan = plan, .values = values};
  for (size_t g = 0U; g < N; ++g) {
    plan->leaders[g]             = leaders[g];
    plan->parents[g]             = LN_NO_GROUP;
    variables[leaders[g]].parent = LN_NO_GROUP;
    values[leaders[g]].n         = sizes[g];
  }
}

/* Group 2 lies inside group 0: a list of as many items in each of its items. */
static void
set_inside(ln_plan* const plan, ln_value values[N], size_t starts[4])
{
  plan->parents[2U]                         = 0U;
  plan->variables[plan->leaders[2U]].parent = 0U;
  values[plan->leaders[2U]].starts          = starts;
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

/* The inner list is as long as its outer item has it; an outer item without any has no turn. */
static void
test_inside(void)
{
  const size_t sizes[N]  = {3U, 2U, 3U};
  ln_value     values[N] = {{0}};
  size_t       starts[]  = {0U, 2U, 2U, 3U};
  ln_plan      plan;
  ln_maker     maker;
  ln_odometer  o      = {0};
  size_t       rounds = 0U;
  size_t       first  = 9U;
  char         seen[13];
  set_up(&plan, &maker, values, sizes);
  set_inside(&plan, values, starts);
  CU_ASSERT_TRUE_FATAL(ln_odometer_start(&maker, 4U, &o));
  do {
    CU_ASSERT_EQUAL(maker.bound_set, 5U);
    CU_ASSERT_EQUAL(ln_maker_span(&maker, plan.leaders[2U], &first), 2U - maker.bound[0] / 2U);
    CU_ASSERT_EQUAL(first, maker.bound[0]);
    seen[rounds++] = (char)('0' + first + maker.bound[2U]);
  } while (ln_odometer_next(&maker, &o) && rounds < 12U);
  seen[rounds] = '\0';
  CU_ASSERT_STRING_EQUAL(seen, "012");
  CU_ASSERT_EQUAL(maker.bound_set, 0U);
  CU_ASSERT_EQUAL(ln_maker_group_size(&maker, 2U), 3U);
  starts[1] = 0U; /* now the first outer item has none either */
  starts[2] = 0U;
  starts[3] = 0U;
  CU_ASSERT_FALSE(ln_odometer_start(&maker, 5U, &o));
  CU_ASSERT_EQUAL(maker.bound_set, 0U);
}

static const unit_test tests[] = {
  {"product", test_product},
  {"inside", test_inside},
  {"nested", test_nested},
  {"edges", test_edges},
};

UNIT_MAIN("odometer", tests)
