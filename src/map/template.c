/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Templates are split once, when a plan is bound; rows only walk the parts. Accessors (`name.iri`)
   are liner's own: a column whose name contains a dot is found by its whole name first, when the
   plan is bound. Names are kept as written. */

#include "map/template.h"

/* Dots only between other characters (RFC 6570, section 2.3); none of the operators of levels 3 and
   4, which expand in ways that cells cannot fill. */
static bool
expression_is_good(const ln_view inner)
{
  static const char refused[] = "{ ,*:|/;?&=!@";
  bool              dot       = true;
  for (size_t i = 0U; i < inner.n; ++i) {
    const char c = inner.s[i];
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

/* The expression at text[at], which is an opening brace; *end is set behind the closing one. */
static bool
read_expression(const ln_view text, const size_t at, ln_part* const part, size_t* const end)
{
  const ln_view rest  = ln_view_from(text, at + 1U);
  const size_t  close = ln_view_find(rest, '}');
  if (close == rest.n) {
    return false;
  }
  ln_view inner  = ln_view_first(rest, close);
  char    letter = ' ';
  if (inner.n > 0U && (inner.s[0] == '+' || inner.s[0] == '#')) {
    letter = inner.s[0];
    inner  = ln_view_from(inner, 1U);
  }
  if (!expression_is_good(inner)) {
    return false;
  }
  const size_t dot = last_dot(inner);
  *part            = (ln_part){.text     = ln_view_first(inner, dot),
                               .accessor = ln_view_from(inner, dot + 1U),
                               .operator= letter };
  *end             = at + 1U + close + 1U;
  return true;
}

static size_t
count_parts(const ln_view text)
{
  size_t n = 1U;
  for (size_t i = 0U; i < text.n; ++i) {
    n += text.s[i] == '{' ? 2U : 0U;
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
    ln_part* const part = &out->parts[out->n++];
    if (text.s[i] == '{') {
      if (!read_expression(text, i, part, &i)) {
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
  }
  return LN_OK;
}
