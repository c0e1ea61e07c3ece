/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What was described so far. Only a triple of the same subject and graph can repeat another, so one
   look-up a description finds all candidates: a slot points to a record with the subject and its
   packed pairs, and further descriptions of the subject are chained behind it. A subject of many
   pairs (`wide`) has a record, found by hash, for each pair instead, hence nothing is quadratic.

   Invariant: a packed pair or subject is equal bytes exactly if it is the same to RDF. An IRI may
   be said with several stems; it is packed with the longest that is a beginning of it. Packed bytes
   are compared, never hashes alone. Slots are in the order of their hashes, so that doubling them
   is one pass; at most three of four are used, hence every probe ends.

   Cost: a triple takes its bytes and about three more, a description 32 and its subject; one cache
   miss, fetched ahead, if the subject is new, two or more if not. 10 million triples of 1.3 million
   subjects, all new: 0.45 s, 205 MB. */

#include "sink/known.h"

#include "base/memory.h"
#include "base/wide.h"

#include <xxhash.h>

#include <string.h>
#include <sys/random.h>

enum { STEP = 8, FIRST_BITS = 9, FIRST_BYTES = 1 << 13, LEAST_MEMORY = 1 << 14 };

enum {
  FEW       = 32, ///< pairs of a subject that are compared one by one
  MOST_HEAD = 32, ///< bytes of a packed pair besides those of terms
};

typedef struct {
  uint32_t place_1; ///< of a record, in steps, plus one; 0: empty
  uint32_t tag;     ///< upper half of the hash; its first bits tell where the slot belongs
} slot;

/* Stands in front of a packed subject and its packed pairs, or of pairs alone. */
typedef struct {
  uint32_t link;  ///< subject: the next record of its chain, plus one; pair of a wide one: subject
  uint32_t n_key; ///< bytes of the subject; 0: there is none
  uint32_t n;     ///< bytes of pairs
  uint32_t count; ///< subject: its pairs in the chain; more than FEW: it is wide
} record;

typedef struct {
  size_t   at; ///< in the packed description
  uint32_t n;
  bool     known;
} span;

struct ln_known {
  const ln_names* names;
  bool*           extended; ///< IRI stems that begin another stem
  size_t          n_stems;
  slot*           slots;
  unsigned        bits; ///< binary logarithm of their number
  size_t          n;    ///< used
  char*           bytes;
  size_t          used;
  size_t          cap;
  size_t          memory;
  uint64_t        seed;
  ln_text         key;     ///< subject and graph of the description at hand, packed
  ln_text         packed;  ///< its pairs
  span*           spans;   ///< one each
  size_t          n_spans; ///< pairs of the description at hand
  size_t          cap_spans;
  size_t          fresh;
};

/* ---- packing ---- */

static ln_status
find_extended(ln_known* const k)
{
  k->n_stems  = ln_names_stems(k->names);
  k->extended = ln_alloc_zero(k->n_stems, sizeof(bool));
  if (!k->extended) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < k->n_stems; ++i) {
    const ln_stem* const stem = ln_names_stem_at(k->names, (uint16_t)i);
    for (size_t j = 0U; j < k->n_stems && !k->extended[i] && stem->kind == LN_IRI; ++j) {
      const ln_stem* const other = ln_names_stem_at(k->names, (uint16_t)j);
      k->extended[i] = i != j && other->kind == LN_IRI && ln_view_starts(other->iri, stem->iri);
    }
  }
  return LN_OK;
}

/* The same IRI with the longest stem there is. */
static __attribute__((noinline)) ln_term
extend(const ln_known* const k, const ln_term term)
{
  const ln_view whole = ln_term_bytes(term);
  const ln_view begin = ln_names_stem_at(k->names, term.stem)->iri;
  ln_term       best  = term;
  size_t        most  = begin.n;
  for (size_t i = 0U; i < k->n_stems; ++i) {
    const ln_stem* const stem = ln_names_stem_at(k->names, (uint16_t)i);
    if (stem->kind == LN_IRI && stem->iri.n > most && stem->iri.n - begin.n <= whole.n &&
        whole.s[stem->iri.n - begin.n - 1U] == stem->iri.s[stem->iri.n - 1U] &&
        ln_view_starts(stem->iri, begin) &&
        ln_view_starts(whole, ln_view_from(stem->iri, begin.n))) {
      most      = stem->iri.n;
      best.stem = (uint16_t)i;
      best.s    = term.s + (most - begin.n);
      best.n    = (uint32_t)(term.n - (most - begin.n));
    }
  }
  return best;
}

static inline ln_term
normal(const ln_known* const k, ln_term term)
{
  if (term.kind == LN_IRI && k->extended[term.stem]) {
    return extend(k, term);
  }
  term.stem = term.kind == LN_BLANK ? 0U : term.stem;
  return term;
}

/* Seven bits a byte, the lowest first. */
static char*
put_number(char* to, uint64_t n)
{
  for (; n >= 0x80U; n >>= 7U) {
    *to++ = (char)(n | 0x80U);
  }
  *to++ = (char)n;
  return to;
}

static char*
put_view(char* const to, const ln_view v)
{
  if (v.n > 0U) {
    memcpy(to, v.s, v.n);
  }
  return to + v.n;
}

static ln_status
pack_subject_term(const ln_known* const k, const ln_term given, ln_text* const text)
{
  static const ln_term none = {0};
  const ln_term        term = given.kind == LN_NONE ? none : normal(k, given);
  LN_TRY(ln_text_reserve(text, MOST_HEAD + (size_t)term.n));
  char* to = put_number(text->s + text->n, ((uint64_t)term.n << 2U) | term.kind);
  to       = put_number(to, term.stem);
  to       = put_view(to, ln_term_bytes(term));
  text->n  = (size_t)(to - text->s);
  return LN_OK;
}

/* The predicate and kind of a packed pair, and the predicate's IRI if it has no number. */
typedef struct {
  uint32_t verb;
  ln_view  iri;
} verb;

static inline verb
verb_of(const ln_known* const k, const ln_desc* const desc, const ln_pair* const pair)
{
  uint16_t predicate = pair->predicate;
  ln_view  iri       = {NULL, 0U};
  if (predicate >= LN_PREDICATE_CELL) {
    iri       = desc->dynamic[predicate - LN_PREDICATE_CELL];
    predicate = LN_PREDICATE_CELL;
    if (ln_names_predicate_find(k->names, iri, &predicate)) {
      iri = (ln_view){NULL, 0U};
    }
  }
  return (verb){((uint32_t)predicate << 2U) | pair->object.kind, iri};
}

/* The length of the rest; verb; stem; the bytes. */
static char*
pack_pair(char* const at, const verb v, const ln_term o, const bool slack)
{
  char* to = at;
  if (v.verb < 0x80U && o.stem < 0x80U && o.n < 0x7EU) {
    *to++ = (char)(o.n + 2U);
    *to++ = (char)v.verb;
    *to++ = (char)o.stem;
    return slack ? ln_wide_copy(to, o.s, o.n, LN_WIDTH_SSE2) : put_view(to, ln_term_bytes(o));
  }
  char       head[MOST_HEAD];
  char*      end  = put_number(put_number(head, v.verb), o.stem);
  const bool own  = v.verb >> 2U == LN_PREDICATE_CELL;
  end             = own ? put_number(end, v.iri.n) : end;
  const ln_view h = {head, (size_t)(end - head)};
  to              = put_number(to, h.n + v.iri.n + o.n);
  to              = put_view(put_view(to, h), v.iri);
  return put_view(to, ln_term_bytes(o));
}

static ln_status
have_packed(ln_known* const k, const ln_desc* const desc)
{
  size_t room = LN_SLACK;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_pair* const pair = &desc->pairs[i];
    room += (size_t)MOST_HEAD + pair->object.n;
    if (pair->predicate >= LN_PREDICATE_CELL) {
      room += desc->dynamic[pair->predicate - LN_PREDICATE_CELL].n;
    }
  }
  if (desc->n_pairs > k->cap_spans) {
    span* const more = ln_realloc(k->spans, desc->n_pairs, sizeof(span));
    if (!more) {
      return LN_NO_MEM;
    }
    k->spans     = more;
    k->cap_spans = desc->n_pairs;
  }
  ln_text_reset(&k->packed);
  return k->packed.cap > room ? LN_OK : ln_text_reserve(&k->packed, room);
}

static ln_status
pack_subject(ln_known* const k, const ln_desc* const desc)
{
  ln_text_reset(&k->key);
  LN_TRY(pack_subject_term(k, desc->subject, &k->key));
  return pack_subject_term(k, desc->graph, &k->key);
}

static ln_status
pack_pairs(ln_known* const k, const ln_desc* const desc)
{
  LN_TRY(have_packed(k, desc));
  char* to = k->packed.s;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_pair* const pair = &desc->pairs[i];
    char* const          end  = pack_pair(
      to, verb_of(k, desc, pair), normal(k, pair->object), (pair->flags & LN_PAIR_SLACK) != 0U);
    k->spans[i] = (span){(size_t)(to - k->packed.s), (uint32_t)(end - to), false};
    to          = end;
  }
  k->packed.n = (size_t)(to - k->packed.s);
  k->n_spans  = desc->n_pairs;
  k->fresh    = desc->n_pairs;
  return LN_OK;
}

/* ---- slots ---- */

static size_t
slots_of(const ln_known* const k)
{
  return k->slots ? (size_t)1U << k->bits : 0U;
}

static record*
record_at(const ln_known* const k, const uint32_t place_1)
{
  void* const at = k->bytes + ((size_t)(place_1 - 1U) * STEP);
  return at;
}

/* Whether a record is that of a subject (no owner) or of a pair of the wide subject `owner`. */
static bool
is_record(const record* const r, const uint32_t owner, const ln_view bytes)
{
  const bool head =
    owner == 0U ? r->n_key == bytes.n : r->n_key == 0U && r->link == owner && r->n == bytes.n;
  return head && memcmp(r + 1, bytes.s, bytes.n) == 0;
}

/* The slot of a record, or the empty one where it belongs. */
static slot*
slot_of(const ln_known* const k, const uint32_t tag, const uint32_t owner, const ln_view bytes)
{
  const size_t mask = slots_of(k) - 1U;
  for (size_t i = tag >> (32U - k->bits);; i = (i + 1U) & mask) {
    slot* const s = &k->slots[i];
    if (s->place_1 == 0U || (s->tag == tag && is_record(record_at(k, s->place_1), owner, bytes))) {
      return s;
    }
  }
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

/* Whether that many bytes and records more fit; if so there are slots for them afterwards. */
static ln_status
reserve(ln_known* const k, const size_t bytes, const size_t records, bool* const fits)
{
  unsigned bits = k->bits;
  while (k->n + records > ((size_t)3U << bits) / 4U && bits < 31U) {
    ++bits;
  }
  const size_t least = ((size_t)1U << bits) * sizeof(slot);
  *fits              = k->n + records <= ((size_t)3U << bits) / 4U && least <= k->memory &&
          bytes <= k->memory - least && k->used <= k->memory - least - bytes &&
          k->used + bytes < (size_t)UINT32_MAX * STEP;
  if (!*fits) {
    return LN_OK;
  }
  if (bits > k->bits) {
    LN_TRY(grow_slots(k, bits));
  }
  if (k->cap - k->used < bytes) {
    size_t cap       = 2U * k->cap;
    cap              = cap < k->memory ? cap : k->memory;
    cap              = cap < k->used + bytes ? k->used + bytes : cap;
    char* const more = ln_realloc(k->bytes, cap, 1U);
    if (!more) {
      return LN_NO_MEM;
    }
    k->bytes = more;
    k->cap   = cap;
  }
  return LN_OK;
}

/* ---- what is known ---- */

static void
mark(ln_known* const k, span* const s)
{
  s->known = true;
  --k->fresh;
}

/* Mark pairs of a short description that repeat an earlier one. A bit of `met` for each pair spares
   most comparisons. */
static void
meet_itself(ln_known* const k)
{
  uint64_t met = 0U;
  for (size_t i = 0U; i < k->n_spans; ++i) {
    span* const                s = &k->spans[i];
    const unsigned char* const p = (const unsigned char*)k->packed.s + s->at;
    const uint64_t mixed         = (p[0] | (uint32_t)p[1] << 8U | (uint32_t)p[s->n - 1U] << 16U |
                            (uint32_t)p[s->n - 2U] << 24U) *
                           0x9E3779B97F4A7C15U;
    const uint64_t bit = (uint64_t)1U << (mixed >> 58U);
    for (size_t j = 0U; (met & bit) != 0U && j < i && !s->known; ++j) {
      if (k->spans[j].n == s->n && memcmp(k->packed.s + k->spans[j].at, p, s->n) == 0) {
        mark(k, s);
      }
    }
    met |= bit;
  }
}

static void
meet_pair(ln_known* const k, const char* const pair, const size_t n)
{
  for (size_t i = 0U; i < k->n_spans; ++i) {
    span* const s = &k->spans[i];
    if (s->n == n && !s->known && memcmp(k->packed.s + s->at, pair, n) == 0) {
      mark(k, s);
    }
  }
}

static size_t
pair_size(const char* const pair)
{
  const char* s     = pair;
  uint64_t    n     = 0U;
  unsigned    shift = 0U;
  for (; (*s & 0x80) != 0; shift += 7U) {
    n |= (uint64_t)(*s++ & 0x7F) << shift;
  }
  n |= (uint64_t)*s++ << shift;
  return (size_t)(s - pair) + (size_t)n;
}

/* Mark pairs that an earlier description of the subject has, if that is not wide. */
static void
meet_chain(ln_known* const k, const uint32_t subject)
{
  for (uint32_t place = subject; place != 0U && k->fresh > 0U; place = record_at(k, place)->link) {
    const record* const r   = record_at(k, place);
    const char*         s   = (const char*)(r + 1) + r->n_key;
    const char* const   end = s + r->n;
    while (s < end) {
      const size_t n = pair_size(s);
      meet_pair(k, s, n);
      s += n;
    }
  }
}

static ln_view
pair_of(const ln_known* const k, const span* const s)
{
  return (ln_view){k->packed.s + s->at, s->n};
}

/* Mark pairs that a wide subject has. */
static void
meet_wide(ln_known* const k, const uint32_t subject)
{
  for (size_t i = 0U; i < k->n_spans; ++i) {
    const ln_view pair = pair_of(k, &k->spans[i]);
    if (!k->spans[i].known && slot_of(k, tag_of(k, subject, pair), subject, pair)->place_1 != 0U) {
      mark(k, &k->spans[i]);
    }
  }
}

/* ---- adding ---- */

static size_t
room_of(const size_t n)
{
  return (sizeof(record) + n + STEP - 1U) / STEP * STEP;
}

/* A record for which there is room, without its pairs. */
static uint32_t
add_record(ln_known* const k, const ln_view key, const size_t n)
{
  const uint32_t place_1 = (uint32_t)(k->used / STEP) + 1U;
  record* const  r       = record_at(k, place_1);
  *r                     = (record){0U, (uint32_t)key.n, (uint32_t)n, 0U};
  (void)put_view((char*)(r + 1), key);
  k->used += room_of(key.n + n);
  return place_1;
}

/* Copy the new pairs to where they belong. */
static void
put_fresh(const ln_known* const k, char* to)
{
  if (k->fresh == k->n_spans) {
    memcpy(to, k->packed.s, k->packed.n);
    return;
  }
  for (size_t i = 0U; i < k->n_spans; ++i) {
    to = k->spans[i].known ? to : put_view(to, pair_of(k, &k->spans[i]));
  }
}

/* The bytes of all new pairs. */
static size_t
fresh_bytes(const ln_known* const k)
{
  size_t sum = 0U;
  for (size_t i = 0U; i < k->n_spans; ++i) {
    sum += k->spans[i].known ? 0U : k->spans[i].n;
  }
  return sum;
}

/* All new pairs in one record: a new subject's, or one behind those of a subject that is there. */
static void
add_few(ln_known* const k, slot* const home, const uint32_t tag, const size_t n)
{
  const bool     fresh = home->place_1 == 0U;
  const ln_view  key   = fresh ? ln_text_view(&k->key) : (ln_view){NULL, 0U};
  const uint32_t place = add_record(k, key, n);
  put_fresh(k, (char*)(record_at(k, place) + 1) + key.n);
  if (fresh) {
    *home = (slot){place, tag};
    ++k->n;
  } else {
    record_at(k, place)->link         = record_at(k, home->place_1)->link;
    record_at(k, home->place_1)->link = place;
  }
  record_at(k, home->place_1)->count += (uint32_t)k->fresh;
}

/* Each new pair in a record of its own; repetitions in a long description show here. */
static void
add_many(ln_known* const k, slot* const home, const uint32_t tag)
{
  if (home->place_1 == 0U) {
    *home = (slot){add_record(k, ln_text_view(&k->key), 0U), tag};
    ++k->n;
  }
  const uint32_t subject             = home->place_1;
  record_at(k, home->place_1)->count = FEW + 1U;
  for (size_t i = 0U; i < k->n_spans; ++i) {
    span* const    s    = &k->spans[i];
    const ln_view  pair = pair_of(k, s);
    const uint32_t hash = tag_of(k, subject, pair);
    slot* const    at   = s->known ? NULL : slot_of(k, hash, subject, pair);
    if (at && at->place_1 != 0U) {
      mark(k, s);
    } else if (at) {
      const uint32_t place      = add_record(k, (ln_view){NULL, 0U}, pair.n);
      record_at(k, place)->link = subject;
      (void)put_view((char*)(record_at(k, place) + 1), pair);
      *at = (slot){place, hash};
      ++k->n;
    }
  }
}

/* The new pairs of the description at hand, if they fit. */
static ln_status
add_pairs(ln_known* const k, const bool many, slot* home, const uint32_t tag, bool* const fits)
{
  const unsigned bits  = k->bits;
  const size_t   n     = fresh_bytes(k);
  const size_t   key   = k->key.n;
  const size_t   each  = sizeof(record) + STEP;
  const size_t   bytes = many ? room_of(key) + (k->fresh * each) + n : room_of(key + n);
  LN_TRY(reserve(k, bytes, many ? k->fresh + 1U : 1U, fits));
  if (!*fits) {
    return LN_OK;
  }
  home = k->bits == bits ? home : slot_of(k, tag, 0U, ln_text_view(&k->key));
  if (many) {
    add_many(k, home, tag);
  } else {
    add_few(k, home, tag, n);
  }
  return LN_OK;
}

ln_status
ln_known_meet(ln_known* const known, const ln_desc* const desc, bool* const add)
{
  ln_known* const k = known;
  LN_TRY(pack_subject(k, desc));
  const ln_view  key = ln_text_view(&k->key);
  const uint32_t tag = tag_of(k, 0U, key);
  __builtin_prefetch(&k->slots[tag >> (32U - k->bits)]); // is there when the pairs are packed
  LN_TRY(pack_pairs(k, desc));
  if (k->n_spans <= FEW) {
    meet_itself(k);
  }
  slot* const    home  = slot_of(k, tag, 0U, key);
  const uint32_t place = home->place_1;
  const size_t   count = place != 0U ? record_at(k, place)->count : 0U;
  meet_chain(k, place);
  bool fits = *add;
  if (*add && k->fresh > 0U) {
    LN_TRY(add_pairs(k, count + k->fresh > FEW, home, tag, &fits));
  }
  if (!fits && count > FEW) {
    meet_wide(k, place);
  }
  *add = fits;
  return LN_OK;
}

bool
ln_known_has(const ln_known* const known, const size_t i)
{
  return known->spans[i].known;
}

ln_status
ln_known_key(const ln_known* const known, const size_t i, ln_text* const key)
{
  ln_text_reset(key);
  LN_TRY(ln_text_add(key, ln_text_view(&known->key)));
  return ln_text_add(key, pair_of(known, &known->spans[i]));
}

size_t
ln_known_fresh(const ln_known* const known)
{
  return known->fresh;
}

static ln_status
start(ln_known* const k)
{
  k->bytes = ln_alloc(FIRST_BYTES);
  k->cap   = FIRST_BYTES;
  LN_TRY(k->bytes ? LN_OK : LN_NO_MEM);
  LN_TRY(find_extended(k));
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
  k->names  = names;
  k->memory = memory < LEAST_MEMORY ? (size_t)LEAST_MEMORY : memory;
  /* The seed keeps a hostile table from filling one chain; it never shows in any output. */
  if (getrandom(&k->seed, sizeof(k->seed), GRND_NONBLOCK) != (ssize_t)sizeof(k->seed)) {
    k->seed = (uint64_t)(uintptr_t)k;
  }
  const ln_status st = start(k);
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
    ln_free(known->extended);
    ln_free(known->slots);
    ln_free(known->bytes);
    ln_text_clear(&known->key);
    ln_text_clear(&known->packed);
    ln_free(known->spans);
    ln_free(known);
  }
}
