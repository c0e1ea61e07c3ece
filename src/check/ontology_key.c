/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Things with the same key. Each thing of the class that has a value of every property of the key
   is written down once for each choice of values, as a number made of them, and its own; sorting
   brings those with the same number together. Such neighbours are then compared for good. Cost: 16
   bytes for each choice, n log n. A thing with very many choices counts with the first of them. */

#include "base/memory.h"
#include "base/sort.h"
#include "check/ontology_inner.h"

#include <string.h>

enum { CHOICES = 64, PARTS = 8 };

typedef struct {
  const ln_ontology_check* check;
  const ln_class_key*      key;
  uint64_t*                records; ///< a number made of values, and the thing; in turn
  size_t                   n;
  size_t                   cap;
} gathering;

static uint32_t
property_at(const gathering* const g, const uint32_t i)
{
  return g->check->ontology->numbers[g->key->properties.first + i];
}

static ln_status
add_record(gathering* const g, const uint64_t number, const uint32_t node)
{
  if (g->n == g->cap) {
    const size_t    cap = g->cap > 0U ? g->cap * 2U : 1024U;
    uint64_t* const v   = (uint64_t*)ln_realloc(g->records, cap, 2U * sizeof(uint64_t));
    if (!v) {
      return LN_NO_MEM;
    }
    g->records = v;
    g->cap     = cap;
  }
  g->records[2U * g->n]      = number;
  g->records[2U * g->n + 1U] = node;
  ++g->n;
  return LN_OK;
}

/* Numbers that are equal for equal values, and hardly ever for others. */
static uint64_t
mix(const uint64_t number, const uint32_t value)
{
  uint64_t x = (number ^ value) * 0x9E3779B97F4A7C15U;
  x ^= x >> 29U;
  return x * 0xBF58476D1CE4E5B9U;
}

/* The i-th choice among the values of all parts; false behind the last. */
static bool
choose(const ln_halves* const values, const uint32_t n, const size_t choice, uint64_t* const number)
{
  size_t rest = choice;
  *number     = 1U;
  for (uint32_t i = 0U; i < n; ++i) {
    *number = mix(*number, ln_half_node(values[i].v[rest % values[i].n]));
    rest /= values[i].n;
  }
  return rest == 0U;
}

static ln_status
gather_node(gathering* const g, const uint32_t node)
{
  const uint32_t n = g->key->properties.n < PARTS ? g->key->properties.n : PARTS;
  ln_halves      values[PARTS];
  uint64_t       number = 0U;
  for (uint32_t i = 0U; i < n; ++i) {
    values[i] = ln_triple_set_objects(g->check->data, node, property_at(g, i));
    if (values[i].n == 0U) {
      return LN_OK;
    }
  }
  if (g->key->of != LN_NO_TERM && !ln_ontology_is(g->check, node, g->key->of)) {
    return LN_OK;
  }
  for (size_t i = 0U; i < CHOICES && choose(values, n, i, &number); ++i) {
    LN_TRY(add_record(g, number, node));
  }
  return LN_OK;
}

/* A value that both things have; LN_NO_TERM: none. */
static uint32_t
shared_value(const gathering* const g, const uint32_t property, const uint32_t a, const uint32_t b)
{
  const ln_halves values = ln_triple_set_objects(g->check->data, a, property);
  for (size_t i = 0U; i < values.n; ++i) {
    const uint32_t value = ln_half_node(values.v[i]);
    if (ln_triple_set_has(g->check->data, b, property, value)) {
      return value;
    }
  }
  return LN_NO_TERM;
}

static bool
same_key(const gathering* const g, const uint32_t a, const uint32_t b)
{
  bool same = a != b;
  for (uint32_t i = 0U; same && i < g->key->properties.n; ++i) {
    same = shared_value(g, property_at(g, i), a, b) != LN_NO_TERM;
  }
  return same;
}

/* The value of the pair is told at the later thing, of the first property of the key. */
static ln_status
add_pair(const gathering* const g,
         const uint32_t         first,
         const uint32_t         later,
         ln_breaches* const     breaches)
{
  const uint32_t  property = property_at(g, 0U);
  const ln_breach breach   = {
    LN_A_KEY, later, property, shared_value(g, property, first, later), first};
  const ln_triple_set* const outside = g->check->outside;
  if (outside && ln_triple_set_has(outside, later, property, breach.value)) {
    return LN_OK;
  }
  return ln_breaches_add(breaches, &breach);
}

/* Things may share two values of one key; that is told once. */
static ln_status
tell(const gathering* const g, ln_breaches* const breaches)
{
  ln_number_set told  = {0};
  ln_status     st    = LN_OK;
  size_t        first = 0U;
  for (size_t i = 1U; st == LN_OK && i < g->n; ++i) {
    const uint32_t a     = (uint32_t)g->records[2U * first + 1U];
    const uint32_t b     = (uint32_t)g->records[2U * i + 1U];
    bool           fresh = false;
    if (g->records[2U * i] != g->records[2U * first]) {
      first = i;
    } else if (same_key(g, a, b)) {
      st = ln_number_set_add(&told, ((uint64_t)(a & INT32_MAX) << 32U) | b, false, &fresh);
      st = st == LN_OK && fresh ? add_pair(g, a, b, breaches) : st;
    }
  }
  ln_number_set_clear(&told);
  return st;
}

static ln_status
check_key(gathering* const g, ln_breaches* const breaches)
{
  const uint32_t terms = ln_triple_set_terms(g->check->data);
  for (uint32_t node = 0U; node < terms; ++node) {
    LN_TRY(gather_node(g, node));
  }
  ln_sort_records(g->records, g->n, 2U);
  return tell(g, breaches);
}

ln_status
ln_ontology_keys(const ln_ontology_check* const c, ln_breaches* const breaches)
{
  ln_status st = LN_OK;
  if (c->policy->level[LN_A_KEY] == LN_LEVEL_OFF) {
    return LN_OK;
  }
  for (size_t i = 0U; st == LN_OK && i < c->ontology->n_keys; ++i) {
    gathering g = {.check = c, .key = &c->ontology->keys[i]};
    st          = check_key(&g, breaches);
    ln_free(g.records);
  }
  return st;
}
