/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Finds the shapes of a shapes graph (section 2.1) and reads them one by one. A shape is made the
   moment something refers to it and read when its turn comes, so shapes that refer to each other in
   any way need no recursion here. Every shape is read, also one that nothing leads to, so that
   every ill-formed one is named. */

#include "base/memory.h"
#include "check/shapes_inner.h"

#include <limits.h>

ln_status
ln_shape_shown(const ln_term_table* const terms, const uint32_t term, ln_text* const out)
{
  static const char* const open[]  = {"", "<", "\"", "_:"};
  static const char* const close[] = {"", ">", "\"", ""};
  const ln_kind            kind    = ln_term_table_kind(terms, term);
  const ln_view            text    = ln_term_table_text(terms, term);
  const ln_view            lang    = ln_term_table_lang(terms, term);
  LN_TRY(ln_text_add(out, ln_view_of(open[kind])));
  LN_TRY(ln_text_add(out, text));
  LN_TRY(ln_text_add(out, ln_view_of(close[kind])));
  LN_TRY(lang.n > 0U ? ln_text_add_byte(out, '@') : LN_OK);
  return ln_text_add(out, lang);
}

ln_status
ln_shape_fault(ln_shape_reader* const r,
               const ln_word          word,
               const char* const      rule,
               const uint32_t         value,
               const char* const      why)
{
  const ln_view  local = ln_word_local(word);
  ln_text* const text  = &r->scratch;
  ln_text_reset(text);
  LN_TRY(ln_text_add(text, LN_V("the shape ")));
  LN_TRY(ln_shape_shown(r->terms, r->node, text));
  LN_TRY(ln_text_format(text, " is ill-formed: sh:%.*s ", (int)local.n, local.s));
  LN_TRY(ln_text_add(text, ln_view_of(why)));
  if (value != LN_NO_TERM) {
    LN_TRY(ln_text_add(text, LN_V(", not ")));
    LN_TRY(ln_shape_shown(r->terms, value, text));
  }
  LN_TRY(ln_text_format(text, " (rule %.*s-%s)", (int)local.n, local.s, rule));
  return ln_report(r->log,
                   LN_L0710,
                   LN_KEPT,
                   (ln_where){.source = r->source},
                   LN_V(""),
                   "%.*s",
                   (int)(text->n < INT_MAX ? text->n : INT_MAX),
                   text->s);
}

ln_halves
ln_shape_values(const ln_shape_reader* const r, const ln_word property)
{
  return ln_triple_set_objects(r->graph, r->node, r->out->words.term[property]);
}

ln_status
ln_shape_value(ln_shape_reader* const r, const ln_word property, uint32_t* const value)
{
  const ln_halves values = ln_shape_values(r, property);
  *value                 = values.n == 1U ? ln_half_node(values.v[0]) : LN_NO_TERM;
  if (values.n < 2U) {
    return LN_OK;
  }
  return ln_shape_fault(r, property, "maxCount", LN_NO_TERM, "must have one value at most");
}

ln_status
ln_shape_flag(ln_shape_reader* const r, const ln_word property, bool* const value)
{
  uint32_t term = LN_NO_TERM;
  *value        = false;
  LN_TRY(ln_shape_value(r, property, &term));
  if (term == LN_NO_TERM) {
    return LN_OK;
  }
  // The specification compares with the term `true`; "1" is a boolean, but another term.
  const ln_view text = ln_term_table_text(r->terms, term);
  const bool    yes  = ln_view_equals(text, LN_V("true"));
  const bool    no   = ln_view_equals(text, LN_V("false")) || ln_view_equals(text, LN_V("0")) ||
                  ln_view_equals(text, LN_V("1"));
  if (ln_term_table_datatype(r->terms, term) != r->out->words.term[LN_W_XSD_BOOLEAN] ||
      !(yes || no)) {
    return ln_shape_fault(r, property, "datatype", term, "must be true or false");
  }
  *value = yes;
  return LN_OK;
}

ln_status
ln_shape_reference(ln_shape_reader* const r, const uint32_t node, uint32_t* const shape)
{
  if (node >= r->n_shape_of) {
    return LN_NO_MEM;
  }
  if (r->shape_of[node] == 0U) {
    const ln_shape fresh = {
      .node = node, .path = LN_NO_PATH, .severity = r->out->words.term[LN_W_VIOLATION]};
    LN_TRY(ln_shapes_add_shape(r->out, &fresh));
    r->shape_of[node] = (uint32_t)r->out->n_shapes;
  }
  *shape = r->shape_of[node] - 1U;
  return LN_OK;
}

/* Whether having this property makes a node a shape: a parameter or a target. */
static bool
makes_shape(const ln_vocabulary* const words, const uint32_t predicate)
{
  for (int c = 0; c < LN_COMPONENTS; ++c) {
    if (predicate == words->term[ln_component_word((ln_sh_component)c)]) {
      return true;
    }
  }
  return predicate == words->term[LN_W_TARGET_NODE] ||
         predicate == words->term[LN_W_TARGET_CLASS] ||
         predicate == words->term[LN_W_TARGET_SUBJECTS_OF] ||
         predicate == words->term[LN_W_TARGET_OBJECTS_OF] ||
         predicate == words->term[LN_W_QUALIFIED_VALUE_SHAPE] ||
         predicate == words->term[LN_W_SPARQL] || predicate == words->term[LN_W_TARGET];
}

static bool
is_shape(const ln_shape_reader* const r, const ln_halves properties)
{
  const ln_vocabulary* const words = &r->out->words;
  for (size_t i = 0U; i < properties.n; ++i) {
    const uint32_t predicate = ln_half_predicate(properties.v[i]);
    const uint32_t object    = ln_half_node(properties.v[i]);
    if (predicate == words->term[LN_W_TYPE]) {
      if (object == words->term[LN_W_NODE_SHAPE] || object == words->term[LN_W_PROPERTY_SHAPE]) {
        return true;
      }
    } else if (makes_shape(words, predicate)) {
      return true;
    }
  }
  return false;
}

static ln_status
find_shapes(ln_shape_reader* const r)
{
  const uint32_t n = ln_triple_set_terms(r->graph);
  for (uint32_t node = 0U; node < n; ++node) {
    uint32_t shape = 0U;
    if (is_shape(r, ln_triple_set_of(r->graph, node))) {
      LN_TRY(ln_shape_reference(r, node, &shape));
    }
  }
  return LN_OK;
}

static ln_status
read_severity(ln_shape_reader* const r, const uint32_t shape)
{
  uint32_t severity = LN_NO_TERM;
  LN_TRY(ln_shape_value(r, LN_W_SEVERITY, &severity));
  if (severity == LN_NO_TERM) {
    return LN_OK;
  }
  if (ln_term_table_kind(r->terms, severity) != LN_IRI) {
    return ln_shape_fault(r, LN_W_SEVERITY, "nodeKind", severity, "must be an IRI");
  }
  r->out->shapes[shape].severity = severity;
  return LN_OK;
}

static ln_status
read_messages(ln_shape_reader* const r, const uint32_t shape)
{
  const ln_halves values = ln_shape_values(r, LN_W_MESSAGE);
  const size_t    first  = r->out->n_members;
  for (size_t i = 0U; i < values.n; ++i) {
    const uint32_t message  = ln_half_node(values.v[i]);
    const uint32_t datatype = ln_term_table_datatype(r->terms, message);
    if (datatype == LN_TERM_XSD_STRING || datatype == LN_TERM_RDF_LANG_STRING) {
      LN_TRY(ln_shapes_add_member(r->out, message));
    } else {
      LN_TRY(ln_shape_fault(
        r, LN_W_MESSAGE, "datatype", message, "must be a text, with or without a language"));
    }
  }
  r->out->shapes[shape].messages =
    (ln_span){(uint32_t)first, (uint32_t)(r->out->n_members - first)};
  return LN_OK;
}

/* What is not SHACL Core must not be passed over in silence: the result would be that of other
   shapes. */
static ln_status
refuse_sparql(ln_shape_reader* const r)
{
  static const ln_word words[] = {LN_W_SPARQL, LN_W_TARGET};
  for (size_t i = 0U; i < sizeof(words) / sizeof(words[0]); ++i) {
    const ln_view local = ln_word_local(words[i]);
    if (ln_shape_values(r, words[i]).n > 0U) {
      ln_text_reset(&r->scratch);
      LN_TRY(ln_shape_shown(r->terms, r->node, &r->scratch));
      LN_TRY(ln_report(r->log,
                       LN_L0711,
                       LN_KEPT,
                       (ln_where){.source = r->source},
                       LN_V(""),
                       "the shape %s has sh:%.*s, which is not SHACL Core; it was not looked at",
                       r->scratch.s,
                       (int)local.n,
                       local.s));
    }
  }
  return LN_OK;
}

static ln_status
read_shape(ln_shape_reader* const r, const uint32_t shape)
{
  bool deactivated = false;
  r->node          = r->out->shapes[shape].node;
  LN_TRY(ln_shape_flag(r, LN_W_DEACTIVATED, &deactivated));
  r->out->shapes[shape].deactivated = deactivated;
  LN_TRY(read_severity(r, shape));
  LN_TRY(read_messages(r, shape));
  LN_TRY(refuse_sparql(r));
  LN_TRY(ln_shape_path(r, shape));
  LN_TRY(ln_shape_targets(r, shape));
  return ln_shape_constraints(r, shape);
}

/* Whether the shape at hand has a value for a parameter of a component. */
static bool
uses_component(const ln_shape_reader* const r, const uint32_t component)
{
  const ln_vocabulary* const words = &r->out->words;
  const ln_halves            parameters =
    ln_triple_set_objects(r->graph, component, words->term[LN_W_PARAMETER]);
  for (size_t i = 0U; i < parameters.n; ++i) {
    const uint32_t path =
      ln_triple_set_object(r->graph, ln_half_node(parameters.v[i]), words->term[LN_W_PATH]);
    if (path != LN_NO_TERM && ln_triple_set_objects(r->graph, r->node, path).n > 0U) {
      return true;
    }
  }
  return false;
}

static ln_status
refuse_component(ln_shape_reader* const r, const uint32_t component)
{
  ln_text_reset(&r->scratch);
  LN_TRY(ln_shape_shown(r->terms, r->node, &r->scratch));
  LN_TRY(ln_text_add(&r->scratch, LN_V(" uses the constraint component ")));
  LN_TRY(ln_shape_shown(r->terms, component, &r->scratch));
  return ln_report(r->log,
                   LN_L0711,
                   LN_KEPT,
                   (ln_where){.source = r->source},
                   LN_V(""),
                   "the shape %s, which is not one of SHACL Core; it was not looked at",
                   r->scratch.s);
}

/* Constraint components of one's own (section 6) are SPARQL too: a shape that uses one of them asks
   for something that is not done. What declares parameters is a component. */
static ln_status
refuse_components(ln_shape_reader* const r)
{
  const uint32_t declares = r->out->words.term[LN_W_PARAMETER];
  const uint32_t n        = ln_triple_set_terms(r->graph);
  for (uint32_t node = 0U; node < n; ++node) {
    if (ln_triple_set_objects(r->graph, node, declares).n == 0U) {
      continue;
    }
    for (size_t i = 0U; i < r->out->n_shapes; ++i) {
      r->node = r->out->shapes[i].node;
      LN_TRY(uses_component(r, node) ? refuse_component(r, node) : LN_OK);
    }
  }
  return LN_OK;
}

static ln_status
read_all(ln_shape_reader* const r)
{
  LN_TRY(ln_vocabulary_add(r->terms, &r->out->words));
  r->n_shape_of = ln_term_table_size(r->terms);
  r->shape_of   = (uint32_t*)ln_alloc_zero(r->n_shape_of, sizeof(uint32_t));
  if (!r->shape_of) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_shape_classes(r));
  LN_TRY(find_shapes(r));
  for (uint32_t i = 0U; i < r->out->n_shapes; ++i) { // their number grows on the way
    LN_TRY(read_shape(r, i));
  }
  LN_TRY(refuse_components(r));
  return ln_shape_recursion(r);
}

ln_status
ln_shapes_read(const ln_triple_set* const graph,
               ln_term_table* const       terms,
               const uint32_t             source,
               ln_log* const              log,
               ln_shapes* const           shapes)
{
  ln_shape_reader r = {.out = shapes, .graph = graph, .terms = terms, .source = source, .log = log};
  const ln_status st = read_all(&r);
  ln_free(r.shape_of);
  ln_text_clear(&r.scratch);
  return st;
}
