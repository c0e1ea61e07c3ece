/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Counting and reading what a store has; what is no answer is not taken for one. */

#include "store/store.h"

#include "canned.h"

static canned server;

#define ANSWER(type, body)                                                                         \
  "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: " type "\r\n\r\n" body
#define JSON(body) ANSWER("application/sparql-results+json", body)

static const char NONE[] = "HTTP/1.1 404 None\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

static ln_store*
open_store(const ln_endpoint* const endpoint)
{
  const ln_store_settings settings = {.endpoint = endpoint};
  ln_store*               store    = NULL;
  const char*             problem  = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_store_open(&settings, &store, &problem), LN_OK);
  CU_ASSERT(ln_store_can_read(store));
  return store;
}

/* The example of a result in SPARQL 1.1 Query Results JSON Format, cut to what is asked for. */
static void
counted_by_query(void)
{
  static const char* const ANSWERS[] = {
    JSON("{\"head\":{\"vars\":[\"n\"]},\"results\":{\"bindings\":[{\"n\":{\"type\":\"literal\","
         "\"datatype\":\"http://www.w3.org/2001/XMLSchema#integer\",\"value\":\"1203\"}}]}}"),
    JSON("{\"results\":{\"bindings\":[]}}"),
    JSON("{\"results\":{\"bindings\":[{\"n\":{\"value\":\"12a\"}}]}}"),
    JSON("{\"results\":{\"bindings\":[{\"n\":{\"value\":\"99999999999999999999999\"}}]}}"),
    ANSWER("text/html", "<html>login</html>")};
  char            url[64];
  uint64_t        n      = 0U;
  ln_store_result result = {.end = LN_STORE_FAILED};
  canned_start(&server, ANSWERS, 5U, url);
  const ln_endpoint endpoint = {.query = url, .graph = "a:g"};
  ln_store* const   store    = open_store(&endpoint);
  CU_ASSERT_EQUAL(ln_store_count(store, &n, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
  CU_ASSERT_EQUAL(n, 1203U);
  for (size_t i = 1U; i < 5U; ++i) {
    CU_ASSERT_EQUAL(ln_store_count(store, &n, &result), LN_OK);
    CU_ASSERT_EQUAL(result.end, LN_STORE_FAILED);
  }
  ln_store_close(store);
  canned_stop(&server);
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[0], "POST /store HTTP/1.1\r\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[0], "x-www-form-urlencoded\r\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[0], "query=SELECT%20%28COUNT%28%2A%29%20AS"));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[0], "GRAPH%20%3Ca%3Ag%3E"));
  ln_store_result_clear(&result);
}

static void
counted_by_lines(void)
{
  static const char* const ANSWERS[] = {
    ANSWER("application/n-triples", "<a:a> <a:b> \"\\n\" .\n# <a:x>\n\n  <a:a> <a:b> \"2\" . # y"),
    ANSWER("text/plain;charset=utf-8", "# none\n"),
    NONE,
    ANSWER("text/turtle", "<a:a> <a:b> 1 .\n")};
  static const uint64_t COUNTS[] = {2U, 0U, 0U};
  char                  url[64];
  uint64_t              n      = 7U;
  ln_store_result       result = {.end = LN_STORE_FAILED};
  canned_start(&server, ANSWERS, 4U, url);
  const ln_endpoint endpoint = {.graph_store = url};
  ln_store* const   store    = open_store(&endpoint);
  for (size_t i = 0U; i < 3U; ++i) {
    CU_ASSERT_EQUAL(ln_store_count(store, &n, &result), LN_OK);
    CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
    CU_ASSERT_EQUAL(n, COUNTS[i]);
  }
  CU_ASSERT_EQUAL(ln_store_count(store, &n, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_FAILED);
  CHECK_VIEW(ln_text_view(&result.said), "N-Triples were asked for, and text/turtle came");
  ln_store_close(store);
  canned_stop(&server);
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[0], "Accept: application/n-triples\r\n"));
  ln_store_result_clear(&result);
}

static ln_status
add_bytes(void* const self, const ln_view bytes)
{
  return ln_text_add(self, bytes);
}

/* Whole, through either URL; one that is cut off is not whole. */
static void
fetched(void)
{
  static const char* const ANSWERS[] = {
    ANSWER("application/n-triples", "<a:a> <a:b> <a:c> .\n"),
    ANSWER("application/n-triples", "<a:a> <a:b> <a:d> .\n"),
    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/n-triples\r\n"
    "Content-Length: 99\r\n\r\n<a:a>"};
  char            url[64];
  ln_text         text   = {0};
  ln_store_result result = {.end = LN_STORE_FAILED};
  canned_start(&server, ANSWERS, 3U, url);
  const ln_endpoint by_graph = {.graph_store = url};
  const ln_endpoint by_query = {.query = url};
  ln_store*         store    = open_store(&by_graph);
  CU_ASSERT_EQUAL(ln_store_fetch(store, add_bytes, &text, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
  ln_store_close(store);
  store = open_store(&by_query);
  CU_ASSERT_EQUAL(ln_store_fetch(store, add_bytes, &text, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
  CHECK_VIEW(ln_text_view(&text), "<a:a> <a:b> <a:c> .\n<a:a> <a:b> <a:d> .\n");
  CU_ASSERT_EQUAL(ln_store_fetch(store, add_bytes, &text, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_UNSURE);
  ln_store_close(store);
  canned_stop(&server);
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[1], "query=CONSTRUCT%20"));
  ln_text_clear(&text);
  ln_store_result_clear(&result);
}

static const unit_test TESTS[] = {{"counted by a query", counted_by_query},
                                  {"counted by lines", counted_by_lines},
                                  {"fetched", fetched}};

UNIT_MAIN("store/store_read", TESTS)
