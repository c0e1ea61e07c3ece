/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Members of a node. A name stands for a keyword, for a property or for nothing; of a property its
   term says how the value is meant: as it stands, as a list, a graph, or a map whose names say
   something of the values. */

#include "graph/jsonld_walk.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static ln_status
wrong(ln_ld_walk* const w, const ln_json_value* const at, const char* const problem)
{
  return ln_ld_wrong(&w->contexts, at->line, problem);
}

/* ---- keywords ---- */

static ln_status
take_types(ln_ld_walk* const w, const ln_ld_frame* const frame, const ln_json_value* const member)
{
  bool                 single = false;
  const ln_json_value* v      = ln_ld_parts(member, &single);
  for (; v; v = single ? NULL : v->next) {
    ln_view      iri  = {NULL, 0U};
    ln_read_term type = {.kind = LN_NONE};
    if (v->kind != LN_VALUE_STRING) {
      return wrong(w, v, "invalid type value");
    }
    LN_TRY(ln_ld_expand(&w->contexts, frame->typing, v->text, LN_LD_VOCAB | LN_LD_RELATIVE, &iri));
    LN_TRY(ln_ld_node(w, iri, &type));
    LN_TRY(ln_ld_triple(w, &frame->node, LN_V(RDF "type"), &type, &frame->way.graph, member->line));
  }
  return LN_OK;
}

/* What stands in a graph: in that of the node, or, at the top, in the one at hand. */
static ln_status
take_graph(ln_ld_walk* const w, const ln_ld_frame* const frame, const ln_json_value* const member)
{
  ln_ld_frame inner = {.kind = LN_LD_VALUES, .way = frame->way};
  inner.at          = ln_ld_parts(member, &inner.single);
  if (!frame->open) {
    inner.way.graph = frame->node;
    if (frame->node.kind == LN_NONE) {
      inner.way.graph.text = LN_V("?"); // a graph that cannot be named: nothing of it is said
    }
  }
  return ln_ld_push(w, &inner);
}

/* Nodes that are only there: no values, no lists. */
static ln_status
take_included(ln_ld_walk* const          w,
              const ln_ld_frame* const   frame,
              const ln_json_value* const member)
{
  ln_ld_frame          inner  = {.kind = LN_LD_VALUES, .way = frame->way};
  bool                 single = false;
  const ln_json_value* v      = ln_ld_parts(member, &single);
  inner.at                    = v;
  inner.single                = single;
  for (; v; v = single ? NULL : v->next) {
    bool good = v->kind == LN_VALUE_OBJECT;
    for (const ln_json_value* m = v->first; good && m; m = m->next) {
      ln_view name = {NULL, 0U};
      LN_TRY(ln_ld_name(w, frame->way.context, m->name, &name));
      good =
        !name.s || !(ln_view_equals(name, LN_V("@value")) || ln_view_equals(name, LN_V("@list")));
    }
    if (!good) {
      return wrong(w, member, "invalid @included value");
    }
  }
  return ln_ld_push(w, &inner);
}

/* Members that stand one level deeper than they mean. */
static ln_status
take_nest(ln_ld_walk* const w, const ln_ld_frame* const frame, const ln_json_value* const member)
{
  const ln_ld_scope       scope  = {.propagate = true, .override = true};
  const ln_ld_term* const term   = ln_ld_term_find(frame->way.context, member->name);
  ln_ld_frame             inner  = *frame;
  bool                    single = false;
  const ln_json_value*    v      = ln_ld_parts(member, &single);
  inner.single                   = false;
  if (term && term->context) {
    LN_TRY(ln_ld_context_add(
      &w->contexts, frame->way.context, term->context, scope, &inner.way.context));
  }
  for (; v; v = single ? NULL : v->next) {
    bool good = v->kind == LN_VALUE_OBJECT;
    for (const ln_json_value* m = v->first; good && m; m = m->next) {
      ln_view name = {NULL, 0U};
      LN_TRY(ln_ld_name(w, inner.way.context, m->name, &name));
      good = !name.s || !ln_view_equals(name, LN_V("@value"));
    }
    if (!good) {
      return wrong(w, member, "invalid @nest value");
    }
    inner.at = v->first;
    LN_TRY(ln_ld_push(w, &inner));
  }
  return LN_OK;
}

static ln_status
take_keyword(ln_ld_walk* const          w,
             const ln_ld_frame* const   frame,
             const ln_json_value* const member,
             const ln_view              word)
{
  if (ln_view_equals(word, LN_V("@type"))) {
    return take_types(w, frame, member);
  }
  if (ln_view_equals(word, LN_V("@graph"))) {
    return take_graph(w, frame, member);
  }
  if (ln_view_equals(word, LN_V("@included"))) {
    return take_included(w, frame, member);
  }
  if (ln_view_equals(word, LN_V("@nest"))) {
    return take_nest(w, frame, member);
  }
  if (ln_view_equals(word, LN_V("@index")) && member->kind != LN_VALUE_STRING) {
    return wrong(w, member, "invalid @index value");
  }
  if (ln_view_equals(word, LN_V("@reverse"))) {
    ln_ld_frame inner = *frame;
    inner.kind        = LN_LD_REVERSE;
    inner.single      = false;
    inner.at          = member->first;
    return member->kind == LN_VALUE_OBJECT ? ln_ld_push(w, &inner)
                                           : wrong(w, member, "invalid @reverse value");
  }
  return LN_OK;
}

/* ---- properties ---- */

static bool
has(const ln_ld_term* const term, const unsigned container)
{
  return term && (term->container & container) != 0U;
}

/* Whether an object has a member that stands for a keyword. */
static ln_status
has_keyword(ln_ld_walk* const          w,
            const ln_ld_context* const context,
            const ln_json_value* const object,
            const ln_view              word,
            bool* const                yes)
{
  *yes = false;
  for (const ln_json_value* m = object->kind == LN_VALUE_OBJECT ? object->first : NULL; m;
       m                      = m->next) {
    ln_view name = {NULL, 0U};
    LN_TRY(ln_ld_name(w, context, m->name, &name));
    *yes = *yes || (name.s && ln_view_equals(name, word));
  }
  return LN_OK;
}

static ln_status
take_list(ln_ld_walk* const w, const ln_ld_way* const way, const ln_json_value* const value)
{
  ln_ld_frame frame = {.kind = LN_LD_ITEMS, .way = *way};
  bool        list  = false;
  LN_TRY(has_keyword(w, way->context, value, LN_V("@list"), &list));
  if (list || value->kind == LN_VALUE_NULL) {
    return ln_ld_take(w, way, value);
  }
  if (way->reverse) {
    return wrong(w, value, "invalid reverse property value");
  }
  frame.at = ln_ld_parts(value, &frame.single);
  return ln_ld_push(w, &frame);
}

/* A value in a graph of its own, which the property leads to. */
static ln_status
take_wrapped(ln_ld_walk* const          w,
             const ln_ld_way* const     way,
             const ln_read_term* const  name,
             const ln_json_value* const value)
{
  ln_read_term graph = *name;
  ln_ld_way    inner = *way;
  if (value->kind == LN_VALUE_NULL) {
    return LN_OK;
  }
  LN_TRY(graph.kind == LN_NONE ? ln_ld_blank(w, &graph) : LN_OK);
  if (way->index.s) {
    LN_TRY(ln_ld_triple(w, &graph, way->index, &way->index_value, &way->graph, value->line));
  }
  LN_TRY(ln_ld_deliver(w, way, &graph, value->line));
  inner.target = LN_LD_TO_NOWHERE;
  inner.graph  = graph;
  inner.index  = (ln_view){NULL, 0U};
  inner.id     = (ln_view){NULL, 0U};
  return ln_ld_take(w, &inner, value);
}

static ln_status
take_graphs(ln_ld_walk* const w, const ln_ld_way* const way, const ln_json_value* const value)
{
  const ln_read_term   none   = {.kind = LN_NONE};
  bool                 single = false;
  const ln_json_value* v      = ln_ld_parts(value, &single);
  for (; v; v = single ? NULL : v->next) {
    LN_TRY(take_wrapped(w, way, &none, v));
  }
  return LN_OK;
}

/* A value of a property, by what its term says of containers. */
static ln_status
take_property(ln_ld_walk* const w, const ln_ld_way* const way, const ln_json_value* const value)
{
  const ln_ld_term* const term = way->term;
  if (term && term->type.s && ln_view_equals(term->type, LN_V("@json"))) {
    ln_read_term json = {.kind = LN_NONE};
    LN_TRY(ln_ld_json(w, value, &json));
    return ln_ld_deliver(w, way, &json, value->line);
  }
  const unsigned maps = LN_LD_LANGUAGE | LN_LD_INDEX | LN_LD_ID | LN_LD_TYPE;
  if (has(term, maps) && value->kind == LN_VALUE_OBJECT) {
    ln_ld_frame frame = {.kind = LN_LD_MAP, .at = value->first, .way = *way};
    return ln_ld_push(w, &frame);
  }
  if (has(term, LN_LD_LIST)) {
    return take_list(w, way, value);
  }
  return has(term, LN_LD_GRAPH) && !has(term, LN_LD_ID | LN_LD_INDEX) ? take_graphs(w, way, value)
                                                                      : ln_ld_take(w, way, value);
}

static ln_ld_way
way_of(const ln_ld_frame* const frame, const ln_ld_term* const term, const ln_view predicate)
{
  return (ln_ld_way){.context   = frame->way.context,
                     .term      = term,
                     .graph     = frame->way.graph,
                     .target    = LN_LD_TO_PROPERTY,
                     .reverse   = term && term->reverse,
                     .subject   = frame->node,
                     .predicate = predicate};
}

ln_status
ln_ld_take_member(ln_ld_walk* const          w,
                  const ln_ld_frame* const   frame,
                  const ln_json_value* const member)
{
  const ln_ld_term* const term = ln_ld_term_find(frame->way.context, member->name);
  ln_view                 name = {NULL, 0U};
  LN_TRY(ln_ld_name(w, frame->way.context, member->name, &name));
  if (!name.s || !(ln_ld_is_keyword(name) || ln_ld_is_absolute(name))) {
    return LN_OK;
  }
  if (ln_ld_is_keyword(name)) {
    return take_keyword(w, frame, member, name);
  }
  const ln_ld_way way = way_of(frame, term, name);
  return take_property(w, &way, member);
}

ln_status
ln_ld_take_reverse(ln_ld_walk* const          w,
                   const ln_ld_frame* const   frame,
                   const ln_json_value* const member)
{
  const ln_ld_term* const term = ln_ld_term_find(frame->way.context, member->name);
  ln_view                 name = {NULL, 0U};
  LN_TRY(ln_ld_name(w, frame->way.context, member->name, &name));
  if (name.s && ln_ld_is_keyword(name)) {
    return wrong(w, member, "invalid reverse property map");
  }
  if (!name.s || !ln_ld_is_absolute(name)) {
    return LN_OK;
  }
  ln_ld_way way = way_of(frame, term, name);
  way.reverse   = !way.reverse;
  return take_property(w, &way, member);
}

/* ---- maps ---- */

static ln_status
take_languages(ln_ld_walk* const          w,
               const ln_ld_way* const     way,
               const ln_json_value* const entry,
               const ln_view              lang)
{
  bool                 single = false;
  const ln_json_value* v      = ln_ld_parts(entry, &single);
  const bool           none   = lang.s && ln_view_equals(lang, LN_V("@none"));
  for (; v; v = single ? NULL : v->next) {
    const ln_read_term text = {
      .kind = LN_LITERAL, .text = v->text, .lang = none ? (ln_view){NULL, 0U} : entry->name};
    if (v->kind != LN_VALUE_NULL && v->kind != LN_VALUE_STRING) {
      return wrong(w, v, "invalid language map value");
    }
    LN_TRY(v->kind == LN_VALUE_STRING ? ln_ld_deliver(w, way, &text, v->line) : LN_OK);
  }
  return LN_OK;
}

/* The context of the values of a map: that of a type counts for them. */
static ln_status
find_map_context(ln_ld_walk* const           w,
                 const ln_ld_way* const      way,
                 const ln_json_value* const  entry,
                 const ln_ld_context** const context)
{
  const ln_ld_scope scope = {.propagate = false};
  *context                = way->context;
  if (has(way->term, LN_LD_ID | LN_LD_TYPE) && way->context->previous) {
    *context = way->context->previous;
  }
  const ln_ld_term* const term = ln_ld_term_find(*context, entry->name);
  return has(way->term, LN_LD_TYPE) && term && term->context
           ? ln_ld_context_add(&w->contexts, *context, term->context, scope, context)
           : LN_OK;
}

/* An index that is a property of the values. */
static ln_status
set_index(ln_ld_walk* const          w,
          ln_ld_way* const           way,
          const ln_json_value* const entry,
          const bool                 none)
{
  const ln_view property = way->term->index;
  if (!property.s || ln_view_equals(property, LN_V("@index")) || none) {
    return LN_OK;
  }
  ln_ld_way           of_index = *way;
  const ln_json_value text = {.kind = LN_VALUE_STRING, .text = entry->name, .line = entry->line};
  of_index.term            = NULL;
  for (const ln_ld_context* c = way->context; c && !of_index.term && c->names; c = c->below) {
    for (uint32_t i = 0U; i < ln_dict_size(c->names); ++i) {
      const ln_ld_term* const term = &c->terms[i];
      const bool same = term->iri.s && ln_view_equals(term->iri, property) && !term->reverse;
      of_index.term   = same && term->type.s ? term : of_index.term;
    }
  }
  LN_TRY(ln_ld_scalar(w, &of_index, &text, &way->index_value));
  way->index = property;
  return LN_OK;
}

/* The value, or each of several, of an entry; a graph each where the term says so. */
static ln_status
take_values(ln_ld_walk* const          w,
            const ln_ld_way* const     way,
            const ln_json_value* const entry,
            const ln_read_term* const  graph)
{
  bool                 single = false;
  const ln_json_value* v      = ln_ld_parts(entry, &single);
  if (!has(way->term, LN_LD_GRAPH)) {
    ln_ld_frame frame = {.kind = LN_LD_VALUES, .at = v, .single = single, .way = *way};
    return ln_ld_push(w, &frame);
  }
  for (; v; v = single ? NULL : v->next) {
    bool is_graph = false;
    LN_TRY(has_keyword(w, way->context, v, LN_V("@graph"), &is_graph));
    LN_TRY(is_graph ? ln_ld_take(w, way, v) : take_wrapped(w, way, graph, v));
  }
  return LN_OK;
}

ln_status
ln_ld_take_entry(ln_ld_walk* const          w,
                 const ln_ld_frame* const   frame,
                 const ln_json_value* const entry)
{
  ln_ld_way    way   = frame->way;
  ln_read_term graph = {.kind = LN_NONE};
  ln_view      name  = {NULL, 0U};
  LN_TRY(ln_ld_name(w, way.context, entry->name, &name));
  if (has(way.term, LN_LD_LANGUAGE)) {
    return take_languages(w, &way, entry, name);
  }
  const bool none = name.s && ln_view_equals(name, LN_V("@none"));
  LN_TRY(find_map_context(w, &frame->way, entry, &way.context));
  way.from_map = true;
  if (has(way.term, LN_LD_INDEX)) {
    LN_TRY(set_index(w, &way, entry, none));
  }
  if (has(way.term, LN_LD_TYPE) && !none) {
    LN_TRY(ln_ld_expand(
      &w->contexts, frame->way.context, entry->name, LN_LD_VOCAB | LN_LD_RELATIVE, &way.type));
  }
  if (has(way.term, LN_LD_ID) && !none) {
    LN_TRY(ln_ld_expand(&w->contexts, way.context, entry->name, LN_LD_RELATIVE, &way.id));
    LN_TRY(has(way.term, LN_LD_GRAPH) ? ln_ld_node(w, way.id, &graph) : LN_OK);
  }
  return take_values(w, &way, entry, &graph);
}
