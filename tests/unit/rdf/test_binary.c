/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Decimal digits to floats and doubles; the values are those of IEEE 754, worked out by hand. */

#include "unit.h"

#include "rdf/binary.h"

static ln_binary
of(const char* const text, const ln_binary_type type)
{
  ln_number number = {0};
  ln_binary binary = {.exponent = 7};
  CU_ASSERT_FATAL(ln_number_parse(ln_view_of(text), &number));
  ln_binary_round(&number, type, &binary);
  return binary;
}

static void
expect(const char* const    text,
       const ln_binary_type type,
       const uint64_t       mantissa,
       const int            exponent)
{
  const ln_binary b = of(text, type);
  CU_ASSERT_EQUAL(b.kind, LN_FINITE);
  CU_ASSERT_EQUAL(b.mantissa, mantissa);
  CU_ASSERT_EQUAL(b.exponent, exponent);
  CU_ASSERT_EQUAL(b.negative, text[0] == '-');
}

static void
whole(void)
{
  expect("1", LN_BINARY_DOUBLE, 1U, 0);
  expect("-6", LN_BINARY_DOUBLE, 3U, 1);
  expect("0", LN_BINARY_DOUBLE, 0U, 0);
  expect("-0.000e5", LN_BINARY_FLOAT, 0U, 0);
  expect("000640e-1", LN_BINARY_FLOAT, 1U, 6);
  expect("9007199254740993", LN_BINARY_DOUBLE, UINT64_C(1) << 0U, 53); /* 2^53 + 1: to even */
  expect("9007199254740995", LN_BINARY_DOUBLE, UINT64_C(2251799813685249), 2);
  expect("16777217", LN_BINARY_FLOAT, 1U, 24);
  expect("16777219", LN_BINARY_FLOAT, 4194305U, 2);
  expect("16777217", LN_BINARY_DOUBLE, 16777217U, 0);
}

static void
fractions(void)
{
  expect("0.5", LN_BINARY_DOUBLE, 1U, -1);
  expect("0.1", LN_BINARY_DOUBLE, UINT64_C(3602879701896397), -55);
  expect("0.1", LN_BINARY_FLOAT, 13421773U, -27);
  expect("0.3", LN_BINARY_DOUBLE, UINT64_C(5404319552844595), -54);
  expect("1e23", LN_BINARY_DOUBLE, UINT64_C(2980232238769531), 25);
  expect("12345678901234567", LN_BINARY_DOUBLE, UINT64_C(1543209862654321), 3);
}

/* The ends of the range (IEEE 754, table 3.5), and what lies beyond. */
static void
ends(void)
{
  expect("1.7976931348623157e308", LN_BINARY_DOUBLE, UINT64_C(9007199254740991), 971);
  expect("4.9e-324", LN_BINARY_DOUBLE, 1U, -1074);
  expect("2.4e-324", LN_BINARY_DOUBLE, 0U, 0);
  expect("2.5e-324", LN_BINARY_DOUBLE, 1U, -1074);
  expect("2.2250738585072014e-308", LN_BINARY_DOUBLE, 1U, -1022);
  expect("1e-46", LN_BINARY_FLOAT, 0U, 0);
  expect("1.4e-45", LN_BINARY_FLOAT, 1U, -149);
  expect("1e-999999999", LN_BINARY_DOUBLE, 0U, 0);
  expect("3.4028235e38", LN_BINARY_FLOAT, 16777215U, 104);
  CU_ASSERT_EQUAL(of("1e39", LN_BINARY_FLOAT).kind, LN_INF);
  CU_ASSERT_EQUAL(of("-1e400", LN_BINARY_DOUBLE).kind, LN_INF);
  CU_ASSERT(of("-1e999999", LN_BINARY_DOUBLE).negative);
  CU_ASSERT_EQUAL(of("1.7976931348623159e308", LN_BINARY_DOUBLE).kind, LN_INF);
  CU_ASSERT_EQUAL(of("NaN", LN_BINARY_DOUBLE).kind, LN_NAN);
  CU_ASSERT_EQUAL(of("INF", LN_BINARY_DOUBLE).kind, LN_INF);
}

/* What is halfway but for a digit far behind is rounded by that digit. */
static void
far_digits(void)
{
  enum { N = 1200 };
  char text[N + 20] = "9007199254740993.";
  expect("9007199254740993.0", LN_BINARY_DOUBLE, 1U, 53);
  memset(text + 17, '0', N);
  text[17 + N - 1] = '1';
  expect(text, LN_BINARY_DOUBLE, UINT64_C(4503599627370497), 1);
}

static const unit_test tests[] = {
  {"whole", whole}, {"fractions", fractions}, {"ends", ends}, {"far digits", far_digits}};

UNIT_MAIN("binary", tests)
