/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which properties may stand where, and what is said of the others ("Metadata Vocabulary for
   Tabular Data", section 4; W3C tests 093, 275 to 277). */

#include "csvw_unit.h"

static void
check_unknown(const char* const json, const char* const path, const char* const hint)
{
  reading r = {0};
  CU_ASSERT_EQUAL(read_json(&r, json), LN_OK);
  CU_ASSERT_EQUAL_FATAL(r.n, 1U);
  CU_ASSERT_EQUAL(r.one[0].code, r.mapping->extended ? LN_L0424 : LN_L0403);
  CU_ASSERT_EQUAL(r.mapping->flawed, r.mapping->extended);
  CU_ASSERT_STRING_EQUAL(r.one[0].name, path);
  CU_ASSERT_STRING_EQUAL(r.one[0].hint, hint);
  forget(&r);
}

static void
test_unknown(void)
{
  check_unknown(TABLE("'foo': 'bar'"), "foo", ln_code_about(LN_L0403)->remedy);
  check_unknown(TABLE("'abuotUrl': 'x'"), "abuotUrl", "did you mean \"aboutUrl\"?");
  check_unknown(
    COLUMNS("{'requird': true}"), "tableSchema.columns[0].requird", "did you mean \"required\"?");
  check_unknown(TABLE("'@graph': []"), "@graph", "did you mean \"" EXT "graph\"?");
  check_unknown(
    TABLE("'dialect': {'delimeter': ';'}"), "dialect.delimeter", "did you mean \"delimiter\"?");
}

/* Known, but not here. */
static void
test_misplaced(void)
{
  reading r = {0};
  CU_ASSERT_EQUAL(read_json(&r, "{" CTX ", 'titles': 'x', 'tables': [{'url': 'a'}]}"), LN_OK);
  CU_ASSERT_EQUAL(r.n, 1U);
  CU_ASSERT_STRING_EQUAL(r.one[0].message,
                         "the property \"titles\" does not belong here; it was ignored");
  forget(&r);
  CHECK_FINDING(TABLE("'titles': 'x'"), LN_L0403, "titles");
  CHECK_FINDING(COLUMNS("{'url': 'x'}"), LN_L0403, "tableSchema.columns[0].url");
  CHECK_FINDING(TABLE("'tableSchema': {'@context': 'x'}"), LN_L0402, "tableSchema.@context");
  CHECK_FINDING(TABLE("'" EXT "each': true"), LN_L0424, EXT "each");
  CHECK_FINDING("{" CTX ", 'tables': [{'url': 'a', '" EXT "group': true}]}",
                LN_L0424,
                "tables[0]." EXT "group");
}

/* liner's own names must be right; those of others are none of its business. */
static void
test_vocabularies(void)
{
  reading r = {0};
  check_unknown(COLUMNS("{'" EXT "eahc': true}"),
                "tableSchema.columns[0]." EXT "eahc",
                "did you mean \"" EXT "each\"?");
  check_unknown(COLUMNS("{'http://w3id.org/liner/ns#each': true}"),
                "tableSchema.columns[0].http://w3id.org/liner/ns#each",
                "did you mean \"" EXT "each\"?");
  (void)READ_CLEAN(&r,
                   COLUMNS("{'dc:title': 'x', 'http://example.org/each': 1, 'urn:foo:bar': [],"
                           " 'https://w3id.org/liner/ns#credit': 'x'}"));
  forget(&r);
}

/* In a mapping with extensions no misspelt name is a trifle, wherever the extension stands. */
static void
test_extended(void)
{
  check_unknown(TABLE("'abuotUrl': 'x', 'tableSchema': {'columns': [{'" EXT "id': true}]}"),
                "abuotUrl",
                "did you mean \"aboutUrl\"?");
  CHECK_FINDING(TABLE("'titles': 'x', '" EXT "merge': true"), LN_L0424, "titles");
}

static void
test_types(void)
{
  reading r = {0};
  (void)READ_CLEAN(&r,
                   "{" CTX ", '@type': 'TableGroup', 'tables': [{'@type': 'Table', 'url': 'a',"
                   " 'transformations': [{'@type': 'Template', 'url': 'x', 'titles': 'y',"
                   " 'targetFormat': 'http://e.org/', 'scriptFormat': 'http://e.org/',"
                   " 'source': 'json'}], 'tableSchema': {'@type': 'Schema', 'columns':"
                   " [{'@type': 'Column', '@id': 'c', 'datatype': {'@type': 'Datatype'}}]}}]}");
  forget(&r);
  CHECK_FINDING(TABLE("'@id': 1"), LN_L0409, "@id");
  CHECK_FINDING(COLUMNS("{'@id': '_:a'}"), LN_L0402, "tableSchema.columns[0].@id");
  CHECK_FINDING(COLUMNS("{'@type': ['Column']}"), LN_L0402, "tableSchema.columns[0].@type");
}

static void
test_memory(void)
{
  check_memory(TABLE("'abuotUrl': 'x'"), LN_OK);
}

static const unit_test tests[] = {
  {"unknown", test_unknown},
  {"misplaced", test_misplaced},
  {"vocabularies", test_vocabularies},
  {"extended", test_extended},
  {"types", test_types},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_property", tests, sizeof(tests) / sizeof(tests[0]));
}
