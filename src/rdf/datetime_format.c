/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Date patterns. A pattern becomes a short list of fields and literals; a cell is read along that
   list without stepping back, which works because a field of variable width is never followed by
   digits (checked when compiling). Fields the pattern lacks keep the value 0 (a time without
   seconds) or are an error when compiling (a date without a year). Allocates nothing. */

#include "rdf/datetime_format.h"

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

static bool
is_letter(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
add_item(ln_datetime_format* const format,
         const char                field,
         const size_t              count,
         const ln_view             literal)
{
  if (format->n == LN_FORMAT_ITEMS || count > UINT8_MAX) {
    return false;
  }
  format->items[format->n++] = (ln_format_item){field, (uint8_t)count, literal};
  return true;
}

/** Whether a field may be repeated so often. */
static bool
is_field(const char field, const size_t count)
{
  switch (field) {
  case 'y':
    return count == 4U;
  case 'M':
  case 'd':
  case 'H':
    return count <= 2U;
  case 'm':
  case 's':
    return count == 2U;
  case 'S':
    return true;
  case 'X':
  case 'x':
    return count <= 3U;
  default:
    return false;
  }
}

/** Text in single quotes, without them; two quotes in a row are not supported. */
static bool
take_quoted(ln_view* const v, ln_datetime_format* const format)
{
  const ln_view rest = ln_view_from(*v, 1U);
  const size_t  end  = ln_view_find(rest, '\'');
  if (end == rest.n || end == 0U) {
    return false;
  }
  *v = ln_view_from(rest, end + 1U);
  return add_item(format, '\0', 0U, ln_view_first(rest, end));
}

static bool
take_item(ln_view* const v, ln_datetime_format* const format)
{
  const char c = v->s[0];
  if (c == '\'') {
    return take_quoted(v, format);
  }
  size_t n = 1U;
  if (is_letter(c) && c != 'T') {
    while (n < v->n && v->s[n] == c) {
      ++n;
    }
    if (!is_field(c, n) || !add_item(format, c, n, (ln_view){NULL, 0U})) {
      return false;
    }
  } else {
    while (n < v->n && v->s[n] != '\'' && (!is_letter(v->s[n]) || v->s[n] == 'T')) {
      ++n;
    }
    if (!add_item(format, '\0', 0U, ln_view_first(*v, n))) {
      return false;
    }
  }
  *v = ln_view_from(*v, n);
  return true;
}

static size_t
count_field(const ln_datetime_format* const format, const char field)
{
  size_t n = 0U;
  for (size_t i = 0U; i < format->n; ++i) {
    n += format->items[i].field == field ? 1U : 0U;
  }
  return n;
}

/** Whether digits follow item `i` directly. */
static bool
runs_into_digits(const ln_datetime_format* const format, const size_t i)
{
  if (i + 1U >= format->n) {
    return false;
  }
  const ln_format_item* const next = &format->items[i + 1U];
  return next->field == '\0' ? is_digit(next->literal.s[0])
                             : next->field != 'X' && next->field != 'x';
}

/** Whether every field of the datatype is there once, and none that it lacks. */
static bool
fields_agree(const ln_datetime_format* const format, const unsigned fields)
{
  static const struct {
    unsigned bit;
    char     field;
    bool     may_lack;
  } RULES[] = {
    {LN_HAS_YEAR, 'y', false},
    {LN_HAS_MONTH, 'M', false},
    {LN_HAS_DAY, 'd', false},
    {LN_HAS_TIME, 'H', false},
    {LN_HAS_TIME, 'm', false},
    {LN_HAS_TIME, 's', true},
    {LN_HAS_TIME, 'S', true},
  };
  for (size_t i = 0U; i < sizeof(RULES) / sizeof(RULES[0]); ++i) {
    const size_t n     = count_field(format, RULES[i].field);
    const bool   wants = (fields & RULES[i].bit) != 0U;
    if (n > (wants ? 1U : 0U) || (n == 0U && wants && !RULES[i].may_lack)) {
      return false;
    }
  }
  const size_t zones = count_field(format, 'X') + count_field(format, 'x');
  return zones <= 1U && (zones == 1U || (fields & LN_NEEDS_ZONE) == 0U) &&
         count_field(format, 'S') <= count_field(format, 's');
}

bool
ln_datetime_format_parse(const ln_view             pattern,
                         const unsigned            fields,
                         ln_datetime_format* const format,
                         const char** const        problem)
{
  ln_view v = pattern;
  format->n = 0U;
  *problem  = NULL;
  while (v.n > 0U) {
    if (!take_item(&v, format)) {
      *problem = "the date format holds something other than yyyy, MM, M, dd, d, HH, H, mm, ss, S, "
                 "X, x and signs";
      return false;
    }
  }
  if (!fields_agree(format, fields)) {
    *problem = "the date format lacks a field of the datatype, or has one too many";
    return false;
  }
  for (size_t i = 0U; i < format->n; ++i) {
    const ln_format_item* const item = &format->items[i];
    const bool                  loose =
      item->field == 'S' || (item->count == 1U && item->field != 'X' && item->field != 'x');
    if (loose && runs_into_digits(format, i)) {
      *problem = "in the date format a field of one or two digits is followed by digits";
      return false;
    }
  }
  return true;
}

/** Between `least` and `most` digits. */
static bool
take_digits(ln_view* const v, const size_t least, const size_t most, ln_view* const digits)
{
  size_t n = 0U;
  while (n < most && n < v->n && is_digit(v->s[n])) {
    ++n;
  }
  *digits = ln_view_first(*v, n);
  *v      = ln_view_from(*v, n);
  return n >= least;
}

static unsigned
number(const ln_view digits)
{
  unsigned value = 0U;
  for (size_t i = 0U; i < digits.n; ++i) {
    value = value * 10U + (unsigned)(digits.s[i] - '0');
  }
  return value;
}

/** `Z`, `-08`, `+0530`, `+05:30`, as the letters demand. */
static bool
read_zone(ln_view* const v, const ln_format_item* const item, ln_datetime* const d)
{
  ln_view hours   = {NULL, 0U};
  ln_view minutes = {NULL, 0U};
  d->has_zone     = true;
  if (v->n == 0U) {
    return false;
  }
  const char first = v->s[0];
  *v               = ln_view_from(*v, 1U);
  if (first == 'Z') {
    return item->field == 'X';
  }
  if ((first != '+' && first != '-') || !take_digits(v, 2U, 2U, &hours)) {
    return false;
  }
  if (item->count == 3U) {
    if (v->n == 0U || v->s[0] != ':') {
      return false;
    }
    *v = ln_view_from(*v, 1U);
  }
  const bool may_lack = item->count == 1U && (v->n == 0U || !is_digit(v->s[0]));
  if (!may_lack && !take_digits(v, 2U, 2U, &minutes)) {
    return false;
  }
  const int shift = (int)(number(hours) * 60U + number(minutes));
  d->zone         = (int16_t)(first == '-' ? -shift : shift);
  return number(minutes) < 60U;
}

static bool
read_item(ln_view* const v, const ln_format_item* const item, ln_datetime* const d)
{
  ln_view digits = {NULL, 0U};
  switch (item->field) {
  case '\0':
    if (!ln_view_starts(*v, item->literal)) {
      return false;
    }
    *v = ln_view_from(*v, item->literal.n);
    return true;
  case 'X':
  case 'x':
    return read_zone(v, item, d);
  case 'S':
    return take_digits(v, 1U, item->count, &d->fraction);
  default:
    break;
  }
  const size_t most = item->field == 'y' ? 4U : 2U;
  if (!take_digits(v, item->count, most, &digits)) {
    return false;
  }
  switch (item->field) {
  case 'y':
    d->year = number(digits);
    break;
  case 'M':
    d->month = (uint8_t)number(digits);
    break;
  case 'd':
    d->day = (uint8_t)number(digits);
    break;
  case 'H':
    d->hour = (uint8_t)number(digits);
    break;
  case 'm':
    d->minute = (uint8_t)number(digits);
    break;
  default:
    d->second = (uint8_t)number(digits);
    break;
  }
  return true;
}

bool
ln_datetime_format_read(const ln_datetime_format* const format,
                        const ln_view                   cell,
                        const unsigned                  fields,
                        ln_datetime* const              d,
                        const char** const              problem)
{
  ln_view v = cell;
  *d        = (ln_datetime){.year = 1972, .month = 12U, .day = 31U};
  d->day    = (fields & (LN_HAS_DAY | LN_HAS_TIME)) != 0U ? 31U : 1U;
  for (size_t i = 0U; i < format->n; ++i) {
    if (!read_item(&v, &format->items[i], d)) {
      *problem = "it does not follow the format";
      return false;
    }
  }
  if (v.n > 0U) {
    *problem = "it goes on where the format ends";
    return false;
  }
  return ln_datetime_check(d, fields, problem);
}
