/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Sets of hashes: what is new, what two have in common, the end of the budget. */

#include "unit.h"

#include "run/guess.h"

static void
add(ln_guess_set* const set, const char* const text, size_t* const budget, const bool expected)
{
  bool fresh = !expected;
  CU_ASSERT_EQUAL(ln_guess_set_add(set, ln_view_of(text), budget, &fresh), LN_OK);
  CU_ASSERT_EQUAL(fresh, expected);
}

static void
fresh_and_known(void)
{
  ln_guess_set set    = {0};
  size_t       budget = 1U << 16U;
  char         text[16];
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 500; ++i) {
      (void)snprintf(text, sizeof(text), "%d", i);
      add(&set, text, &budget, round == 0);
    }
  }
  add(&set, "", &budget, true);
  add(&set, "", &budget, false);
  CU_ASSERT_EQUAL(set.n, 501U);
  ln_guess_set_clear(&set, &budget);
  CU_ASSERT_EQUAL(budget, 1U << 16U);
}

static void
in_common(void)
{
  ln_guess_set a      = {0};
  ln_guess_set b      = {0};
  size_t       budget = 1U << 16U;
  CU_ASSERT_EQUAL(ln_guess_set_common(&a, &b), 0U);
  add(&a, "x", &budget, true);
  add(&a, "y", &budget, true);
  CU_ASSERT_EQUAL(ln_guess_set_common(&a, &b), 0U);
  add(&b, "y", &budget, true);
  add(&b, "z", &budget, true);
  CU_ASSERT_EQUAL(ln_guess_set_common(&a, &b), 1U);
  CU_ASSERT_EQUAL(ln_guess_set_common(&b, &a), 1U);
  ln_guess_set_clear(&a, &budget);
  ln_guess_set_clear(&b, &budget);
}

static void
over_the_budget(void)
{
  ln_guess_set set    = {0};
  size_t       budget = 16U * sizeof(uint64_t);
  char         text[16];
  for (int i = 0; i < 12; ++i) {
    (void)snprintf(text, sizeof(text), "%d", i);
    add(&set, text, &budget, true);
  }
  CU_ASSERT_FALSE(set.given_up);
  add(&set, "one more", &budget, false);
  CU_ASSERT_TRUE(set.given_up);
  CU_ASSERT_EQUAL(budget, 16U * sizeof(uint64_t));
  add(&set, "and more", &budget, false);
  ln_guess_set_clear(&set, &budget);
  CU_ASSERT_TRUE(set.given_up);
}

static void
failing(void)
{
  ln_guess_set set    = {0};
  size_t       budget = 1U << 16U;
  bool         fresh  = false;
  CHECK_ALLOC_FAILURES(ln_guess_set_add(&set, LN_V("x"), &budget, &fresh),
                       ln_guess_set_clear(&set, &budget));
}

static const unit_test tests[] = {
  {"fresh and known", fresh_and_known},
  {"in common", in_common},
  {"over the budget", over_the_budget},
  {"failing allocator", failing},
};

UNIT_MAIN("run/guess_set", tests)
