/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Parts that somebody had, side by side; never a contradiction. `roles`: in one thing or its family
   (the album of a track, the film of a soundtrack), as told in different passages or of different
   members; `places`: at one place, by claims and credits; `words`: one member of a family is told
   by words that mean something else than what is told of the others. */

#include "dispute/inquiry.h"

#include "base/memory.h"

#include <stdlib.h>

/* One telling of a part: which family, which member of it, in which passage. */
typedef struct {
  uint32_t root;
  uint32_t thing;
  uint32_t locator;
  uint32_t value;
  uint32_t node;
} telling;

typedef struct {
  telling* v;
  size_t   n;
  size_t   cap;
} tellings;

static void
add_telling(ln_inquiry* const q, tellings* const list, const telling t)
{
  if (list->n == list->cap) {
    const size_t   cap = list->cap > 0U ? list->cap * 2U : 16U;
    telling* const v   = ln_realloc(list->v, cap, sizeof(telling));
    if (!v) {
      q->status = LN_NO_MEM;
      return;
    }
    list->v   = v;
    list->cap = cap;
  }
  list->v[list->n++] = t;
}

static int
compare_numbers(const uint32_t a, const uint32_t b)
{
  return (a > b) - (a < b);
}

static int
compare(const void* const a, const void* const b)
{
  const telling* const x     = a;
  const telling* const y     = b;
  int                  order = compare_numbers(x->root, y->root);
  order                      = order != 0 ? order : compare_numbers(x->thing, y->thing);
  order                      = order != 0 ? order : compare_numbers(x->locator, y->locator);
  order                      = order != 0 ? order : compare_numbers(x->value, y->value);
  return order != 0 ? order : compare_numbers(x->node, y->node);
}

/* The thing at the top of a family. */
static uint32_t
root_of(ln_inquiry* const q, const uint32_t thing)
{
  enum { LEVELS = 8 };
  uint32_t root = thing;
  bool     more = true;
  for (size_t i = 0U; i < LEVELS && more; ++i) {
    ln_said_list up = {0};
    ln_inquire_ways(q, root, "family", &up);
    more = up.n > 0U && up.v[0].value != root;
    root = more ? up.v[0].value : root;
    ln_said_clear(&up);
  }
  return root;
}

static bool
is_excepted(const ln_inquiry* const q, const uint32_t value)
{
  const ln_parameter* const p = ln_rule_parameter(q->rule, "except");
  for (size_t i = 0U; p && i < p->n; ++i) {
    if (p->ways[i].n > 0U && p->ways[i].steps[0].predicate == value) {
      return true;
    }
  }
  return false;
}

/* A node once for each passage that it is cited from. */
static void
add_node(ln_inquiry* const q, tellings* const list, telling t)
{
  size_t       first = 0U;
  size_t       cited = 0U;
  const size_t n     = ln_facts_about(q->facts, t.node, &first);
  for (size_t i = first; i < first + n; ++i) {
    const ln_fact* const f = ln_facts_at(q->facts, i);
    if (f->p == LN_TERM_CITATION) {
      t.locator = ln_inquire_object(q, f->o, LN_TERM_LOCATOR);
      add_telling(q, list, t);
      ++cited;
    }
  }
  if (cited == 0U) {
    add_telling(q, list, t);
  }
}

/* All that somebody is told to have had a part in. */
static void
find_tellings(ln_inquiry* const q, const uint32_t who, tellings* const list)
{
  const uint32_t        by = ln_rule_term(q->rule, "by");
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, who, &n);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    const ln_fact* const f     = ln_facts_at(q->facts, to[i]);
    const uint32_t       thing = ln_inquire_object(q, f->s, ln_rule_term(q->rule, "thing"));
    const uint32_t       value = ln_inquire_object(q, f->s, ln_rule_term(q->rule, "value"));
    if (f->p == by && thing != LN_NO_FACT && value != LN_NO_FACT && !is_excepted(q, value)) {
      add_node(q, list, (telling){root_of(q, thing), thing, LN_NO_FACT, value, f->s});
    }
  }
  if (list->n > 0U) {
    qsort(list->v, list->n, sizeof(telling), compare);
  }
}

static bool
same_group(const telling* const a, const telling* const b)
{
  return a->root == b->root && a->thing == b->thing && a->locator == b->locator;
}

/* The different values of the group that begins at `at`; its end is returned. */
static size_t
values_of(ln_inquiry* const q, const tellings* const list, const size_t at, ln_bunch* const values)
{
  size_t end = at;
  while (end < list->n && same_group(&list->v[at], &list->v[end])) {
    q->status = ln_bunch_join(values, list->v[end].value) == LN_OK ? q->status : LN_NO_MEM;
    ++end;
  }
  ln_bunch_sort(values);
  return end;
}

static void
look_at_family(ln_inquiry* const     q,
               const uint32_t        who,
               const tellings* const list,
               const size_t          from,
               const size_t          to)
{
  ln_bunch first  = {0};
  bool     differ = false;
  ln_inquire_open(q, who);
  for (size_t i = from; i < to && q->status == LN_OK;) {
    ln_bunch      values = {0};
    const size_t  end    = values_of(q, list, i, &values);
    const ln_view where =
      list->v[i].locator == LN_NO_FACT ? LN_V("") : ln_facts_text(q->facts, list->v[i].locator);
    const ln_view name  = ln_inquire_label(q, list->v[i].thing);
    const ln_view words = ln_inquire_list(q, &values, 8U);
    ln_inquire_side(q,
                    ln_inquire_text(q,
                                    "%.*s%s%.*s: %.*s",
                                    (int)name.n,
                                    name.s,
                                    where.n > 0U ? ", " : "",
                                    (int)where.n,
                                    where.s ? where.s : "",
                                    (int)words.n,
                                    words.s));
    for (size_t k = i; k < end; ++k) {
      ln_inquire_node(q, list->v[k].node);
    }
    differ = differ || (i > from && !ln_bunch_equal(&first, &values));
    if (i == from) {
      ln_bunch_clear(&first);
      first = values;
    } else {
      ln_bunch_clear(&values);
    }
    i = end;
  }
  const ln_word words[] = {{"thing", ln_inquire_label(q, list->v[from].root)}};
  if (differ) {
    ln_inquire_close(q,
                     q->rule->gravity,
                     "{subject} has different parts in {thing} in different places",
                     words,
                     1U);
  } else {
    ln_inquire_drop(q);
  }
  ln_bunch_clear(&first);
}

static void
find_who(ln_inquiry* const q, ln_bunch* const who)
{
  size_t                n    = 0U;
  const uint32_t* const list = ln_facts_with(q->facts, ln_rule_term(q->rule, "by"), &n);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    q->status = ln_bunch_add(who, ln_facts_at(q->facts, list[i])->o);
  }
  ln_bunch_sort(who);
}

void
ln_rule_roles(ln_inquiry* const q)
{
  ln_bunch who = {0};
  find_who(q, &who);
  for (size_t w = 0U; w < who.n && q->status == LN_OK; ++w) {
    tellings list = {0};
    find_tellings(q, who.v[w], &list);
    for (size_t i = 0U; i < list.n;) {
      size_t end = i;
      while (end < list.n && list.v[end].root == list.v[i].root) {
        ++end;
      }
      if (end - i > 1U) {
        look_at_family(q, who.v[w], &list, i, end);
      }
      i = end;
    }
    ln_free(list.v);
  }
  ln_bunch_clear(&who);
}

/* ---- words ---- */

static bool
has_words(ln_inquiry* const q, const uint32_t node)
{
  const ln_parameter* const p     = ln_rule_parameter(q->rule, "words");
  const uint32_t            text  = ln_inquire_object(q, node, ln_rule_term(q->rule, "extent"));
  bool                      found = false;
  for (size_t i = 0U; text != LN_NO_FACT && i < p->n; ++i) {
    found = found || ln_inquire_contains(q, ln_facts_text(q->facts, text), p->ways[i].text);
  }
  return found;
}

/* Whether a telling is just what the words mean, so that they are right: it has the value and
   nothing that narrows it. */
static bool
is_meant(const ln_inquiry* const q, const telling* const t)
{
  const ln_parameter* const p = ln_rule_parameter(q->rule, "unless");
  for (size_t i = 0U; p && i < p->n; ++i) {
    const bool same = p->ways[i].n > 0U && p->ways[i].steps[0].predicate == t->value;
    if (same && ln_inquire_object(q, t->node, ln_rule_term(q->rule, "extent")) == LN_NO_FACT &&
        ln_inquire_object(q, t->node, ln_rule_term(q->rule, "narrow")) == LN_NO_FACT) {
      return true;
    }
  }
  return false;
}

/* A family of which some is told by the words, and some otherwise. */
static size_t
show_family(ln_inquiry* const     q,
            const tellings* const list,
            const size_t          from,
            const size_t          to,
            ln_bunch* const       roots)
{
  size_t worded = 0U;
  size_t other  = 0U;
  for (size_t i = from; i < to; ++i) {
    if (is_meant(q, &list->v[i])) {
      return 0U;
    }
    if (has_words(q, list->v[i].node)) {
      ++worded;
    } else {
      ++other;
    }
  }
  if (worded == 0U || other == 0U) {
    return 0U;
  }
  q->status = ln_bunch_join(roots, list->v[from].root) == LN_OK ? q->status : LN_NO_MEM;
  for (size_t i = from; i < to && q->status == LN_OK; ++i) {
    const telling* const t    = &list->v[i];
    const ln_view        name = ln_inquire_label(q, t->thing);
    const ln_view        what = ln_inquire_label(q, t->value);
    const uint32_t       text = ln_inquire_object(q, t->node, ln_rule_term(q->rule, "extent"));
    const ln_view        told = text == LN_NO_FACT ? what : ln_facts_text(q->facts, text);
    ln_inquire_side(q, ln_inquire_text(q, "%.*s: %.*s", (int)name.n, name.s, (int)told.n, told.s));
    ln_inquire_node(q, t->node);
  }
  return worded;
}

void
ln_rule_words(ln_inquiry* const q)
{
  ln_bunch who = {0};
  find_who(q, &who);
  for (size_t w = 0U; w < who.n && q->status == LN_OK; ++w) {
    tellings list  = {0};
    ln_bunch roots = {0};
    size_t   n     = 0U;
    find_tellings(q, who.v[w], &list);
    ln_inquire_open(q, who.v[w]);
    for (size_t i = 0U; i < list.n && q->status == LN_OK;) {
      size_t end = i;
      while (end < list.n && list.v[end].root == list.v[i].root) {
        ++end;
      }
      n += show_family(q, &list, i, end, &roots);
      i = end;
    }
    const ln_word words[] = {{"things", ln_inquire_list(q, &roots, 6U)},
                             {"words", ln_rule_word(q->rule, "words")}};
    if (n > 0U) {
      ln_inquire_close(
        q,
        q->rule->gravity,
        "{subject}: what is called {words} of {things} is told as something else, too",
        words,
        2U);
    } else {
      ln_inquire_drop(q);
    }
    ln_bunch_clear(&roots);
    ln_free(list.v);
  }
  ln_bunch_clear(&who);
}

/* ---- places ---- */

/* The town of a house: one step along `place`, if that leads to something of another class. */
static uint32_t
place_of(ln_inquiry* const q, const uint32_t thing)
{
  ln_said_list up = {0};
  ln_inquire_ways(q, thing, "place", &up);
  const uint32_t to = up.n > 0U ? up.v[0].value : LN_NO_FACT;
  ln_said_clear(&up);
  const bool same = to != LN_NO_FACT && ln_inquire_object(q, to, LN_TERM_TYPE) ==
                                          ln_inquire_object(q, thing, LN_TERM_TYPE);
  return to == LN_NO_FACT || same ? thing : to;
}

/* Where a claim holds: the place of its value, or what a qualifier names. */
static uint32_t
place_of_claim(ln_inquiry* const q, const ln_said* const said)
{
  const ln_parameter* const at = ln_rule_parameter(q->rule, "at");
  for (size_t i = 0U; i < at->n; ++i) {
    const uint32_t named =
      ln_inquire_named(q, ln_inquire_qualifier(q, said->node, at->ways[i].text));
    if (named != LN_NO_FACT) {
      return place_of(q, named);
    }
  }
  const bool     thing = ln_facts_kind(q->facts, said->value) == LN_IRI;
  const uint32_t to    = thing ? place_of(q, said->value) : LN_NO_FACT;
  return to == said->value ? LN_NO_FACT : to;
}

static void
find_placed(ln_inquiry* const q, const uint32_t who, tellings* const list)
{
  const uint32_t value = ln_rule_term(q->rule, "value");
  ln_said_list   said  = {0};
  ln_inquire_ways(q, who, "property", &said);
  for (size_t i = 0U; i < said.n && q->status == LN_OK; ++i) {
    const uint32_t part  = ln_inquire_object(q, said.v[i].node, value);
    const uint32_t place = part == LN_NO_FACT ? LN_NO_FACT : place_of_claim(q, &said.v[i]);
    if (place != LN_NO_FACT) {
      add_telling(q, list, (telling){place, part, 0U, part, said.v[i].node});
    }
  }
  ln_said_clear(&said);
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, who, &n);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    const ln_fact* const f     = ln_facts_at(q->facts, to[i]);
    const uint32_t       part  = ln_inquire_object(q, f->s, value);
    const uint32_t       place = ln_inquire_object(q, f->s, ln_rule_term(q->rule, "place"));
    if (f->p == ln_rule_term(q->rule, "by") && part != LN_NO_FACT && place != LN_NO_FACT) {
      add_telling(q, list, (telling){place_of(q, place), part, 0U, part, f->s});
    }
  }
  if (list->n > 0U) {
    qsort(list->v, list->n, sizeof(telling), compare);
  }
}

static void
look_at_place(ln_inquiry* const     q,
              const uint32_t        who,
              const tellings* const list,
              const size_t          from,
              const size_t          to)
{
  ln_bunch parts = {0};
  ln_inquire_open(q, who);
  for (size_t i = from; i < to && q->status == LN_OK; ++i) {
    if (!ln_bunch_have(&parts, list->v[i].value)) {
      q->status = ln_bunch_add(&parts, list->v[i].value);
      ln_inquire_side(q, ln_inquire_label(q, list->v[i].value));
    }
    ln_inquire_node(q, list->v[i].node);
  }
  const ln_word words[] = {{"place", ln_inquire_label(q, list->v[from].root)},
                           {"parts", ln_inquire_list(q, &parts, 8U)}};
  if (parts.n > 1U) {
    ln_inquire_close(
      q, q->rule->gravity, "{subject} is given different parts in {place}: {parts}", words, 2U);
  } else {
    ln_inquire_drop(q);
  }
  ln_bunch_clear(&parts);
}

void
ln_rule_places(ln_inquiry* const q)
{
  ln_bunch who = {0};
  ln_inquire_subjects(q, "property", &who);
  for (size_t w = 0U; w < who.n && q->status == LN_OK; ++w) {
    tellings list = {0};
    find_placed(q, who.v[w], &list);
    for (size_t i = 0U; i < list.n;) {
      size_t end = i;
      while (end < list.n && list.v[end].root == list.v[i].root) {
        ++end;
      }
      look_at_place(q, who.v[w], &list, i, end);
      i = end;
    }
    ln_free(list.v);
  }
  ln_bunch_clear(&who);
}
