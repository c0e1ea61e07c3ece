/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_WIDE_H
#define LN_BASE_WIDE_H

#include "base/cpu.h"

#include <stddef.h>
#include <string.h>

/** Copies of short texts in whole blocks. A block is copied whether the text fills it or not, so a
    short copy is a few moves without a branch; in exchange LN_SLACK bytes behind the text must be
    readable, and as many behind the copy writable. */

enum {
  LN_SLACK = 64, ///< bytes behind a text that a wide copy may touch
};

/** Inlined whatever the optimiser thinks, so that it is compiled for the processor its caller is
 * compiled for. */
#define LN_INLINE static inline __attribute__((always_inline))

/** Functions that are called only where ln_cpu_width says so. */
#if defined(__x86_64__)
#  define LN_TARGET_AVX2 __attribute__((target("avx2")))
#  define LN_TARGET_AVX512 __attribute__((target("avx512f,avx512bw")))
#else
#  define LN_TARGET_AVX2
#  define LN_TARGET_AVX512
#endif

typedef long long ln_wide_16 __attribute__((vector_size(16)));
typedef long long ln_wide_32 __attribute__((vector_size(32)));
typedef long long ln_wide_64 __attribute__((vector_size(64)));

#define LN_WIDE_MOVE(type, to, s)                                                                  \
  do {                                                                                             \
    type block_;                                                                                   \
    memcpy(&block_, (s), sizeof(block_));                                                          \
    memcpy((to), &block_, sizeof(block_));                                                         \
  } while (0)

/** Copy LN_SLACK bytes. `width` is a constant wherever this is used: the one that the function was
    compiled for. Written out, since compilers leave such a loop as it is. */
LN_INLINE void
ln_wide_block(char* const to, const char* const s, const ln_width width)
{
  if (width == LN_WIDTH_AVX512) {
    LN_WIDE_MOVE(ln_wide_64, to, s);
  } else if (width == LN_WIDTH_AVX2) {
    LN_WIDE_MOVE(ln_wide_32, to, s);
    LN_WIDE_MOVE(ln_wide_32, to + 32, s + 32);
  } else {
    LN_WIDE_MOVE(ln_wide_16, to, s);
    LN_WIDE_MOVE(ln_wide_16, to + 16, s + 16);
    LN_WIDE_MOVE(ln_wide_16, to + 32, s + 32);
    LN_WIDE_MOVE(ln_wide_16, to + 48, s + 48);
  }
}

/** Copy `n` bytes and return the end of the copy. */
LN_INLINE char*
ln_wide_copy(char* const to, const char* const s, const size_t n, const ln_width width)
{
  ln_wide_block(to, s, width);
  for (size_t i = LN_SLACK; i < n; i += LN_SLACK) {
    ln_wide_block(to + i, s + i, width);
  }
  return to + n;
}

/** The same for texts that are mostly a few bytes long. */
LN_INLINE char*
ln_wide_copy_short(char* const to, const char* const s, const size_t n)
{
  LN_WIDE_MOVE(ln_wide_16, to, s);
  for (size_t i = 16U; i < n; i += 16U) {
    LN_WIDE_MOVE(ln_wide_16, to + i, s + i);
  }
  return to + n;
}

#endif
