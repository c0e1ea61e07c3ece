/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_CLI_INTERRUPT_H
#define LN_CLI_INTERRUPT_H

#include "base/status.h"

#include <signal.h>

/** SIGINT and SIGTERM ask the run to end cleanly; SIGPIPE becomes an error of writing. LN_IO if the
 * system refuses. */
LN_MUST ln_status
ln_interrupt_catch(void);

/** 0, or the number of the signal that came. */
const volatile sig_atomic_t*
ln_interrupt_flag(void);

#endif
