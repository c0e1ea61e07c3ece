/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is served under which path. */

#include "serve/router.h"
#include "serve_unit.h"

typedef struct {
  const char* method;
  const char* path;
  const char* query;
  const char* accept;
  unsigned    status;
  const char* type;
} route_case;

static const route_case CASES[] = {
  {"GET", "/", "", "", 200U, "text/html; charset=utf-8"},
  {"GET", "/a", "", "", 200U, "text/html; charset=utf-8"},
  {"GET", "/a", "", "text/turtle", 200U, "text/turtle; charset=utf-8"},
  {"GET", "/a", "format=jsonld", "", 200U, "application/ld+json"},
  {"GET", "/a", "format=png", "", 406U, "text/plain; charset=utf-8"},
  {"GET", "/a", "", "image/png", 406U, "text/plain; charset=utf-8"},
  {"GET", "/a", "format=%", "", 400U, "text/plain; charset=utf-8"},
  {"POST", "/a", "", "", 405U, "text/plain; charset=utf-8"},
  {"GET", "/zzzz", "", "", 404U, "text/html; charset=utf-8"},
  {"GET", "a", "", "", 400U, "text/plain; charset=utf-8"},
  {"GET", "/describe", "iri=http%3A%2F%2Ft.example%2Fa", "", 200U, "text/html; charset=utf-8"},
  {"GET", "/describe", "iri=x", "", 404U, "text/plain; charset=utf-8"},
  {"GET", "/describe", "", "", 400U, "text/plain; charset=utf-8"},
  {"GET", "/sparql", "", "text/html", 200U, "text/html; charset=utf-8"},
  {"GET", "/sparql", "", "text/turtle", 200U, "text/turtle; charset=utf-8"},
  {"PUT", "/sparql", "", "", 405U, "text/plain; charset=utf-8"},
};

static void
test_paths(void)
{
  stock             s;
  const ln_listener listener = {.loopback = true};
  set_up(&s, STOCK_SMALL);
  const ln_router router = {.holdings = s.holdings, .listener = &listener};
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    const route_case* const c        = &CASES[i];
    const ln_request        request  = {.method = ln_view_of(c->method),
                                        .path   = ln_view_of(c->path),
                                        .query  = ln_view_of(c->query),
                                        .accept = ln_view_of(c->accept),
                                        .host   = LN_V("localhost")};
    ln_question             question = {.holdings = NULL};
    ln_reply                reply    = {.body = NULL};
    bool                    asked    = false;
    CU_ASSERT_EQUAL(ln_router_reply(&router, &request, &question, &asked, &reply), LN_OK);
    CU_ASSERT_FALSE(asked);
    CU_ASSERT_EQUAL(reply.status, c->status);
    CU_ASSERT_STRING_EQUAL(reply.type, c->type);
    ln_reply_clear(&reply);
    ln_arena_clear(&question.arena);
  }
  tear_down(&s);
}

static void
test_questions(void)
{
  stock             s;
  const ln_listener listener = {.loopback = true};
  ln_request        request  = {.method = LN_V("GET"),
                                .path   = LN_V("/sparql"),
                                .query  = LN_V("query=a&format=csv"),
                                .host   = LN_V("localhost")};
  ln_question       question = {.holdings = NULL};
  ln_reply          reply    = {.body = NULL};
  bool              asked    = false;
  set_up(&s, STOCK_SMALL);
  const ln_router router = {.holdings = s.holdings, .listener = &listener};
  CU_ASSERT_EQUAL(ln_router_reply(&router, &request, &question, &asked, &reply), LN_OK);
  CU_ASSERT_TRUE(asked);
  CHECK_VIEW(question.query, "a");
  CHECK_VIEW(question.format, "csv");
  request.host = LN_V("example.org");
  CU_ASSERT_EQUAL(ln_router_reply(&router, &request, &question, &asked, &reply), LN_OK);
  CU_ASSERT_FALSE(asked);
  CU_ASSERT_EQUAL(reply.status, 421U);
  ln_reply_clear(&reply);
  ln_arena_clear(&question.arena);
  tear_down(&s);
}

static const unit_test tests[] = {{"paths", test_paths}, {"questions", test_questions}};

UNIT_MAIN("serve/router", tests)
