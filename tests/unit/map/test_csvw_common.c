/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The restrictions on common properties ("Metadata Vocabulary for Tabular Data", section 5.8; W3C
   tests 134 to 146 and 264). */

#include "csvw_unit.h"

static void
test_allowed(void)
{
  reading r = {0};
  (void)READ_CLEAN(
    &r,
    TABLE("'dc:title': 'x', 'http://example.org/p': null, 'dc:a': [1, true, {'dc:b': [[]]}],"
          " 'rdf:value': {'@value': 'v', '@language': 'en'}, 'dc:c': {'@value': 1,"
          " '@type': 'xsd:string'}, 'dc:d': {'@value': false}, 'dc:e': {'@value': 'x',"
          " '@language': null}, 'dc:f': {'@id': 'http://e.org/', '@type': 'schema:Thing'},"
          " 'dc:g': {'@type': ['Table', 'http://e.org/T', 'date']}, 'dc:h': {}"));
  forget(&r);
}

static void
test_forbidden(void)
{
  static const char* const values[] = {
    "{'@context': 'http://schema.org/', 'name': 'x'}",
    "{'@type': '_:bar'}",
    "{'@type': 'not a link'}",
    "{'@type': 1}",
    "{'@type': ['Table', 1]}",
    "{'@id': '_:a'}",
    "{'@id': 1}",
    "{'@value': 'foo', '@language': 'en', '@type': 'xsd:string'}",
    "{'@value': 'foo', '@language': 'en', 'schema:name': 'bar'}",
    "{'@value': 'foo', '@id': 'http://e.org/'}",
    "{'@value': {}}",
    "{'@value': null}",
    "{'@value': 'foo', '@language': 1}",
    "{'@value': 'foo', '@language': 'a b'}",
    "{'@language': 'en', 'schema:name': 'foo'}",
    "{'@faux': 'bar'}",
    "[1, {'dc:x': [{'dc:y': {'@faux': 'bar'}}]}]",
  };
  for (size_t i = 0U; i < sizeof(values) / sizeof(values[0]); ++i) {
    char json[3 * MAX_KEPT] = {0};
    CU_ASSERT_FATAL(snprintf(json, sizeof(json), TABLE("'rdf:value': %s"), values[i]) <
                    (int)sizeof(json));
    CHECK_FINDING(json, LN_L0402, "rdf:value");
  }
  CHECK_FINDING(
    COLUMNS("{'name': 'a', 'dc:x': {'@faux': 1}}"), LN_L0402, "tableSchema.columns[0].dc:x");
}

/* 64 levels are the most. */
static void
test_depth(void)
{
  for (size_t depth = 64U; depth <= 65U; ++depth) {
    char       json[4 * MAX_KEPT] = {0};
    char       open[66]           = {0};
    char       close[66]          = {0};
    reading    r                  = {0};
    const bool fine               = depth <= 64U;
    memset(open, '[', depth);
    memset(close, ']', depth);
    CU_ASSERT_FATAL(snprintf(json, sizeof(json), TABLE("'dc:x': %s%s"), open, close) <
                    (int)sizeof(json));
    CU_ASSERT_EQUAL(read_json(&r, json), fine ? LN_OK : LN_USAGE);
    CU_ASSERT_EQUAL(r.n, fine ? 0U : 1U);
    forget(&r);
  }
}

static void
test_memory(void)
{
  check_memory(TABLE("'dc:x': [{'@id': 'a'}, {'@faux': 1}]"), LN_USAGE);
}

static const unit_test tests[] = {
  {"allowed", test_allowed},
  {"forbidden", test_forbidden},
  {"depth", test_depth},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_common", tests, sizeof(tests) / sizeof(tests[0]));
}
