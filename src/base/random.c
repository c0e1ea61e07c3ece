/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The system's own bits, never waited for. */

#include "base/random.h"

#include <sys/random.h>
#include <sys/types.h>
#include <time.h>

uint64_t
ln_random(void)
{
  uint64_t bits = 0U;
  if (getrandom(&bits, sizeof(bits), GRND_NONBLOCK) != (ssize_t)sizeof(bits)) {
    struct timespec now = {0, 0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    bits = (uint64_t)now.tv_nsec ^ ((uint64_t)(uintptr_t)&now << 20U);
  }
  return bits;
}
