/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Copies in blocks are copies, in each width that the machine has. */

#include "unit.h"

#include "base/wide.h"

enum { LONGEST = 300 };

typedef char* (*copy_way)(char* to, const char* s, size_t n);

static char*
copy_sse2(char* const to, const char* const s, const size_t n)
{
  return ln_wide_copy(to, s, n, LN_WIDTH_SSE2);
}

LN_TARGET_AVX2 static char*
copy_avx2(char* const to, const char* const s, const size_t n)
{
  return ln_wide_copy(to, s, n, LN_WIDTH_AVX2);
}

LN_TARGET_AVX512 static char*
copy_avx512(char* const to, const char* const s, const size_t n)
{
  return ln_wide_copy(to, s, n, LN_WIDTH_AVX512);
}

static char*
copy_short(char* const to, const char* const s, const size_t n)
{
  return ln_wide_copy_short(to, s, n);
}

/* What stands in front of the copy, the copy, and what lies behind its slack. */
static void
check(const copy_way copy)
{
  char from[LONGEST + LN_SLACK];
  char to[1 + LONGEST + LN_SLACK + 1];
  for (size_t i = 0U; i < sizeof(from); ++i) {
    from[i] = (char)('!' + i % 90U);
  }
  for (size_t n = 0U; n <= LONGEST; ++n) {
    memset(to, 0, sizeof(to));
    CU_ASSERT_PTR_EQUAL(copy(to + 1, from, n), to + 1 + n);
    CU_ASSERT_EQUAL(memcmp(to + 1, from, n), 0);
    CU_ASSERT_EQUAL(to[0], '\0');
    CU_ASSERT_EQUAL(to[1U + n + LN_SLACK], '\0');
  }
}

static void
copies(void)
{
  check(copy_sse2);
  check(copy_short);
  if (ln_cpu_has(LN_WIDTH_AVX2)) {
    check(copy_avx2);
  }
  if (ln_cpu_has(LN_WIDTH_AVX512)) {
    check(copy_avx512);
  }
}

static const unit_test tests[] = {
  {"copies", copies},
};

UNIT_MAIN("base/wide", tests)
