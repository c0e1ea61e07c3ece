/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_SINCE_H
#define LN_RUN_SINCE_H

#include "base/diag.h"
#include "base/status.h"
#include "run/run.h"

/** Write what changed since `job->since` was left: SPARQL Update that clears what is gone or has
   changed and inserts it anew, or, if the job asks for N-Triples or N-Quads, only what is new or
   has changed. The input is read twice. A thing is a subject in one graph; what is compared is what
   would be written of it. Nothing is written where the input has errors (L0763), the state is of no
   use (L1086), or there are blank nodes (L0761). LN_USAGE, reported, if the job asks for another
   syntax (L1087). Without `job->since` only a state is left of an input that was exported just
   before, of which findings and summary are. */
LN_MUST ln_status
ln_run_since(const ln_job* job, ln_log* log, ln_summary* summary);

#endif
