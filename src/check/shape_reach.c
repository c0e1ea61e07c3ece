/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How far shapes look. What a component asks of a value node and what a path leads to are two
   small tables; shapes that refer to each other are settled by looking at all of them again until
   nothing changes, and since a shape only ever looks further than was thought, that ends. Where it
   is doubtful the answer is that a shape looks far: that costs memory, never a result. */

#include "check/shape_reach.h"

#include "check/validator.h"

#include <stdlib.h>

enum { STATES_MOST = 64 }; ///< of a path that is looked into

/* What a component looks at beside the value node itself. */
static ln_reach
reach_of_component(const ln_sh_component component)
{
  return component == LN_C_CLASS || component == LN_C_CLOSED ? LN_REACH_NODE : LN_REACH_TERM;
}

/* Components that hold value nodes against another property of the focus node. */
static bool
is_pair(const ln_sh_component component)
{
  return component >= LN_C_EQUALS && component <= LN_C_LESS_THAN_OR_EQUALS;
}

static uint64_t
bit_of(const uint32_t state)
{
  return UINT64_C(1) << state;
}

/* The states in which a triple may be followed, at once or behind free steps. */
static uint64_t
states_that_follow(const ln_shapes* const shapes, const ln_path* const path)
{
  uint64_t follow = 0U;
  uint64_t before = 1U;
  while (follow != before) {
    before = follow;
    for (uint32_t i = 0U; i < path->steps.n; ++i) {
      const ln_step* const step = &shapes->steps[path->steps.first + i];
      const bool           goes = step->kind != LN_STEP_FREE || (follow & bit_of(step->to)) != 0U;
      follow |= goes ? bit_of(step->from) : 0U;
    }
  }
  return follow;
}

/* Whether a path follows one triple at most, and forth. */
static bool
is_short(const ln_shapes* const shapes, const ln_path* const path)
{
  if (path->states > STATES_MOST) {
    return false;
  }
  const uint64_t follow = states_that_follow(shapes, path);
  for (uint32_t i = 0U; i < path->steps.n; ++i) {
    const ln_step* const step = &shapes->steps[path->steps.first + i];
    if (step->kind == LN_STEP_BACK ||
        (step->kind == LN_STEP_FORTH && (follow & bit_of(step->to)) != 0U)) {
      return false;
    }
  }
  return true;
}

static bool
is_list(const ln_sh_component component)
{
  return component == LN_C_AND || component == LN_C_OR || component == LN_C_XONE;
}

static bool
is_qualified(const ln_sh_component component)
{
  return component == LN_C_QUALIFIED_MIN_COUNT || component == LN_C_QUALIFIED_MAX_COUNT;
}

/* The shape that looks furthest of those that a constraint asks for. */
static uint32_t
furthest(const ln_shapes* const      shapes,
         const ln_shape_reach* const reaches,
         const ln_constraint* const  c)
{
  const bool lists = is_list(c->component);
  uint32_t   most  = lists ? LN_NO_TERM : c->value;
  for (uint32_t i = 0U; (lists || is_qualified(c->component)) && i < c->members.n; ++i) {
    const uint32_t member = shapes->members[c->members.first + i];
    if (most == LN_NO_TERM || reaches[member].reach > reaches[most].reach) {
      most = member;
    }
  }
  return most;
}

/* What a constraint looks at from a value node. */
static ln_shape_reach
from_value(const ln_shapes* const      shapes,
           const ln_shape_reach* const reaches,
           const ln_constraint* const  c)
{
  if (!ln_component_nested(c->component)) {
    return (ln_shape_reach){reach_of_component(c->component), LN_FAR_CLASS, LN_NO_TERM, false};
  }
  const uint32_t shape = furthest(shapes, reaches, c);
  return shape == LN_NO_TERM ? (ln_shape_reach){LN_REACH_TERM, LN_FAR_NOT, LN_NO_TERM, false}
                             : (ln_shape_reach){reaches[shape].reach, LN_FAR_SHAPE, shape, false};
}

/* What a constraint looks at from the focus node. */
static ln_shape_reach
from_focus(const ln_shapes* const      shapes,
           const ln_shape_reach* const reaches,
           const ln_shape* const       shape,
           const ln_constraint* const  c)
{
  ln_shape_reach found = from_value(shapes, reaches, c);
  if (is_pair(c->component) && found.reach < LN_REACH_NODE) {
    found.reach = LN_REACH_NODE;
  }
  if (shape->path != LN_NO_PATH && !is_pair(c->component)) {
    found.reach = found.reach == LN_REACH_TERM ? LN_REACH_NODE : LN_REACH_GRAPH;
  }
  return found;
}

static ln_shape_reach
reach_of(const ln_shapes* const shapes, const ln_shape_reach* const reaches, const uint32_t number)
{
  const ln_shape* const shape = &shapes->shapes[number];
  ln_shape_reach        most  = {LN_REACH_TERM, LN_FAR_NOT, LN_NO_TERM, false};
  if (shape->deactivated) {
    return most;
  }
  if (shape->recursive) {
    return (ln_shape_reach){LN_REACH_GRAPH, LN_FAR_RECURSIVE, LN_NO_TERM, false};
  }
  if (shape->path != LN_NO_PATH && !is_short(shapes, &shapes->paths[shape->path])) {
    return (ln_shape_reach){LN_REACH_GRAPH, LN_FAR_PATH, LN_NO_TERM, false};
  }
  for (uint32_t i = 0U; i < shape->constraints.n; ++i) {
    const ln_constraint* const c     = &shapes->constraints[shape->constraints.first + i];
    const ln_shape_reach       found = from_focus(shapes, reaches, shape, c);
    most                             = found.reach > most.reach ? found : most;
  }
  return most;
}

ln_far
ln_shape_far(const ln_shapes* const      shapes,
             const ln_shape_reach* const reaches,
             const uint32_t              shape)
{
  const ln_span targets = shapes->shapes[shape].targets;
  for (uint32_t i = 0U; i < targets.n; ++i) {
    const ln_target_kind kind = shapes->targets[targets.first + i].kind;
    if (kind == LN_TARGET_NODE || kind == LN_TARGET_OBJECTS) {
      return LN_FAR_TARGETS;
    }
  }
  return reaches[shape].reach == LN_REACH_GRAPH ? reaches[shape].why : LN_FAR_NOT;
}

/* The shapes that a constraint asks for are evaluated where it is. True: one of them was not known
   to be. */
static bool
mark_asked(const ln_shapes* const     shapes,
           ln_shape_reach* const      reaches,
           const ln_constraint* const c)
{
  bool fresh = false;
  if (ln_component_nested(c->component) && !is_list(c->component)) {
    fresh                   = !reaches[c->value].whole;
    reaches[c->value].whole = true;
  }
  for (uint32_t i = 0U; (is_list(c->component) || is_qualified(c->component)) && i < c->members.n;
       ++i) {
    const uint32_t member = shapes->members[c->members.first + i];
    fresh                 = fresh || !reaches[member].whole;
    reaches[member].whole = true;
  }
  return fresh;
}

static bool
mark_all(const ln_shapes* const shapes, ln_shape_reach* const reaches)
{
  bool fresh = false;
  for (size_t i = 0U; i < shapes->n_shapes; ++i) {
    const ln_span span = shapes->shapes[i].constraints;
    for (uint32_t k = 0U; reaches[i].whole && k < span.n; ++k) {
      fresh = mark_asked(shapes, reaches, &shapes->constraints[span.first + k]) || fresh;
    }
  }
  return fresh;
}

/* Settle how far shapes look. True: something has changed. */
static bool
settle(const ln_shapes* const shapes, ln_shape_reach* const reaches)
{
  bool changed = false;
  for (uint32_t i = 0U; i < shapes->n_shapes; ++i) {
    const ln_shape_reach found = reach_of(shapes, reaches, i);
    changed                    = changed || found.reach != reaches[i].reach;
    reaches[i]                 = found;
  }
  return changed;
}

void
ln_shape_reaches(const ln_shapes* const shapes, ln_shape_reach* const reaches)
{
  for (size_t i = 0U; i < shapes->n_shapes; ++i) {
    reaches[i] = (ln_shape_reach){LN_REACH_TERM, LN_FAR_NOT, LN_NO_TERM, false};
  }
  while (settle(shapes, reaches)) {
  }
  for (uint32_t i = 0U; i < shapes->n_shapes; ++i) {
    const ln_shape* const shape = &shapes->shapes[i];
    reaches[i].whole            = shape->targets.n > 0U && !shape->deactivated &&
                       ln_shape_far(shapes, reaches, i) != LN_FAR_NOT;
  }
  while (mark_all(shapes, reaches)) {
  }
}

/* What one shape looks at. False: any predicate. */
static bool
add_predicates(const ln_shapes* const shapes,
               const ln_shape* const  shape,
               uint32_t* const        out,
               size_t* const          n)
{
  const ln_path none = {0U, {0U, 0U}, 0U};
  const ln_path path = shape->path == LN_NO_PATH ? none : shapes->paths[shape->path];
  for (uint32_t i = 0U; i < path.steps.n; ++i) {
    const ln_step* const step = &shapes->steps[path.steps.first + i];
    if (step->kind != LN_STEP_FREE) {
      out[(*n)++] = step->predicate;
    }
  }
  for (uint32_t i = 0U; i < shape->targets.n; ++i) {
    const ln_shape_target* const target = &shapes->targets[shape->targets.first + i];
    if (target->kind == LN_TARGET_SUBJECTS || target->kind == LN_TARGET_OBJECTS) {
      out[(*n)++] = target->term;
    }
  }
  for (uint32_t i = 0U; i < shape->constraints.n; ++i) {
    const ln_constraint* const c = &shapes->constraints[shape->constraints.first + i];
    if (c->component == LN_C_CLOSED) {
      return false;
    }
    if (is_pair(c->component)) {
      out[(*n)++] = c->value;
    }
  }
  return true;
}

static int
compare(const void* const x, const void* const y)
{
  const uint32_t a = *(const uint32_t*)x;
  const uint32_t b = *(const uint32_t*)y;
  return (a > b) - (a < b);
}

bool
ln_shape_far_predicates(const ln_shapes* const      shapes,
                        const ln_shape_reach* const reaches,
                        uint32_t* const             predicates,
                        size_t* const               n)
{
  size_t found        = 0U;
  size_t to           = 0U;
  predicates[found++] = shapes->words.term[LN_W_TYPE];
  predicates[found++] = shapes->words.term[LN_W_SUB_CLASS_OF];
  for (size_t i = 0U; i < shapes->n_shapes; ++i) {
    if (reaches[i].whole && !add_predicates(shapes, &shapes->shapes[i], predicates, &found)) {
      return false;
    }
  }
  qsort(predicates, found, sizeof(*predicates), compare);
  for (size_t i = 0U; i < found; ++i) {
    if (i == 0U || predicates[i] != predicates[to - 1U]) {
      predicates[to++] = predicates[i];
    }
  }
  *n = to;
  return true;
}
