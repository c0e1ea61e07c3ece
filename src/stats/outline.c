/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a thing has, its classes and properties, is its outline; a graph of a hundred million things
   has some dozens of them. So of each meeting only two words are kept: 96 bits of the hash of the
   thing and the number of the outline. Sorted, the meetings of one thing stand together; their
   outlines are joined, and each outline is counted as often as it was some thing's whole. Two
   things have the same 96 bits with a probability of n * n / 2^97: for 100 million things 6e-14. No
   seed: figures are the same in every run. Outlines that do not fit into their share of the memory
   are kept trait by trait, so a graph without any order costs time, not memory. Cost: 16 bytes a
   meeting, in memory or on disk, and one sort. */

#include "stats/outline.h"

#include "base/dict.h"
#include "base/memory.h"
#include "base/sort.h"
#include "stats/counter.h"

#include <xxhash.h>

#include <stdlib.h>
#include <string.h>

enum { WORDS = 2, SHARE = 4, LEAST_MEMORY = 1 << 16 };

/* Marks a record that holds a trait itself, not the number of an outline. */
static const uint32_t SINGLE = UINT32_C(1) << 31U;

/* Classes that nobody has, for what all things are and what those without a class are. */
static const ln_trait ANYTHING  = UINT32_MAX;
static const ln_trait CLASSLESS = UINT32_MAX - 2U;

struct ln_outlines {
  ln_sort*   sort;
  ln_dict*   outlines; ///< each the bytes of its traits, in order
  size_t     memory;   ///< that the outlines may take
  ln_counter wholes;   ///< outlines that were some thing's whole
  ln_counter pairs;    ///< class and property, or class twice for the class alone
  uint64_t   things;
  ln_trait*  joined; ///< of the thing at hand
  size_t     n_joined;
  size_t     cap;
};

ln_status
ln_outlines_new(const size_t memory, ln_outlines** const outlines)
{
  ln_outlines* const o = ln_alloc_zero(1U, sizeof(ln_outlines));
  *outlines            = o;
  if (!o) {
    return LN_NO_MEM;
  }
  o->memory    = memory / SHARE < LEAST_MEMORY ? LEAST_MEMORY : memory / SHARE;
  o->outlines  = ln_dict_new();
  ln_status st = o->outlines ? ln_sort_new(WORDS, memory - (memory / SHARE), &o->sort) : LN_NO_MEM;
  if (st != LN_OK) {
    ln_outlines_free(o);
    *outlines = NULL;
  }
  return st;
}

void
ln_outlines_free(ln_outlines* const outlines)
{
  if (outlines) {
    ln_sort_free(outlines->sort);
    ln_dict_free(outlines->outlines);
    ln_counter_clear(&outlines->wholes);
    ln_counter_clear(&outlines->pairs);
    ln_free(outlines->joined);
    ln_free(outlines);
  }
}

static int
compare(const void* const a, const void* const b)
{
  const ln_trait x = *(const ln_trait*)a;
  const ln_trait y = *(const ln_trait*)b;
  return (x > y) - (x < y);
}

static ln_view
bytes_of(const ln_trait* const traits, const size_t n)
{
  return (ln_view){(const char*)traits, n * sizeof(ln_trait)};
}

static ln_status
add_record(ln_outlines* const o, const XXH128_hash_t hash, const uint32_t what)
{
  const uint64_t record[WORDS] = {hash.high64, (hash.low64 & ~(uint64_t)UINT32_MAX) | what};
  return ln_sort_add(o->sort, record);
}

ln_status
ln_outlines_add(ln_outlines* const o, const ln_view thing, ln_trait* const traits, const size_t n)
{
  const XXH128_hash_t hash = XXH3_128bits(thing.n > 0U ? thing.s : "", thing.n);
  if (n > 1U) {
    qsort(traits, n, sizeof(ln_trait), compare);
  }
  const ln_view bytes  = bytes_of(traits, n);
  uint32_t      number = ln_dict_find(o->outlines, bytes);
  if (number == LN_DICT_NONE && ln_dict_memory(o->outlines) < o->memory) {
    LN_TRY(ln_dict_add(o->outlines, bytes, &number, NULL));
  }
  if (number != LN_DICT_NONE) {
    return add_record(o, hash, number);
  }
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(add_record(o, hash, SINGLE | traits[i]));
  }
  return LN_OK;
}

static ln_status
count_pair(ln_outlines* const o, const ln_trait a, const ln_trait b, const uint64_t by)
{
  const ln_trait pair[2] = {a, b};
  uint32_t       number  = 0U;
  return ln_counter_add(&o->pairs, bytes_of(pair, 2U), by, &number);
}

static ln_status
count_class(ln_outlines* const    o,
            const ln_trait        class_of,
            const ln_trait* const traits,
            const size_t          n,
            const uint64_t        by)
{
  LN_TRY(count_pair(o, class_of, class_of, by));
  for (size_t i = 0U; i < n; ++i) {
    if (!ln_trait_is_class(traits[i])) {
      LN_TRY(count_pair(o, class_of, traits[i], by));
    }
  }
  return LN_OK;
}

/* So many things have exactly these traits. */
static ln_status
count_whole(ln_outlines* const o, const ln_trait* const traits, const size_t n, const uint64_t by)
{
  bool classless = true;
  for (size_t i = 0U; i < n; ++i) {
    if (ln_trait_is_class(traits[i])) {
      classless = false;
      LN_TRY(count_class(o, traits[i], traits, n, by));
    }
  }
  LN_TRY(classless ? count_class(o, CLASSLESS, traits, n, by) : LN_OK);
  o->things += by;
  return count_class(o, ANYTHING, traits, n, by);
}

/* Join what a record says with what is known of its thing. */
static ln_status
join(ln_outlines* const o, const uint32_t what)
{
  const ln_trait single = what & ~SINGLE;
  const ln_view  bytes =
    (what & SINGLE) != 0U ? bytes_of(&single, 1U) : ln_dict_key(o->outlines, what);
  const size_t n = bytes.n / sizeof(ln_trait);
  if (o->n_joined + n > o->cap) {
    const size_t    cap    = 2U * (o->n_joined + n);
    ln_trait* const joined = ln_realloc(o->joined, cap, sizeof(ln_trait));
    if (!joined) {
      return LN_NO_MEM;
    }
    o->joined = joined;
    o->cap    = cap;
  }
  if (n > 0U) {
    memcpy(o->joined + o->n_joined, bytes.s, bytes.n);
  }
  o->n_joined += n;
  return LN_OK;
}

/* Put what was joined in order, each once. */
static void
settle(ln_outlines* const o)
{
  size_t kept = 0U;
  if (o->n_joined > 0U) {
    qsort(o->joined, o->n_joined, sizeof(ln_trait), compare);
  }
  for (size_t i = 0U; i < o->n_joined; ++i) {
    if (kept == 0U || o->joined[i] != o->joined[kept - 1U]) {
      o->joined[kept++] = o->joined[i];
    }
  }
  o->n_joined = kept;
}

/* One thing is complete. As a rule it was met with one outline, which is only counted. */
static ln_status
end_thing(ln_outlines* const o, const uint32_t first, const bool several)
{
  uint32_t number = 0U;
  if (!several && (first & SINGLE) == 0U) {
    return ln_counter_add(&o->wholes, (ln_view){(const char*)&first, sizeof(first)}, 1U, &number);
  }
  if (!several) {
    LN_TRY(join(o, first));
  }
  settle(o);
  const ln_status st = count_whole(o, o->joined, o->n_joined, 1U);
  o->n_joined        = 0U;
  return st;
}

static ln_status
count_wholes(ln_outlines* const o)
{
  const size_t n = ln_counter_size(&o->wholes);
  for (uint32_t i = 0U; i < n; ++i) {
    uint32_t number = 0U;
    memcpy(&number, ln_counter_name(&o->wholes, i).s, sizeof(number));
    const ln_view outline = ln_dict_key(o->outlines, number);
    o->n_joined           = 0U;
    LN_TRY(join(o, number));
    LN_TRY(count_whole(o, o->joined, outline.n / sizeof(ln_trait), o->wholes.counts[i]));
  }
  return LN_OK;
}

ln_status
ln_outlines_finish(ln_outlines* const o)
{
  const uint64_t* record  = NULL;
  uint64_t        hash[2] = {0U, 0U};
  uint32_t        last    = 0U;
  bool            any     = false;
  bool            several = false;
  ln_status       st      = LN_OK;
  while ((st = ln_sort_next(o->sort, &record)) == LN_OK) {
    const uint32_t what = (uint32_t)(record[1] & UINT32_MAX);
    const uint64_t low  = record[1] & ~(uint64_t)UINT32_MAX;
    const bool     same = any && hash[0] == record[0] && hash[1] == low;
    if (any && !same) {
      LN_TRY(end_thing(o, last, several));
    } else if (same && what != last) {
      LN_TRY(several ? LN_OK : join(o, last));
      LN_TRY(join(o, what));
    }
    several = same && (several || what != last);
    hash[0] = record[0];
    hash[1] = low;
    last    = what;
    any     = true;
  }
  if (st != LN_END) {
    return st;
  }
  LN_TRY(any ? end_thing(o, last, several) : LN_OK);
  return count_wholes(o);
}

uint64_t
ln_outlines_things(const ln_outlines* const outlines)
{
  return outlines->things;
}

uint64_t
ln_outlines_both(const ln_outlines* const outlines,
                 const ln_trait           class_of,
                 const ln_trait           property)
{
  const ln_trait pair[2] = {class_of, property};
  return ln_counter_of(&outlines->pairs, bytes_of(pair, 2U));
}

uint64_t
ln_outlines_with(const ln_outlines* const outlines, const ln_trait trait)
{
  return ln_trait_is_class(trait) ? ln_outlines_both(outlines, trait, trait)
                                  : ln_outlines_both(outlines, ANYTHING, trait);
}

uint64_t
ln_outlines_classless(const ln_outlines* const outlines)
{
  return ln_outlines_both(outlines, CLASSLESS, CLASSLESS);
}

uint64_t
ln_outlines_classless_with(const ln_outlines* const outlines, const ln_trait property)
{
  return ln_outlines_both(outlines, CLASSLESS, property);
}

const char*
ln_outlines_error(const ln_outlines* const outlines)
{
  return ln_sort_error(outlines->sort);
}
