/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Endpoints: their members by name, what cannot be one, and the URL of a graph. */

#include "store/endpoint.h"

#include "unit.h"

static void
members(void)
{
  static const char* const NAMES[] = {
    "graph-store", "update", "query", "graph", "kind", "login", "ca-file"};
  ln_endpoint        endpoint = {.update = "u", .ca_file = "c"};
  const char* const* value    = NULL;
  const char**       slot     = NULL;
  for (size_t i = 0U; i < 7U; ++i) {
    CU_ASSERT_STRING_EQUAL(ln_endpoint_member(&endpoint, i, &value), NAMES[i]);
    CU_ASSERT_STRING_EQUAL(ln_endpoint_slot(&endpoint, i, &slot), NAMES[i]);
    CU_ASSERT_PTR_EQUAL(value, slot);
  }
  CU_ASSERT_PTR_EQUAL(value, &endpoint.ca_file);
  CU_ASSERT_PTR_NULL(ln_endpoint_member(&endpoint, 7U, &value));
  CU_ASSERT_PTR_NULL(ln_endpoint_slot(&endpoint, 7U, &slot));
}

static void
checked(void)
{
  ln_text           error = {0};
  const ln_endpoint good = {.graph_store = "http://a/data", .query = "https://b/q", .graph = "c:d"};
  const ln_endpoint shown = {.update = "http://dba:s3cret@a/update"};
  const ln_endpoint blank = {.update = "http://a/update", .graph = "my graph"};
  CU_ASSERT_EQUAL(ln_endpoint_check(&good, &error), LN_OK);
  CU_ASSERT_EQUAL(error.n, 0U);
  CU_ASSERT_EQUAL(ln_endpoint_check(&shown, &error), LN_USAGE);
  CU_ASSERT_PTR_NOT_NULL(strstr(error.s, "the URL of --update will not do: it holds a name"));
  CU_ASSERT_PTR_NULL(strstr(error.s, "s3cret"));
  ln_text_reset(&error);
  CU_ASSERT_EQUAL(ln_endpoint_check(&blank, &error), LN_USAGE);
  CU_ASSERT_PTR_NOT_NULL(strstr(error.s, "--graph must be an absolute IRI"));
  ln_text_clear(&error);
}

static void
graph_urls(void)
{
  ln_text           url    = {0};
  const ln_endpoint named  = {.graph_store = "http://a/data", .graph = "http://b/c?d=e#f"};
  const ln_endpoint asked  = {.graph_store = "http://a/data?repo=x", .graph = "c:\xC3\xA9"};
  const ln_endpoint single = {.graph_store = "http://a/data"};
  CU_ASSERT_EQUAL(ln_endpoint_graph_url(&named, &url), LN_OK);
  CHECK_VIEW(ln_text_view(&url), "http://a/data?graph=http%3A%2F%2Fb%2Fc%3Fd%3De%23f");
  ln_text_reset(&url);
  CU_ASSERT_EQUAL(ln_endpoint_graph_url(&asked, &url), LN_OK);
  CHECK_VIEW(ln_text_view(&url), "http://a/data?repo=x&graph=c%3A%C3%A9");
  ln_text_clear(&url);
  CHECK_ALLOC_FAILURES(
    ln_endpoint_graph_url(&single, &url), if (st_ != LN_OK) { ln_text_clear(&url); });
  CHECK_VIEW(ln_text_view(&url), "http://a/data?default");
  ln_text_clear(&url);
}

static const unit_test TESTS[] = {
  {"members", members}, {"checked", checked}, {"URLs of graphs", graph_urls}};

UNIT_MAIN("store/endpoint", TESTS)
