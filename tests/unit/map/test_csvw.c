/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Documents as a whole: groups and single tables, what is handed down, what is refused. Expected
   values are from "Metadata Vocabulary for Tabular Data", sections 5.3 to 5.5. */

#include "csvw_unit.h"

static void
test_single(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 "{" CTX ", '@id': 'http://example.org/t', '@type': 'Table', 'url': 't.csv',"
                 " 'dc:title': 'A table', 'notes': [{'rdf:value': 1}], 'suppressOutput': true,"
                 " 'tableDirection': 'rtl', 'tableSchema': {'@type': 'Schema',"
                 " 'aboutUrl': 'x/{a}', 'columns': [{'name': 'a'}]}}")) {
    const ln_table_map* const table = &r.mapping->tables[0];
    CHECK_VIEW(r.mapping->url, "folder/map.json");
    CU_ASSERT_EQUAL(r.mapping->n_tables, 1U);
    CHECK_VIEW(table->url, "t.csv");
    CHECK_VIEW(table->path, "");
    CHECK_VIEW(table->about_url, "x/{a}");
    CU_ASSERT(table->suppress && !table->has_dialect);
    CU_ASSERT_EQUAL(table->n_columns, 1U);
    CU_ASSERT(!r.mapping->lang.s && !r.mapping->url_base.s && !r.mapping->base.s);
    CU_ASSERT(!r.mapping->by_name && !r.mapping->group && !r.mapping->layered);
  }
  forget(&r);
}

static void
test_group(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 "{" CTX ", '@type': 'TableGroup', 'dialect': {'delimiter': ';'},"
                 " 'tableSchema': {'columns': [{'name': 'g'}]},"
                 " 'tables': [{'url': 'a.csv'},"
                 " {'url': 'b.csv', 'dialect': {'header': false},"
                 " 'tableSchema': {'columns': [{'name': 'b'}, {'name': 'c'}]}}]}")) {
    const ln_table_map* const tables = r.mapping->tables;
    CU_ASSERT_EQUAL(r.mapping->n_tables, 2U);
    CHECK_VIEW(tables[0].url, "a.csv");
    CHECK_VIEW(tables[1].url, "b.csv");
    CHECK_VIEW(tables[1].path, "tables[1]");
    CHECK_VIEW(tables[0].columns[0].name, "g");
    CHECK_VIEW(tables[0].columns[0].path, "tableSchema.columns[0]");
    CHECK_VIEW(tables[1].columns[1].path, "tables[1].tableSchema.columns[1]");
    CU_ASSERT(tables[0].has_dialect && tables[1].has_dialect);
    CU_ASSERT_EQUAL(tables[0].dialect.delimiter, ';');
    CU_ASSERT_EQUAL(tables[1].dialect.delimiter, ',');
    CU_ASSERT_EQUAL(tables[1].dialect.header_rows, 0U);
  }
  forget(&r);
}

/* Each level overwrites what the one above says; a table does not touch its neighbour. */
static void
test_inheritance(void)
{
  reading r = {0};
  if (READ_CLEAN(
        &r,
        "{" CTX ", 'lang': 'en', 'null': ['-', ''], 'separator': ';', 'tables': ["
        "{'url': 'a.csv', 'lang': 'de', 'propertyUrl': 'p', 'tableSchema':"
        " {'aboutUrl': 's', 'required': true, 'columns': ["
        "{'name': 'a', 'lang': 'fr', 'separator': null, 'required': false}, {'name': 'b'}]}},"
        "{'url': 'b.csv', 'datatype': 'integer'}]}")) {
    const ln_column* const a   = &r.mapping->tables[0].columns[0];
    const ln_column* const b   = &r.mapping->tables[0].columns[1];
    const ln_column* const any = &r.mapping->tables[1].undescribed;
    CHECK_VIEW(a->lang, "fr");
    CHECK_VIEW(b->lang, "de");
    CHECK_VIEW(any->lang, "en");
    CU_ASSERT(!a->separator.s && !a->required && b->required && !any->required);
    CHECK_VIEW(b->separator, ";");
    CHECK_VIEW(a->about_url, "s");
    CHECK_VIEW(a->property_url, "p");
    CU_ASSERT(!any->about_url.s && !any->property_url.s && !any->name.s);
    CU_ASSERT_EQUAL(b->nulls.n, 2U);
    CHECK_VIEW(b->nulls.v[0], "-");
    CHECK_VIEW(b->datatype.base, "string");
    CHECK_VIEW(any->datatype.base, "integer");
    CHECK_VIEW(any->path, "tables[1]");
    CU_ASSERT_EQUAL(any->layer, LN_LAYER_FACTS);
    CHECK_VIEW(r.mapping->tables[0].undescribed.about_url, "s");
  }
  forget(&r);
}

static void
test_refused(void)
{
  CHECK_FINDING("[]", LN_L0402, "");
  CHECK_FINDING("{" CTX "}", LN_L0402, "url");
  CHECK_FINDING("{" CTX ", 'url': ''}", LN_L0402, "url");
  CHECK_FINDING("{" CTX ", 'url': 1}", LN_L0402, "url");
  CHECK_FINDING("{" CTX ", 'tables': []}", LN_L0402, "tables");
  CHECK_FINDING("{" CTX ", 'tables': {'url': 't.csv'}}", LN_L0402, "tables");
  CHECK_FINDING("{" CTX ", '@type': 'TableGroup'}", LN_L0402, "tables");
  CHECK_FINDING("{" CTX ", 'tables': [{'url': 'a.csv'}, {}]}", LN_L0402, "tables[1].url");
  CHECK_FINDING("{" CTX ", '@type': 'Table', 'tables': [{'url': 'a.csv'}]}", LN_L0402, "@type");
  CHECK_FINDING(TABLE("'@id': '_:b'"), LN_L0402, "@id");
  CHECK_FINDING(TABLE("'tableSchema': {'@type': 'Table'}"), LN_L0402, "tableSchema.@type");
}

#define SCRIPT "'url': 'x', 'scriptFormat': 'http://e/s', 'targetFormat': 'http://e/t'"

/* Section 5.10: three properties are needed; `source` is json, rdf or null. */
static void
test_transformations(void)
{
  reading r = {0};
  CU_ASSERT(
    READ_CLEAN(&r, TABLE("'transformations': [{" SCRIPT ", 'source': 'json'}, {" SCRIPT "}]")));
  forget(&r);
  CU_ASSERT(READ_CLEAN(&r, TABLE("'transformations': [{" SCRIPT ", 'source': null}]")));
  forget(&r);
  CHECK_FINDING(TABLE("'transformations': [{'url': 'x', 'scriptFormat': 'http://e/s'}]"),
                LN_L0402,
                "transformations[0].targetFormat");
  CHECK_FINDING(TABLE("'transformations': [{'scriptFormat': 'a:b', 'targetFormat': 'c:d'}]"),
                LN_L0402,
                "transformations[0].url");
}

static void
test_ignored(void)
{
  reading r = {0};
  CHECK_FINDING(TABLE("'suppressOutput': 'foo'"), LN_L0409, "suppressOutput");
  CHECK_FINDING(TABLE("'tableDirection': 'up'"), LN_L0409, "tableDirection");
  CHECK_FINDING(TABLE("'tableSchema': 1"), LN_L0409, "tableSchema");
  CHECK_FINDING(TABLE("'dialect': 1"), LN_L0409, "dialect");
  CHECK_FINDING(TABLE("'notes': 1"), LN_L0409, "notes");
  CHECK_FINDING(TABLE("'transformations': {}"), LN_L0409, "transformations");
  CHECK_FINDING(TABLE("'transformations': [1]"), LN_L0409, "transformations[0]");
  CHECK_FINDING(
    TABLE("'transformations': [{" SCRIPT ", 'titles': 1}]"), LN_L0409, "transformations[0].titles");
  CHECK_FINDING(TABLE("'transformations': [{" SCRIPT ", 'source': 'xml'}]"),
                LN_L0409,
                "transformations[0].source");
  CHECK_FINDING(TABLE("'transformations': [{'url': 'x', 'scriptFormat': 1, 'targetFormat': 'y'}]"),
                LN_L0409,
                "transformations[0].scriptFormat");
  CHECK_FINDING("{" CTX ", 'tables': [1, {'url': 'a.csv'}]}", LN_L0409, "tables[0]");
  CU_ASSERT_EQUAL(read_json(&r, "{" CTX ", 'tables': [1, {'url': 'a.csv'}]}"), LN_OK);
  CU_ASSERT_EQUAL(r.mapping->n_tables, 1U);
  CHECK_VIEW(r.mapping->tables[0].path, "tables[1]");
  forget(&r);
}

/* All faults are shown in one run. */
static void
test_many_faults(void)
{
  reading r = {0};
  CU_ASSERT_EQUAL(read_json(&r,
                            "{" CTX ",\n 'tables': [\n  {'ulr': 'a.csv'},\n"
                            "  {'url': 'b.csv', 'tableSchema': {'columns': [{'name': 1}]}}]}"),
                  LN_USAGE);
  CU_ASSERT_EQUAL(r.n, 3U);
  CU_ASSERT_EQUAL(r.one[0].code, LN_L0403);
  CU_ASSERT_STRING_EQUAL(r.one[0].name, "tables[0].ulr");
  CU_ASSERT_EQUAL(r.one[1].code, LN_L0402);
  CU_ASSERT_EQUAL(r.one[1].line, 3U);
  CU_ASSERT_EQUAL(r.one[1].column, 3U);
  CU_ASSERT_EQUAL(r.one[2].code, LN_L0409);
  CU_ASSERT_STRING_EQUAL(r.one[2].name, "tables[1].tableSchema.columns[0].name");
  CU_ASSERT_EQUAL(r.one[2].line, 4U);
  forget(&r);
}

static void
test_stop(void)
{
  const ln_log_policy policy  = {.strict = true};
  ln_log* const       log     = ln_log_new(&policy);
  ln_mapping*         mapping = NULL;
  CU_ASSERT_FATAL(log != NULL);
  CU_ASSERT_EQUAL(ln_mapping_read(LN_V("{\"url\": \"t.csv\"}"), LN_V("m.json"), log, 0U, &mapping),
                  LN_STOP);
  CU_ASSERT_PTR_NULL(mapping);
  ln_log_free(log);
  ln_mapping_free(NULL);
}

static void
test_memory(void)
{
  check_memory("{" CTX
               ", 'dialect': {'encoding': 'utf-8'}, 'lang': 'en', 'null': ['-'], 'tables': ["
               "{'url': 'a.csv', 'tableSchema': {'columns': [{'name': 'a', 'titles': ['A', 'B']},"
               " {'titles': {'und': 'C d'}}, {'virtual': true, 'valueUrl': 'x'}]}}]}",
               LN_OK);
  check_memory("{" CTX ", 'ulr': 't.csv', 'null': 1}", LN_USAGE);
}

static const unit_test tests[] = {
  {"single table", test_single},
  {"group", test_group},
  {"inheritance", test_inheritance},
  {"refused", test_refused},
  {"transformations", test_transformations},
  {"ignored", test_ignored},
  {"many faults", test_many_faults},
  {"stop", test_stop},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw", tests, sizeof(tests) / sizeof(tests[0]));
}
