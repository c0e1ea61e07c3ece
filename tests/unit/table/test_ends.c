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

/* Lengths around those of vectors, and beyond what one byte can add up. */
static void
simple(void)
{
  enum { MOST = 9000 };
  static char bytes[MOST + 16];
  size_t      lines = 0U;
  memset(bytes, 'x', sizeof(bytes));
  for (size_t n = 0U; n < (size_t)MOST; ++n) {
    CU_ASSERT(ln_ends_simple(bytes, n, '"') == lines);
    bytes[n] = n % 7U == 0U || n > 4000U ? '\n' : ',';
    lines += bytes[n] == '\n' ? 1U : 0U;
  }
  for (size_t at = 0U; at < (size_t)MOST; at += 61U) {
    const char before = bytes[at];
    bytes[at]         = '"';
    CU_ASSERT(ln_ends_simple(bytes, MOST, '"') == SIZE_MAX);
    CU_ASSERT(ln_ends_simple(bytes, at, '"') != SIZE_MAX);
    bytes[at] = '\r';
    CU_ASSERT(ln_ends_simple(bytes, MOST, '"') == SIZE_MAX);
    CU_ASSERT(ln_ends_simple(bytes, at + 1U, '"') == SIZE_MAX);
    bytes[at] = before;
  }
}

static const unit_test tests[] = {
  {"by hand", by_hand},
  {"same as plain", same_as_plain},
  {"simple", simple},
};

UNIT_MAIN("table/ends", tests)
