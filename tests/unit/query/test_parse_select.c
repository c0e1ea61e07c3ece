/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Clauses of a select: SPARQL 1.1, section 19.8. */

#include "unit.h"

#include "query_data.h"

static void
clauses(void)
{
  check_answer("SELECT ?x { VALUES ?x { 1 2 3 } } LIMIT 1 OFFSET 1", "2\n");
  check_answer("SELECT ?x { VALUES ?x { 1 2 3 } } OFFSET 2 LIMIT 9", "3\n");
  check_answer("SELECT REDUCED ?x { VALUES ?x { 1 1 } }", "1\n");
  check_answer("SELECT ?x { VALUES ?x { 1 2 } } LIMIT 0", "");
  check_answer("SELECT (COUNT(*) AS ?n) { ?s :knows ?o } GROUP BY STR(?s) ORDER BY ?n",
               "1\n1\n2\n");
  check_answer("SELECT ?k { ?s :age ?a } GROUP BY (?a AS ?k) HAVING(?k > 7) (?k < 99)", "30\n");
}

static void
no_memory(void)
{
  check_memory("SELECT DISTINCT ?s (MAX(?a) AS ?m) { ?s :age ?a } GROUP BY ?s STR(?s) HAVING(?s != "
               ":x) ORDER BY DESC(?m) ASC(?s) ?s LIMIT 4 OFFSET 0 VALUES ?s { :a }");
}

static const unit_test TESTS[] = {{"clauses", clauses}, {"no memory", no_memory}};

UNIT_MAIN("query/parse_select", TESTS)
