/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   The marks of 64 bytes in one step: a vector counts from 0 to 63, each count is given the flags of
   the mark that stands there, and the counts at marks are pressed together. */

#include "table/marks_avx512.h"

#if defined(__x86_64__)

#  define LN_VECTOR 64
#  include "base/vector.h"

/* 32 marks: six bits of place, two of flags, which move to the top. */
static inline LN_VECTOR_TARGET void
put(ln_mark* const to, const __m256i bytes, const __m512i from)
{
  const __m512i wide  = _mm512_cvtepu8_epi16(bytes);
  const __m512i place = _mm512_and_si512(wide, _mm512_set1_epi16(0x3F));
  const __m512i flags = _mm512_slli_epi16(_mm512_srli_epi16(wide, 6U), 14U);
  _mm512_storeu_si512(to, _mm512_or_si512(_mm512_or_si512(place, flags), from));
}

LN_VECTOR_TARGET void
ln_marks_avx512(ln_marks* const marks, const ln_scan* const scans, const size_t n)
{
  static const unsigned char counts[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i count  = _mm512_loadu_si512(counts);
  const __m512i cleans = _mm512_set1_epi8(0x40);
  const __m512i odds   = _mm512_set1_epi8((char)0x80);
  ln_mark*      to     = marks->v;
  for (size_t block = 0U; block < n; ++block) {
    const ln_scan* const scan  = &scans[block];
    const uint64_t       clean = ~ln_marks_behind(scan->marks, scan->dirty, &marks->dirty);
    const uint64_t       odd   = ln_marks_behind(scan->marks, scan->odd, &marks->odd);
    const __m512i        some  = _mm512_mask_add_epi8(count, clean, count, cleans);
    const __m512i        all   = _mm512_mask_add_epi8(some, odd, some, odds);
    const __m512i        dense = _mm512_maskz_compress_epi8(scan->marks, all);
    const unsigned       found = (unsigned)__builtin_popcountll(scan->marks);
    const __m512i        from  = _mm512_set1_epi16((short)(block * (size_t)LN_SCAN_SIZE));
    put(to, _mm512_maskz_extracti64x4_epi64(0x0F, dense, 0), from);
    if (found > 32U) {
      put(to + 32, _mm512_maskz_extracti64x4_epi64(0x0F, dense, 1), from);
    }
    to += found;
  }
  marks->n = (size_t)(to - marks->v);
}

#endif
