/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Joins, MINUS and DISTINCT: section 18.5. */

#include "unit.h"

#include "query_data.h"

static void
joins(void)
{
  check_answer("SELECT ?x ?n { { ?x :age ?n } { ?x a :P } } ORDER BY ?x",
               "<http://x/a>\t30\n<http://x/b>\t7\n");
  check_answer("SELECT ?x ?y { { VALUES (?x ?y) { (1 UNDEF) (UNDEF 2) } } { VALUES (?x ?y) { (1 2) "
               "(3 2) } } }",
               "1\t2\n1\t2\n3\t2\n");
  check_answer("SELECT (COUNT(*) AS ?n) { { ?a :age ?b } { ?c :age ?d } }", "4\n");
  check_answer("SELECT ?x { VALUES ?x { 1 2 3 } MINUS { VALUES ?x { 2 } } }", "1\n3\n");
  check_answer("SELECT ?x { VALUES ?x { 1 2 } MINUS { VALUES ?y { 2 } } }", "1\n2\n");
  check_answer("SELECT ?x ?y { VALUES (?x ?y) { (1 UNDEF) (2 3) } MINUS { VALUES (?x ?y) { (1 9) "
               "(UNDEF 4) } } }",
               "2\t3\n");
  check_answer("SELECT DISTINCT ?p { ?s ?p ?o FILTER(?p = :age) }", "<http://x/age>\n");
}

static void
no_memory(void)
{
  check_memory("SELECT DISTINCT ?x { { ?x :age ?n } { ?x a :P } MINUS { ?x :age 7 } }");
}

static const unit_test TESTS[] = {{"joins", joins}, {"no memory", no_memory}};

UNIT_MAIN("query/join", TESTS)
