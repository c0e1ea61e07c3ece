/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* RDF/XML through raptor: triples, lines, faults, and no file but the one given. */

#include "read_unit.h"

#define RDF "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:e='http://e/'>"

static void
triples(void)
{
  const ln_view TEXT =
    LN_V(RDF "\n<e:T rdf:about='x'><e:p xml:lang='en'>v</e:p>\n<e:q rdf:nodeID='n'/>\n"
             "<e:r rdf:datatype='http://e/d'>1</e:r></e:T>\n</rdf:RDF>");
  read_sample s = {.lines = true};
  CU_ASSERT_EQUAL(read_text("rdfxml", TEXT, &s), LN_OK);
  CU_ASSERT(s.whole);
  CU_ASSERT_EQUAL(s.n, 4U);
  CHECK_VIEW(ln_text_view(&s.text),
             "2 <http://example.org/d/x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
             "<http://e/T> \n"
             "2 <http://example.org/d/x> <http://e/p> \"v\"@en \n"
             "3 <http://example.org/d/x> <http://e/q> _:n \n"
             "4 <http://example.org/d/x> <http://e/r> \"1\"^^http://e/d \n");
  read_clear(&s);
}

static void
faults(void)
{
  read_sample s = {0};
  CU_ASSERT_EQUAL(read_text("rdfxml", LN_V(RDF "\n<e:T>\n</rdf:RDF>"), &s), LN_OK);
  CU_ASSERT_FALSE(s.whole);

  CU_ASSERT_EQUAL(s.line, 3U);
  CU_ASSERT(s.message.n > 0U);
  read_clear(&s);
}

static void
foreign_entity(void)
{
  const ln_view TEXT = LN_V("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" RDF
                            "<e:T rdf:about='x'><e:p>&x;</e:p></e:T></rdf:RDF>");
  read_sample   s    = {0};
  CU_ASSERT_EQUAL(read_text("rdfxml", TEXT, &s), LN_OK);
  CU_ASSERT(!s.text.s || !strstr(s.text.s, "root:"));
  read_clear(&s);
}

static void
stopped(void)
{
  const ln_view TEXT = LN_V(RDF "<e:T rdf:about='x'><e:p>v</e:p><e:p>w</e:p></e:T></rdf:RDF>");
  read_sample   s    = {.stop_at = 2U};
  CU_ASSERT_EQUAL(read_text("rdfxml", TEXT, &s), LN_STOP);
  CU_ASSERT_EQUAL(s.n, 2U);
  read_clear(&s);
}

static void
no_memory(void)
{
  read_sample s = {0};
  CHECK_ALLOC_FAILURES(read_text("rdfxml", LN_V(RDF "<e:T/></rdf:RDF>"), &s), read_clear(&s));
}

static const unit_test TESTS[] = {{"triples", triples},
                                  {"faults", faults},
                                  {"foreign entity", foreign_entity},
                                  {"stopped", stopped},
                                  {"no memory", no_memory}};

UNIT_MAIN("graph/read_raptor", TESTS)
