/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_BASE_CPU_H
#define LN_BASE_CPU_H

#include <stdbool.h>

/** How many bytes the machine looks at in one step, narrowest first. Each scan exists once in every
   width that compiles; which of them runs is known when the program does. */
typedef enum {
  LN_WIDTH_PLAIN,  ///< no vectors, plain C
  LN_WIDTH_SSE2,   ///< 16 bytes; every x86-64
  LN_WIDTH_NEON,   ///< 16 bytes; every AArch64
  LN_WIDTH_AVX2,   ///< 32 bytes
  LN_WIDTH_AVX512, ///< 64 bytes; AVX-512 F, BW and VBMI2: not the first generation, which slows
                   ///< down
  LN_WIDTHS
} ln_width;

/** Whether this program was compiled with that width and runs on a machine that has it. */
bool
ln_cpu_has(ln_width width);

/** The widest there is. Ask once per table or writer, not in a loop. */
ln_width
ln_cpu_width(void);

#endif
