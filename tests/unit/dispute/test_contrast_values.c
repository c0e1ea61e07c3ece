/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Properties of two things that are taken for one. */

#include "contrast_unit.h"

#define A "ann a Person\nann label \"Ann Lee\nann id \"wd:Q1\n"
#define B "x a Person\nx label \"Ann Lee\nx id \"wd:Q1\n"

static void
values(void)
{
  CHECK_CONTRAST(A "ann born \"1900\nann died \"1980\n",
                 B "x born \"1900-02\nx died \"1981\n",
                 "death same-identifier");
  // Some value of one side agrees with some of the other.
  CHECK_CONTRAST(A "ann born \"1900\nann born \"1910\n", B "x born \"1910\n", "same-identifier");
  CHECK_CONTRAST(A "ann born \"1900\n", B, "same-identifier");
}

static void
parts(void)
{
  CHECK_CONTRAST(A "ann place \"Cher, France\n", B "x place place/cher\n", "same-identifier");
  CHECK_CONTRAST(A "ann place \"Paris\n", B "x place place/cher\n", "place same-identifier");
}

/* The year is told only if the date was not told to differ. */
static void
unless(void)
{
  CHECK_CONTRAST(A "ann born \"1900\nann year \"1900\n",
                 B "x born \"1901\nx year \"1901\n",
                 "birth same-identifier");
  CHECK_CONTRAST(A "ann born \"1900\nann year \"1900\n",
                 B "x born \"1900\nx year \"1901\n",
                 "year same-identifier");
}

static void
counts(void)
{
  contrast_unit u = {0};
  CU_ASSERT_EQUAL(
    contrast_run(&u, A "ann born \"1900\nann died \"1980\n", B "x born \"1901\nx place \"Rome\n"),
    LN_OK);
  CU_ASSERT_EQUAL(u.contrast.matches[LN_MATCH_IDENTIFIER], 1U);
  for (size_t i = 0U; i < u.book.n; ++i) {
    const ln_property_count* const n    = &u.contrast.properties[i];
    const ln_view                  name = u.book.v[i].name;
    CU_ASSERT_EQUAL(n->agree, ln_view_equals(name, LN_V("name")) ? 1U : 0U);
    CU_ASSERT_EQUAL(n->differ, ln_view_equals(name, LN_V("birth")) ? 1U : 0U);
    CU_ASSERT_EQUAL(n->first, ln_view_equals(name, LN_V("death")) ? 1U : 0U);
    CU_ASSERT_EQUAL(n->second, ln_view_equals(name, LN_V("place")) ? 1U : 0U);
  }
  contrast_clear(&u);
}

static const unit_test tests[] = {
  {"values", values}, {"parts", parts}, {"unless", unless}, {"counts", counts}};

UNIT_MAIN("contrast values", tests)
