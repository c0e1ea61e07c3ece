/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_WHY_H
#define LN_RUN_WHY_H

#include "base/diag.h"
#include "base/out.h"
#include "run/run.h"

/** Tell where triples come from. `job->inputs` are the input and up to three words: subject,
    predicate and object, each an IRI, a prefixed name, or a name; or, with `job->why.from`, the
    input alone, and the triples are those of that file. Of each triple: the cells that made it, the
    column of the mapping, what cites it, the claims that say the same or otherwise. A word that
    means nothing or several things, and a triple that the input does not make, are reported as
    errors: of a word LN_USAGE, of a triple LN_OK. Else as ln_run_export. */
LN_MUST ln_status
ln_run_why(const ln_job* job, ln_log* log, ln_out* out);

#endif
