/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Tables of solutions, and the budget they are taken from. A row is as wide as the query has
   variables, so that a variable is at the same place in every table. The clock is asked every few
   thousand ticks only. */

#include "query/solutions.h"

#include "base/memory.h"

#include <time.h>

double
ln_budget_now(void)
{
  struct timespec now = {0};
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

ln_status
ln_budget_tick(ln_budget* const b)
{
  enum { TICKS = 2048 };
  if (b->late || b->stopped) {
    return LN_STOP;
  }
  if (++b->ticks % (unsigned)TICKS == 0U) {
    b->stopped = b->stop && *b->stop != 0;
    b->late    = b->until > 0.0 && ln_budget_now() > b->until;
  }
  return b->late || b->stopped ? LN_STOP : LN_OK;
}

ln_status
ln_solutions_push(ln_solutions* const t, ln_budget* const b, uint32_t** const row)
{
  LN_TRY(ln_budget_tick(b));
  if (t->n == t->cap) {
    const size_t cap   = t->cap > 0U ? 2U * t->cap : 16U;
    const size_t width = t->width > 0U ? t->width : 1U;
    const size_t more  = (cap - t->cap) * width * sizeof(uint32_t);
    if (b->memory > 0U && more > b->memory - (b->taken < b->memory ? b->taken : b->memory)) {
      b->large = true;
      return LN_STOP;
    }
    uint32_t* const v = (uint32_t*)ln_realloc(t->v, cap * width, sizeof(uint32_t));
    if (!v) {
      return LN_NO_MEM;
    }
    b->taken += more;
    t->v   = v;
    t->cap = cap;
  }
  *row = ln_solutions_row(t, t->n++);
  return LN_OK;
}

void
ln_solutions_clear(ln_solutions* const t, ln_budget* const b)
{
  const size_t taken = t->cap * (t->width > 0U ? t->width : 1U) * sizeof(uint32_t);
  b->taken -= taken < b->taken ? taken : b->taken;
  ln_free(t->v);
  t->v   = NULL;
  t->n   = 0U;
  t->cap = 0U;
}
