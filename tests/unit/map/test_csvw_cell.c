/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The extensions that say how a cell is read (docs/mapping.md). */

#include "csvw_unit.h"

#define AT(name) "tableSchema.columns[0]." EXT name

/* An array has its own separators; one that is inherited gives way. */
static void
test_array(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 TABLE("'separator': ';', 'tableSchema': {'columns': [{'name': 'a'},"
                       " {'name': 'b', '" EXT "array': 'json'},"
                       " {'name': 'c', 'separator': null, '" EXT "array': 'postgresql'}]}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CU_ASSERT_EQUAL(columns[0].array, LN_ARRAY_NONE);
    CU_ASSERT_EQUAL(columns[1].array, LN_ARRAY_JSON);
    CU_ASSERT_EQUAL(columns[2].array, LN_ARRAY_POSTGRESQL);
    CHECK_VIEW(columns[0].separator, ";");
    CU_ASSERT(!columns[1].separator.s && !columns[2].separator.s);
  }
  forget(&r);
  CHECK_FINDING(COLUMNS("{'" EXT "array': 'xml'}"), LN_L0402, AT("array"));
  CHECK_FINDING(COLUMNS("{'" EXT "array': true}"), LN_L0402, AT("array"));
  CHECK_FINDING(COLUMNS("{'separator': ';', '" EXT "array': 'json'}"), LN_L0402, AT("array"));
}

static void
test_fill_down(void)
{
  reading r = {0};
  if (READ_CLEAN(&r, COLUMNS("{'name': 'a', '" EXT "fillDown': true}, {'name': 'b'}"))) {
    CU_ASSERT(r.mapping->tables->columns[0].fill_down);
    CU_ASSERT(!r.mapping->tables->columns[1].fill_down);
  }
  forget(&r);
  CHECK_FINDING(COLUMNS("{'" EXT "fillDown': 'yes'}"), LN_L0409, AT("fillDown"));
  CHECK_FINDING(COLUMNS("{'virtual': true, '" EXT "fillDown': true}"), LN_L0402, AT("fillDown"));
}

static void
test_datatypes(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 TABLE("'datatype': 'integer', 'tableSchema': {'columns': [{'name': 'a', '" EXT
                       "datatypes': ['date', {'base': 'gYear'}]}, {'name': 'b', '" EXT
                       "datatypeColumn': 'a'}]}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CU_ASSERT_EQUAL_FATAL(columns[0].n_datatypes, 2U);
    CHECK_VIEW(columns[0].datatypes[0].base, "date");
    CHECK_VIEW(columns[0].datatypes[1].base, "gYear");
    CHECK_VIEW(columns[1].datatype_column, "a");
    CU_ASSERT_EQUAL(columns[1].n_datatypes, 0U);
  }
  forget(&r);
  CHECK_FINDING(COLUMNS("{'" EXT "datatypes': []}"), LN_L0402, AT("datatypes"));
  CHECK_FINDING(COLUMNS("{'" EXT "datatypes': 'date'}"), LN_L0402, AT("datatypes"));
  CHECK_FINDING(
    COLUMNS("{'datatype': 'date', '" EXT "datatypes': ['date']}"), LN_L0402, AT("datatypes"));
  CHECK_FINDING(COLUMNS("{'" EXT "datatypes': [1]}"), LN_L0409, AT("datatypes[0]"));
  CHECK_FINDING(COLUMNS("{'" EXT "datatypeColumn': ''}"), LN_L0402, AT("datatypeColumn"));
}

static void
test_words(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 COLUMNS("{'name': 'a', '" EXT "placeholders': 'x'},"
                         "{'name': 'b', 'separator': ',', '" EXT "protect': ['x', 'y']},"
                         "{'name': 'c', '" EXT "placeholders': {'words': ['x'], 'table': 't.csv',"
                         " 'value': '-'}}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CU_ASSERT_EQUAL(columns[0].placeholders->words.n, 1U);
    CU_ASSERT(!columns[0].placeholders->instead.s && !columns[0].protect);
    CU_ASSERT_EQUAL(columns[1].protect->words.n, 2U);
    CHECK_VIEW(columns[2].placeholders->table, "t.csv");
    CHECK_VIEW(columns[2].placeholders->instead, "-");
  }
  forget(&r);
  CHECK_FINDING(COLUMNS("{'" EXT "placeholders': 1}"), LN_L0402, AT("placeholders"));
  CHECK_FINDING(COLUMNS("{'" EXT "placeholders': {}}"), LN_L0402, AT("placeholders"));
  CHECK_FINDING(
    COLUMNS("{'" EXT "placeholders': {'table': 1}}"), LN_L0402, AT("placeholders.table"));
  CHECK_FINDING(COLUMNS("{'separator': ';', '" EXT "protect': {'words': 'a;b', 'value': 'x'}}"),
                LN_L0424,
                AT("protect.value"));
  CHECK_FINDING(COLUMNS("{'" EXT "protect': 'a;b'}"), LN_L0402, AT("protect"));
}

static void
test_separators(void)
{
  reading r = {0};
  if (READ_CLEAN(
        &r,
        COLUMNS("{'name': 'a', 'separator': ',', '" EXT "separators': [' & ', ' / '], '" EXT
                "brackets': true}, {'name': 'b', 'separator': ',', '" EXT "separators': ' & '}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CU_ASSERT_EQUAL(columns[0].separators.n, 2U);
    CHECK_VIEW(columns[0].separators.v[1], " / ");
    CU_ASSERT(columns[0].brackets && !columns[1].brackets);
    CU_ASSERT_EQUAL(columns[1].separators.n, 1U);
  }
  forget(&r);
  CHECK_FINDING(COLUMNS("{'" EXT "separators': '&'}"), LN_L0402, AT("separators"));
  CHECK_FINDING(COLUMNS("{'" EXT "brackets': true}"), LN_L0402, AT("brackets"));
  CHECK_FINDING(
    COLUMNS("{'separator': ';', '" EXT "separators': ['']}"), LN_L0402, AT("separators[0]"));
}

static void
test_pad_and_warn(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 COLUMNS("{'name': 'a', '" EXT "pad': 64, '" EXT "checkDigit': 'ISBN', '" EXT
                         "warn': 'odd'}, {'name': 'b'}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CU_ASSERT_EQUAL(columns[0].pad, 64U);
    CHECK_VIEW(columns[0].warning, "odd");
    CU_ASSERT_EQUAL(columns[0].check_digit, LN_CHECK_ISBN);
    CU_ASSERT_EQUAL(columns[1].check_digit, LN_CHECK_NONE);
    CU_ASSERT(columns[1].pad == 0U && !columns[1].warning.s);
  }
  forget(&r);
  CHECK_FINDING(COLUMNS("{'" EXT "pad': 0}"), LN_L0402, AT("pad"));
  CHECK_FINDING(COLUMNS("{'" EXT "pad': 65}"), LN_L0402, AT("pad"));
  CHECK_FINDING(COLUMNS("{'" EXT "pad': '2'}"), LN_L0402, AT("pad"));
  CHECK_FINDING(COLUMNS("{'" EXT "checkDigit': 'isbn'}"), LN_L0402, AT("checkDigit"));
  CHECK_FINDING(COLUMNS("{'" EXT "checkDigit': 1}"), LN_L0402, AT("checkDigit"));
  CHECK_FINDING(COLUMNS("{'" EXT "warn': ''}"), LN_L0402, AT("warn"));
}

static void
test_extract(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 COLUMNS("{'name': 'a', '" EXT "extract': '(?<x>.)'}, {'name': 'b', '" EXT
                         "extract': {'pattern': '.', 'noMatch': 'null'}}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CHECK_VIEW(columns[0].extract->pattern, "(?<x>.)");
    CU_ASSERT(!columns[0].extract->or_null && columns[1].extract->or_null);
  }
  forget(&r);
  CHECK_FINDING(COLUMNS("{'" EXT "extract': 1}"), LN_L0402, AT("extract"));
  CHECK_FINDING(COLUMNS("{'" EXT "extract': {'noMatch': 'null'}}"), LN_L0402, AT("extract"));
  CHECK_FINDING(
    COLUMNS("{'" EXT "extract': {'pattern': 'x', 'noMatch': 1}}"), LN_L0409, AT("extract.noMatch"));
}

static void
test_memory(void)
{
  check_memory(COLUMNS("{'name': 'a', 'separator': ';', '" EXT "protect': ['x;y'], '" EXT
                       "separators': ['&'], '" EXT "warn': 'odd', '" EXT
                       "datatypes': ['date', {'base': 'string', 'length': 3}], '" EXT
                       "placeholders': {'words': 'x', 'table': 'y', 'value': 'z'}, '" EXT
                       "extract': {'pattern': 'x'}, '" EXT "datatypeColumn': 'b'},"
                       "{'name': 'b', '" EXT "array': 'json'}"),
               LN_OK);
}

static const unit_test tests[] = {
  {"array", test_array},
  {"fill down", test_fill_down},
  {"datatypes", test_datatypes},
  {"words", test_words},
  {"separators", test_separators},
  {"pad and warn", test_pad_and_warn},
  {"extract", test_extract},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_cell", tests, sizeof(tests) / sizeof(tests[0]));
}
