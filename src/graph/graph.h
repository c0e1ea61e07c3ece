/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_GRAPH_H
#define LN_GRAPH_GRAPH_H

#include "base/diag.h"
#include "base/status.h"
#include "base/view.h"
#include "rdf/desc.h"
#include "rdf/names.h"
#include "rdf/term.h"

#include <stddef.h>
#include <stdint.h>

/** A data set in memory, each term and triple once. Terms are numbers; a node is a subject in one
   graph. Filled by ln_graph_add, then sealed, then read. Borrows `names` until freed. */
typedef struct ln_graph ln_graph;

#define LN_GRAPH_NONE UINT32_MAX

/** One triple of a node. A predicate below ln_names_predicates() is that of the names; later ones
 * came from cells. */
typedef struct {
  uint32_t predicate;
  uint32_t object; ///< term number
} ln_edge;

/** NULL when out of memory. */
ln_graph*
ln_graph_new(const ln_names* names);

/** NULL is allowed. */
void
ln_graph_free(ln_graph* graph);

/** Add a description; triples known already are dropped. Bytes are copied. */
LN_MUST ln_status
ln_graph_add(ln_graph* graph, const ln_desc* desc);

/** Put the triples in order; after this only the functions below may be called. */
LN_MUST ln_status
ln_graph_seal(ln_graph* graph);

/** Number of nodes; they count in order of first appearance, graph by graph. */
size_t
ln_graph_nodes(const ln_graph* graph);

/** Number of terms; they count in order of first appearance. */
size_t
ln_graph_terms(const ln_graph* graph);

/** Number of predicates, those of the names included. */
size_t
ln_graph_predicates(const ln_graph* graph);

/** A term, with the stem it first came with; borrowed from the graph. */
ln_term
ln_graph_term(const ln_graph* graph, uint32_t term);

/** The term number of a node's subject. */
uint32_t
ln_graph_subject(const ln_graph* graph, size_t node);

/** The term number of the graph a node is in; LN_GRAPH_NONE: the default graph. */
uint32_t
ln_graph_name(const ln_graph* graph, size_t node);

/** The node of a term in the default graph, or LN_GRAPH_NONE. */
uint32_t
ln_graph_node(const ln_graph* graph, uint32_t term);

/** A node's triples: rdf:type first, then predicates in order of first appearance, each with all
    its objects in that order too. */
const ln_edge*
ln_graph_edges(const ln_graph* graph, size_t node, size_t* n);

/** The IRI of a predicate number. */
ln_view
ln_graph_predicate(const ln_graph* graph, uint32_t predicate);

/** A node as a description; borrowed until the next call. `where` is that of its first description.
 * LN_NO_MEM also if a node has more than 2^15 different predicates from cells. */
LN_MUST ln_status
ln_graph_desc(ln_graph* graph, size_t node, ln_desc* desc);

#endif
