/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_ONTOLOGY_UNIT_H
#define LN_TESTS_ONTOLOGY_UNIT_H

/* Holds a text of data against a text of ontology. Rows are `check focus predicate value other`,
   words of the namespace of the tests as they are, what is absent as `-`. */

#include "unit.h"

#include "base/text.h"
#include "check/ontology.h"
#include "graph/load.h"

#define ONTOLOGY_PREFIXES                                                                          \
  "@prefix : <https://e.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "                  \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "                                  \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "                                       \
  "@prefix edtf: <http://id.loc.gov/datatypes/edtf/> . "                                           \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"

typedef struct {
  ln_log*         log;
  ln_term_table*  terms;
  ln_triple_set*  data;
  ln_triple_set*  outside;
  ln_ontology     ontology;
  ln_axiom_policy policy;
  ln_breaches     breaches;
} ontology_sample;

static inline ln_status
ontology_load(ontology_sample* const s, const char* const text, ln_triple_set* const set)
{
  ln_text          whole   = {0};
  bool             good    = false;
  ln_status        st      = ln_text_format(&whole, "%s%s", ONTOLOGY_PREFIXES, text);
  const ln_reading reading = {
    .path = "t.ttl", .bytes = ln_text_view(&whole), .base = "https://e.org/"};
  st = st == LN_OK ? ln_load_triples(&reading, 0U, s->log, s->terms, set, &good) : st;
  CU_ASSERT(st != LN_OK || good);
  ln_text_clear(&whole);
  return st;
}

/* All but the checks themselves. */
static inline ln_status
ontology_open(ontology_sample* const s, const char* const ontology, const char* const data)
{
  const ln_log_policy quiet = {0};
  *s         = (ontology_sample){.policy = ln_axiom_policy_usual(), .breaches = {.most = 1000U}};
  s->log     = ln_log_new(&quiet);
  s->terms   = ln_term_table_new();
  s->data    = ln_triple_set_new();
  s->outside = ln_triple_set_new();
  if (!s->log || !s->terms || !s->data || !s->outside) {
    return LN_NO_MEM;
  }
  LN_TRY(ontology_load(s, ontology, s->outside));
  LN_TRY(ontology_load(s, ontology, s->data));
  LN_TRY(ontology_load(s, data, s->data));
  LN_TRY(ln_triple_set_seal(s->outside));
  LN_TRY(ln_triple_set_seal(s->data));
  return ln_ontology_read(s->data, s->terms, &s->ontology);
}

static inline ln_ontology_check
ontology_check_of(const ontology_sample* const s)
{
  return (ln_ontology_check){.ontology = &s->ontology,
                             .terms    = s->terms,
                             .data     = s->data,
                             .outside  = s->outside,
                             .policy   = &s->policy};
}

static inline ln_status
ontology_run(ontology_sample* const s, const char* const ontology, const char* const data)
{
  LN_TRY(ontology_open(s, ontology, data));
  const ln_ontology_check check = ontology_check_of(s);
  return ln_ontology_breaches(&check, &s->breaches);
}

static inline void
ontology_close(ontology_sample* const s)
{
  ln_breaches_clear(&s->breaches);
  ln_ontology_clear(&s->ontology);
  ln_triple_set_free(s->data);
  ln_triple_set_free(s->outside);
  ln_term_table_free(s->terms);
  ln_log_free(s->log);
}

/* The local name, the lexical form, or `[]`. */
static inline ln_view
ontology_word(const ontology_sample* const s, const uint32_t term)
{
  if (term == LN_NO_TERM) {
    return LN_V("-");
  }
  const ln_view text = ln_term_table_text(s->terms, term);
  const ln_kind is   = ln_term_table_kind(s->terms, term);
  for (size_t i = text.n; is == LN_IRI && i > 0U; --i) {
    if (text.s[i - 1U] == '/' || text.s[i - 1U] == '#') {
      return ln_view_from(text, i);
    }
  }
  return is == LN_BLANK ? LN_V("[]") : text;
}

/* The number of a word of the tests. */
static inline uint32_t
ontology_term(const ontology_sample* const s, const char* const word)
{
  ln_text  iri    = {0};
  uint32_t number = LN_NO_TERM;
  CU_ASSERT_EQUAL(ln_text_format(&iri, "https://e.org/%s", word), LN_OK);
  CU_ASSERT_EQUAL(ln_term_table_add_iri(s->terms, ln_text_view(&iri), &number), LN_OK);
  ln_text_clear(&iri);
  return number;
}

static inline void
ontology_add_row(const ontology_sample* const s, const ln_breach* const b, ln_text* const out)
{
  const ln_view words[] = {ln_axiom_name(b->axiom),
                           ontology_word(s, b->focus),
                           ontology_word(s, b->predicate),
                           ontology_word(s, b->value),
                           ontology_word(s, b->other)};
  for (size_t i = 0U; i < 5U; ++i) {
    CU_ASSERT_EQUAL(ln_text_add(out, words[i]), LN_OK);
    CU_ASSERT_EQUAL(ln_text_add_byte(out, i < 4U ? ' ' : '\n'), LN_OK);
  }
}

#define CHECK_BREACHES(ontology, data, rows) check_breaches((ontology), (data), (rows), __LINE__)

static inline void
check_breaches(const char* const ontology,
               const char* const data,
               const char* const rows,
               const int         line)
{
  ontology_sample s;
  ln_text         out = {0};
  CU_ASSERT_EQUAL_FATAL(ontology_run(&s, ontology, data), LN_OK);
  for (size_t i = 0U; i < s.breaches.n; ++i) {
    ontology_add_row(&s, &s.breaches.v[i], &out);
  }
  const char* const found = out.s ? out.s : "";
  if (strcmp(found, rows) != 0) {
    fprintf(stderr, "line %d:\n%sexpected\n%s", line, found, rows);
  }
  CU_ASSERT_STRING_EQUAL(found, rows);
  ln_text_clear(&out);
  ontology_close(&s);
}

#endif
