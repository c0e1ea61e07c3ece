/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Dates that stand to each other. `dates`: years from one date to another, at least `least` and at
   most `most`, as far as the dates leave it open; `inside`: a date inside a stretch of time;
   `duration`: a stated number of years against the first and the last thing that is dated;
   `interval`: a stated number of years between two things. Only what is wrong for every day that
   the dates can mean is told. */

#include "dispute/accord.h"
#include "dispute/agreement.h"
#include "dispute/entries.h"
#include "dispute/inquiry.h"

static bool
span_of(const ln_inquiry* const q, const ln_said* const said, ln_span* const span)
{
  return ln_facts_kind(q->facts, said->value) == LN_LITERAL &&
         ln_span_parse(ln_facts_text(q->facts, said->value), span);
}

/* Whole years from a day to another, as ages are counted; 365.2425 days a year. */
static int64_t
years_between(const int64_t from, const int64_t to)
{
  const int64_t days = to - from;
  const int64_t n    = days * 10000 / 3652425;
  return days < 0 && n * 3652425 != days * 10000 ? n - 1 : n;
}

static bool
is_open(const ln_span* const span)
{
  return span->first == INT64_MIN || span->last == INT64_MAX || span->first == INT64_MAX ||
         span->last == INT64_MIN;
}

typedef struct {
  int64_t least; ///< years that the dates leave open
  int64_t most;
} gap;

/* With `exact`, ages; else the difference of the numbers of the years. */
static gap
gap_between(const ln_span* const from, const ln_span* const to, const bool exact)
{
  if (exact) {
    return (gap){years_between(from->last, to->first), years_between(from->first, to->last)};
  }
  return (gap){to->first_year - from->last_year, to->last_year - from->first_year};
}

static bool
is_wrong(const ln_inquiry* const q, const gap g)
{
  return g.most < ln_rule_number(q->rule, "least", INT64_MIN / 2) ||
         g.least > ln_rule_number(q->rule, "most", INT64_MAX / 2);
}

/* Other nodes of one kind (`peer`) that begin where this one does: they show what was usual. */
static void
show_peers(ln_inquiry* const q, const uint32_t node, const ln_said* const from)
{
  ln_bunch nodes = {0};
  if (!ln_rule_parameter(q->rule, "peer")) {
    return;
  }
  ln_inquire_class(q, ln_rule_term(q->rule, "class"), &nodes);
  for (size_t i = 0U; i < nodes.n && q->status == LN_OK; ++i) {
    ln_said_list dates = {0};
    if (nodes.v[i] != node && ln_entries_share(q, nodes.v[i], node, "peer")) {
      ln_inquire_ways(q, nodes.v[i], "from", &dates);
    }
    if (dates.n > 0U && ln_agree(q, dates.v[0].value, from->value)) {
      ln_inquire_side(q, LN_V("beside it"));
      ln_inquire_show(q, &dates.v[0]);
      ln_inquire_node(q, nodes.v[i]);
    }
    ln_said_clear(&dates);
  }
  ln_bunch_clear(&nodes);
}

/* Which of the later dates are wrong; they are shown. */
static size_t
show_wrong(ln_inquiry* const         q,
           const ln_span* const      from,
           const ln_said_list* const to,
           gap* const                worst)
{
  const bool exact = ln_rule_parameter(q->rule, "exact") != NULL;
  size_t     n     = 0U;
  for (size_t i = 0U; i < to->n; ++i) {
    ln_span span = {0};
    if (!span_of(q, &to->v[i], &span) || is_open(&span)) {
      continue;
    }
    const gap g = gap_between(from, &span, exact);
    if (is_wrong(q, g)) {
      const uint32_t about = ln_facts_at(q->facts, to->v[i].fact)->s;
      *worst               = n == 0U || g.most < worst->most ? g : *worst;
      ++n;
      ln_inquire_side(q,
                      ln_inquire_text(q,
                                      "%.*s: %.*s",
                                      (int)ln_facts_text(q->facts, to->v[i].value).n,
                                      ln_facts_text(q->facts, to->v[i].value).s,
                                      (int)ln_inquire_label(q, about).n,
                                      ln_inquire_label(q, about).s));
      ln_inquire_show(q, &to->v[i]);
    }
  }
  return n;
}

/* What else is said of the beginning (`also`), as far as it is another date. */
static void
show_others(ln_inquiry* const         q,
            const uint32_t            node,
            const ln_said_list* const from,
            const size_t              but)
{
  ln_said_list also = {0};
  for (size_t i = 0U; i < from->n; ++i) {
    if (i != but && !ln_agree(q, from->v[i].value, from->v[but].value)) {
      ln_inquire_side(q, ln_inquire_label(q, from->v[i].value));
      ln_inquire_show(q, &from->v[i]);
    }
  }
  ln_inquire_ways(q, node, "also", &also);
  for (size_t i = 0U; i < also.n; ++i) {
    ln_inquire_side(q, ln_inquire_label(q, also.v[i].value));
    ln_inquire_show(q, &also.v[i]);
  }
  ln_said_clear(&also);
}

/* All that is said of the beginning with one value is shown on one side. */
static void
show_same(ln_inquiry* const q, const ln_said_list* const from, const size_t at)
{
  ln_inquire_side(q, ln_inquire_label(q, from->v[at].value));
  for (size_t i = 0U; i < from->n; ++i) {
    if (from->v[i].value == from->v[at].value) {
      ln_inquire_show(q, &from->v[i]);
    }
  }
}

static void
look_at_dates(ln_inquiry* const         q,
              const uint32_t            node,
              const ln_said_list* const from,
              const size_t              at,
              const ln_said_list* const to)
{
  ln_span span  = {0};
  gap     worst = {0};
  if (!span_of(q, &from->v[at], &span) || is_open(&span)) {
    return;
  }
  ln_inquire_open(q, node);
  show_same(q, from, at);
  const size_t n = show_wrong(q, &span, to, &worst);
  if (n == 0U) {
    ln_inquire_drop(q);
    return;
  }
  if (ln_rule_parameter(q->rule, "class")) {
    ln_inquire_node(q, node);
  }
  show_others(q, node, from, at);
  show_peers(q, node, &from->v[at]);
  const ln_word words[] = {{"from", ln_inquire_label(q, from->v[at].value)},
                           {"n", ln_inquire_text(q, "%zu", n)},
                           {"least", ln_inquire_text(q, "%lld", (long long)worst.least)},
                           {"years", ln_inquire_text(q, "%lld", (long long)worst.most)}};
  ln_inquire_close(q,
                   q->rule->gravity,
                   "{subject}: from {from} on, {n} dates are too early or too late",
                   words,
                   sizeof(words) / sizeof(words[0]));
}

void
ln_rule_dates(ln_inquiry* const q)
{
  const uint32_t class_term = ln_rule_term(q->rule, "class");
  ln_bunch       nodes      = {0};
  if (class_term == LN_NO_FACT) {
    ln_inquire_subjects(q, "from", &nodes);
  } else {
    ln_inquire_class(q, class_term, &nodes);
  }
  for (size_t i = 0U; i < nodes.n && q->status == LN_OK; ++i) {
    ln_said_list from = {0};
    ln_said_list to   = {0};
    ln_inquire_ways(q, nodes.v[i], "from", &from);
    if (from.n > 0U) {
      ln_inquire_ways(q, nodes.v[i], "to", &to);
    }
    for (size_t k = 0U; k < from.n; ++k) {
      bool first = true;
      for (size_t m = 0U; m < k; ++m) {
        first = first && from.v[m].value != from.v[k].value;
      }
      if (first) {
        look_at_dates(q, nodes.v[i], &from, k, &to);
      }
    }
    ln_said_clear(&from);
    ln_said_clear(&to);
  }
  ln_bunch_clear(&nodes);
}

static void
look_inside(ln_inquiry* const    q,
            const uint32_t       node,
            const ln_said* const inner,
            const ln_said* const outer)
{
  ln_span x = {0};
  ln_span y = {0};
  if (!span_of(q, inner, &x) || !span_of(q, outer, &y) || !y.interval || ln_span_overlap(&x, &y)) {
    return;
  }
  ln_inquire_open(q, node);
  ln_inquire_side(q, ln_inquire_label(q, inner->value));
  ln_inquire_show(q, inner);
  ln_inquire_side(q, ln_inquire_label(q, outer->value));
  ln_inquire_show(q, outer);
  const ln_word words[] = {{"inner", ln_inquire_label(q, inner->value)},
                           {"outer", ln_inquire_label(q, outer->value)}};
  ln_inquire_close(
    q, q->rule->gravity, "{subject} is dated {inner}, outside of {outer}", words, 2U);
}

void
ln_rule_inside(ln_inquiry* const q)
{
  ln_bunch nodes = {0};
  ln_inquire_subjects(q, "inner", &nodes);
  for (size_t i = 0U; i < nodes.n && q->status == LN_OK; ++i) {
    ln_said_list inner = {0};
    ln_said_list outer = {0};
    ln_inquire_ways(q, nodes.v[i], "inner", &inner);
    ln_inquire_ways(q, nodes.v[i], "outer", &outer);
    for (size_t k = 0U; k < inner.n; ++k) {
      for (size_t m = 0U; m < outer.n; ++m) {
        look_inside(q, nodes.v[i], &inner.v[k], &outer.v[m]);
      }
    }
    ln_said_clear(&inner);
    ln_said_clear(&outer);
  }
  ln_bunch_clear(&nodes);
}

/* Digits at the beginning of a qualifier, and whether `+` stands behind them; -1: no digits. */
static int64_t
stated_years(const ln_inquiry* const q, const uint32_t node, bool* const more)
{
  const ln_view text   = ln_inquire_qualifier(q, node, ln_rule_word(q->rule, "unit"));
  int64_t       number = -1;
  for (size_t i = 0U; i < text.n && i < 6U && text.s[i] >= '0' && text.s[i] <= '9'; ++i) {
    number = ((number < 0 ? 0 : number) * 10) + (text.s[i] - '0');
  }
  *more = ln_view_ends(text, LN_V("+"));
  return number;
}

static void
look_at_duration(ln_inquiry* const q, const uint32_t subject, const ln_said* const said)
{
  bool           more   = false;
  const int64_t  stated = stated_years(q, said->node, &more);
  ln_said_list   events = {0};
  const ln_said* first  = NULL;
  const ln_said* last   = NULL;
  ln_span        from   = {0};
  ln_span        to     = {0};
  ln_inquire_ways(q, subject, "event", &events);
  for (size_t i = 0U; i < events.n; ++i) {
    ln_span span = {0};
    if (!span_of(q, &events.v[i], &span) || is_open(&span)) {
      continue;
    }
    if (!first || span.first_year < from.first_year) {
      first = &events.v[i];
      from  = span;
    }
    if (!last || span.last_year > to.last_year) {
      last = &events.v[i];
      to   = span;
    }
  }
  const int64_t years = to.last_year - from.first_year;
  if (stated >= 0 && first && (years < stated || (!more && years > stated + 1))) {
    ln_inquire_open(q, subject);
    ln_inquire_side(q, ln_inquire_label(q, said->value));
    ln_inquire_show(q, said);
    ln_inquire_side(q, ln_inquire_label(q, first->value));
    ln_inquire_show(q, first);
    ln_inquire_side(q, ln_inquire_label(q, last->value));
    ln_inquire_show(q, last);
    const ln_word words[] = {{"stated", ln_inquire_label(q, said->value)},
                             {"years", ln_inquire_text(q, "%lld", (long long)years)},
                             {"from", ln_inquire_label(q, first->value)},
                             {"to", ln_inquire_label(q, last->value)}};
    ln_inquire_close(q,
                     q->rule->gravity,
                     "{subject}: {stated} is stated, and the dates lie {years} years apart, "
                     "from {from} to {to}",
                     words,
                     sizeof(words) / sizeof(words[0]));
  }
  ln_said_clear(&events);
}

static void
look_at_durations(ln_inquiry* const q, const uint32_t subject, const ln_said_list* const said)
{
  for (size_t i = 0U; i < said->n; ++i) {
    look_at_duration(q, subject, &said->v[i]);
  }
}

void
ln_rule_duration(ln_inquiry* const q)
{
  ln_inquire_each(q, look_at_durations);
}

static void
look_at_interval(ln_inquiry* const q, const uint32_t subject, const ln_said* const said)
{
  bool          more   = false;
  const int64_t stated = stated_years(q, said->node, &more);
  const int64_t from   = ln_entries_number(q, said->value, "date", INT64_MIN);
  const int64_t to     = ln_entries_number(q, subject, "date", INT64_MIN);
  if (stated < 0 || from == INT64_MIN || to == INT64_MIN || to - from == stated) {
    return;
  }
  ln_inquire_open(q, subject);
  ln_inquire_side(q, ln_inquire_text(q, "%lld years", (long long)stated));
  ln_inquire_show(q, said);
  ln_inquire_side(q, ln_inquire_text(q, "%lld", (long long)from));
  ln_inquire_node(q, said->value);
  ln_inquire_side(q, ln_inquire_text(q, "%lld", (long long)to));
  ln_inquire_node(q, subject);
  const ln_word words[] = {{"stated", ln_inquire_text(q, "%lld", (long long)stated)},
                           {"years", ln_inquire_text(q, "%lld", (long long)(to - from))},
                           {"from", ln_inquire_text(q, "%lld", (long long)from)},
                           {"to", ln_inquire_text(q, "%lld", (long long)to)}};
  ln_inquire_close(q,
                   q->rule->gravity,
                   "{stated} years are stated between {from} and {to}, which lie {years} apart",
                   words,
                   sizeof(words) / sizeof(words[0]));
}

static void
look_at_intervals(ln_inquiry* const q, const uint32_t subject, const ln_said_list* const said)
{
  for (size_t i = 0U; i < said->n; ++i) {
    look_at_interval(q, subject, &said->v[i]);
  }
}

void
ln_rule_interval(ln_inquiry* const q)
{
  ln_inquire_each(q, look_at_intervals);
}
