/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Grouping, projection, order, limits together. */

#include "unit.h"

#include "query_data.h"

static void
selects(void)
{
  check_answer("SELECT ?s (COUNT(*) AS ?n) { ?s :knows ?o } GROUP BY ?s HAVING(COUNT(*) > 1) ORDER "
               "BY ?s LIMIT 5",
               "<http://x/a>\t2\n");
  check_answer("SELECT (?n * 2 AS ?m) (?m + 1 AS ?k) { :b :age ?n }", "14\t15\n");
  check_answer(
    "SELECT ?n { { SELECT ?s (MAX(?o) AS ?n) { ?s :age ?o } GROUP BY ?s } } ORDER BY DESC(?n)",
    "30\n7\n");
  check_answer("SELECT * { :b :age ?n . { SELECT ?s { ?s :age ?n } } } ORDER BY ?s",
               "7\t<http://x/a>\n7\t<http://x/b>\n");
  check_answer("SELECT DISTINCT ?o { ?s :knows ?o } ORDER BY DESC(?o)",
               "<http://x/c>\n<http://x/b>\n");
  check_answer("SELECT ?x { VALUES ?x { 3 1 2 } } ORDER BY ?x OFFSET 1", "2\n3\n");
}

static void
no_memory(void)
{
  check_memory("SELECT DISTINCT ?s (COUNT(*) + 1 AS ?n) { ?s :knows ?o } GROUP BY ?s (STR(?s) AS "
               "?t) HAVING(?s != :b) ORDER BY ?n LIMIT 3 VALUES ?s { :a }");
}

static const unit_test TESTS[] = {{"selects", selects}, {"no memory", no_memory}};

UNIT_MAIN("query/plan_select", TESTS)
