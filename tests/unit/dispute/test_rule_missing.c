/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is missing. */

#include "dispute_unit.h"

static void
required(void)
{
  CHECK_RULE("r,required,incomplete,class=x:Entry; property=x:kind; with=x:of/^x:in,\n",
             "e a Entry\n"
             "e of w\n"
             "e to ann\n"
             "n in w\n"
             "n by ann\n"
             "w label \"Low Water\n",
             LN_INCOMPLETE,
             1U,
             "Low Water: kind is not told");
  CHECK_RULE("r,required,incomplete,class=x:Entry; property=x:kind,\n",
             "e a Entry\n"
             "e kind k\n",
             LN_INCOMPLETE,
             0U,
             "");
  CHECK_RULE("r,required,incomplete,class=x:Entry; property=x:kind,\n",
             "e a Entry\n"
             "c about e\n"
             "c property kind\n"
             "c value k\n",
             LN_INCOMPLETE,
             0U,
             "");
}

static void
vague(void)
{
  CHECK_RULE("r,vague,incomplete,class=x:N; by=x:by; thing=x:in; value=x:role; words=x:some,\n",
             "n by ann\n"
             "n in w\n"
             "n role some\n"
             "m by ann\n"
             "m in v\n"
             "m role some\n"
             "o by ann\n"
             "o in v\n"
             "o role singer\n",
             LN_INCOMPLETE,
             1U,
             "ann: what the part in w was is not told");
}

static void
uncited(void)
{
  CHECK_RULE("r,uncited,incomplete,,\n",
             "c cites q\n"
             "q source s\n"
             "q locator \"p1\n"
             "d cites r\n"
             "r source s\n"
             "r locator \"p2\n"
             "r references t\n",
             LN_INCOMPLETE,
             1U,
             "1 quotations from \"p1\" of s name no reference");
  CHECK_RULE("r,uncited,incomplete,,\n",
             "c cites q\n"
             "q source s\n"
             "q locator \"p1\n",
             LN_INCOMPLETE,
             0U,
             "");
}

static const unit_test tests[] = {{"required", required}, {"vague", vague}, {"uncited", uncited}};

UNIT_MAIN("rule_missing", tests)
