/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Arrays in cells: what databases and dumps write where a table has no room for a list. A member is
   found in one pass over its bytes, which also checks its escapes, so that decoding cannot fail
   later; a member without escapes is lent as it stands in the cell. What is nested is one member,
   whose brackets are kept in a stack of a fixed size, and nothing is allocated. The text is valid
   UTF-8: the table saw to that. */

#include "table/array.h"

#include "base/utf8.h"
#include "table/cell.h"
#include "table/validity.h"

#include <stdint.h>

static const char unwritable[] = "a character that can be written (not U+0000, U+FFFE, U+FFFF)";

void
ln_array_start(ln_array* const array, const ln_array_syntax syntax, const ln_view text)
{
  *array = (ln_array){.text = text, .syntax = syntax};
}

static bool
fail(ln_array* const array, const char* const expected)
{
  array->problem = expected;
  return false;
}

/* The byte at hand; 0 behind the end, since no cell that is read holds U+0000. */
static char
peek(const ln_array* const array)
{
  if (array->at < array->text.n) {
    return array->text.s[array->at];
  }
  return '\0';
}

/* The byte behind it. */
static char
peek_behind(const ln_array* const array)
{
  const ln_array next = {.text = array->text, .at = array->at + 1U};
  return peek(&next);
}

static bool
is_space(const char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static void
skip_space(ln_array* const array)
{
  while (is_space(peek(array))) {
    ++array->at;
  }
}

/* Behind the closing bracket there is nothing but white space. */
static bool
end(ln_array* const array)
{
  ++array->at;
  skip_space(array);
  return array->at < array->text.n ? fail(array, "nothing more") : false;
}

static int
hex_digit(const char c)
{
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = (char)(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* Four digits at `at` as a number; UINT32_MAX if they are not there. */
static uint32_t
hex_number(const ln_view text, const size_t at)
{
  uint32_t number = 0U;
  for (size_t i = 0U; i < 4U; ++i) {
    const int digit = at + i < text.n ? hex_digit(text.s[at + i]) : -1;
    if (digit < 0) {
      return UINT32_MAX;
    }
    number = number * 16U + (uint32_t)digit;
  }
  return number;
}

/* The code point that `\uXXXX` at `at` (of the backslash) stands for, also as two surrogates, and
   how many bytes it takes; UINT32_MAX if there is none. */
static uint32_t
unicode_escape(const ln_view text, const size_t at, size_t* const length)
{
  const uint32_t high = hex_number(text, at + 2U);
  *length             = 6U;
  if (high < 0xD800U || high > 0xDFFFU || high == UINT32_MAX) {
    return high;
  }
  const bool     two = ln_view_starts(ln_view_from(text, at + 6U), LN_V("\\u"));
  const uint32_t low = two && high < 0xDC00U ? hex_number(text, at + 8U) : UINT32_MAX;
  *length            = 12U;
  return low >= 0xDC00U && low <= 0xDFFFU ? 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U)
                                          : UINT32_MAX;
}

/* What a letter behind a backslash stands for in JSON; 0: nothing. */
static char
plain_escape(const char letter)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char values[]  = "\"\\/\b\f\n\r\t";
  for (size_t i = 0U; letters[i] != '\0'; ++i) {
    if (letters[i] == letter) {
      return values[i];
    }
  }
  return '\0';
}

/* Step over an escape of JSON, at its backslash. */
static bool
skip_json_escape(ln_array* const array)
{
  const size_t at     = array->at;
  const char   letter = peek_behind(array);
  size_t       length = 2U;
  if (letter == 'u') {
    const uint32_t code = unicode_escape(array->text, at, &length);
    if (code == UINT32_MAX) {
      return fail(array, "four hexadecimal digits, surrogates in pairs");
    }
    if (code == 0U || code == 0xFFFEU || code == 0xFFFFU) {
      return fail(array, unwritable);
    }
  } else if (plain_escape(letter) == '\0') {
    return fail(array, "an escape such as \\n or \\u00E9");
  }
  array->at += length;
  return true;
}

static bool
take_json_string(ln_array* const array, ln_array_item* const item)
{
  const size_t start = ++array->at;
  item->clean        = true;
  while (array->at < array->text.n && array->text.s[array->at] != '"') {
    const unsigned char c = (unsigned char)array->text.s[array->at];
    if (c == '\\') {
      item->escaped = true;
      item->clean   = false;
      if (!skip_json_escape(array)) {
        return false;
      }
      continue;
    }
    if (c < 0x20U) {
      return fail(array, "an escape such as \\n instead of a control character");
    }
    item->clean = item->clean && c != 0x7FU && c != 0xEFU; /* perhaps U+FEFF */
    ++array->at;
  }
  if (array->at == array->text.n) {
    return fail(array, "the closing quote");
  }
  item->text = (ln_view){array->text.s + start, array->at - start};
  ++array->at;
  return true;
}

/* The digits from `at` on. */
static size_t
count_digits(const ln_view text, const size_t at)
{
  size_t n = 0U;
  while (at + n < text.n && text.s[at + n] >= '0' && text.s[at + n] <= '9') {
    ++n;
  }
  return n;
}

/* RFC 8259, section 6. */
static bool
is_json_number(const ln_view text)
{
  size_t       at      = ln_view_starts(text, LN_V("-")) ? 1U : 0U;
  const size_t integer = count_digits(text, at);
  if (integer == 0U || (integer > 1U && text.s[at] == '0')) {
    return false;
  }
  at += integer;
  if (at < text.n && text.s[at] == '.') {
    const size_t fraction = count_digits(text, at + 1U);
    if (fraction == 0U) {
      return false;
    }
    at += 1U + fraction;
  }
  if (at < text.n && (text.s[at] == 'e' || text.s[at] == 'E')) {
    const bool   sign     = at + 1U < text.n && (text.s[at + 1U] == '+' || text.s[at + 1U] == '-');
    const size_t exponent = count_digits(text, at + 1U + sign);
    if (exponent == 0U) {
      return false;
    }
    at += 1U + sign + exponent;
  }
  return at == text.n;
}

static bool
ends_word(const char c)
{
  return is_space(c) || c == ',' || c == ']' || c == '}' || c == '"' || c == '[' || c == '{';
}

/* A number, true, false or null. */
static bool
take_json_word(ln_array* const array, ln_array_item* const item)
{
  const size_t start = array->at;
  while (array->at < array->text.n && !ends_word(peek(array))) {
    ++array->at;
  }
  item->text    = (ln_view){array->text.s + start, array->at - start};
  item->clean   = true;
  item->is_null = ln_view_equals(item->text, LN_V("null"));
  if (item->is_null || ln_view_equals(item->text, LN_V("true")) ||
      ln_view_equals(item->text, LN_V("false")) || is_json_number(item->text)) {
    return true;
  }
  array->at = start;
  return fail(array, "a string in double quotes, a number, true, false or null");
}

/* The brackets that are open: what closes each. */
typedef struct {
  char   closers[LN_ARRAY_DEPTH];
  size_t depth;
} brackets;

/* Step over a byte of what is nested, outside of its strings. */
static bool
step_nested(ln_array* const array, brackets* const open)
{
  const char c = peek(array);
  if (c == '[' || c == '{') {
    if (open->depth == LN_ARRAY_DEPTH) {
      return fail(array, "fewer arrays and objects inside each other");
    }
    open->closers[open->depth++] = c == '[' ? ']' : '}';
  } else if (c == ']' || c == '}') {
    if (open->closers[open->depth - 1U] != c) {
      return fail(array, c == '}' ? "]" : "}");
    }
    --open->depth;
  }
  ++array->at;
  return true;
}

/* An array or object inside, up to the bracket that closes it. Strings are looked at, for a bracket
   in them is none. */
static bool
take_json_nested(ln_array* const array, ln_array_item* const item)
{
  brackets     open  = {.depth = 0U};
  const size_t start = array->at;
  do {
    ln_array_item string = {0};
    if (!(peek(array) == '"' ? take_json_string(array, &string) : step_nested(array, &open))) {
      return false;
    }
  } while (open.depth > 0U && array->at < array->text.n);
  if (open.depth > 0U) {
    return fail(array, open.closers[open.depth - 1U] == ']' ? "the closing ]" : "the closing }");
  }
  item->text   = (ln_view){array->text.s + start, array->at - start};
  item->nested = true;
  return true;
}

static bool
take_json(ln_array* const array, ln_array_item* const item)
{
  if (peek(array) == '[' || peek(array) == '{') {
    return array->nests ? take_json_nested(array, item)
                        : fail(array, "a string or number, not an array or object inside");
  }
  return peek(array) == '"' ? take_json_string(array, item) : take_json_word(array, item);
}

/* A member of an object: its name, a colon and its value. */
static bool
take_json_member(ln_array* const array, ln_array_item* const item)
{
  ln_array_item name = {0};
  if (peek(array) != '"') {
    return fail(array, "the name of a member in double quotes");
  }
  if (!take_json_string(array, &name)) {
    return false;
  }
  skip_space(array);
  if (peek(array) != ':') {
    return fail(array, "a colon");
  }
  ++array->at;
  skip_space(array);
  item->name = name.text;
  return take_json(array, item);
}

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
    const char c       = peek(array);
    const bool escaped = c == '\\' && array->at + 1U < array->text.n;
    if (ends_item(c, quoted)) {
      item->text = (ln_view){array->text.s + start, (quoted ? array->at : last) - start};
      return true;
    }
    if (!quoted && (c == '"' || c == '{')) {
      return fail(array, "quotes around all of the item, no array inside");
    }
    item->escaped = item->escaped || c == '\\';
    array->at += escaped ? 2U : 1U;
    last = escaped || !is_space(c) ? array->at : last;
  }
  return fail(array, quoted ? "the closing quote" : "a comma or }");
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

static bool
take_postgresql(ln_array* const array, ln_array_item* const item)
{
  const bool quoted = peek(array) == '"';
  array->at += quoted ? 1U : 0U;
  if (!skip_postgresql(array, quoted, item)) {
    return false;
  }
  array->at += quoted ? 1U : 0U;
  if (!quoted && item->text.n == 0U) {
    return fail(array, "an item (an empty text is written \"\")");
  }
  item->is_null = !quoted && is_postgresql_null(item->text);
  item->clean   = ln_cell_clean(item->text) && !ln_validity_marked(item->text);
  return true;
}

/* The member that begins here. */
static bool
take(ln_array* const array, ln_array_item* const item)
{
  if (array->syntax == LN_ARRAY_POSTGRESQL) {
    return take_postgresql(array, item);
  }
  return array->syntax == LN_ARRAY_JSON ? take_json(array, item) : take_json_member(array, item);
}

bool
ln_array_next(ln_array* const array, ln_array_item* const item)
{
  const bool square = array->syntax == LN_ARRAY_JSON;
  const char close  = square ? ']' : '}';
  const bool first  = !array->started;
  *item             = (ln_array_item){0};
  skip_space(array);
  if (first && peek(array) != (square ? '[' : '{')) {
    return fail(array, square ? "[" : "{");
  }
  if (!first && peek(array) == close) {
    return end(array);
  }
  if (!first && peek(array) != ',') {
    return fail(array, square ? "a comma or ]" : "a comma or }");
  }
  array->started = true;
  ++array->at;
  skip_space(array);
  if (first && peek(array) == close) {
    return end(array);
  }
  return take(array, item);
}

size_t
ln_array_decode(const ln_array_syntax syntax, const ln_view text, char* const room)
{
  size_t n = 0U;
  for (size_t i = 0U; i < text.n;) {
    size_t length = 1U;
    if (text.s[i] != '\\') {
      room[n++] = text.s[i];
    } else if (syntax == LN_ARRAY_POSTGRESQL) {
      length    = 2U;
      room[n++] = text.s[i + 1U];
    } else if (text.s[i + 1U] == 'u') {
      const uint32_t code = unicode_escape(text, i, &length);
      char           bytes[4];
      const size_t   width = ln_utf8_put(code, bytes);
      memcpy(room + n, bytes, width);
      n += width;
    } else {
      length    = 2U;
      room[n++] = plain_escape(text.s[i + 1U]);
    }
    i += length;
  }
  return n;
}
