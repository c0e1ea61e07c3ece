/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The triples of a thing are copied into a small graph of their own, which the usual writers take;
   so it costs no more than the thing is large. */

#include "serve/thing.h"

#include "graph/term_table.h"
#include "graph/triple_set.h"
#include "serve/excerpt.h"

#include <stdio.h>

const char* const ln_thing_types[LN_THING_FORMATS] = {
  "text/html", "text/turtle", "application/n-triples", "application/ld+json"};

const char* const ln_thing_names[LN_THING_FORMATS] = {"html", "turtle", "ntriples", "jsonld"};

typedef struct {
  const ln_holdings* holdings;
  ln_term_table*     terms;
  ln_triple_set*     set;
  ln_arena           arena;
  uint32_t*          blanks; ///< that were met, by their numbers in the data
  size_t             n_blanks;
} excerpt;

enum { BLANKS = 1000 };

static ln_status
copy_term(const excerpt* const e, const uint32_t term, uint32_t* const number)
{
  char         label[16];
  ln_read_term t = ln_dataset_term(ln_holdings_set(e->holdings), term);
  if (t.kind == LN_BLANK) {
    const int n = snprintf(label, sizeof(label), "b%u", (unsigned)term);
    t.text      = (ln_view){label, n > 0 ? (size_t)n : 0U};
  }
  return ln_term_table_add(e->terms, &t, 1U, number);
}

static void
note_blank(excerpt* const e, const uint32_t term)
{
  bool known = ln_dataset_kind(ln_holdings_set(e->holdings), term) != LN_BLANK;
  for (size_t i = 0U; !known && i < e->n_blanks; ++i) {
    known = e->blanks[i] == term;
  }
  if (!known && e->n_blanks < BLANKS) {
    e->blanks[e->n_blanks++] = term;
  }
}

static ln_status
copy_facts(excerpt* const e, const ln_fact_pattern* const pattern)
{
  ln_fact_list facts = {.n = 0U};
  LN_TRY(ln_holdings_match(e->holdings, pattern, LN_THING_MOST, &e->arena, &facts));
  for (size_t i = 0U; i < facts.n; ++i) {
    uint32_t subject   = 0U;
    uint32_t predicate = 0U;
    uint32_t object    = 0U;
    LN_TRY(copy_term(e, facts.v[i].subject, &subject));
    LN_TRY(copy_term(e, facts.v[i].predicate, &predicate));
    LN_TRY(copy_term(e, facts.v[i].object, &object));
    LN_TRY(ln_triple_set_add(e->set, subject, predicate, object));
    note_blank(e, facts.v[i].object);
  }
  return LN_OK;
}

static ln_status
copy_thing(excerpt* const e, const uint32_t thing)
{
  const ln_fact_pattern from = {thing, LN_ABSENT, LN_ABSENT};
  const ln_fact_pattern to   = {LN_ABSENT, LN_ABSENT, thing};
  e->blanks                  = ln_arena_zero(&e->arena, BLANKS, sizeof(*e->blanks));
  if (!e->blanks) {
    return LN_NO_MEM;
  }
  LN_TRY(copy_facts(e, &from));
  LN_TRY(copy_facts(e, &to));
  for (size_t i = 0U; i < e->n_blanks; ++i) {
    const ln_fact_pattern blank = {e->blanks[i], LN_ABSENT, LN_ABSENT};
    LN_TRY(copy_facts(e, &blank));
  }
  return ln_triple_set_seal(e->set);
}

ln_status
ln_thing_reply(const ln_holdings* const holdings,
               const uint32_t           thing,
               const size_t             format,
               ln_reply* const          reply)
{
  char type[LN_REPLY_TYPE];
  (void)snprintf(
    type, sizeof(type), "%s%s", ln_thing_types[format], format < 2U ? "; charset=utf-8" : "");
  LN_TRY(ln_reply_begin(reply, LN_HTTP_OK, type));
  if (format == 0U) {
    return ln_thing_page(holdings, thing, reply->body);
  }
  excerpt   e  = {.holdings = holdings, .terms = ln_term_table_new(), .set = ln_triple_set_new()};
  ln_status st = e.terms && e.set ? copy_thing(&e, thing) : LN_NO_MEM;
  st = st == LN_OK ? ln_excerpt_write(e.set, e.terms, (ln_excerpt_syntax)(format - 1U), reply->body)
                   : st;
  ln_triple_set_free(e.set);
  ln_term_table_free(e.terms);
  ln_arena_clear(&e.arena);
  return st;
}
