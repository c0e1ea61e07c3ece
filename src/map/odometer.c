/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is taken item by item runs through all combinations of its lists, one after the other.
   Groups that are bound already keep their item: a subject binds, its objects run only through what
   is left. A list inside the items of another one is as long as the outer item at hand has it, so
   its length is asked for anew whenever the outer list moves on. */

#include "map/maker.h"

size_t
ln_maker_span(const ln_maker* const maker, const size_t variable, size_t* const first)
{
  const ln_variable* const v     = &maker->plan->variables[variable];
  const ln_value* const    value = &maker->values[variable];
  *first                         = 0U;
  if (v->parent == LN_NO_GROUP || !value->starts || (maker->bound_set & (1U << v->parent)) == 0U) {
    return value->n;
  }
  const size_t at = maker->bound[v->parent];
  *first          = value->starts[at];
  return value->starts[at + 1U] - *first;
}

size_t
ln_maker_group_size(const ln_maker* const maker, const uint8_t group)
{
  size_t first = 0U;
  return ln_maker_span(maker, maker->plan->leaders[group], &first);
}

/* Bind the groups from `g` on to their first items. False if one of them has none; those behind it
   have no turn then. */
static bool
begin(ln_maker* const maker, ln_odometer* const o, uint8_t g)
{
  bool any = true;
  for (; g < LN_MAX_GROUPS && o->free >> g != 0U; ++g) {
    if ((o->free & (1U << g)) != 0U) {
      o->sizes[g]     = any ? ln_maker_group_size(maker, g) : 0U;
      maker->bound[g] = 0U;
      any             = o->sizes[g] > 0U;
      maker->bound_set |= any ? 1U << g : 0U;
    }
  }
  return any;
}

/* A list inside another one has a turn for each item of that one. */
static uint32_t
with_parents(const ln_plan* const plan, uint32_t groups)
{
  for (uint8_t g = 0U; groups >> g != 0U; ++g) {
    if ((groups & (1U << g)) != 0U && plan->parents[g] != LN_NO_GROUP) {
      groups |= 1U << plan->parents[g];
    }
  }
  return groups;
}

bool
ln_odometer_start(ln_maker* const maker, const uint32_t wanted, ln_odometer* const o)
{
  o->free = with_parents(maker->plan, wanted) & ~maker->bound_set;
  return begin(maker, o, 0U) || ln_odometer_next(maker, o);
}

/* The last group turns fastest. */
bool
ln_odometer_next(ln_maker* const maker, ln_odometer* const o)
{
  for (uint8_t g = o->free != 0U ? LN_MAX_GROUPS : 0U; g-- > 0U;) {
    while ((o->free & (1U << g)) != 0U && maker->bound[g] + 1U < o->sizes[g]) {
      ++maker->bound[g];
      if (begin(maker, o, (uint8_t)(g + 1U))) {
        return true;
      }
    }
  }
  maker->bound_set &= ~o->free;
  return false;
}
