/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is said of pairs. A pair that shares an identifier, or is proposed by name and dates, is
   compared property by property; of others only what they are is told. Nothing here decides that
   two things are one: that stands in the report, and people decide. Invariant: each pair leads to
   one remark about itself, and to one for each property that does not agree. */

#include "dispute/contrast.h"

#include "base/memory.h"
#include "dispute/contrast_inner.h"
#include "dispute/namesake.h"
#include "dispute/said_values.h"

enum { ITEMS_MOST = 8 };

const ln_rule*
ln_contrast_rule(const ln_contrast* const c, const char* const name)
{
  for (size_t i = 0U; i < c->book->n; ++i) {
    const ln_rule* const rule = &c->book->v[i];
    if (rule->kind == LN_RULE_pair &&
        ln_view_equals(ln_rule_word(rule, "case"), ln_view_of(name))) {
      return rule;
    }
  }
  return NULL;
}

ln_view
ln_contrast_name(const ln_contrast* const c, const ln_card* const card)
{
  const ln_card_fact* const name = ln_said_first(card, &c->book->v[card->entity], "name");
  size_t                    at   = card->thing.n;
  while (at > 0U && card->thing.s[at - 1U] != '/' && card->thing.s[at - 1U] != '#') {
    --at;
  }
  return name ? name->text : ln_view_from(card->thing, at);
}

ln_remark_item
ln_contrast_item(const ln_contrast* const  c,
                 const size_t              side,
                 const ln_card* const      card,
                 const ln_card_fact* const fact)
{
  const ln_card_fact* const name = ln_said_first(card, &c->book->v[card->entity], "name");
  const ln_card_fact* const own  = name ? name : &card->facts[0];
  const ln_card_fact* const at   = fact ? fact : own;
  return (ln_remark_item){.side   = c->sides[side],
                          .thing  = card->thing,
                          .name   = ln_contrast_name(c, card),
                          .value  = fact ? fact->text : LN_V(""),
                          .row    = at->row,
                          .line   = at->line,
                          .column = at->column,
                          .source = at->source,
                          .field  = at->field};
}

/* What stands for a name in braces, or the empty view. */
static ln_view
word_of(const ln_contrast_word* words, const ln_view name)
{
  while (words->name && !ln_view_equals(ln_view_of(words->name), name)) {
    ++words;
  }
  return words->text;
}

static ln_status
fill_in(const ln_view sentence, const ln_contrast_word* const words, ln_text* const out)
{
  ln_text_reset(out);
  for (ln_view rest = sentence; rest.n > 0U;) {
    const size_t open = ln_view_find(rest, '{');
    LN_TRY(ln_text_add(out, ln_view_first(rest, open)));
    rest               = ln_view_from(rest, open + 1U);
    const size_t close = ln_view_find(rest, '}');
    if (open < rest.n + open + 1U && close < rest.n) {
      LN_TRY(ln_text_add(out, word_of(words, ln_view_first(rest, close))));
      rest = ln_view_from(rest, close + 1U);
    }
  }
  return LN_OK;
}

ln_status
ln_contrast_remark(ln_contrast* const            c,
                   const ln_rule* const          rule,
                   const char* const             says,
                   const ln_contrast_word* const words,
                   const ln_remark* const        remark)
{
  ln_remark made = *remark;
  LN_TRY(fill_in(rule->says.n > 0U ? rule->says : ln_view_of(says), words, &c->says));
  made.gravity = rule->gravity;
  made.rule    = rule->name;
  made.says    = ln_text_view(&c->says);
  return ln_remarks_add(c->remarks, &made);
}

bool
ln_contrast_shared(const ln_contrast* const c,
                   const ln_card* const     a,
                   const ln_card* const     b,
                   ln_identifier* const     identifier)
{
  for (size_t i = 0U; i < c->book->n; ++i) {
    const ln_rule* const      rule = &c->book->v[i];
    const ln_parameter* const p =
      rule->kind == LN_RULE_identifiers ? ln_rule_parameter(rule, "property") : NULL;
    ln_said_values x = {.card = a, .parameter = p};
    for (const ln_card_fact* f = ln_said_next(&x); f; f = ln_said_next(&x)) {
      ln_said_values y     = {.card = b, .parameter = p};
      ln_identifier  other = {0};
      if (!ln_identifier_read(c->book, c->terms, f->text, identifier)) {
        continue;
      }
      for (const ln_card_fact* g = ln_said_next(&y); g; g = ln_said_next(&y)) {
        if (ln_identifier_read(c->book, c->terms, g->text, &other) &&
            ln_view_equals(other.authority, identifier->authority) &&
            ln_view_equals(other.value, identifier->value)) {
          return true;
        }
      }
    }
  }
  return false;
}

/* ---- pairs ---- */

/* The dates of a thing as items, so that people see why; without any, the thing itself. */
static size_t
add_dates(const ln_contrast* const c,
          const size_t             side,
          const ln_card* const     card,
          ln_remark_item* const    items)
{
  static const char* const parameters[] = {"from", "to"};
  const ln_rule* const     rule         = &c->book->v[card->entity];
  size_t                   n            = 0U;
  for (size_t i = 0U; i < 2U; ++i) {
    const ln_card_fact* const f = ln_said_first(card, rule, parameters[i]);
    if (f) {
      items[n++] = ln_contrast_item(c, side, card, f);
    }
  }
  if (n == 0U) {
    items[n++] = ln_contrast_item(c, side, card, NULL);
  }
  return n;
}

/* What two things are to each other. */
static ln_status
remark_pair(ln_contrast* const   c,
            const char* const    name,
            const char* const    says,
            const ln_card* const a,
            const ln_card* const b)
{
  const ln_rule* const   rule     = ln_contrast_rule(c, name);
  ln_remark_item         items[4] = {{0}};
  ln_identifier          id       = {0};
  const size_t           n_a      = add_dates(c, 0U, a, items);
  const size_t           n        = n_a + add_dates(c, 1U, b, items + n_a);
  const bool             shared   = ln_contrast_shared(c, a, b, &id);
  const ln_contrast_word words[]  = {{"name", items[0].name},
                                     {"other", items[n_a].name},
                                     {"first", c->titles[c->sides[0]]},
                                     {"second", c->titles[c->sides[1]]},
                                     {"authority", shared ? id.authority : LN_V("")},
                                     {"identifier", shared ? id.value : LN_V("")},
                                     {NULL, LN_V("")}};
  const ln_remark        remark   = {.order = a->order, .items = items, .n = n};
  return rule ? ln_contrast_remark(c, rule, says, words, &remark) : LN_OK;
}

/* One identifier, and neither a name nor a date that agrees. */
static ln_status
are_strangers(ln_contrast* const c, const ln_card* const a, const ln_card* const b, bool* const yes)
{
  const ln_rule* const rule = &c->book->v[a->entity];
  const ln_dates       from = ln_namesake_dates(rule, "from", a, b);
  const ln_dates       to   = ln_namesake_dates(rule, "to", a, b);
  bool                 same = false;
  bool                 any  = false;
  LN_TRY(ln_contrast_named_alike(c, a, b, &same, &any));
  *yes = !same && !any && from != LN_DATES_AGREE && to != LN_DATES_AGREE &&
         (from != LN_DATES_NONE || to != LN_DATES_NONE);
  return LN_OK;
}

/* That two things are one, or may be: the last of all remarks. */
static ln_status
remark_match(ln_contrast* const   c,
             const ln_match_case  by,
             const ln_card* const a,
             const ln_card* const b)
{
  const bool           sure    = by == LN_MATCH_IDENTIFIER;
  const ln_remark_item items[] = {ln_contrast_item(c, 0U, a, NULL),
                                  ln_contrast_item(c, 1U, b, NULL)};
  ln_remark remark = {.gravity = LN_GRAVITIES, .order = a->order, .items = items, .n = 2U};
  remark.rule      = sure ? LN_V("same-identifier") : LN_V("proposed");
  for (size_t i = 0U; i < LN_NOTES; ++i) {
    remark.notes[i] = ln_text_view(&c->notes[i]);
  }
  ln_text_reset(&c->says);
  LN_TRY(ln_text_add(&c->says, items[0].name));
  LN_TRY(ln_text_add(&c->says,
                     sure ? LN_V(": one identifier in both")
                          : LN_V(": name and dates fit, and fit no other")));
  remark.says = ln_text_view(&c->says);
  return ln_remarks_add(c->remarks, &remark);
}

/* What a pair is known by, if it is no authority that a rule names. */
static ln_status
note_reason(ln_contrast* const   c,
            const ln_match_case  by,
            const ln_card* const a,
            const ln_card* const b)
{
  ln_identifier id     = {0};
  const bool    shared = by == LN_MATCH_IDENTIFIER && ln_contrast_shared(c, a, b, &id);
  return ln_text_add(&c->notes[LN_NOTED_BY], shared ? id.authority : LN_V("name-and-dates"));
}

static ln_status
compare_pair(ln_contrast* const   c,
             const ln_match_case  by,
             const ln_card* const a,
             const ln_card* const b)
{
  bool strangers = false;
  if (by == LN_MATCH_IDENTIFIER) {
    LN_TRY(are_strangers(c, a, b, &strangers));
  }
  if (strangers) {
    ++c->wrong;
    return remark_pair(
      c,
      "not-the-same",
      "{name} in {first} and in {second}: one identifier, and neither name nor dates agree",
      a,
      b);
  }
  for (size_t i = 0U; i < LN_NOTES; ++i) {
    ln_text_reset(&c->notes[i]);
  }
  LN_TRY(ln_contrast_properties(c, a, b));
  LN_TRY(c->notes[LN_NOTED_BY].n == 0U ? note_reason(c, by, a, b) : LN_OK);
  return remark_match(c, by, a, b);
}

static ln_status
look_at(ln_contrast* const   c,
        const ln_match_case  by,
        const ln_card* const a,
        const ln_card* const b)
{
  switch (by) {
  case LN_MATCH_AMBIGUOUS:
    return remark_pair(
      c, "ambiguous", "{name}: name and dates fit several things; none is chosen", a, b);
  case LN_MATCH_DOUBTFUL:
    return remark_pair(c, "doubtful", "{name}: one name, and dates that make it doubtful", a, b);
  case LN_MATCH_NAME:
    return remark_pair(
      c, "name-alone", "{name}: one name in {first} and {second}, and no dates to tell by", a, b);
  case LN_MATCH_NAMESAKE:
    return remark_pair(
      c, "namesake", "{name}: two things of one name in {first} and {second}", a, b);
  case LN_MATCH_IDENTIFIER:
  case LN_MATCH_PROPOSED:
  case LN_MATCHES:
    break;
  }
  return compare_pair(c, by, a, b);
}

/* ---- what several share ---- */

static ln_status
remark_shared(void* const self, const ln_shared* const shared)
{
  ln_contrast* const   c     = self;
  const ln_rule* const rule  = ln_contrast_rule(c, shared->name ? "common-name" : "one-identifier");
  const size_t         n     = shared->n < ITEMS_MOST ? shared->n : ITEMS_MOST;
  ln_arena             arena = {0};
  ln_card              cards[ITEMS_MOST];
  ln_remark_item       items[ITEMS_MOST] = {{0}};
  ln_identifier        id                = {0};
  ln_status            st                = LN_OK;
  for (size_t i = 0U; i < n && rule && st == LN_OK; ++i) {
    const size_t side = i < shared->n_first ? 0U : 1U;
    st                = ln_roster_card(c->rosters[side], shared->at[i], &arena, &cards[i]);
    if (st == LN_OK) {
      items[i] = ln_contrast_item(c, side, &cards[i], NULL);
    }
  }
  if (st == LN_OK && rule) {
    const bool is = !shared->name && ln_contrast_shared(c, &cards[0], &cards[1], &id);
    ln_text_reset(&c->x);
    st                             = ln_text_format(&c->x, "%zu", shared->n);
    const ln_contrast_word words[] = {{"n", ln_text_view(&c->x)},
                                      {"name", items[0].name},
                                      {"first", c->titles[c->sides[shared->side]]},
                                      {"authority", is ? id.authority : LN_V("")},
                                      {"identifier", is ? id.value : LN_V("")},
                                      {NULL, LN_V("")}};
    const ln_remark        remark  = {.order = cards[0].order, .items = items, .n = n};
    st                             = st == LN_OK
                                       ? ln_contrast_remark(
               c,
               rule,
               shared->name ? "{name}: {n} things of that name are too many to compare"
                                                        : "{n} things of {first} have one identifier, {authority} {identifier}",
               words,
               &remark)
                                       : st;
  }
  ln_arena_clear(&arena);
  return st;
}

/* ---- all of it ---- */

static ln_status
run_pairs(ln_contrast* const c, ln_pairing* const pairing)
{
  ln_match  match;
  ln_card   a  = {0};
  ln_card   b  = {0};
  ln_status st = ln_pairing_next(pairing, &match);
  while (st == LN_OK) {
    ++c->matches[match.by];
    ln_arena_reset(&c->arena);
    LN_TRY(ln_roster_card(c->rosters[0], match.first, &c->arena, &a));
    LN_TRY(ln_roster_card(c->rosters[1], match.second, &c->arena, &b));
    LN_TRY(look_at(c, match.by, &a, &b));
    st = ln_pairing_next(pairing, &match);
  }
  return st == LN_END ? LN_OK : st;
}

ln_status
ln_contrast_run(ln_contrast* const comparison, const char** const error)
{
  ln_contrast* const   c       = comparison;
  const ln_pairing_job job     = {.book    = c->book,
                                  .terms   = c->terms,
                                  .rosters = {c->rosters[0], c->rosters[1]},
                                  .memory  = c->memory,
                                  .shared  = remark_shared,
                                  .self    = c};
  ln_pairing*          pairing = NULL;
  c->properties                = ln_alloc_zero(c->book->n + 1U, sizeof(ln_property_count));
  ln_status st                 = c->properties ? ln_pairing_new(&job, &pairing) : LN_NO_MEM;
  st                           = st == LN_OK ? run_pairs(c, pairing) : st;
  *error                       = st == LN_IO && pairing ? ln_pairing_error(pairing) : "";
  ln_pairing_free(pairing);
  return st;
}

void
ln_contrast_clear(ln_contrast* const comparison)
{
  ln_free(comparison->properties);
  ln_arena_clear(&comparison->arena);
  ln_text_clear(&comparison->x);
  ln_text_clear(&comparison->y);
  ln_text_clear(&comparison->says);
  for (size_t i = 0U; i < LN_NOTES; ++i) {
    ln_text_clear(&comparison->notes[i]);
  }
}
