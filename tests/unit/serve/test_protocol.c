/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The operations of the SPARQL 1.1 Protocol, section 2.1, and what is refused. */

#include "serve/protocol.h"
#include "unit.h"

#define FORM_TYPE "application/x-www-form-urlencoded"
#define QUERY_TYPE "application/sparql-query; charset=utf-8"

typedef struct {
  const char* method;
  const char* query;
  const char* type;
  const char* body;
  unsigned    status; ///< 0: it is taken
  const char* asked;  ///< NULL: nothing
} call_case;

static const call_case CASES[] = {
  {"GET", "query=a+b&format=csv", "", "", 0U, "a b"},
  {"HEAD", "query=a", "", "", 0U, "a"},
  {"GET", "", "", "", 0U, NULL},
  {"POST", "", FORM_TYPE, "query=a%20b", 0U, "a b"},
  {"POST", "", QUERY_TYPE, "a+b%20", 0U, "a+b%20"},
  {"POST", "", FORM_TYPE, "x=1", 400U, NULL},
  {"POST", "", "", "query=a", 415U, NULL},
  {"POST", "", "application/sparql-update", "x", 403U, NULL},
  {"POST", "", FORM_TYPE, "update=x", 403U, NULL},
  {"POST", "", QUERY_TYPE, "\xFF", 400U, NULL},
  {"GET", "query=a&query=b", "", "", 400U, NULL},
  {"GET", "query=a&default-graph-uri=x:y", "", "", 400U, NULL},
  {"POST", "named-graph-uri=x:y", QUERY_TYPE, "a", 400U, NULL},
  {"GET", "query=%", "", "", 400U, NULL},
  {"PUT", "", QUERY_TYPE, "a", 405U, NULL},
};

static void
test_calls(void)
{
  for (size_t i = 0U; i < sizeof(CASES) / sizeof(CASES[0]); ++i) {
    const call_case* const c       = &CASES[i];
    const ln_request       request = {.method = ln_view_of(c->method),
                                      .query  = ln_view_of(c->query),
                                      .type   = ln_view_of(c->type),
                                      .body   = ln_view_of(c->body)};
    ln_arena               arena   = {0};
    ln_protocol_call       call;
    ln_reply               reply = {.body = NULL};
    CU_ASSERT_EQUAL(ln_protocol_read(&request, &arena, &call, &reply),
                    c->status == 0U ? LN_OK : LN_USAGE);
    CU_ASSERT_EQUAL(reply.status, c->status);
    if (c->status == 0U) {
      CU_ASSERT_EQUAL(call.asked, c->asked != NULL);
      CHECK_VIEW(call.query, c->asked ? c->asked : "");
    }
    CU_ASSERT_EQUAL(reply.allow != NULL, c->status == 405U);
    ln_reply_clear(&reply);
    ln_arena_clear(&arena);
  }
}

static void
test_packed(void)
{
  const ln_request request = {
    .method = LN_V("POST"), .encoding = LN_V("gzip"), .type = LN_V(FORM_TYPE)};
  ln_arena         arena = {0};
  ln_protocol_call call;
  ln_reply         reply = {.body = NULL};
  CU_ASSERT_EQUAL(ln_protocol_read(&request, &arena, &call, &reply), LN_USAGE);
  CU_ASSERT_EQUAL(reply.status, 415U);
  ln_reply_clear(&reply);
}

static const unit_test tests[] = {{"calls", test_calls}, {"packed", test_packed}};

UNIT_MAIN("serve/protocol", tests)
