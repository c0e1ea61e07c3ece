/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `key`: things of one key have one value; where the key is not whole, a thing is its own key.
   `beside`: things that share one property and differ in others are shown side by side. Things are
   sorted by a text made of the labels of their key, so that alike ones stand together; cost n log
   n. */

#include "base/memory.h"
#include "base/text.h"
#include "dispute/agreement.h"
#include "dispute/inquiry.h"

#include <stdlib.h>

typedef struct {
  ln_view  key;
  uint32_t node;
} keyed;

static int
compare(const void* const a, const void* const b)
{
  const keyed* const x     = a;
  const keyed* const y     = b;
  const size_t       n     = x->key.n < y->key.n ? x->key.n : y->key.n;
  const int          order = n > 0U ? memcmp(x->key.s, y->key.s, n) : 0;
  if (order != 0) {
    return order;
  }
  if (x->key.n != y->key.n) {
    return x->key.n < y->key.n ? -1 : 1;
  }
  return (x->node > y->node) - (x->node < y->node);
}

/* The objects of each way of a parameter, sorted, as numbers in a text; false if a way leads
   nowhere. */
static bool
make_key(ln_inquiry* const q, const uint32_t node, const char* const parameter, ln_text* const out)
{
  const ln_parameter* const p     = ln_rule_parameter(q->rule, parameter);
  bool                      whole = true;
  for (size_t i = 0U; i < p->n && q->status == LN_OK; ++i) {
    ln_said_list list   = {0};
    ln_bunch     values = {0};
    ln_inquire_walk(q, node, &p->ways[i], &list);
    for (size_t k = 0U; k < list.n; ++k) {
      q->status = ln_bunch_add(&values, list.v[k].value) == LN_OK ? q->status : LN_NO_MEM;
    }
    ln_bunch_sort(&values);
    whole = whole && values.n > 0U;
    for (size_t k = 0U; k < values.n && q->status == LN_OK; ++k) {
      q->status = ln_text_format(out, "%u ", (unsigned)values.v[k]);
    }
    q->status = q->status == LN_OK ? ln_text_add_byte(out, '/') : q->status;
    ln_bunch_clear(&values);
    ln_said_clear(&list);
  }
  return whole;
}

/* Sorted by key; to be given back with ln_free. Things whose key is not whole are left out, or are
   their own key. */
static keyed*
sort_class(ln_inquiry* const q, const char* const parameter, const bool alone, size_t* const n)
{
  ln_bunch nodes = {0};
  ln_text  text  = {0};
  ln_inquire_class(q, ln_rule_term(q->rule, "class"), &nodes);
  keyed* const list = ln_alloc_zero(nodes.n + 1U, sizeof(keyed));
  q->status         = list ? q->status : LN_NO_MEM;
  *n                = 0U;
  for (size_t i = 0U; i < nodes.n && q->status == LN_OK; ++i) {
    ln_text_reset(&text);
    const bool whole = make_key(q, nodes.v[i], parameter, &text);
    if (!whole && alone) {
      ln_text_reset(&text);
      q->status = ln_text_format(&text, "=%u", (unsigned)nodes.v[i]);
    }
    if (whole || alone) {
      const ln_view key =
        q->status == LN_OK ? ln_arena_copy(&q->docket->arena, ln_text_view(&text)) : LN_V("");
      q->status    = key.s ? q->status : LN_NO_MEM;
      list[(*n)++] = (keyed){key, nodes.v[i]};
    }
  }
  ln_bunch_clear(&nodes);
  ln_text_clear(&text);
  if (*n > 0U) {
    qsort(list, *n, sizeof(keyed), compare);
  }
  return list;
}

/* What is said of nodes that share a key, besides their values: mentions that give none. */
static void
show_mentions(ln_inquiry* const q, const keyed* const from, const size_t n)
{
  const size_t first = q->opened_exhibit;
  const size_t end   = q->docket->n_exhibits;
  bool         begun = false;
  for (size_t i = 0U; i < n; ++i) {
    size_t       at    = 0U;
    const size_t count = ln_facts_about(q->facts, from[i].node, &at);
    for (size_t f = at; f < at + count && q->status == LN_OK; ++f) {
      const ln_fact* const fact  = ln_facts_at(q->facts, f);
      bool                 known = fact->p != LN_TERM_CITATION;
      for (size_t e = first; e < end && !known; ++e) {
        known = q->docket->exhibits[e].citation == fact->o;
      }
      if (!known && !begun) {
        ln_inquire_side(q, LN_V("said without it"));
        begun = true;
      }
      if (!known) {
        ln_docket* const d = q->docket;
        q->status          = ln_docket_grow(d);
        if (q->status == LN_OK) {
          d->exhibits[d->n_exhibits++] = (ln_exhibit){ln_inquire_face(q, from[i].node), fact->o};
          ++d->sides[d->n_sides - 1U].n;
        }
      }
    }
  }
}

static void
look_at_key(ln_inquiry* const q, const keyed* const from, const size_t n)
{
  ln_said_list values = {0};
  for (size_t i = 0U; i < n; ++i) {
    ln_inquire_ways(q, from[i].node, "value", &values);
  }
  size_t* const groups = ln_alloc_zero(values.n + 1U, sizeof(size_t));
  q->status            = groups ? q->status : LN_NO_MEM;
  const size_t found   = groups ? ln_agree_groups(q, &values, groups) : 0U;
  if (found > 1U) {
    ln_bunch     names = {0};
    ln_said_list key   = {0};
    ln_bunch     parts = {0};
    ln_inquire_open(q, from[0].node);
    ln_agree_sides(q, &values, groups, found);
    show_mentions(q, from, n);
    ln_inquire_ways(q, from[0].node, "key", &key);
    for (size_t i = 0U; i < key.n; ++i) {
      q->status = ln_bunch_join(&parts, key.v[i].value) == LN_OK ? q->status : LN_NO_MEM;
    }
    for (size_t i = 0U; i < values.n; ++i) {
      q->status = ln_bunch_join(&names, values.v[i].value) == LN_OK ? q->status : LN_NO_MEM;
    }
    const ln_word words[] = {{"key", ln_inquire_list(q, &parts, 6U)},
                             {"values", ln_inquire_list(q, &names, 6U)}};
    ln_inquire_close(
      q, q->rule->gravity, "What is one by {key} is given several values: {values}", words, 2U);
    ln_bunch_clear(&parts);
    ln_bunch_clear(&names);
    ln_said_clear(&key);
  }
  ln_free(groups);
  ln_said_clear(&values);
}

void
ln_rule_key(ln_inquiry* const q)
{
  size_t       n    = 0U;
  keyed* const list = sort_class(q, "key", true, &n);
  for (size_t i = 0U; list && i < n && q->status == LN_OK;) {
    size_t end = i + 1U;
    while (end < n && ln_view_equals(list[i].key, list[end].key)) {
      ++end;
    }
    look_at_key(q, list + i, end - i);
    i = end;
  }
  ln_free(list);
}

/* A few words that tell a thing from others: the labels of what it differs in. */
static ln_view
describe(ln_inquiry* const q, const uint32_t node)
{
  ln_said_list list  = {0};
  ln_bunch     terms = {0};
  ln_inquire_ways(q, node, "differ", &list);
  for (size_t i = 0U; i < list.n; ++i) {
    q->status = ln_bunch_join(&terms, list.v[i].value) == LN_OK ? q->status : LN_NO_MEM;
  }
  const ln_view words = ln_inquire_list(q, &terms, 8U);
  ln_bunch_clear(&terms);
  ln_said_clear(&list);
  return words;
}

static void
look_beside(ln_inquiry* const q, const keyed* const from, const size_t n)
{
  ln_text first = {0};
  ln_text other = {0};
  bool    same  = true;
  (void)make_key(q, from[0].node, "differ", &first);
  for (size_t i = 1U; i < n; ++i) {
    ln_text_reset(&other);
    (void)make_key(q, from[i].node, "differ", &other);
    same = same && ln_view_equals(ln_text_view(&first), ln_text_view(&other));
  }
  ln_text_clear(&first);
  ln_text_clear(&other);
  if (same || q->status != LN_OK) {
    return;
  }
  ln_said_list shared = {0};
  ln_inquire_ways(q, from[0].node, "same", &shared);
  ln_inquire_open(q, shared.n > 0U ? shared.v[0].value : LN_NO_FACT);
  for (size_t i = 0U; i < n; ++i) {
    ln_inquire_side(q, describe(q, from[i].node));
    ln_inquire_node(q, from[i].node);
  }
  const ln_word words[] = {{"n", ln_inquire_text(q, "%zu", n)}};
  ln_inquire_close(q,
                   q->rule->gravity,
                   "{subject} has {n} entries that differ; all of them can be true",
                   words,
                   1U);
  ln_said_clear(&shared);
}

void
ln_rule_beside(ln_inquiry* const q)
{
  size_t       n    = 0U;
  keyed* const list = sort_class(q, "same", false, &n);
  for (size_t i = 0U; list && i < n && q->status == LN_OK;) {
    size_t end = i + 1U;
    while (end < n && ln_view_equals(list[i].key, list[end].key)) {
      ++end;
    }
    if (end - i > 1U) {
      look_beside(q, list + i, end - i);
    }
    i = end;
  }
  ln_free(list);
}
