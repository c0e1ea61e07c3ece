/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Grouping and aggregates (section 11 and 18.5.1). Rows are gathered by their keys in the order in
   which keys first occur; each aggregate then goes through the rows of a group. Without GROUP BY
   there is one group even of no rows, so that COUNT of nothing is 0. An error in SUM, AVG, MIN, MAX
   or GROUP_CONCAT leaves the group without that value; COUNT and SAMPLE pass over it. */

#include "base/memory.h"
#include "query/machine.h"

typedef struct {
  ln_machine*         m;
  const ln_op*        op;
  const ln_solutions* from;
  uint32_t*           group; ///< of each row
  uint32_t*           first; ///< row of each group
  size_t              n_groups;
  uint32_t*           order; ///< rows, those of a group side by side
  size_t*             begin; ///< of each group in it
  ln_solutions        to;
  uint32_t*           seen; ///< for DISTINCT: terms that were counted
  size_t              n_seen;
  size_t              n_slots;
} grouping;

/* ---- groups ---- */

static bool
same_keys(const grouping* const g, const uint32_t* const a, const uint32_t* const b)
{
  for (uint32_t v = 0U; v < g->m->q->n_variables; ++v) {
    if (ln_variables_has(&g->op->variables, v) && a[v] != b[v]) {
      return false;
    }
  }
  return true;
}

static uint64_t
hash_keys(const grouping* const g, const uint32_t* const row)
{
  uint64_t hash = 0xCBF29CE484222325U;
  for (uint32_t v = 0U; v < g->m->q->n_variables; ++v) {
    if (ln_variables_has(&g->op->variables, v)) {
      hash = (hash ^ row[v]) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 29U;
    }
  }
  return hash;
}

static ln_status
find_groups(grouping* const g)
{
  size_t slots = 16U;
  while (slots < 2U * g->from->n) {
    slots *= 2U;
  }
  uint32_t* const places = (uint32_t*)ln_alloc_zero(slots, sizeof(uint32_t));
  ln_status       st     = places ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < g->from->n; ++i) {
    const uint32_t* const row = ln_solutions_row(g->from, i);
    size_t                at  = (size_t)hash_keys(g, row) & (slots - 1U);
    while (places[at] != 0U &&
           !same_keys(g, ln_solutions_row(g->from, g->first[places[at] - 1U]), row)) {
      at = (at + 1U) & (slots - 1U);
    }
    if (places[at] == 0U) {
      g->first[g->n_groups] = (uint32_t)i;
      places[at]            = (uint32_t)++g->n_groups;
    }
    g->group[i] = places[at] - 1U;
    st          = ln_budget_tick(g->m->budget);
  }
  ln_free(places);
  return st;
}

/* Rows by group, in the order they came. */
static void
gather_rows(grouping* const g)
{
  for (size_t i = 0U; i < g->from->n; ++i) {
    ++g->begin[g->group[i] + 1U];
  }
  for (size_t i = 0U; i < g->n_groups; ++i) {
    g->begin[i + 1U] += g->begin[i];
  }
  for (size_t i = g->from->n; i > 0U; --i) {
    // Filled from the end, so that what is left is where each group begins.
    g->order[--g->begin[g->group[i - 1U] + 1U]] = (uint32_t)(i - 1U);
  }
  for (size_t i = 0U; i < g->n_groups; ++i) {
    g->begin[i] = g->begin[i + 1U];
  }
  g->begin[g->n_groups] = g->from->n;
}

/* ---- DISTINCT ---- */

static ln_status
forget_seen(grouping* const g, const size_t n)
{
  size_t slots = 16U;
  while (slots < 2U * n) {
    slots *= 2U;
  }
  if (slots > g->n_slots) {
    uint32_t* const seen = (uint32_t*)ln_realloc(g->seen, slots, sizeof(uint32_t));
    if (!seen) {
      return LN_NO_MEM;
    }
    g->seen    = seen;
    g->n_slots = slots;
  }
  memset(g->seen, 0, g->n_slots * sizeof(uint32_t));
  return LN_OK;
}

static bool
is_new(const grouping* const g, const uint32_t term)
{
  size_t at = (size_t)(((uint64_t)term * 0x9E3779B97F4A7C15U) >> 20U) & (g->n_slots - 1U);
  while (g->seen[at] != 0U) {
    if (g->seen[at] == term + 1U) {
      return false;
    }
    at = (at + 1U) & (g->n_slots - 1U);
  }
  g->seen[at] = term + 1U;
  return true;
}

/* ---- sums ---- */

typedef struct {
  ln_value value; ///< the sum, or the best so far
  uint64_t n;
  bool     error;
  ln_text  text;
} sum;

static ln_status
add_text(const ln_aggregate* const a, const ln_value* const v, sum* const s)
{
  ln_view text    = {NULL, 0U};
  ln_text scratch = {0};
  if (v->kind == LN_VALUE_BLANK) {
    s->error = true;
    return LN_OK;
  }
  ln_status st = ln_value_lexical(v, &scratch, &text);
  st           = st == LN_OK && s->n > 0U ? ln_text_add(&s->text, a->separator) : st;
  st           = st == LN_OK ? ln_text_add(&s->text, text) : st;
  ln_text_clear(&scratch);
  return st;
}

static ln_status
add_value(const ln_aggregate* const a, const ln_value* const v, sum* const s)
{
  ln_status st = LN_OK;
  if (v->kind == LN_VALUE_ERROR) {
    s->error = true;
    return LN_OK;
  }
  switch (a->kind) {
  case LN_SUM_SUM:
  case LN_SUM_AVG:
    s->value = ln_value_compute(LN_X_PLUS, &s->value, v);
    s->error = s->error || s->value.kind == LN_VALUE_ERROR;
    break;
  case LN_SUM_MIN:
  case LN_SUM_MAX: {
    const int order = s->n > 0U ? ln_value_order(v, &s->value) : 0;
    if (s->n == 0U || (a->kind == LN_SUM_MIN ? order < 0 : order > 0)) {
      s->value = *v;
    }
    break;
  }
  case LN_SUM_SAMPLE:
    s->value = s->n == 0U ? *v : s->value;
    break;
  case LN_SUM_CONCAT:
    st = add_text(a, v, s);
    break;
  case LN_SUM_COUNT:
    break;
  }
  ++s->n;
  return st;
}

static ln_value
end_sum(const ln_aggregate* const a, const sum* const s)
{
  if (a->kind == LN_SUM_COUNT) {
    return ln_value_integer((int64_t)s->n);
  }
  if (a->kind == LN_SUM_SAMPLE) {
    return s->n > 0U ? s->value : ln_value_error();
  }
  if (s->error) {
    return ln_value_error();
  }
  if (a->kind == LN_SUM_AVG && s->n > 0U) {
    const ln_value n = ln_value_integer((int64_t)s->n);
    return ln_value_compute(LN_X_DIVIDE, &s->value, &n);
  }
  if (a->kind == LN_SUM_CONCAT) {
    return ln_value_string(s->text.s ? ln_text_view(&s->text) : LN_V(""));
  }
  const bool least = a->kind == LN_SUM_MIN || a->kind == LN_SUM_MAX;
  return least && s->n == 0U ? ln_value_error() : s->value;
}

/* COUNT(*) counts rows, COUNT(DISTINCT *) different ones. */
static ln_status
count_rows(grouping* const g, const ln_aggregate* const a, const size_t group, sum* const s)
{
  ln_solutions* rows = NULL;
  s->n               = g->begin[group + 1U] - g->begin[group];
  if (!a->distinct) {
    return LN_OK;
  }
  LN_TRY(ln_machine_push(g->m, &rows));
  for (size_t i = g->begin[group]; i < g->begin[group + 1U]; ++i) {
    uint32_t* row = NULL;
    LN_TRY(ln_solutions_push(rows, g->m->budget, &row));
    memcpy(row, ln_solutions_row(g->from, g->order[i]), rows->width * sizeof(uint32_t));
    for (uint32_t v = 0U; v < g->m->q->n_variables; ++v) {
      // What has no name is no part of a solution.
      row[v] = g->m->q->names[v].n > 0U ? row[v] : LN_ABSENT;
    }
  }
  LN_TRY(ln_join_distinct(g->m));
  s->n = ln_machine_top(g->m, 0U)->n;
  ln_machine_pop(g->m);
  return LN_OK;
}

static ln_status
sum_rows(grouping* const g, const ln_aggregate* const a, const size_t group, sum* const s)
{
  ln_evaluator* const e = &g->m->evaluator;
  LN_TRY(a->distinct ? forget_seen(g, g->begin[group + 1U] - g->begin[group]) : LN_OK);
  for (size_t i = g->begin[group]; i < g->begin[group + 1U]; ++i) {
    uint32_t term = LN_ABSENT;
    LN_TRY(ln_budget_tick(g->m->budget));
    e->row        = ln_solutions_row(g->from, g->order[i]);
    e->row_number = g->order[i];
    LN_TRY(ln_evaluate_term(e, a->of, &term));
    const ln_value v = ln_value_of(e->pool, term);
    if (v.kind == LN_VALUE_ERROR || !a->distinct || is_new(g, term)) {
      LN_TRY(add_value(a, &v, s));
    }
  }
  return LN_OK;
}

static ln_status
aggregate(grouping* const g, const ln_aggregate* const a, const size_t group, uint32_t* const term)
{
  sum       s  = {.value = ln_value_integer(0)};
  ln_status st = a->of ? sum_rows(g, a, group, &s) : count_rows(g, a, group, &s);
  if (st == LN_OK) {
    const ln_value value = end_sum(a, &s);
    st                   = ln_value_term(g->m->q->pool, &value, term);
  }
  ln_text_clear(&s.text);
  return st;
}

static ln_status
add_group(grouping* const g, const size_t group)
{
  uint32_t* row = NULL;
  LN_TRY(ln_solutions_push(&g->to, g->m->budget, &row));
  ln_machine_blank(g->m, row);
  if (g->from->n > 0U) {
    const uint32_t* const from = ln_solutions_row(g->from, g->first[group]);
    for (uint32_t v = 0U; v < g->m->q->n_variables; ++v) {
      row[v] = ln_variables_has(&g->op->variables, v) ? from[v] : row[v];
    }
  }
  for (const ln_aggregate* a = g->op->aggregates; a; a = a->next) {
    LN_TRY(aggregate(g, a, group, &row[a->to]));
  }
  return LN_OK;
}

static ln_status
add_groups(grouping* const g)
{
  LN_TRY(find_groups(g));
  // Without GROUP BY, nothing is a group as well.
  g->n_groups = !g->op->grouped ? 1U : g->n_groups;
  gather_rows(g);
  for (size_t i = 0U; i < g->n_groups; ++i) {
    LN_TRY(add_group(g, i));
  }
  return LN_OK;
}

ln_status
ln_aggregate_rows(ln_machine* const m, const ln_op* const op)
{
  // The table leaves the stack, since COUNT(DISTINCT *) works there.
  ln_solutions from      = *ln_machine_top(m, 0U);
  grouping     g         = {.m = m, .op = op, .from = &from, .to = ln_machine_table(m)};
  *ln_machine_top(m, 0U) = ln_machine_table(m);
  g.group                = (uint32_t*)ln_alloc_zero(from.n + 1U, sizeof(uint32_t));
  g.first                = (uint32_t*)ln_alloc_zero(from.n + 1U, sizeof(uint32_t));
  g.order                = (uint32_t*)ln_alloc_zero(from.n + 1U, sizeof(uint32_t));
  g.begin                = (size_t*)ln_alloc_zero(from.n + 2U, sizeof(size_t));
  ln_status st           = g.group && g.first && g.order && g.begin ? add_groups(&g) : LN_NO_MEM;
  if (st == LN_OK) {
    ln_machine_replace(m, &g.to);
  }
  ln_solutions_clear(&g.to, m->budget);
  ln_solutions_clear(&from, m->budget);
  ln_free(g.group);
  ln_free(g.first);
  ln_free(g.order);
  ln_free(g.begin);
  ln_free(g.seen);
  return st;
}
