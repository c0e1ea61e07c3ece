/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Solutions and a triple pattern (section 18.3.1): for each row, the triples that fit what the row
   knows are side by side in one of the orders of the data set, and each gives a row. */

#include "query/machine.h"

typedef struct {
  ln_machine*     m;
  const ln_op*    op;
  const uint32_t* row;
  ln_solutions    to;
  uint32_t        terms;
} matching;

static uint32_t
value_of(const matching* const w, const ln_point point)
{
  return point.kind == LN_AT_TERM ? point.n : w->row[point.n];
}

static bool
is_excepted(const ln_pattern3* const t, const uint32_t predicate)
{
  for (size_t i = 0U; i < t->n_except; ++i) {
    if (t->except[i] == predicate) {
      return true;
    }
  }
  return false;
}

/* A variable may stand at two places, which then are the same. */
static bool
set_value(uint32_t* const row, const ln_point point, const uint32_t term)
{
  if (point.kind == LN_AT_TERM) {
    return true;
  }
  if (row[point.n] == LN_ABSENT) {
    row[point.n] = term;
  }
  return row[point.n] == term;
}

static ln_status
add_fact(matching* const w, const ln_fact_pattern* const fact, const uint32_t graph)
{
  const ln_pattern3* const t   = w->op->pattern;
  uint32_t*                row = NULL;
  if (is_excepted(t, fact->predicate)) {
    return ln_budget_tick(w->m->budget);
  }
  LN_TRY(ln_solutions_push(&w->to, w->m->budget, &row));
  memcpy(row, w->row, w->to.width * sizeof(uint32_t));
  const bool fits = set_value(row, t->subject, fact->subject) &&
                    set_value(row, t->predicate, fact->predicate) &&
                    set_value(row, t->object, fact->object) &&
                    (graph == LN_ABSENT || set_value(row, w->op->graph, graph));
  w->to.n -= fits ? 0U : 1U;
  return LN_OK;
}

static ln_status
match_graph(matching* const w, const uint32_t graph)
{
  const ln_pattern3* const t       = w->op->pattern;
  const ln_fact_pattern    pattern = {
    value_of(w, t->subject), value_of(w, t->predicate), value_of(w, t->object)};
  const bool elsewhere = (pattern.subject != LN_ABSENT && pattern.subject >= w->terms) ||
                         (pattern.predicate != LN_ABSENT && pattern.predicate >= w->terms) ||
                         (pattern.object != LN_ABSENT && pattern.object >= w->terms);
  if (elsewhere) {
    return LN_OK;
  }
  const ln_fact_range range = ln_dataset_match(w->m->q->set, graph, &pattern);
  for (size_t i = 0U; i < range.n; ++i) {
    const ln_fact_pattern fact = ln_fact_at(&range, i);
    LN_TRY(add_fact(w, &fact, graph));
  }
  return LN_OK;
}

static ln_status
match_row(matching* const w)
{
  const ln_dataset* const set   = w->m->q->set;
  const uint32_t          graph = value_of(w, w->op->graph);
  if (graph != LN_ABSENT || w->op->graph.kind == LN_AT_TERM) {
    return match_graph(w, graph);
  }
  for (size_t i = 0U; i < ln_dataset_graphs(set); ++i) {
    LN_TRY(match_graph(w, ln_dataset_graph(set, i)));
  }
  return LN_OK;
}

ln_status
ln_match_triples(ln_machine* const m, const ln_op* const op)
{
  const ln_solutions* const from = ln_machine_top(m, 0U);
  matching  w = {.m = m, .op = op, .to = ln_machine_table(m), .terms = ln_dataset_terms(m->q->set)};
  ln_status st = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < from->n; ++i) {
    w.row = ln_solutions_row(from, i);
    st    = ln_budget_tick(m->budget);
    st    = st == LN_OK ? match_row(&w) : st;
  }
  if (st == LN_OK) {
    ln_machine_replace(m, &w.to);
  }
  ln_solutions_clear(&w.to, m->budget);
  return st;
}
