/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_BARE_NODE_H
#define LN_SINK_BARE_NODE_H

#include "base/out.h"
#include "base/status.h"
#include "rdf/desc.h"
#include "rdf/names.h"

#include <stddef.h>

/** A description as node objects of JSON-LD that need no context, indented by two blanks a level,
   without a line end: for IRIs that a context would take for something else, as `doi:10.1/x` where
   `doi` is a prefix. Each says `"@context": null` (JSON-LD 1.1, section 4.1) and has whole IRIs and
   values in full. */
LN_MUST ln_status
ln_bare_node(const ln_names* names, const ln_desc* desc, size_t level, ln_out* out);

#endif
