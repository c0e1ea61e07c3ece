/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What every ontology may take for granted: which datatypes lie within others, what a literal of a
   datatype looks like, and which terms RDF, RDF Schema, OWL and SHACL declare themselves. Small
   tables that are walked through. */

#include "check/literal.h"
#include "check/ontology_inner.h"
#include "rdf/edtf.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define EDTF "http://id.loc.gov/datatypes/edtf/"

typedef struct {
  const char* within;
  const char* of;
} derivation;

/* XML Schema 1.1, part 2, section 3: each built-in datatype and the one it restricts. */
static const derivation DERIVED[] = {
  {XSD "normalizedString", XSD "string"},
  {XSD "token", XSD "normalizedString"},
  {XSD "language", XSD "token"},
  {XSD "NMTOKEN", XSD "token"},
  {XSD "Name", XSD "token"},
  {XSD "NCName", XSD "Name"},
  {XSD "ID", XSD "NCName"},
  {XSD "IDREF", XSD "NCName"},
  {XSD "ENTITY", XSD "NCName"},
  {XSD "integer", XSD "decimal"},
  {XSD "nonPositiveInteger", XSD "integer"},
  {XSD "negativeInteger", XSD "nonPositiveInteger"},
  {XSD "long", XSD "integer"},
  {XSD "int", XSD "long"},
  {XSD "short", XSD "int"},
  {XSD "byte", XSD "short"},
  {XSD "nonNegativeInteger", XSD "integer"},
  {XSD "unsignedLong", XSD "nonNegativeInteger"},
  {XSD "unsignedInt", XSD "unsignedLong"},
  {XSD "unsignedShort", XSD "unsignedInt"},
  {XSD "unsignedByte", XSD "unsignedShort"},
  {XSD "positiveInteger", XSD "nonNegativeInteger"},
  {XSD "yearMonthDuration", XSD "duration"},
  {XSD "dayTimeDuration", XSD "duration"},
  {XSD "dateTimeStamp", XSD "dateTime"},
  {XSD "string", RDF "PlainLiteral"},
  {RDF "langString", RDF "PlainLiteral"},
  {EDTF "EDTF-level0", EDTF "EDTF"},
  {EDTF "EDTF-level1", EDTF "EDTF"},
  {EDTF "EDTF-level2", EDTF "EDTF"},
};

/* Terms of RDF 1.1 Schema; a typing error in one of them is told like any other. */
static const char* const SCHEMA[] = {
  RDF "type",
  RDF "subject",
  RDF "predicate",
  RDF "object",
  RDF "first",
  RDF "rest",
  RDF "value",
  RDF "Statement",
  RDF "Property",
  RDF "List",
  RDF "Bag",
  RDF "Seq",
  RDF "Alt",
  RDF "CompoundLiteral",
  RDF "direction",
  RDF "language",
  RDF "reifies",
  RDFS "Resource",
  RDFS "Class",
  RDFS "Literal",
  RDFS "Datatype",
  RDFS "Container",
  RDFS "ContainerMembershipProperty",
  RDFS "subClassOf",
  RDFS "subPropertyOf",
  RDFS "domain",
  RDFS "range",
  RDFS "label",
  RDFS "comment",
  RDFS "member",
  RDFS "seeAlso",
  RDFS "isDefinedBy",
};

/* The datatype that one restricts; empty: none is known. */
static ln_view
above(const ln_view datatype)
{
  for (size_t i = 0U; i < sizeof(DERIVED) / sizeof(DERIVED[0]); ++i) {
    if (ln_view_equals(datatype, ln_view_of(DERIVED[i].within))) {
      return ln_view_of(DERIVED[i].of);
    }
  }
  return LN_V("");
}

bool
ln_datatype_within(const ln_view datatype, const ln_view other)
{
  ln_view at = datatype;
  while (at.n > 0U && !ln_view_equals(at, other)) {
    at = above(at);
  }
  return at.n > 0U || ln_view_equals(other, LN_V(RDFS "Literal"));
}

/* EDTF is checked to level 1; a literal of level 2 is left alone. */
static bool
edtf_holds(const ln_view datatype, const ln_view text, ln_view* const expected)
{
  ln_edtf     value   = {0};
  const char* problem = NULL;
  if (ln_view_equals(datatype, LN_V(EDTF "EDTF-level2")) || ln_edtf_parse(text, &value, &problem)) {
    return true;
  }
  *expected = LN_V("a date such as 1969-12-31, 1969, 1988~, 199X or 1993/1995 (EDTF level 0 or 1)");
  return false;
}

bool
ln_datatype_holds(const ln_term_table* const terms, const uint32_t literal, ln_view* const expected)
{
  const ln_view datatype = ln_term_table_text(terms, ln_term_table_datatype(terms, literal));
  const ln_view text     = ln_term_table_text(terms, literal);
  *expected              = LN_V("");
  if (ln_view_starts(datatype, LN_V(EDTF))) {
    return edtf_holds(datatype, text, expected);
  }
  const ln_builtin* const builtin = ln_literal_builtin(datatype);
  if (!builtin || ln_literal_valid(builtin, text)) {
    return true;
  }
  *expected = ln_view_of(builtin->noun);
  return false;
}

/* rdf:_1 and so on. */
static bool
is_membership(const ln_view iri)
{
  const ln_view rest = ln_view_from(iri, sizeof(RDF "_") - 1U);
  bool          is   = ln_view_starts(iri, LN_V(RDF "_")) && rest.n > 0U;
  for (size_t i = 0U; i < rest.n; ++i) {
    is = is && rest.s[i] >= '0' && rest.s[i] <= '9';
  }
  return is;
}

bool
ln_ontology_knows(const ln_view iri)
{
  if (ln_view_starts(iri, LN_V("http://www.w3.org/2002/07/owl#")) ||
      ln_view_starts(iri, LN_V(LN_SH_NAMESPACE)) || ln_view_starts(iri, LN_V(XSD)) ||
      is_membership(iri)) {
    return true;
  }
  for (size_t i = 0U; i < sizeof(SCHEMA) / sizeof(SCHEMA[0]); ++i) {
    if (ln_view_equals(iri, ln_view_of(SCHEMA[i]))) {
      return true;
    }
  }
  return false;
}
