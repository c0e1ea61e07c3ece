/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `sets`: a property that may have several values is told as different sets in different passages;
   with `within`, only claims whose qualification has that word are looked at, each value of it by
   itself; with `across`, sets are told apart by that word instead of the passage. `siblings`: two
   values that are parts of one whole, where one course of things would have had one of them. */

#include "dispute/inquiry.h"

#include "base/memory.h"
#include "dispute/agreement.h"

#include <stdlib.h>

typedef struct {
  uint32_t property;
  ln_view  passage; ///< the locator, or the word that `across` names
  ln_view  within;
  ln_said  said;
} member;

typedef struct {
  member* v;
  size_t  n;
} members;

/* One saying as a member of its set; false if the rule does not look at it. */
static bool
make_member(ln_inquiry* const    q,
            const uint32_t       subject,
            const uint32_t       property,
            const ln_said* const said,
            member* const        m)
{
  const ln_view  within  = ln_rule_word(q->rule, "within");
  const ln_view  across  = ln_rule_word(q->rule, "across");
  const uint32_t locator = ln_inquire_locator(q, said->node);
  const ln_view  told    = locator == LN_NO_FACT ? LN_V("") : ln_facts_text(q->facts, locator);
  m->property            = property;
  m->passage             = across.n > 0U ? ln_inquire_qualifier(q, said->node, across) : told;
  m->within              = within.n > 0U ? ln_inquire_qualifier(q, said->node, within) : LN_V("");
  m->said                = *said;
  return said->node != subject && (within.n == 0U || m->within.n > 0U) &&
         (across.n == 0U || m->passage.n > 0U);
}

static void
find_members(ln_inquiry* const q, const uint32_t subject, members* const m)
{
  const ln_parameter* const p = ln_rule_parameter(q->rule, "property");
  m->n                        = 0U;
  m->v                        = NULL;
  for (size_t i = 0U; i < p->n && q->status == LN_OK; ++i) {
    ln_said_list list = {0};
    ln_inquire_walk(q, subject, &p->ways[i], &list);
    member* const v = ln_realloc(m->v, m->n + list.n + 1U, sizeof(member));
    q->status       = v ? q->status : LN_NO_MEM;
    m->v            = v ? v : m->v;
    for (size_t k = 0U; k < list.n && v; ++k) {
      const uint32_t property = p->ways[i].steps[0].predicate;
      m->n += make_member(q, subject, property, &list.v[k], &v[m->n]) ? 1U : 0U;
    }
    ln_said_clear(&list);
  }
}

static bool
same_set(const member* const a, const member* const b)
{
  return a->property == b->property && ln_view_equals(a->passage, b->passage);
}

/* Whether everything that one set has is in the other. */
static bool
is_covered(ln_inquiry* const    q,
           const members* const m,
           const member* const  set,
           const member* const  by)
{
  for (size_t i = 0U; i < m->n; ++i) {
    bool found = !same_set(&m->v[i], set) || !ln_view_equals(m->v[i].within, set->within);
    for (size_t k = 0U; k < m->n && !found; ++k) {
      found = same_set(&m->v[k], by) && ln_view_equals(m->v[k].within, set->within) &&
              ln_agree(q, m->v[i].said.value, m->v[k].said.value);
    }
    if (!found) {
      return false;
    }
  }
  return true;
}

static bool
is_first_of_set(const members* const m, const size_t i)
{
  for (size_t k = 0U; k < i; ++k) {
    if (same_set(&m->v[k], &m->v[i]) && ln_view_equals(m->v[k].within, m->v[i].within)) {
      return false;
    }
  }
  return true;
}

static bool
differ(ln_inquiry* const q, const members* const m, const ln_view within)
{
  for (size_t i = 0U; i < m->n; ++i) {
    for (size_t k = 0U; k < i; ++k) {
      const bool both = ln_view_equals(m->v[i].within, within) &&
                        ln_view_equals(m->v[k].within, within) && !same_set(&m->v[i], &m->v[k]);
      if (both &&
          (!is_covered(q, m, &m->v[i], &m->v[k]) || !is_covered(q, m, &m->v[k], &m->v[i]))) {
        return true;
      }
    }
  }
  return false;
}

static void
show_set(ln_inquiry* const q, const members* const m, const size_t at)
{
  ln_bunch values = {0};
  for (size_t i = at; i < m->n; ++i) {
    if (same_set(&m->v[i], &m->v[at]) && ln_view_equals(m->v[i].within, m->v[at].within)) {
      q->status = ln_bunch_join(&values, m->v[i].said.value) == LN_OK ? q->status : LN_NO_MEM;
    }
  }
  const ln_view list  = ln_inquire_list(q, &values, 8U);
  const ln_view where = m->v[at].passage;
  ln_inquire_side(q,
                  ln_inquire_text(q,
                                  "%.*s%s%.*s",
                                  (int)where.n,
                                  where.s ? where.s : "",
                                  where.n > 0U ? ": " : "",
                                  (int)list.n,
                                  list.s));
  for (size_t i = at; i < m->n; ++i) {
    if (same_set(&m->v[i], &m->v[at]) && ln_view_equals(m->v[i].within, m->v[at].within)) {
      ln_inquire_node(q, m->v[i].said.node);
    }
  }
  ln_bunch_clear(&values);
}

/* What else has to do with it; with `within`, only what has its name. */
static void
show_also(ln_inquiry* const q, const uint32_t subject, const ln_view within)
{
  ln_said_list list = {0};
  ln_inquire_ways(q, subject, "also", &list);
  for (size_t i = 0U; i < list.n && q->status == LN_OK; ++i) {
    const ln_view label = ln_inquire_label(q, list.v[i].value);
    if (within.n == 0U || ln_inquire_same(q, label, within)) {
      ln_inquire_side(q, label);
      ln_inquire_show(q, &list.v[i]);
    }
  }
  ln_said_clear(&list);
}

static void
look_at_set(ln_inquiry* const q, const uint32_t subject, const members* const m, const size_t at)
{
  const ln_view within = m->v[at].within;
  for (size_t k = 0U; k < at; ++k) {
    if (ln_view_equals(m->v[k].within, within)) {
      return;
    }
  }
  if (!differ(q, m, within)) {
    return;
  }
  ln_inquire_open(q, subject);
  for (size_t i = at; i < m->n && q->status == LN_OK; ++i) {
    if (ln_view_equals(m->v[i].within, within) && is_first_of_set(m, i)) {
      show_set(q, m, i);
    }
  }
  show_also(q, subject, within);
  const ln_word words[] = {{"property", ln_inquire_label(q, m->v[at].property)},
                           {"within", within}};
  ln_inquire_close(q,
                   q->rule->gravity,
                   "{subject}: {property} is told differently in different places",
                   words,
                   2U);
}

void
ln_rule_sets(ln_inquiry* const q)
{
  const uint32_t class_term = ln_rule_term(q->rule, "class");
  ln_bunch       subjects   = {0};
  ln_inquire_subjects(q, "property", &subjects);
  for (size_t s = 0U; s < subjects.n && q->status == LN_OK; ++s) {
    members m = {0};
    if (class_term == LN_NO_FACT ||
        ln_facts_has(q->facts, subjects.v[s], LN_TERM_TYPE, class_term)) {
      find_members(q, subjects.v[s], &m);
    }
    for (size_t i = 0U; i < m.n && q->status == LN_OK; ++i) {
      look_at_set(q, subjects.v[s], &m, i);
    }
    ln_free(m.v);
  }
  ln_bunch_clear(&subjects);
}

/* ---- siblings ---- */

static bool
are_siblings(ln_inquiry* const q, const uint32_t a, const uint32_t b)
{
  ln_said_list x     = {0};
  ln_said_list y     = {0};
  bool         found = false;
  ln_inquire_ways(q, a, "parent", &x);
  ln_inquire_ways(q, b, "parent", &y);
  for (size_t i = 0U; i < x.n; ++i) {
    for (size_t k = 0U; k < y.n; ++k) {
      found = found || (x.v[i].value == y.v[k].value && x.v[i].value != a && x.v[i].value != b);
    }
  }
  ln_said_clear(&x);
  ln_said_clear(&y);
  return found && !ln_inquire_inside(q, a, b, "parent") && !ln_inquire_inside(q, b, a, "parent");
}

static void
show_sibling(ln_inquiry* const q, const ln_said_list* const list, const uint32_t value)
{
  ln_said_list parents = {0};
  ln_inquire_side(q, ln_inquire_label(q, value));
  for (size_t i = 0U; i < list->n; ++i) {
    if (list->v[i].value == value) {
      ln_inquire_show(q, &list->v[i]);
    }
  }
  ln_inquire_ways(q, value, "parent", &parents);
  for (size_t i = 0U; i < parents.n; ++i) {
    ln_inquire_show(q, &parents.v[i]);
  }
  ln_said_clear(&parents);
}

static void
look_at_siblings(ln_inquiry* const q, const uint32_t subject, const ln_said_list* const list)
{
  for (size_t i = 0U; i < list->n; ++i) {
    for (size_t k = i + 1U; k < list->n && q->status == LN_OK; ++k) {
      const uint32_t a     = list->v[i].value;
      const uint32_t b     = list->v[k].value;
      bool           first = a != b;
      for (size_t j = 0U; j < k; ++j) {
        first = first && !((j < i && list->v[j].value == a) || (j != i && list->v[j].value == b));
      }
      if (first && are_siblings(q, a, b)) {
        ln_inquire_open(q, subject);
        show_sibling(q, list, a);
        show_sibling(q, list, b);
        const ln_word words[] = {{"a", ln_inquire_label(q, a)}, {"b", ln_inquire_label(q, b)}};
        ln_inquire_close(
          q, q->rule->gravity, "{subject}: {a} and {b} are parts of one whole", words, 2U);
      }
    }
  }
}

void
ln_rule_siblings(ln_inquiry* const q)
{
  ln_inquire_each(q, look_at_siblings);
}
