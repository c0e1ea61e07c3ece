/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_DISPUTE_ACCORD_H
#define LN_DISPUTE_ACCORD_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stdint.h>

/* When two values are one, for all of the house. */

/** The days that a date can mean (EDTF), counted from 1970-01-01, and their years; an open end lies
   INT64_MIN or INT64_MAX away. */
typedef struct {
  int64_t first;
  int64_t last;
  int64_t first_year;
  int64_t last_year;
  bool    interval; ///< it has a slash
} ln_span;

/** False if the text is no date. */
bool
ln_span_parse(ln_view text, ln_span* span);

/** Whether one lies inside the other. */
bool
ln_span_agree(const ln_span* a, const ln_span* b);

bool
ln_span_overlap(const ln_span* a, const ln_span* b);

/** Whether two literals say the same: dates of which one lies inside the other, numbers of one
   value, texts that fold alike (base/fold.h). `x` and `y` are room for it. */
LN_MUST ln_status
ln_accord(ln_view a, ln_view b, ln_text* x, ln_text* y, bool* agree);

#endif
