/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Tables for people: columns are aligned, numbers to the right, prefixes shorten. */

#include "unit.h"

#include "query_data.h"

static void
check_table(const char* const text, const char* const expected)
{
  ln_query* const q   = ask(text);
  ln_out*         out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_answer_write(q, LN_ANSWER_TABLE, TEST_PREFIXES, 3U, out), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), expected);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_query_free(q);
}

static void
tables(void)
{
  check_table("SELECT ?name ?n { ?x :name ?name OPTIONAL { ?x :age ?n } } ORDER BY ?name",
              "name     n\n------  --\nAnn     30\nBob      7\nZo\xC3\xAB@fr    \n");
  check_table("SELECT ?x { VALUES ?x { :a <http://y/b#c> xsd:int \"a\\nb\" } }",
              "x\n--------------\n:a\n<http://y/b#c>\nxsd:int\na b\n");
  check_table("SELECT ?x { :no :no ?x }", "x\n-\n");
}

static void
no_memory(void)
{
  check_memory("SELECT * { ?s ?p ?o }");
}

static const unit_test TESTS[] = {{"tables", tables}, {"no memory", no_memory}};

UNIT_MAIN("query/answer_table", TESTS)
