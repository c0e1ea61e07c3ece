/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The policy of pages, and the tags of what a client has. */

#include "serve/send.h"
#include "unit.h"

static void
test_policy(void)
{
  const ln_microhttpd none = {0};
  ln_sender           sender;
  ln_sender_init(&sender, &none);
  const ln_view policy = ln_view_of(sender.policy);
  CU_ASSERT_TRUE(ln_view_starts(policy, LN_V("default-src 'none'; style-src 'sha256-")));
  CU_ASSERT_TRUE(
    ln_view_ends(policy, LN_V("=\'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")));
}

static void
test_tags(void)
{
  CU_ASSERT_TRUE(ln_sender_has_tag(LN_V("\"a\""), LN_V("\"a\"")));
  CU_ASSERT_TRUE(ln_sender_has_tag(LN_V("\"b\", W/\"a\""), LN_V("\"a\"")));
  CU_ASSERT_TRUE(ln_sender_has_tag(LN_V("*"), LN_V("\"a\"")));
  CU_ASSERT_FALSE(ln_sender_has_tag(LN_V(""), LN_V("\"a\"")));
  CU_ASSERT_FALSE(ln_sender_has_tag(LN_V("\"ab\", a"), LN_V("\"a\"")));
}

static const unit_test tests[] = {{"policy", test_policy}, {"tags", test_tags}};

UNIT_MAIN("serve/send", tests)
