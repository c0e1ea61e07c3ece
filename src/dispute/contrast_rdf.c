/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The report of a comparison as N-Triples: each remark is a Web Annotation of the things in it,
   named by the first of them, its rule and the last part of the name of the other, so that it stays
   the same from run to run. Two things that are one, or may be, become a skos:closeMatch: whoever
   wants an identity says so himself. */

#include "base/text.h"
#include "dispute/contrast_report.h"
#include "rdf/iri.h"
#include "sink/escape.h"

#define OA "http://www.w3.org/ns/oa#"

typedef struct {
  ln_out* out;
  ln_text name; ///< of the remark at hand
} printer;

static void
put(const printer* const p, const char* const text)
{
  ln_out_put_view(p->out, ln_view_of(text));
}

static void
put_iri(const printer* const p, const ln_view iri)
{
  put(p, "<");
  ln_escape_put(p->out, iri, LN_ESCAPE_IRI);
  put(p, ">");
}

static void
put_triple(const printer* const p, const char* const predicate, const ln_view iri)
{
  put_iri(p, ln_text_view(&p->name));
  put(p, " <");
  put(p, predicate);
  put(p, "> ");
  put_iri(p, iri);
  put(p, " .\n");
}

static void
put_literal(const printer* const p, const char* const predicate, const ln_view text)
{
  put_iri(p, ln_text_view(&p->name));
  put(p, " <");
  put(p, predicate);
  put(p, "> \"");
  ln_escape_put(p->out, text, LN_ESCAPE_STRING);
  put(p, "\" .\n");
}

static ln_view
last_part(const ln_view iri)
{
  size_t at = iri.n;
  while (at > 0U && iri.s[at - 1U] != '/' && iri.s[at - 1U] != '#') {
    --at;
  }
  return ln_view_from(iri, at);
}

static ln_status
name_remark(printer* const p, const ln_remark* const remark)
{
  const ln_remark_item* const last = &remark->items[remark->n - 1U];
  ln_text_reset(&p->name);
  LN_TRY(ln_text_add(&p->name, remark->items[0].thing));
  LN_TRY(ln_text_add(&p->name, LN_V("#compared-")));
  LN_TRY(ln_text_add(&p->name, remark->rule));
  LN_TRY(ln_text_add(&p->name, LN_V("--")));
  return ln_text_add(&p->name, last_part(last->thing));
}

/* A thing without a name of its own cannot be pointed at from another file. */
static bool
is_named(const ln_remark* const remark)
{
  for (size_t i = 0U; i < remark->n; ++i) {
    if (!ln_iri_valid(remark->items[i].thing, NULL)) {
      return false;
    }
  }
  return remark->n > 0U;
}

static ln_status
put_remark(printer* const p, const ln_remark* const remark)
{
  LN_TRY(name_remark(p, remark));
  put_triple(p, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", LN_V(OA "Annotation"));
  put_triple(p, OA "motivatedBy", LN_V(OA "assessing"));
  put_literal(
    p, "http://purl.org/dc/terms/type", ln_view_of(ln_gravity_name((ln_gravity)remark->gravity)));
  put_literal(p, OA "bodyValue", remark->says);
  for (size_t i = 0U; i < remark->n; ++i) {
    const bool again =
      i > 0U && ln_view_equals(remark->items[i].thing, remark->items[i - 1U].thing);
    if (!again) {
      put_triple(p, OA "hasTarget", remark->items[i].thing);
    }
  }
  return LN_OK;
}

static void
put_match(const printer* const p, const ln_remark* const remark)
{
  put_iri(p, remark->items[0].thing);
  put(p, " <http://www.w3.org/2004/02/skos/core#closeMatch> ");
  put_iri(p, remark->items[1].thing);
  put(p, " .\n");
}

ln_status
ln_contrast_rdf(const ln_contrast_report* const report, ln_out* const out)
{
  printer          p      = {.out = out};
  const ln_remark* remark = NULL;
  ln_status        st     = ln_remarks_next(report->remarks, &remark);
  while (st == LN_OK) {
    if (is_named(remark) && remark->gravity == LN_GRAVITIES) {
      put_match(&p, remark);
    } else if (is_named(remark)) {
      st = put_remark(&p, remark);
    }
    st = st == LN_OK ? ln_remarks_next(report->remarks, &remark) : st;
  }
  ln_text_clear(&p.name);
  return st == LN_END ? LN_OK : st;
}
