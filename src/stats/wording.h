/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STATS_WORDING_H
#define LN_STATS_WORDING_H

#include "base/status.h"
#include "base/text.h"
#include "stats/figures.h"

#include <stdint.h>

/** How figures are said to people, the same in text and page. Each appends to `text`. */

/** `1 thing`, `12,345 things`; `several` is the plural. */
LN_MUST ln_status
ln_wording_count(ln_text* text, uint64_t n, const char* one, const char* several);

/** `45 %`; 100 only if it is all, 0 only if it is none: else `99 %` and `<1 %`. */
LN_MUST ln_status
ln_wording_share(ln_text* text, uint64_t n, uint64_t of);

/** What all was counted: `12 triples about 3 things, of 1 class, with 4 properties`. */
LN_MUST ln_status
ln_wording_whole(ln_text* text, const ln_figures* figures);

/** What is known of the values of a property: `41 triples, 12 different values`. */
LN_MUST ln_status
ln_wording_values(ln_text* text, const ln_property_figures* property);

/** What is known of its dates: `41 dates, 2 more without a decade`. */
LN_MUST ln_status
ln_wording_dates(ln_text* text, const ln_decade_figures* decades);

#endif
