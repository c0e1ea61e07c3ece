/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Local names and bare literals of Turtle 1.1, section 6.5: PN_LOCAL, PLX, INTEGER, DECIMAL,
   DOUBLE, BooleanLiteral. What the grammar cannot say (brackets, signs outside the name characters)
   is refused here and written as a whole IRI by the caller. A byte order mark is a name character
   by the grammar but refused too, since liner never writes one raw. Linear, no allocation. */

#include "sink/local.h"

#include "base/utf8.h"

#include <stdint.h>

typedef struct {
  uint32_t first;
  uint32_t last;
} range;

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_hex(const char c)
{
  return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

static bool
is_plain(const char c)
{
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == ':';
}

static bool
in_ranges(const uint32_t code, const range* const ranges, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    if (code >= ranges[i].first && code <= ranges[i].last) {
      return true;
    }
  }
  return false;
}

/** Non-ASCII PN_CHARS_BASE, or behind the first also the rest of PN_CHARS. */
static bool
is_name_char(const uint32_t code, const bool first)
{
  static const range BASE[] = {{0xC0U, 0xD6U},
                               {0xD8U, 0xF6U},
                               {0xF8U, 0x2FFU},
                               {0x370U, 0x37DU},
                               {0x37FU, 0x1FFFU},
                               {0x200CU, 0x200DU},
                               {0x2070U, 0x218FU},
                               {0x2C00U, 0x2FEFU},
                               {0x3001U, 0xD7FFU},
                               {0xF900U, 0xFDCFU},
                               {0xFDF0U, 0xFEFEU},
                               {0xFF00U, 0xFFFDU},
                               {0x10000U, 0xEFFFFU}};
  static const range MORE[] = {{0xB7U, 0xB7U}, {0x300U, 0x36FU}, {0x203FU, 0x2040U}};
  return in_ranges(code, BASE, sizeof(BASE) / sizeof(BASE[0])) ||
         (!first && in_ranges(code, MORE, sizeof(MORE) / sizeof(MORE[0])));
}

/** PN_LOCAL_ESC without `_`, which never needs it. */
static bool
is_escapable(const char c)
{
  return c != '\0' && strchr("~.-!$&'()*+,;=/?#@%", c) != NULL;
}

bool
ln_local_possible(const ln_view local)
{
  const size_t n = local.n;
  if (n > 1U && local.s[n - 1U] == '.' && local.s[n - 2U] != '.' && local.s[n - 2U] != '/') {
    return false; // legal when escaped, but some readers take the point for the end of the block
  }
  for (size_t i = 0U; i < local.n;) {
    const char c = local.s[i];
    if ((unsigned char)c < 0x80U) {
      if (!is_plain(c) && !is_escapable(c)) {
        return false;
      }
      ++i;
    } else {
      const bool first = i == 0U;
      if (!is_name_char(ln_utf8_next(local, &i), first)) {
        return false;
      }
    }
  }
  return true;
}

/** Whether the byte at `i` stands as it is where it stands. */
static bool
stands(const ln_view local, const size_t i)
{
  const char c = local.s[i];
  if ((unsigned char)c >= 0x80U || is_plain(c)) {
    return true;
  }
  if (c == '-') {
    return i > 0U;
  }
  if (c == '.') {
    return i > 0U && i + 1U < local.n;
  }
  return c == '%' && local.n - i > 2U && is_hex(local.s[i + 1U]) && is_hex(local.s[i + 2U]);
}

char*
ln_local_put(char* to, const ln_view local)
{
  for (size_t i = 0U; i < local.n; ++i) {
    if (!stands(local, i)) {
      *to++ = '\\';
    }
    *to++ = local.s[i];
  }
  return to;
}

static size_t
skip_digits(const ln_view v, size_t i)
{
  while (i < v.n && is_digit(v.s[i])) {
    ++i;
  }
  return i;
}

/** [+-]? [0-9]* ('.' [0-9]*)? ([eE] [+-]? [0-9]+)? with what the kind demands of each part. */
static bool
is_number(const ln_bare bare, const ln_view v)
{
  const size_t sign  = v.n > 0U && (v.s[0] == '+' || v.s[0] == '-') ? 1U : 0U;
  const size_t whole = skip_digits(v, sign);
  size_t       end   = whole;
  size_t       after = 0U; // digits behind the point
  const bool   point = end < v.n && v.s[end] == '.';
  if (point) {
    end   = skip_digits(v, end + 1U);
    after = end - whole - 1U;
  }
  if (bare == LN_BARE_INTEGER) {
    return !point && whole > sign && end == v.n;
  }
  if (bare == LN_BARE_DECIMAL) {
    return point && after > 0U && end == v.n;
  }
  if ((whole == sign && after == 0U) || end == v.n || (v.s[end] != 'e' && v.s[end] != 'E')) {
    return false;
  }
  ++end;
  if (end < v.n && (v.s[end] == '+' || v.s[end] == '-')) {
    ++end;
  }
  return end < v.n && skip_digits(v, end) == v.n;
}

bool
ln_local_bare(const ln_bare bare, const ln_view lexical)
{
  if (bare == LN_BARE_NEVER) {
    return false;
  }
  if (bare == LN_BARE_BOOLEAN) {
    return ln_view_equals(lexical, LN_V("true")) || ln_view_equals(lexical, LN_V("false"));
  }
  return is_number(bare, lexical);
}
