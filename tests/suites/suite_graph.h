/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_SUITE_GRAPH_H
#define LN_TESTS_SUITE_GRAPH_H

#include "base/dict.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stddef.h>
#include <stdint.h>

/** A node of a graph: the number of a term in the dictionary that the compared graphs share, or,
   with this bit, the number of a blank node of its own graph. */
typedef uint32_t suite_node;

#define SUITE_BLANK UINT32_C(0x80000000)

enum { SUITE_PLACES = 4 };

/** Subject, predicate, object, graph (the default graph is the node 0). */
typedef struct {
  suite_node nodes[SUITE_PLACES];
} suite_quad;

typedef struct {
  ln_dict*    terms;  ///< shared; not owned
  ln_dict*    blanks; ///< labels
  suite_quad* quads;
  size_t      n;
  size_t      cap;
} suite_graph;

/** The dictionary for graphs that are to be compared; NULL when out of memory. */
ln_dict*
suite_terms_new(void);

LN_MUST ln_status
suite_graph_init(suite_graph* g, ln_dict* terms);

void
suite_graph_clear(suite_graph* g);

LN_MUST ln_status
suite_graph_iri(suite_graph* g, ln_view iri, suite_node* node);

/** `lang` and `datatype` may be empty; xsd:string is no datatype, tags are compared without case.
 */
LN_MUST ln_status
suite_graph_literal(
  suite_graph* g, ln_view lexical, ln_view lang, ln_view datatype, suite_node* node);

LN_MUST ln_status
suite_graph_blank(suite_graph* g, ln_view label, suite_node* node);

LN_MUST ln_status
suite_graph_add(suite_graph* g, suite_quad quad);

/** Order the quads and drop repeated ones: a graph is a set. */
void
suite_graph_sort(suite_graph* g);

int
suite_quad_compare(const void* a, const void* b);

/** Append a quad, much as N-Quads would write it but without escapes; blank nodes are all `_:`. */
LN_MUST ln_status
suite_quad_text(const suite_graph* g, const suite_quad* quad, ln_text* out);

#endif
