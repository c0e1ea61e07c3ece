/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Claims beside a fact. A claim says what it is about with rdf:subject, rdf:predicate and
   rdf:object; one that has the fact's subject and predicate says the same if one of its objects
   agrees with that of the fact. Others say otherwise only where a thing can have one value: another
   occupation is no contradiction, another day of birth is. What the editor wrote down as a conflict
   is one in any case. */

#include "base/memory.h"
#include "dispute/accord.h"
#include "run/why_inner.h"

ln_status
ln_why_numbers_add(ln_why_numbers* const list, const uint32_t number)
{
  for (size_t i = 0U; i < list->n; ++i) {
    if (list->v[i] == number) {
      return LN_OK;
    }
  }
  if (list->n == list->cap) {
    const size_t    cap  = list->cap > 0U ? 2U * list->cap : 8U;
    uint32_t* const more = ln_realloc(list->v, cap, sizeof(uint32_t));
    if (!more) {
      return LN_NO_MEM;
    }
    list->v   = more;
    list->cap = cap;
  }
  list->v[list->n++] = number;
  return LN_OK;
}

/* Whether some object of the claim says what this one does; literals do if they agree, as 1999 and
   1999-06-22. */
static ln_status
has_object(const ln_why_facts* const facts,
           const ln_why_fact*        object,
           const ln_read_term* const o,
           bool* const               yes)
{
  ln_text   x  = {0};
  ln_text   y  = {0};
  ln_status st = LN_OK;
  *yes         = false;
  for (; object && st == LN_OK && !*yes; object = ln_why_facts_more(facts, object)) {
    const bool literals = object->object.kind == LN_LITERAL && o->kind == LN_LITERAL;
    *yes                = ln_why_same(&object->object, o);
    st = *yes || !literals ? LN_OK : ln_accord(object->object.text, o->text, &x, &y, yes);
  }
  ln_text_clear(&x);
  ln_text_clear(&y);
  return st;
}

static ln_status
sort_claim(ln_why* const            why,
           const ln_why_fact* const fact,
           const uint32_t           number,
           ln_why_numbers* const    same,
           ln_why_numbers* const    other)
{
  const ln_read_term* const claim     = &why->facts.facts[number].subject;
  const ln_why_fact*        predicate = NULL;
  const ln_why_fact*        object    = NULL;
  LN_TRY(ln_why_facts_get(&why->facts, claim, LN_V(LN_WHY_RDF "predicate"), &predicate));
  LN_TRY(ln_why_facts_get(&why->facts, claim, LN_V(LN_WHY_RDF "object"), &object));
  if (!predicate || !object || !ln_why_same(&predicate->object, &fact->predicate)) {
    return LN_OK;
  }
  bool agrees = false;
  LN_TRY(has_object(&why->facts, object, &fact->object, &agrees));
  if (agrees) {
    return ln_why_numbers_add(same, number);
  }
  const bool one = ln_dict_find(why->functional, fact->predicate.text) != LN_DICT_NONE;
  return one ? ln_why_numbers_add(other, number) : LN_OK;
}

/* The fact that tells what a claim is about, or LN_WHY_NONE. */
static ln_status
find_claim(ln_why* const why, const ln_read_term* const claim, uint32_t* const number)
{
  const ln_why_fact* about = NULL;
  LN_TRY(ln_why_facts_get(&why->facts, claim, LN_V(LN_WHY_RDF "subject"), &about));
  *number = about ? (uint32_t)(about - why->facts.facts) : LN_WHY_NONE;
  return LN_OK;
}

/* Conflicts that a claim names. */
static ln_status
add_conflicts(ln_why* const why, const uint32_t claim, ln_why_numbers* const other)
{
  const ln_why_fact* conflict = NULL;
  LN_TRY(ln_why_facts_get(
    &why->facts, &why->facts.facts[claim].subject, LN_V(LN_WHY_NS "conflictsWith"), &conflict));
  for (; conflict; conflict = ln_why_facts_more(&why->facts, conflict)) {
    uint32_t number = LN_WHY_NONE;
    LN_TRY(find_claim(why, &conflict->object, &number));
    LN_TRY(number != LN_WHY_NONE ? ln_why_numbers_add(other, number) : LN_OK);
  }
  return LN_OK;
}

/* Whether a claim names one of these as a conflict. */
static ln_status
names_one(ln_why* const               why,
          const uint32_t              claim,
          const ln_why_numbers* const same,
          bool* const                 yes)
{
  ln_why_numbers named = {0};
  ln_status      st    = add_conflicts(why, claim, &named);
  *yes                 = false;
  for (size_t i = 0U; i < named.n; ++i) {
    for (size_t k = 0U; k < same->n; ++k) {
      *yes = *yes || named.v[i] == same->v[k];
    }
  }
  ln_free(named.v);
  return st;
}

ln_status
ln_why_claims(ln_why* const            why,
              const ln_why_fact* const fact,
              ln_why_numbers* const    same,
              ln_why_numbers* const    other)
{
  uint32_t first = LN_WHY_NONE;
  same->n        = 0U;
  other->n       = 0U;
  LN_TRY(ln_why_claims_about(&why->facts, &fact->subject, &first));
  for (uint32_t i = first; i != LN_WHY_NONE; i = ln_why_claims_next(&why->facts, i)) {
    LN_TRY(sort_claim(why, fact, i, same, other));
  }
  for (size_t i = 0U; i < same->n; ++i) {
    LN_TRY(add_conflicts(why, same->v[i], other));
  }
  for (uint32_t i = first; same->n > 0U && i != LN_WHY_NONE;
       i          = ln_why_claims_next(&why->facts, i)) {
    bool yes = false;
    LN_TRY(names_one(why, i, same, &yes));
    LN_TRY(yes ? ln_why_numbers_add(other, i) : LN_OK);
  }
  return LN_OK;
}
