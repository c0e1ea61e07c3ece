/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Tables that are cut from XML and JSON, as docs/mapping.md has them: what a mapping says of them
   becomes part of the dialect, and what cannot be meant is refused at its place. */

#include "csvw_unit.h"
#include "table/tree_path.h"

#define XML(rows, columns)                                                                         \
  TABLE("'" EXT "format': 'xml', '" EXT "rows': '" rows "', 'tableSchema': {'columns': [" columns  \
        "]}")
#define JSON(rows, columns)                                                                        \
  TABLE("'" EXT "format': 'json', '" EXT "rows': '" rows "', 'tableSchema': {'columns': [" columns \
        "]}")

static const ln_tree_spec*
spec_of(const reading* const r)
{
  CU_ASSERT_FATAL(r->mapping && r->mapping->tables[0].has_dialect);
  const ln_dialect* const dialect = &r->mapping->tables[0].dialect;
  CU_ASSERT_PTR_NOT_NULL_FATAL(dialect->tree);
  CU_ASSERT_EQUAL(dialect->header_rows, 0U);
  return dialect->tree;
}

static void
test_rows(void)
{
  reading r = {0};
  CU_ASSERT(READ_CLEAN(&r, XML("/shop/disc", "{'name': 'a'}")));
  const ln_tree_spec* const xml = spec_of(&r);
  CU_ASSERT_EQUAL(xml->format, LN_TREE_XML);
  CHECK_VIEW(xml->text, "/shop/disc");
  CU_ASSERT_EQUAL_FATAL(xml->rows.n, 2U);
  CHECK_VIEW(xml->rows.steps[1].name, "disc");
  CU_ASSERT_EQUAL(xml->record, 2U);
  forget(&r);
  CU_ASSERT(READ_CLEAN(&r, JSON("/", "{'name': 'a'}")));
  CU_ASSERT_EQUAL(spec_of(&r)->format, LN_TREE_JSON);
  CU_ASSERT_EQUAL(spec_of(&r)->rows.n, 0U);
  forget(&r);
}

/* A path, else the first title, else the name, be it no path at all; virtual columns are not cut
   from anything. */
static void
test_columns(void)
{
  reading r = {0};
  CU_ASSERT(READ_CLEAN(&r,
                       XML("/a/b",
                           "{'name': 'one', '" EXT "path': '../@id'},"
                           "{'name': 'two', 'titles': ['x/y', 'z']},"
                           "{'name': 'three', '" EXT "array': 'json'},"
                           "{'name': 'four', 'virtual': true, 'propertyUrl': 'p',"
                           " 'valueUrl': 'v'}")));
  const ln_tree_spec* const spec = spec_of(&r);
  CU_ASSERT_EQUAL_FATAL(spec->n, 3U);
  CU_ASSERT_EQUAL(spec->columns[0].path.up, 1U);
  CHECK_VIEW(spec->columns[0].path.attribute, "id");
  CHECK_VIEW(spec->columns[0].text, "../@id");
  CU_ASSERT_EQUAL_FATAL(spec->columns[1].path.n, 1U);
  CHECK_VIEW(spec->columns[1].path.steps[0].name, "x/y");
  CU_ASSERT_FALSE(spec->columns[1].list);
  CHECK_VIEW(spec->columns[2].path.steps[0].name, "three");
  CU_ASSERT_TRUE(spec->columns[2].list);
  CU_ASSERT_EQUAL(spec->up, 1U);
  forget(&r);
}

/* An element above the row is kept whole, an attribute is not. */
static void
test_record(void)
{
  reading r = {0};
  CU_ASSERT(READ_CLEAN(&r, XML("/a/b/c", "{'name': 'x', '" EXT "path': '../../@id'}")));
  CU_ASSERT_EQUAL(spec_of(&r)->record, 3U);
  forget(&r);
  CU_ASSERT(READ_CLEAN(&r, XML("/a/b/c", "{'name': 'x', '" EXT "path': '../id'}")));
  CU_ASSERT_EQUAL(spec_of(&r)->record, 2U);
  forget(&r);
}

static void
test_apart(void)
{
  CHECK_FINDING(TABLE("'" EXT "format': 'xml'"), LN_L0451, EXT "format");
  CHECK_FINDING(TABLE("'" EXT "rows': '/a'"), LN_L0451, EXT "rows");
  CHECK_FINDING(TABLE("'" EXT "format': 'yaml', '" EXT "rows': '/a'"), LN_L0402, EXT "format");
  CHECK_FINDING(TABLE("'" EXT "format': 1, '" EXT "rows': '/a'"), LN_L0402, EXT "format");
  CHECK_FINDING(TABLE("'" EXT "format': 'xml', '" EXT "rows': '/a'"), LN_L0451, "");
  CHECK_FINDING(COLUMNS("{'name': 'a', '" EXT "path': 'b'}"), LN_L0451, "");
}

static void
test_paths(void)
{
  CHECK_FINDING(XML("a", "{'name': 'x'}"), LN_L0450, EXT "rows");
  CHECK_FINDING(XML("/a[1]", "{'name': 'x'}"), LN_L0450, EXT "rows");
  CHECK_FINDING(XML("/a", "{'name': 'x', '" EXT "path': 'b['}"),
                LN_L0450,
                "tableSchema.columns[0]." EXT "path");
  CHECK_FINDING(
    XML("/a", "{'name': 'x', '" EXT "path': '../../b'}"), LN_L0450, "tableSchema.columns[0]");
  CHECK_FINDING(XML("/a",
                    "{'name': 'y'}, {'name': 'x', 'virtual': true, 'propertyUrl': 'p',"
                    " '" EXT "path': 'b'}"),
                LN_L0402,
                "tableSchema.columns[1]." EXT "path");
}

static void
test_memory(void)
{
  check_memory(JSON("/a/b", "{'name': 'x', '" EXT "path': '../c[d=1]/@e?'}, {'name': 'y'}"),
               LN_USAGE);
  check_memory(XML("/a/b", "{'name': 'x', '" EXT "path': '../c[2]/@e?'}, {'name': 'y'}"), LN_OK);
}

static const unit_test tests[] = {
  {"rows", test_rows},
  {"columns", test_columns},
  {"record", test_record},
  {"format and rows apart", test_apart},
  {"paths", test_paths},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_tree", tests, sizeof(tests) / sizeof(tests[0]));
}
