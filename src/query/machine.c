/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The steps of a query over a stack of tables. Each step takes whole tables and leaves whole
   tables, so that nothing is nested and every step can be looked at by itself; the price is memory
   for what lies between steps, which the budget bounds. */

#include "query/machine.h"

#include "base/memory.h"

ln_status
ln_machine_push(ln_machine* const m, ln_solutions** const table)
{
  if (m->n == m->cap) {
    const size_t        cap = m->cap > 0U ? 2U * m->cap : 16U;
    ln_solutions* const v   = (ln_solutions*)ln_realloc(m->stack, cap, sizeof(ln_solutions));
    if (!v) {
      return LN_NO_MEM;
    }
    m->stack = v;
    m->cap   = cap;
  }
  m->stack[m->n] = ln_machine_table(m);
  *table         = &m->stack[m->n++];
  return LN_OK;
}

void
ln_machine_pop(ln_machine* const m)
{
  ln_solutions_clear(&m->stack[--m->n], m->budget);
}

void
ln_machine_replace(ln_machine* const m, ln_solutions* const table)
{
  ln_solutions_clear(ln_machine_top(m, 0U), m->budget);
  *ln_machine_top(m, 0U) = *table;
  *table                 = ln_machine_table(m);
}

void
ln_machine_blank(const ln_machine* const m, uint32_t* const row)
{
  for (uint32_t v = 0U; v < m->q->n_variables; ++v) {
    row[v] = v < m->q->n_given ? m->q->given[v] : LN_ABSENT;
  }
}

static ln_status
copy_row(const ln_machine* const m, ln_solutions* const to, const uint32_t* const row)
{
  uint32_t* copy = NULL;
  LN_TRY(ln_solutions_push(to, m->budget, &copy));
  memcpy(copy, row, to->width * sizeof(uint32_t));
  return LN_OK;
}

/* ---- what begins a table ---- */

static ln_status
push_unit(ln_machine* const m)
{
  ln_solutions* table = NULL;
  uint32_t*     row   = NULL;
  LN_TRY(ln_machine_push(m, &table));
  LN_TRY(ln_solutions_push(table, m->budget, &row));
  ln_machine_blank(m, row);
  return LN_OK;
}

/* Rows of a table with some of their values. */
static ln_status
push_part_of(ln_machine* const m, const size_t depth, const ln_variables* const variables)
{
  ln_solutions* table = NULL;
  LN_TRY(ln_machine_push(m, &table));
  const ln_solutions* const from = ln_machine_top(m, depth + 1U);
  for (size_t i = 0U; i < from->n; ++i) {
    const uint32_t* const row  = ln_solutions_row(from, i);
    uint32_t*             copy = NULL;
    LN_TRY(ln_solutions_push(table, m->budget, &copy));
    ln_machine_blank(m, copy);
    for (uint32_t v = 0U; v < m->q->n_variables; ++v) {
      copy[v] = ln_variables_has(variables, v) ? row[v] : copy[v];
    }
  }
  return LN_OK;
}

static ln_status
push_seed(ln_machine* const m, const ln_op* const op)
{
  LN_TRY(push_part_of(m, op->depth, &op->variables));
  return ln_join_distinct(m);
}

static ln_status
push_recalled(ln_machine* const m, const ln_op* const op)
{
  const ln_solutions* const kept  = &m->questions[op->exists->number].asked;
  ln_solutions*             table = NULL;
  LN_TRY(ln_machine_push(m, &table));
  for (size_t i = 0U; i < kept->n; ++i) {
    LN_TRY(copy_row(m, table, ln_solutions_row(kept, i)));
  }
  return LN_OK;
}

static ln_status
push_values(ln_machine* const m, const ln_op* const op)
{
  const ln_values* const values = op->values;
  ln_solutions*          table  = NULL;
  LN_TRY(ln_machine_push(m, &table));
  for (size_t i = 0U; i < values->rows; ++i) {
    uint32_t* row  = NULL;
    bool      fits = true;
    LN_TRY(ln_solutions_push(table, m->budget, &row));
    ln_machine_blank(m, row);
    for (size_t k = 0U; k < values->n; ++k) {
      uint32_t* const value = &row[values->variables[k]];
      const uint32_t  term  = values->terms[i * values->n + k];
      fits                  = fits && (*value == LN_ABSENT || term == LN_ABSENT || *value == term);
      *value                = term != LN_ABSENT ? term : *value;
    }
    table->n -= fits ? 0U : 1U;
  }
  return LN_OK;
}

/* ---- what changes the top ---- */

static ln_status
spread_graphs(ln_machine* const m, const ln_op* const op)
{
  const ln_dataset* const   set   = m->q->set;
  const ln_solutions* const from  = ln_machine_top(m, 0U);
  ln_solutions              table = ln_machine_table(m);
  ln_status                 st    = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < from->n; ++i) {
    const uint32_t* const row   = ln_solutions_row(from, i);
    const bool            named = op->graph.kind == LN_AT_VARIABLE;
    const uint32_t        known = named ? row[op->graph.n] : op->graph.n;
    for (size_t g = 0U; st == LN_OK && g < ln_dataset_graphs(set); ++g) {
      const uint32_t graph = ln_dataset_graph(set, g);
      if (known == LN_ABSENT || known == graph) {
        st = copy_row(m, &table, row);
        if (st == LN_OK && named) {
          ln_solutions_row(&table, table.n - 1U)[op->graph.n] = graph;
        }
      }
    }
  }
  if (st == LN_OK) {
    ln_machine_replace(m, &table);
  }
  ln_solutions_clear(&table, m->budget);
  return st;
}

static void
look_at(ln_machine* const m, const size_t row)
{
  m->evaluator.row        = ln_solutions_row(ln_machine_top(m, 0U), row);
  m->evaluator.row_number = row;
}

static ln_status
filter_rows(ln_machine* const m, const ln_op* const op)
{
  ln_solutions* const table = ln_machine_top(m, 0U);
  size_t              kept  = 0U;
  for (size_t i = 0U; i < table->n; ++i) {
    bool yes = false;
    LN_TRY(ln_budget_tick(m->budget));
    look_at(m, i);
    LN_TRY(ln_evaluate_truth(&m->evaluator, op->expression, &yes));
    if (yes) {
      memmove(ln_solutions_row(table, kept++),
              ln_solutions_row(table, i),
              table->width * sizeof(uint32_t));
    }
  }
  table->n = kept;
  return LN_OK;
}

static ln_status
extend_rows(ln_machine* const m, const ln_op* const op)
{
  const ln_solutions* const table = ln_machine_top(m, 0U);
  for (size_t i = 0U; i < table->n; ++i) {
    LN_TRY(ln_budget_tick(m->budget));
    look_at(m, i);
    LN_TRY(
      ln_evaluate_term(&m->evaluator, op->expression, &ln_solutions_row(table, i)[op->variable]));
  }
  return LN_OK;
}

static void
number_rows(const ln_machine* const m, const ln_op* const op)
{
  const ln_solutions* const table = ln_machine_top(m, 0U);
  for (size_t i = 0U; i < table->n; ++i) {
    ln_solutions_row(table, i)[op->variable] = (uint32_t)i;
  }
}

static ln_status
forget_values(const ln_machine* const m, const ln_op* const op)
{
  const ln_solutions* const table = ln_machine_top(m, 0U);
  for (size_t i = 0U; i < table->n; ++i) {
    uint32_t* const row = ln_solutions_row(table, i);
    LN_TRY(ln_budget_tick(m->budget));
    for (uint32_t v = m->q->n_given; v < m->q->n_variables; ++v) {
      row[v] = ln_variables_has(&op->variables, v) ? row[v] : LN_ABSENT;
    }
  }
  return LN_OK;
}

static void
slice_rows(const ln_machine* const m, const ln_op* const op)
{
  ln_solutions* const t     = ln_machine_top(m, 0U);
  const size_t        first = op->offset < t->n ? (size_t)op->offset : t->n;
  const size_t        left  = t->n - first;
  const size_t        n     = op->limit < left ? (size_t)op->limit : left;
  if (n > 0U) {
    memmove(t->v, ln_solutions_row(t, first), n * t->width * sizeof(uint32_t));
  }
  t->n = n;
}

/* ---- what takes two tables ---- */

static ln_status
join(ln_machine* const m, const bool over)
{
  ln_solutions    joined = ln_machine_table(m);
  const ln_status st     = ln_join_tables(m, &joined);
  if (st == LN_OK) {
    if (!over) {
      ln_machine_pop(m);
    }
    ln_machine_replace(m, &joined);
  }
  ln_solutions_clear(&joined, m->budget);
  return st;
}

static ln_status
unite(ln_machine* const m)
{
  const ln_solutions* const more = ln_machine_top(m, 0U);
  ln_solutions* const       to   = ln_machine_top(m, 1U);
  for (size_t i = 0U; i < more->n; ++i) {
    LN_TRY(copy_row(m, to, ln_solutions_row(more, i)));
  }
  ln_machine_pop(m);
  return LN_OK;
}

/* The rows of the joined table stand in the order of those that they come from; those of the lower
   table that none comes from are put where they would be. */
static ln_status
complete(ln_machine* const m, const ln_op* const op)
{
  const ln_solutions* const joined = ln_machine_top(m, 0U);
  const ln_solutions* const left   = ln_machine_top(m, 1U);
  ln_solutions              table  = ln_machine_table(m);
  ln_status                 st     = LN_OK;
  size_t                    next   = 0U;
  for (size_t i = 0U; st == LN_OK && i < left->n; ++i) {
    const size_t before = next;
    while (st == LN_OK && next < joined->n && ln_solutions_row(joined, next)[op->variable] == i) {
      st = copy_row(m, &table, ln_solutions_row(joined, next++));
    }
    st = st == LN_OK && next == before ? copy_row(m, &table, ln_solutions_row(left, i)) : st;
  }
  if (st == LN_OK) {
    ln_machine_pop(m);
    ln_machine_replace(m, &table);
  }
  ln_solutions_clear(&table, m->budget);
  return st;
}

/* ---- EXISTS ---- */

static ln_status
ask(ln_machine* const m, const ln_op* const op)
{
  ln_question* const question = &m->questions[op->exists->number];
  LN_TRY(push_part_of(m, 0U, &op->variables));
  number_rows(m, op);
  ln_solutions_clear(&question->asked, m->budget);
  ln_free(question->answer);
  question->asked        = *ln_machine_top(m, 0U);
  *ln_machine_top(m, 0U) = ln_machine_table(m);
  ln_machine_pop(m);
  question->answer = (bool*)ln_alloc_zero(question->asked.n + 1U, sizeof(bool));
  return question->answer ? LN_OK : LN_NO_MEM;
}

static void
answer(ln_machine* const m, const ln_op* const op)
{
  const ln_question* const  question = &m->questions[op->exists->number];
  const ln_solutions* const found    = ln_machine_top(m, 0U);
  for (size_t i = 0U; i < found->n; ++i) {
    question->answer[ln_solutions_row(found, i)[op->variable]] = true;
  }
  ln_machine_pop(m);
}

bool
ln_machine_answer(const void* const self, const uint32_t number, const size_t row)
{
  const ln_machine* const m = (const ln_machine*)self;
  return m->questions[number].answer[row];
}

/* ---- the loop ---- */

static ln_status
run_op(ln_machine* const m, const ln_op* const op)
{
  switch (op->kind) {
  case LN_OP_UNIT:
    return push_unit(m);
  case LN_OP_SEED:
    return push_seed(m, op);
  case LN_OP_RECALL:
    return push_recalled(m, op);
  case LN_OP_VALUES:
    return push_values(m, op);
  case LN_OP_GRAPHS:
    return spread_graphs(m, op);
  case LN_OP_MATCH:
    return op->pattern->forward ? ln_match_walk(m, op) : ln_match_triples(m, op);
  case LN_OP_FILTER:
    return filter_rows(m, op);
  case LN_OP_EXTEND:
    return extend_rows(m, op);
  case LN_OP_JOIN:
    return join(m, false);
  case LN_OP_JOIN_OVER:
    return join(m, true);
  case LN_OP_UNION:
    return unite(m);
  case LN_OP_MINUS:
    return ln_join_minus(m, op);
  case LN_OP_NUMBER:
    number_rows(m, op);
    return LN_OK;
  case LN_OP_COMPLETE:
    return complete(m, op);
  case LN_OP_ASK:
    return ask(m, op);
  case LN_OP_ANSWER:
    answer(m, op);
    return LN_OK;
  case LN_OP_GROUP:
    return ln_aggregate_rows(m, op);
  case LN_OP_ORDER:
    return ln_sort_solutions(m, op);
  case LN_OP_PROJECT:
    return forget_values(m, op);
  case LN_OP_DISTINCT:
    return ln_join_distinct(m);
  case LN_OP_SLICE:
    slice_rows(m, op);
    return LN_OK;
  }
  return LN_OK;
}

ln_status
ln_machine_run(ln_machine* const m, const ln_op* const ops)
{
  m->questions = (ln_question*)ln_alloc_zero(m->q->n_exists + 1U, sizeof(ln_question));
  if (!m->questions) {
    return LN_NO_MEM;
  }
  for (const ln_op* op = ops; op; op = op->next) {
    LN_TRY(run_op(m, op));
  }
  return LN_OK;
}

void
ln_machine_clear(ln_machine* const m)
{
  while (m->n > 0U) {
    ln_machine_pop(m);
  }
  for (uint32_t i = 0U; m->questions && i < m->q->n_exists; ++i) {
    ln_solutions_clear(&m->questions[i].asked, m->budget);
    ln_free(m->questions[i].answer);
  }
  ln_free(m->questions);
  ln_free(m->stack);
}
