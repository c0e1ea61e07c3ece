/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The words of a breach, for each kind of hint. */

#include "ontology_unit.h"

#include "check/breach_text.h"

static void
check_hint(const char* const ontology, const char* const data, const char* const hint)
{
  ontology_sample s;
  ln_text         text = {0};
  CU_ASSERT_EQUAL_FATAL(ontology_run(&s, ontology, data), LN_OK);
  CU_ASSERT_EQUAL_FATAL(s.breaches.n, 1U);
  ln_breach_wording w = {.ontology = &s.ontology, .terms = s.terms, .data = s.data};
  for (int i = 0; i < 2; ++i) { // the second time from what is kept
    ln_text_reset(&text);
    CU_ASSERT_EQUAL(ln_breach_hint(&w, &s.breaches.v[0], LN_V("a.ttl:3"), &text), LN_OK);
    CHECK_VIEW(ln_text_view(&text), hint);
  }
  CU_ASSERT(w.looked <= 1U);
  ln_breach_wording_clear(&w);
  ln_text_clear(&text);
  ontology_close(&s);
}

static void
names(void)
{
  check_hint(":Person a owl:Class .", ":x a :Persn .", "did you mean \"https://e.org/Person\"?");
  check_hint(":Person a owl:Class .", ":x a :Zebra .", "");
  check_hint(":birthDate a rdf:Property .",
             ":x :birth_date 1 .",
             "did you mean \"https://e.org/birthDate\"?");
  // as much alike: first that of the namespace of the misspelt name
  check_hint("<https://other.org/Person> a owl:Class . :Person a owl:Class .",
             ":x a :Persn .",
             "did you mean \"https://e.org/Person\" or \"https://other.org/Person\"?");
}

static void
values(void)
{
  check_hint(":p a owl:ObjectProperty .", ":x :p 1 .", "expected an IRI");
  check_hint(":p a owl:DatatypeProperty .", ":x :p :y .", "expected a literal");
  check_hint(":p a rdf:Property ; rdfs:range [ owl:unionOf ( xsd:date xsd:gYear ) ] .",
             ":x :p 'May' .",
             "expected a literal of xsd:date or xsd:gYear");
  check_hint(":p a rdf:Property ; rdfs:range :A .",
             ":x :p :y . :y rdfs:label 'y' .",
             "expected an instance of <https://e.org/A>; it is described, but no class is stated");
  check_hint(":p a rdf:Property .", ":x :p 'one'^^xsd:int .", "expected an integer");
}

static void
rivals(void)
{
  check_hint(":p a owl:FunctionalProperty .",
             ":x :p 1 , 2 .",
             "the other is \"1\"^^xsd:integer (a.ttl:3); keep the right one, or record both as "
             "claims");
  check_hint(":p a owl:SymmetricProperty .",
             ":x :p :y .",
             "expected also: <https://e.org/y>, <https://e.org/p>, <https://e.org/x>");
  check_hint(
    ":p a rdf:Property ; owl:deprecated true ; <http://purl.org/dc/terms/isReplacedBy> :q .",
    ":x :p 1 .",
    "<https://e.org/p> is deprecated; instead there is <https://e.org/q>");
}

static void
message(void)
{
  ontology_sample s;
  ln_text         text = {0};
  CU_ASSERT_EQUAL_FATAL(ontology_run(&s, ":p a rdf:Property .", ":x :q 'v' ."), LN_OK);
  const ln_breach_wording w = {.ontology = &s.ontology, .terms = s.terms, .data = s.data};
  CU_ASSERT_EQUAL(ln_breach_message(&w, &s.breaches.v[0], &text), LN_OK);
  CHECK_VIEW(ln_text_view(&text),
             "the property is declared nowhere: <https://e.org/x>, <https://e.org/q>, \"v\"");
  ln_text_clear(&text);
  ontology_close(&s);
}

static void
no_memory(void)
{
  ontology_sample s;
  ln_text         text = {0};
  CU_ASSERT_EQUAL_FATAL(ontology_run(&s, ":pq a rdf:Property .", ":x :qp 'v' ."), LN_OK);
  ln_breach_wording w = {.ontology = &s.ontology, .terms = s.terms, .data = s.data};
  CHECK_ALLOC_FAILURES(ln_breach_hint(&w, &s.breaches.v[0], LN_V(""), &text),
                       (ln_breach_wording_clear(&w), ln_text_clear(&text)));
  ontology_close(&s);
}

static const unit_test TESTS[] = {{"names", names},
                                  {"values", values},
                                  {"rivals", rivals},
                                  {"message", message},
                                  {"no memory", no_memory}};

UNIT_MAIN("check/breach_text", TESTS)
