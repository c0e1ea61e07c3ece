/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which values are equal and which come first (section 17.3 and 15.1). Comparing is partial: what
   has no order is an error. ORDER BY needs an order of everything: no value, blank nodes, IRIs,
   literals; among literals of different kinds the order is that of the kinds, and of values that
   have none among themselves that of their text. */

#include "query/value.h"

#include "rdf/duration.h"

#include <math.h>

static int
compare_text(const ln_view a, const ln_view b)
{
  const size_t n     = a.n < b.n ? a.n : b.n;
  const int    order = n > 0U ? memcmp(a.s, b.s, n) : 0;
  if (order != 0) {
    return order < 0 ? -1 : 1;
  }
  return (int)(a.n > b.n) - (int)(a.n < b.n);
}

/* A value without a zone may be anywhere within fourteen hours (XSD 1.1, part 2, section 3.3.7). */
static int
compare_times(const ln_value* const a, const ln_value* const b)
{
  enum { HALF_DAY = 14 * 60 };
  ln_datetime x       = {0};
  ln_datetime y       = {0};
  const char* problem = NULL;
  if (a->fields != b->fields || !ln_datetime_parse(a->text, a->fields, &x, &problem) ||
      !ln_datetime_parse(b->text, b->fields, &y, &problem)) {
    return 2;
  }
  if (x.has_zone == y.has_zone) {
    return ln_datetime_compare(&x, &y);
  }
  ln_datetime* const open = x.has_zone ? &y : &x;
  open->has_zone          = true;
  open->zone              = (int16_t)HALF_DAY;
  const int early         = ln_datetime_compare(&x, &y);
  open->zone              = (int16_t)-HALF_DAY;
  const int late          = ln_datetime_compare(&x, &y);
  return early == late ? early : 2;
}

static int
compare_durations(const ln_value* const a, const ln_value* const b)
{
  ln_duration x       = {0};
  ln_duration y       = {0};
  const char* problem = NULL;
  if (!ln_duration_parse(a->text, a->fields, &x, &problem) ||
      !ln_duration_parse(b->text, b->fields, &y, &problem)) {
    return 2;
  }
  const ln_order order = ln_duration_compare(&x, &y);
  return (int)order;
}

int
ln_value_compare(const ln_value* const a, const ln_value* const b)
{
  if (ln_value_is_numeric(a) && ln_value_is_numeric(b)) {
    return ln_value_compare_numbers(a, b);
  }
  if (a->kind != b->kind) {
    return 2;
  }
  switch (a->kind) {
  case LN_VALUE_STRING:
    return compare_text(a->text, b->text);
  case LN_VALUE_BOOLEAN:
    return (int)a->truth - (int)b->truth;
  case LN_VALUE_DATETIME:
  case LN_VALUE_DATE:
    return compare_times(a, b);
  case LN_VALUE_DURATION:
    return compare_durations(a, b);
  case LN_VALUE_INTEGER:
  case LN_VALUE_DECIMAL:
  case LN_VALUE_FLOAT:
  case LN_VALUE_DOUBLE:
  case LN_VALUE_ERROR:
  case LN_VALUE_IRI:
  case LN_VALUE_BLANK:
  case LN_VALUE_TAGGED:
  case LN_VALUE_OTHER:
    break;
  }
  return 2;
}

static bool
same_term(const ln_value* const a, const ln_value* const b)
{
  return (a->term != LN_ABSENT && a->term == b->term) ||
         (a->kind == b->kind && a->kind != LN_VALUE_BLANK && ln_view_equals(a->text, b->text) &&
          ln_view_equals(a->lang, b->lang) && ln_view_equals(a->datatype, b->datatype));
}

static bool
is_literal(const ln_value* const v)
{
  return v->kind != LN_VALUE_IRI && v->kind != LN_VALUE_BLANK;
}

int
ln_value_equal(const ln_value* const a, const ln_value* const b)
{
  if (a->kind == LN_VALUE_ERROR || b->kind == LN_VALUE_ERROR) {
    return -1;
  }
  if (a->kind == b->kind || (ln_value_is_numeric(a) && ln_value_is_numeric(b))) {
    const int order = ln_value_compare(a, b);
    if (order != 2) {
      return order == 0 ? 1 : 0;
    }
    // NaN is equal to nothing.
    if (ln_value_is_numeric(a)) {
      return 0;
    }
  }
  if (!is_literal(a) || !is_literal(b)) {
    return same_term(a, b) ? 1 : 0;
  }
  if (same_term(a, b)) {
    return 1;
  }
  // Of literals that cannot be looked into, nobody knows whether they mean the same.
  const bool open = a->kind == LN_VALUE_OTHER || b->kind == LN_VALUE_OTHER ||
                    (a->kind == b->kind && a->kind != LN_VALUE_TAGGED);
  return open ? -1 : 0;
}

/* ---- ORDER BY ---- */

static int
rank(const ln_value* const v)
{
  switch (v->kind) {
  case LN_VALUE_ERROR:
    return 0;
  case LN_VALUE_BLANK:
    return 1;
  case LN_VALUE_IRI:
    return 2;
  case LN_VALUE_STRING:
  case LN_VALUE_TAGGED:
    return 3;
  case LN_VALUE_BOOLEAN:
    return 4;
  case LN_VALUE_INTEGER:
  case LN_VALUE_DECIMAL:
  case LN_VALUE_FLOAT:
  case LN_VALUE_DOUBLE:
    return 5;
  case LN_VALUE_DATETIME:
    return 6;
  case LN_VALUE_DATE:
    return 7 + (int)v->fields;
  case LN_VALUE_DURATION:
    return 100;
  case LN_VALUE_OTHER:
    break;
  }
  return 101;
}

/* Where values have no order, or the same place in it. */
static int
order_forms(const ln_value* const a, const ln_value* const b)
{
  const int text = compare_text(a->text, b->text);
  if (text != 0) {
    return text;
  }
  const int lang = compare_text(a->lang, b->lang);
  return lang != 0 ? lang : compare_text(a->datatype, b->datatype);
}

int
ln_value_order(const ln_value* const a, const ln_value* const b)
{
  const int x = rank(a);
  const int y = rank(b);
  if (x != y) {
    return x < y ? -1 : 1;
  }
  if (a->kind == LN_VALUE_ERROR) {
    return 0;
  }
  if (a->kind == LN_VALUE_BLANK) {
    return (int)(a->term > b->term) - (int)(a->term < b->term);
  }
  const int order = ln_value_compare(a, b);
  if (order != 2) {
    return order;
  }
  if (ln_value_is_numeric(a)) {
    // NaN comes before all other numbers.
    return (isnan(b->number) != 0) - (isnan(a->number) != 0);
  }
  return order_forms(a, b);
}
