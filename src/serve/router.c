/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The paths of the server itself come first; every other one is that of a thing. Nothing here opens
   a file: a path is only ever looked up among the names of things. */

#include "serve/router.h"

#include "serve/accept.h"
#include "serve/desk.h"
#include "serve/form.h"
#include "serve/protocol.h"
#include "serve/thing.h"

#include <stdint.h>

static bool
is_get(const ln_request* const request)
{
  return ln_view_equals(request->method, LN_V("GET")) ||
         ln_view_equals(request->method, LN_V("HEAD"));
}

static ln_status
refuse_method(ln_reply* const reply)
{
  LN_TRY(ln_reply_words(reply, LN_HTTP_NO_METHOD, "this is only read: GET or HEAD"));
  reply->allow = "GET, HEAD";
  return LN_OK;
}

/* Which format of a thing is wanted; SIZE_MAX: none of them. */
static size_t
thing_format(const ln_request* const request, const ln_form* const form)
{
  ln_view name;
  if (!ln_form_value(form, LN_V("format"), 0U, &name)) {
    return ln_accept_best(request->accept, ln_thing_types, LN_THING_FORMATS);
  }
  for (size_t i = 0U; i < LN_THING_FORMATS; ++i) {
    if (ln_view_equals(name, ln_view_of(ln_thing_names[i]))) {
      return i;
    }
  }
  return SIZE_MAX;
}

static ln_status
reply_thing(const ln_router* const  router,
            const ln_request* const request,
            const ln_form* const    form,
            const uint32_t          thing,
            ln_reply* const         reply)
{
  const size_t format = thing_format(request, form);
  if (format == SIZE_MAX) {
    return ln_reply_words(reply,
                          LN_HTTP_NOT_ACCEPTABLE,
                          "a thing can be had as text/html, text/turtle, application/n-triples and "
                          "application/ld+json; or with ?format=html, turtle, ntriples or jsonld");
  }
  return ln_thing_reply(router->holdings, thing, format, reply);
}

/* `/describe?iri=…`: any thing, whatever its IRI. */
static ln_status
describe(const ln_router* const  router,
         const ln_request* const request,
         const ln_form* const    form,
         ln_reply* const         reply)
{
  ln_read_term term = {.kind = LN_IRI};
  if (!ln_form_value(form, LN_V("iri"), 0U, &term.text)) {
    return ln_reply_words(reply, LN_HTTP_BAD, "there is no field \"iri\"");
  }
  const uint32_t thing = ln_dataset_find(ln_holdings_set(router->holdings), &term);
  if (thing == LN_ABSENT || !ln_holdings_describes(router->holdings, thing)) {
    return ln_reply_words(reply, LN_HTTP_NOT_FOUND, "nothing is said of a thing of this IRI");
  }
  return reply_thing(router, request, form, thing, reply);
}

static ln_status
reply_path(const ln_router* const  router,
           const ln_request* const request,
           const ln_form* const    form,
           ln_reply* const         reply)
{
  uint32_t thing = LN_ABSENT;
  if (ln_view_equals(request->path, LN_V("/"))) {
    return ln_desk_overview(router->holdings, reply);
  }
  if (ln_view_equals(request->path, LN_V("/describe"))) {
    return describe(router, request, form, reply);
  }
  LN_TRY(ln_holdings_at(router->holdings, request->path, &thing));
  return thing == LN_ABSENT ? ln_thing_missing(router->holdings, request->path, reply)
                            : reply_thing(router, request, form, thing, reply);
}

/* Who asks nothing gets the form, or is told what the endpoint can do. */
static ln_status
reply_desk(const ln_router* const router, const ln_request* const request, ln_reply* const reply)
{
  static const char* const TYPES[] = {"text/html", "text/turtle"};
  const size_t             best    = ln_accept_best(request->accept, TYPES, 2U);
  return best == 1U ? ln_desk_description(reply) : ln_desk_reply(router->holdings, reply);
}

static ln_status
ask(const ln_router* const  router,
    const ln_request* const request,
    ln_question* const      question,
    bool* const             asked,
    ln_reply* const         reply)
{
  ln_protocol_call call;
  const ln_status  st = ln_protocol_read(request, &question->arena, &call, reply);
  if (st != LN_OK) {
    return st == LN_USAGE ? LN_OK : st;
  }
  if (!call.asked) {
    return reply_desk(router, request, reply);
  }
  *asked             = true;
  question->holdings = router->holdings;
  question->query    = call.query;
  question->format   = call.format;
  question->accept   = request->accept;
  return LN_OK;
}

ln_status
ln_router_reply(const ln_router* const  router,
                const ln_request* const request,
                ln_question* const      question,
                bool* const             asked,
                ln_reply* const         reply)
{
  ln_form form = {.n = 0U};
  *asked       = false;
  if (!ln_listener_is_host(router->listener, request->host)) {
    return ln_reply_words(reply, LN_HTTP_MISDIRECTED, "this server is not the one of that name");
  }
  if (!ln_view_starts(request->path, LN_V("/"))) {
    return ln_reply_words(reply, LN_HTTP_BAD, "a path begins with a slash");
  }
  if (ln_view_equals(request->path, LN_V("/sparql"))) {
    return ask(router, request, question, asked, reply);
  }
  if (!is_get(request)) {
    return refuse_method(reply);
  }
  const ln_status st = ln_form_add(&form, request->query, &question->arena);
  if (st != LN_OK) {
    return st == LN_USAGE ? ln_reply_words(reply, LN_HTTP_BAD, "the query string cannot be read")
                          : st;
  }
  return reply_path(router, request, &form, reply);
}
