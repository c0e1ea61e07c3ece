/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The first step of a row: every variable gets its items. Source columns follow "Model for Tabular
   Data", section 6.4 (parsing cells): white space, default, null, separator; what becomes of each
   item is in item.c. Virtual columns get theirs from templates, once for each item of the list
   they stand beside. A fault is reported once, here, at the cell; whoever needs the value later
   finds it bad. */

#include "map/maker.h"

ln_where
ln_maker_where(const ln_maker* const maker, const ln_variable* const variable)
{
  return (ln_where){maker->plan->source, variable ? variable->origin : 0U, maker->row->number};
}

ln_status
ln_maker_keep(ln_maker* const maker, const ln_view v, ln_view* const copy)
{
  *copy = ln_arena_copy(&maker->arena, v);
  return copy->s ? LN_OK : LN_NO_MEM;
}

static ln_status
report_empty_item(ln_maker* const maker, const ln_variable* const v, const size_t number)
{
  return ln_maker_silent(maker) ? LN_OK
                                : ln_report(maker->log,
                                            LN_L0207,
                                            LN_KEPT,
                                            ln_maker_where(maker, v),
                                            LN_V(""),
                                            "item %zu of the list is empty and was skipped",
                                            number);
}

/* Steps 5.1 to 5.4 of section 6.4. The items take the places of what they were cut to, without the
   null ones. */
static ln_status
evaluate_list(ln_maker* const          maker,
              const ln_variable* const v,
              const ln_view            text,
              const bool               clean,
              ln_value* const          value)
{
  value->null = text.n > 0U && ln_maker_is_null(v->column, text);
  if (text.n == 0U || value->null) {
    return LN_OK;
  }
  LN_TRY(ln_maker_cut(maker, v, text, clean, value));
  const size_t n = value->n;
  maker->alone   = n == 1U || value->bad;
  value->null    = value->bad;
  value->n       = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const ln_item  cut      = value->items[i];
    ln_item* const item     = &value->items[value->n];
    const ln_view  raw      = v->trims ? ln_view_trim(cut.raw) : cut.raw;
    const bool     fallback = raw.n == 0U && v->column->fallback.s;
    maker->item             = value->n;
    if (cut.state == LN_ITEM_NULL) {
      *item        = cut;
      value->lacks = true;
      value->n += v->aligned;
      continue;
    }
    LN_TRY(
      ln_maker_item(maker, v, fallback ? v->column->fallback : raw, cut.clean && !fallback, item));
    if (item->state == LN_ITEM_NULL && raw.n == 0U && !v->aligned) {
      LN_TRY(report_empty_item(maker, v, i + 1U));
    }
    value->bad   = value->bad || item->state == LN_ITEM_BAD;
    value->lacks = value->lacks || item->state == LN_ITEM_NULL;
    value->n += item->state != LN_ITEM_NULL || v->aligned;
  }
  return LN_OK;
}

static ln_status
evaluate_single(ln_maker* const          maker,
                const ln_variable* const v,
                const ln_view            text,
                const bool               clean,
                ln_value* const          value)
{
  value->items = &value->one;
  maker->alone = true;
  maker->item  = 0U;
  LN_TRY(ln_maker_item(maker, v, text, clean, &value->one));
  value->null = value->one.state == LN_ITEM_NULL;
  value->n    = value->null ? 0U : 1U;
  value->bad  = value->one.state == LN_ITEM_BAD;
  return LN_OK;
}

/* A cell that could not be read has been reported; what becomes of the row has not. */
static ln_status
take_unreadable(ln_maker* const maker, const ln_variable* const v, ln_value* const value)
{
  value->bad  = true;
  value->null = true;
  if (!ln_maker_needs(maker, v) && !v->column->required) {
    return LN_OK;
  }
  maker->failed = true;
  return ln_maker_silent(maker) ? LN_OK
                                : ln_report(maker->log,
                                            LN_L0203,
                                            LN_NO_ROW,
                                            ln_maker_where(maker, v),
                                            LN_V(""),
                                            "the cell cannot be read, but %.*s is needed",
                                            (int)v->column->name.n,
                                            v->column->name.s);
}

/* In plain CSVW a required cell without a value is told of, and the row stays. */
static ln_status
report_empty(ln_maker* const maker, const ln_variable* const v)
{
  const ln_code code = maker->plan->validating ? LN_L0203 : LN_L0210;
  maker->doubtful    = true;
  return ln_maker_silent(maker) ? LN_OK
                                : ln_report(maker->log,
                                            code,
                                            LN_KEPT,
                                            ln_maker_where(maker, v),
                                            LN_V(""),
                                            "a value is missing, but %.*s is required",
                                            (int)v->column->name.n,
                                            v->column->name.s);
}

/* No value in a required column. If the only one there was is bad, that has been said. */
static ln_status
report_required(ln_maker* const maker, const ln_variable* const v, const ln_value* const value)
{
  maker->failed = true;
  return ln_maker_silent(maker) || (value->bad && maker->alone)
           ? LN_OK
           : ln_report(maker->log,
                       LN_L0203,
                       LN_NO_ROW,
                       ln_maker_where(maker, v),
                       LN_V(""),
                       "%s, but %.*s is required",
                       value->n > 0U ? "no item of the list can be used" : "the cell is empty",
                       (int)v->column->name.n,
                       v->column->name.s);
}

ln_status
ln_maker_text(ln_maker* const          maker,
              const ln_variable* const v,
              const ln_view            text,
              const bool               clean,
              ln_value* const          value)
{
  const ln_view trimmed  = ln_view_trim(text);
  const bool    trims    = v->trims || (v->blank && trimmed.n == 0U);
  const ln_view prepared = trims ? trimmed : text;
  const bool    fallback = prepared.n == 0U && v->column->fallback.s;
  const ln_view given    = fallback ? v->column->fallback : prepared;
  return ln_column_is_list(v->column) ? evaluate_list(maker, v, given, clean && !fallback, value)
                                      : evaluate_single(maker, v, given, clean && !fallback, value);
}

/* Whether a bad item of this variable costs the row. */
static bool
is_fatal(ln_maker* const maker, const ln_variable* const v, const ln_value* const value)
{
  maker->item = 0U;
  while (maker->item + 1U < value->n && value->items[maker->item].state != LN_ITEM_BAD) {
    ++maker->item;
  }
  return value->bad && ln_maker_needs(maker, v);
}

/* The reader has seen that the cell has no value, which no text of it would tell. */
static void
take_null(ln_value* const value)
{
  value->one   = (ln_item){.state = LN_ITEM_NULL};
  value->items = &value->one;
  value->n     = 0U;
  value->null  = true;
}

/* Whether the cell is null or an empty list (section 6.4, steps 4, 5.1 and 7); items of a list may
   be null, and then the list still is a value. */
static bool
is_absent(const ln_variable* const v, const ln_value* const value)
{
  return value->n == 0U && !(ln_column_is_list(v->column) && value->lacks);
}

static ln_status
evaluate_cell(ln_maker* const maker, const ln_variable* const v, ln_value* const value)
{
  ln_view text  = LN_V("");
  bool    clean = true;
  bool    null  = false;
  if (v->field > 0U && v->field <= maker->row->n) {
    const ln_cell* const cell = &maker->row->cells[v->field - 1U];
    if ((cell->flags & LN_CELL_BAD) != 0U) {
      return take_unreadable(maker, v, value);
    }
    null  = (cell->flags & LN_CELL_NULL) != 0U;
    text  = (ln_view){cell->s, cell->n};
    clean = (cell->flags & LN_CELL_CLEAN) != 0U;
  }
  if (v->column->fill_down && !null) {
    LN_TRY(ln_maker_above(maker, v, &text, &clean));
  }
  if (null) {
    take_null(value);
  } else {
    LN_TRY(ln_maker_text(maker, v, text, clean, value));
  }
  LN_TRY(v->aligned ? ln_maker_beside(maker, v, value) : LN_OK);
  maker->failed = maker->failed || is_fatal(maker, v, value);
  if (maker->plan->plain) {
    return v->column->required && is_absent(v, value) ? report_empty(maker, v) : LN_OK;
  }
  return v->column->required && !ln_value_exists(value) ? report_required(maker, v, value) : LN_OK;
}

/* One item of a virtual column: the first template whose variables all have values. */
static ln_status
evaluate_virtual_item(ln_maker* const maker, const ln_variable* const v, ln_value* const value)
{
  ln_item* const item = &value->items[value->n++];
  *item               = (ln_item){.state = LN_ITEM_NULL};
  if (!ln_maker_holds(maker, &v->tests)) {
    return LN_OK;
  }
  for (size_t i = 0U; i < v->n_values; ++i) {
    ln_filling               filling = LN_FILLED;
    ln_view                  raw     = {0};
    const ln_template* const t       = &v->values[i];
    LN_TRY(ln_maker_fill(maker, t->parts, t->n, v->column, false, &filling));
    LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->text), &raw));
    if (filling == LN_BROKEN) {
      item->state = LN_ITEM_BAD;
      value->bad  = true;
      return LN_OK;
    }
    if (filling == LN_FILLED) {
      LN_TRY(ln_maker_item(maker, v, raw, false, item));
      value->bad = value->bad || item->state == LN_ITEM_BAD;
      return LN_OK;
    }
  }
  return LN_OK;
}

/* One item beside each of the list's, also of a list inside another one. */
static ln_status
evaluate_virtual(ln_maker* const maker, const ln_variable* const v, ln_value* const value)
{
  const size_t leader = v->group != LN_NO_GROUP ? maker->plan->leaders[v->group] : SIZE_MAX;
  const size_t n      = leader != SIZE_MAX ? maker->values[leader].n : 1U;
  ln_odometer  o      = {0};
  value->items        = n == 1U ? &value->one : ln_arena_zero(&maker->arena, n, sizeof(ln_item));
  value->starts       = leader != SIZE_MAX ? maker->values[leader].starts : NULL;
  if (!value->items) {
    return LN_NO_MEM;
  }
  if (!ln_odometer_start(maker, v->groups, &o)) {
    return LN_OK;
  }
  do {
    maker->alone = n == 1U;
    maker->item  = value->n;
    LN_TRY(evaluate_virtual_item(maker, v, value));
  } while (ln_odometer_next(maker, &o));
  return LN_OK;
}

static ln_status
report_need(ln_maker* const maker, const ln_requirement_plan* const r)
{
  maker->failed = true;
  if (ln_maker_silent(maker)) {
    return LN_OK;
  }
  ln_text* const text = &maker->message;
  ln_text_reset(text);
  for (size_t i = 0U; i < r->n; ++i) {
    LN_TRY(i > 0U ? ln_text_add(text, LN_V(" or ")) : LN_OK);
    LN_TRY(ln_text_add(text, maker->plan->variables[r->variables[i]].column->name));
  }
  return ln_report(maker->log,
                   LN_L0203,
                   LN_NO_ROW,
                   ln_maker_where(maker, NULL),
                   LN_V(""),
                   "the row needs %.*s",
                   (int)text->n,
                   text->s ? text->s : "");
}

/* `require`: one of these columns must have a value. */
static ln_status
check_requirements(ln_maker* const maker)
{
  for (size_t i = 0U; i < maker->plan->n_requirements && !maker->failed; ++i) {
    const ln_requirement_plan* const r     = &maker->plan->requirements[i];
    bool                             found = !ln_maker_holds(maker, &r->tests);
    for (size_t k = 0U; k < r->n; ++k) {
      found = found || ln_value_exists(&maker->values[r->variables[k]]);
    }
    LN_TRY(found ? LN_OK : report_need(maker, r));
  }
  return LN_OK;
}

/* Forget the row before: what is made first must not see what is left of it. */
static void
start_row(ln_maker* const maker)
{
  maker->failed    = false;
  maker->bound_set = 0U;
  for (size_t i = 0U; i < maker->plan->n_variables; ++i) {
    ln_value* const value = &maker->values[i];
    value->items          = &value->one;
    value->n              = 0U;
    value->bad            = false;
    value->lacks          = false;
    value->null           = false;
    value->starts         = NULL;
  }
}

static ln_status
evaluate_variable(ln_maker* const maker, const ln_variable* const v, ln_value* const value)
{
  if (!v->column->is_virtual) {
    return evaluate_cell(maker, v, value);
  }
  if (v->n_values > 0U) {
    LN_TRY(ln_column_is_list(v->column) ? ln_maker_nest(maker, v, value)
                                        : evaluate_virtual(maker, v, value));
    return v->aligned && v->column->beside.s ? ln_maker_beside(maker, v, value) : LN_OK;
  }
  return v->column->fallback.s && !v->column->value_url.s
           ? ln_maker_text(maker, v, LN_V(""), false, value)
           : LN_OK;
}

/* Columns that tell the datatypes of others go first, wherever they stand. */
ln_status
ln_maker_evaluate(ln_maker* const maker)
{
  const ln_plan* const plan = maker->plan;
  start_row(maker);
  for (size_t i = 0U; plan->has_early && i < plan->n_variables; ++i) {
    if (plan->variables[i].early) {
      LN_TRY(evaluate_variable(maker, &plan->variables[i], &maker->values[i]));
    }
  }
  for (size_t i = 0U; i < plan->n_variables; ++i) {
    if (plan->variables[i].used && !plan->variables[i].early) {
      LN_TRY(evaluate_variable(maker, &plan->variables[i], &maker->values[i]));
    }
  }
  LN_TRY(check_requirements(maker));
  return plan->n_comparisons > 0U ? ln_maker_compare(maker) : LN_OK;
}
