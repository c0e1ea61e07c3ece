/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_RULES_H
#define LN_RUN_RULES_H

#include "base/diag.h"
#include "base/status.h"
#include "dispute/rulebook.h"
#include "run/run.h"

/* Rules files of a run. Private to run/. */

/** Read the rules inside the program that have this file name, then those of the job's --rules. A
    file that cannot be read is reported, LN_IO. */
LN_MUST ln_status
ln_rules_read(
  const ln_job* job, const char* builtin, ln_facts* facts, ln_log* log, ln_rulebook* book);

#endif
