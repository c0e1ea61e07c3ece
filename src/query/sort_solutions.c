/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* ORDER BY: keys of all rows are evaluated once, as terms; then a merge sort of row numbers, which
   keeps rows with the same keys in the order they were in. */

#include "base/memory.h"
#include "query/machine.h"

typedef struct {
  const ln_op* op;
  ln_value*    keys; ///< of each row, n_keys side by side
  size_t       n_keys;
  size_t       n;
  uint32_t*    order;
  uint32_t*    spare;
} sorting;

static ln_status
evaluate_keys(ln_machine* const m, sorting* const s, uint32_t* const terms)
{
  const ln_solutions* const t = ln_machine_top(m, 0U);
  for (size_t i = 0U; i < t->n; ++i) {
    size_t k                = 0U;
    m->evaluator.row        = ln_solutions_row(t, i);
    m->evaluator.row_number = i;
    LN_TRY(ln_budget_tick(m->budget));
    for (const ln_order_key* key = s->op->keys; key; key = key->next, ++k) {
      LN_TRY(ln_evaluate_term(&m->evaluator, key->of, &terms[i * s->n_keys + k]));
    }
    s->order[i] = (uint32_t)i;
  }
  // Texts of computed terms stand still from here on.
  for (size_t i = 0U; i < t->n * s->n_keys; ++i) {
    s->keys[i] = ln_value_of(m->q->pool, terms[i]);
  }
  return LN_OK;
}

static int
compare_rows(const sorting* const s, const uint32_t a, const uint32_t b)
{
  size_t k = 0U;
  for (const ln_order_key* key = s->op->keys; key; key = key->next, ++k) {
    const int order = ln_value_order(&s->keys[a * s->n_keys + k], &s->keys[b * s->n_keys + k]);
    if (order != 0) {
      return key->descending ? -order : order;
    }
  }
  return 0;
}

static void
merge(const sorting* const s, const size_t low, const size_t middle, const size_t high)
{
  size_t a = low;
  size_t b = middle;
  for (size_t i = low; i < high; ++i) {
    const bool left = a < middle && (b >= high || compare_rows(s, s->order[a], s->order[b]) <= 0);
    s->spare[i]     = left ? s->order[a++] : s->order[b++];
  }
}

static ln_status
sort_rows(const ln_machine* const m, sorting* const s)
{
  for (size_t width = 1U; width < s->n; width *= 2U) {
    for (size_t low = 0U; low < s->n; low += 2U * width) {
      const size_t middle = low + width < s->n ? low + width : s->n;
      const size_t high   = low + 2U * width < s->n ? low + 2U * width : s->n;
      LN_TRY(ln_budget_tick(m->budget));
      merge(s, low, middle, high);
    }
    uint32_t* const sorted = s->spare;
    s->spare               = s->order;
    s->order               = sorted;
  }
  return LN_OK;
}

static ln_status
put_in_order(ln_machine* const m, const sorting* const s)
{
  const ln_solutions* const t     = ln_machine_top(m, 0U);
  ln_solutions              table = ln_machine_table(m);
  ln_status                 st    = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < t->n; ++i) {
    uint32_t* row = NULL;
    st            = ln_solutions_push(&table, m->budget, &row);
    if (st == LN_OK) {
      memcpy(row, ln_solutions_row(t, s->order[i]), t->width * sizeof(uint32_t));
    }
  }
  if (st == LN_OK) {
    ln_machine_replace(m, &table);
  }
  ln_solutions_clear(&table, m->budget);
  return st;
}

ln_status
ln_sort_solutions(ln_machine* const m, const ln_op* const op)
{
  const size_t n = ln_machine_top(m, 0U)->n;
  sorting      s = {.op = op, .n = n};
  for (const ln_order_key* key = op->keys; key; key = key->next) {
    ++s.n_keys;
  }
  uint32_t* const terms = (uint32_t*)ln_alloc_zero(n * s.n_keys + 1U, sizeof(uint32_t));
  s.keys                = (ln_value*)ln_alloc_zero(n * s.n_keys + 1U, sizeof(ln_value));
  s.order               = (uint32_t*)ln_alloc_zero(n + 1U, sizeof(uint32_t));
  s.spare               = (uint32_t*)ln_alloc_zero(n + 1U, sizeof(uint32_t));
  ln_status st          = terms && s.keys && s.order && s.spare ? LN_OK : LN_NO_MEM;
  st                    = st == LN_OK ? evaluate_keys(m, &s, terms) : st;
  st                    = st == LN_OK ? sort_rows(m, &s) : st;
  st                    = st == LN_OK ? put_in_order(m, &s) : st;
  ln_free(terms);
  ln_free(s.keys);
  ln_free(s.order);
  ln_free(s.spare);
  return st;
}
