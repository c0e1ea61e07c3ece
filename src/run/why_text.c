/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The answers of liner why for people: a triple on a line, below it the places, in the form that
   editors and terminals jump to, and what else is known. */

#include "base/memory.h"
#include "base/quote.h"
#include "run/why_inner.h"

#include <inttypes.h>
#include <stdio.h>

typedef struct {
  ln_why*     why;
  ln_out*     out;
  ln_text     text;
  const char* indent;
} printing;

static void
put(const printing* const p, const char* const text)
{
  ln_out_put(p->out, text, strlen(text));
}

static void
put_number(const printing* const p, const uint64_t n)
{
  char digits[24];
  (void)snprintf(digits, sizeof(digits), "%" PRIu64, n);
  put(p, digits);
}

static ln_status
put_quoted(printing* const p, const ln_view text)
{
  ln_text_reset(&p->text);
  LN_TRY(ln_quote(text, &p->text));
  ln_out_put_view(p->out, ln_text_view(&p->text));
  return LN_OK;
}

/* FILE:LINE:COLUMN, as far as known. */
static void
put_place(const printing* const p, const ln_view file, const uint64_t line, const uint64_t column)
{
  ln_out_put_view(p->out, file);
  if (line > 0U) {
    put(p, ":");
    put_number(p, line);
  }
  if (line > 0U && column > 0U) {
    put(p, ":");
    put_number(p, column);
  }
}

static void
put_parts(const printing* const p, const unsigned parts)
{
  static const char* const NAMES[] = {"subject", "predicate", "object", "condition"};
  if (parts == LN_ORIGIN_OBJECT) {
    return;
  }
  const char* joint = " (";
  for (size_t i = 0U; i < sizeof(NAMES) / sizeof(NAMES[0]); ++i) {
    if ((parts & (1U << i)) != 0U) {
      put(p, joint);
      put(p, NAMES[i]);
      joint = ", ";
    }
  }
  put(p, ")");
}

static ln_status
put_cell(printing* const p, const ln_why_making* const m, const ln_why_cell* const cell)
{
  put(p, p->indent);
  put_place(p, m->file, cell->line, cell->letter);
  put(p, ": ");
  ln_out_put_view(p->out, cell->column);
  put(p, " ");
  LN_TRY(put_quoted(p, cell->text));
  put_parts(p, cell->parts);
  put(p, "\n");
  return LN_OK;
}

static void
put_mapping(const printing* const p, const ln_why_making* const m)
{
  if (m->mapping.n == 0U) {
    return;
  }
  put(p, p->indent);
  put(p, "by ");
  if (m->mapping_line > 0U) {
    put_place(p, m->mapping, m->mapping_line, m->mapping_column);
  } else {
    put(p, "the header");
  }
  put(p, ": column ");
  ln_out_put_view(p->out, m->column);
  put(p, "\n");
}

static ln_status
put_making(printing* const p, const ln_why_making* const m)
{
  for (size_t i = 0U; i < m->n_cells; ++i) {
    LN_TRY(put_cell(p, m, &m->cells[i]));
  }
  if (m->n_cells == 0U && m->file.n > 0U) {
    put(p, p->indent);
    put_place(p, m->file, m->line, 0U);
    put(p, ": the row\n");
  }
  if (m->refers_file.n > 0U) {
    put(p, p->indent);
    put(p, "which is row ");
    put_number(p, m->refers_row);
    put(p, " of ");
    ln_out_put_view(p->out, m->refers_file);
    put(p, "\n");
  }
  put_mapping(p, m);
  return LN_OK;
}

/* ---- evidence ---- */

static ln_status
get(printing* const           p,
    const ln_read_term* const subject,
    const char* const         predicate,
    const ln_why_fact** const fact)
{
  return ln_why_facts_get(&p->why->facts, subject, ln_view_of(predicate), fact);
}

/* The title of the source, else its IRI. */
static ln_status
put_source(printing* const p, const ln_why_fact* const citation)
{
  const ln_why_fact* source = NULL;
  const ln_why_fact* title  = NULL;
  LN_TRY(get(p, &citation->object, LN_WHY_NS "source", &source));
  if (!source) {
    ln_out_put_view(p->out, citation->shown[2]);
    return LN_OK;
  }
  LN_TRY(get(p, &source->object, LN_WHY_LABEL, &title));
  ln_out_put_view(p->out, title ? title->object.text : source->shown[2]);
  return LN_OK;
}

static ln_status
put_detail(printing* const           p,
           const ln_read_term* const citation,
           const char* const         predicate,
           const char* const         before)
{
  const ln_why_fact* fact = NULL;
  LN_TRY(get(p, citation, predicate, &fact));
  if (fact) {
    put(p, before);
    ln_out_put_view(p->out, fact->object.text);
  }
  return LN_OK;
}

static ln_status
put_citation(printing* const p, const ln_why_fact* const citation)
{
  const ln_why_fact* quote = NULL;
  put(p, p->indent);
  put(p, "cited: ");
  LN_TRY(put_source(p, citation));
  LN_TRY(put_detail(p, &citation->object, LN_WHY_NS "locator", ", "));
  LN_TRY(put_detail(p, &citation->object, LN_WHY_NS "startOffset", ", characters "));
  LN_TRY(put_detail(p, &citation->object, LN_WHY_NS "endOffset", " to "));
  LN_TRY(get(p, &citation->object, LN_WHY_NS "quote", &quote));
  for (; quote; quote = ln_why_facts_more(&p->why->facts, quote)) {
    put(p, ": ");
    LN_TRY(put_quoted(p, quote->object.text));
  }
  put(p, "\n");
  return LN_OK;
}

static ln_status
put_citations(printing* const p, const ln_read_term* const subject)
{
  const ln_why_fact* citation = NULL;
  LN_TRY(get(p, subject, LN_WHY_NS "citation", &citation));
  for (; citation; citation = ln_why_facts_more(&p->why->facts, citation)) {
    LN_TRY(put_citation(p, citation));
  }
  return LN_OK;
}

/* The last step of the rank's IRI. */
static ln_status
put_rank(printing* const p, const ln_read_term* const claim)
{
  const ln_why_fact* rank = NULL;
  LN_TRY(get(p, claim, LN_WHY_NS "rank", &rank));
  if (rank) {
    size_t at = rank->object.text.n;
    while (at > 0U && rank->object.text.s[at - 1U] != '/') {
      --at;
    }
    put(p, ", rank ");
    ln_out_put_view(p->out, ln_view_from(rank->object.text, at));
  }
  return LN_OK;
}

/* A claim: what it says if it is another thing, where it stands, what cites it. */
static ln_status
put_claim(printing* const p, const uint32_t number, const ln_why_fact* const fact, const char* word)
{
  const ln_why_fact* const about     = &p->why->facts.facts[number];
  const ln_why_fact*       object    = NULL;
  const ln_why_fact*       predicate = NULL;
  LN_TRY(get(p, &about->subject, LN_WHY_RDF "object", &object));
  LN_TRY(get(p, &about->subject, LN_WHY_RDF "predicate", &predicate));
  put(p, p->indent);
  put(p, word);
  ln_out_put_view(p->out, about->shown[0]);
  const bool other = predicate && !ln_why_same(&predicate->object, &fact->predicate);
  if (other) {
    put(p, ", ");
    ln_out_put_view(p->out, predicate->shown[2]);
  }
  for (const ln_why_fact* o = object; o; o = ln_why_facts_more(&p->why->facts, o)) {
    put(p, o == object ? " says " : ", ");
    ln_out_put_view(p->out, o->shown[2]);
  }
  LN_TRY(put_rank(p, &about->subject));
  if (about->first->file.n > 0U) {
    put(p, ", ");
    put_place(p, about->first->file, about->first->line, 0U);
  }
  put(p, "\n");
  p->indent          = "    ";
  const ln_status st = put_citations(p, &about->subject);
  p->indent          = "  ";
  return st;
}

/* Claims that say the same or otherwise; `*claimed`: some say the same. */
static ln_status
put_claims(printing* const p, const ln_why_fact* const fact, bool* const claimed)
{
  ln_why_numbers same  = {0};
  ln_why_numbers other = {0};
  ln_status      st    = ln_why_claims(p->why, fact, &same, &other);
  for (size_t i = 0U; st == LN_OK && i < same.n; ++i) {
    st = put_claim(p, same.v[i], fact, "claimed: ");
  }
  for (size_t i = 0U; st == LN_OK && i < other.n; ++i) {
    st = put_claim(p, other.v[i], fact, "otherwise: ");
  }
  *claimed = same.n > 0U;
  ln_free(same.v);
  ln_free(other.v);
  return st;
}

static ln_status
put_fact(printing* const p, const ln_why_fact* const fact, bool* const claimed)
{
  for (size_t i = 0U; i < 3U; ++i) {
    ln_out_put_view(p->out, fact->shown[i]);
    put(p, i < 2U ? " " : "\n");
  }
  for (const ln_why_making* m = fact->first; m; m = m->next) {
    LN_TRY(put_making(p, m));
  }
  return put_claims(p, fact, claimed);
}

/* Behind the last of several facts about a thing: what cites it as a whole. */
static ln_status
put_cited(printing* const p, const ln_why_fact* const fact)
{
  const ln_why_fact* citation = NULL;
  LN_TRY(get(p, &fact->subject, LN_WHY_NS "citation", &citation));
  if (citation) {
    ln_out_put_view(p->out, fact->shown[0]);
    put(p, "\n");
  }
  return put_citations(p, &fact->subject);
}

static ln_status
put_answers(printing* const p)
{
  const ln_why* const why  = p->why;
  bool                bare = false;
  ln_status           st   = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < why->n_answers; ++i) {
    const ln_why_fact* const fact    = &why->facts.facts[why->answers[i]];
    const bool               last    = i + 1U == why->n_answers;
    bool                     claimed = false;
    st                               = put_fact(p, fact, &claimed);
    bare                             = bare || !claimed;
    const bool ends =
      last || !ln_why_same(&fact->subject, &why->facts.facts[why->answers[i + 1U]].subject);
    if (st == LN_OK && ends && bare) {
      st = put_cited(p, fact);
    }
    bare = bare && !ends;
  }
  return st;
}

ln_status
ln_why_text(ln_why* const why, ln_out* const out)
{
  printing        p  = {.why = why, .out = out, .indent = "  "};
  const ln_status st = put_answers(&p);
  ln_text_clear(&p.text);
  return st == LN_OK ? out->status : st;
}
