/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SINK_DESCENT_H
#define LN_SINK_DESCENT_H

#include "rdf/sink.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Which row, or which source, each description comes from. */

/** What is said of it, settled before names are sealed. Immutable; shared by all workers. */
typedef struct {
  uint16_t        predicate; ///< prov:wasDerivedFrom
  ln_term         graph;     ///< LN_NONE: the default graph
  bool            whole;     ///< the source is told, not the row
  const uint16_t* stems;     ///< by source number: what stands before the number of a row, or the
                             ///< whole address; 0: this source is not told of
  const uint32_t* leads;     ///< of the predicate and these
  size_t          n;         ///< sources
} ln_descent_plan;

/** A sink that passes everything on to `next` (not owned) and says behind each description of a row
    which row it comes from: the stem of its source and the source number of the row (RFC 7111,
    section 2.1). Descriptions of one subject that follow each other are told of once a row. Where
    stamps go on, it goes on as a stamp. `plan` is borrowed. */
LN_MUST ln_status
ln_descent_new(const ln_descent_plan* plan, ln_sink next, ln_sink* sink);

#endif
