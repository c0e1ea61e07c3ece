/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The questions that rules have in common. What a thing's property is said to be comes from two
   sides: the facts about the thing, and the claims about it, of which those that the editor has
   rejected are passed over. Cost: each question looks at the facts of one subject or object only.
 */

#include "dispute/inquiry.h"

#include "base/fold.h"
#include "base/memory.h"

typedef void (*rule_func)(ln_inquiry* q);

ln_status
ln_inquire(const ln_facts* const facts, const ln_rulebook* const book, ln_docket* const docket)
{
  static const rule_func kinds[] = {
#define LN_RULE_KIND(name, word, parameters) ln_rule_##name,
#include "dispute/rule_kinds.def"
#undef LN_RULE_KIND
  };
  ln_inquiry q = {.facts = facts, .book = book, .docket = docket};
  for (size_t i = 0U; q.status == LN_OK && i < book->n; ++i) {
    q.rule = &book->v[i];
    if (q.rule->kind < sizeof(kinds) / sizeof(kinds[0])) {
      kinds[q.rule->kind](&q);
    }
  }
  ln_docket_sort(docket);
  ln_text_clear(&q.a);
  ln_text_clear(&q.b);
  ln_dict_free(q.names);
  ln_bunch_clear(&q.named);
  return q.status;
}

void
ln_said_add(ln_inquiry* const q, ln_said_list* const list, const ln_said said)
{
  if (list->n == list->cap) {
    const size_t   cap = list->cap > 0U ? list->cap * 2U : 8U;
    ln_said* const v   = ln_realloc(list->v, cap, sizeof(ln_said));
    if (!v) {
      q->status = LN_NO_MEM;
      return;
    }
    list->v   = v;
    list->cap = cap;
  }
  list->v[list->n++] = said;
}

void
ln_said_clear(ln_said_list* const list)
{
  ln_free(list->v);
  *list = (ln_said_list){0};
}

uint32_t
ln_inquire_object(const ln_inquiry* const q, const uint32_t node, const uint32_t predicate)
{
  const uint32_t fact = ln_facts_first(q->facts, node, predicate);
  return fact == LN_NO_FACT ? LN_NO_FACT : ln_facts_at(q->facts, fact)->o;
}

static void
add_facts(ln_inquiry* const   q,
          const uint32_t      subject,
          const uint32_t      predicate,
          ln_said_list* const list)
{
  size_t       first = 0U;
  const size_t n     = ln_facts_about(q->facts, subject, &first);
  for (size_t i = first; i < first + n; ++i) {
    const ln_fact* const fact = ln_facts_at(q->facts, i);
    if (fact->p == predicate) {
      ln_said_add(q, list, (ln_said){fact->o, subject, (uint32_t)i});
    }
  }
}

static bool
is_claim_of(const ln_inquiry* const q, const uint32_t node, const uint32_t predicate)
{
  return ln_facts_has(q->facts, node, LN_TERM_PREDICATE, predicate) &&
         !ln_facts_has(q->facts, node, LN_TERM_RANK, LN_TERM_DEPRECATED);
}

/* A preferred claim is also asserted as a fact, from the same cell: that is one saying, the
 * claim's. */
static void
drop_asserted(const ln_inquiry* const q, ln_said_list* const list, const size_t from)
{
  size_t kept = from;
  for (size_t i = from; i < list->n; ++i) {
    const ln_fact* const x        = ln_facts_at(q->facts, list->v[i].fact);
    bool                 asserted = false;
    for (size_t k = i + 1U; k < list->n && x->p != LN_TERM_OBJECT; ++k) {
      const ln_fact* const y = ln_facts_at(q->facts, list->v[k].fact);
      asserted = asserted || (y->p == LN_TERM_OBJECT && y->o == x->o && y->row == x->row &&
                              y->source == x->source);
    }
    if (!asserted) {
      list->v[kept++] = list->v[i];
    }
  }
  list->n = kept;
}

void
ln_inquire_said(ln_inquiry* const   q,
                const uint32_t      subject,
                const uint32_t      predicate,
                ln_said_list* const list)
{
  size_t                n    = 0U;
  const uint32_t* const to   = ln_facts_to(q->facts, subject, &n);
  const size_t          from = list->n;
  add_facts(q, subject, predicate, list);
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const fact = ln_facts_at(q->facts, to[i]);
    if (fact->p == LN_TERM_SUBJECT && is_claim_of(q, fact->s, predicate)) {
      add_facts(q, fact->s, LN_TERM_OBJECT, list);
    }
  }
  drop_asserted(q, list, from);
}

static void
step_back(ln_inquiry* const   q,
          const uint32_t      node,
          const uint32_t      predicate,
          ln_said_list* const list)
{
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, node, &n);
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const fact = ln_facts_at(q->facts, to[i]);
    if (fact->p == predicate) {
      ln_said_add(q, list, (ln_said){fact->s, fact->s, to[i]});
    }
  }
}

static bool
is_cited(const ln_inquiry* const q, const uint32_t node)
{
  return ln_facts_first(q->facts, node, LN_TERM_CITATION) != LN_NO_FACT;
}

/* What cites nothing itself is backed by what led to it: the year of an edition by the entry. */
static void
inherit(const ln_inquiry* const q, ln_said_list* const list, const size_t from, const uint32_t node)
{
  for (size_t i = from; i < list->n && is_cited(q, node); ++i) {
    list->v[i].node = is_cited(q, list->v[i].node) ? list->v[i].node : node;
  }
}

void
ln_inquire_walk(ln_inquiry* const   q,
                const uint32_t      node,
                const ln_way* const way,
                ln_said_list* const list)
{
  ln_said_list here = {0};
  ln_said_add(q, &here, (ln_said){node, node, LN_NO_FACT});
  for (size_t s = 0U; s < way->n && q->status == LN_OK; ++s) {
    ln_said_list next = {0};
    for (size_t i = 0U; i < here.n; ++i) {
      const size_t from = next.n;
      if (way->steps[s].back) {
        step_back(q, here.v[i].value, way->steps[s].predicate, &next);
      } else {
        ln_inquire_said(q, here.v[i].value, way->steps[s].predicate, &next);
      }
      if (s > 0U) {
        inherit(q, &next, from, here.v[i].node);
      }
    }
    ln_said_clear(&here);
    here = next;
  }
  for (size_t i = 0U; way->n > 0U && i < here.n; ++i) {
    ln_said_add(q, list, here.v[i]);
  }
  ln_said_clear(&here);
}

void
ln_inquire_ways(ln_inquiry* const   q,
                const uint32_t      node,
                const char* const   parameter,
                ln_said_list* const list)
{
  const ln_parameter* const p = ln_rule_parameter(q->rule, parameter);
  for (size_t i = 0U; p && i < p->n; ++i) {
    ln_inquire_walk(q, node, &p->ways[i], list);
  }
}

static void
add_number(ln_inquiry* const q, ln_bunch* const numbers, const uint32_t number)
{
  if (ln_bunch_add(numbers, number) != LN_OK) {
    q->status = LN_NO_MEM;
  }
}

void
ln_inquire_class(ln_inquiry* const q, const uint32_t class_term, ln_bunch* const nodes)
{
  if (class_term == LN_NO_FACT) {
    for (size_t i = 0U; i < ln_facts_size(q->facts); ++i) {
      add_number(q, nodes, ln_facts_at(q->facts, i)->s);
    }
    ln_bunch_sort(nodes);
    return;
  }
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, class_term, &n);
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const fact = ln_facts_at(q->facts, to[i]);
    if (fact->p == LN_TERM_TYPE) {
      add_number(q, nodes, fact->s);
    }
  }
  ln_bunch_sort(nodes);
}

static void
add_subjects(ln_inquiry* const q, const uint32_t predicate, ln_bunch* const subjects)
{
  size_t          n    = 0U;
  const uint32_t* list = ln_facts_with(q->facts, predicate, &n);
  for (size_t i = 0U; i < n; ++i) {
    add_number(q, subjects, ln_facts_at(q->facts, list[i])->s);
  }
  list = ln_facts_to(q->facts, predicate, &n);
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const fact = ln_facts_at(q->facts, list[i]);
    const uint32_t       subject =
      fact->p == LN_TERM_PREDICATE ? ln_inquire_object(q, fact->s, LN_TERM_SUBJECT) : LN_NO_FACT;
    if (subject != LN_NO_FACT) {
      add_number(q, subjects, subject);
    }
  }
}

void
ln_inquire_subjects(ln_inquiry* const q, const char* const parameter, ln_bunch* const subjects)
{
  const ln_parameter* const p = ln_rule_parameter(q->rule, parameter);
  for (size_t i = 0U; p && i < p->n; ++i) {
    if (p->ways[i].n > 0U) {
      add_subjects(q, p->ways[i].steps[0].predicate, subjects);
    }
  }
  ln_bunch_sort(subjects);
}

void
ln_inquire_each(ln_inquiry* const q,
                void (*const look)(ln_inquiry* q, uint32_t subject, const ln_said_list* said))
{
  ln_bunch subjects = {0};
  ln_inquire_subjects(q, "property", &subjects);
  for (size_t s = 0U; s < subjects.n && q->status == LN_OK; ++s) {
    ln_said_list said = {0};
    ln_inquire_ways(q, subjects.v[s], "property", &said);
    look(q, subjects.v[s], &said);
    ln_said_clear(&said);
  }
  ln_bunch_clear(&subjects);
}

uint32_t
ln_inquire_face(const ln_inquiry* const q, const uint32_t node)
{
  static const uint32_t faces[] = {LN_TERM_OBJECT, LN_TERM_PART, LN_TERM_LABEL, LN_TERM_TYPE};
  size_t                first   = 0U;
  for (size_t i = 0U; i < sizeof(faces) / sizeof(faces[0]); ++i) {
    const uint32_t fact = ln_facts_first(q->facts, node, faces[i]);
    if (fact != LN_NO_FACT) {
      return fact;
    }
  }
  return ln_facts_about(q->facts, node, &first) > 0U ? (uint32_t)first : LN_NO_FACT;
}

ln_view
ln_inquire_qualifier(const ln_inquiry* const q, const uint32_t node, const ln_view name)
{
  const uint32_t text = ln_inquire_object(q, node, LN_TERM_QUALIFICATION);
  ln_view        rest = text == LN_NO_FACT ? LN_V("") : ln_facts_text(q->facts, text);
  if (name.n == 0U) {
    return rest;
  }
  while (rest.n > 0U) {
    const size_t  end    = ln_view_find(rest, ';');
    const ln_view part   = ln_view_trim(ln_view_first(rest, end));
    const size_t  equals = ln_view_find(part, '=');
    if (ln_view_equals(ln_view_trim(ln_view_first(part, equals)), name)) {
      return ln_view_trim(ln_view_from(part, equals + 1U));
    }
    rest = ln_view_from(rest, end + 1U);
  }
  return LN_V("");
}

uint32_t
ln_inquire_locator(const ln_inquiry* const q, const uint32_t node)
{
  const uint32_t citation = ln_inquire_object(q, node, LN_TERM_CITATION);
  return citation == LN_NO_FACT ? LN_NO_FACT : ln_inquire_object(q, citation, LN_TERM_LOCATOR);
}

/* Names are folded once, when the first one is asked for. */
static void
index_names(ln_inquiry* const q)
{
  size_t                n    = 0U;
  const uint32_t* const list = ln_facts_with(q->facts, LN_TERM_LABEL, &n);
  q->names                   = ln_dict_new();
  q->status                  = q->names ? q->status : LN_NO_MEM;
  for (size_t i = 0U; i < n && q->status == LN_OK; ++i) {
    const ln_fact* const fact   = ln_facts_at(q->facts, list[i]);
    uint32_t             number = 0U;
    bool                 added  = false;
    ln_text_reset(&q->a);
    q->status = ln_fold(ln_facts_text(q->facts, fact->o), &q->a);
    q->status =
      q->status == LN_OK ? ln_dict_add(q->names, ln_text_view(&q->a), &number, &added) : q->status;
    q->status = q->status == LN_OK && added ? ln_bunch_add(&q->named, fact->s) : q->status;
  }
}

uint32_t
ln_inquire_named(ln_inquiry* const q, const ln_view name)
{
  if (!q->names) {
    index_names(q);
  }
  ln_text_reset(&q->a);
  if (name.n == 0U || q->status != LN_OK || ln_fold(name, &q->a) != LN_OK) {
    return LN_NO_FACT;
  }
  const uint32_t number = ln_dict_find(q->names, ln_text_view(&q->a));
  if (number != LN_DICT_NONE) {
    return q->named.v[number];
  }
  const bool path = ln_view_find(name, '/') < name.n;
  for (uint32_t t = 0U; path && t < ln_facts_terms(q->facts); ++t) {
    const ln_view iri = ln_facts_text(q->facts, t);
    if (ln_facts_kind(q->facts, t) == LN_IRI && iri.n > name.n && ln_view_ends(iri, name) &&
        iri.s[iri.n - name.n - 1U] == '/') {
      return t;
    }
  }
  return LN_NO_FACT;
}

bool
ln_inquire_inside(ln_inquiry* const q,
                  const uint32_t    inner,
                  const uint32_t    outer,
                  const char* const parameter)
{
  enum { LEVELS = 8 };
  ln_bunch seen = {0};
  add_number(q, &seen, inner);
  size_t from = 0U;
  for (size_t level = 0U; level < LEVELS && !ln_bunch_have(&seen, outer); ++level) {
    const size_t to = seen.n;
    for (size_t i = from; i < to; ++i) {
      ln_said_list up = {0};
      ln_inquire_ways(q, seen.v[i], parameter, &up);
      for (size_t k = 0U; k < up.n; ++k) {
        if (ln_bunch_join(&seen, up.v[k].value) != LN_OK) {
          q->status = LN_NO_MEM;
        }
      }
      ln_said_clear(&up);
    }
    from = to;
  }
  const bool found = ln_bunch_have(&seen, outer);
  ln_bunch_clear(&seen);
  return found;
}

bool
ln_inquire_conflict(const ln_inquiry* const q, const uint32_t a, const uint32_t b)
{
  return ln_facts_has(q->facts, a, LN_TERM_CONFLICTS, b) ||
         ln_facts_has(q->facts, b, LN_TERM_CONFLICTS, a);
}
