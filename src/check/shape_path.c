/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Property paths (section 2.3.1) as machines. A path is a tree of nodes, each of which leads from
   one state to another; what is still to be read is a list of such pieces, so that no depth of
   nesting needs recursion. An inverse is turned around while it is read: a sequence backwards is
   its members backwards, last first. Paths that refer to themselves have no end, which the bound of
   pieces finds. */

#include "base/memory.h"
#include "check/shapes_inner.h"

#include <stdlib.h>

enum { MOST_PIECES = 10000 };

/* A node of the path, to be laid between two states. */
typedef struct {
  uint32_t node;
  uint32_t from;
  uint32_t to;
  bool     back;
} piece;

typedef struct {
  ln_shape_reader* r;
  piece*           pieces;
  size_t           n;
  size_t           cap;
  size_t           laid; ///< pieces in all
  uint32_t         states;
  bool             good;
} layer;

static ln_status
fault(layer* const l, const char* const rule, const uint32_t node, const char* const why)
{
  l->good = false;
  return ln_shape_fault(l->r, LN_W_PATH, rule, node, why);
}

static ln_status
push(layer* const l, const piece p)
{
  if (l->n == l->cap) {
    const size_t cap = l->cap > 0U ? l->cap * 2U : 16U;
    piece* const v   = (piece*)ln_realloc(l->pieces, cap, sizeof(piece));
    if (!v) {
      return LN_NO_MEM;
    }
    l->pieces = v;
    l->cap    = cap;
  }
  l->pieces[l->n++] = p;
  return LN_OK;
}

static ln_status
add_step(const layer* const l,
         const ln_step_kind kind,
         const uint32_t     from,
         const uint32_t     to,
         const uint32_t     predicate)
{
  const ln_step step = {.kind = kind, .from = from, .to = to, .predicate = predicate};
  return ln_shapes_add_step(l->r->out, &step);
}

static ln_status
lay_sequence(layer* const l, const piece p)
{
  ln_span span = {0U, 0U};
  bool    good = false;
  LN_TRY(ln_shape_list(l->r, LN_W_PATH, p.node, &span, &good));
  if (!good || span.n < 2U) {
    l->good = false;
    return good ? fault(l, "sequence", LN_NO_TERM, "must have two or more members in a sequence")
                : LN_OK;
  }
  uint32_t from = p.from;
  for (uint32_t i = 0U; i < span.n; ++i) {
    const uint32_t at   = p.back ? span.n - 1U - i : i;
    const uint32_t to   = i + 1U == span.n ? p.to : l->states++;
    const uint32_t node = l->r->out->members[span.first + at];
    LN_TRY(push(l, (piece){node, from, to, p.back}));
    from = to;
  }
  l->r->out->n_members = span.first;
  return LN_OK;
}

static ln_status
lay_alternatives(layer* const l, const piece p, const uint32_t list)
{
  ln_span span = {0U, 0U};
  bool    good = false;
  LN_TRY(ln_shape_list(l->r, LN_W_ALTERNATIVE_PATH, list, &span, &good));
  if (!good || span.n < 2U) {
    l->good = false;
    return good ? fault(l, "alternative", LN_NO_TERM, "must have two or more alternatives") : LN_OK;
  }
  for (uint32_t i = 0U; i < span.n; ++i) {
    LN_TRY(push(l, (piece){l->r->out->members[span.first + i], p.from, p.to, p.back}));
  }
  l->r->out->n_members = span.first;
  return LN_OK;
}

/* From `from` freely into a loop, and out of it to `to`; once at least, or not at all. */
static ln_status
lay_repeated(layer* const l, const piece p, const uint32_t node, const bool once)
{
  const uint32_t in  = l->states++;
  const uint32_t out = once ? l->states++ : in;
  LN_TRY(add_step(l, LN_STEP_FREE, p.from, in, 0U));
  LN_TRY(push(l, (piece){node, in, out, p.back}));
  LN_TRY(once ? add_step(l, LN_STEP_FREE, out, in, 0U) : LN_OK);
  return add_step(l, LN_STEP_FREE, out, p.to, 0U);
}

/* A blank node with one property that says which kind of path it is. */
static ln_status
lay_marked(layer* const l, const piece p)
{
  static const ln_word kinds[] = {LN_W_INVERSE_PATH,
                                  LN_W_ALTERNATIVE_PATH,
                                  LN_W_ZERO_OR_MORE_PATH,
                                  LN_W_ONE_OR_MORE_PATH,
                                  LN_W_ZERO_OR_ONE_PATH};
  ln_word              kind    = LN_W_PATH;
  uint32_t             value   = LN_NO_TERM;
  size_t               n       = 0U;
  for (size_t i = 0U; i < sizeof(kinds) / sizeof(kinds[0]); ++i) {
    const ln_halves found =
      ln_triple_set_objects(l->r->graph, p.node, l->r->out->words.term[kinds[i]]);
    kind  = found.n > 0U ? kinds[i] : kind;
    value = found.n > 0U ? ln_half_node(found.v[0]) : value;
    n += found.n;
  }
  if (n != 1U) {
    return fault(l, "metarule", p.node, "must be an IRI or a well-formed path");
  }
  if (kind == LN_W_INVERSE_PATH) {
    return push(l, (piece){value, p.from, p.to, !p.back});
  }
  if (kind == LN_W_ALTERNATIVE_PATH) {
    return lay_alternatives(l, p, value);
  }
  if (kind == LN_W_ZERO_OR_ONE_PATH) {
    LN_TRY(add_step(l, LN_STEP_FREE, p.from, p.to, 0U));
    return push(l, (piece){value, p.from, p.to, p.back});
  }
  return lay_repeated(l, p, value, kind == LN_W_ONE_OR_MORE_PATH);
}

static ln_status
lay(layer* const l, const piece p)
{
  const ln_kind kind = ln_term_table_kind(l->r->terms, p.node);
  if (++l->laid > MOST_PIECES) {
    return fault(l, "non-recursive", LN_NO_TERM, "must not refer to itself, nor be endless");
  }
  if (kind == LN_IRI && p.node != l->r->out->words.term[LN_W_NIL]) {
    return add_step(l, p.back ? LN_STEP_BACK : LN_STEP_FORTH, p.from, p.to, p.node);
  }
  if (kind != LN_BLANK) {
    return fault(l, "node", p.node, "must be an IRI or a well-formed path");
  }
  const uint32_t  first = l->r->out->words.term[LN_W_FIRST];
  const ln_halves list  = ln_triple_set_objects(l->r->graph, p.node, first);
  return list.n > 0U ? lay_sequence(l, p) : lay_marked(l, p);
}

static int
compare_steps(const void* const x, const void* const y)
{
  const ln_step* const a = (const ln_step*)x;
  const ln_step* const b = (const ln_step*)y;
  return (a->from > b->from) - (a->from < b->from);
}

static ln_status
lay_all(layer* const l, const uint32_t node, const uint32_t shape)
{
  ln_shapes* const out   = l->r->out;
  const size_t     first = out->n_steps;
  LN_TRY(push(l, (piece){node, 0U, 1U, false}));
  while (l->n > 0U && l->good) {
    const piece p = l->pieces[--l->n];
    LN_TRY(lay(l, p));
  }
  if (!l->good) {
    out->n_steps = first;
    return LN_OK;
  }
  const ln_path path = {.node   = node,
                        .steps  = {(uint32_t)first, (uint32_t)(out->n_steps - first)},
                        .states = l->states};
  qsort(out->steps + first, path.steps.n, sizeof(ln_step), compare_steps);
  LN_TRY(ln_shapes_add_path(out, &path));
  out->shapes[shape].path = (uint32_t)(out->n_paths - 1U);
  return LN_OK;
}

ln_status
ln_shape_path(ln_shape_reader* const r, const uint32_t shape)
{
  layer           l      = {.r = r, .states = 2U, .good = true};
  const ln_halves values = ln_shape_values(r, LN_W_PATH);
  const ln_halves types  = ln_shape_values(r, LN_W_TYPE);
  bool            typed  = false;
  for (size_t i = 0U; i < types.n; ++i) {
    typed = typed || ln_half_node(types.v[i]) == r->out->words.term[LN_W_PROPERTY_SHAPE];
  }
  if (values.n == 0U) {
    r->out->shapes[shape].deactivated = r->out->shapes[shape].deactivated || typed;
    return typed ? ln_shape_fault(r, LN_W_PATH, "minCount", LN_NO_TERM, "is missing") : LN_OK;
  }
  if (values.n > 1U) {
    r->out->shapes[shape].deactivated = true;
    return ln_shape_fault(r, LN_W_PATH, "maxCount", LN_NO_TERM, "must have one value at most");
  }
  const ln_status st = lay_all(&l, ln_half_node(values.v[0]), shape);
  ln_free(l.pieces);
  r->out->shapes[shape].deactivated = r->out->shapes[shape].deactivated || !l.good;
  return st;
}
