/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Numbers that are stated of a thing, for a group and within a scope, which stand in the
   qualification of claims. `parts`: what is stated of all must be the sum of what is stated of each
   group, and parts that exclude each other must not exceed the whole. `count`: a stated number
   against the entries that are told one by one. `umbrella`: one word for two groups, one of which
   bears the name of the other. Nothing is concluded from entries that only may belong to the scope.
 */

#include "dispute/accord.h"
#include "dispute/entries.h"
#include "dispute/inquiry.h"

typedef struct {
  ln_view  group;
  ln_view  scope;
  int64_t  value;
  uint32_t node;
  bool     whole;
} stated;

enum { STATED_MOST = 64 };

typedef struct {
  stated v[STATED_MOST];
  size_t n;
} stated_list;

static void
read_stated(ln_inquiry* const q, const uint32_t subject, stated_list* const list)
{
  ln_said_list said = {0};
  ln_inquire_ways(q, subject, "property", &said);
  list->n = 0U;
  for (size_t i = 0U; i < said.n && list->n < STATED_MOST; ++i) {
    const ln_view group = ln_inquire_qualifier(q, said.v[i].node, ln_rule_word(q->rule, "group"));
    const ln_view scope = ln_inquire_qualifier(q, said.v[i].node, ln_rule_word(q->rule, "scope"));
    const int64_t value = ln_entries_value(q, said.v[i].value, -1);
    if (value >= 0 && group.n > 0U) {
      const bool whole = scope.n == 0U || ln_inquire_same(q, scope, ln_rule_word(q->rule, "whole"));
      list->v[list->n++] = (stated){group, scope, value, said.v[i].node, whole};
    }
  }
  ln_said_clear(&said);
}

static ln_view
word_stated(ln_inquiry* const q, const stated* const s)
{
  return ln_inquire_text(q,
                         "%lld (%.*s%s%.*s)",
                         (long long)s->value,
                         (int)s->group.n,
                         s->group.s,
                         s->scope.n > 0U ? ", " : "",
                         (int)s->scope.n,
                         s->scope.s ? s->scope.s : "");
}

static void
show_stated(ln_inquiry* const q, const stated* const s)
{
  ln_inquire_side(q, word_stated(q, s));
  ln_inquire_node(q, s->node);
}

/* Two parts that the editor has set against each other, and the whole that they exceed. */
static void
look_at_parts(ln_inquiry* const        q,
              const uint32_t           subject,
              const stated_list* const list,
              const size_t             a,
              const size_t             b)
{
  const stated* const x     = &list->v[a];
  const stated* const y     = &list->v[b];
  int64_t             whole = -1;
  for (size_t i = 0U; i < list->n; ++i) {
    const stated* const w = &list->v[i];
    whole =
      w->whole && ln_inquire_same(q, w->group, x->group) && w->value > whole ? w->value : whole;
  }
  if (whole < 0 || x->value + y->value <= whole) {
    return;
  }
  ln_inquire_open(q, subject);
  show_stated(q, x);
  show_stated(q, y);
  for (size_t i = 0U; i < list->n; ++i) {
    if (list->v[i].whole && ln_inquire_same(q, list->v[i].group, x->group)) {
      show_stated(q, &list->v[i]);
    }
  }
  const ln_word words[] = {{"group", x->group},
                           {"a", word_stated(q, x)},
                           {"b", word_stated(q, y)},
                           {"whole", ln_inquire_text(q, "%lld", (long long)whole)}};
  ln_inquire_close(q,
                   q->rule->gravity,
                   "{subject}: {a} and {b} exclude each other, and are more than all, {whole}",
                   words,
                   sizeof(words) / sizeof(words[0]));
}

/* The number of the whole group of this name that makes up what is missing to `sum`; -1: none. */
static int64_t
whole_of(ln_inquiry* const q, const stated_list* const list, const ln_view group)
{
  for (size_t i = 0U; i < list->n; ++i) {
    if (list->v[i].whole && ln_inquire_same(q, list->v[i].group, group)) {
      return list->v[i].value;
    }
  }
  return -1;
}

/* A group written A+B against what is stated of A and of B. */
static void
look_at_sum(ln_inquiry* const        q,
            const uint32_t           subject,
            const stated_list* const list,
            const stated* const      all)
{
  int64_t sum = 0;
  for (ln_view rest = all->group; rest.n > 0U;) {
    const size_t  plus = ln_view_find(rest, '+');
    const int64_t part = whole_of(q, list, ln_view_trim(ln_view_first(rest, plus)));
    if (part < 0) {
      return;
    }
    sum += part;
    rest = ln_view_from(rest, plus + 1U);
  }
  if (sum == all->value) {
    return;
  }
  ln_inquire_open(q, subject);
  show_stated(q, all);
  for (size_t i = 0U; i < list->n; ++i) {
    const bool alone = ln_view_find(list->v[i].group, '+') == list->v[i].group.n;
    if (alone && list->v[i].whole && ln_inquire_contains(q, all->group, list->v[i].group)) {
      show_stated(q, &list->v[i]);
    }
  }
  const ln_word words[] = {{"group", all->group},
                           {"a", word_stated(q, all)},
                           {"b", ln_inquire_text(q, "%lld", (long long)sum)},
                           {"whole", ln_inquire_text(q, "%lld", (long long)all->value)}};
  ln_inquire_close(q,
                   LN_CONTRADICTION,
                   "{subject}: {a} is stated, and its parts add up to {b}",
                   words,
                   sizeof(words) / sizeof(words[0]));
}

void
ln_rule_parts(ln_inquiry* const q)
{
  ln_bunch    subjects = {0};
  stated_list list;
  ln_inquire_subjects(q, "property", &subjects);
  for (size_t s = 0U; s < subjects.n && q->status == LN_OK; ++s) {
    read_stated(q, subjects.v[s], &list);
    for (size_t a = 0U; a < list.n; ++a) {
      for (size_t b = a + 1U; b < list.n; ++b) {
        if (!list.v[a].whole && !list.v[b].whole &&
            ln_inquire_same(q, list.v[a].group, list.v[b].group) &&
            ln_inquire_conflict(q, list.v[a].node, list.v[b].node)) {
          look_at_parts(q, subjects.v[s], &list, a, b);
        }
      }
      if (list.v[a].whole && ln_view_find(list.v[a].group, '+') < list.v[a].group.n) {
        look_at_sum(q, subjects.v[s], &list, &list.v[a]);
      }
    }
  }
  ln_bunch_clear(&subjects);
}

/* ---- counting ---- */

/* Whether some word of `words` that is not one of `but` stands in a text. */
static bool
has_word(ln_inquiry* const q, const ln_view text, const ln_view words, const ln_view but)
{
  for (ln_view rest = words; rest.n > 0U;) {
    const size_t  blank = ln_view_find(rest, ' ');
    const ln_view word  = ln_view_first(rest, blank);
    if (word.n > 2U && !ln_inquire_contains(q, but, word) && ln_inquire_contains(q, text, word)) {
      return true;
    }
    rest = ln_view_from(rest, blank + 1U);
  }
  return false;
}

typedef enum { OUTSIDE, PERHAPS, INSIDE } scope_place;

/* Where an entry stands to the scope of a number: a scope is told from another by its own words
   only if the two exclude each other. */
static scope_place
place_in_scope(ln_inquiry* const        q,
               const stated_list* const list,
               const stated* const      s,
               const uint32_t           entry)
{
  ln_said_list labels = {0};
  scope_place  place  = PERHAPS;
  if (s->whole) {
    return INSIDE;
  }
  ln_inquire_ways(q, entry, "label", &labels);
  for (size_t i = 0U; i < list->n; ++i) {
    const stated* const other = &list->v[i];
    for (size_t k = 0U; k < labels.n && ln_inquire_conflict(q, s->node, other->node); ++k) {
      const ln_view label = ln_inquire_label(q, labels.v[k].value);
      place               = has_word(q, label, s->scope, other->scope) ? INSIDE : place;
      place               = has_word(q, label, other->scope, s->scope) ? OUTSIDE : place;
    }
  }
  ln_said_clear(&labels);
  return place;
}

/* Whether an entry is of a group, or of one of the groups of A+B. */
static bool
is_of_group(ln_inquiry* const q, const uint32_t entry, const ln_view group)
{
  for (ln_view rest = group; rest.n > 0U;) {
    const size_t plus = ln_view_find(rest, '+');
    if (ln_entries_lead(q, entry, "name", ln_view_trim(ln_view_first(rest, plus)))) {
      return true;
    }
    rest = ln_view_from(rest, plus + 1U);
  }
  return false;
}

static ln_view
word_entry(ln_inquiry* const q, const uint32_t entry)
{
  ln_said_list list  = {0};
  ln_bunch     terms = {0};
  ln_inquire_ways(q, entry, "name", &list);
  ln_inquire_ways(q, entry, "distinct", &list);
  for (size_t i = 0U; i < list.n; ++i) {
    q->status = ln_bunch_join(&terms, list.v[i].value) == LN_OK ? q->status : LN_NO_MEM;
  }
  const ln_view words = ln_inquire_list(q, &terms, 6U);
  ln_bunch_clear(&terms);
  ln_said_clear(&list);
  return words;
}

static void
close_count(ln_inquiry* const q, const stated* const s, const size_t least, const size_t most)
{
  const bool       more    = (int64_t)least > s->value;
  const ln_word    words[] = {{"stated", word_stated(q, s)},
                              {"group", s->group},
                              {"n", ln_inquire_text(q, "%zu", more ? least : most)}};
  const ln_gravity gravity = more ? q->rule->gravity : LN_INCOMPLETE;
  ln_inquire_close(q,
                   gravity,
                   more ? "{subject}: {stated} is stated; told one by one: {n}"
                        : "{subject}: {stated} is stated; told one by one: only {n}",
                   words,
                   sizeof(words) / sizeof(words[0]));
}

/* All that state the same number of the same. */
static void
show_alike(ln_inquiry* const q, const stated_list* const list, const stated* const s)
{
  ln_inquire_side(q, word_stated(q, s));
  for (size_t i = 0U; i < list->n; ++i) {
    const stated* const t = &list->v[i];
    if (t->value == s->value && ln_inquire_same(q, t->group, s->group) &&
        ln_inquire_same(q, t->scope, s->scope)) {
      ln_inquire_node(q, t->node);
    }
  }
}

static void
look_at_count(ln_inquiry* const        q,
              const uint32_t           subject,
              const stated_list* const list,
              const stated* const      s)
{
  ln_entries entries = {0};
  size_t     least   = 0U;
  size_t     most    = 0U;
  ln_entries_find(q, subject, &entries);
  ln_inquire_open(q, subject);
  show_alike(q, list, s);
  for (size_t i = 0U; i < entries.n && q->status == LN_OK; ++i) {
    const ln_entry_found* const e = &entries.v[i];
    const scope_place           place =
      is_of_group(q, e->node, s->group) ? place_in_scope(q, list, s, e->node) : OUTSIDE;
    if (place != OUTSIDE) {
      ln_inquire_side(q, word_entry(q, e->node));
      ln_inquire_node(q, e->node);
      least += place == INSIDE && e->certain && e->copy_of == LN_NO_FACT ? 1U : 0U;
      most += e->copy_of == LN_NO_FACT ? 1U : 0U;
    }
  }
  if ((int64_t)least > s->value || ((int64_t)most < s->value && most > 0U)) {
    close_count(q, s, least, most);
  } else {
    ln_inquire_drop(q);
  }
  ln_entries_clear(&entries);
}

void
ln_rule_count(ln_inquiry* const q)
{
  ln_bunch    subjects = {0};
  stated_list list;
  ln_inquire_subjects(q, "property", &subjects);
  for (size_t s = 0U; s < subjects.n && q->status == LN_OK; ++s) {
    read_stated(q, subjects.v[s], &list);
    for (size_t i = 0U; i < list.n && q->status == LN_OK; ++i) {
      bool first = true;
      for (size_t k = 0U; k < i; ++k) {
        first = first && !(list.v[k].value == list.v[i].value &&
                           ln_inquire_same(q, list.v[k].group, list.v[i].group) &&
                           ln_inquire_same(q, list.v[k].scope, list.v[i].scope));
      }
      if (first) {
        look_at_count(q, subjects.v[s], &list, &list.v[i]);
      }
    }
  }
  ln_bunch_clear(&subjects);
}

/* ---- one name for two groups ---- */

static void
look_at_umbrella(ln_inquiry* const        q,
                 const uint32_t           subject,
                 const stated_list* const list,
                 const stated* const      all)
{
  const size_t  plus  = ln_view_find(all->group, '+');
  const ln_view first = ln_view_trim(ln_view_first(all->group, plus));
  const ln_view rest  = ln_view_trim(ln_view_from(all->group, plus + 1U));
  if (rest.n == 0U ||
      (!ln_inquire_contains(q, rest, first) && !ln_inquire_contains(q, first, rest))) {
    return;
  }
  const ln_view name  = ln_inquire_contains(q, rest, first) ? first : rest;
  size_t        alone = 0U;
  ln_inquire_open(q, subject);
  ln_inquire_side(q, all->group);
  ln_inquire_node(q, all->node);
  for (size_t i = 0U; i < list->n; ++i) {
    if (ln_inquire_same(q, list->v[i].group, name)) {
      if (alone++ == 0U) {
        ln_inquire_side(q, name);
      }
      ln_inquire_node(q, list->v[i].node);
    }
  }
  const ln_word words[] = {{"name", name}, {"group", all->group}};
  if (alone > 0U) {
    ln_inquire_close(
      q, q->rule->gravity, "{name} is used for {group} together, and for {name} alone", words, 2U);
  } else {
    ln_inquire_drop(q);
  }
}

void
ln_rule_umbrella(ln_inquiry* const q)
{
  ln_bunch    subjects = {0};
  stated_list list;
  ln_inquire_subjects(q, "property", &subjects);
  for (size_t s = 0U; s < subjects.n && q->status == LN_OK; ++s) {
    read_stated(q, subjects.v[s], &list);
    for (size_t i = 0U; i < list.n; ++i) {
      look_at_umbrella(q, subjects.v[s], &list, &list.v[i]);
    }
  }
  ln_bunch_clear(&subjects);
}
