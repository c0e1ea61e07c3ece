/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Numbers as digit strings. Invariant: nothing is ever rounded, because nothing is converted: two
   numbers are compared by the place of their first digit that is not zero and then digit by digit,
   so 9007199254740993 stays greater than 9007199254740992. Costs one pass over the digits; no
   allocation. */

#include "rdf/number.h"

static const int64_t LARGEST_EXPONENT = 1000000000000000; ///< greater ones count as this

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

/** Take digits off the front of `*v`. */
static ln_view
take_digits(ln_view* const v)
{
  size_t n = 0U;
  while (n < v->n && is_digit(v->s[n])) {
    ++n;
  }
  const ln_view taken = ln_view_first(*v, n);
  *v                  = ln_view_from(*v, n);
  return taken;
}

static bool
take_sign(ln_view* const v, bool* const negative)
{
  *negative = v->n > 0U && v->s[0] == '-';
  if (!*negative && (v->n == 0U || v->s[0] != '+')) {
    return false;
  }
  *v = ln_view_from(*v, 1U);
  return true;
}

/** What follows the `E`. */
static bool
parse_exponent(ln_view v, ln_number* const number)
{
  bool negative = false;
  (void)take_sign(&v, &negative);
  const ln_view digits = take_digits(&v);
  if (digits.n == 0U || v.n > 0U) {
    return false;
  }
  for (size_t i = 0U; i < digits.n && number->exponent < LARGEST_EXPONENT; ++i) {
    number->exponent = number->exponent * 10 + (digits.s[i] - '0');
  }
  number->exponent     = negative ? -number->exponent : number->exponent;
  number->has_exponent = true;
  return true;
}

bool
ln_number_parse(ln_view v, ln_number* const number)
{
  *number             = (ln_number){.kind = LN_FINITE};
  const bool has_sign = take_sign(&v, &number->negative);
  if (ln_view_equals(v, LN_V("INF"))) {
    number->kind = LN_INF;
    return true;
  }
  if (!has_sign && ln_view_equals(v, LN_V("NaN"))) {
    number->kind = LN_NAN;
    return true;
  }
  number->integer = take_digits(&v);
  if (v.n > 0U && v.s[0] == '.') {
    number->has_point = true;
    v                 = ln_view_from(v, 1U);
    number->fraction  = take_digits(&v);
  }
  if (number->integer.n + number->fraction.n == 0U) {
    return false;
  }
  if (v.n > 0U && (v.s[0] == 'e' || v.s[0] == 'E')) {
    return parse_exponent(ln_view_from(v, 1U), number);
  }
  return v.n == 0U;
}

/** The i-th of all digits, before and behind the point. */
static char
digit_at(const ln_number* const x, const size_t i)
{
  if (i < x->integer.n) {
    return x->integer.s[i];
  }
  if (i - x->integer.n < x->fraction.n) {
    return x->fraction.s[i - x->integer.n];
  }
  return '0';
}

/** Index of the first digit that is not zero, or the number of digits. */
static size_t
first_digit(const ln_number* const x)
{
  const size_t n = x->integer.n + x->fraction.n;
  size_t       i = 0U;
  while (i < n && digit_at(x, i) == '0') {
    ++i;
  }
  return i;
}

/** Compare without signs. */
static int
compare_magnitudes(const ln_number* const a, const ln_number* const b)
{
  const size_t n_a    = a->integer.n + a->fraction.n;
  const size_t n_b    = b->integer.n + b->fraction.n;
  const size_t from_a = first_digit(a);
  const size_t from_b = first_digit(b);
  if (from_a == n_a || from_b == n_b) { // at least one is zero
    return (from_a < n_a) - (from_b < n_b);
  }
  const int64_t place_a = (int64_t)a->integer.n - (int64_t)from_a + a->exponent;
  const int64_t place_b = (int64_t)b->integer.n - (int64_t)from_b + b->exponent;
  if (place_a != place_b) {
    return place_a < place_b ? -1 : 1;
  }
  for (size_t i = 0U; from_a + i < n_a || from_b + i < n_b; ++i) {
    const int difference = digit_at(a, from_a + i) - digit_at(b, from_b + i);
    if (difference != 0) {
      return difference < 0 ? -1 : 1;
    }
  }
  return 0;
}

/** -1, 0 or 1 */
static int
sign_of(const ln_number* const x)
{
  if (x->kind == LN_FINITE && first_digit(x) == x->integer.n + x->fraction.n) {
    return 0;
  }
  return x->negative ? -1 : 1;
}

int
ln_number_compare(const ln_number* const a, const ln_number* const b)
{
  const int sign_a = sign_of(a);
  const int sign_b = sign_of(b);
  if (sign_a != sign_b) {
    return sign_a < sign_b ? -1 : 1;
  }
  if (a->kind == LN_INF || b->kind == LN_INF) {
    return sign_a * ((a->kind == LN_INF) - (b->kind == LN_INF));
  }
  return sign_a * compare_magnitudes(a, b);
}

bool
ln_number_whole(const ln_number* const number)
{
  for (size_t i = 0U; i < number->fraction.n; ++i) {
    if (number->fraction.s[i] != '0') {
      return false;
    }
  }
  return number->kind == LN_FINITE && !number->has_exponent;
}
