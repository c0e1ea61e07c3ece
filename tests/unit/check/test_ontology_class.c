/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What classes lie below others, by any way round, and lists that are none. */

#include "ontology_unit.h"

static bool
below(const ontology_sample* const s, const size_t use, const char* const word)
{
  return ln_ontology_has(&s->ontology, s->ontology.uses[use].below, ontology_term(s, word));
}

static void
walks(void)
{
  ontology_sample s;
  CU_ASSERT_EQUAL_FATAL(
    ontology_open(&s,
                  ":p a rdf:Property ; rdfs:domain :a . :b rdfs:subClassOf :a . "
                  ":c rdfs:subClassOf :b . :a rdfs:subClassOf :c . :d owl:equivalentClass :c . "
                  ":b owl:equivalentClass :e . :f rdfs:subClassOf :g .",
                  ""),
    LN_OK);
  CU_ASSERT_EQUAL_FATAL(s.ontology.n_uses, 1U);
  CU_ASSERT_EQUAL(s.ontology.uses[0].below.n, 5U);
  CU_ASSERT(below(&s, 0U, "a") && below(&s, 0U, "c") && below(&s, 0U, "d") && below(&s, 0U, "e"));
  CU_ASSERT_FALSE(below(&s, 0U, "f"));
  CU_ASSERT_FALSE(s.ontology.uses[0].datatype);
  ontology_close(&s);
}

/* A use is made once for all properties; restrictions and mixed unions are none. */
static void
uses(void)
{
  ontology_sample s;
  CU_ASSERT_EQUAL_FATAL(
    ontology_open(&s,
                  ":p a rdf:Property ; rdfs:domain :a ; rdfs:range :a , xsd:date . "
                  ":q a rdf:Property ; rdfs:range [ a owl:Restriction ] , "
                  "[ owl:unionOf ( :a xsd:date ) ] , [ owl:unionOf ( :a :b ) ] .",
                  ""),
    LN_OK);
  CU_ASSERT_EQUAL_FATAL(s.ontology.n_uses, 3U);
  CU_ASSERT(s.ontology.uses[1].datatype || s.ontology.uses[0].datatype);
  CU_ASSERT_EQUAL(s.ontology.uses[2].below.n, 2U);
  ontology_close(&s);
}

/* A list that comes back to itself, or breaks off, ends there. */
static void
lists(void)
{
  ontology_sample s;
  CU_ASSERT_EQUAL_FATAL(ontology_open(&s,
                                      ":A a owl:Class ; owl:hasKey _:l . "
                                      "_:l rdf:first :p ; rdf:rest _:m . "
                                      "_:m rdf:first :q ; rdf:rest _:l . "
                                      ":B a owl:Class ; owl:hasKey [ rdf:first :p ] , () .",
                                      ""),
                        LN_OK);
  CU_ASSERT_EQUAL_FATAL(s.ontology.n_keys, 2U);
  CU_ASSERT_EQUAL(s.ontology.keys[0].properties.n + s.ontology.keys[1].properties.n, 3U);
  ontology_close(&s);
}

static const unit_test TESTS[] = {{"walks", walks}, {"uses", uses}, {"lists", lists}};

UNIT_MAIN("check/ontology_class", TESTS)
