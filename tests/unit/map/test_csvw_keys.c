/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Primary and foreign keys ("Metadata Vocabulary for Tabular Data", sections 5.1.5, 5.5 and 5.5.2;
   W3C tests 034, 097, 108, 251, 253, 272). */

#include "csvw_unit.h"

#define KEY "tables[1].tableSchema.foreignKeys[0]"

/** Two tables; the second has this foreign key. */
#define KEYED(key)                                                                                 \
  "{" CTX ", 'tables': [{'url': 'a.csv', 'tableSchema': {'@id': 'http://e.org/s',"                 \
  " 'columns': [{'name': 'id'}, {'name': 'x'}]}},"                                                 \
  " {'url': 'b.csv', 'tableSchema': {'columns': [{'name': 'r'}, {'name': 's'}],"                   \
  " 'foreignKeys': [" key "]}}]}"

static void
test_primary(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 TABLE("'tableSchema': {'columns': [{'name': 'a'}, {'titles': 'B c'}],"
                       " 'primaryKey': ['a', 'B%20c'], 'rowTitles': 'a'}"))) {
    const ln_table_map* const table = r.mapping->tables;
    CU_ASSERT_EQUAL(table->primary_key.n, 2U);
    CHECK_VIEW(table->primary_key.v[1], "B%20c");
    CU_ASSERT_EQUAL(table->row_titles.n, 1U);
    CHECK_VIEW(table->row_titles.v[0], "a");
  }
  forget(&r);
  /* the columns may be described by the header alone */
  if (READ_CLEAN(&r, TABLE("'tableSchema': {'primaryKey': 'a'}"))) {
    CHECK_VIEW(r.mapping->tables->primary_key.v[0], "a");
  }
  forget(&r);
  CHECK_FINDING(TABLE("'tableSchema': {'primaryKey': 1}"), LN_L0409, "tableSchema.primaryKey");
  CHECK_FINDING(TABLE("'tableSchema': {'primaryKey': []}"), LN_L0409, "tableSchema.primaryKey");
  CHECK_FINDING(
    TABLE("'tableSchema': {'primaryKey': ['a', 1]}"), LN_L0409, "tableSchema.primaryKey");
  CHECK_FINDING(TABLE("'tableSchema': {'columns': [{'name': 'a'}], 'primaryKey': 'b'}"),
                LN_L0411,
                "tableSchema.primaryKey");
  CHECK_FINDING(TABLE("'tableSchema': {'columns': [{'name': 'a'}], 'rowTitles': ['a', 'b']}"),
                LN_L0411,
                "tableSchema.rowTitles");
  CU_ASSERT_EQUAL(
    read_json(&r, TABLE("'tableSchema': {'columns': [{'name': 'a'}], 'primaryKey': ['a', 'b']}")),
    LN_OK);
  CU_ASSERT_EQUAL(r.mapping->tables->primary_key.n, 0U);
  forget(&r);
}

static void
check_key(const char* const json)
{
  reading r = {0};
  if (READ_CLEAN(&r, json)) {
    const ln_table_map* const table = &r.mapping->tables[1];
    CU_ASSERT_EQUAL(r.mapping->tables[0].n_foreign_keys, 0U);
    CU_ASSERT_EQUAL_FATAL(table->n_foreign_keys, 1U);
    const ln_foreign_key* const key = table->foreign_keys;
    CHECK_VIEW(key->columns.v[0], "r");
    CHECK_VIEW(key->referenced.v[0], "id");
    CU_ASSERT_EQUAL(key->table, 0U);
    CHECK_VIEW(key->path, KEY);
  }
  forget(&r);
}

static void
test_foreign(void)
{
  check_key(KEYED("{'columnReference': 'r', 'reference':"
                  " {'resource': 'a.csv', 'columnReference': ['id']}}"));
  check_key(KEYED("{'columnReference': ['r', 's'], 'reference':"
                  " {'resource': './a.csv', 'columnReference': ['id', 'x']}}"));
  check_key(KEYED("{'columnReference': 'r', 'reference':"
                  " {'schemaReference': 'http://e.org/s', 'columnReference': 'id'}}"));
}

/* URLs mean the same with and without the @base they are resolved against. */
static void
test_base(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 "{'@context': ['http://www.w3.org/ns/csvw', {'@base': 'http://e.org/d/'}],"
                 " 'url': 'a.csv', 'tableSchema': {'columns': [{'name': 'id'}, {'name': 'up'}],"
                 " 'foreignKeys': [{'columnReference': 'up', 'reference':"
                 " {'resource': 'http://e.org/d/a.csv', 'columnReference': 'id'}}]}}")) {
    CHECK_VIEW(r.mapping->url_base, "http://e.org/d/");
    CU_ASSERT_EQUAL(r.mapping->tables->foreign_keys->table, 0U);
  }
  forget(&r);
}

static void
test_wrong(void)
{
  CHECK_FINDING(TABLE("'tableSchema': {'foreignKeys': 1}"), LN_L0409, "tableSchema.foreignKeys");
  CHECK_FINDING(KEYED("1"), LN_L0409, KEY);
  CHECK_FINDING(KEYED("{'columnReference': 'r', 'reference': 1}"), LN_L0402, KEY ".reference");
  CHECK_FINDING(KEYED("{'columnReference': 'q', 'reference':"
                      " {'resource': 'a.csv', 'columnReference': 'id'}}"),
                LN_L0404,
                KEY ".columnReference");
  CHECK_FINDING(KEYED("{'columnReference': 'r', 'reference':"
                      " {'resource': 'a.csv', 'columnReference': 'nope'}}"),
                LN_L0404,
                KEY);
  CHECK_FINDING(KEYED("{'columnReference': 'r', 'reference':"
                      " {'resource': 'c.csv', 'columnReference': 'id'}}"),
                LN_L0402,
                KEY);
  CHECK_FINDING(KEYED("{'columnReference': 'r', 'reference':"
                      " {'schemaReference': 'a.csv', 'columnReference': 'id'}}"),
                LN_L0402,
                KEY);
  CHECK_FINDING(KEYED("{'columnReference': 'r', 'reference': {'resource': 'a.csv',"
                      " 'schemaReference': 'http://e.org/s', 'columnReference': 'id'}}"),
                LN_L0402,
                KEY ".reference.resource");
  CHECK_FINDING(KEYED("{'columnReference': 'r', 'reference':"
                      " {'resource': 'a.csv', 'columnReference': ['id', 'x']}}"),
                LN_L0402,
                KEY ".reference.columnReference");
  CHECK_FINDING(KEYED("{'columnReference': 'r', 'reference': {'resource': 'a.csv',"
                      " 'columnReference': 'id', 'dc:description': 'x'}}"),
                LN_L0402,
                KEY ".reference.dc:description");
  CHECK_FINDING(KEYED("{'columnReference': 'r', 'note': 'x', 'reference':"
                      " {'resource': 'a.csv', 'columnReference': 'id'}}"),
                LN_L0402,
                KEY ".note");
}

static void
test_memory(void)
{
  check_memory(KEYED("{'columnReference': 'r', 'reference':"
                     " {'schemaReference': 'http://e.org/s', 'columnReference': 'id'}},"
                     " {'columnReference': 's', 'reference':"
                     " {'resource': 'a.csv', 'columnReference': 'x'}}"),
               LN_OK);
  check_memory(KEYED("{'columnReference': 'r', 'reference':"
                     " {'resource': 'c.csv', 'columnReference': 'id'}}"),
               LN_USAGE);
}

static const unit_test tests[] = {
  {"primary key", test_primary},
  {"foreign key", test_foreign},
  {"base", test_base},
  {"wrong", test_wrong},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_keys", tests, sizeof(tests) / sizeof(tests[0]));
}
