/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The page of a thing, and that of what is not there. */

#include "serve/thing.h"
#include "serve_unit.h"

static void
test_page(void)
{
  stock    s;
  ln_reply reply = {.body = NULL};
  set_up(&s, STOCK_SMALL);
  const uint32_t a = term_of(&s, "http://t.example/a");
  CU_ASSERT_EQUAL_FATAL(ln_reply_begin(&reply, LN_HTTP_OK, ""), LN_OK);
  CU_ASSERT_EQUAL(ln_thing_page(s.holdings, a, reply.body), LN_OK);
  CHECK_HAS(&reply, "<h1>A &amp; &lt;A&gt;</h1>");
  CHECK_HAS(&reply, "<code>http://t.example/a</code>");
  CHECK_HAS(&reply, "/describe?iri=http%3A%2F%2Ft.example%2Fa&amp;format=turtle");
  CHECK_HAS(&reply, "<h2>What refers to it</h2>");
  /* What a thing without a name says stands behind it. */
  CHECK_HAS(&reply, ">c</a> <small>q <span>1</span>");
  CHECK_HAS(&reply, "without a name</span> <small>q <span>in</span></small>");
  CHECK_ALLOC_FAILURES(ln_thing_page(s.holdings, a, reply.body), ln_out_rewind(reply.body));
  ln_reply_clear(&reply);
  tear_down(&s);
}

static void
test_missing(void)
{
  stock    s;
  ln_reply reply = {.body = NULL};
  set_up(&s, STOCK_PREFIXES ":person-one v:p 1 .");
  CU_ASSERT_EQUAL(ln_thing_missing(s.holdings, LN_V("/person-<ne"), &reply), LN_OK);
  CU_ASSERT_EQUAL(reply.status, 404U);
  CHECK_HAS(&reply, "http://t.example/person-&lt;ne");
  CHECK_HAS(&reply, "href=\"/person-one\"");
  ln_reply_clear(&reply);
  tear_down(&s);
}

static const unit_test tests[] = {{"page", test_page}, {"missing", test_missing}};

UNIT_MAIN("serve/thing_page", tests)
