/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A request put together: its address, its body up to the limit. */

#include "serve/visit.h"
#include "unit.h"

static void
check_cut(const char* const uri, const char* const path, const char* const query)
{
  ln_visit* const v = ln_visit_new(uri);
  CU_ASSERT_PTR_NOT_NULL_FATAL(v);
  ln_visit_cut(v);
  CHECK_VIEW(v->request.path, path);
  CHECK_VIEW(v->request.query, query);
  ln_visit_free(v);
}

static void
test_cut(void)
{
  check_cut("/a?b=c?d", "/a", "b=c?d");
  check_cut("/a", "/a", "");
  check_cut("http://h:1/a?b", "/a", "b");
  check_cut("http://h", "", "");
  check_cut("*", "*", "");
}

static void
test_body(void)
{
  ln_visit* const v = ln_visit_new("/");
  CU_ASSERT_PTR_NOT_NULL_FATAL(v);
  CU_ASSERT_EQUAL(ln_visit_add(v, LN_V("abc"), 4U), LN_OK);
  CU_ASSERT_EQUAL(ln_visit_add(v, LN_V("d"), 4U), LN_OK);
  CU_ASSERT_FALSE(v->too_large);
  CU_ASSERT_EQUAL(ln_visit_add(v, LN_V("e"), 4U), LN_OK);
  CU_ASSERT_TRUE(v->too_large);
  CHECK_VIEW(ln_text_view(&v->body), "abcd");
  ln_visit_free(v);
  ln_visit_free(NULL);
  for (size_t n = 1U; n <= 2U; ++n) {
    ln_alloc_fail_at(n);
    CU_ASSERT_PTR_NULL(ln_visit_new("/"));
    ln_alloc_fail_at(0U);
  }
}

static const unit_test tests[] = {{"cut", test_cut}, {"body", test_body}};

UNIT_MAIN("serve/visit", tests)
