/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is taken item by item runs through all combinations of its lists, one after the other.
   Groups that are bound already keep their item: a subject binds, its objects run only through what
   is left. */

#include "map/maker.h"

size_t
ln_maker_group_size(const ln_maker* const maker, const uint8_t group)
{
  return maker->values[maker->plan->leaders[group]].n;
}

bool
ln_odometer_start(ln_maker* const maker, const uint32_t wanted, ln_odometer* const o)
{
  o->free = wanted & ~maker->bound_set;
  for (uint8_t g = 0U; o->free >> g != 0U; ++g) {
    if ((o->free & (1U << g)) != 0U) {
      o->sizes[g]     = ln_maker_group_size(maker, g);
      maker->bound[g] = 0U;
      if (o->sizes[g] == 0U) {
        return false;
      }
    }
  }
  maker->bound_set |= o->free;
  return true;
}

/* The last group turns fastest. */
bool
ln_odometer_next(ln_maker* const maker, const ln_odometer* const o)
{
  for (uint8_t g = o->free != 0U ? LN_MAX_GROUPS : 0U; g-- > 0U;) {
    if ((o->free & (1U << g)) != 0U) {
      if (++maker->bound[g] < o->sizes[g]) {
        return true;
      }
      maker->bound[g] = 0U;
    }
  }
  maker->bound_set &= ~o->free;
  return false;
}
