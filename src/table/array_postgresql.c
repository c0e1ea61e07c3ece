/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Arrays as PostgreSQL writes them: its manual, section 8.15. Items stand in quotes or not, a
   backslash protects any character, and NULL is a word that stands in no quotes. */

#include "table/array_inner.h"

#include "table/cell.h"
#include "table/validity.h"

static bool
ends_item(const char c, const bool quoted)
{
  return quoted ? c == '"' : c == ',' || c == '}';
}

/* Step over the text of an item, up to what ends it: a quote, or one of `,` and `}`. Gives what is
   left of it without the blanks at its end, which are nothing outside of quotes. */
static bool
skip_postgresql(ln_array* const array, const bool quoted, ln_array_item* const item)
{
  const size_t start = array->at;
  size_t       last  = start;
  while (array->at < array->text.n) {
    const char c       = ln_array_peek(array);
    const bool escaped = c == '\\' && array->at + 1U < array->text.n;
    if (ends_item(c, quoted)) {
      item->text = (ln_view){array->text.s + start, (quoted ? array->at : last) - start};
      return true;
    }
    if (!quoted && (c == '"' || c == '{')) {
      return ln_array_fail(array, "quotes around all of the item, no array inside");
    }
    item->escaped = item->escaped || c == '\\';
    array->at += escaped ? 2U : 1U;
    last = escaped || !ln_array_is_space(c) ? array->at : last;
  }
  return ln_array_fail(array, quoted ? "the closing quote" : "a comma or }");
}

static bool
is_postgresql_null(const ln_view text)
{
  static const char word[] = "null";
  for (size_t i = 0U; i < text.n && i < 4U; ++i) {
    if ((text.s[i] | 0x20) != word[i]) {
      return false;
    }
  }
  return text.n == 4U;
}

bool
ln_array_take_postgresql(ln_array* const array, ln_array_item* const item)
{
  const bool quoted = ln_array_peek(array) == '"';
  array->at += quoted ? 1U : 0U;
  if (!skip_postgresql(array, quoted, item)) {
    return false;
  }
  array->at += quoted ? 1U : 0U;
  if (!quoted && item->text.n == 0U) {
    return ln_array_fail(array, "an item (an empty text is written \"\")");
  }
  item->is_null = !quoted && is_postgresql_null(item->text);
  item->clean   = ln_cell_clean(item->text) && !ln_validity_marked(item->text);
  return true;
}
