/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The constant parts of all terms of a plan. Invariant: a stem or predicate has the number its key
   has in a dictionary, so equal things get equal numbers and nothing is rendered twice. Until
   sealing only keys are kept; sealing (names_seal.c) renders everything for N-Triples and Turtle,
   because only then it is known which prefixes there are. Look-ups of prefixes walk a list: a plan
   has a few dozen at most. */

#include "rdf/names.h"

#include "base/arena.h"
#include "base/dict.h"
#include "base/memory.h"
#include "rdf/iri.h"
#include "rdf/names_inner.h"

static const ln_view RDF_TYPE   = {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", 47U};
static const ln_view XSD_STRING = {"http://www.w3.org/2001/XMLSchema#string", 39U};

enum { MOST = 0x8000 }; ///< stems of one kind, or predicates

static bool
is_alpha(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_word(const char c)
{
  return is_alpha(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

ln_status
ln_names_grow(void** const block, const size_t n, size_t* const cap, const size_t size)
{
  if (n < *cap) {
    return LN_OK;
  }
  const size_t wanted = *cap > 0U ? *cap * 2U : 16U;
  void* const  bigger = ln_realloc(*block, wanted, size);
  if (!bigger) {
    return LN_NO_MEM;
  }
  *block = bigger;
  *cap   = wanted;
  return LN_OK;
}

static ln_status
start(ln_names* const names)
{
  uint16_t number       = 0U;
  names->stem_keys      = ln_dict_new();
  names->predicate_keys = ln_dict_new();
  if (!names->stem_keys || !names->predicate_keys) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_names_iri_stem(names, (ln_view){NULL, 0U}, &number));
  LN_TRY(ln_names_literal_stem(names, (ln_view){NULL, 0U}, (ln_view){NULL, 0U}, &number));
  return ln_names_predicate(names, RDF_TYPE, &number);
}

ln_names*
ln_names_new(void)
{
  ln_names* const names = (ln_names*)ln_alloc_zero(1U, sizeof(ln_names));
  if (names && start(names) != LN_OK) {
    ln_names_free(names);
    return NULL;
  }
  return names;
}

void
ln_names_free(ln_names* const names)
{
  if (!names) {
    return;
  }
  ln_dict_free(names->stem_keys);
  ln_dict_free(names->predicate_keys);
  ln_free(names->stems);
  ln_free(names->predicates);
  ln_free(names->leads);
  ln_free(names->entries);
  ln_text_clear(&names->scratch);
  ln_arena_clear(&names->arena);
  ln_free(names);
}

/** What Turtle takes as a prefix name without a second look; the empty name is one. */
static bool
is_prefix_name(const ln_view name)
{
  for (size_t i = 0U; i < name.n; ++i) {
    if (!(is_word(name.s[i]) || (name.s[i] == '.' && i + 1U < name.n))) {
      return false;
    }
  }
  return name.n == 0U || is_alpha(name.s[0]);
}

ln_status
ln_names_add_prefix(ln_names* const names, const ln_view name, const ln_view iri)
{
  for (size_t i = 0U; i < names->n_entries; ++i) {
    if (ln_view_equals(names->entries[i].prefix.name, name)) {
      return LN_OK;
    }
  }
  void* block = names->entries;
  LN_TRY(ln_names_grow(&block, names->n_entries, &names->cap_entries, sizeof(ln_prefix_entry)));
  names->entries = (ln_prefix_entry*)block;

  const ln_prefix copy = {ln_arena_copy(&names->arena, name), ln_arena_copy(&names->arena, iri)};
  if (!copy.name.s || !copy.iri.s) {
    return LN_NO_MEM;
  }
  names->entries[names->n_entries++] = (ln_prefix_entry){copy, false};
  return LN_OK;
}

ln_status
ln_names_prefix(ln_names* const names, const ln_view name, const ln_view iri)
{
  return is_prefix_name(name) && iri.n > 0U ? ln_names_add_prefix(names, name, iri) : LN_OK;
}

/** The number of a stem whose key (kind letter and text) stands in scratch; new ones are added with
   the kind, and what follows the letter is given back in `*text`. */
static ln_status
stem_number(ln_names* const names, const ln_kind kind, uint32_t* const number, bool* const added)
{
  void* block = names->stems;
  LN_TRY(ln_names_grow(&block, names->n_stems, &names->cap_stems, sizeof(ln_stem)));
  names->stems = (ln_stem*)block;

  const ln_view key = ln_text_view(&names->scratch);
  if (names->n_of_kind[kind] == MOST && ln_dict_find(names->stem_keys, key) == LN_DICT_NONE) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_dict_add(names->stem_keys, key, number, added));
  if (*added) {
    names->stems[names->n_stems++] = (ln_stem){.kind = kind};
    ++names->n_of_kind[kind];
  }
  return LN_OK;
}

static ln_status
set_key(ln_text* const key, const char letter, const ln_view text)
{
  ln_text_reset(key);
  LN_TRY(ln_text_add_byte(key, letter));
  return ln_text_add(key, text);
}

ln_status
ln_names_iri_stem(ln_names* const names, const ln_view iri, uint16_t* const stem)
{
  uint32_t number = 0U;
  bool     added  = false;
  LN_TRY(set_key(&names->scratch, 'I', iri));
  LN_TRY(stem_number(names, LN_IRI, &number, &added));
  if (added) {
    names->stems[number].iri = ln_view_from(ln_dict_key(names->stem_keys, number), 1U);
  }
  *stem = (uint16_t)number;
  return LN_OK;
}

ln_status
ln_names_triple_stem(ln_names* const names, const bool star, uint16_t* const stem)
{
  LN_TRY(ln_names_iri_stem(names, star ? LN_V("<< ") : LN_V("<<( "), stem));
  names->star = star ? *stem : names->star;
  return LN_OK;
}

uint16_t
ln_names_star(const ln_names* const names)
{
  return names->star;
}

ln_status
ln_names_literal_stem(ln_names* const names,
                      const ln_view   datatype,
                      const ln_view   lang,
                      uint16_t* const stem)
{
  uint32_t number = 0U;
  bool     added  = false;
  if (lang.n > 0U) {
    LN_TRY(set_key(&names->scratch, 'L', lang));
    for (size_t i = 1U; i < names->scratch.n; ++i) {
      char* const c = &names->scratch.s[i];
      if (*c >= 'A' && *c <= 'Z') {
        *c = (char)(*c + ('a' - 'A'));
      }
    }
  } else {
    const bool plain = ln_view_equals(datatype, XSD_STRING);
    LN_TRY(set_key(&names->scratch, 'D', plain ? (ln_view){NULL, 0U} : datatype));
  }
  LN_TRY(stem_number(names, LN_LITERAL, &number, &added));
  if (added) {
    const ln_view text = ln_view_from(ln_dict_key(names->stem_keys, number), 1U);
    if (lang.n > 0U) {
      names->stems[number].lang = text;
    } else {
      names->stems[number].iri = text;
    }
  }
  *stem = (uint16_t)number;
  return LN_OK;
}

ln_status
ln_names_predicate(ln_names* const names, const ln_view iri, uint16_t* const predicate)
{
  void* block = names->predicates;
  LN_TRY(ln_names_grow(&block, names->n_predicates, &names->cap_predicates, sizeof(ln_predicate)));
  names->predicates = (ln_predicate*)block;

  uint32_t number = 0U;
  bool     added  = false;
  if (names->n_predicates == MOST && ln_dict_find(names->predicate_keys, iri) == LN_DICT_NONE) {
    return LN_NO_MEM;
  }
  LN_TRY(ln_dict_add(names->predicate_keys, iri, &number, &added));
  if (added) {
    names->predicates[names->n_predicates++] =
      (ln_predicate){.iri = ln_dict_key(names->predicate_keys, number)};
  }
  *predicate = (uint16_t)number;
  return LN_OK;
}

/** Whether `iri` is longer than `prefix` and its rest passes `is_local`. */
static bool
covers(const ln_view prefix, const ln_view iri, const ln_local_test is_local)
{
  return ln_view_starts(iri, prefix) && is_local(ln_view_from(iri, prefix.n));
}

const ln_prefix_entry*
ln_names_longest(const ln_names* const names, const ln_view iri, const ln_local_test is_local)
{
  const ln_prefix_entry* best = NULL;
  for (size_t i = 0U; i < names->n_entries; ++i) {
    const ln_prefix_entry* const e = &names->entries[i];
    if ((!best || e->prefix.iri.n > best->prefix.iri.n) && covers(e->prefix.iri, iri, is_local)) {
      best = e;
    }
  }
  return best;
}

ln_status
ln_names_term(ln_names* const names, const ln_view iri, ln_term* const term)
{
  const ln_prefix_entry* const declared = ln_names_longest(names, iri, ln_iri_clean);
  ln_view                      prefix   = declared ? declared->prefix.iri : (ln_view){NULL, 0U};
  for (size_t i = 0U; i < LN_N_KNOWN_PREFIXES; ++i) {
    const ln_view known = LN_KNOWN_PREFIXES[i].iri;
    if (known.n > prefix.n && covers(known, iri, ln_iri_clean)) {
      prefix = known;
    }
  }
  uint16_t stem = LN_STEM_IRI;
  if (prefix.n > 0U) {
    LN_TRY(ln_names_iri_stem(names, prefix, &stem));
  }
  const ln_view rest = ln_view_from(iri, prefix.n);
  *term =
    (ln_term){rest.s, (uint32_t)rest.n, stem, LN_IRI, (uint8_t)(prefix.n > 0U ? LN_CLEAN : 0)};
  return LN_OK;
}

const ln_stem*
ln_names_stem_at(const ln_names* const names, const uint16_t stem)
{
  return &names->stems[stem];
}

const ln_predicate*
ln_names_predicate_at(const ln_names* const names, const uint16_t predicate)
{
  return &names->predicates[predicate];
}

size_t
ln_names_predicates(const ln_names* const names)
{
  return names->n_predicates;
}

bool
ln_names_predicate_find(const ln_names* const names, const ln_view iri, uint16_t* const predicate)
{
  const uint32_t number = ln_dict_find(names->predicate_keys, iri);
  *predicate            = number == LN_DICT_NONE ? *predicate : (uint16_t)number;
  return number != LN_DICT_NONE;
}

size_t
ln_names_stems(const ln_names* const names)
{
  return names->n_stems;
}

const ln_prefix*
ln_names_prefixes(const ln_names* const names, size_t* const n)
{
  *n = names->n_used;
  return names->used;
}

bool
ln_names_is_word(const ln_view local)
{
  for (size_t i = 0U; i < local.n; ++i) {
    if (!is_word(local.s[i])) {
      return false;
    }
  }
  return local.n > 0U && local.s[0] != '-'; // Turtle: a local name never begins with a hyphen
}

bool
ln_names_shorten(const ln_names* const names,
                 const ln_view         iri,
                 ln_prefix* const      prefix,
                 ln_view* const        local)
{
  const ln_prefix* best = NULL;
  for (size_t i = 0U; i < names->n_used; ++i) {
    const ln_prefix* const p = &names->used[i];
    if ((!best || p->iri.n > best->iri.n) && covers(p->iri, iri, ln_names_is_word)) {
      best = p;
    }
  }
  if (!best) {
    return false;
  }
  *prefix = *best;
  *local  = ln_view_from(iri, best->iri.n);
  return true;
}

ln_status
ln_names_expand(const ln_names* const names, const ln_term term, ln_text* const out)
{
  if (term.kind == LN_BLANK) {
    LN_TRY(ln_text_add(out, LN_V("_:")));
  } else if (term.kind == LN_IRI) {
    LN_TRY(ln_text_add(out, names->stems[term.stem].iri));
  }
  return ln_text_add(out, ln_term_bytes(term));
}
