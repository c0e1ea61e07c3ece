/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lists that belong to lists. A list inside the items of another one is a virtual column whose text
   is cut again: its items lie in one row behind each other, and `starts` tells where those of each
   outer item begin. A list beside another one shares its group: item i goes with item i, so both
   keep their null items, and lists of different lengths are not paired by guess. */

#include "map/maker.h"

static ln_status
append(ln_maker* const maker, ln_value* const value, size_t* const room, const ln_value* const part)
{
  if (value->n + part->n > *room) {
    const size_t   more = (value->n + part->n) * 2U + 8U;
    ln_item* const list = ln_arena_zero(&maker->arena, more, sizeof(ln_item));
    if (!list) {
      return LN_NO_MEM;
    }
    memcpy(list, value->items, value->n * sizeof(ln_item));
    value->items = list;
    *room        = more;
  }
  memcpy(&value->items[value->n], part->items, part->n * sizeof(ln_item));
  value->n += part->n;
  value->bad   = value->bad || part->bad;
  value->lacks = value->lacks || part->lacks;
  return LN_OK;
}

/* The list that the first template with all its values gives, for what is bound now. */
static ln_status
cut_filled(ln_maker* const maker, const ln_variable* const v, ln_value* const part)
{
  part->items = &part->one;
  if (!ln_maker_holds(maker, &v->tests)) {
    return LN_OK;
  }
  for (size_t i = 0U; i < v->n_values; ++i) {
    ln_filling filling = LN_FILLED;
    ln_view    raw     = {0};
    LN_TRY(ln_maker_fill(maker, v->values[i].parts, v->values[i].n, v->column, false, &filling));
    LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->text), &raw));
    if (filling == LN_BROKEN) {
      part->bad = true;
      return LN_OK;
    }
    if (filling == LN_FILLED) {
      return ln_maker_text(maker, v, raw, false, part);
    }
  }
  return LN_OK;
}

ln_status
ln_maker_nest(ln_maker* const maker, const ln_variable* const v, ln_value* const value)
{
  const bool   inner = v->parent != LN_NO_GROUP;
  const size_t n     = inner ? ln_maker_group_size(maker, v->parent) : 1U;
  size_t       room  = 1U;
  value->items       = &value->one;
  value->starts      = ln_arena_zero(&maker->arena, n + 1U, sizeof(size_t));
  if (!value->starts) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    ln_value part = {0};
    if (inner) {
      maker->bound[v->parent] = i;
      maker->bound_set |= 1U << v->parent;
    }
    LN_TRY(cut_filled(maker, v, &part));
    LN_TRY(append(maker, value, &room, &part));
    value->starts[i + 1U] = value->n;
  }
  maker->bound_set &= inner ? ~(1U << v->parent) : UINT32_MAX;
  return LN_OK;
}

ln_status
ln_maker_beside(ln_maker* const maker, const ln_variable* const v, ln_value* const value)
{
  const size_t             leader = maker->plan->leaders[v->group];
  const ln_variable* const other  = &maker->plan->variables[leader];
  const size_t             want   = maker->values[leader].n;
  const size_t             n      = value->n;
  if (v == other || n == 0U || n == want) {
    return LN_OK;
  }
  value->n     = 0U;
  value->bad   = true;
  maker->alone = true;
  maker->item  = 0U;
  return ln_maker_silent(maker) ? LN_OK
                                : ln_report(maker->log,
                                            LN_L0215,
                                            ln_maker_effect(maker, v),
                                            ln_maker_where(maker, v),
                                            LN_V(""),
                                            "the list has %zu %s, but %.*s beside it has %zu",
                                            n,
                                            n == 1U ? "item" : "items",
                                            (int)other->column->name.n,
                                            other->column->name.s,
                                            want);
}
