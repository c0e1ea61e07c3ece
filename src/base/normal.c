/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Unicode normal forms through utf8proc. Its lower-level functions are used, with a buffer from
   base/memory.h, so that injected failures reach it and nothing is allocated behind our back. The
   first attempt has room for twice the code points of a usual name; if that is too small utf8proc
   says how much is needed. */

#include "base/normal.h"

#include "base/memory.h"

#include <utf8proc.h>

/** The options of utf8proc are bits of an enumeration, hence the cast. */
static utf8proc_option_t
options_of(const ln_normal form)
{
  static const int options[] = {
    [LN_NORMAL_NFC]  = UTF8PROC_STABLE | UTF8PROC_COMPOSE,
    [LN_NORMAL_NFKD] = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE,
    [LN_NORMAL_NFKD_FOLD] =
      UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE | UTF8PROC_CASEFOLD,
  };
  return (utf8proc_option_t)options[form]; // NOLINT(clang-analyzer-optin.core.EnumCastOutOfRange)
}

static ln_status
status_of(const utf8proc_ssize_t result)
{
  if (result >= 0) {
    return LN_OK;
  }
  return result == UTF8PROC_ERROR_INVALIDUTF8 ? LN_USAGE : LN_NO_MEM;
}

ln_status
ln_normal_codes(const ln_view v, const ln_normal form, ln_codes* const codes)
{
  const utf8proc_option_t       options = options_of(form);
  const utf8proc_uint8_t* const bytes   = (const utf8proc_uint8_t*)(v.n > 0U ? v.s : "");

  size_t           cap  = v.n + 16U;
  int32_t*         s    = NULL;
  bool             fits = false;
  utf8proc_ssize_t n    = 0;
  while (!fits) {
    int32_t* const more = ln_realloc(s, cap, sizeof(int32_t));
    if (!more) {
      ln_free(s);
      return LN_NO_MEM;
    }
    s = more;
    n = utf8proc_decompose(bytes, (utf8proc_ssize_t)v.n, s, (utf8proc_ssize_t)cap, options);
    if (n >= 0 && (size_t)n > cap) {
      cap = (size_t)n;
    } else {
      fits = true;
    }
  }
  if (n > 0) {
    n = utf8proc_normalize_utf32(s, n, options);
  }
  if (n < 0) {
    ln_free(s);
    return status_of(n);
  }
  *codes = (ln_codes){s, (size_t)n};
  return LN_OK;
}

bool
ln_is_spacing_accent(const ln_codes* const codes, const size_t at)
{
  if (codes->s[at] != ' ' || at + 1U >= codes->n) {
    return false;
  }
  const int32_t accent = codes->s[at + 1U];
  return accent == 0x300 || accent == 0x301 || accent == 0x313 || accent == 0x314;
}

bool
ln_is_ascii(const ln_view v)
{
  for (size_t i = 0U; i < v.n; ++i) {
    if ((unsigned char)v.s[i] >= 0x80U) {
      return false;
    }
  }
  return true;
}
