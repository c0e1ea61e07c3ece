/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The fast look at 64 bytes against the plain one, and the plain one by hand. */

#include "unit.h"

#include "table/ends.h"

#include <stdint.h>

static void
by_hand(void)
{
  char bytes[64];
  memset(bytes, 'x', sizeof(bytes));
  memcpy(bytes, "\"a\",b\r\n", 7U);
  bytes[63] = '\n';
  ln_ends ends;
  ln_ends_plain(bytes, ',', '"', &ends);
  CU_ASSERT_EQUAL(ends.quotes, 5U);
  CU_ASSERT_EQUAL(ends.delimiters, 8U);
  CU_ASSERT_EQUAL(ends.cr, 32U);
  CU_ASSERT_EQUAL(ends.lf, 64U | (UINT64_C(1) << 63U));
}

static void
same_as_plain(void)
{
  static const char letters[] = ",;\"'\r\n\tab\x80\xff";
  uint32_t          seed      = 12345U;
  for (unsigned round = 0U; round < 2000U; ++round) {
    char bytes[64];
    for (size_t i = 0U; i < sizeof(bytes); ++i) {
      seed     = (seed * 1664525U) + 1013904223U;
      bytes[i] = letters[(seed >> 24U) % (sizeof(letters) - 1U)];
    }
    ln_ends fast;
    ln_ends plain;
    ln_ends_block(bytes, ',', '"', &fast);
    ln_ends_plain(bytes, ',', '"', &plain);
    CU_ASSERT(fast.lf == plain.lf && fast.cr == plain.cr && fast.quotes == plain.quotes &&
              fast.delimiters == plain.delimiters);
  }
}

static const unit_test tests[] = {
  {"by hand", by_hand},
  {"same as plain", same_as_plain},
};

UNIT_MAIN("table/ends", tests)
