/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One request at a time through libcurl's multi interface, since only there can a wait be ended at
   once, by Ctrl-C or because nothing moves. Invariant: bodies have a known length, for there are
   servers that answer 201 to a chunked body and drop it. Who we are is sent only after the server
   asked: with "whatever is asked for" libcurl would send a body in vain or, worse, an empty one
   first, which some server takes for a graph of no triples. Cost: a connection is kept, so that a
   request costs what its bytes do. */

#include "store/http.h"

#include "base/memory.h"
#include "store/http_library.h"

#include <stdio.h>
#include <time.h>

enum {
  CONNECT_MS    = 10000,
  IDLE_MS       = 600000,
  POLL_MS       = 100,
  KEEP          = 65536,
  EXPECT_LENGTH = 8 << 20, ///< of a body from which it pays to ask the server whether it wants it
};

struct ln_http {
  ln_http_library        curl;
  ln_http_policy         policy;
  CURL*                  easy;
  CURLM*                 multi;
  unsigned long          scheme;   ///< CURLAUTH_ of what the server asked for; 0: nothing yet
  bool                   accepted; ///< what was said in that scheme, last time
  const ln_http_request* request;
  ln_http_answer*        answer;
  ln_http_source         memory; ///< for a body in memory
  const ln_http_source*  source;
  uint64_t               offset;  ///< of the next byte of the body
  uint64_t               moved;   ///< counts what came and went
  bool                   told;    ///< the headers of the answer were read
  ln_status              refused; ///< what source or taker said
  char                   error[CURL_ERROR_SIZE];
};

void
ln_http_answer_clear(ln_http_answer* const answer)
{
  ln_text_clear(&answer->body);
  ln_text_clear(&answer->type);
  ln_text_clear(&answer->server);
  ln_text_clear(&answer->location);
  ln_text_clear(&answer->problem);
  *answer = (ln_http_answer){0};
}

static void
reset_answer(ln_http_answer* const answer)
{
  ln_text_reset(&answer->body);
  ln_text_reset(&answer->type);
  ln_text_reset(&answer->server);
  ln_text_reset(&answer->location);
  ln_text_reset(&answer->problem);
  answer->end         = LN_HTTP_FAILED;
  answer->status      = 0;
  answer->retry_after = 0.0;
  answer->cut         = false;
  answer->failure     = LN_OK;
}

static ln_status
read_memory(void* const self, const uint64_t offset, char* const bytes, const size_t n)
{
  const ln_http* const http = self;
  memcpy(bytes, http->request->body.s + offset, n);
  return LN_OK;
}

/* libcurl wants bytes of the body. */
static size_t
give_body(char* const bytes, const size_t size, const size_t count, void* const self)
{
  ln_http* const http = self;
  const uint64_t left = http->source ? http->source->length - http->offset : 0U;
  const size_t   most = size * count;
  const size_t   n    = left < most ? (size_t)left : most;
  ++http->moved;
  if (n == 0U) {
    return 0U;
  }
  http->refused = http->source->read(http->source->self, http->offset, bytes, n);
  http->offset += n;
  return http->refused == LN_OK ? n : CURL_READFUNC_ABORT;
}

/* The server wants the body once more. */
static int
seek_body(void* const self, const curl_off_t offset, const int origin)
{
  ln_http* const http = self;
  if (origin != SEEK_SET || !http->source || (uint64_t)offset > http->source->length) {
    return CURL_SEEKFUNC_CANTSEEK;
  }
  http->offset = (uint64_t)offset;
  return CURL_SEEKFUNC_OK;
}

static bool
keep_body(ln_http* const http, const ln_view bytes)
{
  ln_text* const body = &http->answer->body;
  const size_t   keep = http->request->keep ? http->request->keep : (size_t)KEEP;
  const ln_view  part = ln_view_first(bytes, keep - body->n);
  http->answer->cut   = http->answer->cut || part.n < bytes.n;
  http->refused       = ln_text_add(body, part);
  return http->refused == LN_OK;
}

/* What the headers of an answer say, once they are all there. */
static ln_status
read_headers(ln_http* const http)
{
  ln_http_answer* const        answer   = http->answer;
  const ln_http_library* const curl     = &http->curl;
  long                         status   = 0;
  curl_off_t                   after    = 0;
  char*                        type     = NULL;
  char*                        location = NULL;
  struct curl_header*          server   = NULL;
  (void)curl->curl_easy_getinfo(http->easy, CURLINFO_RESPONSE_CODE, &status);
  (void)curl->curl_easy_getinfo(http->easy, CURLINFO_RETRY_AFTER, &after);
  (void)curl->curl_easy_getinfo(http->easy, CURLINFO_CONTENT_TYPE, &type);
  (void)curl->curl_easy_getinfo(http->easy, CURLINFO_REDIRECT_URL, &location);
  if (http->told) {
    return LN_OK;
  }
  http->told          = true;
  answer->status      = (int)status;
  answer->retry_after = (double)after;
  LN_TRY(ln_text_add(&answer->type, ln_view_of(type)));
  LN_TRY(ln_text_add(&answer->location, ln_view_of(location)));
  if (curl->curl_easy_header(http->easy, "Server", 0U, CURLH_HEADER, -1, &server) == CURLHE_OK) {
    LN_TRY(ln_text_add(&answer->server, ln_view_of(server->value)));
  }
  return LN_OK;
}

/* Bytes of the answer came. */
static size_t
// NOLINTNEXTLINE(readability-non-const-parameter): the type is libcurl's
take_body(char* const bytes, const size_t size, const size_t count, void* const self)
{
  ln_http* const http  = self;
  const ln_view  piece = {bytes, size * count};
  ++http->moved;
  http->refused = read_headers(http);
  if (http->refused != LN_OK) {
    return 0U;
  }
  const int status = http->answer->status;
  if (http->request->take && status >= 200 && status < 300) {
    http->refused = http->request->take(http->request->self, piece);
    return http->refused == LN_OK ? piece.n : 0U;
  }
  return keep_body(http, piece) ? piece.n : 0U;
}

/* A header came: the server is alive. */
static size_t
// NOLINTNEXTLINE(readability-non-const-parameter): the type is libcurl's
take_header(char* const bytes, const size_t size, const size_t count, void* const self)
{
  ln_http* const http = self;
  (void)bytes;
  ++http->moved;
  return size * count;
}

static bool
set_constant(const ln_http* const http)
{
  const ln_http_library* const curl = &http->curl;
  CURL* const                  easy = http->easy;
  const long connect = http->policy.connect_ms ? (long)http->policy.connect_ms : (long)CONNECT_MS;
  const char* const ca_file = http->policy.ca_file;
  bool              ok      = true;
#define SET(option, value) ok = ok && curl->curl_easy_setopt(easy, option, value) == CURLE_OK
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  SET(CURLOPT_CONNECTTIMEOUT_MS, connect);
  SET(CURLOPT_SSL_VERIFYPEER, 1L);
  SET(CURLOPT_SSL_VERIFYHOST, 2L);
  SET(CURLOPT_ERRORBUFFER, http->error);
  SET(CURLOPT_READFUNCTION, give_body);
  SET(CURLOPT_READDATA, http);
  SET(CURLOPT_SEEKFUNCTION, seek_body);
  SET(CURLOPT_SEEKDATA, http);
  SET(CURLOPT_WRITEFUNCTION, take_body);
  SET(CURLOPT_WRITEDATA, http);
  SET(CURLOPT_HEADERFUNCTION, take_header);
  SET(CURLOPT_HEADERDATA, http);
  SET(CURLOPT_USERAGENT, "liner");
  if (ca_file) {
    SET(CURLOPT_CAINFO, ca_file);
  }
#undef SET
  return ok;
}

ln_status
ln_http_new(const ln_http_policy* const policy, ln_http** const http, const char** const problem)
{
  ln_http* const made = ln_alloc_zero(1U, sizeof(*made));
  *http               = NULL;
  *problem            = "";
  if (!made) {
    return LN_NO_MEM;
  }
  made->policy       = *policy;
  const ln_status st = ln_http_library_open(NULL, &made->curl, problem);
  if (st != LN_OK || made->curl.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    *problem = **problem ? *problem : "libcurl cannot be set up";
    ln_free(made);
    return LN_IO;
  }
  made->easy  = made->curl.curl_easy_init();
  made->multi = made->curl.curl_multi_init();
  if (!made->easy || !made->multi || !set_constant(made)) {
    ln_http_free(made);
    *problem = "libcurl cannot be set up";
    return LN_IO;
  }
  *http = made;
  return LN_OK;
}

void
ln_http_free(ln_http* const http)
{
  if (http) {
    http->curl.curl_easy_cleanup(http->easy);
    (void)http->curl.curl_multi_cleanup(http->multi);
    http->curl.curl_global_cleanup();
    ln_free(http);
  }
}

static bool
may_tell(const ln_http* const http)
{
  const ln_view url = ln_view_of(http->request->url);
  return http->policy.login.plain || ln_view_starts(url, LN_V("https:")) || ln_http_is_local(url);
}

/* Who we are, in the form that the server asked for. */
static bool
set_login(const ln_http* const http)
{
  const ln_http_library* const curl  = &http->curl;
  const ln_http_login* const   login = &http->policy.login;
  CURL* const                  easy  = http->easy;
  bool                         ok    = true;
  const bool                   known = http->scheme != 0U;
  const bool                   named = known && login->user;
  const long netrc = known && !login->user ? (long)CURL_NETRC_OPTIONAL : (long)CURL_NETRC_IGNORED;
  const unsigned long scheme = login->token ? CURLAUTH_BEARER : http->scheme;
#define SET(option, value) ok = ok && curl->curl_easy_setopt(easy, option, value) == CURLE_OK
  SET(CURLOPT_HTTPAUTH, scheme ? scheme : CURLAUTH_BASIC);
  SET(CURLOPT_XOAUTH2_BEARER, login->token);
  SET(CURLOPT_USERNAME, named ? login->user : NULL);
  SET(CURLOPT_PASSWORD, named ? login->password : NULL);
  SET(CURLOPT_NETRC, login->token ? (long)CURL_NETRC_IGNORED : netrc);
  SET(CURLOPT_NETRC_FILE, login->netrc);
#undef SET
  return ok;
}

static bool
set_request(const ln_http* const http, struct curl_slist* const headers)
{
  const ln_http_library* const curl   = &http->curl;
  const ln_http_request* const r      = http->request;
  CURL* const                  easy   = http->easy;
  const curl_off_t             length = http->source ? (curl_off_t)http->source->length : -1;
  bool                         ok     = true;
#define SET(option, value) ok = ok && curl->curl_easy_setopt(easy, option, value) == CURLE_OK
  SET(CURLOPT_URL, r->url);
  SET(CURLOPT_HTTPGET, 1L); // what was set before it is forgotten
  SET(CURLOPT_NOBODY, strcmp(r->method, "HEAD") == 0 ? 1L : 0L);
  SET(CURLOPT_UPLOAD, http->source ? 1L : 0L);
  SET(CURLOPT_INFILESIZE_LARGE, length);
  SET(CURLOPT_CUSTOMREQUEST, r->method);
  SET(CURLOPT_HTTPHEADER, headers);
  SET(CURLOPT_FRESH_CONNECT, r->once ? 1L : 0L);
#undef SET
  return ok && set_login(http);
}

static bool
append(const ln_http* const http, struct curl_slist** const list, const char* const header)
{
  struct curl_slist* const longer = http->curl.curl_slist_append(*list, header);
  *list                           = longer ? longer : *list;
  return longer != NULL;
}

/* The headers of the request. A server is only asked whether it wants a body if that is long, since
   one that does not answer lets us wait a second. */
static bool
make_headers(const ln_http* const http, struct curl_slist** const list)
{
  const ln_http_request* const r  = http->request;
  bool                         ok = true;
  for (size_t i = 0U; ok && i < r->n_headers; ++i) {
    ok = append(http, list, r->headers[i]);
  }
  const bool brief = !http->source || http->source->length < EXPECT_LENGTH;
  return ok && (!brief || append(http, list, "Expect:"));
}

static uint64_t
milliseconds(void)
{
  struct timespec now = {0};
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000U + (uint64_t)now.tv_nsec / 1000000U;
}

/* Let it run to its end. False if it was left: `*end` says why. */
static bool
wait_for_end(ln_http* const http, ln_http_end* const end)
{
  const uint64_t idle  = http->policy.idle_ms ? http->policy.idle_ms : (unsigned)IDLE_MS;
  uint64_t       since = milliseconds();
  uint64_t       moved = http->moved;
  for (int running = 1; running > 0;) {
    if (http->curl.curl_multi_perform(http->multi, &running) != CURLM_OK) {
      *end = LN_HTTP_FAILED;
      return false;
    }
    if (running > 0 && http->policy.stop && *http->policy.stop != 0) {
      *end = LN_HTTP_STOPPED;
      return false;
    }
    const uint64_t now = milliseconds();
    since              = http->moved != moved ? now : since;
    moved              = http->moved;
    if (running > 0 && now - since >= idle) {
      *end = LN_HTTP_SILENT;
      return false;
    }
    if (running > 0) {
      (void)http->curl.curl_multi_poll(http->multi, NULL, 0U, POLL_MS, NULL);
    }
  }
  return true;
}

/* What a failure means for the question whether the request was done. */
static ln_http_end
end_of(const CURLcode code)
{
  static const struct {
    CURLcode    code;
    ln_http_end end;
  } ENDS[] = {
    {CURLE_OK, LN_HTTP_ANSWERED},
    {CURLE_COULDNT_RESOLVE_PROXY, LN_HTTP_UNREACHED},
    {CURLE_COULDNT_RESOLVE_HOST, LN_HTTP_UNREACHED},
    {CURLE_COULDNT_CONNECT, LN_HTTP_UNREACHED},
    {CURLE_OPERATION_TIMEDOUT, LN_HTTP_UNREACHED}, // only connecting has a limit there
    {CURLE_PARTIAL_FILE, LN_HTTP_CUT},
    {CURLE_GOT_NOTHING, LN_HTTP_CUT},
    {CURLE_SEND_ERROR, LN_HTTP_CUT},
    {CURLE_RECV_ERROR, LN_HTTP_CUT},
    {CURLE_SSL_CONNECT_ERROR, LN_HTTP_UNTRUSTED},
    {CURLE_PEER_FAILED_VERIFICATION, LN_HTTP_UNTRUSTED},
    {CURLE_SSL_CACERT_BADFILE, LN_HTTP_UNTRUSTED},
    {CURLE_SSL_ISSUER_ERROR, LN_HTTP_UNTRUSTED},
  };
  for (size_t i = 0U; i < sizeof(ENDS) / sizeof(ENDS[0]); ++i) {
    if (ENDS[i].code == code) {
      return ENDS[i].end;
    }
  }
  return LN_HTTP_FAILED;
}

static ln_http_end
result(ln_http* const http, CURLcode* const code)
{
  int            left    = 0;
  const CURLMsg* message = http->curl.curl_multi_info_read(http->multi, &left);
  *code                  = message ? message->data.result : CURLE_FAILED_INIT;
  if (http->refused == LN_END) {
    return LN_HTTP_ANSWERED;
  }
  return http->refused != LN_OK ? LN_HTTP_REFUSED : end_of(*code);
}

static ln_status
explain(const ln_http* const http, const CURLcode code, ln_http_answer* const answer)
{
  static const char* const WHY[] = {
    [LN_HTTP_SILENT] = "nothing came from the server for too long", [LN_HTTP_STOPPED] = "stopped"};
  const char* const why  = answer->end <= LN_HTTP_STOPPED ? WHY[answer->end] : NULL;
  const char* const told = http->error[0] ? http->error : http->curl.curl_easy_strerror(code);
  return ln_text_add(&answer->problem, ln_view_of(why ? why : told));
}

/* One exchange, with what is known of who we are. */
static ln_status
exchange(ln_http* const http, struct curl_slist* const headers)
{
  ln_http_answer* const answer = http->answer;
  CURLcode              code   = CURLE_OK;
  reset_answer(answer);
  http->offset   = 0U;
  http->told     = false;
  http->refused  = LN_OK;
  http->error[0] = '\0';
  if (!set_request(http, headers) ||
      http->curl.curl_multi_add_handle(http->multi, http->easy) != CURLM_OK) {
    return LN_NO_MEM;
  }
  if (wait_for_end(http, &answer->end)) {
    answer->end = result(http, &code);
  }
  ln_status st = answer->end == LN_HTTP_ANSWERED ? read_headers(http) : explain(http, code, answer);
  answer->failure = http->refused == LN_END ? LN_OK : http->refused;
  (void)http->curl.curl_multi_remove_handle(http->multi, http->easy);
  return answer->failure == LN_NO_MEM ? LN_NO_MEM : st;
}

/* The server asked who we are. The scheme to say it with; 0: there is none. */
static unsigned long
scheme_for(const ln_http* const http)
{
  long offered = 0;
  if (http->answer->end != LN_HTTP_ANSWERED || http->answer->status != 401 ||
      http->policy.login.token) {
    return 0U;
  }
  (void)http->curl.curl_easy_getinfo(http->easy, CURLINFO_HTTPAUTH_AVAIL, &offered);
  const unsigned long any = (unsigned long)offered & (CURLAUTH_DIGEST | CURLAUTH_BASIC);
  return any & CURLAUTH_DIGEST ? CURLAUTH_DIGEST : any;
}

static ln_status
refuse_plain(ln_http_answer* const answer)
{
  reset_answer(answer);
  return ln_text_add(&answer->problem,
                     LN_V("a password or token would go to another machine without TLS, where "
                          "everybody on the way can read it; use https, or say --plain-login"));
}

static ln_status
send_with(ln_http* const http, struct curl_slist* const headers)
{
  if (http->policy.login.token && !may_tell(http)) {
    return refuse_plain(http->answer);
  }
  LN_TRY(exchange(http, headers));
  const unsigned long scheme = scheme_for(http);
  /* What was refused already would be so again, unless it was good before: then the server is tired
     of its nonce, and has sent another one. */
  if (scheme == 0U || (scheme == http->scheme && !http->accepted)) {
    http->accepted = http->scheme != 0U && http->answer->status != 401;
    return LN_OK;
  }
  if (scheme == CURLAUTH_BASIC && !may_tell(http)) {
    return refuse_plain(http->answer);
  }
  http->scheme = scheme;
  LN_TRY(exchange(http, headers));
  http->accepted = http->answer->end == LN_HTTP_ANSWERED && http->answer->status != 401;
  return LN_OK;
}

ln_status
ln_http_send(ln_http* const               http,
             const ln_http_request* const request,
             ln_http_answer* const        answer)
{
  struct curl_slist* headers = NULL;
  http->request              = request;
  http->answer               = answer;
  http->memory               = (ln_http_source){read_memory, http, request->body.n};
  http->source               = request->source;
  if (!http->source && request->body.s) {
    http->source = &http->memory;
  }
  const ln_status st = make_headers(http, &headers) ? send_with(http, headers) : LN_NO_MEM;
  http->curl.curl_slist_free_all(headers);
  return st;
}
