/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Open addressing with linear probing, at most half full. A slot holds the number plus one, so that
   zeroed memory is empty, and a bit. */

#include "check/number_set.h"

#include "base/memory.h"

#include <string.h>

enum { CAP_FIRST = 64, CAP_KEPT = 4096 };

static uint64_t
slot_of(const uint64_t number, const bool flag)
{
  return ((number + 1U) << 1U) | (flag ? 1U : 0U);
}

/* Where a number is or belongs. The numbers are those of terms, one after the other, so they are
   spread by a multiplication (Knuth, The Art of Computer Programming, 6.4). */
static size_t
place_of(const ln_number_set* const set, const uint64_t number)
{
  const size_t mask = set->cap - 1U;
  size_t       at   = (size_t)((number * UINT64_C(0x9E3779B97F4A7C15)) >> 32U) & mask;
  while (set->slots[at] != 0U && set->slots[at] >> 1U != number + 1U) {
    at = (at + 1U) & mask;
  }
  return at;
}

static ln_status
grow(ln_number_set* const set)
{
  ln_number_set bigger = {.cap = set->cap > 0U ? set->cap * 2U : CAP_FIRST, .n = set->n};
  bigger.slots         = (uint64_t*)ln_alloc_zero(bigger.cap, sizeof(uint64_t));
  if (!bigger.slots) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < set->cap; ++i) {
    if (set->slots[i] != 0U) {
      bigger.slots[place_of(&bigger, (set->slots[i] >> 1U) - 1U)] = set->slots[i];
    }
  }
  ln_free(set->slots);
  *set = bigger;
  return LN_OK;
}

ln_status
ln_number_set_add(ln_number_set* const set,
                  const uint64_t       number,
                  const bool           flag,
                  bool* const          fresh)
{
  if ((set->n + 1U) * 2U > set->cap) {
    LN_TRY(grow(set));
  }
  const size_t at = place_of(set, number);
  *fresh          = set->slots[at] == 0U;
  if (*fresh) {
    set->slots[at] = slot_of(number, flag);
    ++set->n;
  }
  return LN_OK;
}

bool
ln_number_set_find(const ln_number_set* const set, const uint64_t number, bool* const flag)
{
  if (set->n == 0U) {
    return false;
  }
  const uint64_t slot = set->slots[place_of(set, number)];
  *flag               = (slot & 1U) != 0U;
  return slot != 0U;
}

void
ln_number_set_reset(ln_number_set* const set)
{
  if (set->cap > CAP_KEPT) {
    ln_number_set_clear(set);
  } else if (set->n > 0U) {
    memset(set->slots, 0, set->cap * sizeof(uint64_t));
    set->n = 0U;
  }
}

void
ln_number_set_clear(ln_number_set* const set)
{
  ln_free(set->slots);
  *set = (ln_number_set){.cap = 0U};
}
