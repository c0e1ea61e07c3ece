/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Source by source: the text of a source is read once, all quotations of it that are not where they
   are said to be are looked for together, and then its citations are described. A text that cannot
   be read is no fault here, for liner check tells of it; the selectors then hold what the tables
   say. */

#include "run/annotations.h"

#include "base/in.h"
#include "base/memory.h"
#include "base/passage.h"
#include "base/utf8.h"
#include "sink/claim_graphs.h"
#include "sink/claim_ranks.h"
#include "sink/claim_terms.h"

#include <stdlib.h>

#define OA "http://www.w3.org/ns/oa#"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define COUNT "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"

enum { AROUND = 32 }; ///< characters of a prefix or suffix
enum { NOWHERE = UINT32_MAX };

#define MOST ((size_t)1U << 31U) ///< bytes of a text

/* The text of a source; none: it is not at hand. */
typedef struct {
  ln_view      bytes; ///< owned
  ln_view      text;  ///< behind a byte order mark
  uint32_t*    at;    ///< the byte at which each character begins, and the end
  uint64_t     n;     ///< characters
  ln_passages* passages;
} source_text;

/* A citation, while its source is looked at. */
typedef struct {
  size_t   node;
  uint32_t source; ///< a term
  uint32_t sought; ///< number in the passages; NOWHERE: it stands where it is said to
  bool     placed; ///< `start` and `end` hold
  uint64_t start;
  uint64_t end;
} citation;

typedef struct {
  const ln_session*         session;
  const ln_testimony_words* words;
  const ln_graph*           said;
  ln_graph*                 out;
  ln_term                   graph;
  uint16_t                  count;
  source_text               text;
  citation*                 list;
  size_t                    n;
  size_t                    cap;
  ln_text                   iri;
  ln_text                   digits;
} writing;

ln_status
ln_annotations_declare(ln_names* const names)
{
  uint16_t stem = 0U;
  LN_TRY(ln_names_prefix(names, LN_V("oa"), LN_V(OA)));
  LN_TRY(ln_names_iri_stem(names, LN_V(OA), &stem));
  return ln_names_literal_stem(names, LN_V(COUNT), (ln_view){0}, &stem);
}

/* ---- texts ---- */

/* Where characters begin; the text is valid UTF-8. */
static ln_status
index_text(source_text* const t)
{
  t->at = ln_alloc_zero(t->text.n + 1U, sizeof(uint32_t));
  if (!t->at) {
    return LN_NO_MEM;
  }
  t->n = 0U;
  for (size_t i = 0U; i < t->text.n; ++i) {
    if (((unsigned char)t->text.s[i] & 0xC0U) != 0x80U) {
      t->at[t->n++] = (uint32_t)i;
    }
  }
  t->at[t->n] = (uint32_t)t->text.n;
  return ln_passages_new(t->text, &t->passages);
}

static void
close_text(source_text* const t)
{
  ln_passages_free(t->passages);
  ln_free(t->at);
  ln_free((void*)(uintptr_t)t->bytes.s); // NOLINT(performance-no-int-to-ptr): it is ours
  *t = (source_text){0};
}

static ln_status
open_text(writing* const w, const ln_view path)
{
  source_text* const t     = &w->text;
  const char*        error = NULL;
  ln_text_reset(&w->iri);
  LN_TRY(ln_view_starts(path, LN_V("/")) ? LN_OK : ln_text_add(&w->iri, w->session->folder));
  LN_TRY(ln_text_add(&w->iri, path));
  const ln_status st = ln_in_slurp(w->iri.s, MOST, &t->bytes, &error);
  if (st == LN_IO) {
    return LN_OK;
  }
  LN_TRY(st);
  const ln_view mark = LN_V("\xEF\xBB\xBF");
  t->text            = ln_view_from(t->bytes, ln_view_starts(t->bytes, mark) ? mark.n : 0U);
  return ln_utf8_valid(t->text) == t->text.n ? index_text(t) : LN_OK;
}

static ln_view
between(const source_text* const t, const uint64_t start, const uint64_t end)
{
  return (ln_view){t->text.s + t->at[start], t->at[end] - t->at[start]};
}

/* ---- positions ---- */

static bool
read_position(const writing* const w, const size_t node, const ln_saying word, uint64_t* const out)
{
  size_t         at     = 0U;
  const uint32_t number = ln_said(w->said, w->words, node, word, &at);
  *out                  = 0U;
  if (number == LN_GRAPH_NONE) {
    return false;
  }
  const ln_view digits = ln_term_bytes(ln_graph_term(w->said, number));
  for (size_t i = 0U; i < digits.n; ++i) {
    if (digits.s[i] < '0' || digits.s[i] > '9' || *out > UINT32_MAX) {
      return false;
    }
    *out = (*out * 10U) + (uint64_t)(digits.s[i] - '0');
  }
  return digits.n > 0U;
}

static bool
read_quote(const writing* const w, const size_t node, ln_view* const quote)
{
  size_t         at     = 0U;
  const uint32_t number = ln_said(w->said, w->words, node, LN_SAYING_QUOTE, &at);
  *quote                = (ln_view){NULL, 0U};
  if (number == LN_GRAPH_NONE) {
    return false;
  }
  *quote = ln_term_bytes(ln_graph_term(w->said, number));
  return true;
}

/* Where it is said to stand; if the text says otherwise, it is sought. */
static ln_status
place_citation(writing* const w, citation* const c)
{
  const bool start = read_position(w, c->node, LN_SAYING_START, &c->start);
  const bool end   = read_position(w, c->node, LN_SAYING_END, &c->end);
  ln_view    quote = {0};
  uint64_t   last  = 0U;
  bool       there = false;
  c->sought        = NOWHERE;
  c->placed        = start && end && c->start <= c->end;
  if (!w->text.passages || !read_quote(w, c->node, &quote)) {
    return LN_OK;
  }
  LN_TRY(start ? ln_passages_at(w->text.passages, quote, c->start, &last, &there) : LN_OK);
  if (there) {
    c->end    = last;
    c->placed = true;
    return LN_OK;
  }
  return ln_passages_add(w->text.passages, quote, c->start, &c->sought);
}

static void
take_found(const writing* const w, citation* const c)
{
  if (c->sought != NOWHERE) {
    const ln_passage p = ln_passages_found(w->text.passages, c->sought);
    c->placed          = p.n > 0U;
    c->start           = p.start;
    c->end             = p.end;
  }
}

/* ---- what is said ---- */

static ln_status
say(writing* const w, const ln_term subject, const ln_view predicate, const ln_term object)
{
  const ln_term about[2] = {subject, w->graph};
  return ln_say(w->out, w->session->names, about, predicate, object);
}

static ln_status
say_type(writing* const w, const ln_term subject, const ln_view type)
{
  return say(w, subject, LN_V(RDF "type"), ln_say_iri(type));
}

static ln_status
say_text(writing* const w, const ln_term subject, const ln_view predicate, const ln_view text)
{
  const ln_term literal = {
    .s = text.s, .n = (uint32_t)text.n, .stem = LN_STEM_STRING, .kind = LN_LITERAL};
  return say(w, subject, predicate, literal);
}

static ln_status
say_count(writing* const w, const ln_term subject, const ln_view predicate, const uint64_t n)
{
  ln_text_reset(&w->digits);
  LN_TRY(ln_text_format(&w->digits, "%llu", (unsigned long long)n));
  const ln_term literal = {
    .s = w->digits.s, .n = (uint32_t)w->digits.n, .stem = w->count, .kind = LN_LITERAL};
  return say(w, subject, predicate, literal);
}

/* The IRI of a thing and a word behind it, which make a fragment, or the end of one. */
static ln_status
name_part(writing* const w, const ln_term thing, const ln_view word, ln_term* const part)
{
  ln_text_reset(&w->iri);
  LN_TRY(ln_names_expand(w->session->names, thing, &w->iri));
  const bool more = ln_view_find(ln_text_view(&w->iri), '#') < w->iri.n;
  LN_TRY(ln_text_add_byte(&w->iri, more ? '-' : '#'));
  LN_TRY(ln_text_add(&w->iri, word));
  *part = ln_say_iri(ln_text_view(&w->iri));
  return LN_OK;
}

static ln_status
say_quote(writing* const w, const citation* const c, const ln_term self, const ln_view quote)
{
  ln_term part = {0};
  LN_TRY(name_part(w, self, LN_V("quote"), &part));
  LN_TRY(say(w, self, LN_V(OA "hasSelector"), part));
  LN_TRY(say_type(w, part, LN_V(OA "TextQuoteSelector")));
  if (!w->text.passages || !c->placed || c->end > w->text.n || c->start > c->end) {
    return say_text(w, part, LN_V(OA "exact"), quote);
  }
  const uint64_t before = c->start < AROUND ? 0U : c->start - AROUND;
  const uint64_t behind = w->text.n - c->end < AROUND ? w->text.n : c->end + AROUND;
  LN_TRY(say_text(w, part, LN_V(OA "exact"), between(&w->text, c->start, c->end)));
  if (before < c->start) {
    LN_TRY(say_text(w, part, LN_V(OA "prefix"), between(&w->text, before, c->start)));
  }
  return behind > c->end ? say_text(w, part, LN_V(OA "suffix"), between(&w->text, c->end, behind))
                         : LN_OK;
}

static ln_status
say_position(writing* const w, const citation* const c, const ln_term self)
{
  ln_term part = {0};
  LN_TRY(name_part(w, self, LN_V("position"), &part));
  LN_TRY(say(w, self, LN_V(OA "hasSelector"), part));
  LN_TRY(say_type(w, part, LN_V(OA "TextPositionSelector")));
  LN_TRY(say_count(w, part, LN_V(OA "start"), c->start));
  return say_count(w, part, LN_V(OA "end"), c->end);
}

static ln_status
say_citation(writing* const w, const citation* const c)
{
  const ln_term self  = ln_graph_term(w->said, ln_graph_subject(w->said, c->node));
  ln_view       quote = {0};
  LN_TRY(say_type(w, self, LN_V(OA "SpecificResource")));
  LN_TRY(say(w, self, LN_V(OA "hasSource"), ln_graph_term(w->said, c->source)));
  if (read_quote(w, c->node, &quote)) {
    LN_TRY(say_quote(w, c, self, quote));
  }
  return c->placed ? say_position(w, c, self) : LN_OK;
}

/* Whatever cites it is a body of its annotation. */
static ln_status
say_bodies(writing* const w, const size_t node)
{
  const ln_term        self  = ln_graph_term(w->said, ln_graph_subject(w->said, node));
  size_t               n     = 0U;
  const ln_edge* const edges = ln_graph_edges(w->said, node, &n);
  for (size_t i = 0U; i < n; ++i) {
    const ln_term cited      = ln_graph_term(w->said, edges[i].object);
    ln_term       annotation = {0};
    if (edges[i].predicate != w->words->words[LN_SAYING_CITATION] || cited.kind != LN_IRI) {
      continue;
    }
    LN_TRY(name_part(w, cited, LN_V("annotation"), &annotation));
    LN_TRY(say_type(w, annotation, LN_V(OA "Annotation")));
    LN_TRY(say(w, annotation, LN_V(OA "hasTarget"), cited));
    LN_TRY(say(w, annotation, LN_V(OA "motivatedBy"), ln_say_iri(LN_V(OA "linking"))));
    LN_TRY(say(w, annotation, LN_V(OA "hasBody"), self));
  }
  return LN_OK;
}

/* ---- sources ---- */

static ln_status
list_citation(writing* const w, const size_t node)
{
  size_t         at     = 0U;
  const uint32_t source = ln_said(w->said, w->words, node, LN_SAYING_SOURCE, &at);
  if (source == LN_GRAPH_NONE) {
    return LN_OK;
  }
  if (w->n == w->cap) {
    const size_t    cap  = w->cap > 0U ? 2U * w->cap : 64U;
    citation* const more = ln_realloc(w->list, cap, sizeof(citation));
    if (!more) {
      return LN_NO_MEM;
    }
    w->list = more;
    w->cap  = cap;
  }
  w->list[w->n++] = (citation){.node = node, .source = source};
  return LN_OK;
}

/* Terms and nodes have numbers in the order in which they were met. */
static int
compare(const void* const a, const void* const b)
{
  const citation* const x = a;
  const citation* const y = b;
  return x->source != y->source ? (x->source > y->source) - (x->source < y->source)
                                : (x->node > y->node) - (x->node < y->node);
}

static ln_status
say_citations(writing* const w, citation* const list, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    LN_TRY(place_citation(w, &list[i]));
  }
  LN_TRY(w->text.passages ? ln_passages_find(w->text.passages) : LN_OK);
  for (size_t i = 0U; i < n; ++i) {
    take_found(w, &list[i]);
    LN_TRY(say_citation(w, &list[i]));
  }
  return LN_OK;
}

/* All citations of one source. */
static ln_status
say_source(writing* const w, citation* const list, const size_t n)
{
  size_t         at   = 0U;
  const uint32_t node = ln_graph_node(w->said, list->source);
  const uint32_t file =
    node == LN_GRAPH_NONE ? LN_GRAPH_NONE : ln_said(w->said, w->words, node, LN_SAYING_FILE, &at);
  ln_status st =
    file == LN_GRAPH_NONE ? LN_OK : open_text(w, ln_term_bytes(ln_graph_term(w->said, file)));
  st = st == LN_OK ? say_citations(w, list, n) : st;
  close_text(&w->text);
  return st;
}

static ln_status
say_sources(writing* const w)
{
  for (size_t i = 0U; i < ln_graph_nodes(w->said); ++i) {
    LN_TRY(list_citation(w, i));
  }
  if (w->n > 1U) {
    qsort(w->list, w->n, sizeof(citation), compare);
  }
  for (size_t i = 0U, end = 0U; i < w->n; i = end) {
    for (end = i + 1U; end < w->n && w->list[end].source == w->list[i].source; ++end) {
    }
    LN_TRY(say_source(w, &w->list[i], end - i));
  }
  return LN_OK;
}

static ln_status
write_all(writing* const w, const ln_sink next)
{
  LN_TRY(say_sources(w));
  for (size_t i = 0U; i < ln_graph_nodes(w->said); ++i) {
    LN_TRY(say_bodies(w, i));
  }
  return ln_say_all(w->out, next);
}

static ln_status
tell(const void* const self, ln_graph* const said, const ln_term graph, const ln_sink next)
{
  const ln_annotating* const a = self;
  writing w    = {.session = a->session, .words = a->words, .said = said, .graph = graph};
  w.out        = ln_graph_new(a->words->names);
  ln_status st = w.out ? LN_OK : LN_NO_MEM;
  st = st == LN_OK ? ln_names_literal_stem(a->words->names, LN_V(COUNT), (ln_view){0}, &w.count)
                   : st; // declared, so that nothing is added
  st = st == LN_OK ? write_all(&w, next) : st;
  ln_graph_free(w.out);
  ln_free(w.list);
  ln_text_clear(&w.iri);
  ln_text_clear(&w.digits);
  return st;
}

ln_status
ln_session_retelling(const ln_session* const s,
                     ln_annotating* const    words,
                     const ln_sink           next,
                     ln_sink* const          sink)
{
  const ln_evidence form   = s->testimony.form;
  ln_teller         teller = {tell, words};
  *words                   = (ln_annotating){s, &s->testimony};
  if (form == LN_EVIDENCE_REIFIERS || form == LN_EVIDENCE_STAR) {
    return ln_claim_terms_new(&s->testimony, next, sink);
  }
  if (form == LN_EVIDENCE_GRAPHS) {
    teller = ln_claim_graphs(&s->testimony);
  } else if (form == LN_EVIDENCE_RANKS) {
    teller = ln_claim_ranks(&s->testimony);
  }
  return ln_testimony_new(&s->testimony, &teller, next, sink);
}
