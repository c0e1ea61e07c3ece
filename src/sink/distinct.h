/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_DISTINCT_H
#define LN_SINK_DISTINCT_H

#include "rdf/names.h"
#include "rdf/sink.h"

#include <stddef.h>

/** Drops triples (in one graph) that were there before, over a whole run and exactly; what is left
   goes on to `next` (not owned) at once. About `memory` bytes are used; what is more is spilled
   (sink/known.h). */
LN_MUST ln_status
ln_distinct_new(const ln_names* names, size_t memory, ln_sink next, ln_sink* sink);

/** Why a temporary file failed, as a sentence for people; empty if none did. */
const char*
ln_distinct_error(ln_sink sink);

#endif
