/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Contexts: a chain of small dictionaries, each of what one local context adds, so that a context
   inside a node costs what it says and not what it inherits. A context is never changed once it is
   made; what is written above a node may be used by many. */

#include "graph/jsonld_context.h"

#include "base/memory.h"
#include "base/text.h"
#include "graph/jsonld_define.h"
#include "rdf/iri.h"

#include <string.h>

void
ln_ld_contexts_clear(ln_ld_contexts* const all)
{
  for (ln_ld_context* c = all->all; c; c = c->next) {
    ln_dict_free(c->names);
  }
  all->all = NULL;
}

ln_status
ln_ld_wrong(ln_ld_contexts* const all, const uint64_t line, const char* const problem)
{
  all->problem = problem;
  all->line    = line;
  all->refused = false;
  return LN_USAGE;
}

ln_status
ln_ld_refuse(ln_ld_contexts* const all, const uint64_t line, const char* const problem)
{
  (void)ln_ld_wrong(all, line, problem);
  all->refused = true;
  return LN_USAGE;
}

ln_status
ln_ld_join(ln_ld_contexts* const all, const ln_view a, const ln_view b, ln_view* const out)
{
  char* const s = (char*)ln_arena_take(all->arena, a.n + b.n + 1U);
  if (!s) {
    return LN_NO_MEM;
  }
  if (a.n > 0U) {
    memcpy(s, a.s, a.n);
  }
  if (b.n > 0U) {
    memcpy(s + a.n, b.s, b.n);
  }
  *out = (ln_view){s, a.n + b.n};
  return LN_OK;
}

bool
ln_ld_is_keyword(const ln_view text)
{
  static const char* const WORDS[] = {
    "@base",     "@container", "@context", "@default", "@direction", "@embed",     "@explicit",
    "@first",    "@graph",     "@id",      "@import",  "@included",  "@index",     "@json",
    "@language", "@list",      "@nest",    "@none",    "@prefix",    "@propagate", "@protected",
    "@reverse",  "@set",       "@type",    "@value",   "@version",   "@vocab"};
  for (size_t i = 0U; text.n > 0U && text.s[0] == '@' && i < sizeof(WORDS) / sizeof(WORDS[0]);
       ++i) {
    if (ln_view_equals(text, ln_view_of(WORDS[i]))) {
      return true;
    }
  }
  return false;
}

static bool
is_letter(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* `@` and letters: kept free for keywords to come. */
bool
ln_ld_is_reserved(const ln_view text)
{
  if (text.n < 2U || text.s[0] != '@') {
    return false;
  }
  for (size_t i = 1U; i < text.n; ++i) {
    if (!is_letter(text.s[i])) {
      return false;
    }
  }
  return true;
}

bool
ln_ld_is_absolute(const ln_view text)
{
  if (ln_view_starts(text, LN_V("_:"))) {
    return true;
  }
  for (size_t i = 1U; i < text.n && is_letter(text.s[0]); ++i) {
    const char c = text.s[i];
    if (c == ':') {
      return true;
    }
    if (!is_letter(c) && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
      return false;
    }
  }
  return false;
}

ln_status
ln_ld_context_new(ln_ld_contexts* const      all,
                  const ln_ld_context* const below,
                  ln_ld_context** const      context)
{
  ln_ld_context* const made = (ln_ld_context*)ln_arena_zero(all->arena, 1U, sizeof(*made));
  if (!made) {
    return LN_NO_MEM;
  }
  if (below) {
    *made       = *below;
    made->below = below->names ? below : below->below;
    made->names = NULL;
    made->terms = NULL;
  } else {
    made->base = all->base;
  }
  made->next = all->all;
  all->all   = made;
  *context   = made;
  return LN_OK;
}

ln_status
ln_ld_context_first(ln_ld_contexts* const all, const ln_ld_context** const context)
{
  ln_ld_context* made = NULL;
  LN_TRY(ln_ld_context_new(all, NULL, &made));
  *context = made;
  return LN_OK;
}

const ln_ld_term*
ln_ld_term_find(const ln_ld_context* const context, const ln_view name)
{
  for (const ln_ld_context* c = context; c; c = c->below) {
    const uint32_t number = c->names ? ln_dict_find(c->names, name) : LN_DICT_NONE;
    if (number != LN_DICT_NONE) {
      return &c->terms[number];
    }
  }
  return NULL;
}

/* A prefix and what stands behind its colon. `*done`: it is an IRI now. */
static ln_status
expand_compact(ln_ld_contexts* const      all,
               const ln_ld_context* const context,
               const ln_view              text,
               ln_view* const             iri,
               bool* const                done)
{
  const size_t colon = text.n > 1U ? 1U + ln_view_find(ln_view_from(text, 1U), ':') : text.n;
  *done              = false;
  *iri               = text;
  if (colon >= text.n) {
    return LN_OK;
  }
  const ln_view prefix = ln_view_first(text, colon);
  const ln_view rest   = ln_view_from(text, colon + 1U);
  *done                = true;
  if (ln_view_equals(prefix, LN_V("_")) || ln_view_starts(rest, LN_V("//"))) {
    return LN_OK;
  }
  const ln_ld_term* const term = ln_ld_term_find(context, prefix);
  if (term && term->iri.s && term->prefix) {
    return ln_ld_join(all, term->iri, rest, iri);
  }
  *done = ln_ld_is_absolute(text);
  return LN_OK;
}

static ln_status
resolve(ln_ld_contexts* const all, const ln_view base, const ln_view text, ln_view* const iri)
{
  ln_text   whole = {0};
  ln_status st    = ln_iri_resolve(base, text, &whole);
  if (st == LN_OK) {
    *iri = ln_arena_copy(all->arena, ln_text_view(&whole));
    st   = iri->s ? LN_OK : LN_NO_MEM;
  }
  ln_text_clear(&whole);
  return st;
}

ln_status
ln_ld_expand(ln_ld_contexts* const      all,
             const ln_ld_context* const context,
             const ln_view              text,
             const unsigned             how,
             ln_view* const             iri)
{
  bool done = false;
  *iri      = text;
  if (ln_ld_is_keyword(text)) {
    return LN_OK;
  }
  if (ln_ld_is_reserved(text)) {
    *iri = (ln_view){NULL, 0U};
    return LN_OK;
  }
  const ln_ld_term* const term = ln_ld_term_find(context, text);
  if (term &&
      ((how & (unsigned)LN_LD_VOCAB) != 0U || (term->iri.s && ln_ld_is_keyword(term->iri)))) {
    *iri = term->iri;
    return LN_OK;
  }
  LN_TRY(expand_compact(all, context, text, iri, &done));
  if (done) {
    return LN_OK;
  }
  if ((how & (unsigned)LN_LD_VOCAB) != 0U && context->vocab.s) {
    return ln_ld_join(all, context->vocab, text, iri);
  }
  if ((how & (unsigned)LN_LD_RELATIVE) != 0U && context->base.s) {
    return resolve(all, context->base, text, iri);
  }
  return LN_OK;
}

/* ---- local contexts ---- */

static ln_status
set_base(ln_ld_contexts* const all, ln_ld_context* const c, const ln_json_value* const value)
{
  if (value->kind == LN_VALUE_NULL) {
    c->base = (ln_view){NULL, 0U};
    return LN_OK;
  }
  if (value->kind == LN_VALUE_STRING && ln_ld_is_absolute(value->text)) {
    c->base = value->text;
    return LN_OK;
  }
  if (value->kind == LN_VALUE_STRING && c->base.s) {
    return resolve(all, c->base, value->text, &c->base);
  }
  return ln_ld_wrong(all, value->line, "invalid base IRI");
}

static ln_status
set_vocab(ln_ld_contexts* const all, ln_ld_context* const c, const ln_json_value* const value)
{
  if (value->kind == LN_VALUE_NULL) {
    c->vocab = (ln_view){NULL, 0U};
    return LN_OK;
  }
  if (value->kind != LN_VALUE_STRING) {
    return ln_ld_wrong(all, value->line, "invalid vocab mapping");
  }
  ln_view iri = {NULL, 0U};
  LN_TRY(ln_ld_expand(all, c, value->text, LN_LD_VOCAB | LN_LD_RELATIVE, &iri));
  if (!iri.s || ln_ld_is_keyword(iri) || !(ln_ld_is_absolute(iri) || !c->base.s)) {
    return ln_ld_wrong(all, value->line, "invalid vocab mapping");
  }
  c->vocab = iri;
  return LN_OK;
}

static ln_status
set_lang(ln_ld_contexts* const all, ln_ld_context* const c, const ln_json_value* const value)
{
  if (value->kind != LN_VALUE_NULL && value->kind != LN_VALUE_STRING) {
    return ln_ld_wrong(all, value->line, "invalid default language");
  }
  c->lang = value->kind == LN_VALUE_NULL ? (ln_view){NULL, 0U} : value->text;
  return LN_OK;
}

static ln_status
check_version(ln_ld_contexts* const all, ln_ld_context* const c, const ln_json_value* const value)
{
  (void)c;
  return value->kind == LN_VALUE_NUMBER && ln_view_equals(value->text, LN_V("1.1"))
           ? LN_OK
           : ln_ld_wrong(all, value->line, "invalid @version value");
}

static ln_status
check_flag(ln_ld_contexts* const all, ln_ld_context* const c, const ln_json_value* const value)
{
  (void)c;
  return value->kind == LN_VALUE_TRUE || value->kind == LN_VALUE_FALSE
           ? LN_OK
           : ln_ld_wrong(all, value->line, "@propagate and @protected are true or false");
}

static ln_status
check_direction(ln_ld_contexts* const all, ln_ld_context* const c, const ln_json_value* const value)
{
  (void)c;
  const bool good = value->kind == LN_VALUE_NULL ||
                    (value->kind == LN_VALUE_STRING && (ln_view_equals(value->text, LN_V("ltr")) ||
                                                        ln_view_equals(value->text, LN_V("rtl"))));
  return good ? LN_OK : ln_ld_wrong(all, value->line, "invalid base direction");
}

static ln_status
refuse_import(ln_ld_contexts* const all, ln_ld_context* const c, const ln_json_value* const value)
{
  (void)c;
  return value->kind == LN_VALUE_STRING
           ? ln_ld_refuse(all, value->line, "a context at an address (@import) is not fetched")
           : ln_ld_wrong(all, value->line, "invalid @import value");
}

typedef struct {
  const char* name;
  ln_status (*take)(ln_ld_contexts* all, ln_ld_context* c, const ln_json_value* value);
} entry;

/* In the order in which they count: IRIs of the later ones need the earlier ones. */
static const entry ENTRIES[] = {
  {"@version", check_version},
  {"@import", refuse_import},
  {"@base", set_base},
  {"@vocab", set_vocab},
  {"@language", set_lang},
  {"@direction", check_direction},
  {"@propagate", check_flag},
  {"@protected", check_flag},
};

bool
ln_ld_is_entry(const ln_view name)
{
  for (size_t i = 0U; i < sizeof(ENTRIES) / sizeof(ENTRIES[0]); ++i) {
    if (ln_view_equals(name, ln_view_of(ENTRIES[i].name))) {
      return true;
    }
  }
  return false;
}

static ln_status
add_object(ln_ld_contexts* const       all,
           const ln_ld_context* const  active,
           const ln_json_value* const  local,
           const ln_ld_scope           scope,
           const ln_ld_context** const context)
{
  ln_ld_context* made = NULL;
  LN_TRY(ln_ld_context_new(all, active, &made));
  for (size_t i = 0U; i < sizeof(ENTRIES) / sizeof(ENTRIES[0]); ++i) {
    const ln_json_value* const value = ln_json_value_member(local, ln_view_of(ENTRIES[i].name));
    LN_TRY(value ? ENTRIES[i].take(all, made, value) : LN_OK);
  }
  *context = made;
  return ln_ld_define(all, made, local, scope.override);
}

static ln_status
add_null(ln_ld_contexts* const       all,
         const ln_ld_context* const  active,
         const ln_json_value* const  local,
         const ln_ld_scope           scope,
         const ln_ld_context** const context)
{
  ln_ld_context* made = NULL;
  if (active->guards && !scope.override) {
    return ln_ld_wrong(all, local->line, "invalid context nullification: some term is protected");
  }
  LN_TRY(ln_ld_context_new(all, NULL, &made));
  made->previous = active->previous;
  *context       = made;
  return LN_OK;
}

static ln_status
add_one(ln_ld_contexts* const       all,
        const ln_ld_context* const  active,
        const ln_json_value* const  local,
        const ln_ld_scope           scope,
        const ln_ld_context** const context)
{
  if (local->kind == LN_VALUE_NULL) {
    return add_null(all, active, local, scope, context);
  }
  if (local->kind == LN_VALUE_STRING) {
    return ln_ld_refuse(all, local->line, "a context at an address is not fetched");
  }
  return local->kind == LN_VALUE_OBJECT ? add_object(all, active, local, scope, context)
                                        : ln_ld_wrong(all, local->line, "invalid local context");
}

/* A context of its own that goes back to another one. */
static ln_status
note_previous(ln_ld_contexts* const       all,
              const ln_ld_context* const  active,
              const ln_ld_context** const context)
{
  ln_ld_context* made = NULL;
  LN_TRY(ln_ld_context_new(all, active, &made));
  made->previous = made->previous ? made->previous : active;
  *context       = made;
  return LN_OK;
}

ln_status
ln_ld_context_add(ln_ld_contexts* const       all,
                  const ln_ld_context* const  active,
                  const ln_json_value* const  local,
                  const ln_ld_scope           scope,
                  const ln_ld_context** const context)
{
  const ln_json_value* const says      = ln_json_value_member(local, LN_V("@propagate"));
  const bool                 propagate = says ? says->kind != LN_VALUE_FALSE : scope.propagate;
  *context                             = active;
  if (!propagate) {
    LN_TRY(note_previous(all, active, context));
  }
  if (local->kind != LN_VALUE_ARRAY) {
    return add_one(all, *context, local, scope, context);
  }
  for (const ln_json_value* v = local->first; v; v = v->next) {
    LN_TRY(add_one(all, *context, v, scope, context));
  }
  return LN_OK;
}
