/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Bits differ from call to call, and none is always the same. */

#include "unit.h"

#include "base/random.h"

static void
differ(void)
{
  uint64_t some = 0U;
  uint64_t all  = UINT64_MAX;
  uint64_t last = ln_random();
  for (int i = 0; i < 100; ++i) {
    const uint64_t bits = ln_random();
    CU_ASSERT_NOT_EQUAL(bits, last);
    some |= bits;
    all &= bits;
    last = bits;
  }
  CU_ASSERT_EQUAL(some, UINT64_MAX);
  CU_ASSERT_EQUAL(all, 0U);
}

static const unit_test tests[] = {{"differ", differ}};

UNIT_MAIN("random", tests)
