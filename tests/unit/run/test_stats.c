/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is counted of tables, and where it is shown. */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

static ln_job
job_of(const folder* const f, char* const input, char* const output, char* const page)
{
  ln_job job      = {.input  = path_to(f, "t.csv", input),
                     .output = path_to(f, "text", output),
                     .layers = LN_LAYER_FACTS};
  job.stats.page  = path_to(f, "page", page);
  job.stats.top   = 3U;
  job.stats.width = 50U;
  job.stats.ascii = true;
  return job;
}

static void
test_table(void)
{
  folder     f;
  char       input[PATH_SIZE];
  char       output[PATH_SIZE];
  char       page[PATH_SIZE];
  ln_summary summary = {0};
  set_up(&f);
  put_file(&f, "t.csv", "name,born\nAda,1815\nBob,1815\nCat,\n", false);
  const ln_job job = job_of(&f, input, output, page);
  CU_ASSERT_EQUAL(ln_run_stats(&job, f.log, &summary), LN_OK);
  CU_ASSERT_EQUAL(summary.rows, 3U);
  CU_ASSERT_EQUAL(summary.triples, 5U);
  FILE* const file     = fopen(output, "r");
  char        head[80] = {0};
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT(fgets(head, sizeof(head), file) && fgets(head, sizeof(head), file));
  CU_ASSERT_STRING_EQUAL(head, "5 triples about 3 things, of 0 classes, with 2 properties\n");
  CU_ASSERT_EQUAL(fclose(file), 0);
  CU_ASSERT_EQUAL(access(page, F_OK), 0);
  tear_down(&f);
}

/* Neither text nor page appears if one of them cannot be written, or the input cannot be read. */
static void
test_nothing(void)
{
  folder     f;
  char       input[PATH_SIZE];
  char       output[PATH_SIZE];
  char       page[PATH_SIZE];
  ln_summary summary = {0};
  set_up(&f);
  ln_job job = job_of(&f, input, output, page);
  CU_ASSERT_EQUAL(ln_run_stats(&job, f.log, &summary), LN_IO);
  CU_ASSERT_NOT_EQUAL(access(page, F_OK), 0);
  put_file(&f, "t.csv", "name\nAda\n", false);
  new_log(&f);
  job.stats.page = f.path;
  CU_ASSERT_EQUAL(ln_run_stats(&job, f.log, &summary), LN_IO);
  CHECK_FINDINGS(&f, "L0601 output 0:0 DIR cannot be written: Is a directory\n");
  CU_ASSERT_NOT_EQUAL(access(output, F_OK), 0);
  tear_down(&f);
}

static void
test_no_memory(void)
{
  folder     f;
  char       input[PATH_SIZE];
  char       output[PATH_SIZE];
  char       page[PATH_SIZE];
  ln_summary summary = {0};
  set_up(&f);
  put_file(&f, "t.csv", "name\nAda\n", false);
  const ln_job job = job_of(&f, input, output, page);
  CHECK_ALLOC_FAILURES(ln_run_stats(&job, f.log, &summary), new_log(&f));
  tear_down(&f);
}

static const unit_test tests[] = {
  {"table", test_table}, {"nothing", test_nothing}, {"no_memory", test_no_memory}};

UNIT_MAIN("stats", tests)
