/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Groups and sums, by hand. */

#include "unit.h"

#include "query_data.h"

static void
sums(void)
{
  check_answer("SELECT (SUM(?n) AS ?s) { ?x :age ?n }", "37\n");
  check_answer("SELECT (AVG(?n) AS ?s) { ?x :nothing ?n }", "0\n");
  check_answer("SELECT (MIN(?n) AS ?s) { ?x :nothing ?n }", "\n");
  check_answer("SELECT (SUM(?n) AS ?s) { ?x :name ?n }", "\n");
  check_answer("SELECT (SAMPLE(?n) AS ?s) { :a :age ?n }", "30\n");
  check_answer("SELECT (COUNT(?n) AS ?s) { ?x a :P OPTIONAL { ?x :age ?n } }", "2\n");
  check_answer("SELECT (MAX(?n) AS ?s) { ?x :name ?n }", "\"Zo\xC3\xAB\"@fr\n");
}

static void
groups(void)
{
  check_answer(
    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?p IN (:knows, :age)) } GROUP BY ?p ORDER BY ?p",
    "<http://x/age>\t2\n<http://x/knows>\t4\n");
  check_answer("SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s :knows ?o }", "2\n");
  check_answer("SELECT (GROUP_CONCAT(?n) AS ?l) { :b :age ?n }", "\"7\"\n");
  check_answer("SELECT (GROUP_CONCAT(?n; SEPARATOR=\", \") AS ?l) { VALUES ?n { \"a\" \"b\" } }",
               "\"a, b\"\n");
}

static void
no_memory(void)
{
  check_memory("SELECT ?s (COUNT(DISTINCT *) AS ?n) (GROUP_CONCAT(DISTINCT ?o) AS ?l) { ?s :knows "
               "?o } GROUP BY ?s");
}

static const unit_test TESTS[] = {{"sums", sums}, {"groups", groups}, {"no memory", no_memory}};

UNIT_MAIN("query/aggregate", TESTS)
