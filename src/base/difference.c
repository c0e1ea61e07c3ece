/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Two sorts. The first brings equal hashes of both sides together, each with the side and number of
   its item, the least first; where only one side is met, that number goes into the second sort,
   which brings what is lacking back into the order of the sequences. Invariant: a place is the side
   in its highest bit and the number below. Nothing is looked up anywhere, so the disk is only read
   and written in long stretches. Cost: 24 bytes an item, and 8 for each that is lacking. */

#include "base/difference.h"

#include "base/memory.h"
#include "base/random.h"
#include "base/sort.h"

#include <xxhash.h>

enum { WORDS = 3, SIDE_BIT = 63 };

struct ln_difference {
  ln_sort*    items;
  ln_sort*    lacking; ///< made when sealed
  size_t      memory;
  uint64_t    seed;
  uint64_t    next[2];   ///< number of the next item
  uint64_t    unique[2]; ///< items
  uint64_t    lacks[2];
  const char* error;
};

ln_status
ln_difference_new(const size_t memory, ln_difference** const difference)
{
  ln_difference* const d = ln_alloc_zero(1U, sizeof(*d));
  *difference            = d;
  if (!d) {
    return LN_NO_MEM;
  }
  d->memory          = memory;
  d->seed            = ln_random();
  d->error           = "";
  const ln_status st = ln_sort_new(WORDS, memory / 4U * 3U, &d->items);
  if (st != LN_OK) {
    ln_difference_free(d);
    *difference = NULL;
  }
  return st;
}

void
ln_difference_free(ln_difference* const difference)
{
  if (difference) {
    ln_sort_free(difference->items);
    ln_sort_free(difference->lacking);
    ln_free(difference);
  }
}

static ln_status
keep_error(ln_difference* const d, const ln_sort* const sort, const ln_status st)
{
  if (st == LN_IO) {
    d->error = ln_sort_error(sort);
  }
  return st;
}

ln_status
ln_difference_add(ln_difference* const d, const ln_side side, const ln_view item)
{
  const XXH128_hash_t hash  = XXH3_128bits_withSeed(item.n > 0U ? item.s : "", item.n, d->seed);
  const uint64_t      place = ((uint64_t)side << SIDE_BIT) | d->next[side]++;
  const uint64_t      record[WORDS] = {hash.high64, hash.low64, place};
  return keep_error(d, d->items, ln_sort_add(d->items, record));
}

/* The first of equal items on each side, of which one may be missing. */
typedef struct {
  uint64_t hash[2];
  uint64_t place[2];
  bool     there[2];
} meeting;

static ln_status
end_meeting(ln_difference* const d, const meeting* const m)
{
  for (size_t side = 0U; side < 2U; ++side) {
    d->unique[side] += m->there[side] ? 1U : 0U;
    if (m->there[side] && !m->there[1U - side]) {
      ++d->lacks[side];
      LN_TRY(keep_error(d, d->lacking, ln_sort_add(d->lacking, &m->place[side])));
    }
  }
  return LN_OK;
}

ln_status
ln_difference_seal(ln_difference* const d)
{
  const uint64_t* record = NULL;
  meeting         m      = {0};
  LN_TRY(ln_sort_new(1U, d->memory / 4U, &d->lacking));
  ln_status st = ln_sort_next(d->items, &record);
  for (; st == LN_OK; st = ln_sort_next(d->items, &record)) {
    if (record[0] != m.hash[0] || record[1] != m.hash[1]) {
      LN_TRY(end_meeting(d, &m));
      m = (meeting){.hash = {record[0], record[1]}};
    }
    const size_t side = (size_t)(record[2] >> SIDE_BIT);
    m.place[side]     = m.there[side] ? m.place[side] : record[2];
    m.there[side]     = true;
  }
  LN_TRY(st == LN_END ? LN_OK : keep_error(d, d->items, st));
  LN_TRY(end_meeting(d, &m));
  ln_sort_free(d->items);
  d->items = NULL;
  return LN_OK;
}

ln_status
ln_difference_next(ln_difference* const d, ln_side* const side, uint64_t* const number)
{
  const uint64_t* record = NULL;
  LN_TRY(keep_error(d, d->lacking, ln_sort_next(d->lacking, &record)));
  *side   = record[0] >> SIDE_BIT == 0U ? LN_SIDE_OLD : LN_SIDE_NEW;
  *number = record[0] & (((uint64_t)1U << SIDE_BIT) - 1U);
  return LN_OK;
}

uint64_t
ln_difference_items(const ln_difference* const difference, const ln_side side)
{
  return difference->unique[side];
}

uint64_t
ln_difference_lacking(const ln_difference* const difference, const ln_side side)
{
  return difference->lacks[side];
}

const char*
ln_difference_error(const ln_difference* const difference)
{
  return difference->error;
}
