/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_CLAIMS_H
#define LN_SINK_CLAIMS_H

#include "base/status.h"
#include "graph/graph.h"
#include "sink/context.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Which node of the default graph stands under which, by the reverse terms of a context: a tree
   below each root, not deeper than LN_CLAIMS_DEPTH. Borrows graph and context. */
typedef struct ln_claims ln_claims;

enum { LN_CLAIMS_DEPTH = 12 };

/** A node that points to another by the property of a reverse term. */
typedef struct {
  const ln_context_term* term;
  uint32_t               node;
  bool                   claimed; ///< it stands under the other node, by this term
} ln_incoming;

LN_MUST ln_status
ln_claims_new(const ln_graph* graph, const ln_context* context, ln_claims** claims);

/** NULL is allowed. */
void
ln_claims_free(ln_claims* claims);

/** The root of the tree that a node of the default graph stands in; a root is its own. */
uint32_t
ln_claims_root(const ln_claims* claims, size_t node);

/** How many nodes point to `node`; they are in the order of the terms in the context, then of first
 * appearance. */
size_t
ln_claims_incoming(const ln_claims* claims, size_t node);

ln_incoming
ln_claims_incoming_at(const ln_claims* claims, size_t node, size_t i);

#endif
