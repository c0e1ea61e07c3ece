/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Things of one key have one value; things that share one are shown side by side. */

#include "dispute_unit.h"

static void
key(void)
{
  CHECK_RULE("r,key,contradiction,class=x:Entry; key=x:list x:year; value=x:kind,\n",
             "e a Entry\n"
             "e list p\n"
             "e year \"1984\n"
             "e kind k1\n"
             "g a Entry\n"
             "g list p\n"
             "g year \"1984\n"
             "g kind k2\n",
             LN_CONTRADICTION,
             1U,
             "What is one by p and 1984 is given several values: k1 and k2");
  CHECK_RULE("r,key,contradiction,class=x:Entry; key=x:list x:year; value=x:kind,\n",
             "e a Entry\n"
             "e list p\n"
             "e year \"1984\n"
             "e kind k1\n"
             "g a Entry\n"
             "g list p\n"
             "g year \"1985\n"
             "g kind k2\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,key,contradiction,class=x:Entry; key=x:list x:year; value=x:kind,\n",
             "e a Entry\n"
             "e list p\n"
             "e kind k1\n"
             "g a Entry\n"
             "g list p\n"
             "g kind k2\n",
             LN_CONTRADICTION,
             0U,
             "");
}

static void
beside(void)
{
  CHECK_RULE("r,beside,information,class=x:Entry; same=x:of; differ=x:list x:year,\n",
             "e a Entry\n"
             "e of w\n"
             "e list p\n"
             "g a Entry\n"
             "g of w\n"
             "g list q\n",
             LN_INFORMATION,
             1U,
             "w has 2 entries that differ; all of them can be true");
  CHECK_RULE("r,beside,information,class=x:Entry; same=x:of; differ=x:list x:year,\n",
             "e a Entry\n"
             "e of w\n"
             "e list p\n"
             "g a Entry\n"
             "g of w\n"
             "g list p\n",
             LN_INFORMATION,
             0U,
             "");
}

static const unit_test tests[] = {{"key", key}, {"beside", beside}};

UNIT_MAIN("rule_key", tests)
