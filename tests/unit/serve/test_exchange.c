/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Replies are begun, begun again, and put in words. */

#include "serve/exchange.h"
#include "unit.h"

static void
test_words(void)
{
  ln_reply reply = {.body = NULL};
  CU_ASSERT_EQUAL(ln_reply_begin(&reply, LN_HTTP_OK, "text/html"), LN_OK);
  ln_out_put_view(reply.body, LN_V("half"));
  CU_ASSERT_EQUAL(ln_reply_words(&reply, LN_HTTP_BAD, "no %d", 1), LN_OK);
  CU_ASSERT_EQUAL(reply.status, 400U);
  CU_ASSERT_STRING_EQUAL(reply.type, "text/plain; charset=utf-8");
  CHECK_VIEW(ln_out_bytes(reply.body), "no 1\n");
  ln_reply_clear(&reply);
  CHECK_ALLOC_FAILURES(ln_reply_words(&reply, LN_HTTP_BAD, "no"), ln_reply_clear(&reply));
}

static const unit_test tests[] = {{"words", test_words}};

UNIT_MAIN("serve/exchange", tests)
