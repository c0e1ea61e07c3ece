/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rows through a lane: which are counted, which are put aside. */

#include "../map/fixture.h"
#include "run/lane.h"

#include "base/text.h"

static ln_status
put_aside(void* const self, const ln_row* const row)
{
  ln_text* const text = self;
  LN_TRY(ln_text_add(text, row->raw));
  return ln_text_add_byte(text, '|');
}

static void
rows(void)
{
  fixture         f;
  const fix_input input = {
    .json   = "{'@context': 'http://www.w3.org/ns/csvw', '~prefixes': {}, 'url': 't.csv',"
              "'dialect': {'commentPrefix': '#'}, 'tableSchema': {'aboutUrl': '{a}', 'columns': ["
              "{'name': 'a', 'required': true, 'propertyUrl': 'p'},"
              "{'name': 'b', 'datatype': 'integer', 'propertyUrl': 'q'}]}}",
    .tables = {{"t.csv", "a,b\n1,1\n"}}};
  CU_ASSERT_EQUAL_FATAL(fix_run(&f, &input), LN_OK);
  ln_in*        in    = NULL;
  ln_table*     table = NULL;
  const ln_row* row   = NULL;
  ln_text       aside = {0};
  ln_dialect    d;
  ln_dialect_default(&d);
  d.comment_prefix = LN_V("#");
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(LN_V("a,b\n1,1\n#c\n2,x\n3\n4,4\n"), &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, f.log, 0U, 0U, &table), LN_OK);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  ln_maker* const maker = ln_maker_new(f.plans[0], f.log);
  CU_ASSERT_PTR_NOT_NULL_FATAL(maker);
  ln_lane   lane = {.table  = table,
                    .maker  = maker,
                    .log    = f.log,
                    .sink   = f.sink,
                    .reject = put_aside,
                    .self   = &aside};
  ln_status st   = LN_OK;
  while (st == LN_OK) {
    st = ln_lane_next(&lane);
  }
  CU_ASSERT_EQUAL(st, LN_END);
  CU_ASSERT_EQUAL(lane.rows, 4U);
  CU_ASSERT_EQUAL(lane.number, 4U);
  CU_ASSERT_EQUAL(lane.reported, 2U);
  CHECK_VIEW(ln_text_view(&aside), "2,x|3|");
  ln_text_clear(&aside);
  ln_maker_free(maker);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  fix_clear(&f);
}

static const unit_test tests[] = {
  {"rows", rows},
};

UNIT_MAIN("run/lane", tests)
