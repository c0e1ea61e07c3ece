/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which syntax a run writes: by name, by the ending of the output. */

#include "run/session.h"
#include "run_unit.h"

static void
check_syntax(const char* const to,
             const char* const output,
             const char* const expected,
             const bool        expect_graphs)
{
  const ln_job job    = {.to = to, .output = output};
  ln_session   s      = {.job = &job};
  const char*  syntax = NULL;
  bool         graphs = !expect_graphs;
  CU_ASSERT_EQUAL_FATAL(ln_session_syntax(&s, &syntax, &graphs), LN_OK);
  CU_ASSERT_STRING_EQUAL(syntax, expected);
  CU_ASSERT_EQUAL(graphs, expect_graphs);
}

static void
test_endings(void)
{
  check_syntax(NULL, NULL, "turtle", false);
  check_syntax(NULL, "-", "turtle", false);
  check_syntax(NULL, "out", "turtle", false);
  check_syntax(NULL, "a/b.ttl", "turtle", false);
  check_syntax(NULL, "b.trig", "trig", true);
  check_syntax(NULL, "b.nt", "ntriples", false);
  check_syntax(NULL, "b.nq", "nquads", true);
  check_syntax(NULL, "b.jsonld", "jsonld", false);
  check_syntax(NULL, "b.nq.gz", "nquads", true);
  check_syntax(NULL, "b.nt.zst", "ntriples", false);
  check_syntax(NULL, "b.rdf", "rdfxml", false);
  check_syntax(NULL, "b.gz", "turtle", false);
  check_syntax(NULL, "", "turtle", false);
}

/* The name wins over the ending. */
static void
test_names(void)
{
  check_syntax("nquads", "b.ttl", "nquads", true);
  check_syntax("rdfxml", NULL, "rdfxml", false);
}

/* Names differ, endings too, and each has a label. */
static void
test_table(void)
{
  const char* name  = NULL;
  const char* label = NULL;
  const char* ends  = NULL;
  const char* other = NULL;
  size_t      n     = 0U;
  for (; ln_run_syntax(n, &name, &label, &ends); ++n) {
    CU_ASSERT_NOT_EQUAL(*name, '\0');
    CU_ASSERT_NOT_EQUAL(*label, '\0');
    for (size_t i = 0U; i < n; ++i) {
      CU_ASSERT_TRUE(ln_run_syntax(i, &other, &label, &ends));
      CU_ASSERT_STRING_NOT_EQUAL(other, name);
    }
  }
  CU_ASSERT(n > 5U);
}

static void
test_unknown(void)
{
  folder       f;
  const ln_job job    = {.to = "turtel"};
  const char*  syntax = NULL;
  bool         graphs = false;
  set_up(&f);
  ln_session s = {.job = &job, .log = f.log};
  CU_ASSERT_EQUAL(ln_session_syntax(&s, &syntax, &graphs), LN_USAGE);
  CHECK_FINDINGS(&f, "L0603 output 0:0 \"turtel\" is not a syntax\n");
  tear_down(&f);
}

static const unit_test tests[] = {
  {"endings", test_endings},
  {"names", test_names},
  {"table", test_table},
  {"unknown", test_unknown},
};

UNIT_MAIN("syntax", tests)
