/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Two things that are taken for one, property by property. A property agrees if some value of one
   side agrees with some of the other (dispute/accord.h); the remark about one that does not shows
   the first value of each. Of an authority that both have an identifier of, one must be the same.
 */

#include "dispute/accord.h"
#include "dispute/contrast_inner.h"
#include "dispute/name_key.h"
#include "dispute/said_values.h"

#include <string.h>

/* The words of an IRI: its last part. Literals are their own. */
static ln_view
words_of(const ln_card_fact* const fact)
{
  size_t at = fact->text.n;
  while (fact->kind == LN_IRI && at > 0U && fact->text.s[at - 1U] != '/' &&
         fact->text.s[at - 1U] != '#') {
    --at;
  }
  return fact->kind == LN_IRI ? ln_view_from(fact->text, at) : fact->text;
}

static ln_status
facts_agree(ln_contrast* const        c,
            const ln_rule* const      rule,
            const ln_card_fact* const f,
            const ln_card_fact* const g,
            bool* const               agree)
{
  if (ln_rule_word(rule, "parts").n > 0U) {
    ln_shared_words shared = {false, false, false};
    LN_TRY(ln_words_share(words_of(f), words_of(g), &c->x, &c->y, &shared));
    *agree = shared.first || shared.second;
    return LN_OK;
  }
  return ln_accord(words_of(f), words_of(g), &c->x, &c->y, agree);
}

static ln_status
some_agree(ln_contrast* const        c,
           const ln_rule* const      rule,
           const ln_card_fact* const f,
           const ln_card* const      b,
           bool* const               agree)
{
  ln_said_values y = {.card = b, .parameter = ln_rule_parameter(rule, "property")};
  for (const ln_card_fact* g = ln_said_next(&y); g && !*agree; g = ln_said_next(&y)) {
    LN_TRY(facts_agree(c, rule, f, g, agree));
  }
  return LN_OK;
}

static ln_status
note(ln_contrast* const c, const ln_noted noted, const ln_view word)
{
  ln_text* const text = &c->notes[noted];
  LN_TRY(text->n > 0U ? ln_text_add_byte(text, ' ') : LN_OK);
  return ln_text_add(text, word);
}

/* ---- names ---- */

/* The same letters in a row, or the same words in any order. */
static ln_status
look_at_names(ln_contrast* const        c,
              const ln_card_fact* const f,
              const ln_card_fact* const g,
              bool* const               same,
              bool* const               any)
{
  ln_shared_words shared = {false, false, false};
  ln_text_reset(&c->y);
  ln_text_reset(&c->says);
  LN_TRY(ln_name_key(f->text, true, &c->x, &c->y));
  LN_TRY(ln_name_key(g->text, true, &c->x, &c->says));
  *same = *same || ln_view_equals(ln_text_view(&c->y), ln_text_view(&c->says));
  LN_TRY(ln_words_share(f->text, g->text, &c->x, &c->y, &shared));
  *same = *same || (shared.first && shared.second);
  *any  = *any || shared.any;
  return LN_OK;
}

ln_status
ln_contrast_named_alike(ln_contrast* const   c,
                        const ln_card* const a,
                        const ln_card* const b,
                        bool* const          same,
                        bool* const          any)
{
  ln_said_values x = {.card = a, .parameter = ln_rule_parameter(&c->book->v[a->entity], "name")};
  *same            = false;
  *any             = false;
  for (const ln_card_fact* f = ln_said_next(&x); f && !*same; f = ln_said_next(&x)) {
    ln_said_values y = {.card = b, .parameter = ln_rule_parameter(&c->book->v[b->entity], "name")};
    for (const ln_card_fact* g = ln_said_next(&y); g && !*same; g = ln_said_next(&y)) {
      LN_TRY(look_at_names(c, f, g, same, any));
    }
  }
  return LN_OK;
}

/* ---- properties ---- */

static ln_status
remark_difference(ln_contrast* const   c,
                  const ln_rule* const rule,
                  const ln_card* const a,
                  const ln_card* const b)
{
  const ln_card_fact* const f    = ln_said_first(a, rule, "property");
  const ln_card_fact* const g    = ln_said_first(b, rule, "property");
  const ln_remark_item   items[] = {ln_contrast_item(c, 0U, a, f), ln_contrast_item(c, 1U, b, g)};
  const ln_contrast_word words[] = {{"name", items[0].name},
                                    {"property", rule->name},
                                    {"a", words_of(f)},
                                    {"b", words_of(g)},
                                    {"first", c->titles[c->sides[0]]},
                                    {"second", c->titles[c->sides[1]]},
                                    {NULL, LN_V("")}};
  const ln_remark        remark  = {.order = a->order, .items = items, .n = 2U};
  return ln_contrast_remark(
    c, rule, "{name}: {property} is {a} in {first} and {b} in {second}", words, &remark);
}

static ln_status
look_for_agreement(ln_contrast* const   c,
                   const ln_rule* const rule,
                   const ln_card* const a,
                   const ln_card* const b,
                   bool* const          agree)
{
  bool any = false;
  if (ln_rule_word(rule, "names").n > 0U) {
    return ln_contrast_named_alike(c, a, b, agree, &any);
  }
  ln_said_values x = {.card = a, .parameter = ln_rule_parameter(rule, "property")};
  for (const ln_card_fact* f = ln_said_next(&x); f && !*agree; f = ln_said_next(&x)) {
    LN_TRY(some_agree(c, rule, f, b, agree));
  }
  return LN_OK;
}

/* Whether a property that says the same was told to differ already. */
static bool
is_told(const ln_contrast* const c, const ln_rule* const rule)
{
  const ln_parameter* const unless = ln_rule_parameter(rule, "unless");
  for (size_t i = 0U; unless && i < unless->n; ++i) {
    for (ln_view rest = ln_text_view(&c->notes[LN_NOTED_DIFFER]); rest.n > 0U;) {
      const size_t blank = ln_view_find(rest, ' ');
      if (ln_view_equals(ln_view_first(rest, blank), unless->ways[i].text)) {
        return true;
      }
      rest = ln_view_from(rest, blank + 1U);
    }
  }
  return false;
}

static ln_status
compare_property(ln_contrast* const   c,
                 const size_t         number,
                 const ln_card* const a,
                 const ln_card* const b)
{
  const ln_rule* const     rule  = &c->book->v[number];
  ln_property_count* const count = &c->properties[number];
  const bool               in_a  = ln_said_first(a, rule, "property") != NULL;
  const bool               in_b  = ln_said_first(b, rule, "property") != NULL;
  bool                     agree = false;
  if ((!in_a && !in_b) || is_told(c, rule)) {
    return LN_OK;
  }
  if (!in_a || !in_b) {
    count->first += in_a ? 1U : 0U;
    count->second += in_b ? 1U : 0U;
    return note(c, in_a ? LN_NOTED_FIRST : LN_NOTED_SECOND, rule->name);
  }
  LN_TRY(look_for_agreement(c, rule, a, b, &agree));
  if (agree) {
    ++count->agree;
    return note(c, LN_NOTED_AGREE, rule->name);
  }
  ++count->differ;
  LN_TRY(note(c, LN_NOTED_DIFFER, rule->name));
  return remark_difference(c, rule, a, b);
}

/* ---- identifiers ---- */

/* The first identifier of an authority that a card has from here on. */
static const ln_card_fact*
find_identifier(const ln_contrast* const c,
                ln_said_values* const    values,
                const ln_rule* const     authority,
                ln_identifier* const     id)
{
  for (const ln_card_fact* f = ln_said_next(values); f; f = ln_said_next(values)) {
    if (ln_identifier_read(c->book, c->terms, f->text, id) && id->known &&
        ln_view_equals(id->authority, authority->name)) {
      return f;
    }
  }
  return NULL;
}

static bool
have_in_common(const ln_contrast* const  c,
               const ln_parameter* const p,
               const ln_rule* const      authority,
               const ln_card* const      a,
               const ln_card* const      b)
{
  ln_said_values x  = {.card = a, .parameter = p};
  ln_identifier  id = {0};
  while (find_identifier(c, &x, authority, &id)) {
    ln_said_values y     = {.card = b, .parameter = p};
    ln_identifier  other = {0};
    while (find_identifier(c, &y, authority, &other)) {
      if (ln_view_equals(id.value, other.value)) {
        return true;
      }
    }
  }
  return false;
}

static ln_status
compare_identifiers(ln_contrast* const        c,
                    const ln_parameter* const p,
                    const ln_rule* const      authority,
                    const ln_card* const      a,
                    const ln_card* const      b)
{
  const ln_rule* const      rule = ln_contrast_rule(c, "other-identifier");
  ln_said_values            x    = {.card = a, .parameter = p};
  ln_said_values            y    = {.card = b, .parameter = p};
  ln_identifier             ids[2];
  const ln_card_fact* const f = find_identifier(c, &x, authority, &ids[0]);
  const ln_card_fact* const g = find_identifier(c, &y, authority, &ids[1]);
  if (!f || !g) {
    return LN_OK;
  }
  if (have_in_common(c, p, authority, a, b)) {
    return note(c, LN_NOTED_BY, authority->name);
  }
  const ln_remark_item   items[] = {ln_contrast_item(c, 0U, a, f), ln_contrast_item(c, 1U, b, g)};
  const ln_contrast_word words[] = {{"name", items[0].name},
                                    {"authority", authority->name},
                                    {"a", ids[0].value},
                                    {"b", ids[1].value},
                                    {"first", c->titles[c->sides[0]]},
                                    {"second", c->titles[c->sides[1]]},
                                    {NULL, LN_V("")}};
  const ln_remark        remark  = {.order = a->order, .items = items, .n = 2U};
  LN_TRY(note(c, LN_NOTED_DIFFER, authority->name));
  return rule
           ? ln_contrast_remark(
               c, rule, "{name}: {authority} is {a} in {first} and {b} in {second}", words, &remark)
           : LN_OK;
}

static ln_status
compare_authorities(ln_contrast* const   c,
                    const ln_rule* const rule,
                    const ln_card* const a,
                    const ln_card* const b)
{
  const ln_parameter* const p = ln_rule_parameter(rule, "property");
  for (size_t i = 0U; i < c->book->n; ++i) {
    const ln_rule* const authority = &c->book->v[i];
    LN_TRY(authority->kind == LN_RULE_authority ? compare_identifiers(c, p, authority, a, b)
                                                : LN_OK);
  }
  return LN_OK;
}

ln_status
ln_contrast_properties(ln_contrast* const c, const ln_card* const a, const ln_card* const b)
{
  for (size_t i = 0U; i < c->book->n; ++i) {
    const ln_rule* const rule = &c->book->v[i];
    if (rule->kind == LN_RULE_property) {
      LN_TRY(compare_property(c, i, a, b));
    }
    if (rule->kind == LN_RULE_identifiers) {
      LN_TRY(compare_authorities(c, rule, a, b));
    }
  }
  return LN_OK;
}
