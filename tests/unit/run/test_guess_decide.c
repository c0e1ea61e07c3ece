/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From counts to proposals: one table a case, its last column is judged. */

#include "guess_unit.h"

/* Learn a column of one title; cells are separated by line ends. */
static const ln_guess*
judge(guess_fixture* const f, const char* const text)
{
  forget(f);
  learn(f, "t.csv", ln_view_of(text));
  return &f->tables[0].guesses[0];
}

static void
check_kind(const char* const text, const char* const base, const char* const format)
{
  guess_fixture              f    = {0};
  const ln_guess_kind* const kind = judge(&f, text)->kind;
  CHECK_VIEW(ln_view_of(kind ? kind->base : "text"), base);
  CHECK_VIEW(ln_view_of(kind ? kind->format : NULL), format ? format : "");
  forget(&f);
}

static void
check_reason(const char* const text, const ln_guess_reason expected)
{
  guess_fixture         f     = {0};
  const ln_guess* const guess = judge(&f, text);
  CU_ASSERT_PTR_NULL(guess->kind);
  CU_ASSERT_EQUAL(guess->reason, expected);
  forget(&f);
}

static void
kinds(void)
{
  check_kind("n\n1\n-2\n", "integer", NULL);
  check_kind("n\n1\n2.5\n", "decimal", NULL);
  check_kind("n\n1\n2e9\n", "double", NULL);
  check_kind("n\n\"1,234,567\"\n\"1,234\"\n", "integer", "#,##0");
  check_kind("n\n\"1,5\"\n\"2,25\"\n", "decimal", NULL);
  check_kind("n\ntrue\nfalse\n", "boolean", NULL);
  check_kind("n\nyes\nno\n", "boolean", "yes|no");
  check_kind("n\nyes\nyes\n", "text", NULL); /* maybe nothing else is ever said */
  check_kind("n\n1968-01-02\n", "date", NULL);
  check_kind("n\n31.12.1968\n1.2.1970\n", "date", "d.M.yyyy");
  check_kind("n\n31.12.1968\n01.02.1970\n", "date", "dd.MM.yyyy");
  check_kind("n\n12/31/1968\n1/2/1970\n", "date", "M/d/yyyy");
  check_kind("n\n31/12/1968\n01/02/1970\n", "date", "dd/MM/yyyy");
  check_kind("n\n1968-05\n1969-06\n", "gYearMonth", NULL);
  check_kind("n\n1968-05\n1969\n1970-01-01\n", "edtf", NULL);
  check_kind("n\nhttp://example.org/\nurn:isbn:1\n", "anyURI", NULL);
  check_kind("n\nNaN\nNaN\n", "text", NULL);
  check_kind("n\nAda\n12\n", "text", NULL);
}

static void
titles_choose(void)
{
  check_kind("n\n1968\n1969\n", "integer", NULL);
  check_kind("birthYear\n1968\n1969\n", "gYear", NULL);
  check_kind("birthYear\n1968\n0\n", "integer", NULL);
  check_kind("date\n19680102\n19691231\n", "date", "yyyyMMdd");
  check_kind("n\n19680102\n19691231\n", "integer", NULL);
  check_kind("isAdult\n0\n1\n", "boolean", NULL);
  check_kind("isAdult\n0\n2\n", "integer", NULL);
  check_kind("adults\n0\n1\n", "integer", NULL);
}

static void
reasons(void)
{
  check_reason("n\n01\n12\n", LN_REASON_ZEROS);
  check_reason("n\n1/2/1970\n3/4/1971\n", LN_REASON_TWO_DATES);
  check_reason("n\n01-02-1970\n03-04-1971\n", LN_REASON_TWO_DATES);
  check_reason("n\n\"1,234\"\n\"5,678\"\n", LN_REASON_TWO_SIGNS);
  check_reason("n\n1\n2\nNA\n", LN_REASON_TOKENS);
  check_reason("n\n1\n2\n3\n4\n5\n6\n7\n8\n9\nten\n", LN_REASON_NEARLY);
  check_reason("n\n1\n2\nthree\n", LN_REASON_NONE);
}

static void
nulls(void)
{
  guess_fixture   f     = {0};
  const ln_guess* guess = judge(&f, "n\n1\n\\N\n");
  CU_ASSERT_STRING_EQUAL(guess->kind->base, "integer");
  CU_ASSERT_TRUE(guess->nulls[0]);
  guess = judge(&f, "n\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\nNA\n-\n");
  CU_ASSERT_STRING_EQUAL(guess->kind->base, "integer");
  CU_ASSERT_TRUE(guess->nulls[4]);
  CU_ASSERT_FALSE(guess->required);
  guess = judge(&f, "n\nAda\nNA\nBen\nCy\nDot\nEve\nFay\nGus\nHal\nIvo\nJo\n");
  CU_ASSERT_FALSE(guess->nulls[4]);
  CU_ASSERT_TRUE(guess->required); /* NA is a value */
  forget(&f);
}

static void
check_array(const char* const text, const char* const expected)
{
  guess_fixture               f     = {0};
  const ln_guess_array* const array = judge(&f, text)->array;
  CU_ASSERT_STRING_EQUAL(array ? array->word : "", expected);
  forget(&f);
}

/* All values or none; what fits two syntaxes is taken for the first of them. */
static void
arrays(void)
{
  check_array("n\n\"[\"\"a\"\", 1]\"\n[]\n", "json");
  check_array("n\n['a']\n[]\n", "python");
  check_array("n\n\"('a',)\"\n", "python");
  check_array("n\n\"{a,\"\"b c\"\"}\"\n{}\n", "postgresql");
  check_array("n\n[]\n['a']\n[\"\"a\"\"]\n", "");
  check_array("n\n['a']\nb\n", "");
  check_array("n\n[{'a': 1}]\n", "");
  check_array("n\n(born 1950)\n", "");
  check_array("n\n[unknown]\n", "");
}

static void
check_separator(const char* const text, const char* const expected)
{
  guess_fixture         f     = {0};
  const ln_guess* const guess = judge(&f, text);
  CHECK_VIEW(ln_view_of(guess->separator), expected);
  forget(&f);
}

static void
separators(void)
{
  check_separator("n\na|b\nc\nd|e|f\n", "|");
  check_separator("n\na|b\nc\n", ""); /* once is chance */
  check_separator("n\na|b\nc||d\n", "");
  check_separator("n,m\na;b,1\nc;d,2\n", ";");
  check_separator("n,m\na; b,1\nc; d,2\n", "; ");
  check_separator("n,m\na; b,1\nc;d,2\n", "");
  check_separator("n\n\"actor,singer\"\nactor\n\"singer,actor,poet\"\nsinger\nactor\n", ",");
  check_separator("n\n\"actor, singer\"\nactor\n\"singer, actor, poet\"\nsinger\nactor\n", "");
  check_separator("n\n\"Quill,Ada\"\n\"Ojo,Ben\"\n", "");
  check_separator("n\n[\"a|b\"]\n[\"a|b\"]\n", "");
}

static void
required_and_unique(void)
{
  guess_fixture   f     = {0};
  const ln_guess* guess = judge(&f, "n\na\nb\n");
  CU_ASSERT_TRUE(guess->unique);
  CU_ASSERT_FALSE(guess->required); /* of two rows nothing follows */
  guess = judge(&f, "n\na\nb\nc\nd\ne\nf\ng\nh\ni\na\n");
  CU_ASSERT_FALSE(guess->unique);
  CU_ASSERT_TRUE(guess->required);
  guess = judge(&f, "n,m\na,1\nb,1\n,1\n");
  CU_ASSERT_FALSE(guess->unique);
  forget(&f);
}

static const unit_test tests[] = {
  {"kinds", kinds},
  {"titles choose", titles_choose},
  {"reasons", reasons},
  {"nulls", nulls},
  {"arrays", arrays},
  {"separators", separators},
  {"required and unique", required_and_unique},
};

UNIT_MAIN("run/guess_decide", tests)
