/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Validation (section 3.4): every shape with targets is evaluated for each of its focus nodes. The
   shapes under way are a stack of frames, whatever refers to what, so shapes may be nested as
   deeply as memory allows. A frame that only asks whether a node conforms ends at its first result,
   and what it found out is kept, so that shapes which share parts take no more time than there are
   shapes and nodes. A shape that comes back to a node it is being evaluated for is taken to
   conform. Cost: one pass over the constraints of each focus node; results are five numbers. */

#include "check/validate.h"

#include "base/memory.h"
#include "base/text.h"
#include "check/shapes_inner.h"
#include "check/validator.h"

enum {
  MOST_FRAMES = 10000,
  MOST_KNOWN  = 1 << 20, ///< verdicts kept
};

void
ln_results_clear(ln_results* const results)
{
  ln_free(results->v);
  *results = (ln_results){.most = results->most};
}

static ln_status
keep(ln_results* const results, const ln_result* const result)
{
  if (results->n == results->cap) {
    const size_t     cap = results->cap > 0U ? results->cap * 2U : 64U;
    ln_result* const v   = (ln_result*)ln_realloc(results->v, cap, sizeof(ln_result));
    if (!v) {
      return LN_NO_MEM;
    }
    results->v   = v;
    results->cap = cap;
  }
  results->v[results->n++] = *result;
  return LN_OK;
}

ln_status
ln_validator_result(ln_validator* const        v,
                    ln_frame* const            frame,
                    const ln_constraint* const c,
                    const uint32_t             value,
                    const uint32_t             predicate)
{
  const ln_result result = {.focus      = frame->focus,
                            .value      = value,
                            .predicate  = predicate,
                            .shape      = frame->shape,
                            .constraint = (uint32_t)(c - v->shapes->constraints)};
  frame->failed          = true;
  if (frame->quiet) {
    return LN_OK;
  }
  ++v->results->total;
  return v->results->n < v->results->most ? keep(v->results, &result) : LN_OK;
}

ln_status
ln_validator_refuse(ln_validator* const        v,
                    const ln_frame* const      frame,
                    const ln_constraint* const c,
                    const char* const          why)
{
  const uint32_t number = (uint32_t)(c - v->shapes->constraints) + 1U;
  const ln_view  word   = ln_word_local(ln_component_word(c->component));
  ln_text        shape  = {0};
  ln_text        node   = {0};
  if (v->results->refused == number) {
    return LN_OK;
  }
  v->results->refused = number;
  ln_status st        = ln_shape_shown(v->terms, v->shapes->shapes[frame->shape].node, &shape);
  st                  = st == LN_OK ? ln_shape_shown(v->terms, frame->focus, &node) : st;
  if (st == LN_OK) {
    st = ln_report(v->log,
                   LN_L0713,
                   LN_KEPT,
                   (ln_where){0},
                   LN_V(""),
                   "sh:%.*s of the shape %s cannot be found out for %s: %s",
                   (int)word.n,
                   word.s,
                   shape.s,
                   node.s,
                   why);
  }
  ln_text_clear(&shape);
  ln_text_clear(&node);
  return st;
}

static bool
is_under_way(const ln_validator* const v, const uint32_t shape, const uint32_t focus)
{
  for (size_t i = v->n_frames; i > 0U; --i) {
    if (v->frames[i - 1U].shape == shape && v->frames[i - 1U].focus == focus) {
      return true;
    }
  }
  return false;
}

static uint64_t
pair_of(const uint32_t shape, const uint32_t focus)
{
  return ((uint64_t)shape << 32U) | focus;
}

/* Verdicts are worth keeping where finding them out takes other shapes; those of recursive shapes
   may depend on where one came from. */
static bool
is_worth(const ln_validator* const v, const ln_shape* const shape)
{
  bool nested = false;
  for (uint32_t i = 0U; i < shape->constraints.n && !nested; ++i) {
    nested = ln_component_nested(v->shapes->constraints[shape->constraints.first + i].component);
  }
  return nested && !shape->recursive;
}

static ln_status
push(ln_validator* const v, const ln_frame* const frame)
{
  if (v->n_frames == v->cap_frames) {
    const size_t    cap    = v->cap_frames > 0U ? v->cap_frames * 2U : 32U;
    ln_frame* const frames = (ln_frame*)ln_realloc(v->frames, cap, sizeof(ln_frame));
    if (!frames) {
      return LN_NO_MEM;
    }
    v->frames     = frames;
    v->cap_frames = cap;
  }
  v->frames[v->n_frames++] = *frame;
  return LN_OK;
}

/* Whether the verdict can be told without looking; then it is in `v->verdict`. */
static bool
is_settled(ln_validator* const v, const uint32_t shape, const uint32_t focus, const bool quiet)
{
  const ln_shape* const s        = &v->shapes->shapes[shape];
  bool                  conforms = true;
  const bool settled = s->deactivated || (s->recursive && is_under_way(v, shape, focus)) ||
                       (quiet && ln_number_set_find(&v->known, pair_of(shape, focus), &conforms));
  v->verdict = conforms || s->deactivated ? LN_VERDICT_CONFORMS : LN_VERDICT_FAILS;
  return settled;
}

ln_status
ln_validator_enter(ln_validator* const v,
                   const uint32_t      shape,
                   const uint32_t      focus,
                   const bool          quiet)
{
  const ln_shape* const s = &v->shapes->shapes[shape];
  ln_frame frame          = {.shape = shape, .focus = focus, .quiet = quiet, .first = v->values.n};
  if (is_settled(v, shape, focus, quiet)) {
    return LN_OK;
  }
  if (v->n_frames == MOST_FRAMES) {
    const ln_frame* const last = &v->frames[v->n_frames - 1U];
    const ln_span         span = v->shapes->shapes[last->shape].constraints;
    v->verdict                 = LN_VERDICT_CONFORMS;
    return ln_validator_refuse(v,
                               last,
                               &v->shapes->constraints[span.first + last->constraint],
                               "more than 10000 shapes are nested in each other");
  }
  LN_TRY(s->path == LN_NO_PATH ? ln_numbers_add(&v->values, focus)
                               : ln_validator_walk(v, &v->shapes->paths[s->path], focus));
  frame.n    = (uint32_t)(v->values.n - frame.first);
  v->verdict = LN_VERDICT_NONE;
  return push(v, &frame);
}

static ln_status
leave(ln_validator* const v)
{
  const ln_frame frame = v->frames[--v->n_frames];
  bool           fresh = false;
  v->values.n          = frame.first;
  v->verdict           = frame.failed ? LN_VERDICT_FAILS : LN_VERDICT_CONFORMS;
  if (!frame.quiet || !is_worth(v, &v->shapes->shapes[frame.shape])) {
    return LN_OK;
  }
  if (v->known.n >= MOST_KNOWN) {
    ln_number_set_reset(&v->known);
  }
  return ln_number_set_add(&v->known, pair_of(frame.shape, frame.focus), !frame.failed, &fresh);
}

/* One constraint of the frame at the top, or a step of it. */
static ln_status
advance(ln_validator* const v)
{
  ln_frame* const       frame = &v->frames[v->n_frames - 1U];
  const ln_shape* const shape = &v->shapes->shapes[frame->shape];
  bool                  done  = true;
  if (frame->constraint == shape->constraints.n || (frame->quiet && frame->failed)) {
    return leave(v);
  }
  const ln_constraint* const c =
    &v->shapes->constraints[shape->constraints.first + frame->constraint];
  const size_t at = v->n_frames - 1U;
  LN_TRY(ln_component_nested(c->component) ? ln_validator_step(v, c, &done)
                                           : ln_validator_leaf(v, frame, c));
  if (done) {
    ln_frame* const same = &v->frames[at];
    ++same->constraint;
    same->value  = 0U;
    same->member = 0U;
    same->count  = 0U;
  }
  return LN_OK;
}

static ln_status
validate_node(ln_validator* const v, const uint32_t shape, const uint32_t focus)
{
  LN_TRY(ln_validator_enter(v, shape, focus, false));
  while (v->n_frames > 0U) {
    LN_TRY(advance(v));
  }
  v->verdict = LN_VERDICT_NONE;
  return LN_OK;
}

/* Whether a shape is one of those that are asked for. */
static bool
is_asked(const ln_shape_check* const check, const uint32_t number)
{
  const ln_shape* const shape = &check->shapes->shapes[number];
  if (shape->deactivated || shape->constraints.n == 0U || shape->targets.n == 0U) {
    return false;
  }
  return check->part == LN_SHAPES_ALL || (ln_shape_far(check->shapes, check->reaches, number) ==
                                          LN_FAR_NOT) == (check->part == LN_SHAPES_NEAR);
}

static ln_status
validate_all(ln_validator* const v, const ln_shape_check* const check, ln_numbers* const focus)
{
  for (uint32_t i = 0U; i < check->shapes->n_shapes; ++i) {
    focus->n = 0U;
    if (!is_asked(check, i)) {
      continue;
    }
    LN_TRY(ln_validator_targets(v, &check->shapes->shapes[i], focus));
    for (size_t k = 0U; k < focus->n; ++k) {
      if (check->stop && *check->stop != 0) {
        return LN_STOP;
      }
      LN_TRY(validate_node(v, i, focus->v[k]));
    }
  }
  return LN_OK;
}

ln_status
ln_validate(const ln_shape_check* const check, ln_results* const results)
{
  ln_numbers      focus = {NULL, 0U, 0U};
  ln_validator    v     = {.shapes  = check->shapes,
                           .terms   = check->terms,
                           .data    = check->data,
                           .log     = check->log,
                           .results = results};
  const ln_status st    = validate_all(&v, check, &focus);
  ln_free(focus.v);
  ln_free(v.frames);
  ln_free(v.values.v);
  ln_free(v.queue.v);
  ln_number_set_clear(&v.visited);
  ln_number_set_clear(&v.known);
  return st;
}
