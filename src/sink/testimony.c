/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Claims and citations are told of in another form once all of them are known, since a claim may
   stand before its citation, and a citation before its source. Of what flows by only the triples
   whose predicates matter are kept, once each, whatever graph they stand in. Invariant: the names
   are sealed and have all words. It cannot be shared out among workers. */

#include "sink/testimony.h"

#include "base/memory.h"

#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define LINER "https://w3id.org/liner/ns#"

typedef struct {
  const ln_testimony_words* words;
  ln_teller                 teller;
  ln_sink                   next;
  ln_graph*                 said;
  ln_term                   graph;
  ln_pair*                  pairs;
  size_t                    cap;
} testimony;

static const char* const WORDS[LN_SAYINGS] = {RDF "subject",
                                              RDF "predicate",
                                              RDF "object",
                                              LINER "citation",
                                              LINER "rank",
                                              LINER "source",
                                              LINER "quote",
                                              LINER "startOffset",
                                              LINER "endOffset",
                                              LINER "file"};

ln_status
ln_testimony_declare(ln_testimony_words* const words,
                     ln_names* const           names,
                     const ln_evidence         form,
                     const ln_view             base)
{
  *words = (ln_testimony_words){.form = form, .names = names, .base = base};
  for (size_t i = 0U; i < (size_t)LN_SAYINGS; ++i) {
    LN_TRY(ln_names_predicate(names, ln_view_of(WORDS[i]), &words->words[i]));
  }
  if (form == LN_EVIDENCE_REIFIERS || form == LN_EVIDENCE_STAR) {
    LN_TRY(ln_names_triple_stem(names, form == LN_EVIDENCE_STAR, &words->triple));
    return ln_names_predicate(names, LN_V(RDF "reifies"), &words->reifies);
  }
  return LN_OK;
}

static bool
is_word(const ln_testimony_words* const words, const uint16_t predicate)
{
  for (size_t i = 0U; i < (size_t)LN_SAYINGS; ++i) {
    if (words->words[i] == predicate) {
      return true;
    }
  }
  return false;
}

static ln_status
make_room(testimony* const t, const size_t n)
{
  if (t->cap >= n) {
    return LN_OK;
  }
  ln_pair* const more = (ln_pair*)ln_realloc(t->pairs, 2U * n, sizeof(ln_pair));
  if (!more) {
    return LN_NO_MEM;
  }
  t->pairs = more;
  t->cap   = 2U * n;
  return LN_OK;
}

static ln_status
testimony_describe(void* const self, const ln_desc* const desc)
{
  testimony* const t    = (testimony*)self;
  ln_desc          kept = {.subject = desc->subject, .where = desc->where};
  LN_TRY(make_room(t, desc->n_pairs));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    if (is_word(t->words, desc->pairs[i].predicate)) {
      t->pairs[kept.n_pairs++] = desc->pairs[i];
    }
  }
  kept.pairs = t->pairs;
  if (kept.n_pairs > 0U) {
    t->graph = t->graph.kind == LN_NONE ? desc->graph : t->graph;
    LN_TRY(ln_graph_add(t->said, &kept));
  }
  return ln_sink_describe(t->next, desc);
}

static ln_status
testimony_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  const testimony* const t = (const testimony*)self;
  for (size_t i = 0U; i < stamp->stencil->n; ++i) {
    if (is_word(t->words, stamp->stencil->slots[i].pair.predicate)) {
      *n = LN_UNSTAMPED;
      return LN_OK;
    }
  }
  return ln_sink_stamp(t->next, stamp, n);
}

static ln_status
testimony_finish(void* const self)
{
  testimony* const t = (testimony*)self;
  LN_TRY(ln_graph_seal(t->said));
  LN_TRY(t->teller.tell(t->teller.self, t->said, t->graph, t->next));
  return ln_sink_finish(t->next);
}

static bool
testimony_takes_lists(const void* const self)
{
  return ln_sink_takes_lists(((const testimony*)self)->next);
}

static void
testimony_free(void* const self)
{
  testimony* const t = (testimony*)self;
  ln_graph_free(t->said);
  ln_free(t->pairs);
  ln_free(t);
}

ln_status
ln_testimony_new(const ln_testimony_words* const words,
                 const ln_teller* const          teller,
                 const ln_sink                   next,
                 ln_sink* const                  sink)
{
  static const struct ln_sink_ops OPS = {.describe    = testimony_describe,
                                         .finish      = testimony_finish,
                                         .free        = testimony_free,
                                         .stamp       = testimony_stamp,
                                         .takes_lists = testimony_takes_lists};
  testimony* const                t   = (testimony*)ln_alloc_zero(1U, sizeof(testimony));
  if (!t) {
    return LN_NO_MEM;
  }
  *t      = (testimony){.words = words, .teller = *teller, .next = next};
  t->said = ln_graph_new(words->names);
  if (!t->said) {
    ln_free(t);
    return LN_NO_MEM;
  }
  *sink = (ln_sink){&OPS, t};
  return LN_OK;
}

uint32_t
ln_said(const ln_graph* const           said,
        const ln_testimony_words* const words,
        const size_t                    node,
        const ln_saying                 word,
        size_t* const                   at)
{
  size_t               n     = 0U;
  const ln_edge* const edges = ln_graph_edges(said, node, &n);
  for (*at = 0U; *at < n; ++*at) {
    if (edges[*at].predicate == words->words[word]) {
      return edges[*at].object;
    }
  }
  return LN_GRAPH_NONE;
}

bool
ln_said_claim(const ln_graph* const           said,
              const ln_testimony_words* const words,
              const size_t                    node,
              ln_claimed* const               claim)
{
  size_t at        = 0U;
  claim->subject   = ln_said(said, words, node, LN_SAYING_SUBJECT, &at);
  claim->predicate = ln_said(said, words, node, LN_SAYING_PREDICATE, &at);
  claim->object    = ln_said(said, words, node, LN_SAYING_OBJECT, &at);
  return claim->subject != LN_GRAPH_NONE && claim->predicate != LN_GRAPH_NONE &&
         claim->object != LN_GRAPH_NONE && ln_graph_term(said, claim->predicate).kind == LN_IRI;
}

ln_status
ln_say(ln_graph* const       to,
       const ln_names* const names,
       const ln_term         about[2],
       const ln_view         predicate,
       const ln_term         object)
{
  ln_pair  pair   = {.object = object, .predicate = LN_PREDICATE_CELL};
  uint16_t number = 0U;
  if (ln_names_predicate_find(names, predicate, &number)) {
    pair.predicate = number;
  }
  const ln_desc desc = {
    .subject = about[0], .graph = about[1], .pairs = &pair, .n_pairs = 1U, .dynamic = &predicate};
  return ln_graph_add(to, &desc);
}

ln_status
ln_say_all(ln_graph* const from, const ln_sink next)
{
  LN_TRY(ln_graph_seal(from));
  for (size_t i = 0U; i < ln_graph_nodes(from); ++i) {
    ln_desc desc = {0};
    LN_TRY(ln_graph_desc(from, i, &desc));
    LN_TRY(ln_sink_describe(next, &desc));
  }
  return LN_OK;
}
