/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The talk with a store: repeated where it helps, told in words, known before it begins. */

#include "store/store.h"

#include "canned.h"

static canned server;

static const char FINE[] = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

static ln_store*
open_store(const ln_endpoint* const endpoint)
{
  const ln_store_settings settings = {
    .endpoint = endpoint, .http = {.connect_ms = 1000U}, .retry = {.most = 2U, .first_ms = 1U}};
  ln_store*   store   = NULL;
  const char* problem = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_store_open(&settings, &store, &problem), LN_OK);
  return store;
}

/* Too busy once, cut off once, then done. */
static void
repeated(void)
{
  static const char* const ANSWERS[] = {
    "HTTP/1.1 503 Busy\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", NULL, FINE};
  char            url[64];
  ln_store_result result = {.end = LN_STORE_FAILED};
  canned_start(&server, ANSWERS, 3U, url);
  const ln_endpoint endpoint = {.update = url};
  ln_store* const   store    = open_store(&endpoint);
  CU_ASSERT_EQUAL(ln_store_update(store, LN_V("CLEAR ALL"), LN_REPEAT_HARMLESS, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
  CU_ASSERT_EQUAL(result.requests, 3U);
  CU_ASSERT_EQUAL(result.repeated, 2U);
  ln_store_close(store);
  ln_store_close(NULL);
  canned_stop(&server);
  CU_ASSERT_PTR_NOT_NULL(
    strstr(server.requests[2], "Content-Type: application/sparql-update; charset=utf-8\r\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[2], "\r\n\r\nCLEAR ALL"));
  ln_store_result_clear(&result);
}

/* What must not be done twice is not, and what was said is one line. */
static void
not_repeated(void)
{
  static const char* const ANSWERS[] = {
    NULL,
    "HTTP/1.1 400 No\r\nConnection: close\r\nServer: Canned/2\r\nContent-Length: 12\r\n\r\n"
    " a \r\n\r\n line\n",
    "HTTP/1.1 307 Away\r\nConnection: close\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n"};
  char            url[64];
  ln_store_result result = {.end = LN_STORE_DONE};
  canned_start(&server, ANSWERS, 3U, url);
  const ln_endpoint endpoint = {.update = url};
  ln_store* const   store    = open_store(&endpoint);
  CU_ASSERT_EQUAL(ln_store_update(store, LN_V("x"), LN_REPEAT_HARMFUL, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_UNSURE);
  CU_ASSERT_EQUAL(result.requests, 1U);
  CU_ASSERT_EQUAL(ln_store_update(store, LN_V("x"), LN_REPEAT_HARMLESS, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_FAILED);
  CU_ASSERT_EQUAL(result.status, 400);
  CHECK_VIEW(ln_text_view(&result.said), "a line");
  CHECK_VIEW(ln_text_view(&result.server), "Canned/2");
  CU_ASSERT_EQUAL(ln_store_update(store, LN_V("x"), LN_REPEAT_HARMLESS, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_FAILED);
  CU_ASSERT_PTR_NOT_NULL(strstr(result.said.s, "redirects are not followed"));
  ln_store_close(store);
  canned_stop(&server);
  ln_store_result_clear(&result);
}

/* A graph that is not there is no reason not to begin; a store that will not have us is. */
static void
greeted(void)
{
  static const char* const ANSWERS[] = {
    "HTTP/1.1 404 None\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\nlong",
    "HTTP/1.1 403 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"};
  static const ln_store_end ENDS[] = {LN_STORE_DONE, LN_STORE_DONE, LN_STORE_DENIED};
  char                      url[64];
  ln_store_result           result = {.end = LN_STORE_FAILED};
  canned_start(&server, ANSWERS, 3U, url);
  const ln_endpoint endpoint = {.graph_store = url, .graph = "a:b"};
  ln_store* const   store    = open_store(&endpoint);
  for (size_t i = 0U; i < 3U; ++i) {
    CU_ASSERT_EQUAL(ln_store_greet(store, &result), LN_OK);
    CU_ASSERT_EQUAL(result.end, ENDS[i]);
  }
  canned_stop(&server);
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[0], "GET /store?graph=a%3Ab HTTP/1.1\r\n"));
  CU_ASSERT_EQUAL(ln_store_greet(store, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_UNREACHED);
  CU_ASSERT_EQUAL(result.repeated, 2U);
  ln_store_close(store);
  ln_store_result_clear(&result);
}

static void
no_memory(void)
{
  const ln_endpoint       endpoint = {.graph_store = "http://127.0.0.1:1/", .graph = "a:b"};
  const ln_store_settings settings = {.endpoint = &endpoint};
  ln_store*               store    = NULL;
  const char*             problem  = NULL;
  CHECK_ALLOC_FAILURES(ln_store_open(&settings, &store, &problem), ln_store_close(store));
}

static const unit_test TESTS[] = {{"repeated", repeated},
                                  {"not repeated", not_repeated},
                                  {"greeted", greeted},
                                  {"no memory", no_memory}};

UNIT_MAIN("store/store", TESTS)
