/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The page of a thing: its name, what is said of it, and what refers to it. A thing that refers to
   it and has no name of its own, as a credit, is told by what it says itself. */

#include "base/fold.h"
#include "rdf/iri.h"
#include "serve/sheet.h"
#include "serve/thing.h"

enum {
  SHOWN   = 200, ///< values of one direction
  SUMMARY = 4,   ///< of what a thing without a name says
};

static ln_status
put_predicate(ln_out* const            out,
              const ln_holdings* const h,
              const uint32_t           predicate,
              const bool               to)
{
  ln_out_put_view(out, LN_V("<tr><th scope=\"row\">"));
  ln_out_put_view(out, to ? LN_V("<span class=\"dim\">is</span> ") : LN_V(""));
  LN_TRY(ln_sheet_term(out, h, predicate));
  ln_out_put_view(out, to ? LN_V(" <span class=\"dim\">of</span>") : LN_V(""));
  ln_out_put_view(out, LN_V("</th><td><ul>\n"));
  return LN_OK;
}

/* Whether an object tells people something: the first time those with names, then the others, but
   nothing that leads back to the page. */
static bool
is_telling(const ln_holdings* const     h,
           const ln_fact_pattern* const fact,
           const uint32_t               but,
           const bool                   named)
{
  const ln_kind kind = ln_dataset_kind(ln_holdings_set(h), fact->object);
  const bool    has  = kind == LN_IRI && ln_holdings_has_label(h, fact->object);
  return fact->object != but && has == named && (named || kind == LN_LITERAL);
}

/* The most telling of what a thing says. */
static ln_status
put_summary(ln_out* const out, const ln_holdings* const h, const uint32_t thing, const uint32_t but)
{
  const ln_fact_pattern pattern = {thing, LN_ABSENT, LN_ABSENT};
  ln_arena              arena   = {0};
  ln_fact_list          facts   = {.n = 0U};
  size_t                shown   = 0U;
  ln_status             st      = ln_holdings_match(h, &pattern, SHOWN, &arena, &facts);
  for (size_t i = 0U; st == LN_OK && i < 2U * facts.n && shown < SUMMARY; ++i) {
    const ln_fact_pattern* const fact = &facts.v[i % facts.n];
    if (is_telling(h, fact, but, i < facts.n)) {
      ln_out_put_view(out, shown++ == 0U ? LN_V(" <small>") : LN_V(" · "));
      ln_sheet_text(out, ln_holdings_name(h, fact->predicate));
      ln_out_put_byte(out, ' ');
      st = ln_sheet_term(out, h, fact->object);
    }
  }
  ln_out_put_view(out, shown > 0U ? LN_V("</small>") : LN_V(""));
  ln_arena_clear(&arena);
  return st;
}

static ln_status
put_value(ln_out* const out, const ln_holdings* const h, const uint32_t value, const uint32_t page)
{
  const ln_kind kind = ln_dataset_kind(ln_holdings_set(h), value);
  ln_out_put_view(out, LN_V("<li>"));
  LN_TRY(ln_sheet_term(out, h, value));
  if (kind != LN_LITERAL && ln_holdings_describes(h, value) && !ln_holdings_has_label(h, value)) {
    LN_TRY(put_summary(out, h, value, page));
  }
  ln_out_put_view(out, LN_V("</li>\n"));
  return LN_OK;
}

static ln_status
put_more(ln_out* const out, const size_t n)
{
  ln_out_put_view(out, LN_V("<p class=\"dim\">… and "));
  LN_TRY(ln_sheet_number(out, n));
  ln_out_put_view(out, LN_V(" more, which the other formats have</p>\n"));
  return LN_OK;
}

/* The facts of one direction, a row for each predicate. */
static ln_status
put_rows(ln_out* const             out,
         const ln_holdings* const  h,
         const ln_fact_list* const facts,
         const uint32_t            thing,
         const bool                to)
{
  for (size_t i = 0U; i < facts->n; ++i) {
    const ln_fact_pattern* const fact = &facts->v[i];
    if (i == 0U || fact[-1].predicate != fact->predicate) {
      ln_out_put_view(out, i > 0U ? LN_V("</ul></td></tr>\n") : LN_V(""));
      LN_TRY(put_predicate(out, h, fact->predicate, to));
    }
    LN_TRY(put_value(out, h, to ? fact->subject : fact->object, thing));
  }
  return LN_OK;
}

/* One direction: what is said of the thing, or what refers to it. */
static ln_status
put_facts(ln_out* const out, const ln_holdings* const h, const uint32_t thing, const bool to)
{
  const ln_fact_pattern pattern = {to ? LN_ABSENT : thing, LN_ABSENT, to ? thing : LN_ABSENT};
  ln_arena              arena   = {0};
  ln_fact_list          facts   = {.n = 0U};
  ln_status             st      = ln_holdings_match(h, &pattern, SHOWN, &arena, &facts);
  if (st == LN_OK && facts.n > 0U) {
    ln_out_put_view(
      out, to ? LN_V("<h2>What refers to it</h2>\n") : LN_V("<h2>What is said of it</h2>\n"));
    ln_out_put_view(out, LN_V("<table class=\"facts\">\n"));
    st = put_rows(out, h, &facts, thing, to);
    ln_out_put_view(out, LN_V("</ul></td></tr>\n</table>\n"));
  }
  st = st == LN_OK && facts.all > facts.n ? put_more(out, facts.all - facts.n) : st;
  ln_arena_clear(&arena);
  return st;
}

static ln_status
put_formats(ln_out* const out, const ln_view iri)
{
  static const char* const NAMES[] = {"", "Turtle", "N-Triples", "JSON-LD"};
  ln_text                  link    = {0};
  ln_status                st      = LN_OK;
  ln_out_put_view(out, LN_V("<nav class=\"formats\" aria-label=\"Formats\"><small>"));
  for (size_t i = 1U; st == LN_OK && i < LN_THING_FORMATS; ++i) {
    ln_text_reset(&link);
    st = ln_text_add(&link, LN_V("/describe?iri="));
    st = st == LN_OK ? ln_iri_encode(iri, &link) : st;
    st = st == LN_OK ? ln_text_format(&link, "&format=%s", ln_thing_names[i]) : st;
    ln_out_put_view(out, LN_V("<a href=\""));
    ln_sheet_text(out, ln_text_view(&link));
    ln_out_put_view(out, LN_V("\">"));
    ln_out_put_view(out, ln_view_of(NAMES[i]));
    ln_out_put_view(out, LN_V("</a>"));
  }
  ln_out_put_view(out, LN_V("</small></nav>\n"));
  ln_text_clear(&link);
  return st;
}

ln_status
ln_thing_page(const ln_holdings* const h, const uint32_t thing, ln_out* const out)
{
  const ln_view iri = ln_dataset_term(ln_holdings_set(h), thing).text;
  ln_sheet_begin(out, ln_holdings_name(h, thing));
  ln_out_put_view(out, LN_V("<h1>"));
  ln_sheet_text(out, ln_holdings_name(h, thing));
  ln_out_put_view(out, LN_V("</h1>\n<p><code>"));
  ln_sheet_text(out, iri);
  ln_out_put_view(out, LN_V("</code></p>\n"));
  LN_TRY(put_formats(out, iri));
  LN_TRY(put_facts(out, h, thing, false));
  LN_TRY(put_facts(out, h, thing, true));
  ln_sheet_end(out);
  return out->status;
}

/* The terms whose names are nearest to the last part of a path. */
static ln_status
put_nearest(const ln_holdings* const h, const ln_view path, ln_out* const out)
{
  enum { MOST = 200000 };
  const ln_dataset* const set     = ln_holdings_set(h);
  ln_nearest              nearest = {.word = path};
  for (uint32_t i = 0U; i < ln_dataset_terms(set) && i < MOST; ++i) {
    const ln_view iri = ln_dataset_term(set, i).text;
    if (ln_dataset_kind(set, i) == LN_IRI && ln_holdings_describes(h, i) &&
        ln_view_starts(iri, ln_holdings_base(h))) {
      ln_nearest_offer(&nearest, ln_view_from(iri, ln_holdings_base(h).n), iri);
    }
  }
  for (size_t i = 0U; i < nearest.n; ++i) {
    const ln_read_term term = {.kind = LN_IRI, .text = nearest.name[i]};
    ln_out_put_view(out, i == 0U ? LN_V("<p>Near to it:</p>\n<ul>\n") : LN_V(""));
    LN_TRY(put_value(out, h, ln_dataset_find(set, &term), LN_ABSENT));
  }
  ln_out_put_view(out, nearest.n > 0U ? LN_V("</ul>\n") : LN_V(""));
  return LN_OK;
}

ln_status
ln_thing_missing(const ln_holdings* const h, const ln_view path, ln_reply* const reply)
{
  LN_TRY(ln_reply_begin(reply, LN_HTTP_NOT_FOUND, "text/html; charset=utf-8"));
  ln_sheet_begin(reply->body, LN_V("Nothing here"));
  ln_out_put_view(reply->body, LN_V("<h1>Nothing here</h1>\n<p>Nothing is said of <code>"));
  ln_sheet_text(reply->body, ln_holdings_base(h));
  ln_sheet_text(reply->body, ln_view_from(path, 1U));
  ln_out_put_view(reply->body, LN_V("</code>.</p>\n"));
  LN_TRY(put_nearest(h, ln_view_from(path, 1U), reply->body));
  ln_sheet_end(reply->body);
  return reply->body->status;
}
