/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which shapes are evaluated, in what order, how many results are kept, and that shared parts cost
 * nothing. */

#include "shapes_unit.h"

static void
order(void)
{
  CHECK_ROWS(":b sh:targetNode :y , :x ; sh:in ( 9 ) . :a sh:targetNode :x ; sh:in ( 8 ) .",
             ":x :p 1 .",
             "y - y in\nx - x in\nx - x in\n");
}

static void
kept(void)
{
  shapes_sample s;
  CU_ASSERT_EQUAL_FATAL(shapes_run(&s, ":s sh:targetNode 1 , 2 , 3 ; sh:in () .", ""), LN_OK);
  CU_ASSERT_EQUAL(s.results.n, 3U);
  ln_results           few   = {.most = 2U};
  const ln_shape_check check = {
    .shapes = &s.shapes, .terms = s.terms, .data = s.data, .log = s.log};
  CU_ASSERT_EQUAL(ln_validate(&check, &few), LN_OK);
  CU_ASSERT_EQUAL(few.n, 2U);
  CU_ASSERT_EQUAL(few.total, 3U);
  ln_results_clear(&few);
  shapes_clear(&s);
}

/* Each of 60 shapes asks for the next one twice: without keeping verdicts, 2^60 evaluations. */
static void
shared(void)
{
  enum { DEEP = 60 };
  ln_text shapes = {0};
  CU_ASSERT_EQUAL(ln_text_format(&shapes, ":s sh:targetNode :a ; sh:not :s0 . "), LN_OK);
  for (int i = 0; i < DEEP; ++i) {
    CU_ASSERT_EQUAL(
      ln_text_format(&shapes, ":s%d sh:xone ( :s%d [ sh:not :s%d ] ) . ", i, i + 1, i + 1), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_text_format(&shapes, ":s%d sh:in ( :a ) .", DEEP), LN_OK);
  CHECK_ROWS(shapes.s, "", "a - a not\n");
  ln_text_clear(&shapes);
}

static const unit_test TESTS[] = {{"order", order}, {"kept", kept}, {"shared", shared}};

UNIT_MAIN("check/validate", TESTS)
