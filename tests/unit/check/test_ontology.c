/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is read of an ontology: properties with what they demand, also from above; disjoint pairs,
   each once. */

#include "ontology_unit.h"

static const ln_property_use*
property(const ontology_sample* const s, const char* const word)
{
  return ln_ontology_property(&s->ontology, ontology_term(s, word));
}

static void
properties(void)
{
  ontology_sample s;
  CU_ASSERT_EQUAL_FATAL(
    ontology_open(&s,
                  ":p a owl:ObjectProperty , owl:FunctionalProperty ; rdfs:domain :A . "
                  ":q a owl:SymmetricProperty ; rdfs:subPropertyOf :p ; rdfs:range :B . "
                  ":d a rdf:Property ; rdfs:range xsd:date . "
                  ":m a rdf:Property ; rdfs:range xsd:date , :B .",
                  ""),
    LN_OK);
  CU_ASSERT_EQUAL(s.ontology.n_properties, 4U);
  CU_ASSERT_PTR_NULL(property(&s, "A"));
  CU_ASSERT_PTR_NOT_NULL_FATAL(property(&s, "q"));
  const unsigned flags = LN_PROPERTY_OF_NODES | LN_PROPERTY_SINGLE | LN_PROPERTY_BOTH;
  CU_ASSERT_EQUAL(property(&s, "q")->flags, flags);
  CU_ASSERT_EQUAL(property(&s, "q")->domains.n, 1U);
  CU_ASSERT_EQUAL(property(&s, "q")->ranges.n, 1U);
  CU_ASSERT_EQUAL(property(&s, "p")->ranges.n, 0U);
  CU_ASSERT_EQUAL(property(&s, "d")->flags, (unsigned)LN_PROPERTY_OF_DATA);
  CU_ASSERT_EQUAL(property(&s, "m")->flags, 0U); // both kinds, so neither is demanded
  ontology_close(&s);
}

static void
declarations(void)
{
  ontology_sample s;
  CU_ASSERT_EQUAL_FATAL(
    ontology_open(
      &s,
      ":A a owl:Class . :B a rdfs:Class . :C a owl:DeprecatedClass . :D a rdfs:Datatype . "
      "[] a owl:Class . :x a :A .",
      ":E a owl:Class ; owl:deprecated '1'^^xsd:boolean ."),
    LN_OK);
  CU_ASSERT_EQUAL(s.ontology.classes.n, 5U);
  CU_ASSERT(ln_ontology_has(&s.ontology, s.ontology.classes, ontology_term(&s, "E")));
  CU_ASSERT_FALSE(ln_ontology_has(&s.ontology, s.ontology.classes, ontology_term(&s, "x")));
  CU_ASSERT_EQUAL(s.ontology.deprecated.n, 2U);
  ontology_close(&s);
}

static void
pairs(void)
{
  ontology_sample s;
  CU_ASSERT_EQUAL_FATAL(
    ontology_open(&s,
                  ":A a owl:Class ; owl:disjointWith :B , :A , :C . :B a owl:Class ; "
                  "owl:disjointWith :A . :C a owl:Class . "
                  "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .",
                  ""),
    LN_OK);
  CU_ASSERT_EQUAL(s.ontology.n_disjoint, 3U);
  ontology_close(&s);
}

static void
no_memory(void)
{
  ontology_sample s;
  CHECK_ALLOC_FAILURES(
    ontology_open(&s,
                  ":A a owl:Class ; owl:disjointWith :B ; owl:hasKey ( :p ) . "
                  ":p a owl:InverseFunctionalProperty ; rdfs:subPropertyOf :q ; rdfs:domain :A , "
                  "[ owl:unionOf ( :A :B ) ] ; owl:deprecated true .",
                  ""),
    ontology_close(&s));
}

static const unit_test TESTS[] = {{"properties", properties},
                                  {"declarations", declarations},
                                  {"pairs", pairs},
                                  {"no memory", no_memory}};

UNIT_MAIN("check/ontology", TESTS)
