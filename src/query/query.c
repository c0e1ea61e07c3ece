/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A query as others see it: made from its text, run within bounds, asked for its answer. The last
   table of the machine is the answer of SELECT; of the other forms it is what the answer is made of
   (query/construct.c). Terms that a run makes are forgotten when the next one begins. */

#include "query/query.h"

#include "base/memory.h"
#include "query/machine.h"
#include "query/parser.h"

#include <stdio.h>

void
ln_query_problem_clear(ln_query_problem* const problem)
{
  ln_text_clear(&problem->message);
  ln_text_clear(&problem->hint);
}

void
ln_query_free(ln_query* const q)
{
  if (q) {
    ln_budget budget = {0};
    ln_solutions_clear(&q->answer, &budget);
    ln_pool_free(q->pool);
    ln_arena_clear(&q->arena);
    ln_free(q);
  }
}

ln_status
ln_query_new(const ln_dataset* const        set,
             const ln_view                  text,
             const ln_query_settings* const settings,
             ln_query** const               query,
             ln_query_problem* const        problem)
{
  ln_query* const q = (ln_query*)ln_alloc_zero(1U, sizeof(ln_query));
  *query            = NULL;
  if (!q) {
    return LN_NO_MEM;
  }
  q->set       = set;
  q->pool      = ln_pool_new(set);
  ln_status st = q->pool ? ln_parse_query(q, text, settings, problem) : LN_NO_MEM;
  if (st != LN_OK) {
    ln_query_free(q);
    return st;
  }
  ln_pool_mark(q->pool);
  *query = q;
  return LN_OK;
}

ln_query_form
ln_query_form_of(const ln_query* const q)
{
  return q->form;
}

ln_status
ln_query_bind(ln_query* const q, const size_t i, const ln_read_term* const term)
{
  q->given[i] = LN_ABSENT;
  return term->kind == LN_NONE ? LN_OK : ln_pool_add(q->pool, term, &q->given[i]);
}

/* ---- running ---- */

static ln_status
say_stopped(const ln_budget* const       b,
            const ln_query_limits* const limits,
            ln_query_problem* const      problem)
{
  ln_text_reset(&problem->message);
  ln_text_reset(&problem->hint);
  problem->line   = 0U;
  problem->column = 0U;
  problem->code   = LN_L1003;
  if (b->large) {
    problem->code = LN_L1004;
    LN_TRY(ln_text_format(
      &problem->message, "what lies between two steps needs more than %zu bytes", limits->memory));
    LN_TRY(ln_text_add(&problem->hint, LN_V("ask for less at once, or give more --memory")));
  } else if (b->stopped) {
    LN_TRY(ln_text_add(&problem->message, LN_V("it was stopped")));
  } else if (limits->seconds > 0.0) {
    LN_TRY(ln_text_format(&problem->message, "it took more than %g seconds", limits->seconds));
    LN_TRY(ln_text_add(&problem->hint, LN_V("ask for less at once, or give more --timeout")));
  } else {
    LN_TRY(ln_text_add(&problem->message, LN_V("a regular expression in it takes too long")));
  }
  return LN_STOP;
}

static ln_status
take_answer(ln_query* const q, ln_machine* const m, const size_t most)
{
  ln_solutions* const table = ln_machine_top(m, 0U);
  if (q->form == LN_QUERY_ASK) {
    q->yes = table->n > 0U;
    return LN_OK;
  }
  if (q->form != LN_QUERY_SELECT) {
    LN_TRY(ln_construct(m, &q->answer));
  } else {
    q->answer = *table;
    *table    = ln_machine_table(m);
  }
  q->cut      = most > 0U && q->answer.n > most;
  q->answer.n = q->cut ? most : q->answer.n;
  return LN_OK;
}

ln_status
ln_query_run(ln_query* const              q,
             const ln_query_limits* const limits,
             ln_query_problem* const      problem)
{
  const ln_query_limits  none = {0};
  const ln_query_limits* l    = limits ? limits : &none;
  ln_budget              b    = {.memory = l->memory, .stop = l->stop};
  ln_budget              free = {0};
  b.until                     = l->seconds > 0.0 ? ln_budget_now() + l->seconds : 0.0;
  ln_solutions_clear(&q->answer, &free);
  ln_pool_reset(q->pool);
  q->yes       = false;
  q->cut       = false;
  ln_machine m = {.q = q, .budget = &b};
  m.evaluator  = (ln_evaluator){
     .pool = q->pool, .budget = &b, .answer = ln_machine_answer, .self = &m, .base = q->base};
  ln_status st = ln_machine_run(&m, q->ops.first);
  st           = st == LN_OK ? take_answer(q, &m, l->rows) : st;
  ln_machine_clear(&m);
  ln_evaluator_clear(&m.evaluator);
  return st == LN_STOP ? say_stopped(&b, l, problem) : st;
}

/* ---- the answer ---- */

size_t
ln_query_columns(const ln_query* const q)
{
  const size_t places = q->form == LN_QUERY_ASK ? 0U : 3U;
  return q->form == LN_QUERY_SELECT ? q->n_columns : places;
}

ln_view
ln_query_column(const ln_query* const q, const size_t column)
{
  static const char* const PLACES[] = {"subject", "predicate", "object"};
  return q->form == LN_QUERY_SELECT ? q->names[q->columns[column]] : ln_view_of(PLACES[column]);
}

size_t
ln_query_rows(const ln_query* const q)
{
  return q->form == LN_QUERY_ASK ? (size_t)q->yes : q->answer.n;
}

bool
ln_query_cut(const ln_query* const q)
{
  return q->cut;
}

ln_read_term
ln_query_cell(ln_query* const q, const size_t row, const size_t column)
{
  const size_t   place = q->form == LN_QUERY_SELECT ? q->columns[column] : column;
  const uint32_t term  = ln_solutions_row(&q->answer, row)[place];
  if (term == LN_ABSENT) {
    return (ln_read_term){.kind = LN_NONE};
  }
  ln_read_term read = ln_pool_term(q->pool, term);
  if (read.kind == LN_BLANK) {
    char* const label = q->labels[q->label];
    q->label          = (q->label + 1U) % (size_t)LN_QUERY_LABELS;
    read.text =
      (ln_view){label, (size_t)snprintf(label, sizeof(q->labels[0]), "b%lu", (unsigned long)term)};
  }
  return read;
}
