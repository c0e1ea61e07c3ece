/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A graph in two orders: by subject and by object. In each the other two terms of a triple stand as
   one number, sorted, behind those of the term before, and an array tells where those of each term
   begin. Sealing sorts by counting, then within each term; the second order is made from the first,
   in which nothing is repeated any more. Cost: 16 bytes a triple and 8 a term; while it is filled,
   12 bytes a triple, doubling. */

#include "graph/triple_set.h"

#include "base/memory.h"
#include "base/sort.h"
#include "graph/term_table.h"

#include <string.h>

typedef struct {
  uint32_t subject;
  uint32_t predicate;
  uint32_t object;
} triple;

/* The triples in one order. */
typedef struct {
  ln_half*  halves;
  uint32_t* first; ///< per term; one more at the end
} ordered;

struct ln_triple_set {
  triple*  triples; ///< until it is sealed
  size_t   cap;
  size_t   n;
  uint32_t terms;
  ordered  by_subject;
  ordered  by_object;
};

ln_triple_set*
ln_triple_set_new(void)
{
  return (ln_triple_set*)ln_alloc_zero(1U, sizeof(ln_triple_set));
}

void
ln_triple_set_free(ln_triple_set* const set)
{
  if (set) {
    ln_free(set->triples);
    ln_free(set->by_subject.halves);
    ln_free(set->by_subject.first);
    ln_free(set->by_object.halves);
    ln_free(set->by_object.first);
    ln_free(set);
  }
}

ln_status
ln_triple_set_add(ln_triple_set* const set,
                  const uint32_t       subject,
                  const uint32_t       predicate,
                  const uint32_t       object)
{
  if (set->n == set->cap) {
    const size_t cap = set->cap > 0U ? set->cap * 2U : 1024U;
    if (set->n >= UINT32_MAX - 1U) {
      return LN_NO_MEM;
    }
    triple* const v = (triple*)ln_realloc(set->triples, cap, sizeof(triple));
    if (!v) {
      return LN_NO_MEM;
    }
    set->triples = v;
    set->cap     = cap;
  }
  set->triples[set->n++] = (triple){subject, predicate, object};
  set->terms             = subject >= set->terms ? subject + 1U : set->terms;
  set->terms             = object >= set->terms ? object + 1U : set->terms;
  return LN_OK;
}

static ln_status
make_room(const ln_triple_set* const set, ordered* const o)
{
  o->halves = (ln_half*)ln_alloc_zero(set->n + 1U, sizeof(ln_half));
  o->first  = (uint32_t*)ln_alloc_zero((size_t)set->terms + 2U, sizeof(uint32_t));
  return o->halves && o->first ? LN_OK : LN_NO_MEM;
}

/* Counts, of each term behind its own place, become places. */
static void
sum_up(uint32_t* const first, const uint32_t terms)
{
  for (uint32_t i = 0U; i < terms; ++i) {
    first[i + 1U] += first[i];
  }
}

/* Once filled, the place of each term has moved to where the next one begins. */
static void
move_back(uint32_t* const first, const uint32_t terms)
{
  memmove(first + 1, first, terms * sizeof(*first));
  first[0] = 0U;
}

/* Few are sorted by insertion: most nodes have a handful of properties. */
static void
sort_halves(ln_half* const v, const size_t n)
{
  enum { FEW = 24 };
  if (n > FEW) {
    ln_sort_records(v, n, 1U);
    return;
  }
  for (size_t i = 1U; i < n; ++i) {
    const ln_half half = v[i];
    size_t        at   = i;
    for (; at > 0U && v[at - 1U] > half; --at) {
      v[at] = v[at - 1U];
    }
    v[at] = half;
  }
}

static ln_half
half_of(const uint32_t predicate, const uint32_t node)
{
  return ((uint64_t)predicate << 32U) | node;
}

static ln_status
order_by_subject(ln_triple_set* const set)
{
  ordered* const o = &set->by_subject;
  LN_TRY(make_room(set, o));
  for (size_t i = 0U; i < set->n; ++i) {
    ++o->first[set->triples[i].subject + 1U];
  }
  sum_up(o->first, set->terms);
  for (size_t i = 0U; i < set->n; ++i) {
    const triple t                   = set->triples[i];
    o->halves[o->first[t.subject]++] = half_of(t.predicate, t.object);
  }
  move_back(o->first, set->terms);
  ln_free(set->triples);
  set->triples = NULL;
  return LN_OK;
}

/* Sort what each subject has, and close the gaps that repeated triples leave. */
static void
drop_repeated(ln_triple_set* const set)
{
  const ordered* const o  = &set->by_subject;
  uint32_t             to = 0U;
  for (uint32_t s = 0U; s < set->terms; ++s) {
    const uint32_t begin = o->first[s];
    const uint32_t end   = o->first[s + 1U];
    const uint32_t moved = to;
    sort_halves(o->halves + begin, end - begin);
    for (uint32_t i = begin; i < end; ++i) {
      if (i == begin || o->halves[i] != o->halves[i - 1U]) {
        // What is overwritten lies before i - 1, or is i - 1 with the same number.
        const ln_half half = o->halves[i];
        o->halves[to++]    = half;
      }
    }
    o->first[s] = moved;
  }
  o->first[set->terms] = to;
  set->n               = to;
}

static ln_status
order_by_object(ln_triple_set* const set)
{
  const ordered* const from = &set->by_subject;
  ordered* const       o    = &set->by_object;
  LN_TRY(make_room(set, o));
  for (size_t i = 0U; i < set->n; ++i) {
    ++o->first[ln_half_node(from->halves[i]) + 1U];
  }
  sum_up(o->first, set->terms);
  for (uint32_t s = 0U; s < set->terms; ++s) {
    for (uint32_t i = from->first[s]; i < from->first[s + 1U]; ++i) {
      const ln_half  half           = from->halves[i];
      const uint32_t object         = ln_half_node(half);
      o->halves[o->first[object]++] = half_of(ln_half_predicate(half), s);
    }
  }
  move_back(o->first, set->terms);
  for (uint32_t t = 0U; t < set->terms; ++t) {
    sort_halves(o->halves + o->first[t], o->first[t + 1U] - o->first[t]);
  }
  return LN_OK;
}

ln_status
ln_triple_set_seal(ln_triple_set* const set)
{
  LN_TRY(order_by_subject(set));
  drop_repeated(set);
  return order_by_object(set);
}

size_t
ln_triple_set_size(const ln_triple_set* const set)
{
  return set->n;
}

uint32_t
ln_triple_set_terms(const ln_triple_set* const set)
{
  return set->terms;
}

static ln_halves
halves_at(const ln_triple_set* const set, const ordered* const o, const uint32_t term)
{
  if (term >= set->terms) {
    return (ln_halves){NULL, 0U};
  }
  return (ln_halves){o->halves + o->first[term], o->first[term + 1U] - o->first[term]};
}

/* The first half that is not less. */
static size_t
lower_bound(const ln_halves halves, const ln_half wanted)
{
  size_t low  = 0U;
  size_t high = halves.n;
  while (low < high) {
    const size_t middle = low + (high - low) / 2U;
    if (halves.v[middle] < wanted) {
      low = middle + 1U;
    } else {
      high = middle;
    }
  }
  return low;
}

static ln_halves
of_predicate(const ln_halves halves, const uint32_t predicate)
{
  const size_t begin = lower_bound(halves, half_of(predicate, 0U));
  size_t       end   = begin;
  if (begin < halves.n && ln_half_predicate(halves.v[begin]) == predicate) {
    const bool last = ln_half_predicate(halves.v[halves.n - 1U]) == predicate;
    end             = last ? halves.n : lower_bound(halves, half_of(predicate + 1U, 0U));
  }
  return (ln_halves){halves.v + begin, end - begin};
}

ln_halves
ln_triple_set_of(const ln_triple_set* const set, const uint32_t subject)
{
  return halves_at(set, &set->by_subject, subject);
}

ln_halves
ln_triple_set_to(const ln_triple_set* const set, const uint32_t object)
{
  return halves_at(set, &set->by_object, object);
}

ln_halves
ln_triple_set_objects(const ln_triple_set* const set,
                      const uint32_t             subject,
                      const uint32_t             predicate)
{
  return of_predicate(ln_triple_set_of(set, subject), predicate);
}

ln_halves
ln_triple_set_subjects(const ln_triple_set* const set,
                       const uint32_t             predicate,
                       const uint32_t             object)
{
  return of_predicate(ln_triple_set_to(set, object), predicate);
}

uint32_t
ln_triple_set_object(const ln_triple_set* const set,
                     const uint32_t             subject,
                     const uint32_t             predicate)
{
  const ln_halves found = ln_triple_set_objects(set, subject, predicate);
  return found.n == 1U ? ln_half_node(found.v[0]) : LN_NO_TERM;
}

bool
ln_triple_set_has(const ln_triple_set* const set,
                  const uint32_t             subject,
                  const uint32_t             predicate,
                  const uint32_t             object)
{
  const ln_halves halves = ln_triple_set_of(set, subject);
  const ln_half   wanted = half_of(predicate, object);
  const size_t    at     = lower_bound(halves, wanted);
  return at < halves.n && halves.v[at] == wanted;
}
