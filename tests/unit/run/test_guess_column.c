/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is counted of a column. */

#include "guess_unit.h"

static void
add(guess_fixture* const f, ln_guess_column* const column, const char* const cell)
{
  const uint32_t row = column->values + column->empty + column->blank + 2U;
  CU_ASSERT_EQUAL(ln_guess_cell(&f->g, column, ln_view_of(cell), row), LN_OK);
}

static void
counts(void)
{
  guess_fixture   f      = {0};
  ln_guess_column column = {0};
  f.g.budget             = 1U << 16U;
  CU_ASSERT_EQUAL_FATAL(ln_guess_kinds_new(&f.g.arena, &f.g.kinds), LN_OK);
  add(&f, &column, "12");
  add(&f, &column, "");
  add(&f, &column, "  ");
  add(&f, &column, " 07 ");
  add(&f, &column, "\\N");
  add(&f, &column, "1969");
  add(&f, &column, "0");
  add(&f, &column, "a|b|");
  add(&f, &column, "[\"x\"]");
  add(&f, &column, "12");
  const ln_guess_trial* const integer = &column.trials[ln_guess_kind_find("integer", NULL)];
  CU_ASSERT_EQUAL(column.values, 8U);
  CU_ASSERT_EQUAL(column.empty, 1U);
  CU_ASSERT_EQUAL(column.blank, 1U);
  CU_ASSERT_EQUAL(column.padded, 1U);
  CU_ASSERT_EQUAL(column.zeros, 1U);
  CU_ASSERT_EQUAL(column.years, 1U);
  CU_ASSERT_EQUAL(column.bits, 1U);
  CU_ASSERT_EQUAL(column.arrays, 1U);
  CU_ASSERT_EQUAL(column.tokens[0], 1U);
  CU_ASSERT_EQUAL(column.row, 2U);
  CHECK_VIEW(column.first, "12");
  CU_ASSERT_EQUAL(column.repeats, 11U);
  CU_ASSERT_EQUAL(column.set.n, 6U);
  CU_ASSERT_EQUAL(integer->hits, 5U);
  CU_ASSERT_EQUAL(integer->misses, 2U);
  CU_ASSERT_EQUAL(integer->rows[0], 9U);
  CU_ASSERT_EQUAL(integer->rows[1], 10U);
  CHECK_VIEW(integer->example, "a|b|");
  CU_ASSERT_EQUAL(column.lists[0].cells, 1U);
  CU_ASSERT_EQUAL(column.lists[0].most, 3U);
  CU_ASSERT_EQUAL(column.lists[0].empty, 1U);
  ln_guess_set_clear(&column.set, &f.g.budget);
  ln_guess_set_clear(&column.items, &f.g.budget);
  forget(&f);
}

static void
hopeless_kinds_die(void)
{
  guess_fixture   f      = {0};
  ln_guess_column column = {0};
  f.g.budget             = 1U << 16U;
  CU_ASSERT_EQUAL_FATAL(ln_guess_kinds_new(&f.g.arena, &f.g.kinds), LN_OK);
  const ln_guess_trial* const integer = &column.trials[ln_guess_kind_find("integer", NULL)];
  const ln_guess_trial* const date    = &column.trials[ln_guess_kind_find("date", NULL)];
  for (int i = 0; i < 60; ++i) {
    add(&f, &column, i % 12 == 0 ? "x" : "7");
  }
  CU_ASSERT_FALSE(integer->dead); /* five of sixty miss */
  CU_ASSERT_TRUE(date->dead);
  CU_ASSERT_EQUAL(date->misses, 50U);
  ln_guess_set_clear(&column.set, &f.g.budget);
  ln_guess_set_clear(&column.items, &f.g.budget);
  forget(&f);
}

static void
long_examples_are_cut_between_letters(void)
{
  guess_fixture   f      = {0};
  ln_guess_column column = {0};
  f.g.budget             = 1U << 16U;
  CU_ASSERT_EQUAL_FATAL(ln_guess_kinds_new(&f.g.arena, &f.g.kinds), LN_OK);
  add(&f, &column, "012345678901234567890123456789012345678\xC3\xA9 and so on");
  CHECK_VIEW(column.first, "012345678901234567890123456789012345678");
  ln_guess_set_clear(&column.set, &f.g.budget);
  ln_guess_set_clear(&column.items, &f.g.budget);
  forget(&f);
}

static const unit_test tests[] = {
  {"counts", counts},
  {"hopeless kinds die", hopeless_kinds_die},
  {"long examples are cut between letters", long_examples_are_cut_between_letters},
};

UNIT_MAIN("run/guess_column", tests)
