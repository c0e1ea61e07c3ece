/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Keys of two columns. */

#include "guess_unit.h"

/* The columns of the key of a table, as tens and ones; 0 if it has none of two. */
static size_t
pair_of(const char* const header, const char* const rows)
{
  guess_fixture f    = {0};
  ln_text       text = {0};
  CU_ASSERT_EQUAL_FATAL(ln_text_format(&text, "%s\n%s", header, rows), LN_OK);
  learn(&f, "t.csv", ln_text_view(&text));
  ln_guess_keys(f.tables, 1U);
  const ln_guess_pair* const pair = f.tables[0].pair;
  const size_t               both = pair ? 10U * (pair->first + 1U) + pair->second + 1U : 0U;
  forget(&f);
  ln_text_clear(&text);
  return both;
}

/* Ten rows: two of each of five films; in the last column all is alike. */
static const char CAST[] = "a,1,x\na,2,x\nb,1,x\nb,2,x\nc,1,x\nc,2,x\nd,1,x\nd,2,x\ne,1,x\ne,2,x\n";

static void
found(void)
{
  CU_ASSERT_EQUAL(pair_of("film_id,ordering,job", CAST), 12U);
  CU_ASSERT_EQUAL(pair_of("film_id,person_id,job", CAST), 12U);
  CU_ASSERT_EQUAL(pair_of("place,film_id,job", CAST), 12U);
}

/* No title that sounds like it; a pair that comes twice; an empty cell; too few rows; a column that
   is a key by itself. */
static void
refused(void)
{
  CU_ASSERT_EQUAL(pair_of("film,person,job", CAST), 0U);
  CU_ASSERT_EQUAL(pair_of("film_id,person,ordering", CAST), 0U);
  CU_ASSERT_EQUAL(pair_of("film_id,ordering,job",
                          "a,1,x\na,2,x\nb,1,x\nb,2,x\nc,1,x\nc,2,x\nd,1,x\nd,2,x\ne,1,x\na,1,y\n"),
                  0U);
  CU_ASSERT_EQUAL(pair_of("film_id,ordering,job",
                          "a,1,x\na,2,x\nb,1,x\nb,2,x\nc,1,x\nc,2,x\nd,1,x\nd,2,x\ne,1,x\ne,,x\n"),
                  0U);
  CU_ASSERT_EQUAL(pair_of("film_id,ordering,job", "a,1,x\na,2,x\nb,1,x\nb,2,x\n"), 0U);
  CU_ASSERT_EQUAL(pair_of("film_id,ordering,id",
                          "a,1,0\na,2,1\nb,1,2\nb,2,3\nc,1,4\nc,2,5\nd,1,6\nd,2,7\ne,1,8\ne,2,9\n"),
                  0U);
}

/* The pair is kept apart by more than its letters: `a,bc` and `ab,c` are two. */
static void
apart(void)
{
  CU_ASSERT_EQUAL(
    pair_of("film_id,person_id", "a,aa\naa,a\nb,bb\nbb,b\nc,cc\ncc,c\nd,dd\ndd,d\ne,a\na,e\ne,b\n"),
    12U);
}

static void
no_memory(void)
{
  guess_fixture f = {0};
  CHECK_ALLOC_FAILURES(learn_with(&f, "t.csv", LN_V("film_id,ordering\na,1\na,2\nb,1\n"), 100U),
                       forget(&f));
  forget(&f);
}

static const unit_test TESTS[] = {
  {"found", found}, {"refused", refused}, {"apart", apart}, {"no memory", no_memory}};

UNIT_MAIN("run/guess_pair", TESTS)
