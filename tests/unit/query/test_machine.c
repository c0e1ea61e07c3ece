/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Steps over tables: scope, optional parts, EXISTS. */

#include "unit.h"

#include "query_data.h"

static void
scope(void)
{
  check_answer("SELECT ?x ?y { VALUES ?x { 1 } OPTIONAL { VALUES ?y { 1 2 } FILTER(?x = ?y) } }",
               "1\t1\n");
  check_answer("SELECT ?x ?y { VALUES ?x { 1 } { VALUES ?y { 1 2 } FILTER(?x = ?y) } }", "");
  check_answer(
    "SELECT ?x ?n { VALUES ?x { :a :c } OPTIONAL { ?x :age ?n FILTER NOT EXISTS { ?x :age 7 } } }",
    "<http://x/a>\t30\n<http://x/c>\t\n");
  check_answer("SELECT ?x { VALUES ?x { :a :b :c } FILTER(NOT EXISTS { ?x :age ?n } || EXISTS { ?x "
               ":age 7 }) }",
               "<http://x/b>\n<http://x/c>\n");
  check_answer("SELECT ?x { ?x :age ?n FILTER EXISTS { { ?y :age ?m FILTER(?m > ?n) } UNION { "
               ":nobody :age ?n } } }",
               "<http://x/b>\n");
  check_answer("SELECT ?x { ?x a :P FILTER EXISTS { SELECT ?x { ?x :age ?n } } } ORDER BY ?x",
               "<http://x/a>\n<http://x/b>\n");
  check_answer("SELECT ?n { ?x :age ?n } ORDER BY ?n LIMIT 1 OFFSET 1", "30\n");
  check_answer("SELECT ?x (EXISTS { ?x :age ?n } AS ?e) { VALUES ?x { :a } }",
               "<http://x/a>\t\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\n");
}

static void
no_memory(void)
{
  check_memory("SELECT * { GRAPH ?g { ?a :in ?b } OPTIONAL { ?a :age ?n } FILTER EXISTS { ?a "
               ":knows ?c } { } UNION { VALUES ?z { 1 } } } ORDER BY ?g LIMIT 1");
}

static const unit_test TESTS[] = {{"scope", scope}, {"no memory", no_memory}};

UNIT_MAIN("query/machine", TESTS)
