/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_DATETIME_H
#define LN_RDF_DATETIME_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stdint.h>

/** Dates and times of XML Schema 1.1, part 2, section 3.3.7 to 3.3.14. */

/** Which fields a datatype has, as a set. */
enum {
  LN_HAS_YEAR   = 1,
  LN_HAS_MONTH  = 2,
  LN_HAS_DAY    = 4,
  LN_HAS_TIME   = 8,
  LN_NEEDS_ZONE = 16,
};

/** The seven properties; those that a datatype lacks have the values the specification compares
   with. `fraction` (digits behind the point of the seconds) borrows. */
typedef struct {
  int64_t year;
  uint8_t month, day, hour, minute, second;
  bool    has_zone;
  int16_t zone; ///< minutes east of UTC
  ln_view fraction;
} ln_datetime;

/** In `*problem` if the day is not in the month: ln_datetime_day_problem says it with figures. */
extern const char LN_NO_SUCH_DAY[];

/** Read the lexical form of the datatype with `fields`. False with a static sentence part. */
bool
ln_datetime_parse(ln_view v, unsigned fields, ln_datetime* datetime, const char** problem);

/** Whether the fields are in their ranges; `*problem` as above. */
bool
ln_datetime_check(const ln_datetime* datetime, unsigned fields, const char** problem);

/** Append `February 2023 has 28 days`; without a year `February has 29 days at most`. */
LN_MUST ln_status
ln_datetime_day_problem(const ln_datetime* datetime, unsigned fields, ln_text* out);

/** -1, 0, 1 by instant; a value without a time zone is taken as UTC. */
int
ln_datetime_compare(const ln_datetime* a, const ln_datetime* b);

/** Append the lexical form. */
LN_MUST ln_status
ln_datetime_write(const ln_datetime* datetime, unsigned fields, ln_text* out);

#endif
