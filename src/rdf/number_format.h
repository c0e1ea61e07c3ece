/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_RDF_NUMBER_FORMAT_H
#define LN_RDF_NUMBER_FORMAT_H

#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** Numbers written for people: "Model for Tabular Data", section 6.4.2, and the number patterns of
   UAX 35, part 3. */

typedef enum { LN_SIGN_ANY, LN_SIGN_PLUS, LN_SIGN_MINUS } ln_sign_rule;

/** A compiled format; views are borrowed. Without a pattern only the characters count. */
typedef struct {
  ln_view      decimal_char; ///< `.`
  ln_view      group_char;   ///< empty: digits cannot be grouped
  bool         has_pattern;
  size_t       min_integer, max_integer; ///< digits; max 0: no limit
  size_t       min_fraction, max_fraction;
  size_t       primary, secondary; ///< sizes of the last group and of those before it; 0: none
  size_t       fraction_group;     ///< size of groups behind the point; 0: none
  size_t       min_exponent;       ///< digits; 0: no exponent
  bool         exponent_plus;      ///< the exponent always has a sign
  ln_sign_rule sign;
  unsigned     percent; ///< places the point moves: 0, 2 for %, 3 for per mille
} ln_number_format;

/** Compile `pattern` (empty: none) with characters already set in `*format`. False with a static
   sentence in `*problem`. */
bool
ln_number_format_parse(ln_view pattern, ln_number_format* format, const char** problem);

/** Read a cell and append the XSD lexical form of what it says to `out`. LN_END with a static
   sentence part in `*problem` if it does not follow the format; LN_NO_MEM. */
LN_MUST ln_status
ln_number_format_read(const ln_number_format* format,
                      ln_view                 cell,
                      ln_text*                out,
                      const char**            problem);

#endif
