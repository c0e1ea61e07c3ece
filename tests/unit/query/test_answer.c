/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Answers in the formats of the W3C. */

#include "unit.h"

#include "query_data.h"

static void
check_form(const char* const text, const ln_answer_form form, const char* const expected)
{
  ln_query* const q   = ask(text);
  ln_out*         out = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_out_memory(&out), LN_OK);
  CU_ASSERT_EQUAL(ln_answer_write(q, form, TEST_PREFIXES, 3U, out), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), expected);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_query_free(q);
}

static const char ROW[] =
  "SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { (:i \"x,\\\"<\"@en UNDEF 1.5) } }";

static void
forms(void)
{
  check_form(ROW, LN_ANSWER_CSV, "a,b,c,d\r\nhttp://x/i,\"x,\"\"<\",,1.5\r\n");
  check_form(ROW, LN_ANSWER_TSV, "?a\t?b\t?c\t?d\n<http://x/i>\t\"x,\\\"<\"@en\t\t1.5\n");
  check_form(ROW,
             LN_ANSWER_JSON,
             "{\"head\":{\"vars\":[\"a\",\"b\",\"c\",\"d\"]},\"results\":{\"bindings\":[\n"
             "{\"a\":{\"type\":\"uri\",\"value\":\"http://x/"
             "i\"},\"b\":{\"type\":\"literal\",\"value\":\"x,\\\"<\","
             "\"xml:lang\":\"en\"},\"d\":{\"type\":\"literal\",\"value\":\"1.5\","
             "\"datatype\":\"http://www.w3.org/2001/XMLSchema#decimal\"}}\n]}}\n");
  check_form(
    ROW,
    LN_ANSWER_XML,
    "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"
    "<head><variable name=\"a\"/><variable name=\"b\"/><variable name=\"c\"/><variable "
    "name=\"d\"/></head>\n<results>\n<result><binding name=\"a\"><uri>http://x/i</uri></binding>"
    "<binding name=\"b\"><literal xml:lang=\"en\">x,&quot;&lt;</literal></binding><binding "
    "name=\"d\"><literal datatype=\"http://www.w3.org/2001/XMLSchema#decimal\">1.5</literal>"
    "</binding></result>\n</results>\n</sparql>\n");
}

static void
empty(void)
{
  check_form("SELECT ?a { :no :no ?a }", LN_ANSWER_CSV, "a\r\n");
  check_form("ASK { }", LN_ANSWER_JSON, "{\"head\":{},\"boolean\":true}\n");
  check_form("ASK { :no :no :no }",
             LN_ANSWER_XML,
             "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n"
             "<head></head>\n<boolean>false</boolean>\n</sparql>\n");
  check_form("ASK { :no :no :no }", LN_ANSWER_TABLE, "false\n");
  CU_ASSERT_STRING_EQUAL(ln_answer_name(LN_ANSWER_JSON), "json");
  CU_ASSERT_PTR_NULL(ln_answer_name(5U));
  CU_ASSERT_STRING_EQUAL(ln_answer_media_type(LN_ANSWER_JSON), "application/sparql-results+json");
}

static void
no_memory(void)
{
  check_memory("SELECT * { ?s ?p ?o }");
}

static const unit_test TESTS[] = {{"forms", forms}, {"empty", empty}, {"no memory", no_memory}};

UNIT_MAIN("query/answer", TESTS)
