/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples of rows are written by the writer of N-Triples and taken line by line, so that they are
   the very bytes of an export; those of files are put together here by the same rules. Invariant: a
   key is the triple, and behind a blank the graph, with language tags in lower case. */

#include "sink/quad.h"

#include "base/memory.h"
#include "base/out.h"
#include "sink/escape.h"
#include "sink/writers.h"

void
ln_quad_text_clear(ln_quad_text* const text)
{
  ln_text_clear(&text->text);
  ln_text_clear(&text->key);
}

static ln_status
add_escaped(ln_text* const text, const ln_view v, const ln_escape_kind kind)
{
  LN_TRY(ln_text_reserve(text, ln_escape_bound(v.n)));
  text->n = (size_t)(ln_escape(text->s + text->n, v, kind) - text->s);
  return LN_OK;
}

static ln_status
add_iri(ln_text* const text, const ln_view iri)
{
  LN_TRY(ln_text_add_byte(text, '<'));
  LN_TRY(add_escaped(text, iri, LN_ESCAPE_IRI));
  return ln_text_add_byte(text, '>');
}

static ln_status
add_literal(ln_text* const text, const ln_read_term* const term)
{
  LN_TRY(ln_text_add_byte(text, '"'));
  LN_TRY(add_escaped(text, term->text, LN_ESCAPE_STRING));
  LN_TRY(ln_text_add_byte(text, '"'));
  if (term->lang.n > 0U) {
    LN_TRY(ln_text_add_byte(text, '@'));
    return ln_text_add(text, term->lang);
  }
  if (term->datatype.n > 0U &&
      !ln_view_equals(term->datatype, LN_V("http://www.w3.org/2001/XMLSchema#string"))) {
    LN_TRY(ln_text_add(text, LN_V("^^")));
    return add_iri(text, term->datatype);
  }
  return LN_OK;
}

static ln_status
add_term(ln_text* const text, const ln_read_term* const term)
{
  if (term->kind == LN_LITERAL) {
    return add_literal(text, term);
  }
  if (term->kind == LN_BLANK) {
    LN_TRY(ln_text_add(text, LN_V("_:")));
    return ln_text_add(text, term->text);
  }
  return add_iri(text, term->text);
}

static bool
has_capitals(const ln_view v)
{
  for (size_t i = 0U; i < v.n; ++i) {
    if (v.s[i] >= 'A' && v.s[i] <= 'Z') {
      return true;
    }
  }
  return false;
}

/* The same with the language tag, `at` bytes from the beginning, in lower case. */
static ln_status
lower_tag(ln_quad_text* const text, const size_t at, const size_t n)
{
  ln_text_reset(&text->key);
  LN_TRY(ln_text_add(&text->key, ln_text_view(&text->text)));
  for (size_t i = at; i < at + n; ++i) {
    const char c   = text->key.s[i];
    text->key.s[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return LN_OK;
}

ln_status
ln_quad_of(const ln_read_triple* const triple,
           const uint32_t              source,
           ln_quad_text* const         text,
           ln_quad* const              quad)
{
  ln_text* const t = &text->text;
  ln_text_reset(t);
  LN_TRY(add_term(t, &triple->subject));
  LN_TRY(ln_text_add_byte(t, ' '));
  LN_TRY(add_term(t, &triple->predicate));
  LN_TRY(ln_text_add_byte(t, ' '));
  LN_TRY(add_term(t, &triple->object));
  const size_t end = t->n;
  if (triple->graph.kind != LN_NONE) {
    LN_TRY(ln_text_add_byte(t, ' '));
    LN_TRY(add_term(t, &triple->graph));
  }
  const bool lower = has_capitals(triple->object.lang);
  LN_TRY(lower ? lower_tag(text, end - triple->object.lang.n, triple->object.lang.n) : LN_OK);
  *quad = (ln_quad){.triple = ln_view_first(ln_text_view(t), end),
                    .graph  = ln_view_from(ln_text_view(t), end + 1U),
                    .key    = lower ? ln_text_view(&text->key) : ln_text_view(t),
                    .blank  = triple->subject.kind == LN_BLANK || triple->object.kind == LN_BLANK ||
                             triple->graph.kind == LN_BLANK,
                    .where = {.source = source},
                    .line  = triple->line};
  return LN_OK;
}

typedef struct {
  const ln_names* names;
  ln_quad_func    take;
  void*           self;
  ln_out*         out;
  ln_sink         writer; ///< N-Triples into `out`
  ln_text         graph;  ///< of the description at hand
  ln_text         key;    ///< of a triple in it
} quad_sink;

static ln_status
set_graph(quad_sink* const q, const ln_term graph)
{
  ln_text_reset(&q->graph);
  if (graph.kind == LN_NONE) {
    return LN_OK;
  }
  if (graph.kind == LN_BLANK) {
    LN_TRY(ln_text_add(&q->graph, LN_V("_:")));
    return ln_text_add(&q->graph, ln_term_bytes(graph));
  }
  ln_text_reset(&q->key);
  LN_TRY(ln_names_expand(q->names, graph, &q->key));
  return add_iri(&q->graph, ln_text_view(&q->key));
}

/* The key of a triple in the graph at hand. */
static ln_status
make_key(quad_sink* const q, const ln_view triple, ln_view* const key)
{
  *key = triple;
  if (q->graph.n > 0U) {
    ln_text_reset(&q->key);
    LN_TRY(ln_text_add(&q->key, triple));
    LN_TRY(ln_text_add_byte(&q->key, ' '));
    LN_TRY(ln_text_add(&q->key, ln_text_view(&q->graph)));
    *key = ln_text_view(&q->key);
  }
  return LN_OK;
}

static bool
is_blank(const ln_term term)
{
  return term.kind == LN_BLANK;
}

static ln_status
quad_describe(void* const self, const ln_desc* const desc)
{
  quad_sink* const q = self;
  ln_out_rewind(q->out);
  LN_TRY(set_graph(q, desc->graph));
  LN_TRY(ln_sink_describe(q->writer, desc));
  ln_view rest = ln_out_bytes(q->out);
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    const size_t end  = ln_view_find(rest, '\n');
    ln_quad      quad = {.triple = ln_view_first(rest, end - (sizeof(" .") - 1U)),
                         .graph  = ln_text_view(&q->graph),
                         .blank  = is_blank(desc->subject) || is_blank(desc->graph) ||
                                  is_blank(desc->pairs[i].object),
                         .where = ln_desc_where(desc, i)};
    LN_TRY(make_key(q, quad.triple, &quad.key));
    LN_TRY(q->take(q->self, &quad));
    rest = ln_view_from(rest, end + 1U);
  }
  return LN_OK;
}

static ln_status
quad_finish(void* const self)
{
  (void)self;
  return LN_OK;
}

static void
quad_free(void* const self)
{
  quad_sink* const q = self;
  ln_sink_free(q->writer);
  ln_out_abandon(q->out);
  ln_text_clear(&q->graph);
  ln_text_clear(&q->key);
  ln_free(q);
}

ln_status
ln_quad_sink_new(const ln_names* const names,
                 const ln_quad_func    take,
                 void* const           self,
                 ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {
    .describe = quad_describe, .finish = quad_finish, .free = quad_free};
  quad_sink* const q = ln_alloc_zero(1U, sizeof(*q));
  if (!q) {
    return LN_NO_MEM;
  }
  q->names     = names;
  q->take      = take;
  q->self      = self;
  ln_status st = ln_out_memory(&q->out);
  st           = st == LN_OK ? ln_ntriples_new(names, q->out, false, &q->writer) : st;
  if (st != LN_OK) {
    quad_free(q);
    return st;
  }
  *sink = (ln_sink){&OPS, q};
  return LN_OK;
}
