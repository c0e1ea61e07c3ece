/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_ERRAND_H
#define LN_SERVE_ERRAND_H

#include "base/status.h"
#include "serve/exchange.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Work that may take long, or all there is of memory, done by a process of its own: the server
   goes on, and can end it at any time. It sees the data as they are, and gives back nothing but a
   reply. */
typedef struct ln_errand ln_errand;

/** Done in the other process; `self` is what it was there when the work began. */
typedef ln_status (*ln_errand_func)(void* self, ln_reply* reply);

typedef struct {
  double seconds; ///< it may take
  size_t bytes;   ///< of its answer at most
} ln_errand_limits;

/** Begin. `close_all` closes, in the other process, what it must not keep open. LN_IO: the system
    has no process for it. */
LN_MUST ln_status
ln_errand_begin(const ln_errand_limits* limits,
                ln_errand_func          work,
                void (*close_all)(void* self),
                void*       self,
                ln_errand** errand);

/** Ends the work if it is not done; NULL is allowed. */
void
ln_errand_free(ln_errand* errand);

/** What can be read from when there is something new, for poll. */
int
ln_errand_fd(const ln_errand* errand);

/** Take what is there; `*done`: the reply is whole, or says why there is none. `now` counts
    milliseconds. */
LN_MUST ln_status
ln_errand_take(ln_errand* errand, int64_t now, bool* done);

/** The reply once it is done; borrowed. */
ln_reply*
ln_errand_reply(ln_errand* errand);

/** Milliseconds on a clock that only goes on. */
int64_t
ln_errand_clock(void);

#endif
