/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Whole queries over a small graph. Expected answers are by hand, from the rules of SPARQL 1.1. */

#include "unit.h"

#include "query_data.h"

typedef struct {
  const char* query;
  const char* answer; ///< TSV without its first line
} expectation;

static void
check_all(const expectation* const all, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    check_answer(all[i].query, all[i].answer);
  }
}

#define CHECK_ALL(all) check_all(all, sizeof(all) / sizeof((all)[0]))

static void
patterns(void)
{
  static const expectation ALL[] = {
    {"SELECT ?o { :a :knows ?o } ORDER BY ?o", "<http://x/b>\n<http://x/c>\n"},
    {"SELECT ?s { ?s :knows ?s }", "<http://x/c>\n"},
    {"SELECT ?n { ?x :knows :c . ?x :name ?n } ORDER BY ?n",
     "\"Ann\"\n\"Bob\"\n\"Zo\xC3\xAB\"@fr\n"},
    {"SELECT ?x ?n { ?x a :P OPTIONAL { ?x :age ?n } } ORDER BY ?x",
     "<http://x/a>\t30\n<http://x/b>\t7\n<http://x/c>\t\n"},
    {"SELECT ?x ?n { ?x a :P OPTIONAL { ?x :age ?n FILTER(?n > 10) } } ORDER BY ?x",
     "<http://x/a>\t30\n<http://x/b>\t\n<http://x/c>\t\n"},
    {"SELECT ?x { { ?x :age 30 } UNION { ?x :age 7 } } ORDER BY ?x",
     "<http://x/a>\n<http://x/b>\n"},
    {"SELECT ?x { ?x a :P MINUS { ?x :age ?n } }", "<http://x/c>\n"},
    {"SELECT ?x { ?x a :P MINUS { ?y :age ?n } } ORDER BY ?x",
     "<http://x/a>\n<http://x/b>\n<http://x/c>\n"},
    {"SELECT ?x { ?x a :P FILTER NOT EXISTS { ?x :age ?n } }", "<http://x/c>\n"},
    {"SELECT ?x { ?x a :P . ?x :age ?m FILTER EXISTS { ?y :age ?n FILTER(?n < ?m) } }",
     "<http://x/a>\n"},
    {"SELECT ?x { ?x a :P FILTER(EXISTS { ?x :age 7 } || ?x = :c) } ORDER BY ?x",
     "<http://x/b>\n<http://x/c>\n"},
    {"SELECT ?x { { ?x a :P FILTER(BOUND(?x)) } { FILTER(!BOUND(?x)) } } ORDER BY ?x",
     "<http://x/a>\n<http://x/b>\n<http://x/c>\n"},
    {"SELECT ?x ?y { ?x :age ?y . { FILTER(?y > 10) } }", ""},
    {"SELECT ?x ?b { ?x :age ?n BIND(?n + 1 AS ?b) } ORDER BY ?x",
     "<http://x/a>\t31\n<http://x/b>\t8\n"},
    {"SELECT ?b { [] :knows [ :name ?b ] } ORDER BY ?b",
     "\"Bob\"\n\"Zo\xC3\xAB\"@fr\n\"Zo\xC3\xAB\"@fr\n\"Zo\xC3\xAB\"@fr\n"},
  };
  CHECK_ALL(ALL);
}

static void
values(void)
{
  static const expectation ALL[] = {
    {"SELECT ?x { VALUES ?x { :a :b } ?x a :P } ORDER BY ?x", "<http://x/a>\n<http://x/b>\n"},
    {"SELECT ?x { ?x a :P VALUES ?x { } }", ""},
    {"SELECT ?x { ?x a :P } VALUES ?x { :c :d }", "<http://x/c>\n"},
    {"SELECT ?x ?n { VALUES (?x ?n) { (:a UNDEF) (UNDEF 7) } ?x :age ?n } ORDER BY ?x",
     "<http://x/a>\t30\n<http://x/b>\t7\n"},
  };
  CHECK_ALL(ALL);
}

static void
aggregates(void)
{
  static const expectation ALL[] = {
    {"SELECT (COUNT(*) AS ?n) { ?x a :Nothing }", "0\n"},
    {"SELECT ?x (COUNT(*) AS ?n) { ?x a :Nothing } GROUP BY ?x", ""},
    {"SELECT (SUM(?n) AS ?s) (AVG(?n) AS ?a) (MIN(?n) AS ?b) (MAX(?n) AS ?c) { ?x :age ?n }",
     "37\t18.5\t7\t30\n"},
    {"SELECT (COUNT(DISTINCT ?p) AS ?n) { :a ?p ?o }", "6\n"},
    {"SELECT (COUNT(DISTINCT *) AS ?n) { :a ?p ?o }", "7\n"},
    {"SELECT ?s (COUNT(?o) AS ?n) { ?s :knows ?o } GROUP BY ?s ORDER BY DESC(COUNT(?o)) ?s",
     "<http://x/a>\t2\n<http://x/b>\t1\n<http://x/c>\t1\n"},
    {"SELECT ?d (COUNT(*) AS ?n) { ?x :age ?a } GROUP BY (?a / 10 > 1 AS ?d) ORDER BY ?d",
     "\"false\"^^<http://www.w3.org/2001/XMLSchema#boolean>\t1\n"
     "\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\t1\n"},
    {"SELECT ?s { ?s :knows ?o } GROUP BY ?s HAVING(COUNT(*) > 1)", "<http://x/a>\n"},
    {"SELECT (GROUP_CONCAT(?n; SEPARATOR=\"|\") AS ?l) { { SELECT ?n { :a :age|:score ?n } ORDER "
     "BY "
     "?n } }",
     "\"2.5|30\"\n"},
    {"SELECT (MAX(?n) AS ?m) { SELECT (SUM(?a) AS ?n) { ?x :age ?a } GROUP BY ?x }", "30\n"},
  };
  CHECK_ALL(ALL);
}

static void
paths(void)
{
  static const expectation ALL[] = {
    {"SELECT ?n { :b :knows/:name ?n }", "\"Zo\xC3\xAB\"@fr\n"},
    {"SELECT ?x { ?x ^:knows :a } ORDER BY ?x", "<http://x/b>\n<http://x/c>\n"},
    {"SELECT ?x { :b :knows+ ?x }", "<http://x/c>\n"},
    {"SELECT ?x { :b :knows* ?x } ORDER BY ?x", "<http://x/b>\n<http://x/c>\n"},
    {"SELECT ?x { :b :knows? ?x } ORDER BY ?x", "<http://x/b>\n<http://x/c>\n"},
    {"SELECT ?x { ?x :knows+ :b }", "<http://x/a>\n"},
    {"SELECT ?x { :unknown :knows* ?x }", "<http://x/unknown>\n"},
    {"SELECT ?x { :a (:knows/:knows)+ ?x }", "<http://x/c>\n"},
    {"SELECT ?o { :b !(rdf:type|:name|:age) ?o }", "<http://x/c>\n"},
    {"SELECT (COUNT(*) AS ?n) { :a (:knows|:knows) ?o }", "4\n"},
    {"SELECT (COUNT(?s) AS ?n) { ?s !(^:knows|:age|:name|:score|a) :b }", "4\n"},
  };
  CHECK_ALL(ALL);
}

static void
expressions(void)
{
  static const expectation ALL[] = {
    {"SELECT (7-3*2 AS ?x) (10-2-3 AS ?y) (1/4 AS ?z) { }", "1\t5\t0.25\n"},
    {"SELECT (UCASE(\"zo\xC3\xAB\") AS ?x) (STRLEN(\"zo\xC3\xAB\") AS ?y) { }",
     "\"ZO\xC3\x8B\"\t3\n"},
    {"SELECT ?x { ?x :born ?y FILTER(?y < \"1970\"^^xsd:gYear) }", "<http://x/a>\n"},
    {"SELECT (COALESCE(?nothing, 1/0, 5) AS ?x) { }", "5\n"},
    {"SELECT (IF(1 < 2, \"y\", \"n\") AS ?x) { }", "\"y\"\n"},
    {"SELECT (1/0 AS ?x) (\"a\" + 1 AS ?y) { }", "\t\n"},
    {"SELECT ?x { ?x :name ?n FILTER(langMatches(lang(?n), \"fr\")) }", "<http://x/c>\n"},
    {"SELECT ?x { ?x :age ?n FILTER(?n IN (7, 8)) }", "<http://x/b>\n"},
    {"SELECT ?x { ?x :age ?n FILTER(?n NOT IN (7, 8)) }", "<http://x/a>\n"},
    {"SELECT ?x { ?x a :P FILTER(?nothing || ?x = :a) }", "<http://x/a>\n"},
    {"SELECT (REPLACE(\"abcb\", \"b(.)?\", \"[$1]\") AS ?x) { }", "\"a[c][]\"\n"},
    {"SELECT (SUBSTR(\"motor car\", 6) AS ?x) (SUBSTR(\"metadata\", 4, 3) AS ?y) { }",
     "\" car\"\t\"ada\"\n"},
    {"SELECT (STRBEFORE(\"abc\", \"b\") AS ?x) (STRAFTER(\"abc\", \"z\") AS ?y) { }",
     "\"a\"\t\"\"\n"},
    {"SELECT (ROUND(2.5) AS ?x) (CEIL(-1.5) AS ?y) (ABS(-3) AS ?z) { }", "3.0\t-1.0\t3\n"},
    {"SELECT (MD5(\"abc\") AS ?x) { }", "\"900150983cd24fb0d6963f7d28e17f72\"\n"},
    {"SELECT (YEAR(\"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime) AS ?x) { }", "2011\n"},
    {"SELECT (xsd:integer(\"42\") + 1 AS ?x) (STR(1.50) AS ?y) { }", "43\t\"1.50\"\n"},
    {"SELECT (9223372036854775807 + 1 AS ?x) { }", "\n"},
    {"SELECT ?x { VALUES ?x { 10 2 \"b\" \"a\" :i UNDEF 1.5 } } ORDER BY ?x",
     "\n<http://x/i>\n\"a\"\n\"b\"\n1.5\n2\n10\n"},
  };
  CHECK_ALL(ALL);
}

static void
graphs(void)
{
  static const expectation ALL[] = {
    {"SELECT ?g { GRAPH ?g { } } ORDER BY ?g", "<http://x/g1>\n<http://x/g2>\n"},
    {"SELECT ?g ?o { GRAPH ?g { :a :in ?o } } ORDER BY ?g", "<http://x/g1>\t1\n<http://x/g2>\t2\n"},
    {"SELECT ?o { GRAPH :g2 { :a :in ?o } }", "2\n"},
    {"SELECT ?o { :a :in ?o }", ""},
    {"SELECT ?o { GRAPH :none { :a :in ?o } }", ""},
    {"SELECT ?g { GRAPH ?g { :a :in ?o MINUS { :a :in 1 } } }", ""},
    {"SELECT ?g { GRAPH ?g { ?s :in ?o MINUS { ?s :in 1 } } }", "<http://x/g2>\n"},
  };
  // The first MINUS shares nothing with what it is taken from, so that it takes nothing away.
  check_answer(ALL[0].query, ALL[0].answer);
  check_all(ALL + 1, 4U);
  check_answer("SELECT ?g { GRAPH ?g { :a :in ?o MINUS { :a :in 1 } } } ORDER BY ?g",
               "<http://x/g1>\n<http://x/g2>\n");
  check_answer(ALL[6].query, ALL[6].answer);
}

static void
forms(void)
{
  check_answer("ASK { :a :knows :b }", NULL);
  ln_query* q = ask("ASK { :b :knows :a }");
  CU_ASSERT_EQUAL(ln_query_rows(q), 0U);
  ln_query_free(q);
  q = ask("CONSTRUCT { ?o :knownBy ?s . ?n :is ?o } { ?s :knows ?o OPTIONAL { ?s :age ?n } }");
  CU_ASSERT_EQUAL(ln_query_form_of(q), LN_QUERY_CONSTRUCT);
  CU_ASSERT_EQUAL(ln_query_rows(q), 4U); // a literal is no subject
  ln_query_free(q);
  q = ask("CONSTRUCT { [] :of ?s } { ?s :age ?n }");
  CU_ASSERT_EQUAL(ln_query_rows(q), 2U);
  CU_ASSERT_EQUAL(ln_query_cell(q, 0U, 0U).kind, LN_BLANK);
  CU_ASSERT_FALSE(ln_view_equals(ln_query_cell(q, 0U, 0U).text, ln_query_cell(q, 1U, 0U).text));
  ln_query_free(q);
  q = ask("DESCRIBE :b");
  CU_ASSERT_EQUAL(ln_query_rows(q), 4U);
  ln_query_free(q);
  q = ask("CONSTRUCT WHERE { :a :knows ?o }");
  CU_ASSERT_EQUAL(ln_query_rows(q), 2U);
  ln_query_free(q);
}

static void
refused(void)
{
  static const struct {
    const char* query;
    ln_code     code;
    size_t      column;
  } ALL[] = {
    {"SELECT ?x { ?x ?p }", LN_L1000, 19U},
    {"SELECT ?x { ?x ?p ?o", LN_L1000, 21U},
    {"SELECT ?x { ?x no:pe ?o }", LN_L1002, 16U},
    {"SELECT ?x { SERVICE <http://x/> { } }", LN_L1001, 13U},
    {"SELECT ?x FROM <http://x/> { }", LN_L1001, 11U},
    {"SELECT ?x (COUNT(*) AS ?n) { ?x ?p ?o }", LN_L1002, 8U},
    {"SELECT (1 AS ?x) { ?x ?p ?o }", LN_L1002, 8U},
    {"SELECT * { ?x ?p ?o BIND(1 AS ?x) }", LN_L1002, 25U},
    {"SELECT (RAND() AS ?x) { }", LN_L1001, 9U},
    {"SELECT * { ?x ?p ?o FILTER(COUNT(?x) > 1) }", LN_L1000, 28U},
    {"SELECT (SUM(COUNT(?x)) AS ?n) { ?x ?p ?o }", LN_L1000, 13U},
    {"INSERT DATA { <a:a> <a:b> <a:c> }", LN_L1001, 1U},
    {"SELECT * { ?x ?p \"a }", LN_L1000, 18U},
    {"SELECT * { ?x ?p <relative> }", LN_L1000, 18U},
    {"SELECT * { ?x ?p \xC3\x28 }", LN_L1000, 18U},
    {"SELECT * { GRAPH ?g { SELECT ?x { ?x ?p ?o } } }", LN_L1001, 23U},
    {"SELECT * { ?x ?p ?o } GROUP BY ?x", LN_L1000, 1U},
  };
  for (size_t i = 0U; i < sizeof(ALL) / sizeof(ALL[0]); ++i) {
    ln_query_problem  problem = {.code = LN_L0101};
    ln_query*         q       = NULL;
    ln_dataset* const set     = small_dataset();
    CU_ASSERT_EQUAL(ln_query_new(set, ln_view_of(ALL[i].query), NULL, &q, &problem), LN_USAGE);
    if (problem.code != ALL[i].code || problem.column != ALL[i].column) {
      fprintf(stderr, "%s: %s at %zu\n", ALL[i].query, problem.message.s, problem.column);
    }
    CU_ASSERT_EQUAL(problem.code, ALL[i].code);
    CU_ASSERT_EQUAL(problem.column, ALL[i].column);
    ln_query_free(q);
    ln_query_problem_clear(&problem);
    ln_dataset_free(set);
  }
}

static void
bounds(void)
{
  ln_query_problem      problem = {.code = LN_L0101};
  ln_query*             q       = NULL;
  const ln_query_limits rows    = {.rows = 2U};
  const ln_query_limits memory  = {.memory = 4096U};
  const ln_query_limits time    = {.seconds = 1e-9};
  ln_dataset* const     set     = small_dataset();
  const ln_view product = LN_V("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }");
  CU_ASSERT_EQUAL_FATAL(ln_query_new(set, product, NULL, &q, &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_query_run(q, &memory, &problem), LN_STOP);
  CU_ASSERT_EQUAL(problem.code, LN_L1004);
  CU_ASSERT_EQUAL(ln_query_run(q, &time, &problem), LN_STOP);
  CU_ASSERT_EQUAL(problem.code, LN_L1003);
  ln_query_free(q);
  CU_ASSERT_EQUAL_FATAL(ln_query_new(set, LN_V("SELECT * { ?a ?b ?c }"), NULL, &q, &problem),
                        LN_OK);
  CU_ASSERT_EQUAL(ln_query_run(q, &rows, &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_query_rows(q), 2U);
  CU_ASSERT(ln_query_cut(q));
  ln_query_free(q);
  ln_query_problem_clear(&problem);
  ln_dataset_free(set);
}

/* A variable that is given a value has it everywhere, also in a sub-select. */
static void
given(void)
{
  static const ln_view    NAMES[]  = {{"this", 4U}};
  const ln_query_settings settings = {.variables = NAMES, .n_variables = 1U};
  ln_query_problem        problem  = {.code = LN_L0101};
  ln_query*               q        = NULL;
  ln_dataset* const       set      = small_dataset();
  const ln_read_term      a        = {.kind = LN_IRI, .text = LN_V("http://x/a")};
  const ln_read_term      b        = {.kind = LN_IRI, .text = LN_V("http://x/b")};
  const ln_view           text     = LN_V("SELECT $this ?n { { SELECT (COUNT(?o) AS ?n) { $this "
                                          "<http://x/knows> ?o } } FILTER EXISTS { $this ?p ?o } }");
  CU_ASSERT_EQUAL_FATAL(ln_query_new(set, text, &settings, &q, &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_query_bind(q, 0U, &a), LN_OK);
  CU_ASSERT_EQUAL(ln_query_run(q, NULL, &problem), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_query_rows(q), 1U);
  CHECK_VIEW(ln_query_cell(q, 0U, 0U).text, "http://x/a");
  CHECK_VIEW(ln_query_cell(q, 0U, 1U).text, "2");
  CU_ASSERT_EQUAL(ln_query_bind(q, 0U, &b), LN_OK);
  CU_ASSERT_EQUAL(ln_query_run(q, NULL, &problem), LN_OK);
  CHECK_VIEW(ln_query_cell(q, 0U, 1U).text, "1");
  ln_query_free(q);
  ln_query_problem_clear(&problem);
  ln_dataset_free(set);
}

static const unit_test TESTS[] = {{"patterns", patterns},
                                  {"values", values},
                                  {"aggregates", aggregates},
                                  {"paths", paths},
                                  {"expressions", expressions},
                                  {"graphs", graphs},
                                  {"forms", forms},
                                  {"refused", refused},
                                  {"bounds", bounds},
                                  {"given", given}};

UNIT_MAIN("query/query", TESTS)
