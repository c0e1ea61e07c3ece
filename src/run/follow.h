/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_FOLLOW_H
#define LN_RUN_FOLLOW_H

#include "base/diag.h"
#include "base/status.h"
#include "run/run.h"

#include <stdio.h>

/** Watch what the job's input is read from. At first and after each change all of it is checked, as
    liner check does, and what is found newly or no more, and the triples that went and came, are
    told on `screen`; the output and the patch of the job, if it has them, follow. If there are
    errors they stay as they are, unless the job says otherwise. Ends with LN_STOP when a signal
    came; else with what went wrong, reported. */
LN_MUST ln_status
ln_run_follow(const ln_job* job, ln_log* log, FILE* screen);

#endif
