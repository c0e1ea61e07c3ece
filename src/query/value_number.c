/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Numbers as SPARQL has them (section 17.3 and 17.4.4): integers of 64 bits, decimals with 18
   digits behind the point in 128 bits, and floats. What does not fit is an error, never another
   number. Doubles are read with 64 bits of mantissa, so that what is written with up to 17 digits
   is read back as the same double. */

#include "query/value.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

enum { DECIMAL_DIGITS = 18 };

/* ---- reading ---- */

/* The next digit; false if the number is too large. Digits beyond the 18th are cut off. */
static bool
add_digit(ln_units* const units, const char c, const size_t fraction)
{
  return fraction > (size_t)DECIMAL_DIGITS ||
         (!__builtin_mul_overflow(*units, (ln_units)10, units) &&
          !__builtin_add_overflow(*units, (ln_units)(c - '0'), units));
}

static bool
read_digits(const ln_view text, size_t at, ln_units* const units, size_t* const fraction)
{
  bool   point  = false;
  size_t digits = 0U;
  for (; at < text.n; ++at) {
    const char c = text.s[at];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') {
      return false;
    }
    ++digits;
    *fraction += point ? 1U : 0U;
    if (!add_digit(units, c, *fraction)) {
      return false;
    }
  }
  return digits > 0U;
}

bool
ln_value_read_decimal(const ln_view text, ln_units* const units)
{
  const bool negative = text.n > 0U && text.s[0] == '-';
  const bool sign     = negative || (text.n > 0U && text.s[0] == '+');
  size_t     fraction = 0U;
  *units              = 0;
  if (!read_digits(text, sign ? 1U : 0U, units, &fraction)) {
    return false;
  }
  for (; fraction < (size_t)DECIMAL_DIGITS; ++fraction) {
    if (__builtin_mul_overflow(*units, (ln_units)10, units)) {
      return false;
    }
  }
  *units = negative ? -*units : *units;
  return true;
}

static long double
power_of_ten(int exponent)
{
  long double power = 1.0L;
  long double base  = 10.0L;
  for (; exponent > 0; exponent /= 2) {
    power *= exponent % 2 == 1 ? base : 1.0L;
    base *= base;
  }
  return power;
}

/* A mantissa of at most 19 digits, and the exponent that is left. */
static bool
read_mantissa(const ln_view text, size_t* const at, uint64_t* const mantissa, int* const exponent)
{
  enum { MOST_DIGITS = 19 };
  size_t digits = 0U;
  size_t kept   = 0U;
  bool   point  = false;
  for (; *at < text.n; ++*at) {
    const char c = text.s[*at];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') {
      break;
    }
    ++digits;
    if (kept < (size_t)MOST_DIGITS) {
      *mantissa = *mantissa * 10U + (uint64_t)(c - '0');
      kept += *mantissa > 0U ? 1U : 0U;
      *exponent -= point ? 1 : 0;
    } else {
      *exponent += point ? 0 : 1;
    }
  }
  return digits > 0U;
}

static bool
read_exponent(const ln_view text, size_t* const at, int* const exponent)
{
  enum { MOST = 100000 };
  int  value    = 0;
  bool negative = false;
  if (*at == text.n) {
    return true;
  }
  if (text.s[*at] != 'e' && text.s[*at] != 'E') {
    return false;
  }
  ++*at;
  if (*at < text.n && (text.s[*at] == '-' || text.s[*at] == '+')) {
    negative = text.s[*at] == '-';
    ++*at;
  }
  const size_t begin = *at;
  for (; *at < text.n && text.s[*at] >= '0' && text.s[*at] <= '9'; ++*at) {
    value = value < MOST ? value * 10 + (text.s[*at] - '0') : value;
  }
  *exponent += negative ? -value : value;
  return *at == text.n && *at > begin;
}

bool
ln_value_read_double(const ln_view text, double* const number)
{
  size_t   at       = 0U;
  uint64_t mantissa = 0U;
  int      exponent = 0;
  if (ln_view_equals(text, LN_V("NaN"))) {
    *number = (double)NAN;
    return true;
  }
  const bool    negative = text.n > 0U && text.s[0] == '-';
  const ln_view bare = ln_view_from(text, text.n > 0U && (negative || text.s[0] == '+') ? 1U : 0U);
  if (ln_view_equals(bare, LN_V("INF"))) {
    *number = negative ? (double)-INFINITY : (double)INFINITY;
    return true;
  }
  if (!read_mantissa(bare, &at, &mantissa, &exponent) || !read_exponent(bare, &at, &exponent)) {
    return false;
  }
  const long double m = (long double)mantissa;
  const long double value =
    exponent >= 0 ? m * power_of_ten(exponent) : m / power_of_ten(-exponent);
  *number = mantissa == 0U ? 0.0 : (double)value;
  *number = negative ? -*number : *number;
  return true;
}

/* ---- writing ---- */

static ln_status
write_decimal(ln_units units, ln_text* const out)
{
  char       digits[48];
  size_t     n        = sizeof(digits);
  size_t     fraction = 0U;
  const bool negative = units < 0;
  // Without trailing zeroes, but for the first digit behind the point.
  for (; fraction + 1U < (size_t)DECIMAL_DIGITS && units % 10 == 0; ++fraction) {
    units /= 10;
  }
  for (size_t place = fraction; place <= (size_t)DECIMAL_DIGITS || units != 0; ++place) {
    if (place == (size_t)DECIMAL_DIGITS) {
      digits[--n] = '.';
    }
    const int digit = (int)(units % 10);
    digits[--n]     = (char)('0' + (digit < 0 ? -digit : digit));
    units /= 10;
  }
  LN_TRY(negative ? ln_text_add_byte(out, '-') : LN_OK);
  return ln_text_add(out, (ln_view){digits + n, sizeof(digits) - n});
}

/* The fewest digits that are read as the same number again. */
static ln_status
write_double(const double number, const bool single, ln_text* const out)
{
  char text[64];
  int  digits = 0;
  if (isnan(number)) {
    return ln_text_add(out, LN_V("NaN"));
  }
  if (isinf(number)) {
    return ln_text_add(out, number < 0.0 ? LN_V("-INF") : LN_V("INF"));
  }
  for (double back = 0.0; digits < (single ? 9 : 17); ++digits) {
    const int    n    = snprintf(text, sizeof(text), "%.*e", digits, number);
    const bool   read = n > 0 && ln_value_read_double(ln_view_of(text), &back);
    const double gap  = single ? (double)((float)back - (float)number) : back - number;
    if (read && fabs(gap) <= 0.0) {
      break;
    }
  }
  // The canonical form: 1.5E2, 1.0E-7.
  const ln_view all  = ln_view_of(text);
  const size_t  e    = ln_view_find(all, 'e');
  const bool    down = text[e + 1U] == '-';
  size_t        from = e + 2U;
  while (from + 1U < all.n && text[from] == '0') {
    ++from;
  }
  LN_TRY(ln_text_add(out, ln_view_first(all, e)));
  LN_TRY(ln_view_find(ln_view_first(all, e), '.') == e ? ln_text_add(out, LN_V(".0")) : LN_OK);
  LN_TRY(ln_text_add(out, down ? LN_V("E-") : LN_V("E")));
  return ln_text_add(out, ln_view_from(all, from));
}

ln_status
ln_value_write_number(const ln_value* const v, ln_text* const out)
{
  if (v->kind == LN_VALUE_INTEGER) {
    return ln_text_format(out, "%lld", (long long)v->integer);
  }
  return v->kind == LN_VALUE_DECIMAL ? write_decimal(v->decimal, out)
                                     : write_double(v->number, v->kind == LN_VALUE_FLOAT, out);
}

/* ---- kinds ---- */

static double
as_double(const ln_value* const v)
{
  if (v->kind == LN_VALUE_INTEGER) {
    return (double)v->integer;
  }
  return v->kind == LN_VALUE_DECIMAL ? (double)((long double)v->decimal / 1e18L) : v->number;
}

static ln_value
to_decimal(const ln_value* const v)
{
  ln_value made = {.kind = LN_VALUE_DECIMAL, .term = LN_ABSENT};
  if (v->kind == LN_VALUE_DECIMAL) {
    made.decimal = v->decimal;
  } else if (v->kind == LN_VALUE_INTEGER) {
    made.decimal = (ln_units)v->integer * LN_UNITS_ONE;
  } else if (v->number > -1.6e20 && v->number < 1.6e20) {
    made.decimal = (ln_units)((long double)v->number * 1e18L);
  } else {
    return ln_value_error();
  }
  return made;
}

static ln_value
to_integer(const ln_value* const v)
{
  const ln_value decimal = to_decimal(v);
  const ln_units whole   = decimal.decimal / LN_UNITS_ONE;
  if (decimal.kind == LN_VALUE_ERROR || whole > INT64_MAX || whole < INT64_MIN) {
    return ln_value_error();
  }
  return ln_value_integer((int64_t)whole);
}

ln_value
ln_value_convert(const ln_value* const v, const ln_value_kind kind)
{
  if (!ln_value_is_numeric(v)) {
    return ln_value_error();
  }
  if (kind == LN_VALUE_INTEGER) {
    return v->kind == LN_VALUE_INTEGER ? ln_value_integer(v->integer) : to_integer(v);
  }
  if (kind == LN_VALUE_DECIMAL) {
    return to_decimal(v);
  }
  ln_value made = {.kind = kind, .term = LN_ABSENT, .number = as_double(v)};
  made.number   = kind == LN_VALUE_FLOAT ? (double)(float)made.number : made.number;
  return made;
}

/* ---- computing ---- */

static ln_value
compute_integers(const ln_expression_code code, const int64_t a, const int64_t b)
{
  int64_t result   = 0;
  bool    overflow = false;
  if (code == LN_X_PLUS) {
    overflow = __builtin_add_overflow(a, b, &result);
  } else if (code == LN_X_MINUS) {
    overflow = __builtin_sub_overflow(a, b, &result);
  } else {
    overflow = __builtin_mul_overflow(a, b, &result);
  }
  return overflow ? ln_value_error() : ln_value_integer(result);
}

/* a * b / 10^18 without losing what is between: whole part and fraction of `b` apart. */
static bool
multiply_units(const ln_units a, const ln_units b, ln_units* const result)
{
  ln_units       whole    = 0;
  const ln_units fraction = b % LN_UNITS_ONE;
  const ln_units above    = a / LN_UNITS_ONE;
  const ln_units below    = a % LN_UNITS_ONE;
  ln_units       middle   = 0;
  return !__builtin_mul_overflow(a, b / LN_UNITS_ONE, &whole) &&
         !__builtin_mul_overflow(above, fraction, &middle) &&
         !__builtin_add_overflow(middle, below * fraction / LN_UNITS_ONE, &middle) &&
         !__builtin_add_overflow(whole, middle, result);
}

/* a * 10^18 / b, digit by digit. */
static bool
divide_units(const ln_units a, const ln_units b, ln_units* const result)
{
  if (b == 0) {
    return false;
  }
  ln_units rest = a % b;
  *result       = a / b;
  for (int digit = 0; digit < DECIMAL_DIGITS; ++digit) {
    if (__builtin_mul_overflow(*result, (ln_units)10, result) ||
        __builtin_mul_overflow(rest, (ln_units)10, &rest) ||
        __builtin_add_overflow(*result, rest / b, result)) {
      return false;
    }
    rest %= b;
  }
  return true;
}

static ln_value
compute_decimals(const ln_expression_code code, const ln_units a, const ln_units b)
{
  ln_value made = {.kind = LN_VALUE_DECIMAL, .term = LN_ABSENT};
  bool     fits = false;
  if (code == LN_X_PLUS) {
    fits = !__builtin_add_overflow(a, b, &made.decimal);
  } else if (code == LN_X_MINUS) {
    fits = !__builtin_sub_overflow(a, b, &made.decimal);
  } else {
    fits =
      code == LN_X_TIMES ? multiply_units(a, b, &made.decimal) : divide_units(a, b, &made.decimal);
  }
  return fits ? made : ln_value_error();
}

static ln_value
compute_doubles(const ln_expression_code code, const double a, const double b, const bool single)
{
  ln_value made = {.kind = single ? LN_VALUE_FLOAT : LN_VALUE_DOUBLE, .term = LN_ABSENT};
  if (code == LN_X_PLUS || code == LN_X_MINUS) {
    made.number = code == LN_X_PLUS ? a + b : a - b;
  } else {
    made.number = code == LN_X_TIMES ? a * b : a / b;
  }
  made.number = single ? (double)(float)made.number : made.number;
  return made;
}

ln_value
ln_value_compute(const ln_expression_code code, const ln_value* const a, const ln_value* const b)
{
  if (!ln_value_is_numeric(a) || !ln_value_is_numeric(b)) {
    return ln_value_error();
  }
  ln_value_kind kind = a->kind > b->kind ? a->kind : b->kind;
  // Integers are divided as decimals.
  if (code == LN_X_DIVIDE && kind == LN_VALUE_INTEGER) {
    kind = LN_VALUE_DECIMAL;
  }
  if (kind == LN_VALUE_INTEGER) {
    return compute_integers(code, a->integer, b->integer);
  }
  if (kind == LN_VALUE_DECIMAL) {
    return compute_decimals(code, to_decimal(a).decimal, to_decimal(b).decimal);
  }
  return compute_doubles(code, as_double(a), as_double(b), kind == LN_VALUE_FLOAT);
}

int
ln_value_compare_numbers(const ln_value* const a, const ln_value* const b)
{
  if (a->kind <= LN_VALUE_DECIMAL && b->kind <= LN_VALUE_DECIMAL) {
    const ln_units x = to_decimal(a).decimal;
    const ln_units y = to_decimal(b).decimal;
    return (int)(x > y) - (int)(x < y);
  }
  const double x = as_double(a);
  const double y = as_double(b);
  if (isnan(x) || isnan(y)) {
    return 2;
  }
  return (int)(x > y) - (int)(x < y);
}

/* ---- rounding ---- */

static ln_value
round_decimal(const ln_function_id function, const ln_units units)
{
  const ln_units rest  = units % LN_UNITS_ONE;
  const ln_units whole = units - rest;
  ln_value       made  = {.kind = LN_VALUE_DECIMAL, .term = LN_ABSENT, .decimal = whole};
  const ln_units half  = LN_UNITS_ONE / 2;
  if (function == LN_F_ABS) {
    made.decimal = units < 0 ? -units : units;
  } else if (function == LN_F_CEIL) {
    made.decimal += rest > 0 ? LN_UNITS_ONE : 0;
  } else if (function == LN_F_FLOOR) {
    made.decimal -= rest < 0 ? LN_UNITS_ONE : 0;
  } else {
    // The nearer one, of two the greater.
    made.decimal += rest >= half ? LN_UNITS_ONE : 0;
    made.decimal -= rest < -half ? LN_UNITS_ONE : 0;
  }
  return made;
}

ln_value
ln_value_round(const ln_function_id function, const ln_value* const v)
{
  ln_value made = *v;
  made.term     = LN_ABSENT;
  made.text     = (ln_view){NULL, 0U};
  if (!ln_value_is_numeric(v)) {
    return ln_value_error();
  }
  if (v->kind == LN_VALUE_DECIMAL) {
    return round_decimal(function, v->decimal);
  }
  if (v->kind == LN_VALUE_INTEGER) {
    made.integer = function == LN_F_ABS && v->integer < 0 ? -v->integer : v->integer;
    return v->integer == INT64_MIN ? ln_value_error() : made;
  }
  if (function == LN_F_ABS) {
    made.number = fabs(v->number);
  } else if (function == LN_F_CEIL) {
    made.number = ceil(v->number);
  } else {
    made.number = floor(function == LN_F_FLOOR ? v->number : v->number + 0.5);
  }
  return made;
}
