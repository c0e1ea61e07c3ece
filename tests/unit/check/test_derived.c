/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The tree of datatypes (XML Schema 1.1, part 2, section 3), literals of them, and the terms that
   need no declaration. */

#include "ontology_unit.h"

#include "check/ontology_inner.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static void
within(void)
{
  CU_ASSERT(ln_datatype_within(LN_V(XSD "byte"), LN_V(XSD "decimal")));
  CU_ASSERT(ln_datatype_within(LN_V(XSD "NCName"), LN_V(XSD "string")));
  CU_ASSERT(ln_datatype_within(LN_V(XSD "date"), LN_V(XSD "date")));
  CU_ASSERT(ln_datatype_within(LN_V("https://e.org/d"),
                               LN_V("http://www.w3.org/2000/01/rdf-schema#Literal")));
  CU_ASSERT(ln_datatype_within(LN_V(RDF "langString"), LN_V(RDF "PlainLiteral")));
  CU_ASSERT_FALSE(ln_datatype_within(LN_V(XSD "decimal"), LN_V(XSD "integer")));
  CU_ASSERT_FALSE(ln_datatype_within(LN_V(XSD "integer"), LN_V(XSD "double")));
  CU_ASSERT_FALSE(ln_datatype_within(LN_V(RDF "langString"), LN_V(XSD "string")));
}

static void
known(void)
{
  CU_ASSERT(ln_ontology_knows(LN_V(RDF "type")));
  CU_ASSERT(ln_ontology_knows(LN_V(RDF "_12")));
  CU_ASSERT(ln_ontology_knows(LN_V("http://www.w3.org/2002/07/owl#sameAs")));
  CU_ASSERT_FALSE(ln_ontology_knows(LN_V(RDF "typ")));
  CU_ASSERT_FALSE(ln_ontology_knows(LN_V(RDF "_")));
  CU_ASSERT_FALSE(ln_ontology_knows(LN_V(RDF "_1a")));
  CU_ASSERT_FALSE(ln_ontology_knows(LN_V("https://e.org/type")));
}

static bool
holds(ontology_sample* const s,
      const char* const      datatype,
      const char* const      text,
      ln_view* const         expected)
{
  const ln_read_term literal = {
    .kind = LN_LITERAL, .text = ln_view_of(text), .datatype = ln_view_of(datatype)};
  uint32_t number = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_term_table_add(s->terms, &literal, 0U, &number), LN_OK);
  return ln_datatype_holds(s->terms, number, expected);
}

static void
literals(void)
{
  ontology_sample s;
  ln_view         expected = {0};
  CU_ASSERT_EQUAL_FATAL(ontology_open(&s, "", ""), LN_OK);
  CU_ASSERT(holds(&s, XSD "date", "1969-12-31", &expected));
  CU_ASSERT(holds(&s, "https://e.org/d", "anything", &expected));
  CU_ASSERT(holds(&s, "", "anything", &expected));
  CU_ASSERT(holds(&s, "http://id.loc.gov/datatypes/edtf/EDTF", "1988~", &expected));
  CHECK_VIEW(expected, "");
  CU_ASSERT_FALSE(holds(&s, XSD "date", "1969", &expected));
  CHECK_VIEW(expected, "a date");
  CU_ASSERT_FALSE(holds(&s, "http://id.loc.gov/datatypes/edtf/EDTF", "May", &expected));
  CHECK_VIEW(expected,
             "a date such as 1969-12-31, 1969, 1988~, 199X or 1993/1995 (EDTF level 0 or 1)");
  ontology_close(&s);
}

static const unit_test TESTS[] = {{"within", within}, {"known", known}, {"literals", literals}};

UNIT_MAIN("check/derived", TESTS)
