/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* UCASE and LCASE (XPath fn:upper-case, fn:lower-case) by the case mappings of Unicode: one
   character to one as utf8proc has them, and the few that become several (SpecialCasing.txt, the
   mappings without a condition). */

#include "base/utf8.h"
#include "query/value.h"

#include <utf8proc.h>

static const struct {
  uint32_t    code;
  const char* upper;
} SEVERAL[] = {
  {0x00DFU, "SS"},
  {0x0149U, "\xCA\xBCN"},
  {0x01F0U, "J\xCC\x8C"},
  {0x0390U, "\xCE\x99\xCC\x88\xCC\x81"},
  {0x03B0U, "\xCE\xA5\xCC\x88\xCC\x81"},
  {0x0587U, "\xD4\xB5\xD5\x92"},
  {0x1E96U, "H\xCC\xB1"},
  {0x1E97U, "T\xCC\x88"},
  {0x1E98U, "W\xCC\x8A"},
  {0x1E99U, "Y\xCC\x8A"},
  {0x1E9AU, "A\xCA\xBE"},
  {0xFB00U, "FF"},
  {0xFB01U, "FI"},
  {0xFB02U, "FL"},
  {0xFB03U, "FFI"},
  {0xFB04U, "FFL"},
  {0xFB05U, "ST"},
  {0xFB06U, "ST"},
};

static ln_status
add_mapped(ln_text* const text, const uint32_t code, const bool upper)
{
  char bytes[4];
  for (size_t i = 0U; upper && i < sizeof(SEVERAL) / sizeof(SEVERAL[0]); ++i) {
    if (SEVERAL[i].code == code) {
      return ln_text_add(text, ln_view_of(SEVERAL[i].upper));
    }
  }
  // The one letter whose lower case is two characters.
  if (!upper && code == 0x0130U) {
    return ln_text_add(text, LN_V("i\xCC\x87"));
  }
  const utf8proc_int32_t mapped =
    upper ? utf8proc_toupper((utf8proc_int32_t)code) : utf8proc_tolower((utf8proc_int32_t)code);
  return ln_text_add(text, (ln_view){bytes, ln_utf8_put((uint32_t)mapped, bytes)});
}

ln_status
ln_function_case(ln_evaluator* const   e,
                 const bool            upper,
                 const ln_value* const arg,
                 ln_value* const       value)
{
  if (arg->kind != LN_VALUE_STRING && arg->kind != LN_VALUE_TAGGED) {
    return LN_OK;
  }
  ln_text_reset(&e->text);
  for (size_t at = 0U; at < arg->text.n;) {
    LN_TRY(add_mapped(&e->text, ln_utf8_next(arg->text, &at), upper));
  }
  *value = (ln_value){.kind = arg->kind,
                      .term = LN_ABSENT,
                      .text = ln_arena_copy(&e->arena, ln_text_view(&e->text)),
                      .lang = arg->lang};
  return value->text.s ? LN_OK : LN_NO_MEM;
}
