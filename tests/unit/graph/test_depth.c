/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Brackets count where they are brackets. */

#include "unit.h"

#include "graph/depth.h"

static size_t
depth_of(const char* const text)
{
  ln_depth d       = {0};
  ln_depth at_once = {0};
  for (const char* c = text; *c; ++c) { // the worst cut into pieces
    CU_ASSERT_PTR_NULL(ln_depth_scan(&d, (ln_view){c, 1U}));
  }
  CU_ASSERT_PTR_NULL(ln_depth_scan(&at_once, ln_view_of(text)));
  CU_ASSERT_EQUAL(at_once.depth, d.depth);
  CU_ASSERT_EQUAL(at_once.newlines, d.newlines);
  return d.depth;
}

static void
counted(void)
{
  CU_ASSERT_EQUAL(depth_of("<a> <b> [ <c> ( 1 ( 2"), 3U);
  CU_ASSERT_EQUAL(depth_of("<g> { [] <p> ( [ ] ) "), 1U);
  CU_ASSERT_EQUAL(depth_of("] ] ["), 1U);
  CU_ASSERT_EQUAL(depth_of("# \r[\n"), 1U);
  ln_depth flat = {.flat = true};
  CU_ASSERT_PTR_NULL(ln_depth_scan(&flat, LN_V("[[\n")));
  CU_ASSERT_EQUAL(flat.depth, 0U);
  CU_ASSERT_EQUAL(flat.newlines, 1U);
}

static void
not_counted(void)
{
  static const char* const TEXTS[] = {"<a[[> ",
                                      "# [[\n",
                                      "# [[\r# [\n",
                                      "\"[\" '[' \"\" '' ",
                                      "\"\\\"[\" ",
                                      "\"\"\"[\"[\"\"[\"\"\" ",
                                      "'''['['' \\'''['''",
                                      "e:a\\(b ",
                                      "<a#> \"<[\" '#[' "};
  for (size_t i = 0U; i < sizeof(TEXTS) / sizeof(TEXTS[0]); ++i) {
    CU_ASSERT_EQUAL(depth_of(TEXTS[i]), 0U);
  }
  CU_ASSERT_EQUAL(depth_of("\"\"[ \"\"\"\"\"\"( "), 2U);
}

static void
refused(void)
{
  ln_depth d = {0};
  CU_ASSERT_PTR_NOT_NULL(ln_depth_scan(&d, LN_V("a\n\0b")));
  CU_ASSERT_EQUAL(d.newlines, 1U);
  char open[LN_DEPTH_MOST + 1];
  memset(open, '[', sizeof(open));
  d = (ln_depth){0};
  CU_ASSERT_PTR_NULL(ln_depth_scan(&d, (ln_view){open, LN_DEPTH_MOST}));
  CU_ASSERT_PTR_NOT_NULL(ln_depth_scan(&d, (ln_view){open, 1U}));
}

static const unit_test TESTS[] = {
  {"counted", counted}, {"not counted", not_counted}, {"refused", refused}};

UNIT_MAIN("graph/depth", TESTS)
