/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The n-th has n - 1 before it. */

#include "dispute_unit.h"

static void
number(void)
{
  CHECK_RULE("r,ordinal,contradiction,property=x:nth; thing=entry; class=x:Entry; of=x:to; "
             "same=x:list; order=x:year; distinct=x:year,\n",
             "a about ann\n"
             "a property nth\n"
             "a value \"2\n"
             "a qualification \"entry=l/g\n"
             "l/e a Entry\n"
             "l/e to ann\n"
             "l/e list prize\n"
             "l/e year \"1984\n"
             "l/g a Entry\n"
             "l/g to ann\n"
             "l/g list prize\n"
             "l/g year \"1985\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,ordinal,contradiction,property=x:nth; thing=entry; class=x:Entry; of=x:to; "
             "same=x:list; order=x:year; distinct=x:year,\n",
             "a about ann\n"
             "a property nth\n"
             "a value \"1\n"
             "a qualification \"entry=l/g\n"
             "l/e a Entry\n"
             "l/e to ann\n"
             "l/e list prize\n"
             "l/e year \"1984\n"
             "l/g a Entry\n"
             "l/g to ann\n"
             "l/g list prize\n"
             "l/g year \"1985\n",
             LN_CONTRADICTION,
             1U,
             "ann: what is called number 1, in 1985, has 1 before it");
  CHECK_RULE("r,ordinal,contradiction,property=x:nth; thing=entry; class=x:Entry; of=x:to; "
             "same=x:list; order=x:year; distinct=x:year,\n",
             "a about ann\n"
             "a property nth\n"
             "a value \"3\n"
             "a qualification \"entry=l/g\n"
             "l/e a Entry\n"
             "l/e to ann\n"
             "l/e list prize\n"
             "l/e year \"1984\n"
             "l/g a Entry\n"
             "l/g to ann\n"
             "l/g list prize\n"
             "l/g year \"1985\n",
             LN_INCOMPLETE,
             1U,
             "ann: what is called number 3, in 1985, has only 1 told before it");
}

static void
first(void)
{
  CHECK_RULE("r,ordinal,contradiction,property=x:first; n=1; class=x:Entry; of=x:to; same=x:list; "
             "order=x:year,\n",
             "a about ann\n"
             "a property first\n"
             "a value g\n"
             "e a Entry\n"
             "e to ann\n"
             "e list prize\n"
             "e year \"1984\n"
             "g a Entry\n"
             "g to ann\n"
             "g list prize\n"
             "g year \"1985\n",
             LN_CONTRADICTION,
             1U,
             "ann: what is called number 1, in 1985, has 1 before it");
}

static const unit_test tests[] = {{"number", number}, {"first", first}};

UNIT_MAIN("rule_ordinal", tests)
