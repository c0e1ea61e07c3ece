/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Facts are sorted by owner, then by themselves, and what was remembered is sorted by owner; both
   are gone through side by side. What follows is brought back into the order of facts and of
   memories by three more sorts. Invariant: all facts of an owner are seen together, so that its
   content does not depend on their order. Cost: 24 bytes a fact, 24 a memory, 16 an owner, and 8
   for each fact that is wanted. */

#include "base/census.h"

#include "base/memory.h"
#include "base/sort.h"

#include <xxhash.h>

#include <stdbool.h>

enum { FACT_WORDS = 3, MEMORY_WORDS = 3, OWNER_WORDS = 2, VERDICT_BITS = 2, FIRST_NUMBERS = 64 };

struct ln_census {
  ln_sort*         facts;
  ln_sort*         memories;
  ln_sort*         owners;
  ln_sort*         wanted;
  ln_sort*         gone;
  uint64_t         n_facts;
  uint64_t         n_memories;
  uint64_t*        numbers; ///< of the facts of the owner at hand
  size_t           n;
  size_t           cap;
  const uint64_t*  memory; ///< the next one; NULL: there is none
  ln_census_counts counts;
  const char*      error;
};

ln_status
ln_census_new(const size_t memory, ln_census** const census)
{
  ln_census* const c = ln_alloc_zero(1U, sizeof(*c));
  *census            = c;
  if (!c) {
    return LN_NO_MEM;
  }
  c->error     = "";
  ln_status st = ln_sort_new(FACT_WORDS, memory / 2U, &c->facts);
  st           = st == LN_OK ? ln_sort_new(MEMORY_WORDS, memory / 8U, &c->memories) : st;
  st           = st == LN_OK ? ln_sort_new(OWNER_WORDS, memory / 8U, &c->owners) : st;
  st           = st == LN_OK ? ln_sort_new(1U, memory / 8U, &c->wanted) : st;
  st           = st == LN_OK ? ln_sort_new(1U, memory / 8U, &c->gone) : st;
  if (st != LN_OK) {
    ln_census_free(c);
    *census = NULL;
  }
  return st;
}

void
ln_census_free(ln_census* const census)
{
  if (census) {
    ln_sort_free(census->facts);
    ln_sort_free(census->memories);
    ln_sort_free(census->owners);
    ln_sort_free(census->wanted);
    ln_sort_free(census->gone);
    ln_free(census->numbers);
    ln_free(census);
  }
}

static ln_status
keep_error(ln_census* const c, const ln_sort* const sort, const ln_status st)
{
  if (st == LN_IO) {
    c->error = ln_sort_error(sort);
  }
  return st;
}

static ln_status
add(ln_census* const c, ln_sort* const sort, const uint64_t* const record)
{
  return keep_error(c, sort, ln_sort_add(sort, record));
}

ln_status
ln_census_add(ln_census* const c, const uint64_t owner, const uint64_t fact)
{
  const uint64_t record[FACT_WORDS] = {owner, fact, c->n_facts++};
  return add(c, c->facts, record);
}

ln_status
ln_census_remember(ln_census* const c, const uint64_t owner, const uint64_t content)
{
  const uint64_t record[MEMORY_WORDS] = {owner, content, c->n_memories++};
  return add(c, c->memories, record);
}

static ln_status
next_memory(ln_census* const c)
{
  const ln_status st = ln_sort_next(c->memories, &c->memory);
  c->memory          = st == LN_OK ? c->memory : NULL;
  return st == LN_END ? LN_OK : keep_error(c, c->memories, st);
}

static ln_status
lose_memory(ln_census* const c)
{
  ++c->counts.gone;
  LN_TRY(add(c, c->gone, &c->memory[2]));
  return next_memory(c);
}

/* What is to be said of an owner with this content; memories of owners before it are gone. */
static ln_status
judge(ln_census* const         c,
      const uint64_t           owner,
      const uint64_t           content,
      ln_census_verdict* const verdict)
{
  while (c->memory && c->memory[0] < owner) {
    LN_TRY(lose_memory(c));
  }
  if (!c->memory || c->memory[0] != owner) {
    *verdict = LN_CENSUS_NEW;
    ++c->counts.fresh;
    return LN_OK;
  }
  const bool same = c->memory[1] == content;
  *verdict        = same ? LN_CENSUS_SAME : LN_CENSUS_CHANGED;
  ++*(same ? &c->counts.same : &c->counts.changed);
  return next_memory(c);
}

static ln_status
keep_number(ln_census* const c, const uint64_t number)
{
  if (c->n == c->cap) {
    const size_t    cap     = c->cap > 0U ? 2U * c->cap : FIRST_NUMBERS;
    uint64_t* const numbers = ln_realloc(c->numbers, cap, sizeof(*numbers));
    if (!numbers) {
      return LN_NO_MEM;
    }
    c->numbers = numbers;
    c->cap     = cap;
  }
  c->numbers[c->n++] = number;
  return LN_OK;
}

/* The owner at hand, all of whose facts were seen. */
typedef struct {
  uint64_t owner;
  uint64_t fact; ///< the last one
  uint64_t content;
  uint64_t first; ///< the least number of a fact
} group;

static ln_status
end_group(ln_census* const c, const group* const g)
{
  ln_census_verdict verdict = LN_CENSUS_SAME;
  if (c->n == 0U) {
    return LN_OK;
  }
  LN_TRY(judge(c, g->owner, g->content, &verdict));
  const uint64_t record[OWNER_WORDS] = {(g->first << VERDICT_BITS) | verdict, g->content};
  LN_TRY(add(c, c->owners, record));
  for (size_t i = 0U; verdict != LN_CENSUS_SAME && i < c->n; ++i) {
    LN_TRY(add(c, c->wanted, &c->numbers[i]));
  }
  c->n = 0U;
  return LN_OK;
}

static ln_status
add_fact(ln_census* const c, const uint64_t* const record, group* const g)
{
  if (c->n > 0U && record[0] != g->owner) {
    LN_TRY(end_group(c, g));
  }
  if (c->n == 0U) {
    *g = (group){.owner = record[0], .first = record[2]};
  } else if (record[1] == g->fact) {
    return LN_OK; // said again
  }
  g->fact    = record[1];
  g->content = XXH64(&record[1], sizeof(record[1]), g->content);
  g->first   = record[2] < g->first ? record[2] : g->first;
  return keep_number(c, record[2]);
}

ln_status
ln_census_seal(ln_census* const c)
{
  const uint64_t* record = NULL;
  group           g      = {0};
  LN_TRY(next_memory(c));
  ln_status st = ln_sort_next(c->facts, &record);
  for (; st == LN_OK; st = ln_sort_next(c->facts, &record)) {
    LN_TRY(add_fact(c, record, &g));
  }
  LN_TRY(st == LN_END ? LN_OK : keep_error(c, c->facts, st));
  LN_TRY(end_group(c, &g));
  while (c->memory) {
    LN_TRY(lose_memory(c));
  }
  ln_sort_free(c->facts);
  ln_sort_free(c->memories);
  c->facts    = NULL;
  c->memories = NULL;
  return LN_OK;
}

ln_status
ln_census_next_owner(ln_census* const c, ln_census_owner* const owner)
{
  const uint64_t* record = NULL;
  LN_TRY(keep_error(c, c->owners, ln_sort_next(c->owners, &record)));
  const uint64_t mask = ((uint64_t)1U << VERDICT_BITS) - 1U;
  *owner              = (ln_census_owner){.number  = record[0] >> VERDICT_BITS,
                                          .content = record[1],
                                          .verdict = (ln_census_verdict)(record[0] & mask)};
  return LN_OK;
}

static ln_status
next_number(ln_census* const c, ln_sort* const sort, uint64_t* const number)
{
  const uint64_t* record = NULL;
  LN_TRY(keep_error(c, sort, ln_sort_next(sort, &record)));
  *number = *record;
  return LN_OK;
}

ln_status
ln_census_next_fact(ln_census* const c, uint64_t* const number)
{
  return next_number(c, c->wanted, number);
}

ln_status
ln_census_next_gone(ln_census* const c, uint64_t* const number)
{
  return next_number(c, c->gone, number);
}

ln_census_counts
ln_census_count(const ln_census* const census)
{
  return census->counts;
}

const char*
ln_census_error(const ln_census* const census)
{
  return census->error;
}
