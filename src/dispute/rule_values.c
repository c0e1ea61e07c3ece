/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One value where there can be only one: `values` looks at each thing that has something said of a
   property; with `per`, only claims of one qualification are compared, since a thing may have one
   value in each. `declared`: claims that the editor has set against each other, unless another
   finding holds both already. */

#include "base/memory.h"
#include "dispute/agreement.h"
#include "dispute/inquiry.h"

/* Values of one qualification, taken out of `from`; those that were taken are marked by no node. */
static void
take_alike(ln_inquiry* const q, ln_said_list* const from, const bool per, ln_said_list* const taken)
{
  ln_view first = {0};
  bool    begun = false;
  for (size_t i = 0U; i < from->n; ++i) {
    if (from->v[i].node == LN_NO_FACT) {
      continue;
    }
    const ln_view qualifier = per ? ln_inquire_qualifier(q, from->v[i].node, LN_V("")) : LN_V("");
    if (!begun || ln_inquire_same(q, first, qualifier)) {
      first = begun ? first : qualifier;
      begun = true;
      ln_said_add(q, taken, from->v[i]);
      from->v[i].node = LN_NO_FACT;
    }
  }
}

static void
look_at_values(ln_inquiry* const         q,
               const uint32_t            subject,
               const uint32_t            property,
               const ln_said_list* const list)
{
  size_t* const groups = ln_alloc_zero(list->n + 1U, sizeof(size_t));
  if (!groups) {
    q->status = LN_NO_MEM;
    return;
  }
  const size_t n = ln_agree_groups(q, list, groups);
  if (n > 1U) {
    ln_inquire_open(q, subject);
    ln_agree_sides(q, list, groups, n);
    ln_bunch values = {0};
    for (size_t i = 0U; i < list->n; ++i) {
      bool first = true;
      for (size_t k = 0U; k < i; ++k) {
        first = first && groups[k] != groups[i];
      }
      if (first && ln_bunch_add(&values, list->v[i].value) != LN_OK) {
        q->status = LN_NO_MEM;
      }
    }
    const ln_word words[] = {{"property", ln_inquire_label(q, property)},
                             {"values", ln_inquire_list(q, &values, 6U)}};
    ln_inquire_close(q,
                     q->rule->gravity,
                     "{subject} can have one {property}, and is given several: {values}",
                     words,
                     sizeof(words) / sizeof(words[0]));
    ln_bunch_clear(&values);
  }
  ln_free(groups);
}

static void
look_at_subject(ln_inquiry* const q, const uint32_t subject, const uint32_t property)
{
  const bool   per  = ln_rule_parameter(q->rule, "per") != NULL;
  ln_said_list list = {0};
  ln_inquire_said(q, subject, property, &list);
  for (bool more = list.n > 1U; more && q->status == LN_OK;) {
    ln_said_list taken = {0};
    take_alike(q, &list, per, &taken);
    more = taken.n > 0U;
    if (taken.n > 1U) {
      look_at_values(q, subject, property, &taken);
    }
    ln_said_clear(&taken);
  }
  ln_said_clear(&list);
}

void
ln_rule_values(ln_inquiry* const q)
{
  const ln_parameter* const p        = ln_rule_parameter(q->rule, "property");
  ln_bunch                  subjects = {0};
  ln_inquire_subjects(q, "property", &subjects);
  for (size_t i = 0U; i < subjects.n && q->status == LN_OK; ++i) {
    for (size_t k = 0U; k < p->n; ++k) {
      if (p->ways[k].n > 0U) {
        look_at_subject(q, subjects.v[i], p->ways[k].steps[0].predicate);
      }
    }
  }
  ln_bunch_clear(&subjects);
}

/* Whether one of the exhibits of a finding stands for a node, or cites what it cites. */
static bool
shows(const ln_inquiry* const q, const ln_dispute* const dispute, const uint32_t node)
{
  for (size_t s = dispute->first; s < dispute->first + dispute->n; ++s) {
    const ln_side* const side = &q->docket->sides[s];
    for (size_t e = side->first; e < side->first + side->n; ++e) {
      const ln_exhibit* const exhibit = &q->docket->exhibits[e];
      if (ln_facts_at(q->facts, exhibit->fact)->s == node ||
          (exhibit->citation != LN_NO_FACT &&
           ln_facts_has(q->facts, node, LN_TERM_CITATION, exhibit->citation))) {
        return true;
      }
    }
  }
  return false;
}

static bool
is_known(const ln_inquiry* const q, const uint32_t a, const uint32_t b)
{
  for (size_t i = 0U; i < q->docket->n; ++i) {
    const ln_dispute* const d = &q->docket->disputes[i];
    if (d->gravity == q->rule->gravity && shows(q, d, a) && shows(q, d, b)) {
      return true;
    }
  }
  return false;
}

void
ln_rule_declared(ln_inquiry* const q)
{
  size_t                n    = 0U;
  const uint32_t* const list = ln_facts_with(q->facts, LN_TERM_CONFLICTS, &n);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    const uint32_t a       = ln_facts_at(q->facts, list[i])->s;
    const uint32_t b       = ln_facts_at(q->facts, list[i])->o;
    const bool     twice   = ln_facts_has(q->facts, b, LN_TERM_CONFLICTS, a) && b < a;
    const uint32_t a_value = ln_inquire_object(q, a, LN_TERM_OBJECT);
    const uint32_t b_value = ln_inquire_object(q, b, LN_TERM_OBJECT);
    if (twice || a_value == LN_NO_FACT || b_value == LN_NO_FACT || is_known(q, a, b)) {
      continue;
    }
    ln_inquire_open(q, ln_inquire_object(q, a, LN_TERM_SUBJECT));
    ln_inquire_side(q, ln_inquire_label(q, a_value));
    ln_inquire_node(q, a);
    ln_inquire_side(q, ln_inquire_label(q, b_value));
    ln_inquire_node(q, b);
    const ln_word words[] = {{"a", ln_inquire_label(q, a_value)},
                             {"b", ln_inquire_label(q, b_value)}};
    ln_inquire_close(
      q,
      q->rule->gravity,
      "The editor has set two claims about {subject} against each other: {a}, and {b}",
      words,
      2U);
  }
}
