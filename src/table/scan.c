/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   64 bytes become three words of 64 bits, so that the splitter steps from mark to mark and never
   looks at the bytes between. One pass answers all three questions (where to stop, what needs an
   escape, what needs a check for validity), because the bytes are loaded once. SSE2 belongs to
   every x86-64; other widths are added here and nowhere else. About 3 cycles for 16 bytes. */

#include "table/scan.h"

#include <stddef.h>

#if defined(__SSE2__)
#  include <emmintrin.h>
#endif

enum { KIND_MARK = 1, KIND_DIRTY = 2, KIND_ODD = 4 };

void
ln_scan_init(ln_scan_set* const set, const char delimiter, const char quote, const char escape)
{
  *set           = (ln_scan_set){0};
  set->delimiter = delimiter;
  set->quote     = quote ? quote : delimiter;
  set->escape    = escape ? escape : delimiter;
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

void
ln_scan_block(const ln_scan_set* const set, const char* const s, ln_scan* const scan)
{
  const __m128i delimiter = _mm_set1_epi8(set->delimiter);
  const __m128i quote     = _mm_set1_epi8(set->quote);
  const __m128i escape    = _mm_set1_epi8(set->escape);
  const __m128i cr        = _mm_set1_epi8('\r');
  const __m128i lf        = _mm_set1_epi8('\n');
  const __m128i control   = _mm_set1_epi8(0x1F);
  const __m128i rubout    = _mm_set1_epi8(0x7F);
  const __m128i double_q  = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i zero      = _mm_setzero_si128();

  ln_scan found = {0U, 0U, 0U};
  for (unsigned i = 0U; i < LN_SCAN_SIZE; i += 16U) {
    const __m128i v     = _mm_loadu_si128((const void*)(s + i));
    const __m128i marks = either(
      either(_mm_cmpeq_epi8(v, delimiter), _mm_cmpeq_epi8(v, quote)),
      either(_mm_cmpeq_epi8(v, escape), either(_mm_cmpeq_epi8(v, cr), _mm_cmpeq_epi8(v, lf))));
    /* Unsigned "at most 0x1F", which SSE2 has only as minimum. */
    const __m128i low   = _mm_cmpeq_epi8(_mm_min_epu8(v, control), v);
    const __m128i dirty = either(either(low, _mm_cmpeq_epi8(v, rubout)),
                                 either(_mm_cmpeq_epi8(v, double_q), _mm_cmpeq_epi8(v, backslash)));
    found.marks |= bits(marks) << i;
    found.dirty |= bits(dirty) << i;
    /* The mask takes the top bit of each byte: from 0x80 on it is set already. */
    found.odd |= bits(either(v, _mm_cmpeq_epi8(v, zero))) << i;
  }
  *scan = found;
}

#else

void
ln_scan_block(const ln_scan_set* const set, const char* const s, ln_scan* const scan)
{
  ln_scan_plain(set, s, scan);
}

#endif
