/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Properties that may have several values, told as different sets. */

#include "dispute_unit.h"

static void
sets(void)
{
  CHECK_RULE("r,sets,tension,property=x:field,\n",
             "c about ann\n"
             "c property field\n"
             "c value \"theory\n"
             "c cites cq\n"
             "cq locator \"p1\n"
             "d about ann\n"
             "d property field\n"
             "d value \"drums\n"
             "d cites dq\n"
             "dq locator \"p2\n",
             LN_TENSION,
             1U,
             "ann: field is told differently in different places");
  CHECK_RULE("r,sets,tension,property=x:field,\n",
             "c about ann\n"
             "c property field\n"
             "c value \"theory\n"
             "c cites cq\n"
             "cq locator \"p1\n"
             "d about ann\n"
             "d property field\n"
             "d value \"Theory\n"
             "d cites dq\n"
             "dq locator \"p2\n",
             LN_TENSION,
             0U,
             "");
  CHECK_RULE("r,sets,tension,property=x:field,\n",
             "c about ann\n"
             "c property field\n"
             "c value \"theory\n"
             "c cites cq\n"
             "cq locator \"p1\n"
             "d about ann\n"
             "d property field\n"
             "d value \"drums\n"
             "d cites dq\n"
             "dq locator \"p1\n",
             LN_TENSION,
             0U,
             "");
}

static void
within(void)
{
  CHECK_RULE("r,sets,tension,property=x:why; within=move,\n",
             "c about ann\n"
             "c property why\n"
             "c value \"work\n"
             "c cites cq\n"
             "cq locator \"p1\n"
             "c qualification \"move=LA\n"
             "d about ann\n"
             "d property why\n"
             "d value \"study\n"
             "d cites dq\n"
             "dq locator \"p2\n"
             "d qualification \"move=NY\n",
             LN_TENSION,
             0U,
             "");
  CHECK_RULE("r,sets,tension,property=x:why; within=move,\n",
             "c about ann\n"
             "c property why\n"
             "c value \"work\n"
             "c cites cq\n"
             "cq locator \"p1\n"
             "c qualification \"move=LA\n"
             "d about ann\n"
             "d property why\n"
             "d value \"study\n"
             "d cites dq\n"
             "dq locator \"p2\n"
             "d qualification \"move=LA\n",
             LN_TENSION,
             1U,
             "ann: why is told differently in different places");
}

static void
siblings(void)
{
  CHECK_RULE("r,siblings,tension,property=x:at; parent=x:of,\n",
             "ann at s1\n"
             "ann at s2\n"
             "s1 of u\n"
             "s2 of u\n",
             LN_TENSION,
             1U,
             "ann: s1 and s2 are parts of one whole");
  CHECK_RULE("r,siblings,tension,property=x:at; parent=x:of,\n",
             "ann at s1\n"
             "ann at u\n"
             "s1 of u\n",
             LN_TENSION,
             0U,
             "");
}

static const unit_test tests[] = {{"sets", sets}, {"within", within}, {"siblings", siblings}};

UNIT_MAIN("rule_sets", tests)
