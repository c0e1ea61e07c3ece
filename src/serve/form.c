/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Fields are cut at `&`, then at the first `=`, then unescaped, so that an escaped sign is part of
   a text and never a border. */

#include "serve/form.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

static int
digit(const char c)
{
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = (char)(c | ' ');
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

size_t
ln_form_unescape(const ln_view text, const ln_unescape_kind kind, char* const out)
{
  size_t n = 0U;
  for (size_t i = 0U; i < text.n; ++i) {
    if (text.s[i] != '%') {
      const bool blank = kind == LN_UNESCAPE_FORM && text.s[i] == '+';
      out[n]           = text.s[i];
      if (blank) {
        out[n] = ' ';
      }
      ++n;
      continue;
    }
    const int high = i + 2U < text.n ? digit(text.s[i + 1U]) : -1;
    const int low  = i + 2U < text.n ? digit(text.s[i + 2U]) : -1;
    if (high < 0 || low < 0) {
      return SIZE_MAX;
    }
    if (kind == LN_UNESCAPE_HIGH && high < 8) {
      memcpy(out + n, text.s + i, 3U);
      n += 3U;
    } else {
      out[n++] = (char)((high << 4) | low);
    }
    i += 2U;
  }
  return n;
}

static ln_status
unescape(const ln_view text, ln_arena* const arena, ln_view* const out)
{
  char* const bytes = ln_arena_take(arena, text.n + 1U);
  if (!bytes) {
    return LN_NO_MEM;
  }
  const size_t n = ln_form_unescape(text, LN_UNESCAPE_FORM, bytes);
  *out           = (ln_view){bytes, n == SIZE_MAX ? 0U : n};
  const bool good =
    n != SIZE_MAX && ln_utf8_valid(*out) == n && (n == 0U || !memchr(bytes, '\0', n));
  return good ? LN_OK : LN_USAGE;
}

ln_status
ln_form_add(ln_form* const form, ln_view text, ln_arena* const arena)
{
  while (text.n > 0U) {
    const ln_view part = ln_view_first(text, ln_view_find(text, '&'));
    const size_t  name = ln_view_find(part, '=');
    text               = ln_view_from(text, part.n + 1U);
    if (part.n == 0U) {
      continue;
    }
    if (form->n == LN_FORM_FIELDS) {
      return LN_USAGE;
    }
    ln_form_field* const field = &form->v[form->n];
    LN_TRY(unescape(ln_view_first(part, name), arena, &field->name));
    LN_TRY(unescape(ln_view_from(part, name + 1U), arena, &field->value));
    ++form->n;
  }
  return LN_OK;
}

bool
ln_form_value(const ln_form* const form, const ln_view name, size_t i, ln_view* const value)
{
  for (size_t k = 0U; k < form->n; ++k) {
    if (ln_view_equals(form->v[k].name, name) && i-- == 0U) {
      *value = form->v[k].value;
      return true;
    }
  }
  return false;
}
