/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Findings in three lists, one for findings, sides and exhibits each, so that a finding is two
   numbers into the next list and nothing needs to be given back by itself. */

#include "dispute/docket.h"

#include "base/memory.h"

#include <stdlib.h>

void
ln_docket_clear(ln_docket* const docket)
{
  ln_free(docket->disputes);
  ln_free(docket->sides);
  ln_free(docket->exhibits);
  ln_arena_clear(&docket->arena);
  *docket = (ln_docket){0};
}

static ln_status
grow(void** const list, size_t* const cap, const size_t n, const size_t size)
{
  if (n < *cap) {
    return LN_OK;
  }
  const size_t more  = *cap > 0U ? *cap * 2U : 16U;
  void* const  block = ln_realloc(*list, more, size);
  if (!block) {
    return LN_NO_MEM;
  }
  *list = block;
  *cap  = more;
  return LN_OK;
}

ln_status
ln_docket_grow(ln_docket* const docket)
{
  void*     disputes = docket->disputes;
  void*     sides    = docket->sides;
  void*     exhibits = docket->exhibits;
  ln_status st       = grow(&disputes, &docket->cap, docket->n, sizeof(ln_dispute));
  docket->disputes   = disputes;
  st = st == LN_OK ? grow(&sides, &docket->cap_sides, docket->n_sides, sizeof(ln_side)) : st;
  docket->sides = sides;
  st = st == LN_OK ? grow(&exhibits, &docket->cap_exhibits, docket->n_exhibits, sizeof(ln_exhibit))
                   : st;
  docket->exhibits = exhibits;
  return st;
}

/* Sides never move, so where they begin tells which finding came first. */
static int
compare(const void* const a, const void* const b)
{
  const ln_dispute* const x = a;
  const ln_dispute* const y = b;
  if (x->gravity != y->gravity) {
    return x->gravity < y->gravity ? -1 : 1;
  }
  return (x->first > y->first) - (x->first < y->first);
}

void
ln_docket_sort(ln_docket* const docket)
{
  if (docket->n > 0U) {
    qsort(docket->disputes, docket->n, sizeof(ln_dispute), compare);
  }
}

size_t
ln_docket_count(const ln_docket* const docket, const ln_gravity gravity)
{
  size_t n = 0U;
  for (size_t i = 0U; i < docket->n; ++i) {
    n += docket->disputes[i].gravity == gravity ? 1U : 0U;
  }
  return n;
}
