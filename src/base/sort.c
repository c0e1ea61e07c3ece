/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* External sort. Records gather in one block of memory; when it is full it is sorted and written
   behind the runs that are there. Reading merges all runs through a heap of their first records;
   the block, then free, is shared out among them as buffers. If there are more runs than buffers of
   a useful size, groups of runs are merged into longer ones first. Invariant: every run is sorted.
   Cost: each record is written and read once for each level, and there is one level up to memory
   squared over 4 KiB (256 MiB sort 16 TiB). */

#include "base/sort.h"

#include "base/memory.h"
#include "base/spill.h"

#include <stdbool.h>
#include <string.h>

enum { FIRST_RECORDS = 1024, LEAST_RECORDS = 256, BUFFER_BYTES = 4096 };

/* A sorted stretch of the file, and the part of it that is in memory. */
typedef struct {
  uint64_t  offset; ///< of the first record that was not read yet
  uint64_t  left;   ///< records not read yet
  uint64_t* buffer;
  size_t    at; ///< in the buffer
  size_t    n;
} run;

struct ln_sort {
  size_t      words;
  size_t      most; ///< records that memory may hold
  uint64_t*   block;
  size_t      n;   ///< records in it
  size_t      cap; ///< records it has room for
  uint64_t    count;
  ln_spill*   spill; ///< NULL: everything is in memory
  run*        runs;
  size_t      n_runs;
  size_t      cap_runs;
  size_t*     heap; ///< of runs, the one with the least record first
  size_t      n_heap;
  size_t      room; ///< records that each buffer of the merge has
  size_t      at;   ///< next record in memory
  bool        reading;
  bool        taken; ///< the least record was given out
  ln_status   status;
  const char* error;
};

ln_status
ln_sort_new(const size_t words, const size_t memory, ln_sort** const sort)
{
  ln_sort* const s = ln_alloc_zero(1U, sizeof(*s));
  *sort            = s;
  if (!s) {
    return LN_NO_MEM;
  }
  s->words = words;
  s->most  = memory / (words * sizeof(uint64_t));
  s->most  = s->most < LEAST_RECORDS ? LEAST_RECORDS : s->most;
  s->error = "";
  return LN_OK;
}

static ln_status
keep_error(ln_sort* const s, const ln_status st)
{
  if (st == LN_IO && s->spill) {
    s->error = ln_spill_error(s->spill);
  }
  return st;
}

static uint64_t*
record_at(const ln_sort* const s, uint64_t* const records, const size_t i)
{
  return records + (i * s->words);
}

static size_t
bytes_of(const ln_sort* const s, const size_t n)
{
  return n * s->words * sizeof(uint64_t);
}

static ln_status
add_run(ln_sort* const s, const uint64_t offset, const uint64_t n)
{
  if (s->n_runs == s->cap_runs) {
    const size_t cap  = s->cap_runs ? 2U * s->cap_runs : 16U;
    run* const   more = ln_realloc(s->runs, cap, sizeof(run));
    if (!more) {
      return LN_NO_MEM;
    }
    s->runs     = more;
    s->cap_runs = cap;
  }
  s->runs[s->n_runs++] = (run){.offset = offset, .left = n};
  return LN_OK;
}

/* Sort the block and write it as a run. */
static ln_status
spill_block(ln_sort* const s)
{
  if (!s->spill) {
    LN_TRY(ln_spill_open(BUFFER_BYTES, &s->spill, &s->error));
  }
  ln_sort_records(s->block, s->n, s->words);
  const uint64_t offset = ln_spill_size(s->spill);
  LN_TRY(keep_error(s, ln_spill_put(s->spill, s->block, bytes_of(s, s->n))));
  LN_TRY(add_run(s, offset, s->n));
  s->n = 0U;
  return LN_OK;
}

static ln_status
make_room(ln_sort* const s)
{
  if (s->cap == s->most) {
    return spill_block(s);
  }
  size_t cap           = s->cap ? 2U * s->cap : FIRST_RECORDS;
  cap                  = cap < s->most ? cap : s->most;
  uint64_t* const more = ln_realloc(s->block, cap, s->words * sizeof(uint64_t));
  if (!more) {
    return LN_NO_MEM;
  }
  s->block = more;
  s->cap   = cap;
  return LN_OK;
}

ln_status
ln_sort_add(ln_sort* const sort, const uint64_t* const record)
{
  if (sort->n == sort->cap) {
    LN_TRY(sort->status);
    sort->status = make_room(sort);
    LN_TRY(sort->status);
  }
  memcpy(record_at(sort, sort->block, sort->n), record, sort->words * sizeof(uint64_t));
  ++sort->n;
  ++sort->count;
  return LN_OK;
}

uint64_t
ln_sort_count(const ln_sort* const sort)
{
  return sort->count;
}

/* ---- merging ---- */

/* Read the next records of a run into its buffer, which has room for `room`. */
static ln_status
fill(ln_sort* const s, run* const r, const size_t room)
{
  r->at = 0U;
  r->n  = r->left < room ? (size_t)r->left : room;
  LN_TRY(keep_error(s, ln_spill_get(s->spill, r->offset, r->buffer, bytes_of(s, r->n))));
  r->offset += bytes_of(s, r->n);
  r->left -= r->n;
  return LN_OK;
}

static const uint64_t*
head_of(const ln_sort* const s, const size_t number)
{
  const run* const r = &s->runs[number];
  return record_at(s, r->buffer, r->at);
}

static bool
is_before(const ln_sort* const s, const size_t a, const size_t b)
{
  const uint64_t* const x = head_of(s, a);
  const uint64_t* const y = head_of(s, b);
  for (size_t i = 0U; i < s->words; ++i) {
    if (x[i] != y[i]) {
      return x[i] < y[i];
    }
  }
  return a < b;
}

static void
sift_down(ln_sort* const s, size_t at)
{
  for (size_t child = (2U * at) + 1U; child < s->n_heap; child = (2U * at) + 1U) {
    if (child + 1U < s->n_heap && is_before(s, s->heap[child + 1U], s->heap[child])) {
      ++child;
    }
    if (!is_before(s, s->heap[child], s->heap[at])) {
      return;
    }
    const size_t number = s->heap[at];
    s->heap[at]         = s->heap[child];
    s->heap[child]      = number;
    at                  = child;
  }
}

/* Share the block out among `n` runs from `first`, which are some, and put them into the heap. */
static ln_status
begin_merge(ln_sort* const s, const size_t first, const size_t n)
{
  const size_t room = n > 1U ? s->cap / n : s->cap;
  s->room           = room;
  s->n_heap         = 0U;
  for (size_t i = 0U; i < n; ++i) {
    run* const r = &s->runs[first + i];
    r->buffer    = record_at(s, s->block, i * room);
    LN_TRY(fill(s, r, room));
    s->heap[s->n_heap++] = first + i;
  }
  for (size_t i = n / 2U; i > 0U; --i) {
    sift_down(s, i - 1U);
  }
  return LN_OK;
}

/* The least record was used: go on behind it. */
static ln_status
advance(ln_sort* const s)
{
  run* const r = &s->runs[s->heap[0]];
  ++r->at;
  if (r->at == r->n && r->left > 0U) {
    LN_TRY(fill(s, r, s->room));
  }
  if (r->at == r->n) {
    s->heap[0] = s->heap[--s->n_heap];
  }
  sift_down(s, 0U);
  return LN_OK;
}

/* Merge `n` runs from `first` into one at the end of `to`. */
static ln_status
merge_runs(ln_sort* const s, const size_t first, const size_t n, ln_spill* const to)
{
  LN_TRY(begin_merge(s, first, n));
  while (s->n_heap > 0U) {
    const ln_status put = ln_spill_put(to, head_of(s, s->heap[0]), bytes_of(s, 1U));
    if (put != LN_OK) {
      s->error = ln_spill_error(to);
      return put;
    }
    LN_TRY(advance(s));
  }
  return LN_OK;
}

/* One level: every `fan` runs become one in a new file. */
static ln_status
merge_level(ln_sort* const s, const size_t fan)
{
  ln_spill* to   = NULL;
  size_t    made = 0U;
  LN_TRY(ln_spill_open(0U, &to, &s->error));
  ln_status st = LN_OK;
  for (size_t first = 0U; st == LN_OK && first < s->n_runs; first += fan) {
    const size_t   n      = s->n_runs - first < fan ? s->n_runs - first : fan;
    const uint64_t offset = ln_spill_size(to);
    st                    = merge_runs(s, first, n, to);
    s->runs[made++] =
      (run){.offset = offset, .left = (ln_spill_size(to) - offset) / bytes_of(s, 1U)};
  }
  if (st != LN_OK) {
    ln_spill_close(to);
    return st;
  }
  ln_spill_close(s->spill);
  s->spill  = to;
  s->n_runs = made;
  return LN_OK;
}

/* Nothing will be added any more. */
static ln_status
begin_reading(ln_sort* const s)
{
  s->reading = true;
  if (!s->spill) {
    ln_sort_records(s->block, s->n, s->words);
    return LN_OK;
  }
  if (s->n > 0U) {
    LN_TRY(spill_block(s));
  }
  size_t fan = bytes_of(s, s->cap) / BUFFER_BYTES;
  fan        = fan < 2U ? 2U : fan;
  s->heap    = ln_alloc_zero(fan, sizeof(size_t));
  if (!s->heap) {
    return LN_NO_MEM;
  }
  while (s->n_runs > fan) {
    LN_TRY(merge_level(s, fan));
  }
  return begin_merge(s, 0U, s->n_runs);
}

static ln_status
next_merged(ln_sort* const s, const uint64_t** const record)
{
  if (s->taken) {
    s->taken = false;
    LN_TRY(advance(s));
  }
  if (s->n_heap == 0U) {
    return LN_END;
  }
  s->taken = true;
  *record  = head_of(s, s->heap[0]);
  return LN_OK;
}

ln_status
ln_sort_next(ln_sort* const sort, const uint64_t** const record)
{
  *record = NULL;
  LN_TRY(sort->status);
  if (!sort->reading) {
    sort->status = begin_reading(sort);
    LN_TRY(sort->status);
  }
  if (sort->spill) {
    sort->status = next_merged(sort, record);
    return sort->status;
  }
  if (sort->at == sort->n) {
    return LN_END;
  }
  *record = record_at(sort, sort->block, sort->at++);
  return LN_OK;
}

const char*
ln_sort_error(const ln_sort* const sort)
{
  return sort->error;
}

void
ln_sort_free(ln_sort* const sort)
{
  if (sort) {
    ln_spill_close(sort->spill);
    ln_free(sort->block);
    ln_free(sort->runs);
    ln_free(sort->heap);
    ln_free(sort);
  }
}
