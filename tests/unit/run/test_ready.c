/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Queries inside the program. */

#include "unit.h"

#include "run/ready.h"

static void
all(void)
{
  ln_ready ready    = {.name = {NULL, 0U}};
  ln_view  variable = {NULL, 0U};
  ln_view  what     = {NULL, 0U};
  size_t   n        = 0U;
  for (; ln_ready_at(n, &ready); ++n) {
    CU_ASSERT(ready.name.n > 0U);
    CU_ASSERT(ln_view_ends(ready.title, LN_V(".")));
    CU_ASSERT(ln_view_starts(ready.text, LN_V("# ")));
  }
  CU_ASSERT(n >= 7U);
  CU_ASSERT(ln_ready_find(LN_V("works"), &ready));
  CU_ASSERT(ln_ready_needs(&ready, 0U, &variable, &what));
  CHECK_VIEW(variable, "person");
  CU_ASSERT(what.n > 0U);
  CU_ASSERT_FALSE(ln_ready_needs(&ready, 1U, &variable, &what));
  CU_ASSERT_FALSE(ln_ready_find(LN_V("nothing"), &ready));
}

static const unit_test TESTS[] = {{"all", all}};

UNIT_MAIN("run/ready", TESTS)
