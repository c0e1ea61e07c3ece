/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Repeated triples. What was described is remembered (sink/known.h) and what is new goes on at
   once, the description itself if all of it is. Memory bounds how many subjects are remembered.
   When there is no room for one more, all that is new from there on waits in a file, in order, and
   a coarse count is kept of which subjects wait more than once (base/repeats.h). At the end the
   file is gone through in the same way, with nothing remembered at first: a subject that waits once
   needs no look-up any more. That is done again as long as something waits. Invariant: once
   something waits nothing more is remembered, so each round decides about its triples alone, the
   first of equal triples stays, and the output is the same with any memory. Cost: two to three
   times the run without while slots are in the processor's reach, three to four with many millions
   of subjects or where descriptions wait, of which each is written and read once more; only tables
   of more subjects that repeat than fit, again and again, take more rounds. */

#include "sink/distinct.h"

#include "base/memory.h"
#include "base/repeats.h"
#include "base/spill.h"
#include "base/text.h"
#include "sink/known.h"

#include <string.h>

typedef struct {
  ln_sink     next;
  size_t      memory;
  ln_known*   known;
  ln_pair*    pairs;         ///< that stay
  size_t      cap;           ///< room for them
  ln_spill*   waiting;       ///< descriptions; NULL: none waits
  ln_repeats* waiting_twice; ///< hashes of subjects that wait
  ln_repeats* twice;         ///< hashes of the subjects of this round; NULL: the first
  ln_text     record;
  const char* error;
} distinct;

/* What stands in front of a description in its file; then pairs and bytes. */
typedef struct {
  uint64_t n; ///< bytes behind this
  ln_term  subject;
  ln_term  graph;
  ln_where where;
  uint64_t n_pairs;
} desc_head;

static ln_status
spilled(distinct* const d, const ln_spill* const spill, const ln_status st)
{
  if (st == LN_IO) {
    d->error = ln_spill_error(spill);
  }
  return st;
}

static ln_status
remembered(distinct* const d, const ln_status st)
{
  if (st == LN_IO) {
    d->error = ln_known_error(d->known);
  }
  return st;
}

/* ---- waiting ---- */

static ln_status
start_waiting(distinct* const d)
{
  LN_TRY(ln_repeats_new(d->memory / 8U, &d->waiting_twice));
  return ln_spill_open(0U, &d->waiting, &d->error);
}

/* Where the parts of a description go, one behind the other. */
static char*
put_bytes(char* const to, const void* const bytes, const size_t n)
{
  if (n > 0U) {
    memcpy(to, bytes, n);
  }
  return to + n;
}

/* The bytes behind the head of a description in its file. */
static size_t
record_size(const ln_desc* const desc)
{
  size_t sum = desc->subject.n + desc->graph.n + (desc->n_pairs * sizeof(ln_pair));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_pair* const pair = &desc->pairs[i];
    sum += pair->object.n;
    if (pair->predicate >= LN_PREDICATE_CELL) {
      sum += sizeof(uint32_t) + desc->dynamic[pair->predicate - LN_PREDICATE_CELL].n;
    }
  }
  return sum;
}

/* Keep a description for the next round. */
static ln_status
wait_desc(distinct* const d, const ln_desc* const desc, const uint64_t hash)
{
  const size_t    n    = record_size(desc);
  const desc_head head = {.n       = n,
                          .subject = desc->subject,
                          .graph   = desc->graph,
                          .where   = desc->where,
                          .n_pairs = desc->n_pairs};
  ln_text_reset(&d->record);
  LN_TRY(ln_text_reserve(&d->record, sizeof(head) + n));
  char* to = put_bytes(d->record.s, &head, sizeof(head));
  to       = put_bytes(to, desc->pairs, desc->n_pairs * sizeof(ln_pair));
  to       = put_bytes(to, desc->subject.s, desc->subject.n);
  to       = put_bytes(to, desc->graph.s, desc->graph.n);
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_pair* const pair = &desc->pairs[i];
    to                        = put_bytes(to, pair->object.s, pair->object.n);
    if (pair->predicate >= LN_PREDICATE_CELL) {
      const ln_view  iri    = desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
      const uint32_t length = (uint32_t)iri.n;
      to                    = put_bytes(put_bytes(to, &length, sizeof(length)), iri.s, iri.n);
    }
  }
  ln_repeats_add(d->waiting_twice, hash);
  return spilled(d, d->waiting, ln_spill_put(d->waiting, d->record.s, sizeof(head) + n));
}

/* ---- descriptions ---- */

static ln_status
have_pairs(ln_pair** const pairs, size_t* const cap, const size_t n)
{
  if (*cap >= n) {
    return LN_OK;
  }
  ln_pair* const more = ln_realloc(*pairs, n, sizeof(ln_pair));
  if (!more) {
    return LN_NO_MEM;
  }
  *pairs = more;
  *cap   = n;
  return LN_OK;
}

/* Keep the pairs that are new so far. */
static ln_status
take_fresh(distinct* const d, const ln_desc* const desc, ln_desc* const less)
{
  size_t n = 0U;
  LN_TRY(have_pairs(&d->pairs, &d->cap, desc->n_pairs));
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
hand_on(distinct* const d, const ln_desc* const desc, const uint64_t hash)
{
  return d->waiting ? wait_desc(d, desc, hash) : ln_sink_describe(d->next, desc);
}

static ln_status
distinct_describe(void* const self, const ln_desc* const desc)
{
  distinct* const d    = self;
  bool            kept = !d->waiting;
  uint64_t        hash = 0U;
  ln_desc         less = *desc;
  LN_TRY(ln_known_begin(d->known, desc, &hash));
  if (d->twice && !ln_repeats_has(d->twice, hash)) {
    return hand_on(d, desc, hash);
  }
  LN_TRY(remembered(d, ln_known_meet(d->known, desc, &kept)));
  const size_t fresh = ln_known_fresh(d->known);
  if (!kept && !d->waiting) {
    LN_TRY(start_waiting(d));
  }
  if (d->waiting && desc->n_pairs > LN_KNOWN_FEW) {
    ln_repeats_add(d->waiting_twice, hash); // it may repeat itself, so it counts as two
  }
  if (fresh < desc->n_pairs) {
    LN_TRY(take_fresh(d, desc, &less));
  }
  return fresh > 0U || desc->n_pairs == 0U ? hand_on(d, &less, hash) : LN_OK;
}

/* ---- the end ---- */

/* Room to describe again what waited. */
typedef struct {
  ln_pair* pairs;
  size_t   cap;
  ln_view* dynamic;
  size_t   cap_dynamic;
} again;

static const char*
take_bytes(const char** const at, const size_t n)
{
  const char* const s = *at;
  *at += n;
  return s;
}

static ln_status
have_again(again* const a, const size_t n)
{
  LN_TRY(have_pairs(&a->pairs, &a->cap, n));
  if (a->cap_dynamic < n) {
    ln_view* const more = ln_realloc(a->dynamic, n, sizeof(ln_view));
    if (!more) {
      return LN_NO_MEM;
    }
    a->dynamic     = more;
    a->cap_dynamic = n;
  }
  return LN_OK;
}

static ln_status
replay(distinct* const d, const desc_head* const head, const char* at, again* const a)
{
  const size_t n         = (size_t)head->n_pairs;
  uint16_t     n_dynamic = 0U;
  LN_TRY(have_again(a, n));
  ln_desc desc = {.subject = head->subject,
                  .graph   = head->graph,
                  .pairs   = a->pairs,
                  .n_pairs = n,
                  .dynamic = a->dynamic,
                  .where   = head->where};
  (void)put_bytes((char*)a->pairs, take_bytes(&at, n * sizeof(ln_pair)), n * sizeof(ln_pair));
  desc.subject.s = take_bytes(&at, desc.subject.n);
  desc.graph.s   = take_bytes(&at, desc.graph.n);
  for (size_t i = 0U; i < n; ++i) {
    ln_pair* const pair = &a->pairs[i];
    pair->object.s      = take_bytes(&at, pair->object.n);
    /* What stood behind the bytes of the object is not there any more. */
    pair->flags &= ~(uint32_t)LN_PAIR_SLACK;
    if (pair->predicate >= LN_PREDICATE_CELL) {
      uint32_t length = 0U;
      memcpy(&length, take_bytes(&at, sizeof(length)), sizeof(length));
      a->dynamic[n_dynamic] = (ln_view){take_bytes(&at, length), length};
      pair->predicate       = (uint16_t)(LN_PREDICATE_CELL + n_dynamic++);
    }
  }
  return distinct_describe(d, &desc);
}

static ln_status
replay_all(distinct* const d, ln_spill* const waited)
{
  again           a      = {0};
  ln_spill_reader reader = {.spill = waited};
  const char*     bytes  = NULL;
  ln_status       st     = LN_OK;
  while (st == LN_OK) {
    desc_head head;
    st = spilled(d, waited, ln_spill_next(&reader, sizeof(desc_head), &bytes));
    if (st == LN_OK) {
      memcpy(&head, bytes, sizeof(head));
      st = spilled(d, waited, ln_spill_next(&reader, (size_t)head.n, &bytes));
      st = st == LN_OK ? replay(d, &head, bytes, &a) : st;
    }
  }
  ln_spill_reader_clear(&reader);
  ln_free(a.pairs);
  ln_free(a.dynamic);
  return st == LN_END ? LN_OK : st;
}

/* Go through all that waits; some of it may wait again. */
static ln_status
do_round(distinct* const d)
{
  ln_spill* const waited = d->waiting;
  d->waiting             = NULL;
  ln_repeats_free(d->twice);
  d->twice         = d->waiting_twice;
  d->waiting_twice = NULL;
  ln_known_reset(d->known);
  const ln_status st = replay_all(d, waited);
  ln_spill_close(waited);
  return st;
}

static ln_status
distinct_finish(void* const self)
{
  distinct* const d = self;
  while (d->waiting) {
    LN_TRY(do_round(d));
  }
  return ln_sink_finish(d->next);
}

static void
distinct_free(void* const self)
{
  distinct* const d = self;
  ln_known_free(d->known);
  ln_repeats_free(d->waiting_twice);
  ln_repeats_free(d->twice);
  ln_spill_close(d->waiting);
  ln_text_clear(&d->record);
  ln_free(d->pairs);
  ln_free(d);
}

ln_status
ln_distinct_new(const ln_names* const names,
                const size_t          memory,
                const ln_sink         next,
                ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {
    distinct_describe, distinct_finish, NULL, NULL, distinct_free, NULL};
  distinct* const d = ln_alloc_zero(1U, sizeof(distinct));
  if (!d) {
    return LN_NO_MEM;
  }
  *d                 = (distinct){.memory = memory, .next = next, .error = ""};
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
  return ((const distinct*)sink.self)->error;
}
