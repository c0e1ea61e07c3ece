/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What SHACL asks of literals: are they well-formed, and which of two is less. Values are read with
   the readers of table cells (rdf/facet.h), exactly, whatever their length. Nothing is kept: a
   comparison reads both, which costs less than keeping a value for each of a million literals. */

#include "check/literal.h"

#include "base/utf8.h"
#include "rdf/facet.h"
#include "rdf/lexical.h"

#include <string.h>

#define XSD "http://www.w3.org/2001/XMLSchema#"

enum { ZONE_MOST = 14 * 60 }; ///< minutes that a time zone may differ from UTC

const ln_builtin*
ln_literal_builtin(const ln_view iri)
{
  return ln_view_starts(iri, LN_V(XSD)) ? ln_builtin_of(iri) : NULL;
}

size_t
ln_literal_length(const ln_view text)
{
  return ln_utf8_count(text);
}

/* Of the derived integers. */
static bool
in_range(const ln_builtin* const builtin, const ln_number* const number)
{
  ln_number bound = {0};
  if (builtin->minimum && ln_number_parse(ln_view_of(builtin->minimum), &bound) &&
      ln_number_compare(number, &bound) < 0) {
    return false;
  }
  return !builtin->maximum || !ln_number_parse(ln_view_of(builtin->maximum), &bound) ||
         ln_number_compare(number, &bound) <= 0;
}

static bool
has_spaces(const ln_view v, const bool collapsed)
{
  for (size_t i = 0U; i < v.n; ++i) {
    const bool blank = v.s[i] == ' ';
    if (v.s[i] == '\t' || v.s[i] == '\n' || v.s[i] == '\r' ||
        (collapsed && blank && (i == 0U || i + 1U == v.n || v.s[i + 1U] == ' '))) {
      return true;
    }
  }
  return false;
}

static bool
is_boolean(const ln_view v, bool* const value)
{
  *value = ln_view_equals(v, LN_V("true")) || ln_view_equals(v, LN_V("1"));
  return *value || ln_view_equals(v, LN_V("false")) || ln_view_equals(v, LN_V("0"));
}

bool
ln_literal_valid(const ln_builtin* const builtin, const ln_view lexical)
{
  size_t   octets = 0U;
  bool     truth  = false;
  ln_value value  = {0};
  switch (builtin->kind) {
  case LN_DT_NORMALIZED:
    return !has_spaces(lexical, false);
  case LN_DT_TOKEN:
    return !has_spaces(lexical, true);
  case LN_DT_LANGUAGE:
    return !ln_lexical_language(lexical);
  case LN_DT_NAME:
    return !ln_lexical_name(lexical);
  case LN_DT_NMTOKEN:
    return !ln_lexical_nmtoken(lexical);
  case LN_DT_HEX:
    return !ln_lexical_hex(lexical, &octets);
  case LN_DT_BASE64:
    return !ln_lexical_base64(lexical, &octets);
  case LN_DT_BOOLEAN:
    return is_boolean(lexical, &truth);
  case LN_DT_INTEGER:
    return !ln_facet_value(builtin, lexical, &value) && in_range(builtin, &value.number);
  case LN_DT_DECIMAL:
  case LN_DT_FLOAT:
  case LN_DT_DATETIME:
  case LN_DT_DURATION:
    return !ln_facet_value(builtin, lexical, &value);
  case LN_DT_RAW:
  case LN_DT_QNAME:
  case LN_DT_URI:
  case LN_DT_EDTF:
  default:
    return true;
  }
}

/* Kinds of literals that are compared with each other. */
typedef enum { NO_ORDER, TEXT, TRUTH, NUMBER, TIME, DURATION } family;

static family
family_of(const ln_builtin* const builtin)
{
  switch (builtin->kind) {
  case LN_DT_RAW:
  case LN_DT_NORMALIZED:
  case LN_DT_TOKEN:
  case LN_DT_LANGUAGE:
  case LN_DT_NAME:
  case LN_DT_NMTOKEN:
    return TEXT;
  case LN_DT_BOOLEAN:
    return TRUTH;
  case LN_DT_INTEGER:
  case LN_DT_DECIMAL:
  case LN_DT_FLOAT:
    return NUMBER;
  case LN_DT_DATETIME:
    return TIME;
  case LN_DT_DURATION:
    return DURATION;
  case LN_DT_QNAME:
  case LN_DT_URI:
  case LN_DT_HEX:
  case LN_DT_BASE64:
  case LN_DT_EDTF:
  default:
    return NO_ORDER;
  }
}

static ln_order
order_of(const int sign)
{
  return (ln_order)((sign > 0) - (sign < 0));
}

static ln_order
compare_numbers(const ln_number* const a, const ln_number* const b)
{
  return a->kind == LN_NAN || b->kind == LN_NAN ? LN_UNORDERED : order_of(ln_number_compare(a, b));
}

/* The instant of `d` as it is furthest in the east or west. */
static ln_datetime
zoned(const ln_datetime* const d, const int16_t zone)
{
  ln_datetime copy = *d;
  copy.has_zone    = true;
  copy.zone        = zone;
  return copy;
}

/* `a` has a time zone, `b` has none. */
static ln_order
compare_unzoned(const ln_datetime* const a, const ln_datetime* const b)
{
  const ln_datetime first = zoned(b, ZONE_MOST);
  const ln_datetime last  = zoned(b, -ZONE_MOST);
  if (ln_datetime_compare(a, &first) < 0) {
    return LN_LESS;
  }
  return ln_datetime_compare(a, &last) > 0 ? LN_GREATER : LN_UNORDERED;
}

static ln_order
compare_times(const ln_datetime* const a, const ln_datetime* const b)
{
  if (a->has_zone == b->has_zone) {
    return order_of(ln_datetime_compare(a, b));
  }
  if (a->has_zone) {
    return compare_unzoned(a, b);
  }
  const ln_order order = compare_unzoned(b, a);
  return order == LN_UNORDERED ? LN_UNORDERED : (ln_order)(-(int)order);
}

/* UTF-8 has the order of code points. */
static ln_order
compare_texts(const ln_view a, const ln_view b)
{
  const size_t n     = a.n < b.n ? a.n : b.n;
  const int    order = n > 0U ? memcmp(a.s, b.s, n) : 0;
  return order != 0 ? order_of(order) : order_of((a.n > b.n) - (a.n < b.n));
}

static ln_order
compare_truths(const ln_view a, const ln_view b)
{
  bool x = false;
  bool y = false;
  return is_boolean(a, &x) && is_boolean(b, &y) ? order_of((int)x - (int)y) : LN_UNORDERED;
}

static ln_order
compare_values(const ln_builtin* const a_type,
               const ln_view           a,
               const ln_builtin* const b_type,
               const ln_view           b)
{
  ln_value     x    = {0};
  ln_value     y    = {0};
  const family kind = family_of(a_type);
  if (kind != family_of(b_type) || kind == NO_ORDER) {
    return LN_UNORDERED;
  }
  if (kind == TEXT || kind == TRUTH) {
    return kind == TEXT ? compare_texts(a, b) : compare_truths(a, b);
  }
  if (ln_facet_value(a_type, a, &x) || ln_facet_value(b_type, b, &y)) {
    return LN_UNORDERED;
  }
  if (kind == NUMBER) {
    return compare_numbers(&x.number, &y.number);
  }
  if (kind == DURATION) {
    return ln_duration_compare(&x.duration, &y.duration);
  }
  return (a_type->flags & ~(unsigned)LN_NEEDS_ZONE) == (b_type->flags & ~(unsigned)LN_NEEDS_ZONE)
           ? compare_times(&x.datetime, &y.datetime)
           : LN_UNORDERED;
}

ln_order
ln_literal_compare(const ln_term_table* const terms, const uint32_t a, const uint32_t b)
{
  const uint32_t a_type = ln_term_table_datatype(terms, a);
  const uint32_t b_type = ln_term_table_datatype(terms, b);
  if (a_type == LN_NO_TERM || b_type == LN_NO_TERM) {
    return LN_UNORDERED;
  }
  const ln_builtin* const x = ln_literal_builtin(ln_term_table_text(terms, a_type));
  const ln_builtin* const y = ln_literal_builtin(ln_term_table_text(terms, b_type));
  if (!x || !y) {
    return LN_UNORDERED;
  }
  return compare_values(x, ln_term_table_text(terms, a), y, ln_term_table_text(terms, b));
}
