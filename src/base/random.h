/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_RANDOM_H
#define LN_BASE_RANDOM_H

#include <stdint.h>

/** Bits that nobody can foresee, and that differ from call to call: seeds of hashes, so that a
    hostile input cannot fill one chain, and names of temporary files. They must never show in any
    output. Where the system has none yet, a clock stands in for them. */
uint64_t
ln_random(void);

#endif
