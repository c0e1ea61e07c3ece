/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_ARRAY_H
#define LN_TABLE_ARRAY_H

#include "base/view.h"

#include <stdbool.h>
#include <stddef.h>

/** A cell that is an array as other programs write one. */
typedef enum {
  LN_ARRAY_NONE,
  LN_ARRAY_JSON,       ///< RFC 8259: `["a", 1, null]`
  LN_ARRAY_POSTGRESQL, ///< PostgreSQL manual, section 8.15: `{a,"b c",NULL}`
} ln_array_syntax;

/** One member. */
typedef struct {
  ln_view text;    ///< as it stands, without its quotes; borrowed from the cell
  bool    is_null; ///< null, or NULL
  bool    escaped; ///< it holds escapes: ln_array_decode makes its text
  bool    clean;   ///< no byte of it needs an escape in a literal, as LN_CELL_CLEAN means it
} ln_array_item;

/** A walk over the members. */
typedef struct {
  ln_view         text;
  size_t          at; ///< bytes read; where `problem` was found
  ln_array_syntax syntax;
  bool            started;
  const char*     problem; ///< what was expected, static; NULL: nothing is wrong
} ln_array;

/** Begin with the text of a cell. */
void
ln_array_start(ln_array* array, ln_array_syntax syntax, ln_view text);

/** The next member. False at the end, and where the text is no array: then `problem` is set. Arrays
   and objects inside are problems; so are characters that liner never writes (U+0000, U+FFFE,
   U+FFFF). Numbers, true and false stand as they are written. */
bool
ln_array_next(ln_array* array, ln_array_item* item);

/** The text of an escaped member, written to `room`, which has `text.n` bytes; returns its length.
    `text` came from ln_array_next. */
size_t
ln_array_decode(ln_array_syntax syntax, ln_view text, char* room);

#endif
