/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Values as shown in messages. A value may hold anything, so whatever could move the cursor,
   reverse the text or break the terminal's decoding is spelt out; the rest stays readable. Cuts
   fall between characters. Cost: at most some 200 bytes are looked at closely, whatever the value's
   length. */

#include "base/quote.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

enum { SHOWN_MAX = 200, HEAD = 120, TAIL = 60 };

static bool
is_continuation(const char c)
{
  return ((unsigned char)c & 0xC0U) == 0x80U;
}

/** Line separators and the marks that turn the direction of writing, besides the C1 controls. */
static bool
is_invisible(const uint32_t code)
{
  return (code >= 0x7FU && code <= 0x9FU) || (code >= 0x200BU && code <= 0x200FU) ||
         (code >= 0x2028U && code <= 0x202EU) || (code >= 0x2066U && code <= 0x2069U) ||
         code == 0xFEFFU;
}

static ln_status
add_ascii(const char c, ln_text* const out)
{
  switch (c) {
  case '"':
    return ln_text_add(out, LN_V("\\\""));
  case '\\':
    return ln_text_add(out, LN_V("\\\\"));
  case '\n':
    return ln_text_add(out, LN_V("\\n"));
  case '\r':
    return ln_text_add(out, LN_V("\\r"));
  case '\t':
    return ln_text_add(out, LN_V("\\t"));
  default:
    break;
  }
  if ((unsigned char)c < 0x20U || c == 0x7F) {
    return ln_text_format(out, "\\x%02X", (unsigned)(unsigned char)c);
  }
  return ln_text_add_byte(out, c);
}

/** One character of valid UTF-8 behind ASCII, whole, unless nothing would be seen of it. */
static ln_status
add_wide(const ln_view v, size_t* const at, ln_text* const out)
{
  const size_t   from = *at;
  const uint32_t code = ln_utf8_next(v, at);
  return is_invisible(code) ? ln_text_format(out, "\\u%04X", (unsigned)code)
                            : ln_text_add(out, (ln_view){v.s + from, *at - from});
}

static ln_status
add_escaped(const ln_view v, ln_text* const out)
{
  size_t at    = 0U;
  size_t valid = ln_utf8_valid(v);
  while (at < v.n) {
    if (at == valid) {
      LN_TRY(ln_text_format(out, "\\x%02X", (unsigned)(unsigned char)v.s[at]));
      ++at;
      valid = at + ln_utf8_valid(ln_view_from(v, at));
    } else if ((unsigned char)v.s[at] < 0x80U) {
      LN_TRY(add_ascii(v.s[at], out));
      ++at;
    } else {
      LN_TRY(add_wide(v, &at, out));
    }
  }
  return LN_OK;
}

ln_status
ln_quote(const ln_view value, ln_text* const out)
{
  LN_TRY(ln_text_add_byte(out, '"'));
  if (value.n <= SHOWN_MAX) {
    LN_TRY(add_escaped(value, out));
    return ln_text_add_byte(out, '"');
  }
  // A character is at most four bytes long, so three steps find its border, if it has one
  size_t head = HEAD;
  for (unsigned i = 0U; i < 3U && is_continuation(value.s[head]); ++i) {
    --head;
  }
  size_t tail = value.n - TAIL;
  for (unsigned i = 0U; i < 3U && is_continuation(value.s[tail]); ++i) {
    ++tail;
  }
  LN_TRY(add_escaped(ln_view_first(value, head), out));
  LN_TRY(ln_text_add(out, LN_V("…")));
  LN_TRY(add_escaped(ln_view_from(value, tail), out));
  return ln_text_format(out, "\" (%zu bytes)", value.n);
}
