/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples that are looked for. A pattern is a key of one to three terms, one behind the other, in a
   dictionary; what begins a pattern is in it, too, so that one look at the subject of a description
   is enough to pass it by. Terms are spelt out for that, since the same IRI may be put together in
   several ways. Invariant: a key is in the dictionary if and only if it begins a pattern; `ends`
   tells which are whole. Cost: the spelling and hashing of a subject a description. */

#include "sink/match.h"

#include "base/dict.h"
#include "base/memory.h"
#include "base/text.h"

#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

struct ln_wanted {
  ln_dict* keys;
  bool*    ends; ///< whether a key is a whole pattern
  size_t   cap;
  ln_text  key;
  ln_text  links[LN_WANTED_LINKS]; ///< predicates of ln_wanted_add_linked
  size_t   n_links;
  bool     any_predicate; ///< ln_wanted_add_predicate was called
};

/* What a key begins with: a subject, or something else that patterns are found by. */
enum { KEY_SUBJECT = 's', KEY_LINK = 'l', KEY_PREDICATE = 'p' };

ln_wanted*
ln_wanted_new(void)
{
  ln_wanted* const w = ln_alloc_zero(1U, sizeof(ln_wanted));
  if (!w) {
    return NULL;
  }
  w->keys = ln_dict_new();
  if (!w->keys) {
    ln_free(w);
    return NULL;
  }
  return w;
}

void
ln_wanted_free(ln_wanted* const wanted)
{
  if (wanted) {
    for (size_t i = 0U; i < wanted->n_links; ++i) {
      ln_text_clear(&wanted->links[i]);
    }
    ln_dict_free(wanted->keys);
    ln_free(wanted->ends);
    ln_text_clear(&wanted->key);
    ln_free(wanted);
  }
}

uint32_t
ln_wanted_size(const ln_wanted* const wanted)
{
  return (uint32_t)ln_dict_size(wanted->keys);
}

/* ---- keys ---- */

/* Letters of a tag may be of any case. */
static ln_status
add_lower(const ln_view text, ln_text* const out)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    LN_TRY(ln_text_add_byte(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c));
  }
  return LN_OK;
}

/* What makes two literals of one form different. */
static ln_status
add_type(const ln_view datatype, const ln_view lang, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, '\0'));
  if (lang.n > 0U) {
    LN_TRY(ln_text_add_byte(out, '@'));
    return add_lower(lang, out);
  }
  return ln_view_equals(datatype, LN_V(XSD_STRING)) ? LN_OK : ln_text_add(out, datatype);
}

/* A term as part of a key. No term has a NUL in it. */
static ln_status
add_key(const ln_read_term* const term, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, (char)('0' + (int)term->kind)));
  LN_TRY(ln_text_add(out, term->text));
  if (term->kind == LN_LITERAL) {
    LN_TRY(add_type(term->datatype, term->lang, out));
  }
  return ln_text_add_byte(out, '\0');
}

static ln_status
add_iri(const ln_view iri, ln_text* const out)
{
  const ln_read_term term = {.kind = LN_IRI, .text = iri};
  return add_key(&term, out);
}

/* The same of a term that flows by. */
static ln_status
add_term(const ln_names* const names, const ln_term term, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, (char)('0' + (int)term.kind)));
  if (term.kind == LN_BLANK) {
    LN_TRY(ln_text_add(out, ln_term_bytes(term)));
  } else {
    LN_TRY(ln_names_expand(names, term, out));
  }
  if (term.kind == LN_LITERAL) {
    const ln_stem* const stem = ln_names_stem_at(names, term.stem);
    LN_TRY(add_type(stem->iri, stem->lang, out));
  }
  return ln_text_add_byte(out, '\0');
}

/* ---- patterns ---- */

static ln_status
enter(ln_wanted* const w, const bool whole, uint32_t* const number)
{
  LN_TRY(ln_dict_add(w->keys, ln_text_view(&w->key), number, NULL));
  if (*number >= w->cap) {
    const size_t cap  = w->cap > 0U ? 2U * w->cap : 64U;
    bool* const  more = ln_realloc(w->ends, cap, sizeof(bool));
    if (!more) {
      return LN_NO_MEM;
    }
    memset(more + w->cap, 0, (cap - w->cap) * sizeof(bool));
    w->ends = more;
    w->cap  = cap;
  }
  w->ends[*number] = w->ends[*number] || whole;
  return LN_OK;
}

ln_status
ln_wanted_add(ln_wanted* const          wanted,
              const ln_read_term* const subject,
              const ln_read_term* const predicate,
              const ln_read_term* const object,
              uint32_t* const           number)
{
  ln_text_reset(&wanted->key);
  LN_TRY(ln_text_add_byte(&wanted->key, KEY_SUBJECT));
  LN_TRY(add_key(subject, &wanted->key));
  LN_TRY(enter(wanted, !predicate, number));
  if (!predicate) {
    return LN_OK;
  }
  LN_TRY(add_key(predicate, &wanted->key));
  LN_TRY(enter(wanted, !object, number));
  if (!object) {
    return LN_OK;
  }
  LN_TRY(add_key(object, &wanted->key));
  return enter(wanted, true, number);
}

static bool
is_link(const ln_wanted* const w, const ln_view predicate)
{
  for (size_t i = 0U; i < w->n_links; ++i) {
    if (ln_view_equals(ln_text_view(&w->links[i]), predicate)) {
      return true;
    }
  }
  return false;
}

static ln_status
add_link(ln_wanted* const w, const ln_view predicate)
{
  if (is_link(w, predicate)) {
    return LN_OK;
  }
  if (w->n_links == LN_WANTED_LINKS) {
    return LN_USAGE;
  }
  return ln_text_add(&w->links[w->n_links++], predicate);
}

ln_status
ln_wanted_add_linked(ln_wanted* const          wanted,
                     const ln_view             predicate,
                     const ln_read_term* const object,
                     uint32_t* const           number)
{
  LN_TRY(add_link(wanted, predicate));
  ln_text_reset(&wanted->key);
  LN_TRY(ln_text_add_byte(&wanted->key, KEY_LINK));
  LN_TRY(add_iri(predicate, &wanted->key));
  LN_TRY(add_key(object, &wanted->key));
  return enter(wanted, true, number);
}

ln_status
ln_wanted_add_predicate(ln_wanted* const wanted, const ln_view predicate, uint32_t* const number)
{
  wanted->any_predicate = true;
  ln_text_reset(&wanted->key);
  LN_TRY(ln_text_add_byte(&wanted->key, KEY_PREDICATE));
  LN_TRY(add_iri(predicate, &wanted->key));
  return enter(wanted, true, number);
}

/* ---- the sink ---- */

typedef struct {
  const ln_names*  names;
  const ln_wanted* wanted;
  ln_match_func    found;
  void*            self;
  ln_text          key;
} match;

/* What the key at hand begins: LN_DICT_NONE if nothing. */
static uint32_t
look_up(const match* const m)
{
  return ln_dict_find(m->wanted->keys, ln_text_view(&m->key));
}

static bool
is_whole(const match* const m, const uint32_t number)
{
  return number != LN_DICT_NONE && m->wanted->ends[number];
}

static ln_status
find_subject(match* const m, const ln_term subject, uint32_t* const number)
{
  ln_text_reset(&m->key);
  LN_TRY(ln_text_add_byte(&m->key, KEY_SUBJECT));
  LN_TRY(add_term(m->names, subject, &m->key));
  *number = look_up(m);
  return LN_OK;
}

static ln_view
predicate_of(const match* const m, const ln_desc* const desc, const ln_pair* const pair)
{
  return pair->predicate < LN_PREDICATE_CELL ? ln_names_predicate_at(m->names, pair->predicate)->iri
                                             : desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
}

/* A pattern of two or three terms that begins with the subject at hand, which has `n` bytes. */
static ln_status
find_pair(match* const         m,
          const ln_desc* const desc,
          const size_t         at,
          const size_t         n,
          uint32_t* const      number)
{
  const ln_pair* const pair = &desc->pairs[at];
  m->key.n                  = n;
  LN_TRY(add_iri(predicate_of(m, desc, pair), &m->key));
  *number = look_up(m);
  if (*number != LN_DICT_NONE && !is_whole(m, *number)) {
    LN_TRY(add_term(m->names, pair->object, &m->key));
    *number = look_up(m);
  }
  return LN_OK;
}

static ln_status
find_predicate(match* const m, const ln_view predicate, uint32_t* const number)
{
  ln_text_reset(&m->key);
  LN_TRY(ln_text_add_byte(&m->key, KEY_PREDICATE));
  LN_TRY(add_iri(predicate, &m->key));
  *number = look_up(m);
  return LN_OK;
}

/* Whether some pair is one that makes the whole description wanted. */
static ln_status
find_linked(match* const m, const ln_desc* const desc, uint32_t* const number)
{
  *number = LN_DICT_NONE;
  for (size_t i = 0U; *number == LN_DICT_NONE && i < desc->n_pairs; ++i) {
    const ln_view predicate = predicate_of(m, desc, &desc->pairs[i]);
    if (is_link(m->wanted, predicate)) {
      ln_text_reset(&m->key);
      LN_TRY(ln_text_add_byte(&m->key, KEY_LINK));
      LN_TRY(add_iri(predicate, &m->key));
      LN_TRY(add_term(m->names, desc->pairs[i].object, &m->key));
      *number = look_up(m);
    }
  }
  return LN_OK;
}

static ln_status
tell_all(const match* const m, const ln_desc* const desc, const uint32_t number)
{
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    LN_TRY(m->found(m->self, desc, i, number));
  }
  return LN_OK;
}

/* The pairs that are wanted by themselves. `subject` begins some pattern, or is LN_DICT_NONE. */
static ln_status
tell_some(match* const m, const ln_desc* const desc, const uint32_t subject)
{
  const ln_text* const key = &m->key;
  const size_t         n   = key->n;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    uint32_t number = LN_DICT_NONE;
    if (subject != LN_DICT_NONE) {
      LN_TRY(find_pair(m, desc, i, n, &number));
    }
    if (number == LN_DICT_NONE && m->wanted->any_predicate) {
      LN_TRY(find_predicate(m, predicate_of(m, desc, &desc->pairs[i]), &number));
      uint32_t again = 0U;
      LN_TRY(find_subject(m, desc->subject, &again));
    }
    if (number != LN_DICT_NONE) {
      LN_TRY(m->found(m->self, desc, i, number));
    }
  }
  return LN_OK;
}

static ln_status
match_describe(void* const self, const ln_desc* const desc)
{
  match* const m       = (match*)self;
  uint32_t     linked  = LN_DICT_NONE;
  uint32_t     subject = LN_DICT_NONE;
  if (m->wanted->n_links > 0U) {
    LN_TRY(find_linked(m, desc, &linked));
  }
  LN_TRY(find_subject(m, desc->subject, &subject));
  if (is_whole(m, subject) || linked != LN_DICT_NONE) {
    return tell_all(m, desc, is_whole(m, subject) ? subject : linked);
  }
  return subject != LN_DICT_NONE || m->wanted->any_predicate ? tell_some(m, desc, subject) : LN_OK;
}

/* Whether one of the predicates is looked at whatever the subject is. */
static ln_status
is_looked_at(match* const m, const ln_stencil* const stencil, bool* const yes)
{
  *yes = false;
  for (size_t i = 0U; !*yes && i < stencil->n; ++i) {
    const ln_view iri    = ln_names_predicate_at(m->names, stencil->slots[i].pair.predicate)->iri;
    uint32_t      number = LN_DICT_NONE;
    if (m->wanted->any_predicate) {
      LN_TRY(find_predicate(m, iri, &number));
    }
    *yes = number != LN_DICT_NONE || is_link(m->wanted, iri);
  }
  return LN_OK;
}

/* Pairs are made only of what may be wanted. */
static ln_status
match_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  match* const m       = (match*)self;
  uint32_t     subject = LN_DICT_NONE;
  bool         yes     = false;
  if (m->wanted->n_links > 0U || m->wanted->any_predicate) {
    LN_TRY(is_looked_at(m, stamp->stencil, &yes));
  }
  LN_TRY(yes ? LN_OK : find_subject(m, stamp->subject, &subject));
  *n = yes || subject != LN_DICT_NONE ? LN_UNSTAMPED : ln_stamp_pairs(stamp);
  return LN_OK;
}

static ln_status
match_finish(void* const self)
{
  (void)self;
  return LN_OK;
}

static void
match_free(void* const self)
{
  match* const m = (match*)self;
  ln_text_clear(&m->key);
  ln_free(m);
}

ln_status
ln_match_new(const ln_names* const  names,
             const ln_wanted* const wanted,
             const ln_match_func    found,
             void* const            self,
             ln_sink* const         sink)
{
  static const struct ln_sink_ops OPS = {
    .describe = match_describe, .finish = match_finish, .free = match_free, .stamp = match_stamp};
  match* const m = ln_alloc_zero(1U, sizeof(match));
  if (!m) {
    return LN_NO_MEM;
  }
  *m    = (match){.names = names, .wanted = wanted, .found = found, .self = self};
  *sink = (ln_sink){&OPS, m};
  return LN_OK;
}
