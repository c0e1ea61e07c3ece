/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A dictionary of names and an array of counts beside it. Invariant: the array has room for every
   name of the dictionary. Cost: one look into a hash table a count; who has the number already adds
   to `counts` without. */

#include "stats/counter.h"

#include "base/memory.h"

enum { FIRST = 16 };

static ln_status
grow(ln_counter* const counter)
{
  const size_t    cap    = counter->cap > 0U ? 2U * counter->cap : FIRST;
  uint64_t* const counts = ln_realloc(counter->counts, cap, sizeof(uint64_t));
  if (!counts) {
    return LN_NO_MEM;
  }
  counter->counts = counts;
  counter->cap    = cap;
  return LN_OK;
}

ln_status
ln_counter_add(ln_counter* const counter,
               const ln_view     name,
               const uint64_t    by,
               uint32_t* const   number)
{
  bool added     = false;
  counter->names = counter->names ? counter->names : ln_dict_new();
  if (!counter->names) {
    return LN_NO_MEM;
  }
  if (ln_dict_size(counter->names) == counter->cap) {
    LN_TRY(grow(counter));
  }
  LN_TRY(ln_dict_add(counter->names, name, number, &added));
  counter->counts[*number] = (added ? 0U : counter->counts[*number]) + by;
  return LN_OK;
}

size_t
ln_counter_size(const ln_counter* const counter)
{
  return counter->names ? ln_dict_size(counter->names) : 0U;
}

ln_view
ln_counter_name(const ln_counter* const counter, const uint32_t number)
{
  return ln_dict_key(counter->names, number);
}

uint64_t
ln_counter_of(const ln_counter* const counter, const ln_view name)
{
  const uint32_t number = counter->names ? ln_dict_find(counter->names, name) : LN_DICT_NONE;
  return number == LN_DICT_NONE ? 0U : counter->counts[number];
}

void
ln_counter_clear(ln_counter* const counter)
{
  ln_dict_free(counter->names);
  ln_free(counter->counts);
  *counter = (ln_counter){0};
}
