/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names never contradict each other. */

#include "dispute_unit.h"

static void
short_names(void)
{
  CHECK_RULE("r,short,variance,,\n",
             "ann label \"Ann Lee\n"
             "ann also \"Lee\n"
             "w cites q\n"
             "q quote \"in Lee's hands\n"
             "w cites r\n"
             "r quote \"Ann Lee sang\n",
             LN_VARIANCE,
             1U,
             "Ann Lee is called Lee as well, 1 times");
  CHECK_RULE("r,short,variance,,\n",
             "ann label \"Ann Lee\n"
             "ann also \"Lee\n"
             "w cites q\n"
             "q quote \"in the lee of it\n",
             LN_VARIANCE,
             1U,
             "Ann Lee is called Lee as well, 1 times");
  CHECK_RULE("r,short,variance,,\n",
             "ann label \"Ann Lee\n"
             "ann also \"Lee\n"
             "w cites q\n"
             "q quote \"a leek\n",
             LN_VARIANCE,
             0U,
             "");
}

static void
spelling(void)
{
  CHECK_RULE("r,spelling,variance,,\n",
             "w label \"Amar es\n"
             "w also \"Amar Es\n",
             LN_VARIANCE,
             1U,
             "Amar es is also spelt Amar Es");
  CHECK_RULE("r,spelling,variance,,\n",
             "w label \"Amar es\n"
             "w also \"Amar el\n",
             LN_VARIANCE,
             0U,
             "");
}

static void
homonym(void)
{
  CHECK_RULE("r,homonym,variance,class=x:Work x:Group,\n",
             "w a Work\n"
             "w label \"The Ferry\n"
             "g a Group\n"
             "g label \"the ferry\n",
             LN_VARIANCE,
             1U,
             "2 things are called The Ferry");
  CHECK_RULE("r,homonym,variance,class=x:Work x:Group,\n",
             "w a Work\n"
             "w label \"The Ferry\n"
             "g a Kind\n"
             "g label \"The Ferry\n",
             LN_VARIANCE,
             0U,
             "");
}

static const unit_test tests[] = {
  {"short_names", short_names}, {"spelling", spelling}, {"homonym", homonym}};

UNIT_MAIN("rule_names", tests)
