/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_DURATION_H
#define LN_RDF_DURATION_H

#include "base/view.h"

#include <stdbool.h>
#include <stdint.h>

/** Durations of XML Schema 1.1, part 2, section 3.3.6 and 3.4.26, 3.4.27. */

enum {
  LN_HAS_MONTHS  = 1, ///< years and months may be given
  LN_HAS_SECONDS = 2, ///< days and times may be given
};

/** `fraction` (digits behind the point of the seconds) borrows. */
typedef struct {
  int64_t months;
  int64_t days;
  int64_t seconds; ///< below one day
  ln_view fraction;
  bool    negative;
} ln_duration;

/** Orders that durations can have: a month is neither shorter nor longer than 30 days. */
typedef enum { LN_LESS = -1, LN_EQUAL = 0, LN_GREATER = 1, LN_UNORDERED = 2 } ln_order;

/** False with a static sentence part in `*problem`. */
bool
ln_duration_parse(ln_view v, unsigned fields, ln_duration* duration, const char** problem);

/** The partial order of section 3.3.6.1: four starting points must agree. */
ln_order
ln_duration_compare(const ln_duration* a, const ln_duration* b);

#endif
