/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Canonical N-Triples and N-Quads. Subject and graph are rendered once a description and copied
   into each line; predicates were rendered when the plan was sealed; an object is its stem's
   beginning, the bytes of the cell and the stem's end. Invariant: before a line is begun there is
   room for all of it, so the line is put together by plain copies. Bytes known to be clean are not
   looked at. Cost: five short copies a triple, no allocation once the two scratch texts have their
   size. */

#include "base/memory.h"
#include "sink/escape.h"
#include "sink/writers.h"

typedef struct {
  const ln_names* names;
  ln_out*         out;
  bool            quads;
  bool            owns; ///< a worker owns its device
  ln_text         head; ///< the subject and a blank
  ln_text         tail; ///< a blank, the graph and a blank; point and line end
  ln_text         verb; ///< a predicate that came from a cell
} ntriples;

/** Longer bytes that may need escapes are put piece by piece instead of making room for the worst.
 */
enum { LONG = 8192 };

static inline ln_escape_kind
escape_of(const ln_term term)
{
  return term.kind == LN_LITERAL ? LN_ESCAPE_STRING : LN_ESCAPE_IRI;
}

static inline char*
put_bytes(char* const to, const ln_term term)
{
  return (term.flags & LN_CLEAN) ? ln_escape_none(to, ln_term_bytes(term))
                                 : ln_escape(to, ln_term_bytes(term), escape_of(term));
}

/** Append a term and a blank to a scratch text. */
static ln_status
add_term(const ln_names* const names, const ln_term term, ln_text* const text)
{
  const bool           blank = term.kind == LN_BLANK;
  const ln_stem* const stem  = ln_names_stem_at(names, blank ? LN_STEM_IRI : term.stem);
  LN_TRY(ln_text_reserve(text, stem->nt_open.n + stem->nt_close.n + ln_escape_bound(term.n) + 3U));
  char* p = text->s + text->n;
  p       = ln_escape_none(p, blank ? LN_V("_:") : stem->nt_open);
  p       = put_bytes(p, term);
  if (!blank) {
    p = ln_escape_none(p, stem->nt_close);
  }
  *p++    = ' ';
  text->n = (size_t)(p - text->s);
  return LN_OK;
}

static inline ln_status
make_room(ln_out* const out, const size_t n)
{
  return out->cap - out->n < n ? ln_out_room(out, n) : LN_OK;
}

/** The predicate in angle brackets: rendered already, or now if it came from a cell. */
static inline ln_status
find_predicate(ntriples* const      w,
               const ln_desc* const desc,
               const ln_pair* const pair,
               ln_view* const       verb)
{
  if (pair->predicate < LN_PREDICATE_CELL) {
    *verb = ln_names_predicate_at(w->names, pair->predicate)->nt;
    return LN_OK;
  }
  const ln_view iri  = desc->dynamic[pair->predicate - LN_PREDICATE_CELL];
  const ln_term term = {iri.s, (uint32_t)iri.n, LN_STEM_IRI, LN_IRI, 0U};
  ln_text_reset(&w->verb);
  LN_TRY(add_term(w->names, term, &w->verb));
  *verb = ln_view_first(ln_text_view(&w->verb), w->verb.n - 1U);
  return LN_OK;
}

/** A line whose object is too long to make room for at once. */
static ln_status
put_long(const ntriples* const w, const ln_pair* const pair, const ln_stem* const stem)
{
  ln_out* const out = w->out;
  ln_out_put_view(out, pair->object.kind == LN_BLANK ? LN_V("_:") : stem->nt_open);
  ln_escape_put(out, ln_term_bytes(pair->object), escape_of(pair->object));
  if (pair->object.kind != LN_BLANK) {
    ln_out_put_view(out, stem->nt_close);
  }
  ln_out_put_view(out, ln_text_view(&w->tail));
  return out->status;
}

static inline ln_status
put_pair(ntriples* const w, const ln_desc* const desc, const ln_pair* const pair)
{
  ln_out* const        out    = w->out;
  const ln_term        object = pair->object;
  const bool           blank  = object.kind == LN_BLANK;
  const bool           clean  = (object.flags & LN_CLEAN) != 0;
  const ln_stem* const stem   = ln_names_stem_at(w->names, blank ? LN_STEM_IRI : object.stem);
  const bool           big    = !clean && object.n > LONG;
  const size_t         worst  = big ? 0U : ln_escape_bound(object.n);
  const size_t         bytes  = clean ? object.n : worst;
  ln_view              verb   = {NULL, 0U};
  LN_TRY(find_predicate(w, desc, pair, &verb));
  LN_TRY(make_room(
    out, w->head.n + verb.n + stem->nt_open.n + bytes + stem->nt_close.n + w->tail.n + 4U));

  char* p = ln_escape_none(out->s + out->n, ln_text_view(&w->head));
  p       = ln_escape_none(p, verb);
  *p++    = ' ';
  if (big) {
    out->n = (size_t)(p - out->s);
    return put_long(w, pair, stem);
  }
  p = ln_escape_none(p, blank ? LN_V("_:") : stem->nt_open);
  p = put_bytes(p, object);
  if (!blank) {
    p = ln_escape_none(p, stem->nt_close);
  }
  p      = ln_escape_none(p, ln_text_view(&w->tail));
  out->n = (size_t)(p - out->s);
  return LN_OK;
}

static ln_status
ntriples_describe(void* const self, const ln_desc* const desc)
{
  ntriples* const w = (ntriples*)self;
  ln_text_reset(&w->head);
  ln_text_reset(&w->tail);
  LN_TRY(add_term(w->names, desc->subject, &w->head));
  LN_TRY(ln_text_add_byte(&w->tail, ' '));
  if (w->quads && desc->graph.kind != LN_NONE) {
    LN_TRY(add_term(w->names, desc->graph, &w->tail));
  }
  LN_TRY(ln_text_add(&w->tail, LN_V(".\n")));
  for (size_t i = 0U; i < desc->n_pairs; ++i) {
    LN_TRY(put_pair(w, desc, &desc->pairs[i]));
  }
  return w->out->status;
}

static ln_status
ntriples_finish(void* const self)
{
  return ((const ntriples*)self)->out->status;
}

static void
ntriples_free(void* const self)
{
  ntriples* const w = (ntriples*)self;
  if (w->owns) {
    ln_out_abandon(w->out);
  }
  ln_text_clear(&w->head);
  ln_text_clear(&w->tail);
  ln_text_clear(&w->verb);
  ln_free(w);
}

static ln_status
ntriples_fork(const void* const self, ln_sink* const worker)
{
  const ntriples* const w   = (const ntriples*)self;
  ln_out*               out = NULL;
  LN_TRY(ln_out_memory(&out));
  const ln_status status = ln_ntriples_new(w->names, out, w->quads, worker);
  if (status != LN_OK) {
    ln_out_abandon(out);
    return status;
  }
  ((ntriples*)worker->self)->owns = true;
  return LN_OK;
}

static ln_status
ntriples_join(void* const self, const ln_sink worker)
{
  const ntriples* const w    = (const ntriples*)self;
  const ntriples* const from = (const ntriples*)worker.self;
  LN_TRY(from->out->status);
  ln_out_put_view(w->out, ln_out_bytes(from->out));
  ln_out_rewind(from->out);
  return w->out->status;
}

ln_status
ln_ntriples_new(const ln_names* const names,
                ln_out* const         out,
                const bool            quads,
                ln_sink* const        sink)
{
  static const struct ln_sink_ops OPS = {
    ntriples_describe, ntriples_finish, ntriples_fork, ntriples_join, ntriples_free};
  ntriples* const w = (ntriples*)ln_alloc_zero(1U, sizeof(ntriples));
  if (!w) {
    return LN_NO_MEM;
  }
  w->names = names;
  w->out   = out;
  w->quads = quads;
  *sink    = (ln_sink){&OPS, w};
  return LN_OK;
}
