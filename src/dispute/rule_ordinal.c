/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `ordinal`: a thing that is said to be the n-th of its kind has n - 1 before it. The number is the
   value of the property, and the thing stands in a qualifier (`thing`); or the thing is the value
   and the number a parameter (`n`). Entries of one year are not before each other. */

#include "dispute/accord.h"
#include "dispute/entries.h"
#include "dispute/inquiry.h"

typedef struct {
  const ln_said* said;
  uint32_t       subject;
  uint32_t       thing;
  int64_t        n;
  int64_t        at;
} ordinal;

/* Earlier entries, each once; those that are copies are shown with it. */
static size_t
show_earlier(ln_inquiry* const q, const ordinal* const o, const ln_entries* const entries)
{
  size_t earlier = 0U;
  for (size_t i = 0U; i < entries->n && q->status == LN_OK; ++i) {
    const uint32_t node = entries->v[i].node;
    if (node == o->thing || !ln_entries_share(q, node, o->thing, "same")) {
      continue;
    }
    const int64_t at = ln_entries_number(q, node, "order", INT64_MAX);
    if (at < o->at) {
      earlier += entries->v[i].copy_of == LN_NO_FACT ? 1U : 0U;
      ln_inquire_side(q, ln_inquire_text(q, "earlier: %lld", (long long)at));
      ln_inquire_node(q, node);
    }
  }
  return earlier;
}

static void
look_at(ln_inquiry* const q, const ordinal* const o)
{
  ln_entries entries = {0};
  ln_entries_find(q, o->subject, &entries);
  ln_inquire_open(q, o->subject);
  ln_inquire_side(q, ln_inquire_text(q, "number %lld: %lld", (long long)o->n, (long long)o->at));
  ln_inquire_node(q, o->said->node);
  const size_t     earlier = show_earlier(q, o, &entries);
  const bool       more    = (int64_t)earlier > o->n - 1;
  const bool       wrong   = more || (int64_t)earlier < o->n - 1;
  const ln_word    words[] = {{"n", ln_inquire_text(q, "%lld", (long long)o->n)},
                              {"at", ln_inquire_text(q, "%lld", (long long)o->at)},
                              {"earlier", ln_inquire_text(q, "%zu", earlier)}};
  const ln_gravity gravity = more ? q->rule->gravity : LN_INCOMPLETE;
  ln_entries_clear(&entries);
  if (wrong) {
    ln_inquire_close(
      q,
      gravity,
      more ? "{subject}: what is called number {n}, in {at}, has {earlier} before it"
           : "{subject}: what is called number {n}, in {at}, has only {earlier} told before it",
      words,
      sizeof(words) / sizeof(words[0]));
  } else {
    ln_inquire_drop(q);
  }
}

static void
look_at_all(ln_inquiry* const q, const uint32_t subject, const ln_said_list* const said)
{
  const ln_view thing = ln_rule_word(q->rule, "thing");
  for (size_t i = 0U; i < said->n && q->status == LN_OK; ++i) {
    ordinal o = {.said = &said->v[i], .subject = subject};
    o.thing   = thing.n > 0U ? ln_inquire_named(q, ln_inquire_qualifier(q, said->v[i].node, thing))
                             : said->v[i].value;
    o.n = thing.n > 0U ? ln_entries_value(q, said->v[i].value, 0) : ln_rule_number(q->rule, "n", 1);
    o.at = o.thing == LN_NO_FACT ? INT64_MAX : ln_entries_number(q, o.thing, "order", INT64_MAX);
    if (o.at != INT64_MAX && o.n > 0) {
      look_at(q, &o);
    }
  }
}

void
ln_rule_ordinal(ln_inquiry* const q)
{
  ln_inquire_each(q, look_at_all);
}
