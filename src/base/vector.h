/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_VECTOR_H
#define LN_BASE_VECTOR_H

/* The few things scans do with vectors of bytes, in one width a file: LN_VECTOR, defined before the
   include, is 16, 32 or 64 bytes. A scan is written once over these and included by one small file
   for each width; every function in it is marked LN_VECTOR_TARGET, so that it may use the
   instructions of that width whatever the rest of the program is compiled for. Where a width does
   not exist on the machine compiled for, LN_VECTOR_TARGET is not defined.

   `ln_hits` says of each byte yes or no; its bits are 64 at most, the first byte the lowest. */

#include <stdint.h>

#ifndef LN_VECTOR
#  define LN_VECTOR 16
#endif

#if defined(__x86_64__) && LN_VECTOR == 16

#  include <immintrin.h>

#  define LN_VECTOR_TARGET __attribute__((target("sse2")))

typedef __m128i ln_vector;
typedef __m128i ln_hits;

static inline LN_VECTOR_TARGET ln_vector
ln_vector_load(const char* const s)
{
  return _mm_loadu_si128((const void*)s);
}

static inline LN_VECTOR_TARGET ln_vector
ln_vector_of(const char c)
{
  return _mm_set1_epi8(c);
}

/** Without carry. */
static inline LN_VECTOR_TARGET ln_vector
ln_vector_minus(const ln_vector a, const ln_vector b)
{
  return _mm_sub_epi8(a, b);
}

static inline LN_VECTOR_TARGET ln_vector
ln_vector_or(const ln_vector a, const ln_vector b)
{
  return _mm_or_si128(a, b);
}

static inline LN_VECTOR_TARGET ln_hits
ln_vector_equal(const ln_vector a, const ln_vector b)
{
  return _mm_cmpeq_epi8(a, b);
}

/** Bytes, without sign, that are at most those of `b`. */
static inline LN_VECTOR_TARGET ln_hits
ln_vector_at_most(const ln_vector a, const ln_vector b)
{
  return _mm_cmpeq_epi8(_mm_min_epu8(a, b), a);
}

/** Bytes from 0x01 to 0x7F. */
static inline LN_VECTOR_TARGET ln_hits
ln_vector_positive(const ln_vector v)
{
  return _mm_cmpgt_epi8(v, _mm_setzero_si128());
}

static inline LN_VECTOR_TARGET ln_hits
ln_hits_or(const ln_hits a, const ln_hits b)
{
  return _mm_or_si128(a, b);
}

static inline LN_VECTOR_TARGET uint64_t
ln_hits_bits(const ln_hits hits)
{
  return (uint64_t)(unsigned)_mm_movemask_epi8(hits);
}

#elif defined(__x86_64__) && LN_VECTOR == 32

#  include <immintrin.h>

#  define LN_VECTOR_TARGET __attribute__((target("avx2")))

typedef __m256i ln_vector;
typedef __m256i ln_hits;

static inline LN_VECTOR_TARGET ln_vector
ln_vector_load(const char* const s)
{
  return _mm256_loadu_si256((const void*)s);
}

static inline LN_VECTOR_TARGET ln_vector
ln_vector_of(const char c)
{
  return _mm256_set1_epi8(c);
}

static inline LN_VECTOR_TARGET ln_vector
ln_vector_minus(const ln_vector a, const ln_vector b)
{
  return _mm256_sub_epi8(a, b);
}

static inline LN_VECTOR_TARGET ln_vector
ln_vector_or(const ln_vector a, const ln_vector b)
{
  return _mm256_or_si256(a, b);
}

static inline LN_VECTOR_TARGET ln_hits
ln_vector_equal(const ln_vector a, const ln_vector b)
{
  return _mm256_cmpeq_epi8(a, b);
}

static inline LN_VECTOR_TARGET ln_hits
ln_vector_at_most(const ln_vector a, const ln_vector b)
{
  return _mm256_cmpeq_epi8(_mm256_min_epu8(a, b), a);
}

static inline LN_VECTOR_TARGET ln_hits
ln_vector_positive(const ln_vector v)
{
  return _mm256_cmpgt_epi8(v, _mm256_setzero_si256());
}

static inline LN_VECTOR_TARGET ln_hits
ln_hits_or(const ln_hits a, const ln_hits b)
{
  return _mm256_or_si256(a, b);
}

static inline LN_VECTOR_TARGET uint64_t
ln_hits_bits(const ln_hits hits)
{
  return (uint64_t)(unsigned)_mm256_movemask_epi8(hits);
}

#elif defined(__x86_64__) && LN_VECTOR == 64

#  include <immintrin.h>

#  define LN_VECTOR_TARGET __attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt")))

typedef __m512i   ln_vector;
typedef __mmask64 ln_hits;

static inline LN_VECTOR_TARGET ln_vector
ln_vector_load(const char* const s)
{
  return _mm512_loadu_si512((const void*)s);
}

static inline LN_VECTOR_TARGET ln_vector
ln_vector_of(const char c)
{
  return _mm512_set1_epi8(c);
}

static inline LN_VECTOR_TARGET ln_vector
ln_vector_minus(const ln_vector a, const ln_vector b)
{
  return _mm512_sub_epi8(a, b);
}

static inline LN_VECTOR_TARGET ln_vector
ln_vector_or(const ln_vector a, const ln_vector b)
{
  return _mm512_or_si512(a, b);
}

static inline LN_VECTOR_TARGET ln_hits
ln_vector_equal(const ln_vector a, const ln_vector b)
{
  return _mm512_cmpeq_epi8_mask(a, b);
}

static inline LN_VECTOR_TARGET ln_hits
ln_vector_at_most(const ln_vector a, const ln_vector b)
{
  return _mm512_cmple_epu8_mask(a, b);
}

static inline LN_VECTOR_TARGET ln_hits
ln_vector_positive(const ln_vector v)
{
  return _mm512_cmpgt_epi8_mask(v, _mm512_setzero_si512());
}

static inline LN_VECTOR_TARGET ln_hits
ln_hits_or(const ln_hits a, const ln_hits b)
{
  return a | b;
}

static inline LN_VECTOR_TARGET uint64_t
ln_hits_bits(const ln_hits hits)
{
  return hits;
}

#elif defined(__aarch64__) && LN_VECTOR == 16

#  include <arm_neon.h>

#  define LN_VECTOR_TARGET

typedef uint8x16_t ln_vector;
typedef uint8x16_t ln_hits;

static inline ln_vector
ln_vector_load(const char* const s)
{
  return vld1q_u8((const unsigned char*)s);
}

static inline ln_vector
ln_vector_of(const char c)
{
  return vdupq_n_u8((unsigned char)c);
}

static inline ln_vector
ln_vector_minus(const ln_vector a, const ln_vector b)
{
  return vsubq_u8(a, b);
}

static inline ln_vector
ln_vector_or(const ln_vector a, const ln_vector b)
{
  return vorrq_u8(a, b);
}

static inline ln_hits
ln_vector_equal(const ln_vector a, const ln_vector b)
{
  return vceqq_u8(a, b);
}

static inline ln_hits
ln_vector_at_most(const ln_vector a, const ln_vector b)
{
  return vcleq_u8(a, b);
}

static inline ln_hits
ln_vector_positive(const ln_vector v)
{
  return vcgtq_s8(vreinterpretq_s8_u8(v), vdupq_n_s8(0));
}

static inline ln_hits
ln_hits_or(const ln_hits a, const ln_hits b)
{
  return vorrq_u8(a, b);
}

/* One bit of each byte; then neighbours are added until 8 bytes of bits are one. */
static inline uint64_t
ln_hits_bits(const ln_hits hits)
{
  static const unsigned char weights[16] = {
    1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t bits  = vandq_u8(hits, vld1q_u8(weights));
  const uint8x16_t pairs = vpaddq_u8(bits, bits);
  const uint8x16_t fours = vpaddq_u8(pairs, pairs);
  return vgetq_lane_u16(vreinterpretq_u16_u8(vpaddq_u8(fours, fours)), 0);
}

#endif

#endif
