/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Facts come in any order, and those of one thing from many rows. Each is laid away as it comes;
   what is sorted is the hash of its subject (128 bits, which no two things share by chance) and
   where it lies (base/sort.h). Read in that order, the facts of a thing come together, and become a
   card in a second file. Invariant: cards lie in the order of the hashes, which depends on the
   names of things alone. Memory: the sort's, and the facts of one thing. Cost: each fact is written
   once and read once. */

#include "dispute/roster.h"

#include "base/memory.h"
#include "base/sort.h"
#include "base/text.h"

#include <xxhash.h>

#include <stdlib.h>
#include <string.h>

enum { SORT_WORDS = 3 };

/* A fact as it lies in the file; subject and text stand behind it. */
typedef struct {
  ln_card_fact fact;
  uint64_t     subject; ///< bytes of its name
} laid_fact;

struct ln_roster {
  const ln_rulebook* book;
  ln_facts*          terms;
  uint32_t           type; ///< term
  ln_spill*          facts;
  ln_sort*           order;
  ln_spill*          cards;
  uint64_t           n;
  ln_text            text; ///< a record that is put together
  ln_card_fact*      v;    ///< of the thing at hand
  size_t             n_v;
  size_t             cap_v;
  ln_view            thing;
  ln_arena           arena;
  const char*        error;
};

ln_status
ln_roster_new(const ln_rulebook* const book,
              ln_facts* const          terms,
              const size_t             memory,
              ln_roster** const        roster)
{
  ln_roster* const r = ln_alloc_zero(1U, sizeof(ln_roster));
  *roster            = r;
  if (!r) {
    return LN_NO_MEM;
  }
  r->book  = book;
  r->terms = terms;
  r->type  = LN_TERM_TYPE;
  r->error = "";
  LN_TRY(ln_sort_new(SORT_WORDS, memory, &r->order));
  LN_TRY(ln_spill_open(0U, &r->facts, &r->error));
  return ln_spill_open(0U, &r->cards, &r->error);
}

void
ln_roster_free(ln_roster* const roster)
{
  if (roster) {
    ln_sort_free(roster->order);
    ln_spill_close(roster->facts);
    ln_spill_close(roster->cards);
    ln_text_clear(&roster->text);
    ln_free(roster->v);
    ln_arena_clear(&roster->arena);
    ln_free(roster);
  }
}

/* ---- filling ---- */

static ln_status
add_bytes(ln_text* const text, const void* const bytes, const size_t n)
{
  return ln_text_add(text, (ln_view){bytes, n});
}

/* Lay a fact away. */
static ln_status
lay(ln_roster* const r, const ln_view subject, const ln_card_fact* const fact)
{
  const uint64_t      at     = ln_spill_size(r->facts);
  const XXH128_hash_t hash   = XXH3_128bits(subject.n > 0U ? subject.s : "", subject.n);
  const uint64_t      word[] = {hash.high64, hash.low64, at};
  const laid_fact     laid   = {*fact, subject.n};
  ln_text_reset(&r->text);
  LN_TRY(add_bytes(&r->text, &laid, sizeof(laid)));
  LN_TRY(ln_text_add(&r->text, subject));
  LN_TRY(ln_text_add(&r->text, fact->text));
  LN_TRY(ln_spill_put(r->facts, r->text.s, r->text.n));
  return ln_sort_add(r->order, word);
}

ln_status
ln_roster_triple(ln_roster* const roster, const uint32_t source, const ln_read_triple* const triple)
{
  uint32_t predicate = LN_NO_FACT;
  LN_TRY(ln_facts_find(roster->terms, triple->predicate.text, &predicate));
  return predicate == LN_NO_FACT ? LN_OK
                                 : lay(roster,
                                       triple->subject.text,
                                       &(ln_card_fact){.text      = triple->object.text,
                                                       .line      = triple->line,
                                                       .predicate = predicate,
                                                       .source    = source,
                                                       .kind      = triple->object.kind});
}

typedef struct {
  ln_roster*      roster;
  const ln_names* names;
  ln_log*         log;
  uint32_t*       terms; ///< of the predicates of the names
  ln_text         subject;
  ln_text         object;
} roster_sink;

static ln_status
find_predicate(const roster_sink* const s,
               const ln_desc* const     desc,
               const ln_pair* const     pair,
               uint32_t* const          term)
{
  if (pair->predicate >= LN_PREDICATE_CELL) {
    const ln_view iri = desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
    return ln_facts_find(s->roster->terms, iri, term);
  }
  *term = s->terms[pair->predicate];
  return LN_OK;
}

/* The place is found now, while the row is at hand. */
static ln_status
take_pair(roster_sink* const s, const ln_desc* const desc, const size_t i, const uint32_t predicate)
{
  const ln_where where = ln_desc_where(desc, i);
  const ln_place place = ln_log_place(s->log, where);
  ln_text_reset(&s->object);
  LN_TRY(ln_names_expand(s->names, desc->pairs[i].object, &s->object));
  return lay(s->roster,
             ln_text_view(&s->subject),
             &(ln_card_fact){.text      = ln_text_view(&s->object),
                             .row       = where.row,
                             .line      = place.line,
                             .column    = place.column,
                             .predicate = predicate,
                             .source    = where.source,
                             .field     = where.field,
                             .kind      = desc->pairs[i].object.kind});
}

static ln_status
sink_describe(void* const self, const ln_desc* const desc)
{
  roster_sink* const s     = self;
  bool               begun = false;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    uint32_t predicate = LN_NO_FACT;
    LN_TRY(find_predicate(s, desc, &desc->pairs[i], &predicate));
    if (predicate == LN_NO_FACT) {
      continue;
    }
    if (!begun) {
      begun = true;
      ln_text_reset(&s->subject);
      LN_TRY(ln_names_expand(s->names, desc->subject, &s->subject));
    }
    LN_TRY(take_pair(s, desc, i, predicate));
  }
  return LN_OK;
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
  roster_sink* const s = self;
  if (s) {
    ln_free(s->terms);
    ln_text_clear(&s->subject);
    ln_text_clear(&s->object);
    ln_free(s);
  }
}

ln_status
ln_roster_sink(ln_roster* const      roster,
               const ln_names* const names,
               ln_log* const         log,
               ln_sink* const        sink)
{
  static const struct ln_sink_ops ops = {
    .describe = sink_describe, .finish = sink_finish, .free = sink_free};
  const size_t       n = ln_names_predicates(names);
  roster_sink* const s = ln_alloc_zero(1U, sizeof(roster_sink));
  if (!s) {
    return LN_NO_MEM;
  }
  s->roster = roster;
  s->names  = names;
  s->log    = log;
  s->terms  = ln_alloc_zero(n + 1U, sizeof(uint32_t));
  if (!s->terms) {
    sink_free(s);
    return LN_NO_MEM;
  }
  ln_status st = LN_OK;
  for (size_t i = 0U; i < n && st == LN_OK; ++i) {
    st = ln_facts_find(roster->terms, ln_names_predicate_at(names, (uint16_t)i)->iri, &s->terms[i]);
  }
  if (st != LN_OK) {
    sink_free(s);
    return st;
  }
  *sink = (ln_sink){&ops, s};
  return LN_OK;
}

/* ---- cards ---- */

static ln_status
grow(ln_roster* const r)
{
  if (r->n_v < r->cap_v) {
    return LN_OK;
  }
  const size_t        cap = r->cap_v > 0U ? r->cap_v * 2U : 32U;
  ln_card_fact* const v   = ln_realloc(r->v, cap, sizeof(ln_card_fact));
  if (!v) {
    return LN_NO_MEM;
  }
  r->v     = v;
  r->cap_v = cap;
  return LN_OK;
}

/* A fact from where it lies. */
static ln_status
fetch(ln_roster* const r, const uint64_t at)
{
  laid_fact laid;
  LN_TRY(grow(r));
  LN_TRY(ln_spill_get(r->facts, at, &laid, sizeof(laid)));
  const size_t n     = (size_t)laid.subject + laid.fact.text.n;
  char* const  bytes = ln_arena_take(&r->arena, n);
  if (!bytes) {
    return LN_NO_MEM;
  }
  LN_TRY(n > 0U ? ln_spill_get(r->facts, at + sizeof(laid), bytes, n) : LN_OK);
  r->thing         = (ln_view){bytes, (size_t)laid.subject};
  laid.fact.text.s = bytes + laid.subject;
  laid.fact.order  = at;
  r->v[r->n_v++]   = laid.fact;
  return LN_OK;
}

static int
compare_facts(const void* const a, const void* const b)
{
  const ln_card_fact* const x = a;
  const ln_card_fact* const y = b;
  const size_t              n = x->text.n < y->text.n ? x->text.n : y->text.n;
  if (x->predicate != y->predicate) {
    return x->predicate < y->predicate ? -1 : 1;
  }
  const int order = n > 0U ? memcmp(x->text.s, y->text.s, n) : 0;
  if (order != 0) {
    return order;
  }
  if (x->text.n != y->text.n) {
    return x->text.n < y->text.n ? -1 : 1;
  }
  return (x->order > y->order) - (x->order < y->order);
}

/* By predicate, then as they were said. */
static int
compare_order(const void* const a, const void* const b)
{
  const ln_card_fact* const x = a;
  const ln_card_fact* const y = b;
  if (x->predicate != y->predicate) {
    return x->predicate < y->predicate ? -1 : 1;
  }
  return (x->order > y->order) - (x->order < y->order);
}

/* What is said twice says nothing new. */
static void
tidy(ln_roster* const r)
{
  size_t kept = 0U;
  qsort(r->v, r->n_v, sizeof(ln_card_fact), compare_facts);
  for (size_t i = 1U; i < r->n_v; ++i) {
    if (r->v[kept].predicate != r->v[i].predicate ||
        !ln_view_equals(r->v[kept].text, r->v[i].text)) {
      r->v[++kept] = r->v[i];
    }
  }
  r->n_v = kept + 1U;
  qsort(r->v, r->n_v, sizeof(ln_card_fact), compare_order);
}

static bool
is_of_class(const ln_roster* const r, const ln_parameter* const classes)
{
  for (size_t i = 0U; i < r->n_v; ++i) {
    for (size_t k = 0U; r->v[i].predicate == r->type && k < classes->n; ++k) {
      const ln_way* const way = &classes->ways[k];
      if (way->n > 0U &&
          ln_view_equals(ln_facts_text(r->terms, way->steps[0].predicate), r->v[i].text)) {
        return true;
      }
    }
  }
  return false;
}

/* The number of the first rule that calls the thing at hand an entity; SIZE_MAX: none does. */
static size_t
find_entity(const ln_roster* const r)
{
  for (size_t i = 0U; i < r->book->n; ++i) {
    const ln_rule* const rule = &r->book->v[i];
    if (rule->kind == LN_RULE_entity && is_of_class(r, ln_rule_parameter(rule, "class"))) {
      return i;
    }
  }
  return SIZE_MAX;
}

static ln_status
write_card(ln_roster* const r)
{
  if (r->n_v == 0U) {
    return LN_OK;
  }
  const size_t entity = find_entity(r);
  uint64_t     order  = UINT64_MAX;
  if (entity != SIZE_MAX) {
    tidy(r);
    for (size_t i = 0U; i < r->n_v; ++i) {
      order = r->v[i].order < order ? r->v[i].order : order;
    }
    const ln_card card = {r->thing, order, entity, r->v, r->n_v};
    ln_text_reset(&r->text);
    LN_TRY(ln_card_pack(&card, &r->text));
    const uint64_t n = r->text.n;
    LN_TRY(ln_spill_put(r->cards, &n, sizeof(n)));
    LN_TRY(ln_spill_put(r->cards, r->text.s, r->text.n));
    ++r->n;
  }
  ln_arena_reset(&r->arena);
  r->n_v = 0U;
  return LN_OK;
}

ln_status
ln_roster_seal(ln_roster* const roster)
{
  const uint64_t* word    = NULL;
  uint64_t        last[2] = {0U, 0U};
  ln_status       st      = ln_sort_next(roster->order, &word);
  while (st == LN_OK) {
    if (word[0] != last[0] || word[1] != last[1]) {
      LN_TRY(write_card(roster));
      last[0] = word[0];
      last[1] = word[1];
    }
    LN_TRY(fetch(roster, word[2]));
    st = ln_sort_next(roster->order, &word);
  }
  return st == LN_END ? write_card(roster) : st;
}

uint64_t
ln_roster_size(const ln_roster* const roster)
{
  return roster->n;
}

ln_status
ln_roster_card(ln_roster* const roster,
               const uint64_t   at,
               ln_arena* const  arena,
               ln_card* const   card)
{
  uint64_t n = 0U;
  LN_TRY(ln_spill_get(roster->cards, at, &n, sizeof(n)));
  ln_text_reset(&roster->text);
  LN_TRY(ln_text_reserve(&roster->text, (size_t)n));
  LN_TRY(ln_spill_get(roster->cards, at + sizeof(n), roster->text.s, (size_t)n));
  return ln_card_unpack((ln_view){roster->text.s, (size_t)n}, arena, card);
}

ln_status
ln_roster_next(ln_roster* const roster,
               uint64_t* const  at,
               ln_arena* const  arena,
               ln_card* const   card)
{
  uint64_t n = 0U;
  if (*at == ln_spill_size(roster->cards)) {
    return LN_END;
  }
  LN_TRY(ln_roster_card(roster, *at, arena, card));
  LN_TRY(ln_spill_get(roster->cards, *at, &n, sizeof(n)));
  *at += sizeof(n) + n;
  return LN_OK;
}

const char*
ln_roster_error(const ln_roster* const roster)
{
  const char* const spilled = roster->facts ? ln_spill_error(roster->facts) : "";
  const char* const cards   = roster->cards ? ln_spill_error(roster->cards) : "";
  const char* const sorted  = roster->order ? ln_sort_error(roster->order) : "";
  const char* const first   = *spilled ? spilled : cards;
  const char* const second  = *first ? first : sorted;
  return *second ? second : roster->error;
}
