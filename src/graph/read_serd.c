/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The Turtle family, by serd. serd finds triples; prefixes and relative IRIs are spelt out here,
   into one scratch text for each place of a triple, so that nothing is allocated for a triple. serd
   calls itself for what is nested, so the depth is bounded before it sees the bytes
   (graph/depth.h), and it takes U+0000 for the end of the input, so that is refused as well.
   Lines are counted only if asked for: serd does not tell them, so it gets the input byte by byte,
   and a triple ends where it is handed over, but for one byte looked at ahead. */

#include "base/memory.h"
#include "base/text.h"

#include "graph/depth.h"
#include "graph/read_inner.h"
#include "rdf/iri.h"

#include <serd/serd.h>

#include <stdio.h>
#include <string.h>

enum { PAGE = 1 << 16, PLACES = 5 };

typedef struct {
  ln_read_job* job;
  SerdEnv*     env;
  ln_depth     depth;
  ln_text      scratch[PLACES]; ///< subject, predicate, object, graph, datatype
  bool         broken;          ///< the input could not be read
  // With lines, serd takes single bytes, read ahead here:
  char*    page;
  size_t   n;
  size_t   at;
  uint64_t newlines; ///< in all bytes given but the last
  bool     last_newline;
  bool     removed; ///< of changes: what is read is taken away
} serd_reading;

static ln_view
text_of(const SerdNode* const node)
{
  return node && node->buf ? (ln_view){(const char*)node->buf, node->n_bytes} : LN_V("");
}

static ln_view
chunk_of(const SerdChunk chunk)
{
  return (ln_view){(const char*)chunk.buf, chunk.len};
}

static SerdStatus
fail(serd_reading* const r, const ln_status status)
{
  if (r->job->status == LN_OK) {
    r->job->status = status;
  }
  return SERD_ERR_INTERNAL;
}

/* Of what was read last; 0: not known. */
static uint64_t
line_of(const serd_reading* const r)
{
  return r->job->lines ? r->newlines + 1U : 0U;
}

/* `prefix:local`, spelt out. */
static SerdStatus
expand_name(serd_reading* const r, const SerdNode* const node, ln_text* const out, ln_view* const v)
{
  SerdChunk        prefix = {NULL, 0U};
  SerdChunk        local  = {NULL, 0U};
  const SerdStatus found  = serd_env_expand(r->env, node, &prefix, &local);
  if (found != SERD_SUCCESS) {
    const ln_view name = text_of(node);
    ln_text_reset(out);
    if (ln_text_format(out,
                       "the prefix %s is not declared",
                       ln_shown(r->job->log, ln_view_first(name, ln_view_find(name, ':') + 1U))) !=
        LN_OK) {
      return fail(r, LN_NO_MEM);
    }
    ln_read_fault_here(r->job, line_of(r), ln_text_view(out));
    return SERD_ERR_BAD_CURIE;
  }
  ln_text_reset(out);
  if (ln_text_add(out, chunk_of(prefix)) != LN_OK || ln_text_add(out, chunk_of(local)) != LN_OK) {
    return fail(r, LN_NO_MEM);
  }
  *v = ln_text_view(out);
  return SERD_SUCCESS;
}

static SerdStatus
expand_iri(serd_reading* const r, const SerdNode* const node, ln_text* const out, ln_view* const v)
{
  *v = text_of(node);
  if (serd_uri_string_has_scheme(node->buf)) {
    return SERD_SUCCESS;
  }
  SerdURI               base = SERD_URI_NULL;
  const SerdNode* const iri  = serd_env_get_base_uri(r->env, &base);
  ln_text_reset(out);
  if (ln_iri_resolve(text_of(iri), *v, out) != LN_OK) {
    return fail(r, LN_NO_MEM);
  }
  *v = ln_text_view(out);
  return SERD_SUCCESS;
}

static SerdStatus
expand(serd_reading* const r, const SerdNode* const node, ln_text* const out, ln_view* const v)
{
  return node->type == SERD_CURIE ? expand_name(r, node, out, v) : expand_iri(r, node, out, v);
}

static SerdStatus
set_term(serd_reading* const   r,
         const SerdNode* const node,
         ln_text* const        out,
         ln_read_term* const   term)
{
  if (!node || node->type == SERD_NOTHING) {
    return SERD_SUCCESS;
  }
  term->text = text_of(node);
  if (node->type == SERD_BLANK) {
    term->kind = LN_BLANK;
    return SERD_SUCCESS;
  }
  if (node->type == SERD_LITERAL) {
    term->kind = LN_LITERAL;
    return SERD_SUCCESS;
  }
  term->kind = LN_IRI;
  return expand(r, node, out, &term->text);
}

static SerdStatus
// NOLINTNEXTLINE(readability-function-size): the parameters are serd's
take_statement(void* const              handle,
               const SerdStatementFlags flags,
               const SerdNode* const    graph,
               const SerdNode* const    subject,
               const SerdNode* const    predicate,
               const SerdNode* const    object,
               const SerdNode* const    datatype,
               const SerdNode* const    lang)
{
  serd_reading* const r  = (serd_reading*)handle;
  ln_read_triple      t  = {.line = line_of(r), .removed = r->removed};
  SerdStatus          st = set_term(r, subject, &r->scratch[0], &t.subject);
  (void)flags;
  st = st == SERD_SUCCESS ? set_term(r, predicate, &r->scratch[1], &t.predicate) : st;
  st = st == SERD_SUCCESS ? set_term(r, object, &r->scratch[2], &t.object) : st;
  st = st == SERD_SUCCESS ? set_term(r, graph, &r->scratch[3], &t.graph) : st;
  if (st == SERD_SUCCESS && datatype && datatype->type != SERD_NOTHING) {
    st = expand(r, datatype, &r->scratch[4], &t.object.datatype);
  }
  t.object.lang = text_of(lang);
  if (st != SERD_SUCCESS) {
    return st;
  }
  return ln_read_take(r->job, &t) ? SERD_SUCCESS : SERD_ERR_INTERNAL;
}

static SerdStatus
take_base(void* const handle, const SerdNode* const uri)
{
  return serd_env_set_base_uri(((serd_reading*)handle)->env, uri);
}

static SerdStatus
take_prefix(void* const handle, const SerdNode* const name, const SerdNode* const uri)
{
  return serd_env_set_prefix(((serd_reading*)handle)->env, name, uri);
}

/* serd's sentences end in a line feed. */
static SerdStatus
take_error(void* const handle, const SerdError* const error)
{
  serd_reading* const r    = (serd_reading*)handle;
  ln_text             text = {0};
  const ln_status     st   = ln_text_vformat(&text, error->fmt, *error->args);
  if (st != LN_OK) {
    ln_text_clear(&text);
    return fail(r, st);
  }
  if (!r->job->faulty && !r->broken) { // what is broken off has no syntax
    const uint64_t before = r->job->update ? ln_update_line(r->job->update) : 0U;
    ln_read_fault(r->job, before + error->line, error->col, ln_view_trim(ln_text_view(&text)));
  }
  ln_text_clear(&text);
  return SERD_SUCCESS;
}

static ln_status
read_some(const serd_reading* const r, char* const buffer, const size_t size, size_t* const got)
{
  return r->job->update ? ln_update_read(r->job->update, buffer, size, got)
                        : ln_in_read(r->job->in, buffer, size, got);
}

/* Fill the buffer, or come to the end; false if that failed. What serd must not see is a fault, and
   ends the input. */
static bool
fill(serd_reading* const r, char* const buffer, const size_t size, size_t* const n)
{
  ln_status st = LN_OK;
  *n           = 0U;
  while (st == LN_OK && *n < size) {
    size_t got = 0U;
    st         = read_some(r, buffer + *n, size - *n, &got);
    *n += got;
  }
  if (st != LN_OK && st != LN_END) {
    r->broken = true;
    (void)fail(r, st == LN_STOP ? st : LN_OK);
    return false;
  }
  const ln_view bytes = {buffer, *n};
  const char*   why   = ln_depth_scan(&r->depth, bytes);
  if (why && !r->job->faulty) {
    ln_read_fault(r->job, r->depth.newlines + 1U, 0U, ln_view_of(why));
  }
  *n = why ? 0U : *n;
  return true;
}

static size_t
read_page(void* const buffer, const size_t size, const size_t n, void* const handle)
{
  size_t got = 0U;
  return fill((serd_reading*)handle, (char*)buffer, size * n, &got) ? got : 0U;
}

static size_t
read_byte(void* const buffer, const size_t size, const size_t n, void* const handle)
{
  serd_reading* const r = (serd_reading*)handle;
  (void)size;
  (void)n;
  if (r->at == r->n) {
    r->at = 0U;
    if (!fill(r, r->page, PAGE, &r->n) || r->n == 0U) {
      return 0U;
    }
  }
  const char c = r->page[r->at++];
  r->newlines += r->last_newline;
  r->last_newline = c == '\n';
  *(char*)buffer  = c;
  return 1U;
}

static int
is_broken(void* const handle)
{
  return ((const serd_reading*)handle)->broken;
}

static SerdSyntax
syntax_of(const char* const name)
{
  static const struct {
    const char* name;
    SerdSyntax  syntax;
  } SYNTAXES[] = {{"trig", SERD_TRIG},
                  {"update", SERD_TRIG},
                  {"ntriples", SERD_NTRIPLES},
                  {"nquads", SERD_NQUADS}};
  for (size_t i = 0U; i < sizeof(SYNTAXES) / sizeof(SYNTAXES[0]); ++i) {
    if (strcmp(SYNTAXES[i].name, name) == 0) {
      return SYNTAXES[i].syntax;
    }
  }
  return SERD_TURTLE;
}

/* One document. */
static ln_status
read_document(serd_reading* const r, SerdReader* const reader)
{
  ln_read_job* const job = r->job;
  const SerdStatus   st  = serd_reader_read_source(reader,
                                                job->lines ? read_byte : read_page,
                                                is_broken,
                                                r,
                                                (const uint8_t*)"",
                                                job->lines ? 1U : PAGE);
  LN_TRY(job->status);
  if (r->broken) {
    return LN_IO;
  }
  if (st > SERD_FAILURE && !job->faulty) {
    ln_read_fault_here(job, line_of(r), ln_view_of((const char*)serd_strerror(st)));
  }
  return job->status;
}

static ln_status
read_all(serd_reading* const r, SerdReader* const reader)
{
  ln_read_job* const job = r->job;
  serd_reader_set_strict(reader, true);
  serd_reader_set_error_sink(reader, take_error, r);
  if (!job->update) {
    return read_document(r, reader);
  }
  ln_status st = ln_update_next(job->update, &r->removed);
  while (st == LN_OK && !job->faulty) {
    LN_TRY(read_document(r, reader));
    st = job->faulty ? LN_END : ln_update_next(job->update, &r->removed);
  }
  return st == LN_END ? job->status : st;
}

ln_status
ln_read_serd(ln_read_job* const job)
{
  serd_reading      r    = {.job = job};
  const uint8_t*    base = (const uint8_t*)(job->base.n > 0U ? job->base.s : "");
  const SerdNode    iri  = serd_node_from_string(SERD_URI, base);
  ln_status         st   = LN_OK;
  SerdReader* const reader =
    serd_reader_new(syntax_of(job->syntax), &r, NULL, take_base, take_prefix, take_statement, NULL);
  r.depth.flat = strcmp(job->syntax, "ntriples") == 0 || strcmp(job->syntax, "nquads") == 0;
  r.env        = serd_env_new(job->base.n > 0U ? &iri : NULL);
  r.page       = job->lines ? (char*)ln_alloc(PAGE) : NULL;
  st           = reader && r.env && (r.page || !job->lines) ? read_all(&r, reader) : LN_NO_MEM;
  serd_reader_free(reader);
  serd_env_free(r.env);
  ln_free(r.page);
  for (size_t i = 0U; i < PLACES; ++i) {
    ln_text_clear(&r.scratch[i]);
  }
  return st;
}
