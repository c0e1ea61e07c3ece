/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_FINDINGS_H
#define LN_BASE_FINDINGS_H

#include "base/diag.h"
#include "base/status.h"

#include <stdbool.h>

/** The log of one worker: it keeps what is reported, with its places, until the worker's turn comes
   and all of it goes to the log of the run. One thread at a time. */
typedef struct ln_findings ln_findings;

/** `locate` finds places in `source` (a number of the run's log `of`) while the row at hand is
   still there; in other sources the run's log finds them later. `of` is borrowed for the call. */
LN_MUST ln_status
ln_findings_new(
  const ln_log* of, uint32_t source, ln_locate locate, void* self, ln_findings** findings);

/** NULL is allowed. */
void
ln_findings_free(ln_findings* findings);

/** Where to report; borrowed. */
ln_log*
ln_findings_log(ln_findings* findings);

/** From now on only count, since nobody will look (`mute`), or keep. Only while it is empty. */
void
ln_findings_mute(ln_findings* findings, bool mute);

/** Report all to `log`, in order, and forget them. LN_STOP as from ln_report; LN_NO_MEM also if
 * one could not be kept. */
LN_MUST ln_status
ln_findings_hand_on(ln_findings* findings, ln_log* log);

#endif
