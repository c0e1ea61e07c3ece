/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What two graphs lack of each other, from files and tables, and that nothing is written of inputs
   that were not read as a whole. */

#include "map/mapping.h"
#include "run/diff.h"
#include "run_unit.h"

typedef struct {
  folder f;
  char   old[PATH_SIZE];
  char new[PATH_SIZE];
  char   output[PATH_SIZE];
  char*  inputs[2];
  ln_job job;
} pair;

static void
begin(pair* const p)
{
  set_up(&p->f);
  p->inputs[0] = p->old;
  p->inputs[1] = p->new;
  (void)path_to(&p->f, "old.nt", p->old);
  (void)path_to(&p->f, "new.nt", p->new);
  p->job = (ln_job){.inputs   = p->inputs,
                    .n_inputs = 2U,
                    .layers   = LN_LAYER_FACTS,
                    .output   = path_to(&p->f, "output", p->output)};
  put_file(&p->f, "old.nt", "<x:a> <x:p> \"1\" .\n<x:a> <x:p> \"2\" .\n", false);
  put_file(&p->f, "new.nt", "<x:a> <x:p> \"3\" .\n<x:a> <x:p> \"1\" .\n", false);
}

static void
check_output(const pair* const p, const char* const expected)
{
  ln_view     bytes = {0};
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(p->output, 4096U, &bytes, &error), LN_OK);
  CHECK_VIEW(bytes, expected);
  ln_free((void*)(uintptr_t)bytes.s);
}

static void
test_patch(void)
{
  pair          p;
  ln_differed   differed = {0U, 0U, 0U};
  const ln_diff diff     = {.job = &p.job, .form = LN_DIFF_PATCH};
  begin(&p);
  CU_ASSERT_EQUAL(ln_run_diff(&diff, p.f.log, &differed), LN_OK);
  CU_ASSERT_EQUAL(differed.removed, 1U);
  CU_ASSERT_EQUAL(differed.added, 1U);
  CU_ASSERT_EQUAL(differed.same, 1U);
  check_output(&p, "TX .\nD <x:a> <x:p> \"2\" .\nA <x:a> <x:p> \"3\" .\nTC .\n");
  tear_down(&p.f);
}

/* A graph that was converted from a table is no different from that table. */
static void
test_table(void)
{
  pair          p;
  char          table[PATH_SIZE];
  ln_summary    summary  = {0};
  ln_differed   differed = {0U, 0U, 0U};
  const ln_diff diff     = {.job = &p.job, .form = LN_DIFF_TEXT};
  begin(&p);
  put_file(&p.f, "t.csv", "name,born\nAda,1815\nBob,1815\n", false);
  ln_job exported = {.input  = path_to(&p.f, "t.csv", table),
                     .output = p.old,
                     .to     = "ntriples",
                     .layers = LN_LAYER_FACTS};
  CU_ASSERT_EQUAL_FATAL(ln_run_export(&exported, p.f.log, &summary), LN_OK);
  p.inputs[1] = table;
  CU_ASSERT_EQUAL(ln_run_diff(&diff, p.f.log, &differed), LN_OK);
  CU_ASSERT_EQUAL(differed.removed + differed.added, 0U);
  CU_ASSERT_EQUAL(differed.same, 4U);
  check_output(&p, "");
  tear_down(&p.f);
}

static void
test_nothing(void)
{
  pair          p;
  ln_differed   differed = {0U, 0U, 0U};
  const ln_diff diff     = {.job = &p.job, .form = LN_DIFF_PATCH};
  begin(&p);
  put_file(&p.f, "new.nt", "<x:a> <x:p> .\n", false);
  CU_ASSERT_EQUAL(ln_run_diff(&diff, p.f.log, &differed), LN_STOP);
  CU_ASSERT_NOT_EQUAL(access(p.output, F_OK), 0);
  p.inputs[1] = p.f.path;
  new_log(&p.f);
  CU_ASSERT_NOT_EQUAL(ln_run_diff(&diff, p.f.log, &differed), LN_OK);
  CU_ASSERT_NOT_EQUAL(access(p.output, F_OK), 0);
  tear_down(&p.f);
}

static void
test_no_memory(void)
{
  pair        p;
  ln_differed differed = {0U, 0U, 0U};
  begin(&p);
  const ln_diff text  = {.job = &p.job, .form = LN_DIFF_TEXT};
  const ln_diff patch = {.job = &p.job, .form = LN_DIFF_PATCH, .added = p.output};
  CHECK_ALLOC_FAILURES(ln_run_diff(&text, p.f.log, &differed), new_log(&p.f));
  p.job.output = "/dev/null";
  CHECK_ALLOC_FAILURES(ln_run_diff(&patch, p.f.log, &differed), new_log(&p.f));
  tear_down(&p.f);
}

static const unit_test tests[] = {{"patch", test_patch},
                                  {"table", test_table},
                                  {"nothing", test_nothing},
                                  {"no_memory", test_no_memory}};

UNIT_MAIN("diff", tests)
