/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reports are read by programs that stop at the first wrong byte, while findings hold whatever
   people have in their tables and file names. Here any bytes become text that is well-formed: JSON,
   XML, or a URI. Only findings pass here, so one byte at a time is fast enough. */

#include "base/markup.h"

#include "base/utf8.h"

#include <stdbool.h>

#define REPLACEMENT "\xEF\xBF\xBD"

static const char digits[] = "0123456789ABCDEF";

/* Put a byte of ASCII; returns false if it has no special form. */
typedef bool (*put_special)(ln_out* out, char c);

/* U+FFFE or U+FFFF, which XML cannot hold. */
static bool
is_noncharacter(const ln_view v)
{
  return ln_view_starts(v, LN_V("\xEF\xBF\xBE")) || ln_view_starts(v, LN_V("\xEF\xBF\xBF"));
}

/* What begins with a byte above ASCII; returns its length. */
static size_t
put_long(ln_out* const out, const ln_view rest)
{
  const unsigned char lead = (unsigned char)rest.s[0];
  size_t              n    = lead < 0xE0U ? 2U : 3U;
  n                        = lead < 0xF0U ? n : 4U;
  const ln_view character  = ln_view_first(rest, n);
  if (ln_utf8_valid(character) < n) {
    ln_out_put_view(out, LN_V(REPLACEMENT));
    return 1U;
  }
  ln_out_put_view(out, is_noncharacter(character) ? LN_V(REPLACEMENT) : character);
  return n;
}

static void
put_text(ln_out* const out, const ln_view text, const put_special special)
{
  for (size_t i = 0U; i < text.n;) {
    const char c = text.s[i];
    if ((unsigned char)c >= 0x80U) {
      i += put_long(out, ln_view_from(text, i));
      continue;
    }
    if (!special(out, c)) {
      ln_out_put_byte(out, c);
    }
    ++i;
  }
}

static bool
put_json(ln_out* const out, const char c)
{
  static const char letters[] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
  if (c == '"' || c == '\\') {
    ln_out_put_byte(out, '\\');
    return false;
  }
  if ((unsigned char)c >= 0x20U && c != 0x7F) {
    return false;
  }
  const size_t at = (size_t)(unsigned char)c;
  if (at < sizeof(letters) && letters[at] != '\0') {
    ln_out_put_byte(out, '\\');
    ln_out_put_byte(out, letters[at]);
    return true;
  }
  ln_out_put_view(out, LN_V("\\u00"));
  ln_out_put_byte(out, digits[at >> 4U]);
  ln_out_put_byte(out, digits[at & 0xFU]);
  return true;
}

static bool
put_xml(ln_out* const out, const char c)
{
  static const struct {
    char        c;
    const char* name;
  } names[] = {{'&', "&amp;"},
               {'<', "&lt;"},
               {'>', "&gt;"},
               {'"', "&quot;"},
               {'\t', "&#9;"},
               {'\n', "&#10;"},
               {'\r', "&#13;"}};
  for (size_t i = 0U; i < sizeof(names) / sizeof(names[0]); ++i) {
    if (names[i].c == c) {
      ln_out_put_view(out, ln_view_of(names[i].name));
      return true;
    }
  }
  if ((unsigned char)c < 0x20U) {
    ln_out_put_view(out, LN_V(REPLACEMENT));
    return true;
  }
  return false;
}

void
ln_markup_json(ln_out* const out, const ln_view text)
{
  put_text(out, text, put_json);
}

void
ln_markup_xml(ln_out* const out, const ln_view text)
{
  put_text(out, text, put_xml);
}

static bool
is_unreserved(const char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~' || c == '/';
}

void
ln_markup_path(ln_out* const out, const ln_view path)
{
  if (ln_view_starts(path, LN_V("/"))) {
    ln_out_put_view(out, LN_V("file://"));
  }
  for (size_t i = 0U; i < path.n; ++i) {
    if (is_unreserved(path.s[i])) {
      ln_out_put_byte(out, path.s[i]);
    } else {
      const unsigned char c = (unsigned char)path.s[i];
      ln_out_put_byte(out, '%');
      ln_out_put_byte(out, digits[c >> 4U]);
      ln_out_put_byte(out, digits[c & 0xFU]);
    }
  }
}
