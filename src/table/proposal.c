/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Which encoding a table may be in that is not in the one declared. Nothing here decides anything:
   what cannot be read is refused, and the message says what it might be, so that a person can
   declare it. */

#include "table/proposal.h"

#include "base/utf8.h"

/* Windows-1252 from 0x80 to 0x9F (Encoding Standard, index-windows-1252); 0: not used. */
static const uint16_t upper[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

static uint32_t
code_of(const unsigned char c)
{
  return c >= 0x80U && c < 0xA0U ? upper[c - 0x80U] : c;
}

static bool
is_letter(const unsigned char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A character beyond ASCII that is well-formed UTF-8 speaks against any other encoding. */
static bool
has_character(const ln_view text)
{
  bool found = false;
  for (size_t i = 0U; i < text.n && !found; ++i) {
    const ln_view rest = ln_view_first(ln_view_from(text, i), 4U);
    found              = (unsigned char)text.s[i] >= 0x80U && ln_utf8_valid(rest) >= 2U;
  }
  return found;
}

ln_status
ln_proposal_windows(const ln_view text, ln_text* const out, bool* const likely)
{
  bool letters = false;
  bool known   = true;
  for (size_t i = 0U; i < text.n; ++i) {
    const unsigned char c = (unsigned char)text.s[i];
    letters               = letters || is_letter(c);
    known                 = known && code_of(c) != 0U;
  }
  *likely = letters && known && !has_character(text);
  for (size_t i = 0U; *likely && i < text.n; ++i) {
    char         bytes[4] = "";
    const size_t n        = ln_utf8_put(code_of((unsigned char)text.s[i]), bytes);
    LN_TRY(ln_text_add(out, (ln_view){bytes, n}));
  }
  return LN_OK;
}

static bool
is_printable(const char c)
{
  return c >= 0x20 && c < 0x7F;
}

const char*
ln_proposal_wide(const ln_view head)
{
  if (head.n < 4U) {
    return NULL;
  }
  if (is_printable(head.s[0]) && !head.s[1] && is_printable(head.s[2]) && !head.s[3]) {
    return "utf-16le";
  }
  const bool big = !head.s[0] && is_printable(head.s[1]) && !head.s[2] && is_printable(head.s[3]);
  return big ? "utf-16be" : NULL;
}
