/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Three operations carry a query: GET, POST of a form, POST of the query itself. All that the
   protocol knows beside and this server does not do, updates and data sets chosen by the client, is
   refused in words and never passed over. */

#include "serve/protocol.h"

#include "base/utf8.h"
#include "serve/accept.h"
#include "serve/form.h"

typedef struct {
  const ln_request* request;
  ln_reply*         reply;
  ln_form           form;
} reading;

static ln_status
refuse(const reading* const r, const unsigned status, const char* const why)
{
  const ln_status st = ln_reply_words(r->reply, status, "%s", why);
  r->reply->allow    = status == LN_HTTP_NO_METHOD ? "GET, HEAD, POST" : NULL;
  return st == LN_OK ? LN_USAGE : st;
}

static ln_status
read_fields(reading* const r, const ln_view text, ln_arena* const arena)
{
  const ln_status st = ln_form_add(&r->form, text, arena);
  return st == LN_USAGE ? refuse(r,
                                 LN_HTTP_BAD,
                                 "the fields cannot be read: a percent sign without two digits, "
                                 "bytes that are not UTF-8, or too many fields")
                        : st;
}

static ln_status
check_fields(const reading* const r)
{
  ln_view value;
  if (ln_form_value(&r->form, LN_V("update"), 0U, &value)) {
    return refuse(r, LN_HTTP_FORBIDDEN, "this endpoint is read only: no updates");
  }
  if (ln_form_value(&r->form, LN_V("default-graph-uri"), 0U, &value) ||
      ln_form_value(&r->form, LN_V("named-graph-uri"), 0U, &value)) {
    return refuse(r,
                  LN_HTTP_BAD,
                  "the data set is that of the server: leave out default-graph-uri and "
                  "named-graph-uri, and name graphs with GRAPH in the query");
  }
  if (ln_form_value(&r->form, LN_V("query"), 1U, &value)) {
    return refuse(r, LN_HTTP_BAD, "there are several fields \"query\"; one is needed");
  }
  return LN_OK;
}

static ln_status
read_get(reading* const r, ln_protocol_call* const call)
{
  call->asked = ln_form_value(&r->form, LN_V("query"), 0U, &call->query);
  return LN_OK;
}

static ln_status
read_post(reading* const r, ln_arena* const arena, ln_protocol_call* const call)
{
  const ln_view type = ln_accept_type(r->request->type);
  if (ln_accept_same(type, "application/sparql-update")) {
    return refuse(r, LN_HTTP_FORBIDDEN, "this endpoint is read only: no updates");
  }
  if (ln_accept_same(type, "application/sparql-query")) {
    call->asked = true;
    call->query = r->request->body;
    return LN_OK;
  }
  if (!ln_accept_same(type, "application/x-www-form-urlencoded")) {
    return refuse(
      r,
      LN_HTTP_NO_TYPE,
      "a query is sent as application/sparql-query or as application/x-www-form-urlencoded");
  }
  LN_TRY(read_fields(r, r->request->body, arena));
  LN_TRY(check_fields(r));
  call->asked = ln_form_value(&r->form, LN_V("query"), 0U, &call->query);
  return call->asked ? LN_OK : refuse(r, LN_HTTP_BAD, "there is no field \"query\"");
}

static bool
is_method(const ln_request* const request, const char* const method)
{
  return ln_view_equals(request->method, ln_view_of(method));
}

ln_status
ln_protocol_read(const ln_request* const request,
                 ln_arena* const         arena,
                 ln_protocol_call* const call,
                 ln_reply* const         reply)
{
  reading    r    = {.request = request, .reply = reply};
  const bool post = is_method(request, "POST");
  *call           = (ln_protocol_call){.asked = false};
  if (!post && !is_method(request, "GET") && !is_method(request, "HEAD")) {
    return refuse(&r, LN_HTTP_NO_METHOD, "queries are sent by GET or POST");
  }
  if (request->encoding.n > 0U && !ln_accept_same(request->encoding, "identity")) {
    return refuse(
      &r, LN_HTTP_NO_TYPE, "requests are not unpacked: send it without Content-Encoding");
  }
  LN_TRY(read_fields(&r, request->query, arena));
  LN_TRY(check_fields(&r));
  LN_TRY(post ? read_post(&r, arena, call) : read_get(&r, call));
  if (ln_utf8_valid(call->query) != call->query.n) {
    return refuse(&r, LN_HTTP_BAD, "the query is not UTF-8");
  }
  (void)ln_form_value(&r.form, LN_V("format"), 0U, &call->format);
  return LN_OK;
}
