/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A graph in memory, for comparison. Terms are numbered in a dictionary that both graphs share, so
   that equal terms are equal numbers and only blank nodes need thought. The key of a term in the
   dictionary begins with what it is: `<` an IRI, `@` a literal with a language, `^` one with a
   datatype (or none); a NUL, which neither tag nor datatype holds, comes before its text. */

#include "suite_graph.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define XSD_STRING "http://www.w3.org/2001/XMLSchema#string"

ln_dict*
suite_terms_new(void)
{
  ln_dict* const terms = ln_dict_new();
  uint32_t       first = 0U;
  if (terms && ln_dict_add(terms, LN_V(""), &first, NULL) != LN_OK) {
    ln_dict_free(terms); /* 0 stays free for the default graph */
    return NULL;
  }
  return terms;
}

ln_status
suite_graph_init(suite_graph* const g, ln_dict* const terms)
{
  *g        = (suite_graph){.terms = terms};
  g->blanks = ln_dict_new();
  return g->blanks ? LN_OK : LN_NO_MEM;
}

void
suite_graph_clear(suite_graph* const g)
{
  ln_dict_free(g->blanks);
  ln_free(g->quads);
  *g = (suite_graph){0};
}

/* Number the term that `key` stands for, and give the key back. */
static ln_status
number_of(const suite_graph* const g, ln_text* const key, const ln_status built, uint32_t* number)
{
  ln_status st = built;
  if (st == LN_OK) {
    st = ln_dict_add(g->terms, ln_text_view(key), number, NULL);
  }
  ln_text_clear(key);
  return st == LN_OK && *number >= SUITE_BLANK ? LN_NO_MEM : st;
}

ln_status
suite_graph_iri(suite_graph* const g, const ln_view iri, suite_node* const node)
{
  ln_text   key = {0};
  ln_status st  = ln_text_add_byte(&key, '<');
  st            = st == LN_OK ? ln_text_add(&key, iri) : st;
  return number_of(g, &key, st, node);
}

static ln_status
add_lower(ln_text* const out, const ln_view text)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    LN_TRY(ln_text_add_byte(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c));
  }
  return LN_OK;
}

static ln_status
add_literal_key(ln_text* const key, const ln_view lexical, const ln_view lang, const ln_view type)
{
  LN_TRY(ln_text_add_byte(key, lang.n > 0U ? '@' : '^'));
  if (lang.n > 0U) {
    LN_TRY(add_lower(key, lang));
  } else if (!ln_view_equals(type, LN_V(XSD_STRING))) {
    LN_TRY(ln_text_add(key, type));
  }
  LN_TRY(ln_text_add_byte(key, '\0'));
  return ln_text_add(key, lexical);
}

ln_status
suite_graph_literal(suite_graph* const g,
                    const ln_view      lexical,
                    const ln_view      lang,
                    const ln_view      datatype,
                    suite_node* const  node)
{
  ln_text         key = {0};
  const ln_status st  = add_literal_key(&key, lexical, lang, datatype);
  return number_of(g, &key, st, node);
}

ln_status
suite_graph_blank(suite_graph* const g, const ln_view label, suite_node* const node)
{
  uint32_t number = 0U;
  LN_TRY(ln_dict_add(g->blanks, label, &number, NULL));
  if (number >= SUITE_BLANK) {
    return LN_NO_MEM;
  }
  *node = number | SUITE_BLANK;
  return LN_OK;
}

ln_status
suite_graph_add(suite_graph* const g, const suite_quad quad)
{
  if (g->n == g->cap) {
    const size_t      cap  = g->cap > 0U ? 2U * g->cap : 64U;
    suite_quad* const more = ln_realloc(g->quads, cap, sizeof(suite_quad));
    if (!more) {
      return LN_NO_MEM;
    }
    g->quads = more;
    g->cap   = cap;
  }
  g->quads[g->n++] = quad;
  return LN_OK;
}

int
suite_quad_compare(const void* const a, const void* const b)
{
  const suite_quad* const x = a;
  const suite_quad* const y = b;
  for (size_t i = 0U; i < SUITE_PLACES; ++i) {
    if (x->nodes[i] != y->nodes[i]) {
      return x->nodes[i] < y->nodes[i] ? -1 : 1;
    }
  }
  return 0;
}

void
suite_graph_sort(suite_graph* const g)
{
  size_t kept = 0U;
  if (g->n > 0U) {
    qsort(g->quads, g->n, sizeof(suite_quad), suite_quad_compare);
  }
  for (size_t i = 0U; i < g->n; ++i) {
    if (kept == 0U || suite_quad_compare(&g->quads[kept - 1U], &g->quads[i]) != 0) {
      g->quads[kept++] = g->quads[i];
    }
  }
  g->n = kept;
}

static ln_status
add_node(const suite_graph* const g, const suite_node node, ln_text* const out)
{
  const ln_view key = node >= SUITE_BLANK ? LN_V("_:") : ln_dict_key(g->terms, node);
  if (node >= SUITE_BLANK) {
    return ln_text_add(out, key);
  }
  if (ln_view_starts(key, LN_V("<"))) {
    LN_TRY(ln_text_add(out, key));
    return ln_text_add_byte(out, '>');
  }
  const size_t  end  = ln_view_find(key, '\0');
  const ln_view kind = ln_view_first(key, end);
  LN_TRY(ln_text_add_byte(out, '"'));
  LN_TRY(ln_text_add(out, ln_view_from(key, end + 1U)));
  LN_TRY(ln_text_add_byte(out, '"'));
  if (ln_view_starts(kind, LN_V("@"))) {
    return ln_text_add(out, kind);
  }
  const ln_view type = ln_view_from(kind, 1U);
  return type.n > 0U ? ln_text_format(out, "^^<%.*s>", (int)type.n, type.s) : LN_OK;
}

ln_status
suite_quad_text(const suite_graph* const g, const suite_quad* const quad, ln_text* const out)
{
  for (size_t i = 0U; i < SUITE_PLACES; ++i) {
    if (i + 1U < SUITE_PLACES || quad->nodes[i] != 0U) {
      LN_TRY(add_node(g, quad->nodes[i], out));
      LN_TRY(ln_text_add_byte(out, ' '));
    }
  }
  return ln_text_add_byte(out, '.');
}
