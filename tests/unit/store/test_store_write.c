/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a store is sent when a graph is replaced, emptied and added to. */

#include "store/store.h"

#include "canned.h"

static canned server;

static const char FINE[]  = "HTTP/1.1 204 Fine\r\nConnection: close\r\n\r\n";
static const char LARGE[] = "HTTP/1.1 413 Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
static const char NONE[]  = "HTTP/1.1 404 None\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
static const char BAD[]   = "HTTP/1.1 400 Bad\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

static ln_store*
open_store(const ln_endpoint* const endpoint, const bool gzip)
{
  const ln_store_settings settings = {.endpoint = endpoint, .gzip = gzip};
  ln_store*               store    = NULL;
  const char*             problem  = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_store_open(&settings, &store, &problem), LN_OK);
  return store;
}

static ln_status
read_text(void* const self, const uint64_t offset, char* const bytes, const size_t n)
{
  const char* const text = self;
  memcpy(bytes, text + offset, n);
  return LN_OK;
}

static bool
sent(const size_t i, const char* const part)
{
  const bool there = strstr(server.requests[i], part) != NULL;
  if (!there) {
    fprintf(stderr, "request %zu is %s\n", i, server.requests[i]);
  }
  return there;
}

static void
replaced(void)
{
  static const char* const ANSWERS[] = {FINE, NONE, FINE};
  char                     url[64];
  char                     text[] = "<a:a> <a:b> <a:c> .\n";
  ln_store_result          result = {.end = LN_STORE_FAILED};
  const ln_http_source     source = {read_text, text, sizeof(text) - 1U};
  canned_start(&server, ANSWERS, 3U, url);
  const ln_endpoint by_graph  = {.graph_store = url};
  const ln_endpoint by_update = {.update = url, .graph = "a:g"};
  ln_store*         store     = open_store(&by_graph, false);
  CU_ASSERT(ln_store_can_put(store));
  CU_ASSERT_EQUAL(ln_store_put(store, &source, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
  CU_ASSERT_EQUAL(ln_store_empty(store, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
  ln_store_close(store);
  store = open_store(&by_update, false);
  CU_ASSERT(!ln_store_can_put(store));
  CU_ASSERT_EQUAL(ln_store_empty(store, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
  ln_store_close(store);
  canned_stop(&server);
  CU_ASSERT(sent(0U, "PUT /store?default HTTP/1.1\r\n"));
  CU_ASSERT(sent(0U, "Content-Type: application/n-triples\r\n"));
  CU_ASSERT(sent(0U, "Content-Length: 20\r\n"));
  CU_ASSERT(sent(0U, "\r\n\r\n<a:a> <a:b> <a:c> .\n"));
  CU_ASSERT(sent(1U, "DELETE /store?default HTTP/1.1\r\n"));
  CU_ASSERT(sent(2U, "\r\n\r\nCLEAR SILENT GRAPH <a:g>"));
  ln_store_result_clear(&result);
}

/* In halves, as often as need be, and from then on; but not what has blank nodes. */
static void
added(void)
{
  static const char* const ANSWERS[] = {LARGE, LARGE, FINE, FINE, FINE, FINE, LARGE, LARGE};
  char                     url[64];
  ln_store_result          result = {.end = LN_STORE_FAILED};
  canned_start(&server, ANSWERS, 8U, url);
  const ln_endpoint endpoint = {.update = url, .graph = "a:g"};
  ln_store* const   store    = open_store(&endpoint, false);
  CU_ASSERT_EQUAL(ln_store_add(store, LN_V("<a:1> .\n<a:2> .\n<a:3> .\n<a:4> .\n"), true, &result),
                  LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
  CU_ASSERT_EQUAL(result.requests, 6U);
  CU_ASSERT_EQUAL(ln_store_add(store, LN_V("_:1 .\n_:2 .\n"), false, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_TOO_LARGE);
  CU_ASSERT_EQUAL(ln_store_add(store, LN_V("<a:4> .\n"), true, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_TOO_LARGE);
  ln_store_close(store);
  canned_stop(&server);
  CU_ASSERT(sent(0U, "INSERT DATA {\nGRAPH <a:g> {\n<a:1> .\n<a:2> .\n<a:3> .\n<a:4> .\n}}\n"));
  CU_ASSERT(sent(1U, "GRAPH <a:g> {\n<a:1> .\n<a:2> .\n}}\n"));
  CU_ASSERT(sent(2U, "GRAPH <a:g> {\n<a:1> .\n}}\n"));
  CU_ASSERT(sent(3U, "GRAPH <a:g> {\n<a:2> .\n}}\n"));
  CU_ASSERT(sent(4U, "GRAPH <a:g> {\n<a:3> .\n}}\n"));
  CU_ASSERT(sent(5U, "GRAPH <a:g> {\n<a:4> .\n}}\n"));
  CU_ASSERT(sent(6U, "GRAPH <a:g> {\n_:1 .\n_:2 .\n}}\n"));
  ln_store_result_clear(&result);
}

/* Asked with a body that says nothing, packed (RFC 1952 begins with 1F 8B). */
static void
packed(void)
{
  static const char* const ANSWERS[] = {FINE, BAD, FINE};
  char                     url[64];
  bool                     takes  = false;
  ln_store_result          result = {.end = LN_STORE_FAILED};
  canned_start(&server, ANSWERS, 3U, url);
  const ln_endpoint endpoint = {.graph_store = url};
  ln_store*         store    = open_store(&endpoint, false);
  CU_ASSERT_EQUAL(ln_store_takes_gzip(store, &takes, &result), LN_OK);
  CU_ASSERT(takes);
  CU_ASSERT_EQUAL(ln_store_takes_gzip(store, &takes, &result), LN_OK);
  CU_ASSERT(!takes);
  ln_store_close(store);
  store = open_store(&endpoint, true);
  CU_ASSERT_EQUAL(ln_store_add(store, LN_V("<a:1> .\n"), true, &result), LN_OK);
  CU_ASSERT_EQUAL(result.end, LN_STORE_DONE);
  ln_store_close(store);
  canned_stop(&server);
  CU_ASSERT(sent(0U, "\r\nContent-Encoding: gzip\r\n"));
  CU_ASSERT(sent(2U, "\r\nContent-Encoding: gzip\r\n"));
  CU_ASSERT(sent(2U, "\r\n\r\n\x1F\x8B"));
  ln_store_result_clear(&result);
}

static const unit_test TESTS[] = {{"replaced", replaced}, {"added", added}, {"packed", packed}};

UNIT_MAIN("store/store_write", TESTS)
