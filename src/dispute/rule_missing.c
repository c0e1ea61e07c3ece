/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is missing. `required`: a thing of a class without a property, shown with what else speaks
   of it; `vague`: somebody's part in something is told only by words that say nothing; `uncited`:
   passages that name no reference, in sources that name some elsewhere. */

#include "dispute/inquiry.h"

#include "base/memory.h"

#include <stdlib.h>

static void
join(ln_inquiry* const q, ln_bunch* const numbers, const uint32_t number)
{
  q->status = ln_bunch_join(numbers, number) == LN_OK ? q->status : LN_NO_MEM;
}

static bool
has_any(ln_inquiry* const q, const uint32_t node, const char* const parameter)
{
  ln_said_list list = {0};
  ln_inquire_ways(q, node, parameter, &list);
  const bool found = list.n > 0U;
  ln_said_clear(&list);
  return found;
}

/* Claims about a node, and claims that have it as their value. */
static void
show_claims(ln_inquiry* const q, const uint32_t node)
{
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, node, &n);
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const fact = ln_facts_at(q->facts, to[i]);
    if (fact->p == LN_TERM_SUBJECT || fact->p == LN_TERM_OBJECT) {
      ln_inquire_side(q, ln_inquire_label(q, ln_inquire_object(q, fact->s, LN_TERM_PREDICATE)));
      ln_inquire_node(q, fact->s);
    }
  }
}

/* How many things two nodes have in common. */
static size_t
count_common(const ln_inquiry* const q, const uint32_t a, const uint32_t b)
{
  size_t       first = 0U;
  size_t       other = 0U;
  size_t       n     = 0U;
  const size_t x     = ln_facts_about(q->facts, a, &first);
  const size_t y     = ln_facts_about(q->facts, b, &other);
  for (size_t i = first; i < first + x; ++i) {
    for (size_t k = other; k < other + y; ++k) {
      const uint32_t o = ln_facts_at(q->facts, i)->o;
      n += o == ln_facts_at(q->facts, k)->o && ln_facts_kind(q->facts, o) == LN_IRI ? 1U : 0U;
    }
  }
  return n;
}

static ln_view
name_of(ln_inquiry* const q, const uint32_t node)
{
  static const size_t most  = 4U;
  ln_bunch            terms = {0};
  size_t              first = 0U;
  const size_t        n     = ln_facts_about(q->facts, node, &first);
  if (ln_facts_first(q->facts, node, LN_TERM_LABEL) != LN_NO_FACT) {
    return ln_inquire_label(q, node);
  }
  for (size_t i = first; i < first + n; ++i) {
    const uint32_t o = ln_facts_at(q->facts, i)->o;
    if (ln_facts_first(q->facts, o, LN_TERM_LABEL) != LN_NO_FACT) {
      join(q, &terms, o);
    }
  }
  const ln_view name = terms.n > 0U ? ln_inquire_list(q, &terms, most) : ln_inquire_label(q, node);
  ln_bunch_clear(&terms);
  return name;
}

static void
look_at_required(ln_inquiry* const q, const uint32_t node)
{
  const ln_parameter* const property = ln_rule_parameter(q->rule, "property");
  ln_said_list              with     = {0};
  ln_inquire_open(q, node);
  ln_inquire_side(q, name_of(q, node));
  ln_inquire_node(q, node);
  show_claims(q, node);
  ln_inquire_ways(q, node, "with", &with);
  for (size_t i = 0U; i < with.n; ++i) {
    if (count_common(q, node, with.v[i].value) > 1U) {
      ln_inquire_side(
        q, ln_inquire_label(q, ln_facts_at(q->facts, ln_inquire_face(q, with.v[i].value))->o));
      ln_inquire_node(q, with.v[i].value);
    }
  }
  const uint32_t last    = property->ways[0].n > 0U ? property->ways[0].steps[0].predicate : node;
  const ln_word  words[] = {{"thing", name_of(q, node)}, {"property", ln_inquire_label(q, last)}};
  ln_inquire_close(q, q->rule->gravity, "{thing}: {property} is not told", words, 2U);
  ln_said_clear(&with);
}

void
ln_rule_required(ln_inquiry* const q)
{
  ln_bunch nodes = {0};
  ln_inquire_class(q, ln_rule_term(q->rule, "class"), &nodes);
  for (size_t i = 0U; i < nodes.n && q->status == LN_OK; ++i) {
    if (!has_any(q, nodes.v[i], "property") && !has_any(q, nodes.v[i], "unless")) {
      look_at_required(q, nodes.v[i]);
    }
  }
  ln_bunch_clear(&nodes);
}

/* ---- vague ---- */

static bool
is_vague_word(const ln_inquiry* const q, const uint32_t value)
{
  const ln_parameter* const p = ln_rule_parameter(q->rule, "words");
  for (size_t i = 0U; i < p->n; ++i) {
    if (p->ways[i].n > 0U && p->ways[i].steps[0].predicate == value) {
      return true;
    }
  }
  return false;
}

/* Whether something exact is said of the same two things. */
static bool
is_exact(const ln_inquiry* const q, const uint32_t who, const uint32_t thing)
{
  const uint32_t        by = ln_rule_term(q->rule, "by");
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, who, &n);
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const f     = ln_facts_at(q->facts, to[i]);
    const uint32_t       value = ln_inquire_object(q, f->s, ln_rule_term(q->rule, "value"));
    if (f->p == by && value != LN_NO_FACT && !is_vague_word(q, value) &&
        ln_facts_has(q->facts, f->s, ln_rule_term(q->rule, "thing"), thing)) {
      return true;
    }
  }
  return false;
}

static void
look_at_vague(ln_inquiry* const q, const uint32_t who)
{
  const uint32_t        by    = ln_rule_term(q->rule, "by");
  ln_bunch              named = {0};
  size_t                n     = 0U;
  const uint32_t* const to    = ln_facts_to(q->facts, who, &n);
  ln_inquire_open(q, who);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    const ln_fact* const f     = ln_facts_at(q->facts, to[i]);
    const uint32_t       thing = ln_inquire_object(q, f->s, ln_rule_term(q->rule, "thing"));
    const uint32_t       value = ln_inquire_object(q, f->s, ln_rule_term(q->rule, "value"));
    if (f->p == by && thing != LN_NO_FACT && value != LN_NO_FACT && is_vague_word(q, value) &&
        !is_exact(q, who, thing)) {
      join(q, &named, thing);
      ln_inquire_side(q, ln_inquire_label(q, thing));
      ln_inquire_node(q, f->s);
    }
  }
  const ln_word words[] = {{"things", ln_inquire_list(q, &named, 6U)},
                           {"n", ln_inquire_text(q, "%zu", named.n)}};
  if (named.n > 0U) {
    ln_inquire_close(
      q, q->rule->gravity, "{subject}: what the part in {things} was is not told", words, 2U);
  } else {
    ln_inquire_drop(q);
  }
  ln_bunch_clear(&named);
}

/* The different ends of a predicate, in order. */
static void
find_ends(ln_inquiry* const q, const uint32_t predicate, ln_bunch* const ends)
{
  size_t                n    = 0U;
  const uint32_t* const list = ln_facts_with(q->facts, predicate, &n);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    q->status = ln_bunch_add(ends, ln_facts_at(q->facts, list[i])->o);
  }
  ln_bunch_sort(ends);
}

void
ln_rule_vague(ln_inquiry* const q)
{
  ln_bunch who = {0};
  find_ends(q, ln_rule_term(q->rule, "by"), &who);
  for (size_t i = 0U; i < who.n && q->status == LN_OK; ++i) {
    look_at_vague(q, who.v[i]);
  }
  ln_bunch_clear(&who);
}

/* ---- uncited ---- */

static bool
names_references(const ln_inquiry* const q, const uint32_t source)
{
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, source, &n);
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const f = ln_facts_at(q->facts, to[i]);
    if (f->p == LN_TERM_SOURCE &&
        ln_facts_first(q->facts, f->s, LN_TERM_REFERENCES) != LN_NO_FACT) {
      return true;
    }
  }
  return false;
}

static void
look_at_passage(ln_inquiry* const q, const uint32_t source, const uint32_t locator)
{
  size_t                n    = 0U;
  size_t                bare = 0U;
  const uint32_t* const to   = ln_facts_to(q->facts, locator, &n);
  ln_inquire_open(q, source);
  ln_inquire_side(q, ln_facts_text(q->facts, locator));
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const f = ln_facts_at(q->facts, to[i]);
    if (f->p == LN_TERM_LOCATOR && ln_facts_has(q->facts, f->s, LN_TERM_SOURCE, source) &&
        ln_facts_first(q->facts, f->s, LN_TERM_REFERENCES) == LN_NO_FACT) {
      ln_inquire_citation(q, f->s);
      ++bare;
    }
  }
  const ln_word words[] = {{"passage", ln_facts_text(q->facts, locator)},
                           {"n", ln_inquire_text(q, "%zu", bare)}};
  if (bare > 0U) {
    ln_inquire_close(q,
                     q->rule->gravity,
                     "{n} quotations from \"{passage}\" of {subject} name no reference",
                     words,
                     2U);
  } else {
    ln_inquire_drop(q);
  }
}

void
ln_rule_uncited(ln_inquiry* const q)
{
  ln_bunch sources  = {0};
  ln_bunch locators = {0};
  find_ends(q, LN_TERM_SOURCE, &sources);
  find_ends(q, LN_TERM_LOCATOR, &locators);
  for (size_t s = 0U; s < sources.n && q->status == LN_OK; ++s) {
    const bool names = names_references(q, sources.v[s]);
    for (size_t i = 0U; i < locators.n && names && q->status == LN_OK; ++i) {
      look_at_passage(q, sources.v[s], locators.v[i]);
    }
  }
  ln_bunch_clear(&sources);
  ln_bunch_clear(&locators);
}
