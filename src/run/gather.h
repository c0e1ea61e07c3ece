/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_GATHER_H
#define LN_RUN_GATHER_H

#include "base/diag.h"
#include "base/difference.h"
#include "base/spill.h"
#include "base/status.h"
#include "base/text.h"
#include "run/run.h"

#include <stdbool.h>
#include <stdint.h>

/** The triples of inputs, as N-Triples in temporary files, in the order in which they came: so that
    their length is known before they are sent, and any part can be sent once more. Graphs are not
    told apart. Private to run/. */
typedef struct {
  ln_spill*      ground;   ///< lines without blank nodes
  ln_spill*      blank;    ///< lines with blank nodes, each node named after its input
  ln_difference* met;      ///< all of them on the old side, as far as they differ to RDF
  uint64_t       triples;  ///< lines of both
  uint64_t       blanks;   ///< lines of `blank`
  uint64_t       distinct; ///< lines that say something that no other says
  bool           named;    ///< some stood in a graph of its own
} ln_gathered;

/** Go through the inputs of a job, files of RDF or what export takes. With `skolem`, blank nodes
    become IRIs that begin with it (RDF 1.1 Concepts, section 3.5). What is wrong in the data is
    reported, and left out; `*whole` says whether nothing was. LN_IO is reported. */
LN_MUST ln_status
ln_gather(const ln_job* job, const char* skolem, ln_log* log, ln_gathered* gathered, bool* whole);

void
ln_gathered_clear(ln_gathered* gathered);

#endif
