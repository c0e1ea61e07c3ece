/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Joins of tables (section 18.5): two solutions are compatible if no variable has different values
   in them. Variables that every row of both tables has are what rows are found by, through a hash
   table of the right one; other shared variables are compared row by row. Without any such variable
   every row meets every row. Rows come in the order of the left table. */

#include "base/memory.h"
#include "query/machine.h"

/** The rows of a table by the values of some variables. */
typedef struct {
  const ln_solutions* table;
  ln_variable*        keys;
  size_t              n_keys;
  uint32_t*           first; ///< of each chain, plus one
  uint32_t*           next;  ///< of each row
  size_t              n_slots;
} row_index;

static uint64_t
hash_row(const row_index* const x, const uint32_t* const row)
{
  uint64_t hash = 0xCBF29CE484222325U;
  for (size_t i = 0U; i < x->n_keys; ++i) {
    hash = (hash ^ row[x->keys[i]]) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

static bool
is_full(const ln_solutions* const t, const size_t v)
{
  for (size_t i = 0U; i < t->n; ++i) {
    if (ln_solutions_row(t, i)[v] == LN_ABSENT) {
      return false;
    }
  }
  return t->n > 0U;
}

static void
clear_index(row_index* const x)
{
  ln_free(x->keys);
  ln_free(x->first);
  ln_free(x->next);
}

/* Rows are put last to first, so that a chain goes from first to last. */
static void
chain_rows(row_index* const x)
{
  for (size_t i = x->table->n; i > 0U; --i) {
    const size_t slot = (size_t)hash_row(x, ln_solutions_row(x->table, i - 1U)) & (x->n_slots - 1U);
    x->next[i - 1U]   = x->first[slot];
    x->first[slot]    = (uint32_t)i;
  }
}

static ln_status
make_index(row_index* const x, const ln_solutions* const table, const ln_solutions* const other)
{
  x->table   = table;
  x->n_slots = 16U;
  while (x->n_slots < table->n) {
    x->n_slots *= 2U;
  }
  x->keys  = (ln_variable*)ln_alloc_zero(table->width + 1U, sizeof(ln_variable));
  x->first = (uint32_t*)ln_alloc_zero(x->n_slots, sizeof(uint32_t));
  x->next  = (uint32_t*)ln_alloc_zero(table->n + 1U, sizeof(uint32_t));
  if (!x->keys || !x->first || !x->next) {
    clear_index(x);
    return LN_NO_MEM;
  }
  for (size_t v = 0U; v < table->width; ++v) {
    if (is_full(table, v) && is_full(other, v)) {
      x->keys[x->n_keys++] = (ln_variable)v;
    }
  }
  chain_rows(x);
  return LN_OK;
}

static size_t
chain_of(const row_index* const x, const uint32_t* const row)
{
  return x->first[(size_t)hash_row(x, row) & (x->n_slots - 1U)];
}

static bool
compatible(const uint32_t* const a, const uint32_t* const b, const size_t width)
{
  for (size_t v = 0U; v < width; ++v) {
    if (a[v] != b[v] && a[v] != LN_ABSENT && b[v] != LN_ABSENT) {
      return false;
    }
  }
  return true;
}

static ln_status
join_row(ln_machine* const      m,
         const row_index* const x,
         const uint32_t* const  left,
         ln_solutions* const    joined)
{
  for (size_t at = chain_of(x, left); at != 0U; at = x->next[at - 1U]) {
    const uint32_t* const right = ln_solutions_row(x->table, at - 1U);
    uint32_t*             row   = NULL;
    LN_TRY(ln_budget_tick(m->budget));
    if (compatible(left, right, joined->width)) {
      LN_TRY(ln_solutions_push(joined, m->budget, &row));
      for (size_t v = 0U; v < joined->width; ++v) {
        row[v] = left[v] != LN_ABSENT ? left[v] : right[v];
      }
    }
  }
  return LN_OK;
}

ln_status
ln_join_tables(ln_machine* const m, ln_solutions* const joined)
{
  const ln_solutions* const left = ln_machine_top(m, 1U);
  row_index                 x    = {0};
  ln_status                 st   = make_index(&x, ln_machine_top(m, 0U), left);
  if (st != LN_OK) {
    return st;
  }
  for (size_t i = 0U; st == LN_OK && i < left->n; ++i) {
    st = join_row(m, &x, ln_solutions_row(left, i), joined);
  }
  clear_index(&x);
  return st;
}

/* ---- MINUS ---- */

/* Compatible, and at least one variable has a value in both. */
static bool
takes_away(const ln_machine* const m,
           const uint32_t* const   a,
           const uint32_t* const   b,
           const ln_variable       ignored)
{
  bool shared = false;
  for (uint32_t v = m->q->n_given; v < m->q->n_variables; ++v) {
    shared = shared || (v != ignored && a[v] != LN_ABSENT && b[v] != LN_ABSENT);
  }
  return shared && compatible(a, b, m->q->n_variables);
}

static ln_status
has_opponent(const ln_machine* const m,
             const row_index* const  x,
             const uint32_t* const   left,
             const ln_variable       ignored,
             bool* const             found)
{
  *found = false;
  for (size_t at = chain_of(x, left); at != 0U && !*found; at = x->next[at - 1U]) {
    LN_TRY(ln_budget_tick(m->budget));
    *found = takes_away(m, left, ln_solutions_row(x->table, at - 1U), ignored);
  }
  return LN_OK;
}

ln_status
ln_join_minus(ln_machine* const m, const ln_op* const op)
{
  ln_solutions* const left = ln_machine_top(m, 1U);
  row_index           x    = {0};
  size_t              kept = 0U;
  ln_status           st   = make_index(&x, ln_machine_top(m, 0U), left);
  if (st != LN_OK) {
    return st;
  }
  for (size_t i = 0U; st == LN_OK && i < left->n; ++i) {
    bool found = false;
    st         = has_opponent(m, &x, ln_solutions_row(left, i), op->variable, &found);
    if (st == LN_OK && !found) {
      memmove(
        ln_solutions_row(left, kept++), ln_solutions_row(left, i), left->width * sizeof(uint32_t));
    }
  }
  left->n = kept;
  clear_index(&x);
  ln_machine_pop(m);
  return st;
}

/* ---- DISTINCT ---- */

ln_status
ln_join_distinct(ln_machine* const m)
{
  ln_solutions* const t     = ln_machine_top(m, 0U);
  size_t              slots = 16U;
  size_t              kept  = 0U;
  row_index           all   = {.keys = NULL, .n_keys = 0U};
  while (slots < 2U * t->n) {
    slots *= 2U;
  }
  all.keys               = (ln_variable*)ln_alloc_zero(t->width + 1U, sizeof(ln_variable));
  uint32_t* const places = (uint32_t*)ln_alloc_zero(slots, sizeof(uint32_t));
  ln_status       st     = all.keys && places ? LN_OK : LN_NO_MEM;
  for (size_t v = 0U; st == LN_OK && v < t->width; ++v) {
    all.keys[all.n_keys++] = (ln_variable)v;
  }
  for (size_t i = 0U; st == LN_OK && i < t->n; ++i) {
    const uint32_t* const row = ln_solutions_row(t, i);
    size_t                at  = (size_t)hash_row(&all, row) & (slots - 1U);
    const size_t          n   = t->width * sizeof(uint32_t);
    while (places[at] != 0U && memcmp(ln_solutions_row(t, places[at] - 1U), row, n) != 0) {
      at = (at + 1U) & (slots - 1U);
    }
    if (places[at] == 0U) {
      memmove(ln_solutions_row(t, kept++), row, n);
      places[at] = (uint32_t)kept;
    }
    st = ln_budget_tick(m->budget);
  }
  t->n = kept;
  ln_free(places);
  ln_free(all.keys);
  return st;
}
