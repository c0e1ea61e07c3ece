/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A plan has few stencils, so that a list is looked through faster than a table. Invariant: numbers
   and addresses of presses stay. Cost: once a stencil, but for the look. */

#include "sink/press.h"

#include "base/memory.h"
#include "rdf/names.h"

static bool
is_usable(const ln_stencil* const stencil)
{
  for (size_t i = 0U; i < stencil->n; ++i) {
    const uint16_t predicate = stencil->slots[i].pair.predicate;
    for (size_t j = 0U; j < i; ++j) {
      if (stencil->slots[j].pair.predicate == predicate) {
        return false;
      }
    }
    if (predicate >= LN_PREDICATE_CELL) {
      return false;
    }
  }
  return stencil->n < UINT16_MAX;
}

static ln_press*
new_press(const ln_stencil* const stencil, const size_t number)
{
  ln_press* const press = ln_alloc_zero(1U, sizeof(ln_press) + (stencil->n * sizeof(ln_slot)));
  if (!press) {
    return NULL;
  }
  press->of            = stencil;
  press->number        = (uint16_t)number;
  press->usable        = is_usable(stencil) && number <= UINT16_MAX;
  press->stencil       = *stencil;
  press->stencil.slots = press->slots;
  press->stencil.uses  = 1U;
  for (size_t i = 0U; i < stencil->n; ++i) {
    press->slots[i]      = stencil->slots[i];
    press->slots[i].text = (uint16_t)i;
    press->slots[i].gate = (uint16_t)i;
  }
  return press;
}

ln_status
ln_presses_find(ln_presses* const       presses,
                const ln_stencil* const stencil,
                const ln_press** const  press)
{
  size_t n = 1U;
  for (const ln_press* p = presses->first; p; p = p->next) {
    if (p->of == stencil) {
      *press = p;
      return LN_OK;
    }
    ++n;
  }
  ln_press* const made = new_press(stencil, n);
  if (!made) {
    return LN_NO_MEM;
  }
  if (presses->last) {
    presses->last->next = made;
  } else {
    presses->first = made;
  }
  presses->last = made;
  *press        = made;
  return LN_OK;
}

const ln_press*
ln_presses_at(const ln_presses* const presses, const uint16_t number)
{
  const ln_press* press = presses->first;
  while (press->number != number) {
    press = press->next;
  }
  return press;
}

void
ln_presses_clear(ln_presses* const presses)
{
  for (ln_press* p = presses->first; p;) {
    ln_press* const next = p->next;
    ln_free(p);
    p = next;
  }
  *presses = (ln_presses){0};
}
