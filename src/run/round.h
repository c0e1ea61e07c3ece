/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_ROUND_H
#define LN_RUN_ROUND_H

#include "base/diag.h"
#include "base/dict.h"
#include "base/out.h"
#include "base/status.h"
#include "run/diff_text.h"
#include "run/finding_set.h"
#include "run/run.h"
#include "run/snapshot.h"

#include <stdbool.h>
#include <stdint.h>

/** What liner watch does after a change: check, compare, write. Private to run/. */

/** What is known from one round to the next. Caller's struct: set `job` and `log`, the rest is
    zero. */
typedef struct {
  const ln_job*   job;
  ln_log*         log;     ///< for what cannot be written
  ln_snapshot*    before;  ///< what the output says; NULL: nothing was compared yet
  ln_finding_set* known;   ///< findings of the last round; NULL: there was none
  ln_dict*        sources; ///< paths that the last round read
  uint64_t        rows;    ///< of the last round that read them all
  ln_status       failed;  ///< why the output cannot be written
  bool            stale;   ///< the output is not that of `before`
} ln_rounds;

/** What one round found. */
typedef struct {
  ln_snapshot*    now; ///< NULL: what there is now was not compared
  ln_finding_set* found;
  ln_dict*        sources;
  ln_diff_text    lines;   ///< triples that went and came
  ln_summary      summary; ///< of the check
  bool            first;   ///< there was nothing to compare with
  bool            ended;   ///< all of the input could be read
  bool            kept;    ///< the output stays as it was, since there are errors
  bool            written; ///< the output is a new one
} ln_round;

/** What the names of things are taken from: `self` of the lines while they are written. */
typedef struct {
  const ln_snapshot* before;
  const ln_snapshot* now;
} ln_round_names;

/** Do it all. LN_OK also if the input cannot be read (see `ended`). LN_STOP: a signal came; LN_IO:
    the output or the patch could not be written, which is reported. To be cleared in any case. */
LN_MUST ln_status
ln_round_make(ln_rounds* rounds, ln_round* round);

/** Write for people what a round found: nothing if nothing changed and `changed`, the names of the
    files that were saved, is empty. */
LN_MUST ln_status
ln_round_tell(const ln_rounds* rounds, ln_round* round, ln_view changed, ln_out* out);

/** Keep what the next round is compared with, and give back the rest. Of a round that did not end
    nothing is kept. */
void
ln_round_keep(ln_rounds* rounds, ln_round* round);

void
ln_round_clear(ln_round* round);

void
ln_rounds_clear(ln_rounds* rounds);

#endif
