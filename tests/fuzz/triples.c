/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Nodes are copied one by one into an arena as serd hands them over, IRIs resolved by serd itself.
 */

#include "triples.h"

#include "base/arena.h"
#include "base/memory.h"

#include <serd/serd.h>

#include <stdio.h>
#include <stdlib.h>

struct text_list {
  ln_arena arena;
};

typedef struct {
  triples* out;
  SerdEnv* env;
  ln_view  text; ///< what is being read, for messages
} reading;

static ln_view
keep(const reading* const r, const ln_view v)
{
  const ln_view copy = ln_arena_copy(&r->out->texts->arena, v);
  FUZZ_CHECK(copy.s, "no memory");
  return copy;
}

static ln_view
text_of(const SerdNode* const node)
{
  return node && node->buf ? (ln_view){(const char*)node->buf, node->n_bytes} : LN_V("");
}

static ln_view
node_text(const reading* const r, const SerdNode* const node)
{
  char label[300];
  if (!node || node->type == SERD_NOTHING) {
    return LN_V("");
  }
  if (node->type == SERD_BLANK) {
    const int n = snprintf(label, sizeof(label), "_:%s", (const char*)node->buf);
    return keep(r, (ln_view){label, (size_t)n});
  }
  if (node->type == SERD_LITERAL) {
    return keep(r, text_of(node));
  }
  SerdNode      whole = serd_env_expand_node(r->env, node);
  const ln_view text  = keep(r, whole.buf ? text_of(&whole) : text_of(node));
  serd_node_free(&whole);
  return text;
}

static SerdStatus
take_statement(void* const              handle,
               const SerdStatementFlags flags,
               const SerdNode* const    graph,
               const SerdNode* const    subject,
               const SerdNode* const    predicate,
               const SerdNode* const    object,
               const SerdNode* const    datatype,
               const SerdNode* const    lang)
{
  const reading* const r = handle;
  triples* const       t = r->out;
  (void)flags;
  (void)graph;
  if (t->n == t->cap) {
    t->cap          = t->cap * 2U + 64U;
    triple* const v = ln_realloc(t->v, t->cap, sizeof(triple));
    FUZZ_CHECK(v, "no memory for %zu triples", t->cap);
    t->v = v;
  }
  t->v[t->n++] = (triple){.subject   = node_text(r, subject),
                          .predicate = node_text(r, predicate),
                          .object    = node_text(r, object),
                          .datatype  = node_text(r, datatype),
                          .lang      = keep(r, text_of(lang)),
                          .literal   = object->type == SERD_LITERAL};
  return SERD_SUCCESS;
}

static SerdStatus
take_base(void* const handle, const SerdNode* const uri)
{
  return serd_env_set_base_uri(((reading*)handle)->env, uri);
}

static SerdStatus
take_prefix(void* const handle, const SerdNode* const name, const SerdNode* const uri)
{
  return serd_env_set_prefix(((reading*)handle)->env, name, uri);
}

static SerdStatus
take_error(void* const handle, const SerdError* const error)
{
  const reading* const r = handle;
  (void)fprintf(stderr, "serd, line %u: ", error->line);
  (void)vfprintf(stderr, error->fmt, *error->args);
  FUZZ_SAME("output that is refused", r->text, LN_V(""));
  return SERD_ERR_BAD_SYNTAX;
}

static const SerdSyntax SYNTAXES[] = {SERD_NTRIPLES, SERD_NQUADS, SERD_TURTLE};

void
triples_read(const triples_syntax syntax, const ln_view text, triples* const out)
{
  *out       = (triples){0};
  reading r  = {.out = out, .env = serd_env_new(NULL), .text = text};
  out->texts = ln_alloc_zero(1U, sizeof(struct text_list));
  FUZZ_CHECK(fuzz_utf8(text), "output that is no text");
  SerdReader* const reader =
    serd_reader_new(SYNTAXES[syntax], &r, NULL, take_base, take_prefix, take_statement, NULL);
  FUZZ_CHECK(r.env && out->texts && reader, "no memory");
  serd_reader_set_strict(reader, true);
  serd_reader_set_error_sink(reader, take_error, &r);
  // serd 0.30 steps over the end of a text without bytes.
  const SerdStatus st =
    text.n > 0U ? serd_reader_read_string(reader, (const uint8_t*)text.s) : SERD_SUCCESS;
  FUZZ_CHECK(st <= SERD_FAILURE, "serd: %s", (const char*)serd_strerror(st));
  serd_reader_free(reader);
  serd_env_free(r.env);
}

static int
compare_views(const ln_view a, const ln_view b)
{
  const size_t n     = a.n < b.n ? a.n : b.n;
  const int    order = n > 0U ? memcmp(a.s, b.s, n) : 0;
  return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static int
compare(const void* const x, const void* const y)
{
  const triple* const a     = x;
  const triple* const b     = y;
  const ln_view       av[]  = {a->subject, a->predicate, a->object, a->datatype, a->lang};
  const ln_view       bv[]  = {b->subject, b->predicate, b->object, b->datatype, b->lang};
  int                 order = a->literal - b->literal;
  for (size_t i = 0U; order == 0 && i < sizeof(av) / sizeof(av[0]); ++i) {
    order = compare_views(av[i], bv[i]);
  }
  return order;
}

void
triples_sort(triples* const t, ln_text* const out)
{
  if (t->n > 1U) {
    qsort(t->v, t->n, sizeof(triple), compare);
  }
  size_t kept = 0U;
  for (size_t i = 0U; i < t->n; ++i) {
    if (i > 0U && compare(&t->v[i], &t->v[kept - 1U]) == 0) {
      continue;
    }
    const triple  line    = t->v[i];
    const ln_view parts[] = {line.subject, line.predicate, line.object, line.datatype, line.lang};
    t->v[kept++]          = line;
    for (size_t k = 0U; k < sizeof(parts) / sizeof(parts[0]); ++k) {
      fuzz_add(out, parts[k]);
      fuzz_add(out, k == 1U && line.literal ? LN_V(" \"") : LN_V(" "));
    }
    fuzz_add_byte(out, '\n');
  }
  t->n = kept;
}

void
triples_clear(triples* const t)
{
  if (t->texts) {
    ln_arena_clear(&t->texts->arena);
  }
  ln_free(t->texts);
  ln_free(t->v);
  *t = (triples){0};
}
