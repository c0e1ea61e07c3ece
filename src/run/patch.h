/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_PATCH_H
#define LN_RUN_PATCH_H

#include "base/changeset.h"
#include "base/diag.h"
#include "base/status.h"
#include "store/store.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

/** What liner patch is told. Texts are borrowed until it returns. */
typedef struct {
  const char* target;  ///< a file of RDF, which is read twice
  const char* changes; ///< RDF Patch or SPARQL Update, "-": standard input; or NULL
  const char* removed; ///< a graph of what is to be removed, or NULL; before what is to be added
  const char* added;   ///< a graph of what is to be added, or NULL
  const char* output;  ///< N-Triples or N-Quads go there, "-": standard output; NULL: to `target`
  const char* base;    ///< what relative IRIs are resolved against, or NULL
  size_t      memory;  ///< bytes; what is more goes to temporary files
  const volatile sig_atomic_t* stop; ///< may be NULL
} ln_patch;

/** Report what was expected of a target and is not so (L1080 to L1082). */
LN_MUST ln_status
ln_patch_report_fit(ln_log* log, const ln_changeset_counts* counts);

/** As ln_run_patch, with the graph of a store as the target. Triples without a graph are those of
    the endpoint's. Everything goes in one request, which is one transaction in most stores; only
    what is larger than the store takes goes in several, which is told (L0765). Before and after,
    the store is asked how many of the triples it has; if it is then not as it should be, that is an
    error (L0766), and if it cannot be asked, a warning (L0767). What is done twice, or broken off
    and done again, ends in the same graph. Blank nodes are refused (L0761). */
LN_MUST ln_status
ln_run_patch_store(const ln_patch*          patch,
                   const ln_store_settings* settings,
                   ln_log*                  log,
                   ln_changeset_counts*     counts);

/** Write the target with its changes done, or nothing at all. What does not fit is reported: to be
    removed and not there (L1080), to be added and there (L1081); if all of it was done before, that
    is a note (L1082), and the target itself is not written. Nothing is done of changes or of a
    target that could not be read to their ends (L1083). LN_OK, or what went wrong, reported. */
LN_MUST ln_status
ln_run_patch(const ln_patch* patch, ln_log* log, ln_changeset_counts* counts);

#endif
