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
  return maker->log ? ln_report(maker->log,
                                LN_L0303,
                                LN_NO_ROW,
                                ln_maker_where(maker, NULL),
                                LN_V(""),
                                "the id %s is that of row %llu already",
                                ln_shown(maker->log, first->key),
                                (unsigned long long)first->where.row)
                    : LN_OK;
}

static ln_status
report_unnamed(ln_maker* const maker)
{
  return maker->log ? ln_report(maker->log,
                                LN_L0308,
                                LN_NO_ROW,
                                ln_maker_where(maker, NULL),
                                LN_V(""),
                                "the row cannot be named: the cells its id is made of are empty")
                    : LN_OK;
}

/* Whether the key was made of names, not typed: the alternative that was taken holds a slug. */
static bool
is_made_of_names(const ln_maker* const maker)
{
  const ln_plan* const     plan   = maker->plan;
  const ln_key_plan* const choice = plan->n_keys > 0U ? &plan->keys[maker->choice] : NULL;
  for (size_t i = 0U; choice && i < choice->n; ++i) {
    for (uint8_t k = 0U; k < choice->components[i].n; ++k) {
      if (plan->variables[choice->components[i].choices[k]].column->slug) {
        return true;
      }
    }
  }
  return false;
}

/* Whether an id belongs to a row, or did in an earlier run: then it is not given again. */
static ln_status
is_taken(const ln_maker* const   maker,
         const ln_id_book* const book,
         const ln_view           key,
         bool* const             yes)
{
  *yes = ln_index_by_key(maker->plan->index, key) != LN_ENTRY_NONE;
  return *yes || !book ? LN_OK : book->taken(book->self, key, yes);
}

static ln_status
report_numbered(ln_maker* const maker, const ln_view first, const ln_view key)
{
  const uint32_t number = ln_index_by_key(maker->plan->index, first);
  if (!maker->log) {
    return LN_OK;
  }
  if (number == LN_ENTRY_NONE) {
    return ln_report(
      maker->log,
      LN_L0304,
      LN_KEPT,
      ln_maker_where(maker, NULL),
      LN_V(""),
      "the name makes the id %.*s, which had another name in an earlier run; this row got %.*s",
      (int)first.n,
      first.s,
      (int)key.n,
      key.s);
  }
  return ln_report(
    maker->log,
    LN_L0304,
    LN_KEPT,
    ln_maker_where(maker, NULL),
    LN_V(""),
    "the name makes the id %.*s, which is that of row %llu already; this row got %.*s",
    (int)first.n,
    first.s,
    (unsigned long long)ln_index_entry(maker->plan->index, number)->where.row,
    (int)key.n,
    key.s);
}

/* name, name-2, name-3 … until it is free. */
static ln_status
number_key(ln_maker* const maker, const ln_id_book* const book, ln_text* const key)
{
  const size_t n     = key->n;
  bool         taken = true;
  for (unsigned i = 2U; taken; ++i) {
    key->n = n;
    LN_TRY(ln_text_format(key, "-%u", i));
    LN_TRY(is_taken(maker, book, ln_text_view(key), &taken));
  }
  return report_numbered(maker, (ln_view){key->s, n}, ln_text_view(key));
}

/* The first of a variable's names that was given an id in an earlier run. */
static ln_status
find_among(const ln_value* const value, const ln_id_book* const book, ln_view* const id)
{
  for (size_t i = 0U; i < value->n && id->n == 0U; ++i) {
    const ln_item* const item = &value->items[i];
    LN_TRY(item->state == LN_ITEM_GOOD ? book->find(book->self, item->text, id) : LN_OK);
  }
  return LN_OK;
}

static ln_status
find_registered(const ln_maker* const maker, const ln_id_book* const book, ln_view* const id)
{
  for (size_t i = 0U; i < maker->plan->n_labels && id->n == 0U; ++i) {
    LN_TRY(find_among(&maker->values[maker->plan->labels[i]], book, id));
  }
  return LN_OK;
}

/* An id made of names: that of an earlier run, else one that no other name had. */
static ln_status
consult(ln_maker* const maker, const ln_id_book* const book, ln_text* const key)
{
  ln_view id    = {0};
  bool    taken = false;
  LN_TRY(find_registered(maker, book, &id));
  if (id.n > 0U) {
    ln_text_reset(key);
    return ln_text_add(key, id);
  }
  LN_TRY(book->taken(book->self, ln_text_view(key), &taken));
  return taken ? number_key(maker, book, key) : LN_OK;
}

static ln_status
add_items(ln_index* const index, const uint32_t number, const ln_value* const value)
{
  for (size_t i = 0U; i < value->n; ++i) {
    const ln_item* const item = &value->items[i];
    LN_TRY(item->state == LN_ITEM_GOOD ? ln_index_name(index, number, item->text) : LN_OK);
  }
  return LN_OK;
}

static ln_status
add_names(ln_maker* const maker, const uint32_t number)
{
  for (size_t i = 0U; i < maker->plan->n_labels; ++i) {
    LN_TRY(add_items(maker->plan->index, number, &maker->values[maker->plan->labels[i]]));
  }
  return LN_OK;
}

static const ln_item*
first_item(const ln_maker* const maker, const uint16_t variable)
{
  const ln_value* const value = &maker->values[variable];
  return value->n > 0U && value->items[0].state == LN_ITEM_GOOD ? &value->items[0] : NULL;
}

static ln_view
first_name(const ln_maker* const maker)
{
  const ln_plan* const plan = maker->plan;
  const ln_item* const item = plan->n_labels > 0U ? first_item(maker, plan->labels[0]) : NULL;
  return item ? item->text : LN_V("");
}

/* The cells that other tables may ask for, as they stand in templates. */
static ln_status
exposed_cells(ln_maker* const maker, const ln_view** const cells)
{
  const ln_plan* const plan = maker->plan;
  ln_view* const       list = ln_arena_zero(&maker->arena, plan->n_exposed, sizeof(ln_view));
  if (!list) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < plan->n_exposed; ++i) {
    const ln_item* const item = first_item(maker, plan->exposed[i]);
    const bool           slug = plan->variables[plan->exposed[i]].column->slug;
    if (item && slug) {
      ln_text_reset(&maker->slug);
      LN_TRY(ln_slug(item->text, &maker->slug));
      LN_TRY(ln_maker_keep(maker, ln_text_view(&maker->slug), &list[i]));
    } else if (item) {
      list[i] = item->text;
    }
  }
  *cells = list;
  return LN_OK;
}

/* `gather`: what others may ask of the rows of one key are lists. */
static ln_status
gather(ln_maker* const maker, const uint32_t number)
{
  const ln_view* cells = NULL;
  if (maker->plan->n_exposed == 0U) {
    return add_names(maker, number);
  }
  LN_TRY(exposed_cells(maker, &cells));
  LN_TRY(ln_index_append(maker->plan->index, number, cells, maker->plan->map->gather));
  return add_names(maker, number);
}

/* The IRI of a row whose key is settled. */
static ln_status
entry_iri(ln_maker* const       maker,
          const ln_names* const names,
          ln_entry* const       entry,
          ln_filling* const     filling)
{
  ln_term term       = {0};
  maker->entry       = entry;
  const ln_status st = ln_maker_iri(maker, &maker->plan->about, NULL, &term, filling);
  maker->entry       = NULL;
  LN_TRY(st);
  ln_text_reset(&maker->message);
  LN_TRY(ln_names_expand(names, term, &maker->message));
  return ln_maker_keep(maker, ln_text_view(&maker->message), &entry->iri);
}

/* `*number` is LN_ENTRY_NONE if the row's IRI lacks a value: it cannot be referred to. */
static ln_status
add_entry(ln_maker* const maker, ln_names* const names, const ln_view key, uint32_t* const number)
{
  ln_entry   entry = {.key = key, .label = first_name(maker), .where = ln_maker_where(maker, NULL)};
  ln_filling filling = LN_FILLED;
  ln_term    term    = {0};
  *number            = LN_ENTRY_NONE;
  LN_TRY(entry_iri(maker, names, &entry, &filling));
  if (filling != LN_FILLED) {
    return LN_OK;
  }
  LN_TRY(exposed_cells(maker, &entry.cells));
  LN_TRY(ln_index_add(maker->plan->index, &entry, number));
  LN_TRY(ln_names_term(names, ln_index_entry(maker->plan->index, *number)->iri, &term));
  ln_index_set_term(maker->plan->index, *number, term);
  return add_names(maker, *number);
}

/* Rows without an id of their own that have the telling cells in common may be one thing that two
   sources describe differently. */
static ln_status
look_alike(ln_maker* const maker)
{
  uint64_t first = 0U;
  bool     added = false;
  if (maker->plan->alike.n == 0U || maker->choice == 0U || !maker->log) {
    return LN_OK;
  }
  LN_TRY(ln_maker_alike(maker));
  if (maker->message.n == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_maker_seen(maker, ln_text_view(&maker->message), &first, &added));
  return first == maker->row->number
           ? LN_OK
           : ln_report(maker->log,
                       LN_L0309,
                       LN_KEPT,
                       ln_maker_where(maker, NULL),
                       LN_V(""),
                       "rows %llu and %llu may be one thing: they have %.*s in common",
                       (unsigned long long)first,
                       (unsigned long long)maker->row->number,
                       (int)maker->message.n,
                       maker->message.s);
}

/* A row whose id is there already: joined, left out, or numbered. */
static ln_status
settle(ln_maker* const         maker,
       ln_names* const         names,
       const ln_id_book* const book,
       ln_text* const          key)
{
  uint32_t number = ln_index_by_key(maker->plan->index, ln_text_view(key));
  if (number == LN_ENTRY_NONE) {
    LN_TRY(add_entry(maker, names, ln_text_view(key), &number));
    LN_TRY(look_alike(maker));
  } else if (maker->plan->map->gather.s) {
    LN_TRY(gather(maker, number));
  } else if (maker->plan->map->merge) {
    LN_TRY(add_names(maker, number));
  } else if (is_made_of_names(maker)) {
    LN_TRY(number_key(maker, book, key));
    LN_TRY(add_entry(maker, names, ln_text_view(key), &number));
  } else {
    LN_TRY(report_used_twice(maker, ln_index_entry(maker->plan->index, number)));
    number = LN_ENTRY_NONE;
  }
  return ln_index_row(maker->plan->index, number);
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
    uint32_t   number  = 0U;
    ln_text_reset(key);
    LN_TRY(ln_maker_key(maker, key, &filling));
    if (filling == LN_FILLED &&
        ln_index_by_key(maker->plan->index, ln_text_view(key)) == LN_ENTRY_NONE) {
      LN_TRY(add_entry(maker, names, ln_text_view(key), &number));
    }
  } while (ln_odometer_next(maker, &o));
  return LN_OK;
}

static ln_status
name_row(ln_maker* const maker, ln_names* const names, const ln_id_book* const book)
{
  ln_text* const  key     = &maker->id;
  ln_index* const index   = maker->plan->index;
  ln_filling      filling = LN_FILLED;
  LN_TRY(ln_maker_evaluate(maker));
  if (maker->plan->key_groups != 0U) {
    return maker->failed ? LN_OK : enter_each(maker, names, key);
  }
  if (maker->failed) {
    return ln_index_row(index, LN_ENTRY_NONE);
  }
  ln_text_reset(key);
  LN_TRY(ln_maker_key(maker, key, &filling));
  if (filling == LN_FILLED) {
    LN_TRY(book && is_made_of_names(maker) ? consult(maker, book, key) : LN_OK);
    return settle(maker, names, book, key);
  }
  LN_TRY(filling == LN_ABSENT ? report_unnamed(maker) : LN_OK);
  return ln_index_row(index, LN_ENTRY_NONE);
}

ln_status
ln_maker_index(ln_maker* const         maker,
               const ln_row* const     row,
               ln_names* const         names,
               const ln_id_book* const book)
{
  maker->row      = row;
  maker->entry    = NULL;
  maker->indexing = true;
  ln_arena_reset(&maker->arena);
  const bool      whole = !row->bad && ln_maker_whole(maker->plan, row->n);
  const ln_status st =
    whole ? name_row(maker, names, book) : ln_index_row(maker->plan->index, LN_ENTRY_NONE);
  maker->indexing = false;
  ++maker->number;
  return st;
}
