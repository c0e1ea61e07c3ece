/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A table with open addressing whose slots are in the order of their tags, hence written in one
   go: a slot stands at its home or, if that is taken, behind the one before. Invariant: between a
   slot and its home no place is empty. Nothing wraps around: the last slots may stand behind the
   last home. Three of four places are used, so that a question needs one small read in most cases.
   Merging reads and writes in order. Cost: about eleven bytes of disk a slot. */

#include "base/slot_run.h"

#include <stdbool.h>
#include <string.h>

ln_status
ln_slot_run_open(const uint64_t n, ln_slot_run* const run)
{
  *run = (ln_slot_run){.homes = n + (n / 3U) + 1U, .error = ""};
  return ln_spill_open(0U, &run->spill, &run->error);
}

static ln_status
kept(ln_slot_run* const run, const ln_status st)
{
  if (st == LN_IO) {
    run->error = ln_spill_error(run->spill);
  }
  return st;
}

uint64_t
ln_slot_run_home(const ln_slot_run* const run, const uint32_t tag)
{
  return (tag * run->homes) >> 32U;
}

ln_status
ln_slot_run_put(ln_slot_run* const run, const ln_tagged slot)
{
  static const ln_tagged empty = {0U, 0U};
  const uint64_t         home  = ln_slot_run_home(run, slot.tag);
  for (uint64_t i = ln_spill_size(run->spill) / sizeof(ln_tagged); i < home; ++i) {
    LN_TRY(kept(run, ln_spill_put(run->spill, &empty, sizeof(empty))));
  }
  ++run->n;
  return kept(run, ln_spill_put(run->spill, &slot, sizeof(slot)));
}

ln_status
ln_slot_run_get(ln_slot_run* const run,
                const uint64_t     position,
                const size_t       most,
                ln_tagged* const   slots,
                size_t* const      n)
{
  const uint64_t size = ln_spill_size(run->spill) / sizeof(ln_tagged);
  const uint64_t left = position < size ? size - position : 0U;
  *n                  = left < most ? (size_t)left : most;
  return kept(
    run, ln_spill_get(run->spill, position * sizeof(ln_tagged), slots, *n * sizeof(ln_tagged)));
}

/* ---- merging ---- */

typedef struct {
  ln_spill_reader reader;
  ln_tagged       slot; ///< the next one
  bool            done;
} source;

/* The next slot that is not empty. */
static ln_status
advance(source* const from, ln_slot_run* const run)
{
  const char* bytes = NULL;
  do {
    const ln_status st = ln_spill_next(&from->reader, sizeof(ln_tagged), &bytes);
    from->done         = st == LN_END;
    if (st != LN_OK) {
      return st == LN_END ? LN_OK : kept(run, st);
    }
    memcpy(&from->slot, bytes, sizeof(ln_tagged));
  } while (from->slot.place_1 == 0U);
  return LN_OK;
}

/* The source of the least tag, the latest of several; NULL: all are done. */
static source*
least(source* const sources, const size_t n)
{
  source* best = NULL;
  for (size_t i = n; i > 0U; --i) {
    source* const from = &sources[i - 1U];
    if (!from->done && (!best || from->slot.tag < best->slot.tag)) {
      best = from;
    }
  }
  return best;
}

static ln_status
merge(ln_slot_run* const runs, const size_t n, source* const sources, ln_slot_run* const to)
{
  for (size_t i = 0U; i < n; ++i) {
    sources[i].reader.spill = runs[i].spill;
    LN_TRY(advance(&sources[i], &runs[i]));
  }
  for (source* from = least(sources, n); from; from = least(sources, n)) {
    LN_TRY(ln_slot_run_put(to, from->slot));
    LN_TRY(advance(from, &runs[from - sources]));
  }
  return LN_OK;
}

ln_status
ln_slot_run_merge(ln_slot_run* const runs, const size_t n, ln_slot_run* const to)
{
  source   sources[LN_SLOT_FAN] = {{{0}, {0U, 0U}, false}};
  uint64_t sum                  = 0U;
  for (size_t i = 0U; i < n; ++i) {
    sum += runs[i].n;
  }
  LN_TRY(ln_slot_run_open(sum, to));
  to->level          = runs[0].level + 1U;
  const ln_status st = merge(runs, n, sources, to);
  for (size_t i = 0U; i < n; ++i) {
    if (st == LN_IO && *runs[i].error) {
      to->error = runs[i].error;
    }
    ln_spill_reader_clear(&sources[i].reader);
  }
  return st;
}

void
ln_slot_run_close(ln_slot_run* const run)
{
  ln_spill_close(run->spill);
  run->spill = NULL;
}
