/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_STATS_UNIT_H
#define LN_TESTS_STATS_UNIT_H

/* A small graph, counted by hand: 13 triples about 4 things (one a blank node without a class), of
   2 classes (Person 3, Artist 1), with 5 properties (rdf:type 4, name 4, role 3, born 1, knows 1);
   two names in English, two without a language; one date, in the 1960s; singer twice. */

#include "stats/tally.h"
#include "unit.h"

#define EX "https://example.org/"
#define XSD "http://www.w3.org/2001/XMLSchema#"
#define TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

static inline ln_read_term
iri_of(const char* const iri)
{
  return (ln_read_term){.kind = LN_IRI, .text = ln_view_of(iri)};
}

static inline ln_read_term
text_of(const char* const text, const char* const datatype, const char* const lang)
{
  return (ln_read_term){.kind     = LN_LITERAL,
                        .text     = ln_view_of(text),
                        .datatype = ln_view_of(datatype),
                        .lang     = ln_view_of(lang)};
}

static inline ln_status
add_triple(ln_tally* const    tally,
           const ln_read_term subject,
           const char* const  predicate,
           const ln_read_term object)
{
  const ln_read_triple triple = {
    .subject = subject, .predicate = iri_of(predicate), .object = object};
  return ln_tally_add(tally, &triple);
}

/** The triples alone. */
static inline ln_status
add_small(ln_tally* const t)
{
  const ln_read_term ada   = iri_of(EX "ada");
  const ln_read_term bob   = iri_of(EX "bob");
  const ln_read_term cat   = iri_of(EX "cat");
  const ln_read_term blank = {.kind = LN_BLANK, .text = LN_V("b")};
  LN_TRY(add_triple(t, ada, TYPE, iri_of(EX "Person")));
  LN_TRY(add_triple(t, ada, EX "name", text_of("Ada", "", "en")));
  LN_TRY(add_triple(t, ada, EX "name", text_of("Ada Quill", XSD "string", "")));
  LN_TRY(add_triple(t, ada, EX "born", text_of("1969", XSD "gYear", "")));
  LN_TRY(add_triple(t, bob, TYPE, iri_of(EX "Person")));
  LN_TRY(add_triple(t, bob, EX "name", text_of("Bob", "", "en")));
  LN_TRY(add_triple(t, bob, EX "role", iri_of(EX "singer")));
  LN_TRY(add_triple(t, cat, TYPE, iri_of(EX "Person")));
  LN_TRY(add_triple(t, cat, TYPE, iri_of(EX "Artist")));
  LN_TRY(add_triple(t, cat, EX "role", iri_of(EX "drummer")));
  LN_TRY(add_triple(t, cat, EX "knows", blank));
  LN_TRY(add_triple(t, blank, EX "name", text_of("Eve", "", "")));
  return add_triple(t, ada, EX "role", iri_of(EX "singer"));
}

/** A finished tally of it. */
static inline ln_status
count_small(ln_tally** const tally)
{
  LN_TRY(ln_tally_new(1U << 20U, tally));
  LN_TRY(ln_tally_prefix(*tally, LN_V("ex"), LN_V(EX)));
  LN_TRY(add_small(*tally));
  return ln_tally_finish(*tally);
}

#endif
