/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_QUAD_H
#define LN_SINK_QUAD_H

#include "base/diag.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"
#include "graph/read.h"
#include "rdf/names.h"
#include "rdf/sink.h"

#include <stdbool.h>
#include <stdint.h>

/** A triple and its graph as text, whether a file or a row said it, and where. Borrowed. */
typedef struct {
  ln_view triple; ///< subject, predicate and object in canonical N-Triples (RDF 1.1 N-Triples,
                  ///< section 4), without the point
  ln_view  graph; ///< `<iri>` or `_:label`; empty: the default graph
  ln_view  key;   ///< equal exactly if it is the same quad to RDF, where language tags have no case
  bool     blank; ///< one of its terms is a blank node
  ln_where where; ///< the cell that the object came from; of a file the source alone
  uint64_t line;  ///< of a file on which it ends, if the reading tells lines; else 0
} ln_quad;

typedef ln_status (*ln_quad_func)(void* self, const ln_quad* quad);

/** What one quad is put together in. Zeroes are empty. */
typedef struct {
  ln_text text;
  ln_text key;
} ln_quad_text;

void
ln_quad_text_clear(ln_quad_text* text);

/** Set `*quad` to a triple that was read from `source`; its texts stand in `text`. */
LN_MUST ln_status
ln_quad_of(const ln_read_triple* triple, uint32_t source, ln_quad_text* text, ln_quad* quad);

/** A sink that hands over each triple of a description, in order. `names` are sealed and outlive
    it. It cannot be shared out. */
LN_MUST ln_status
ln_quad_sink_new(const ln_names* names, ln_quad_func take, void* self, ln_sink* sink);

#endif
