/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_QUERY_MACHINE_H
#define LN_QUERY_MACHINE_H

#include "query/query_inner.h"
#include "query/value.h"

/* What carries out the steps of a query. Private to this folder. */

/** What an EXISTS asks and was answered. */
typedef struct {
  ln_solutions asked;  ///< the rows it is asked for, numbered
  bool*        answer; ///< of each row
} ln_question;

typedef struct {
  ln_query*     q;
  ln_budget*    budget;
  ln_solutions* stack;
  size_t        n;
  size_t        cap;
  ln_question*  questions; ///< by the numbers of EXISTS
  ln_evaluator  evaluator;
} ln_machine;

/** Carry out all steps; the table that is left is the answer. LN_STOP if the budget is at an end.
 */
LN_MUST ln_status
ln_machine_run(ln_machine* m, const ln_op* ops);

void
ln_machine_clear(ln_machine* m);

/** The table `depth` below the top. */
static inline ln_solutions*
ln_machine_top(const ln_machine* const m, const size_t depth)
{
  return &m->stack[m->n - 1U - depth];
}

/** Push an empty table. */
LN_MUST ln_status
ln_machine_push(ln_machine* m, ln_solutions** table);

/** Take the topmost table away. */
void
ln_machine_pop(ln_machine* m);

/** The topmost table becomes `table`, which is taken over. */
void
ln_machine_replace(ln_machine* m, ln_solutions* table);

/** A row without values but those that were given. */
void
ln_machine_blank(const ln_machine* m, uint32_t* row);

/** An empty table as wide as all. */
static inline ln_solutions
ln_machine_table(const ln_machine* const m)
{
  return (ln_solutions){.width = m->q->n_variables};
}

/** Whether an EXISTS is true for a row; `self` is the machine. */
bool
ln_machine_answer(const void* self, uint32_t number, size_t row);

/* construct.c */

/** The triples of CONSTRUCT or DESCRIBE, in a table of three columns, from the topmost one. */
LN_MUST ln_status
ln_construct(ln_machine* m, ln_solutions* triples);

/* match_triples.c, match_walk.c */

LN_MUST ln_status
ln_match_triples(ln_machine* m, const ln_op* op);

LN_MUST ln_status
ln_match_walk(ln_machine* m, const ln_op* op);

/* join.c */

/** The join of the two topmost tables, into a new one. */
LN_MUST ln_status
ln_join_tables(ln_machine* m, ln_solutions* joined);

LN_MUST ln_status
ln_join_minus(ln_machine* m, const ln_op* op);

/** Rows of the top that are the same, in all variables, once each, in the order they came. */
LN_MUST ln_status
ln_join_distinct(ln_machine* m);

/* aggregate.c */

LN_MUST ln_status
ln_aggregate_rows(ln_machine* m, const ln_op* op);

/* sort_solutions.c */

LN_MUST ln_status
ln_sort_solutions(ln_machine* m, const ln_op* op);

#endif
