/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Triples in two orders, each once. */

#include "unit.h"

#include "graph/term_table.h"
#include "graph/triple_set.h"

static void
small(void)
{
  static const uint32_t TRIPLES[][3] = {
    {5, 1, 9}, {5, 1, 7}, {5, 2, 7}, {5, 1, 9}, {0, 1, 9}, {7, 3, 5}, {5, 2, 7}, {5, 2, 7}};
  ln_triple_set* const set = ln_triple_set_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(set);
  for (size_t i = 0U; i < sizeof(TRIPLES) / sizeof(TRIPLES[0]); ++i) {
    CU_ASSERT_EQUAL(ln_triple_set_add(set, TRIPLES[i][0], TRIPLES[i][1], TRIPLES[i][2]), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_triple_set_seal(set), LN_OK);
  CU_ASSERT_EQUAL(ln_triple_set_size(set), 5U);
  CU_ASSERT_EQUAL(ln_triple_set_terms(set), 10U);
  const ln_halves of = ln_triple_set_of(set, 5U);
  CU_ASSERT_EQUAL_FATAL(of.n, 3U);
  CU_ASSERT_EQUAL(ln_half_node(of.v[0]), 7U);
  CU_ASSERT_EQUAL(ln_half_node(of.v[1]), 9U);
  CU_ASSERT_EQUAL(ln_half_predicate(of.v[2]), 2U);
  const ln_halves to = ln_triple_set_subjects(set, 1U, 9U);
  CU_ASSERT_EQUAL_FATAL(to.n, 2U);
  CU_ASSERT_EQUAL(ln_half_node(to.v[0]), 0U);
  CU_ASSERT_EQUAL(ln_half_node(to.v[1]), 5U);
  CU_ASSERT_EQUAL(ln_triple_set_to(set, 7U).n, 2U);
  CU_ASSERT_EQUAL(ln_triple_set_object(set, 5U, 2U), 7U);
  CU_ASSERT_EQUAL(ln_triple_set_object(set, 5U, 1U), LN_NO_TERM); // two
  CU_ASSERT_EQUAL(ln_triple_set_object(set, 5U, 3U), LN_NO_TERM); // none
  CU_ASSERT(ln_triple_set_has(set, 7U, 3U, 5U));
  CU_ASSERT_FALSE(ln_triple_set_has(set, 7U, 3U, 6U));
  CU_ASSERT_EQUAL(ln_triple_set_of(set, 1000U).n, 0U);
  CU_ASSERT_EQUAL(ln_triple_set_objects(set, 1U, 1U).n, 0U);
  ln_triple_set_free(set);
  ln_triple_set_free(NULL);
}

static void
empty(void)
{
  ln_triple_set* const set = ln_triple_set_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(set);
  CU_ASSERT_EQUAL(ln_triple_set_seal(set), LN_OK);
  CU_ASSERT_EQUAL(ln_triple_set_size(set), 0U);
  CU_ASSERT_EQUAL(ln_triple_set_to(set, 0U).n, 0U);
  ln_triple_set_free(set);
}

/* Many triples of few terms, in no order, against a table of what was added. */
static ln_status
fill(ln_triple_set* const set, unsigned char seen[50][10][50], size_t* const n)
{
  uint32_t random = 1U;
  for (size_t i = 0U; i < 20000U; ++i) {
    random           = random * 1664525U + 1013904223U;
    const uint32_t s = (random >> 8U) % 50U;
    const uint32_t p = (random >> 16U) % 10U;
    const uint32_t o = (random >> 24U) % 50U;
    *n += seen[s][p][o] == 0U;
    seen[s][p][o] = 1U;
    LN_TRY(ln_triple_set_add(set, s, p, o));
  }
  return ln_triple_set_seal(set);
}

static void
many(void)
{
  static unsigned char seen[50][10][50];
  size_t               n   = 0U;
  ln_triple_set* const set = ln_triple_set_new();
  CU_ASSERT_PTR_NOT_NULL_FATAL(set);
  memset(seen, 0, sizeof(seen));
  CU_ASSERT_EQUAL_FATAL(fill(set, seen, &n), LN_OK);
  CU_ASSERT_EQUAL(ln_triple_set_size(set), n);
  size_t wrong = 0U;
  size_t back  = 0U;
  for (uint32_t s = 0U; s < 50U; ++s) {
    for (uint32_t p = 0U; p < 10U; ++p) {
      for (uint32_t o = 0U; o < 50U; ++o) {
        wrong += ln_triple_set_has(set, s, p, o) != (seen[s][p][o] != 0U);
      }
      back += ln_triple_set_subjects(set, p, s).n;
    }
  }
  CU_ASSERT_EQUAL(wrong, 0U);
  CU_ASSERT_EQUAL(back, n);
  ln_triple_set_free(set);
}

static ln_status
build(void)
{
  ln_triple_set* const set = ln_triple_set_new();
  ln_status            st  = set ? LN_OK : LN_NO_MEM;
  for (uint32_t i = 0U; st == LN_OK && i < 3000U; ++i) {
    st = ln_triple_set_add(set, i, 1U, 2U);
  }
  st = st == LN_OK ? ln_triple_set_seal(set) : st;
  ln_triple_set_free(set);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(build(), (void)0);
}

static const unit_test TESTS[] = {
  {"small", small}, {"empty", empty}, {"many", many}, {"no memory", no_memory}};

UNIT_MAIN("graph/triple_set", TESTS)
