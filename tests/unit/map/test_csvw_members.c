/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `members` (docs/mapping.md): names, paths, names of paths. */

#include "csvw_unit.h"

#define AT(rest) "tableSchema.columns[0]." EXT "members" rest

static void
test_list(void)
{
  reading r = {0};
  if (READ_CLEAN(&r, COLUMNS("{'name': 'a', '" EXT "members': ['id', 'place/city']}"))) {
    const ln_column* const column = &r.mapping->tables->columns[0];
    CU_ASSERT_EQUAL_FATAL(column->n_members, 2U);
    CHECK_VIEW(column->members[0].name, "id");
    CU_ASSERT_EQUAL_FATAL(column->members[0].path.n, 1U);
    CHECK_VIEW(column->members[0].path.v[0], "id");
    CHECK_VIEW(column->members[1].name, "city");
    CU_ASSERT_EQUAL_FATAL(column->members[1].path.n, 2U);
    CHECK_VIEW(column->members[1].path.v[0], "place");
    CHECK_VIEW(column->members[1].path.v[1], "city");
  }
  forget(&r);
}

static void
test_names(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 COLUMNS("{'name': 'a', '" EXT "members': {'who': 'id', 'town': 'place/city'}}"))) {
    const ln_column* const column = &r.mapping->tables->columns[0];
    CU_ASSERT_EQUAL_FATAL(column->n_members, 2U);
    CHECK_VIEW(column->members[0].name, "who");
    CHECK_VIEW(column->members[0].path.v[0], "id");
    CHECK_VIEW(column->members[1].name, "town");
    CHECK_VIEW(column->members[1].path.v[1], "city");
  }
  forget(&r);
}

static void
test_wrong(void)
{
  CHECK_FINDING(COLUMNS("{'" EXT "members': []}"), LN_L0402, AT(""));
  CHECK_FINDING(COLUMNS("{'" EXT "members': {}}"), LN_L0402, AT(""));
  CHECK_FINDING(COLUMNS("{'" EXT "members': 'id'}"), LN_L0402, AT(""));
  CHECK_FINDING(COLUMNS("{'" EXT "members': ['']}"), LN_L0402, AT("[0]"));
  CHECK_FINDING(COLUMNS("{'" EXT "members': {'a': 1}}"), LN_L0402, AT(".a"));
  CHECK_FINDING(
    COLUMNS("{'" EXT "members': ['a'], '" EXT "extract': '(?<a>.)'}"), LN_L0402, AT(""));
}

static ln_status
run_everything(reading* const r)
{
  return read_json(r,
                   COLUMNS("{'name': 'a', '" EXT "members': {'x': 'a/b'}}, {'name': 'b', '" EXT
                           "members': ['c']}"));
}

static void
test_no_memory(void)
{
  reading r = {0};
  CHECK_ALLOC_FAILURES(run_everything(&r), forget(&r));
}

static const unit_test tests[] = {
  {"list", test_list},
  {"names", test_names},
  {"wrong", test_wrong},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/csvw_members", tests)
