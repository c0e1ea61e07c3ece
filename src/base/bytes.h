/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_BYTES_H
#define LN_BASE_BYTES_H

#include "base/wide.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/** Questions about all bytes of a short text, 16 at a time. LN_SLACK bytes behind the text must be
    readable. Written with the vectors of the compiler, which it says in the instructions of any
    machine; every x86-64 and every AArch64 has 16 bytes. */

enum { LN_BYTES = 16 };

typedef unsigned char ln_bytes __attribute__((vector_size(16)));

LN_INLINE ln_bytes
ln_bytes_load(const char* const s)
{
  ln_bytes bytes;
  memcpy(&bytes, s, sizeof(bytes));
  return bytes;
}

/** One bit of each byte, the first the lowest; every byte of `mask` is 0 or 0xFF. */
LN_INLINE unsigned
ln_bytes_bits(const ln_bytes mask)
{
#if defined(__SSE2__)
  typedef char signed_bytes __attribute__((vector_size(16)));
  return (unsigned)__builtin_ia32_pmovmskb128((signed_bytes)mask);
#else
  unsigned bits = 0U;
  for (unsigned i = 0U; i < LN_BYTES; ++i) {
    bits |= (unsigned)(mask[i] & 1U) << i;
  }
  return bits;
#endif
}

/** The bits of the first `n` bytes, all of them from LN_BYTES on. */
LN_INLINE unsigned
ln_bytes_first(const size_t n)
{
  return n < LN_BYTES ? (1U << n) - 1U : 0xFFFFU;
}

/** Bytes of ASCII digits. */
LN_INLINE ln_bytes
ln_bytes_digit(const ln_bytes v)
{
  return (ln_bytes)((v - '0') <= 9U);
}

/** Bytes of ASCII letters, digits, `-` and `_`. */
LN_INLINE ln_bytes
ln_bytes_wordly(const ln_bytes v)
{
  return (ln_bytes)(((v | 0x20U) - 'a') <= 25U) | ln_bytes_digit(v) | (ln_bytes)(v == '-') |
         (ln_bytes)(v == '_');
}

/** Whether a text is one or more ASCII digits. */
LN_INLINE bool
ln_bytes_are_digits(const char* const s, const size_t n)
{
  size_t i = 0U;
  while (n - i > LN_BYTES && ln_bytes_bits(ln_bytes_digit(ln_bytes_load(s + i))) == 0xFFFFU) {
    i += LN_BYTES;
  }
  const unsigned other = ~ln_bytes_bits(ln_bytes_digit(ln_bytes_load(s + i)));
  return n > 0U && (other & ln_bytes_first(n - i)) == 0U;
}

/** Whether a text is one or more ASCII letters, digits, `-` or `_`. */
LN_INLINE bool
ln_bytes_are_wordly(const char* const s, const size_t n)
{
  size_t i = 0U;
  while (n - i > LN_BYTES && ln_bytes_bits(ln_bytes_wordly(ln_bytes_load(s + i))) == 0xFFFFU) {
    i += LN_BYTES;
  }
  const unsigned other = ~ln_bytes_bits(ln_bytes_wordly(ln_bytes_load(s + i)));
  return n > 0U && (other & ln_bytes_first(n - i)) == 0U;
}

#endif
