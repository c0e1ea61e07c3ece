/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_OUTPUT_H
#define LN_RUN_OUTPUT_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"

/* An output of a command, and what is said if it fails. A path of NULL or "-" is standard output.
   Private to run/. */

/** Report that an output cannot be written (L0601). LN_IO, or LN_NO_MEM. */
LN_MUST ln_status
ln_output_unwritable(ln_log* log, const char* path, const char* error);

/** As ln_out_open, packed by its name; LN_IO is reported. */
LN_MUST ln_status
ln_output_open(ln_log* log, const char* path, ln_out** out);

/** The end of an output. If all went well (`st` is LN_OK) it takes its name, else nothing appears.
    What failed in the device is reported, now or while it was written. `out` may be NULL; gives it
    back, and how it went in all. */
LN_MUST ln_status
ln_output_close(ln_log* log, const char* path, ln_out* out, ln_status st);

#endif
