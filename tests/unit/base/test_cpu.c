/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#include "unit.h"

#include "base/cpu.h"

static void
test_widths(void)
{
  CU_ASSERT(ln_cpu_has(LN_WIDTH_PLAIN));
  CU_ASSERT(ln_cpu_has(ln_cpu_width()));
  const ln_width widest = ln_cpu_width();
  for (int width = 0; width < LN_WIDTHS; ++width) {
    CU_ASSERT(width <= (int)widest || !ln_cpu_has((ln_width)width));
  }
#if defined(__x86_64__)
  CU_ASSERT(ln_cpu_has(LN_WIDTH_SSE2));
  CU_ASSERT_FALSE(ln_cpu_has(LN_WIDTH_NEON));
#elif defined(__aarch64__)
  CU_ASSERT_EQUAL(ln_cpu_width(), LN_WIDTH_NEON);
#endif
}

static const unit_test tests[] = {
  {"widths", test_widths},
};

UNIT_MAIN("cpu", tests)
