/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The extensions `when`, `require` and `compare` (docs/mapping.md): what is not tested is -1 or
 * empty. */

#include "csvw_unit.h"

#define WHEN "tableSchema.columns[0]." EXT "when"

static void
test_name(void)
{
  reading r = {0};
  if (READ_CLEAN(&r, COLUMNS("{'name': 'a', '" EXT "when': 'b'}, {'name': 'b'}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CU_ASSERT_EQUAL_FATAL(columns[0].n_whens, 1U);
    CHECK_VIEW(columns[0].whens->variable, "b");
    CU_ASSERT_EQUAL(columns[0].whens->present, 1);
    CU_ASSERT(columns[0].whens->many == -1 && columns[0].whens->minted == -1);
    CU_ASSERT(columns[0].whens->in.n == 0U && columns[0].whens->not_in.n == 0U);
    CU_ASSERT_EQUAL(columns[1].n_whens, 0U);
  }
  forget(&r);
}

static void
test_tests(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 COLUMNS("{'name': 'a', '" EXT "when': ['z', {'column': 'b', 'equals': 'x'},"
                         " {'column': 'c.range', 'in': ['x', ''], 'notEquals': 'y'},"
                         " {'column': 'd', 'notIn': ['p', 'q'], 'present': false},"
                         " {'column': 'e', 'many': true, 'minted': false}, {'column': 'f'}]}"))) {
    const ln_column* const a = r.mapping->tables->columns;
    CU_ASSERT_EQUAL_FATAL(a->n_whens, 6U);
    CHECK_VIEW(a->whens[0].variable, "z");
    CHECK_VIEW(a->whens[1].variable, "b");
    CU_ASSERT_EQUAL(a->whens[1].in.n, 1U);
    CHECK_VIEW(a->whens[1].in.v[0], "x");
    CU_ASSERT_EQUAL(a->whens[1].present, -1);
    CHECK_VIEW(a->whens[2].variable, "c.range");
    CU_ASSERT_EQUAL(a->whens[2].in.n, 2U);
    CHECK_VIEW(a->whens[2].in.v[1], "");
    CHECK_VIEW(a->whens[2].not_in.v[0], "y");
    CU_ASSERT_EQUAL(a->whens[3].not_in.n, 2U);
    CU_ASSERT_EQUAL(a->whens[3].present, 0);
    CU_ASSERT(a->whens[4].many == 1 && a->whens[4].minted == 0 && a->whens[4].present == -1);
    CU_ASSERT_EQUAL(a->whens[5].present, 1);
  }
  forget(&r);
}

static void
test_wrong(void)
{
  CHECK_FINDING(COLUMNS("{'" EXT "when': 1}"), LN_L0402, WHEN);
  CHECK_FINDING(COLUMNS("{'" EXT "when': ''}"), LN_L0402, WHEN);
  CHECK_FINDING(COLUMNS("{'" EXT "when': ['a', 1]}"), LN_L0402, WHEN "[1]");
  CHECK_FINDING(COLUMNS("{'" EXT "when': {}}"), LN_L0402, WHEN ".column");
  CHECK_FINDING(COLUMNS("{'" EXT "when': {'column': 1}}"), LN_L0402, WHEN ".column");
  CHECK_FINDING(COLUMNS("{'" EXT "when': {'column': 'a', 'equals': 1}}"), LN_L0402, WHEN ".equals");
  CHECK_FINDING(COLUMNS("{'" EXT "when': {'column': 'a', 'in': 'x'}}"), LN_L0402, WHEN ".in");
  CHECK_FINDING(COLUMNS("{'" EXT "when': {'column': 'a', 'notIn': []}}"), LN_L0402, WHEN ".notIn");
  CHECK_FINDING(COLUMNS("{'" EXT "when': {'column': 'a', 'in': ['x', 1]}}"), LN_L0402, WHEN ".in");
  CHECK_FINDING(
    COLUMNS("{'" EXT "when': {'column': 'a', 'equals': 'x', 'in': ['y']}}"), LN_L0402, WHEN ".in");
  CHECK_FINDING(COLUMNS("{'" EXT "when': {'column': 'a', 'many': 1}}"), LN_L0402, WHEN ".many");
  CHECK_FINDING(COLUMNS("{'" EXT "when': {'column': 'a', 'equal': 'x'}}"), LN_L0424, WHEN ".equal");
}

static void
test_require(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 TABLE("'" EXT "require': [{'anyOf': ['a', 'b']},"
                       " {'anyOf': 'c', 'when': {'column': 'd', 'equals': 'e'}}]"))) {
    const ln_table_map* const table = r.mapping->tables;
    CU_ASSERT_EQUAL_FATAL(table->n_requirements, 2U);
    CU_ASSERT_EQUAL(table->requirements[0].any_of.n, 2U);
    CHECK_VIEW(table->requirements[0].any_of.v[1], "b");
    CU_ASSERT_EQUAL(table->requirements[0].n_whens, 0U);
    CHECK_VIEW(table->requirements[1].any_of.v[0], "c");
    CU_ASSERT_EQUAL_FATAL(table->requirements[1].n_whens, 1U);
    CHECK_VIEW(table->requirements[1].whens->variable, "d");
  }
  forget(&r);
  CHECK_FINDING(TABLE("'" EXT "require': {'anyOf': 'a'}"), LN_L0402, EXT "require");
  CHECK_FINDING(TABLE("'" EXT "require': ['a']"), LN_L0402, EXT "require[0]");
  CHECK_FINDING(TABLE("'" EXT "require': [{}]"), LN_L0402, EXT "require[0].anyOf");
  CHECK_FINDING(TABLE("'" EXT "require': [{'anyOf': []}]"), LN_L0402, EXT "require[0].anyOf");
  CHECK_FINDING(
    TABLE("'" EXT "require': [{'anyOf': 'a', 'when': 1}]"), LN_L0402, EXT "require[0].when");
}

static void
test_compare(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 TABLE("'" EXT "compare': [{'column': 'a', 'notBefore': 'b'},"
                       " {'column': 'c', 'after': 'd', 'warn': 'odd', 'when': 'e'}]"))) {
    const ln_table_map* const table = r.mapping->tables;
    CU_ASSERT_EQUAL_FATAL(table->n_comparisons, 2U);
    CHECK_VIEW(table->comparisons[0].column, "a");
    CHECK_VIEW(table->comparisons[0].other, "b");
    CU_ASSERT_FALSE(table->comparisons[0].after);
    CU_ASSERT_PTR_NULL(table->comparisons[0].warning.s);
    CHECK_VIEW(table->comparisons[1].other, "d");
    CU_ASSERT_TRUE(table->comparisons[1].after);
    CHECK_VIEW(table->comparisons[1].warning, "odd");
    CU_ASSERT_EQUAL(table->comparisons[1].n_whens, 1U);
  }
  forget(&r);
  CHECK_FINDING(TABLE("'" EXT "compare': {'column': 'a'}"), LN_L0402, EXT "compare");
  CHECK_FINDING(TABLE("'" EXT "compare': ['a']"), LN_L0402, EXT "compare[0]");
  CHECK_FINDING(TABLE("'" EXT "compare': [{'column': 'a'}]"), LN_L0402, EXT "compare[0]");
  CHECK_FINDING(TABLE("'" EXT "compare': [{'notBefore': 'a'}]"), LN_L0402, EXT "compare[0]");
  CHECK_FINDING(TABLE("'" EXT "compare': [{'column': 'a', 'notBefore': 'b', 'after': 'c'}]"),
                LN_L0402,
                EXT "compare[0]");
  CHECK_FINDING(
    TABLE("'" EXT "compare': [{'column': 'a', 'after': ''}]"), LN_L0402, EXT "compare[0].after");
  CHECK_FINDING(TABLE("'" EXT "compare': [{'column': 'a', 'after': 'b', 'warn': 1}]"),
                LN_L0402,
                EXT "compare[0].warn");
  CHECK_FINDING(TABLE("'" EXT "compare': [{'column': 'a', 'before': 'b', 'after': 'c'}]"),
                LN_L0424,
                EXT "compare[0].before");
}

static void
test_memory(void)
{
  check_memory(
    TABLE("'" EXT "compare': [{'column': 'a', 'notBefore': 'b', 'warn': 'w', 'when': 'c'}]"),
    LN_OK);
  check_memory(TABLE("'" EXT "require': [{'anyOf': ['a', 'b'], 'when': {'column': 'c',"
                     " 'in': ['x'], 'notEquals': 'y'}}]"),
               LN_OK);
}

static const unit_test tests[] = {
  {"name", test_name},
  {"tests", test_tests},
  {"wrong", test_wrong},
  {"require", test_require},
  {"compare", test_compare},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_condition", tests, sizeof(tests) / sizeof(tests[0]));
}
