/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What an ontology says, by hand as shapes. Whole documents are in tests/cases/shapes. */

#include "shapes_unit.h"

#include "check/ontology_shapes.h"

#define OWL "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"

typedef struct {
  ln_log*        log;
  ln_term_table* terms;
  ln_triple_set* ontology;
  ln_triple_set* made;
  ln_vocabulary  words;
  ln_shape_draft draft;
  shapes_sample  loading;
} sample;

static ln_status
draw(sample* const s, const char* const text)
{
  const ln_log_policy policy = {0};
  *s                         = (sample){.log      = ln_log_new(&policy),
                                        .terms    = ln_term_table_new(),
                                        .ontology = ln_triple_set_new(),
                                        .made     = ln_triple_set_new()};
  if (!s->log || !s->terms || !s->ontology || !s->made) {
    return LN_NO_MEM;
  }
  s->loading = (shapes_sample){.log = s->log, .terms = s->terms};
  LN_TRY(ln_vocabulary_add(s->terms, &s->words));
  LN_TRY(shapes_load(&s->loading, text, s->ontology));
  s->draft = (ln_shape_draft){
    .terms = s->terms, .set = s->made, .words = &s->words, .space = LN_V("https://e.org/s#")};
  LN_TRY(ln_ontology_shapes(s->ontology, &s->draft));
  return ln_triple_set_seal(s->made);
}

static void
end(sample* const s)
{
  ln_shape_draft_clear(&s->draft);
  ln_triple_set_free(s->made);
  ln_triple_set_free(s->ontology);
  ln_term_table_free(s->terms);
  ln_log_free(s->log);
}

static uint32_t
term(const sample* const s, const char* const iri)
{
  uint32_t number = LN_NO_TERM;
  CU_ASSERT_EQUAL(ln_term_table_add_iri(s->terms, ln_view_of(iri), &number), LN_OK);
  return number;
}

/* The objects of a word of SHACL. */
static ln_halves
said(const sample* const s, const uint32_t shape, const ln_word word)
{
  return ln_triple_set_objects(s->made, shape, s->words.term[word]);
}

static void
properties(void)
{
  sample s;
  CU_ASSERT_EQUAL_FATAL(
    draw(&s,
         OWL ":p a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:range xsd:date .\n"
             ":q rdfs:domain :C ; rdfs:range :C . :C a owl:Class .\n"
             ":r rdfs:range owl:Thing ; rdfs:domain rdfs:Resource . :t a rdf:Property .\n"),
    LN_OK);
  const uint32_t p = term(&s, "https://e.org/s#p");
  const uint32_t q = term(&s, "https://e.org/s#q");
  CU_ASSERT_EQUAL(ln_half_node(said(&s, p, LN_W_PATH).v[0]), term(&s, "https://e.org/p"));
  CU_ASSERT_EQUAL(ln_half_node(said(&s, p, LN_W_DATATYPE).v[0]),
                  term(&s, "http://www.w3.org/2001/XMLSchema#date"));
  CHECK_VIEW(ln_term_table_text(s.terms, ln_half_node(said(&s, p, LN_W_MAX_COUNT).v[0])), "1");
  CU_ASSERT_EQUAL(ln_half_node(said(&s, q, LN_W_CLASS).v[0]), term(&s, "https://e.org/C"));
  CU_ASSERT_EQUAL(said(&s, q, LN_W_MAX_COUNT).n, 0U);
  const uint32_t domain = term(&s, "https://e.org/s#q-domain");
  CU_ASSERT_EQUAL(ln_half_node(said(&s, domain, LN_W_TARGET_SUBJECTS_OF).v[0]),
                  term(&s, "https://e.org/q"));
  CU_ASSERT_EQUAL(said(&s, domain, LN_W_CLASS).n, 1U);
  CU_ASSERT_EQUAL(ln_triple_set_of(s.made, term(&s, "https://e.org/s#r-domain")).n, 0U);
  CU_ASSERT_EQUAL(ln_triple_set_of(s.made, term(&s, "https://e.org/s#t")).n, 0U);
  end(&s);
}

/* A key of two properties cannot be said; a list that is none says nothing. */
static void
classes(void)
{
  sample s;
  CU_ASSERT_EQUAL_FATAL(
    draw(&s,
         OWL ":A owl:disjointWith :B ; owl:hasKey ( :k ) . :B owl:hasKey ( :k :l ) .\n"
             ":C owl:hasKey :k . :D rdfs:subClassOf [ owl:onProperty :p ; owl:cardinality 2 ] .\n"
             ":E rdfs:subClassOf [ owl:onProperty :p ; owl:minCardinality 'x' ] .\n"),
    LN_OK);
  const uint32_t a   = term(&s, "https://e.org/s#A");
  const uint32_t d   = term(&s, "https://e.org/s#D");
  const uint32_t key = ln_half_node(said(&s, a, LN_W_PROPERTY).v[0]);
  CU_ASSERT_EQUAL(said(&s, a, LN_W_NOT).n, 1U);
  CHECK_VIEW(
    ln_term_table_text(s.terms, ln_half_node(said(&s, key, LN_W_QUALIFIED_MAX_COUNT).v[0])), "1");
  CU_ASSERT_EQUAL(ln_triple_set_of(s.made, term(&s, "https://e.org/s#B")).n, 0U);
  CU_ASSERT_EQUAL(ln_triple_set_of(s.made, term(&s, "https://e.org/s#C")).n, 0U);
  const uint32_t two = ln_half_node(said(&s, d, LN_W_PROPERTY).v[0]);
  CHECK_VIEW(ln_term_table_text(s.terms, ln_half_node(said(&s, two, LN_W_MIN_COUNT).v[0])), "2");
  CHECK_VIEW(ln_term_table_text(s.terms, ln_half_node(said(&s, two, LN_W_MAX_COUNT).v[0])), "2");
  end(&s);
}

/* A list that bites its tail ends. */
static void
circle(void)
{
  sample s;
  CU_ASSERT_EQUAL(
    draw(&s, OWL ":p rdfs:range [ owl:unionOf _:l ] . _:l rdf:first :A ; rdf:rest _:l ."), LN_OK);
  CU_ASSERT_EQUAL(said(&s, term(&s, "https://e.org/s#p"), LN_W_OR).n, 1U);
  end(&s);
}

static void
no_memory(void)
{
  sample s = {0};
  CHECK_ALLOC_FAILURES(draw(&s,
                            OWL ":A owl:disjointWith :B ; owl:hasKey ( :k ) . :p rdfs:domain :A ; "
                                "rdfs:range [ owl:unionOf ( :A :B ) ] ."),
                       end(&s));
}

static const unit_test TESTS[] = {
  {"properties", properties}, {"classes", classes}, {"circle", circle}, {"no memory", no_memory}};

UNIT_MAIN("check/ontology_shapes", TESTS)
