/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_WORKER_H
#define LN_BASE_WORKER_H

#include "base/status.h"

#include <stddef.h>

/** Work that is taken in pieces, done at the same time, and handed over in the order in which it
   was taken: so what comes out does not depend on how many do it. `worker` counts from 0; a worker
   has one piece at a time. */
typedef struct {
  /** The next piece, by one worker at a time. LN_END: there is none; anything else but LN_OK fails
   * behind the pieces taken so far. */
  ln_status (*take)(void* self, size_t worker);
  /** Many at a time. A failure counts when the turn of the piece comes. */
  ln_status (*work)(void* self, size_t worker);
  /** By one worker at a time, in the order of the pieces, until one has failed. */
  ln_status (*give)(void* self, size_t worker);
} ln_work;

/** Do all pieces with `n` workers; the caller is worker 0, the others are threads, fewer if no more
   can be had. LN_OK, or the status of the first piece, in order, that failed. */
LN_MUST ln_status
ln_work_share(const ln_work* work, void* self, size_t n);

/** Processors that can be used now, at least 1. */
size_t
ln_work_processors(void);

#endif
