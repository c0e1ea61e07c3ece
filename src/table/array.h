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
  LN_ARRAY_OBJECT,     ///< RFC 8259: `{"a": 1}`, members with names
  LN_ARRAY_PYTHON,     ///< Python's literals: `['a', "b's", 1, None]`, `('a',)`
  LN_ARRAY_DICTIONARY, ///< the same with names: `{'a': 1}`
} ln_array_syntax;

/** Whether it is one of Python's (Language Reference, section 2.4, as `repr` writes them). */
static inline bool
ln_array_is_python(const ln_array_syntax syntax)
{
  return syntax == LN_ARRAY_PYTHON || syntax == LN_ARRAY_DICTIONARY;
}

/** One member. */
typedef struct {
  ln_view text;    ///< as it stands, without its quotes; borrowed from the cell
  ln_view name;    ///< of the member of an object, without its quotes, with its escapes
  bool    is_null; ///< null, or NULL, None, nan
  bool    escaped; ///< it holds escapes: ln_array_decode makes its text
  bool    nested;  ///< it is an array or object, all of whose text stands here
  bool    clean;   ///< no byte of it needs an escape in a literal, as LN_CELL_CLEAN means it
} ln_array_item;

/** A walk over the members. */
typedef struct {
  ln_view         text;
  size_t          at; ///< bytes read; where `problem` was found
  ln_array_syntax syntax;
  bool            nests; ///< arrays and objects may stand inside; to be set behind ln_array_start
  bool            started;
  char            close;   ///< what ends it
  const char*     problem; ///< what was expected, static; NULL: nothing is wrong
} ln_array;

/** Begin with the text of a cell. */
void
ln_array_start(ln_array* array, ln_array_syntax syntax, ln_view text);

/** Arrays and objects stand inside each other so deep at most. */
enum { LN_ARRAY_DEPTH = 64 };

/** The next member. False at the end, and where the text is no array or object: then `problem` is
   set. Arrays and objects inside are problems, unless the walk `nests`: then of each only the
   brackets and strings are looked at, to find its end. Characters that liner never writes (U+0000,
   U+FFFE, U+FFFF) are problems. Numbers, true and false stand as they are written; Python's True
   and False become true and false. Where dictionaries may stand inside a list of Python, one that
   stands there instead of the list is its only member. */
bool
ln_array_next(ln_array* array, ln_array_item* item);

/** The text of an escaped member, written to `room`, which has `text.n` bytes; returns its length.
    `text` came from ln_array_next. */
size_t
ln_array_decode(ln_array_syntax syntax, ln_view text, char* room);

#endif
