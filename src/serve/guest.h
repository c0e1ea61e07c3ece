/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_SERVE_GUEST_H
#define LN_SERVE_GUEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A connection, as far as its place is concerned. Times are those of ln_errand_clock. */
typedef struct ln_guest {
  struct ln_guest* next;
  struct ln_guest* before;
  int              fd;
  int64_t          since;   ///< of its last step
  bool             asking;  ///< a request is complete and its answer not sent
  bool             surplus; ///< one more than there is place for: all others are asking
} ln_guest;

/** All connections. Set `most`; the rest is zero. */
typedef struct {
  ln_guest* first;
  size_t    n;
  size_t    most;
} ln_guests;

/** A new one; if there is no place, the one that has been silent longest is cut off. NULL when out
    of memory. */
ln_guest*
ln_guest_greet(ln_guests* guests, int fd, int64_t now);

/** It is gone. */
void
ln_guest_part(ln_guests* guests, ln_guest* guest);

/** Cut off those that take too long to ask, or to take their answer. */
void
ln_guest_cut_slow(const ln_guests* guests, int64_t now);

/** In another process: close what belongs to this one. */
void
ln_guest_close_all(const ln_guests* guests);

#endif
