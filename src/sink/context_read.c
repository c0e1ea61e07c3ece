/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reads the value of an `@context` into a table of terms (JSON-LD 1.1 API, sections 4.1 and 4.2, as
   far as a writer needs them). Definitions may use terms and prefixes that stand further down, so
   those that have to wait are tried again, round by round, until all are done; a round without
   progress means a circle. What is not understood (list, index and graph containers, nesting,
   scoped contexts with more than a vocabulary) makes a term unusable but never unknown: its name
   still shadows words and compact IRIs. Copies all it keeps into the context's arena. */

#include "base/memory.h"
#include "sink/context_inner.h"
#include "sink/escape.h"

#include <jansson.h>

typedef enum { DONE, WAITING, WRONG, NO_MEMORY } progress;

/** While reading: what a term's entry still lacks. */
typedef struct {
  const json_t* raw; ///< its definition, until it is done
  bool          own_language;
} definition;

typedef struct {
  ln_context* c;
  definition* definitions; ///< parallel to the terms
  size_t      cap;
} reader;

static ln_view
string_of(const json_t* const value)
{
  return (ln_view){json_string_value(value), json_string_length(value)};
}

static bool
is_known_keyword(const ln_view word)
{
  static const char* const KEYWORDS[] = {"@id",
                                         "@type",
                                         "@value",
                                         "@language",
                                         "@graph",
                                         "@set",
                                         "@list",
                                         "@reverse",
                                         "@index",
                                         "@none",
                                         "@vocab",
                                         "@json",
                                         "@included",
                                         "@nest",
                                         "@direction",
                                         "@context",
                                         "@base"};
  for (size_t i = 0U; i < sizeof(KEYWORDS) / sizeof(KEYWORDS[0]); ++i) {
    if (ln_view_equals(word, ln_view_of(KEYWORDS[i]))) {
      return true;
    }
  }
  return false;
}

/** Waiting too is a fault where nothing more will come. */
static ln_status
status_of(const progress p)
{
  if (p == NO_MEMORY) {
    return LN_NO_MEM;
  }
  return p == DONE ? LN_OK : LN_USAGE;
}

/** The term of a name; `*waits` if its definition is still to be read. */
static const ln_context_term*
find_term(const reader* const r, const ln_view name, bool* const waits)
{
  const uint32_t term = ln_dict_find(r->c->names, name);
  if (term == LN_DICT_NONE) {
    return NULL;
  }
  *waits = r->definitions[term].raw != NULL;
  return &r->c->terms[term];
}

static progress
join_iri(const reader* const r, const ln_view a, const ln_view b, ln_view* const iri)
{
  char* const p = (char*)ln_arena_take(&r->c->arena, a.n + b.n + 1U);
  if (!p) {
    return NO_MEMORY;
  }
  (void)ln_escape_none(ln_escape_none(p, a), b);
  *iri = (ln_view){p, a.n + b.n};
  return DONE;
}

/** A compact IRI of a prefix that is defined, else an IRI as it is. */
static progress
expand_colon(const reader* const r, const ln_view value, ln_view* const iri)
{
  bool          waits  = false;
  const size_t  colon  = ln_view_find(value, ':');
  const ln_view suffix = ln_view_from(value, colon + 1U);
  if (!ln_view_starts(suffix, LN_V("//"))) {
    const ln_context_term* const prefix = find_term(r, ln_view_first(value, colon), &waits);
    if (waits) {
      return WAITING;
    }
    if (prefix && prefix->prefix) {
      return join_iri(r, prefix->iri, suffix, iri);
    }
  }
  return join_iri(r, value, (ln_view){NULL, 0U}, iri);
}

/** IRI expansion, vocabulary-relative. `self` is the term being defined, which cannot explain
   itself. An empty result: the value means nothing. */
static progress
expand(const reader* const r, const ln_view self, const ln_view value, ln_view* const iri)
{
  bool waits = false;
  *iri       = (ln_view){"", 0U};
  if (ln_context_keyword(value)) {
    return is_known_keyword(value) ? join_iri(r, value, (ln_view){NULL, 0U}, iri) : DONE;
  }
  if (!ln_view_equals(value, self)) {
    const ln_context_term* const term = find_term(r, value, &waits);
    if (term) {
      *iri = waits ? *iri : term->iri;
      return waits ? WAITING : DONE;
    }
  }
  if (ln_view_find(value, ':') < value.n) {
    return expand_colon(r, value, iri);
  }
  return r->c->vocab.n > 0U ? join_iri(r, r->c->vocab, value, iri) : DONE;
}

static void
read_container(const json_t* const container, ln_context_term* const term)
{
  const size_t n = json_is_array(container) ? json_array_size(container) : 1U;
  for (size_t i = 0U; container && i < n; ++i) {
    const json_t* const item = json_is_array(container) ? json_array_get(container, i) : container;
    const ln_view       word = string_of(item);
    if (ln_view_equals(word, LN_V("@set"))) {
      term->set = true;
    } else if (ln_view_equals(word, LN_V("@language"))) {
      term->map = true;
    } else if (!json_is_null(item)) {
      term->odd = true;
    }
  }
}

/** A context inside a definition: only one that sets nothing but `@vocab` is understood. */
static progress
read_scope(const reader* const r, const json_t* const scoped, ln_context_term* const term)
{
  if (!scoped) {
    return DONE;
  }
  const json_t* const vocab   = json_object_get(scoped, "@vocab");
  const json_t* const version = json_object_get(scoped, "@version");
  const bool          only    = vocab && json_object_size(scoped) == (version ? 2U : 1U);
  term->scope                 = only ? LN_SCOPE_VOCAB : LN_SCOPE_OTHER;
  if (!only || json_is_null(vocab)) {
    return DONE;
  }
  const ln_view value = string_of(vocab);
  if (value.n == 0U || ln_view_find(value, ':') == value.n) {
    term->scope = LN_SCOPE_OTHER; // relative to something
    return DONE;
  }
  return expand(r, (ln_view){NULL, 0U}, value, &term->vocab);
}

static progress
read_type(const reader* const r, const json_t* const type, ln_context_term* const term)
{
  const ln_view value = string_of(type);
  if (!type || ln_view_equals(value, LN_V("@none"))) {
    return DONE;
  }
  if (ln_view_equals(value, LN_V("@json"))) {
    term->odd = true;
    return DONE;
  }
  const progress p = expand(r, (ln_view){NULL, 0U}, value, &term->type);
  return p == DONE && term->type.n == 0U ? WRONG : p;
}

static progress
copy_language(const reader* const r, const json_t* const language, ln_view* const tag)
{
  return json_is_string(language) ? join_iri(r, string_of(language), (ln_view){NULL, 0U}, tag)
                                  : DONE;
}

/** Everything of an expanded definition but its IRI. */
static progress
read_details(const reader* const r, const json_t* const raw, const uint32_t number)
{
  ln_context_term* const term     = &r->c->terms[number];
  const json_t* const    language = json_object_get(raw, "@language");
  read_container(json_object_get(raw, "@container"), term);
  term->odd = term->odd || json_object_get(raw, "@nest") || json_object_get(raw, "@index") ||
              json_is_string(json_object_get(raw, "@direction"));
  r->definitions[number].own_language = language != NULL;

  const progress typed = read_type(r, json_object_get(raw, "@type"), term);
  if (typed != DONE) {
    return typed;
  }
  const progress tagged = copy_language(r, language, &term->language);
  return tagged == DONE ? read_scope(r, json_object_get(raw, "@context"), term) : tagged;
}

bool
ln_context_delimited(const ln_view iri)
{
  return iri.n > 0U && strchr(":/?#[]@", iri.s[iri.n - 1U]) != NULL;
}

/** Create a term definition. The entry is filled anew on each try. */
static progress
define(const reader* const r, const uint32_t number)
{
  ln_context_term* const term    = &r->c->terms[number];
  const json_t* const    raw     = r->definitions[number].raw;
  const json_t* const    reverse = json_object_get(raw, "@reverse");
  const json_t* const    given   = reverse ? reverse : json_object_get(raw, "@id");
  *term                          = (ln_context_term){.name = term->name, .next = LN_CONTEXT_NONE};
  if (json_is_null(raw) || json_is_null(given)) {
    return DONE;
  }
  const ln_view id = json_is_string(raw) ? string_of(raw) : given ? string_of(given) : term->name;
  if (id.n == 0U) {
    return WRONG;
  }
  const progress p = expand(r, term->name, id, &term->iri);
  if (p != DONE) {
    return p;
  }
  term->reverse       = reverse != NULL;
  const bool nameable = ln_view_find(term->name, ':') == term->name.n &&
                        ln_view_find(term->name, '/') == term->name.n && term->name.n > 0U;
  const bool simple     = json_is_string(raw) && ln_context_delimited(term->iri);
  const bool is_keyword = ln_context_keyword(term->iri);
  term->prefix          = nameable && !is_keyword && !term->reverse &&
                 (simple || json_is_true(json_object_get(raw, "@prefix")));
  return json_is_object(raw) ? read_details(r, raw, number) : DONE;
}

static ln_status
add_term(reader* const r, const ln_view name, const json_t* const raw)
{
  const size_t n = ln_dict_size(r->c->names);
  if (n >= r->cap || !r->definitions) {
    const size_t           cap = r->cap > 0U ? r->cap * 2U : 64U;
    ln_context_term* const t =
      (ln_context_term*)ln_realloc(r->c->terms, cap, sizeof(ln_context_term));
    r->c->terms         = t ? t : r->c->terms;
    definition* const d = (definition*)ln_realloc(r->definitions, cap, sizeof(definition));
    r->definitions      = d ? d : r->definitions;
    if (!t || !d) {
      return LN_NO_MEM;
    }
    r->cap = cap;
  }
  uint32_t number = 0U;
  LN_TRY(ln_dict_add(r->c->names, name, &number, NULL));
  r->c->terms[number] =
    (ln_context_term){.name = ln_dict_key(r->c->names, number), .next = LN_CONTEXT_NONE};
  r->definitions[number] = (definition){raw, false};
  return LN_OK;
}

/** Define all that was added, in as many rounds as it takes. */
static ln_status
define_all(const reader* const r)
{
  const size_t n     = r->definitions ? ln_dict_size(r->c->names) : 0U;
  size_t       left  = n;
  bool         moved = true;
  while (left > 0U && moved) {
    left  = 0U;
    moved = false;
    for (uint32_t i = 0U; i < n; ++i) {
      if (!r->definitions[i].raw) {
        continue;
      }
      const progress p = define(r, i);
      if (p == WRONG || p == NO_MEMORY) {
        return status_of(p);
      }
      if (p == DONE) {
        r->definitions[i].raw = NULL;
        moved                 = true;
      } else {
        ++left;
      }
    }
  }
  return left == 0U ? LN_OK : LN_USAGE;
}

/** `@vocab` of a whole context. One that is relative is not used: then no word is. */
static ln_status
read_vocab(const reader* const r, const json_t* const vocab)
{
  if (!vocab) {
    return LN_OK;
  }
  const ln_view value = string_of(vocab);
  r->c->vocab         = (ln_view){NULL, 0U};
  if (value.n == 0U || ln_view_find(value, ':') == value.n) {
    return LN_OK;
  }
  ln_view iri = {NULL, 0U};
  LN_TRY(status_of(expand(r, (ln_view){NULL, 0U}, value, &iri)));
  r->c->vocab = iri;
  return LN_OK;
}

static ln_status
read_keywords(const reader* const r, const json_t* const object)
{
  const json_t* const language = json_object_get(object, "@language");
  const json_t* const types    = json_object_get(object, "@type");
  if (json_object_get(object, "@import") || json_is_string(json_object_get(object, "@direction"))) {
    return LN_USAGE;
  }
  if (language) {
    r->c->language = (ln_view){NULL, 0U};
    LN_TRY(status_of(copy_language(r, language, &r->c->language)));
  }
  if (types) {
    r->c->type_set = ln_view_equals(string_of(json_object_get(types, "@container")), LN_V("@set"));
  }
  return LN_OK;
}

static ln_status
read_object(reader* const r, json_t* const object)
{
  if (!json_is_object(object)) {
    return LN_USAGE;
  }
  LN_TRY(read_keywords(r, object));
  // Before the terms, as the specification has it: a prefix defined beside it is not known yet.
  LN_TRY(read_vocab(r, json_object_get(object, "@vocab")));
  for (void* i = json_object_iter(object); i; i = json_object_iter_next(object, i)) {
    const ln_view       name = {json_object_iter_key(i), json_object_iter_key_len(i)};
    const json_t* const raw  = json_object_iter_value(i);
    if (ln_context_keyword(name)) {
      continue;
    }
    if (!json_is_object(raw) && !json_is_string(raw) && !json_is_null(raw)) {
      return LN_USAGE;
    }
    LN_TRY(add_term(r, name, raw));
  }
  return define_all(r);
}

static ln_status
read_value(reader* const r, json_t* const value)
{
  if (!json_is_array(value)) {
    return read_object(r, value);
  }
  for (size_t i = 0U; i < json_array_size(value); ++i) {
    LN_TRY(read_object(r, json_array_get(value, i)));
  }
  return LN_OK;
}

/** What can only be said when all is read: which terms can be keys, chains, aliases. */
static ln_status
complete(reader* const r)
{
  ln_context* const c = r->c;
  const size_t      n = ln_dict_size(c->names);
  c->heads            = (uint32_t*)ln_alloc_zero(n + 1U, sizeof(uint32_t));
  if (!c->heads) {
    return LN_NO_MEM;
  }
  for (size_t i = r->definitions ? n : 0U; i-- > 0U;) {
    ln_context_term* const t       = &c->terms[i];
    const bool             keyword = ln_context_keyword(t->iri);
    t->odd                         = t->odd || (t->map && t->type.n > 0U);
    t->usable =
      t->name.n > 0U && t->iri.n > 0U && !keyword && !t->odd && t->scope != LN_SCOPE_OTHER;
    t->language = r->definitions[i].own_language ? t->language : c->language;
    if (t->iri.n == 0U || t->reverse || keyword) {
      continue;
    }
    uint32_t number = 0U;
    bool     added  = false;
    LN_TRY(ln_dict_add(c->iris, t->iri, &number, &added));
    t->next          = added ? LN_CONTEXT_NONE : c->heads[number];
    c->heads[number] = (uint32_t)i;
  }
  return LN_OK;
}

ln_status
ln_context_read(ln_context* const context, void* const value)
{
  reader    r      = {context, NULL, 0U};
  ln_status status = read_value(&r, (json_t*)value);
  status           = status == LN_OK ? complete(&r) : status;
  ln_free(r.definitions);
  return status;
}
