/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Values as bytes that can be compared and hashed. The first byte tells the family, so that the
   string "1" is never the number 1; behind it stands the one spelling that this file gives the
   value (not always that of XSD 1.1, section 4, which has several families for numbers). Numbers
   stay digit strings, so nothing is rounded. One pass over the text; no allocation of its own. */

#include "rdf/canonical.h"

#include "rdf/calendar.h"
#include "rdf/datatype_inner.h"
#include "rdf/datetime.h"
#include "rdf/duration.h"
#include "rdf/number.h"

#include <inttypes.h>

enum { MINUTES_A_DAY = 24 * 60, MINUTES_AN_HOUR = 60, SECONDS_A_DAY = 24 * 60 * 60 };

static ln_status
add_text(const ln_view text, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, 's'));
  return ln_text_add(out, text);
}

static ln_view
without_zeroes(ln_view digits)
{
  while (digits.n > 0U && digits.s[digits.n - 1U] == '0') {
    --digits.n;
  }
  return digits;
}

static ln_view
without_first_zeroes(ln_view digits)
{
  while (digits.n > 0U && digits.s[0] == '0') {
    digits = ln_view_from(digits, 1U);
  }
  return digits;
}

/* Digits without zeroes at either end, and the power of ten of the last one. */
static ln_status
add_number(const ln_view lexical, ln_text* const out)
{
  ln_number number = {0};
  if (!ln_number_parse(lexical, &number)) {
    return add_text(lexical, out);
  }
  LN_TRY(ln_text_add_byte(out, 'n'));
  if (number.kind != LN_FINITE) {
    LN_TRY(ln_text_add(out, number.negative ? LN_V("-") : LN_V("")));
    return ln_text_add(out, number.kind == LN_NAN ? LN_V("NaN") : LN_V("INF"));
  }
  ln_view       integer  = without_first_zeroes(number.integer);
  const ln_view fraction = without_zeroes(number.fraction);
  const ln_view behind   = integer.n > 0U ? fraction : without_first_zeroes(fraction);
  int64_t       exponent = number.exponent - (int64_t)fraction.n;
  if (behind.n == 0U) {
    const size_t all = integer.n;
    integer          = without_zeroes(integer);
    exponent += (int64_t)(all - integer.n);
  }
  if (integer.n + behind.n == 0U) {
    return ln_text_add_byte(out, '0');
  }
  LN_TRY(ln_text_add(out, number.negative ? LN_V("-") : LN_V("")));
  LN_TRY(ln_text_add(out, integer));
  LN_TRY(ln_text_add(out, behind));
  return ln_text_format(out, "e%" PRId64, exponent);
}

/* What has a zone is an instant, what has none is a reading of a clock; the two are never equal
   (XSD 1.1, part 2, section 3.3.7). The fields tell a day from its midnight. */
static ln_status
add_datetime(const ln_view lexical, const unsigned fields, ln_text* const out)
{
  ln_datetime d       = {0};
  const char* problem = NULL;
  if (!ln_datetime_parse(lexical, fields, &d, &problem)) {
    return add_text(lexical, out);
  }
  const unsigned kept    = fields & (LN_HAS_YEAR | LN_HAS_MONTH | LN_HAS_DAY | LN_HAS_TIME);
  int64_t        minutes = ln_calendar_number(d.year, d.month, d.day) * MINUTES_A_DAY;
  minutes += (int64_t)d.hour * MINUTES_AN_HOUR + d.minute - (d.has_zone ? d.zone : 0);
  LN_TRY(ln_text_format(
    out, "t%u%c%" PRId64 ":%u.", kept, d.has_zone ? 'Z' : 'L', minutes, (unsigned)d.second));
  return ln_text_add(out, without_zeroes(d.fraction));
}

/* Months and seconds (XSD 1.1, part 2, section 3.3.6). */
static ln_status
add_duration(const ln_view lexical, const unsigned fields, ln_text* const out)
{
  ln_duration d       = {0};
  const char* problem = NULL;
  if (!ln_duration_parse(lexical, fields, &d, &problem)) {
    return add_text(lexical, out);
  }
  const ln_view fraction = without_zeroes(d.fraction);
  const int64_t days     = d.days + d.seconds / SECONDS_A_DAY;
  const int64_t seconds  = d.seconds % SECONDS_A_DAY;
  const bool    zero     = d.months == 0 && days == 0 && seconds == 0 && fraction.n == 0U;
  LN_TRY(ln_text_format(out,
                        "d%s%" PRId64 ":%" PRId64 ":%" PRId64 ".",
                        d.negative && !zero ? "-" : "",
                        d.months,
                        days,
                        seconds));
  return ln_text_add(out, fraction);
}

/* Octets: capital and small digits of hexBinary are the same, blanks in base64Binary are nothing.
 */
static ln_status
add_octets(const ln_view lexical, const bool hex, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, hex ? 'x' : 'y'));
  for (size_t i = 0U; i < lexical.n; ++i) {
    const char c     = lexical.s[i];
    const bool small = hex && c >= 'a' && c <= 'f';
    LN_TRY(c == ' ' && !hex ? LN_OK : ln_text_add_byte(out, small ? (char)(c - 'a' + 'A') : c));
  }
  return LN_OK;
}

ln_status
ln_canonical_add(const ln_datatype* const datatype, const ln_view lexical, ln_text* const out)
{
  const ln_builtin_kind kind = datatype ? datatype->builtin->kind : LN_DT_RAW;
  if (kind == LN_DT_INTEGER || kind == LN_DT_DECIMAL || kind == LN_DT_FLOAT) {
    return add_number(lexical, out);
  }
  if (kind == LN_DT_DATETIME) {
    return add_datetime(lexical, datatype->builtin->flags, out);
  }
  if (kind == LN_DT_DURATION) {
    return add_duration(lexical, datatype->builtin->flags, out);
  }
  if (kind == LN_DT_HEX || kind == LN_DT_BASE64) {
    return add_octets(lexical, kind == LN_DT_HEX, out);
  }
  if (kind == LN_DT_BOOLEAN) {
    const bool yes = ln_view_equals(lexical, LN_V("true")) || ln_view_equals(lexical, LN_V("1"));
    return ln_text_add(out, yes ? LN_V("b1") : LN_V("b0"));
  }
  return add_text(lexical, out);
}
