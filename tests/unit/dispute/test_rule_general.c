/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Statements above the level of works. */

#include "dispute_unit.h"

static void
common(void)
{
  CHECK_RULE("r,general,incomplete,property=x:with; class=x:N; by=x:by; thing=x:in,\n",
             "ann with bob\n",
             LN_INCOMPLETE,
             1U,
             "ann and bob: no common work is told");
  CHECK_RULE("r,general,incomplete,property=x:with; class=x:N; by=x:by; thing=x:in,\n",
             "ann with bob\n"
             "n by ann\n"
             "n in w\n"
             "m by bob\n"
             "m in w\n",
             LN_INCOMPLETE,
             0U,
             "");
}

static void
extent(void)
{
  CHECK_RULE("r,general,tension,property=x:with; class=x:N; by=x:by; thing=x:in; extent=extent "
             "albums; type=x:kind x:album,\n",
             "c about ann\n"
             "c property with\n"
             "c value bob\n"
             "c qualification \"extent=albums\n"
             "n by ann\n"
             "n in w\n"
             "m by bob\n"
             "m in w\n"
             "w kind song\n",
             LN_TENSION,
             1U,
             "ann and bob: no common work is told");
  CHECK_RULE("r,general,tension,property=x:with; class=x:N; by=x:by; thing=x:in; extent=extent "
             "albums; type=x:kind x:album,\n",
             "c about ann\n"
             "c property with\n"
             "c value bob\n"
             "c qualification \"extent=albums\n"
             "n by ann\n"
             "n in w\n"
             "m by bob\n"
             "m in w\n"
             "w kind album\n",
             LN_TENSION,
             0U,
             "");
}

static void
part(void)
{
  CHECK_RULE("r,general,tension,property=x:with; class=x:N; by=x:by; thing=x:in; value=x:role,\n",
             "c about ann\n"
             "c property with\n"
             "c value bob\n"
             "c role singer\n"
             "n by ann\n"
             "n in w\n"
             "n role writer\n"
             "m by bob\n"
             "m in w\n",
             LN_TENSION,
             1U,
             "ann and bob: no common work is told");
  CHECK_RULE("r,general,tension,property=x:with; class=x:N; by=x:by; thing=x:in; value=x:role,\n",
             "c about ann\n"
             "c property with\n"
             "c value bob\n"
             "c role writer\n"
             "n by ann\n"
             "n in w\n"
             "n role writer\n"
             "m by bob\n"
             "m in w\n",
             LN_TENSION,
             0U,
             "");
}

static const unit_test tests[] = {{"common", common}, {"extent", extent}, {"part", part}};

UNIT_MAIN("rule_general", tests)
