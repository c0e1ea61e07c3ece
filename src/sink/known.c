/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What was described so far. Only a triple of the same subject and graph can repeat another, so one
   look-up a description finds all candidates: a slot points to the latest record of the subject,
   with its packed pairs, and each record to the one before. A subject of many pairs (`wide`) has a
   record, found by hash, for each further pair instead, hence nothing is quadratic.

   Invariant: records are never changed, so they may lie on a tape (base/tape.h), most of it in a
   file; slots are put and found again (base/slots.h), and that they are in files, too, shows in
   nothing but time. Packed bytes are compared, never hashes alone. Three quarters of the memory are
   for slots, the rest is the tape's.

   Cost: what base/slots.h says for each subject; a triple its bytes and about three more of tape, a
   description 16 and its subject. One cache miss, fetched ahead, if the subject is new; if it is
   not, two, or system calls where its slot or record are in files. */

#include "sink/known.h"

#include "base/memory.h"
#include "base/random.h"
#include "base/slots.h"
#include "base/tape.h"
#include "sink/desc_packer.h"

#include <xxhash.h>

#include <string.h>

enum { STEP = 16, LEAST_MEMORY = 1 << 15, FEW = 32, WIDE = FEW + 1 };

/* Stands in front of a packed subject and its packed pairs, or of one pair alone. */
typedef struct {
  uint32_t link;  ///< subject: the record before, plus one; pair of a wide one: the subject's
  uint32_t n_key; ///< bytes of the subject; 0: there is none
  uint32_t n;     ///< bytes of pairs
  uint16_t count; ///< subject: its pairs so far; WIDE: each further one has its own record
  uint16_t press; ///< number of the one whose imprint the pairs are; 0: they are packed
} record;

struct ln_known {
  ln_desc_packer packer;
  ln_tape*       tape; ///< of records
  ln_slots*      slots;
  uint64_t       seed;
  size_t         fresh; ///< pairs at hand
  ln_presses     presses;
  const char*    error; ///< of its own; NULL: none
};

/* ---- records ---- */

/* A record and, behind it, the first `n` bytes of what it holds. */
static ln_status
get_record(const ln_known* const k, const uint32_t place_1, const size_t n, const record** const r)
{
  const uint64_t offset = (uint64_t)(place_1 - 1U) * STEP;
  const char*    bytes  = NULL;
  LN_TRY(ln_tape_get(k->tape, offset, sizeof(record) + n, &bytes));
  const void* const at = bytes;
  *r                   = at;
  return LN_OK;
}

static size_t
room_of(const size_t n)
{
  return (sizeof(record) + n + STEP - 1U) / STEP * STEP;
}

/* Add a record with its key; pairs go behind it. */
static ln_status
add_record(
  ln_known* const k, const record head, const ln_view key, uint32_t* const place_1, char** const to)
{
  uint64_t offset = 0U;
  char*    at     = NULL;
  if (ln_tape_size(k->tape) / STEP >= UINT32_MAX - 1U) {
    k->error = "there are more than 64 GiB of different triples";
    return LN_IO;
  }
  LN_TRY(ln_tape_add(k->tape, room_of((size_t)head.n_key + head.n), &at, &offset));
  memcpy(at, &head, sizeof(record));
  memcpy(at + sizeof(record), key.s, key.n);
  *to      = at + sizeof(record) + key.n;
  *place_1 = (uint32_t)(offset / STEP) + 1U;
  return LN_OK;
}

/* Whether a record is that of a subject (no owner) or of a pair of the wide subject `owner`. */
static ln_status
is_record(const ln_known* const k,
          const uint32_t        place_1,
          const uint32_t        owner,
          const ln_view         bytes,
          bool* const           is)
{
  const record* r = NULL;
  LN_TRY(get_record(k, place_1, 0U, &r));
  *is = owner == 0U ? r->n_key == bytes.n : r->n_key == 0U && r->link == owner && r->n == bytes.n;
  if (*is) {
    LN_TRY(get_record(k, place_1, bytes.n, &r));
    *is = memcmp(r + 1, bytes.s, bytes.n) == 0;
  }
  return LN_OK;
}

/* Where the record of something is, and where its slot is or would be. */
typedef struct {
  ln_slot_walk walk;
  uint32_t     place_1; ///< 0: there is none
} found;

/* Look for the record of a subject, or of a pair of the wide subject `owner`. */
static ln_status
find(const ln_known* const k,
     const uint32_t        tag,
     const uint32_t        owner,
     const ln_view         bytes,
     found* const          f)
{
  ln_status st = LN_OK;
  bool      is = false;
  f->walk      = ln_slots_find(k->slots, tag);
  while (!is) {
    st = ln_slots_next(k->slots, &f->walk, &f->place_1);
    if (st != LN_OK) {
      f->place_1 = 0U;
      return st == LN_END ? LN_OK : st;
    }
    LN_TRY(is_record(k, f->place_1, owner, bytes, &is));
  }
  return LN_OK;
}

/* Of a subject (no owner) or of a pair of the wide subject `owner`. */
static uint32_t
tag_of(const ln_known* const k, const uint32_t owner, const ln_view bytes)
{
  return (uint32_t)(XXH3_64bits_withSeed(bytes.s, bytes.n, k->seed + owner) >> 32U);
}

/* ---- what is known ---- */

static void
mark(ln_known* const k, ln_packed* const pair)
{
  pair->known = true;
  --k->fresh;
}

/* Mark pairs of a short description that repeat an earlier one. A bit of `met` for each pair spares
   most comparisons. */
static void
meet_itself(ln_known* const k)
{
  const ln_desc_packer* const p   = &k->packer;
  uint64_t                    met = 0U;
  for (size_t i = 0U; i < p->n; ++i) {
    ln_packed* const           pair = &p->pairs[i];
    const unsigned char* const s    = (const unsigned char*)p->bytes.s + pair->at;
    const uint64_t mixed = (s[0] | (uint32_t)s[1] << 8U | (uint32_t)s[pair->n - 1U] << 16U |
                            (uint32_t)s[pair->n - 2U] << 24U) *
                           0x9E3779B97F4A7C15U;
    const uint64_t bit = (uint64_t)1U << (mixed >> 58U);
    for (size_t j = 0U; (met & bit) != 0U && j < i && !pair->known; ++j) {
      if (p->pairs[j].n == pair->n && memcmp(p->bytes.s + p->pairs[j].at, s, pair->n) == 0) {
        mark(k, pair);
      }
    }
    met |= bit;
  }
}

static void
meet_pair(ln_known* const k, const char* const bytes, const size_t n)
{
  for (size_t i = 0U; i < k->packer.n; ++i) {
    ln_packed* const pair = &k->packer.pairs[i];
    if (pair->n == n && !pair->known && memcmp(k->packer.bytes.s + pair->at, bytes, n) == 0) {
      mark(k, pair);
    }
  }
}

static void
meet_packed(ln_known* const k, ln_view pairs)
{
  while (pairs.n > 0U) {
    const size_t n = ln_packed_size(pairs.s);
    meet_pair(k, pairs.s, n);
    pairs = ln_view_from(pairs, n);
  }
}

static ln_status
meet_imprint(ln_known* const k, const ln_press* const press, const char* const at)
{
  ln_imprint_reader reader = {.stencil = &press->stencil, .at = at};
  ln_pair           pair;
  while (ln_imprint_next(&reader, &pair)) {
    LN_TRY(ln_desc_packer_one(&k->packer, &pair));
    meet_pair(k, k->packer.one.s, k->packer.one.n);
  }
  return LN_OK;
}

/* Mark pairs that an earlier description of the subject has, if it was not wide then. */
static ln_status
meet_chain(ln_known* const k, const uint32_t subject)
{
  const record* r = NULL;
  for (uint32_t place = subject; place != 0U && k->fresh > 0U; place = r->link) {
    LN_TRY(get_record(k, place, 0U, &r));
    LN_TRY(get_record(k, place, (size_t)r->n_key + r->n, &r));
    const ln_view pairs = {(const char*)(r + 1) + r->n_key, r->n};
    if (r->press == 0U) {
      meet_packed(k, pairs);
    } else {
      LN_TRY(meet_imprint(k, ln_presses_at(&k->presses, r->press), pairs.s));
    }
  }
  return LN_OK;
}

/* ---- adding ---- */

/* The subject at hand. */
typedef struct {
  found    at;
  uint32_t count; ///< of its pairs, or WIDE
} subject;

/* The bytes of all new pairs. */
static size_t
fresh_bytes(const ln_known* const k)
{
  size_t sum = 0U;
  for (size_t i = 0U; i < k->packer.n; ++i) {
    sum += k->packer.pairs[i].known ? 0U : k->packer.pairs[i].n;
  }
  return sum;
}

/* Point the subject's slot to a new record. */
static ln_status
add_subject(
  ln_known* const k, subject* const s, const size_t n, const uint32_t count, char** const to)
{
  const ln_view key  = ln_text_view(&k->packer.subject);
  const record  head = {s->at.place_1, (uint32_t)key.n, (uint32_t)n, (uint16_t)count, 0U};
  LN_TRY(add_record(k, head, key, &s->at.place_1, to));
  return ln_slots_put(k->slots, &s->at.walk, s->at.place_1);
}

/* All new pairs in one record. */
static ln_status
add_few(ln_known* const k, subject* const s)
{
  const ln_desc_packer* const p  = &k->packer;
  char*                       to = NULL;
  LN_TRY(add_subject(k, s, fresh_bytes(k), s->count + (uint32_t)k->fresh, &to));
  if (k->fresh == p->n) {
    memcpy(to, p->bytes.s, p->bytes.n);
    return LN_OK;
  }
  for (size_t i = 0U; i < p->n; ++i) {
    const ln_view pair = ln_desc_packer_pair(p, i);
    if (!p->pairs[i].known) {
      memcpy(to, pair.s, pair.n);
      to += pair.n;
    }
  }
  return LN_OK;
}

/* Each new pair in a record of its own; repetitions in a long description show here. */
static ln_status
add_many(ln_known* const k, subject* const s)
{
  char* to = NULL;
  LN_TRY(s->count < WIDE ? add_subject(k, s, 0U, WIDE, &to) : LN_OK);
  const uint32_t owner = s->at.place_1;
  for (size_t i = 0U; i < k->packer.n; ++i) {
    const ln_view pair = ln_desc_packer_pair(&k->packer, i);
    found         at   = {.place_1 = 0U};
    if (k->packer.pairs[i].known) {
      continue;
    }
    LN_TRY(find(k, tag_of(k, owner, pair), owner, pair, &at));
    if (at.place_1 != 0U) {
      mark(k, &k->packer.pairs[i]);
      continue;
    }
    const record head = {owner, 0U, (uint32_t)pair.n, 0U, 0U};
    LN_TRY(add_record(k, head, (ln_view){"", 0U}, &at.place_1, &to));
    memcpy(to, pair.s, pair.n);
    LN_TRY(ln_slots_put(k->slots, &at.walk, at.place_1));
  }
  return LN_OK;
}

/* The new pairs of the description at hand. */
static ln_status
add_pairs(ln_known* const k, subject* const s)
{
  const bool many = s->count + k->fresh > FEW || k->packer.n > FEW;
  return many ? add_many(k, s) : add_few(k, s);
}

/* What is known of a subject that was described before. */
static ln_status
meet_subject(ln_known* const k, subject* const s)
{
  const record* r = NULL;
  LN_TRY(get_record(k, s->at.place_1, 0U, &r));
  s->count = r->count;
  LN_TRY(meet_chain(k, s->at.place_1));
  if (ln_slots_is_far(&s->at.walk) && (k->fresh == 0U || s->count == WIDE)) {
    return ln_slots_put(k->slots, &s->at.walk, s->at.place_1);
  }
  return LN_OK;
}

ln_status
ln_known_meet(ln_known* const known, const ln_desc* const desc)
{
  ln_known* const k = known;
  subject         s = {.count = 0U};
  LN_TRY(ln_desc_packer_subject(&k->packer, &desc->subject, &desc->graph));
  const ln_view  key = ln_text_view(&k->packer.subject);
  const uint32_t tag = tag_of(k, 0U, key);
  ln_slots_prefetch(k->slots, tag); // there when pairs are packed
  LN_TRY(ln_desc_packer_pairs(&k->packer, desc));
  k->fresh = k->packer.n;
  if (k->packer.n <= FEW) {
    meet_itself(k);
  }
  LN_TRY(find(k, tag, 0U, key, &s.at));
  LN_TRY(s.at.place_1 != 0U ? meet_subject(k, &s) : LN_OK);
  return k->fresh > 0U ? add_pairs(k, &s) : LN_OK;
}

/* ---- imprints ---- */

ln_status
ln_known_expect(ln_known* const known, const ln_stamp* const stamp, ln_expected* const expected)
{
  const ln_press* press = NULL;
  LN_TRY(ln_presses_find(&known->presses, stamp->stencil, &press));
  LN_TRY(ln_imprint_take(&expected->imprint, press, stamp));
  if (expected->imprint.n == 0U) {
    return LN_OK;
  }
  ln_text* const key = &known->packer.subject;
  LN_TRY(ln_desc_packer_subject(&known->packer, &stamp->subject, &stamp->stencil->graph));
  ln_text_reset(&expected->key);
  LN_TRY(ln_text_add(&expected->key, ln_text_view(key)));
  expected->tag = tag_of(known, 0U, ln_text_view(key));
  ln_slots_prefetch(known->slots, expected->tag);
  return LN_OK;
}

void
ln_expected_clear(ln_expected* const expected)
{
  ln_imprint_clear(&expected->imprint);
  ln_text_clear(&expected->key);
}

/* Remember the imprint of a subject that is new. */
static ln_status
add_imprint(ln_known* const k, const ln_expected* const e, found* const at)
{
  const ln_view key   = ln_text_view(&e->key);
  const ln_view slots = ln_imprint_slots(&e->imprint);
  const record  head  = {
    0U, (uint32_t)key.n, (uint32_t)slots.n, (uint16_t)e->imprint.n, e->imprint.press->number};
  char* to = NULL;
  LN_TRY(add_record(k, head, key, &at->place_1, &to));
  memcpy(to, slots.s, slots.n);
  return ln_slots_put(k->slots, &at->walk, at->place_1);
}

/* Whether the latest record of a subject is this imprint. */
static ln_status
is_imprint(const ln_known* const k, const ln_expected* const e, const uint32_t at, bool* const is)
{
  const ln_view slots = ln_imprint_slots(&e->imprint);
  const record* r     = NULL;
  LN_TRY(get_record(k, at, 0U, &r));
  *is = r->press == e->imprint.press->number && r->n == slots.n;
  if (*is) {
    LN_TRY(get_record(k, at, (size_t)r->n_key + r->n, &r));
    *is = memcmp((const char*)(r + 1) + r->n_key, slots.s, slots.n) == 0;
  }
  return LN_OK;
}

ln_status
ln_known_meet_imprint(ln_known* const          known,
                      const ln_expected* const expected,
                      ln_known_answer* const   answer)
{
  found at = {.place_1 = 0U};
  bool  is = false;
  *answer  = LN_KNOWN_NONE;
  LN_TRY(find(known, expected->tag, 0U, ln_text_view(&expected->key), &at));
  if (at.place_1 == 0U) {
    return add_imprint(known, expected, &at);
  }
  LN_TRY(is_imprint(known, expected, at.place_1, &is));
  *answer = is ? LN_KNOWN_ALL : LN_KNOWN_PERHAPS;
  return is && ln_slots_is_far(&at.walk) ? ln_slots_put(known->slots, &at.walk, at.place_1) : LN_OK;
}

bool
ln_known_has(const ln_known* const known, const size_t i)
{
  return known->packer.pairs[i].known;
}

size_t
ln_known_fresh(const ln_known* const known)
{
  return known->fresh;
}

/* ---- life ---- */

static ln_status
start(ln_known* const k, const ln_names* const names, const size_t memory)
{
  LN_TRY(ln_desc_packer_init(&k->packer, names));
  LN_TRY(ln_tape_new(memory / 4U, &k->tape));
  return ln_slots_new(memory / 4U * 3U, &k->slots);
}

ln_status
ln_known_new(const ln_names* const names, const size_t memory, ln_known** const known)
{
  ln_known* const k = ln_alloc_zero(1U, sizeof(ln_known));
  *known            = k;
  if (!k) {
    return LN_NO_MEM;
  }
  /* The seed keeps a hostile table from filling one chain; it never shows in any output. */
  k->seed            = ln_random();
  const ln_status st = start(k, names, memory < LEAST_MEMORY ? (size_t)LEAST_MEMORY : memory);
  if (st != LN_OK) {
    ln_known_free(k);
    *known = NULL;
  }
  return st;
}

void
ln_known_free(ln_known* const known)
{
  if (known) {
    ln_desc_packer_clear(&known->packer);
    ln_presses_clear(&known->presses);
    ln_tape_free(known->tape);
    ln_slots_free(known->slots);
    ln_free(known);
  }
}

const char*
ln_known_error(const ln_known* const known)
{
  if (known->error) {
    return known->error;
  }
  const char* const error = ln_slots_error(known->slots);
  return *error ? error : ln_tape_error(known->tape);
}
