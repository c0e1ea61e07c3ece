/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Encoding, delimiter, quote and lines above the header, by the first bytes. */

#include "guess_unit.h"

static ln_guess_table
guess(const char* const path, const ln_view sample)
{
  ln_guess_table table = {.path = path};
  CU_ASSERT_EQUAL(ln_guess_dialect(sample, true, &table), LN_OK);
  return table;
}

static void
delimiters(void)
{
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("a,b\n1,2\n")).dialect.delimiter, ',');
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("a;b\n1,5;2\n2,5;3\n")).dialect.delimiter, ';');
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("a|b|c\n1|2|3\n")).dialect.delimiter, '|');
  CU_ASSERT_EQUAL(guess("t.txt", LN_V("a\tb, c\n1\t2, 3\n4\t5\n")).dialect.delimiter, '\t');
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("alone\n1\n")).dialect.delimiter, ',');
  CU_ASSERT_EQUAL(guess("t.tsv", LN_V("alone\n1\n")).dialect.delimiter, '\t');
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("a,b\n\"1;2;3\",2\n\"1;2;3\",2\n")).dialect.delimiter, ',');
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("")).dialect.delimiter, ',');
}

static void
quotes(void)
{
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("a,b\n\"1\",2\n")).dialect.quote, '"');
  CU_ASSERT_EQUAL(guess("t.tsv", LN_V("a\tb\n\"W\" A\t2\nc\td\n")).dialect.quote, '\0');
  CU_ASSERT_EQUAL(guess("t.tsv", LN_V("a\tb\nB \"Bo\" O\t2\n")).dialect.quote, '\0');
  CU_ASSERT_EQUAL(guess("t.tsv", LN_V("a\tb\nB \"Bo\" O\t\"x\"\n")).dialect.quote, '"');
}

static void
encodings(void)
{
  CHECK_VIEW(guess("t.csv", LN_V("a,\xC3\xA9\n")).dialect.encoding, "utf-8");
  CHECK_VIEW(guess("t.csv",
                   LN_V("\xEF\xBB\xBF"
                        "a,b\n"))
               .dialect.encoding,
             "utf-8");
  CHECK_VIEW(guess("t.csv", LN_V("a,\xE9\n")).dialect.encoding, "iso-8859-1");
  CHECK_VIEW(guess("t.csv", LN_V("a,\x93\xE9\x94\n")).dialect.encoding, "windows-1252");
  CHECK_VIEW(guess("t.csv",
                   LN_V("\xFF\xFE"
                        "a\0,\0b\0\n\0"))
               .dialect.encoding,
             "utf-16");
  CHECK_VIEW(guess("t.csv", LN_V("a\0,\0b\0\n\0")).dialect.encoding, "utf-16le");
  CHECK_VIEW(guess("t.csv", LN_V("\0a\0,\0b\0\n")).dialect.encoding, "utf-16be");
  /* one damaged byte among letters that are right */
  CHECK_VIEW(guess("t.csv", LN_V("\xC3\xA9\xC3\xA9,\xE9\n")).dialect.encoding, "utf-8");
}

static void
lines_above(void)
{
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("List,,\na,b,c\n1,2,3\n")).dialect.skip_rows, 1U);
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("List\n\na,b,c\n1,2,3\n1,2,3\n")).dialect.skip_rows, 2U);
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("a,b,c\n1,,\n")).dialect.skip_rows, 0U);
  CU_ASSERT_EQUAL(guess("t.csv", LN_V("x,,\n,y,\n,,z\n")).dialect.skip_rows, 0U);
}

static ln_status
guess_again(void)
{
  ln_guess_table table = {.path = "t.csv"};
  return ln_guess_dialect(LN_V("List,,\na,b,c\n1,2,3\n"), true, &table);
}

static void
failing(void)
{
  CHECK_ALLOC_FAILURES(guess_again(), (void)0);
}

static const unit_test tests[] = {
  {"delimiters", delimiters},
  {"quotes", quotes},
  {"encodings", encodings},
  {"lines above the header", lines_above},
  {"failing allocator", failing},
};

UNIT_MAIN("run/guess_dialect", tests)
