/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Checking, decoding and encoding UTF-8. Nearly all bytes of tables are ASCII, so the check takes
   32 of them at a time; what is not ASCII goes through one table row per lead byte, which is table
   3-7 of the Unicode standard written down. Decoding trusts its input: it is only called on what
   was checked before. */

#include "base/utf8.h"

#include "base/memory.h"
#include "base/normal.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/** Lead bytes `first` to `last` start sequences of `length` bytes whose second byte lies between
 * `low` and `high`; the bytes after that are 80 to BF. */
typedef struct {
  unsigned char first;
  unsigned char last;
  unsigned char length;
  unsigned char low;
  unsigned char high;
} well_formed;

static const well_formed table_3_7[] = {
  {0xC2U, 0xDFU, 2U, 0x80U, 0xBFU},
  {0xE1U, 0xECU, 3U, 0x80U, 0xBFU},
  {0xE0U, 0xE0U, 3U, 0xA0U, 0xBFU},
  {0xEDU, 0xEDU, 3U, 0x80U, 0x9FU},
  {0xEEU, 0xEFU, 3U, 0x80U, 0xBFU},
  {0xF0U, 0xF0U, 4U, 0x90U, 0xBFU},
  {0xF1U, 0xF3U, 4U, 0x80U, 0xBFU},
  {0xF4U, 0xF4U, 4U, 0x80U, 0x8FU},
};

/** Length of the well-formed sequence at `at`, where no ASCII stands; 0 if there is none. */
static size_t
sequence_length(const ln_view v, const size_t at)
{
  const unsigned char* const s = (const unsigned char*)v.s + at;
  const size_t               n = v.n - at;
  for (size_t i = 0U; i < sizeof(table_3_7) / sizeof(table_3_7[0]); ++i) {
    const well_formed* const row = &table_3_7[i];
    if (s[0] < row->first || s[0] > row->last) {
      continue;
    }
    if (n < row->length || s[1] < row->low || s[1] > row->high) {
      return 0U;
    }
    for (size_t k = 2U; k < row->length; ++k) {
      if ((s[k] & 0xC0U) != 0x80U) {
        return 0U;
      }
    }
    return row->length;
  }
  return 0U;
}

static const uint64_t high_bits = UINT64_C(0x8080808080808080);

/** Bytes of ASCII from `at` on, in steps of eight; the rest is left to the caller. */
static size_t
ascii_blocks(const ln_view v, const size_t at)
{
  size_t   i = at;
  uint64_t word[4];
  while (v.n - i >= sizeof(word)) {
    memcpy(word, v.s + i, sizeof(word));
    if (((word[0] | word[1] | word[2] | word[3]) & high_bits) != 0U) {
      break;
    }
    i += sizeof(word);
  }
  while (v.n - i >= sizeof(word[0])) {
    memcpy(word, v.s + i, sizeof(word[0]));
    if ((word[0] & high_bits) != 0U) {
      break;
    }
    i += sizeof(word[0]);
  }
  return i - at;
}

size_t
ln_utf8_valid(const ln_view v)
{
  size_t at = 0U;
  while (at < v.n) {
    at += ascii_blocks(v, at);
    // What stopped it is the short rest, or a letter beyond ASCII, near which there are often more
    const size_t end = v.n - at > 32U ? at + 32U : v.n;
    while (at < end) {
      const size_t n = (unsigned char)v.s[at] < 0x80U ? 1U : sequence_length(v, at);
      if (n == 0U) {
        return at;
      }
      at += n;
    }
  }
  return v.n;
}

uint32_t
ln_utf8_next(const ln_view v, size_t* const at)
{
  const unsigned char* const s = (const unsigned char*)v.s + *at;
  if (s[0] < 0x80U) {
    *at += 1U;
    return s[0];
  }
  if (s[0] < 0xE0U) {
    *at += 2U;
    return ((uint32_t)(s[0] & 0x1FU) << 6U) | (s[1] & 0x3FU);
  }
  if (s[0] < 0xF0U) {
    *at += 3U;
    return ((uint32_t)(s[0] & 0x0FU) << 12U) | ((uint32_t)(s[1] & 0x3FU) << 6U) | (s[2] & 0x3FU);
  }
  *at += 4U;
  return ((uint32_t)(s[0] & 0x07U) << 18U) | ((uint32_t)(s[1] & 0x3FU) << 12U) |
         ((uint32_t)(s[2] & 0x3FU) << 6U) | (s[3] & 0x3FU);
}

size_t
ln_utf8_put(const uint32_t code, char out[4])
{
  if (code < 0x80U) {
    out[0] = (char)code;
    return 1U;
  }
  if (code < 0x800U) {
    out[0] = (char)(0xC0U | (code >> 6U));
    out[1] = (char)(0x80U | (code & 0x3FU));
    return 2U;
  }
  if (code < 0x10000U) {
    out[0] = (char)(0xE0U | (code >> 12U));
    out[1] = (char)(0x80U | ((code >> 6U) & 0x3FU));
    out[2] = (char)(0x80U | (code & 0x3FU));
    return 3U;
  }
  out[0] = (char)(0xF0U | (code >> 18U));
  out[1] = (char)(0x80U | ((code >> 12U) & 0x3FU));
  out[2] = (char)(0x80U | ((code >> 6U) & 0x3FU));
  out[3] = (char)(0x80U | (code & 0x3FU));
  return 4U;
}

size_t
ln_utf8_count(const ln_view v)
{
  size_t count = 0U;
  for (size_t i = 0U; i < v.n; ++i) {
    count += ((unsigned char)v.s[i] & 0xC0U) != 0x80U;
  }
  return count;
}

/** Below U+0300 everything is its own NFC and nothing combines; lead bytes tell. */
static bool
surely_nfc(const ln_view v)
{
  for (size_t i = 0U; i < v.n; ++i) {
    if ((unsigned char)v.s[i] >= 0xCCU) {
      return false;
    }
  }
  return true;
}

ln_status
ln_utf8_nfc(const ln_view v, ln_text* const out)
{
  if (surely_nfc(v)) {
    return ln_text_add(out, v);
  }
  ln_codes codes = {NULL, 0U};
  LN_TRY(ln_normal_codes(v, LN_NORMAL_NFC, &codes));

  ln_status st = LN_OK;
  for (size_t i = 0U; i < codes.n && st == LN_OK; ++i) {
    char         bytes[4];
    const size_t n = ln_utf8_put((uint32_t)codes.s[i], bytes);
    st             = ln_text_add(out, (ln_view){bytes, n});
  }
  ln_free(codes.s);
  return st;
}
