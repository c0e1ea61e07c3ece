/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   The marks of 64 bytes in one step: a vector counts from 0 to 63, another has the flags of the
   mark that stands at each count, and what stands at marks is pressed together. */

#include "table/marks_avx512.h"

#if defined(__x86_64__)

#  define LN_VECTOR 64
#  include "base/vector.h"

/* 32 marks: places and flags, which move to the top. */
static inline LN_VECTOR_TARGET void
put(ln_mark* const to, const __m256i places, const __m256i flags, const __m512i from)
{
  const __m512i place = _mm512_or_si512(_mm512_cvtepu8_epi16(places), from);
  const __m512i top   = _mm512_slli_epi16(_mm512_cvtepu8_epi16(flags), 12U);
  _mm512_storeu_si512(to, _mm512_or_si512(place, top));
}

/* One byte for each of the 64: the flags of LN_MARK_CLEAN and the next ones, as numbers from 1. */
static inline LN_VECTOR_TARGET __m512i
flags_of(const ln_scan* const scan, ln_marks* const marks)
{
  const uint64_t clean  = ~ln_marks_behind(scan->marks, scan->dirty, &marks->dirty);
  const uint64_t digits = ~ln_marks_behind(scan->marks, scan->nondigit, &marks->nondigit);
  const uint64_t word   = ~ln_marks_behind(scan->marks, scan->nonword, &marks->nonword);
  const uint64_t odd    = ln_marks_behind(scan->marks, scan->odd, &marks->odd);
  __m512i        flags  = _mm512_maskz_mov_epi8(clean, _mm512_set1_epi8(1));
  flags                 = _mm512_mask_add_epi8(flags, digits, flags, _mm512_set1_epi8(2));
  flags                 = _mm512_mask_add_epi8(flags, word, flags, _mm512_set1_epi8(4));
  return _mm512_mask_add_epi8(flags, odd, flags, _mm512_set1_epi8(8));
}

LN_VECTOR_TARGET void
ln_marks_avx512(ln_marks* const marks, const ln_scan* const scans, const size_t n)
{
  static const unsigned char counts[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i count = _mm512_loadu_si512(counts);
  ln_mark*      to    = marks->v;
  for (size_t block = 0U; block < n; ++block) {
    const ln_scan* const scan   = &scans[block];
    const __m512i        flags  = _mm512_maskz_compress_epi8(scan->marks, flags_of(scan, marks));
    const __m512i        places = _mm512_maskz_compress_epi8(scan->marks, count);
    const unsigned       found  = (unsigned)__builtin_popcountll(scan->marks);
    const __m512i        from   = _mm512_set1_epi16((short)(block * (size_t)LN_SCAN_SIZE));
    put(to,
        _mm512_maskz_extracti64x4_epi64(0x0F, places, 0),
        _mm512_maskz_extracti64x4_epi64(0x0F, flags, 0),
        from);
    if (found > 32U) {
      put(to + 32,
          _mm512_maskz_extracti64x4_epi64(0x0F, places, 1),
          _mm512_maskz_extracti64x4_epi64(0x0F, flags, 1),
          from);
    }
    to += found;
  }
  marks->n = (size_t)(to - marks->v);
}

#endif
