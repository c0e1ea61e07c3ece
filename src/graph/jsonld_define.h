/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_GRAPH_JSONLD_DEFINE_H
#define LN_GRAPH_JSONLD_DEFINE_H

#include "graph/jsonld_context.h"

/* What contexts and their terms share. Private to graph/. */

/** A context that goes on from another one; from none, that of the document. */
LN_MUST ln_status
ln_ld_context_new(ln_ld_contexts* all, const ln_ld_context* below, ln_ld_context** context);

/** Define all terms of a local context (section 4.2.2). */
LN_MUST ln_status
ln_ld_define(ln_ld_contexts*      all,
             ln_ld_context*       context,
             const ln_json_value* local,
             bool                 override);

/** Whether a member of a local context is no term. */
bool
ln_ld_is_entry(ln_view name);

/** Whether a text looks like a keyword. */
bool
ln_ld_is_reserved(ln_view text);

#endif
