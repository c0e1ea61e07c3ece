/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Counters in a list, found through slots with linear probing; texts packed in one block. When all
   counters are taken, the median of the counts is taken off every one and those that come to
   nothing are given up (Misra and Gries 1982, in the form of Anderson and others, "A
   High-Performance Algorithm for Identifying Frequent Items in Data Streams", 2017). Invariant: a
   count is never too high, and too low by `cut` at most; with N values seen and K counters, `cut`
   is at most 2N/K. Cost: one probe a value, and a median of K now and then, which at least K/2
   values have paid for. */

#include "base/frequent.h"

#include "base/memory.h"
#include "base/random.h"
#include "base/sort.h"
#include "base/text.h"

#include <xxhash.h>

#include <stdbool.h>

enum { LEAST = 16 };

typedef struct {
  uint64_t hash;
  uint64_t n;
  size_t   at; ///< of its text
  size_t   length;
} counter;

struct ln_frequent {
  counter*  counters;
  uint32_t* slots;   ///< number of a counter plus one; 0: empty
  uint64_t* scratch; ///< counts, to find their median
  size_t    n;
  size_t    cap; ///< of counters, a power of two; there are twice as many slots
  size_t    most;
  uint64_t  cut;
  uint64_t  spread; ///< keeps a hostile table from filling one chain; odd
  ln_text   texts;
};

ln_status
ln_frequent_new(const size_t counters, ln_frequent** const frequent)
{
  ln_frequent* const f = ln_alloc_zero(1U, sizeof(ln_frequent));
  *frequent            = f;
  if (!f) {
    return LN_NO_MEM;
  }
  f->spread = ln_random() | 1U;
  f->most   = LEAST;
  while (f->most * 2U <= counters) {
    f->most *= 2U;
  }
  return LN_OK;
}

void
ln_frequent_free(ln_frequent* const frequent)
{
  if (frequent) {
    ln_free(frequent->counters);
    ln_free(frequent->slots);
    ln_free(frequent->scratch);
    ln_text_clear(&frequent->texts);
    ln_free(frequent);
  }
}

/* The slot of a hash, or the empty one where it belongs. */
static uint32_t*
slot_of(const ln_frequent* const f, const uint64_t hash)
{
  const size_t mask = (2U * f->cap) - 1U;
  for (size_t i = (size_t)((hash * f->spread) >> 32U) & mask;; i = (i + 1U) & mask) {
    uint32_t* const slot = &f->slots[i];
    if (*slot == 0U || f->counters[*slot - 1U].hash == hash) {
      return slot;
    }
  }
}

static void
fill_slots(ln_frequent* const f)
{
  memset(f->slots, 0, 2U * f->cap * sizeof(uint32_t));
  for (size_t i = 0U; i < f->n; ++i) {
    *slot_of(f, f->counters[i].hash) = (uint32_t)i + 1U;
  }
}

static ln_status
grow(ln_frequent* const f)
{
  const size_t   cap      = f->cap > 0U ? 2U * f->cap : LEAST;
  counter* const counters = ln_realloc(f->counters, cap, sizeof(counter));
  f->counters             = counters ? counters : f->counters;
  uint64_t* const scratch = counters ? ln_realloc(f->scratch, cap, sizeof(uint64_t)) : NULL;
  f->scratch              = scratch ? scratch : f->scratch;
  uint32_t* const slots   = scratch ? ln_realloc(f->slots, cap, 2U * sizeof(uint32_t)) : NULL;
  if (!slots) {
    return LN_NO_MEM;
  }
  f->slots = slots;
  f->cap   = cap;
  fill_slots(f);
  return LN_OK;
}

/* Texts move down over those of counters that are given up: they lie in the order of counters. */
static void
make_room(ln_frequent* const f)
{
  for (size_t i = 0U; i < f->n; ++i) {
    f->scratch[i] = f->counters[i].n;
  }
  ln_sort_records(f->scratch, f->n, 1U);
  const uint64_t median = f->scratch[f->n / 2U];
  size_t         kept   = 0U;
  size_t         used   = 0U;
  for (size_t i = 0U; i < f->n; ++i) {
    counter c = f->counters[i];
    if (c.n > median) {
      memmove(f->texts.s + used, f->texts.s + c.at, c.length);
      c.at = used;
      c.n -= median;
      used += c.length;
      f->counters[kept++] = c;
    }
  }
  f->n       = kept;
  f->texts.n = used;
  f->cut += median;
  fill_slots(f);
}

ln_status
ln_frequent_add(ln_frequent* const frequent, const ln_view value)
{
  ln_frequent* const f    = frequent;
  const uint64_t     hash = XXH3_64bits(value.n > 0U ? value.s : "", value.n);
  if (f->cap > 0U) {
    const uint32_t slot = *slot_of(f, hash);
    if (slot != 0U) {
      ++f->counters[slot - 1U].n;
      return LN_OK;
    }
  }
  if (f->n == f->cap && f->cap < f->most) {
    LN_TRY(grow(f));
  } else if (f->n == f->cap) {
    make_room(f);
  }
  const ln_view kept = ln_view_first(value, LN_FREQUENT_KEPT);
  const size_t  at   = f->texts.n;
  LN_TRY(ln_text_add(&f->texts, kept));
  f->counters[f->n++] = (counter){hash, 1U, at, kept.n};
  *slot_of(f, hash)   = (uint32_t)f->n;
  return LN_OK;
}

void
ln_frequent_settle(ln_frequent* const frequent)
{
  frequent->most = frequent->cap > 0U ? frequent->cap : LEAST;
}

size_t
ln_frequent_memory(const ln_frequent* const frequent)
{
  return frequent->texts.cap +
         (frequent->cap * (sizeof(counter) + sizeof(uint64_t) + (2U * sizeof(uint32_t))));
}

uint64_t
ln_frequent_cut(const ln_frequent* const frequent)
{
  return frequent->cut;
}

size_t
ln_frequent_size(const ln_frequent* const frequent)
{
  return frequent->n;
}

/* Whether a stands before b. */
static bool
is_before(const ln_frequent_value a, const ln_frequent_value b)
{
  if (a.n != b.n) {
    return a.n > b.n;
  }
  const size_t n    = a.value.n < b.value.n ? a.value.n : b.value.n;
  const int    sign = n > 0U ? memcmp(a.value.s, b.value.s, n) : 0;
  return sign != 0 ? sign < 0 : a.value.n < b.value.n;
}

size_t
ln_frequent_top(const ln_frequent* const frequent, ln_frequent_value* const top, const size_t most)
{
  size_t n = 0U;
  for (size_t i = 0U; i < frequent->n && most > 0U; ++i) {
    const counter* const    c     = &frequent->counters[i];
    const ln_frequent_value value = {{frequent->texts.s + c->at, c->length}, c->n};
    if (n == most && !is_before(value, top[n - 1U])) {
      continue;
    }
    n         = n < most ? n + 1U : n;
    size_t at = n - 1U;
    for (; at > 0U && is_before(value, top[at - 1U]); --at) {
      top[at] = top[at - 1U];
    }
    top[at] = value;
  }
  return n;
}
