/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names, languages and hints out of titles. */

#include "guess_unit.h"

static void
hints(void)
{
  CU_ASSERT_TRUE(ln_guess_hint(LN_V("Birth Year"), "date year"));
  CU_ASSERT_TRUE(ln_guess_hint(LN_V("birthYear"), "year"));
  CU_ASSERT_TRUE(ln_guess_hint(LN_V("year_of_birth"), "year"));
  CU_ASSERT_TRUE(ln_guess_hint(LN_V("beginyear"), "year"));
  CU_ASSERT_TRUE(ln_guess_hint(LN_V("isAdult"), "is"));
  CU_ASSERT_FALSE(ln_guess_hint(LN_V("chris"), "is"));
  CU_ASSERT_FALSE(ln_guess_hint(LN_V("yearly"), "year"));
  CU_ASSERT_FALSE(ln_guess_hint(LN_V(""), "year"));
}

static void
langs(void)
{
  CHECK_VIEW(ln_view_of(ln_guess_lang(LN_V("name_en"))), "en");
  CHECK_VIEW(ln_view_of(ln_guess_lang(LN_V("Titre (fr)"))), "fr");
  CHECK_VIEW(ln_view_of(ln_guess_lang(LN_V("label@de"))), "de");
  CU_ASSERT_PTR_NULL(ln_guess_lang(LN_V("garden")));
  CU_ASSERT_PTR_NULL(ln_guess_lang(LN_V("name_id")));
  CU_ASSERT_PTR_NULL(ln_guess_lang(LN_V("name en)")));
  CU_ASSERT_PTR_NULL(ln_guess_lang(LN_V("en")));
}

static void
names(void)
{
  guess_fixture f = {0};
  learn(&f,
        "t.csv",
        LN_V("Birth place,birth-place,2nd,,\xE5\x90\x8D,n,n,n_2,_x,a.b,X\n"
             "a,b,c,d,e,f,g,h,i,j,k\n"));
  static const char* const expected[] = {"Birth_place",
                                         "birth_place",
                                         "x2nd",
                                         "column4",
                                         "column5",
                                         "n",
                                         "n_2",
                                         "n_2_2",
                                         "x_x",
                                         "a_b",
                                         "X"};
  CU_ASSERT_EQUAL_FATAL(f.tables[0].n, sizeof(expected) / sizeof(expected[0]));
  for (size_t i = 0U; i < f.tables[0].n; ++i) {
    CHECK_VIEW(f.tables[0].columns[i].name, expected[i]);
  }
  forget(&f);
}

static const unit_test tests[] = {
  {"hints", hints},
  {"languages", langs},
  {"names", names},
};

UNIT_MAIN("run/guess_title", tests)
