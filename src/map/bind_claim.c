/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `graph` and `source`: in which named graph the triples of a column stand, and what backs them.
   Both are IRI templates of a column or of its table. Where the syntax has no graphs, or the layer
   of evidence is not wanted, nothing is bound and nothing costs anything. */

#include "map/binder.h"

#include "base/text.h"
#include "rdf/iri.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define LINER "https://w3id.org/liner/ns#"

static ln_status
bind_template(ln_binder* const          b,
              const char* const         property,
              const ln_view             own,
              const ln_view             shared,
              const ln_column* const    column,
              const ln_iri_plan** const out)
{
  ln_iri_plan* const plan = ln_arena_zero(b->arena, 1U, sizeof(ln_iri_plan));
  if (!plan) {
    return LN_NO_MEM;
  }
  *out        = plan;
  b->property = property;
  return ln_bind_iri(b, own.s ? own : shared, own.s ? column->path : b->map->path, plan);
}

ln_view
ln_bind_graph_text(const ln_binder* const b, const ln_column* const column)
{
  if (!b->binding->graphs) {
    return (ln_view){0};
  }
  return column->graph.s ? column->graph : b->map->graph;
}

ln_status
ln_bind_graph(ln_binder* const b, const ln_column* const column, ln_subject* const subject)
{
  if (!ln_bind_graph_text(b, column).s) {
    return LN_OK;
  }
  LN_TRY(bind_template(
    b, LN_EXTENSION "graph", column->graph, b->map->graph, column, &subject->graph_url));
  subject->groups |= subject->graph_url->groups;
  return LN_OK;
}

static ln_status
bind_vocabulary(ln_binder* const b)
{
  ln_text              iri  = {0};
  ln_claim_plan* const plan = ln_arena_zero(b->arena, 1U, sizeof(ln_claim_plan));
  if (!plan) {
    return LN_NO_MEM;
  }
  b->plan->claims = plan;
  LN_TRY(ln_names_term(b->names, LN_V(LINER "Claim"), &plan->type));
  LN_TRY(ln_names_predicate(b->names, LN_V(RDF "subject"), &plan->subject));
  LN_TRY(ln_names_predicate(b->names, LN_V(RDF "predicate"), &plan->predicate));
  LN_TRY(ln_names_predicate(b->names, LN_V(RDF "object"), &plan->object));
  LN_TRY(ln_names_predicate(b->names, LN_V(LINER "citation"), &plan->citation));
  LN_TRY(ln_bind_layer_graph(b, LN_LAYER_EVIDENCE, &plan->graph));
  ln_status st = ln_iri_resolve(b->plan->base, LN_V("claim/"), &iri);
  st           = st == LN_OK ? ln_names_iri_stem(b->names, ln_text_view(&iri), &plan->stem) : st;
  ln_text_clear(&iri);
  return st;
}

ln_status
ln_bind_source(ln_binder* const b, const ln_column* const column, ln_output* const out)
{
  const bool evidence = column->layer == LN_LAYER_EVIDENCE && !column->source.s;
  if ((!column->source.s && !b->map->source.s) || evidence ||
      (b->binding->layers & LN_LAYER_EVIDENCE) == 0U) {
    return LN_OK;
  }
  LN_TRY(b->plan->claims ? LN_OK : bind_vocabulary(b));
  return bind_template(
    b, LN_EXTENSION "source", column->source, b->map->source, column, &out->source);
}
