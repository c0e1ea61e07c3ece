/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Decimal digits to the nearest binary value, exactly and without the C library, whose functions
   for it depend on the locale. The digits are doubled and halved as on paper until one bit stands
   in front of the point, then the wanted bits are brought there and the rest is rounded. 800 digits
   decide every case: no number halfway between two doubles has more, and what is cut off is
   remembered as more than nothing. */

#include "rdf/binary.h"

#include <stddef.h>
#include <string.h>

enum { DIGITS_MOST = 800, STEP_MOST = 27, ROOM = 24 };

/** 0.d1d2d3… times ten to the power of `point`. */
typedef struct {
  uint8_t digits[DIGITS_MOST + ROOM];
  size_t  n;
  int64_t point;
  bool    cut; ///< something was behind the last digit
} decimal;

static void
trim(decimal* const d)
{
  while (d->n > 0U && d->digits[d->n - 1U] == 0U) {
    --d->n;
  }
  d->point = d->n > 0U ? d->point : 0;
}

static void
take_digits(decimal* const d, const ln_view digits, const bool whole)
{
  for (size_t i = 0U; i < digits.n; ++i) {
    const uint8_t digit = (uint8_t)(digits.s[i] - '0');
    const bool    first = d->n == 0U && digit == 0U;
    if (whole) {
      d->point += first ? 0 : 1;
    } else {
      d->point -= first ? 1 : 0;
    }
    if (!first && d->n < (size_t)DIGITS_MOST) {
      d->digits[d->n++] = digit;
    } else {
      d->cut = d->cut || digit != 0U;
    }
  }
}

/* Divide by two, `k` times. */
static void
halve(decimal* const d, const unsigned k)
{
  const uint64_t mask   = (UINT64_C(1) << k) - 1U;
  uint64_t       rest   = 0U;
  size_t         read   = 0U;
  size_t         write  = 0U;
  bool           begun  = false;
  int64_t        passed = 0;
  while (read < d->n || rest > 0U) {
    rest = (rest * 10U) + (read < d->n ? d->digits[read] : 0U);
    ++read;
    const uint8_t digit = (uint8_t)(rest >> k);
    rest &= mask;
    begun = begun || digit > 0U;
    passed += begun ? 0 : 1;
    if (begun && write < (size_t)DIGITS_MOST) {
      d->digits[write++] = digit;
    } else if (begun) {
      d->cut = d->cut || digit > 0U;
    }
  }
  d->n = write;
  d->point -= passed;
  trim(d);
}

/* Multiply by two, `k` times. */
static void
twice(decimal* const d, const unsigned k)
{
  uint8_t  product[DIGITS_MOST + ROOM] = {0};
  size_t   at                          = sizeof(product);
  uint64_t carry                       = 0U;
  for (size_t i = d->n; i > 0U || carry > 0U;) {
    carry += i > 0U ? (uint64_t)d->digits[--i] << k : 0U;
    product[--at] = (uint8_t)(carry % 10U);
    carry /= 10U;
  }
  size_t n = sizeof(product) - at;
  d->point += (int64_t)n - (int64_t)d->n;
  for (; n > (size_t)DIGITS_MOST; --n) {
    d->cut = d->cut || product[at + n - 1U] > 0U;
  }
  memcpy(d->digits, product + at, n);
  d->n = n;
  trim(d);
}

/* Steps of so many bits change the digits in front of the point, or the zeroes behind it, by no
   more than there are. */
static unsigned
step_for(const int64_t digits)
{
  static const uint8_t BITS[] = {1U, 3U, 6U, 9U, 13U, 16U, 19U, 23U, 26U};
  return digits >= 0 && digits < (int64_t)sizeof(BITS) ? BITS[digits] : (unsigned)STEP_MOST;
}

/* To a half or more, but less than one; the powers of two that this took. */
static int
normalize(decimal* const d)
{
  int exponent = 0;
  while (d->point > 0) {
    const unsigned step = step_for(d->point);
    halve(d, step);
    exponent += (int)step;
  }
  while (d->point < 0 || d->digits[0] < 5U) {
    const unsigned step = step_for(-d->point);
    twice(d, step);
    exponent -= (int)step;
  }
  return exponent;
}

/* Whole, rounded to the nearest, half to even; there are at most 20 digits in front of the point.
 */
static uint64_t
rounded(const decimal* const d)
{
  uint64_t value = 0U;
  if (d->point < 0) {
    return 0U;
  }
  const size_t whole = (size_t)d->point;
  for (size_t i = 0U; i < whole; ++i) {
    value = (value * 10U) + (i < d->n ? d->digits[i] : 0U);
  }
  const uint8_t next = whole < d->n ? d->digits[whole] : 0U;
  const bool    half = next == 5U && whole + 1U == d->n && !d->cut;
  const bool    up   = half ? value % 2U == 1U : next >= 5U;
  return value + (up ? 1U : 0U);
}

static void
round_digits(decimal* const d, const ln_binary_type type, ln_binary* const b)
{
  const int bits     = type == LN_BINARY_DOUBLE ? 53 : 24;
  const int least    = type == LN_BINARY_DOUBLE ? -1022 : -126; /* exponent of a normal value */
  const int most     = type == LN_BINARY_DOUBLE ? 1023 : 127;
  int       exponent = normalize(d) - 1;
  for (; exponent < least; ++exponent) {
    halve(d, 1U);
  }
  twice(d, (unsigned)bits);
  b->mantissa = rounded(d);
  if (b->mantissa >> bits != 0U) {
    b->mantissa /= 2U;
    ++exponent;
  }
  b->exponent = exponent - bits + 1;
  if (exponent > most) {
    *b = (ln_binary){.kind = LN_INF, .negative = b->negative};
  }
}

void
ln_binary_round(const ln_number* const number, const ln_binary_type type, ln_binary* const binary)
{
  enum { TOO_LARGE = 400, TOO_SMALL = -400 };
  *binary = (ln_binary){.kind = number->kind, .negative = number->negative};
  if (number->kind != LN_FINITE) {
    return;
  }
  decimal d = {.n = 0U};
  take_digits(&d, number->integer, true);
  take_digits(&d, number->fraction, false);
  trim(&d);
  if (d.n == 0U || number->exponent < (int64_t)TOO_SMALL - d.point) {
    return;
  }
  if (number->exponent > (int64_t)TOO_LARGE - d.point) {
    binary->kind = LN_INF;
    return;
  }
  d.point += number->exponent;
  round_digits(&d, type, binary);
  while (binary->mantissa > 0U && binary->mantissa % 2U == 0U) {
    binary->mantissa /= 2U;
    ++binary->exponent;
  }
  binary->exponent = binary->mantissa > 0U ? binary->exponent : 0;
}
