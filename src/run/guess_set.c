/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Sets of hashes, by open addressing, at most three quarters full. Texts are not kept: two of 64
   bits that meet by chance make a column look less unique than it is, which costs a proposal and
   nothing else. Eight to twenty-two bytes a value. */

#include "run/guess.h"

#include "base/memory.h"

#include <xxhash.h>

enum { FIRST_SLOTS = 16 };

/* The slot of a hash, or the free one where it belongs. */
static size_t
find_slot(const ln_guess_set* const set, const uint64_t hash)
{
  size_t at = (size_t)hash & (set->n_slots - 1U);
  while (set->slots[at] != 0U && set->slots[at] != hash) {
    at = (at + 1U) & (set->n_slots - 1U);
  }
  return at;
}

void
ln_guess_set_clear(ln_guess_set* const set, size_t* const budget)
{
  *budget += set->n_slots * sizeof(uint64_t);
  ln_free(set->slots);
  *set = (ln_guess_set){.given_up = set->given_up};
}

/* Twice the slots; what does not fit the budget is given up. */
static ln_status
grow(ln_guess_set* const set, size_t* const budget)
{
  ln_guess_set larger = {.n_slots = set->n_slots > 0U ? set->n_slots * 2U : FIRST_SLOTS};
  if (larger.n_slots * sizeof(uint64_t) > *budget) {
    set->given_up = true;
    ln_guess_set_clear(set, budget);
    return LN_OK;
  }
  larger.slots = ln_alloc_zero(larger.n_slots, sizeof(uint64_t));
  if (!larger.slots) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < set->n_slots; ++i) {
    if (set->slots[i] != 0U) {
      larger.slots[find_slot(&larger, set->slots[i])] = set->slots[i];
    }
  }
  larger.n = set->n;
  *budget -= larger.n_slots * sizeof(uint64_t);
  ln_guess_set_clear(set, budget);
  *set = larger;
  return LN_OK;
}

ln_status
ln_guess_set_add(ln_guess_set* const set,
                 const ln_view       text,
                 size_t* const       budget,
                 bool* const         fresh)
{
  const uint64_t digest = XXH3_64bits(text.n > 0U ? text.s : "", text.n);
  const uint64_t hash   = digest != 0U ? digest : 1U;
  *fresh                = false;
  if (!set->given_up && (set->n + 1U) * 4U > set->n_slots * 3U) {
    LN_TRY(grow(set, budget));
  }
  if (set->given_up) {
    return LN_OK;
  }
  const size_t at = find_slot(set, hash);
  *fresh          = set->slots[at] == 0U;
  set->slots[at]  = hash;
  set->n += *fresh ? 1U : 0U;
  return LN_OK;
}

size_t
ln_guess_set_common(const ln_guess_set* const set, const ln_guess_set* const other)
{
  size_t n = 0U;
  for (size_t i = 0U; other->n > 0U && i < set->n_slots; ++i) {
    if (set->slots[i] != 0U && other->slots[find_slot(other, set->slots[i])] != 0U) {
      ++n;
    }
  }
  return n;
}

void
ln_guess_sets_clear(ln_guess_table* const table, size_t* const budget)
{
  for (size_t i = 0U; i < table->n && table->columns; ++i) {
    ln_guess_set_clear(&table->columns[i].set, budget);
    ln_guess_set_clear(&table->columns[i].items, budget);
  }
  for (size_t i = 0U; i < table->n_pairs; ++i) {
    ln_guess_set_clear(&table->pairs[i].set, budget);
  }
}
