/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is asked of a text on the straight way, beside the questions that are inlined. A yes is
   certain; a no means only that the general way must look (straight.h). Cost: one look at 16 bytes
   for numbers and days, a parser for what has no such shape. */

#include "map/straight_text.h"

#include "rdf/iri.h"

bool
ln_straight_clean(const ln_view text, const bool iri, const bool begins)
{
  for (size_t i = 0U; i < text.n; ++i) {
    const char c      = text.s[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool low    = (unsigned char)c < 0x20U || c == 0x7F || c == '"' || c == '\\';
    if (iri ? !letter && ((c != '-' && c != '_') || (begins && i == 0U)) : low) {
      return false;
    }
  }
  return true;
}

bool
ln_straight_is_one_of(const ln_views nulls, const char* const s, const size_t n)
{
  for (size_t i = 0U; i < nulls.n; ++i) {
    if (ln_view_equals(nulls.v[i], (ln_view){s, n})) {
      return true;
    }
  }
  return nulls.n == 0U && n == 0U;
}

static bool
is_digit(const char c)
{
  return c >= '0' && c <= '9';
}

/* [0-9]+\.[0-9]+, short enough for one look. */
static bool
is_point_number(const char* const s, const size_t n)
{
  if (n < 3U || n > LN_BYTES) {
    return false;
  }
  const ln_bytes v     = ln_bytes_load(s);
  const unsigned all   = ln_bytes_first(n);
  const unsigned point = ln_bytes_bits((ln_bytes)(v == '.')) & all;
  const unsigned digit = ln_bytes_bits(ln_bytes_digit(v)) & all;
  return (point | digit) == all && point != 0U && (point & (point - 1U)) == 0U && is_digit(s[0]) &&
         is_digit(s[n - 1U]);
}

/* A day that every month has, or nearly every one. */
static bool
is_day(const char* const s, const size_t n)
{
  static const unsigned dashes = (1U << 4U) | (1U << 7U);
  if (n != 10U) {
    return false;
  }
  const ln_bytes v = ln_bytes_load(s);
  const unsigned d = ln_bytes_bits(ln_bytes_digit(v)) & ln_bytes_first(n);
  if ((d | dashes) != ln_bytes_first(n) || s[4] != '-' || s[7] != '-') {
    return false;
  }
  const int month = (s[5] - '0') * 10 + (s[6] - '0');
  const int day   = (s[8] - '0') * 10 + (s[9] - '0');
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || (day <= 30 && month != 2));
}

/* Whether a text has one of the shapes. */
static bool
has_shape(const unsigned shapes, const char* const s, const size_t n, uint8_t* const flags)
{
  const bool digits = ln_bytes_are_digits(s, n);
  if (digits) {
    *flags |= (uint8_t)LN_DIGITS;
    return (shapes & LN_SHAPE_DIGITS) != 0U || ((shapes & LN_SHAPE_YEAR) != 0U && n == 4U);
  }
  return ((shapes & LN_SHAPE_POINT) != 0U && is_point_number(s, n)) ||
         ((shapes & LN_SHAPE_DAY) != 0U && is_day(s, n));
}

/* Whether the datatype takes the text as it stands. */
static bool
parses(ln_maker* const maker, const ln_straight_cell* const cell, const ln_view text)
{
  ln_view lexical = {0};
  ln_view problem = {0};
  ln_text_reset(&maker->scratch);
  return ln_datatype_parse(cell->datatype, text, &maker->scratch, &lexical, &problem) ==
           LN_VALUE_OK &&
         lexical.s == text.s && lexical.n == text.n;
}

static bool
is_space(const char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool
ln_straight_passes(ln_maker* const               maker,
                   const ln_straight_cell* const cell,
                   const char* const             s,
                   const size_t                  n,
                   uint8_t* const                flags)
{
  const ln_view text = {s, n};
  if (cell->edges && (n == 0U || is_space(s[0]) || is_space(s[n - 1U]))) {
    return false;
  }
  if (cell->datatype && !has_shape(cell->shapes, s, n, flags) && !parses(maker, cell, text)) {
    return false;
  }
  return (!cell->column->is_iri || ln_iri_valid(text, NULL)) &&
         (!cell->column->is_id || ln_is_id(text));
}

bool
ln_straight_looks(ln_maker* const               maker,
                  const ln_straight_cell* const cell,
                  const uint32_t                flags,
                  ln_slot_text* const           text)
{
  if (text->n == 0U && cell->given) {
    return false;
  }
  text->there =
    (flags & (uint32_t)LN_CELL_NULL) == 0U && !ln_straight_is_any_null(cell, text->s, text->n);
  if (!text->there) {
    return cell->needed == 0U;
  }
  return cell->list || ln_straight_takes(maker, cell, text->s, text->n, &text->flags);
}
