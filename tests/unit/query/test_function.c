/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Functions on terms: section 17.4.2. */

#include "unit.h"

#include "query_data.h"

static void
terms(void)
{
  check_answer("SELECT (STR(:a) AS ?a) (LANG(\"x\"@EN) AS ?b) (DATATYPE(1.0) AS ?c) "
               "(DATATYPE(\"x\"@en) AS ?d) (IRI(\"http://y/\") AS ?e) { }",
               "\"http://x/a\"\t\"en\"\t<http://www.w3.org/2001/XMLSchema#decimal>\t<http://"
               "www.w3.org/1999/02/22-rdf-syntax-ns#langString>\t<http://y/>\n");
  check_answer("SELECT (STRDT(\"1\", xsd:integer) AS ?a) (STRLANG(\"x\", \"de\") AS ?b) (IRI(\"no "
               "iri\") AS ?c) (STRLANG(\"x\"@en, \"de\") AS ?d) { }",
               "1\t\"x\"@de\t\t\n");
  check_answer("SELECT ?x { VALUES ?x { :a \"b\" 1 } FILTER(isIRI(?x)) }", "<http://x/a>\n");
  check_answer("SELECT ?x { VALUES ?x { :a \"b\" 1 } FILTER(isNumeric(?x)) }", "1\n");
  check_answer("SELECT ?x { VALUES ?x { :a \"b\" 1 } FILTER(isLiteral(?x)) }", "\"b\"\n1\n");
  check_answer("SELECT ?x { VALUES ?x { 1 1.0 } FILTER(sameTerm(?x, 1)) }", "1\n");
  check_answer(
    "SELECT ?t { VALUES ?t { \"en\" \"en-US\" \"e\" \"\" } FILTER(langMatches(?t, \"EN\")) }",
    "\"en\"\n\"en-US\"\n");
  check_answer("SELECT ?t { VALUES ?t { \"en\" \"\" } FILTER(langMatches(?t, \"*\")) }",
               "\"en\"\n");
}

static void
no_memory(void)
{
  check_memory("SELECT (STRDT(STR(30), xsd:byte) AS ?a) (STRLANG(\"x\", \"de\") AS ?b) "
               "(IRI(\"http://y/\") AS ?c) (DATATYPE(1+1) AS ?d) { }");
}

static const unit_test TESTS[] = {{"terms", terms}, {"no memory", no_memory}};

UNIT_MAIN("query/function", TESTS)
