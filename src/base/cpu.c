/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Which vectors the machine has. The compiler's own question to the processor is asked: it also
   knows whether the operating system saves the wide registers. What is asked for is what the
   functions of base/vector.h are compiled for; both lists stand or fall together. */

#include "base/cpu.h"

#if defined(__x86_64__)

static bool
has(const ln_width width)
{
  if (width == LN_WIDTH_AVX2) {
    return __builtin_cpu_supports("avx2") != 0;
  }
  if (width == LN_WIDTH_AVX512) {
    return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
           __builtin_cpu_supports("avx512vbmi2") != 0;
  }
  return width == LN_WIDTH_SSE2;
}

#elif defined(__aarch64__)

static bool
has(const ln_width width)
{
  return width == LN_WIDTH_NEON;
}

#else

static bool
has(const ln_width width)
{
  (void)width;
  return false;
}

#endif

bool
ln_cpu_has(const ln_width width)
{
  return width == LN_WIDTH_PLAIN || has(width);
}

ln_width
ln_cpu_width(void)
{
  int width = LN_WIDTHS - 1;
  while (!ln_cpu_has((ln_width)width)) {
    --width;
  }
  return (ln_width)width;
}
