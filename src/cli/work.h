/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_WORK_H
#define LN_CLI_WORK_H

#include "base/diag.h"
#include "base/status.h"
#include "cli/commands.h"
#include "run/run.h"

/** What the commands that read a catalogue share: from arguments to job and log, the summary, the
 * exit status. */

typedef ln_status (*ln_work_func)(const ln_job* job, ln_log* log, ln_summary* summary);

typedef enum {
  LN_WORK_QUIETLY, ///< no summary
  LN_WORK_SUMMED,  ///< the summary on stderr at the end, unless --quiet
} ln_work_end;

/** Files and folders at most, with --profile; a command with words behind its input takes as many
    as it says (`most`). */
enum { LN_WORK_INPUTS = 1000 };

/** Do one kind of work, which needs an input; returns the exit status. */
int
ln_work(const ln_command* command, const ln_args* args, ln_work_func work, ln_work_end end);

#endif
