/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Remarks come back by gravity, then by their order, then as they came. */

#include "dispute/remark.h"
#include "unit.h"

static ln_status
add(ln_remarks* const remarks, const size_t gravity, const uint64_t order, const char* const says)
{
  const ln_remark_item items[] = {
    {.thing = {"x:a", 3U}, .name = {"A", 1U}, .value = {"1", 1U}, .line = 4U},
    {.side = 1U, .thing = {"x:b", 3U}}};
  const ln_remark remark = {.gravity = gravity,
                            .order   = order,
                            .rule    = {"r", 1U},
                            .says    = ln_view_of(says),
                            .notes   = {[LN_NOTED_BY] = {"wd", 2U}},
                            .items   = items,
                            .n       = 2U};
  return ln_remarks_add(remarks, &remark);
}

static ln_status
fill(ln_remarks** const remarks)
{
  LN_TRY(ln_remarks_new(1U << 16U, remarks));
  LN_TRY(add(*remarks, LN_INFORMATION, 1U, "third"));
  LN_TRY(add(*remarks, LN_CONTRADICTION, 9U, "second"));
  LN_TRY(add(*remarks, LN_CONTRADICTION, 2U, "first"));
  return add(*remarks, LN_INFORMATION, 1U, "fourth");
}

static void
order(void)
{
  static const char* const says[]  = {"first", "second", "third", "fourth"};
  ln_remarks*              remarks = NULL;
  const ln_remark*         remark  = NULL;
  CU_ASSERT_EQUAL_FATAL(fill(&remarks), LN_OK);
  CU_ASSERT_EQUAL(ln_remarks_count(remarks, LN_CONTRADICTION), 2U);
  CU_ASSERT_EQUAL(ln_remarks_count(remarks, LN_TENSION), 0U);
  for (size_t i = 0U; i < 4U; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_remarks_next(remarks, &remark), LN_OK);
    CHECK_VIEW(remark->says, says[i]);
    CHECK_VIEW(remark->notes[LN_NOTED_BY], "wd");
    CU_ASSERT_EQUAL(remark->n, 2U);
    CHECK_VIEW(remark->items[0].value, "1");
    CU_ASSERT_EQUAL(remark->items[0].line, 4U);
    CHECK_VIEW(remark->items[1].thing, "x:b");
  }
  CU_ASSERT_EQUAL(ln_remarks_next(remarks, &remark), LN_END);
  CHECK_VIEW(ln_view_of(ln_remarks_error(remarks)), "");
  ln_remarks_free(remarks);
}

static ln_status
once(void)
{
  ln_remarks*      remarks = NULL;
  const ln_remark* remark  = NULL;
  ln_status        st      = fill(&remarks);
  st                       = st == LN_OK ? ln_remarks_next(remarks, &remark) : st;
  ln_remarks_free(remarks);
  return st;
}

static void
memory(void)
{
  CHECK_ALLOC_FAILURES(once(), (void)0);
}

static const unit_test tests[] = {{"order", order}, {"memory", memory}};

UNIT_MAIN("remark", tests)
