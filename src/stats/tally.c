/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples of one subject that follow each other are one meeting of it: its classes and properties
   are gathered, each once, and handed to the outlines when the next subject comes. All the rest is
   counted at once. Invariant: `traits` holds what the subject at hand has, and a class or property
   whose stamp is that of the subject is among them. Memory: half of what is given goes to the lists
   of values, which stop growing when it is used up, and half to the outlines. Cost: a look into a
   hash table for the value of each triple; the predicates of a plan need none. */

#include "stats/tally.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"

enum { HALF = 2, MOST_COUNTERS = 1 << 16, FEW_COUNTERS = 256, GRAPH_COUNTERS = 4096 };

#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

/* Per class or property: the subject that had it last. */
typedef struct {
  uint64_t* v;
  size_t    cap;
} stamps;

struct ln_tally {
  ln_arena           arena;
  uint64_t           triples;
  ln_counter         classes;
  ln_counter         properties;
  ln_counter         datatypes;
  ln_counter         languages;
  ln_frequent*       graphs;
  ln_tally_property* list; ///< by the numbers of `properties`
  size_t             cap;
  ln_outlines*       outlines;
  size_t             lists_memory; ///< that lists of values may take
  size_t             lists_used;
  ln_prefix*         prefixes;
  size_t             n_prefixes;
  size_t             cap_prefixes;
  stamps             class_stamps;
  stamps             property_stamps;
  uint64_t           subject_number; ///< of the subject at hand, from 1
  ln_text            subject;        ///< kind and bytes
  ln_trait*          traits;
  size_t             n_traits;
  size_t             cap_traits;
  ln_text            value; ///< scratch
  ln_text            lang;  ///< scratch
};

ln_status
ln_tally_new(const size_t memory, ln_tally** const tally)
{
  ln_tally* const t = ln_alloc_zero(1U, sizeof(ln_tally));
  *tally            = t;
  if (!t) {
    return LN_NO_MEM;
  }
  t->lists_memory = memory / HALF;
  ln_status st    = ln_outlines_new(memory / HALF, &t->outlines);
  st              = st == LN_OK ? ln_frequent_new(GRAPH_COUNTERS, &t->graphs) : st;
  if (st != LN_OK) {
    ln_tally_free(t);
    *tally = NULL;
  }
  return st;
}

void
ln_tally_free(ln_tally* const tally)
{
  if (!tally) {
    return;
  }
  for (size_t i = 0U; i < ln_counter_size(&tally->properties) && i < tally->cap; ++i) {
    ln_frequent_free(tally->list[i].values);
    ln_decades_free(tally->list[i].decades);
  }
  ln_free(tally->list);
  ln_counter_clear(&tally->classes);
  ln_counter_clear(&tally->properties);
  ln_counter_clear(&tally->datatypes);
  ln_counter_clear(&tally->languages);
  ln_frequent_free(tally->graphs);
  ln_outlines_free(tally->outlines);
  ln_free(tally->prefixes);
  ln_free(tally->class_stamps.v);
  ln_free(tally->property_stamps.v);
  ln_free(tally->traits);
  ln_text_clear(&tally->subject);
  ln_text_clear(&tally->value);
  ln_text_clear(&tally->lang);
  ln_arena_clear(&tally->arena);
  ln_free(tally);
}

ln_status
ln_tally_prefix(ln_tally* const tally, const ln_view name, const ln_view iri)
{
  for (size_t i = 0U; i < tally->n_prefixes; ++i) {
    if (ln_view_equals(tally->prefixes[i].iri, iri)) {
      return LN_OK;
    }
  }
  if (tally->n_prefixes == tally->cap_prefixes) {
    const size_t     cap      = 2U * tally->cap_prefixes + 16U;
    ln_prefix* const prefixes = ln_realloc(tally->prefixes, cap, sizeof(ln_prefix));
    if (!prefixes) {
      return LN_NO_MEM;
    }
    tally->prefixes     = prefixes;
    tally->cap_prefixes = cap;
  }
  const ln_prefix prefix = {ln_arena_copy(&tally->arena, name), ln_arena_copy(&tally->arena, iri)};
  if (!prefix.name.s || !prefix.iri.s) {
    return LN_NO_MEM;
  }
  tally->prefixes[tally->n_prefixes++] = prefix;
  return LN_OK;
}

const ln_prefix*
ln_tally_prefix_of(const ln_tally* const tally, const ln_view iri)
{
  const ln_prefix* best = NULL;
  for (size_t i = 0U; i < tally->n_prefixes; ++i) {
    const ln_prefix* const p = &tally->prefixes[i];
    if (p->iri.n < iri.n && ln_view_starts(iri, p->iri) && (!best || best->iri.n < p->iri.n)) {
      best = p;
    }
  }
  return best;
}

bool
ln_tally_has_prefix(const ln_tally* const tally, const ln_view name)
{
  for (size_t i = 0U; i < tally->n_prefixes; ++i) {
    if (ln_view_equals(tally->prefixes[i].name, name)) {
      return true;
    }
  }
  return false;
}

/* ---- the subject at hand ---- */

static ln_status
end_subject(ln_tally* const t)
{
  if (t->n_traits == 0U) {
    return LN_OK;
  }
  const ln_status st =
    ln_outlines_add(t->outlines, ln_text_view(&t->subject), t->traits, t->n_traits);
  t->n_traits = 0U;
  return st;
}

/* `t->value` holds kind and bytes. */
static ln_status
enter_subject(ln_tally* const t)
{
  if (t->subject_number > 0U &&
      ln_view_equals(ln_text_view(&t->subject), ln_text_view(&t->value))) {
    return LN_OK;
  }
  LN_TRY(end_subject(t));
  const ln_text old = t->subject;
  t->subject        = t->value;
  t->value          = old;
  ++t->subject_number;
  return LN_OK;
}

static ln_status
grow_stamps(stamps* const s, const size_t number)
{
  size_t cap = s->cap > 0U ? s->cap : 64U;
  while (cap <= number) {
    cap *= 2U;
  }
  uint64_t* const v = ln_realloc(s->v, cap, sizeof(uint64_t));
  if (!v) {
    return LN_NO_MEM;
  }
  memset(v + s->cap, 0, (cap - s->cap) * sizeof(uint64_t));
  s->v   = v;
  s->cap = cap;
  return LN_OK;
}

/* The subject has a class or property. */
static ln_status
note_trait(ln_tally* const t, stamps* const s, const uint32_t number, const ln_trait trait)
{
  if (number >= s->cap) {
    LN_TRY(grow_stamps(s, number));
  }
  if (s->v[number] == t->subject_number) {
    return LN_OK;
  }
  if (t->n_traits == t->cap_traits) {
    const size_t    cap    = (2U * t->cap_traits) + 16U;
    ln_trait* const traits = ln_realloc(t->traits, cap, sizeof(ln_trait));
    if (!traits) {
      return LN_NO_MEM;
    }
    t->traits     = traits;
    t->cap_traits = cap;
  }
  s->v[number]             = t->subject_number;
  t->traits[t->n_traits++] = trait;
  return LN_OK;
}

/* ---- properties and values ---- */

/* The number of a property; a new one gets its record. The list has room for one more than there
   are names, so that a record is there for each of them. */
static ln_status
find_property(ln_tally* const t, const ln_view iri, uint32_t* const number)
{
  if (ln_counter_size(&t->properties) == t->cap) {
    const size_t             cap  = (2U * t->cap) + 16U;
    ln_tally_property* const list = ln_realloc(t->list, cap, sizeof(ln_tally_property));
    if (!list) {
      return LN_NO_MEM;
    }
    memset(list + t->cap, 0, (cap - t->cap) * sizeof(ln_tally_property));
    t->list = list;
    t->cap  = cap;
  }
  LN_TRY(ln_counter_add(&t->properties, iri, 0U, number));
  ln_tally_property* const p = &t->list[*number];
  p->typing                  = ln_view_equals(iri, LN_V(RDF_TYPE));
  p->yearly                  = ln_year_property(iri);
  return LN_OK;
}

/* The memory for lists is used up: they keep the counters they have. */
static void
stop_growing(ln_tally* const t)
{
  for (size_t i = 0U; i < ln_counter_size(&t->properties); ++i) {
    if (t->list[i].values) {
      ln_frequent_settle(t->list[i].values);
    }
  }
}

/* `t->value` holds kind and bytes. A list that is new when memory is used up stays small. */
static ln_status
count_value(ln_tally* const t, ln_tally_property* const p)
{
  if (!p->values) {
    const bool   room     = t->lists_used < t->lists_memory;
    const size_t counters = room ? MOST_COUNTERS : FEW_COUNTERS;
    LN_TRY(ln_frequent_new(counters, &p->values));
  }
  const bool   room   = t->lists_used < t->lists_memory;
  const size_t before = ln_frequent_memory(p->values);
  LN_TRY(ln_frequent_add(p->values, ln_text_view(&t->value)));
  t->lists_used += ln_frequent_memory(p->values) - before;
  if (room && t->lists_used >= t->lists_memory) {
    stop_growing(t);
  }
  return LN_OK;
}

static ln_status
count_date(ln_tally_property* const p, const ln_view datatype, const ln_view text)
{
  const ln_year_kind kind = ln_year_kind_of(datatype);
  if (kind == LN_YEAR_NONE || (kind == LN_YEAR_NUMBER && !p->yearly)) {
    return LN_OK;
  }
  LN_TRY(p->decades ? LN_OK : ln_decades_new(&p->decades));
  ln_decades_add(p->decades, kind, text);
  return LN_OK;
}

/* Kind and bytes, as lists and subjects hold them. */
static ln_status
mark_value(ln_tally* const t, const ln_kind kind)
{
  static const char marks[LN_BLANK + 1] = {
    [LN_NONE] = ' ', [LN_IRI] = '<', [LN_LITERAL] = '"', [LN_BLANK] = '_'};
  ln_text_reset(&t->value);
  return ln_text_add_byte(&t->value, marks[kind]);
}

/* Tags are the same in any case of letters (RFC 5646, section 2.1.1). */
static ln_status
count_language(ln_tally* const t, const ln_view lang)
{
  uint32_t number = 0U;
  ln_text_reset(&t->lang);
  for (size_t i = 0U; i < lang.n; ++i) {
    const char c = lang.s[i];
    LN_TRY(ln_text_add_byte(&t->lang, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c));
  }
  return ln_counter_add(&t->languages, ln_text_view(&t->lang), 1U, &number);
}

static ln_status
count_datatype(ln_tally* const t, const ln_view datatype)
{
  static const char STRING[] = "http://www.w3.org/2001/XMLSchema#string";
  const bool        plain    = ln_view_equals(datatype, ln_view_of(STRING));
  uint32_t          number   = 0U;
  return ln_counter_add(&t->datatypes, plain ? LN_V("") : datatype, 1U, &number);
}

/* Count the value that `t->value` holds of the subject at hand. */
static ln_status
count_object(ln_tally* const t,
             const uint32_t  property,
             const ln_kind   kind,
             const ln_view   datatype,
             const ln_view   lang)
{
  ln_tally_property* const p      = &t->list[property];
  const ln_view            text   = ln_view_from(ln_text_view(&t->value), 1U);
  uint32_t                 number = 0U;
  ++t->triples;
  ++p->n;
  ++t->properties.counts[property];
  ++p->kinds[kind];
  LN_TRY(note_trait(t, &t->property_stamps, property, ln_trait_property(property)));
  if (p->typing) {
    LN_TRY(ln_counter_add(&t->classes, text, 1U, &number));
    return note_trait(t, &t->class_stamps, number, ln_trait_class(number));
  }
  if (kind == LN_LITERAL) {
    LN_TRY(lang.n > 0U ? count_language(t, lang) : count_datatype(t, datatype));
    LN_TRY(count_date(p, datatype, text));
  }
  return kind == LN_BLANK ? LN_OK : count_value(t, p);
}

ln_status
ln_tally_add(ln_tally* const tally, const ln_read_triple* const triple)
{
  const ln_read_term* const object   = &triple->object;
  uint32_t                  property = 0U;
  LN_TRY(mark_value(tally, triple->subject.kind));
  LN_TRY(ln_text_add(&tally->value, triple->subject.text));
  LN_TRY(enter_subject(tally));
  LN_TRY(find_property(tally, triple->predicate.text, &property));
  LN_TRY(mark_value(tally, object->kind));
  LN_TRY(ln_text_add(&tally->value, object->text));
  if (triple->graph.kind != LN_NONE) {
    LN_TRY(ln_frequent_add(tally->graphs, triple->graph.text));
  }
  return count_object(tally, property, object->kind, object->datatype, object->lang);
}

/* ---- the sink ---- */

typedef struct {
  ln_tally*       tally;
  const ln_names* names;
  uint32_t*       known; ///< per predicate of the names: its number plus one, 0: not met yet
  ln_text         graph;
} tally_sink;

static ln_status
number_of(tally_sink* const    s,
          const ln_desc* const desc,
          const uint16_t       predicate,
          uint32_t* const      n)
{
  if (predicate >= LN_PREDICATE_CELL) {
    return find_property(s->tally, desc->dynamic[predicate - LN_PREDICATE_CELL], n);
  }
  if (s->known[predicate] == 0U) {
    LN_TRY(find_property(s->tally, ln_names_predicate_at(s->names, predicate)->iri, n));
    s->known[predicate] = *n + 1U;
  }
  *n = s->known[predicate] - 1U;
  return LN_OK;
}

static ln_status
take_term(tally_sink* const s, const ln_term term)
{
  LN_TRY(mark_value(s->tally, (ln_kind)term.kind));
  return ln_names_expand(s->names, term, &s->tally->value);
}

static ln_status
count_graph(tally_sink* const s, const ln_desc* const desc)
{
  ln_text_reset(&s->graph);
  LN_TRY(ln_names_expand(s->names, desc->graph, &s->graph));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    LN_TRY(ln_frequent_add(s->tally->graphs, ln_text_view(&s->graph)));
  }
  return LN_OK;
}

static ln_status
sink_describe(void* const self, const ln_desc* const desc)
{
  tally_sink* const s = self;
  LN_TRY(take_term(s, desc->subject));
  LN_TRY(enter_subject(s->tally));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const ln_term object = desc->pairs[i].object;
    uint32_t      number = 0U;
    ln_stem       stem   = {0};
    LN_TRY(number_of(s, desc, desc->pairs[i].predicate, &number));
    LN_TRY(take_term(s, object));
    if (object.kind == LN_LITERAL) {
      stem = *ln_names_stem_at(s->names, object.stem);
    }
    LN_TRY(count_object(s->tally, number, (ln_kind)object.kind, stem.iri, stem.lang));
  }
  return desc->graph.kind == LN_NONE ? LN_OK : count_graph(s, desc);
}

static ln_status
sink_finish(void* const self)
{
  (void)self;
  return LN_OK;
}

static void
sink_free(void* const self)
{
  tally_sink* const s = self;
  ln_text_clear(&s->graph);
  ln_free(s->known);
  ln_free(s);
}

ln_status
ln_tally_sink(ln_tally* const tally, const ln_names* const names, ln_sink* const sink)
{
  static const struct ln_sink_ops OPS = {
    .describe = sink_describe, .finish = sink_finish, .free = sink_free};
  tally_sink* const s = ln_alloc_zero(1U, sizeof(tally_sink));
  if (!s) {
    return LN_NO_MEM;
  }
  size_t                 n        = 0U;
  const ln_prefix* const prefixes = ln_names_prefixes(names, &n);
  ln_status              st       = LN_OK;
  s->tally                        = tally;
  s->names                        = names;
  s->known = ln_alloc_zero(ln_names_predicates(names) + 1U, sizeof(uint32_t));
  for (size_t i = 0U; i < n && st == LN_OK; ++i) {
    st = ln_tally_prefix(tally, prefixes[i].name, prefixes[i].iri);
  }
  if (st != LN_OK || !s->known) {
    sink_free(s);
    return LN_NO_MEM;
  }
  *sink = (ln_sink){&OPS, s};
  return LN_OK;
}

/* ---- what was counted ---- */

ln_status
ln_tally_finish(ln_tally* const tally)
{
  LN_TRY(end_subject(tally));
  return ln_outlines_finish(tally->outlines);
}

const char*
ln_tally_error(const ln_tally* const tally)
{
  return ln_outlines_error(tally->outlines);
}

uint64_t
ln_tally_triples(const ln_tally* const tally)
{
  return tally->triples;
}

const ln_counter*
ln_tally_classes(const ln_tally* const tally)
{
  return &tally->classes;
}

const ln_counter*
ln_tally_properties(const ln_tally* const tally)
{
  return &tally->properties;
}

const ln_counter*
ln_tally_datatypes(const ln_tally* const tally)
{
  return &tally->datatypes;
}

const ln_counter*
ln_tally_languages(const ln_tally* const tally)
{
  return &tally->languages;
}

const ln_frequent*
ln_tally_graphs(const ln_tally* const tally)
{
  return tally->graphs;
}

const ln_tally_property*
ln_tally_property_at(const ln_tally* const tally, const uint32_t number)
{
  return &tally->list[number];
}

const ln_outlines*
ln_tally_outlines(const ln_tally* const tally)
{
  return tally->outlines;
}
