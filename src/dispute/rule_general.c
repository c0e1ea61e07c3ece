/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `general`: a statement that somebody has worked for, or with, another, under which no common work
   is told; with `extent`, no common work of the kind that the statement names; with `value`, no
   common work in the part that it names. One finding for each person, since such statements come in
   lists. */

#include "dispute/inquiry.h"

#include <string.h>

typedef struct {
  ln_bunch common; ///< things that both had a part in
  ln_bunch parts;  ///< nodes that tell the part of the one who is asked about
} shared_work;

static void
clear_shared(shared_work* const s)
{
  ln_bunch_clear(&s->common);
  ln_bunch_clear(&s->parts);
}

static void
add(ln_inquiry* const q, ln_bunch* const numbers, const uint32_t number)
{
  q->status = ln_bunch_join(numbers, number) == LN_OK ? q->status : LN_NO_MEM;
}

/* The nodes that tell of somebody's parts, or the things they are in. */
static void
find_parts(ln_inquiry* const q, const uint32_t who, ln_bunch* const nodes, ln_bunch* const things)
{
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, who, &n);
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    const ln_fact* const f     = ln_facts_at(q->facts, to[i]);
    const uint32_t       thing = ln_inquire_object(q, f->s, ln_rule_term(q->rule, "thing"));
    if (f->p == ln_rule_term(q->rule, "by") && thing != LN_NO_FACT) {
      q->status = ln_bunch_add(nodes, f->s);
      q->status = q->status == LN_OK ? ln_bunch_add(things, thing) : q->status;
    }
  }
}

static void
find_shared(ln_inquiry* const q, const uint32_t who, const uint32_t other, shared_work* const s)
{
  ln_bunch nodes        = {0};
  ln_bunch things       = {0};
  ln_bunch other_nodes  = {0};
  ln_bunch other_things = {0};
  find_parts(q, who, &nodes, &things);
  find_parts(q, other, &other_nodes, &other_things);
  for (size_t i = 0U; i < things.n; ++i) {
    if (ln_bunch_have(&other_things, things.v[i])) {
      add(q, &s->common, things.v[i]);
      add(q, &s->parts, nodes.v[i]);
    }
  }
  ln_bunch_clear(&nodes);
  ln_bunch_clear(&things);
  ln_bunch_clear(&other_nodes);
  ln_bunch_clear(&other_things);
}

/* `type` is a way, and behind it the terms that may stand at its end. */
static bool
is_of_type(ln_inquiry* const q, const uint32_t thing)
{
  const ln_parameter* const p     = ln_rule_parameter(q->rule, "type");
  ln_said_list              types = {0};
  bool                      found = !p;
  if (p) {
    ln_inquire_walk(q, thing, &p->ways[0], &types);
  }
  for (size_t i = 1U; p && i < p->n; ++i) {
    for (size_t k = 0U; k < types.n && p->ways[i].n > 0U; ++k) {
      found = found || types.v[k].value == p->ways[i].steps[0].predicate;
    }
  }
  ln_said_clear(&types);
  return found;
}

/* Whether the claim says that it is about things of the kind of this rule. */
static bool
is_asked(ln_inquiry* const q, const uint32_t claim)
{
  const ln_parameter* const p    = ln_rule_parameter(q->rule, "extent");
  const ln_view             text = p ? ln_inquire_qualifier(q, claim, p->ways[0].text) : LN_V("");
  if (!p) {
    return true;
  }
  for (size_t i = 1U; i < p->n; ++i) {
    if (ln_inquire_contains(q, text, p->ways[i].text)) {
      return true;
    }
  }
  return false;
}

/* Whether what is shared is enough for the claim. */
static bool
is_backed(ln_inquiry* const q, const uint32_t claim, const shared_work* const s)
{
  const uint32_t value  = ln_rule_term(q->rule, "value");
  const uint32_t wanted = value == LN_NO_FACT ? LN_NO_FACT : ln_inquire_object(q, claim, value);
  bool           backed = false;
  for (size_t i = 0U; i < s->common.n; ++i) {
    backed = backed || is_of_type(q, s->common.v[i]);
  }
  if (value == LN_NO_FACT) {
    return backed;
  }
  /* Of somebody with whom nothing is shared at all another rule tells. */
  backed = wanted == LN_NO_FACT || s->parts.n == 0U;
  for (size_t i = 0U; i < s->parts.n; ++i) {
    backed = backed || ln_facts_has(q->facts, s->parts.v[i], value, wanted);
  }
  return backed;
}

static void
look_at(ln_inquiry* const q, const uint32_t who)
{
  ln_said_list list   = {0};
  ln_bunch     others = {0};
  ln_inquire_ways(q, who, "property", &list);
  ln_inquire_open(q, who);
  for (size_t i = 0U; i < list.n && q->status == LN_OK; ++i) {
    shared_work shared = {0};
    const bool  thing  = ln_facts_kind(q->facts, list.v[i].value) == LN_IRI;
    if (thing && is_asked(q, list.v[i].node)) {
      find_shared(q, who, list.v[i].value, &shared);
    }
    if (thing && is_asked(q, list.v[i].node) && !is_backed(q, list.v[i].node, &shared)) {
      const bool first = !ln_bunch_have(&others, list.v[i].value);
      add(q, &others, list.v[i].value);
      ln_inquire_side(q, ln_inquire_label(q, list.v[i].value));
      ln_inquire_node(q, list.v[i].node);
      for (size_t k = 0U; first && k < shared.parts.n; ++k) {
        const uint32_t work =
          ln_inquire_object(q, shared.parts.v[k], ln_rule_term(q->rule, "thing"));
        ln_inquire_side(q, ln_inquire_label(q, work));
        ln_inquire_node(q, shared.parts.v[k]);
      }
    }
    clear_shared(&shared);
  }
  const ln_word words[] = {{"others", ln_inquire_list(q, &others, 8U)}};
  if (others.n > 0U) {
    ln_inquire_close(
      q, q->rule->gravity, "{subject} and {others}: no common work is told", words, 1U);
  } else {
    ln_inquire_drop(q);
  }
  ln_bunch_clear(&others);
  ln_said_clear(&list);
}

void
ln_rule_general(ln_inquiry* const q)
{
  ln_bunch subjects = {0};
  ln_inquire_subjects(q, "property", &subjects);
  for (size_t s = 0U; s < subjects.n && q->status == LN_OK; ++s) {
    look_at(q, subjects.v[s]);
  }
  ln_bunch_clear(&subjects);
}
