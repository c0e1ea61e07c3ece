/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_SCAN_WAYS_H
#define LN_TABLE_SCAN_WAYS_H

/* The scan in each width; those that the machine does not have are not there. Only scan.c and the
   file of each width include this. */

#include "table/scan.h"

#if defined(__x86_64__)

uint64_t
ln_scan_sse2(const ln_scan_set* set, const char* s, size_t n, ln_scan* scans);

uint64_t
ln_scan_avx2(const ln_scan_set* set, const char* s, size_t n, ln_scan* scans);

uint64_t
ln_scan_avx512(const ln_scan_set* set, const char* s, size_t n, ln_scan* scans);

#elif defined(__aarch64__)

uint64_t
ln_scan_neon(const ln_scan_set* set, const char* s, size_t n, ln_scan* scans);

#endif

#endif
