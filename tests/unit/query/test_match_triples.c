/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triple patterns: section 18.3. */

#include "unit.h"

#include "query_data.h"

static void
patterns(void)
{
  check_answer("SELECT ?x { ?x ?x ?x }", "");
  check_answer("SELECT ?s { ?s :knows ?s }", "<http://x/c>\n");
  check_answer("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "15\n");
  check_answer("SELECT ?p { :b ?p 7 }", "<http://x/age>\n");
  check_answer("SELECT ?g { GRAPH ?g { ?s ?p 2 } }", "<http://x/g2>\n");
  check_answer("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "2\n");
}

static void
no_memory(void)
{
  check_memory("SELECT * { ?s :knows ?o . ?o :name ?n }");
}

static const unit_test TESTS[] = {{"patterns", patterns}, {"no memory", no_memory}};

UNIT_MAIN("query/match_triples", TESTS)
