/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Three dictionaries turn terms, nodes and predicates into numbers; a triple is three numbers in
   one array, and a table of hashes over that array finds repeated ones. Sealing sorts: graphs in
   order of first appearance, in them nodes likewise, in them predicates likewise behind rdf:type,
   then objects as they came. The same term met with different stems is the same: its key is the
   whole IRI, or the number of the literal stem with the lexical form. Cost: 12 bytes a triple and
   12 to 24 for its place in the table, 8 after sealing; each distinct term once. */

#include "graph/graph.h"

#include "base/dict.h"
#include "base/memory.h"

#include <xxhash.h>

#include <stdlib.h>

/** What the key of a term does not say: how to cut it into stem and bytes. */
typedef struct {
  uint16_t stem;
  uint8_t  kind;
  uint8_t  flags;
  uint32_t skip; ///< bytes of the key before those of the term
} term_info;

typedef struct {
  uint32_t node;
  uint32_t predicate;
  uint32_t object;
} triple;

typedef struct {
  uint32_t graph;
  uint32_t subject;
} node_key;

typedef struct {
  uint32_t number; ///< of a triple, plus one; 0: free
  uint32_t hash;   ///< spares a look at the triple, which is elsewhere in memory
} slot;

struct ln_graph {
  const ln_names* names;
  ln_dict*        terms;      ///< key: see add_term
  ln_dict*        nodes;      ///< key: node_key
  ln_dict*        predicates; ///< key: IRI; the first are those of `names`
  ln_dict*        graphs;     ///< key: term number of the graph
  term_info*      infos;
  size_t          cap_infos;
  ln_where*       wheres; ///< per node, where it was first described
  size_t          cap_wheres;
  triple*         triples;
  size_t          n_triples;
  size_t          cap_triples;
  slot*           slots;
  size_t          n_slots;
  ln_text         scratch;
  // After sealing:
  uint32_t* order; ///< nodes as they are counted outside
  size_t*   first; ///< per node in that order, its first edge; one more at the end
  ln_edge*  edges;
  uint32_t* node_of; ///< per term, its node in the default graph
  ln_pair*  pairs;   ///< of the last description handed out
  size_t    cap_pairs;
  ln_view*  dynamic;
  size_t    cap_dynamic;
};

/** Make room for `n` elements; doubles, so that filling is linear. */
static ln_status
grow(void** const block, const size_t n, size_t* const cap, const size_t size)
{
  if (n <= *cap) {
    return LN_OK;
  }
  size_t wanted = *cap > 0U ? *cap : 64U;
  while (wanted < n) {
    wanted *= 2U;
  }
  void* const bigger = ln_realloc(*block, wanted, size);
  if (!bigger) {
    return LN_NO_MEM;
  }
  *block = bigger;
  *cap   = wanted;
  return LN_OK;
}

/** The predicates of the names get their own numbers, so that equal IRIs from cells join them. */
static ln_status
add_predicates(ln_graph* const graph)
{
  const size_t n = ln_names_predicates(graph->names);
  for (size_t i = 0U; i < n; ++i) {
    uint32_t      number = 0U;
    const ln_view iri    = ln_names_predicate_at(graph->names, (uint16_t)i)->iri;
    LN_TRY(ln_dict_add(graph->predicates, iri, &number, NULL));
  }
  return LN_OK;
}

static ln_status
start(ln_graph* const graph)
{
  graph->terms      = ln_dict_new();
  graph->nodes      = ln_dict_new();
  graph->predicates = ln_dict_new();
  graph->graphs     = ln_dict_new();
  if (!graph->terms || !graph->nodes || !graph->predicates || !graph->graphs) {
    return LN_NO_MEM;
  }
  return add_predicates(graph);
}

ln_graph*
ln_graph_new(const ln_names* const names)
{
  ln_graph* const graph = (ln_graph*)ln_alloc_zero(1U, sizeof(ln_graph));
  if (graph) {
    graph->names = names;
    if (start(graph) != LN_OK) {
      ln_graph_free(graph);
      return NULL;
    }
  }
  return graph;
}

void
ln_graph_free(ln_graph* const graph)
{
  if (!graph) {
    return;
  }
  ln_dict_free(graph->terms);
  ln_dict_free(graph->nodes);
  ln_dict_free(graph->predicates);
  ln_dict_free(graph->graphs);
  ln_free(graph->infos);
  ln_free(graph->wheres);
  ln_free(graph->triples);
  ln_free(graph->slots);
  ln_free(graph->order);
  ln_free(graph->first);
  ln_free(graph->edges);
  ln_free(graph->node_of);
  ln_free(graph->pairs);
  ln_free(graph->dynamic);
  ln_text_clear(&graph->scratch);
  ln_free(graph);
}

/** The key begins with what no other kind begins with: an IRI with a letter, a blank node with an
   underscore, a literal with a quotation mark and the two bytes of its stem's number. */
static ln_status
set_key(ln_graph* const graph, const ln_term term)
{
  ln_text* const key = &graph->scratch;
  ln_text_reset(key);
  if (term.kind == LN_LITERAL) {
    const char head[3] = {'"', (char)(term.stem & 0xFFU), (char)(term.stem >> 8U)};
    LN_TRY(ln_text_add(key, (ln_view){head, sizeof(head)}));
  }
  return ln_names_expand(graph->names, term, key);
}

static ln_status
add_term(ln_graph* const graph, const ln_term term, uint32_t* const number)
{
  bool added = false;
  LN_TRY(set_key(graph, term));
  void* block = graph->infos;
  LN_TRY(grow(&block, ln_dict_size(graph->terms) + 1U, &graph->cap_infos, sizeof(term_info)));
  graph->infos = (term_info*)block;
  LN_TRY(ln_dict_add(graph->terms, ln_text_view(&graph->scratch), number, &added));
  if (added) {
    const uint32_t skip   = (uint32_t)(graph->scratch.n - term.n);
    graph->infos[*number] = (term_info){term.stem, term.kind, term.flags, skip};
  }
  return LN_OK;
}

static ln_status
add_node(ln_graph* const graph, const ln_desc* const desc, uint32_t* const node)
{
  node_key key   = {LN_GRAPH_NONE, 0U};
  bool     added = false;
  uint32_t place = 0U;
  if (desc->graph.kind != LN_NONE) {
    LN_TRY(add_term(graph, desc->graph, &key.graph));
  }
  LN_TRY(add_term(graph, desc->subject, &key.subject));
  void* block = graph->wheres;
  LN_TRY(grow(&block, ln_dict_size(graph->nodes) + 1U, &graph->cap_wheres, sizeof(ln_where)));
  graph->wheres     = (ln_where*)block;
  const ln_view who = {(const char*)&key, sizeof(key)};
  LN_TRY(ln_dict_add(
    graph->graphs, (ln_view){(const char*)&key.graph, sizeof(key.graph)}, &place, NULL));
  LN_TRY(ln_dict_add(graph->nodes, who, node, &added));
  if (added) {
    graph->wheres[*node] = desc->where;
  }
  return LN_OK;
}

/** The slot of a triple, or the free one where it belongs. Equal hashes are looked at closely. */
static size_t
slot_of(const ln_graph* const graph, const triple t, const uint32_t hash)
{
  const size_t mask = graph->n_slots - 1U;
  size_t       at   = hash & mask;
  for (; graph->slots[at].number != 0U; at = (at + 1U) & mask) {
    if (graph->slots[at].hash == hash) {
      const triple other = graph->triples[graph->slots[at].number - 1U];
      if (other.node == t.node && other.predicate == t.predicate && other.object == t.object) {
        break;
      }
    }
  }
  return at;
}

/** Keep the table at most two thirds full. The kept hashes say where everything moves. */
static ln_status
grow_slots(ln_graph* const graph)
{
  if ((graph->n_triples + 1U) * 3U <= graph->n_slots * 2U) {
    return LN_OK;
  }
  const size_t wanted = graph->n_slots > 0U ? graph->n_slots * 2U : 128U;
  slot* const  slots  = (slot*)ln_alloc_zero(wanted, sizeof(slot));
  if (!slots) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < graph->n_slots; ++i) {
    size_t at = graph->slots[i].hash & (wanted - 1U);
    while (graph->slots[i].number != 0U && slots[at].number != 0U) {
      at = (at + 1U) & (wanted - 1U);
    }
    if (graph->slots[i].number != 0U) {
      slots[at] = graph->slots[i];
    }
  }
  ln_free(graph->slots);
  graph->slots   = slots;
  graph->n_slots = wanted;
  return LN_OK;
}

static ln_status
add_triple(ln_graph* const graph, const triple t)
{
  if (graph->n_triples >= UINT32_MAX - 1U) {
    return LN_NO_MEM;
  }
  void* block = graph->triples;
  LN_TRY(grow(&block, graph->n_triples + 1U, &graph->cap_triples, sizeof(triple)));
  graph->triples = (triple*)block;
  LN_TRY(grow_slots(graph));
  const uint32_t hash = (uint32_t)XXH3_64bits(&t, sizeof(t));
  const size_t   at   = slot_of(graph, t, hash);
  if (graph->slots[at].number == 0U) {
    graph->triples[graph->n_triples++] = t;
    graph->slots[at]                   = (slot){(uint32_t)graph->n_triples, hash};
  }
  return LN_OK;
}

ln_status
ln_graph_add(ln_graph* const graph, const ln_desc* const desc)
{
  triple t = {0U, 0U, 0U};
  if (desc->n_pairs == 0U) {
    return LN_OK;
  }
  LN_TRY(add_node(graph, desc, &t.node));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_pair* const pair = &desc->pairs[i];
    t.predicate               = pair->predicate;
    if (pair->predicate >= LN_PREDICATE_CELL) {
      const ln_view iri = desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
      LN_TRY(ln_dict_add(graph->predicates, iri, &t.predicate, NULL));
    }
    LN_TRY(add_term(graph, pair->object, &t.object));
    LN_TRY(add_triple(graph, t));
  }
  return LN_OK;
}

static node_key
key_of_node(const ln_graph* const graph, const uint32_t node)
{
  node_key key = {0U, 0U};
  memcpy(&key, ln_dict_key(graph->nodes, node).s, sizeof(key));
  return key;
}

/** The place of a node's graph among the graphs. */
static size_t
graph_of_node(const ln_graph* const graph, const uint32_t node)
{
  const uint32_t name = key_of_node(graph, node).graph;
  return ln_dict_find(graph->graphs, (ln_view){(const char*)&name, sizeof(name)});
}

/** Turn counts into the places where each kind begins. */
static void
sum_up(size_t* const counts, const size_t n)
{
  size_t sum = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const size_t count = counts[i];
    counts[i]          = sum;
    sum += count;
  }
}

/** Sort nodes by graph, keeping their order (a counting sort). */
static ln_status
order_nodes(ln_graph* const graph)
{
  const size_t  n        = ln_dict_size(graph->nodes);
  const size_t  n_graphs = ln_dict_size(graph->graphs);
  size_t* const places   = (size_t*)ln_alloc_zero(n_graphs + 1U, sizeof(size_t));
  graph->order           = (uint32_t*)ln_alloc_zero(n + 1U, sizeof(uint32_t));
  if (!places || !graph->order) {
    ln_free(places);
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < n; ++i) {
    ++places[graph_of_node(graph, i)];
  }
  sum_up(places, n_graphs);
  for (uint32_t i = 0U; i < n; ++i) {
    graph->order[places[graph_of_node(graph, i)]++] = i;
  }
  ln_free(places);
  return LN_OK;
}

static int
compare_numbers(const void* const a, const void* const b)
{
  const uint64_t x = *(const uint64_t*)a;
  const uint64_t y = *(const uint64_t*)b;
  return (x > y) - (x < y);
}

/** Where a predicate stands in the node at hand. */
typedef struct {
  uint32_t node; ///< plus one; another number: not seen in this node yet
  uint32_t rank;
} rank_mark;

/** Put the rank of its predicate above each triple's number: rdf:type first, the others as they
    first appear. */
static void
rank_triples(const ln_graph* const graph,
             const uint32_t        node,
             rank_mark* const      marks,
             uint64_t* const       numbers,
             const size_t          n)
{
  uint32_t ranks = 1U;
  for (size_t i = 0U; i < n; ++i) {
    const uint32_t   predicate = graph->triples[numbers[i]].predicate;
    rank_mark* const mark      = &marks[predicate];
    if (mark->node != node + 1U) {
      *mark = (rank_mark){node + 1U, predicate == LN_PREDICATE_TYPE ? 0U : ranks++};
    }
    numbers[i] |= (uint64_t)mark->rank << 32U;
  }
}

/** Fill `sorted` with the triples' numbers, node by node, each node's under its predicates: their
   rank stands in the upper half of the number, so equal ones keep their order. */
static void
sort_triples(const ln_graph* const graph,
             size_t* const         places,
             rank_mark* const      marks,
             uint64_t* const       sorted)
{
  const size_t n = ln_dict_size(graph->nodes);
  for (size_t i = 0U; i < graph->n_triples; ++i) {
    const triple t                = graph->triples[i];
    sorted[places[t.node + 1U]++] = i;
  }
  // Each place has moved to the end of its node, which is where the next one begins.
  for (size_t i = 0U; i < n; ++i) {
    const size_t count = places[i + 1U] - places[i];
    rank_triples(graph, (uint32_t)i, marks, sorted + places[i], count);
    qsort(sorted + places[i], count, sizeof(uint64_t), compare_numbers);
  }
}

/** Copy the sorted triples as edges, nodes in their final order. */
static void
fill_edges(ln_graph* const graph, const size_t* const places, const uint64_t* const sorted)
{
  const size_t n  = ln_dict_size(graph->nodes);
  size_t       at = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const uint32_t node = graph->order[i];
    graph->first[i]     = at;
    for (size_t k = places[node]; k < places[node + 1U]; ++k) {
      const triple t     = graph->triples[(uint32_t)sorted[k]];
      graph->edges[at++] = (ln_edge){t.predicate, t.object};
    }
  }
  graph->first[n] = at;
}

static ln_status
order_edges(ln_graph* const graph)
{
  const size_t     n      = ln_dict_size(graph->nodes);
  size_t* const    places = (size_t*)ln_alloc_zero(n + 2U, sizeof(size_t));
  uint64_t* const  sorted = (uint64_t*)ln_alloc_zero(graph->n_triples + 1U, sizeof(uint64_t));
  rank_mark* const marks =
    (rank_mark*)ln_alloc_zero(ln_dict_size(graph->predicates) + 1U, sizeof(rank_mark));
  graph->first      = (size_t*)ln_alloc_zero(n + 1U, sizeof(size_t));
  graph->edges      = (ln_edge*)ln_alloc_zero(graph->n_triples + 1U, sizeof(ln_edge));
  const bool enough = places && sorted && marks && graph->first && graph->edges;
  if (enough) {
    for (size_t i = 0U; i < graph->n_triples; ++i) {
      ++places[graph->triples[i].node + 1U];
    }
    sum_up(places + 1U, n + 1U);
    sort_triples(graph, places, marks, sorted);
    fill_edges(graph, places, sorted);
  }
  ln_free(places);
  ln_free(sorted);
  ln_free(marks);
  return enough ? LN_OK : LN_NO_MEM;
}

static ln_status
index_nodes(ln_graph* const graph)
{
  const size_t n = ln_dict_size(graph->terms);
  graph->node_of = (uint32_t*)ln_alloc(sizeof(uint32_t) * (n + 1U));
  if (!graph->node_of) {
    return LN_NO_MEM;
  }
  memset(graph->node_of, 0xFF, sizeof(uint32_t) * (n + 1U));
  for (uint32_t i = 0U; i < ln_dict_size(graph->nodes); ++i) {
    const node_key key = key_of_node(graph, graph->order[i]);
    if (key.graph == LN_GRAPH_NONE) {
      graph->node_of[key.subject] = i;
    }
  }
  return LN_OK;
}

ln_status
ln_graph_seal(ln_graph* const graph)
{
  LN_TRY(order_nodes(graph));
  LN_TRY(order_edges(graph));
  LN_TRY(index_nodes(graph));
  // What was only needed while it grew.
  ln_free(graph->slots);
  ln_free(graph->triples);
  graph->slots       = NULL;
  graph->triples     = NULL;
  graph->cap_triples = 0U;
  return LN_OK;
}

size_t
ln_graph_nodes(const ln_graph* const graph)
{
  return ln_dict_size(graph->nodes);
}

size_t
ln_graph_terms(const ln_graph* const graph)
{
  return ln_dict_size(graph->terms);
}

size_t
ln_graph_predicates(const ln_graph* const graph)
{
  return ln_dict_size(graph->predicates);
}

ln_term
ln_graph_term(const ln_graph* const graph, const uint32_t term)
{
  const term_info info = graph->infos[term];
  const ln_view   key  = ln_dict_key(graph->terms, term);
  return (ln_term){
    key.s + info.skip, (uint32_t)(key.n - info.skip), info.stem, info.kind, info.flags};
}

uint32_t
ln_graph_subject(const ln_graph* const graph, const size_t node)
{
  return key_of_node(graph, graph->order[node]).subject;
}

uint32_t
ln_graph_name(const ln_graph* const graph, const size_t node)
{
  return key_of_node(graph, graph->order[node]).graph;
}

uint32_t
ln_graph_node(const ln_graph* const graph, const uint32_t term)
{
  return graph->node_of[term];
}

const ln_edge*
ln_graph_edges(const ln_graph* const graph, const size_t node, size_t* const n)
{
  *n = graph->first[node + 1U] - graph->first[node];
  return graph->edges + graph->first[node];
}

ln_view
ln_graph_predicate(const ln_graph* const graph, const uint32_t predicate)
{
  return ln_dict_key(graph->predicates, predicate);
}

/** The number a predicate has inside one description; those from cells are listed as they come. */
static ln_status
number_predicate(ln_graph* const graph,
                 const uint32_t  predicate,
                 const bool      again,
                 size_t* const   n_dynamic,
                 uint16_t* const number)
{
  if (predicate < ln_names_predicates(graph->names)) {
    *number = (uint16_t)predicate;
    return LN_OK;
  }
  if (!again) {
    void* block = graph->dynamic;
    if (*n_dynamic == LN_PREDICATE_CELL) {
      return LN_NO_MEM;
    }
    LN_TRY(grow(&block, *n_dynamic + 1U, &graph->cap_dynamic, sizeof(ln_view)));
    graph->dynamic                 = (ln_view*)block;
    graph->dynamic[(*n_dynamic)++] = ln_graph_predicate(graph, predicate);
  }
  *number = (uint16_t)(LN_PREDICATE_CELL + *n_dynamic - 1U);
  return LN_OK;
}

ln_status
ln_graph_desc(ln_graph* const graph, const size_t node, ln_desc* const desc)
{
  size_t               n         = 0U;
  size_t               n_dynamic = 0U;
  const ln_edge* const edges     = ln_graph_edges(graph, node, &n);
  void*                block     = graph->pairs;
  LN_TRY(grow(&block, n, &graph->cap_pairs, sizeof(ln_pair)));
  graph->pairs = (ln_pair*)block;
  for (size_t i = 0U; i < n; ++i) {
    const bool again = i > 0U && edges[i].predicate == edges[i - 1U].predicate;
    ln_pair    pair  = {ln_graph_term(graph, edges[i].object), 0U, 0U, 0U};
    LN_TRY(number_predicate(graph, edges[i].predicate, again, &n_dynamic, &pair.predicate));
    graph->pairs[i] = pair;
  }
  const node_key key    = key_of_node(graph, graph->order[node]);
  const ln_term  none   = {NULL, 0U, 0U, LN_NONE, 0U};
  const bool     global = key.graph == LN_GRAPH_NONE;
  *desc                 = (ln_desc){.subject = ln_graph_term(graph, key.subject),
                                    .graph   = global ? none : ln_graph_term(graph, key.graph),
                                    .pairs   = graph->pairs,
                                    .n_pairs = n,
                                    .dynamic = graph->dynamic,
                                    .where   = graph->wheres[graph->order[node]]};
  return LN_OK;
}
