/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report as N-Triples that go beside the evidence layer of an export: each finding is a Web
   Annotation whose targets are the claims and things on its sides, whose body is the sentence; two
   claims of different values of one thing are also set against each other directly. The name of a
   finding is made of the first thing in it and its rule, so that it stays the same from run to run.
 */

#include "base/text.h"
#include "dispute/brief.h"
#include "dispute/bunch.h"

#define OA "http://www.w3.org/ns/oa#"
#define DCTERMS "http://purl.org/dc/terms/"
#define LN "https://w3id.org/liner/ns#"

typedef struct {
  const ln_brief* brief;
  ln_out*         out;
  ln_text         name; ///< of the finding at hand
} printer;

static void
put(const printer* const p, const char* const text)
{
  ln_out_put_view(p->out, ln_view_of(text));
}

static void
put_literal(const printer* const p, const ln_view text)
{
  put(p, "\"");
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    if (c == '"' || c == '\\') {
      ln_out_put_byte(p->out, '\\');
    }
    if (c == '\n' || c == '\r') {
      put(p, c == '\n' ? "\\n" : "\\r");
    } else {
      ln_out_put_byte(p->out, c);
    }
  }
  put(p, "\" .\n");
}

/* `<finding> <predicate> `, and what stands behind it. */
static void
put_lead(const printer* const p, const char* const predicate)
{
  put(p, "<");
  ln_out_put_view(p->out, ln_text_view(&p->name));
  put(p, "> <");
  put(p, predicate);
  put(p, "> ");
}

static void
put_triple(const printer* const p, const char* const predicate, const ln_view iri)
{
  put_lead(p, predicate);
  put(p, "<");
  ln_out_put_view(p->out, iri);
  put(p, "> .\n");
}

/* Claims of two sides, if both sides are claims alone of different values. */
static void
put_conflict(const printer* const p, const uint32_t a, const uint32_t b)
{
  const ln_facts* const f = p->brief->facts;
  if (a != b && ln_facts_first(f, a, LN_TERM_SUBJECT) != LN_NO_FACT &&
      ln_facts_first(f, b, LN_TERM_SUBJECT) != LN_NO_FACT) {
    put(p, "<");
    ln_out_put_view(p->out, ln_facts_text(f, a));
    put(p, "> <" LN "conflictsWith> <");
    ln_out_put_view(p->out, ln_facts_text(f, b));
    put(p, "> .\n");
  }
}

static void
put_conflicts(const printer* const p, const ln_dispute* const d)
{
  const ln_docket* const docket = p->brief->docket;
  const bool alternatives       = d->rule->kind == LN_RULE_values || d->rule->kind == LN_RULE_key ||
                            d->rule->kind == LN_RULE_declared;
  for (size_t i = d->first; alternatives && i < d->first + d->n; ++i) {
    for (size_t k = i + 1U; k < d->first + d->n; ++k) {
      if (docket->sides[i].n > 0U && docket->sides[k].n > 0U) {
        const ln_exhibit* const a = &docket->exhibits[docket->sides[i].first];
        const ln_exhibit* const b = &docket->exhibits[docket->sides[k].first];
        put_conflict(
          p, ln_facts_at(p->brief->facts, a->fact)->s, ln_facts_at(p->brief->facts, b->fact)->s);
      }
    }
  }
}

/* IRIs only: a thing without a name of its own cannot be pointed at from another file. */
static ln_status
add_targets(const printer* const p, const ln_side* const side, ln_bunch* const targets)
{
  for (size_t k = side->first; k < side->first + side->n; ++k) {
    const uint32_t about = ln_facts_at(p->brief->facts, p->brief->docket->exhibits[k].fact)->s;
    if (ln_facts_kind(p->brief->facts, about) == LN_IRI) {
      LN_TRY(ln_bunch_join(targets, about));
    }
  }
  return LN_OK;
}

static ln_status
find_targets(const printer* const p, const ln_dispute* const d, ln_bunch* const targets)
{
  for (size_t i = d->first; i < d->first + d->n; ++i) {
    LN_TRY(add_targets(p, &p->brief->docket->sides[i], targets));
  }
  return LN_OK;
}

static ln_status
put_dispute(printer* const p, const ln_dispute* const d)
{
  ln_bunch  targets = {0};
  ln_status st      = find_targets(p, d, &targets);
  ln_text_reset(&p->name);
  if (st == LN_OK && targets.n > 0U) {
    st = ln_text_add(&p->name, ln_facts_text(p->brief->facts, targets.v[0]));
    st = st == LN_OK ? ln_text_add(&p->name, LN_V("#disagreement-")) : st;
    st = st == LN_OK ? ln_text_add(&p->name, d->rule->name) : st;
  }
  if (st == LN_OK && targets.n > 0U) {
    put_triple(p, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", LN_V(OA "Annotation"));
    put_triple(p, OA "motivatedBy", LN_V(OA "assessing"));
    put_lead(p, DCTERMS "type");
    put_literal(p, ln_view_of(ln_gravity_name(d->gravity)));
    put_lead(p, OA "bodyValue");
    put_literal(p, d->says);
    for (size_t i = 0U; i < targets.n; ++i) {
      put_triple(p, OA "hasTarget", ln_facts_text(p->brief->facts, targets.v[i]));
    }
    put_conflicts(p, d);
  }
  ln_bunch_clear(&targets);
  return st;
}

ln_status
ln_brief_rdf(const ln_brief* const brief, ln_out* const out)
{
  printer   p  = {.brief = brief, .out = out};
  ln_status st = LN_OK;
  for (size_t i = 0U; i < brief->docket->n && st == LN_OK; ++i) {
    st = put_dispute(&p, &brief->docket->disputes[i]);
  }
  ln_text_clear(&p.name);
  return st;
}
