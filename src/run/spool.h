/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_SPOOL_H
#define LN_RUN_SPOOL_H

#include "base/diag.h"
#include "base/out.h"
#include "base/status.h"
#include "base/text.h"
#include "store/store.h"

/** A copy of what can be read only once, in a packed file in TMPDIR (else /tmp), for those who read
    twice. Caller's struct, of zeroes at first. Private to run/. */
typedef struct {
  ln_text path; ///< of the copy, with a NUL behind it; empty: there is none
  ln_text folder;
  ln_out* out; ///< while it is written
} ln_spool;

/** Copy standard input. LN_IO if that failed: reported. */
LN_MUST ln_status
ln_spool_input(ln_spool* spool, ln_log* log);

/** Copy the graph of a store, as N-Triples. LN_STOP or LN_IO if it could not be had as a whole:
    reported (L0764). */
LN_MUST ln_status
ln_spool_store(ln_spool* spool, const ln_store_settings* settings, ln_log* log);

/** Take the copy away. */
void
ln_spool_clear(ln_spool* spool);

#endif
