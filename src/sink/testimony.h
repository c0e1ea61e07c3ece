/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_TESTIMONY_H
#define LN_SINK_TESTIMONY_H

#include "graph/graph.h"
#include "rdf/evidence.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stdint.h>

/** Other forms of what claims and citations say (docs/evidence.md). */

/** The words of claims, citations and sources: predicates. */
typedef enum {
  LN_SAYING_SUBJECT, ///< rdf:subject, and so on
  LN_SAYING_PREDICATE,
  LN_SAYING_OBJECT,
  LN_SAYING_CITATION, ///< ln:citation, and so on
  LN_SAYING_RANK,
  LN_SAYING_SOURCE,
  LN_SAYING_QUOTE,
  LN_SAYING_START,
  LN_SAYING_END,
  LN_SAYING_FILE,
  LN_SAYINGS,
} ln_saying;

/** What a form needs of the names; zero-initialised, then declared before they are sealed. */
typedef struct {
  ln_evidence form;
  ln_names*   names;
  uint16_t    words[LN_SAYINGS];
  uint16_t    triple;  ///< stem of triples that are terms
  uint16_t    reifies; ///< rdf:reifies
  ln_view     base;    ///< that new IRIs begin with
} ln_testimony_words;

/** Declare what the form needs. */
LN_MUST ln_status
ln_testimony_declare(ln_testimony_words* words, ln_names* names, ln_evidence form, ln_view base);

/** Is given what was said with the words, by the end of it all, and says the same to `next` in
    another form; `graph` is the one that evidence stands in. */
typedef struct {
  ln_status (*tell)(const void* self, ln_graph* said, ln_term graph, ln_sink next);
  const void* self;
} ln_teller;

/** A sink that passes everything on and keeps what is said with the words, then has it told.
   Memory: that of the claims, citations and sources. `next` is not owned, `words` is borrowed. */
LN_MUST ln_status
ln_testimony_new(const ln_testimony_words* words,
                 const ln_teller*          teller,
                 ln_sink                   next,
                 ln_sink*                  sink);

/** The first object that a node has for a word, or LN_GRAPH_NONE; its edge is told in `*at`, from
    which on others of the word follow. */
uint32_t
ln_said(
  const ln_graph* said, const ln_testimony_words* words, size_t node, ln_saying word, size_t* at);

/** Add a triple about about[0], in the graph about[1], which may be none. Copies everything. */
LN_MUST ln_status
ln_say(
  ln_graph* to, const ln_names* names, const ln_term about[2], ln_view predicate, ln_term object);

/** An IRI that is written out. */
static inline ln_term
ln_say_iri(const ln_view iri)
{
  return (ln_term){.s = iri.s, .n = (uint32_t)iri.n, .stem = LN_STEM_IRI, .kind = LN_IRI};
}

/** Seal a graph and describe all of it. */
LN_MUST ln_status
ln_say_all(ln_graph* from, ln_sink next);

/** What is claimed: a term number each; false if the node is no claim with all three. */
typedef struct {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
} ln_claimed;

bool
ln_said_claim(const ln_graph*           said,
              const ln_testimony_words* words,
              size_t                    node,
              ln_claimed*               claim);

#endif
