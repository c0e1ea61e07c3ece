/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The extensions `lookup` and `valueMap` (docs/mapping.md). */

#include "csvw_unit.h"

#define LOOKUP "tableSchema.columns[0]." EXT "lookup"
#define MAP "tableSchema.columns[0]." EXT "valueMap"

static void
test_lookup(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 COLUMNS("{'name': 'a', '" EXT "lookup': 'a.csv'},"
                         " {'name': 'b', '" EXT "lookup': ['a.csv', 'b.csv']},"
                         " {'name': 'c', '" EXT "lookup': {'tables': ['c.csv'], 'under': 'p/',"
                         " 'paths': ['q', 'r'], 'mint': 'm/{_slug}'}}, {'name': 'd'}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CU_ASSERT_FATAL(columns[0].lookup && columns[1].lookup && columns[2].lookup);
    CU_ASSERT(!columns[3].lookup && !columns[0].value_map);
    CU_ASSERT_EQUAL(columns[0].lookup->tables.n, 1U);
    CHECK_VIEW(columns[0].lookup->tables.v[0], "a.csv");
    CU_ASSERT(!columns[0].lookup->under.s && !columns[0].lookup->mint.s);
    CHECK_VIEW(columns[1].lookup->tables.v[1], "b.csv");
    CHECK_VIEW(columns[2].lookup->tables.v[0], "c.csv");
    CHECK_VIEW(columns[2].lookup->under, "p/");
    CU_ASSERT_EQUAL(columns[2].lookup->paths.n, 2U);
    CHECK_VIEW(columns[2].lookup->paths.v[1], "r");
    CHECK_VIEW(columns[2].lookup->mint, "m/{_slug}");
    CU_ASSERT(!columns[2].lookup->may_mint && !columns[2].lookup->value.s);
  }
  forget(&r);
}

static void
test_value_map(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 COLUMNS("{'name': 'a', '" EXT "valueMap': {'table': 'a.csv', 'value': 'v/{n}',"
                         " 'mint': 'm/{_slug}', 'mintOnRequest': true}},"
                         " {'name': 'b', '" EXT "valueMap': {'tables': ['a.csv', 'b.csv']}}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CU_ASSERT_FATAL(columns[0].value_map && columns[1].value_map && !columns[0].lookup);
    CHECK_VIEW(columns[0].value_map->tables.v[0], "a.csv");
    CHECK_VIEW(columns[0].value_map->value, "v/{n}");
    CHECK_VIEW(columns[0].value_map->mint, "m/{_slug}");
    CU_ASSERT(columns[0].value_map->may_mint && !columns[1].value_map->may_mint);
    CU_ASSERT_EQUAL(columns[1].value_map->tables.n, 2U);
  }
  forget(&r);
}

static void
test_wrong(void)
{
  CHECK_FINDING(COLUMNS("{'" EXT "lookup': 1}"), LN_L0402, LOOKUP);
  CHECK_FINDING(COLUMNS("{'" EXT "lookup': []}"), LN_L0402, LOOKUP);
  CHECK_FINDING(COLUMNS("{'" EXT "lookup': {}}"), LN_L0402, LOOKUP ".table");
  CHECK_FINDING(COLUMNS("{'" EXT "lookup': {'tables': 1}}"), LN_L0402, LOOKUP ".tables");
  CHECK_FINDING(
    COLUMNS("{'" EXT "lookup': {'table': 'a', 'tables': ['b']}}"), LN_L0402, LOOKUP ".tables");
  CHECK_FINDING(
    COLUMNS("{'" EXT "lookup': {'table': 'a', 'paths': 1}}"), LN_L0402, LOOKUP ".paths");
  CHECK_FINDING(COLUMNS("{'" EXT "lookup': {'table': 'a', 'mint': 1}}"), LN_L0402, LOOKUP ".mint");
  CHECK_FINDING(
    COLUMNS("{'" EXT "lookup': {'table': 'a', 'under': ''}}"), LN_L0402, LOOKUP ".under");
  CHECK_FINDING(
    COLUMNS("{'" EXT "lookup': {'table': 'a', 'value': 'x'}}"), LN_L0424, LOOKUP ".value");
  CHECK_FINDING(COLUMNS("{'" EXT "valueMap': 'a.csv'}"), LN_L0402, MAP);
  CHECK_FINDING(COLUMNS("{'" EXT "valueMap': {'value': 'x'}}"), LN_L0402, MAP ".table");
  CHECK_FINDING(COLUMNS("{'" EXT "valueMap': {'table': 'a', 'value': 1}}"), LN_L0402, MAP ".value");
  CHECK_FINDING(
    COLUMNS("{'" EXT "valueMap': {'table': 'a', 'under': 'x'}}"), LN_L0424, MAP ".under");
  CHECK_FINDING(COLUMNS("{'" EXT "valueMap': {'table': 'a', 'mintOnRequest': 1}}"),
                LN_L0409,
                MAP ".mintOnRequest");
}

static void
test_memory(void)
{
  check_memory(COLUMNS("{'" EXT "lookup': {'tables': ['a', 'b'], 'mint': 'm', 'paths': ['p']},"
                       " '" EXT "valueMap': {'table': 'a', 'value': 'v'}}"),
               LN_OK);
}

static const unit_test tests[] = {
  {"lookup", test_lookup},
  {"value map", test_value_map},
  {"wrong", test_wrong},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_reference", tests, sizeof(tests) / sizeof(tests[0]));
}
