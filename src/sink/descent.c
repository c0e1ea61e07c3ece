/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A triple more for each description: the row or source it comes from. Its object is a stem that is
   known when the plan is bound and the digits of a number, so that it is written as fast as any
   other, with stencils too. A worker passes on to a fork of the next sink, which it owns. */

#include "sink/descent.h"

#include "base/memory.h"
#include "base/wide.h"

#include <string.h>

enum { DIGITS_MOST = 20 };

typedef struct {
  const ln_descent_plan* plan;
  ln_sink                next;
  bool                   worker;
  ln_where               where; ///< of the last description that was told of
  ln_term                subject;
  uint32_t               n; ///< bytes of `digits`
  char                   digits[DIGITS_MOST + LN_SLACK];
} descent;

/* The digits of a number, at the beginning of the room for them. */
static void
write_digits(descent* const d, uint64_t number)
{
  char     reversed[DIGITS_MOST];
  uint32_t n = 0U;
  do {
    reversed[n++] = (char)('0' + (number % 10U));
    number /= 10U;
  } while (number > 0U);
  for (uint32_t i = 0U; i < n; ++i) {
    d->digits[i] = reversed[n - 1U - i];
  }
  d->n = n;
}

/* Whether something is to be said of a subject now. Bytes of the one before may be gone, so only
   where they stood is compared: what is in another place is told again, which does no harm. */
static bool
is_new(descent* const d, const ln_where where, const ln_term subject)
{
  const bool row  = where.row == d->where.row && where.source == d->where.source;
  const bool same = row && subject.s == d->subject.s && subject.n == d->subject.n &&
                    subject.stem == d->subject.stem && subject.n > 0U;
  if (where.row == 0U || where.source >= d->plan->n || d->plan->stems[where.source] == 0U || same) {
    return false;
  }
  if (!row && !d->plan->whole) {
    write_digits(d, where.row);
  }
  d->where   = where;
  d->subject = subject;
  return true;
}

static ln_pair
pair_of(const descent* const d)
{
  const uint32_t source = d->where.source;
  return (ln_pair){.object    = {.s     = d->digits,
                                 .n     = d->n,
                                 .stem  = d->plan->stems[source],
                                 .kind  = LN_IRI,
                                 .flags = LN_CLEAN},
                   .predicate = d->plan->predicate,
                   .flags     = d->plan->leads[source] | (uint32_t)LN_PAIR_SLACK};
}

static ln_status
tell(descent* const d)
{
  const ln_pair pair = pair_of(d);
  const ln_desc desc = {.subject = d->subject,
                        .graph   = d->plan->graph,
                        .pairs   = &pair,
                        .n_pairs = 1U,
                        .where   = d->where};
  return ln_sink_describe(d->next, &desc);
}

static ln_status
descent_describe(void* const self, const ln_desc* const desc)
{
  descent* const d = (descent*)self;
  LN_TRY(ln_sink_describe(d->next, desc));
  return desc->n_pairs > 0U && is_new(d, desc->where, desc->subject) ? tell(d) : LN_OK;
}

static ln_status
descent_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  descent* const d = (descent*)self;
  LN_TRY(ln_sink_stamp(d->next, stamp, n));
  if (*n == LN_UNSTAMPED || *n == 0U || !is_new(d, stamp->where, stamp->subject)) {
    return LN_OK;
  }
  const ln_slot_text text    = {.s = d->digits, .n = d->n, .flags = LN_CLEAN, .there = true};
  const ln_slot      slot    = {.pair = pair_of(d), .kind = LN_SLOT_TEXT};
  const ln_stencil   stencil = {.subject = stamp->stencil->subject,
                                .graph   = d->plan->graph,
                                .slots   = &slot,
                                .n       = 1U,
                                .uses    = 1U};
  const ln_stamp     own     = {.stencil = &stencil,
                                .subject = stamp->subject,
                                .texts   = &text,
                                .n_bytes = d->n,
                                .where   = stamp->where};
  size_t             more    = 0U;
  LN_TRY(ln_sink_stamp(d->next, &own, &more));
  return more == LN_UNSTAMPED ? tell(d) : LN_OK;
}

static ln_status
descent_finish(void* const self)
{
  return ln_sink_finish(((const descent*)self)->next);
}

static bool
descent_takes_lists(const void* const self)
{
  return ln_sink_takes_lists(((const descent*)self)->next);
}

static void
descent_free(void* const self)
{
  descent* const d = (descent*)self;
  if (d->worker) {
    ln_sink_free(d->next);
  }
  ln_free(d);
}

static ln_status
descent_fork(const void* const self, ln_sink* const worker)
{
  const descent* const d    = (const descent*)self;
  ln_sink              next = {NULL, NULL};
  LN_TRY(d->next.ops->fork(d->next.self, &next));
  const ln_status st = ln_descent_new(d->plan, next, worker);
  if (st != LN_OK) {
    ln_sink_free(next);
    return st;
  }
  ((descent*)worker->self)->worker = true;
  return LN_OK;
}

static ln_status
descent_join(void* const self, const ln_sink worker)
{
  const descent* const d = (const descent*)self;
  return d->next.ops->join(d->next.self, ((const descent*)worker.self)->next);
}

ln_status
ln_descent_new(const ln_descent_plan* const plan, const ln_sink next, ln_sink* const sink)
{
  static const struct ln_sink_ops SHARED = {.describe    = descent_describe,
                                            .finish      = descent_finish,
                                            .fork        = descent_fork,
                                            .join        = descent_join,
                                            .free        = descent_free,
                                            .stamp       = descent_stamp,
                                            .takes_lists = descent_takes_lists};
  static const struct ln_sink_ops ALONE  = {.describe    = descent_describe,
                                            .finish      = descent_finish,
                                            .free        = descent_free,
                                            .stamp       = descent_stamp,
                                            .takes_lists = descent_takes_lists};
  descent* const                  d      = (descent*)ln_alloc_zero(1U, sizeof(descent));
  if (!d) {
    return LN_NO_MEM;
  }
  d->plan = plan;
  d->next = next;
  *sink   = (ln_sink){next.ops->fork ? &SHARED : &ALONE, d};
  return LN_OK;
}
