/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Terms of queries: SPARQL 1.1, section 19.8. */

#include "unit.h"

#include "query_data.h"

static void
terms(void)
{
  check_answer("SELECT (\"a\\u00e9\\t\\\"\" AS ?a) ('b' AS ?b) (\"\"\"c\n\"d\" \"\"\" AS ?c) "
               "(\"x\"@en AS ?d) (true AS ?e) (1.5 AS ?f) (1e3 AS ?g) { }",
               "\"a\xC3\xA9\\t\\\"\"\t\"b\"\t\"c\\n\\\"d\\\" "
               "\"\t\"x\"@en\t\"true\"^^<http://www.w3.org/2001/"
               "XMLSchema#boolean>\t1.5\t\"1e3\"^^<http://www.w3.org/2001/XMLSchema#double>\n");
}

static void
no_memory(void)
{
  check_memory("PREFIX y: <http://x/> SELECT (\"a\"^^y:d AS ?x) (-1 AS ?y) { ?s y:p\\-q \"b\"@en, "
               "1.0, true }");
}

static const unit_test TESTS[] = {{"terms", terms}, {"no memory", no_memory}};

UNIT_MAIN("query/parse_words", TESTS)
