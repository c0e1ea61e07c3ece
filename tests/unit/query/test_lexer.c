/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Words of SPARQL: section 19.8, terminals. */

#include "unit.h"

#include "query/lexer.h"

static ln_word_kind
kind_of(const char* const text, const char* const expected)
{
  ln_lexer lexer = {.query = ln_view_of(text)};
  ln_word  word  = {.kind = LN_WORD_END};
  CU_ASSERT_EQUAL(ln_lexer_next(&lexer, &word), LN_OK);
  CHECK_VIEW(word.text, expected);
  ln_lexer_clear(&lexer);
  return word.kind;
}

static void
kinds(void)
{
  CU_ASSERT_EQUAL(kind_of(" # x\n?abc ", "abc"), LN_WORD_VAR);
  CU_ASSERT_EQUAL(kind_of("$a1.", "a1"), LN_WORD_VAR);
  CU_ASSERT_EQUAL(kind_of("<http://x/\\u00e9>", "http://x/\xC3\xA9"), LN_WORD_IRI);
  CU_ASSERT_EQUAL(kind_of("< 3", "<"), LN_WORD_SIGN);
  CU_ASSERT_EQUAL(kind_of("<=3", "<="), LN_WORD_SIGN);
  CU_ASSERT_EQUAL(kind_of("a:b.c.", "a:b.c"), LN_WORD_PNAME);
  CU_ASSERT_EQUAL(kind_of("a:b\\-%41,", "a:b-%41"), LN_WORD_PNAME);
  CU_ASSERT_EQUAL(kind_of(":", ":"), LN_WORD_PNAME);
  CU_ASSERT_EQUAL(kind_of("_:b1 ", "b1"), LN_WORD_BLANK);
  CU_ASSERT_EQUAL(kind_of("'it\\'s'", "it's"), LN_WORD_STRING);
  CU_ASSERT_EQUAL(kind_of("'''a'b\n'''", "a'b\n"), LN_WORD_STRING);
  CU_ASSERT_EQUAL(kind_of("@en-US.", "en-US"), LN_WORD_LANG);
  CU_ASSERT_EQUAL(kind_of("7-3", "7"), LN_WORD_INTEGER);
  CU_ASSERT_EQUAL(kind_of("7.", "7"), LN_WORD_INTEGER);
  CU_ASSERT_EQUAL(kind_of(".5 ", ".5"), LN_WORD_DECIMAL);
  CU_ASSERT_EQUAL(kind_of("1.e-5x", "1.e-5"), LN_WORD_DOUBLE);
  CU_ASSERT_EQUAL(kind_of("SeLect{", "SeLect"), LN_WORD_NAME);
  CU_ASSERT_EQUAL(kind_of("&&", "&&"), LN_WORD_SIGN);
  CU_ASSERT_EQUAL(kind_of("  ", ""), LN_WORD_END);
}

static void
wrong(void)
{
  static const char* const ALL[] = {
    "'open", "\"a\nb\"", "'\\q'", "\"\\u12\"", "a:%4", "~", "@1", "'\\ud800'"};
  for (size_t i = 0U; i < sizeof(ALL) / sizeof(ALL[0]); ++i) {
    ln_lexer lexer = {.query = ln_view_of(ALL[i])};
    ln_word  word  = {.kind = LN_WORD_END};
    CU_ASSERT_EQUAL(ln_lexer_next(&lexer, &word), LN_USAGE);
    CU_ASSERT_PTR_NOT_NULL(lexer.problem);
    ln_lexer_clear(&lexer);
  }
}

static ln_status
read_string(void)
{
  ln_lexer        lexer = {.query = LN_V("'abc'")};
  ln_word         word  = {.kind = LN_WORD_END};
  const ln_status st    = ln_lexer_next(&lexer, &word);
  ln_lexer_clear(&lexer);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(read_string(), (void)0);
}

static const unit_test TESTS[] = {{"kinds", kinds}, {"wrong", wrong}, {"no memory", no_memory}};

UNIT_MAIN("query/lexer", TESTS)
