/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Paths of a fixed length become triples: SPARQL 1.1, section 19.8. */

#include "unit.h"

#include "query_data.h"

static void
paths(void)
{
  check_answer("SELECT ?n { :a :knows/:knows/:name ?n }", "\"Zo\xC3\xAB\"@fr\n\"Zo\xC3\xAB\"@fr\n");
  check_answer("SELECT ?x { ?x ^(:knows/:knows) :a }", "<http://x/c>\n<http://x/c>\n");
  check_answer("SELECT ?o { :b (:age|:name) ?o } ORDER BY ?o", "\"Bob\"\n7\n");
  check_answer("SELECT ?o { :b (:knows/:name|:age) ?o } ORDER BY ?o", "\"Zo\xC3\xAB\"@fr\n7\n");
  check_answer("SELECT (COUNT(*) AS ?n) { :b !() ?o }", "4\n");
  check_answer("SELECT ?o { :b !(a|:name|:knows) ?o }", "7\n");
}

static void
no_memory(void)
{
  check_memory("SELECT * { ?x (:knows/^:knows|:age)+ ?y . ?y !(:a|^:b) ?z . ?z "
               ":knows/(:age|:name/:x) ?w . ?w :p? ?v }");
}

static const unit_test TESTS[] = {{"paths", paths}, {"no memory", no_memory}};

UNIT_MAIN("query/parse_path", TESTS)
