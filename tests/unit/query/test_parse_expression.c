/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Precedence, calls, aggregates: SPARQL 1.1, section 19.8. */

#include "unit.h"

#include "query_data.h"

static void
levels(void)
{
  check_answer(
    "SELECT (1 = 1 && 2 = 3 || 4 = 4 AS ?a) (2+3*4=14 AS ?b) (1-1-1 AS ?c) (8/2/2 AS ?d) (!(1=2) "
    "AS ?e) { }",
    "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\t\"true\"^^<http://www.w3.org/2001/"
    "XMLSchema#boolean>\t-1\t2.0\t\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\n");
  check_answer("SELECT (3-1 AS ?a) (3 -1 AS ?b) (3*-1 AS ?c) { }", "2\t2\t-3\n");
  check_answer("SELECT ?x { VALUES ?x { 1 2 3 } FILTER(?x<2||?x>2) }", "1\n3\n");
}

static void
no_memory(void)
{
  check_memory("SELECT (SUM(?n + 1) AS ?s) (COUNT(*) AS ?c) { ?x :age ?n FILTER(?n IN (7, 30) && "
               "NOT EXISTS { ?x :is ?n } && xsd:integer(?n) > abs(-1)) }");
}

static const unit_test TESTS[] = {{"levels", levels}, {"no memory", no_memory}};

UNIT_MAIN("query/parse_expression", TESTS)
