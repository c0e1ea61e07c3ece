/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What rules look at, kept in memory: a dictionary of terms, and an array of facts of 32 bytes, put
   in order once. Only predicates that some rule names are kept, so that of a large table little
   stays; what is more than the bound is not kept at all, since half of the facts would make wrong
   findings. Facts stand by subject and predicate; two lists of their numbers, by object and by
   predicate, lead to them from the other sides. Cost: a look into the dictionary for each term. */

#include "dispute/fact_store.h"

#include "base/dict.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct ln_facts {
  ln_dict*  dict;   ///< of `<` and an IRI, `"` and a lexical form, `_` and a label
  uint32_t  wanted; ///< terms below are predicates that are kept
  ln_fact*  v;
  size_t    n;
  size_t    cap;
  size_t*   first; ///< per term, its first fact as subject; one more at the end
  uint32_t* by_object;
  size_t*   first_to;
  uint32_t* by_predicate;
  size_t*   first_with;
  bool      full;
  ln_text   text;
};

ln_facts*
ln_facts_new(void)
{
  static const char* const known[] = {
#define LN_KNOWN(name, iri) iri,
#include "dispute/known_terms.def"
#undef LN_KNOWN
  };
  ln_facts* const f = ln_alloc_zero(1U, sizeof(ln_facts));
  ln_status       st;
  if (!f) {
    return NULL;
  }
  f->dict       = ln_dict_new();
  st            = f->dict ? LN_OK : LN_NO_MEM;
  uint32_t term = 0U;
  for (size_t i = 0U; st == LN_OK && i < LN_KNOWN_TERMS; ++i) {
    st = ln_facts_iri(f, ln_view_of(known[i]), &term);
  }
  if (st != LN_OK) {
    ln_facts_free(f);
    return NULL;
  }
  return f;
}

static void
forget(ln_facts* const f)
{
  ln_free(f->v);
  ln_free(f->first);
  ln_free(f->by_object);
  ln_free(f->first_to);
  ln_free(f->by_predicate);
  ln_free(f->first_with);
  f->v            = NULL;
  f->first        = NULL;
  f->by_object    = NULL;
  f->first_to     = NULL;
  f->by_predicate = NULL;
  f->first_with   = NULL;
  f->n            = 0U;
  f->cap          = 0U;
}

void
ln_facts_free(ln_facts* const facts)
{
  if (facts) {
    forget(facts);
    ln_dict_free(facts->dict);
    ln_text_clear(&facts->text);
    ln_free(facts);
  }
}

static ln_status
intern(ln_facts* const f, const char sign, const ln_view text, uint32_t* const term)
{
  ln_text_reset(&f->text);
  LN_TRY(ln_text_add_byte(&f->text, sign));
  LN_TRY(ln_text_add(&f->text, text));
  return ln_dict_add(f->dict, ln_text_view(&f->text), term, NULL);
}

ln_status
ln_facts_iri(ln_facts* const facts, const ln_view iri, uint32_t* const term)
{
  LN_TRY(intern(facts, '<', iri, term));
  facts->wanted = facts->n == 0U && facts->wanted <= *term ? *term + 1U : facts->wanted;
  return LN_OK;
}

ln_status
ln_facts_find(ln_facts* const facts, const ln_view iri, uint32_t* const term)
{
  ln_text_reset(&facts->text);
  LN_TRY(ln_text_add_byte(&facts->text, '<'));
  LN_TRY(ln_text_add(&facts->text, iri));
  const uint32_t number = ln_dict_find(facts->dict, ln_text_view(&facts->text));
  *term                 = number < facts->wanted ? number : LN_NO_FACT;
  return LN_OK;
}

ln_status
ln_facts_literal(ln_facts* const facts, const ln_view text, uint32_t* const term)
{
  return intern(facts, '"', text, term);
}

bool
ln_facts_full(const ln_facts* const facts)
{
  return facts->full;
}

ln_status
ln_facts_add(ln_facts* const facts, const ln_fact* const fact)
{
  if (facts->n == facts->cap) {
    const size_t   cap = facts->cap > 0U ? facts->cap * 2U : 1024U;
    ln_fact* const v   = ln_realloc(facts->v, cap, sizeof(ln_fact));
    if (!v) {
      return LN_NO_MEM;
    }
    facts->v   = v;
    facts->cap = cap;
  }
  facts->v[facts->n++] = *fact;
  return LN_OK;
}

/* ---- the sink ---- */

typedef struct {
  ln_facts*       facts;
  const ln_names* names;
  size_t          memory;
  ln_sink         next;
  uint32_t*       terms; ///< of the predicates of the names
  ln_text         text;
} fact_sink;

static ln_status
add_term(fact_sink* const s, const ln_term term, uint32_t* const number)
{
  static const char signs[] = {
    [LN_NONE] = '_', [LN_IRI] = '<', [LN_LITERAL] = '"', [LN_BLANK] = '_'};
  ln_text_reset(&s->text);
  LN_TRY(ln_names_expand(s->names, term, &s->text));
  return intern(s->facts, signs[term.kind], ln_text_view(&s->text), number);
}

/* The number of a predicate that is kept, or LN_NO_FACT. */
static ln_status
find_predicate(const fact_sink* const s,
               const ln_desc* const   desc,
               const ln_pair* const   pair,
               uint32_t* const        term)
{
  if (pair->predicate >= LN_PREDICATE_CELL) {
    return ln_facts_find(s->facts, desc->dynamic[pair->predicate - LN_PREDICATE_CELL], term);
  }
  *term = s->terms[pair->predicate];
  return LN_OK;
}

static size_t
memory_of(const ln_facts* const f)
{
  /* The lists that lead to facts, made later, count as well. */
  return ln_dict_memory(f->dict) + (f->n * (sizeof(ln_fact) + (2U * sizeof(uint32_t)))) +
         (ln_dict_size(f->dict) * 3U * sizeof(size_t));
}

static ln_status
keep(fact_sink* const s, const ln_desc* const desc)
{
  uint32_t subject = LN_NO_FACT;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_pair* const pair      = &desc->pairs[i];
    uint32_t             predicate = LN_NO_FACT;
    LN_TRY(find_predicate(s, desc, pair, &predicate));
    if (predicate != LN_NO_FACT) {
      uint32_t object = 0U;
      LN_TRY(subject == LN_NO_FACT ? add_term(s, desc->subject, &subject) : LN_OK);
      LN_TRY(add_term(s, pair->object, &object));
      const ln_where where = ln_desc_where(desc, i);
      const ln_fact  fact  = {subject, predicate, object, where.source, where.field, where.row};
      LN_TRY(ln_facts_add(s->facts, &fact));
    }
  }
  if (memory_of(s->facts) > s->memory) {
    s->facts->full = true;
    forget(s->facts);
    ln_dict_free(s->facts->dict);
    s->facts->dict = ln_dict_new();
    return s->facts->dict ? LN_OK : LN_NO_MEM;
  }
  return LN_OK;
}

static ln_status
sink_describe(void* const self, const ln_desc* const desc)
{
  fact_sink* const s = self;
  LN_TRY(s->facts->full ? LN_OK : keep(s, desc));
  return s->next.ops ? ln_sink_describe(s->next, desc) : LN_OK;
}

static ln_status
sink_finish(void* const self)
{
  const fact_sink* const s = self;
  return s->next.ops ? ln_sink_finish(s->next) : LN_OK;
}

static void
sink_free(void* const self)
{
  fact_sink* const s = self;
  if (s) {
    ln_free(s->terms);
    ln_text_clear(&s->text);
    ln_free(s);
  }
}

/* Which predicates of the names are kept, found once. */
static ln_status
map_predicates(fact_sink* const s)
{
  const size_t n = ln_names_predicates(s->names);
  s->terms       = ln_alloc_zero(n + 1U, sizeof(uint32_t));
  if (!s->terms) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(
      ln_facts_find(s->facts, ln_names_predicate_at(s->names, (uint16_t)i)->iri, &s->terms[i]));
  }
  return LN_OK;
}

ln_status
ln_facts_sink(ln_facts* const       facts,
              const ln_names* const names,
              const size_t          memory,
              const ln_sink         next,
              ln_sink* const        sink)
{
  static const struct ln_sink_ops ops = {
    .describe = sink_describe, .finish = sink_finish, .free = sink_free};
  fact_sink* const s = ln_alloc_zero(1U, sizeof(fact_sink));
  if (!s) {
    return LN_NO_MEM;
  }
  s->facts           = facts;
  s->names           = names;
  s->memory          = memory;
  s->next            = next;
  const ln_status st = map_predicates(s);
  if (st != LN_OK) {
    sink_free(s);
    return st;
  }
  *sink = (ln_sink){&ops, s};
  return LN_OK;
}

/* ---- order ---- */

static int
compare_numbers(const uint64_t a, const uint64_t b)
{
  return (a > b) - (a < b);
}

static int
compare_places(const ln_fact* const x, const ln_fact* const y)
{
  int order = compare_numbers(x->source, y->source);
  order     = order != 0 ? order : compare_numbers(x->row, y->row);
  return order != 0 ? order : compare_numbers(x->field, y->field);
}

static int
compare_subjects(const ln_fact* const x, const ln_fact* const y)
{
  const int order = compare_numbers(x->s, y->s);
  return order != 0 ? order : compare_numbers(x->p, y->p);
}

/* By what is said, the first place first. */
static int
compare_triples(const void* const a, const void* const b)
{
  const ln_fact* const x     = a;
  const ln_fact* const y     = b;
  int                  order = compare_subjects(x, y);
  order                      = order != 0 ? order : compare_numbers(x->o, y->o);
  return order != 0 ? order : compare_places(x, y);
}

/* By subject and predicate, then in the order in which it was said. */
static int
compare_facts(const void* const a, const void* const b)
{
  const ln_fact* const x     = a;
  const ln_fact* const y     = b;
  int                  order = compare_subjects(x, y);
  order                      = order != 0 ? order : compare_places(x, y);
  return order != 0 ? order : compare_numbers(x->o, y->o);
}

/* The same triple again says nothing new. */
static void
drop_repeated(ln_facts* const f)
{
  size_t kept = 0U;
  qsort(f->v, f->n, sizeof(ln_fact), compare_triples);
  for (size_t i = 1U; i < f->n; ++i) {
    if (f->v[kept].o != f->v[i].o || compare_subjects(&f->v[kept], &f->v[i]) != 0) {
      f->v[++kept] = f->v[i];
    }
  }
  f->n = kept + 1U;
}

typedef enum { BY_SUBJECT, BY_PREDICATE, BY_OBJECT } fact_side;

static uint32_t
side_of(const ln_fact* const fact, const fact_side side)
{
  const uint32_t other = side == BY_PREDICATE ? fact->p : fact->o;
  return side == BY_SUBJECT ? fact->s : other;
}

/* Count, add up, and put the numbers of facts in their places, if a list is asked for. */
static ln_status
index_by(const ln_facts* const f, const fact_side side, size_t** const first, uint32_t** const list)
{
  const size_t terms = ln_dict_size(f->dict);
  size_t       sum   = 0U;
  *first             = ln_alloc_zero(terms + 2U, sizeof(size_t));
  if (!*first) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < f->n; ++i) {
    ++(*first)[side_of(&f->v[i], side)];
  }
  for (size_t t = 0U; t <= terms; ++t) {
    const size_t count = (*first)[t];
    (*first)[t]        = sum;
    sum += count;
  }
  if (!list) {
    return LN_OK;
  }
  *list = ln_alloc_zero(f->n + 1U, sizeof(uint32_t));
  if (!*list) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < f->n; ++i) {
    (*list)[(*first)[side_of(&f->v[i], side)]++] = (uint32_t)i;
  }
  memmove(*first + 1, *first, terms * sizeof(size_t));
  (*first)[0] = 0U;
  return LN_OK;
}

ln_status
ln_facts_seal(ln_facts* const facts)
{
  if (facts->n > 0U) {
    drop_repeated(facts);
    qsort(facts->v, facts->n, sizeof(ln_fact), compare_facts);
  }
  if (facts->n >= LN_NO_FACT) {
    return LN_NO_MEM;
  }
  LN_TRY(index_by(facts, BY_SUBJECT, &facts->first, NULL));
  LN_TRY(index_by(facts, BY_OBJECT, &facts->first_to, &facts->by_object));
  return index_by(facts, BY_PREDICATE, &facts->first_with, &facts->by_predicate);
}

/* ---- reading ---- */

size_t
ln_facts_size(const ln_facts* const facts)
{
  return facts->n;
}

size_t
ln_facts_terms(const ln_facts* const facts)
{
  return ln_dict_size(facts->dict);
}

const ln_fact*
ln_facts_at(const ln_facts* const facts, const size_t i)
{
  return &facts->v[i];
}

size_t
ln_facts_about(const ln_facts* const facts, const uint32_t subject, size_t* const first)
{
  *first = facts->first[subject];
  return facts->first[subject + 1U] - *first;
}

const uint32_t*
ln_facts_to(const ln_facts* const facts, const uint32_t object, size_t* const n)
{
  *n = facts->first_to[object + 1U] - facts->first_to[object];
  return facts->by_object + facts->first_to[object];
}

const uint32_t*
ln_facts_with(const ln_facts* const facts, const uint32_t predicate, size_t* const n)
{
  *n = facts->first_with[predicate + 1U] - facts->first_with[predicate];
  return facts->by_predicate + facts->first_with[predicate];
}

uint32_t
ln_facts_first(const ln_facts* const facts, const uint32_t subject, const uint32_t predicate)
{
  size_t       first = 0U;
  const size_t n     = ln_facts_about(facts, subject, &first);
  for (size_t i = first; i < first + n; ++i) {
    if (facts->v[i].p == predicate) {
      return (uint32_t)i;
    }
  }
  return LN_NO_FACT;
}

bool
ln_facts_has(const ln_facts* const facts,
             const uint32_t        subject,
             const uint32_t        predicate,
             const uint32_t        object)
{
  size_t       first = 0U;
  const size_t n     = ln_facts_about(facts, subject, &first);
  for (size_t i = first; i < first + n; ++i) {
    if (facts->v[i].p == predicate && facts->v[i].o == object) {
      return true;
    }
  }
  return false;
}

ln_view
ln_facts_text(const ln_facts* const facts, const uint32_t term)
{
  return ln_view_from(ln_dict_key(facts->dict, term), 1U);
}

ln_kind
ln_facts_kind(const ln_facts* const facts, const uint32_t term)
{
  const char    sign  = ln_dict_key(facts->dict, term).s[0];
  const ln_kind other = sign == '"' ? LN_LITERAL : LN_BLANK;
  return sign == '<' ? LN_IRI : other;
}
