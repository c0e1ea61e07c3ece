/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Constraints on one value node, and counts: expected rows by hand from SHACL, sections 4.1 to 4.4
 * and 4.8. */

#include "shapes_unit.h"

static void
types(void)
{
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:class :C ] .",
             ":a :p :b , :c , :d , 1 , [] . :b a :C . :c a :D . :D rdfs:subClassOf :E . :E "
             "rdfs:subClassOf :C .",
             "a p d class\na p 1 class\na p [] class\n");
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:datatype xsd:byte ] .",
             ":a :p '1'^^xsd:byte , '300'^^xsd:byte , 'x'^^xsd:byte , 1 , :b .",
             "a p 300 datatype\na p x datatype\na p 1 datatype\na p b datatype\n");
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:datatype rdf:langString ] .",
             ":a :p 'x'@en , 'y' .",
             "a p y datatype\n");
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:nodeKind sh:BlankNodeOrIRI ] .",
             ":a :p :b , [] , 'c' .",
             "a p c nodeKind\n");
}

static void
ranges(void)
{
  CHECK_ROWS(
    ":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:minInclusive 2 ; sh:maxExclusive 4.0 ] .",
    ":a :p 1 , 2 , 3.5 , 4e0 , 'x' .",
    "a p 1 minInclusive\na p x minInclusive\na p 4e0 maxExclusive\na p x maxExclusive\n");
  CHECK_ROWS(":s sh:targetNode 1 , 2 , 3 ; sh:minExclusive 1 ; sh:maxInclusive 2 .",
             "",
             "1 - 1 minExclusive\n3 - 3 maxInclusive\n");
}

static void
texts(void)
{
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:minLength 2 ; sh:maxLength 3 ] .",
             ":a :p 'a' , 'åäö' , 'abcd' , [] .",
             "a p a minLength\na p [] minLength\na p abcd maxLength\na p [] maxLength\n");
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:pattern '^B' ; sh:flags 'i' ] .",
             ":a :p 'bx' , 'xb' , <Bc> , [] .",
             "a p xb pattern\na p Bc pattern\na p [] pattern\n");
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:languageIn ( 'EN' 'de-AT' ) ] .",
             ":a :p 'a'@en , 'b'@en-GB , 'c'@eng , 'd'@de , 'e'@de-at , 'f' .",
             "a p c languageIn\na p d languageIn\na p f languageIn\n");
}

static void
counts(void)
{
  CHECK_ROWS(
    ":s sh:targetNode :a , :b ; sh:property [ sh:path :p ; sh:minCount 1 ; sh:maxCount 1 ] .",
    ":a :p 1 , 2 .",
    "a p - maxCount\nb p - minCount\n");
  CHECK_ROWS(
    ":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:hasValue 1 , 2 ; sh:in ( 1 3 ) ] .",
    ":a :p 1 , 4 .",
    "a p - hasValue\na p 4 in\n");
}

/* What cannot be found out is said, and is no result. */
static void
endless(void)
{
  shapes_sample s;
  CU_ASSERT_EQUAL_FATAL(
    shapes_run(&s,
               ":s sh:targetNode 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac' ; "
               "sh:pattern '^(a|aa|aaa)+(b|bb)?\\\\1$' .",
               ""),
    LN_OK);
  CU_ASSERT_EQUAL(s.results.total, 0U);
  CHECK_VIEW(ln_text_view(&s.faults), "L0713\n");
  shapes_clear(&s);
}

static const unit_test TESTS[] = {
  {"types", types}, {"ranges", ranges}, {"texts", texts}, {"counts", counts}, {"endless", endless}};

UNIT_MAIN("check/value_leaf", TESTS)
