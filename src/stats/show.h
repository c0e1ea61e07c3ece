/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_STATS_SHOW_H
#define LN_STATS_SHOW_H

#include "base/out.h"
#include "base/status.h"
#include "stats/figures.h"

#include <stdbool.h>
#include <stddef.h>

/** How figures are shown. Failures of the device are sticky there; the functions fail with
 * LN_NO_MEM only. */
typedef struct {
  size_t width; ///< of a line of text, in letters
  size_t top;   ///< lines of a list; what is more is counted
  bool   ascii; ///< bars and letters of ASCII alone
  bool   bold;  ///< headings stand out, by the codes of terminals
} ln_show_style;

/** For people, with bars. */
LN_MUST ln_status
ln_show_text(const ln_figures* figures, const ln_show_style* style, ln_out* out);

/** For programs: one JSON object, with everything that is known. */
LN_MUST ln_status
ln_show_json(const ln_figures* figures, ln_out* out);

/** One page of HTML that needs nothing beside it. `top` of the style counts. */
LN_MUST ln_status
ln_show_html(const ln_figures* figures, const ln_show_style* style, ln_out* out);

#endif
