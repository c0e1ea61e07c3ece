/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names and how often they were there. */

#include "stats/counter.h"
#include "unit.h"

static void
counts(void)
{
  ln_counter c      = {0};
  uint32_t   number = 9U;
  CU_ASSERT_EQUAL(ln_counter_size(&c), 0U);
  CU_ASSERT_EQUAL(ln_counter_of(&c, LN_V("a")), 0U);
  CU_ASSERT_EQUAL(ln_counter_add(&c, LN_V("a"), 2U, &number), LN_OK);
  CU_ASSERT_EQUAL(number, 0U);
  CU_ASSERT_EQUAL(ln_counter_add(&c, LN_V(""), 1U, &number), LN_OK);
  CU_ASSERT_EQUAL(number, 1U);
  CU_ASSERT_EQUAL(ln_counter_add(&c, LN_V("a"), 3U, &number), LN_OK);
  CU_ASSERT_EQUAL(number, 0U);
  CU_ASSERT_EQUAL(ln_counter_size(&c), 2U);
  CU_ASSERT_EQUAL(ln_counter_of(&c, LN_V("a")), 5U);
  CU_ASSERT_EQUAL(ln_counter_of(&c, LN_V("b")), 0U);
  CHECK_VIEW(ln_counter_name(&c, 0U), "a");
  ln_counter_clear(&c);
  CU_ASSERT_EQUAL(ln_counter_size(&c), 0U);
}

static ln_status
add_many(ln_counter* const c)
{
  uint32_t number  = 0U;
  char     name[2] = {0};
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    name[0] = letter;
    LN_TRY(ln_counter_add(c, (ln_view){name, 1U}, 1U, &number));
  }
  return LN_OK;
}

static void
no_memory(void)
{
  ln_counter c = {0};
  CHECK_ALLOC_FAILURES(add_many(&c), ln_counter_clear(&c));
}

static const unit_test tests[] = {{"counts", counts}, {"no_memory", no_memory}};

UNIT_MAIN("counter", tests)
