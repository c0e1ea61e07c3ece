/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_TEMPLATE_H
#define LN_MAP_TEMPLATE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** One piece of a template: fixed text, or one variable of an expression (RFC 6570, all levels).
    `{?a,b*}` is two pieces, of which the first leads. */
typedef struct {
  ln_view text; ///< fixed text, or the variable's name without its accessor
  ln_view
    accessor; ///< behind the last dot: `iri`, `text`, `year`, a column of a code list; empty: none
  ln_view  name;     ///< the variable as written, for `{?name}` and the like
  char     operator; ///< 0 fixed text, ' ' simple, else one of `+#./;?&`
  bool     leads;    ///< the first variable of its expression
  bool     explodes; ///< `*`: a list stands as so many values
  uint16_t length;   ///< `:N`: only so many characters; 0: all
  /* filled in when the plan is bound */
  uint8_t  source;   ///< ln_part_source
  uint16_t variable; ///< number of the variable
  uint16_t column;   ///< column of the code list, or group
} ln_part;

typedef enum {
  LN_PART_TEXT,          ///< fixed
  LN_PART_VARIABLE,      ///< the text that a variable has in templates
  LN_PART_RAW,           ///< the cell as written
  LN_PART_IRI,           ///< the IRI a reference led to
  LN_PART_YEAR,          ///< the year of an EDTF date
  LN_PART_GROUP,         ///< what a group of `extract` took
  LN_PART_POSITION,      ///< the place of an item in its list, from 1
  LN_PART_CODE,          ///< another column of the code list row
  LN_PART_KEY,           ///< `_key`
  LN_PART_ROW,           ///< `_row`
  LN_PART_SOURCE_ROW,    ///< `_sourceRow`
  LN_PART_NAME,          ///< `_name`: the name of the column
  LN_PART_COLUMN,        ///< `_column`: its number
  LN_PART_SOURCE_COLUMN, ///< `_sourceColumn`: its number in the file
  LN_PART_SLUG,          ///< `_slug`: the slug of an unknown word
} ln_part_source;

typedef struct {
  ln_part* parts;
  size_t   n;
} ln_template;

/** Split `text` into parts; everything lives in or borrows from the arena and `text`. LN_USAGE if
   braces do not match or an expression is not of RFC 6570, section 2; `*at` is then the offset. */
LN_MUST ln_status
ln_template_parse(ln_arena* arena, ln_view text, ln_template* out, size_t* at);

/** Append what stands in front of a value of this variable in a URI (RFC 6570, section 3.2.1 and
    appendix A): the sign of the operator or what separates values, and `name=` where the operator
    wants names. `*open` tells whether the expression has a value already, `shown` how many values
    of the same list stand before this one. */
LN_MUST ln_status
ln_template_joint(const ln_part* part, size_t shown, bool* open, ln_text* out);

/** Append a value, percent-encoded as the operator wants it; `alone` if it is no list, for then the
    length of the variable holds. */
LN_MUST ln_status
ln_template_value(const ln_part* part, ln_view value, bool alone, ln_text* out);

/** Take the `=` away again that `{;name}` does not have before an empty value. */
void
ln_template_close(const ln_part* part, ln_text* out);

#endif
