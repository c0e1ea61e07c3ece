/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Dates that stand to each other: only what is wrong for every day they can mean is told. */

#include "dispute_unit.h"

static void
ages(void)
{
  CHECK_RULE(
    "r,dates,implausible,from=x:born; to=x:graduated; exact=yes; least=20,{subject} at {years}\n",
    "ann born \"1969-12-31\n"
    "ann graduated \"1988\n",
    LN_IMPLAUSIBLE,
    1U,
    "ann at 19");
  CHECK_RULE("r,dates,implausible,from=x:born; to=x:graduated; exact=yes; least=20,\n",
             "ann born \"1969-12-31\n"
             "ann graduated \"1990\n",
             LN_IMPLAUSIBLE,
             0U,
             "");
  CHECK_RULE("r,dates,implausible,from=x:born; to=x:graduated; exact=yes; least=20,\n",
             "ann born \"../1969\n"
             "ann graduated \"1970\n",
             LN_IMPLAUSIBLE,
             0U,
             "");
}

static void
order(void)
{
  CHECK_RULE("r,dates,tension,class=x:Entry; from=x:of/x:date; to=x:year; least=0; most=1; "
             "peer=x:list,{from} {least}\n",
             "e a Entry\n"
             "e of w\n"
             "w date \"2006\n"
             "e year \"2008\n"
             "e list p\n"
             "g a Entry\n"
             "g of v\n"
             "v date \"2006\n"
             "g year \"2007\n"
             "g list p\n",
             LN_TENSION,
             1U,
             "2006 2");
  CHECK_RULE("r,dates,contradiction,from=x:start; to=^x:by/x:date; least=0,\n",
             "ann start \"1997\n"
             "w by ann\n"
             "w date \"1991\n"
             "ann start \"1988\n",
             LN_CONTRADICTION,
             1U,
             "ann: from 1997 on, 1 dates are too early or too late");
}

static void
inside(void)
{
  CHECK_RULE("r,inside,tension,inner=x:date; outer=x:in/x:date,\n",
             "w date \"1983\n"
             "w in s\n"
             "s date \"1970/1980\n",
             LN_TENSION,
             1U,
             "w is dated 1983, outside of 1970/1980");
  CHECK_RULE("r,inside,tension,inner=x:date; outer=x:in/x:date,\n",
             "w date \"1975\n"
             "w in s\n"
             "s date \"1970/1980\n",
             LN_TENSION,
             0U,
             "");
  CHECK_RULE("r,inside,tension,inner=x:date; outer=x:in/x:date,\n",
             "w date \"1983\n"
             "w in s\n"
             "s date \"1980\n",
             LN_TENSION,
             0U,
             "");
}

static void
duration(void)
{
  CHECK_RULE("r,duration,tension,property=x:length; unit=years; event=x:start ^x:by/x:date,\n",
             "a about ann\n"
             "a property length\n"
             "a value \"forty years\n"
             "a qualification \"years=40+\n"
             "ann start \"1980\n"
             "w by ann\n"
             "w date \"1990\n",
             LN_TENSION,
             1U,
             "ann: forty years is stated, and the dates lie 10 years apart, from 1980 to 1990");
  CHECK_RULE("r,duration,tension,property=x:length; unit=years; event=x:start ^x:by/x:date,\n",
             "a about ann\n"
             "a property length\n"
             "a value \"ten years\n"
             "a qualification \"years=10+\n"
             "ann start \"1980\n"
             "w by ann\n"
             "w date \"1990\n",
             LN_TENSION,
             0U,
             "");
}

static void
interval(void)
{
  CHECK_RULE("r,interval,contradiction,property=x:after; unit=years; date=x:year,\n",
             "e year \"1984\n"
             "g year \"1992\n"
             "a about g\n"
             "a property after\n"
             "a value e\n"
             "a qualification \"years=10\n",
             LN_CONTRADICTION,
             1U,
             "10 years are stated between 1984 and 1992, which lie 8 apart");
  CHECK_RULE("r,interval,contradiction,property=x:after; unit=years; date=x:year,\n",
             "e year \"1984\n"
             "g year \"1992\n"
             "a about g\n"
             "a property after\n"
             "a value e\n"
             "a qualification \"years=8\n",
             LN_CONTRADICTION,
             0U,
             "");
}

static const unit_test tests[] = {{"ages", ages},
                                  {"order", order},
                                  {"inside", inside},
                                  {"duration", duration},
                                  {"interval", interval}};

UNIT_MAIN("rule_dates", tests)
