/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lexical forms that need no more than one walk over the bytes. Names of XML are checked by code
   point against the ranges of its fifth edition. Allocates nothing. */

#include "rdf/lexical.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_alpha(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const char*
ln_lexical_language(const ln_view v)
{
  static const char PROBLEM[] = "a language tag has parts of 1 to 8 letters or digits with hyphens "
                                "between, the first of letters";

  size_t n     = 0U;
  bool   first = true;
  for (size_t i = 0U; i < v.n; ++i) {
    if (v.s[i] == '-' && n > 0U) {
      first = false;
      n     = 0U;
    } else if (n == 8U || !(is_alpha(v.s[i]) || (!first && is_digit(v.s[i])))) {
      return PROBLEM;
    } else {
      ++n;
    }
  }
  return n > 0U ? NULL : PROBLEM;
}

typedef struct {
  uint32_t first, last;
} range;

static bool
is_in(const uint32_t code, const range* const ranges, const size_t n)
{
  for (size_t i = 0U; i < n; ++i) {
    if (code >= ranges[i].first && code <= ranges[i].last) {
      return true;
    }
  }
  return false;
}

static bool
is_name_start(const uint32_t code)
{
  static const range RANGES[] = {
    {'a', 'z'},
    {'A', 'Z'},
    {'_', '_'},
    {':', ':'},
    {0xC0U, 0xD6U},
    {0xD8U, 0xF6U},
    {0xF8U, 0x2FFU},
    {0x370U, 0x37DU},
    {0x37FU, 0x1FFFU},
    {0x200CU, 0x200DU},
    {0x2070U, 0x218FU},
    {0x2C00U, 0x2FEFU},
    {0x3001U, 0xD7FFU},
    {0xF900U, 0xFDCFU},
    {0xFDF0U, 0xFFFDU},
    {0x10000U, 0xEFFFFU},
  };
  return is_in(code, RANGES, sizeof(RANGES) / sizeof(RANGES[0]));
}

static bool
is_name_char(const uint32_t code)
{
  static const range RANGES[] = {
    {'-', '.'},
    {'0', '9'},
    {0xB7U, 0xB7U},
    {0x300U, 0x36FU},
    {0x203FU, 0x2040U},
  };
  return is_name_start(code) || is_in(code, RANGES, sizeof(RANGES) / sizeof(RANGES[0]));
}

const char*
ln_lexical_nmtoken(const ln_view v)
{
  for (size_t i = 0U; i < v.n;) {
    if (!is_name_char(ln_utf8_next(v, &i))) {
      return "it contains a character that no XML name has";
    }
  }
  return v.n > 0U ? NULL : "it is empty";
}

const char*
ln_lexical_name(const ln_view v)
{
  size_t at = 0U;
  if (v.n > 0U && !is_name_start(ln_utf8_next(v, &at))) {
    return "a name must begin with a letter or an underscore";
  }
  return ln_lexical_nmtoken(v);
}

const char*
ln_lexical_qname(const ln_view v)
{
  const size_t  colon = ln_view_find(v, ':');
  const ln_view local = colon < v.n ? ln_view_from(v, colon + 1U) : v;
  if (ln_view_find(local, ':') < local.n) {
    return "it has more than one colon";
  }
  const char* const problem = colon < v.n ? ln_lexical_name(ln_view_first(v, colon)) : NULL;
  return problem ? problem : ln_lexical_name(local);
}

const char*
ln_lexical_uri(const ln_view v)
{
  for (size_t i = 0U; i < v.n; ++i) {
    switch (v.s[i]) {
    case ' ':
      return "it contains a blank";
    case '<':
    case '>':
    case '"':
    case '{':
    case '}':
    case '|':
    case '\\':
    case '^':
    case '`':
      return "it contains one of < > \" { } | \\ ^ `";
    default:
      if ((unsigned char)v.s[i] < 0x20U || v.s[i] == 0x7F) {
        return "it contains a control character";
      }
    }
  }
  return NULL;
}

const char*
ln_lexical_hex(const ln_view v, size_t* const octets)
{
  for (size_t i = 0U; i < v.n; ++i) {
    const char lower = (char)(v.s[i] | 0x20);
    if (!is_digit(v.s[i]) && (lower < 'a' || lower > 'f')) {
      return "it contains something other than hexadecimal digits";
    }
  }
  *octets = v.n / 2U;
  return v.n % 2U == 0U ? NULL : "it has an odd number of hexadecimal digits";
}

/** 0 to 63, or 64. */
static unsigned
base64_value(const char c)
{
  if (is_alpha(c)) {
    return c <= 'Z' ? (unsigned)(c - 'A') : (unsigned)(c - 'a') + 26U;
  }
  if (is_digit(c)) {
    return (unsigned)(c - '0') + 52U;
  }
  if (c == '+') {
    return 62U;
  }
  return c == '/' ? 63U : 64U;
}

const char*
ln_lexical_base64(const ln_view v, size_t* const octets)
{
  size_t   n       = 0U;
  size_t   padding = 0U;
  unsigned last    = 0U;
  for (size_t i = 0U; i < v.n; ++i) {
    if (v.s[i] == ' ') {
      continue;
    }
    const unsigned value = base64_value(v.s[i]);
    if (v.s[i] == '=') {
      ++padding;
    } else if (value == 64U || padding > 0U) {
      return "it contains something other than base64 characters";
    } else {
      last = value;
      ++n;
    }
  }
  if ((n + padding) % 4U != 0U || padding > 2U) {
    return "the number of base64 characters is not a multiple of four";
  }
  // The bits that the padding cuts off must be zero.
  if ((padding == 1U && last % 4U != 0U) || (padding == 2U && last % 16U != 0U)) {
    return "its last base64 character has bits that mean nothing";
  }
  *octets = (n + padding) / 4U * 3U - padding;
  return NULL;
}
