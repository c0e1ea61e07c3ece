/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From pairs to the members of a node object: for each value the term of the context that carries
   it best without loss (JSON-LD 1.1 API, section 6.3, reduced to what descriptions can hold), else
   the compact IRI of the predicate with an expanded value. Invariant: two members never have the
   same key, also when the same predicate comes under two numbers, since JSON readers keep only the
   last; every possible key has a slot that remembers its member for the description at hand. Cost:
   a few comparisons a pair; no allocation once the arrays have their size. */

#include "sink/members.h"

#include "base/dict.h"
#include "base/memory.h"

static const ln_view XSD_STRING = {"http://www.w3.org/2001/XMLSchema#string", 39U};

enum { MOST_KEYS = 4096 }; ///< predicates from cells that are remembered between descriptions

/** Which member of the description at hand has the key; valid if the round is the current one. */
typedef struct {
  uint32_t round;
  uint32_t member;
} mark;

struct ln_planner {
  const ln_names*   names;
  const ln_context* context;
  ln_dict*          keys;    ///< IRIs of predicates; the first are those of the names
  uint32_t*         heads;   ///< per predicate of the names, its first term
  bool*             keyable; ///< per predicate of the names: whether it is a key without a term
  size_t            n_names;
  mark*             marks; ///< types, then terms, then keys
  size_t            cap_marks;
  uint32_t          round;
  ln_text           iri; ///< scratch
};

/** What choosing needs to know of a pair. */
typedef struct {
  ln_term object;
  ln_view iri;      ///< of the predicate
  ln_view datatype; ///< of a literal without language
  ln_view language;
  bool    native;
  bool    keyable;
} facts;

typedef struct {
  uint32_t term; ///< LN_CONTEXT_NONE: the IRI is the key
  ln_form  form;
} choice;

/** A term may carry a value well or badly; 0: not without loss. */
typedef unsigned rank;

void
ln_members_clear(ln_members* const members)
{
  ln_free(members->members);
  ln_free(members->values);
  *members = (ln_members){NULL, 0U, 0U, NULL, 0U, 0U};
}

static ln_status
grow(void** const block, const size_t n, size_t* const cap, const size_t size)
{
  if (n <= *cap) {
    return LN_OK;
  }
  size_t wanted = *cap > 0U ? *cap : 16U;
  while (wanted < n) {
    wanted *= 2U;
  }
  void* const bigger = ln_realloc(*block, wanted, size);
  if (!bigger) {
    return LN_NO_MEM;
  }
  *block = bigger;
  *cap   = wanted;
  return LN_OK;
}

/** Forget predicates from cells; those of the names keep their numbers. */
static ln_status
reset_keys(ln_planner* const p)
{
  ln_dict_free(p->keys);
  p->keys = ln_dict_new();
  if (!p->keys) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < p->n_names; ++i) {
    uint32_t number = 0U;
    LN_TRY(ln_dict_add(p->keys, ln_names_predicate_at(p->names, (uint16_t)i)->iri, &number, NULL));
  }
  return LN_OK;
}

static ln_status
start(ln_planner* const p)
{
  p->n_names = ln_names_predicates(p->names);
  p->heads   = (uint32_t*)ln_alloc_zero(p->n_names + 1U, sizeof(uint32_t));
  p->keyable = (bool*)ln_alloc_zero(p->n_names + 1U, sizeof(bool));
  if (!p->heads || !p->keyable) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < p->n_names; ++i) {
    ln_compact    unused;
    const ln_view iri = ln_names_predicate_at(p->names, (uint16_t)i)->iri;
    p->heads[i]       = ln_context_find(p->context, iri);
    p->keyable[i]     = ln_context_key(p->context, iri, &unused);
  }
  return reset_keys(p);
}

ln_status
ln_planner_new(const ln_names* const   names,
               const ln_context* const context,
               ln_planner** const      planner)
{
  ln_planner* const p = (ln_planner*)ln_alloc_zero(1U, sizeof(ln_planner));
  if (!p) {
    return LN_NO_MEM;
  }
  p->names               = names;
  p->context             = context;
  const ln_status status = start(p);
  if (status != LN_OK) {
    ln_planner_free(p);
    return status;
  }
  *planner = p;
  return LN_OK;
}

void
ln_planner_free(ln_planner* const planner)
{
  if (planner) {
    ln_dict_free(planner->keys);
    ln_free(planner->heads);
    ln_free(planner->keyable);
    ln_free(planner->marks);
    ln_text_clear(&planner->iri);
    ln_free(planner);
  }
}

/** Whether an xsd:integer is in canonical form and exact as a double, so that a JSON number says
   the same to every reader. */
static bool
is_exact(ln_view v)
{
  static const char most[] = "9007199254740991"; // 2^53 - 1
  if (v.n > 1U && v.s[0] == '-') {
    v = ln_view_from(v, 1U);
    if (v.s[0] == '0') {
      return false;
    }
  }
  for (size_t i = 0U; i < v.n; ++i) {
    if (v.s[i] < '0' || v.s[i] > '9') {
      return false;
    }
  }
  if (v.n == 0U || (v.s[0] == '0' && v.n > 1U)) {
    return false;
  }
  return v.n < sizeof(most) - 1U ||
         (v.n == sizeof(most) - 1U && memcmp(v.s, most, sizeof(most) - 1U) <= 0);
}

bool
ln_member_native(const ln_bare bare, const ln_view lexical)
{
  if (bare == LN_BARE_BOOLEAN) {
    return ln_view_equals(lexical, LN_V("true")) || ln_view_equals(lexical, LN_V("false"));
  }
  return bare == LN_BARE_INTEGER && is_exact(lexical);
}

static facts
facts_of(const ln_planner* const p, const ln_term object, const ln_view iri, const bool keyable)
{
  facts f = {object, iri, {NULL, 0U}, {NULL, 0U}, false, keyable};
  if (object.kind == LN_LITERAL) {
    const ln_stem* const stem = ln_names_stem_at(p->names, object.stem);
    f.language                = stem->lang;
    f.datatype                = stem->iri.n > 0U ? stem->iri : XSD_STRING;
    f.native                  = ln_member_native(stem->bare, ln_term_bytes(object));
  }
  return f;
}

/** Under a term that coerces to `@vocab`: best if it is a plain word. A vocabulary of the term's
   own hides that of the context. */
static ln_status
rank_word(ln_planner* const            p,
          const ln_context_term* const term,
          const ln_term                object,
          rank* const                  how)
{
  *how = 2U;
  if (object.kind == LN_BLANK) {
    return LN_OK;
  }
  const ln_view vocab = term->scope == LN_SCOPE_VOCAB ? term->vocab : ln_context_vocab(p->context);
  ln_compact    compact;
  ln_text_reset(&p->iri);
  LN_TRY(ln_names_expand(p->names, object, &p->iri));
  if (!ln_context_word(p->context, vocab, ln_text_view(&p->iri), &compact)) {
    *how = 0U;
  } else if (compact.word) {
    *how = 4U;
  }
  return LN_OK;
}

static ln_status
rank_link(ln_planner* const            p,
          const ln_context_term* const term,
          const ln_term                object,
          ln_form* const               form,
          rank* const                  how)
{
  *how = 0U;
  if (term->map) {
    return LN_OK;
  }
  if (term->type.n == 0U) {
    *form = LN_FORM_NODE;
    *how  = 1U;
  } else if (ln_view_equals(term->type, LN_V("@id"))) {
    *form = LN_FORM_ID;
    *how  = 3U;
  } else if (ln_view_equals(term->type, LN_V("@vocab"))) {
    *form = LN_FORM_WORD;
    return rank_word(p, term, object, how);
  }
  return LN_OK;
}

static rank
rank_tagged(const ln_context_term* const term, const facts* const f, ln_form* const form)
{
  if (term->map) {
    *form = LN_FORM_ENTRY;
    return 3U;
  }
  if (term->type.n > 0U) {
    return 0U;
  }
  const bool same = ln_view_equals(term->language, f->language);
  *form           = same ? LN_FORM_STRING : LN_FORM_VALUE;
  return same ? 2U : 1U;
}

/** A literal without language: of a datatype, or a plain string. */
static rank
rank_typed(const ln_context_term* const term, const facts* const f, ln_form* const form)
{
  const bool plain = ln_view_equals(f->datatype, XSD_STRING);
  *form            = LN_FORM_STRING;
  if (term->map) {
    *form = LN_FORM_ENTRY; // under "@none"
    return plain ? 2U : 0U;
  }
  if (ln_view_equals(term->type, f->datatype)) {
    *form = f->native ? LN_FORM_NATIVE : LN_FORM_STRING;
    return 3U;
  }
  if (term->type.n > 0U) {
    return 0U;
  }
  if (plain) {
    return term->language.n == 0U ? 4U : 0U;
  }
  *form = f->native ? LN_FORM_NATIVE : LN_FORM_VALUE;
  return f->native ? 2U : 1U;
}

static ln_status
rank_term(ln_planner* const            p,
          const ln_context_term* const term,
          const facts* const           f,
          ln_form* const               form,
          rank* const                  how)
{
  if (f->object.kind != LN_LITERAL) {
    return rank_link(p, term, f->object, form, how);
  }
  *how = f->language.n > 0U ? rank_tagged(term, f, form) : rank_typed(term, f, form);
  return LN_OK;
}

/** Under the predicate's IRI, or under a term whatever it coerces to: forms that say all there is
   to say of a value, which coercion leaves alone. */
static ln_form
full_form(const facts* const f)
{
  return f->object.kind == LN_LITERAL ? LN_FORM_VALUE : LN_FORM_NODE;
}

static ln_status
choose_key(const ln_planner* const p, const uint32_t head, const facts* const f, choice* const made)
{
  *made = (choice){LN_CONTEXT_NONE, full_form(f)};
  if (f->keyable) {
    const bool literal = f->object.kind == LN_LITERAL;
    const bool plain   = literal && f->language.n == 0U && ln_view_equals(f->datatype, XSD_STRING);
    if (plain && ln_context_plain(p->context)) {
      made->form = LN_FORM_STRING;
    } else if (f->native) {
      made->form = LN_FORM_NATIVE;
    }
    return LN_OK;
  }
  // The IRI itself is the name of a term, or its scheme that of a prefix: any term will do.
  for (uint32_t t = head; t != LN_CONTEXT_NONE; t = ln_context_term_at(p->context, t)->next) {
    const ln_context_term* const term = ln_context_term_at(p->context, t);
    if (term->usable && !term->map && term->scope == LN_SCOPE_NONE) {
      made->term = t;
      return LN_OK;
    }
  }
  return LN_USAGE;
}

/** A list stands under no term that takes its values for something else. */
static ln_status
choose_list(const ln_planner* const p,
            const uint32_t          head,
            const facts* const      f,
            choice* const           made)
{
  LN_TRY(choose_key(p, head, f, made));
  made->form = LN_FORM_LIST;
  return LN_OK;
}

/** The best term among those of the predicate, the first of equals; else its IRI. */
static ln_status
choose(ln_planner* const p, const uint32_t head, const facts* const f, choice* const made)
{
  rank best = 0U;
  for (uint32_t t = head; t != LN_CONTEXT_NONE; t = ln_context_term_at(p->context, t)->next) {
    const ln_context_term* const term = ln_context_term_at(p->context, t);
    ln_form                      form = LN_FORM_STRING;
    rank                         how  = 0U;
    if (!term->usable) {
      continue;
    }
    LN_TRY(rank_term(p, term, f, &form, &how));
    if (how > best) {
      best  = how;
      *made = (choice){t, form};
    }
  }
  return best > 0U ? LN_OK : choose_key(p, head, f, made);
}

/** The member whose key has the slot, a new one if the description has none yet. */
static ln_status
member_at(ln_planner* const p,
          ln_members* const members,
          const size_t      slot,
          const ln_member   fresh,
          ln_member** const member)
{
  void*        block  = p->marks;
  const size_t before = p->cap_marks;
  LN_TRY(grow(&block, slot + 1U, &p->cap_marks, sizeof(mark)));
  p->marks = (mark*)block;
  if (p->cap_marks > before) {
    memset(p->marks + before, 0, (p->cap_marks - before) * sizeof(mark));
  }
  if (p->marks[slot].round != p->round) {
    void* list = members->members;
    LN_TRY(grow(&list, members->n + 1U, &members->cap, sizeof(ln_member)));
    members->members               = (ln_member*)list;
    p->marks[slot]                 = (mark){p->round, (uint32_t)members->n};
    members->members[members->n++] = fresh;
  }
  *member = &members->members[p->marks[slot].member];
  return LN_OK;
}

static ln_status
add_value(ln_members* const members, ln_member* const member, const ln_member_value value)
{
  void* block = members->values;
  LN_TRY(grow(&block, members->n_values + 1U, &members->cap_values, sizeof(ln_member_value)));
  members->values         = (ln_member_value*)block;
  const uint32_t number   = (uint32_t)members->n_values++;
  members->values[number] = value;
  if (member->n++ == 0U) {
    member->first = number;
  } else {
    members->values[member->last].next = number;
  }
  member->last = number;
  return LN_OK;
}

/** The key number of a predicate and what is known of it. */
static ln_status
look_up(ln_planner* const    p,
        const ln_desc* const desc,
        const ln_pair* const pair,
        uint32_t* const      key,
        facts* const         f,
        uint32_t* const      head)
{
  *key = pair->predicate;
  if (pair->predicate >= LN_PREDICATE_CELL) {
    LN_TRY(ln_dict_add(p->keys, desc->dynamic[pair->predicate - LN_PREDICATE_CELL], key, NULL));
  }
  if (*key < p->n_names) {
    const ln_view iri = ln_names_predicate_at(p->names, (uint16_t)*key)->iri;
    *head             = p->heads[*key];
    *f                = facts_of(p, pair->object, iri, p->keyable[*key]);
    return LN_OK;
  }
  ln_compact    unused;
  const ln_view iri = desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
  *head             = ln_context_find(p->context, iri);
  *f                = facts_of(p, pair->object, iri, ln_context_key(p->context, iri, &unused));
  return LN_OK;
}

static ln_status
plan_pair(ln_planner* const    p,
          const ln_desc* const desc,
          const ln_pair* const pair,
          ln_members* const    members)
{
  facts    f    = {0};
  uint32_t key  = 0U;
  uint32_t head = LN_CONTEXT_NONE;
  LN_TRY(look_up(p, desc, pair, &key, &f, &head));

  const size_t terms = ln_context_terms(p->context);
  choice       made  = {LN_CONTEXT_NONE, LN_FORM_WORD};
  ln_member    fresh = {NULL, f.iri, 0U, 0U, 0U};
  size_t       slot  = 0U;
  if (key == LN_PREDICATE_TYPE && pair->object.kind != LN_LITERAL) {
    fresh.iri = (ln_view){NULL, 0U};
  } else {
    const bool list = (pair->flags & LN_PAIR_LIST) != 0U && desc->links;
    LN_TRY(list ? choose_list(p, head, &f, &made) : choose(p, head, &f, &made));
    const bool by_iri = made.term == LN_CONTEXT_NONE;
    fresh.term        = by_iri ? NULL : ln_context_term_at(p->context, made.term);
    slot              = 1U + (by_iri ? terms + key : made.term);
  }
  ln_member* member = NULL;
  LN_TRY(member_at(p, members, slot, fresh, &member));
  return add_value(
    members, member, (ln_member_value){pair->object, made.form, pair->flags, LN_CONTEXT_NONE});
}

ln_status
ln_planner_plan(ln_planner* const p, const ln_desc* const desc, ln_members* const members)
{
  members->n        = 0U;
  members->n_values = 0U;
  if (ln_dict_size(p->keys) > p->n_names + MOST_KEYS) {
    LN_TRY(reset_keys(p));
  }
  ++p->round;
  if (p->round == 0U) { // so old a mark could seem to be of this round
    for (size_t i = 0U; i < p->cap_marks; ++i) {
      p->marks[i] = (mark){0U, 0U};
    }
    p->round = 1U;
  }
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    LN_TRY(plan_pair(p, desc, &desc->pairs[i], members));
  }
  return LN_OK;
}
