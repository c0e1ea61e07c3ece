/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What was described so far. Only a triple of the same subject and graph can repeat another, so one
   look-up a description finds all candidates: a slot points to the latest record of the subject,
   with its packed pairs, and each record to the one before. A subject of many pairs (`wide`) has a
   record, found by hash, for each further pair instead, hence nothing is quadratic.

   Invariant: records are never changed, so they may lie on a tape (base/tape.h), most of it in a
   file; only slots must stay in memory. Packed bytes are compared, never hashes alone. Slots are in
   the order of their hashes, so that doubling them is one pass; at most three of four are used,
   hence every probe ends. Half of the memory is for slots, a quarter is needed while they double,
   and the rest is the tape's.

   Cost: a subject takes 11 to 21 bytes of memory; a triple its bytes and about three more of tape,
   a description 16 and its subject. One cache miss, fetched ahead, if the subject is new; if it is
   not, two, or a system call where its record is in the file. */

#include "sink/known.h"

#include "base/memory.h"
#include "base/tape.h"
#include "sink/packer.h"

#include <xxhash.h>

#include <string.h>
#include <sys/random.h>

enum { STEP = 8, FIRST_BITS = 9, LEAST_MEMORY = 1 << 15, WIDE = LN_KNOWN_FEW + 1 };

typedef struct {
  uint32_t place_1; ///< of a record, in steps, plus one; 0: empty
  uint32_t tag;     ///< upper half of the hash; its first bits tell where the slot belongs
} slot;

/* Stands in front of a packed subject and its packed pairs, or of one pair alone. */
typedef struct {
  uint32_t link;  ///< subject: the record before, plus one; pair of a wide one: the subject's
  uint32_t n_key; ///< bytes of the subject; 0: there is none
  uint32_t n;     ///< bytes of pairs
  uint32_t count; ///< subject: its pairs so far; WIDE: each further one has its own record
} record;

struct ln_known {
  ln_packer packer;
  ln_tape*  tape; ///< of records
  slot*     slots;
  unsigned  bits; ///< binary logarithm of their number
  size_t    n;    ///< used
  size_t    most; ///< bytes of slots
  uint64_t  seed;
  uint64_t  hash;  ///< of the subject at hand
  size_t    fresh; ///< pairs at hand
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
  LN_TRY(ln_tape_add(k->tape, room_of((size_t)head.n_key + head.n), &at, &offset));
  memcpy(at, &head, sizeof(record));
  memcpy(at + sizeof(record), key.s, key.n);
  *to      = at + sizeof(record) + key.n;
  *place_1 = (uint32_t)(offset / STEP) + 1U;
  return LN_OK;
}

/* ---- slots ---- */

static size_t
slots_of(const ln_known* const k)
{
  return k->slots ? (size_t)1U << k->bits : 0U;
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

/* The slot of a record, or the empty one where it belongs. */
static ln_status
find_slot(const ln_known* const k,
          const uint32_t        tag,
          const uint32_t        owner,
          const ln_view         bytes,
          slot** const          found)
{
  const size_t mask = slots_of(k) - 1U;
  bool         is   = false;
  for (size_t i = tag >> (32U - k->bits); !is; i = (i + 1U) & mask) {
    *found = &k->slots[i];
    if ((*found)->place_1 == 0U) {
      return LN_OK;
    }
    if ((*found)->tag == tag) {
      LN_TRY(is_record(k, (*found)->place_1, owner, bytes, &is));
    }
  }
  return LN_OK;
}

static uint32_t
tag_of(const ln_known* const k, const uint32_t owner, const ln_view bytes)
{
  return (uint32_t)(XXH3_64bits_withSeed(bytes.s, bytes.n, k->seed + owner) >> 32U);
}

static ln_status
grow_slots(ln_known* const k, const unsigned bits)
{
  const size_t n     = (size_t)1U << bits;
  slot* const  slots = ln_alloc_zero(n, sizeof(slot));
  if (!slots) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < slots_of(k); ++i) {
    const slot old = k->slots[i];
    if (old.place_1 != 0U) {
      size_t at = old.tag >> (32U - bits);
      while (slots[at].place_1 != 0U) {
        at = (at + 1U) & (n - 1U);
      }
      slots[at] = old;
    }
  }
  ln_free(k->slots);
  k->slots = slots;
  k->bits  = bits;
  return LN_OK;
}

/* Whether that many records fit, which take so many bytes; if so there are slots for them
   afterwards. The first description always fits. */
static ln_status
reserve(ln_known* const k, const size_t records, const size_t bytes, bool* const fits)
{
  const uint64_t steps = (ln_tape_size(k->tape) + bytes) / STEP;
  unsigned       bits  = k->bits;
  while (k->n + records > ((size_t)3U << bits) / 4U && bits < 31U) {
    ++bits;
  }
  const bool few = k->n + records <= ((size_t)3U << bits) / 4U && steps < UINT32_MAX;
  *fits          = few && (k->n == 0U || bits == k->bits || sizeof(slot) << bits <= k->most);
  return *fits && bits > k->bits ? grow_slots(k, bits) : LN_OK;
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
  const ln_packer* const p   = &k->packer;
  uint64_t               met = 0U;
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

/* Mark pairs that an earlier description of the subject has, if it was not wide then. */
static ln_status
meet_chain(ln_known* const k, const uint32_t subject)
{
  const record* r = NULL;
  for (uint32_t place = subject; place != 0U && k->fresh > 0U; place = r->link) {
    LN_TRY(get_record(k, place, 0U, &r));
    LN_TRY(get_record(k, place, (size_t)r->n_key + r->n, &r));
    const char*       s   = (const char*)(r + 1) + r->n_key;
    const char* const end = s + r->n;
    while (s < end) {
      const size_t n = ln_packed_size(s);
      meet_pair(k, s, n);
      s += n;
    }
  }
  return LN_OK;
}

/* Mark pairs that a wide subject has. */
static ln_status
meet_wide(ln_known* const k, const uint32_t subject)
{
  for (size_t i = 0U; i < k->packer.n; ++i) {
    const ln_view pair = ln_packer_pair(&k->packer, i);
    slot*         at   = NULL;
    if (!k->packer.pairs[i].known) {
      LN_TRY(find_slot(k, tag_of(k, subject, pair), subject, pair, &at));
      if (at->place_1 != 0U) {
        mark(k, &k->packer.pairs[i]);
      }
    }
  }
  return LN_OK;
}

/* ---- adding ---- */

/* Where a subject belongs, and what there is of it. */
typedef struct {
  slot*    home;
  uint32_t tag;
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
  ln_known* const k, const subject* const s, const size_t n, const uint32_t count, char** const to)
{
  const ln_view key   = ln_text_view(&k->packer.subject);
  const record  head  = {s->home->place_1, (uint32_t)key.n, (uint32_t)n, count};
  uint32_t      place = 0U;
  LN_TRY(add_record(k, head, key, &place, to));
  k->n += s->home->place_1 == 0U ? 1U : 0U;
  *s->home = (slot){place, s->tag};
  return LN_OK;
}

/* All new pairs in one record. */
static ln_status
add_few(ln_known* const k, const subject* const s, const size_t n)
{
  const ln_packer* const p  = &k->packer;
  char*                  to = NULL;
  LN_TRY(add_subject(k, s, n, s->count + (uint32_t)k->fresh, &to));
  if (k->fresh == p->n) {
    memcpy(to, p->bytes.s, p->bytes.n);
    return LN_OK;
  }
  for (size_t i = 0U; i < p->n; ++i) {
    const ln_view pair = ln_packer_pair(p, i);
    if (!p->pairs[i].known) {
      memcpy(to, pair.s, pair.n);
      to += pair.n;
    }
  }
  return LN_OK;
}

/* Each new pair in a record of its own; repetitions in a long description show here. */
static ln_status
add_many(ln_known* const k, const subject* const s)
{
  char* to = NULL;
  LN_TRY(s->count < WIDE ? add_subject(k, s, 0U, WIDE, &to) : LN_OK);
  const uint32_t owner = s->home->place_1;
  for (size_t i = 0U; i < k->packer.n; ++i) {
    const ln_view  pair = ln_packer_pair(&k->packer, i);
    const uint32_t tag  = tag_of(k, owner, pair);
    slot*          at   = NULL;
    if (k->packer.pairs[i].known) {
      continue;
    }
    LN_TRY(find_slot(k, tag, owner, pair, &at));
    if (at->place_1 != 0U) {
      mark(k, &k->packer.pairs[i]);
      continue;
    }
    const record head  = {owner, 0U, (uint32_t)pair.n, 0U};
    uint32_t     place = 0U;
    LN_TRY(add_record(k, head, (ln_view){"", 0U}, &place, &to));
    memcpy(to, pair.s, pair.n);
    *at = (slot){place, tag};
    ++k->n;
  }
  return LN_OK;
}

/* The new pairs of the description at hand, if they fit. */
static ln_status
add_pairs(ln_known* const k, subject* const s, bool* const fits)
{
  const unsigned bits    = k->bits;
  const bool     many    = s->count + k->fresh > LN_KNOWN_FEW || k->packer.n > LN_KNOWN_FEW;
  const size_t   n       = fresh_bytes(k);
  const size_t   records = many ? k->fresh + 1U : 1U;
  const size_t   bytes   = (records * room_of(STEP)) + k->packer.subject.n + n;
  LN_TRY(reserve(k, records, bytes, fits));
  if (!*fits) {
    return LN_OK;
  }
  if (k->bits != bits) {
    LN_TRY(find_slot(k, s->tag, 0U, ln_text_view(&k->packer.subject), &s->home));
  }
  return many ? add_many(k, s) : add_few(k, s, n);
}

ln_status
ln_known_begin(ln_known* const known, const ln_desc* const desc, uint64_t* const hash)
{
  LN_TRY(ln_packer_subject(&known->packer, desc));
  const ln_view key = ln_text_view(&known->packer.subject);
  *hash             = XXH3_64bits_withSeed(key.s, key.n, known->seed);
  known->hash       = *hash;
  __builtin_prefetch(&known->slots[*hash >> (64U - known->bits)]); // there when pairs are packed
  return LN_OK;
}

ln_status
ln_known_meet(ln_known* const known, const ln_desc* const desc, bool* const add)
{
  ln_known* const k = known;
  subject         s = {.tag = (uint32_t)(k->hash >> 32U)};
  LN_TRY(ln_packer_pairs(&k->packer, desc));
  k->fresh = k->packer.n;
  if (k->packer.n <= LN_KNOWN_FEW) {
    meet_itself(k);
  }
  LN_TRY(find_slot(k, s.tag, 0U, ln_text_view(&k->packer.subject), &s.home));
  const uint32_t place = s.home->place_1;
  if (place != 0U) {
    const record* r = NULL;
    LN_TRY(get_record(k, place, 0U, &r));
    s.count = r->count;
    LN_TRY(meet_chain(k, place));
  }
  bool fits = *add;
  if (*add && k->fresh > 0U) {
    LN_TRY(add_pairs(k, &s, &fits));
  }
  if (!fits && s.count == WIDE) {
    LN_TRY(meet_wide(k, place));
  }
  *add = *add && (fits || k->fresh == 0U);
  return LN_OK;
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
  k->most = memory / 2U;
  LN_TRY(ln_packer_init(&k->packer, names));
  LN_TRY(ln_tape_new(memory / 4U, &k->tape));
  return grow_slots(k, FIRST_BITS);
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
  if (getrandom(&k->seed, sizeof(k->seed), GRND_NONBLOCK) != (ssize_t)sizeof(k->seed)) {
    k->seed = (uint64_t)(uintptr_t)k;
  }
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
    ln_packer_clear(&known->packer);
    ln_tape_free(known->tape);
    ln_free(known->slots);
    ln_free(known);
  }
}

void
ln_known_reset(ln_known* const known)
{
  memset(known->slots, 0, slots_of(known) * sizeof(slot));
  known->n = 0U;
  ln_tape_reset(known->tape);
}

const char*
ln_known_error(const ln_known* const known)
{
  return ln_tape_error(known->tape);
}
