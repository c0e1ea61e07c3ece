/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Focus nodes of targets (section 2.1.3) and value nodes of paths (section 2.3.1). A path is a
   machine (check/shapes.h): pairs of node and state are visited, each once, so circles in the data
   end. Most paths are one step, which is one look into the graph. */

#include "base/memory.h"
#include "check/validator.h"

#include <stdlib.h>

ln_status
ln_numbers_add(ln_numbers* const numbers, const uint32_t number)
{
  if (numbers->n == numbers->cap) {
    const size_t    cap = numbers->cap > 0U ? numbers->cap * 2U : 64U;
    uint32_t* const v   = (uint32_t*)ln_realloc(numbers->v, cap, sizeof(uint32_t));
    if (!v) {
      return LN_NO_MEM;
    }
    numbers->v   = v;
    numbers->cap = cap;
  }
  numbers->v[numbers->n++] = number;
  return LN_OK;
}

static int
compare(const void* const x, const void* const y)
{
  const uint32_t a = *(const uint32_t*)x;
  const uint32_t b = *(const uint32_t*)y;
  return (a > b) - (a < b);
}

void
ln_numbers_sort(ln_numbers* const numbers, const size_t first)
{
  uint32_t* const v  = numbers->v + first;
  const size_t    n  = numbers->n - first;
  size_t          to = 0U;
  if (n < 2U) {
    return;
  }
  qsort(v, n, sizeof(*v), compare);
  for (size_t i = 0U; i < n; ++i) {
    if (i == 0U || v[i] != v[to - 1U]) {
      v[to++] = v[i];
    }
  }
  numbers->n = first + to;
}

static ln_status
add_nodes(ln_numbers* const out, const ln_halves halves)
{
  for (size_t i = 0U; i < halves.n; ++i) {
    LN_TRY(ln_numbers_add(out, ln_half_node(halves.v[i])));
  }
  return LN_OK;
}

/* Every subject, or object, of a predicate. */
static ln_status
add_ends(const ln_validator* const v, const ln_shape_target* const target, ln_numbers* const out)
{
  const uint32_t n = ln_triple_set_terms(v->data);
  for (uint32_t node = 0U; node < n; ++node) {
    const ln_halves found = ln_triple_set_objects(v->data, node, target->term);
    if (target->kind == LN_TARGET_OBJECTS) {
      LN_TRY(add_nodes(out, found));
    } else if (found.n > 0U) {
      LN_TRY(ln_numbers_add(out, node));
    }
  }
  return LN_OK;
}

ln_status
ln_validator_targets(ln_validator* const v, const ln_shape* const shape, ln_numbers* const out)
{
  const uint32_t type = v->shapes->words.term[LN_W_TYPE];
  for (uint32_t i = 0U; i < shape->targets.n; ++i) {
    const ln_shape_target* const target = &v->shapes->targets[shape->targets.first + i];
    if (target->kind == LN_TARGET_NODE) {
      LN_TRY(ln_numbers_add(out, target->term));
    } else if (target->kind != LN_TARGET_CLASS) {
      LN_TRY(add_ends(v, target, out));
    }
    for (uint32_t k = 0U; k < target->classes.n; ++k) {
      const uint32_t below = v->shapes->members[target->classes.first + k];
      LN_TRY(add_nodes(out, ln_triple_set_subjects(v->data, type, below)));
    }
  }
  ln_numbers_sort(out, 0U);
  return LN_OK;
}

static ln_halves
follow(const ln_validator* const v, const ln_step* const step, const uint32_t node)
{
  return step->kind == LN_STEP_FORTH ? ln_triple_set_objects(v->data, node, step->predicate)
                                     : ln_triple_set_subjects(v->data, step->predicate, node);
}

/* Come to a node in a state, unless that has been. */
static ln_status
visit(ln_validator* const v, const ln_path* const path, const uint32_t node, const uint32_t state)
{
  bool fresh = false;
  LN_TRY(ln_number_set_add(&v->visited, ((uint64_t)node * path->states) + state, false, &fresh));
  if (!fresh) {
    return LN_OK;
  }
  LN_TRY(ln_numbers_add(&v->queue, node));
  LN_TRY(ln_numbers_add(&v->queue, state));
  return state == 1U ? ln_numbers_add(&v->values, node) : LN_OK;
}

/* The first step that begins in a state. */
static uint32_t
first_step(const ln_validator* const v, const ln_path* const path, const uint32_t state)
{
  uint32_t low  = 0U;
  uint32_t high = path->steps.n;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2U;
    if (v->shapes->steps[path->steps.first + middle].from < state) {
      low = middle + 1U;
    } else {
      high = middle;
    }
  }
  return low;
}

static ln_status
leave(ln_validator* const v, const ln_path* const path, const uint32_t node, const uint32_t state)
{
  for (uint32_t i = first_step(v, path, state); i < path->steps.n; ++i) {
    const ln_step* const step = &v->shapes->steps[path->steps.first + i];
    if (step->from != state) {
      break;
    }
    if (step->kind == LN_STEP_FREE) {
      LN_TRY(visit(v, path, node, step->to));
      continue;
    }
    const ln_halves found = follow(v, step, node);
    for (size_t k = 0U; k < found.n; ++k) {
      LN_TRY(visit(v, path, ln_half_node(found.v[k]), step->to));
    }
  }
  return LN_OK;
}

ln_status
ln_validator_walk(ln_validator* const v, const ln_path* const path, const uint32_t focus)
{
  const size_t         first = v->values.n;
  const ln_step* const steps = &v->shapes->steps[path->steps.first];
  if (path->steps.n == 1U && steps->kind != LN_STEP_FREE) {
    return add_nodes(&v->values, follow(v, steps, focus)); // sorted and distinct as it stands
  }
  ln_number_set_reset(&v->visited);
  v->queue.n = 0U;
  LN_TRY(visit(v, path, focus, 0U));
  for (size_t at = 0U; at < v->queue.n; at += 2U) {
    LN_TRY(leave(v, path, v->queue.v[at], v->queue.v[at + 1U]));
  }
  ln_numbers_sort(&v->values, first);
  return LN_OK;
}
