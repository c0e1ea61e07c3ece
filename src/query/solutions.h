/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_SOLUTIONS_H
#define LN_QUERY_SOLUTIONS_H

#include "base/status.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A table of solutions: a row has the number of a term for each variable, or LN_ABSENT. */
typedef struct {
  uint32_t* v;
  size_t    n;     ///< rows
  size_t    cap;   ///< rows there is room for
  size_t    width; ///< variables
} ln_solutions;

/** What a run may take, and what it has taken. */
typedef struct {
  double                       until; ///< on the clock of ln_budget_now; 0: no end
  size_t                       memory;
  size_t                       taken;
  unsigned                     ticks;
  bool                         late;  ///< it took too long
  bool                         large; ///< it took too much
  bool                         stopped;
  const volatile sig_atomic_t* stop;
} ln_budget;

/** Seconds of a clock that only goes forward. */
double
ln_budget_now(void);

/** To be called often. LN_STOP when time is over or a signal asks for an end. */
LN_MUST ln_status
ln_budget_tick(ln_budget* budget);

/** Make room for one more row and give it, not filled. LN_STOP beyond the memory of the budget. */
LN_MUST ln_status
ln_solutions_push(ln_solutions* table, ln_budget* budget, uint32_t** row);

static inline uint32_t*
ln_solutions_row(const ln_solutions* const table, const size_t row)
{
  return table->v + row * table->width;
}

/** Without rows, memory given back. */
void
ln_solutions_clear(ln_solutions* table, ln_budget* budget);

#endif
