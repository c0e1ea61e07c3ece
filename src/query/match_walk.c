/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Solutions and a path of any length (section 18.4, ALP): from where a row stands, all pairs of a
   node and a state of the walk are gone through once, and nodes at its last state are where the
   path leads, each once. If only the end is known, the walk goes backward; if neither is, it begins
   at every node of the graph. Zero steps lead from a term to itself, whether it is in the graph or
   not. */

#include "base/memory.h"
#include "query/machine.h"

typedef struct {
  ln_machine*     m;
  const ln_op*    op;
  const ln_walk*  walk;
  uint32_t        graph;
  uint64_t*       todo; ///< pairs in the order they were reached; node above, state below
  size_t          n;
  size_t          cap;
  uint32_t*       slots; ///< pairs that were reached, index plus one
  size_t          n_slots;
  ln_solutions    to;
  const uint32_t* row;
} walking;

static size_t
slot_of(const walking* const w, const uint64_t pair)
{
  size_t at = (size_t)((pair * 0x9E3779B97F4A7C15U) >> 20U) & (w->n_slots - 1U);
  while (w->slots[at] != 0U && w->todo[w->slots[at] - 1U] != pair) {
    at = (at + 1U) & (w->n_slots - 1U);
  }
  return at;
}

static ln_status
grow(walking* const w)
{
  const size_t    cap  = w->cap > 0U ? 2U * w->cap : 256U;
  uint64_t* const todo = (uint64_t*)ln_realloc(w->todo, cap, sizeof(uint64_t));
  if (!todo) {
    return LN_NO_MEM;
  }
  w->todo               = todo;
  uint32_t* const slots = (uint32_t*)ln_realloc(w->slots, 2U * cap, sizeof(uint32_t));
  if (!slots) {
    return LN_NO_MEM;
  }
  w->slots   = slots;
  w->n_slots = 2U * cap;
  w->cap     = cap;
  memset(w->slots, 0, w->n_slots * sizeof(uint32_t));
  for (size_t i = 0U; i < w->n; ++i) {
    w->slots[slot_of(w, w->todo[i])] = (uint32_t)i + 1U;
  }
  return LN_OK;
}

static ln_status
reach(walking* const w, const uint32_t node, const uint32_t state)
{
  const uint64_t pair = (uint64_t)node << 32U | state;
  LN_TRY(ln_budget_tick(w->m->budget));
  LN_TRY(w->n == w->cap ? grow(w) : LN_OK);
  const size_t at = slot_of(w, pair);
  if (w->slots[at] == 0U) {
    w->todo[w->n++] = pair;
    w->slots[at]    = (uint32_t)w->n;
  }
  return LN_OK;
}

static bool
passes(const ln_walk_edge* const e, const uint32_t predicate)
{
  for (size_t i = 0U; i < e->n_except; ++i) {
    if (e->except[i] == predicate) {
      return false;
    }
  }
  return true;
}

static ln_status
follow(walking* const w, const uint32_t node, const ln_walk_edge* const e)
{
  const uint32_t        terms   = ln_dataset_terms(w->m->q->set);
  const ln_fact_pattern pattern = {
    e->backward ? LN_ABSENT : node, e->predicate, e->backward ? node : LN_ABSENT};
  if (e->silent) {
    return reach(w, node, e->to);
  }
  if (node >= terms || (e->predicate != LN_ABSENT && e->predicate >= terms)) {
    return LN_OK;
  }
  const ln_fact_range range = ln_dataset_match(w->m->q->set, w->graph, &pattern);
  for (size_t i = 0U; i < range.n; ++i) {
    const ln_fact_pattern fact = ln_fact_at(&range, i);
    const uint32_t        end  = e->backward ? fact.subject : fact.object;
    LN_TRY(passes(e, fact.predicate) ? reach(w, end, e->to) : LN_OK);
  }
  return LN_OK;
}

/* All that can be reached from a node. */
static ln_status
walk_from(walking* const w, const uint32_t node)
{
  // Only what was used is cleared, since a walk may begin at every node there is: the last pair
  // first, so that no pair is looked for behind a slot that was emptied before.
  for (size_t i = w->n; i > 0U; --i) {
    w->slots[slot_of(w, w->todo[i - 1U])] = 0U;
  }
  w->n = 0U;
  LN_TRY(reach(w, node, 0U));
  for (size_t i = 0U; i < w->n; ++i) {
    const uint64_t pair = w->todo[i];
    for (const ln_walk_edge* e = w->walk->edges; e; e = e->next) {
      LN_TRY(e->from == (uint32_t)pair ? follow(w, (uint32_t)(pair >> 32U), e) : LN_OK);
    }
  }
  return LN_OK;
}

static ln_status
add_row(walking* const w, const uint32_t subject, const uint32_t object)
{
  const ln_pattern3* const t   = w->op->pattern;
  uint32_t*                row = NULL;
  LN_TRY(ln_solutions_push(&w->to, w->m->budget, &row));
  memcpy(row, w->row, w->to.width * sizeof(uint32_t));
  if (t->subject.kind == LN_AT_VARIABLE) {
    row[t->subject.n] = subject;
  }
  bool fits = true;
  if (t->object.kind == LN_AT_VARIABLE) {
    fits             = row[t->object.n] == LN_ABSENT || row[t->object.n] == object;
    row[t->object.n] = object;
  } else {
    fits = t->object.n == object;
  }
  w->to.n -= fits ? 0U : 1U;
  return LN_OK;
}

/* The row for each end of the walk that was just gone. */
static ln_status
add_ends(walking* const w, const uint32_t node, const bool backward)
{
  for (size_t i = 0U; i < w->n; ++i) {
    const uint32_t end = (uint32_t)(w->todo[i] >> 32U);
    if ((uint32_t)w->todo[i] == 1U) {
      LN_TRY(backward ? add_row(w, end, node) : add_row(w, node, end));
    }
  }
  return LN_OK;
}

static bool
is_node(const walking* const w, const uint32_t term)
{
  const ln_dataset* const set        = w->m->q->set;
  const ln_fact_pattern   as_subject = {term, LN_ABSENT, LN_ABSENT};
  const ln_fact_pattern   as_object  = {LN_ABSENT, LN_ABSENT, term};
  return term < ln_dataset_terms(set) && (ln_dataset_match(set, w->graph, &as_subject).n > 0U ||
                                          ln_dataset_match(set, w->graph, &as_object).n > 0U);
}

/* Every subject and object of the graph, once. */
static ln_status
walk_everywhere(walking* const w)
{
  const ln_dataset* const set   = w->m->q->set;
  const uint32_t          terms = ln_dataset_terms(set);
  ln_status               st    = LN_OK;
  for (uint32_t node = 0U; st == LN_OK && node < terms; ++node) {
    if (is_node(w, node)) {
      st = walk_from(w, node);
      st = st == LN_OK ? add_ends(w, node, false) : st;
    }
  }
  return st;
}

static ln_status
walk_row(walking* const w)
{
  const ln_pattern3* const t = w->op->pattern;
  const uint32_t           s = t->subject.kind == LN_AT_TERM ? t->subject.n : w->row[t->subject.n];
  const uint32_t           o = t->object.kind == LN_AT_TERM ? t->object.n : w->row[t->object.n];
  w->walk                    = s == LN_ABSENT && o != LN_ABSENT ? t->backward : t->forward;
  if (s == LN_ABSENT && o == LN_ABSENT) {
    return walk_everywhere(w);
  }
  // Between two variables only nodes of the graph count, wherever their values come from.
  const uint32_t given = w->m->q->n_given;
  const bool     open  = t->subject.kind == LN_AT_VARIABLE && t->subject.n >= given &&
                    t->object.kind == LN_AT_VARIABLE && t->object.n >= given;
  if (open && !is_node(w, s != LN_ABSENT ? s : o)) {
    return LN_OK;
  }
  LN_TRY(walk_from(w, s != LN_ABSENT ? s : o));
  return add_ends(w, s != LN_ABSENT ? s : o, s == LN_ABSENT);
}

static ln_status
walk_graphs(walking* const w, uint32_t* const copy)
{
  const ln_dataset* const set   = w->m->q->set;
  const ln_point          graph = w->op->graph;
  w->graph                      = graph.kind == LN_AT_TERM ? graph.n : w->row[graph.n];
  if (graph.kind == LN_AT_TERM || w->graph != LN_ABSENT) {
    return walk_row(w);
  }
  memcpy(copy, w->row, w->to.width * sizeof(uint32_t));
  w->row = copy;
  for (size_t i = 0U; i < ln_dataset_graphs(set); ++i) {
    w->graph      = ln_dataset_graph(set, i);
    copy[graph.n] = w->graph;
    LN_TRY(walk_row(w));
  }
  return LN_OK;
}

ln_status
ln_match_walk(ln_machine* const m, const ln_op* const op)
{
  const ln_solutions* const from = ln_machine_top(m, 0U);
  walking                   w    = {.m = m, .op = op, .to = ln_machine_table(m)};
  uint32_t* const copy = (uint32_t*)ln_alloc_zero(m->q->n_variables + 1U, sizeof(uint32_t));
  ln_status       st   = copy ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < from->n; ++i) {
    w.row = ln_solutions_row(from, i);
    st    = walk_graphs(&w, copy);
  }
  if (st == LN_OK) {
    ln_machine_replace(m, &w.to);
  }
  ln_solutions_clear(&w.to, m->budget);
  ln_free(copy);
  ln_free(w.todo);
  ln_free(w.slots);
  return st;
}
