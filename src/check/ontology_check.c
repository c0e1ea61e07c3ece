/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A graph against an ontology, triple by triple. What a subject has stands together in order of
   predicates, so each property is looked up once for a subject, and what a property demands are a
   few searches among sorted numbers. Memory: only the breaches. */

#include "base/memory.h"
#include "check/literal.h"
#include "check/ontology_inner.h"

/* A subject, and what it has of one property. */
typedef struct {
  const ln_ontology_check* check;
  ln_breaches*             out;
  uint32_t                 subject;
  ln_halves                known;    ///< triples of the subject that are not looked at
  const ln_property_use*   property; ///< or NULL: it is not declared
  uint32_t                 predicate;
  bool                     declared;
} looking;

void
ln_breaches_clear(ln_breaches* const breaches)
{
  ln_free(breaches->v);
  *breaches = (ln_breaches){.most = breaches->most};
}

ln_status
ln_breaches_add(ln_breaches* const breaches, const ln_breach* const breach)
{
  ++breaches->total;
  if (breaches->n >= breaches->most) {
    return LN_OK;
  }
  if (breaches->n == breaches->cap) {
    const size_t     cap = breaches->cap > 0U ? breaches->cap * 2U : 64U;
    ln_breach* const v   = (ln_breach*)ln_realloc(breaches->v, cap, sizeof(*v));
    if (!v) {
      return LN_NO_MEM;
    }
    breaches->v   = v;
    breaches->cap = cap;
  }
  breaches->v[breaches->n++] = *breach;
  return LN_OK;
}

static bool
is_on(const looking* const l, const ln_axiom axiom)
{
  return l->check->policy->level[axiom] != LN_LEVEL_OFF;
}

static ln_status
add(const looking* const l, const ln_axiom axiom, const uint32_t value, const uint32_t other)
{
  const ln_breach breach = {axiom, l->subject, l->predicate, value, other};
  return is_on(l, axiom) ? ln_breaches_add(l->out, &breach) : LN_OK;
}

static ln_halves
types_of(const ln_ontology_check* const c, const uint32_t node)
{
  return ln_triple_set_objects(c->data, node, c->ontology->words.term[LN_W_TYPE]);
}

bool
ln_ontology_is(const ln_ontology_check* const c, const uint32_t node, const uint32_t use)
{
  const ln_halves types = types_of(c, node);
  const ln_span   below = c->ontology->uses[use].below;
  for (size_t i = 0U; i < types.n; ++i) {
    if (ln_ontology_has(c->ontology, below, ln_half_node(types.v[i]))) {
      return true;
    }
  }
  return false;
}

static const ln_class_use*
use_at(const looking* const l, const ln_span span, const uint32_t i, uint32_t* const use)
{
  *use = l->check->ontology->numbers[span.first + i];
  return &l->check->ontology->uses[*use];
}

/* Once for a subject and a property, at the first value. */
static ln_status
check_domain(const looking* const l, const uint32_t value)
{
  const bool typed = types_of(l->check, l->subject).n > 0U;
  for (uint32_t i = 0U; i < l->property->domains.n; ++i) {
    uint32_t                  use    = 0U;
    const ln_class_use* const domain = use_at(l, l->property->domains, i, &use);
    if (!domain->datatype && !ln_ontology_is(l->check, l->subject, use)) {
      LN_TRY(add(l, typed ? LN_A_DOMAIN : LN_A_DOMAIN_UNTYPED, value, domain->term));
    }
  }
  return LN_OK;
}

static bool
holds_datatype(const looking* const l, const ln_span members, const uint32_t datatype)
{
  const ln_term_table* const terms = l->check->terms;
  const ln_view              iri   = ln_term_table_text(terms, datatype);
  for (uint32_t i = 0U; i < members.n; ++i) {
    const uint32_t member = l->check->ontology->numbers[members.first + i];
    if (ln_datatype_within(iri, ln_term_table_text(terms, member))) {
      return true;
    }
  }
  return false;
}

static ln_status
check_literal_range(const looking* const l, const uint32_t value)
{
  const uint32_t datatype = ln_term_table_datatype(l->check->terms, value);
  for (uint32_t i = 0U; i < l->property->ranges.n; ++i) {
    uint32_t                  use   = 0U;
    const ln_class_use* const range = use_at(l, l->property->ranges, i, &use);
    if (range->datatype && !holds_datatype(l, range->below, datatype)) {
      LN_TRY(add(l, LN_A_DATATYPE, value, range->term));
    }
  }
  return LN_OK;
}

static ln_status
check_node_range(const looking* const l, const uint32_t value)
{
  const bool typed = types_of(l->check, value).n > 0U;
  for (uint32_t i = 0U; i < l->property->ranges.n; ++i) {
    uint32_t                  use   = 0U;
    const ln_class_use* const range = use_at(l, l->property->ranges, i, &use);
    if (!range->datatype && !ln_ontology_is(l->check, value, use)) {
      LN_TRY(add(l, typed ? LN_A_RANGE : LN_A_RANGE_UNTYPED, value, range->term));
    }
  }
  return LN_OK;
}

/* The class or datatype to name where a value is of the wrong kind. */
static uint32_t
first_range(const looking* const l)
{
  const ln_span ranges = l->property->ranges;
  uint32_t      use    = 0U;
  return ranges.n > 0U ? use_at(l, ranges, 0U, &use)->term : LN_NO_TERM;
}

static ln_status
check_range(const looking* const l, const uint32_t value)
{
  const bool literal = ln_term_table_kind(l->check->terms, value) == LN_LITERAL;
  if (literal && (l->property->flags & (unsigned)LN_PROPERTY_OF_NODES) != 0U) {
    return add(l, LN_A_LITERAL_FOR_OBJECT, value, first_range(l));
  }
  if (!literal && (l->property->flags & (unsigned)LN_PROPERTY_OF_DATA) != 0U) {
    return add(l, LN_A_IRI_FOR_LITERAL, value, first_range(l));
  }
  return literal ? check_literal_range(l, value) : check_node_range(l, value);
}

static ln_status
check_lexical(const looking* const l, const uint32_t value)
{
  ln_view expected = LN_V("");
  if (!is_on(l, LN_A_LEXICAL) || ln_datatype_holds(l->check->terms, value, &expected)) {
    return LN_OK;
  }
  return add(l, LN_A_LEXICAL, value, ln_term_table_datatype(l->check->terms, value));
}

static ln_status
check_both_ways(const looking* const l, const uint32_t value)
{
  const bool node = ln_term_table_kind(l->check->terms, value) != LN_LITERAL;
  return node && !ln_triple_set_has(l->check->data, value, l->predicate, l->subject)
           ? add(l, LN_A_SYMMETRIC, value, LN_NO_TERM)
           : LN_OK;
}

static ln_status
check_class(const looking* const l, const uint32_t value)
{
  const ln_ontology* const o = l->check->ontology;
  if (ln_term_table_kind(l->check->terms, value) == LN_LITERAL) {
    return add(l, LN_A_LITERAL_FOR_OBJECT, value, LN_NO_TERM);
  }
  if (o->classes.n == 0U || ln_term_table_kind(l->check->terms, value) != LN_IRI ||
      ln_ontology_has(o, o->classes, value) ||
      ln_ontology_knows(ln_term_table_text(l->check->terms, value))) {
    return LN_OK;
  }
  return add(l, LN_A_UNDECLARED_CLASS, value, LN_NO_TERM);
}

static ln_status
check_value(const looking* const l, const uint32_t value)
{
  const ln_ontology* const o = l->check->ontology;
  if (ln_term_table_kind(l->check->terms, value) == LN_LITERAL) {
    LN_TRY(check_lexical(l, value));
  }
  if (ln_ontology_has(o, o->deprecated, value)) {
    LN_TRY(add(l, LN_A_DEPRECATED, value, value));
  }
  if (ln_ontology_has(o, o->deprecated, l->predicate)) {
    LN_TRY(add(l, LN_A_DEPRECATED, value, l->predicate));
  }
  if (l->predicate == o->words.term[LN_W_TYPE]) {
    return check_class(l, value);
  }
  if (!l->declared) {
    return add(l, LN_A_UNDECLARED_PROPERTY, value, LN_NO_TERM);
  }
  if (!l->property) {
    return LN_OK;
  }
  LN_TRY(check_range(l, value));
  return (l->property->flags & (unsigned)LN_PROPERTY_BOTH) != 0U ? check_both_ways(l, value)
                                                                 : LN_OK;
}

/* Two ways to write one value are no two values. */
static ln_status
check_single(const looking* const l, const ln_halves values)
{
  const uint32_t first = ln_half_node(values.v[0]);
  for (size_t i = 1U; i < values.n; ++i) {
    const uint32_t value = ln_half_node(values.v[i]);
    if (ln_literal_compare(l->check->terms, first, value) != LN_EQUAL) {
      LN_TRY(add(l, LN_A_FUNCTIONAL, value, first));
    }
  }
  return LN_OK;
}

static bool
is_outside(const ln_halves known, const ln_half half)
{
  for (size_t i = 0U; i < known.n; ++i) {
    if (known.v[i] == half) {
      return true;
    }
  }
  return false;
}

/* What a subject has of one property. */
static ln_status
check_values(looking* const l, const ln_halves values)
{
  const ln_ontology* const o     = l->check->ontology;
  bool                     first = true;
  l->predicate                   = ln_half_predicate(values.v[0]);
  l->property                    = ln_ontology_property(o, l->predicate);
  l->declared                    = l->property || o->n_properties == 0U ||
                ln_ontology_knows(ln_term_table_text(l->check->terms, l->predicate));
  for (size_t i = 0U; i < values.n; ++i) {
    const uint32_t value = ln_half_node(values.v[i]);
    if (is_outside(l->known, values.v[i])) {
      continue;
    }
    LN_TRY(first && l->property ? check_domain(l, value) : LN_OK);
    LN_TRY(check_value(l, value));
    first = false;
  }
  const bool single = l->property && (l->property->flags & (unsigned)LN_PROPERTY_SINGLE) != 0U;
  return single && !first ? check_single(l, values) : LN_OK;
}

/* The type that makes a node an instance of a class. */
static uint32_t
type_within(const ln_ontology_check* const c, const ln_halves types, const uint32_t use)
{
  for (size_t i = 0U; i < types.n; ++i) {
    if (ln_ontology_has(c->ontology, c->ontology->uses[use].below, ln_half_node(types.v[i]))) {
      return ln_half_node(types.v[i]);
    }
  }
  return LN_NO_TERM;
}

static ln_status
check_disjoint(looking* const l)
{
  const ln_ontology_check* const c     = l->check;
  const ln_halves                types = types_of(c, l->subject);
  l->predicate                         = c->ontology->words.term[LN_W_TYPE];
  for (size_t i = 0U; types.n > 1U && i < c->ontology->n_disjoint; ++i) {
    const ln_disjoint_pair* const pair = &c->ontology->disjoint[i];
    const uint32_t                a    = type_within(c, types, pair->a);
    const uint32_t                b    = type_within(c, types, pair->b);
    if (a != LN_NO_TERM && b != LN_NO_TERM && a != b) {
      LN_TRY(add(l, LN_A_DISJOINT, a > b ? a : b, a > b ? b : a));
    }
  }
  return LN_OK;
}

static ln_status
check_subject(looking* const l)
{
  const ln_ontology_check* const c   = l->check;
  const ln_halves                all = ln_triple_set_of(c->data, l->subject);
  l->known = c->outside ? ln_triple_set_of(c->outside, l->subject) : (ln_halves){NULL, 0U};
  if (all.n == l->known.n) {
    return LN_OK; // only the ontology speaks of it
  }
  for (size_t begin = 0U, end = 0U; begin < all.n; begin = end) {
    const uint32_t predicate = ln_half_predicate(all.v[begin]);
    for (end = begin; end < all.n && ln_half_predicate(all.v[end]) == predicate; ++end) {
    }
    LN_TRY(check_values(l, (ln_halves){all.v + begin, end - begin}));
  }
  return check_disjoint(l);
}

ln_status
ln_ontology_breaches(const ln_ontology_check* const check, ln_breaches* const breaches)
{
  enum { LOOK = 4096 };
  looking        l     = {.check = check, .out = breaches};
  const uint32_t terms = ln_triple_set_terms(check->data);
  for (; l.subject < terms; ++l.subject) {
    if (l.subject % LOOK == 0U && check->stop && *check->stop != 0) {
      return LN_STOP;
    }
    LN_TRY(check_subject(&l));
  }
  return ln_ontology_keys(check, breaches);
}
