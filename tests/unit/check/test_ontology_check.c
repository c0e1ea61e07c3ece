/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Each check of a triple: what breaks it, and what does not although it looks like it. */

#include "ontology_unit.h"

#define CLASSES ":A a owl:Class . :B a owl:Class ; rdfs:subClassOf :A . :C a owl:Class . "

static void
undeclared(void)
{
  CHECK_BREACHES(CLASSES ":p a rdf:Property .",
                 ":x a :D , :B ; :q 1 ; :p 1 ; rdfs:label 'x' ; rdf:_1 1 ; rdfs:lable 'x' .",
                 "undeclared-class x type D -\nundeclared-property x q 1 -\n"
                 "undeclared-property x lable x -\n");
  /* An ontology without any property, or class, has none to hold a graph against. */
  CHECK_BREACHES(":A a owl:Class .", ":x a :A ; :q 1 .", "");
  CHECK_BREACHES(":q a rdf:Property .", ":x a :A ; :q 1 .", "");
  CHECK_BREACHES(CLASSES, ":D a rdfs:Class . :x a :D , [] .", "");
  CHECK_BREACHES(CLASSES, ":x a 'A' .", "literal-for-object x type A -\n");
}

static void
domain(void)
{
  static const char ONTOLOGY[] =
    CLASSES ":p a rdf:Property ; rdfs:domain :A . :q rdfs:subPropertyOf :p ; a rdf:Property .";
  CHECK_BREACHES(ONTOLOGY,
                 ":b a :B ; :p 1 . :c a :C ; :p 1 , 2 . :n :p 1 .",
                 "domain c p 1 A\ndomain-untyped n p 1 A\n");
  CHECK_BREACHES(ONTOLOGY, ":c a :C ; :q 1 .", "domain c q 1 A\n");
  CHECK_BREACHES(CLASSES ":p a rdf:Property ; rdfs:domain [ owl:unionOf ( :A :C ) ] .",
                 ":b a :B ; :p 1 . :c a :C ; :p 1 .",
                 "");
  CHECK_BREACHES(
    CLASSES ":p a rdf:Property ; rdfs:domain rdfs:Resource , owl:Thing .", ":n :p 1 .", "");
}

static void
range(void)
{
  static const char ONTOLOGY[] = CLASSES ":p a owl:ObjectProperty ; rdfs:range :A .";
  CHECK_BREACHES(ONTOLOGY,
                 ":s1 :p :b . :b a :B . :s2 :p :c . :c a :C . :s3 :p :n . :s4 :p 'text' .",
                 "range s2 p c A\nrange-untyped s3 p n A\nliteral-for-object s4 p text A\n");
  CHECK_BREACHES(":p a owl:ObjectProperty .", ":s :p 1 .", "literal-for-object s p 1 -\n");
  CHECK_BREACHES(":p a owl:DatatypeProperty .",
                 ":s :p :a , [] .",
                 "iri-for-literal s p a -\niri-for-literal s p [] -\n");
  CHECK_BREACHES(":p a rdf:Property ; rdfs:range rdfs:Literal .",
                 ":s :p :a , 1 , 'x'@en .",
                 "iri-for-literal s p a Literal\n");
}

static void
datatype(void)
{
  CHECK_BREACHES(":p a owl:DatatypeProperty ; rdfs:range xsd:integer .",
                 ":s :p 1 , '1'^^xsd:byte , 1.0 , '1' .",
                 "datatype s p 1.0 integer\ndatatype s p 1 integer\n");
  CHECK_BREACHES(":p a rdf:Property ; rdfs:range [ owl:unionOf ( xsd:date xsd:gYear ) ] .",
                 ":s :p '1969'^^xsd:gYear , '1969-12-31'^^xsd:date , '1969' .",
                 "datatype s p 1969 []\n");
  CHECK_BREACHES(":d a rdfs:Datatype . :p a rdf:Property ; rdfs:range :d .",
                 ":s :p 'x'^^:d , 'y' .",
                 "datatype s p y d\n");
}

static void
lexical(void)
{
  CHECK_BREACHES(":p a rdf:Property .",
                 ":s :p '1'^^xsd:integer , 'one'^^xsd:integer , 'x'^^:d , '1988~'^^edtf:EDTF , "
                 "'May'^^edtf:EDTF , 'May'^^edtf:EDTF-level2 .",
                 "lexical s p one integer\nlexical s p May EDTF\n");
}

static void
disjoint(void)
{
  CHECK_BREACHES(CLASSES ":A owl:disjointWith :C . :C owl:disjointWith :A .",
                 ":x a :B , :C . :y a :A , :B . :z a :C .",
                 "disjoint x type C B\n");
  CHECK_BREACHES(CLASSES "[] a owl:AllDisjointClasses ; owl:members ( :A :C ) .",
                 ":x a :A , :C .",
                 "disjoint x type C A\n");
}

static void
functional(void)
{
  CHECK_BREACHES(":p a owl:FunctionalProperty . :q a rdf:Property ; rdfs:subPropertyOf :p .",
                 ":x :p 1 , 2 , 3 . :y :p 1 , 01 . :z :q :a , :b . :w :p 1 .",
                 "functional x p 2 1\nfunctional x p 3 1\nfunctional z q b a\n");
}

static void
symmetric(void)
{
  CHECK_BREACHES(
    ":p a owl:SymmetricProperty .", ":x :p :y . :y :p :x . :x :p :x , :z .", "symmetric x p z -\n");
}

static void
deprecated(void)
{
  CHECK_BREACHES(
    CLASSES ":p a rdf:Property ; owl:deprecated true . :C owl:deprecated true . "
            ":A owl:deprecated false . :q a owl:DeprecatedProperty . :r a rdf:Property .",
    ":x a :C , :A ; :p 1 ; :q 2 . :y :r :C .",
    "deprecated x type C C\ndeprecated x p 1 p\ndeprecated x q 2 q\ndeprecated y r C C\n");
}

/* Nothing is said of what only the ontology says, whatever the graph adds to its things. */
static void
outside(void)
{
  CHECK_BREACHES(CLASSES ":p a rdf:Property ; rdfs:domain :A . :c a :C ; :p 1 ; :q 1 .",
                 ":c :p 1 ; rdfs:label 'c' .",
                 "");
}

static void
limits(void)
{
  static const char ONTOLOGY[] = ":p a rdf:Property .";
  static const char DATA[]     = ":x :a 1 , 2 , 3 .";
  ontology_sample   s;
  CU_ASSERT_EQUAL_FATAL(ontology_open(&s, ONTOLOGY, DATA), LN_OK);
  const volatile sig_atomic_t stop  = 1;
  ln_ontology_check           check = ontology_check_of(&s);
  s.breaches.most                   = 2U;
  CU_ASSERT_EQUAL(ln_ontology_breaches(&check, &s.breaches), LN_OK);
  CU_ASSERT_EQUAL(s.breaches.n, 2U);
  CU_ASSERT_EQUAL(s.breaches.total, 3U);
  check.stop = &stop;
  CU_ASSERT_EQUAL(ln_ontology_breaches(&check, &s.breaches), LN_STOP);
  ontology_close(&s);
  CU_ASSERT_EQUAL_FATAL(ontology_open(&s, ONTOLOGY, DATA), LN_OK);
  check                                    = ontology_check_of(&s);
  s.policy.level[LN_A_UNDECLARED_PROPERTY] = LN_LEVEL_OFF;
  CU_ASSERT_EQUAL(ln_ontology_breaches(&check, &s.breaches), LN_OK);
  CU_ASSERT_EQUAL(s.breaches.total, 0U);
  ontology_close(&s);
}

static void
no_memory(void)
{
  ontology_sample s;
  CHECK_ALLOC_FAILURES(ontology_run(&s,
                                    CLASSES ":A owl:disjointWith :C ; owl:hasKey ( :p ) . "
                                            ":p a owl:FunctionalProperty ; rdfs:domain :A .",
                                    ":x a :B , :C ; :p 1 , 2 . :y a :A ; :p 1 ."),
                       ontology_close(&s));
}

static const unit_test TESTS[] = {{"undeclared", undeclared},
                                  {"domain", domain},
                                  {"range", range},
                                  {"datatype", datatype},
                                  {"lexical", lexical},
                                  {"disjoint", disjoint},
                                  {"functional", functional},
                                  {"symmetric", symmetric},
                                  {"deprecated", deprecated},
                                  {"outside", outside},
                                  {"limits", limits},
                                  {"no memory", no_memory}};

UNIT_MAIN("check/ontology_check", TESTS)
