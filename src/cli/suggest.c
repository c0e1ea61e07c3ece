/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* "Did you mean" for options, commands and their words: base/fold.h measures, this file prepares.
   Arguments are bytes and need not be UTF-8, so only ASCII case is folded. */

#include "cli/suggest.h"

ln_status
ln_suggest_init(ln_suggest* const suggest, const ln_view word)
{
  *suggest = (ln_suggest){0};
  for (size_t i = 0U; i < word.n; ++i) {
    const char c = word.s[i];
    LN_TRY(ln_text_add_byte(&suggest->lower, c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c));
  }
  suggest->nearest.word = ln_text_view(&suggest->lower);
  return LN_OK;
}

void
ln_suggest_offer(ln_suggest* const suggest, const ln_view word, const ln_view shown)
{
  ln_nearest_offer(&suggest->nearest, word, shown);
}

ln_status
ln_suggest_text(const ln_suggest* const suggest, ln_text* const out)
{
  if (suggest->nearest.n == 0U) {
    return LN_OK;
  }
  LN_TRY(ln_text_add(out, LN_V("; ")));
  return ln_nearest_text(&suggest->nearest, out);
}

void
ln_suggest_clear(ln_suggest* const suggest)
{
  ln_text_clear(&suggest->lower);
}

ln_status
ln_suggest_shown(const ln_view word, ln_text* const out)
{
  for (size_t i = 0U; i < word.n; ++i) {
    const unsigned char c = (unsigned char)word.s[i];
    if (c < ' ' || c == 0x7FU) {
      LN_TRY(ln_text_format(out, "\\x%02X", (unsigned)c));
    } else {
      LN_TRY(ln_text_add_byte(out, word.s[i]));
    }
  }
  return LN_OK;
}

ln_status
ln_suggest_complain(ln_text* const    error,
                    const char* const before,
                    const ln_view     word,
                    const char* const after)
{
  LN_TRY(ln_text_add(error, ln_view_of(before)));
  LN_TRY(ln_suggest_shown(word, error));
  LN_TRY(ln_text_add(error, ln_view_of(after)));
  return LN_USAGE;
}
