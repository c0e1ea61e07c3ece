/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which terms a store takes for one, as bytes that are the same for these. A rule of the table
   gives the value of a term one spelling (this file's, not the store's); behind `#` it cannot be
   mistaken for a lexical form, which stands behind `=` where there is no rule or the rule does not
   hold. In front stands the group of datatypes that are compared with each other. */

#include "store/quirk_inner.h"

#include "rdf/binary.h"
#include "rdf/builtin.h"
#include "rdf/calendar.h"
#include "rdf/datetime.h"
#include "rdf/duration.h"

#include <inttypes.h>
#include <stdio.h>

typedef enum {
  SAME_INTEGER,       ///< whole numbers of so many bits beside the sign, by value
  SAME_DECIMAL,       ///< numbers with so many digits behind the point, 38 in all, by value
  SAME_SCALED,        ///< so many bits without the point, by value and digits behind the point
  SAME_NUMBER,        ///< by value, as far as so many digits behind the point
  SAME_DOUBLE,        ///< by the value of a double; the limit is that of its exponent, 0: none
  SAME_FLOAT,         ///< by the value of a float
  SAME_DOUBLE_NUMBER, ///< the same, compared with numbers of other datatypes
  SAME_FLOAT_NUMBER,
  SAME_BOOLEAN,
  SAME_INSTANT,     ///< by the instant, as far as so many digits of a second; a year is its first
                    ///< moment, and a zone of -00:00 is none
  SAME_CLOCK,       ///< with the same zone; -00:00 and +00:00 are Z
  SAME_MILLISECOND, ///< years 0 to 7999 and so many digits of a second; -00:00 is +00:00
  SAME_DURATION,    ///< by months and seconds
} same_rule;

typedef struct {
  uint8_t     kind;
  uint8_t     family;
  uint8_t     rule;
  uint8_t     limit;
  const char* group;
} same;

static const same sames[] = {
#define LN_QUIRK(kind, family, test, limit, fate, words)
#define LN_SAME(kind, family, rule, limit, group)                                                  \
  {LN_KIND_##kind, LN_FAMILY_##family, SAME_##rule, limit, group},
#include "store/quirks.def"
#undef LN_SAME
#undef LN_QUIRK
};

/* What a rule answers where it does not hold: nothing was appended. LN_END is not used else. */
static const ln_status NO_RULE = LN_END;

static ln_view
without_zeroes(ln_view digits)
{
  while (digits.n > 0U && digits.s[digits.n - 1U] == '0') {
    --digits.n;
  }
  return digits;
}

static ln_status
add_integer(const ln_view text, const size_t bits, ln_text* const out)
{
  ln_quirk_digits digits = {.negative = false};
  if (ln_view_find(text, '.') < text.n || !ln_quirk_digits_of(text, &digits) ||
      !ln_quirk_within(&digits, bits)) {
    return NO_RULE;
  }
  LN_TRY(ln_text_add(out, digits.negative && digits.integer.n > 0U ? LN_V("#-") : LN_V("#")));
  return ln_text_add(out, digits.integer);
}

/* The digits without zeroes at either end, and the power of ten of the last one. */
static ln_status
add_value(const ln_view text, const size_t fraction_most, ln_text* const out)
{
  ln_number number = {0};
  if (!ln_number_parse(text, &number) || number.kind != LN_FINITE) {
    return NO_RULE;
  }
  const size_t cut      = number.has_exponent ? number.fraction.n : fraction_most;
  ln_view      fraction = without_zeroes(ln_view_first(number.fraction, cut));
  ln_view      integer  = number.integer;
  int64_t      exponent = number.exponent - (int64_t)fraction.n;
  while (integer.n > 0U && integer.s[0] == '0') {
    integer = ln_view_from(integer, 1U);
  }
  while (integer.n == 0U && fraction.n > 0U && fraction.s[0] == '0') {
    fraction = ln_view_from(fraction, 1U);
  }
  if (fraction.n == 0U) {
    const size_t all = integer.n;
    integer          = without_zeroes(integer);
    exponent += (int64_t)(all - integer.n);
  }
  if (integer.n + fraction.n == 0U) {
    return ln_text_add(out, LN_V("#0"));
  }
  LN_TRY(ln_text_add(out, number.negative ? LN_V("#-") : LN_V("#")));
  LN_TRY(ln_text_add(out, integer));
  LN_TRY(ln_text_add(out, fraction));
  return ln_text_format(out, "e%" PRId64, exponent);
}

static ln_status
add_decimal(const ln_view text, const size_t fraction_most, ln_text* const out)
{
  enum { DIGITS_MOST = 38 }; /* of 127 bits */
  ln_quirk_digits digits = {.negative = false};
  if (!ln_quirk_digits_of(text, &digits) || digits.shown > fraction_most ||
      digits.integer.n > (size_t)DIGITS_MOST - fraction_most) {
    return NO_RULE;
  }
  return add_value(text, fraction_most, out);
}

static ln_status
add_scaled(const ln_view text, const size_t bits, ln_text* const out)
{
  ln_quirk_digits digits = {.negative = false};
  if (!ln_quirk_digits_of(text, &digits) || !ln_quirk_scaled(&digits, bits)) {
    return NO_RULE;
  }
  const bool zero = digits.integer.n + digits.shown == 0U;
  LN_TRY(ln_text_add(out, digits.negative && !zero ? LN_V("#-") : LN_V("#")));
  LN_TRY(ln_text_add(out, digits.integer));
  LN_TRY(ln_text_add_byte(out, '.'));
  return ln_text_add(out, digits.fraction);
}

static ln_status
add_binary(const ln_view text, const ln_binary_type type, const int exponents, ln_text* const out)
{
  enum { SUBNORMAL = -1022 };
  ln_number number = {0};
  ln_binary b      = {.negative = false};
  if (!ln_number_parse(text, &number)) {
    return NO_RULE;
  }
  ln_binary_round(&number, type, &b);
  if (b.kind != LN_FINITE) {
    LN_TRY(ln_text_add(out, b.negative ? LN_V("#-") : LN_V("#")));
    return ln_text_add(out, b.kind == LN_NAN ? LN_V("NaN") : LN_V("INF"));
  }
  int high = b.exponent; /* of the first bit */
  for (uint64_t m = b.mantissa; m > 1U; m /= 2U) {
    ++high;
  }
  const bool tiny = high < SUBNORMAL;
  if (exponents > 0 && b.mantissa > 0U && !tiny && (high < -exponents || high > exponents + 1)) {
    return NO_RULE;
  }
  return ln_text_format(out, "#%sb%" PRIu64 ":%d", b.negative ? "-" : "", b.mantissa, b.exponent);
}

/* A binary value among numbers: by its digits, if there are so few that no other value has them;
   else it is like no decimal. A float that is not the double of its digits is that double which it
   is. */
static ln_status
add_binary_number(const ln_view text, const ln_binary_type type, ln_text* const out)
{
  enum {
    SURE        = 15, /* digits that a double keeps */
    BITS        = 64,
    DIGITS_MOST = 24
  };
  ln_number number = {0};
  ln_binary b      = {.negative = false};
  ln_binary wide   = {.negative = false};
  if (!ln_number_parse(text, &number) || number.kind != LN_FINITE) {
    return NO_RULE;
  }
  ln_binary_round(&number, type, &b);
  ln_binary_round(&number, LN_BINARY_DOUBLE, &wide);
  const bool exact = b.kind == LN_FINITE && b.mantissa == wide.mantissa &&
                     b.exponent == wide.exponent &&
                     number.integer.n + without_zeroes(number.fraction).n <= (size_t)SURE;
  if (!exact && b.kind == LN_FINITE && b.exponent >= 0 && b.exponent < BITS &&
      b.mantissa <= UINT64_MAX >> b.exponent) {
    char whole[DIGITS_MOST];
    (void)snprintf(
      whole, sizeof(whole), "%s%" PRIu64, b.negative ? "-" : "", b.mantissa << b.exponent);
    return add_value(ln_view_of(whole), 0U, out);
  }
  return exact ? add_value(text, number.fraction.n, out) : add_binary(text, type, 0, out);
}

static ln_status
add_boolean(const ln_view text, ln_text* const out)
{
  const bool yes = ln_view_equals(text, LN_V("true")) || ln_view_equals(text, LN_V("1"));
  const bool no  = ln_view_equals(text, LN_V("false")) || ln_view_equals(text, LN_V("0"));
  return yes || no ? ln_text_add(out, yes ? LN_V("#1") : LN_V("#0")) : NO_RULE;
}

/* The first moment that a date or time names, by its own clock. */
static bool
read_moment(const ln_quirk_term* const term, ln_datetime* const d)
{
  const ln_builtin* const builtin = ln_builtin_of(term->datatype);
  const char*             problem = NULL;
  if (!builtin || builtin->kind != LN_DT_DATETIME ||
      !ln_datetime_parse(term->text, builtin->flags & ~(unsigned)LN_NEEDS_ZONE, d, &problem)) {
    return false;
  }
  d->month = (builtin->flags & LN_HAS_MONTH) != 0U ? d->month : 1U;
  d->day   = (builtin->flags & LN_HAS_DAY) != 0U ? d->day : 1U;
  return true;
}

static ln_status
add_instant(const ln_quirk_term* const term, const size_t fraction_most, ln_text* const out)
{
  enum { MINUTES_A_DAY = 24 * 60, MINUTES_AN_HOUR = 60 };
  ln_datetime d = {.year = 0};
  if (!read_moment(term, &d)) {
    return NO_RULE;
  }
  const bool zone    = d.has_zone && !ln_view_ends(term->text, LN_V("-00:00"));
  int64_t    minutes = ln_calendar_number(d.year, d.month, d.day) * MINUTES_A_DAY;
  minutes += ((int64_t)d.hour * MINUTES_AN_HOUR) + d.minute - (zone ? d.zone : 0);
  LN_TRY(ln_text_format(out, "#%c%" PRId64 ":%u.", zone ? 'Z' : 'L', minutes, (unsigned)d.second));
  return ln_text_add(out, without_zeroes(ln_view_first(d.fraction, fraction_most)));
}

/* With its zone, which is spelt in one way. */
static ln_status
add_clock(const ln_quirk_term* const term, ln_text* const out)
{
  enum { END_OF_DAY = 24 };
  ln_datetime d = {.year = 0};
  if (!read_moment(term, &d)) {
    return NO_RULE;
  }
  /* The end of a day is the beginning of the next one; of a time alone that is any day. */
  const bool    end  = d.hour == END_OF_DAY;
  const bool    date = ln_view_find(term->text, 'T') < term->text.n;
  const int64_t day  = ln_calendar_number(d.year, d.month, d.day) + (end && date ? 1 : 0);
  LN_TRY(ln_text_format(out,
                        "#%" PRId64 "T%u:%u:%u%c%d.",
                        day,
                        end ? 0U : (unsigned)d.hour,
                        (unsigned)d.minute,
                        (unsigned)d.second,
                        d.has_zone ? 'Z' : 'L',
                        d.zone));
  return ln_text_add(out, without_zeroes(d.fraction));
}

static ln_status
add_millisecond(const ln_quirk_term* const term, const size_t fraction_most, ln_text* const out)
{
  enum { YEARS = 8000, QUARTER = 15 };
  ln_datetime d = {.year = 0};
  if (!read_moment(term, &d) || d.year < 0 || d.year >= YEARS || d.zone % QUARTER != 0 ||
      without_zeroes(d.fraction).n > fraction_most) {
    return NO_RULE;
  }
  /* Z and +00:00 are two. */
  const bool zulu = ln_view_ends(term->text, LN_V("Z"));
  LN_TRY(ln_text_add(out, zulu ? LN_V("#Z") : LN_V("#")));
  return add_clock(term, out);
}

static ln_status
add_duration(const ln_quirk_term* const term, ln_text* const out)
{
  enum { SECONDS_A_DAY = 24 * 60 * 60 };
  const ln_builtin* const builtin = ln_builtin_of(term->datatype);
  ln_duration             d       = {.months = 0};
  const char*             problem = NULL;
  if (!builtin || !ln_duration_parse(term->text, builtin->flags, &d, &problem)) {
    return NO_RULE;
  }
  const ln_view fraction = without_zeroes(d.fraction);
  const bool    zero     = d.months == 0 && d.days == 0 && d.seconds == 0 && fraction.n == 0U;
  const int64_t days     = d.days + (d.seconds / SECONDS_A_DAY);
  LN_TRY(ln_text_format(out,
                        "#%s%" PRId64 ":%" PRId64 ":%" PRId64 ".",
                        d.negative && !zero ? "-" : "",
                        d.months,
                        days,
                        d.seconds % SECONDS_A_DAY));
  return ln_text_add(out, fraction);
}

static ln_status
add_by_rule(const same* const          s,
            const ln_quirk_term* const term,
            const bool                 shown,
            ln_text* const             out)
{
  switch ((same_rule)s->rule) {
  case SAME_INTEGER:
    return add_integer(term->text, s->limit, out);
  case SAME_DECIMAL:
    return add_decimal(term->text, s->limit, out);
  case SAME_SCALED:
    return shown ? add_value(term->text, term->text.n, out) : add_scaled(term->text, s->limit, out);
  case SAME_NUMBER:
    return add_value(term->text, s->limit, out);
  case SAME_DOUBLE:
    return add_binary(term->text, LN_BINARY_DOUBLE, s->limit, out);
  case SAME_FLOAT:
    return add_binary(term->text, LN_BINARY_FLOAT, s->limit, out);
  case SAME_DOUBLE_NUMBER:
    return add_binary_number(term->text, LN_BINARY_DOUBLE, out);
  case SAME_FLOAT_NUMBER:
    return add_binary_number(term->text, LN_BINARY_FLOAT, out);
  case SAME_BOOLEAN:
    return add_boolean(term->text, out);
  case SAME_INSTANT:
    return add_instant(term, s->limit, out);
  case SAME_CLOCK:
    return add_clock(term, out);
  case SAME_MILLISECOND:
    return add_millisecond(term, s->limit, out);
  case SAME_DURATION:
    return add_duration(term, out);
  }
  return NO_RULE;
}

static const same*
find_rule(const ln_store_kind* const kind, const ln_family family)
{
  const size_t number = ln_store_kind_number(kind);
  for (size_t i = 0U; i < sizeof(sames) / sizeof(sames[0]); ++i) {
    if (sames[i].kind == number && sames[i].family == (uint8_t)family) {
      return &sames[i];
    }
  }
  return NULL;
}

static ln_status
add_tag(const ln_view tag, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, '@'));
  for (size_t i = 0U; i < tag.n; ++i) {
    const char c = tag.s[i];
    LN_TRY(ln_text_add_byte(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c));
  }
  return LN_OK;
}

static ln_status
add_text(const ln_quirk_term* const term, ln_text* const out)
{
  static const ln_view STRING = {"http://www.w3.org/2001/XMLSchema#string", 39U};
  if (term->lang.n > 0U) {
    LN_TRY(add_tag(term->lang, out));
  } else if (!ln_view_equals(term->datatype, STRING)) {
    LN_TRY(ln_text_add(out, term->datatype));
  }
  LN_TRY(ln_text_add_byte(out, '='));
  return ln_text_add(out, term->text);
}

static ln_status
add_key(const ln_store_kind* const kind,
        const ln_quirk_term* const term,
        const bool                 shown,
        ln_text* const             key)
{
  if (term->kind != LN_LITERAL) {
    LN_TRY(ln_text_add_byte(key, term->kind == LN_IRI ? '<' : '_'));
    return ln_text_add(key, term->text);
  }
  const size_t      from = key->n;
  const same* const rule = find_rule(kind, ln_quirk_family(term));
  if (rule) {
    LN_TRY(ln_text_add(key, *rule->group ? ln_view_of(rule->group) : term->datatype));
    const ln_status st = add_by_rule(rule, term, shown, key);
    if (st != NO_RULE) {
      return st;
    }
    key->n = from;
  }
  return add_text(term, key);
}

ln_status
ln_quirk_key(const ln_store_kind* const kind, const ln_quirk_term* const term, ln_text* const key)
{
  return add_key(kind, term, false, key);
}

ln_status
ln_quirk_shown(const ln_store_kind* const kind, const ln_quirk_term* const term, ln_text* const key)
{
  return add_key(kind, term, true, key);
}
