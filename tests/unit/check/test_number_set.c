/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A set of numbers, with and without room. */

#include "unit.h"

#include "check/number_set.h"

static void
members(void)
{
  ln_number_set set   = {0};
  bool          fresh = false;
  bool          flag  = false;
  CU_ASSERT_FALSE(ln_number_set_find(&set, 0U, &flag));
  for (uint64_t i = 0U; i < 1000U; ++i) {
    CU_ASSERT_EQUAL(ln_number_set_add(&set, i << 40U, i % 3U == 0U, &fresh), LN_OK);
    CU_ASSERT(fresh);
  }
  CU_ASSERT_EQUAL(ln_number_set_add(&set, UINT64_C(7) << 40U, true, &fresh), LN_OK);
  CU_ASSERT_FALSE(fresh);
  CU_ASSERT_EQUAL(set.n, 1000U);
  for (uint64_t i = 0U; i < 1000U; ++i) {
    CU_ASSERT(ln_number_set_find(&set, i << 40U, &flag));
    CU_ASSERT_EQUAL(flag, i % 3U == 0U);
  }
  CU_ASSERT_FALSE(ln_number_set_find(&set, 1U, &flag));
  ln_number_set_reset(&set);
  CU_ASSERT_FALSE(ln_number_set_find(&set, 0U, &flag));
  CU_ASSERT_EQUAL(set.n, 0U);
  ln_number_set_clear(&set);
}

static ln_status
fill(void)
{
  ln_number_set set   = {0};
  bool          fresh = false;
  ln_status     st    = LN_OK;
  for (uint64_t i = 0U; st == LN_OK && i < 200U; ++i) {
    st = ln_number_set_add(&set, i, false, &fresh);
  }
  ln_number_set_clear(&set);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(fill(), (void)0);
}

static const unit_test TESTS[] = {{"members", members}, {"no memory", no_memory}};

UNIT_MAIN("check/number_set", TESTS)
