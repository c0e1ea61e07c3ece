/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is put in another order gives the same answer. */

#include "unit.h"

#include "query_data.h"

static void
order(void)
{
  check_answer("SELECT ?n { ?y :name ?n . ?x :knows ?y . ?x :age 7 }", "\"Zo\xC3\xAB\"@fr\n");
  check_answer("SELECT ?x { ?x a :P FILTER(?n > 7) ?x :age ?n }", "<http://x/a>\n");
  check_answer("SELECT ?x ?n { ?x a :P . OPTIONAL { ?x :age ?n } ?x :born ?b FILTER(!BOUND(?n)) }",
               "<http://x/c>\t\n");
  check_answer(
    "SELECT ?x { ?x :age ?n . { ?x :knows ?y } UNION { ?x :score ?y } VALUES ?x { :b } }",
    "<http://x/b>\n");
  check_answer("SELECT ?x { BIND(1 AS ?x) }", "1\n");
  check_answer("SELECT ?x { { BIND(1 AS ?y) } FILTER(?y = 1) BIND(?y + 1 AS ?x) }", "2\n");
}

static void
no_memory(void)
{
  check_memory("SELECT * { ?y :name ?n . ?x :knows/:knows|:age ?y OPTIONAL { ?x :age ?a } { ?x a "
               ":P } UNION { ?x a :Q } MINUS { ?x :score 1 } BIND(1 AS ?z) VALUES ?v { 1 } }");
}

static const unit_test TESTS[] = {{"order", order}, {"no memory", no_memory}};

UNIT_MAIN("query/plan_group", TESTS)
