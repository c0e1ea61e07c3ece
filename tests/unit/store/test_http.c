/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Requests as a server sees them, and every way in which they end. */

#include "store/http.h"

#include "canned.h"

static const char OK_EMPTY[] = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

static canned server;

static void
send_one(const ln_http_policy* const  policy,
         const ln_http_request* const request,
         ln_http_answer* const        answer)
{
  ln_http*    http    = NULL;
  const char* problem = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_http_new(policy, &http, &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_http_send(http, request, answer), LN_OK);
  ln_http_free(http);
}

/* A body has its length and nothing else is asked of the server. */
static void
body(void)
{
  static const char* const ANSWERS[] = {
    "HTTP/1.1 201 Created\r\nConnection: close\r\nServer: Canned/1\r\nContent-Type: text/plain\r\n"
    "Content-Length: 4\r\n\r\nmade"};
  static const char* const HEADERS[] = {"Content-Type: application/n-triples"};
  char                     url[64];
  ln_http_answer           answer = {.end = LN_HTTP_FAILED};
  canned_start(&server, ANSWERS, 1U, url);
  const ln_http_request request = {
    .method = "PUT", .url = url, .headers = HEADERS, .n_headers = 1U, .body = LN_V("<a:a> .\n")};
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  canned_stop(&server);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_ANSWERED);
  CU_ASSERT_EQUAL(answer.status, 201);
  CHECK_VIEW(ln_text_view(&answer.body), "made");
  CHECK_VIEW(ln_text_view(&answer.type), "text/plain");
  CHECK_VIEW(ln_text_view(&answer.server), "Canned/1");
  CHECK_VIEW(ln_text_view(&answer.problem), "");
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[0], "PUT /store HTTP/1.1\r\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[0], "\r\nContent-Length: 8\r\n"));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[0], "\r\n\r\n<a:a> .\n"));
  CU_ASSERT_PTR_NULL(strstr(server.requests[0], "Expect:"));
  CU_ASSERT_PTR_NULL(strstr(server.requests[0], "Transfer-Encoding"));
  CU_ASSERT_PTR_NULL(strstr(server.requests[0], "Authorization"));
  ln_http_answer_clear(&answer);
}

/* Who we are is told when it was asked for, and from then on; the body comes whole each time. */
static ln_status
read_abc(void* const self, const uint64_t offset, char* const bytes, const size_t n)
{
  const char* const text = self;
  memcpy(bytes, text + offset, n);
  return LN_OK;
}

static void
login(void)
{
  static const char* const ANSWERS[] = {
    "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
    "Content-Length: 2\r\n\r\nno",
    OK_EMPTY,
    OK_EMPTY};
  char                 text[] = "abc";
  char                 url[64];
  ln_http*             http    = NULL;
  const char*          problem = NULL;
  ln_http_answer       answer  = {.end = LN_HTTP_FAILED};
  const ln_http_policy policy  = {.login = {.user = "Aladdin", .password = "open sesame"}};
  const ln_http_source source  = {read_abc, text, 3U};
  canned_start(&server, ANSWERS, 3U, url);
  const ln_http_request request = {.method = "POST", .url = url, .source = &source};
  CU_ASSERT_EQUAL_FATAL(ln_http_new(&policy, &http, &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_http_send(http, &request, &answer), LN_OK);
  CU_ASSERT_EQUAL(answer.status, 204);
  CU_ASSERT_EQUAL(answer.body.n, 0U);
  CU_ASSERT_EQUAL(ln_http_send(http, &request, &answer), LN_OK);
  CU_ASSERT_EQUAL(answer.status, 204);
  ln_http_free(http);
  canned_stop(&server);
  /* The example of RFC 7617, section 2. */
  static const char TOLD[] = "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n";
  CU_ASSERT_PTR_NULL(strstr(server.requests[0], "Authorization"));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[1], TOLD));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[2], TOLD));
  for (size_t i = 0U; i < 3U; ++i) {
    CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[i], "\r\n\r\nabc"));
  }
  ln_http_answer_clear(&answer);
}

/* Digest is taken where both are offered; counts go on; the password is in none of it. */
static void
digest(void)
{
  static const char* const ANSWERS[] = {
    "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
    "WWW-Authenticate: Digest realm=\"r\", nonce=\"n1\", qop=\"auth\"\r\nContent-Length: 0\r\n\r\n",
    OK_EMPTY,
    OK_EMPTY};
  char                 url[64];
  ln_http*             http    = NULL;
  const char*          problem = NULL;
  ln_http_answer       answer  = {.end = LN_HTTP_FAILED};
  const ln_http_policy policy  = {.login = {.user = "dba", .password = "sesame"}};
  canned_start(&server, ANSWERS, 3U, url);
  const ln_http_request ask  = {.method = "GET", .url = url};
  const ln_http_request tell = {.method = "PUT", .url = url, .body = LN_V("abc")};
  CU_ASSERT_EQUAL_FATAL(ln_http_new(&policy, &http, &problem), LN_OK);
  CU_ASSERT_EQUAL(ln_http_send(http, &ask, &answer), LN_OK);
  CU_ASSERT_EQUAL(answer.status, 204);
  CU_ASSERT_EQUAL(ln_http_send(http, &tell, &answer), LN_OK);
  CU_ASSERT_EQUAL(answer.status, 204);
  ln_http_free(http);
  canned_stop(&server);
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[1], "Authorization: Digest username=\"dba\""));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[1], "nc=00000001"));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[2], "nc=00000002"));
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[2], "\r\n\r\nabc"));
  for (size_t i = 0U; i < 3U; ++i) {
    CU_ASSERT_PTR_NULL(strstr(server.requests[i], "sesame"));
  }
  ln_http_answer_clear(&answer);
}

/* A wrong password is told once; a token at once. */
static void
refused(void)
{
  static const char* const ANSWERS[] = {
    "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
    "Content-Length: 0\r\n\r\n",
    "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
    "Content-Length: 0\r\n\r\n",
    OK_EMPTY};
  char           url[64];
  ln_http_answer answer = {.end = LN_HTTP_FAILED};
  canned_start(&server, ANSWERS, 3U, url);
  const ln_http_request request = {.method = "GET", .url = url};
  send_one(&(ln_http_policy){.login = {.user = "dba", .password = "wrong"}}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_ANSWERED);
  CU_ASSERT_EQUAL(answer.status, 401);
  send_one(&(ln_http_policy){.login = {.token = "t0k"}}, &request, &answer);
  CU_ASSERT_EQUAL(answer.status, 204);
  canned_stop(&server);
  CU_ASSERT_PTR_NOT_NULL(strstr(server.requests[2], "Authorization: Bearer t0k\r\n"));
  ln_http_answer_clear(&answer);
}

/* A token would go to another machine in the clear: nothing is sent. */
static void
in_the_clear(void)
{
  ln_http_answer        answer  = {.end = LN_HTTP_ANSWERED};
  const ln_http_request request = {.method = "GET", .url = "http://192.0.2.1/store"};
  send_one(&(ln_http_policy){.login = {.token = "t0k"}}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_FAILED);
  CU_ASSERT_PTR_NOT_NULL_FATAL(answer.problem.s);
  CU_ASSERT_PTR_NOT_NULL(strstr(answer.problem.s, "without TLS"));
  CU_ASSERT_PTR_NULL(strstr(answer.problem.s, "t0k"));
  ln_http_answer_clear(&answer);
}

/* Redirects lead nowhere, and what a server asks for by Retry-After is told. */
static void
headers(void)
{
  static const char* const ANSWERS[] = {
    "HTTP/1.1 307 Elsewhere\r\nConnection: close\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n",
    "HTTP/1.1 503 Busy\r\nConnection: close\r\nRetry-After: 7\r\nContent-Length: "
    "9\r\n\r\n123456789"};
  char           url[64];
  ln_http_answer answer = {.end = LN_HTTP_FAILED};
  canned_start(&server, ANSWERS, 2U, url);
  ln_http_request request = {.method = "PUT", .url = url, .body = LN_V("abc"), .keep = 4U};
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_EQUAL(answer.status, 307);
  CU_ASSERT_PTR_NOT_NULL_FATAL(answer.location.s);
  CU_ASSERT_PTR_NOT_NULL(strstr(answer.location.s, "/other"));
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_EQUAL(answer.status, 503);
  CU_ASSERT_EQUAL(answer.location.n, 0U);
  CU_ASSERT_DOUBLE_EQUAL(answer.retry_after, 7.0, 0.0);
  CHECK_VIEW(ln_text_view(&answer.body), "1234");
  CU_ASSERT(answer.cut);
  canned_stop(&server);
  ln_http_answer_clear(&answer);
}

static ln_status
take_four(void* const self, const ln_view bytes)
{
  ln_text* const text = self;
  LN_TRY(ln_text_add(text, bytes));
  return text->n >= 4U ? LN_END : LN_OK;
}

static ln_status
take_nothing(void* const self, const ln_view bytes)
{
  (void)self;
  (void)bytes;
  return LN_IO;
}

/* The body of a good answer may be taken as it comes, and left. */
static void
taken(void)
{
  static const char GOOD[] =
    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 6\r\n\r\nabcdef";
  static const char* const ANSWERS[] = {
    GOOD, GOOD, "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 3\r\n\r\nnot"};
  char           url[64];
  ln_http_answer answer = {.end = LN_HTTP_FAILED};
  ln_text        text   = {0};
  canned_start(&server, ANSWERS, 3U, url);
  ln_http_request request = {.method = "GET", .url = url, .take = take_four, .self = &text};
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_ANSWERED);
  CU_ASSERT_EQUAL(answer.status, 200);
  CHECK_VIEW(ln_view_first(ln_text_view(&text), 4U), "abcd");
  request.take = take_nothing;
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_REFUSED);
  CU_ASSERT_EQUAL(answer.failure, LN_IO);
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_ANSWERED);
  CU_ASSERT_EQUAL(answer.status, 404);
  CHECK_VIEW(ln_text_view(&answer.body), "not");
  canned_stop(&server);
  ln_text_clear(&text);
  ln_http_answer_clear(&answer);
}

/* Ends without an answer: cut before and in the middle of it, nobody there, TLS that is none. */
static void
cut_off(void)
{
  static const char* const ANSWERS[] = {
    NULL, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabc", NULL};
  char           url[64];
  char           tls[80];
  ln_http_answer answer = {.end = LN_HTTP_ANSWERED};
  canned_start(&server, ANSWERS, 3U, url);
  ln_http_request request = {.method = "GET", .url = url};
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_CUT);
  CU_ASSERT(answer.problem.n > 0U);
  CU_ASSERT_EQUAL(answer.status, 0);
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_CUT);
  snprintf(tls, sizeof(tls), "https%s", url + 4);
  request.url = tls;
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_NOT_EQUAL(answer.end, LN_HTTP_ANSWERED);
  canned_stop(&server);
  request.url = url;
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_UNREACHED);
  ln_http_answer_clear(&answer);
}

/* A listener that nobody answers for. */
static void
silent(void)
{
  volatile sig_atomic_t stop = 0;
  char                  url[64];
  ln_http_answer        answer = {.end = LN_HTTP_ANSWERED};
  canned_start(&server, NULL, 0U, url);
  const ln_http_request request = {.method = "GET", .url = url};
  send_one(&(ln_http_policy){.idle_ms = 50U, .stop = &stop}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_SILENT);
  CHECK_VIEW(ln_text_view(&answer.problem), "nothing came from the server for too long");
  stop = 1;
  send_one(&(ln_http_policy){.stop = &stop}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_STOPPED);
  canned_stop(&server);
  ln_http_answer_clear(&answer);
}

static ln_status
read_nothing(void* const self, const uint64_t offset, char* const bytes, const size_t n)
{
  (void)self;
  (void)offset;
  (void)bytes;
  (void)n;
  return LN_IO;
}

/* A body that cannot be read ends the request; memory that ends is told. */
static void
failing(void)
{
  static const char* const ANSWERS[] = {
    NULL, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabc", NULL, NULL};
  char           url[64];
  ln_http*       http    = NULL;
  const char*    problem = NULL;
  ln_http_answer answer  = {.end = LN_HTTP_ANSWERED};
  canned_start(&server, ANSWERS, 4U, url);
  const ln_http_source  source  = {read_nothing, NULL, 9U};
  const ln_http_request request = {.method = "PUT", .url = url, .source = &source};
  send_one(&(ln_http_policy){.stop = NULL}, &request, &answer);
  CU_ASSERT_EQUAL(answer.end, LN_HTTP_REFUSED);
  CU_ASSERT_EQUAL(answer.failure, LN_IO);
  ln_http_answer_clear(&answer);
  const ln_http_policy policy = {.stop = NULL};
  CHECK_ALLOC_FAILURES(ln_http_new(&policy, &http, &problem),
                       { ln_http_free(st_ == LN_OK ? NULL : http); });
  CU_ASSERT_PTR_NOT_NULL_FATAL(http);
  const ln_http_request ask = {.method = "GET", .url = url};
  ln_alloc_fail_at(1U);
  CU_ASSERT_EQUAL(ln_http_send(http, &ask, &answer), LN_NO_MEM);
  ln_alloc_fail_at(0U);
  ln_http_free(http);
  ln_http_free(NULL);
  canned_stop(&server);
  ln_http_answer_clear(&answer);
}

static const unit_test TESTS[] = {
  {"body", body},
  {"login", login},
  {"digest", digest},
  {"refused", refused},
  {"in the clear", in_the_clear},
  {"headers", headers},
  {"taken", taken},
  {"cut off", cut_off},
  {"silent", silent},
  {"failing", failing},
};

UNIT_MAIN("store/http", TESTS)
