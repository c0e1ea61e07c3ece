/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Counts what passes. A worker counts for itself and passes on to a fork of the next sink, which it
   owns; join adds its numbers and joins that fork. Whether it can be shared out depends on the next
   sink, so there are two tables of operations. */

#include "base/memory.h"
#include "sink/writers.h"

typedef struct {
  ln_counts* counts; ///< of the caller; in a worker its own
  ln_counts  own;
  ln_sink    next;
  bool       worker;
} counter;

static ln_status
counter_describe(void* const self, const ln_desc* const desc)
{
  const counter* const c = (const counter*)self;
  LN_TRY(c->next.ops ? ln_sink_describe(c->next, desc) : LN_OK);
  const size_t nodes = desc->n_links / (size_t)LN_LINK; /* of lists: two triples each */
  c->counts->descriptions += (desc->n_pairs > 0U ? 1U : 0U) + nodes;
  c->counts->triples += desc->n_pairs + (2U * nodes);
  return LN_OK;
}

/** Without a next sink nothing is made, only counted. */
static ln_status
counter_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  const counter* const c = (const counter*)self;
  if (c->next.ops) {
    LN_TRY(ln_sink_stamp(c->next, stamp, n));
  } else {
    *n = ln_stamp_pairs(stamp);
  }
  if (*n != LN_UNSTAMPED) {
    c->counts->descriptions += *n > 0U ? 1U : 0U;
    c->counts->triples += *n;
  }
  return LN_OK;
}

static bool
counter_takes_lists(const void* const self)
{
  const counter* const c = (const counter*)self;
  return c->next.ops && ln_sink_takes_lists(c->next);
}

static ln_status
counter_finish(void* const self)
{
  const counter* const c = (const counter*)self;
  return c->next.ops ? ln_sink_finish(c->next) : LN_OK;
}

static void
counter_free(void* const self)
{
  counter* const c = (counter*)self;
  if (c->worker) {
    ln_sink_free(c->next);
  }
  ln_free(c);
}

static ln_status
counter_fork(const void* const self, ln_sink* const worker)
{
  const counter* const c    = (const counter*)self;
  ln_sink              next = {NULL, NULL};
  if (c->next.ops) {
    LN_TRY(c->next.ops->fork(c->next.self, &next));
  }
  const ln_status status = ln_count_new(c->counts, next, worker);
  if (status != LN_OK) {
    ln_sink_free(next);
    return status;
  }
  counter* const copy = (counter*)worker->self;
  copy->worker        = true;
  copy->counts        = &copy->own;
  return LN_OK;
}

static ln_status
counter_join(void* const self, const ln_sink worker)
{
  const counter* const c    = (const counter*)self;
  counter* const       from = (counter*)worker.self;
  if (c->next.ops) {
    LN_TRY(c->next.ops->join(c->next.self, from->next));
  }
  c->counts->descriptions += from->own.descriptions;
  c->counts->triples += from->own.triples;
  from->own = (ln_counts){0U, 0U};
  return LN_OK;
}

ln_status
ln_count_new(ln_counts* const counts, const ln_sink next, ln_sink* const sink)
{
  static const struct ln_sink_ops SHARED = {.describe    = counter_describe,
                                            .finish      = counter_finish,
                                            .fork        = counter_fork,
                                            .join        = counter_join,
                                            .free        = counter_free,
                                            .stamp       = counter_stamp,
                                            .takes_lists = counter_takes_lists};
  static const struct ln_sink_ops ALONE  = {.describe    = counter_describe,
                                            .finish      = counter_finish,
                                            .free        = counter_free,
                                            .stamp       = counter_stamp,
                                            .takes_lists = counter_takes_lists};
  counter* const                  c      = (counter*)ln_alloc_zero(1U, sizeof(counter));
  if (!c) {
    return LN_NO_MEM;
  }
  c->counts = counts;
  c->next   = next;
  *sink     = (ln_sink){!next.ops || next.ops->fork ? &SHARED : &ALONE, c};
  return LN_OK;
}
