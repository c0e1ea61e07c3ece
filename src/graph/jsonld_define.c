/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Term definitions (JSON-LD 1.1 API, section 4.2.2). A term may be written with others of the same
   context, in any order, so definitions wait for each other: those that are begun are a stack, and
   one that needs another is begun anew once that is there. What is needed twice is on the stack
   twice, and then the definitions go round in a circle. */

#include "graph/jsonld_define.h"

typedef enum { OPEN, BEGUN, DONE } definition_state;

typedef struct {
  ln_ld_contexts*       all;
  ln_ld_context*        context;
  const ln_json_value*  local;
  const ln_json_value** members; ///< terms of the local context,
  unsigned char*        states;  ///< how far each is,
  size_t                n;
  ln_dict*              names; ///< and their numbers
  size_t*               stack; ///< of terms that are begun
  size_t                depth;
  size_t                waits; ///< for this term; SIZE_MAX: for none
  bool                  guarded;
  bool                  override;
} defining;

static ln_view
text_of(const ln_json_value* const value)
{
  return value && value->kind == LN_VALUE_STRING ? value->text : (ln_view){NULL, 0U};
}

static ln_status
wrong(const defining* const d, const ln_json_value* const at, const char* const problem)
{
  return ln_ld_wrong(d->all, at->line, problem);
}

/* Whether a name is a term of the local context that has to be defined first. */
static bool
must_wait(defining* const d, const ln_view name)
{
  const uint32_t number = ln_dict_find(d->names, name);
  if (number == LN_DICT_NONE || d->states[number] == DONE) {
    return false;
  }
  d->waits = number;
  return true;
}

/* Expand an IRI once what it is written with is defined; else `d->waits` says for what. */
static ln_status
expand(defining* const d, const ln_view text, ln_view* const iri)
{
  const size_t colon = text.n > 1U ? 1U + ln_view_find(ln_view_from(text, 1U), ':') : text.n;
  const bool   compact =
    colon < text.n && !ln_view_starts(ln_view_from(text, colon + 1U), LN_V("//"));
  *iri = (ln_view){NULL, 0U};
  if (!ln_ld_is_keyword(text) &&
      (must_wait(d, text) || (compact && must_wait(d, ln_view_first(text, colon))))) {
    return LN_OK;
  }
  return ln_ld_expand(d->all, d->context, text, LN_LD_VOCAB, iri);
}

static bool
waits(const defining* const d)
{
  return d->waits != SIZE_MAX;
}

/* ---- parts of a definition ---- */

static ln_status
set_type(defining* const d, const ln_json_value* const value, ln_ld_term* const term)
{
  if (value->kind != LN_VALUE_STRING) {
    return wrong(d, value, "invalid type mapping");
  }
  LN_TRY(expand(d, value->text, &term->type));
  if (waits(d)) {
    return LN_OK;
  }
  const ln_view type = term->type;
  const bool    word =
    type.s && (ln_view_equals(type, LN_V("@id")) || ln_view_equals(type, LN_V("@vocab")) ||
               ln_view_equals(type, LN_V("@none")) || ln_view_equals(type, LN_V("@json")));
  const bool iri = type.s && ln_ld_is_absolute(type) && !ln_view_starts(type, LN_V("_:"));
  return word || iri ? LN_OK : wrong(d, value, "invalid type mapping");
}

static ln_status
set_reverse(defining* const            d,
            const ln_json_value* const object,
            const ln_json_value* const value,
            ln_ld_term* const          term,
            bool* const                drop)
{
  if (ln_json_value_member(object, LN_V("@id")) || ln_json_value_member(object, LN_V("@nest"))) {
    return wrong(d, value, "invalid reverse property");
  }
  if (value->kind != LN_VALUE_STRING) {
    return wrong(d, value, "invalid IRI mapping");
  }
  *drop = ln_ld_is_reserved(value->text) && !ln_ld_is_keyword(value->text);
  if (*drop) {
    return LN_OK;
  }
  LN_TRY(expand(d, value->text, &term->iri));
  if (!waits(d) && (!term->iri.s || !ln_ld_is_absolute(term->iri))) {
    return wrong(d, value, "invalid IRI mapping");
  }
  term->reverse = true;
  return LN_OK;
}

static bool
has_colon_inside(const ln_view name)
{
  const size_t colon = name.n > 2U ? ln_view_find(ln_view_from(name, 1U), ':') : name.n;
  return colon + 2U < name.n;
}

static bool
has_slash(const ln_view name)
{
  return ln_view_find(name, '/') < name.n;
}

/* What an IRI that is a prefix ends with (RFC 3986, gen-delims). */
static bool
ends_as_prefix(const ln_view iri)
{
  const ln_view delims = LN_V(":/?#[]@");
  return (iri.n > 0U && ln_view_find(delims, iri.s[iri.n - 1U]) < delims.n) ||
         ln_view_starts(iri, LN_V("_:"));
}

/* The IRI that `@id` gives. */
static ln_status
set_id(defining* const            d,
       const ln_json_value* const member,
       const ln_json_value* const value,
       const bool                 simple,
       ln_ld_term* const          term,
       bool* const                drop)
{
  const ln_view name = member->name;
  if (value->kind != LN_VALUE_STRING) {
    return wrong(d, value, "invalid IRI mapping");
  }
  *drop = ln_ld_is_reserved(value->text) && !ln_ld_is_keyword(value->text);
  if (*drop) {
    return LN_OK;
  }
  LN_TRY(expand(d, value->text, &term->iri));
  if (waits(d)) {
    return LN_OK;
  }
  if (!term->iri.s || !(ln_ld_is_keyword(term->iri) || ln_ld_is_absolute(term->iri))) {
    return wrong(d, value, "invalid IRI mapping");
  }
  if (ln_view_equals(term->iri, LN_V("@context"))) {
    return wrong(d, value, "invalid keyword alias");
  }
  if (has_colon_inside(name) || has_slash(name)) {
    ln_view own = {NULL, 0U};
    LN_TRY(ln_ld_expand(d->all, d->context, name, LN_LD_VOCAB, &own));
    if (!own.s || !ln_view_equals(own, term->iri)) {
      return wrong(d, value, "invalid IRI mapping");
    }
  }
  term->prefix =
    ln_view_find(name, ':') == name.n && !has_slash(name) && simple && ends_as_prefix(term->iri);
  return LN_OK;
}

/* The IRI of a term that has no `@id`: what its name says. */
static ln_status
set_by_name(defining* const d, const ln_json_value* const member, ln_ld_term* const term)
{
  const ln_view name  = member->name;
  const size_t  colon = name.n > 1U ? 1U + ln_view_find(ln_view_from(name, 1U), ':') : name.n;
  if (ln_view_equals(name, LN_V("@type"))) {
    term->iri = name;
    return LN_OK;
  }
  if (colon < name.n) {
    if (must_wait(d, ln_view_first(name, colon))) {
      return LN_OK;
    }
    const ln_ld_term* const prefix = ln_ld_term_find(d->context, ln_view_first(name, colon));
    term->iri                      = name;
    return prefix && prefix->iri.s
             ? ln_ld_join(d->all, prefix->iri, ln_view_from(name, colon + 1U), &term->iri)
             : LN_OK;
  }
  if (has_slash(name)) {
    LN_TRY(ln_ld_expand(d->all, d->context, name, LN_LD_VOCAB | LN_LD_RELATIVE, &term->iri));
    return term->iri.s && ln_ld_is_absolute(term->iri) ? LN_OK
                                                       : wrong(d, member, "invalid IRI mapping");
  }
  return d->context->vocab.s ? ln_ld_join(d->all, d->context->vocab, name, &term->iri)
                             : wrong(d, member, "invalid IRI mapping");
}

static unsigned
container_bit(const ln_view word)
{
  static const struct {
    const char* word;
    unsigned    bit;
  } BITS[] = {{"@graph", LN_LD_GRAPH},
              {"@id", LN_LD_ID},
              {"@index", LN_LD_INDEX},
              {"@language", LN_LD_LANGUAGE},
              {"@list", LN_LD_LIST},
              {"@set", LN_LD_SET},
              {"@type", LN_LD_TYPE}};
  for (size_t i = 0U; word.s && i < sizeof(BITS) / sizeof(BITS[0]); ++i) {
    if (ln_view_equals(word, ln_view_of(BITS[i].word))) {
      return BITS[i].bit;
    }
  }
  return 0U;
}

/* One word and perhaps `@set`; a graph also with `@id` or `@index`. */
static bool
is_container(const unsigned bits)
{
  const unsigned one = bits & ~(unsigned)LN_LD_SET;
  return one == 0U || (one & (one - 1U)) == 0U || one == (LN_LD_GRAPH | LN_LD_ID) ||
         one == (LN_LD_GRAPH | LN_LD_INDEX);
}

static ln_status
set_container(defining* const d, const ln_json_value* const value, ln_ld_term* const term)
{
  const ln_json_value* v = value->kind == LN_VALUE_ARRAY ? value->first : value;
  for (; v; v = value->kind == LN_VALUE_ARRAY ? v->next : NULL) {
    const unsigned bit = container_bit(text_of(v));
    if (bit == 0U) {
      return wrong(d, v, "invalid container mapping");
    }
    term->container |= bit;
  }
  const unsigned bits = term->container;
  if (!is_container(bits) || ((bits & LN_LD_LIST) != 0U && bits != LN_LD_LIST)) {
    return wrong(d, value, "invalid container mapping");
  }
  if ((bits & LN_LD_TYPE) != 0U) {
    term->type = term->type.s ? term->type : LN_V("@id");
    if (!ln_view_equals(term->type, LN_V("@id")) && !ln_view_equals(term->type, LN_V("@vocab"))) {
      return wrong(d, value, "invalid type mapping");
    }
  }
  return LN_OK;
}

static ln_status
set_reversed_container(defining* const d, const ln_json_value* const value, ln_ld_term* const term)
{
  if (value->kind == LN_VALUE_NULL) {
    return LN_OK;
  }
  term->container = container_bit(text_of(value));
  return term->container == LN_LD_SET || term->container == LN_LD_INDEX
           ? LN_OK
           : wrong(d, value, "invalid reverse property");
}

static ln_status
set_lang(defining* const d, const ln_json_value* const value, ln_ld_term* const term)
{
  if (value->kind != LN_VALUE_NULL && value->kind != LN_VALUE_STRING) {
    return wrong(d, value, "invalid language mapping");
  }
  term->has_lang = !term->type.s;
  term->lang     = text_of(value);
  return LN_OK;
}

static ln_status
set_index(defining* const d, const ln_json_value* const value, ln_ld_term* const term)
{
  if ((term->container & LN_LD_INDEX) == 0U || value->kind != LN_VALUE_STRING) {
    return wrong(d, value, "invalid term definition");
  }
  LN_TRY(expand(d, value->text, &term->index));
  return waits(d) || (term->index.s && ln_ld_is_absolute(term->index))
           ? LN_OK
           : wrong(d, value, "invalid term definition");
}

static ln_status
set_nest(defining* const d, const ln_json_value* const value, ln_ld_term* const term)
{
  term->nest = text_of(value);
  return term->nest.s &&
             (!ln_ld_is_keyword(term->nest) || ln_view_equals(term->nest, LN_V("@nest")))
           ? LN_OK
           : wrong(d, value, "invalid @nest value");
}

static ln_status
set_prefix(defining* const            d,
           const ln_json_value* const member,
           const ln_json_value* const value,
           ln_ld_term* const          term)
{
  if (ln_view_find(member->name, ':') < member->name.n || has_slash(member->name)) {
    return wrong(d, value, "invalid term definition");
  }
  if (value->kind != LN_VALUE_TRUE && value->kind != LN_VALUE_FALSE) {
    return wrong(d, value, "invalid @prefix value");
  }
  term->prefix = value->kind == LN_VALUE_TRUE;
  return term->prefix && term->iri.s && ln_ld_is_keyword(term->iri)
           ? wrong(d, value, "invalid term definition")
           : LN_OK;
}

static ln_status
check_direction(const defining* const d, const ln_json_value* const value)
{
  const ln_view text = text_of(value);
  const bool    good =
    value->kind == LN_VALUE_NULL ||
    (text.s && (ln_view_equals(text, LN_V("ltr")) || ln_view_equals(text, LN_V("rtl"))));
  return good ? LN_OK : wrong(d, value, "invalid base direction");
}

/* What may stand in a definition. */
static ln_status
check_members(const defining* const d, const ln_json_value* const object)
{
  static const char* const WORDS[] = {"@id",
                                      "@reverse",
                                      "@container",
                                      "@context",
                                      "@direction",
                                      "@index",
                                      "@language",
                                      "@nest",
                                      "@prefix",
                                      "@protected",
                                      "@type"};
  for (const ln_json_value* v = object->first; v; v = v->next) {
    bool known = false;
    for (size_t i = 0U; !known && i < sizeof(WORDS) / sizeof(WORDS[0]); ++i) {
      known = ln_view_equals(v->name, ln_view_of(WORDS[i]));
    }
    if (!known) {
      return wrong(d, v, "invalid term definition");
    }
  }
  return LN_OK;
}

/* The rest of a definition that is an object, once its IRI is known. */
static ln_status
set_rest(defining* const            d,
         const ln_json_value* const member,
         const ln_json_value* const object,
         ln_ld_term* const          term)
{
  const ln_json_value* const container = ln_json_value_member(object, LN_V("@container"));
  const ln_json_value* const lang      = ln_json_value_member(object, LN_V("@language"));
  const ln_json_value* const index     = ln_json_value_member(object, LN_V("@index"));
  const ln_json_value* const nest      = ln_json_value_member(object, LN_V("@nest"));
  const ln_json_value* const prefix    = ln_json_value_member(object, LN_V("@prefix"));
  const ln_json_value* const direction = ln_json_value_member(object, LN_V("@direction"));
  if (container) {
    LN_TRY(term->reverse ? set_reversed_container(d, container, term)
                         : set_container(d, container, term));
  }
  LN_TRY(index ? set_index(d, index, term) : LN_OK);
  LN_TRY(lang ? set_lang(d, lang, term) : LN_OK);
  LN_TRY(direction ? check_direction(d, direction) : LN_OK);
  LN_TRY(nest ? set_nest(d, nest, term) : LN_OK);
  term->context = ln_json_value_member(object, LN_V("@context"));
  return prefix ? set_prefix(d, member, prefix, term) : LN_OK;
}

static ln_status
set_guarded(const defining* const d, const ln_json_value* const object, ln_ld_term* const term)
{
  const ln_json_value* const value = ln_json_value_member(object, LN_V("@protected"));
  term->guarded                    = value ? value->kind == LN_VALUE_TRUE : d->guarded;
  return !value || value->kind == LN_VALUE_TRUE || value->kind == LN_VALUE_FALSE
           ? LN_OK
           : wrong(d, value, "invalid @protected value");
}

/* `@type` itself may only be made a set, or protected. */
static ln_status
check_type_term(const defining* const d, const ln_json_value* const member)
{
  bool good = member->kind == LN_VALUE_OBJECT && member->first;
  for (const ln_json_value* v = member->first; good && v; v = v->next) {
    const ln_view text = text_of(v);
    good =
      ln_view_equals(v->name, LN_V("@protected")) ||
      (ln_view_equals(v->name, LN_V("@container")) && text.s && ln_view_equals(text, LN_V("@set")));
  }
  return good ? LN_OK : wrong(d, member, "keyword redefinition");
}

/* The IRI of a definition that is an object. */
static ln_status
set_iri(defining* const            d,
        const ln_json_value* const member,
        ln_ld_term* const          term,
        bool* const                drop)
{
  const ln_json_value* const id      = ln_json_value_member(member, LN_V("@id"));
  const ln_json_value* const reverse = ln_json_value_member(member, LN_V("@reverse"));
  if (reverse) {
    return set_reverse(d, member, reverse, term, drop);
  }
  if (id && id->kind == LN_VALUE_NULL) {
    return LN_OK;
  }
  if (id && !(id->kind == LN_VALUE_STRING && ln_view_equals(id->text, member->name))) {
    return set_id(d, member, id, false, term, drop);
  }
  return set_by_name(d, member, term);
}

/* What a member says of its term. `*drop`: nothing. */
static ln_status
read_term(defining* const            d,
          const ln_json_value* const member,
          ln_ld_term* const          term,
          bool* const                drop)
{
  const ln_json_value* const type = ln_json_value_member(member, LN_V("@type"));
  term->guarded                   = d->guarded;
  if (member->kind == LN_VALUE_NULL) {
    return LN_OK;
  }
  if (member->kind == LN_VALUE_STRING) {
    return ln_view_equals(member->text, member->name) ? set_by_name(d, member, term)
                                                      : set_id(d, member, member, true, term, drop);
  }
  if (member->kind != LN_VALUE_OBJECT) {
    return wrong(d, member, "invalid term definition");
  }
  LN_TRY(check_members(d, member));
  LN_TRY(set_guarded(d, member, term));
  LN_TRY(type ? set_type(d, type, term) : LN_OK);
  LN_TRY(waits(d) ? LN_OK : set_iri(d, member, term, drop));
  return waits(d) || *drop ? LN_OK : set_rest(d, member, member, term);
}

static bool
same_text(const ln_view a, const ln_view b)
{
  return !a.s == !b.s && (!a.s || ln_view_equals(a, b));
}

static bool
same_term(const ln_ld_term* const a, const ln_ld_term* const b)
{
  return same_text(a->iri, b->iri) && same_text(a->type, b->type) && same_text(a->lang, b->lang) &&
         same_text(a->index, b->index) && same_text(a->nest, b->nest) &&
         a->container == b->container && a->has_lang == b->has_lang && a->prefix == b->prefix &&
         a->reverse == b->reverse && !a->context == !b->context;
}

/* Put a definition into the context, unless a protected one stands against it. */
static ln_status
put_term(defining* const d, const ln_json_value* const member, ln_ld_term* const term)
{
  const ln_ld_term* const before = ln_ld_term_find(d->context->below, member->name);
  uint32_t                number = 0U;
  if (before && before->guarded && !d->override) {
    if (!same_term(before, term)) {
      return wrong(d, member, "protected term redefinition");
    }
    term->guarded = true;
  }
  LN_TRY(ln_dict_add(d->context->names, member->name, &number, NULL));
  d->context->terms[number] = *term;
  d->context->guards        = d->context->guards || term->guarded;
  return LN_OK;
}

static ln_status
check_name(const defining* const d, const ln_json_value* const member)
{
  if (member->name.n == 0U) {
    return wrong(d, member, "invalid term definition");
  }
  if (ln_view_equals(member->name, LN_V("@type"))) {
    return check_type_term(d, member);
  }
  return ln_ld_is_keyword(member->name) ? wrong(d, member, "keyword redefinition") : LN_OK;
}

/* Define the term on top of the stack, or put on it the one that it waits for. */
static ln_status
define_top(defining* const d)
{
  const size_t               number = d->stack[d->depth - 1U];
  const ln_json_value* const member = d->members[number];
  ln_ld_term                 term   = {.container = 0U};
  bool                       drop   = false;
  d->waits                          = SIZE_MAX;
  d->states[number]                 = BEGUN;
  LN_TRY(check_name(d, member));
  if (!ln_ld_is_keyword(member->name) && ln_ld_is_reserved(member->name)) {
    drop = true;
  } else {
    LN_TRY(read_term(d, member, &term, &drop));
  }
  if (waits(d)) {
    if (d->states[d->waits] == BEGUN) {
      return wrong(d, member, "cyclic IRI mapping");
    }
    d->stack[d->depth++] = d->waits;
    return LN_OK;
  }
  d->states[number] = DONE;
  --d->depth;
  return drop ? LN_OK : put_term(d, member, &term);
}

static ln_status
gather(defining* const d)
{
  size_t n = 0U;
  for (const ln_json_value* v = d->local->first; v; v = v->next) {
    ++n;
  }
  d->members = (const ln_json_value**)ln_arena_zero(d->all->arena, n + 1U, sizeof(*d->members));
  d->states  = (unsigned char*)ln_arena_zero(d->all->arena, n + 1U, 1U);
  d->stack   = (size_t*)ln_arena_zero(d->all->arena, n + 1U, sizeof(*d->stack));
  d->context->terms = (ln_ld_term*)ln_arena_zero(d->all->arena, n + 1U, sizeof(*d->context->terms));
  d->context->names = ln_dict_new();
  if (!d->members || !d->states || !d->stack || !d->context->terms || !d->context->names) {
    return LN_NO_MEM;
  }
  for (const ln_json_value* v = d->local->first; v; v = v->next) {
    uint32_t number = 0U;
    if (!ln_ld_is_entry(v->name)) {
      LN_TRY(ln_dict_add(d->names, v->name, &number, NULL));
      d->members[d->n++] = v;
    }
  }
  return LN_OK;
}

static ln_status
define_all(defining* const d)
{
  const ln_json_value* const guarded = ln_json_value_member(d->local, LN_V("@protected"));
  d->guarded                         = guarded && guarded->kind == LN_VALUE_TRUE;
  LN_TRY(gather(d));
  for (size_t i = 0U; i < d->n; ++i) {
    if (d->states[i] == DONE) {
      continue;
    }
    d->stack[d->depth++] = i;
    while (d->depth > 0U) {
      LN_TRY(define_top(d));
    }
  }
  return LN_OK;
}

ln_status
ln_ld_define(ln_ld_contexts* const      all,
             ln_ld_context* const       context,
             const ln_json_value* const local,
             const bool                 override)
{
  defining d = {
    .all = all, .context = context, .local = local, .names = ln_dict_new(), .override = override};
  const ln_status st = d.names ? define_all(&d) : LN_NO_MEM;
  ln_dict_free(d.names);
  return st;
}
