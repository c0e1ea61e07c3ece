/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reading the first rows: which count, where they end, whether there is a header. */

#include "guess_unit.h"

static void
rows(void)
{
  guess_fixture f = {0};
  learn(&f, "t.csv", LN_V("a,b\n1,2\n,\n3\n4,5,6\n7,8\n"));
  CU_ASSERT_EQUAL(f.tables[0].rows, 3U);
  CU_ASSERT_EQUAL(f.tables[0].blank_rows, 1U);
  CU_ASSERT_EQUAL(f.tables[0].short_rows, 1U);
  CU_ASSERT_EQUAL(f.tables[0].bad_rows, 1U);
  CU_ASSERT_TRUE(f.tables[0].whole);
  CU_ASSERT_EQUAL(f.tables[0].columns[1].empty, 1U);
  forget(&f);
}

static void
limits(void)
{
  guess_fixture f    = {0};
  const ln_view text = LN_V("a\n1\n2\n3\n");
  CU_ASSERT_EQUAL(learn_with(&f, "t.csv", text, 2U), LN_OK);
  CU_ASSERT_EQUAL(f.tables[0].rows, 2U);
  CU_ASSERT_FALSE(f.tables[0].whole);
  forget(&f);
  CU_ASSERT_EQUAL(learn_with(&f, "t.csv", text, 3U), LN_OK);
  CU_ASSERT_EQUAL(f.tables[0].rows, 3U);
  CU_ASSERT_TRUE(f.tables[0].whole);
  forget(&f);
  CU_ASSERT_EQUAL(learn_with(&f, "t.csv", text, 0U), LN_OK);
  CU_ASSERT_EQUAL(f.tables[0].rows, 0U);
  forget(&f);
}

static bool
is_headless(const char* const text)
{
  guess_fixture f = {0};
  learn(&f, "t.csv", ln_view_of(text));
  const bool headless = f.tables[0].headless;
  forget(&f);
  return headless;
}

static void
headers(void)
{
  CU_ASSERT_FALSE(is_headless("id,name\n1,Ada\n"));
  CU_ASSERT_TRUE(is_headless("1,Ada\n2,Ben\n"));
  CU_ASSERT_TRUE(is_headless("1,Ada\n"));
  CU_ASSERT_TRUE(is_headless("Ada,\\N\n"));
  CU_ASSERT_FALSE(is_headless("name\nAda\n"));
  CU_ASSERT_FALSE(is_headless("country,1990,1991\nFrance,1,2\nItaly,3,4\n"));
  CU_ASSERT_FALSE(is_headless("name,3\nAda,x\nBen,y\n"));
  CU_ASSERT_FALSE(is_headless("1,born\n2,1968-01-01\n3,1970-01-01\n"));
}

static void
first_row_is_data(void)
{
  guess_fixture f = {0};
  learn(&f, "t.csv", LN_V("1,Ada\n2,Ben\n"));
  CU_ASSERT_EQUAL(f.tables[0].rows, 2U);
  CU_ASSERT_EQUAL(f.tables[0].dialect.header_rows, 0U);
  CU_ASSERT_EQUAL(f.tables[0].columns[0].values, 2U);
  CU_ASSERT_EQUAL(f.tables[0].columns[0].title.n, 0U);
  CHECK_VIEW(f.tables[0].columns[0].name, "column1");
  forget(&f);
}

static void
nothing(void)
{
  guess_fixture f = {0};
  learn(&f, "t.csv", LN_V(""));
  CU_ASSERT_EQUAL(f.tables[0].n, 0U);
  forget(&f);
}

static void
failing(void)
{
  guess_fixture f = {0};
  CHECK_ALLOC_FAILURES(learn_with(&f, "t.csv", LN_V("id,n\n1,\"a,b\"\n2,x\n"), 10U), forget(&f));
}

static const unit_test tests[] = {
  {"rows", rows},
  {"limits", limits},
  {"headers", headers},
  {"the first row is data", first_row_is_data},
  {"nothing", nothing},
  {"failing allocator", failing},
};

UNIT_MAIN("run/guess_read", tests)
