/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_UPLOAD_INNER_H
#define LN_RUN_UPLOAD_INNER_H

#include "run/gather.h"
#include "run/upload.h"
#include "store/journal.h"
#include "store/quirk.h"

/* What the parts of liner load share. Private to run/. */

typedef struct {
  const ln_upload*     upload;
  ln_job               job;  ///< that of `upload`, with the kind of store
  const ln_store_kind* kind; ///< NULL: it is not known
  ln_log*              log;
  ln_uploaded*         done;
  ln_gathered          gathered;
  ln_store*            store; ///< for all that is one request after the other
  ln_journal*          journal;
  ln_store_result      result;
  bool                 sending; ///< something may be in the store already
  double               start;   ///< of sending
  double               shown;   ///< when the progress line was drawn last
} ln_upload_run;

/** Seconds of a clock that never goes back. */
double
ln_upload_now(void);

/** Draw the progress line now and then: `bytes` of those gathered were sent. */
void
ln_upload_progress(ln_upload_run* run, uint64_t bytes);

/** Add the requests of a result to the sum, and report how it ended unless it is done. `what` was
    tried ("add triples"). LN_IO, LN_STOP for the user, LN_NO_MEM. */
LN_MUST ln_status
ln_upload_judge(ln_upload_run* run, const char* what, ln_store_result* result);

/** Set how many triples the store will count. */
LN_MUST ln_status
ln_upload_expect(ln_upload_run* run);

/** Add all that was gathered, in pieces, several at a time. */
LN_MUST ln_status
ln_upload_chunks(ln_upload_run* run);

/** Compare each triple of the store with what was gathered, in value space. With `only`, the store
    may have others. LN_IO, reported, if they differ. */
LN_MUST ln_status
ln_upload_compare(ln_upload_run* run, bool only);

#endif
