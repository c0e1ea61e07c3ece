/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Paths of any length: section 18.4. */

#include "unit.h"

#include "query_data.h"

static void
walks(void)
{
  check_answer("SELECT (COUNT(*) AS ?n) { ?x :knows+ ?y }", "4\n");
  check_answer("SELECT (COUNT(*) AS ?n) { ?x :age* 7 }", "2\n");
  check_answer("SELECT ?x { ?x :knows+ ?x }", "<http://x/c>\n");
  check_answer("SELECT ?y { VALUES ?x { :unknown } ?x :knows* ?y }", "");
  check_answer("SELECT ?x { ?x :knows* :unknown }", "<http://x/unknown>\n");
  check_answer("ASK { :a :knows+ :c }", NULL);
  check_answer("SELECT ?y { :a (:knows|^:knows)+ ?y } ORDER BY ?y",
               "<http://x/a>\n<http://x/b>\n<http://x/c>\n");
  check_answer("SELECT ?y { :a (!:knows)+ ?y FILTER(isIRI(?y)) }", "<http://x/P>\n");
  check_answer("SELECT ?y { GRAPH :g1 { :a :in* ?y } }", "<http://x/a>\n1\n");
  check_answer("SELECT ?g ?y { GRAPH ?g { :a :in+ ?y } } ORDER BY ?g",
               "<http://x/g1>\t1\n<http://x/g2>\t2\n");
}

static void
no_memory(void)
{
  check_memory("SELECT * { ?x :knows+ ?y }");
}

static const unit_test TESTS[] = {{"walks", walks}, {"no memory", no_memory}};

UNIT_MAIN("query/match_walk", TESTS)
