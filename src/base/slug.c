/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Ids made of names and of other systems' ids. Both walk over the code points of normal form KD, in
   which most letters are an ASCII letter and marks; the rest is spelt by table. What gives no ASCII
   letter at all, or far too many, gets a hash of its normal form C instead: not readable, but
   stable, and the same for the same name however it was typed. */

#include "base/fold.h"
#include "base/letters.h"
#include "base/memory.h"
#include "base/normal.h"
#include "base/sha256.h"
#include "base/utf8.h"

#include <utf8proc.h>

#include <stddef.h>
#include <stdint.h>

enum { SLUG_MAX = 120, HASH_LENGTH = 26 };

typedef struct {
  ln_text* out;
  size_t   start;    ///< where this id begins in `out`
  bool     is_id;    ///< ln_id: case, `_` and hyphens at the ends stay
  bool     hyphen;   ///< one is due before the next character
  bool     readable; ///< a letter or digit was written
  bool     inner;    ///< stands behind another component: may begin with a digit, not with a hyphen
} slugging;

static bool
is_lower(const uint32_t code)
{
  return code >= 'a' && code <= 'z';
}

static bool
is_upper(const uint32_t code)
{
  return code >= 'A' && code <= 'Z';
}

static bool
is_digit(const uint32_t code)
{
  return code >= '0' && code <= '9';
}

/** Write one character of the id, after what is due before it. */
static ln_status
put(slugging* const s, const char c)
{
  const bool first = s->out->n == s->start;
  if (first && s->inner) {
    s->hyphen = false;
  } else if (first &&
             (s->hyphen ? s->is_id : !is_lower((unsigned char)c) && !is_upper((unsigned char)c))) {
    LN_TRY(ln_text_add_byte(s->out, 'x'));
  }
  if (s->hyphen && (s->is_id || !first)) {
    LN_TRY(ln_text_add_byte(s->out, '-'));
  }
  s->hyphen   = false;
  s->readable = s->readable || c != '_';
  return ln_text_add_byte(s->out, c);
}

static ln_status
put_ascii(slugging* const s, const uint32_t code)
{
  if (is_upper(code)) {
    return put(s, (char)(s->is_id ? code : code + 0x20U));
  }
  if (is_lower(code) || is_digit(code) || (s->is_id && code == '_')) {
    return put(s, (char)code);
  }
  s->hyphen = s->hyphen || !ln_is_apostrophe(code);
  return LN_OK;
}

/** A spelling; of a capital, its first letter is one too. */
static ln_status
put_spelling(slugging* const s, const char* const ascii, const bool capital)
{
  for (size_t i = 0U; ascii[i] != '\0'; ++i) {
    const uint32_t c = (unsigned char)ascii[i];
    LN_TRY(put_ascii(s, capital && i == 0U ? c - 0x20U : c));
  }
  return LN_OK;
}

static bool
is_mark(const uint32_t code)
{
  const utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
         category == UTF8PROC_CATEGORY_ME;
}

static uint32_t
lower_of(const int32_t code)
{
  return (uint32_t)utf8proc_tolower(code);
}

/** The letter behind position `at`, marks passed over; 0 if there is none. */
static uint32_t
letter_after(const ln_codes* const codes, const size_t at)
{
  for (size_t i = at + 1U; i < codes->n; ++i) {
    if (!is_mark((uint32_t)codes->s[i])) {
      return lower_of(codes->s[i]);
    }
  }
  return 0U;
}

/** Upsilon behind alpha, epsilon, eta sounds v or f by what follows; behind omicron it is u; else
 * y. With a diaeresis it stands alone. */
static const char*
spell_upsilon(const ln_codes* const codes, const size_t at)
{
  static const uint32_t voiced[] = {
    0x3B1U,
    0x3B2U,
    0x3B3U,
    0x3B4U,
    0x3B5U,
    0x3B6U,
    0x3B7U,
    0x3B9U,
    0x3BBU,
    0x3BCU,
    0x3BDU,
    0x3BFU,
    0x3C1U,
    0x3C5U,
    0x3C9U,
  };
  const uint32_t before = at > 0U ? lower_of(codes->s[at - 1U]) : 0U;
  if (at + 1U < codes->n && codes->s[at + 1U] == 0x308) {
    return "y";
  }
  if (before == 0x3BFU) {
    return "u";
  }
  if (before != 0x3B1U && before != 0x3B5U && before != 0x3B7U) {
    return "y";
  }
  const uint32_t after = letter_after(codes, at);
  for (size_t i = 0U; i < sizeof(voiced) / sizeof(voiced[0]); ++i) {
    if (after == voiced[i]) {
      return "v";
    }
  }
  return "f";
}

/** The spelling of a lower-case letter where it stands; NULL if it has none. */
static const char*
spell(const ln_codes* const codes, const size_t at, const uint32_t lower)
{
  if (lower == 0x3C5U) {
    return spell_upsilon(codes, at);
  }
  if (lower == 0x3B3U) { // gamma is a nasal before gamma, xi, chi
    const uint32_t after = letter_after(codes, at);
    return after == 0x3B3U || after == 0x3BEU || after == 0x3C7U ? "n" : "g";
  }
  return ln_letter_ascii(lower);
}

static ln_status
put_code(slugging* const s, const ln_codes* const codes, const size_t at)
{
  const uint32_t code = (uint32_t)codes->s[at];
  if (code < 0x80U) {
    return put_ascii(s, code);
  }
  if (ln_is_apostrophe(code) || is_mark(code)) {
    return LN_OK;
  }
  const uint32_t    lower = lower_of(codes->s[at]);
  const char* const ascii = spell(codes, at, lower);
  if (!ascii) {
    s->hyphen = true;
    return LN_OK;
  }
  return put_spelling(s, ascii, lower != code);
}

static ln_status
put_all(slugging* const s, const ln_view v)
{
  if (ln_is_ascii(v)) {
    for (size_t i = 0U; i < v.n; ++i) {
      LN_TRY(put_ascii(s, (unsigned char)v.s[i]));
    }
    return LN_OK;
  }
  ln_codes codes = {NULL, 0U};
  LN_TRY(ln_normal_codes(v, LN_NORMAL_NFKD, &codes));
  ln_status st = LN_OK;
  for (size_t i = 0U; i < codes.n && st == LN_OK; ++i) {
    if (ln_is_spacing_accent(&codes, i)) {
      ++i;
    } else {
      st = put_code(s, &codes, i);
    }
  }
  ln_free(codes.s);
  return st;
}

/** `x` and the beginning of the hash of the normal form C. */
static ln_status
put_hash(slugging* const s, const ln_view v)
{
  s->out->n     = s->start;
  ln_text   nfc = {NULL, 0U, 0U};
  char      hash[HASH_LENGTH];
  ln_status st = ln_utf8_nfc(v, &nfc);
  if (st == LN_OK) {
    ln_sha256_base32(ln_text_view(&nfc), hash, sizeof(hash));
    st = ln_text_add_byte(s->out, 'x');
  }
  if (st == LN_OK) {
    st = ln_text_add(s->out, (ln_view){hash, sizeof(hash)});
  }
  ln_text_clear(&nfc);
  return st;
}

static ln_status
slug(const ln_view name, const bool inner, ln_text* const out)
{
  LN_TRY(ln_text_reserve(out, name.n));
  slugging s = {out, out->n, false, false, false, inner};
  LN_TRY(put_all(&s, name));
  const bool bad = !s.readable || out->n - s.start > SLUG_MAX;
  return bad && name.n > 0U ? put_hash(&s, name) : LN_OK;
}

ln_status
ln_slug(const ln_view name, ln_text* const out)
{
  return slug(name, false, out);
}

ln_status
ln_slug_inner(const ln_view name, ln_text* const out)
{
  return slug(name, true, out);
}

static ln_status
id(const ln_view text, const bool inner, ln_text* const out)
{
  if (ln_is_id(text)) {
    return ln_text_add(out, text); // nearly all are
  }
  LN_TRY(ln_text_reserve(out, text.n));
  slugging s = {out, out->n, true, false, false, inner};
  LN_TRY(put_all(&s, ln_view_trim(text)));
  if (!s.readable) {
    return text.n > 0U ? put_hash(&s, text) : LN_OK;
  }
  return s.hyphen ? ln_text_add_byte(out, '-') : LN_OK;
}

ln_status
ln_id(const ln_view text, ln_text* const out)
{
  return id(text, false, out);
}

ln_status
ln_id_inner(const ln_view text, ln_text* const out)
{
  return id(text, true, out);
}

bool
ln_is_id(const ln_view v)
{
  for (size_t i = 0U; i < v.n; ++i) {
    const unsigned char c      = (unsigned char)v.s[i];
    const bool          letter = is_lower(c) || is_upper(c);
    const bool inner = is_digit(c) || c == '_' || (c == '-' && i > 0U && v.s[i - 1U] != '-');
    if (!letter && (i == 0U || !inner)) {
      return false;
    }
  }
  return v.n > 0U;
}
