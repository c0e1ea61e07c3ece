/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How a row is named: the first alternative whose components have values, joined by `--`. A
   component is an id (its characters are those of an id), so the joints can be told from the parts.
   Several items are sorted, so that their order in the cell does not matter. A key that would be
   too long ends in a hash of all its components. */

#include "map/maker.h"

#include "base/fold.h"
#include "base/sha256.h"

#include <stdlib.h>

enum { MAX_KEY = 120, HASH_CHARACTERS = 26, MAX_ITEMS = 64 };

static int
compare_views(const void* const left, const void* const right)
{
  const ln_view* const a = left;
  const ln_view* const b = right;
  const int            c = memcmp(a->s, b->s, a->n < b->n ? a->n : b->n);
  return c != 0 ? c : (a->n > b->n) - (a->n < b->n);
}

static ln_status
item_id(ln_maker* const          maker,
        const ln_variable* const v,
        const ln_item* const     item,
        const bool               inner,
        ln_view* const           out)
{
  if (v->reference) {
    *out = item->text;
    return LN_OK;
  }
  ln_text_reset(&maker->slug);
  if (v->column->slug) {
    LN_TRY(inner ? ln_slug_inner(item->text, &maker->slug) : ln_slug(item->text, &maker->slug));
  } else {
    LN_TRY(inner ? ln_id_inner(item->text, &maker->slug) : ln_id(item->text, &maker->slug));
  }
  return ln_maker_keep(maker, ln_text_view(&maker->slug), out);
}

/* The sorted ids of one variable, joined. */
static ln_status
variable_id(ln_maker* const   maker,
            const uint16_t    variable,
            const bool        first,
            ln_text* const    out,
            ln_filling* const filling)
{
  const ln_variable* const v = &maker->plan->variables[variable];
  ln_view                  ids[MAX_ITEMS];
  size_t                   n     = 0U;
  size_t                   n_ids = 0U;
  const ln_item* const     items = ln_maker_items(maker, variable, &n);
  for (size_t i = 0U; i < n && n_ids < (first ? 1U : (size_t)MAX_ITEMS); ++i) {
    if (items[i].state == LN_ITEM_BAD) {
      *filling = LN_BROKEN;
    } else if (items[i].state == LN_ITEM_GOOD) {
      LN_TRY(item_id(maker, v, &items[i], out->n > 0U, &ids[n_ids]));
      n_ids += ids[n_ids].n > 0U;
    }
  }
  qsort(ids, n_ids, sizeof(ids[0]), compare_views);
  for (size_t i = 0U; i < n_ids; ++i) {
    LN_TRY(out->n > 0U ? ln_text_add(out, LN_V("--")) : LN_OK);
    LN_TRY(ln_text_add(out, ids[i]));
  }
  return LN_OK;
}

static ln_status
component_id(ln_maker* const           maker,
             const ln_component* const c,
             ln_text* const            out,
             ln_filling* const         filling)
{
  const size_t before = out->n;
  for (uint8_t i = 0U; i < c->n && out->n == before; ++i) {
    LN_TRY(variable_id(maker, c->choices[i], c->first, out, filling));
  }
  if (out->n == before && !c->optional && *filling == LN_FILLED) {
    *filling = LN_ABSENT;
  }
  return LN_OK;
}

/* The last component of a long key gives way to a hash of all. */
static ln_status
shorten(ln_maker* const maker, const size_t last, ln_text* const key)
{
  (void)maker;
  char hash[HASH_CHARACTERS + 1] = {0};
  ln_sha256_base32(ln_text_view(key), hash, HASH_CHARACTERS);
  key->n = last < MAX_KEY ? last : 0U;
  if (key->n > 0U) {
    LN_TRY(ln_text_add(key, LN_V("--")));
  }
  return ln_text_format(key, "x%s", hash);
}

static ln_status
choice_id(ln_maker* const          maker,
          const ln_key_plan* const choice,
          ln_text* const           key,
          ln_filling* const        filling)
{
  size_t last = 0U;
  *filling    = LN_FILLED;
  ln_text_reset(key);
  for (size_t i = 0U; i < choice->n && *filling != LN_ABSENT; ++i) {
    const size_t before = key->n;
    LN_TRY(component_id(maker, &choice->components[i], key, filling));
    last = key->n > before ? before : last;
  }
  return *filling == LN_FILLED && key->n > MAX_KEY ? shorten(maker, last, key) : LN_OK;
}

ln_status
ln_maker_key(ln_maker* const maker, ln_text* const out, ln_filling* const filling)
{
  if (maker->entry) {
    return ln_text_add(out, maker->entry->key);
  }
  ln_text    key   = {0};
  ln_filling state = LN_ABSENT;
  ln_status  st    = LN_OK;
  for (size_t i = 0U; st == LN_OK && state == LN_ABSENT && i < maker->plan->n_keys; ++i) {
    st = choice_id(maker, &maker->plan->keys[i], &key, &state);
  }
  if (st == LN_OK && state == LN_FILLED) {
    st = ln_text_add(out, ln_text_view(&key));
  }
  if (state != LN_FILLED && *filling != LN_BROKEN) {
    *filling = state;
  }
  ln_text_clear(&key);
  return st;
}
