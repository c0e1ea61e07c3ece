/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Counts that are exact as long as there is room, and what is certain when there is not. */

#include "base/frequent.h"
#include "unit.h"

static ln_frequent*
new_frequent(const size_t counters)
{
  ln_frequent* f = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_frequent_new(counters, &f), LN_OK);
  return f;
}

static void
add_times(ln_frequent* const f, const char* const value, const size_t times)
{
  for (size_t i = 0U; i < times; ++i) {
    CU_ASSERT_EQUAL(ln_frequent_add(f, ln_view_of(value)), LN_OK);
  }
}

static void
exact(void)
{
  ln_frequent_value  top[3];
  ln_frequent* const f = new_frequent(64U);
  CU_ASSERT_EQUAL(ln_frequent_top(f, top, 3U), 0U);
  add_times(f, "b", 2U);
  add_times(f, "a", 2U);
  add_times(f, "ab", 2U);
  add_times(f, "", 3U);
  add_times(f, "once", 1U);
  CU_ASSERT_EQUAL(ln_frequent_size(f), 5U);
  CU_ASSERT_EQUAL(ln_frequent_cut(f), 0U);
  CU_ASSERT_EQUAL(ln_frequent_top(f, top, 3U), 3U);
  CHECK_VIEW(top[0].value, "");
  CU_ASSERT_EQUAL(top[0].n, 3U);
  CHECK_VIEW(top[1].value, "a");
  CHECK_VIEW(top[2].value, "ab");
  CU_ASSERT_EQUAL(ln_frequent_top(f, top, 0U), 0U);
  ln_frequent_free(f);
  ln_frequent_free(NULL);
}

/* 16 counters for 1000 values that come three times each and one that comes 500 times: N is 3500,
   so counts are at most 2 * 3500 / 16 = 437 too low. */
static void
more_than_fit(void)
{
  enum { RARE = 1000, OFTEN = 500 };
  char               name[16];
  ln_frequent_value  top[1];
  ln_frequent* const f = new_frequent(16U);
  for (size_t round = 0U; round < 3U; ++round) {
    for (int i = 0; i < RARE; ++i) {
      CU_ASSERT(snprintf(name, sizeof(name), "value %d", i) > 0);
      add_times(f, name, 1U);
      add_times(f, "often", round == 0U && i % 2 == 0 ? 1U : 0U);
    }
  }
  const uint64_t cut = ln_frequent_cut(f);
  CU_ASSERT(cut > 0U && cut <= 437U);
  CU_ASSERT(ln_frequent_size(f) <= 16U);
  CU_ASSERT_EQUAL(ln_frequent_top(f, top, 1U), 1U);
  CHECK_VIEW(top[0].value, "often");
  CU_ASSERT(top[0].n <= OFTEN && top[0].n + cut >= OFTEN);
  ln_frequent_free(f);
}

static void
long_values(void)
{
  char               value[LN_FREQUENT_KEPT + 10];
  ln_frequent_value  top[2];
  ln_frequent* const f = new_frequent(16U);
  memset(value, 'x', sizeof(value));
  CU_ASSERT_EQUAL(ln_frequent_add(f, (ln_view){value, sizeof(value)}), LN_OK);
  value[sizeof(value) - 1U] = 'y';
  CU_ASSERT_EQUAL(ln_frequent_add(f, (ln_view){value, sizeof(value)}), LN_OK);
  CU_ASSERT_EQUAL(ln_frequent_top(f, top, 2U), 2U);
  CU_ASSERT_EQUAL(top[0].value.n, LN_FREQUENT_KEPT);
  CU_ASSERT_EQUAL(top[1].n, 1U);
  ln_frequent_free(f);
}

/* Settled with sixteen counters, it forgets at the seventeenth value. */
static void
settled(void)
{
  char               name[16];
  ln_frequent* const f = new_frequent(1U << 16U);
  add_times(f, "first", 1U);
  ln_frequent_settle(f);
  const size_t before = ln_frequent_memory(f);
  CU_ASSERT(before > 0U);
  for (int i = 0; i < 17; ++i) {
    CU_ASSERT(snprintf(name, sizeof(name), "value %d", i) > 0);
    add_times(f, name, 1U);
  }
  CU_ASSERT(ln_frequent_cut(f) > 0U);
  CU_ASSERT(ln_frequent_memory(f) <= before + 1024U);
  ln_frequent_free(f);
}

static ln_status
fill(ln_frequent** const f)
{
  char name[16];
  LN_TRY(ln_frequent_new(64U, f));
  for (int i = 0; i < 40; ++i) {
    (void)snprintf(name, sizeof(name), "value %d", i);
    LN_TRY(ln_frequent_add(*f, ln_view_of(name)));
  }
  return LN_OK;
}

static void
no_memory(void)
{
  ln_frequent* f = NULL;
  CHECK_ALLOC_FAILURES(fill(&f), (ln_frequent_free(f), f = NULL));
}

static const unit_test tests[] = {{"exact", exact},
                                  {"more_than_fit", more_than_fit},
                                  {"long_values", long_values},
                                  {"settled", settled},
                                  {"no_memory", no_memory}};

UNIT_MAIN("frequent", tests)
