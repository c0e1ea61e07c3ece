/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Questions about short texts, against the same questions asked byte by byte. */

#include "unit.h"

#include "base/bytes.h"

#include <stdint.h>

enum { LONGEST = 40 };

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_wordly(const char c)
{
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

static void
check(const char* const s, const size_t n)
{
  bool digits = n > 0U;
  bool wordly = n > 0U;
  for (size_t i = 0U; i < n; ++i) {
    digits = digits && is_digit(s[i]);
    wordly = wordly && is_wordly(s[i]);
  }
  CU_ASSERT_EQUAL(ln_bytes_are_digits(s, n), digits);
  CU_ASSERT_EQUAL(ln_bytes_are_wordly(s, n), wordly);
}

/* One byte of every value at every place of texts of every length, right and wrong bytes behind. */
static void
every_byte(void)
{
  char s[LONGEST + LN_SLACK] = "";
  for (size_t n = 0U; n <= LONGEST; ++n) {
    for (size_t at = 0U; at < n; at += 1U + n / 8U) {
      for (unsigned c = 0U; c < 256U; ++c) {
        memset(s, '7', sizeof(s));
        memset(s + n, c % 2U ? ' ' : '7', sizeof(s) - n);
        s[at] = (char)(unsigned char)c;
        check(s, n);
      }
    }
    check(s, n);
  }
}

static void
bits(void)
{
  const char     s[] = "0a1b2c3d4e5f6g7h";
  const ln_bytes v   = ln_bytes_load(s);
  CU_ASSERT_EQUAL(ln_bytes_bits(ln_bytes_digit(v)), 0x5555U);
  CU_ASSERT_EQUAL(ln_bytes_bits((ln_bytes)(v == 'h')), 0x8000U);
  CU_ASSERT_EQUAL(ln_bytes_first(0U), 0U);
  CU_ASSERT_EQUAL(ln_bytes_first(3U), 7U);
  CU_ASSERT_EQUAL(ln_bytes_first(16U), 0xFFFFU);
  CU_ASSERT_EQUAL(ln_bytes_first(1000U), 0xFFFFU);
}

static const unit_test tests[] = {
  {"every byte", every_byte},
  {"bits", bits},
};

UNIT_MAIN("base/bytes", tests)
