/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How a row is named: the first alternative whose components have values, joined by `--`. A
   component is an id (its characters are those of an id), so the joints can be told from the parts.
   Several items are sorted, so that their order in the cell does not matter. A key that would be
   too long ends in a hash of all its components. */

#include "map/maker.h"

#include "base/fold.h"
#include "base/sha256.h"
#include "rdf/iri.h"

#include <stdlib.h>

enum { MAX_KEY = 120, HASH_CHARACTERS = 26 };

/* A key in the making. */
typedef struct {
  ln_maker* maker;
  ln_text*  out;
  ln_view   joint;
  size_t    last; ///< where the last component begins, with its joint
  bool      any;  ///< something was added
} making;

static int
compare_views(const void* const left, const void* const right)
{
  const ln_view* const a = left;
  const ln_view* const b = right;
  const int            c = memcmp(a->s, b->s, a->n < b->n ? a->n : b->n);
  return c != 0 ? c : (a->n > b->n) - (a->n < b->n);
}

/* What a reference led to is an id as it stands, unless a code list holds odd words. Only the first
   component must begin with a letter: `grammy--2007`. */
static ln_status
item_id(ln_maker* const          maker,
        const ln_variable* const v,
        const ln_item* const     item,
        const bool               inner,
        ln_view* const           out)
{
  if (v->reference && ln_iri_clean(item->text)) {
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
add_variable(making* const m, const uint16_t variable, const bool first, ln_filling* const filling)
{
  const ln_variable* const v     = &m->maker->plan->variables[variable];
  size_t                   n     = 0U;
  size_t                   n_ids = 0U;
  const ln_item* const     items = ln_maker_items(m->maker, variable, &n);
  ln_view* const           ids   = ln_arena_zero(&m->maker->arena, n, sizeof(ln_view));
  if (!ids) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n && !(first && n_ids == 1U); ++i) {
    if (items[i].state == LN_ITEM_BAD) {
      *filling = LN_BROKEN;
    } else if (items[i].state == LN_ITEM_GOOD) {
      LN_TRY(item_id(m->maker, v, &items[i], m->any, &ids[n_ids]));
      n_ids += ids[n_ids].n > 0U;
    }
  }
  if (n_ids > 1U) {
    qsort(ids, n_ids, sizeof(ids[0]), compare_views);
  }
  for (size_t i = 0U; i < n_ids; ++i) {
    LN_TRY(m->any ? ln_text_add(m->out, m->joint) : LN_OK);
    LN_TRY(ln_text_add(m->out, ids[i]));
    m->any = true;
  }
  return LN_OK;
}

/* The first of the component's columns that has a value. */
static ln_status
add_component(making* const m, const ln_component* const c, ln_filling* const filling)
{
  const size_t before = m->out->n;
  for (uint8_t i = 0U; i < c->n && m->out->n == before; ++i) {
    LN_TRY(add_variable(m, c->choices[i], c->first, filling));
  }
  if (m->out->n > before) {
    m->last = before;
  } else if (!c->optional && *filling == LN_FILLED) {
    *filling = LN_ABSENT;
  }
  return LN_OK;
}

static ln_status
add_choice(making* const m, const ln_key_plan* const choice, ln_filling* const filling)
{
  *filling = LN_FILLED;
  ln_text_reset(m->out);
  for (size_t i = 0U; i < choice->n && *filling != LN_ABSENT; ++i) {
    LN_TRY(add_component(m, &choice->components[i], filling));
  }
  return LN_OK;
}

/* The last component of a long key gives way to a hash of all, joined by NUL. */
static ln_status
shorten(ln_maker* const maker, const ln_key_plan* const choice, const size_t last)
{
  char       hash[HASH_CHARACTERS];
  ln_filling filling = LN_FILLED;
  making     m       = {.maker = maker, .out = &maker->message, .joint = {"", 1U}};
  LN_TRY(add_choice(&m, choice, &filling));
  ln_sha256_base32(ln_text_view(&maker->message), hash, sizeof(hash));
  maker->key.n = last < MAX_KEY ? last : 0U;
  LN_TRY(maker->key.n > 0U ? ln_text_add(&maker->key, LN_V("--")) : LN_OK);
  LN_TRY(ln_text_add_byte(&maker->key, 'x'));
  return ln_text_add(&maker->key, (ln_view){hash, sizeof(hash)});
}

ln_status
ln_maker_key(ln_maker* const maker, ln_text* const out, ln_filling* const filling)
{
  if (maker->entry) {
    return ln_text_add(out, maker->entry->key);
  }
  ln_filling state = LN_ABSENT;
  for (size_t i = 0U; state == LN_ABSENT && i < maker->plan->n_keys; ++i) {
    const ln_key_plan* const choice = &maker->plan->keys[i];
    making                   m      = {.maker = maker, .out = &maker->key, .joint = LN_V("--")};
    LN_TRY(add_choice(&m, choice, &state));
    maker->choice = i;
    if (state == LN_FILLED && maker->key.n == 0U) {
      state = LN_ABSENT; /* all of it is optional */
    }
    if (state == LN_FILLED && maker->key.n > MAX_KEY) {
      LN_TRY(shorten(maker, choice, m.last));
    }
  }
  if (state == LN_FILLED) {
    return ln_text_add(out, ln_text_view(&maker->key));
  }
  *filling = *filling == LN_BROKEN ? LN_BROKEN : state;
  return LN_OK;
}

ln_status
ln_maker_alike(ln_maker* const maker)
{
  ln_filling filling = LN_FILLED;
  making     m       = {.maker = maker, .out = &maker->message, .joint = LN_V("--")};
  LN_TRY(add_choice(&m, &maker->plan->alike, &filling));
  if (filling != LN_FILLED) {
    ln_text_reset(&maker->message);
  }
  return LN_OK;
}
