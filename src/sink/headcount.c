/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Predicates that the names have are counted by their numbers, those from cells and the classes by
   their IRIs. Each worker counts for itself, and join adds; so a count is one addition, and a class
   one look-up. Stamps go on, and their slots are counted. */

#include "sink/headcount.h"

#include "base/dict.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* IRIs and how often each was met. */
typedef struct {
  ln_dict*  iris;
  uint64_t* n;
  size_t    cap;
} tally;

struct ln_headcount {
  const ln_names* names;
  uint64_t*       numbered; ///< by predicate of the names
  tally           dynamic;
  tally           classes;
  ln_text         text;
  uint16_t        first; ///< rdf:first
  uint16_t        rest;  ///< rdf:rest
};

typedef struct {
  ln_headcount* headcount;
  ln_sink       next;
  bool          worker; ///< owns both
} counting;

/* ---- counting ---- */

static ln_status
add(tally* const t, const ln_view iri, const uint64_t n)
{
  uint32_t number = 0U;
  bool     added  = false;
  LN_TRY(ln_dict_add(t->iris, iri, &number, &added));
  if (number >= t->cap) {
    const size_t    cap  = t->cap > 0U ? 2U * t->cap : 32U;
    uint64_t* const more = (uint64_t*)ln_realloc(t->n, cap, sizeof(uint64_t));
    if (!more) {
      return LN_NO_MEM;
    }
    t->n   = more;
    t->cap = cap;
  }
  t->n[number] = added ? n : t->n[number] + n;
  return LN_OK;
}

static ln_status
add_class(ln_headcount* const c, const ln_term term)
{
  if (term.kind != LN_IRI) {
    return LN_OK;
  }
  ln_text_reset(&c->text);
  LN_TRY(ln_names_expand(c->names, term, &c->text));
  return add(&c->classes, ln_text_view(&c->text), 1U);
}

static ln_status
headcount_describe(void* const self, const ln_desc* const desc)
{
  const counting* const s = (const counting*)self;
  ln_headcount* const   c = s->headcount;
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const uint16_t predicate = desc->pairs[i].predicate;
    if (predicate >= LN_PREDICATE_CELL) {
      LN_TRY(add(&c->dynamic, desc->dynamic[predicate - LN_PREDICATE_CELL], 1U));
    } else {
      ++c->numbered[predicate];
    }
    LN_TRY(predicate == LN_PREDICATE_TYPE ? add_class(c, desc->pairs[i].object) : LN_OK);
  }
  if (desc->n_links > 0U) { // nodes of lists have two triples each
    c->numbered[c->first] += desc->n_links / (size_t)LN_LINK;
    c->numbered[c->rest] += desc->n_links / (size_t)LN_LINK;
  }
  return s->next.ops ? ln_sink_describe(s->next, desc) : LN_OK;
}

/* The objects of a slot. */
static ln_status
count_slot(ln_headcount* const c, const ln_stamp* const stamp, const ln_slot* const slot)
{
  const bool          list = slot->kind == LN_SLOT_ITEMS;
  const size_t        n    = list ? stamp->lists[slot->text].n : 1U;
  const ln_slot_text* text =
    list ? stamp->items + stamp->lists[slot->text].first : &stamp->texts[slot->text];
  c->numbered[slot->pair.predicate] += n;
  for (size_t i = 0U; slot->pair.predicate == LN_PREDICATE_TYPE && i < n; ++i) {
    ln_term term = slot->pair.object;
    if (slot->kind != LN_SLOT_CONSTANT) {
      term.s = text[i].s;
      term.n = text[i].n;
    }
    LN_TRY(add_class(c, term));
  }
  return LN_OK;
}

static ln_status
headcount_stamp(void* const self, const ln_stamp* const stamp, size_t* const n)
{
  const counting* const   s       = (const counting*)self;
  const ln_stencil* const stencil = stamp->stencil;
  LN_TRY(ln_sink_stamp(s->next, stamp, n));
  for (size_t i = 0U; *n != LN_UNSTAMPED && i < stencil->n; ++i) {
    if (stamp->texts[stencil->slots[i].gate].there) {
      LN_TRY(count_slot(s->headcount, stamp, &stencil->slots[i]));
    }
  }
  return LN_OK;
}

static bool
headcount_takes_lists(const void* const self)
{
  return ln_sink_takes_lists(((const counting*)self)->next);
}

static ln_status
headcount_finish(void* const self)
{
  return ln_sink_finish(((const counting*)self)->next);
}

/* ---- workers ---- */

static void
headcount_free(void* const self)
{
  counting* const s = (counting*)self;
  if (s->worker) {
    ln_sink_free(s->next);
    ln_headcount_free(s->headcount);
  }
  ln_free(s);
}

static ln_status
headcount_fork(const void* const self, ln_sink* const worker)
{
  const counting* const s    = (const counting*)self;
  ln_headcount* const   own  = ln_headcount_new(s->headcount->names);
  ln_sink               next = {NULL, NULL};
  ln_status             st   = own ? s->next.ops->fork(s->next.self, &next) : LN_NO_MEM;
  st                         = st == LN_OK ? ln_headcount_sink(own, next, worker) : st;
  if (st != LN_OK) {
    ln_sink_free(next);
    ln_headcount_free(own);
    return st;
  }
  ((counting*)worker->self)->worker = true;
  return LN_OK;
}

static ln_status
add_all(tally* const to, tally* const from)
{
  for (uint32_t i = 0U; i < ln_dict_size(from->iris); ++i) {
    LN_TRY(add(to, ln_dict_key(from->iris, i), from->n[i]));
    from->n[i] = 0U;
  }
  return LN_OK;
}

static ln_status
headcount_join(void* const self, const ln_sink worker)
{
  const counting* const s    = (const counting*)self;
  const counting* const w    = (const counting*)worker.self;
  ln_headcount* const   to   = s->headcount;
  ln_headcount* const   from = w->headcount;
  for (size_t i = 0U; i < ln_names_predicates(to->names); ++i) {
    to->numbered[i] += from->numbered[i];
    from->numbered[i] = 0U;
  }
  LN_TRY(add_all(&to->dynamic, &from->dynamic));
  LN_TRY(add_all(&to->classes, &from->classes));
  return s->next.ops->join(s->next.self, w->next);
}

ln_status
ln_headcount_sink(ln_headcount* const headcount, const ln_sink next, ln_sink* const sink)
{
  static const struct ln_sink_ops SHARED = {.describe    = headcount_describe,
                                            .finish      = headcount_finish,
                                            .fork        = headcount_fork,
                                            .join        = headcount_join,
                                            .free        = headcount_free,
                                            .stamp       = headcount_stamp,
                                            .takes_lists = headcount_takes_lists};
  static const struct ln_sink_ops ALONE  = {.describe    = headcount_describe,
                                            .finish      = headcount_finish,
                                            .free        = headcount_free,
                                            .stamp       = headcount_stamp,
                                            .takes_lists = headcount_takes_lists};
  counting* const                 s      = (counting*)ln_alloc_zero(1U, sizeof(counting));
  if (!s) {
    return LN_NO_MEM;
  }
  *s    = (counting){.headcount = headcount, .next = next};
  *sink = (ln_sink){next.ops->fork ? &SHARED : &ALONE, s};
  return LN_OK;
}

/* ---- what was counted ---- */

ln_headcount*
ln_headcount_new(const ln_names* const names)
{
  ln_headcount* const c = (ln_headcount*)ln_alloc_zero(1U, sizeof(ln_headcount));
  if (!c) {
    return NULL;
  }
  c->names        = names;
  c->numbered     = (uint64_t*)ln_alloc_zero(ln_names_predicates(names) + 1U, sizeof(uint64_t));
  c->dynamic.iris = ln_dict_new();
  c->classes.iris = ln_dict_new();
  if (!ln_names_predicate_find(names, LN_V(RDF "first"), &c->first) ||
      !ln_names_predicate_find(names, LN_V(RDF "rest"), &c->rest)) {
    c->first = 0U; // no column is ordered, and there are no lists
    c->rest  = 0U;
  }
  if (!c->numbered || !c->dynamic.iris || !c->classes.iris) {
    ln_headcount_free(c);
    return NULL;
  }
  return c;
}

void
ln_headcount_free(ln_headcount* const headcount)
{
  if (headcount) {
    ln_free(headcount->numbered);
    ln_dict_free(headcount->dynamic.iris);
    ln_free(headcount->dynamic.n);
    ln_dict_free(headcount->classes.iris);
    ln_free(headcount->classes.n);
    ln_text_clear(&headcount->text);
    ln_free(headcount);
  }
}

static int
compare(const void* const a, const void* const b)
{
  const ln_view x = ((const ln_headcount_entry*)a)->iri;
  const ln_view y = ((const ln_headcount_entry*)b)->iri;
  const size_t  n = x.n < y.n ? x.n : y.n;
  const int     c = n > 0U ? memcmp(x.s, y.s, n) : 0;
  return c != 0 ? c : (x.n > y.n) - (x.n < y.n);
}

/* Sorted, and one of each: a predicate of the names may have come from a cell, too. */
static size_t
settle(ln_headcount_entry* const list, const size_t n)
{
  size_t kept = 0U;
  if (n > 1U) {
    qsort(list, n, sizeof(ln_headcount_entry), compare);
  }
  for (size_t i = 0U; i < n; ++i) {
    if (kept > 0U && ln_view_equals(list[kept - 1U].iri, list[i].iri)) {
      list[kept - 1U].n += list[i].n;
    } else {
      list[kept++] = list[i];
    }
  }
  return kept;
}

static void
list_tally(const tally* const t, ln_headcount_entry* const list, size_t* const n)
{
  for (uint32_t i = 0U; i < ln_dict_size(t->iris); ++i) {
    list[(*n)++] = (ln_headcount_entry){ln_dict_key(t->iris, i), t->n[i]};
  }
}

ln_status
ln_headcount_predicates(const ln_headcount* const  headcount,
                        ln_headcount_entry** const list,
                        size_t* const              n)
{
  const size_t most = ln_names_predicates(headcount->names) + ln_dict_size(headcount->dynamic.iris);
  *n                = 0U;
  *list             = (ln_headcount_entry*)ln_alloc_zero(most + 1U, sizeof(ln_headcount_entry));
  if (!*list) {
    return LN_NO_MEM;
  }
  for (size_t i = 0U; i < ln_names_predicates(headcount->names); ++i) {
    if (headcount->numbered[i] > 0U) {
      (*list)[(*n)++] = (ln_headcount_entry){
        ln_names_predicate_at(headcount->names, (uint16_t)i)->iri, headcount->numbered[i]};
    }
  }
  list_tally(&headcount->dynamic, *list, n);
  *n = settle(*list, *n);
  return LN_OK;
}

ln_status
ln_headcount_classes(const ln_headcount* const  headcount,
                     ln_headcount_entry** const list,
                     size_t* const              n)
{
  *n    = 0U;
  *list = (ln_headcount_entry*)ln_alloc_zero(ln_dict_size(headcount->classes.iris) + 1U,
                                             sizeof(ln_headcount_entry));
  if (!*list) {
    return LN_NO_MEM;
  }
  list_tally(&headcount->classes, *list, n);
  *n = settle(*list, *n);
  return LN_OK;
}
