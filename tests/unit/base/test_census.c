/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What has changed of owners, by hand, and that neither order nor repetition nor memory matters. */

#include "unit.h"

#include "base/census.h"

#include <stdbool.h>

static ln_census*
make(const size_t memory)
{
  ln_census* c = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_census_new(memory, &c), LN_OK);
  return c;
}

static void
say(ln_census* const c, const uint64_t owner, const uint64_t fact)
{
  CU_ASSERT_EQUAL_FATAL(ln_census_add(c, owner, fact), LN_OK);
}

static void
expect_owner(ln_census* const c, const uint64_t number, const ln_census_verdict verdict)
{
  ln_census_owner owner = {0};
  CU_ASSERT_EQUAL_FATAL(ln_census_next_owner(c, &owner), LN_OK);
  CU_ASSERT_EQUAL(owner.number, number);
  CU_ASSERT_EQUAL(owner.verdict, verdict);
}

static void
expect_fact(ln_census* const c, const uint64_t wanted)
{
  uint64_t number = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_census_next_fact(c, &number), LN_OK);
  CU_ASSERT_EQUAL(number, wanted);
}

/* The contents of owners 1 to 4, of which each has the facts of its number and of the next. */
static void
contents(uint64_t* const content)
{
  ln_census* const c     = make(0U);
  ln_census_owner  owner = {0};
  for (uint64_t i = 1U; i <= 4U; ++i) {
    say(c, i, i);
    say(c, i, i + 1U);
  }
  CU_ASSERT_EQUAL_FATAL(ln_census_seal(c), LN_OK);
  for (uint64_t i = 0U; i < 4U; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_census_next_owner(c, &owner), LN_OK);
    CU_ASSERT_EQUAL(owner.number, 2U * i);
    CU_ASSERT_EQUAL(owner.verdict, LN_CENSUS_NEW);
    content[i] = owner.content;
  }
  CU_ASSERT_EQUAL(ln_census_next_owner(c, &owner), LN_END);
  ln_census_free(c);
}

static void
by_hand(void)
{
  uint64_t content[4];
  uint64_t number = 0U;
  contents(content);
  ln_census* const c = make(1U << 20U);
  for (uint64_t i = 4U; i > 0U; --i) {
    CU_ASSERT_EQUAL_FATAL(ln_census_remember(c, i, content[i - 1U]), LN_OK);
  }
  say(c, 9U, 1U); // 0: new
  say(c, 2U, 3U); // 1: the same in another order, and repeated
  say(c, 3U, 3U); // 2: a fact less
  say(c, 2U, 2U);
  say(c, 2U, 3U);
  say(c, 4U, 4U); // 5: another fact
  say(c, 4U, 6U);
  say(c, 4U, 4U);
  CU_ASSERT_EQUAL_FATAL(ln_census_seal(c), LN_OK);
  expect_owner(c, 0U, LN_CENSUS_NEW);
  expect_owner(c, 1U, LN_CENSUS_SAME);
  expect_owner(c, 2U, LN_CENSUS_CHANGED);
  expect_owner(c, 5U, LN_CENSUS_CHANGED);
  expect_fact(c, 0U);
  expect_fact(c, 2U);
  expect_fact(c, 5U);
  expect_fact(c, 6U);
  CU_ASSERT_EQUAL(ln_census_next_fact(c, &number), LN_END);
  CU_ASSERT_EQUAL_FATAL(ln_census_next_gone(c, &number), LN_OK);
  CU_ASSERT_EQUAL(number, 3U); // owner 1 was remembered last
  CU_ASSERT_EQUAL(ln_census_next_gone(c, &number), LN_END);
  const ln_census_counts counts = ln_census_count(c);
  CU_ASSERT_EQUAL(counts.same, 1U);
  CU_ASSERT_EQUAL(counts.changed, 2U);
  CU_ASSERT_EQUAL(counts.fresh, 1U);
  CU_ASSERT_EQUAL(counts.gone, 1U);
  ln_census_free(c);
  ln_census_free(NULL);
}

/* The smallest memory makes it spill. */
static void
many(void)
{
  enum { OWNERS = 5000, FACTS = 4 };
  ln_census* const a     = make(0U);
  ln_census* const b     = make(0U);
  ln_census_owner  owner = {0};
  for (uint64_t i = 0U; i < OWNERS * FACTS; ++i) {
    say(a, i % OWNERS, i / OWNERS);
  }
  CU_ASSERT_EQUAL_FATAL(ln_census_seal(a), LN_OK);
  for (uint64_t i = 0U; i < OWNERS; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_census_next_owner(a, &owner), LN_OK);
    CU_ASSERT_EQUAL_FATAL(ln_census_remember(b, i, owner.content), LN_OK);
  }
  for (uint64_t i = OWNERS * FACTS; i > 0U; --i) {
    const uint64_t who = (i - 1U) % OWNERS;
    if (who % 10U != 0U) {
      say(b, who, (i - 1U) / OWNERS + (who % 10U == 1U ? 1U : 0U));
    }
  }
  CU_ASSERT_EQUAL_FATAL(ln_census_seal(b), LN_OK);
  const ln_census_counts counts = ln_census_count(b);
  CU_ASSERT_EQUAL(counts.gone, OWNERS / 10U);
  CU_ASSERT_EQUAL(counts.changed, OWNERS / 10U);
  CU_ASSERT_EQUAL(counts.same, OWNERS / 10U * 8U);
  CU_ASSERT_EQUAL(counts.fresh, 0U);
  CU_ASSERT_STRING_EQUAL(ln_census_error(b), "");
  ln_census_free(a);
  ln_census_free(b);
}

static ln_status
use(ln_census** const c)
{
  ln_census_owner owner  = {0};
  uint64_t        number = 0U;
  LN_TRY(ln_census_new(1U << 16U, c));
  LN_TRY(ln_census_add(*c, 1U, 1U));
  LN_TRY(ln_census_remember(*c, 2U, 1U));
  LN_TRY(ln_census_seal(*c));
  LN_TRY(ln_census_next_owner(*c, &owner));
  LN_TRY(ln_census_next_fact(*c, &number));
  return ln_census_next_gone(*c, &number);
}

static void
no_memory(void)
{
  ln_census* c = NULL;
  CHECK_ALLOC_FAILURES(use(&c), ln_census_free(c); c = NULL);
}

static const unit_test tests[] = {{"by hand", by_hand}, {"many", many}, {"no memory", no_memory}};

UNIT_MAIN("census", tests)
