/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Operators and errors: SPARQL 1.1, section 17.2 and 17.3. */

#include "unit.h"

#include "query_data.h"

static void
logic(void)
{
  check_answer("SELECT (true || 1/0 AS ?a) (false && 1/0 AS ?b) (false || 1/0 AS ?c) (!1 AS ?d) "
               "(!\"\" AS ?e) { }",
               "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\t\"false\"^^<http://"
               "www.w3.org/2001/XMLSchema#boolean>\t\t\"false\"^^<http://www.w3.org/2001/"
               "XMLSchema#boolean>\t\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\n");
}

static void
operators(void)
{
  check_answer(
    "SELECT (1 + 2 * 3 - 4 AS ?a) (-(2) AS ?b) (+3 AS ?c) (6/4 AS ?d) ((1+2)*3 AS ?e) { }",
    "3\t-2\t3\t1.5\t9\n");
  check_answer("SELECT ?x { VALUES ?x { 1 2 3 } FILTER(?x >= 2 && ?x != 3) }", "2\n");
  check_answer("SELECT ?x { VALUES ?x { 1 2 } FILTER(?x IN (1/0, 2)) }", "2\n");
  check_answer("SELECT ?x { VALUES ?x { 1 2 } FILTER(?x NOT IN ()) }", "1\n2\n");
  check_answer("SELECT (IF(1/0, 1, 2) AS ?a) (COALESCE(?u, 7) AS ?b) { }", "\t7\n");
}

static void
no_memory(void)
{
  check_memory("SELECT (CONCAT(\"a\", STR(1 + 2)) AS ?a) { ?x :age ?n FILTER(?n IN (7, 30)) }");
}

static const unit_test TESTS[] = {
  {"logic", logic}, {"operators", operators}, {"no memory", no_memory}};

UNIT_MAIN("query/expression", TESTS)
