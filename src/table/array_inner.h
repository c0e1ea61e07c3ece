/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TABLE_ARRAY_INNER_H
#define LN_TABLE_ARRAY_INNER_H

#include "table/array.h"

/** What the files that walk over arrays share. */

/** There is no member, since something else was expected here. */
static inline bool
ln_array_fail(ln_array* const array, const char* const expected)
{
  array->problem = expected;
  return false;
}

/** The byte so far ahead; 0 behind the end, since no cell that is read holds U+0000. */
static inline char
ln_array_ahead(const ln_array* const array, const size_t n)
{
  if (n < array->text.n - array->at) {
    return array->text.s[array->at + n];
  }
  return '\0';
}

/** The byte at hand. */
static inline char
ln_array_peek(const ln_array* const array)
{
  return ln_array_ahead(array, 0U);
}

static inline bool
ln_array_is_space(const char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline void
ln_array_skip_space(ln_array* const array)
{
  while (ln_array_is_space(ln_array_peek(array))) {
    ++array->at;
  }
}

/** Step over an escape of JSON or Python, at its backslash. False with a problem if it is none. */
bool
ln_array_skip_escape(ln_array* array);

/** A member of an array of PostgreSQL. */
bool
ln_array_take_postgresql(ln_array* array, ln_array_item* item);

#endif
