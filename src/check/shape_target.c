/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Targets of shapes (section 2.1.3), and what classes lie below a class: a walk along
   rdfs:subClassOf that looks at each class once. */

#include "base/memory.h"
#include "check/shapes_inner.h"

static ln_status
add_targets(ln_shape_reader* const r, const ln_word property, const ln_target_kind kind)
{
  const ln_halves values = ln_shape_values(r, property);
  for (size_t i = 0U; i < values.n; ++i) {
    const ln_shape_target target = {.kind = kind, .term = ln_half_node(values.v[i])};
    const ln_kind         is     = ln_term_table_kind(r->terms, target.term);
    if (is == LN_IRI || (kind == LN_TARGET_NODE && is == LN_LITERAL)) {
      LN_TRY(ln_shapes_add_target(r->out, &target));
    } else {
      LN_TRY(
        ln_shape_fault(r,
                       property,
                       "nodeKind",
                       target.term,
                       kind == LN_TARGET_NODE ? "must be an IRI or a literal" : "must be an IRI"));
    }
  }
  return LN_OK;
}

/* Whether a term is met for the first time; it is marked. */
static bool
is_first(unsigned char* const seen, const uint32_t term)
{
  const unsigned bit   = 1U << (term % 8U);
  const bool     first = (seen[term / 8U] & bit) == 0U;
  seen[term / 8U]      = (unsigned char)(seen[term / 8U] | bit);
  return first;
}

/* Members from `first` on, and all classes below them, breadth first. `seen` has a bit for each
   term of the graph. */
static ln_status
add_below(ln_shapes* const           shapes,
          const ln_triple_set* const graph,
          const size_t               first,
          unsigned char* const       seen)
{
  const uint32_t below = shapes->words.term[LN_W_SUB_CLASS_OF];
  for (size_t at = first; at < shapes->n_members; ++at) {
    const ln_halves subs = ln_triple_set_subjects(graph, below, shapes->members[at]);
    for (size_t i = 0U; i < subs.n; ++i) {
      const uint32_t sub = ln_half_node(subs.v[i]);
      LN_TRY(is_first(seen, sub) ? ln_shapes_add_member(shapes, sub) : LN_OK);
    }
  }
  return LN_OK;
}

static ln_status
classes_of(ln_shapes* const           shapes,
           const ln_triple_set* const graph,
           const uint32_t             class_term,
           ln_span* const             span)
{
  const size_t         first = shapes->n_members;
  unsigned char* const seen =
    (unsigned char*)ln_alloc_zero(ln_triple_set_terms(graph) / 8U + 1U, 1U);
  ln_status st = seen ? ln_shapes_add_member(shapes, class_term) : LN_NO_MEM;
  st           = st == LN_OK ? add_below(shapes, graph, first, seen) : st;
  ln_free(seen);
  *span = ln_shapes_sort_members(shapes, first);
  return st;
}

ln_status
ln_shape_classes(ln_shape_reader* const r)
{
  return classes_of(r->out, r->graph, r->out->words.term[LN_W_RDFS_CLASS], &r->classes);
}

/* Whether the shape is a class too: a SHACL instance of rdfs:Class (section 2.1.3.3). */
static bool
is_class(const ln_shape_reader* const r)
{
  const ln_halves types = ln_shape_values(r, LN_W_TYPE);
  for (size_t i = 0U; i < types.n; ++i) {
    if (ln_shapes_has(r->out, r->classes, ln_half_node(types.v[i]))) {
      return true;
    }
  }
  return false;
}

ln_status
ln_shape_targets(ln_shape_reader* const r, const uint32_t shape)
{
  const size_t first = r->out->n_targets;
  LN_TRY(add_targets(r, LN_W_TARGET_NODE, LN_TARGET_NODE));
  LN_TRY(add_targets(r, LN_W_TARGET_CLASS, LN_TARGET_CLASS));
  LN_TRY(add_targets(r, LN_W_TARGET_SUBJECTS_OF, LN_TARGET_SUBJECTS));
  LN_TRY(add_targets(r, LN_W_TARGET_OBJECTS_OF, LN_TARGET_OBJECTS));
  if (is_class(r) && ln_term_table_kind(r->terms, r->node) == LN_IRI) {
    const ln_shape_target target = {.kind = LN_TARGET_CLASS, .term = r->node};
    LN_TRY(ln_shapes_add_target(r->out, &target));
  }
  r->out->shapes[shape].targets = (ln_span){(uint32_t)first, (uint32_t)(r->out->n_targets - first)};
  return LN_OK;
}

ln_status
ln_shapes_bind(ln_shapes* const shapes, const ln_triple_set* const data)
{
  for (size_t i = 0U; i < shapes->n_targets; ++i) {
    ln_span span = {0U, 0U};
    if (shapes->targets[i].kind == LN_TARGET_CLASS) {
      LN_TRY(classes_of(shapes, data, shapes->targets[i].term, &span));
      shapes->targets[i].classes = span;
    }
  }
  for (size_t i = 0U; i < shapes->n_constraints; ++i) {
    ln_span span = {0U, 0U};
    if (shapes->constraints[i].component == LN_C_CLASS) {
      LN_TRY(classes_of(shapes, data, shapes->constraints[i].value, &span));
      shapes->constraints[i].members = span;
    }
  }
  return LN_OK;
}
