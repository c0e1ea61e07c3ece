/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What changes do to a set, in memory and on disk. Expected numbers are counted by hand or follow
   from how the items were made. */

#include "unit.h"

#include "base/changeset.h"

#include <inttypes.h>

static void
put(ln_changeset* const c, const char* const item, const bool added, const uint64_t place)
{
  CU_ASSERT_EQUAL_FATAL(ln_changeset_put(c, ln_view_of(item), added, place), LN_OK);
}

static void
meet(ln_changeset* const c, const char* const item)
{
  CU_ASSERT_EQUAL_FATAL(ln_changeset_meet(c, ln_view_of(item)), LN_OK);
}

static void
expect(ln_changeset* const c, const bool added, const uint64_t wanted)
{
  uint64_t        n  = 0U;
  const ln_status st = added ? ln_changeset_next_added(c, &n) : ln_changeset_next_removed(c, &n);
  CU_ASSERT_EQUAL_FATAL(st, LN_OK);
  CU_ASSERT_EQUAL(n, wanted);
}

static void
expect_end(ln_changeset* const c)
{
  uint64_t n = 0U;
  CU_ASSERT_EQUAL(ln_changeset_next_removed(c, &n), LN_END);
  CU_ASSERT_EQUAL(ln_changeset_next_added(c, &n), LN_END);
}

static void
by_hand(void)
{
  ln_changeset* c = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_changeset_new(1U << 20U, &c), LN_OK);
  put(c, "gone", false, 1U);
  put(c, "new", true, 2U);
  put(c, "there", true, 3U);
  put(c, "never", false, 4U);
  put(c, "back", false, 5U);
  put(c, "back", true, 6U); // the last one counts
  put(c, "shy", true, 7U);
  put(c, "shy", false, 8U);
  put(c, "", true, 9U);
  meet(c, "other");
  meet(c, "gone");
  meet(c, "there");
  meet(c, "back");
  meet(c, "gone"); // both are left out
  CU_ASSERT_EQUAL_FATAL(ln_changeset_seal(c), LN_OK);
  const ln_changeset_counts counts = ln_changeset_count(c);
  CU_ASSERT_EQUAL(counts.removed, 1U);
  CU_ASSERT_EQUAL(counts.added, 2U);
  CU_ASSERT_EQUAL(counts.absent, 2U);
  CU_ASSERT_EQUAL(counts.present, 2U);
  expect(c, false, 1U);
  expect(c, false, 4U);
  expect(c, true, 2U);
  expect(c, true, 9U);
  expect_end(c);
  ln_changeset_free(c);
}

static void
nothing(void)
{
  ln_changeset* c = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_changeset_new(0U, &c), LN_OK);
  meet(c, "a");
  CU_ASSERT_EQUAL_FATAL(ln_changeset_seal(c), LN_OK);
  CU_ASSERT_EQUAL(ln_changeset_count(c).removed, 0U);
  expect_end(c);
  ln_changeset_free(c);
  ln_changeset_free(NULL);
}

/* Even numbers below 20,000 are there. Multiples of 3 are removed, then those of 5 added; the
   smallest memory makes it spill. */
static void
many(void)
{
  enum { MOST = 20000 };
  ln_changeset* c = NULL;
  char          item[24];
  CU_ASSERT_EQUAL_FATAL(ln_changeset_new(0U, &c), LN_OK);
  for (size_t step = 3U; step <= 5U; step += 2U) {
    for (size_t i = 0U; i < MOST; i += step) {
      (void)snprintf(item, sizeof(item), "item %zu", i);
      put(c, item, step == 5U, i);
    }
  }
  for (size_t i = 0U; i < MOST; i += 2U) {
    (void)snprintf(item, sizeof(item), "item %zu", i);
    meet(c, item);
  }
  CU_ASSERT_EQUAL_FATAL(ln_changeset_seal(c), LN_OK);
  for (size_t i = 0U; i < MOST; ++i) {
    if (i % 2U == 0U && i % 3U == 0U && i % 5U != 0U) {
      expect(c, false, i / 2U);
    }
    if (i % 2U == 1U && i % 5U == 0U) {
      expect(c, true, i);
    }
  }
  expect_end(c);
  CU_ASSERT_EQUAL(ln_changeset_count(c).present, MOST / 10U);
  CU_ASSERT_STRING_EQUAL(ln_changeset_error(c), "");
  ln_changeset_free(c);
}

static ln_status
use(ln_changeset** const c)
{
  uint64_t n = 0U;
  LN_TRY(ln_changeset_new(1U << 16U, c));
  LN_TRY(ln_changeset_put(*c, LN_V("a"), true, 0U));
  LN_TRY(ln_changeset_put(*c, LN_V("b"), false, 1U));
  LN_TRY(ln_changeset_meet(*c, LN_V("b")));
  LN_TRY(ln_changeset_seal(*c));
  LN_TRY(ln_changeset_next_removed(*c, &n));
  return ln_changeset_next_added(*c, &n);
}

static void
no_memory(void)
{
  ln_changeset* c = NULL;
  CHECK_ALLOC_FAILURES(use(&c), ln_changeset_free(c); c = NULL);
}

static const unit_test tests[] = {
  {"by hand", by_hand}, {"nothing", nothing}, {"many", many}, {"no memory", no_memory}};

UNIT_MAIN("changeset", tests)
