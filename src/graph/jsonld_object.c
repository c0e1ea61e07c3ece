/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Objects of JSON-LD: values, lists, sets and nodes. Which one it is says its names, once the
   contexts that count for it are known: that of the property, its own, those of its types. A node
   is named and given to whatever leads to it; its members follow as a frame. */

#include "graph/jsonld_walk.h"

#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* What an object has, by what its names stand for. */
typedef struct {
  const ln_json_value* value;
  const ln_json_value* list;
  const ln_json_value* set;
  const ln_json_value* id;
  const ln_json_value* type;
  const ln_json_value* language;
  const ln_json_value* direction;
  const ln_json_value* index;
  const ln_json_value* graph;
  size_t               n; ///< members but for @context
} object_parts;

static ln_status
note(ln_ld_walk* const w, const ln_json_value** const part, const ln_json_value* const member)
{
  if (*part) {
    return ln_ld_wrong(&w->contexts, member->line, "colliding keywords");
  }
  *part = member;
  return LN_OK;
}

static ln_status
note_member(ln_ld_walk* const          w,
            object_parts* const        parts,
            const ln_view              name,
            const ln_json_value* const member)
{
  const struct {
    const char*           word;
    const ln_json_value** part;
  } WORDS[] = {{"@value", &parts->value},
               {"@list", &parts->list},
               {"@set", &parts->set},
               {"@id", &parts->id},
               {"@language", &parts->language},
               {"@direction", &parts->direction},
               {"@index", &parts->index},
               {"@graph", &parts->graph}};
  parts->n += ln_view_equals(name, LN_V("@context")) ? 0U : 1U;
  if (ln_view_equals(name, LN_V("@type"))) {
    parts->type = member; // several names may stand for it
  }
  for (size_t i = 0U; i < sizeof(WORDS) / sizeof(WORDS[0]); ++i) {
    if (ln_view_equals(name, ln_view_of(WORDS[i].word))) {
      return note(w, WORDS[i].part, member);
    }
  }
  return LN_OK;
}

static ln_status
find_parts(ln_ld_walk* const          w,
           const ln_ld_context* const context,
           const ln_json_value* const object,
           object_parts* const        parts)
{
  *parts = (object_parts){.n = 0U};
  for (const ln_json_value* m = object->first; m; m = m->next) {
    ln_view name = {NULL, 0U};
    LN_TRY(ln_ld_name(w, context, m->name, &name));
    LN_TRY(name.s ? note_member(w, parts, name, m) : LN_OK);
  }
  return LN_OK;
}

/* ---- contexts ---- */

/* A context of types ends where another node begins, but for a value and for a mere name. */
static ln_status
go_back(ln_ld_walk* const           w,
        const ln_ld_way* const      way,
        const ln_json_value* const  object,
        const ln_ld_context** const context)
{
  object_parts parts;
  *context = way->context;
  if (!way->context->previous || way->from_map) {
    return LN_OK;
  }
  LN_TRY(find_parts(w, way->context, object, &parts));
  const bool named = parts.id && object->first && !object->first->next;
  if (!parts.value && !named) {
    *context = way->context->previous;
  }
  return LN_OK;
}

/* The least of the texts of `types` that come behind `*last`. */
static bool
next_type(const ln_json_value* const types, ln_view* const last)
{
  bool                 single = false;
  ln_view              least  = {NULL, 0U};
  const ln_json_value* v      = ln_ld_parts(types, &single);
  for (; v; v = single ? NULL : v->next) {
    const size_t n     = v->text.n < last->n ? v->text.n : last->n;
    const int    order = last->s ? memcmp(v->text.s, last->s, n) : 1;
    const bool   later = order > 0 || (order == 0 && v->text.n > last->n);
    if (v->kind != LN_VALUE_STRING || !later) {
      continue;
    }
    const size_t m    = least.n < v->text.n ? least.n : v->text.n;
    const int    less = least.s ? memcmp(v->text.s, least.s, m) : -1;
    if (less < 0 || (less == 0 && v->text.n < least.n)) {
      least = v->text;
    }
  }
  *last = least;
  return least.s != NULL;
}

/* Contexts of types, in their order. */
static ln_status
add_types(ln_ld_walk* const           w,
          const ln_ld_context* const  typing,
          const ln_json_value* const  object,
          const ln_ld_context** const context)
{
  const ln_ld_scope scope = {.propagate = false};
  for (const ln_json_value* m = object->first; m; m = m->next) {
    ln_view name = {NULL, 0U};
    ln_view type = {NULL, 0U};
    LN_TRY(ln_ld_name(w, typing, m->name, &name));
    while (name.s && ln_view_equals(name, LN_V("@type")) && next_type(m, &type)) {
      const ln_ld_term* const term = ln_ld_term_find(typing, type);
      LN_TRY(term && term->context
               ? ln_ld_context_add(&w->contexts, *context, term->context, scope, context)
               : LN_OK);
    }
  }
  return LN_OK;
}

/* The context that counts for an object, and that in which its types are expanded. */
static ln_status
find_context(ln_ld_walk* const           w,
             const ln_ld_way* const      way,
             const ln_json_value* const  object,
             const ln_ld_context** const typing,
             const ln_ld_context** const context)
{
  const ln_ld_scope          of_property = {.propagate = true, .override = true};
  const ln_ld_scope          own         = {.propagate = true};
  const ln_json_value* const local       = ln_json_value_member(object, LN_V("@context"));
  LN_TRY(go_back(w, way, object, context));
  if (way->term && way->term->context) {
    LN_TRY(ln_ld_context_add(&w->contexts, *context, way->term->context, of_property, context));
  }
  LN_TRY(local ? ln_ld_context_add(&w->contexts, *context, local, own, context) : LN_OK);
  *typing = *context;
  return add_types(w, *typing, object, context);
}

/* ---- values ---- */

static bool
is_text(const ln_json_value* const value)
{
  return value->kind == LN_VALUE_STRING;
}

static ln_status
typed_value(ln_ld_walk* const          w,
            const ln_ld_context* const context,
            const object_parts* const  parts,
            ln_read_term* const        term)
{
  ln_view datatype = {NULL, 0U};
  if (!is_text(parts->type)) {
    return ln_ld_wrong(&w->contexts, parts->type->line, "invalid typed value");
  }
  LN_TRY(ln_ld_expand(
    &w->contexts, context, parts->type->text, LN_LD_VOCAB | LN_LD_RELATIVE, &datatype));
  if (datatype.s && ln_view_equals(datatype, LN_V("@json"))) {
    return ln_ld_json(w, parts->value, term);
  }
  if (!datatype.s || !ln_ld_is_absolute(datatype) || ln_view_starts(datatype, LN_V("_:"))) {
    return ln_ld_wrong(&w->contexts, parts->type->line, "invalid typed value");
  }
  return ln_ld_literal(w, parts->value, datatype, term);
}

static ln_status
check_value(ln_ld_walk* const w, const object_parts* const parts)
{
  const ln_json_value* const value = parts->value;
  const size_t               n     = 1U + (parts->type ? 1U : 0U) + (parts->language ? 1U : 0U) +
                   (parts->direction ? 1U : 0U) + (parts->index ? 1U : 0U);
  if (n != parts->n || (parts->type && (parts->language || parts->direction))) {
    return ln_ld_wrong(&w->contexts, value->line, "invalid value object");
  }
  if (parts->language && !is_text(parts->language)) {
    return ln_ld_wrong(&w->contexts, parts->language->line, "invalid language-tagged string");
  }
  if (parts->language && value->kind != LN_VALUE_NULL && !is_text(value)) {
    return ln_ld_wrong(&w->contexts, value->line, "invalid language-tagged value");
  }
  if (parts->index && !is_text(parts->index)) {
    return ln_ld_wrong(&w->contexts, parts->index->line, "invalid @index value");
  }
  return LN_OK;
}

static bool
is_json(ln_ld_walk* const w, const ln_ld_context* const context, const object_parts* const parts)
{
  ln_view type = {NULL, 0U};
  return parts->type && is_text(parts->type) &&
         ln_ld_name(w, context, parts->type->text, &type) == LN_OK && type.s &&
         ln_view_equals(type, LN_V("@json"));
}

static ln_status
take_value(ln_ld_walk* const          w,
           const ln_ld_way* const     way,
           const ln_ld_context* const context,
           const object_parts* const  parts)
{
  const ln_json_value* const value = parts->value;
  ln_read_term               term  = {.kind = LN_NONE};
  LN_TRY(check_value(w, parts));
  const bool json = is_json(w, context, parts);
  if (way->target == LN_LD_TO_NOWHERE || (value->kind == LN_VALUE_NULL && !json)) {
    return LN_OK;
  }
  if (way->index.s) {
    return ln_ld_wrong(&w->contexts, value->line, "invalid value object");
  }
  if (!json && (value->kind == LN_VALUE_ARRAY || value->kind == LN_VALUE_OBJECT)) {
    return ln_ld_wrong(&w->contexts, value->line, "invalid value object value");
  }
  if (parts->type) {
    LN_TRY(typed_value(w, context, parts, &term));
  } else {
    LN_TRY(ln_ld_literal(w, value, (ln_view){NULL, 0U}, &term));
    term.lang = parts->language ? parts->language->text : term.lang;
  }
  return ln_ld_deliver(w, way, &term, value->line);
}

/* ---- lists, sets and nodes ---- */

static ln_status
take_list(ln_ld_walk* const          w,
          const ln_ld_way* const     way,
          const ln_ld_context* const context,
          const object_parts* const  parts)
{
  if (parts->n > 1U + (parts->index ? 1U : 0U)) {
    return ln_ld_wrong(&w->contexts, parts->list->line, "invalid set or list object");
  }
  if (way->target == LN_LD_TO_NOWHERE) {
    return LN_OK;
  }
  if (way->reverse) {
    return ln_ld_wrong(&w->contexts, parts->list->line, "invalid reverse property value");
  }
  ln_ld_frame frame = {.kind = LN_LD_ITEMS, .way = *way};
  frame.at          = ln_ld_parts(parts->list, &frame.single);
  frame.way.context = context;
  return ln_ld_push(w, &frame);
}

static ln_status
take_set(ln_ld_walk* const          w,
         const ln_ld_way* const     way,
         const ln_ld_context* const context,
         const object_parts* const  parts)
{
  if (parts->n > 1U + (parts->index ? 1U : 0U)) {
    return ln_ld_wrong(&w->contexts, parts->set->line, "invalid set or list object");
  }
  ln_ld_frame frame = {.kind = LN_LD_VALUES, .way = *way};
  frame.at          = ln_ld_parts(parts->set, &frame.single);
  frame.way.context = context;
  return ln_ld_push(w, &frame);
}

/* What a node is called: by itself, by the map it stands in, or by nobody. */
static ln_status
name_node(ln_ld_walk* const          w,
          const ln_ld_way* const     way,
          const ln_ld_context* const context,
          const object_parts* const  parts,
          ln_read_term* const        node)
{
  ln_view iri = way->id;
  if (parts->id) {
    if (!is_text(parts->id)) {
      return ln_ld_wrong(&w->contexts, parts->id->line, "invalid @id value");
    }
    LN_TRY(ln_ld_expand(&w->contexts, context, parts->id->text, LN_LD_RELATIVE, &iri));
    return ln_ld_node(w, iri, node);
  }
  return iri.s ? ln_ld_node(w, iri, node) : ln_ld_blank(w, node);
}

/* What a map says of the node. */
static ln_status
say_of_map(ln_ld_walk* const         w,
           const ln_ld_way* const    way,
           const ln_read_term* const node,
           const uint64_t            line)
{
  ln_read_term type = {.kind = LN_NONE};
  if (way->type.s) {
    LN_TRY(ln_ld_node(w, way->type, &type));
    LN_TRY(ln_ld_triple(w, node, LN_V(RDF "type"), &type, &way->graph, line));
  }
  return way->index.s ? ln_ld_triple(w, node, way->index, &way->index_value, &way->graph, line)
                      : LN_OK;
}

ln_status
ln_ld_take_object(ln_ld_walk* const          w,
                  const ln_ld_way* const     way,
                  const ln_json_value* const object)
{
  const ln_ld_context* typing  = NULL;
  const ln_ld_context* context = NULL;
  object_parts         parts;
  ln_read_term         node = {.kind = LN_NONE};
  LN_TRY(find_context(w, way, object, &typing, &context));
  LN_TRY(find_parts(w, context, object, &parts));
  if (parts.value) {
    return take_value(w, way, context, &parts);
  }
  if (parts.list) {
    return take_list(w, way, context, &parts);
  }
  if (parts.set) {
    return take_set(w, way, context, &parts);
  }
  if (parts.language && parts.n == 1U) {
    return LN_OK; // a value without a value
  }
  LN_TRY(name_node(w, way, context, &parts, &node));
  LN_TRY(say_of_map(w, way, &node, object->line));
  LN_TRY(ln_ld_deliver(w, way, &node, object->line));
  const ln_ld_frame frame = {.kind   = LN_LD_MEMBERS,
                             .at     = object->first,
                             .way    = {.context = context, .graph = way->graph},
                             .node   = node,
                             .typing = typing,
                             .open   = object == w->root && parts.graph && parts.n == 1U};
  return ln_ld_push(w, &frame);
}
