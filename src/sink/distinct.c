/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Repeated triples. As long as memory lasts, what was described is remembered (sink/known.h) and
   what is new goes on at once, the description itself if all of it is. Once memory is full it stays
   as it is: what it holds is still dropped, all else waits in a file, its keys in one of several
   others by their hash. At the end each of those is gone through with a set of keys, as often as it
   takes: what does not fit waits for the next round, in order. So each set decides about its keys
   alone, the first of equal triples stays, and the output is the same with any memory. Dropped
   triples are sorted by number, and the file of descriptions is read once more. Cost: less than
   three times the run without while memory lasts, where eight triples share a new subject; behind
   it, a description and its keys are written and read once more, usually. */

#include "sink/distinct.h"

#include "base/keyset.h"
#include "base/memory.h"
#include "base/sort.h"
#include "base/spill.h"
#include "base/text.h"
#include "sink/known.h"

#include <string.h>

enum { PARTS = 16, PART_SHIFT = 60 };

typedef struct {
  const ln_names* names;
  ln_sink         next;
  size_t          memory;
  ln_known*       known;        ///< what was handed on
  ln_keyset*      set;          ///< for keys that waited
  ln_text         key;          ///< of the triple at hand
  ln_pair*        pairs;        ///< that stay
  size_t          cap;          ///< room for them
  bool            full;         ///< descriptions wait
  ln_spill*       waiting;      ///< descriptions
  ln_spill*       parts[PARTS]; ///< keys of waiting pairs
  uint64_t        n_waiting;    ///< pairs
  ln_sort*        dropped;      ///< numbers of waiting pairs
  uint64_t        drop;         ///< the next of them
  ln_text         record;
  const char*     error;
} distinct;

/* What stands in front of a key in its file. */
typedef struct {
  uint64_t number; ///< of the pair
  uint64_t n;      ///< bytes of the key
} key_head;

/* What stands in front of a description in its file; then pairs, dynamic predicates, bytes. */
typedef struct {
  uint64_t n; ///< bytes behind this
  ln_term  subject;
  ln_term  graph;
  ln_where where;
  uint64_t n_pairs;
} desc_head;

static ln_status
spilled(distinct* const d, ln_spill* const spill, const ln_status st)
{
  if (st == LN_IO) {
    d->error = spill ? ln_spill_error(spill) : d->error;
  }
  return st;
}

/* ---- waiting ---- */

static ln_status
open_files(distinct* const d)
{
  LN_TRY(ln_keyset_new(d->memory / 4U * 3U, &d->set));
  LN_TRY(ln_spill_open(0U, &d->waiting, &d->error));
  for (size_t i = 0U; i < PARTS; ++i) {
    LN_TRY(ln_spill_open(0U, &d->parts[i], &d->error));
  }
  d->full = true;
  return LN_OK;
}

static ln_status
wait_key(distinct* const d)
{
  const ln_view   key  = ln_text_view(&d->key);
  const uint64_t  hash = ln_keyset_hash(d->set, key);
  ln_spill* const part = d->parts[hash >> PART_SHIFT];
  const key_head  head = {d->n_waiting++, key.n};
  LN_TRY(spilled(d, part, ln_spill_put(part, &head, sizeof(head))));
  return spilled(d, part, ln_spill_put(part, key.s, key.n));
}

static ln_status
add_number(ln_text* const text, const uint32_t n)
{
  return ln_text_add(text, (ln_view){(const char*)&n, sizeof(n)});
}

static ln_status
add_bytes(ln_text* const text, const void* const bytes, const size_t n)
{
  return n > 0U ? ln_text_add(text, (ln_view){bytes, n}) : LN_OK;
}

static ln_status
wait_desc(distinct* const d, const ln_desc* const desc, const size_t n)
{
  ln_text* const r    = &d->record;
  desc_head      head = {
         .subject = desc->subject, .graph = desc->graph, .where = desc->where, .n_pairs = n};
  ln_text_reset(r);
  LN_TRY(add_bytes(r, d->pairs, n * sizeof(ln_pair)));
  LN_TRY(add_bytes(r, desc->subject.s, desc->subject.n));
  LN_TRY(add_bytes(r, desc->graph.s, desc->graph.n));
  for (size_t i = 0U; i < n; ++i) {
    const ln_pair* const pair = &d->pairs[i];
    LN_TRY(add_bytes(r, pair->object.s, pair->object.n));
    if (pair->predicate >= LN_PREDICATE_CELL) {
      const ln_view iri = desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
      LN_TRY(add_number(r, (uint32_t)iri.n));
      LN_TRY(ln_text_add(r, iri));
    }
  }
  head.n = r->n;
  LN_TRY(spilled(d, d->waiting, ln_spill_put(d->waiting, &head, sizeof(head))));
  return spilled(d, d->waiting, ln_spill_put(d->waiting, r->s, r->n));
}

/* ---- descriptions ---- */

static ln_status
have_pairs(distinct* const d, const size_t n)
{
  if (d->cap >= n) {
    return LN_OK;
  }
  ln_pair* const more = ln_realloc(d->pairs, n, sizeof(ln_pair));
  if (!more) {
    return LN_NO_MEM;
  }
  d->pairs = more;
  d->cap   = n;
  return LN_OK;
}

static ln_status
pass_on(const distinct* const d, const ln_desc* const desc, const size_t n)
{
  ln_desc less = *desc;
  less.pairs   = d->pairs;
  less.n_pairs = n;
  return n > 0U || desc->n_pairs == 0U ? ln_sink_describe(d->next, &less) : LN_OK;
}

/* The pairs that are new so far; their keys wait if they do. */
static ln_status
take_fresh(distinct* const d, const ln_desc* const desc)
{
  size_t n = 0U;
  LN_TRY(have_pairs(d, desc->n_pairs));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    if (ln_known_has(d->known, i)) {
      continue;
    }
    if (d->full) {
      LN_TRY(ln_known_key(d->known, i, &d->key));
      LN_TRY(wait_key(d));
    }
    d->pairs[n++] = desc->pairs[i];
  }
  return LN_OK;
}

static ln_status
distinct_describe(void* const self, const ln_desc* const desc)
{
  distinct* const d    = self;
  bool            kept = !d->full;
  LN_TRY(ln_known_meet(d->known, desc, &kept));
  const size_t fresh = ln_known_fresh(d->known);
  if (!d->full && !kept) {
    LN_TRY(open_files(d));
  }
  if (!d->full && fresh == desc->n_pairs) {
    return ln_sink_describe(d->next, desc);
  }
  LN_TRY(fresh > 0U ? take_fresh(d, desc) : LN_OK);
  if (!d->full) {
    return pass_on(d, desc, fresh);
  }
  return fresh > 0U ? wait_desc(d, desc, fresh) : LN_OK;
}

/* ---- the end ---- */

/* Keys of one file in order: known ones are dropped, new ones remembered, others wait for the next
   round in `rest`. */
static ln_status
sift_part(distinct* const d, ln_spill* const part, ln_spill* const rest)
{
  ln_spill_reader reader = {.spill = part};
  const char*     bytes  = NULL;
  ln_status       st     = ln_spill_next(&reader, sizeof(key_head), &bytes);
  while (st == LN_OK) {
    key_head head;
    bool     fresh = true;
    memcpy(&head, bytes, sizeof(head));
    st = ln_spill_next(&reader, (size_t)head.n, &bytes);
    if (st != LN_OK) {
      break;
    }
    const ln_view  key  = {bytes, (size_t)head.n};
    const uint64_t hash = ln_keyset_hash(d->set, key);
    if (ln_keyset_fits(d->set, 1U, key.n)) {
      st = ln_keyset_add(d->set, key, hash, &fresh);
    } else if (ln_keyset_has(d->set, key, hash)) {
      fresh = false;
    } else {
      st = spilled(d, rest, ln_spill_put(rest, &head, sizeof(head)));
      st = st == LN_OK ? spilled(d, rest, ln_spill_put(rest, key.s, key.n)) : st;
    }
    st = st == LN_OK && !fresh ? ln_sort_add(d->dropped, &head.number) : st;
    st = st == LN_OK ? ln_spill_next(&reader, sizeof(key_head), &bytes) : st;
  }
  ln_spill_reader_clear(&reader);
  return st == LN_END ? LN_OK : spilled(d, part, st);
}

static ln_status
sift(distinct* const d, ln_spill** const part)
{
  while (ln_spill_size(*part) > 0U) {
    ln_spill* rest = NULL;
    LN_TRY(ln_spill_open(0U, &rest, &d->error));
    ln_keyset_reset(d->set);
    const ln_status st = sift_part(d, *part, rest);
    ln_spill_close(*part);
    *part = rest;
    LN_TRY(st);
  }
  return LN_OK;
}

static ln_status
next_drop(distinct* const d)
{
  const uint64_t* record = NULL;
  const ln_status st     = ln_sort_next(d->dropped, &record);
  d->drop                = st == LN_OK ? *record : UINT64_MAX;
  if (st == LN_IO) {
    d->error = ln_sort_error(d->dropped);
  }
  return st == LN_END ? LN_OK : st;
}

static const char*
take_bytes(const char** const at, const size_t n)
{
  const char* const s = *at;
  *at += n;
  return s;
}

/* Describe again what is left of a description that waited. */
static ln_status
replay(distinct* const d, const desc_head* const head, const char* at, ln_view* const dynamic)
{
  const size_t n    = (size_t)head->n_pairs;
  size_t       left = 0U;
  ln_desc      desc = {.subject = head->subject,
                       .graph   = head->graph,
                       .pairs   = d->pairs,
                       .n_pairs = n,
                       .dynamic = dynamic,
                       .where   = head->where};
  memcpy(d->pairs, take_bytes(&at, n * sizeof(ln_pair)), n * sizeof(ln_pair));
  desc.subject.s = take_bytes(&at, desc.subject.n);
  desc.graph.s   = take_bytes(&at, desc.graph.n);
  for (size_t i = 0U; i < n; ++i) {
    ln_pair pair  = d->pairs[i];
    pair.object.s = take_bytes(&at, pair.object.n);
    /* What stood behind the bytes of the object is not there any more. */
    pair.flags &= ~(uint32_t)LN_PAIR_SLACK;
    if (pair.predicate >= LN_PREDICATE_CELL) {
      uint32_t length = 0U;
      memcpy(&length, take_bytes(&at, sizeof(length)), sizeof(length));
      dynamic[left]  = (ln_view){take_bytes(&at, length), length};
      pair.predicate = (uint16_t)(LN_PREDICATE_CELL + left);
    }
    if (d->n_waiting++ == d->drop) {
      LN_TRY(next_drop(d));
    } else {
      d->pairs[left++] = pair;
    }
  }
  return left > 0U ? pass_on(d, &desc, left) : LN_OK;
}

static ln_status
replay_all(distinct* const d, ln_view** const dynamic)
{
  ln_spill_reader reader = {.spill = d->waiting};
  const char*     bytes  = NULL;
  size_t          cap    = 0U;
  ln_status       st     = ln_spill_next(&reader, sizeof(desc_head), &bytes);
  while (st == LN_OK) {
    desc_head head;
    memcpy(&head, bytes, sizeof(head));
    if (head.n_pairs > cap) {
      cap                 = (size_t)head.n_pairs;
      ln_view* const more = ln_realloc(*dynamic, cap, sizeof(ln_view));
      *dynamic            = more ? more : *dynamic;
      st                  = more ? have_pairs(d, cap) : LN_NO_MEM;
    }
    st = st == LN_OK ? spilled(d, d->waiting, ln_spill_next(&reader, (size_t)head.n, &bytes)) : st;
    st = st == LN_OK ? replay(d, &head, bytes, *dynamic) : st;
    st =
      st == LN_OK ? spilled(d, d->waiting, ln_spill_next(&reader, sizeof(desc_head), &bytes)) : st;
  }
  ln_spill_reader_clear(&reader);
  return st == LN_END ? LN_OK : st;
}

static ln_status
release_waiting(distinct* const d)
{
  ln_view* dynamic = NULL;
  ln_known_free(d->known);
  d->known = NULL;
  LN_TRY(ln_sort_new(1U, d->memory / 4U, &d->dropped));
  for (size_t i = 0U; i < PARTS; ++i) {
    LN_TRY(sift(d, &d->parts[i]));
  }
  ln_keyset_free(d->set);
  d->set       = NULL;
  d->n_waiting = 0U;
  LN_TRY(next_drop(d));
  const ln_status st = replay_all(d, &dynamic);
  ln_free(dynamic);
  return st;
}

static ln_status
distinct_finish(void* const self)
{
  distinct* const d = self;
  LN_TRY(d->full ? release_waiting(d) : LN_OK);
  return ln_sink_finish(d->next);
}

static void
distinct_free(void* const self)
{
  distinct* const d = self;
  ln_known_free(d->known);
  ln_keyset_free(d->set);
  ln_sort_free(d->dropped);
  ln_spill_close(d->waiting);
  for (size_t i = 0U; i < PARTS; ++i) {
    ln_spill_close(d->parts[i]);
  }
  ln_text_clear(&d->key);
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
    distinct_describe, distinct_finish, NULL, NULL, distinct_free};
  distinct* const d = ln_alloc_zero(1U, sizeof(distinct));
  if (!d) {
    return LN_NO_MEM;
  }
  *d                 = (distinct){.names = names, .memory = memory, .next = next, .error = ""};
  const ln_status st = ln_known_new(names, memory / 8U * 7U, &d->known);
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
