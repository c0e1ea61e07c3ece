/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The cells that primary and foreign keys are made of. Whether keys hold is no business of this
   folder; it only gives their values as bytes that are equal for equal values: of each cell how
   many items it has, and of each item its length and its canonical form, so that no two different
   rows run together into the same bytes. */

#include "map/binder.h"
#include "map/maker.h"

#include "base/quote.h"
#include "rdf/canonical.h"

static ln_status
bind_set(ln_binder* const b, const ln_set_names* const names, ln_set_plan* const out)
{
  uint16_t* const variables = ln_arena_zero(b->arena, names->names.n, sizeof(uint16_t));
  bool            whole     = true;
  if (!variables) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < names->names.n; ++i) {
    const size_t at = ln_bind_find(b, names->names.v[i]);
    whole           = whole && at != SIZE_MAX;
    if (at == SIZE_MAX) {
      b->property = names->property;
      LN_TRY(
        ln_bind_unknown(b, names->optional ? LN_L0411 : LN_L0404, names->path, names->names.v[i]));
    } else {
      variables[i]                = (uint16_t)at;
      b->plan->variables[at].used = true;
    }
  }
  *out = (ln_set_plan){variables, whole ? names->names.n : 0U};
  return LN_OK;
}

ln_status
ln_bind_sets(ln_binder* const b)
{
  const size_t       n    = b->binding->n_sets;
  ln_set_plan* const sets = n > 0U ? ln_arena_zero(b->arena, n, sizeof(ln_set_plan)) : NULL;
  if (n > 0U && !sets) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(bind_set(b, &b->binding->sets[i], &sets[i]));
  }
  b->plan->sets   = sets;
  b->plan->n_sets = n;
  return LN_OK;
}

uint32_t
ln_plan_set_field(const ln_plan* const plan, const size_t set)
{
  return plan->sets[set].n > 0U ? plan->variables[plan->sets[set].variables[0]].origin : 0U;
}

/* One item, behind its length; what is no value of its datatype is the text it is. */
static ln_status
add_item(const ln_variable* const v, const ln_item* const item, ln_text* const out)
{
  uint64_t     length = 0U;
  const size_t start  = out->n;
  LN_TRY(ln_text_add(out, (ln_view){(const char*)&length, sizeof(length)}));
  LN_TRY(ln_canonical_add(item->as_text ? NULL : v->datatype, item->lexical, out));
  length = out->n - start - sizeof(length);
  memcpy(out->s + start, &length, sizeof(length));
  return LN_OK;
}

ln_status
ln_maker_set(const ln_maker* const maker,
             const size_t          set,
             ln_text* const        out,
             ln_set_state* const   state)
{
  const ln_set_plan* const plan = &maker->plan->sets[set];
  *state                        = LN_SET_UNKNOWN;
  if (!maker->evaluated || maker->row->bad || plan->n == 0U) {
    return LN_OK;
  }
  bool null = true;
  for (size_t i = 0U; i < plan->n; ++i) {
    const ln_variable* const v     = &maker->plan->variables[plan->variables[i]];
    const ln_value* const    value = &maker->values[plan->variables[i]];
    const uint64_t           n     = value->null ? UINT64_MAX : value->n;
    null                           = null && value->n == 0U;
    LN_TRY(ln_text_add(out, (ln_view){(const char*)&n, sizeof(n)}));
    for (size_t k = 0U; k < value->n; ++k) {
      if (value->items[k].state != LN_ITEM_GOOD) {
        return LN_OK;
      }
      LN_TRY(add_item(v, &value->items[k], out));
    }
    if (value->bad) {
      return LN_OK;
    }
  }
  *state = null ? LN_SET_NULL : LN_SET_GOOD;
  return LN_OK;
}

ln_status
ln_maker_set_shown(const ln_maker* const maker,
                   const size_t          set,
                   const ln_views        names,
                   ln_text* const        out)
{
  const ln_set_plan* const plan = &maker->plan->sets[set];
  for (size_t i = 0U; i < plan->n && i < names.n; ++i) {
    const ln_value* const value = &maker->values[plan->variables[i]];
    LN_TRY(ln_text_format(out, "%s%.*s ", i > 0U ? ", " : "", (int)names.v[i].n, names.v[i].s));
    for (size_t k = 0U; k < value->n; ++k) {
      LN_TRY(k > 0U ? ln_text_add(out, LN_V(" and ")) : LN_OK);
      LN_TRY(ln_quote(value->items[k].raw, out));
    }
    LN_TRY(value->n == 0U ? ln_text_add(out, LN_V("null")) : LN_OK);
  }
  return LN_OK;
}
