/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Two tables, of kinds and of what they make of terms, and the tests that the second one names. A
   term is first told its family, so that few rows have to be looked at; the first row that fits
   counts. All tests look at the text alone and allocate nothing. */

#include "store/quirk_inner.h"

#include "rdf/builtin.h"
#include "rdf/iri.h"
#include "rdf/number.h"

#include <stdint.h>

static const ln_store_kind kinds[] = {
#define LN_STORE_KIND(id, name, title, server, insert, traits)                                     \
  {name, title, server, insert, traits},
#include "store/kinds.def"
#undef LN_STORE_KIND
};

typedef enum {
  TEST_ALWAYS,
  TEST_BYTES_OVER,
  TEST_DIGITS_OVER,      ///< of a number, in front of and behind the point
  TEST_BITS_OVER,        ///< the integer needs more than so many bits beside its sign
  TEST_BITS_WITHIN,      ///< it does not
  TEST_FRACTION_OVER,    ///< digits behind a point, without zeroes at the end
  TEST_SIGNIFICANT_OVER, ///< digits of a number, without zeroes at either end
  TEST_BEFORE_CHRIST,    ///< the year has a minus
  TEST_ILL_FORMED,       ///< no integer
  TEST_LOOSE,            ///< a number of so many bits without the point, not in canonical form (XSD
              ///< 1.0, part 2, section 3.2.3.2): one digit behind the point at least, and
              ///< no zero at the end but that one
  TEST_NOT_RFC3987,
  TEST_BAD_TAG,
} test_kind;

typedef struct {
  uint8_t     kind;
  uint8_t     family;
  uint8_t     test;
  uint8_t     fate;
  size_t      limit;
  const char* words;
} quirk;

static const quirk quirks[] = {
#define LN_QUIRK(kind, family, test, limit, fate, words)                                           \
  {LN_KIND_##kind, LN_FAMILY_##family, TEST_##test, LN_FATE_##fate, limit, words},
#define LN_SAME(kind, family, rule, limit, group)
#include "store/quirks.def"
#undef LN_SAME
#undef LN_QUIRK
};

const ln_store_kind*
ln_store_kind_at(const size_t i)
{
  return i < (size_t)LN_KIND_COUNT ? &kinds[i] : NULL;
}

size_t
ln_store_kind_number(const ln_store_kind* const kind)
{
  return (size_t)(kind - kinds);
}

const ln_store_kind*
ln_store_kind_find(const ln_view name)
{
  for (size_t i = 0U; i < (size_t)LN_KIND_COUNT; ++i) {
    if (ln_view_equals(name, ln_view_of(kinds[i].name))) {
      return &kinds[i];
    }
  }
  return NULL;
}

const ln_store_kind*
ln_store_kind_of_server(const ln_view server)
{
  for (size_t i = 0U; i < (size_t)LN_KIND_COUNT; ++i) {
    const ln_view begin = ln_view_of(kinds[i].server);
    if (begin.n > 0U && ln_view_starts(server, begin)) {
      return &kinds[i];
    }
  }
  return NULL;
}

/* By the name of the datatype behind the namespace of XML Schema. */
static ln_family
family_of_name(const ln_view name)
{
  static const struct {
    ln_view   name;
    ln_family family;
  } NAMES[] = {
    {{"integer", 7U}, LN_FAMILY_INTEGER},
    {{"decimal", 7U}, LN_FAMILY_DECIMAL},
    {{"double", 6U}, LN_FAMILY_DOUBLE},
    {{"float", 5U}, LN_FAMILY_FLOAT},
    {{"boolean", 7U}, LN_FAMILY_BOOLEAN},
    {{"date", 4U}, LN_FAMILY_MOMENT},
    {{"dateTime", 8U}, LN_FAMILY_MOMENT},
    {{"dateTimeStamp", 13U}, LN_FAMILY_STAMP},
    {{"gYear", 5U}, LN_FAMILY_YEAR},
    {{"gYearMonth", 10U}, LN_FAMILY_YEAR},
    {{"time", 4U}, LN_FAMILY_TIME},
    {{"duration", 8U}, LN_FAMILY_DURATION},
    {{"dayTimeDuration", 15U}, LN_FAMILY_DURATION},
    {{"yearMonthDuration", 17U}, LN_FAMILY_DURATION},
    {{"unsignedInt", 11U}, LN_FAMILY_UNSIGNED_INT},
  };
  for (size_t i = 0U; i < sizeof(NAMES) / sizeof(NAMES[0]); ++i) {
    if (ln_view_equals(name, NAMES[i].name)) {
      return NAMES[i].family;
    }
  }
  const ln_builtin* const builtin = ln_builtin_find(name);
  return builtin && builtin->kind == LN_DT_INTEGER ? LN_FAMILY_DERIVED : LN_FAMILY_TEXT;
}

ln_family
ln_quirk_family(const ln_quirk_term* const term)
{
  static const ln_view XSD = {"http://www.w3.org/2001/XMLSchema#", 33U};
  if (term->kind == LN_IRI) {
    return LN_FAMILY_IRI;
  }
  if (term->kind != LN_LITERAL) {
    return LN_FAMILY_NONE;
  }
  if (term->lang.n > 0U) {
    return LN_FAMILY_TAGGED;
  }
  if (ln_view_starts(term->datatype, XSD)) {
    return family_of_name(ln_view_from(term->datatype, XSD.n));
  }
  if (ln_view_equals(term->datatype,
                     LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral"))) {
    return LN_FAMILY_XML;
  }
  const bool wkt =
    ln_view_equals(term->datatype, LN_V("http://www.opengis.net/ont/geosparql#wktLiteral"));
  return wkt ? LN_FAMILY_WKT : LN_FAMILY_TEXT;
}

static ln_view
without_zeroes_behind(ln_view digits)
{
  while (digits.n > 0U && digits.s[digits.n - 1U] == '0') {
    --digits.n;
  }
  return digits;
}

static ln_view
without_zeroes_before(ln_view digits)
{
  while (digits.n > 0U && digits.s[0] == '0') {
    digits = ln_view_from(digits, 1U);
  }
  return digits;
}

bool
ln_quirk_digits_of(const ln_view text, ln_quirk_digits* const digits)
{
  ln_number number = {0};
  if (!ln_number_parse(text, &number) || number.kind != LN_FINITE || number.has_exponent) {
    return false;
  }
  *digits = (ln_quirk_digits){.negative = number.negative,
                              .integer  = without_zeroes_before(number.integer),
                              .fraction = number.fraction,
                              .shown    = without_zeroes_behind(number.fraction).n};
  return true;
}

bool
ln_quirk_within(const ln_quirk_digits* const digits, const size_t bits)
{
  enum { MOST = 19 }; /* digits that surely fit into 64 bits */
  uint64_t value = 0U;
  if (digits->integer.n > (size_t)MOST) {
    return false;
  }
  for (size_t i = 0U; i < digits->integer.n; ++i) {
    value = (value * 10U) + (uint64_t)(digits->integer.s[i] - '0');
  }
  const uint64_t border = UINT64_C(1) << bits;
  return value < border || (value == border && digits->negative);
}

bool
ln_quirk_scaled(const ln_quirk_digits* const digits, const size_t bits)
{
  enum { MOST = 19 };
  char         joined[MOST];
  const size_t n = digits->integer.n + digits->fraction.n;
  if (n > sizeof(joined)) {
    return false;
  }
  for (size_t i = 0U; i < digits->integer.n; ++i) {
    joined[i] = digits->integer.s[i];
  }
  for (size_t i = 0U; i < digits->fraction.n; ++i) {
    joined[digits->integer.n + i] = digits->fraction.s[i];
  }
  const ln_quirk_digits whole = {.negative = digits->negative, .integer = {joined, n}};
  return ln_quirk_within(&whole, bits);
}

/* Digits of a number that say something. */
static size_t
significant(const ln_view text)
{
  ln_number number = {0};
  if (!ln_number_parse(text, &number) || number.kind != LN_FINITE) {
    return 0U;
  }
  const ln_view integer  = without_zeroes_before(number.integer);
  const ln_view fraction = without_zeroes_behind(number.fraction);
  if (fraction.n == 0U) {
    return without_zeroes_behind(integer).n;
  }
  return integer.n > 0U ? integer.n + fraction.n : without_zeroes_before(fraction).n;
}

/* Digits behind the point, in numbers, times and durations alike, without zeroes at the end. */
static size_t
fraction_of(const ln_view text)
{
  const ln_view behind = ln_view_from(text, ln_view_find(text, '.') + 1U);
  size_t        n      = 0U;
  while (n < behind.n && behind.s[n] >= '0' && behind.s[n] <= '9') {
    ++n;
  }
  return without_zeroes_behind(ln_view_first(behind, n)).n;
}

static bool
is_over(const test_kind test, const ln_view text, const size_t limit)
{
  ln_quirk_digits digits = {.negative = false};
  const bool      number = ln_quirk_digits_of(text, &digits);
  if (test == TEST_DIGITS_OVER) {
    return number && digits.integer.n + digits.shown > limit;
  }
  const bool within = number && ln_quirk_within(&digits, limit);
  return test == TEST_BITS_WITHIN ? within : number && !within;
}

static bool
fits(const quirk* const q, const ln_quirk_term* const term)
{
  ln_quirk_digits digits = {.negative = false};
  switch ((test_kind)q->test) {
  case TEST_ALWAYS:
    return true;
  case TEST_BYTES_OVER:
    return term->text.n > q->limit;
  case TEST_DIGITS_OVER:
  case TEST_BITS_OVER:
  case TEST_BITS_WITHIN:
    return is_over((test_kind)q->test, term->text, q->limit);
  case TEST_FRACTION_OVER:
    return fraction_of(term->text) > q->limit;
  case TEST_SIGNIFICANT_OVER:
    return significant(term->text) > q->limit;
  case TEST_BEFORE_CHRIST:
    return ln_view_starts(term->text, LN_V("-"));
  case TEST_ILL_FORMED:
    return !ln_quirk_digits_of(term->text, &digits);
  case TEST_LOOSE:
    return ln_quirk_digits_of(term->text, &digits) && ln_quirk_scaled(&digits, q->limit) &&
           digits.fraction.n != (digits.shown > 0U ? digits.shown : 1U);
  case TEST_NOT_RFC3987:
    return !ln_quirk_iri(term->text);
  case TEST_BAD_TAG:
    return !ln_lang_valid(term->lang);
  }
  return false;
}

ln_fate
ln_quirk_fate(const ln_store_kind* const kind,
              const ln_quirk_term* const term,
              const char** const         words)
{
  const size_t    number = ln_store_kind_number(kind);
  const ln_family family = ln_quirk_family(term);
  for (size_t i = 0U; i < sizeof(quirks) / sizeof(quirks[0]); ++i) {
    const quirk* const q = &quirks[i];
    if (q->kind == number && q->family == (uint8_t)family && fits(q, term)) {
      *words = q->words;
      return (ln_fate)q->fate;
    }
  }
  *words = NULL;
  return LN_FATE_KEPT;
}
