/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* CONSTRUCT and DESCRIBE (section 16.2 and 16.4): tables of three columns, each triple once, in the
   order of the solutions. Triples that cannot be are passed over: with a literal as subject, with
   anything but an IRI as predicate, with a variable that has no value. What describes a thing is
   what is said of it, and of the blank nodes that this leads to, in the default graph and in all
   others. */

#include "base/memory.h"
#include "query/machine.h"

typedef struct {
  ln_machine*   m;
  ln_solutions* to;
  uint32_t*     blanks; ///< of the solution at hand
} constructing;

static ln_status
add_triple(const constructing* const c, const uint32_t s, const uint32_t p, const uint32_t o)
{
  const ln_pool* const pool = c->m->q->pool;
  uint32_t*            row  = NULL;
  if (s == LN_ABSENT || p == LN_ABSENT || o == LN_ABSENT || ln_pool_kind(pool, s) == LN_LITERAL ||
      ln_pool_kind(pool, p) != LN_IRI) {
    return LN_OK;
  }
  LN_TRY(ln_solutions_push(c->to, c->m->budget, &row));
  row[0] = s;
  row[1] = p;
  row[2] = o;
  return LN_OK;
}

static ln_status
value_at(const constructing* const c,
         const uint32_t* const     row,
         const ln_point            point,
         uint32_t* const           term)
{
  if (point.kind != LN_AT_BLANK) {
    *term = point.kind == LN_AT_TERM ? point.n : row[point.n];
    return LN_OK;
  }
  if (c->blanks[point.n] == LN_ABSENT) {
    LN_TRY(ln_pool_blank(c->m->q->pool, &c->blanks[point.n]));
  }
  *term = c->blanks[point.n];
  return LN_OK;
}

static ln_status
fill_template(const constructing* const c, const uint32_t* const row)
{
  for (uint32_t i = 0U; i < c->m->q->n_blanks; ++i) {
    c->blanks[i] = LN_ABSENT;
  }
  for (const ln_pattern3* t = c->m->q->pattern; t; t = t->next) {
    uint32_t s = LN_ABSENT;
    uint32_t p = LN_ABSENT;
    uint32_t o = LN_ABSENT;
    LN_TRY(value_at(c, row, t->subject, &s));
    LN_TRY(value_at(c, row, t->predicate, &p));
    LN_TRY(value_at(c, row, t->object, &o));
    LN_TRY(add_triple(c, s, p, o));
  }
  return LN_OK;
}

/* ---- DESCRIBE ---- */

static ln_status
describe_in(const constructing* const c, const uint32_t graph, const uint32_t term)
{
  const ln_fact_pattern pattern = {term, LN_ABSENT, LN_ABSENT};
  const ln_fact_range   range   = ln_dataset_match(c->m->q->set, graph, &pattern);
  for (size_t i = 0U; i < range.n; ++i) {
    const ln_fact_pattern fact = ln_fact_at(&range, i);
    LN_TRY(add_triple(c, fact.subject, fact.predicate, fact.object));
  }
  return LN_OK;
}

static ln_status
describe(const constructing* const c, const uint32_t term)
{
  const ln_dataset* const set = c->m->q->set;
  if (term >= ln_dataset_terms(set)) {
    return LN_OK;
  }
  LN_TRY(describe_in(c, LN_ABSENT, term));
  for (size_t i = 0U; i < ln_dataset_graphs(set); ++i) {
    LN_TRY(describe_in(c, ln_dataset_graph(set, i), term));
  }
  return LN_OK;
}

/* Things to describe, each once: those of the query, then blank nodes that were met. */
typedef struct {
  bool*     known; ///< by number
  uint32_t* todo;
  size_t    n;
} described;

static void
want(const ln_dataset* const set, described* const d, const uint32_t term)
{
  if (term < ln_dataset_terms(set) && !d->known[term]) {
    d->known[term]  = true;
    d->todo[d->n++] = term;
  }
}

static ln_status
describe_all(const constructing* const c, described* const d)
{
  const ln_query* const     q    = c->m->q;
  const ln_solutions* const from = ln_machine_top(c->m, 0U);
  size_t                    seen = 0U;
  for (size_t i = 0U; i < from->n; ++i) {
    for (size_t k = 0U; k < q->n_described; ++k) {
      const ln_point point = q->described[k];
      want(q->set, d, point.kind == LN_AT_TERM ? point.n : ln_solutions_row(from, i)[point.n]);
    }
  }
  for (size_t i = 0U; i < d->n; ++i) {
    LN_TRY(describe(c, d->todo[i]));
    for (; seen < c->to->n; ++seen) {
      const uint32_t object = ln_solutions_row(c->to, seen)[2];
      if (ln_dataset_kind(q->set, object) == LN_BLANK) {
        want(q->set, d, object);
      }
    }
  }
  return LN_OK;
}

static ln_status
describe_things(const constructing* const c)
{
  const size_t    terms = (size_t)ln_dataset_terms(c->m->q->set) + 1U;
  described       d     = {(bool*)ln_alloc_zero(terms, sizeof(bool)),
                           (uint32_t*)ln_alloc_zero(terms, sizeof(uint32_t)),
                           0U};
  const ln_status st    = d.known && d.todo ? describe_all(c, &d) : LN_NO_MEM;
  ln_free(d.known);
  ln_free(d.todo);
  return st;
}

/* ---- both ---- */

static ln_status
make_triples(const constructing* const c)
{
  if (c->m->q->form == LN_QUERY_DESCRIBE) {
    return describe_things(c);
  }
  const ln_solutions* const from = ln_machine_top(c->m, 0U);
  for (size_t i = 0U; i < from->n; ++i) {
    LN_TRY(fill_template(c, ln_solutions_row(from, i)));
  }
  return LN_OK;
}

ln_status
ln_construct(ln_machine* const m, ln_solutions* const triples)
{
  ln_solutions table = {.width = 3U};
  constructing c     = {.m = m, .to = &table};
  c.blanks           = (uint32_t*)ln_alloc_zero(m->q->n_blanks + 1U, sizeof(uint32_t));
  ln_status st       = c.blanks ? make_triples(&c) : LN_NO_MEM;
  ln_free(c.blanks);
  if (st == LN_OK) {
    ln_machine_replace(m, &table);
    st                     = ln_join_distinct(m);
    *triples               = *ln_machine_top(m, 0U);
    *ln_machine_top(m, 0U) = ln_machine_table(m);
  }
  ln_budget none = {0};
  ln_solutions_clear(&table, &none);
  return st;
}
