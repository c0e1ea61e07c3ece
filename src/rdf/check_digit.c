/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Check digits of the numbers that books, records and people have. A number that was typed or
   mended wrongly is told by them without a table of all numbers. The digits are taken out of the
   text first, so that each rule is a sum; nothing is allocated. */

#include "rdf/check_digit.h"

enum { MOST = 16, TEN = 10 };

/* The digits of a text; X, which only the last may be, is 10. 0: it has none, or something else. */
static size_t
take_digits(const ln_view text, unsigned char digits[MOST])
{
  size_t n = 0U;
  for (size_t i = 0U; i < text.n; ++i) {
    const char c = text.s[i];
    if (c == '-' || c == ' ') {
      continue;
    }
    const bool digit = c >= '0' && c <= '9';
    if (n == MOST || (!digit && c != 'X' && c != 'x') || (n > 0U && digits[n - 1U] == TEN)) {
      return 0U;
    }
    digits[n++] = digit ? (unsigned char)(c - '0') : (unsigned char)TEN;
  }
  return n;
}

/* From the right every second digit counts three times; the sum is a multiple of 10. */
static bool
is_ean(const unsigned char* const digits, const size_t n)
{
  unsigned sum = 0U;
  for (size_t i = 0U; i < n; ++i) {
    sum += digits[i] * ((n - 1U - i) % 2U == 1U ? 3U : 1U);
  }
  return digits[n - 1U] < TEN && sum % TEN == 0U;
}

/* From the right the digits count once, twice and so on; the sum is a multiple of 11. */
static bool
is_weighted(const unsigned char* const digits, const size_t n)
{
  unsigned sum = 0U;
  for (size_t i = 0U; i < n; ++i) {
    sum += digits[i] * (unsigned)(n - i);
  }
  return sum % 11U == 0U;
}

/* ISO/IEC 7064, MOD 11-2. */
static bool
is_doubled(const unsigned char* const digits, const size_t n)
{
  unsigned sum = 0U;
  for (size_t i = 0U; i + 1U < n; ++i) {
    sum = (sum + digits[i]) * 2U % 11U;
  }
  return (sum + digits[n - 1U]) % 11U == 1U;
}

bool
ln_check_digit_right(const ln_check_digit kind, const ln_view text)
{
  unsigned char digits[MOST];
  const size_t  n = kind == LN_CHECK_NONE ? 0U : take_digits(text, digits);
  switch (kind) {
  case LN_CHECK_EAN:
    return (n == 8U || (n >= 12U && n <= 14U)) && is_ean(digits, n);
  case LN_CHECK_ISBN:
    return n == TEN ? is_weighted(digits, n) : n == 13U && is_ean(digits, n);
  case LN_CHECK_ISNI:
    return n == MOST && is_doubled(digits, n);
  case LN_CHECK_ISSN:
    return n == 8U && is_weighted(digits, n);
  case LN_CHECK_NONE:
    break;
  }
  return true;
}
