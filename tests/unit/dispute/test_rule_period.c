/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Claims that hold for a time. */

#include "dispute_unit.h"

static void
overlap(void)
{
  CHECK_RULE("r,overlap,tension,first=x:style; second=x:focus,\n",
             "c about ann\n"
             "c property style\n"
             "c value \"pop\n"
             "c when \"200X\n"
             "d about ann\n"
             "d property focus\n"
             "d value \"jazz\n"
             "d when \"2000\n",
             LN_TENSION,
             1U,
             "ann: different things are said of one time");
  CHECK_RULE("r,overlap,tension,first=x:style; second=x:focus,\n",
             "c about ann\n"
             "c property style\n"
             "c value \"pop\n"
             "c when \"200X\n"
             "d about ann\n"
             "d property focus\n"
             "d value \"jazz\n"
             "d when \"2015\n",
             LN_TENSION,
             0U,
             "");
}

static void
period(void)
{
  CHECK_RULE("r,period,tension,property=x:work; member=x:date,\n",
             "c about ann\n"
             "c property work\n"
             "c value \"x\n"
             "c when \"200X\n"
             "c cites q\n"
             "q locator \"p1\n"
             "w date \"1991\n"
             "w cites r\n"
             "r locator \"p1\n"
             "r quote \"in 1991\n"
             "v date \"2002\n"
             "v cites s\n"
             "s locator \"p1\n"
             "s quote \"in 2002\n",
             LN_TENSION,
             1U,
             "\"p1\" is about 200X, and tells of 1 things of another time");
  CHECK_RULE("r,period,tension,property=x:work; member=x:date,\n",
             "c about ann\n"
             "c property work\n"
             "c value \"x\n"
             "c when \"200X\n"
             "c cites q\n"
             "q locator \"p1\n"
             "w date \"1991\n"
             "w cites r\n"
             "r locator \"p2\n"
             "r quote \"in 1991\n",
             LN_TENSION,
             0U,
             "");
}

static const unit_test tests[] = {{"overlap", overlap}, {"period", period}};

UNIT_MAIN("rule_period", tests)
