/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Keys lie packed, each behind its length, in one block; slots of eight bytes hold where (in steps
   of eight bytes) and half of the hash, which spares most comparisons. Open addressing with linear
   probing. Invariant: at most three of four slots are used, hence every probe ends. Slots get a
   quarter of the memory, keys the rest. Cost: one cache miss a key that is new, two for one that is
   there. */

#include "base/keyset.h"

#include "base/memory.h"

#include <xxhash.h>

#include <string.h>
#include <sys/random.h>

enum { STEP = 8, FIRST_SLOTS = 1024, FIRST_BYTES = 1 << 16, LEAST_BYTES = 1 << 14 };

typedef struct {
  uint32_t place_1; ///< of the key in steps, plus one; 0: empty
  uint32_t tag;     ///< upper half of the hash
} slot;

struct ln_keyset {
  slot*    slots;
  size_t   n_slots; ///< a power of two
  size_t   n;
  size_t   most_slots;
  char*    bytes;
  size_t   used;
  size_t   cap;
  size_t   most_bytes;
  uint64_t seed;
};

ln_status
ln_keyset_new(const size_t memory, ln_keyset** const set)
{
  ln_keyset* const s = ln_alloc_zero(1U, sizeof(ln_keyset));
  *set               = s;
  if (!s) {
    return LN_NO_MEM;
  }
  /* The seed keeps a hostile table from filling one chain; it never shows in any output. */
  if (getrandom(&s->seed, sizeof(s->seed), GRND_NONBLOCK) != (ssize_t)sizeof(s->seed)) {
    s->seed = (uint64_t)(uintptr_t)s;
  }
  s->most_slots = FIRST_SLOTS;
  while (s->most_slots * 2U * sizeof(slot) <= memory / 4U) {
    s->most_slots *= 2U;
  }
  s->most_bytes = memory / 4U * 3U;
  if (s->most_bytes < LEAST_BYTES) {
    s->most_bytes = LEAST_BYTES;
  }
  if (s->most_bytes / STEP >= UINT32_MAX) {
    s->most_bytes = (size_t)(UINT32_MAX - 1U) * STEP;
  }
  return LN_OK;
}

void
ln_keyset_free(ln_keyset* const set)
{
  if (set) {
    ln_free(set->slots);
    ln_free(set->bytes);
    ln_free(set);
  }
}

uint64_t
ln_keyset_hash(const ln_keyset* const set, const ln_view key)
{
  return XXH3_64bits_withSeed(key.s, key.n, set->seed);
}

static size_t
room_of(const size_t n)
{
  return (n + sizeof(uint32_t) + STEP - 1U) / STEP * STEP;
}

bool
ln_keyset_fits(const ln_keyset* const set, const size_t keys, const size_t bytes)
{
  const size_t most = set->most_slots / 4U * 3U;
  const size_t more = bytes + (keys * (sizeof(uint32_t) + STEP));
  return set->n == 0U ||
         (keys <= most && set->n <= most - keys && more <= set->most_bytes - set->used);
}

static ln_view
key_at(const ln_keyset* const set, const uint32_t place_1)
{
  const char* const s = set->bytes + ((size_t)(place_1 - 1U) * STEP);
  uint32_t          n = 0U;
  memcpy(&n, s, sizeof(n));
  return (ln_view){s + sizeof(n), n};
}

/* The slot of a key, or the empty one where it belongs. */
static slot*
slot_of(const ln_keyset* const set, const ln_view key, const uint64_t hash)
{
  const size_t   mask = set->n_slots - 1U;
  const uint32_t tag  = (uint32_t)(hash >> 32U);
  for (size_t i = (size_t)hash & mask;; i = (i + 1U) & mask) {
    slot* const s = &set->slots[i];
    if (s->place_1 == 0U || (s->tag == tag && ln_view_equals(key_at(set, s->place_1), key))) {
      return s;
    }
  }
}

bool
ln_keyset_has(const ln_keyset* const set, const ln_view key, const uint64_t hash)
{
  return set->n > 0U && slot_of(set, key, hash)->place_1 != 0U;
}

static ln_status
grow_slots(ln_keyset* const set)
{
  const size_t n     = set->n_slots ? 2U * set->n_slots : FIRST_SLOTS;
  slot* const  slots = ln_alloc_zero(n, sizeof(slot));
  if (!slots) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < set->n_slots; ++i) {
    const slot old = set->slots[i];
    if (old.place_1 != 0U) {
      size_t at = (size_t)ln_keyset_hash(set, key_at(set, old.place_1)) & (n - 1U);
      while (slots[at].place_1 != 0U) {
        at = (at + 1U) & (n - 1U);
      }
      slots[at] = old;
    }
  }
  ln_free(set->slots);
  set->slots   = slots;
  set->n_slots = n;
  return LN_OK;
}

static ln_status
grow_bytes(ln_keyset* const set, const size_t room)
{
  size_t cap       = set->cap ? 2U * set->cap : FIRST_BYTES;
  cap              = cap < set->most_bytes ? cap : set->most_bytes;
  cap              = cap < set->used + room ? set->used + room : cap;
  char* const more = ln_realloc(set->bytes, cap, 1U);
  if (!more) {
    return LN_NO_MEM;
  }
  set->bytes = more;
  set->cap   = cap;
  return LN_OK;
}

ln_status
ln_keyset_add(ln_keyset* const set, const ln_view key, const uint64_t hash, bool* const fresh)
{
  const size_t   room = room_of(key.n);
  const uint32_t n    = (uint32_t)key.n;
  if ((set->n + 1U) * 4U > set->n_slots * 3U) {
    LN_TRY(grow_slots(set));
  }
  slot* const s = slot_of(set, key, hash);
  *fresh        = s->place_1 == 0U;
  if (!*fresh) {
    return LN_OK;
  }
  if (set->cap - set->used < room) {
    LN_TRY(grow_bytes(set, room));
  }
  memcpy(set->bytes + set->used, &n, sizeof(n));
  memcpy(set->bytes + set->used + sizeof(n), key.s, key.n);
  *s = (slot){(uint32_t)(set->used / STEP) + 1U, (uint32_t)(hash >> 32U)};
  set->used += room;
  ++set->n;
  return LN_OK;
}

void
ln_keyset_reset(ln_keyset* const set)
{
  if (set->slots) {
    memset(set->slots, 0, set->n_slots * sizeof(slot));
  }
  set->n    = 0U;
  set->used = 0U;
}
