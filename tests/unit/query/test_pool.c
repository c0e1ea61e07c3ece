/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Terms of a query: one number for one term; a mark cuts off what came later. */

#include "unit.h"

#include "query_data.h"

#include "query/pool.h"

static void
numbers(void)
{
  ln_dataset* const  set   = small_dataset();
  ln_pool* const     pool  = ln_pool_new(set);
  const ln_read_term known = {.kind = LN_IRI, .text = LN_V("http://x/a")};
  const ln_read_term fresh = {.kind = LN_LITERAL, .text = LN_V("new"), .lang = LN_V("EN")};
  const ln_read_term lower = {.kind = LN_LITERAL, .text = LN_V("new"), .lang = LN_V("en")};
  uint32_t           a     = 0U;
  uint32_t           b     = 0U;
  uint32_t           c     = 0U;
  CU_ASSERT_PTR_NOT_NULL_FATAL(pool);
  CU_ASSERT_EQUAL(ln_pool_add(pool, &known, &a), LN_OK);
  CU_ASSERT(a < ln_dataset_terms(set));
  CU_ASSERT_EQUAL(ln_pool_add(pool, &fresh, &b), LN_OK);
  CU_ASSERT_EQUAL(ln_pool_add(pool, &lower, &c), LN_OK);
  CU_ASSERT(b >= ln_dataset_terms(set));
  CU_ASSERT_EQUAL(b, c);
  CHECK_VIEW(ln_pool_term(pool, b).lang, "en");
  ln_pool_mark(pool);
  CU_ASSERT_EQUAL(ln_pool_blank(pool, &c), LN_OK);
  CU_ASSERT_EQUAL(ln_pool_kind(pool, c), LN_BLANK);
  ln_pool_reset(pool);
  CU_ASSERT_EQUAL(ln_pool_blank(pool, &a), LN_OK);
  CU_ASSERT_EQUAL(a, c);
  CU_ASSERT_EQUAL(ln_pool_add(pool, &fresh, &a), LN_OK);
  CU_ASSERT_EQUAL(a, b);
  CU_ASSERT_PTR_EQUAL(ln_pool_set(pool), set);
  CU_ASSERT(ln_pool_used(pool) > 0U);
  ln_pool_free(pool);
  ln_pool_free(NULL);
  ln_dataset_free(set);
}

static ln_status
add_one(const ln_dataset* const set)
{
  ln_pool* const     pool   = ln_pool_new(set);
  const ln_read_term fresh  = {.kind = LN_IRI, .text = LN_V("http://y/")};
  uint32_t           number = 0U;
  const ln_status    st     = pool ? ln_pool_add(pool, &fresh, &number) : LN_NO_MEM;
  ln_pool_free(pool);
  return st;
}

static void
no_memory(void)
{
  ln_dataset* const set = small_dataset();
  CHECK_ALLOC_FAILURES(add_one(set), (void)0);
  ln_dataset_free(set);
}

static const unit_test TESTS[] = {{"numbers", numbers}, {"no memory", no_memory}};

UNIT_MAIN("query/pool", TESTS)
