/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Common properties and notes as statements ("Generating RDF from Tabular Data", section 4.5). */

#include "csvw_unit.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

/* The only annotation of a table with this value. */
static void
check_literal(const char* const value, const char* const text, const char* const datatype)
{
  reading r = {0};
  char    json[512];
  (void)snprintf(json, sizeof(json), TABLE("'dc:extent': %s"), value);
  if (READ_CLEAN(&r, json)) {
    const ln_annotations all = r.mapping->tables[0].annotations;
    CU_ASSERT_EQUAL_FATAL(all.n, 1U);
    CU_ASSERT(all.v[0].literal);
    CHECK_VIEW(all.v[0].predicate, "http://purl.org/dc/terms/extent");
    CHECK_VIEW(all.v[0].text, text);
    CHECK_VIEW(all.v[0].datatype, datatype);
  }
  forget(&r);
}

/* Whole numbers are integers, others doubles in their canonical form. */
static void
test_numbers(void)
{
  check_literal("7", "7", XSD "integer");
  check_literal("-12", "-12", XSD "integer");
  check_literal("9007199254740993", "9007199254740993", XSD "integer");
  check_literal("1.0", "1", XSD "integer");
  check_literal("-2.50e1", "-25", XSD "integer");
  check_literal("0.1", "1.0E-1", XSD "double");
  check_literal("-12.75", "-1.275E1", XSD "double");
  check_literal("1234567.5", "1.2345675E6", XSD "double");
  check_literal("1e300", "1.0E300", XSD "double");
  check_literal("1.7976931348623157e308", "1.7976931348623157E308", XSD "double");
}

static void
test_others(void)
{
  check_literal("true", "true", XSD "boolean");
  check_literal("'text'", "text", "");
  check_literal("{'@value': '2026-01-01', '@type': 'xsd:date'}", "2026-01-01", XSD "date");
  check_literal("{'@value': 2.5, '@type': 'decimal'}", "2.5", XSD "decimal");
}

/* Things in things, and types. */
static void
test_things(void)
{
  reading r = {0};
  if (READ_CLEAN(&r,
                 TABLE("'dc:creator': {'@id': 'http://e/x', '@type': 'foaf:Person', 'foaf:knows': "
                       "{'foaf:name': ['A', 'B']}}, 'notes': [{'schema:text': 'N'}]"))) {
    const ln_annotations all = r.mapping->tables[0].annotations;
    CU_ASSERT_EQUAL_FATAL(all.n, 7U);
    CU_ASSERT_EQUAL(r.mapping->n_nodes, 2U);
    size_t literals = 0U;
    for (size_t i = 0U; i < all.n; ++i) {
      literals += all.v[i].literal;
    }
    CU_ASSERT_EQUAL(literals, 3U);
  }
  forget(&r);
}

static void
test_memory(void)
{
  check_memory(TABLE("'dc:extent': [0.1, 7, true, {'dc:title': 'x'}]"), LN_OK);
}

static const unit_test tests[] = {
  {"numbers", test_numbers},
  {"others", test_others},
  {"things", test_things},
  {"memory", test_memory},
};

int
main(void)
{
  watch_jansson();
  return unit_main("map/csvw_annotation", tests, sizeof(tests) / sizeof(tests[0]));
}
