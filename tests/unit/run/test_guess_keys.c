/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Keys, and who refers to them. */

#include "guess_unit.h"

static size_t
key_of(const char* const text)
{
  guess_fixture f = {0};
  learn(&f, "t.csv", ln_view_of(text));
  ln_guess_keys(f.tables, 1U);
  const size_t key = f.tables[0].key;
  forget(&f);
  return key;
}

static void
keys(void)
{
  CU_ASSERT_EQUAL(key_of("name,id\na,1\nb,2\n"), 1U);
  CU_ASSERT_EQUAL(key_of("filmId,id\na,1\nb,2\n"), 1U);
  CU_ASSERT_EQUAL(key_of("name,filmId,castId\na,1,5\nb,2,6\n"), 1U);
  CU_ASSERT_EQUAL(key_of("id,n\na,1\na,2\n"), SIZE_MAX);
  CU_ASSERT_EQUAL(key_of("id,n\na,1\n,2\n"), SIZE_MAX);
  CU_ASSERT_EQUAL(key_of("name,n\na,1\nb,2\n"), SIZE_MAX);
  CU_ASSERT_EQUAL(key_of("name,n\na,1\nb,2\nc,1\nd,1\ne,1\nf,1\ng,1\nh,1\ni,1\nj,1\n"), 0U);
  CU_ASSERT_EQUAL(key_of("when,id\n1968-01-01,x\n1968-01-02,x\n"), SIZE_MAX);
}

static void
references(void)
{
  guess_fixture f = {0};
  learn(&f, "artists.csv", LN_V("id,name\n1,Ada\n2,Ben\n3,Cy\n"));
  learn(&f, "works.csv", LN_V("work,artistId,year\nx,1,1990\ny,2,1991\nz,2,1992\n"));
  learn(&f, "other.csv", LN_V("n,artist_id\n1,1\n2,9\n3,\n"));
  ln_guess_keys(f.tables, 3U);
  const ln_guess* const whole = &f.tables[1].guesses[1];
  CU_ASSERT_PTR_EQUAL(whole->other, &f.tables[0]);
  CU_ASSERT_TRUE(whole->refers);
  CU_ASSERT_EQUAL(whole->found, 2U);
  CU_ASSERT_PTR_NULL(f.tables[1].guesses[2].other);
  const ln_guess* const half = &f.tables[2].guesses[1];
  CU_ASSERT_PTR_EQUAL(half->other, &f.tables[0]);
  CU_ASSERT_FALSE(half->refers);
  CU_ASSERT_EQUAL(half->found, 1U);
  CU_ASSERT_PTR_NULL(f.tables[2].guesses[0].other);
  forget(&f);
}

static void
one_to_one(void)
{
  guess_fixture f = {0};
  learn(&f, "a.csv", LN_V("tconst,x\n1,a\n2,b\n"));
  learn(&f, "b.csv", LN_V("tconst,y\n1,a\n2,b\n"));
  ln_guess_keys(f.tables, 2U);
  CU_ASSERT_PTR_NULL(f.tables[0].guesses[0].other);
  CU_ASSERT_PTR_EQUAL(f.tables[1].guesses[0].other, &f.tables[0]);
  forget(&f);
}

static void
rows_unread(void)
{
  guess_fixture f = {0};
  CU_ASSERT_EQUAL(learn_with(&f, "a.csv", LN_V("a_id\n1\n2\n3\n"), 2U), LN_OK);
  CU_ASSERT_EQUAL(learn_with(&f, "b.csv", LN_V("n,a_id\nx,1\nx,1\n"), 2U), LN_OK);
  ln_guess_keys(f.tables, 2U);
  CU_ASSERT_PTR_EQUAL(f.tables[1].guesses[1].other, &f.tables[0]);
  CU_ASSERT_FALSE(f.tables[1].guesses[1].refers);
  forget(&f);
}

static const unit_test tests[] = {
  {"keys", keys},
  {"references", references},
  {"one to one", one_to_one},
  {"rows unread", rows_unread},
};

UNIT_MAIN("run/guess_keys", tests)
