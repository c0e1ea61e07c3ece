/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What two sequences lack of each other, in memory and on disk. Expected numbers are counted by
   hand or follow from how the items were made. */

#include "unit.h"

#include "base/difference.h"

#include <inttypes.h>

static void
add(ln_difference* const d, const ln_side side, const char* const item)
{
  CU_ASSERT_EQUAL_FATAL(ln_difference_add(d, side, ln_view_of(item)), LN_OK);
}

static void
expect(ln_difference* const d, const ln_side side, const uint64_t number)
{
  ln_side  found = LN_SIDE_OLD;
  uint64_t n     = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_difference_next(d, &found, &n), LN_OK);
  CU_ASSERT_EQUAL(found, side);
  CU_ASSERT_EQUAL(n, number);
}

static void
expect_end(ln_difference* const d)
{
  ln_side  side = LN_SIDE_OLD;
  uint64_t n    = 0U;
  CU_ASSERT_EQUAL(ln_difference_next(d, &side, &n), LN_END);
}

static void
by_hand(void)
{
  ln_difference* d = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_difference_new(1U << 20U, &d), LN_OK);
  add(d, LN_SIDE_NEW, "same");
  add(d, LN_SIDE_OLD, "gone twice");
  add(d, LN_SIDE_OLD, "same");
  add(d, LN_SIDE_OLD, "gone twice");
  add(d, LN_SIDE_OLD, "gone");
  add(d, LN_SIDE_NEW, "");
  add(d, LN_SIDE_NEW, "same");
  add(d, LN_SIDE_NEW, "");
  CU_ASSERT_EQUAL_FATAL(ln_difference_seal(d), LN_OK);
  CU_ASSERT_EQUAL(ln_difference_items(d, LN_SIDE_OLD), 3U);
  CU_ASSERT_EQUAL(ln_difference_items(d, LN_SIDE_NEW), 2U);
  CU_ASSERT_EQUAL(ln_difference_lacking(d, LN_SIDE_OLD), 2U);
  CU_ASSERT_EQUAL(ln_difference_lacking(d, LN_SIDE_NEW), 1U);
  expect(d, LN_SIDE_OLD, 0U);
  expect(d, LN_SIDE_OLD, 3U);
  expect(d, LN_SIDE_NEW, 1U);
  expect_end(d);
  ln_difference_free(d);
}

static void
nothing(void)
{
  ln_difference* d = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_difference_new(0U, &d), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_difference_seal(d), LN_OK);
  CU_ASSERT_EQUAL(ln_difference_items(d, LN_SIDE_OLD), 0U);
  expect_end(d);
  ln_difference_free(d);
  ln_difference_free(NULL);
}

/* Numbers up to 20,000: multiples of 7 are in the old sequence only, those of 11 in the new one
   only, those of both in neither; the smallest memory makes it spill. */
static void
many(void)
{
  enum { MOST = 20000 };
  ln_difference* d = NULL;
  static size_t  lacking[2][MOST];
  size_t         n[2]    = {0U, 0U};
  size_t         next[2] = {0U, 0U};
  char           item[24];
  CU_ASSERT_EQUAL_FATAL(ln_difference_new(0U, &d), LN_OK);
  for (size_t i = 0U; i < MOST; ++i) {
    const bool in[2] = {i % 11U != 0U, i % 7U != 0U};
    (void)snprintf(item, sizeof(item), "item %zu", i);
    for (size_t side = 0U; side < 2U; ++side) {
      if (in[side]) {
        add(d, side == 0U ? LN_SIDE_OLD : LN_SIDE_NEW, item);
        lacking[side][n[side]] = next[side];
        n[side] += in[1U - side] ? 0U : 1U;
        ++next[side];
      }
    }
  }
  CU_ASSERT_EQUAL_FATAL(ln_difference_seal(d), LN_OK);
  CU_ASSERT_EQUAL(ln_difference_items(d, LN_SIDE_OLD), next[0]);
  CU_ASSERT_EQUAL(ln_difference_lacking(d, LN_SIDE_NEW), n[1]);
  for (size_t side = 0U; side < 2U; ++side) {
    for (size_t i = 0U; i < n[side]; ++i) {
      expect(d, side == 0U ? LN_SIDE_OLD : LN_SIDE_NEW, lacking[side][i]);
    }
  }
  expect_end(d);
  CU_ASSERT_STRING_EQUAL(ln_difference_error(d), "");
  ln_difference_free(d);
}

static ln_status
use(ln_difference** const d)
{
  ln_side  side = LN_SIDE_OLD;
  uint64_t n    = 0U;
  LN_TRY(ln_difference_new(1U << 16U, d));
  LN_TRY(ln_difference_add(*d, LN_SIDE_OLD, LN_V("a")));
  LN_TRY(ln_difference_add(*d, LN_SIDE_NEW, LN_V("b")));
  LN_TRY(ln_difference_seal(*d));
  return ln_difference_next(*d, &side, &n);
}

static void
no_memory(void)
{
  ln_difference* d = NULL;
  CHECK_ALLOC_FAILURES(use(&d), ln_difference_free(d); d = NULL);
}

static const unit_test tests[] = {
  {"by hand", by_hand}, {"nothing", nothing}, {"many", many}, {"no memory", no_memory}};

UNIT_MAIN("difference", tests)
