/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   The scan of table/scan_vector.h with vectors of 16 bytes. */

#include "table/scan_ways.h"

#if defined(__aarch64__)

#  define LN_VECTOR 16
#  include "table/scan_vector.h"

LN_VECTOR_TARGET uint64_t
ln_scan_neon(const ln_scan_set* const set,
             const char* const        s,
             const size_t             n,
             ln_scan* const           scans)
{
  return scan_all(set, s, n, scans);
}

#endif
