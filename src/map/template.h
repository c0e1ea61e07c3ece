/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_MAP_TEMPLATE_H
#define LN_MAP_TEMPLATE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** One piece of a template: fixed text, or an expression `{name}`, `{+name}`, `{#name}` (RFC 6570,
 * levels 1 and 2). */
typedef struct {
  ln_view text; ///< fixed text, or the variable's name without its accessor
  ln_view
    accessor; ///< behind the last dot: `iri`, `text`, `year`, a column of a code list; empty: none
  char operator; ///< 0 fixed text, ' ' simple, '+' reserved, '#' fragment
  /* filled in when the plan is bound */
  uint8_t  source;   ///< ln_part_source
  uint16_t variable; ///< number of the variable
  uint16_t column;   ///< column of the code list
} ln_part;

typedef enum {
  LN_PART_TEXT,          ///< fixed
  LN_PART_VARIABLE,      ///< the text that a variable has in templates
  LN_PART_RAW,           ///< the cell as written
  LN_PART_IRI,           ///< the IRI a reference led to
  LN_PART_YEAR,          ///< the year of an EDTF date
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
   braces do not match or an expression is none of the three forms; `*at` is then the offset. */
LN_MUST ln_status
ln_template_parse(ln_arena* arena, ln_view text, ln_template* out, size_t* at);

#endif
