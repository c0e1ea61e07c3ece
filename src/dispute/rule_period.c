/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Claims that hold for a time. `overlap`: two properties of one thing that are said for times which
   overlap; `period`: a passage that is said to be about a time, and dates told in it that lie
   outside. A passage is what one locator names. */

#include "dispute/accord.h"
#include "dispute/agreement.h"
#include "dispute/inquiry.h"

static bool
time_of(const ln_inquiry* const q, const uint32_t claim, ln_span* const span)
{
  const uint32_t date = ln_inquire_object(q, claim, LN_TERM_WHEN);
  return date != LN_NO_FACT && ln_facts_first(q->facts, claim, LN_TERM_SUBJECT) != LN_NO_FACT &&
         ln_span_parse(ln_facts_text(q->facts, date), span);
}

/* Those of `list` whose time overlaps that of some of `with`, as a side. */
static size_t
show_overlapping(ln_inquiry* const         q,
                 const ln_said_list* const list,
                 const ln_said_list* const with)
{
  size_t shown = 0U;
  for (size_t i = 0U; i < list->n; ++i) {
    ln_span a     = {0};
    ln_span b     = {0};
    bool    meets = false;
    for (size_t k = 0U; k < with->n && time_of(q, list->v[i].node, &a); ++k) {
      meets = meets || (time_of(q, with->v[k].node, &b) && ln_span_overlap(&a, &b) &&
                        !ln_agree(q, list->v[i].value, with->v[k].value));
    }
    if (meets) {
      const uint32_t date = ln_inquire_object(q, list->v[i].node, LN_TERM_WHEN);
      ln_inquire_side(q,
                      ln_inquire_text(q,
                                      "%.*s, %.*s",
                                      (int)ln_inquire_label(q, list->v[i].value).n,
                                      ln_inquire_label(q, list->v[i].value).s,
                                      (int)ln_facts_text(q->facts, date).n,
                                      ln_facts_text(q->facts, date).s));
      ln_inquire_node(q, list->v[i].node);
      ++shown;
    }
  }
  return shown;
}

void
ln_rule_overlap(ln_inquiry* const q)
{
  ln_bunch subjects = {0};
  ln_inquire_subjects(q, "second", &subjects);
  for (size_t s = 0U; s < subjects.n && q->status == LN_OK; ++s) {
    ln_said_list first  = {0};
    ln_said_list second = {0};
    ln_inquire_ways(q, subjects.v[s], "first", &first);
    ln_inquire_ways(q, subjects.v[s], "second", &second);
    ln_inquire_open(q, subjects.v[s]);
    size_t n = show_overlapping(q, &first, &second);
    n += n > 0U ? show_overlapping(q, &second, &first) : 0U;
    if (n > 0U) {
      ln_inquire_close(
        q, q->rule->gravity, "{subject}: different things are said of one time", NULL, 0U);
    } else {
      ln_inquire_drop(q);
    }
    ln_said_clear(&first);
    ln_said_clear(&second);
  }
  ln_bunch_clear(&subjects);
}

/* The things whose citations stand in a passage. */
static void
find_told(ln_inquiry* const q, const uint32_t locator, ln_bunch* const things)
{
  size_t                n  = 0U;
  const uint32_t* const to = ln_facts_to(q->facts, locator, &n);
  for (size_t i = 0U; i < n; ++i) {
    const ln_fact* const at    = ln_facts_at(q->facts, to[i]);
    size_t               m     = 0U;
    const uint32_t*      cited = ln_facts_to(q->facts, at->s, &m);
    for (size_t k = 0U; k < m && at->p == LN_TERM_LOCATOR; ++k) {
      const ln_fact* const c = ln_facts_at(q->facts, cited[k]);
      if (c->p == LN_TERM_CITATION && ln_bunch_add(things, c->s) != LN_OK) {
        q->status = LN_NO_MEM;
      }
    }
  }
  ln_bunch_sort(things);
}

/* Whether the citation of a thing that quotes its date stands in the passage. */
static bool
is_dated_there(ln_inquiry* const q,
               const uint32_t    thing,
               const ln_view     date,
               const uint32_t    locator)
{
  size_t       first = 0U;
  const size_t n     = ln_facts_about(q->facts, thing, &first);
  for (size_t i = first; i < first + n; ++i) {
    const ln_fact* const f = ln_facts_at(q->facts, i);
    const uint32_t       quote =
      f->p == LN_TERM_CITATION ? ln_inquire_object(q, f->o, LN_TERM_QUOTE) : LN_NO_FACT;
    if (quote != LN_NO_FACT && ln_facts_has(q->facts, f->o, LN_TERM_LOCATOR, locator) &&
        ln_inquire_contains(q, ln_facts_text(q->facts, quote), ln_view_first(date, 4U))) {
      return true;
    }
  }
  return false;
}

static size_t
show_outside(ln_inquiry* const q, const uint32_t locator, const ln_span* const period)
{
  ln_bunch things = {0};
  size_t   shown  = 0U;
  find_told(q, locator, &things);
  for (size_t i = 0U; i < things.n && q->status == LN_OK; ++i) {
    ln_said_list dates = {0};
    ln_span      span  = {0};
    if (ln_facts_first(q->facts, things.v[i], LN_TERM_SUBJECT) == LN_NO_FACT) {
      ln_inquire_ways(q, things.v[i], "member", &dates);
    }
    const ln_view text = dates.n > 0U ? ln_facts_text(q->facts, dates.v[0].value) : LN_V("");
    if (ln_span_parse(text, &span) && !ln_span_overlap(&span, period) &&
        is_dated_there(q, things.v[i], text, locator)) {
      ln_inquire_side(q,
                      ln_inquire_text(q,
                                      "%.*s: %.*s",
                                      (int)text.n,
                                      text.s,
                                      (int)ln_inquire_label(q, things.v[i]).n,
                                      ln_inquire_label(q, things.v[i]).s));
      ln_inquire_show(q, &dates.v[0]);
      ++shown;
    }
    ln_said_clear(&dates);
  }
  ln_bunch_clear(&things);
  return shown;
}

/* Claims of one time in one passage are one statement. */
static bool
is_same_period(const ln_inquiry* const q, const uint32_t a, const uint32_t b)
{
  return ln_inquire_object(q, a, LN_TERM_WHEN) == ln_inquire_object(q, b, LN_TERM_WHEN) &&
         ln_inquire_locator(q, a) == ln_inquire_locator(q, b);
}

static void
look_at_period(ln_inquiry* const         q,
               const uint32_t            subject,
               const ln_said_list* const list,
               const size_t              at)
{
  const uint32_t node    = list->v[at].node;
  const uint32_t locator = ln_inquire_locator(q, node);
  ln_span        period  = {0};
  if (locator == LN_NO_FACT || !time_of(q, node, &period)) {
    return;
  }
  const ln_view date = ln_facts_text(q->facts, ln_inquire_object(q, node, LN_TERM_WHEN));
  ln_inquire_open(q, subject);
  ln_inquire_side(q, date);
  for (size_t i = at; i < list->n; ++i) {
    if (is_same_period(q, node, list->v[i].node)) {
      ln_inquire_node(q, list->v[i].node);
    }
  }
  const size_t  n       = show_outside(q, locator, &period);
  const ln_word words[] = {{"date", date},
                           {"passage", ln_facts_text(q->facts, locator)},
                           {"n", ln_inquire_text(q, "%zu", n)}};
  if (n > 0U) {
    ln_inquire_close(q,
                     q->rule->gravity,
                     "\"{passage}\" is about {date}, and tells of {n} things of another time",
                     words,
                     sizeof(words) / sizeof(words[0]));
  } else {
    ln_inquire_drop(q);
  }
}

static void
look_at_periods(ln_inquiry* const q, const uint32_t subject, const ln_said_list* const said)
{
  for (size_t i = 0U; i < said->n && q->status == LN_OK; ++i) {
    bool first = true;
    for (size_t k = 0U; k < i; ++k) {
      first = first && !is_same_period(q, said->v[k].node, said->v[i].node);
    }
    if (first) {
      look_at_period(q, subject, said, i);
    }
  }
}

void
ln_rule_period(ln_inquiry* const q)
{
  ln_inquire_each(q, look_at_periods);
}
