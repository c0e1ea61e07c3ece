/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_EDTF_H
#define LN_RDF_EDTF_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stdint.h>

/** Extended Date/Time Format, levels 0 and 1 (ISO 8601-2:2019; Library of Congress specification of
   2019-02-04): dates, date-times, seasons, intervals with open or unknown ends, `?` `~` `%`, X for
   unspecified digits from the right, years beyond four digits with Y. */

/** Earliest and latest day that a value can mean, as proleptic Gregorian year, month, day; an open
 * or unknown end is INT64_MIN or INT64_MAX as year. */
typedef struct {
  int64_t first_year;
  int64_t last_year;
  uint8_t first_month, first_day;
  uint8_t last_month, last_day;
  uint8_t level;    ///< 0 or 1
  bool    interval; ///< has a slash
} ln_edtf;

/** Parse; on failure `*problem` (may be NULL) gets a static sentence part such as `the month must
 * be 01 to 12`. */
bool
ln_edtf_parse(ln_view v, ln_edtf* edtf, const char** problem);

/** Rewrite what people type into EDTF and append: `c. 1988`, `ca 1988`, `circa 1988`, `about 1988`
   -> `1988~`; `1988?` stays; `1990s` -> `199X`; `19th century` -> `18XX`; `1988-89` -> `1988/1989`;
   `1988–1990`, `1988 - 1990` -> `1988/1990`; `before 1990` -> `../1990`; `after 1990` -> `1990/..`;
    `31 December 1969`, `December 31, 1969`, `Dec 1969` -> ISO. False (nothing appended) if `v` is
   none of these or ambiguous (`03/04/1970`). */
bool
ln_edtf_guess(ln_view v, ln_text* out);

/** The one XSD datatype that says the same (`date`, `gYearMonth`, `gYear`, `dateTime`; local name,
   static), or NULL if there is none (approximate, interval, season, X digits): then the value stays
   EDTF. */
const char*
ln_edtf_xsd(ln_view v);

/** The year to sort by: that of the value, or of its beginning; false where the digits leave it
   open
    (`199X`) or the beginning is unknown (`../1990`). */
bool
ln_edtf_year(const ln_edtf* edtf, int64_t* year);

#endif
