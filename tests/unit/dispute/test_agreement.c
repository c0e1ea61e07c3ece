/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Groups of values: each group holds only what agrees with all of it. */

#include "dispute/agreement.h"
#include "dispute_unit.h"

static void
groups(void)
{
  CHECK_RULE("r,values,contradiction,property=x:born,\n",
             "ann born \"1999\n"
             "ann born \"1999-06-21\n"
             "ann born \"1999-06-22\n",
             LN_CONTRADICTION,
             1U,
             "ann can have one born, and is given several: 1999 and 1999-06-22");
  CHECK_RULE("r,values,contradiction,property=x:born,\n",
             "ann born \"1999\n"
             "ann born \"199X\n"
             "ann born \"1999-06-22\n",
             LN_CONTRADICTION,
             0U,
             "");
}

static void
kinds(void)
{
  CHECK_RULE("r,values,contradiction,property=x:n,\n",
             "ann n \"4\n"
             "ann n \"4.0\n",
             LN_CONTRADICTION,
             0U,
             "");
  CHECK_RULE("r,values,contradiction,property=x:n,\n",
             "ann n \"4\n"
             "ann n four\n",
             LN_CONTRADICTION,
             1U,
             "ann can have one n, and is given several: 4 and four");
}

static const unit_test tests[] = {{"groups", groups}, {"kinds", kinds}};

UNIT_MAIN("agreement", tests)
