/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A growing byte string. The block doubles, so n bytes cost O(n) in all; a NUL always follows the
   bytes once there is a block, for the few callers that need a C string. On failure the text is as
   it was before. */

#include "base/text.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_SIZE = 32 };

ln_status
ln_text_reserve(ln_text* const text, const size_t n)
{
  if (text->cap > text->n && text->cap - text->n > n) {
    return LN_OK;
  }
  if (n > (size_t)PTRDIFF_MAX - text->n - 1U) {
    return LN_NO_MEM;
  }
  const size_t needed = text->n + n + 1U;
  const size_t twice  = text->cap < (size_t)PTRDIFF_MAX / 2U ? text->cap * 2U : needed;
  size_t       cap    = needed > twice ? needed : twice;
  cap                 = cap > FIRST_SIZE ? cap : FIRST_SIZE;

  char* const s = ln_realloc(text->s, cap, 1U);
  if (!s) {
    return LN_NO_MEM;
  }
  s[text->n] = '\0';
  text->s    = s;
  text->cap  = cap;
  return LN_OK;
}

ln_status
ln_text_add(ln_text* const text, const ln_view v)
{
  LN_TRY(ln_text_reserve(text, v.n));
  if (v.n > 0U) {
    memcpy(text->s + text->n, v.s, v.n);
    text->n += v.n;
    text->s[text->n] = '\0';
  }
  return LN_OK;
}

ln_status
ln_text_add_byte(ln_text* const text, const char c)
{
  LN_TRY(ln_text_reserve(text, 1U));
  text->s[text->n++] = c;
  text->s[text->n]   = '\0';
  return LN_OK;
}

ln_status
ln_text_add_number(ln_text* const text, const uint64_t n)
{
  char     digits[32];
  size_t   at   = sizeof(digits);
  uint64_t rest = n;
  size_t   done = 0U;
  do {
    if (done > 0U && done % 3U == 0U) {
      digits[--at] = ',';
    }
    digits[--at] = (char)('0' + (int)(rest % 10U));
    rest /= 10U;
    ++done;
  } while (rest > 0U);
  return ln_text_add(text, (ln_view){digits + at, sizeof(digits) - at});
}

ln_status
ln_text_format(ln_text* const text, const char* const format, ...)
{
  va_list args;
  va_start(args, format);
  const ln_status st = ln_text_vformat(text, format, args);
  va_end(args);
  return st;
}

ln_status
ln_text_vformat(ln_text* const text, const char* const format, va_list args)
{
  LN_TRY(ln_text_reserve(text, 0U));

  // Most messages fit into what is there; the others are measured by the first attempt
  va_list again;
  va_copy(again, args);
  const int n = vsnprintf(text->s + text->n, text->cap - text->n, format, args);

  ln_status st = n < 0 ? LN_NO_MEM : LN_OK; // can only be a length beyond INT_MAX
  if (st == LN_OK && (size_t)n >= text->cap - text->n) {
    text->s[text->n] = '\0';
    st               = ln_text_reserve(text, (size_t)n);
    if (st == LN_OK && vsnprintf(text->s + text->n, text->cap - text->n, format, again) != n) {
      st = LN_NO_MEM;
    }
  }
  va_end(again);
  if (st == LN_OK) {
    text->n += (size_t)n;
  } else {
    text->s[text->n] = '\0';
  }
  return st;
}

void
ln_text_reset(ln_text* const text)
{
  text->n = 0U;
  if (text->s) {
    text->s[0] = '\0';
  }
}

void
ln_text_clear(ln_text* const text)
{
  ln_free(text->s);
  *text = (ln_text){NULL, 0U, 0U};
}
