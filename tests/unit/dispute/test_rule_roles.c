/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Parts in a thing and its family, at a place, and by words. */

#include "dispute_unit.h"

static void
roles(void)
{
  CHECK_RULE(
    "r,roles,variance,class=x:N; by=x:by; thing=x:in; family=x:of; value=x:role; except=x:star,\n",
    "n by ann\n"
    "n in w\n"
    "n role singer\n"
    "n cites q\n"
    "q locator \"p1\n"
    "m by ann\n"
    "m in w\n"
    "m role writer\n"
    "m cites r\n"
    "r locator \"p2\n",
    LN_VARIANCE,
    1U,
    "ann has different parts in w in different places");
  CHECK_RULE(
    "r,roles,variance,class=x:N; by=x:by; thing=x:in; family=x:of; value=x:role; except=x:star,\n",
    "n by ann\n"
    "n in w\n"
    "n role singer\n"
    "m by ann\n"
    "m in v\n"
    "m role writer\n"
    "v of w\n",
    LN_VARIANCE,
    1U,
    "ann has different parts in w in different places");
  CHECK_RULE(
    "r,roles,variance,class=x:N; by=x:by; thing=x:in; family=x:of; value=x:role; except=x:star,\n",
    "n by ann\n"
    "n in w\n"
    "n role singer\n"
    "m by bob\n"
    "m in w\n"
    "m role writer\n"
    "o by ann\n"
    "o in w\n"
    "o role star\n",
    LN_VARIANCE,
    0U,
    "");
}

static void
words(void)
{
  CHECK_RULE("r,words,tension,class=x:N; by=x:by; thing=x:in; family=x:of; extent=x:extent; "
             "words=score; value=x:role; unless=x:composer,\n",
             "n by ann\n"
             "n in w\n"
             "n role some\n"
             "n extent \"the score\n"
             "m by ann\n"
             "m in v\n"
             "m role writer\n"
             "v of w\n",
             LN_TENSION,
             1U,
             "ann: what is called score of w is told as something else, too");
  CHECK_RULE("r,words,tension,class=x:N; by=x:by; thing=x:in; family=x:of; extent=x:extent; "
             "words=score; value=x:role; unless=x:composer,\n",
             "n by ann\n"
             "n in w\n"
             "n role some\n"
             "n extent \"the score\n"
             "m by ann\n"
             "m in w\n"
             "m role composer\n",
             LN_TENSION,
             0U,
             "");
}

static void
places(void)
{
  CHECK_RULE("r,places,variance,property=x:job; value=x:role; at=place; place=x:place; by=x:by,\n",
             "c about ann\n"
             "c property job\n"
             "c value house\n"
             "c role clerk\n"
             "house a House\n"
             "house place town\n"
             "town a Town\n"
             "town label \"Old Town\n"
             "d about ann\n"
             "d property job\n"
             "d value \"songs\n"
             "d role singer\n"
             "d qualification \"place=old town\n",
             LN_VARIANCE,
             1U,
             "ann is given different parts in Old Town: clerk and singer");
}

static const unit_test tests[] = {{"roles", roles}, {"words", words}, {"places", places}};

UNIT_MAIN("rule_roles", tests)
