/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Terms of a query beside those of its data set. A term is looked for in the data set first, so
   that a computed one that is there has the number that it has there, and equality is that of
   numbers. What is new is kept in an arena and found through a hash table of numbers. A mark cuts
   off what one run added; then the table is filled anew with what is left, which are constants, and
   few. */

#include "query/pool.h"

#include "base/arena.h"
#include "base/memory.h"
#include "query/dataset_inner.h"

typedef struct {
  ln_kind  kind;
  ln_view  text;
  ln_view  datatype;
  ln_view  lang;
  uint64_t hash;
} own_term;

struct ln_pool {
  const ln_dataset* set;
  uint32_t          base; ///< number of the first term of its own
  ln_arena          kept;
  ln_arena          arena; ///< what is forgotten
  bool              marked;
  size_t            n_kept;
  own_term*         terms;
  size_t            n;
  size_t            cap;
  uint32_t*         slots; ///< index plus one
  size_t            n_slots;
};

ln_pool*
ln_pool_new(const ln_dataset* const set)
{
  ln_pool* const pool = (ln_pool*)ln_alloc_zero(1U, sizeof(ln_pool));
  if (pool) {
    pool->set  = set;
    pool->base = ln_dataset_terms(set);
  }
  return pool;
}

void
ln_pool_free(ln_pool* const pool)
{
  if (pool) {
    ln_arena_clear(&pool->kept);
    ln_arena_clear(&pool->arena);
    ln_free(pool->terms);
    ln_free(pool->slots);
    ln_free(pool);
  }
}

static uint64_t
hash_of(const ln_read_term* const term)
{
  const uint64_t datatype = ln_dataset_hash(LN_IRI, term->datatype, (ln_view){NULL, 0U}, 0U);
  return ln_dataset_hash(term->kind, term->text, term->lang, (uint32_t)datatype);
}

static void
put_slot(ln_pool* const pool, const size_t index)
{
  size_t at = (size_t)pool->terms[index].hash & (pool->n_slots - 1U);
  while (pool->slots[at] != 0U) {
    at = (at + 1U) & (pool->n_slots - 1U);
  }
  pool->slots[at] = (uint32_t)index + 1U;
}

static void
fill_slots(ln_pool* const pool)
{
  if (pool->n_slots > 0U) {
    memset(pool->slots, 0, pool->n_slots * sizeof(uint32_t));
  }
  for (size_t i = 0U; i < pool->n; ++i) {
    if (pool->terms[i].kind != LN_BLANK) {
      put_slot(pool, i);
    }
  }
}

static ln_status
reserve(ln_pool* const pool)
{
  if (pool->n < pool->cap) {
    return LN_OK;
  }
  const size_t cap = pool->cap > 0U ? 2U * pool->cap : 64U;
  if (cap > (size_t)(UINT32_MAX / 2U) - pool->base / 2U) {
    return LN_NO_MEM;
  }
  own_term* const terms = (own_term*)ln_realloc(pool->terms, cap, sizeof(own_term));
  if (!terms) {
    return LN_NO_MEM;
  }
  pool->terms           = terms;
  uint32_t* const slots = (uint32_t*)ln_realloc(pool->slots, 2U * cap, sizeof(uint32_t));
  if (!slots) {
    return LN_NO_MEM;
  }
  pool->slots   = slots;
  pool->cap     = cap;
  pool->n_slots = 2U * cap;
  fill_slots(pool);
  return LN_OK;
}

static bool
same_term(const own_term* const own, const ln_read_term* const term)
{
  return own->kind == term->kind && ln_view_equals(own->text, term->text) &&
         ln_view_equals(own->datatype, term->datatype) && ln_view_equals(own->lang, term->lang);
}

static bool
find_own(const ln_pool* const      pool,
         const ln_read_term* const term,
         const uint64_t            hash,
         uint32_t* const           number)
{
  if (pool->n_slots == 0U) {
    return false;
  }
  size_t at = (size_t)hash & (pool->n_slots - 1U);
  for (; pool->slots[at] != 0U; at = (at + 1U) & (pool->n_slots - 1U)) {
    const size_t index = pool->slots[at] - 1U;
    if (pool->terms[index].hash == hash && same_term(&pool->terms[index], term)) {
      *number = pool->base + (uint32_t)index;
      return true;
    }
  }
  return false;
}

static ln_status
keep(ln_arena* const arena, const ln_view v, ln_view* const kept)
{
  *kept = ln_arena_copy(arena, v);
  return kept->s ? LN_OK : LN_NO_MEM;
}

static ln_status
add_own(ln_pool* const            pool,
        const ln_read_term* const term,
        const uint64_t            hash,
        uint32_t* const           number)
{
  ln_arena* const arena = pool->marked ? &pool->arena : &pool->kept;
  own_term        own   = {.kind = term->kind, .hash = hash};
  LN_TRY(reserve(pool));
  LN_TRY(keep(arena, term->text, &own.text));
  LN_TRY(keep(arena, term->datatype, &own.datatype));
  LN_TRY(keep(arena, term->lang, &own.lang));
  pool->terms[pool->n] = own;
  if (term->kind != LN_BLANK) {
    put_slot(pool, pool->n);
  }
  *number = pool->base + (uint32_t)pool->n++;
  return LN_OK;
}

/* Bytes that are ASCII letters in lower case; `to` has room. */
static ln_view
lower(const ln_view v, char* const to)
{
  for (size_t i = 0U; i < v.n; ++i) {
    const bool capital = v.s[i] >= 'A' && v.s[i] <= 'Z';
    to[i]              = v.s[i];
    if (capital) {
      to[i] = (char)(v.s[i] - 'A' + 'a');
    }
  }
  return (ln_view){to, v.n};
}

ln_status
ln_pool_add(ln_pool* const pool, const ln_read_term* const term, uint32_t* const number)
{
  char         tag[256];
  ln_read_term full = *term;
  if (term->lang.n > sizeof(tag)) {
    return LN_NO_MEM;
  }
  full.lang = lower(term->lang, tag);
  if (term->kind == LN_LITERAL && term->lang.n > 0U) {
    full.datatype = LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString");
  } else if (term->kind == LN_LITERAL && term->datatype.n == 0U) {
    full.datatype = LN_V("http://www.w3.org/2001/XMLSchema#string");
  }
  *number = ln_dataset_find(pool->set, &full);
  if (*number != LN_ABSENT) {
    return LN_OK;
  }
  const uint64_t hash = hash_of(&full);
  return find_own(pool, &full, hash, number) ? LN_OK : add_own(pool, &full, hash, number);
}

ln_status
ln_pool_blank(ln_pool* const pool, uint32_t* const number)
{
  const ln_read_term blank = {.kind = LN_BLANK};
  return add_own(pool, &blank, 0U, number);
}

void
ln_pool_mark(ln_pool* const pool)
{
  pool->marked = true;
  pool->n_kept = pool->n;
}

void
ln_pool_reset(ln_pool* const pool)
{
  if (pool->n > pool->n_kept) {
    pool->n = pool->n_kept;
    fill_slots(pool);
  }
  ln_arena_reset(&pool->arena);
}

ln_read_term
ln_pool_term(const ln_pool* const pool, const uint32_t number)
{
  if (number < pool->base) {
    return ln_dataset_term(pool->set, number);
  }
  const own_term* const own = &pool->terms[number - pool->base];
  return (ln_read_term){
    .kind = own->kind, .text = own->text, .datatype = own->datatype, .lang = own->lang};
}

ln_kind
ln_pool_kind(const ln_pool* const pool, const uint32_t number)
{
  return number < pool->base ? ln_dataset_kind(pool->set, number)
                             : pool->terms[number - pool->base].kind;
}

const ln_dataset*
ln_pool_set(const ln_pool* const pool)
{
  return pool->set;
}

size_t
ln_pool_used(const ln_pool* const pool)
{
  return pool->arena.used + pool->n * sizeof(own_term);
}
