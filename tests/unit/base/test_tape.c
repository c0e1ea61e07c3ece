/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Records of any number and length can be got again, wherever they lie. */

#include "unit.h"

#include "base/tape.h"

#include <stdlib.h>
#include <string.h>

enum { STEP = 8, RECORDS = 5000 };

/* Record i: its number, then bytes that follow from it. */
static size_t
size_of(const size_t i)
{
  return STEP * (1U + i % 37U + (i % 1000U == 999U ? 5000U : 0U));
}

static ln_status
add(ln_tape* const tape, const size_t i, uint64_t* const offset)
{
  const size_t n  = size_of(i);
  char*        at = NULL;
  LN_TRY(ln_tape_add(tape, n, &at, offset));
  memset(at, (int)(i % 251U), n);
  memcpy(at, &i, sizeof(i));
  return LN_OK;
}

static void
check(ln_tape* const tape, const size_t i, const uint64_t offset)
{
  const char* bytes = NULL;
  size_t      got   = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_tape_get(tape, offset, sizeof(got), &bytes), LN_OK);
  memcpy(&got, bytes, sizeof(got));
  CU_ASSERT_EQUAL_FATAL(got, i);
  CU_ASSERT_EQUAL_FATAL(ln_tape_get(tape, offset, size_of(i), &bytes), LN_OK);
  for (size_t j = sizeof(got); j < size_of(i); ++j) {
    CU_ASSERT_EQUAL_FATAL((unsigned char)bytes[j], i % 251U);
  }
}

static void
any_memory(void)
{
  static const size_t sizes[] = {0U, 1U << 15U, 1U << 18U, 1U << 26U};
  static uint64_t     offsets[RECORDS];
  for (size_t k = 0U; k < sizeof(sizes) / sizeof(sizes[0]); ++k) {
    ln_tape* tape = NULL;
    uint64_t sum  = 0U;
    CU_ASSERT_EQUAL_FATAL(ln_tape_new(sizes[k], &tape), LN_OK);
    for (size_t i = 0U; i < RECORDS; ++i) {
      CU_ASSERT_EQUAL_FATAL(add(tape, i, &offsets[i]), LN_OK);
      CU_ASSERT(offsets[i] % STEP == 0U);
      sum += size_of(i);
      check(tape, i, offsets[i]);
      check(tape, i / 2U, offsets[i / 2U]);
      check(tape, i - i % 10U, offsets[i - i % 10U]);
    }
    for (size_t i = RECORDS; i-- > 0U;) {
      check(tape, i, offsets[i]);
    }
    CU_ASSERT_EQUAL(ln_tape_size(tape), sum);
    CU_ASSERT_STRING_EQUAL(ln_tape_error(tape), "");
    ln_tape_free(tape);
  }
  ln_tape_free(NULL);
}

static ln_status
all(ln_tape** const tape)
{
  uint64_t offset = 0U;
  LN_TRY(ln_tape_new(0U, tape));
  for (size_t i = 0U; i < 1200U; ++i) {
    LN_TRY(add(*tape, i, &offset));
  }
  const char* bytes = NULL;
  return ln_tape_get(*tape, STEP * 4000U, STEP, &bytes);
}

static void
start_over(ln_tape** const tape)
{
  ln_tape_free(*tape);
  *tape = NULL;
}

static void
no_folder(void)
{
  ln_tape* tape   = NULL;
  uint64_t offset = 0U;
  CU_ASSERT_EQUAL(setenv("TMPDIR", "/nonexistent/folder", 1), 0);
  CU_ASSERT_EQUAL_FATAL(ln_tape_new(0U, &tape), LN_OK);
  CU_ASSERT_EQUAL(add(tape, 999U, &offset), LN_IO);
  CU_ASSERT_STRING_EQUAL(ln_tape_error(tape), "No such file or directory");
  CU_ASSERT_EQUAL(unsetenv("TMPDIR"), 0);
  CU_ASSERT_EQUAL(add(tape, 999U, &offset), LN_OK);
  check(tape, 999U, offset);
  ln_tape_free(tape);
}

static void
no_memory(void)
{
  ln_tape* tape = NULL;
  CHECK_ALLOC_FAILURES(all(&tape), start_over(&tape));
}

static const unit_test TESTS[] = {
  {"any memory", any_memory}, {"no folder", no_folder}, {"no memory", no_memory}};

UNIT_MAIN("base/tape", TESTS)
