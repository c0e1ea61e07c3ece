/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_DIFF_H
#define LN_RUN_DIFF_H

#include "base/diag.h"
#include "base/status.h"
#include "run/run.h"
#include "store/store.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum {
  LN_DIFF_TEXT,   ///< for people: by subject, with the cell or line of each triple
  LN_DIFF_PATCH,  ///< RDF Patch
  LN_DIFF_UPDATE, ///< SPARQL 1.1 Update
} ln_diff_form;

/** What liner diff is told. Texts are borrowed until it returns. */
typedef struct {
  const ln_job*
    job; ///< what is told of both inputs; the first of its inputs is the old one, the
         ///< second the new one, each a file of RDF or what export takes; one of them may be
         ///< "-": N-Quads or N-Triples from standard input
  const ln_store_settings* stores[2]; ///< the graph of this store in the place of an input, which
                                      ///< then only names it; NULL: none
  ln_diff_form form;
  const char*  removed; ///< N-Quads of what only the old one has go there as well, or NULL
  const char*  added;   ///< of what only the new one has
  uint64_t     most;    ///< quads of each side that the text shows; 0: all
} ln_diff;

/** Quads, each counted once. */
typedef struct {
  uint64_t removed;
  uint64_t added;
  uint64_t same;
} ln_differed;

/** Tell which quads only one of two graphs has. Both are read twice, and nothing of them is kept
    but `job->memory` bytes and, what is more, temporary files. Language tags have no case, and
    blank nodes are taken by their labels (reported, since other programs give others). LN_OK also
    if inputs had faults, which are reported once; else what went wrong, reported. */
LN_MUST ln_status
ln_run_diff(const ln_diff* diff, ln_log* log, ln_differed* differed);

#endif
