/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A packed pair is its length, predicate and kind, stem, and the bytes; numbers take seven bits a
   byte. Invariant: what is the same to RDF is the same bytes. An IRI may be said with several
   stems; it is packed with the longest that is a beginning of it. Cost: one pass over the pairs;
   stems that begin no other, which are most, cost nothing. */

#include "sink/desc_packer.h"

#include "base/memory.h"
#include "base/wide.h"

#include <string.h>

enum { MOST_HEAD = 32 }; ///< bytes of a packed pair besides those of terms

ln_status
ln_desc_packer_init(ln_desc_packer* const packer, const ln_names* const names)
{
  const size_t n = ln_names_stems(names);
  *packer =
    (ln_desc_packer){.names = names, .n_stems = n, .extended = ln_alloc_zero(n, sizeof(bool))};
  if (!packer->extended) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    const ln_stem* const stem = ln_names_stem_at(names, (uint16_t)i);
    for (size_t j = 0U; j < n && !packer->extended[i] && stem->kind == LN_IRI; ++j) {
      const ln_stem* const other = ln_names_stem_at(names, (uint16_t)j);
      packer->extended[i] =
        i != j && other->kind == LN_IRI && ln_view_starts(other->iri, stem->iri);
    }
  }
  return LN_OK;
}

void
ln_desc_packer_clear(ln_desc_packer* const packer)
{
  ln_free(packer->extended);
  ln_text_clear(&packer->subject);
  ln_text_clear(&packer->bytes);
  ln_text_clear(&packer->one);
  ln_free(packer->pairs);
  *packer = (ln_desc_packer){0};
}

/* The same IRI with the longest stem there is. */
static __attribute__((noinline)) ln_term
extend(const ln_desc_packer* const p, const ln_term term)
{
  const ln_view whole = ln_term_bytes(term);
  const ln_view begin = ln_names_stem_at(p->names, term.stem)->iri;
  ln_term       best  = term;
  size_t        most  = begin.n;
  for (size_t i = 0U; i < p->n_stems; ++i) {
    const ln_stem* const stem = ln_names_stem_at(p->names, (uint16_t)i);
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
normal(const ln_desc_packer* const p, ln_term term)
{
  if (term.kind == LN_IRI && p->extended[term.stem]) {
    return extend(p, term);
  }
  term.stem = term.kind == LN_BLANK ? 0U : term.stem;
  return term;
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
pack_subject_term(const ln_desc_packer* const p, const ln_term given, ln_text* const text)
{
  static const ln_term none = {0};
  const ln_term        term = given.kind == LN_NONE ? none : normal(p, given);
  LN_TRY(ln_text_reserve(text, MOST_HEAD + (size_t)term.n));
  char* to = ln_packed_put(text->s + text->n, ((uint64_t)term.n << 2U) | term.kind);
  to       = ln_packed_put(to, term.stem);
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
verb_of(const ln_desc_packer* const p, const ln_desc* const desc, const ln_pair* const pair)
{
  uint16_t predicate = pair->predicate;
  ln_view  iri       = {NULL, 0U};
  if (predicate >= LN_PREDICATE_CELL) {
    iri       = desc->dynamic[predicate - LN_PREDICATE_CELL];
    predicate = LN_PREDICATE_CELL;
    if (ln_names_predicate_find(p->names, iri, &predicate)) {
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
  char*      end  = ln_packed_put(ln_packed_put(head, v.verb), o.stem);
  const bool own  = v.verb >> 2U == LN_PREDICATE_CELL;
  end             = own ? ln_packed_put(end, v.iri.n) : end;
  const ln_view h = {head, (size_t)(end - head)};
  to              = ln_packed_put(to, h.n + v.iri.n + o.n);
  to              = put_view(put_view(to, h), v.iri);
  return put_view(to, ln_term_bytes(o));
}

static ln_status
have_room(ln_desc_packer* const p, const ln_desc* const desc)
{
  size_t room = LN_SLACK;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_pair* const pair = &desc->pairs[i];
    room += (size_t)MOST_HEAD + pair->object.n;
    if (pair->predicate >= LN_PREDICATE_CELL) {
      room += desc->dynamic[pair->predicate - LN_PREDICATE_CELL].n;
    }
  }
  if (desc->n_pairs > p->cap) {
    ln_packed* const more = ln_realloc(p->pairs, desc->n_pairs, sizeof(ln_packed));
    if (!more) {
      return LN_NO_MEM;
    }
    p->pairs = more;
    p->cap   = desc->n_pairs;
  }
  ln_text_reset(&p->bytes);
  return p->bytes.cap > room ? LN_OK : ln_text_reserve(&p->bytes, room);
}

ln_status
ln_desc_packer_subject(ln_desc_packer* const packer,
                       const ln_term* const  subject,
                       const ln_term* const  graph)
{
  ln_text_reset(&packer->subject);
  LN_TRY(pack_subject_term(packer, *subject, &packer->subject));
  return pack_subject_term(packer, *graph, &packer->subject);
}

ln_status
ln_desc_packer_one(ln_desc_packer* const packer, const ln_pair* const pair)
{
  const ln_term object = normal(packer, pair->object);
  const verb    v      = {((uint32_t)pair->predicate << 2U) | object.kind, {NULL, 0U}};
  ln_text_reset(&packer->one);
  LN_TRY(ln_text_reserve(&packer->one, MOST_HEAD + (size_t)object.n));
  packer->one.n = (size_t)(pack_pair(packer->one.s, v, object, false) - packer->one.s);
  return LN_OK;
}

ln_status
ln_desc_packer_pairs(ln_desc_packer* const packer, const ln_desc* const desc)
{
  LN_TRY(have_room(packer, desc));
  char* to = packer->bytes.s;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_pair* const pair = &desc->pairs[i];
    const ln_term        o    = normal(packer, pair->object);
    char* const          end =
      pack_pair(to, verb_of(packer, desc, pair), o, (pair->flags & LN_PAIR_SLACK) != 0U);
    packer->pairs[i] = (ln_packed){(size_t)(to - packer->bytes.s), (uint32_t)(end - to), false};
    to               = end;
  }
  packer->bytes.n = (size_t)(to - packer->bytes.s);
  packer->n       = desc->n_pairs;
  return LN_OK;
}

size_t
ln_packed_size(const char* const pair)
{
  const char*  s = pair;
  const size_t n = (size_t)ln_packed_number(&s);
  return (size_t)(s - pair) + n;
}
