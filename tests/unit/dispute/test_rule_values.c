/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One value where there can be one; claims and facts together. */

#include "dispute_unit.h"

static void
differ(void)
{
  CHECK_RULE("r,values,contradiction,property=x:born; within=x:in,\n",
             "ann born \"1948\n"
             "c about ann\n"
             "c property born\n"
             "c value \"1949\n",
             LN_CONTRADICTION,
             1U,
             "ann can have one born, and is given several: 1948 and 1949");
  CHECK_RULE("r,values,contradiction,property=x:born; within=x:in,\n",
             "ann born \"1948-03-02\n"
             "ann born \"1948\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,values,contradiction,property=x:born; within=x:in,\n",
             "ann born \"1948\n"
             "c about ann\n"
             "c property born\n"
             "c value \"1949\n"
             "c rank deprecated\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,values,contradiction,property=x:born; within=x:in,\n",
             "ann born town\n"
             "ann born county\n"
             "town in county\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,values,contradiction,property=x:born; within=x:in,\n",
             "ann born town\n"
             "ann born other\n",
             LN_CONTRADICTION,
             1U,
             "ann can have one born, and is given several: town and other");
}

static void
per_qualification(void)
{
  CHECK_RULE("r,values,contradiction,property=x:n; per=qualification,\n",
             "c about ann\n"
             "c property n\n"
             "c value \"2\n"
             "c qualification \"of=a\n"
             "d about ann\n"
             "d property n\n"
             "d value \"3\n"
             "d qualification \"of=b\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,values,contradiction,property=x:n; per=qualification,\n",
             "c about ann\n"
             "c property n\n"
             "c value \"2\n"
             "c qualification \"of=a\n"
             "d about ann\n"
             "d property n\n"
             "d value \"3\n"
             "d qualification \"of=a\n",
             LN_CONTRADICTION,
             1U,
             "ann can have one n, and is given several: 2 and 3");
}

static void
declared(void)
{
  CHECK_RULE("r,declared,contradiction,,\n",
             "c about ann\n"
             "c property n\n"
             "c value \"2\n"
             "c conflicts d\n"
             "d about ann\n"
             "d property m\n"
             "d value \"3\n",
             LN_CONTRADICTION,
             1U,
             "The editor has set two claims about ann against each other: 2, and 3");
}

static const unit_test tests[] = {
  {"differ", differ}, {"per_qualification", per_qualification}, {"declared", declared}};

UNIT_MAIN("rule_values", tests)
