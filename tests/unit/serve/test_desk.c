/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The overview, the form, and a fault shown on it. */

#include "serve/desk.h"
#include "serve_unit.h"

static void
test_pages(void)
{
  stock    s;
  ln_reply reply = {.body = NULL};
  set_up(&s, STOCK_SMALL);
  CU_ASSERT_EQUAL(ln_desk_overview(s.holdings, &reply), LN_OK);
  CHECK_HAS(&reply, "10 triples about 3 things");
  CHECK_HAS(&reply, ">C</a></td><td class=\"n\"><a href=\"/sparql?query=SELECT%20");
  CU_ASSERT_EQUAL(ln_desk_reply(s.holdings, &reply), LN_OK);
  CHECK_HAS(&reply, "<form action=\"/sparql\" method=\"get\">");
  CHECK_HAS(&reply, "SELECT ?thing ?label");
  CU_ASSERT_EQUAL(
    ln_desk_fault(s.holdings, LN_V("</textarea><x>"), LN_HTTP_BAD, LN_V("no <y>"), &reply), LN_OK);
  CU_ASSERT_EQUAL(reply.status, 400U);
  CHECK_HAS(&reply, "&lt;/textarea&gt;&lt;x&gt;</textarea>");
  CHECK_HAS(&reply, "no &lt;y&gt;");
  CU_ASSERT_EQUAL(ln_desk_description(&reply), LN_OK);
  CU_ASSERT_STRING_EQUAL(reply.type, "text/turtle; charset=utf-8");
  CHECK_ALLOC_FAILURES(ln_desk_overview(s.holdings, &reply), ln_reply_clear(&reply));
  ln_reply_clear(&reply);
  tear_down(&s);
}

static const unit_test tests[] = {{"pages", test_pages}};

UNIT_MAIN("serve/desk", tests)
