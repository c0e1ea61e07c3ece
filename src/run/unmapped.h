/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_UNMAPPED_H
#define LN_RUN_UNMAPPED_H

#include "base/diag.h"
#include "base/in.h"
#include "base/status.h"
#include "base/view.h"

/** Look at the first bytes of what was named without a mapping: XML and JSON are reported by
    `path`, and LN_USAGE. */
LN_MUST ln_status
ln_unmapped_look(ln_in* in, ln_view path, ln_log* log);

/** The same of a file that is opened for it, if it can be opened again; what cannot be opened is
    for others to report. */
LN_MUST ln_status
ln_unmapped_refuse(ln_view path, ln_log* log);

/** JSON that was named alone is a mapping, unless it is a list or has no property that every
    mapping has: that is reported, and LN_USAGE. */
LN_MUST ln_status
ln_unmapped_data(ln_view path, ln_log* log);

#endif
