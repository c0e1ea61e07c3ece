/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Templates (RFC 6570, all four levels) are split once, when a plan is bound; rows only walk the
   parts. An expression of several variables is as many parts, so that those who look for variables
   need not know expressions. Accessors (`name.iri`) are liner's own: a column whose name contains a
   dot is found by its whole name first, when the plan is bound. Names are kept as written. */

#include "map/template.h"

#include "rdf/iri.h"

/* What an operator does (RFC 6570, appendix A). */
typedef struct {
  char sign;  ///< as written; ' ' for none
  char first; ///< in front of the first value; 0: nothing
  char between;
  bool named;
  bool bare; ///< a name without a value has no `=`
  bool reserved;
} operation;

static const operation operations[] = {
  {' ', 0, ',', false, false, false},
  {'+', 0, ',', false, false, true},
  {'#', '#', ',', false, false, true},
  {'.', '.', '.', false, false, false},
  {'/', '/', '/', false, false, false},
  {';', ';', ';', true, true, false},
  {'?', '?', '&', true, false, false},
  {'&', '&', '&', true, false, false},
};

static const operation*
find_operation(const char sign)
{
  for (size_t i = 1U; i < sizeof(operations) / sizeof(operations[0]); ++i) {
    if (operations[i].sign == sign) {
      return &operations[i];
    }
  }
  return &operations[0];
}

/* Dots only between other characters (RFC 6570, section 2.3). What else a name may not hold there
   is let through where it does no harm: columns are called all sorts of things. */
static bool
name_is_good(const ln_view name)
{
  static const char refused[] = "{ ,*:|/;?&=!@";
  bool              dot       = true;
  for (size_t i = 0U; i < name.n; ++i) {
    const char c = name.s[i];
    if (memchr(refused, c, sizeof(refused)) || (dot && c == '.')) {
      return false;
    }
    dot = c == '.';
  }
  return !dot;
}

static size_t
last_dot(const ln_view v)
{
  size_t n = v.n;
  while (n > 0U && v.s[n - 1U] != '.') {
    --n;
  }
  return n > 0U ? n - 1U : v.n;
}

/* `:N` behind a name: 1 to 9999 (section 2.4.1). */
static bool
read_length(const ln_view digits, uint16_t* const length)
{
  unsigned value = 0U;
  for (size_t i = 0U; i < digits.n; ++i) {
    if (digits.s[i] < '0' || digits.s[i] > '9') {
      return false;
    }
    value = value * 10U + (unsigned)(digits.s[i] - '0');
  }
  *length = (uint16_t)value;
  return digits.n > 0U && digits.n <= 4U && digits.s[0] != '0';
}

/* One variable of an expression, with its modifier. */
static bool
read_variable(ln_view text, ln_part* const part)
{
  const size_t colon = ln_view_find(text, ':');
  if (colon < text.n) {
    if (!read_length(ln_view_from(text, colon + 1U), &part->length)) {
      return false;
    }
    text = ln_view_first(text, colon);
  } else if (ln_view_ends(text, LN_V("*"))) {
    part->explodes = true;
    text           = ln_view_first(text, text.n - 1U);
  }
  const size_t dot = last_dot(text);
  part->name       = text;
  part->text       = ln_view_first(text, dot);
  part->accessor   = ln_view_from(text, dot + 1U);
  return name_is_good(text);
}

/* The expression at text[at], which is an opening brace; *end is set behind the closing one, *n is
   the number of parts it became. */
static bool
read_expression(
  const ln_view text, const size_t at, ln_part* const parts, size_t* const n, size_t* const end)
{
  const ln_view rest  = ln_view_from(text, at + 1U);
  const size_t  close = ln_view_find(rest, '}');
  if (close == rest.n) {
    return false;
  }
  ln_view    inner = ln_view_first(rest, close);
  const char sign  = (char)(inner.n > 0U ? find_operation(inner.s[0])->sign : ' ');
  inner            = ln_view_from(inner, sign == ' ' ? 0U : 1U);
  *n               = 0U;
  for (bool more = true; more;) {
    const size_t comma = ln_view_find(inner, ',');
    ln_part      part  = {.operator= sign, .leads = *n == 0U};
    if (!read_variable(ln_view_first(inner, comma), &part)) {
      return false;
    }
    parts[(*n)++] = part;
    more          = comma < inner.n;
    inner         = ln_view_from(inner, comma + 1U);
  }
  *end = at + 1U + close + 1U;
  return true;
}

static size_t
count_parts(const ln_view text)
{
  size_t n = 1U;
  for (size_t i = 0U; i < text.n; ++i) {
    n += text.s[i] == '{' ? 2U : (size_t)(text.s[i] == ',');
  }
  return n;
}

ln_status
ln_template_parse(ln_arena* const    arena,
                  const ln_view      text,
                  ln_template* const out,
                  size_t* const      at)
{
  *out       = (ln_template){0};
  out->parts = ln_arena_zero(arena, count_parts(text), sizeof(ln_part));
  if (!out->parts) {
    return LN_NO_MEM;
  }
  size_t i = 0U;
  while (i < text.n) {
    ln_part* const part = &out->parts[out->n];
    size_t         n    = 1U;
    if (text.s[i] == '{') {
      if (!read_expression(text, i, part, &n, &i)) {
        *at = i;
        return LN_USAGE;
      }
    } else {
      const ln_view rest  = ln_view_from(text, i);
      const size_t  fixed = ln_view_find(rest, '{');
      const size_t  close = ln_view_find(rest, '}');
      if (close < fixed) {
        *at = i + close;
        return LN_USAGE;
      }
      part->text = ln_view_first(rest, fixed);
      i += fixed;
    }
    out->n += n;
  }
  return LN_OK;
}

ln_status
ln_template_joint(const ln_part* const part,
                  const size_t         shown,
                  bool* const          open,
                  ln_text* const       out)
{
  const operation* const o     = find_operation(part->operator);
  const char             sign  = (char)(*open ? o->between : o->first);
  const bool             inner = shown > 0U && !part->explodes;
  *open                        = true;
  if (inner) {
    return ln_text_add_byte(out, ',');
  }
  LN_TRY(sign ? ln_text_add_byte(out, sign) : LN_OK);
  if (!o->named) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(out, part->name));
  return ln_text_add_byte(out, '=');
}

/* The first characters of a value; a triplet that stays as it is counts as one (section 2.4.1). */
static ln_view
cut(const ln_part* const part, const ln_view value, const bool reserved)
{
  size_t n = 0U;
  for (size_t i = 0U; i < part->length && n < value.n; ++i) {
    n += reserved && value.s[n] == '%' && n + 2U < value.n ? 3U : 1U;
    while (n < value.n && ((unsigned char)value.s[n] & 0xC0U) == 0x80U) {
      ++n;
    }
  }
  return ln_view_first(value, n);
}

ln_status
ln_template_value(const ln_part* const part,
                  const ln_view        value,
                  const bool           alone,
                  ln_text* const       out)
{
  const operation* const o     = find_operation(part->operator);
  const ln_view          shown = part->length > 0U && alone ? cut(part, value, o->reserved) : value;
  return o->reserved ? ln_iri_encode_reserved(shown, out) : ln_iri_encode(shown, out);
}

void
ln_template_close(const ln_part* const part, ln_text* const out)
{
  if (find_operation(part->operator)->bare && out->n > 0U && out->s[out->n - 1U] == '=') {
    out->s[--out->n] = '\0';
  }
}
