/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   The defaults are those of RFC 4180, not those of CSVW, where they differ: no comments, no
   trimming. */

#include "unit.h"

#include "table/dialect.h"

static void
test_default(void)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  CHECK_VIEW(dialect.encoding, "utf-8");
  CU_ASSERT_EQUAL(dialect.delimiter, ',');
  CU_ASSERT_EQUAL(dialect.quote, '"');
  CU_ASSERT_EQUAL(dialect.escape, '"');
  CU_ASSERT_FALSE(dialect.backslash);
  CU_ASSERT_EQUAL(dialect.comment_prefix.n, 0U);
  CU_ASSERT_EQUAL(dialect.header_rows, 1U);
  CU_ASSERT_EQUAL(dialect.skip_rows, 0U);
  CU_ASSERT_EQUAL(dialect.skip_columns, 0U);
  CU_ASSERT_FALSE(dialect.skip_blank_rows);
  CU_ASSERT_FALSE(dialect.skip_initial_space);
  CU_ASSERT_EQUAL(dialect.trim, LN_TRIM_NONE);
  CU_ASSERT_EQUAL(dialect.max_row, 268435456U);
}

static void
test_tsv(void)
{
  ln_dialect dialect;
  ln_dialect_tsv(&dialect);
  CU_ASSERT_EQUAL(dialect.delimiter, '\t');
  CU_ASSERT_EQUAL(dialect.quote, '"');
  CU_ASSERT_EQUAL(dialect.max_row, 268435456U);
}

static const unit_test tests[] = {
  {"default", test_default},
  {"tsv", test_tsv},
};

UNIT_MAIN("dialect", tests)
