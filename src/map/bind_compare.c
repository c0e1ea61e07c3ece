/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Binding `compare`: both columns must be there, and some datatype of the one must have an order
   with some datatype of the other, or the rule could never speak. Which of several datatypes a
   value has is known row by row. */

#include "map/binder.h"
#include "rdf/order.h"

/* The datatypes that values of a variable may have, one after the other; NULL behind the last. */
static const ln_datatype*
type_at(const ln_variable* const v, const size_t number)
{
  if (v->n_types == 0U) {
    return number == 0U ? v->datatype : NULL;
  }
  return number < v->n_types ? v->types[number].datatype : NULL;
}

static bool
are_comparable(const ln_variable* const a, const ln_variable* const b)
{
  for (size_t i = 0U; type_at(a, i); ++i) {
    for (size_t k = 0U; type_at(b, k); ++k) {
      if (ln_order_exists(type_at(a, i), type_at(b, k))) {
        return true;
      }
    }
  }
  return false;
}

static ln_status
find_column(ln_binder* const b, const ln_view name, uint16_t* const variable, bool* const found)
{
  const size_t at = ln_bind_find(b, name);
  *found          = at != SIZE_MAX;
  if (!*found) {
    return ln_bind_unknown(b, LN_L0404, b->map->path, name);
  }
  *variable                   = (uint16_t)at;
  b->plan->variables[at].used = true;
  return LN_OK;
}

static ln_status
bind_comparison(ln_binder* const b, const ln_comparison* const rule, ln_comparison_plan* const out)
{
  bool column = false;
  bool other  = false;
  out->rule   = rule;
  LN_TRY(find_column(b, rule->column, &out->column, &column));
  LN_TRY(find_column(b, rule->other, &out->other, &other));
  if (!column || !other) {
    return LN_OK;
  }
  const ln_variable* const one = &b->plan->variables[out->column];
  const ln_variable* const two = &b->plan->variables[out->other];
  if (!b->failed && !are_comparable(one, two)) {
    return ln_bind_fault(b,
                         LN_L0402,
                         b->map->path,
                         "values of %s and %s have no order: give both a datatype that has one",
                         ln_shown(b->log, rule->column),
                         ln_shown(b->log, rule->other));
  }
  out->groups |= one->group != LN_NO_GROUP ? 1U << one->group : 0U;
  out->groups |= two->group != LN_NO_GROUP ? 1U << two->group : 0U;
  return ln_bind_tests(b, rule->whens, rule->n_whens, b->map->path, &out->tests);
}

ln_status
ln_bind_comparisons(ln_binder* const b)
{
  const size_t              n   = b->map->n_comparisons;
  ln_comparison_plan* const out = ln_arena_zero(b->arena, n, sizeof(ln_comparison_plan));
  if (!out) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    b->property = LN_EXTENSION "compare";
    LN_TRY(bind_comparison(b, &b->map->comparisons[i], &out[i]));
  }
  b->plan->comparisons   = out;
  b->plan->n_comparisons = n;
  return LN_OK;
}
