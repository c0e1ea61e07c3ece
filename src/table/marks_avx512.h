/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_MARKS_AVX512_H
#define LN_TABLE_MARKS_AVX512_H

#include "table/marks.h"

/** A ln_marks_way; only marks.c asks for it, and only where the machine has it. */
void
ln_marks_avx512(ln_marks* marks, const ln_scan* scans, size_t n);

#endif
