/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_SERVE_H
#define LN_SERVE_SERVE_H

#include "base/diag.h"
#include "base/status.h"
#include "run/run.h"

#include <stdint.h>

/** Read the input of the job, a file of RDF or what export takes, and serve it until a signal
    comes: LN_STOP. What is wrong with it is reported, and what could be read is served. `tell` is
    called with the number of triples and the address once requests are answered. Else what went
   wrong, reported. */
LN_MUST ln_status
ln_serve_run(const ln_job* job, ln_log* log, void (*tell)(uint64_t triples, ln_view url));

#endif
