/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Repeated triples. What was described is remembered (sink/known.h), on disk where memory ends, and
   what is new goes on, the description itself if all of it is. To find out takes as long as memory
   takes to answer, so stamps stand in a queue as imprints (sink/imprint.h) for a few others while
   what they need is fetched. Invariant: order is kept, and nothing depends on the memory. Cost:
   that of sink/known.h, and making a stamp again of its imprint. */

#include "sink/distinct.h"

#include "base/memory.h"
#include "sink/known.h"

#include <stdbool.h>

enum { QUEUE = 16 };

typedef struct {
  ln_sink         next;
  ln_known*       known;
  ln_pair*        pairs; ///< that stay
  size_t          cap;   ///< room for them
  ln_expected     queue[QUEUE];
  size_t          first; ///< of those that wait
  size_t          n;
  ln_imprint_room room;
} distinct;

/* Keep the pairs that are new. */
static ln_status
take_fresh(distinct* const d, const ln_desc* const desc, ln_desc* const less)
{
  size_t n = 0U;
  if (d->cap < desc->n_pairs) {
    ln_pair* const more = ln_realloc(d->pairs, desc->n_pairs, sizeof(ln_pair));
    if (!more) {
      return LN_NO_MEM;
    }
    d->pairs = more;
    d->cap   = desc->n_pairs;
  }
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    if (!ln_known_has(d->known, i)) {
      d->pairs[n++] = desc->pairs[i];
    }
  }
  *less         = *desc;
  less->pairs   = d->pairs;
  less->n_pairs = n;
  return LN_OK;
}

static ln_status
describe(distinct* const d, const ln_desc* const desc)
{
  ln_desc less = *desc;
  LN_TRY(ln_known_meet(d->known, desc));
  const size_t fresh = ln_known_fresh(d->known);
  if (fresh < desc->n_pairs) {
    LN_TRY(take_fresh(d, desc, &less));
  }
  return fresh > 0U || desc->n_pairs == 0U ? ln_sink_describe(d->next, &less) : LN_OK;
}

/* ---- the queue ---- */

/* What an imprint says, as pairs: to meet them, or for a sink that takes no such stamp. */
static ln_status
describe_imprint(distinct* const d, const ln_imprint* const imprint, const bool met)
{
  ln_pair           pairs[LN_IMPRINT_PAIRS];
  size_t            n      = 0U;
  ln_imprint_reader reader = {.stencil = &imprint->press->stencil,
                              .at      = ln_imprint_slots(imprint).s};
  while (n < LN_IMPRINT_PAIRS && ln_imprint_next(&reader, &pairs[n])) {
    ++n;
  }
  const ln_desc desc = {.subject = imprint->subject,
                        .graph   = imprint->press->stencil.graph,
                        .pairs   = pairs,
                        .n_pairs = n,
                        .where   = imprint->where};
  return met ? ln_sink_describe(d->next, &desc) : describe(d, &desc);
}

/* Decide about the first of the queue. */
static ln_status
take_first(distinct* const d)
{
  const ln_expected* const e      = &d->queue[d->first];
  ln_known_answer          answer = LN_KNOWN_NONE;
  size_t                   n      = 0U;
  ln_stamp                 stamp;
  d->first = (d->first + 1U) % QUEUE;
  --d->n;
  LN_TRY(ln_known_meet_imprint(d->known, e, &answer));
  if (answer == LN_KNOWN_PERHAPS) {
    return describe_imprint(d, &e->imprint, false);
  }
  if (answer == LN_KNOWN_ALL) {
    return LN_OK;
  }
  LN_TRY(ln_imprint_stamp(&e->imprint, &d->room, &stamp));
  LN_TRY(ln_sink_stamp(d->next, &stamp, &n));
  return n == LN_UNSTAMPED ? describe_imprint(d, &e->imprint, true) : LN_OK;
}

static ln_status
take_all(distinct* const d)
{
  while (d->n > 0U) {
    LN_TRY(take_first(d));
  }
  return LN_OK;
}

static ln_status
distinct_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  distinct* const d = self;
  LN_TRY(d->n == QUEUE ? take_first(d) : LN_OK);
  ln_expected* const last = &d->queue[(d->first + d->n) % QUEUE];
  LN_TRY(ln_known_expect(d->known, stamp, last));
  if (last->imprint.n > 0U) {
    *n = last->imprint.n;
    ++d->n;
  }
  return LN_OK;
}

static ln_status
distinct_describe(void* const self, const ln_desc* const desc)
{
  distinct* const d = self;
  LN_TRY(take_all(d));
  return describe(d, desc);
}

static ln_status
distinct_finish(void* const self)
{
  distinct* const d = self;
  LN_TRY(take_all(d));
  return ln_sink_finish(d->next);
}

static void
distinct_free(void* const self)
{
  distinct* const d = self;
  for (size_t i = 0U; i < QUEUE; ++i) {
    ln_expected_clear(&d->queue[i]);
  }
  ln_imprint_room_clear(&d->room);
  ln_known_free(d->known);
  ln_free(d->pairs);
  ln_free(d);
}

ln_status
ln_distinct_new(const ln_names* const names,
                const size_t          memory,
                const ln_sink         next,
                ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {.describe = distinct_describe,
                                         .finish   = distinct_finish,
                                         .free     = distinct_free,
                                         .stamp    = distinct_stamp};
  distinct* const                 d   = ln_alloc_zero(1U, sizeof(distinct));
  if (!d) {
    return LN_NO_MEM;
  }
  d->next            = next;
  const ln_status st = ln_known_new(names, memory, &d->known);
  if (st != LN_OK) {
    ln_free(d);
    return st;
  }
  *sink = (ln_sink){&OPS, d};
  return LN_OK;
}

const char*
ln_distinct_error(const ln_sink sink)
{
  return ln_known_error(((const distinct*)sink.self)->known);
}
