/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_SETTINGS_H
#define LN_CLI_SETTINGS_H

#include "base/diag.h"
#include "base/status.h"
#include "base/text.h"
#include "cli/args.h"
#include "run/run.h"

/** From arguments to a job. Options that a command does not take have their defaults. LN_USAGE with
 * a sentence if an argument is impossible. */
LN_MUST ln_status
ln_settings_job(const ln_args* args, ln_job* job, ln_text* error);

/** How findings are shown. */
ln_log_policy
ln_settings_policy(const ln_args* args);

#endif
