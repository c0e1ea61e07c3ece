/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lists of numbers. */

#include "dispute/bunch.h"
#include "unit.h"

static void
lists(void)
{
  static const uint32_t given[] = {5U, 3U, 5U, 9U, 3U};
  ln_bunch              a       = {0};
  ln_bunch              b       = {0};
  for (size_t i = 0U; i < 5U; ++i) {
    CU_ASSERT_EQUAL(ln_bunch_add(&a, given[i]), LN_OK);
    CU_ASSERT_EQUAL(ln_bunch_join(&b, given[i]), LN_OK);
  }
  CU_ASSERT_EQUAL(a.n, 5U);
  CU_ASSERT_EQUAL(b.n, 3U);
  CU_ASSERT(!ln_bunch_equal(&a, &b));
  ln_bunch_sort(&a);
  ln_bunch_sort(&b);
  CU_ASSERT(ln_bunch_equal(&a, &b));
  CU_ASSERT_EQUAL(a.v[0], 3U);
  CU_ASSERT_EQUAL(a.v[2], 9U);
  CU_ASSERT(ln_bunch_have(&a, 5U) && !ln_bunch_have(&a, 4U));
  ln_bunch_clear(&a);
  ln_bunch_clear(&b);
}

static void
no_memory(void)
{
  ln_bunch a = {0};
  CHECK_ALLOC_FAILURES(ln_bunch_add(&a, 1U), ln_bunch_clear(&a));
}

static const unit_test tests[] = {{"lists", lists}, {"no_memory", no_memory}};

UNIT_MAIN("bunch", tests)
