/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Who stands under whom when a graph becomes nested objects. A node that points nowhere by a
   reverse term's property is a root; roots, in order of first appearance, claim what points to
   them, term by term, then what they claimed does the same. A node belongs to the first that
   claims it. What is then left stands in circles or too deep: the first of it becomes a root and
   claims, and so on, so every node has exactly one place. Cost: linear in the triples, but for the
   sorting of what points to one node. No recursion: the path is an array of fixed depth. */

#include "sink/claims.h"

#include "base/memory.h"

#include <stdlib.h>

#define NOBODY UINT32_MAX

typedef struct {
  uint32_t node;
  size_t   next; ///< the next incoming node to go into
} step;

struct ln_claims {
  const ln_graph*         graph;
  const ln_context_term** terms; ///< reverse terms, one for each property
  size_t                  n_terms;
  uint32_t*               term_of;  ///< per predicate, number of its reverse term or NOBODY
  size_t*                 first;    ///< per node, its first incoming; one more at the end
  uint64_t*               incoming; ///< number of the term in the upper half, node in the lower
  uint32_t*               owner;    ///< per node: whom it stands under; itself: root
  uint32_t*               owner_term;
  uint32_t*               root; ///< per node: the root of its tree
};

void
ln_claims_free(ln_claims* const claims)
{
  if (claims) {
    ln_free((void*)claims->terms);
    ln_free(claims->term_of);
    ln_free(claims->first);
    ln_free(claims->incoming);
    ln_free(claims->owner);
    ln_free(claims->owner_term);
    ln_free(claims->root);
    ln_free(claims);
  }
}

/** The reverse terms that can be used, the first of each property. */
static ln_status
list_terms(ln_claims* const c, const ln_context* const context)
{
  const size_t n = ln_context_terms(context);
  c->terms       = (const ln_context_term**)ln_alloc_zero(n + 1U, sizeof(ln_context_term*));
  if (!c->terms) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < n; ++i) {
    const ln_context_term* const t = ln_context_term_at(context, i);
    bool wanted = t->reverse && t->usable && !t->map && t->scope == LN_SCOPE_NONE;
    for (size_t k = 0U; k < c->n_terms; ++k) {
      wanted = wanted && !ln_view_equals(c->terms[k]->iri, t->iri);
    }
    if (wanted) {
      c->terms[c->n_terms++] = t;
    }
  }
  return LN_OK;
}

static ln_status
map_predicates(ln_claims* const c)
{
  const size_t n = ln_graph_predicates(c->graph);
  c->term_of     = (uint32_t*)ln_alloc_zero(n + 1U, sizeof(uint32_t));
  if (!c->term_of) {
    return LN_NO_MEM;
  }
  for (uint32_t i = 0U; i < n; ++i) {
    c->term_of[i] = NOBODY;
    for (uint32_t k = 0U; k < c->n_terms; ++k) {
      if (ln_view_equals(c->terms[k]->iri, ln_graph_predicate(c->graph, i))) {
        c->term_of[i] = k;
      }
    }
  }
  return LN_OK;
}

/** The node an edge makes `from` stand under, or NOBODY. */
static uint32_t
target_of(const ln_claims* const c, const size_t from, const ln_edge edge)
{
  if (c->term_of[edge.predicate] == NOBODY) {
    return NOBODY;
  }
  const uint32_t node = ln_graph_node(c->graph, edge.object);
  return node == LN_GRAPH_NONE || node == from ? NOBODY : node;
}

static bool
is_named(const ln_claims* const c, const size_t node)
{
  return ln_graph_name(c->graph, node) != LN_GRAPH_NONE;
}

/** Count, or fill in, what points to each node. `places` moves to the ends when filling. */
static void
walk_edges(const ln_claims* const c, size_t* const places, uint64_t* const incoming)
{
  const size_t n = ln_graph_nodes(c->graph);
  for (size_t i = 0U; i < n; ++i) {
    size_t               n_edges = 0U;
    const ln_edge* const edges   = ln_graph_edges(c->graph, i, &n_edges);
    for (size_t k = 0U; k < n_edges && !is_named(c, i); ++k) {
      const uint32_t target = target_of(c, i, edges[k]);
      if (target != NOBODY && incoming) {
        incoming[places[target]] = ((uint64_t)c->term_of[edges[k].predicate] << 32U) | i;
      }
      if (target != NOBODY) {
        ++places[target];
      }
    }
  }
}

static int
compare_numbers(const void* const a, const void* const b)
{
  const uint64_t x = *(const uint64_t*)a;
  const uint64_t y = *(const uint64_t*)b;
  return (x > y) - (x < y);
}

static ln_status
index_incoming(ln_claims* const c)
{
  const size_t  n      = ln_graph_nodes(c->graph);
  size_t* const places = (size_t*)ln_alloc_zero(n + 1U, sizeof(size_t));
  c->first             = (size_t*)ln_alloc_zero(n + 1U, sizeof(size_t));
  if (!places || !c->first) {
    ln_free(places);
    return LN_NO_MEM;
  }
  walk_edges(c, places, NULL);
  size_t sum = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const size_t count = places[i];
    c->first[i]        = sum;
    places[i]          = sum;
    sum += count;
  }
  c->first[n] = sum;
  c->incoming = (uint64_t*)ln_alloc_zero(sum + 1U, sizeof(uint64_t));
  if (c->incoming) {
    walk_edges(c, places, c->incoming);
  }
  ln_free(places);
  for (size_t i = 0U; c->incoming && i < n; ++i) {
    const size_t count = c->first[i + 1U] - c->first[i];
    qsort(c->incoming + c->first[i], count, sizeof(uint64_t), compare_numbers);
  }
  return c->incoming ? LN_OK : LN_NO_MEM;
}

/** All that points to `node` and is still free comes to stand under it. */
static void
claim(ln_claims* const c, const uint32_t node)
{
  for (size_t i = c->first[node]; i < c->first[node + 1U]; ++i) {
    const uint32_t other = (uint32_t)c->incoming[i];
    if (c->owner[other] == NOBODY) {
      c->owner[other]      = node;
      c->root[other]       = c->root[node];
      c->owner_term[other] = (uint32_t)(c->incoming[i] >> 32U);
    }
  }
}

/** A root claims, then what it claimed, and so on down to the greatest depth. */
static void
claim_tree(ln_claims* const c, const uint32_t root)
{
  step   path[LN_CLAIMS_DEPTH];
  size_t depth   = 0U;
  c->owner[root] = root;
  c->root[root]  = root;
  claim(c, root);
  path[depth++] = (step){root, c->first[root]};
  while (depth > 0U) {
    step* const top = &path[depth - 1U];
    if (top->next == c->first[top->node + 1U]) {
      --depth;
      continue;
    }
    const uint64_t entry = c->incoming[top->next++];
    const uint32_t other = (uint32_t)entry;
    const bool     mine  = c->owner[other] == top->node && c->owner_term[other] == entry >> 32U;
    if (mine && depth < LN_CLAIMS_DEPTH) {
      claim(c, other);
      path[depth++] = (step){other, c->first[other]};
    }
  }
}

/** Whether a node points to another by a reverse term's property. */
static bool
is_dependent(const ln_claims* const c, const size_t node)
{
  size_t               n     = 0U;
  const ln_edge* const edges = ln_graph_edges(c->graph, node, &n);
  for (size_t i = 0U; i < n; ++i) {
    if (target_of(c, node, edges[i]) != NOBODY) {
      return true;
    }
  }
  return false;
}

static ln_status
claim_all(ln_claims* const c)
{
  const size_t n = ln_graph_nodes(c->graph);
  c->owner       = (uint32_t*)ln_alloc_zero(n + 1U, sizeof(uint32_t));
  c->owner_term  = (uint32_t*)ln_alloc_zero(n + 1U, sizeof(uint32_t));
  c->root        = (uint32_t*)ln_alloc_zero(n + 1U, sizeof(uint32_t));
  if (!c->owner || !c->owner_term || !c->root) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    c->owner[i] = NOBODY;
  }
  for (uint32_t i = 0U; i < n; ++i) {
    if (c->owner[i] == NOBODY && !is_named(c, i) && !is_dependent(c, i)) {
      claim_tree(c, i);
    }
  }
  for (uint32_t i = 0U; i < n; ++i) {
    if (c->owner[i] == NOBODY && !is_named(c, i)) {
      claim_tree(c, i);
    }
  }
  return LN_OK;
}

ln_status
ln_claims_new(const ln_graph* const   graph,
              const ln_context* const context,
              ln_claims** const       claims)
{
  ln_claims* const c = (ln_claims*)ln_alloc_zero(1U, sizeof(ln_claims));
  if (!c) {
    return LN_NO_MEM;
  }
  c->graph         = graph;
  ln_status status = list_terms(c, context);
  status           = status == LN_OK ? map_predicates(c) : status;
  status           = status == LN_OK ? index_incoming(c) : status;
  status           = status == LN_OK ? claim_all(c) : status;
  if (status != LN_OK) {
    ln_claims_free(c);
    return status;
  }
  *claims = c;
  return LN_OK;
}

uint32_t
ln_claims_root(const ln_claims* const claims, const size_t node)
{
  return claims->root[node];
}

size_t
ln_claims_incoming(const ln_claims* const claims, const size_t node)
{
  return claims->first[node + 1U] - claims->first[node];
}

ln_incoming
ln_claims_incoming_at(const ln_claims* const claims, const size_t node, const size_t i)
{
  const uint64_t entry = claims->incoming[claims->first[node] + i];
  const uint32_t other = (uint32_t)entry;
  const uint32_t term  = (uint32_t)(entry >> 32U);
  return (ln_incoming){
    claims->terms[term], other, claims->owner[other] == node && claims->owner_term[other] == term};
}
