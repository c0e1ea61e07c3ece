/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names, which never contradict each other. `short`: an alias that is the beginning or the end of
   the name, where quotations have it alone; `spelling`: an alias that is the name in other letters;
   `homonym`: one name for things that are not one. Quotations are looked through for each short
   name, as far as a number of steps allows; beyond it only those of the thing itself are. */

#include "dispute/inquiry.h"

#include "base/fold.h"
#include "base/memory.h"

#include <stdlib.h>

enum { STEPS_MOST = 2000000 };

static void
fold_to(ln_inquiry* const q, const ln_view text, ln_text* const out)
{
  ln_text_reset(out);
  q->status = q->status == LN_OK ? ln_fold(text, out) : q->status;
}

/* Whether the folded alias is the first or the last words of the folded name. */
static bool
is_short(ln_inquiry* const q, const ln_view name, const ln_view alias)
{
  ln_text a = {0};
  ln_text b = {0};
  fold_to(q, name, &a);
  fold_to(q, alias, &b);
  const bool begins = b.n > 1U && b.n < a.n && memcmp(a.s, b.s, b.n) == 0 && a.s[b.n] == ' ';
  const bool ends =
    b.n > 1U && b.n < a.n && memcmp(a.s + a.n - b.n, b.s, b.n) == 0 && a.s[a.n - b.n - 1U] == ' ';
  ln_text_clear(&a);
  ln_text_clear(&b);
  return begins || ends;
}

/* A side of the quotations that have the full name, or the alias without it. */
static size_t
show_quotes(ln_inquiry* const q, const ln_view name, const ln_view alias, const bool full)
{
  size_t                n     = 0U;
  size_t                shown = 0U;
  const uint32_t* const list  = ln_facts_with(q->facts, LN_TERM_QUOTE, &n);
  ln_inquire_side(q, full ? name : alias);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    const ln_fact* const f    = ln_facts_at(q->facts, list[i]);
    const ln_view        text = ln_facts_text(q->facts, f->o);
    const bool           has  = ln_inquire_contains(q, text, name);
    if (full ? has : !has && ln_inquire_contains(q, text, alias)) {
      ln_inquire_citation(q, f->s);
      ++shown;
    }
  }
  return shown;
}

static void
look_at_short(ln_inquiry* const q, const uint32_t node, const ln_view name, const ln_view alias)
{
  ln_inquire_open(q, node);
  (void)show_quotes(q, name, alias, true);
  const size_t  n       = show_quotes(q, name, alias, false);
  const ln_word words[] = {{"alias", alias}, {"n", ln_inquire_text(q, "%zu", n)}};
  if (n > 0U) {
    ln_inquire_close(
      q, q->rule->gravity, "{subject} is called {alias} as well, {n} times", words, 2U);
  } else {
    ln_inquire_drop(q);
  }
}

void
ln_rule_short(ln_inquiry* const q)
{
  size_t                n      = 0U;
  size_t                quotes = 0U;
  const uint32_t* const list   = ln_facts_with(q->facts, LN_TERM_OTHER_LABEL, &n);
  (void)ln_facts_with(q->facts, LN_TERM_QUOTE, &quotes);
  for (size_t i = 0U; i < n && q->status == LN_OK && n * quotes < STEPS_MOST; ++i) {
    const ln_fact* const f     = ln_facts_at(q->facts, list[i]);
    const uint32_t       label = ln_inquire_object(q, f->s, LN_TERM_LABEL);
    const ln_view        alias = ln_facts_text(q->facts, f->o);
    if (label != LN_NO_FACT && is_short(q, ln_facts_text(q->facts, label), alias)) {
      look_at_short(q, f->s, ln_facts_text(q->facts, label), alias);
    }
  }
}

/* ---- spelling ---- */

static bool
stands_in(const ln_view text, const ln_view word)
{
  for (size_t i = 0U; word.n > 0U && i + word.n <= text.n; ++i) {
    if (memcmp(text.s + i, word.s, word.n) == 0) {
      return true;
    }
  }
  return false;
}

/* The citations of a thing whose words have a spelling letter for letter; else its cell alone. */
static void
show_spelling(ln_inquiry* const q, const uint32_t fact)
{
  const ln_fact* const at    = ln_facts_at(q->facts, fact);
  const ln_view        word  = ln_facts_text(q->facts, at->o);
  size_t               first = 0U;
  size_t               shown = 0U;
  const size_t         n     = ln_facts_about(q->facts, at->s, &first);
  ln_docket* const     d     = q->docket;
  ln_inquire_side(q, word);
  for (size_t i = first; i <= first + n && q->status == LN_OK; ++i) {
    const bool           end = i == first + n;
    const ln_fact* const f   = end ? at : ln_facts_at(q->facts, i);
    const uint32_t       quote =
      f->p == LN_TERM_CITATION ? ln_inquire_object(q, f->o, LN_TERM_QUOTE) : LN_NO_FACT;
    const bool has = quote != LN_NO_FACT && stands_in(ln_facts_text(q->facts, quote), word);
    if (has || (end && shown == 0U)) {
      q->status = ln_docket_grow(d);
      if (q->status == LN_OK) {
        d->exhibits[d->n_exhibits++] = (ln_exhibit){fact, has ? f->o : LN_NO_FACT};
        ++d->sides[d->n_sides - 1U].n;
        ++shown;
      }
    }
  }
}

void
ln_rule_spelling(ln_inquiry* const q)
{
  size_t                n    = 0U;
  const uint32_t* const list = ln_facts_with(q->facts, LN_TERM_OTHER_LABEL, &n);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    const ln_fact* const f     = ln_facts_at(q->facts, list[i]);
    const uint32_t       label = ln_facts_first(q->facts, f->s, LN_TERM_LABEL);
    const ln_view        alias = ln_facts_text(q->facts, f->o);
    if (label == LN_NO_FACT) {
      continue;
    }
    const ln_view name = ln_facts_text(q->facts, ln_facts_at(q->facts, label)->o);
    if (!ln_view_equals(name, alias) && ln_inquire_same(q, name, alias)) {
      ln_inquire_open(q, f->s);
      show_spelling(q, label);
      show_spelling(q, list[i]);
      const ln_word words[] = {{"alias", alias}};
      ln_inquire_close(q, q->rule->gravity, "{subject} is also spelt {alias}", words, 1U);
    }
  }
}

/* ---- homonyms ---- */

typedef struct {
  ln_view  key;
  uint32_t node;
  uint32_t fact;
} named;

static int
compare(const void* const a, const void* const b)
{
  const named* const x     = a;
  const named* const y     = b;
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

/* Claims that have one of the things as subject and another as value. */
static void
show_links(ln_inquiry* const q, const named* const list, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    size_t                m  = 0U;
    const uint32_t* const to = ln_facts_to(q->facts, list[i].node, &m);
    for (size_t k = 0U; k < m; ++k) {
      const ln_fact* const f = ln_facts_at(q->facts, to[k]);
      for (size_t j = 0U; j < n && f->p == LN_TERM_SUBJECT; ++j) {
        if (ln_facts_has(q->facts, f->s, LN_TERM_OBJECT, list[j].node)) {
          ln_inquire_side(q, ln_inquire_label(q, ln_inquire_object(q, f->s, LN_TERM_PREDICATE)));
          ln_inquire_node(q, f->s);
        }
      }
    }
  }
}

static void
look_at_homonym(ln_inquiry* const q, const named* const list, const size_t n)
{
  ln_inquire_open(q, list[0].node);
  for (size_t i = 0U; i < n; ++i) {
    const uint32_t type = ln_inquire_object(q, list[i].node, LN_TERM_TYPE);
    const ln_view  kind = type == LN_NO_FACT ? LN_V("") : ln_inquire_label(q, type);
    const ln_view  iri  = ln_facts_text(q->facts, list[i].node);
    ln_inquire_side(q, ln_inquire_text(q, "%.*s: %.*s", (int)kind.n, kind.s, (int)iri.n, iri.s));
    ln_inquire_node(q, list[i].node);
  }
  show_links(q, list, n);
  const ln_word words[] = {{"n", ln_inquire_text(q, "%zu", n)}};
  ln_inquire_close(q, q->rule->gravity, "{n} things are called {subject}", words, 1U);
}

static bool
is_of_class(const ln_inquiry* const q, const uint32_t node)
{
  const ln_parameter* const p = ln_rule_parameter(q->rule, "class");
  for (size_t i = 0U; i < p->n; ++i) {
    if (p->ways[i].n > 0U &&
        ln_facts_has(q->facts, node, LN_TERM_TYPE, p->ways[i].steps[0].predicate)) {
      return true;
    }
  }
  return false;
}

static size_t
sort_names(ln_inquiry* const q, named* const list)
{
  size_t                n     = 0U;
  size_t                kept  = 0U;
  ln_text               text  = {0};
  const uint32_t* const facts = ln_facts_with(q->facts, LN_TERM_LABEL, &n);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    const ln_fact* const f = ln_facts_at(q->facts, facts[i]);
    fold_to(q, ln_facts_text(q->facts, f->o), &text);
    if (text.n > 0U && q->status == LN_OK && is_of_class(q, f->s)) {
      const ln_view key = ln_arena_copy(&q->docket->arena, ln_text_view(&text));
      q->status         = key.s ? q->status : LN_NO_MEM;
      list[kept++]      = (named){key, f->s, facts[i]};
    }
  }
  ln_text_clear(&text);
  if (kept > 0U) {
    qsort(list, kept, sizeof(named), compare);
  }
  return kept;
}

void
ln_rule_homonym(ln_inquiry* const q)
{
  size_t n = 0U;
  (void)ln_facts_with(q->facts, LN_TERM_LABEL, &n);
  named* const list = ln_alloc_zero(n + 1U, sizeof(named));
  q->status         = list ? q->status : LN_NO_MEM;
  const size_t kept = list ? sort_names(q, list) : 0U;
  for (size_t i = 0U; i < kept && q->status == LN_OK;) {
    size_t end = i + 1U;
    while (end < kept && ln_view_equals(list[i].key, list[end].key)) {
      ++end;
    }
    if (end - i > 1U && list[i].node != list[end - 1U].node) {
      look_at_homonym(q, list + i, end - i);
    }
    i = end;
  }
  ln_free(list);
}
