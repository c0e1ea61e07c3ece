/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Abbreviations of triples: SPARQL 1.1, section 19.8. */

#include "unit.h"

#include "query_data.h"

static void
triples(void)
{
  check_answer("SELECT ?n { ?x :age 7 ; :name ?n ; . }", "\"Bob\"\n");
  check_answer("SELECT ?x { ?x :knows :b, :c }", "<http://x/a>\n");
  check_answer("SELECT ?n { [ :age 7 ; :name ?n ] }", "\"Bob\"\n");
  check_answer("SELECT ?n { [] :age 7 . _:x :knows _:x ; :name ?n }", "\"Zo\xC3\xAB\"@fr\n");
  check_answer("SELECT ?n { ( ?n ) :nothing 1 }", "");
  check_answer("CONSTRUCT { :l :is ( ) } { }",
               "<http://x/l>\t<http://x/is>\t<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>\n");
}

static void
no_memory(void)
{
  check_memory(
    "CONSTRUCT { :l :is ( 1 [ :p 2 ] ) } { ?x :knows [ :name ?n ] ; a :P . ( 1 2 ) :p _:b }");
}

static const unit_test TESTS[] = {{"triples", triples}, {"no memory", no_memory}};

UNIT_MAIN("query/parse_triples", TESTS)
