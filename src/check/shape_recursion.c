/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Recursive shapes (section 3.4.3): what they mean is left to processors, so they are named. A walk
   in depth with a stack of its own; a reference to a shape that the walk is inside of closes a
   circle, and all shapes from there on are marked. Every circle has a marked shape, which is enough
   to end its evaluation. Each reference is looked at once. */

#include "base/memory.h"
#include "check/shapes_inner.h"

typedef struct {
  uint32_t* to; ///< shapes referred to, those of one shape side by side
  size_t    n;
  size_t    cap;
  uint32_t* first; ///< per shape; one more at the end
  uint32_t* at;    ///< per shape: 0 not met, else the next of its references, plus one
  uint32_t* stack;
  size_t    depth;
} walk;

static ln_status
add_reference(walk* const w, const uint32_t shape)
{
  if (w->n == w->cap) {
    const size_t    cap = w->cap > 0U ? w->cap * 2U : 64U;
    uint32_t* const to  = (uint32_t*)ln_realloc(w->to, cap, sizeof(uint32_t));
    if (!to) {
      return LN_NO_MEM;
    }
    w->to  = to;
    w->cap = cap;
  }
  w->to[w->n++] = shape;
  return LN_OK;
}

static ln_status
add_references(walk* const w, const ln_shapes* const shapes, const ln_constraint* const c)
{
  const bool qualified =
    c->component == LN_C_QUALIFIED_MIN_COUNT || c->component == LN_C_QUALIFIED_MAX_COUNT;
  if (c->component == LN_C_NOT || c->component == LN_C_NODE || c->component == LN_C_PROPERTY ||
      qualified) {
    LN_TRY(add_reference(w, c->value));
  }
  if (c->component == LN_C_AND || c->component == LN_C_OR || c->component == LN_C_XONE ||
      qualified) {
    for (uint32_t i = 0U; i < c->members.n; ++i) {
      LN_TRY(add_reference(w, shapes->members[c->members.first + i]));
    }
  }
  return LN_OK;
}

static ln_status
gather(walk* const w, const ln_shapes* const shapes)
{
  for (size_t i = 0U; i < shapes->n_shapes; ++i) {
    const ln_span span = shapes->shapes[i].constraints;
    w->first[i]        = (uint32_t)w->n;
    for (uint32_t k = 0U; k < span.n; ++k) {
      LN_TRY(add_references(w, shapes, &shapes->constraints[span.first + k]));
    }
  }
  w->first[shapes->n_shapes] = (uint32_t)w->n;
  return LN_OK;
}

static ln_status
report(ln_shape_reader* const r, const uint32_t shape)
{
  ln_text_reset(&r->scratch);
  LN_TRY(ln_shape_shown(r->terms, r->out->shapes[shape].node, &r->scratch));
  return ln_report(r->log,
                   LN_L0712,
                   LN_KEPT,
                   (ln_where){.source = r->source},
                   LN_V(""),
                   "the shape %s refers to itself; where it comes back to the same node, that node "
                   "is taken to conform",
                   r->scratch.s);
}

/* The walk is inside of `shape` still: mark it and what follows it. */
static ln_status
close_circle(const walk* const w, ln_shape_reader* const r, const uint32_t shape)
{
  const bool known = r->out->shapes[shape].recursive;
  size_t     i     = w->depth;
  do {
    --i;
    r->out->shapes[w->stack[i]].recursive = true;
  } while (w->stack[i] != shape);
  return known ? LN_OK : report(r, shape);
}

static bool
is_inside(const walk* const w, const uint32_t shape)
{
  // Once all its references have been followed, a shape is left for good.
  return w->at[shape] != 0U && w->at[shape] != UINT32_MAX;
}

static ln_status
follow(walk* const w, ln_shape_reader* const r)
{
  const uint32_t shape = w->stack[w->depth - 1U];
  const uint32_t next  = w->first[shape] + w->at[shape] - 1U;
  if (next >= w->first[shape + 1U]) {
    w->at[shape] = UINT32_MAX;
    --w->depth;
    return LN_OK;
  }
  ++w->at[shape];
  const uint32_t to = w->to[next];
  if (is_inside(w, to)) {
    return close_circle(w, r, to);
  }
  if (w->at[to] == 0U) {
    w->at[to]            = 1U;
    w->stack[w->depth++] = to;
  }
  return LN_OK;
}

static ln_status
walk_all(walk* const w, ln_shape_reader* const r)
{
  LN_TRY(gather(w, r->out));
  for (uint32_t i = 0U; i < r->out->n_shapes; ++i) {
    if (w->at[i] == 0U) {
      w->at[i]             = 1U;
      w->stack[w->depth++] = i;
    }
    while (w->depth > 0U) {
      LN_TRY(follow(w, r));
    }
  }
  return LN_OK;
}

ln_status
ln_shape_recursion(ln_shape_reader* const r)
{
  const size_t    n  = r->out->n_shapes + 1U;
  walk            w  = {.first = (uint32_t*)ln_alloc_zero(n, sizeof(uint32_t)),
                        .at    = (uint32_t*)ln_alloc_zero(n, sizeof(uint32_t)),
                        .stack = (uint32_t*)ln_alloc_zero(n, sizeof(uint32_t))};
  const ln_status st = w.first && w.at && w.stack ? walk_all(&w, r) : LN_NO_MEM;
  ln_free(w.to);
  ln_free(w.first);
  ln_free(w.at);
  ln_free(w.stack);
  return st;
}
