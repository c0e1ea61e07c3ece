/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Growing texts: content, the NUL behind them, formatting across the edge of the block. */

#include "unit.h"

#include "base/text.h"

#include <stdint.h>

static void
grows(void)
{
  ln_text text = {NULL, 0U, 0U};
  for (size_t i = 0U; i < 1000U; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_text_add_byte(&text, (char)('a' + (i % 26U))), LN_OK);
    CU_ASSERT_EQUAL_FATAL(text.s[text.n], '\0');
  }
  CU_ASSERT_EQUAL(text.n, 1000U);
  CU_ASSERT_EQUAL(text.s[999], 'a' + (999 % 26));
  CU_ASSERT_EQUAL(text.s[0], 'a');
  ln_text_reset(&text);
  CU_ASSERT_EQUAL(text.n, 0U);
  CU_ASSERT_STRING_EQUAL(text.s, "");
  CU_ASSERT(text.cap >= 1000U);
  ln_text_clear(&text);
  CU_ASSERT_PTR_NULL(text.s);
}

static void
adds_views(void)
{
  ln_text text = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_add(&text, (ln_view){NULL, 0U}), LN_OK);
  CU_ASSERT_STRING_EQUAL(text.s, "");
  CU_ASSERT_EQUAL(ln_text_add(&text, LN_V("one\0two")), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add(&text, LN_V(" three")), LN_OK);
  CU_ASSERT_EQUAL(text.n, 13U);
  CU_ASSERT_EQUAL(memcmp(text.s, "one\0two three", 14U), 0);
  ln_text_clear(&text);
}

static void
formats_at_every_fill(void)
{
  // Whatever room is left, the result is the same
  for (size_t filled = 0U; filled < 100U; ++filled) {
    ln_text text = {NULL, 0U, 0U};
    for (size_t i = 0U; i < filled; ++i) {
      CU_ASSERT_EQUAL(ln_text_add_byte(&text, '.'), LN_OK);
    }
    CU_ASSERT_EQUAL(ln_text_format(&text, "%s-%d-%s", "some words", 42, "and some more"), LN_OK);
    CHECK_VIEW(ln_view_from(ln_text_view(&text), filled), "some words-42-and some more");
    CU_ASSERT_EQUAL(text.s[text.n], '\0');
    ln_text_clear(&text);
  }
}

static void
check_number(const uint64_t n, const char* const expected)
{
  ln_text text = {0};
  CU_ASSERT_EQUAL(ln_text_add_number(&text, n), LN_OK);
  CHECK_VIEW(ln_text_view(&text), expected);
  ln_text_clear(&text);
}

static void
numbers(void)
{
  check_number(0U, "0");
  check_number(999U, "999");
  check_number(1000U, "1,000");
  check_number(UINT64_MAX, "18,446,744,073,709,551,615");
}

static void
reserves(void)
{
  ln_text text = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_reserve(&text, 100U), LN_OK);
  const char* const block = text.s;
  for (size_t i = 0U; i < 100U; ++i) {
    CU_ASSERT_EQUAL(ln_text_add_byte(&text, 'x'), LN_OK);
  }
  CU_ASSERT_PTR_EQUAL(text.s, block);
  CU_ASSERT_EQUAL(ln_text_reserve(&text, SIZE_MAX), LN_NO_MEM);
  CU_ASSERT_EQUAL(ln_text_reserve(&text, SIZE_MAX / 2U), LN_NO_MEM);
  CU_ASSERT_EQUAL(text.n, 100U);
  ln_text_clear(&text);
}

static ln_status
build(ln_text* const text)
{
  LN_TRY(ln_text_add(text, LN_V("a text of some length, longer than the first block")));
  LN_TRY(ln_text_add_byte(text, ':'));
  return ln_text_format(text, "%080d %s", 7, "that does not fit either, whatever it is");
}

static void
failing(void)
{
  ln_text text = {NULL, 0U, 0U};
  CHECK_ALLOC_FAILURES(build(&text), ln_text_clear(&text));

  // On failure the text is as it was
  CU_ASSERT_EQUAL(ln_text_add(&text, LN_V("kept")), LN_OK);
  ln_alloc_fail_at(1U);
  CU_ASSERT_EQUAL(ln_text_format(&text, "%0200d", 1), LN_NO_MEM);
  ln_alloc_fail_at(0U);
  CHECK_VIEW(ln_text_view(&text), "kept");
  CU_ASSERT_STRING_EQUAL(text.s, "kept");
  ln_text_clear(&text);
}

static const unit_test tests[] = {
  {"grows", grows},
  {"adds views", adds_views},
  {"formats at every fill", formats_at_every_fill},
  {"numbers", numbers},
  {"reserves", reserves},
  {"failing allocator", failing},
};

UNIT_MAIN("base/text", tests)
