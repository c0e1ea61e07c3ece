/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Keys of one property and of several, of classes and of anything. */

#include "ontology_unit.h"

#define ONTOLOGY                                                                                   \
  ":A a owl:Class . :B a owl:Class ; rdfs:subClassOf :A . :C a owl:Class . :k a rdf:Property . "   \
  ":m a rdf:Property . "

static void
one_property(void)
{
  CHECK_BREACHES(ONTOLOGY ":A owl:hasKey ( :k ) .",
                 ":x a :A ; :k 1 , 2 . :y a :B ; :k 2 , 1 . :z a :C ; :k 1 . :w a :A ; :k 3 .",
                 "key y k 1 x\n");
  CHECK_BREACHES(ONTOLOGY ":A owl:hasKey ( :k ) .",
                 ":x a :A ; :k 1 . :y a :B ; :k 1 . :z a :B ; :k 1 .",
                 "key y k 1 x\nkey z k 1 x\n");
}

/* Both properties must have a value in common. */
static void
several_properties(void)
{
  CHECK_BREACHES(ONTOLOGY ":A owl:hasKey ( :k :m ) .",
                 ":x a :A ; :k 1 ; :m 1 . :y a :A ; :k 1 ; :m 2 . :z a :A ; :k 1 . "
                 ":w a :A ; :k 3 , 1 ; :m 2 , 4 .",
                 "key w k 1 y\n");
}

static void
inverse_functional(void)
{
  CHECK_BREACHES(
    ":k a owl:InverseFunctionalProperty .", ":x :k :a . :y :k :a . :z :k :b .", "key y k a x\n");
}

static void
turned_off(void)
{
  ontology_sample s;
  CU_ASSERT_EQUAL_FATAL(
    ontology_open(&s, ":k a owl:InverseFunctionalProperty .", ":x :k 1 . :y :k 1 ."), LN_OK);
  const ln_ontology_check check = ontology_check_of(&s);
  s.policy.level[LN_A_KEY]      = LN_LEVEL_OFF;
  CU_ASSERT_EQUAL(ln_ontology_breaches(&check, &s.breaches), LN_OK);
  CU_ASSERT_EQUAL(s.breaches.total, 0U);
  ontology_close(&s);
}

/* More choices of values than are looked at still count with the first of them; no end is lost. */
static void
many_choices(void)
{
  ln_text data = {0};
  CU_ASSERT_EQUAL(ln_text_format(&data, ":x a :A ; :m 1 ; :k 0"), LN_OK);
  for (int i = 1; i < 1000; ++i) {
    CU_ASSERT_EQUAL(ln_text_format(&data, " , %d", i), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_text_format(&data, " . :y a :A ; :m 1 ; :k 0 ."), LN_OK);
  CHECK_BREACHES(ONTOLOGY ":A owl:hasKey ( :k :m ) .", data.s, "key y k 0 x\n");
  ln_text_clear(&data);
}

static void
no_memory(void)
{
  ontology_sample s;
  CHECK_ALLOC_FAILURES(
    ontology_run(&s, ":k a owl:InverseFunctionalProperty .", ":x :k 1 . :y :k 1 ."),
    ontology_close(&s));
}

static const unit_test TESTS[] = {{"one property", one_property},
                                  {"several properties", several_properties},
                                  {"inverse functional", inverse_functional},
                                  {"turned off", turned_off},
                                  {"many choices", many_choices},
                                  {"no memory", no_memory}};

UNIT_MAIN("check/ontology_key", TESTS)
