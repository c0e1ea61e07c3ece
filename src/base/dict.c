/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Byte strings to numbers. Open addressing with linear probing over slots of eight bytes: the
   number of a key (plus one, so that zeroed memory is empty) and the upper half of its hash, which
   spares most comparisons of bytes. Keys lie packed in blocks that never move, and their views in
   one array in the order of numbers, so that growing reads memory in sequence. Invariant: at most
   three of four slots are used, hence every probe ends at an empty one. Cost per key: its bytes, a
   view, and about 16 bytes of slots. */

#include "base/dict.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/random.h"

#include <xxhash.h>

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { SLOTS_FIRST = 64, KEYS_FIRST = 48, BLOCK_SIZE = 1 << 16 };

typedef struct {
  uint32_t number_1; ///< number + 1; 0: empty
  uint32_t tag;      ///< upper half of the hash
} slot;

struct ln_dict {
  slot*    slots;
  size_t   n_slots; ///< a power of two
  ln_view* keys;
  size_t   n_keys;
  size_t   cap_keys;
  ln_arena blocks;
  char*    free;   ///< rest of the newest block
  size_t   n_free; ///< bytes in it
  size_t   held;   ///< bytes of all blocks
  uint64_t seed;
};

ln_dict*
ln_dict_new(void)
{
  ln_dict* const dict = ln_alloc_zero(1U, sizeof(*dict));
  if (!dict) {
    return NULL;
  }
  dict->slots    = ln_alloc_zero(SLOTS_FIRST, sizeof(slot));
  dict->keys     = ln_alloc_zero(KEYS_FIRST, sizeof(ln_view));
  dict->n_slots  = SLOTS_FIRST;
  dict->cap_keys = KEYS_FIRST;
  dict->seed     = ln_random();
  if (!dict->slots || !dict->keys) {
    ln_dict_free(dict);
    return NULL;
  }
  return dict;
}

void
ln_dict_free(ln_dict* const dict)
{
  if (dict) {
    ln_free(dict->slots);
    ln_free(dict->keys);
    ln_arena_clear(&dict->blocks);
    ln_free(dict);
  }
}

static uint64_t
hash_of(const ln_dict* const dict, const ln_view key)
{
  return XXH3_64bits_withSeed(key.n > 0U ? key.s : "", key.n, dict->seed);
}

/** The slot of `key`, or the empty one where it belongs. */
static slot*
slot_of(const ln_dict* const dict, const ln_view key, const uint64_t hash)
{
  const size_t   mask = dict->n_slots - 1U;
  const uint32_t tag  = (uint32_t)(hash >> 32U);
  for (size_t i = (size_t)hash & mask;; i = (i + 1U) & mask) {
    slot* const s = &dict->slots[i];
    if (s->number_1 == 0U || (s->tag == tag && ln_view_equals(dict->keys[s->number_1 - 1U], key))) {
      return s;
    }
  }
}

static ln_status
slots_grow(ln_dict* const dict)
{
  const size_t n     = dict->n_slots * 2U;
  slot* const  slots = ln_alloc_zero(n, sizeof(slot));
  if (!slots) {
    return LN_NO_MEM;
  }
  for (size_t k = 0U; k < dict->n_keys; ++k) {
    const uint64_t hash = hash_of(dict, dict->keys[k]);
    size_t         i    = (size_t)hash & (n - 1U);
    while (slots[i].number_1 != 0U) {
      i = (i + 1U) & (n - 1U);
    }
    slots[i] = (slot){(uint32_t)(k + 1U), (uint32_t)(hash >> 32U)};
  }
  ln_free(dict->slots);
  dict->slots   = slots;
  dict->n_slots = n;
  return LN_OK;
}

static ln_status
keys_grow(ln_dict* const dict)
{
  const size_t   cap  = dict->cap_keys + (dict->cap_keys / 2U);
  ln_view* const keys = ln_realloc(dict->keys, cap, sizeof(ln_view));
  if (!keys) {
    return LN_NO_MEM;
  }
  dict->keys     = keys;
  dict->cap_keys = cap;
  return LN_OK;
}

/** Room for the bytes of a key. Long keys get a block of their own, so that the rest of the shared
 * one is not lost. */
static char*
bytes_take(ln_dict* const dict, const size_t n)
{
  if (n > dict->n_free) {
    const bool   own  = n > BLOCK_SIZE / 8;
    const size_t size = own ? n : BLOCK_SIZE;
    char* const  s    = ln_arena_take(&dict->blocks, size);
    if (!s) {
      return NULL;
    }
    dict->held += size;
    if (own) {
      return s;
    }
    dict->free   = s;
    dict->n_free = size;
  }
  char* const s = dict->free;
  dict->free += n;
  dict->n_free -= n;
  return s;
}

ln_status
ln_dict_add(ln_dict* const dict, const ln_view key, uint32_t* const number, bool* const added)
{
  const uint64_t hash   = hash_of(dict, key);
  slot*          s      = slot_of(dict, key, hash);
  const bool     is_new = s->number_1 == 0U;
  if (is_new) {
    if (dict->n_keys >= LN_DICT_NONE - 1U) {
      return LN_NO_MEM;
    }
    if (dict->n_keys + 1U > dict->n_slots / 4U * 3U) {
      LN_TRY(slots_grow(dict));
      s = slot_of(dict, key, hash);
    }
    if (dict->n_keys == dict->cap_keys) {
      LN_TRY(keys_grow(dict));
    }
    char* bytes = NULL;
    if (key.n > 0U) {
      bytes = bytes_take(dict, key.n);
      if (!bytes) {
        return LN_NO_MEM;
      }
      memcpy(bytes, key.s, key.n);
    }
    dict->keys[dict->n_keys++] = (ln_view){bytes, key.n};
    *s                         = (slot){(uint32_t)dict->n_keys, (uint32_t)(hash >> 32U)};
  }
  *number = s->number_1 - 1U;
  if (added) {
    *added = is_new;
  }
  return LN_OK;
}

uint32_t
ln_dict_find(const ln_dict* const dict, const ln_view key)
{
  // An empty slot holds 0, and 0 - 1 is LN_DICT_NONE
  return slot_of(dict, key, hash_of(dict, key))->number_1 - 1U;
}

ln_view
ln_dict_key(const ln_dict* const dict, const uint32_t number)
{
  return number < dict->n_keys ? dict->keys[number] : (ln_view){NULL, 0U};
}

size_t
ln_dict_size(const ln_dict* const dict)
{
  return dict->n_keys;
}

size_t
ln_dict_memory(const ln_dict* const dict)
{
  return sizeof(*dict) + (dict->n_slots * sizeof(slot)) + (dict->cap_keys * sizeof(ln_view)) +
         dict->held;
}
