/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Columns that speak of one subject in one layer become one description: its outputs are gathered
   here, rdf:type first, outputs of one predicate side by side, otherwise in the order of the
   columns, so that the order of what is written is that of the mapping. */

#include "map/binder.h"

#include "base/text.h"
#include "rdf/iri.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

typedef struct {
  ln_view    about;
  ln_view    graph; ///< template; absent: none
  unsigned   layer;
  bool       own; ///< `{_name}`: each column speaks of a thing of its own; `once`: by itself
  ln_subject subject;
  ln_output* outputs;
} gathering;

ln_status
ln_bind_layer_graph(ln_binder* const b, const unsigned layer, ln_term* const graph)
{
  *graph = (ln_term){0};
  if (!b->binding->named_layers) {
    return LN_OK;
  }
  if (layer != LN_LAYER_EVIDENCE && b->binding->evidence == LN_EVIDENCE_GRAPHS) {
    return LN_OK; // what is asserted stands in the default graph
  }
  ln_view name = LN_V("graph/facts");
  if (layer != LN_LAYER_FACTS) {
    name = layer == LN_LAYER_EVIDENCE ? LN_V("graph/evidence") : LN_V("graph/shortcuts");
  }
  ln_text   iri  = {0};
  ln_status st   = ln_iri_resolve(b->plan->base, name, &iri);
  ln_view   copy = {0};
  if (st == LN_OK) {
    copy = ln_arena_copy(b->arena, ln_text_view(&iri));
    st   = copy.s ? ln_names_term(b->names, copy, graph) : LN_NO_MEM;
  }
  ln_text_clear(&iri);
  return st;
}

static ln_status
bind_about(ln_binder* const b, const ln_column* const column, gathering* const g)
{
  g->subject.layer  = g->layer;
  g->subject.column = column;
  LN_TRY(ln_bind_layer_graph(b, g->layer, &g->subject.graph));
  LN_TRY(ln_bind_graph(b, column, &g->subject));
  if (!g->about.s) {
    g->subject.iri = (ln_iri_plan){.stem = LN_STEM_IRI};
    return LN_OK;
  }
  b->property = "aboutUrl";
  LN_TRY(ln_bind_iri(b, g->about, column->path, &g->subject.iri));
  g->subject.groups |= g->subject.iri.groups;
  for (size_t i = 0U; i < g->subject.iri.n; ++i) {
    const ln_part* const part = &g->subject.iri.parts[i];
    g->own                    = g->own || (part->operator&& part->source >= LN_PART_NAME &&
                        part->source <= LN_PART_SOURCE_COLUMN);
  }
  return LN_OK;
}

/* A property URL that is fixed is a number, one with expressions is made for each row. Absent: the
   column's name behind the table's URL
   ("Generating RDF", section 4.6.3). */
static ln_status
bind_property(ln_binder* const b, const ln_column* const column, ln_output* const out)
{
  ln_view text     = column->property_url;
  ln_text fragment = {0};
  if (!text.s) {
    const bool own = !b->binding->mapping->base.s; /* then the base is the table's URL */
    ln_status  st  = own ? LN_OK : ln_text_add(&fragment, b->map->url);
    st             = st == LN_OK ? ln_text_add_byte(&fragment, '#') : st;
    st             = st == LN_OK ? ln_text_add(&fragment, column->name) : st;
    text           = ln_arena_copy(b->arena, ln_text_view(&fragment));
    ln_text_clear(&fragment);
    if (st != LN_OK || !text.s) {
      return LN_NO_MEM;
    }
  }
  ln_iri_plan* const iri = ln_arena_zero(b->arena, 1U, sizeof(ln_iri_plan));
  if (!iri) {
    return LN_NO_MEM;
  }
  b->property = "propertyUrl";
  LN_TRY(ln_bind_iri(b, text, column->path, iri));
  for (size_t i = 0U; i < iri->n; ++i) {
    if (iri->parts[i].operator) {
      out->property = iri;
      return LN_OK;
    }
  }
  ln_text         whole = {0};
  const ln_status st =
    ln_names_expand(b->names,
                    (ln_term){.s    = iri->n > 0U ? iri->parts[0].text.s : "",
                              .n    = iri->n > 0U ? (uint32_t)iri->parts[0].text.n : 0U,
                              .stem = iri->stem,
                              .kind = LN_IRI},
                    &whole);
  const ln_view copy = st == LN_OK ? ln_arena_copy(b->arena, ln_text_view(&whole)) : (ln_view){0};
  ln_text_clear(&whole);
  LN_TRY(st);
  return copy.s ? ln_names_predicate(b->names, copy, &out->predicate) : LN_NO_MEM;
}

static ln_status
bind_lists(ln_binder* const b)
{
  if (b->plan->lists) {
    return LN_OK;
  }
  ln_list_plan* const lists = ln_arena_zero(b->arena, 1U, sizeof(ln_list_plan));
  if (!lists) {
    return LN_NO_MEM;
  }
  b->plan->lists = lists;
  LN_TRY(ln_names_predicate(b->names, LN_V(RDF "first"), &lists->first));
  LN_TRY(ln_names_predicate(b->names, LN_V(RDF "rest"), &lists->rest));
  return ln_names_term(b->names, LN_V(RDF "nil"), &lists->nil);
}

static ln_status
bind_object(ln_binder* const b, const size_t at, ln_output* const out)
{
  const ln_variable* const v      = &b->plan->variables[at];
  const ln_column* const   column = v->column;
  out->variable                   = (uint16_t)at;
  out->kind                       = LN_OBJECT_LITERAL;
  if (column->value_url.s) {
    ln_iri_plan* const url = ln_arena_zero(b->arena, 1U, sizeof(ln_iri_plan));
    if (!url) {
      return LN_NO_MEM;
    }
    out->kind   = LN_OBJECT_URL;
    out->url    = url;
    b->property = "valueUrl";
    return ln_bind_iri(b, column->value_url, column->path, url);
  }
  if (v->reference && (!v->reference->is_map || v->reference->reference->value.n > 0U)) {
    out->kind = LN_OBJECT_REFERENCE; /* words of a list without IRIs stay text */
  }
  out->list = column->ordered && ln_column_is_list(column) && v->group == LN_NO_GROUP;
  return out->list ? bind_lists(b) : LN_OK;
}

/* What stands before its objects, as one text; not before those that look words up. */
static ln_status
bind_lead(ln_binder* const b, ln_output* const out)
{
  if (out->property || out->kind == LN_OBJECT_REFERENCE) {
    return LN_OK;
  }
  if (out->kind == LN_OBJECT_LITERAL) {
    out->stem = b->plan->variables[out->variable].literal_stem;
    return ln_names_lead(b->names, out->predicate, out->stem, &out->lead);
  }
  const ln_iri_plan* const url = out->url;
  out->stem                    = url->stem;
  if (url->n == 1U && !url->parts[0].operator) {
    const ln_view bytes  = url->parts[0].text;
    const ln_term object = {bytes.s, (uint32_t)bytes.n, url->stem, LN_IRI, 0U};
    return ln_names_lead_whole(b->names, out->predicate, object, &out->lead);
  }
  return ln_names_lead(b->names, out->predicate, out->stem, &out->lead);
}

/* Put the output behind the last one of the same predicate; types come first. */
static void
insert_output(gathering* const g, const ln_output output)
{
  size_t at = g->subject.n_outputs;
  if (!output.property) {
    for (size_t i = g->subject.n_outputs; i > 0U; --i) {
      if (!g->outputs[i - 1U].property && g->outputs[i - 1U].predicate == output.predicate) {
        at = i;
        break;
      }
      at = output.predicate == LN_PREDICATE_TYPE ? i - 1U : at;
    }
  }
  for (size_t i = g->subject.n_outputs; i > at; --i) {
    g->outputs[i] = g->outputs[i - 1U];
  }
  g->outputs[at] = output;
  ++g->subject.n_outputs;
}

static gathering*
find_gathering(gathering* const list, const size_t n, const gathering* const wanted)
{
  for (size_t i = 0U; i < n; ++i) {
    if (list[i].layer == wanted->layer && !list[i].own &&
        ln_view_equals(list[i].about, wanted->about) &&
        ln_view_equals(list[i].graph, wanted->graph)) {
      return &list[i];
    }
  }
  return NULL;
}

static bool
is_output(const ln_binder* const b, const ln_variable* const v)
{
  const ln_column* const c = v->column;
  return !c->suppress && (c->layer & b->binding->layers) != 0U &&
         (c->is_virtual || v->field != 0U || c->fallback.n > 0U);
}

static ln_status
gather(ln_binder* const b, const size_t at, gathering* const list, size_t* const n)
{
  const ln_column* const column = b->plan->variables[at].column;
  const gathering        wanted = {
           .about = column->about_url.s ? column->about_url : b->map->about_url,
           .graph = ln_bind_graph_text(b, column),
           .layer = column->layer,
  };
  b->plan->agrees = b->plan->agrees || column->agree;
  gathering* g    = column->once ? NULL : find_gathering(list, *n, &wanted);
  if (!g) {
    g          = &list[(*n)++];
    *g         = wanted;
    g->outputs = ln_arena_zero(b->arena, b->plan->n_variables, sizeof(ln_output));
    if (!g->outputs) {
      return LN_NO_MEM;
    }
    g->own          = column->once;
    g->subject.once = column->once;
    LN_TRY(bind_about(b, column, g));
  }
  ln_output output = {0};
  LN_TRY(bind_property(b, column, &output));
  LN_TRY(bind_object(b, at, &output));
  LN_TRY(bind_lead(b, &output));
  LN_TRY(ln_bind_source(b, column, &output));
  b->plan->variables[at].used = true;
  insert_output(g, output);
  return LN_OK;
}

/* The row itself goes first: if it cannot be named, nothing of the row has been made. */
static void
lead(const ln_binder* const b, const gathering* const list, ln_subject* const out, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    if (!out[i].once && ln_view_equals(list[i].about, b->map->about_url)) {
      const ln_subject main = out[i];
      memmove(&out[1], &out[0], i * sizeof(ln_subject));
      out[0]      = main;
      out[0].main = true;
      return;
    }
  }
}

ln_status
ln_bind_subjects(ln_binder* const b)
{
  ln_plan* const   plan = b->plan;
  gathering* const list = ln_arena_zero(b->arena, plan->n_variables, sizeof(gathering));
  size_t           n    = 0U;
  ln_subject*      out  = NULL;
  if (!list) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < plan->n_variables; ++i) {
    if (!b->map->suppress && is_output(b, &plan->variables[i])) {
      LN_TRY(gather(b, i, list, &n));
    }
  }
  out = ln_arena_zero(b->arena, n, sizeof(ln_subject));
  if (!out) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    out[i]         = list[i].subject;
    out[i].outputs = list[i].outputs;
  }
  lead(b, list, out, n);
  plan->subjects   = out;
  plan->n_subjects = n;
  return LN_OK;
}
