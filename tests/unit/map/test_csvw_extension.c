/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The extension properties of documents, tables and columns (docs/mapping.md). */

#include "csvw_unit.h"

static void
test_document(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 "{" CTX ", 'url': 't.csv', '" EXT "base': 'https://e.org/',"
                 " '" EXT "prefixes': {'ex': 'https://e.org/v#', '': 'p/'},"
                 " '" EXT "headers': 'byName', '" EXT "group': true, '" EXT "layers': true}")) {
    CHECK_VIEW(r.mapping->base, "https://e.org/");
    CU_ASSERT_EQUAL_FATAL(r.mapping->n_prefixes, 2U);
    CHECK_VIEW(r.mapping->prefixes[0][0], "ex");
    CHECK_VIEW(r.mapping->prefixes[0][1], "https://e.org/v#");
    CHECK_VIEW(r.mapping->prefixes[1][0], "");
    CHECK_VIEW(r.mapping->prefixes[1][1], "p/");
    CU_ASSERT(r.mapping->by_name && r.mapping->group && r.mapping->layered);
  }
  forget(&r);
  if (READ_CLEAN(&r, "{" CTX ", '" EXT "group': true, 'tables': [{'url': 'a'}]}")) {
    CU_ASSERT(r.mapping->group && !r.mapping->by_name && !r.mapping->layered);
  }
  forget(&r);
  CHECK_FINDING(TABLE("'" EXT "headers': 'byname'"), LN_L0409, EXT "headers");
  CHECK_FINDING(TABLE("'" EXT "group': 1"), LN_L0409, EXT "group");
  CHECK_FINDING(TABLE("'" EXT "base': 'relative'"), LN_L0402, EXT "base");
  CHECK_FINDING(TABLE("'" EXT "base': 1"), LN_L0402, EXT "base");
  CHECK_FINDING(TABLE("'" EXT "prefixes': 'x'"), LN_L0402, EXT "prefixes");
  CHECK_FINDING(TABLE("'" EXT "prefixes': {'x': 1}"), LN_L0402, EXT "prefixes.x");
}

/* They may stand on the table or on its schema. */
static void
test_table(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 TABLE("'" EXT "optional': true, '" EXT "names': ['a', 'b'], '" EXT
                       "expose': 'c', 'tableSchema': {"
                       "'" EXT "merge': true, '" EXT "key': [['a', 'b?'], ['c|d']]}"))) {
    const ln_table_map* const table = r.mapping->tables;
    CU_ASSERT(table->optional && table->merge);
    CU_ASSERT(!table->gather.s);
    CU_ASSERT_EQUAL(table->names.n, 2U);
    CHECK_VIEW(table->names.v[1], "b");
    CU_ASSERT_EQUAL(table->expose.n, 1U);
    CHECK_VIEW(table->expose.v[0], "c");
    CU_ASSERT_EQUAL_FATAL(table->n_keys, 2U);
    CU_ASSERT_EQUAL(table->keys[0].components.n, 2U);
    CHECK_VIEW(table->keys[0].components.v[1], "b?");
    CHECK_VIEW(table->keys[1].components.v[0], "c|d");
  }
  forget(&r);
  if (READ_CLEAN(&r, TABLE("'" EXT "key': ['a', 'b']"))) {
    CU_ASSERT_EQUAL(r.mapping->tables->n_keys, 1U);
    CU_ASSERT_EQUAL(r.mapping->tables->keys[0].components.n, 2U);
    CU_ASSERT(!r.mapping->tables->optional && !r.mapping->tables->merge);
    CU_ASSERT_EQUAL(r.mapping->tables->names.n, 0U);
  }
  forget(&r);
  CHECK_FINDING(TABLE("'" EXT "optional': 'yes'"), LN_L0409, EXT "optional");
  CHECK_FINDING(TABLE("'" EXT "names': []"), LN_L0402, EXT "names");
  CHECK_FINDING(TABLE("'" EXT "names': ['a', '']"), LN_L0402, EXT "names[1]");
  CHECK_FINDING(TABLE("'" EXT "key': 'a'"), LN_L0402, EXT "key");
  CHECK_FINDING(TABLE("'" EXT "key': []"), LN_L0402, EXT "key");
  CHECK_FINDING(TABLE("'" EXT "key': [['a'], 'b']"), LN_L0402, EXT "key[1]");
  CHECK_FINDING(TABLE("'" EXT "key': [['a'], []]"), LN_L0402, EXT "key[1]");
}

static void
test_column(void)
{
  reading r = {0};
  if (READ_CLEAN(
        &r,
        COLUMNS("{'name': 'a', '" EXT "each': true, '" EXT "slug': true,"
                " '" EXT "layer': 'evidence', '" EXT "once': true, '" EXT "value': '{b} {c}'},"
                " {'name': 'b', '" EXT "layer': ['facts', 'shortcuts'],"
                " '" EXT "value': ['{a}', 'x']}, {'name': 'c', '" EXT "langColumn': 'a'}"))) {
    const ln_column* const columns = r.mapping->tables->columns;
    CU_ASSERT(columns[0].each && columns[0].slug && !columns[1].each && !columns[1].slug);
    CU_ASSERT(columns[0].once && !columns[1].once);
    CU_ASSERT_EQUAL(columns[0].layer, LN_LAYER_EVIDENCE);
    CU_ASSERT_EQUAL(columns[1].layer, LN_LAYER_FACTS | LN_LAYER_SHORTCUTS);
    CU_ASSERT_EQUAL(columns[2].layer, LN_LAYER_FACTS);
    CHECK_VIEW(columns[2].lang_column, "a");
    CU_ASSERT(!columns[0].lang_column.s);
    CU_ASSERT_EQUAL(columns[0].values.n, 1U);
    CHECK_VIEW(columns[0].values.v[0], "{b} {c}");
    CU_ASSERT_EQUAL(columns[1].values.n, 2U);
    CHECK_VIEW(columns[1].values.v[1], "x");
  }
  forget(&r);
  CHECK_FINDING(COLUMNS("{'" EXT "each': 'yes'}"), LN_L0402, "tableSchema.columns[0]." EXT "each");
  CHECK_FINDING(COLUMNS("{'" EXT "each': 1}"), LN_L0409, "tableSchema.columns[0]." EXT "each");
  CHECK_FINDING(COLUMNS("{'" EXT "graph': ''}"), LN_L0402, "tableSchema.columns[0]." EXT "graph");
  CHECK_FINDING(COLUMNS("{'" EXT "source': 1}"), LN_L0402, "tableSchema.columns[0]." EXT "source");
  CHECK_FINDING(TABLE("'" EXT "source': []"), LN_L0402, EXT "source");
  CHECK_FINDING(COLUMNS("{'" EXT "value': 1}"), LN_L0402, "tableSchema.columns[0]." EXT "value");
  CHECK_FINDING(
    COLUMNS("{'" EXT "layer': 'fact'}"), LN_L0402, "tableSchema.columns[0]." EXT "layer");
  CHECK_FINDING(COLUMNS("{'" EXT "layer': 1}"), LN_L0402, "tableSchema.columns[0]." EXT "layer");
}

/* Beside another list; graph and source of a column, or of the table. */
static void
test_templates(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 TABLE("'" EXT "graph': 'g/{a}', 'tableSchema': {'" EXT "source': 's',"
                       " 'columns': [{'name': 'a', 'separator': ';', '" EXT "each': true},"
                       " {'name': 'b', 'separator': ';', '" EXT "each': 'a', '" EXT
                       "graph': 'h', '" EXT "source': '{+b}'}]}"))) {
    const ln_table_map* const table = r.mapping->tables;
    CHECK_VIEW(table->graph, "g/{a}");
    CHECK_VIEW(table->source, "s");
    CHECK_VIEW(table->columns[1].graph, "h");
    CHECK_VIEW(table->columns[1].source, "{+b}");
    CHECK_VIEW(table->columns[1].beside, "a");
    CU_ASSERT(table->columns[1].each && table->columns[0].each && !table->columns[0].beside.s);
    CU_ASSERT(!table->columns[0].graph.s && !table->columns[0].source.s);
  }
  forget(&r);
}

static void
test_memory(void)
{
  check_memory(TABLE("'" EXT "base': 'https://e.org/', '" EXT "prefixes': {'a': 'b'},"
                     " '" EXT "names': 'a', '" EXT "key': [['a'], ['b']], 'tableSchema':"
                     " {'columns': [{'name': 'a', '" EXT "value': 'x', '" EXT "layer': 'facts'}]}"),
               LN_OK);
  check_memory(TABLE("'" EXT "base': 'x', '" EXT "headers': 'x'"), LN_USAGE);
}

static const unit_test tests[] = {
  {"document", test_document},
  {"table", test_table},
  {"column", test_column},
  {"templates", test_templates},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_extension", tests, sizeof(tests) / sizeof(tests[0]));
}
