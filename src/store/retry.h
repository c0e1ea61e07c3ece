/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STORE_RETRY_H
#define LN_STORE_RETRY_H

#include "store/http.h"

#include <stdint.h>

/** What a second request like it does, if the first one was done. */
typedef enum {
  LN_REPEAT_HARMFUL,  ///< as adding blank nodes: once more makes others
  LN_REPEAT_HARMLESS, ///< as adding triples without blank nodes, or reading
  LN_REPEAT_COSTLY, ///< harmless, but a store that is still busy with the first one must not get it
} ln_repeat;

/** What to do next. */
typedef enum {
  LN_NEXT_DONE,    ///< status 2xx; that alone proves nothing
  LN_NEXT_AGAIN,   ///< the same request once more, after a while
  LN_NEXT_SMALLER, ///< in smaller pieces
  LN_NEXT_LOOK,    ///< it may have been done: look before anything else
  LN_NEXT_STOP,    ///< once more would change nothing
} ln_next;

/** Judge how a request ended (RFC 9110, sections 9.2.2 and 15). */
ln_next
ln_retry_next(const ln_http_answer* answer, ln_repeat repeat);

/** How often and how fast a request is repeated. */
typedef struct {
  unsigned most;     ///< repetitions
  unsigned first_ms; ///< to wait before the first one
} ln_retry;

/** Milliseconds to wait before repetition number `tried` (from 0): what the server asked for, 10
    minutes at most; else twice as long each time, half a minute at most, of which `random` takes up
    to a half away, so that many who wait do not come back together. */
uint64_t
ln_retry_wait(const ln_retry* retry, unsigned tried, double retry_after, uint64_t random);

#endif
