/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_PATCH_H
#define LN_RUN_PATCH_H

#include "base/changeset.h"
#include "base/diag.h"
#include "base/status.h"

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

/** Write the target with its changes done, or nothing at all. What does not fit is reported: to be
    removed and not there (L1080), to be added and there (L1081); if all of it was done before, that
    is a note (L1082), and the target itself is not written. Nothing is done of changes or of a
    target that could not be read to their ends (L1083). LN_OK, or what went wrong, reported. */
LN_MUST ln_status
ln_run_patch(const ln_patch* patch, ln_log* log, ln_changeset_counts* counts);

#endif
