/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Claims by source. The triples go into a graph of their own first, so that each stands once in a
   source and all of one source stand together. */

#include "sink/claim_graphs.h"

#include "base/text.h"

typedef struct {
  const ln_testimony_words* words;
  const ln_graph*           said;
  ln_graph*                 out;
  ln_text                   predicate;
} sorting;

static ln_status
add_triple(sorting* const s, const ln_claimed* const claim, const uint32_t source)
{
  const ln_term about[2] = {ln_graph_term(s->said, claim->subject), ln_graph_term(s->said, source)};
  ln_text_reset(&s->predicate);
  LN_TRY(ln_names_expand(s->words->names, ln_graph_term(s->said, claim->predicate), &s->predicate));
  return ln_say(s->out,
                s->words->names,
                about,
                ln_text_view(&s->predicate),
                ln_graph_term(s->said, claim->object));
}

/* What a citation points into. */
static uint32_t
source_of(const sorting* const s, const uint32_t citation)
{
  size_t         at   = 0U;
  const uint32_t node = ln_graph_node(s->said, citation);
  const uint32_t source =
    node == LN_GRAPH_NONE ? LN_GRAPH_NONE : ln_said(s->said, s->words, node, LN_SAYING_SOURCE, &at);
  return source == LN_GRAPH_NONE ? citation : source;
}

/* One triple in the sources of all citations of its claim. */
static ln_status
sort_triple(sorting* const s, const size_t node, const ln_claimed* const claim)
{
  size_t               n     = 0U;
  const ln_edge* const edges = ln_graph_edges(s->said, node, &n);
  for (size_t i = 0U; i < n; ++i) {
    if (edges[i].predicate == s->words->words[LN_SAYING_CITATION]) {
      LN_TRY(add_triple(s, claim, source_of(s, edges[i].object)));
    }
  }
  return LN_OK;
}

static ln_status
sort_claim(sorting* const s, const size_t node)
{
  ln_claimed           claim = {0};
  size_t               n     = 0U;
  const ln_edge* const edges = ln_graph_edges(s->said, node, &n);
  if (!ln_said_claim(s->said, s->words, node, &claim)) {
    return LN_OK;
  }
  for (size_t i = 0U; i < n; ++i) {
    if (edges[i].predicate == s->words->words[LN_SAYING_OBJECT]) {
      claim.object = edges[i].object;
      LN_TRY(sort_triple(s, node, &claim));
    }
  }
  return LN_OK;
}

static ln_status
sort_all(sorting* const s, const ln_sink next)
{
  for (size_t i = 0U; i < ln_graph_nodes(s->said); ++i) {
    LN_TRY(sort_claim(s, i));
  }
  return ln_say_all(s->out, next);
}

static ln_status
tell(const void* const self, ln_graph* const said, const ln_term graph, const ln_sink next)
{
  const ln_testimony_words* const words = (const ln_testimony_words*)self;
  sorting s = {.words = words, .said = said, .out = ln_graph_new(words->names)};
  (void)graph;
  const ln_status st = s.out ? sort_all(&s, next) : LN_NO_MEM;
  ln_graph_free(s.out);
  ln_text_clear(&s.predicate);
  return st;
}

ln_teller
ln_claim_graphs(const ln_testimony_words* const words)
{
  return (ln_teller){tell, words};
}
