/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The first reading of a table that others refer to: its rows get their ids, and their names are
   remembered. Ids that a person typed must differ; ids made of names get a number when they meet,
   and this is said, because a number depends on the order of the rows. An id given in an earlier
   run stays. */

#include "map/maker.h"

#include "base/fold.h"

static ln_status
report_used_twice(ln_maker* const maker, const ln_entry* const first)
{
  return ln_report(maker->log,
                   LN_L0303,
                   LN_NO_ROW,
                   ln_maker_where(maker, NULL),
                   LN_V(""),
                   "the id %s is that of row %llu already",
                   ln_shown(maker->log, first->key),
                   (unsigned long long)first->where.row);
}

/* Whether the key was made of names, not typed: the alternative used holds a slug. */
static bool
is_made_of_names(ln_maker* const maker)
{
  const ln_plan* const plan = maker->plan;
  for (size_t i = 0U; i < plan->n_keys; ++i) {
    bool has_all = true;
    bool slug    = false;
    for (size_t k = 0U; k < plan->keys[i].n; ++k) {
      const ln_component* const c = &plan->keys[i].components[k];
      size_t                    n = 0U;
      for (uint8_t j = 0U; j < c->n; ++j) {
        n += maker->values[c->choices[j]].n;
        slug = slug || plan->variables[c->choices[j]].column->slug;
      }
      has_all = has_all && (n > 0U || c->optional);
    }
    if (has_all) {
      return slug;
    }
  }
  return false;
}

/* name, name-2, name-3 … until it is free. */
static ln_status
number_key(ln_maker* const maker, ln_text* const key)
{
  const size_t   n     = key->n;
  const uint32_t taken = ln_index_by_key(maker->plan->index, ln_text_view(key));
  const ln_entry first = *ln_index_entry(maker->plan->index, taken);
  for (unsigned i = 2U; ln_index_by_key(maker->plan->index, ln_text_view(key)) != LN_ENTRY_NONE;
       ++i) {
    key->n = n;
    LN_TRY(ln_text_format(key, "-%u", i));
  }
  return ln_report(
    maker->log,
    LN_L0304,
    LN_KEPT,
    ln_maker_where(maker, NULL),
    LN_V(""),
    "the name makes the id %.*s, which is that of row %llu already; this row got %.*s",
    (int)n,
    key->s,
    (unsigned long long)first.where.row,
    (int)key->n,
    key->s);
}

static ln_status
register_id(const ln_maker* const maker,
            const ln_registered   registered,
            void* const           self,
            ln_text* const        key)
{
  const ln_views names = maker->plan->map->names;
  for (size_t i = 0U; registered && i < names.n; ++i) {
    for (size_t v = 0U; v < maker->plan->n_variables; ++v) {
      const ln_value* const value = &maker->values[v];
      if (!ln_view_equals(maker->plan->variables[v].column->name, names.v[i])) {
        continue;
      }
      for (size_t k = 0U; k < value->n; ++k) {
        const ln_view id = registered(self, value->items[k].text);
        if (id.n > 0U) {
          ln_text_reset(key);
          return ln_text_add(key, id);
        }
      }
    }
  }
  return LN_OK;
}

static ln_status
add_names(ln_maker* const maker, const uint32_t number)
{
  const ln_plan* const plan = maker->plan;
  for (size_t i = 0U; i < plan->map->names.n; ++i) {
    for (size_t v = 0U; v < plan->n_variables; ++v) {
      const ln_value* const value = &maker->values[v];
      const bool named = ln_view_equals(plan->variables[v].column->name, plan->map->names.v[i]);
      for (size_t k = 0U; named && k < value->n; ++k) {
        if (value->items[k].state == LN_ITEM_GOOD) {
          LN_TRY(ln_index_name(plan->index, number, value->items[k].text));
        }
      }
    }
  }
  return LN_OK;
}

static ln_view
first_name(const ln_maker* const maker)
{
  const ln_plan* const plan = maker->plan;
  for (size_t v = 0U; plan->map->names.n > 0U && v < plan->n_variables; ++v) {
    if (ln_view_equals(plan->variables[v].column->name, plan->map->names.v[0]) &&
        maker->values[v].n > 0U) {
      return maker->values[v].items[0].text;
    }
  }
  return LN_V("");
}

/* The cells that other tables may ask for, as they stand in templates. */
static ln_status
exposed_cells(ln_maker* const maker, const ln_view** const cells)
{
  const ln_views exposed = maker->plan->map->expose;
  ln_view* const list    = ln_arena_zero(&maker->arena, exposed.n, sizeof(ln_view));
  if (!list) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < exposed.n; ++i) {
    for (size_t v = 0U; v < maker->plan->n_variables; ++v) {
      const ln_variable* const variable = &maker->plan->variables[v];
      const ln_value* const    value    = &maker->values[v];
      if (ln_view_equals(variable->column->name, exposed.v[i]) && value->n > 0U &&
          value->items[0].state == LN_ITEM_GOOD) {
        ln_text_reset(&maker->slug);
        LN_TRY(variable->column->slug ? ln_slug(value->items[0].text, &maker->slug)
                                      : ln_text_add(&maker->slug, value->items[0].text));
        LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->slug), &list[i]));
      }
    }
  }
  *cells = list;
  return LN_OK;
}

static ln_status
add_entry(ln_maker* const maker, ln_names* const names, const ln_view key)
{
  ln_entry   entry = {.key = key, .label = first_name(maker), .where = ln_maker_where(maker, NULL)};
  ln_filling filling = LN_FILLED;
  ln_term    term    = {0};
  ln_text    whole   = {0};
  uint32_t   number  = 0U;
  maker->entry       = &entry;
  ln_status st       = ln_maker_iri(maker, &maker->plan->about, NULL, &term, &filling);
  maker->entry       = NULL;
  if (st == LN_OK && filling != LN_FILLED) {
    return ln_index_row(maker->plan->index, LN_ENTRY_NONE);
  }
  if (st == LN_OK) {
    st = ln_names_expand(names, term, &whole);
  }
  if (st == LN_OK) {
    entry.iri = ln_text_view(&whole);
    st        = exposed_cells(maker, &entry.cells);
  }
  if (st == LN_OK) {
    st = ln_index_add(maker->plan->index, &entry, &number);
  }
  if (st == LN_OK) {
    st = ln_names_term(names, ln_index_entry(maker->plan->index, number)->iri, &term);
  }
  if (st == LN_OK) {
    ln_index_set_term(maker->plan->index, number, term);
    st = add_names(maker, number);
  }
  ln_text_clear(&whole);
  return st == LN_OK ? ln_index_row(maker->plan->index, number) : st;
}

/* A row whose id is there already: joined, left out, or numbered. */
static ln_status
settle(ln_maker* const maker, ln_names* const names, ln_text* const key)
{
  const uint32_t number = ln_index_by_key(maker->plan->index, ln_text_view(key));
  if (number == LN_ENTRY_NONE) {
    return add_entry(maker, names, ln_text_view(key));
  }
  if (maker->plan->map->merge) {
    LN_TRY(add_names(maker, number));
    return ln_index_row(maker->plan->index, number);
  }
  if (is_made_of_names(maker)) {
    LN_TRY(number_key(maker, key));
    return add_entry(maker, names, ln_text_view(key));
  }
  LN_TRY(report_used_twice(maker, ln_index_entry(maker->plan->index, number)));
  return ln_index_row(maker->plan->index, LN_ENTRY_NONE);
}

/* A row that makes several things has an entry for each; what is there already is said when the
 * rows are made. */
static ln_status
enter_each(ln_maker* const maker, ln_names* const names, ln_text* const key)
{
  ln_odometer o = {0};
  if (!ln_odometer_start(maker, maker->plan->key_groups, &o)) {
    return LN_OK;
  }
  do {
    ln_filling filling = LN_FILLED;
    ln_text_reset(key);
    LN_TRY(ln_maker_key(maker, key, &filling));
    if (filling == LN_FILLED &&
        ln_index_by_key(maker->plan->index, ln_text_view(key)) == LN_ENTRY_NONE) {
      LN_TRY(add_entry(maker, names, ln_text_view(key)));
    }
  } while (ln_odometer_next(maker, &o));
  return LN_OK;
}

static ln_status
name_row(ln_maker* const     maker,
         ln_names* const     names,
         const ln_registered registered,
         void* const         self,
         ln_text* const      key)
{
  ln_filling filling = LN_FILLED;
  LN_TRY(ln_maker_evaluate(maker));
  if (maker->failed) {
    return maker->plan->key_groups != 0U ? LN_OK : ln_index_row(maker->plan->index, LN_ENTRY_NONE);
  }
  if (maker->plan->key_groups != 0U) {
    return enter_each(maker, names, key);
  }
  LN_TRY(ln_maker_key(maker, key, &filling));
  if (filling == LN_FILLED) {
    LN_TRY(is_made_of_names(maker) ? register_id(maker, registered, self, key) : LN_OK);
    return settle(maker, names, key);
  }
  if (filling == LN_ABSENT) {
    LN_TRY(ln_report(maker->log,
                     LN_L0308,
                     LN_NO_ROW,
                     ln_maker_where(maker, NULL),
                     LN_V(""),
                     "the row cannot be named: the cells its id is made of are empty"));
  }
  return ln_index_row(maker->plan->index, LN_ENTRY_NONE);
}

ln_status
ln_maker_index(ln_maker* const     maker,
               const ln_row* const row,
               ln_names* const     names,
               const ln_registered registered,
               void* const         self)
{
  ln_text key     = {0};
  maker->row      = row;
  maker->entry    = NULL;
  maker->indexing = true;
  ln_arena_reset(&maker->arena);
  const bool whole = !row->bad && (maker->plan->n_fields == 0U || row->n == maker->plan->n_fields);
  const ln_status st = whole ? name_row(maker, names, registered, self, &key)
                             : ln_index_row(maker->plan->index, LN_ENTRY_NONE);
  maker->indexing    = false;
  ln_text_clear(&key);
  return st;
}
