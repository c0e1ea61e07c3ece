/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_VOID_DESCRIPTION_H
#define LN_RUN_VOID_DESCRIPTION_H

#include "run/session.h"
#include "sink/headcount.h"
#include "sink/writers.h"

/** --dataset-description: what was made of what, in the words of VoID, PROV-O, DCAT 3 and SPDX
    (docs/evidence.md). */

/** Keep the digest of a file while it is read as a table. */
LN_MUST ln_status
ln_void_watch(ln_session* s, ln_run_table* t, ln_in* in);

/** Write the description, once all is made. A file that was not read to its end is read once more.
    What cannot be read or written is reported, LN_IO. */
LN_MUST ln_status
ln_void_write(ln_session* s, const ln_headcount* headcount, const ln_counts* counts);

#endif
