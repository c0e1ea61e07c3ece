/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_REPORTING_H
#define LN_CLI_REPORTING_H

#include "base/diag.h"
#include "base/report.h"
#include "base/status.h"
#include "base/text.h"
#include "cli/args.h"

/** Judge the values of --report for a command with these options. LN_USAGE with a sentence: there
   is no such format, no file, one file twice, or standard output is taken. */
LN_MUST ln_status
ln_reporting_check(const ln_args* args, ln_options accepted, ln_text* error);

/** Open the reports and let them hear of findings. LN_IO, reported, if one cannot be written:
   then there are none. To be ended in any case. */
LN_MUST ln_status
ln_reporting_open(const ln_args* args, ln_log* log, ln_reports* reports);

/** End the reports and the log of a run that ended with `status`, and give the exit status of the
    program: that of `end`, or what the reports and the log ended with if only they failed. A run
    that was broken off leaves no reports, as it leaves no output. */
int
ln_reporting_finish(ln_reports* reports, ln_log* log, ln_status status, const ln_report_end* end);

#endif
