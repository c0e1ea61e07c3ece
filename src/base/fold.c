/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Folding names for comparison. What varies between two ways of writing one name is taken out:
   case, marks, special letters, apostrophes, quotation marks, and the kind and number of blanks.
   Marks are taken out only where a script is read without them; the voicing marks of kana and the
   vowel signs of Indic scripts are letters in all but name. ASCII never reaches utf8proc and
   allocates only what the result needs. Folding twice changes nothing. */

#include "base/fold.h"

#include "base/letters.h"
#include "base/memory.h"
#include "base/normal.h"
#include "base/utf8.h"

#include <utf8proc.h>

#include <stddef.h>
#include <stdint.h>

typedef struct {
  ln_text* out;
  size_t   start; ///< where this fold begins in `out`
  bool     blank; ///< seen since the last letter
} folding;

/** Marks that readers of the script do without: Latin, Greek, Cyrillic, Hebrew, Arabic, and those
 * for symbols. */
static bool
is_optional_mark(const uint32_t code)
{
  static const uint32_t ranges[][2] = {
    {0x0300U, 0x036FU},
    {0x0483U, 0x0489U},
    {0x0591U, 0x05BDU},
    {0x05BFU, 0x05BFU},
    {0x05C1U, 0x05C2U},
    {0x05C4U, 0x05C5U},
    {0x05C7U, 0x05C7U},
    {0x0610U, 0x061AU},
    {0x064BU, 0x065FU},
    {0x0670U, 0x0670U},
    {0x06D6U, 0x06DCU},
    {0x06DFU, 0x06E4U},
    {0x06E7U, 0x06E8U},
    {0x06EAU, 0x06EDU},
    {0x1AB0U, 0x1ACEU},
    {0x1DC0U, 0x1DFFU},
    {0x20D0U, 0x20F0U},
    {0xFE20U, 0xFE2FU},
  };
  for (size_t i = 0U; i < sizeof(ranges) / sizeof(ranges[0]); ++i) {
    if (code <= ranges[i][1]) {
      return code >= ranges[i][0];
    }
  }
  return false;
}

/** White space, hyphens, dashes, underscores. */
static bool
is_blank(const uint32_t code)
{
  if (code < 0x80U) {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == '-' || code == '_';
  }
  const utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || category == UTF8PROC_CATEGORY_PD || code == 0x85U ||
         code == 0x2212U; // minus
}

/** One code point, lower case already. */
static ln_status
fold_code(folding* const f, const uint32_t code)
{
  if (is_blank(code)) {
    f->blank = true;
    return LN_OK;
  }
  if (ln_is_apostrophe(code) || ln_is_quote(code) || is_optional_mark(code)) {
    return LN_OK;
  }
  if (f->blank && f->out->n > f->start) {
    LN_TRY(ln_text_add_byte(f->out, ' '));
  }
  f->blank = false;
  if (code < 0x80U) {
    return ln_text_add_byte(f->out, (char)code);
  }
  const char* const ascii = ln_letter_latin(code);
  if (ascii) {
    return ln_text_add(f->out, ln_view_of(ascii));
  }
  char         bytes[4];
  const size_t n = ln_utf8_put(code, bytes);
  return ln_text_add(f->out, (ln_view){bytes, n});
}

/** The same for ASCII, which never gets longer: there is room already. */
static void
fold_ascii(const ln_view v, ln_text* const out)
{
  char* const start = out->s + out->n;
  char*       s     = start;
  bool        blank = false;
  for (size_t i = 0U; i < v.n; ++i) {
    const char c = v.s[i];
    if (c == ' ' || c == '-' || c == '_' || (c >= '\t' && c <= '\r')) {
      blank = true;
    } else if (c != '\'' && c != '"' && c != '`') {
      if (blank && s > start) {
        *s++ = ' ';
      }
      blank = false;
      *s++  = (char)(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    }
  }
  *s = '\0';
  out->n += (size_t)(s - start);
}

static ln_status
fold_codes(folding* const f, const ln_codes* const codes)
{
  for (size_t i = 0U; i < codes->n; ++i) {
    if (ln_is_spacing_accent(codes, i)) {
      ++i;
    } else {
      LN_TRY(fold_code(f, (uint32_t)codes->s[i]));
    }
  }
  return LN_OK;
}

ln_status
ln_fold(const ln_view v, ln_text* const out)
{
  LN_TRY(ln_text_reserve(out, v.n));
  if (ln_is_ascii(v)) {
    fold_ascii(v, out);
    return LN_OK;
  }
  folding  f     = {out, out->n, false};
  ln_codes codes = {NULL, 0U};
  LN_TRY(ln_normal_codes(v, LN_NORMAL_NFKD_FOLD, &codes));
  const ln_status st = fold_codes(&f, &codes);
  ln_free(codes.s);
  return st;
}
