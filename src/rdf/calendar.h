/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_CALENDAR_H
#define LN_RDF_CALENDAR_H

#include "base/view.h"

#include <stdbool.h>
#include <stdint.h>

/** The proleptic Gregorian calendar with a year 0 (ISO 8601, XSD 1.1). */

bool
ln_calendar_leap(int64_t year);

/** 28 to 31; `month` is 1 to 12. */
unsigned
ln_calendar_days(int64_t year, unsigned month);

/** Days since 0000-03-01; for years of at most 16 digits. */
int64_t
ln_calendar_number(int64_t year, unsigned month, unsigned day);

/** `January` … `December`; `month` is 1 to 12. */
ln_view
ln_calendar_month(unsigned month);

#endif
