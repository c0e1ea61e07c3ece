/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Whether text can be written at all. Marks are ASCII, so a text is valid if and only if its cells
   are: blocks are proven one after the other, and nobody asks about their cells again. The scan has
   told which bytes are not ASCII, and only these are looked at, a character at a time. A proof that
   fails says nothing: the cells of that block are looked at one by one, and only there a fault gets
   its name and place. */

#include "table/validity.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>

/* U+FFFE or U+FFFF, which XML and many readers refuse. */
static bool
is_noncharacter(const ln_view text, const size_t at)
{
  return at + 2U < text.n && (unsigned char)text.s[at + 1U] == 0xBFU &&
         (unsigned char)text.s[at + 2U] >= 0xBEU;
}

static size_t
find_noncharacter(const ln_view valid)
{
  size_t at = ln_view_find(valid, (char)0xEF);
  while (at < valid.n && !is_noncharacter(valid, at)) {
    const ln_view rest = ln_view_from(valid, at + 1U);
    at                 = at + 1U + ln_view_find(rest, (char)0xEF);
  }
  return at;
}

size_t
ln_validity_fault(const ln_view text)
{
  const ln_view valid = ln_view_first(text, ln_utf8_valid(text));
  return find_noncharacter(ln_view_first(valid, ln_view_find(valid, '\0')));
}

bool
ln_validity_marked(const ln_view text)
{
  size_t at = ln_view_find(text, (char)0xEF);
  while (at < text.n && !ln_view_starts(ln_view_from(text, at), LN_V("\xEF\xBB\xBF"))) {
    at = at + 1U + ln_view_find(ln_view_from(text, at + 1U), (char)0xEF);
  }
  return at < text.n;
}

static bool
is_inner(const unsigned char c)
{
  return (c & 0xC0U) == 0x80U;
}

/* Length of the character at `s`, where four bytes can be read, if it is beyond ASCII, well-formed
   and neither U+FEFF nor a noncharacter; else 0. */
static inline size_t
character(const unsigned char* const s)
{
  if (s[0] < 0xE0U) {
    return s[0] >= 0xC2U && is_inner(s[1]) ? 2U : 0U;
  }
  const uint32_t two = ((uint32_t)(s[1] & 0x3FU) << 6U) | (s[2] & 0x3FU);
  if (s[0] < 0xF0U) {
    const uint32_t code = ((uint32_t)(s[0] & 0x0FU) << 12U) | two;
    const bool     right =
      code >= 0x800U && (code < 0xD800U || code > 0xDFFFU) && code < 0xFFFEU && code != 0xFEFFU;
    return right && is_inner(s[1]) && is_inner(s[2]) ? 3U : 0U;
  }
  const uint32_t code  = ((uint32_t)(s[0] & 0x0FU) << 18U) | (two << 6U) | (s[3] & 0x3FU);
  const bool     right = code >= 0x10000U && code <= 0x10FFFFU;
  return right && is_inner(s[1]) && is_inner(s[2]) && is_inner(s[3]) ? 4U : 0U;
}

/* Whether all of the odd bytes of the block at `from` belong to characters; `*at` is behind the
   last one that was seen. */
static inline bool
prove_block(const ln_view text, const size_t from, uint64_t odd, size_t* const at)
{
  bool proven = true;
  while (odd != 0U) {
    const size_t pos = from + (size_t)__builtin_ctzll(odd);
    odd &= odd - 1U;
    if (pos < *at) {
      continue;
    }
    const size_t n  = character((const unsigned char*)text.s + pos);
    const bool   ok = n > 0U && n <= text.n - pos;
    *at             = pos + (ok ? n : 1U);
    proven          = proven && ok;
  }
  return proven;
}

void
ln_validity_prove(const ln_view text, ln_scan* const scans, const size_t n)
{
  size_t at = 0U;
  for (size_t i = 0U; i < n; ++i) {
    if (scans[i].odd != 0U && prove_block(text, i * (size_t)LN_SCAN_SIZE, scans[i].odd, &at)) {
      scans[i].odd = 0U;
    }
  }
}
