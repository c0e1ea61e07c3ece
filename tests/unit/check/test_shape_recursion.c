/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Shapes that refer to themselves are named, and end. */

#include "shapes_unit.h"

static void
circles(void)
{
  CHECK_FAULTS(":s sh:node :s .", "L0712\n");
  CHECK_FAULTS(
    ":s sh:node :t . :t sh:and ( :u ) . :u sh:property :v . :v sh:path :p ; sh:node :t .",
    "L0712\n");
  CHECK_FAULTS(":s sh:node :t , :u . :t sh:node :v . :u sh:node :v . :v sh:in ( 1 ) .", "");
}

/* Where a shape comes back to the same node, that conforms. */
static void
rows(void)
{
  check_rows(
    ":s sh:targetNode :a ; sh:property :p . :p sh:path :knows ; sh:node :s ; sh:maxCount 1 .",
    ":a :knows :b . :b :knows :a .",
    "",
    "L0712\n",
    __LINE__);
  check_rows(
    ":s sh:targetNode :a ; sh:property :p . :p sh:path :knows ; sh:node :s ; sh:maxCount 1 .",
    ":a :knows :b . :b :knows :a , :c .",
    "a knows b node\n",
    "L0712\n",
    __LINE__);
}

/* A chain longer than frames are allowed. */
static void
deep(void)
{
  enum { DEEP = 12000 };
  ln_text       data = {0};
  shapes_sample s;
  for (int i = 0; i < DEEP; ++i) {
    CU_ASSERT_EQUAL(ln_text_format(&data, ":n%d :knows :n%d . ", i, i + 1), LN_OK);
  }
  CU_ASSERT_EQUAL_FATAL(
    shapes_run(&s, ":s sh:targetNode :n0 ; sh:property [ sh:path :knows ; sh:node :s ] .", data.s),
    LN_OK);
  CHECK_VIEW(ln_text_view(&s.faults), "L0712\nL0713\n");
  shapes_clear(&s);
  ln_text_clear(&data);
}

static const unit_test TESTS[] = {{"circles", circles}, {"rows", rows}, {"deep", deep}};

UNIT_MAIN("check/shape_recursion", TESTS)
