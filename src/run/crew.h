/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RUN_CREW_H
#define LN_RUN_CREW_H

#include "run/lane.h"
#include "run/session.h"

#include <stdbool.h>
#include <stddef.h>

/** Workers who make the rows of one table together: each takes a stretch of rows, makes it apart,
   and hands over what it wrote and found when its turn comes, so that everything is as if one had
   done it. Private to run/. */
typedef struct ln_crew ln_crew;

/** Whether rows of the table can be made apart and the sink can be shared out; the job's number of
   threads is more than one. */
bool
ln_crew_possible(const ln_session* s, const ln_run_table* t, ln_sink sink);

/** Workers for the table, who hand over to `lane`. Both are borrowed. `done` (may be NULL) is
 * called with `self` each time something was handed over. */
LN_MUST ln_status
ln_crew_new(ln_session*         s,
            const ln_run_table* t,
            ln_lane*            lane,
            void (*done)(void* self),
            void*     self,
            ln_crew** crew);

/** Make rows as long as stretches can be cut from the table; behind them `lane` goes on. */
LN_MUST ln_status
ln_crew_make(ln_crew* crew);

/** NULL is allowed. */
void
ln_crew_free(ln_crew* crew);

#endif
