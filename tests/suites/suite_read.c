/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Graphs from files, read by serd, which shares no code with liner. Relative IRIs are resolved
   against the base of the test or what the file itself declares. */

#include "suite_read.h"

#include <serd/serd.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  suite_graph* graph;
  SerdEnv*     env;
  ln_text*     problem;
  ln_status    status;
} reading;

static ln_view
view_of(const SerdNode* const node)
{
  return node && node->buf ? (ln_view){(const char*)node->buf, node->n_bytes} : LN_V("");
}

/* An IRI or prefixed name as a whole IRI, to be given back with serd_node_free. */
static SerdNode
whole(const reading* const r, const SerdNode* const node)
{
  return node && node->type != SERD_NOTHING ? serd_env_expand_node(r->env, node) : SERD_NODE_NULL;
}

static ln_status
add_iri(const reading* const r, const SerdNode* const node, suite_node* const out)
{
  SerdNode        iri = whole(r, node);
  const ln_status st  = iri.buf ? suite_graph_iri(r->graph, view_of(&iri), out) : LN_IO;
  serd_node_free(&iri);
  return st;
}

static ln_status
add_node(const reading* const  r,
         const SerdNode* const node,
         const SerdNode* const datatype,
         const SerdNode* const lang,
         suite_node* const     out)
{
  switch (node->type) {
  case SERD_BLANK:
    return suite_graph_blank(r->graph, view_of(node), out);
  case SERD_LITERAL: {
    SerdNode        type = whole(r, datatype);
    const ln_status st =
      suite_graph_literal(r->graph, view_of(node), view_of(lang), view_of(&type), out);
    serd_node_free(&type);
    return st;
  }
  case SERD_URI:
  case SERD_CURIE:
    return add_iri(r, node, out);
  case SERD_NOTHING:
  default:
    return LN_IO;
  }
}

static SerdStatus
on_statement(void* const              handle,
             const SerdStatementFlags flags,
             const SerdNode* const    graph,
             const SerdNode* const    subject,
             const SerdNode* const    predicate,
             const SerdNode* const    object,
             const SerdNode* const    datatype,
             const SerdNode* const    lang)
{
  reading* const r    = handle;
  suite_quad     quad = {0};
  (void)flags;
  r->status = add_node(r, subject, NULL, NULL, &quad.nodes[0]);
  if (r->status == LN_OK) {
    r->status = add_node(r, predicate, NULL, NULL, &quad.nodes[1]);
  }
  if (r->status == LN_OK) {
    r->status = add_node(r, object, datatype, lang, &quad.nodes[2]);
  }
  if (r->status == LN_OK && graph && graph->type != SERD_NOTHING) {
    r->status = add_node(r, graph, NULL, NULL, &quad.nodes[3]);
  }
  if (r->status == LN_OK) {
    r->status = suite_graph_add(r->graph, quad);
  }
  return r->status == LN_OK ? SERD_SUCCESS : SERD_ERR_INTERNAL;
}

static SerdStatus
on_base(void* const handle, const SerdNode* const uri)
{
  return serd_env_set_base_uri(((reading*)handle)->env, uri);
}

static SerdStatus
on_prefix(void* const handle, const SerdNode* const name, const SerdNode* const uri)
{
  return serd_env_set_prefix(((reading*)handle)->env, name, uri);
}

/* The first complaint is kept. */
static SerdStatus
on_error(void* const handle, const SerdError* const error)
{
  reading* const r = handle;
  if (r->problem->n > 0U) {
    return SERD_SUCCESS;
  }
  va_list args;
  va_copy(args, *error->args);
  if (ln_text_format(r->problem, "line %u: ", error->line) != LN_OK ||
      ln_text_vformat(r->problem, error->fmt, args) != LN_OK) {
    r->status = LN_NO_MEM;
  }
  va_end(args);
  while (r->problem->n > 0U && r->problem->s[r->problem->n - 1U] == '\n') {
    r->problem->s[--r->problem->n] = '\0';
  }
  return SERD_SUCCESS;
}

static SerdSyntax
syntax_of(const ln_view path)
{
  if (ln_view_ends(path, LN_V(".nt"))) {
    return SERD_NTRIPLES;
  }
  if (ln_view_ends(path, LN_V(".nq"))) {
    return SERD_NQUADS;
  }
  return ln_view_ends(path, LN_V(".trig")) ? SERD_TRIG : SERD_TURTLE;
}

/* Read from `file`, or `text` if that is NULL. */
static ln_status
read_all(reading* const r, const SerdSyntax syntax, FILE* const file, const char* const text)
{
  SerdReader* const reader =
    serd_reader_new(syntax, r, NULL, on_base, on_prefix, on_statement, NULL);
  if (!reader) {
    return LN_NO_MEM;
  }
  serd_reader_set_strict(reader, true);
  serd_reader_set_error_sink(reader, on_error, r);
  const SerdStatus st = file ? serd_reader_read_file_handle(reader, file, (const uint8_t*)"input")
                             : serd_reader_read_string(reader, (const uint8_t*)text);
  serd_reader_free(reader);
  if (r->status == LN_OK && st > SERD_FAILURE) {
    r->status = LN_IO;
    if (r->problem->n == 0U) {
      return ln_text_add(r->problem, ln_view_of((const char*)serd_strerror(st))) == LN_OK
               ? LN_IO
               : LN_NO_MEM;
    }
  }
  return r->status;
}

static ln_status
read_with_base(const SerdSyntax   syntax,
               FILE* const        file,
               const char* const  text,
               const char* const  base,
               suite_graph* const g,
               ln_text* const     problem)
{
  const SerdNode uri =
    base ? serd_node_from_string(SERD_URI, (const uint8_t*)base) : SERD_NODE_NULL;
  reading r = {.graph = g, .env = serd_env_new(&uri), .problem = problem};
  if (!r.env) {
    return LN_NO_MEM;
  }
  const ln_status st = read_all(&r, syntax, file, text);
  serd_env_free(r.env);
  return st;
}

ln_status
suite_read(const char* const  path,
           const char* const  base,
           suite_graph* const g,
           ln_text* const     problem)
{
  FILE* const file = fopen(path, "rb");
  if (!file) {
    LN_TRY(ln_text_format(problem, "%s: %s", path, strerror(errno)));
    return LN_IO;
  }
  const ln_status st = read_with_base(syntax_of(ln_view_of(path)), file, NULL, base, g, problem);
  return fclose(file) == 0 || st != LN_OK ? st : LN_IO;
}

ln_status
suite_read_text(const char* const text, suite_graph* const g, ln_text* const problem)
{
  return read_with_base(SERD_NQUADS, NULL, text, NULL, g, problem);
}
