/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is asked of one text on the straight way. */

#include "map/fixture.h"
#include "map/straight_text.h"

#include <stdint.h>

static void
test_clean_text(void)
{
  CU_ASSERT_TRUE(ln_straight_clean(LN_V("a-b_9"), true, true));
  CU_ASSERT_TRUE(ln_straight_clean(LN_V("-a"), true, false));
  CU_ASSERT_FALSE(ln_straight_clean(LN_V("-a"), true, true));
  CU_ASSERT_FALSE(ln_straight_clean(LN_V("a/b"), true, false));
  CU_ASSERT_TRUE(ln_straight_clean(LN_V(": /\xC3\xA9"), false, true));
  CU_ASSERT_FALSE(ln_straight_clean(LN_V("a\"b"), false, true));
  CU_ASSERT_FALSE(ln_straight_clean(LN_V("a\\b"), false, true));
  CU_ASSERT_FALSE(ln_straight_clean(LN_V("a\tb"), false, true));
  CU_ASSERT_FALSE(ln_straight_clean(LN_V("\x7F"), false, true));
}

/* A text with slack behind it that would answer wrongly. */
static bool
takes(const ln_straight_cell cell, const char* const text, uint8_t* const flags)
{
  char         bytes[256];
  const size_t n = strlen(text);
  memset(bytes, ' ', sizeof(bytes));
  memcpy(bytes, text, n);
  *flags = 0U;
  return ln_straight_takes(NULL, &cell, bytes, n, flags);
}

static void
test_words(void)
{
  const ln_straight_cell cell  = {.word = true};
  uint8_t                flags = 0U;
  CU_ASSERT_TRUE(takes(cell, "tt0000001", &flags));
  CU_ASSERT_TRUE(takes(cell, "a-b_9", &flags));
  CU_ASSERT_TRUE(takes(cell, "abcdefghijklmnopqrstuvwxyz", &flags));
  CU_ASSERT_FALSE(takes(cell, "abcdefghijklmnopqrstuvwxy.", &flags));
  CU_ASSERT_FALSE(takes(cell, "", &flags));
  CU_ASSERT_FALSE(takes(cell, "-a", &flags));
  CU_ASSERT_FALSE(takes(cell, "_a", &flags));
  CU_ASSERT_FALSE(takes(cell, "a b", &flags));
  CU_ASSERT_FALSE(takes(cell, "caf\xC3\xA9", &flags));
  CU_ASSERT_TRUE(takes((ln_straight_cell){0}, "any thing", &flags));
}

static void
test_digits(void)
{
  const ln_straight_cell number = {.word = true, .digits = true};
  const ln_straight_cell year   = {.word = true, .digits = true, .length = 4U};
  uint8_t                flags  = 0U;
  CU_ASSERT_TRUE(takes(number, "0123456789", &flags));
  CU_ASSERT_EQUAL(flags, LN_DIGITS);
  CU_ASSERT_TRUE(takes(year, "1988", &flags));
  CU_ASSERT_EQUAL(flags, LN_DIGITS);
  CU_ASSERT_TRUE(takes(year, "198", &flags)); // a word all the same
  CU_ASSERT_EQUAL(flags, 0U);
  CU_ASSERT_FALSE(takes(number, "", &flags));
}

static void
test_nulls(void)
{
  static const ln_view   TWO[] = {{"-", 1U}, {"none", 4U}};
  static const ln_views  NULLS = {TWO, 2U};
  static const ln_column MANY  = {.nulls = {TWO, 2U}};
  const ln_straight_cell many  = {
     .column = &MANY, .longest_null = 4U, .null_word = 1U, .nulls = true};
  ln_straight_cell       one   = {.column = &MANY, .longest_null = 2U};
  const ln_straight_cell empty = {.column = &MANY};
  memcpy(&one.null_word, "\\N", 2U);
  memset(&one.null_mask, 0xFF, 2U);
  CU_ASSERT_TRUE(ln_straight_is_null(&one, "\\N      ", 2U));
  CU_ASSERT_FALSE(ln_straight_is_null(&one, "\\N      ", 3U));
  CU_ASSERT_FALSE(ln_straight_is_null(&one, "\\M      ", 2U));
  CU_ASSERT_TRUE(ln_straight_is_null(&empty, "x       ", 0U));
  CU_ASSERT_FALSE(ln_straight_is_null(&empty, "x       ", 1U));
  CU_ASSERT_FALSE(ln_straight_is_null(&many, "none    ", 4U));
  CU_ASSERT_TRUE(ln_straight_is_any_null(&many, "none    ", 4U));
  CU_ASSERT_TRUE(ln_straight_is_any_null(&many, "-       ", 1U));
  CU_ASSERT_FALSE(ln_straight_is_any_null(&many, "        ", 0U));
  CU_ASSERT_TRUE(ln_straight_is_any_null(&one, "\\N      ", 2U));
  CU_ASSERT_TRUE(ln_straight_is_one_of((ln_views){NULL, 0U}, "", 0U));
  CU_ASSERT_FALSE(ln_straight_is_one_of((ln_views){NULL, 0U}, "-", 1U));
  CU_ASSERT_FALSE(ln_straight_is_one_of(NULLS, "nine", 4U));
}

/* What is found out about a cell that the reader does not know. */
static void
test_looks(void)
{
  static const ln_view   TWO[] = {{"-", 1U}, {"none", 4U}};
  static const ln_column MANY  = {.nulls = {TWO, 2U}};
  ln_straight_cell       cell  = {.column = &MANY, .longest_null = 4U, .nulls = true};
  ln_slot_text           text  = {.s = "-               ", .n = 1U, .there = true};
  CU_ASSERT_TRUE(ln_straight_looks(NULL, &cell, 0U, &text));
  CU_ASSERT_FALSE(text.there);
  cell.needed = 1U;
  CU_ASSERT_FALSE(ln_straight_looks(NULL, &cell, 0U, &text));
  text.n = 2U;
  CU_ASSERT_TRUE(ln_straight_looks(NULL, &cell, 0U, &text));
  CU_ASSERT_TRUE(text.there);
  CU_ASSERT_FALSE(ln_straight_looks(NULL, &cell, LN_CELL_NULL, &text));
  cell.word = true;
  CU_ASSERT_FALSE(ln_straight_looks(NULL, &cell, 0U, &text));
  cell.list = true;
  CU_ASSERT_TRUE(ln_straight_looks(NULL, &cell, 0U, &text));
  cell.given = true;
  text.n     = 0U;
  CU_ASSERT_FALSE(ln_straight_looks(NULL, &cell, 0U, &text));
}

static const unit_test tests[] = {
  {"clean text", test_clean_text},
  {"words", test_words},
  {"digits", test_digits},
  {"nulls", test_nulls},
  {"looks", test_looks},
};

UNIT_MAIN("straight text", tests)
