/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* ORDER BY: section 15.1. */

#include "unit.h"

#include "query_data.h"

static void
orders(void)
{
  check_answer("SELECT ?x { VALUES ?x { \"b\" 10 :z 9 \"a\"@en UNDEF \"B\" } } ORDER BY ?x",
               "\n<http://x/z>\n\"B\"\n\"a\"@en\n\"b\"\n9\n10\n");
  check_answer("SELECT ?x ?y { VALUES (?x ?y) { (1 2) (1.0 1) (0 3) } } ORDER BY ?x",
               "0\t3\n1\t2\n1.0\t1\n");
  check_answer("SELECT ?x ?y { VALUES (?x ?y) { (1 2) (1.0 1) (0 3) } } ORDER BY DESC(?x) ?y",
               "1.0\t1\n1\t2\n0\t3\n");
}

static void
no_memory(void)
{
  check_memory("SELECT * { ?s :name ?n } ORDER BY DESC(?n) ?s");
}

static const unit_test TESTS[] = {{"orders", orders}, {"no memory", no_memory}};

UNIT_MAIN("query/sort_solutions", TESTS)
