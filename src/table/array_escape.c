/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Escapes in the strings of arrays: RFC 8259, section 7; Python's Language Reference, section
   2.4.1; the PostgreSQL manual, section 8.15, where a backslash only protects what is behind it. An
   escape is looked at when it is stepped over, so that decoding cannot fail. */

#include "table/array_inner.h"

#include "base/utf8.h"

#include <stdint.h>

enum { NO_CODE = UINT32_MAX };

static int
hex_digit(const char c)
{
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = (char)(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* So many digits at `at` as a number; NO_CODE if they are not there. */
static uint32_t
hex_number(const ln_view text, const size_t at, const size_t digits)
{
  uint32_t number = 0U;
  for (size_t i = 0U; i < digits; ++i) {
    const int digit = at + i < text.n ? hex_digit(text.s[at + i]) : -1;
    if (digit < 0) {
      return NO_CODE;
    }
    number = number * 16U + (uint32_t)digit;
  }
  return number;
}

static bool
is_surrogate(const uint32_t code)
{
  return code >= 0xD800U && code <= 0xDFFFU;
}

/* `\uXXXX` of JSON, also as two surrogates. */
static uint32_t
json_number(const ln_view text, const size_t at, size_t* const length)
{
  const uint32_t high = hex_number(text, at + 2U, 4U);
  *length             = 6U;
  if (!is_surrogate(high)) {
    return high;
  }
  const bool     two = ln_view_starts(ln_view_from(text, at + 6U), LN_V("\\u"));
  const uint32_t low = two && high < 0xDC00U ? hex_number(text, at + 8U, 4U) : NO_CODE;
  *length            = 12U;
  return low >= 0xDC00U && low <= 0xDFFFU ? 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U)
                                          : NO_CODE;
}

/* `\xXX`, `\uXXXX`, `\UXXXXXXXX` of Python. */
static uint32_t
python_number(const ln_view text, const size_t at, size_t* const length)
{
  const char letter = text.s[at + 1U];
  size_t     digits = 8U;
  if (letter != 'U') {
    digits = letter == 'x' ? 2U : 4U;
  }
  const uint32_t code = hex_number(text, at + 2U, digits);
  *length             = 2U + digits;
  return code > 0x10FFFFU || is_surrogate(code) ? NO_CODE : code;
}

/* What a letter behind a backslash stands for; NO_CODE: nothing. */
static uint32_t
plain_escape(const bool python, const char letter)
{
  static const char letters[] = "\"\\bfnrt/'av";
  static const char values[]  = "\"\\\b\f\n\r\t/'\a\v";
  for (size_t i = 0U; letters[i] != '\0'; ++i) {
    const bool both = i < 7U;
    if (letters[i] == letter && (both || python == (letter != '/'))) {
      return (unsigned char)values[i];
    }
  }
  return NO_CODE;
}

static bool
is_number(const bool python, const char letter)
{
  return letter == 'u' || (python && (letter == 'x' || letter == 'U'));
}

/* What the escape at `at`, where a backslash is, stands for, and how many bytes it takes. */
static uint32_t
escape_code(const bool python, const ln_view text, const size_t at, size_t* const length)
{
  *length = 2U;
  if (at + 1U == text.n) {
    return NO_CODE;
  }
  const char letter = text.s[at + 1U];
  if (is_number(python, letter)) {
    return python ? python_number(text, at, length) : json_number(text, at, length);
  }
  return plain_escape(python, letter);
}

bool
ln_array_skip_escape(ln_array* const array)
{
  const bool     python = ln_array_is_python(array->syntax);
  size_t         length = 0U;
  const uint32_t code   = escape_code(python, array->text, array->at, &length);
  if (code == NO_CODE && !is_number(python, ln_array_ahead(array, 1U))) {
    return ln_array_fail(array, "an escape such as \\n or \\u00E9");
  }
  if (code == NO_CODE) {
    return ln_array_fail(array,
                         python
                           ? "two hexadecimal digits behind \\x, four behind \\u, eight behind "
                             "\\U, no surrogates"
                           : "four hexadecimal digits, surrogates in pairs");
  }
  if (code == 0U || code == 0xFFFEU || code == 0xFFFFU) {
    return ln_array_fail(array, "a character that can be written (not U+0000, U+FFFE, U+FFFF)");
  }
  array->at += length;
  return true;
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
    } else {
      const uint32_t code = escape_code(ln_array_is_python(syntax), text, i, &length);
      char           bytes[4];
      const size_t   width = ln_utf8_put(code, bytes);
      memcpy(room + n, bytes, width);
      n += width;
    }
    i += length;
  }
  return n;
}
