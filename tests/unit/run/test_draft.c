/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Drafts of metadata: where they go, how tables are named in them, what is refused. */

#include "run/run.h"
#include "run_unit.h"

#include "base/memory.h"

/* Draft one table or two of the folder; `output` NULL: beside them. */
static ln_status
draft(folder* const     f,
      const char* const a,
      const char* const b,
      const char* const output,
      ln_text* const    path)
{
  char           first[PATH_SIZE];
  char           second[PATH_SIZE];
  char           target[PATH_SIZE];
  char*          tables[2] = {first, second};
  const ln_draft d         = {.tables = tables,
                              .n      = b ? 2U : 1U,
                              .output = output ? path_to(f, output, target) : NULL,
                              .rows   = 10U};
  (void)path_to(f, a, first);
  (void)path_to(f, b ? b : "", second);
  return ln_run_draft(&d, f->log, path);
}

/* The document holds the text. */
static void
check_holds(folder* const f, const char* const document, const char* const expected)
{
  char        path[PATH_SIZE];
  ln_view     bytes = {NULL, 0U};
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(path_to(f, document, path), 100000U, &bytes, &error), LN_OK);
  CU_ASSERT_PTR_NOT_NULL(strstr(bytes.s, expected));
  ln_free((void*)(uintptr_t)bytes.s);
}

static void
places(void)
{
  folder  f;
  ln_text path = {0};
  set_up(&f);
  put_file(&f, "a b.csv", "id,n\n1,2\n2,2\n", false);
  put_file(&f, "b.csv.gz", "id,n\n1,2\n2,2\n", false);
  CU_ASSERT_EQUAL(draft(&f, "a b.csv", NULL, NULL, &path), LN_OK);
  CU_ASSERT_TRUE(ln_view_ends(ln_text_view(&path), LN_V("/a b.csv-metadata.json")));
  check_holds(&f, "a b.csv-metadata.json", "\"url\": \"a%20b.csv\"");
  check_holds(&f, "a b.csv-metadata.json", "\"aboutUrl\": \"a%20b/{id}\"");
  CU_ASSERT_EQUAL(draft(&f, "a b.csv", "b.csv.gz", NULL, &path), LN_OK);
  CU_ASSERT_TRUE(ln_view_ends(ln_text_view(&path), LN_V("/csv-metadata.json")));
  check_holds(&f, "csv-metadata.json", "\"url\": \"b.csv.gz\"");
  check_holds(&f, "csv-metadata.json", "\"aboutUrl\": \"b/{id}\"");
  CU_ASSERT_EQUAL(draft(&f, "b.csv.gz", NULL, "x.json", &path), LN_OK);
  CU_ASSERT_TRUE(has_file(&f, "x.json"));
  CHECK_FINDINGS(&f, "");
  ln_text_clear(&path);
  tear_down(&f);
}

static void
refusals(void)
{
  folder  f;
  ln_text path = {0};
  set_up(&f);
  put_file(&f, "t.csv", "id\n1\n", false);
  put_file(&f, "none.csv", "", false);
  put_file(&f, "t.csv-metadata.json", "mine", false);
  CU_ASSERT_EQUAL(draft(&f, "t.csv", NULL, NULL, &path), LN_USAGE);
  CHECK_FILE(&f, "t.csv-metadata.json", "mine");
  CU_ASSERT_EQUAL(draft(&f, "t.csv", NULL, "t.csv", &path), LN_USAGE);
  CHECK_FILE(&f, "t.csv", "id\n1\n");
  CU_ASSERT_EQUAL(draft(&f, "none.csv", NULL, NULL, &path), LN_USAGE);
  CU_ASSERT_EQUAL(draft(&f, "gone.csv", NULL, NULL, &path), LN_IO);
  CU_ASSERT_EQUAL(draft(&f, "t.csv", NULL, "no/x.json", &path), LN_IO);
  CHECK_FINDINGS(&f,
                 "L0601 output 0:0 there is such a file already\n"
                 "L0601 output 0:0 there is such a file already\n"
                 "L0506 output 0:0 the table is empty: it has not even a header\n"
                 "L0109 output 0:0 No such file or directory\n"
                 "L0601 output 0:0 No such file or directory\n");
  CU_ASSERT_EQUAL(count_files(&f, false), 3U);
  ln_text_clear(&path);
  tear_down(&f);
}

static ln_status
draft_again(folder* const f)
{
  char            target[PATH_SIZE];
  ln_text         path = {0};
  const ln_status st   = draft(f, "t.csv", "u.csv", "x.json", &path);
  (void)remove(path_to(f, "x.json", target));
  ln_text_clear(&path);
  return st;
}

static void
failing(void)
{
  folder f;
  set_up(&f);
  put_file(&f, "t.csv", "id,n\n1,\"a,b\"\n2,x\n", false);
  put_file(&f, "u.csv", "t_id\n1\n1\n", false);
  CHECK_ALLOC_FAILURES(draft_again(&f), new_log(&f));
  tear_down(&f);
}

static const unit_test tests[] = {
  {"places", places},
  {"refusals", refusals},
  {"failing allocator", failing},
};

UNIT_MAIN("run/draft", tests)
