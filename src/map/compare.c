/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `compare`: whether the value of one column comes before that of another where it must not. Lists
   that are taken item by item are compared so, others each item with each. Nothing is said where a
   value is missing or bad, which has been told, or where it may be right. */

#include "map/maker.h"

#include "rdf/order.h"

static const ln_datatype*
type_of(const ln_variable* const v, const ln_item* const item)
{
  return v->n_types > 0U ? v->types[item->type].datatype : v->datatype;
}

static ln_status
report_order(ln_maker* const                 maker,
             const ln_comparison_plan* const c,
             const ln_item* const            one,
             const ln_item* const            other)
{
  const ln_variable* const v    = &maker->plan->variables[c->column];
  const ln_comparison*     rule = c->rule;
  const bool               warn = rule->warning.s;
  maker->failed                 = maker->failed || !warn;
  return ln_maker_silent(maker) ? LN_OK
                                : ln_report(maker->log,
                                            warn ? LN_L0218 : LN_L0217,
                                            warn ? LN_KEPT : LN_NO_ROW,
                                            ln_maker_where(maker, v),
                                            LN_V(""),
                                            "%.*s %s %s %.*s %s%s%.*s",
                                            (int)rule->column.n,
                                            rule->column.s,
                                            ln_shown(maker->log, one->raw),
                                            rule->after ? "does not come behind" : "comes before",
                                            (int)rule->other.n,
                                            rule->other.s,
                                            ln_shown(maker->log, other->raw),
                                            warn ? ": " : "",
                                            (int)rule->warning.n,
                                            warn ? rule->warning.s : "");
}

/* The items that are bound now. */
static ln_status
compare_items(ln_maker* const maker, const ln_comparison_plan* const c)
{
  const ln_variable* const a      = &maker->plan->variables[c->column];
  const ln_variable* const b      = &maker->plan->variables[c->other];
  size_t                   n      = 0U;
  size_t                   m      = 0U;
  const ln_item* const     ones   = ln_maker_items(maker, c->column, &n);
  const ln_item* const     others = ln_maker_items(maker, c->other, &m);
  if (!ln_maker_holds(maker, &c->tests)) {
    return LN_OK;
  }
  for (size_t i = 0U; i < n * m && !maker->failed; ++i) {
    const ln_item* const x    = &ones[i / m];
    const ln_item* const y    = &others[i % m];
    const bool           good = x->state == LN_ITEM_GOOD && y->state == LN_ITEM_GOOD;
    if (good &&
        ln_order_before(type_of(a, x), x->lexical, type_of(b, y), y->lexical, c->rule->after)) {
      LN_TRY(report_order(maker, c, x, y));
    }
  }
  return LN_OK;
}

ln_status
ln_maker_compare(ln_maker* const maker)
{
  for (size_t i = 0U; i < maker->plan->n_comparisons && !maker->failed; ++i) {
    const ln_comparison_plan* const c = &maker->plan->comparisons[i];
    ln_odometer                     o = {0};
    if (!ln_odometer_start(maker, c->groups, &o)) {
      continue;
    }
    do {
      LN_TRY(compare_items(maker, c));
    } while (ln_odometer_next(maker, &o));
  }
  return LN_OK;
}
