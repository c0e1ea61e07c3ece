/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The properties of a parameter in their order. */

#include "dispute/said_values.h"
#include "unit.h"

static ln_step steps[] = {{8U, false}, {7U, false}};
static ln_way  ways[]  = {
  {{"x:b", 3U}, &steps[0], 1U}, {{"word", 4U}, NULL, 0U}, {{"x:a", 3U}, &steps[1], 1U}};
static ln_parameter       parameter = {{"property", 8U}, ways, 3U};
static const ln_card_fact facts[]   = {{.text = {"1", 1U}, .predicate = 7U},
                                       {.text = {"2", 1U}, .predicate = 8U},
                                       {.text = {"3", 1U}, .predicate = 8U}};
static const ln_card      card      = {{"x", 1U}, 0U, 0U, facts, 3U};

static void
order(void)
{
  ln_said_values values = {.card = &card, .parameter = &parameter};
  CU_ASSERT_PTR_EQUAL(ln_said_next(&values), &facts[1]);
  CU_ASSERT_PTR_EQUAL(ln_said_next(&values), &facts[2]);
  CU_ASSERT_PTR_EQUAL(ln_said_next(&values), &facts[0]);
  CU_ASSERT_PTR_NULL(ln_said_next(&values));
}

static void
first(void)
{
  const ln_rule  rule   = {.parameters = &parameter, .n = 1U};
  ln_said_values values = {.card = &card};
  CU_ASSERT_PTR_EQUAL(ln_said_first(&card, &rule, "property"), &facts[1]);
  CU_ASSERT_PTR_NULL(ln_said_first(&card, &rule, "other"));
  CU_ASSERT_PTR_NULL(ln_said_next(&values));
}

static const unit_test tests[] = {{"order", order}, {"first", first}};

UNIT_MAIN("said values", tests)
