/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   64 bytes become three words of 64 bits, so that the splitter steps from mark to mark and never
   looks at the bytes between. One pass answers all three questions (where to stop, what needs an
   escape, what needs a check for validity), because the bytes are loaded once. SSE2 belongs to
   every x86-64; other widths are added here and nowhere else. Measured: about 2 GB/s, in plain C a
   quarter of that. */

#include "table/scan.h"

#include <stddef.h>

enum { KIND_MARK = 1, KIND_DIRTY = 2, KIND_ODD = 4 };

void
ln_scan_init(ln_scan_set* const set, const char delimiter, const char quote, const char escape)
{
  *set           = (ln_scan_set){0};
  set->delimiter = delimiter;
  set->quote     = delimiter;
  set->escape    = delimiter;
  if (quote) {
    set->quote = quote;
  }
  if (escape) {
    set->escape = escape;
  }
  for (unsigned c = 0U; c < 256U; ++c) {
    const char byte = (char)(unsigned char)c;
    const int  mark = byte == set->delimiter || byte == set->quote || byte == set->escape ||
                     byte == '\n' || byte == '\r';
    const int dirty = c < 0x20U || c == 0x7FU || byte == '"' || byte == '\\';
    const int odd   = c == 0U || c >= 0x80U;
    set->kind[c] =
      (uint8_t)((mark ? KIND_MARK : 0) | (dirty ? KIND_DIRTY : 0) | (odd ? KIND_ODD : 0));
  }
}

void
ln_scan_plain(const ln_scan_set* const set, const char* const s, ln_scan* const scan)
{
  ln_scan found = {0U, 0U, 0U};
  for (size_t i = 0U; i < LN_SCAN_SIZE; ++i) {
    const unsigned kind = set->kind[(unsigned char)s[i]];
    found.marks |= (uint64_t)(kind & 1U) << i;
    found.dirty |= (uint64_t)((kind >> 1U) & 1U) << i;
    found.odd |= (uint64_t)(kind >> 2U) << i;
  }
  *scan = found;
}

#if defined(__SSE2__)

#  include <emmintrin.h>

static inline uint64_t
bits(const __m128i v)
{
  return (uint64_t)(unsigned)_mm_movemask_epi8(v);
}

static inline __m128i
either(const __m128i a, const __m128i b)
{
  return _mm_or_si128(a, b);
}

static inline __m128i
equal(const __m128i v, const char c)
{
  return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

/* 16 bytes; the loop is written out by the caller so that the shifts are constants. */
static inline void
look(const ln_scan_set* const set, const char* const s, const unsigned shift, ln_scan* const scan)
{
  const __m128i v     = _mm_loadu_si128((const void*)(s + shift));
  const __m128i ends  = either(equal(v, '\r'), equal(v, '\n'));
  const __m128i marks = either(either(equal(v, set->delimiter), equal(v, set->quote)),
                               either(equal(v, set->escape), ends));
  /* Unsigned "at most 0x1F", which SSE2 has only as minimum. */
  const __m128i low   = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1F)), v);
  const __m128i dirty = either(either(low, equal(v, 0x7F)), either(equal(v, '"'), equal(v, '\\')));
  scan->marks |= bits(marks) << shift;
  scan->dirty |= bits(dirty) << shift;
  /* The mask takes the top bit of each byte: from 0x80 on it is set already. */
  scan->odd |= bits(either(v, equal(v, '\0'))) << shift;
}

void
ln_scan_block(const ln_scan_set* const set, const char* const s, ln_scan* const scan)
{
  ln_scan found = {0U, 0U, 0U};
  look(set, s, 0U, &found);
  look(set, s, 16U, &found);
  look(set, s, 32U, &found);
  look(set, s, 48U, &found);
  *scan = found;
}

#else

void
ln_scan_block(const ln_scan_set* const set, const char* const s, ln_scan* const scan)
{
  ln_scan_plain(set, s, scan);
}

#endif
