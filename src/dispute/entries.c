/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Entries of a list. An entry that several rows tell is one node; two nodes that agree in all that
   `distinct` names are one entry, too, so that nothing is counted twice. */

#include "dispute/entries.h"

#include "base/memory.h"
#include "dispute/accord.h"

static bool
leads_to(ln_inquiry* const q, const uint32_t node, const char* const parameter, const uint32_t to)
{
  ln_said_list list  = {0};
  bool         found = false;
  ln_inquire_ways(q, node, parameter, &list);
  for (size_t i = 0U; i < list.n; ++i) {
    found = found || list.v[i].value == to;
  }
  ln_said_clear(&list);
  return found;
}

/* `where` is a way and the term that stands at its end. */
static bool
qualifies(ln_inquiry* const q, const uint32_t node)
{
  const ln_parameter* const p     = ln_rule_parameter(q->rule, "where");
  ln_said_list              list  = {0};
  bool                      found = false;
  if (!p || p->n < 2U || p->ways[1].n == 0U) {
    return true;
  }
  ln_inquire_walk(q, node, &p->ways[0], &list);
  for (size_t i = 0U; i < list.n; ++i) {
    found = found || list.v[i].value == p->ways[1].steps[0].predicate;
  }
  ln_said_clear(&list);
  return found;
}

bool
ln_entries_share(ln_inquiry* const q,
                 const uint32_t    a,
                 const uint32_t    b,
                 const char* const parameter)
{
  ln_said_list x     = {0};
  ln_said_list y     = {0};
  bool         found = false;
  ln_inquire_ways(q, a, parameter, &x);
  ln_inquire_ways(q, b, parameter, &y);
  for (size_t i = 0U; i < x.n; ++i) {
    for (size_t k = 0U; k < y.n; ++k) {
      found = found || x.v[i].value == y.v[k].value;
    }
  }
  ln_said_clear(&x);
  ln_said_clear(&y);
  return found;
}

bool
ln_entries_lead(ln_inquiry* const q,
                const uint32_t    node,
                const char* const parameter,
                const ln_view     name)
{
  ln_said_list list  = {0};
  bool         found = false;
  ln_inquire_ways(q, node, parameter, &list);
  for (size_t i = 0U; i < list.n; ++i) {
    found = found || ln_inquire_same(q, ln_inquire_label(q, list.v[i].value), name);
  }
  ln_said_clear(&list);
  return found;
}

int64_t
ln_entries_value(const ln_inquiry* const q, const uint32_t term, const int64_t otherwise)
{
  const ln_view text   = ln_facts_text(q->facts, term);
  int64_t       number = 0;
  size_t        i      = 0U;
  for (; i < text.n && i < 15U && text.s[i] >= '0' && text.s[i] <= '9'; ++i) {
    number = (number * 10) + (text.s[i] - '0');
  }
  return i > 0U ? number : otherwise;
}

int64_t
ln_entries_number(ln_inquiry* const q,
                  const uint32_t    node,
                  const char* const parameter,
                  const int64_t     otherwise)
{
  ln_said_list list = {0};
  ln_inquire_ways(q, node, parameter, &list);
  const int64_t number = list.n > 0U ? ln_entries_value(q, list.v[0].value, otherwise) : otherwise;
  ln_said_clear(&list);
  return number;
}

/* Whether all ways of `distinct` lead both nodes to one value. */
static bool
is_copy(ln_inquiry* const q, const uint32_t a, const uint32_t b)
{
  const ln_parameter* const p = ln_rule_parameter(q->rule, "distinct");
  for (size_t i = 0U; p && i < p->n; ++i) {
    ln_said_list x    = {0};
    ln_said_list y    = {0};
    bool         same = false;
    ln_inquire_walk(q, a, &p->ways[i], &x);
    ln_inquire_walk(q, b, &p->ways[i], &y);
    for (size_t k = 0U; k < x.n; ++k) {
      for (size_t m = 0U; m < y.n; ++m) {
        same = same || x.v[k].value == y.v[m].value;
      }
    }
    ln_said_clear(&x);
    ln_said_clear(&y);
    if (!same) {
      return false;
    }
  }
  return p != NULL;
}

/* The nodes from which the ways of a parameter lead to a thing: its steps, walked from the end. */
static void
lead_back(ln_inquiry* const q,
          const uint32_t    thing,
          const char* const parameter,
          ln_bunch* const   nodes)
{
  enum { STEPS_MOST = 8 };
  const ln_parameter* const p = ln_rule_parameter(q->rule, parameter);
  for (size_t i = 0U; p && i < p->n; ++i) {
    const ln_way* const way = &p->ways[i];
    ln_step             steps[STEPS_MOST];
    ln_said_list        list = {0};
    for (size_t k = 0U; k < way->n && k < STEPS_MOST; ++k) {
      steps[k]      = way->steps[way->n - 1U - k];
      steps[k].back = !steps[k].back;
    }
    const ln_way back = {.text = way->text, .steps = steps, .n = way->n};
    ln_inquire_walk(q, thing, &back, &list);
    for (size_t k = 0U; k < list.n && q->status == LN_OK; ++k) {
      q->status = ln_bunch_add(nodes, list.v[k].value);
    }
    ln_said_clear(&list);
  }
}

void
ln_entries_find(ln_inquiry* const q, const uint32_t subject, ln_entries* const entries)
{
  ln_bunch       nodes      = {0};
  const uint32_t class_term = ln_rule_term(q->rule, "class");
  lead_back(q, subject, "of", &nodes);
  lead_back(q, subject, "possible", &nodes);
  ln_bunch_sort(&nodes);
  entries->v = ln_alloc_zero(nodes.n + 1U, sizeof(ln_entry_found));
  entries->n = 0U;
  q->status  = entries->v ? q->status : LN_NO_MEM;
  for (size_t i = 0U; i < nodes.n && q->status == LN_OK; ++i) {
    const uint32_t node = nodes.v[i];
    if (ln_facts_has(q->facts, node, LN_TERM_TYPE, class_term) && qualifies(q, node)) {
      ln_entry_found found = {node, leads_to(q, node, "of", subject), LN_NO_FACT};
      for (size_t k = 0U; k < entries->n && found.copy_of == LN_NO_FACT; ++k) {
        found.copy_of = is_copy(q, entries->v[k].node, node) ? entries->v[k].node : LN_NO_FACT;
      }
      entries->v[entries->n++] = found;
    }
  }
  ln_bunch_clear(&nodes);
}

void
ln_entries_clear(ln_entries* const entries)
{
  ln_free(entries->v);
  *entries = (ln_entries){0};
}
