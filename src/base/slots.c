/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A hash table of places that may be larger than memory. Slots are put to a table in memory; when
   it is full it is written to a file as it is (base/slot_run.h) and begins anew. Four files of one
   size become one of the next, so that there are few. A filter (base/filter.h) knows what is in
   files: they are asked only for what is there, but for a small share, and what is found in one may
   be put again, so that what is asked for often is in memory.

   Invariant: the table is in the order of tags but for what stands in one unbroken stretch, nothing
   wraps around, and the last slot is empty, hence every walk ends. At most three of four slots are
   used. Two thirds of the memory are for the table, and one is needed while it doubles; once there
   are files, the filter takes two and the table one.

   Cost: 11 to 21 bytes of memory a slot while all are there, then one or two of the filter and
   eleven of disk; a cache miss a question for the table and one for the filter, and for what is in
   a file a system call for each file that is later. */

#include "base/slots.h"

#include "base/filter.h"
#include "base/memory.h"

#include <string.h>

enum {
  FIRST_BITS = 9,
  MOST_BITS  = 30,
  BEHIND     = 256, ///< slots behind the last home
  NEAR       = 32,  ///< slots of a file read at once
  MOST_RUNS  = 64,  ///< three of a level, and far fewer levels than this allows
};

struct ln_slots {
  ln_tagged*  slots;
  unsigned    bits;   ///< binary logarithm of the number of homes
  size_t      n;      ///< used
  size_t      memory; ///< bytes that all may take
  ln_filter*  filter; ///< NULL: there are no files
  ln_slot_run runs[MOST_RUNS];
  size_t      n_runs;
  ln_tagged   near[NEAR]; ///< what was read of a file last
  const char* error;
};

static size_t
size_of(const unsigned bits)
{
  return ((size_t)1U << bits) + BEHIND;
}

static size_t
home_of(const unsigned bits, const uint32_t tag)
{
  return tag >> (32U - bits);
}

static ln_status
new_table(const unsigned bits, ln_tagged** const table)
{
  *table = ln_alloc_zero(size_of(bits), sizeof(ln_tagged));
  return *table ? LN_OK : LN_NO_MEM;
}

ln_status
ln_slots_new(const size_t memory, ln_slots** const slots)
{
  ln_slots* const s = ln_alloc_zero(1U, sizeof(ln_slots));
  *slots            = s;
  if (!s) {
    return LN_NO_MEM;
  }
  s->bits   = FIRST_BITS;
  s->memory = memory;
  s->error  = "";
  if (new_table(FIRST_BITS, &s->slots) != LN_OK) {
    ln_free(s);
    *slots = NULL;
    return LN_NO_MEM;
  }
  return LN_OK;
}

void
ln_slots_free(ln_slots* const slots)
{
  if (slots) {
    for (size_t i = 0U; i < slots->n_runs; ++i) {
      ln_slot_run_close(&slots->runs[i]);
    }
    ln_filter_free(slots->filter);
    ln_free(slots->slots);
    ln_free(slots);
  }
}

/* ---- files ---- */

static ln_status
kept(ln_slots* const s, const ln_slot_run* const run, const ln_status st)
{
  if (st == LN_IO) {
    s->error = run->error;
  }
  return st;
}

/* Move the used slots of the table to its beginning, in the order of their tags. They are nearly so
   already. */
static void
arrange(ln_slots* const s)
{
  size_t n = 0U;
  for (size_t i = 0U; n < s->n; ++i) {
    const ln_tagged slot = s->slots[i];
    size_t          to   = n;
    if (slot.place_1 != 0U) {
      for (; to > 0U && s->slots[to - 1U].tag > slot.tag; --to) {
        s->slots[to] = s->slots[to - 1U];
      }
      s->slots[to] = slot;
      ++n;
    }
  }
}

/* Make one of the last runs as long as there are enough of one level. */
static ln_status
merge_runs(ln_slots* const s)
{
  while (s->n_runs >= LN_SLOT_FAN &&
         s->runs[s->n_runs - LN_SLOT_FAN].level == s->runs[s->n_runs - 1U].level) {
    ln_slot_run* const first = &s->runs[s->n_runs - LN_SLOT_FAN];
    ln_slot_run        to    = {0};
    const ln_status    st    = kept(s, &to, ln_slot_run_merge(first, LN_SLOT_FAN, &to));
    if (st != LN_OK) {
      ln_slot_run_close(&to);
      return st;
    }
    for (size_t i = 0U; i < LN_SLOT_FAN; ++i) {
      ln_slot_run_close(&first[i]);
    }
    *first = to;
    s->n_runs -= LN_SLOT_FAN - 1U;
  }
  return LN_OK;
}

static ln_status
write_run(ln_slots* const s)
{
  ln_slot_run* const run = &s->runs[s->n_runs];
  LN_TRY(kept(s, run, ln_slot_run_open(s->n, run)));
  ++s->n_runs;
  for (size_t i = 0U; i < s->n; ++i) {
    LN_TRY(kept(s, run, ln_slot_run_put(run, s->slots[i])));
  }
  return LN_OK;
}

/* Let the filter know the only run. */
static ln_status
fill_filter(ln_slots* const s)
{
  ln_slot_run* const run = &s->runs[0];
  size_t             n   = 0U;
  uint64_t           at  = 0U;
  do {
    LN_TRY(kept(s, run, ln_slot_run_get(run, at, NEAR, s->near, &n)));
    at += n;
    for (size_t i = 0U; i < n; ++i) {
      if (s->near[i].place_1 != 0U) {
        ln_filter_add(s->filter, s->near[i].tag);
      }
    }
  } while (n > 0U);
  return LN_OK;
}

/* The first time. The table goes before the filter comes. */
static ln_status
begin_files(ln_slots* const s)
{
  LN_TRY(write_run(s));
  ln_free(s->slots);
  s->slots = NULL;
  s->bits -= s->bits > FIRST_BITS ? 1U : 0U;
  LN_TRY(new_table(s->bits, &s->slots));
  LN_TRY(ln_filter_new(s->memory / 3U * 2U, &s->filter));
  return fill_filter(s);
}

/* Write the table to a file, and begin a new one. */
static ln_status
spill(ln_slots* const s)
{
  arrange(s);
  if (!s->filter) {
    LN_TRY(begin_files(s));
  } else {
    LN_TRY(write_run(s));
    for (size_t i = 0U; i < s->n; ++i) {
      ln_filter_add(s->filter, s->slots[i].tag);
    }
    memset(s->slots, 0, size_of(s->bits) * sizeof(ln_tagged));
  }
  s->n = 0U;
  return merge_runs(s);
}

/* ---- the table ---- */

/* Where a slot of a tag may be put: a place that is free, or the last of all, which stays free. */
static size_t
free_place(const ln_tagged* const table, const unsigned bits, const uint32_t tag)
{
  size_t at = home_of(bits, tag);
  while (table[at].place_1 != 0U) {
    ++at;
  }
  return at;
}

/* A table of twice the size; without one, if it would have too many slots in one place. */
static ln_status
grow(ln_slots* const s, bool* const grown)
{
  const unsigned bits  = s->bits + 1U;
  ln_tagged*     table = NULL;
  LN_TRY(new_table(bits, &table));
  *grown = true;
  for (size_t i = 0U; i < size_of(s->bits) && *grown; ++i) {
    const ln_tagged slot = s->slots[i];
    if (slot.place_1 != 0U) {
      const size_t at = free_place(table, bits, slot.tag);
      table[at]       = slot;
      *grown          = at < size_of(bits) - 1U;
    }
  }
  if (!*grown) {
    ln_free(table);
    return LN_OK;
  }
  ln_free(s->slots);
  s->slots = table;
  s->bits  = bits;
  return LN_OK;
}

/* Room for one more. */
static ln_status
make_room(ln_slots* const s)
{
  bool grown = false;
  if (!s->filter && s->bits < MOST_BITS &&
      (sizeof(ln_tagged) << (s->bits + 1U)) <= s->memory / 3U * 2U) {
    LN_TRY(grow(s, &grown));
  }
  return grown ? LN_OK : spill(s);
}

void
ln_slots_prefetch(const ln_slots* const slots, const uint32_t tag)
{
  __builtin_prefetch(&slots->slots[home_of(slots->bits, tag)]);
  if (slots->filter) {
    ln_filter_prefetch(slots->filter, tag);
  }
}

ln_slot_walk
ln_slots_find(const ln_slots* const slots, const uint32_t tag)
{
  return (ln_slot_walk){.tag = tag, .at = home_of(slots->bits, tag), .given = SIZE_MAX};
}

/* Read on in the file at hand. */
static ln_status
read_near(ln_slots* const s, ln_slot_walk* const w)
{
  ln_slot_run* const run = &s->runs[w->run - 1U];
  LN_TRY(kept(s, run, ln_slot_run_get(run, w->position, NEAR, s->near, &w->n_seen)));
  w->position += w->n_seen;
  w->seen = 0U;
  return LN_OK;
}

/* The next slot of a tag in the file at hand, if there is one. */
static ln_status
next_in_run(ln_slots* const s, ln_slot_walk* const w, uint32_t* const place_1)
{
  *place_1 = 0U;
  for (;;) {
    if (w->seen == w->n_seen) {
      LN_TRY(read_near(s, w));
    }
    const ln_tagged slot = w->n_seen > 0U ? s->near[w->seen] : (ln_tagged){0U, 0U};
    if (slot.place_1 == 0U || slot.tag > w->tag) {
      return LN_OK;
    }
    ++w->seen;
    if (slot.tag == w->tag) {
      *place_1 = slot.place_1;
      return LN_OK;
    }
  }
}

static void
enter_run(const ln_slots* const s, ln_slot_walk* const w, const size_t run)
{
  w->run      = run;
  w->position = run > 0U ? ln_slot_run_home(&s->runs[run - 1U], w->tag) : 0U;
  w->seen     = 0U;
  w->n_seen   = 0U;
}

static ln_status
next_below(ln_slots* const s, ln_slot_walk* const w, uint32_t* const place_1)
{
  while (w->run > 0U) {
    LN_TRY(next_in_run(s, w, place_1));
    if (*place_1 != 0U) {
      return LN_OK;
    }
    enter_run(s, w, w->run - 1U);
  }
  return LN_END;
}

ln_status
ln_slots_next(ln_slots* const slots, ln_slot_walk* const walk, uint32_t* const place_1)
{
  if (!walk->below) {
    for (const ln_tagged* at = &slots->slots[walk->at]; at->place_1 != 0U; ++at) {
      if (at->tag == walk->tag) {
        walk->given = (size_t)(at - slots->slots);
        walk->at    = walk->given + 1U;
        *place_1    = at->place_1;
        return LN_OK;
      }
      walk->at = (size_t)(at - slots->slots) + 1U;
    }
    walk->below      = true;
    walk->given      = SIZE_MAX;
    const bool below = slots->filter && ln_filter_has(slots->filter, walk->tag);
    enter_run(slots, walk, below ? slots->n_runs : 0U);
  }
  return next_below(slots, walk, place_1);
}

bool
ln_slots_is_far(const ln_slot_walk* const walk)
{
  return walk->below;
}

ln_status
ln_slots_put(ln_slots* const slots, const ln_slot_walk* const walk, const uint32_t place_1)
{
  if (walk->given != SIZE_MAX) {
    slots->slots[walk->given].place_1 = place_1;
    return LN_OK;
  }
  size_t at = walk->at;
  while (slots->n + 1U > ((size_t)3U << slots->bits) / 4U || at == size_of(slots->bits) - 1U) {
    LN_TRY(make_room(slots));
    at = free_place(slots->slots, slots->bits, walk->tag);
  }
  slots->slots[at] = (ln_tagged){place_1, walk->tag};
  ++slots->n;
  return LN_OK;
}

const char*
ln_slots_error(const ln_slots* const slots)
{
  return slots->error;
}
