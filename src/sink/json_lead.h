/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_JSON_LEAD_H
#define LN_SINK_JSON_LEAD_H

#include "base/cpu.h"
#include "base/status.h"
#include "rdf/stencil.h"
#include "sink/node.h"

#include <stdbool.h>

/** Leads under a JSON-LD context: key, and what stands before and behind the bytes of a value, as
    text. They are found by writing a value whose bytes are known and looking where it stands. */
typedef struct ln_json_leads ln_json_leads;

/** For nodes that stand on lines of their own inside `@graph`. Borrows what `node` borrows, but not
    the node. */
LN_MUST ln_status
ln_json_leads_new(const ln_node* node, ln_json_leads** leads);

/** NULL is allowed. */
void
ln_json_leads_free(ln_json_leads* leads);

/** Write a description as ln_node_describe does, if its leads say all there is to say; else
   `*written` is false and nothing was put. */
LN_MUST ln_status
ln_json_leads_describe(ln_json_leads* leads, ln_out* out, const ln_desc* desc, bool* written);

/** The same of a stamp, with `begin` in front: `*n` is set if something was put, or if there is
    nothing to put. */
LN_MUST ln_status
ln_json_leads_stamp(
  ln_json_leads* leads, ln_out* out, ln_view begin, const ln_stamp* stamp, size_t* n);

/** For tests: copy in this width, which the machine must have. */
void
ln_json_leads_width(ln_json_leads* leads, ln_width width);

#endif
