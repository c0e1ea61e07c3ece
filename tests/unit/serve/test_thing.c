/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A thing as triples: what is said of it, what refers to it, and its blank nodes. */

#include "serve/thing.h"
#include "serve_unit.h"

static void
test_formats(void)
{
  stock    s;
  ln_reply reply = {.body = NULL};
  set_up(&s, STOCK_SMALL);
  const uint32_t a = term_of(&s, "http://t.example/a");
  for (size_t i = 0U; i < LN_THING_FORMATS; ++i) {
    CU_ASSERT_EQUAL(ln_thing_reply(s.holdings, a, i, &reply), LN_OK);
    CU_ASSERT_EQUAL(reply.status, 200U);
    CU_ASSERT_TRUE(ln_view_starts(ln_view_of(reply.type), ln_view_of(ln_thing_types[i])));
  }
  CU_ASSERT_EQUAL(ln_thing_reply(s.holdings, a, 2U, &reply), LN_OK);
  size_t        lines = 0U;
  const ln_view text  = ln_out_bytes(reply.body);
  for (size_t i = 0U; i < text.n; ++i) {
    lines += text.s[i] == '\n' ? 1U : 0U;
  }
  CU_ASSERT_EQUAL(lines, 6U);
  CHECK_HAS(&reply, "<http://t.example/c> <http://v.example/#r> <http://t.example/a> .\n");
  CHECK_HAS(&reply, " <http://v.example/#q> \"in\" .\n");
  CHECK_ALLOC_FAILURES(ln_thing_reply(s.holdings, a, 2U, &reply), ln_reply_clear(&reply));
  ln_reply_clear(&reply);
  tear_down(&s);
}

static const unit_test tests[] = {{"formats", test_formats}};

UNIT_MAIN("serve/thing", tests)
