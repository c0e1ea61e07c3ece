/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Stated numbers against their parts and against what is told one by one. */

#include "dispute_unit.h"

static void
parts(void)
{
  CHECK_RULE("r,parts,contradiction,property=x:n; group=body; scope=scope; whole=total,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"2\n"
             "a qualification \"body=p; scope=one\n"
             "a conflicts b\n"
             "b about ann\n"
             "b property n\n"
             "b value \"2\n"
             "b qualification \"body=p; scope=two\n"
             "w about ann\n"
             "w property n\n"
             "w value \"3\n"
             "w qualification \"body=p; scope=total\n",
             LN_CONTRADICTION,
             1U,
             "ann: 2 (p, one) and 2 (p, two) exclude each other, and are more than all, 3");
  CHECK_RULE("r,parts,contradiction,property=x:n; group=body; scope=scope; whole=total,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"1\n"
             "a qualification \"body=p; scope=one\n"
             "a conflicts b\n"
             "b about ann\n"
             "b property n\n"
             "b value \"2\n"
             "b qualification \"body=p; scope=two\n"
             "w about ann\n"
             "w property n\n"
             "w value \"3\n"
             "w qualification \"body=p; scope=total\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,parts,contradiction,property=x:n; group=body; scope=scope; whole=total,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"2\n"
             "a qualification \"body=p; scope=one\n"
             "b about ann\n"
             "b property n\n"
             "b value \"2\n"
             "b qualification \"body=p; scope=two\n"
             "w about ann\n"
             "w property n\n"
             "w value \"3\n"
             "w qualification \"body=p; scope=total\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,parts,contradiction,property=x:n; group=body; scope=scope; whole=total,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"3\n"
             "a qualification \"body=p; scope=total\n"
             "b about ann\n"
             "b property n\n"
             "b value \"13\n"
             "b qualification \"body=q; scope=total\n"
             "w about ann\n"
             "w property n\n"
             "w value \"16\n"
             "w qualification \"body=p+q; scope=total\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,parts,contradiction,property=x:n; group=body; scope=scope; whole=total,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"3\n"
             "a qualification \"body=p; scope=total\n"
             "b about ann\n"
             "b property n\n"
             "b value \"12\n"
             "b qualification \"body=q; scope=total\n"
             "w about ann\n"
             "w property n\n"
             "w value \"16\n"
             "w qualification \"body=p+q; scope=total\n",
             LN_CONTRADICTION,
             1U,
             "ann: 16 (p+q, total) is stated, and its parts add up to 15");
}

static void
count(void)
{
  CHECK_RULE("r,count,contradiction,property=x:n; group=body; scope=scope; whole=total; "
             "class=x:Entry; of=x:to; name=x:list; distinct=x:year; label=x:kind,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"1\n"
             "a qualification \"body=prize; scope=total\n"
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
             "ann: 1 (prize, total) is stated; told one by one: 2");
  CHECK_RULE("r,count,contradiction,property=x:n; group=body; scope=scope; whole=total; "
             "class=x:Entry; of=x:to; name=x:list; distinct=x:year; label=x:kind,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"1\n"
             "a qualification \"body=prize; scope=total\n"
             "e a Entry\n"
             "e to ann\n"
             "e list prize\n"
             "e year \"1984\n"
             "g a Entry\n"
             "g to ann\n"
             "g list prize\n"
             "g year \"1984\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,count,contradiction,property=x:n; group=body; scope=scope; whole=total; "
             "class=x:Entry; of=x:to; name=x:list; distinct=x:year; label=x:kind,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"2\n"
             "a qualification \"body=prize; scope=total\n"
             "e a Entry\n"
             "e to ann\n"
             "e list prize\n"
             "e year \"1984\n",
             LN_INCOMPLETE,
             1U,
             "ann: 2 (prize, total) is stated; told one by one: only 1");
  CHECK_RULE("r,count,contradiction,property=x:n; group=body; scope=scope; whole=total; "
             "class=x:Entry; of=x:to; name=x:list; distinct=x:year; label=x:kind,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"2\n"
             "a qualification \"body=prize; scope=old songs\n"
             "a conflicts b\n"
             "b about ann\n"
             "b property n\n"
             "b value \"1\n"
             "b qualification \"body=prize; scope=new films\n"
             "e a Entry\n"
             "e to ann\n"
             "e list prize\n"
             "e year \"1984\n"
             "e kind best-film\n"
             "best-film label \"Best new film\n"
             "g a Entry\n"
             "g to ann\n"
             "g list prize\n"
             "g year \"1985\n"
             "g kind best-song\n"
             "best-song label \"Best old song\n",
             LN_INCOMPLETE,
             1U,
             "ann: 2 (prize, old songs) is stated; told one by one: only 1");
}

static void
umbrella(void)
{
  CHECK_RULE("r,umbrella,tension,property=x:n; group=body,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"16\n"
             "a qualification \"body=Prize+New Prize\n"
             "b about ann\n"
             "b property n\n"
             "b value \"3\n"
             "b qualification \"body=Prize\n",
             LN_TENSION,
             1U,
             "Prize is used for Prize+New Prize together, and for Prize alone");
  CHECK_RULE("r,umbrella,tension,property=x:n; group=body,\n",
             "a about ann\n"
             "a property n\n"
             "a value \"16\n"
             "a qualification \"body=Prize+Medal\n"
             "b about ann\n"
             "b property n\n"
             "b value \"3\n"
             "b qualification \"body=Prize\n",
             LN_TENSION,
             0U,
             "");
}

static const unit_test tests[] = {{"parts", parts}, {"count", count}, {"umbrella", umbrella}};

UNIT_MAIN("rule_count", tests)
