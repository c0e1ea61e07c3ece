/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The arrays that shapes are kept in. They grow by doubling and are found by number, never by
   address, since any of them may grow while another is read. */

#include "base/memory.h"
#include "check/shapes_inner.h"

#include <stdlib.h>
#include <string.h>

static ln_status
grow(void** const v, const size_t n, size_t* const cap, const size_t size)
{
  if (n < *cap) {
    return LN_OK;
  }
  const size_t wanted = *cap > 0U ? *cap * 2U : 32U;
  void* const  bigger = ln_realloc(*v, wanted, size);
  if (!bigger || n >= UINT32_MAX - 1U) {
    *v = bigger ? bigger : *v;
    return LN_NO_MEM;
  }
  *v   = bigger;
  *cap = wanted;
  return LN_OK;
}

/* Append to one of the arrays. */
#define APPEND(array, count, which, item)                                                          \
  do {                                                                                             \
    void* block_ = (array);                                                                        \
    LN_TRY(grow(&block_, (count), &shapes->caps[(which)], sizeof(*(array))));                      \
    (array)            = block_;                                                                   \
    (array)[(count)++] = (item);                                                                   \
  } while (0)

ln_status
ln_shapes_add_shape(ln_shapes* const shapes, const ln_shape* const shape)
{
  APPEND(shapes->shapes, shapes->n_shapes, LN_SHAPE_ARRAY_SHAPES, *shape);
  return LN_OK;
}

ln_status
ln_shapes_add_constraint(ln_shapes* const shapes, const ln_constraint* const constraint)
{
  APPEND(shapes->constraints, shapes->n_constraints, LN_SHAPE_ARRAY_CONSTRAINTS, *constraint);
  return LN_OK;
}

ln_status
ln_shapes_add_target(ln_shapes* const shapes, const ln_shape_target* const target)
{
  APPEND(shapes->targets, shapes->n_targets, LN_SHAPE_ARRAY_TARGETS, *target);
  return LN_OK;
}

ln_status
ln_shapes_add_path(ln_shapes* const shapes, const ln_path* const path)
{
  APPEND(shapes->paths, shapes->n_paths, LN_SHAPE_ARRAY_PATHS, *path);
  return LN_OK;
}

ln_status
ln_shapes_add_step(ln_shapes* const shapes, const ln_step* const step)
{
  APPEND(shapes->steps, shapes->n_steps, LN_SHAPE_ARRAY_STEPS, *step);
  return LN_OK;
}

ln_status
ln_shapes_add_member(ln_shapes* const shapes, const uint32_t member)
{
  APPEND(shapes->members, shapes->n_members, LN_SHAPE_ARRAY_MEMBERS, member);
  return LN_OK;
}

static int
compare_members(const void* const x, const void* const y)
{
  const uint32_t a = *(const uint32_t*)x;
  const uint32_t b = *(const uint32_t*)y;
  return (a > b) - (a < b);
}

ln_span
ln_shapes_sort_members(ln_shapes* const shapes, const size_t first)
{
  uint32_t* const v  = shapes->members + first;
  const size_t    n  = shapes->n_members - first;
  size_t          to = 0U;
  if (n > 0U) {
    qsort(v, n, sizeof(*v), compare_members);
  }
  for (size_t i = 0U; i < n; ++i) {
    if (i == 0U || v[i] != v[to - 1U]) {
      v[to++] = v[i];
    }
  }
  shapes->n_members = first + to;
  return (ln_span){(uint32_t)first, (uint32_t)to};
}

bool
ln_shapes_has(const ln_shapes* const shapes, const ln_span span, const uint32_t member)
{
  return span.n > 0U &&
         bsearch(&member, shapes->members + span.first, span.n, sizeof(member), compare_members) !=
           NULL;
}

void
ln_shapes_clear(ln_shapes* const shapes)
{
  for (size_t i = 0U; i < shapes->n_constraints; ++i) {
    ln_pattern_free(shapes->constraints[i].pattern);
  }
  ln_free(shapes->shapes);
  ln_free(shapes->constraints);
  ln_free(shapes->targets);
  ln_free(shapes->paths);
  ln_free(shapes->steps);
  ln_free(shapes->members);
  *shapes = (ln_shapes){.n_shapes = 0U};
}
