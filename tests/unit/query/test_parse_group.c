/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Parts of groups: SPARQL 1.1, section 19.8. */

#include "unit.h"

#include "query_data.h"

static void
parts(void)
{
  check_answer("SELECT ?x { { { ?x :age 7 } } }", "<http://x/b>\n");
  check_answer("SELECT ?x { ?x :age 7 . { } . }", "<http://x/b>\n");
  check_answer("SELECT ?x { { ?x :age 7 } UNION { ?x :age 30 } UNION { ?x :age 1 } } ORDER BY ?x",
               "<http://x/a>\n<http://x/b>\n");
  check_answer("SELECT ?y { { VALUES (?x ?y) { (1 2) } } }", "2\n");
  check_answer("SELECT ?n { { SELECT ?n { :b :age ?n } } }", "7\n");
  check_answer("SELECT ?x { VALUES () { () } BIND(1 AS ?x) }", "1\n");
}

static void
no_memory(void)
{
  check_memory("SELECT * { { ?x :age 7 } UNION { ?x :age 30 } OPTIONAL { ?x :name ?n } GRAPH :g1 { "
               "?a :in ?b } VALUES (?i ?j) { (1 UNDEF) } BIND(2 AS ?k) FILTER(?k = 2) { SELECT ?z "
               "{ ?z :score 2.5 } } }");
}

static const unit_test TESTS[] = {{"parts", parts}, {"no memory", no_memory}};

UNIT_MAIN("query/parse_group", TESTS)
