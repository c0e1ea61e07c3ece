/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One sort brings the changes of an item and the item itself together, changes first and in their
   order; two more bring what follows from them back into the order of the items and of the changes.
   Invariant: the third word of a record is the number of a change, or, with its highest bit set,
   that of an item. A filter of what the changes name stands before the first sort, so that a small
   change of a large set sorts next to nothing. Cost: 32 bytes a change and for each item it names,
   and 8 for each that is removed or added. */

#include "base/changeset.h"

#include "base/filter.h"
#include "base/memory.h"
#include "base/random.h"
#include "base/sort.h"

#include <xxhash.h>

enum { WORDS = 4 };

#define ITEM_BIT ((uint64_t)1U << 63U)
#define ADDED_BIT ((uint64_t)1U)

struct ln_changeset {
  ln_filter*          named;
  ln_sort*            records;
  ln_sort*            removed;
  ln_sort*            added;
  uint64_t            seed;
  uint64_t            n_changes;
  uint64_t            n_items;
  ln_changeset_counts counts;
  const char*         error;
};

ln_status
ln_changeset_new(const size_t memory, ln_changeset** const changeset)
{
  ln_changeset* const c = ln_alloc_zero(1U, sizeof(*c));
  *changeset            = c;
  if (!c) {
    return LN_NO_MEM;
  }
  c->seed      = ln_random();
  c->error     = "";
  ln_status st = ln_filter_new(memory / 8U, &c->named);
  st           = st == LN_OK ? ln_sort_new(WORDS, memory / 8U * 5U, &c->records) : st;
  st           = st == LN_OK ? ln_sort_new(1U, memory / 8U, &c->removed) : st;
  st           = st == LN_OK ? ln_sort_new(1U, memory / 8U, &c->added) : st;
  if (st != LN_OK) {
    ln_changeset_free(c);
    *changeset = NULL;
  }
  return st;
}

void
ln_changeset_free(ln_changeset* const changeset)
{
  if (changeset) {
    ln_filter_free(changeset->named);
    ln_sort_free(changeset->records);
    ln_sort_free(changeset->removed);
    ln_sort_free(changeset->added);
    ln_free(changeset);
  }
}

static ln_status
keep_error(ln_changeset* const c, const ln_sort* const sort, const ln_status st)
{
  if (st == LN_IO) {
    c->error = ln_sort_error(sort);
  }
  return st;
}

static XXH128_hash_t
hash_of(const ln_changeset* const c, const ln_view item)
{
  return XXH3_128bits_withSeed(item.n > 0U ? item.s : "", item.n, c->seed);
}

ln_status
ln_changeset_put(ln_changeset* const c, const ln_view item, const bool added, const uint64_t place)
{
  const XXH128_hash_t hash          = hash_of(c, item);
  const uint64_t      number        = (c->n_changes++ << 1U) | (added ? ADDED_BIT : 0U);
  const uint64_t      record[WORDS] = {hash.high64, hash.low64, number, place};
  ln_filter_add(c->named, (uint32_t)hash.low64);
  return keep_error(c, c->records, ln_sort_add(c->records, record));
}

ln_status
ln_changeset_meet(ln_changeset* const c, const ln_view item)
{
  const XXH128_hash_t hash   = hash_of(c, item);
  const uint64_t      number = c->n_items++;
  if (c->n_changes == 0U || !ln_filter_has(c->named, (uint32_t)hash.low64)) {
    return LN_OK;
  }
  const uint64_t record[WORDS] = {hash.high64, hash.low64, ITEM_BIT | number, 0U};
  return keep_error(c, c->records, ln_sort_add(c->records, record));
}

/* One item: its last change, and whether it was there. */
typedef struct {
  uint64_t hash[2];
  uint64_t place; ///< of the change
  bool     changed;
  bool     adds;
  bool     there;
} encounter;

static ln_status
end_encounter(ln_changeset* const c, const encounter* const e)
{
  ln_changeset_counts* const n = &c->counts;
  if (!e->changed) {
    return LN_OK;
  }
  if (e->there) {
    ++*(e->adds ? &n->present : &n->removed);
    return LN_OK;
  }
  ++*(e->adds ? &n->added : &n->absent);
  return e->adds ? keep_error(c, c->added, ln_sort_add(c->added, &e->place)) : LN_OK;
}

/* A record of the item at hand. Changes come before it was met. */
static ln_status
add_record(ln_changeset* const c, const uint64_t* const record, encounter* const e)
{
  if ((record[2] & ITEM_BIT) == 0U) {
    e->changed = true;
    e->adds    = (record[2] & ADDED_BIT) != 0U;
    e->place   = record[3];
    return LN_OK;
  }
  const uint64_t number = record[2] & ~ITEM_BIT;
  e->there              = true;
  return e->changed && !e->adds ? keep_error(c, c->removed, ln_sort_add(c->removed, &number))
                                : LN_OK;
}

ln_status
ln_changeset_seal(ln_changeset* const c)
{
  const uint64_t* record = NULL;
  encounter       e      = {0};
  ln_status       st     = ln_sort_next(c->records, &record);
  for (; st == LN_OK; st = ln_sort_next(c->records, &record)) {
    if (record[0] != e.hash[0] || record[1] != e.hash[1]) {
      LN_TRY(end_encounter(c, &e));
      e = (encounter){.hash = {record[0], record[1]}};
    }
    LN_TRY(add_record(c, record, &e));
  }
  LN_TRY(st == LN_END ? LN_OK : keep_error(c, c->records, st));
  LN_TRY(end_encounter(c, &e));
  ln_sort_free(c->records);
  c->records = NULL;
  return LN_OK;
}

static ln_status
next_of(ln_changeset* const c, ln_sort* const sort, uint64_t* const number)
{
  const uint64_t* record = NULL;
  LN_TRY(keep_error(c, sort, ln_sort_next(sort, &record)));
  *number = *record;
  return LN_OK;
}

ln_status
ln_changeset_next_removed(ln_changeset* const c, uint64_t* const number)
{
  return next_of(c, c->removed, number);
}

ln_status
ln_changeset_next_added(ln_changeset* const c, uint64_t* const place)
{
  return next_of(c, c->added, place);
}

ln_changeset_counts
ln_changeset_count(const ln_changeset* const changeset)
{
  return changeset->counts;
}

const char*
ln_changeset_error(const ln_changeset* const changeset)
{
  return changeset->error;
}
