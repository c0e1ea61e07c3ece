/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a row cannot do without, and so what a message says became of it. Columns that name the row
   count only if they do: an identifier that is wrong costs nothing where the row has an id. */

#include "map/maker.h"

/* Whether an alternative of the key has all it takes already. */
static bool
choice_is_complete(const ln_maker* const maker, const ln_key_plan* const choice)
{
  for (size_t i = 0U; i < choice->n; ++i) {
    const ln_component* const c     = &choice->components[i];
    bool                      found = c->optional;
    for (uint8_t k = 0U; k < c->n; ++k) {
      found = found || ln_value_exists(&maker->values[c->choices[k]]);
    }
    if (!found) {
      return false;
    }
  }
  return choice->n > 0U;
}

bool
ln_maker_needs(const ln_maker* const maker, const ln_variable* const variable)
{
  if (variable->vital) {
    return true;
  }
  if (variable->key_choices == 0U || (variable->key_first && maker->item > 0U)) {
    return false;
  }
  for (size_t i = 0U; i < maker->plan->n_keys; ++i) {
    if ((variable->key_choices & (1U << (i % 32U))) != 0U) {
      return true;
    }
    if (choice_is_complete(maker, &maker->plan->keys[i])) {
      return false;
    }
  }
  return false;
}

ln_effect
ln_maker_effect(const ln_maker* const maker, const ln_variable* const variable)
{
  return ln_maker_needs(maker, variable) || (variable->column->required && maker->alone)
           ? LN_NO_ROW
           : LN_NO_VALUE;
}
