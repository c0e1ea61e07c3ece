/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Reject files: they are read as their tables are, appear whole or not at all, and never take the
   place of a table. The rows are every second one of the table. */

#include "run/reject.h"
#include "run_unit.h"

/* A row as a whole, or in two pieces, which must not show. */
static ln_status
reject_row(ln_reject* const reject, ln_table* const table, const ln_view raw, const bool whole)
{
  if (whole) {
    return ln_reject_row(reject, table, raw);
  }
  const size_t half = raw.n / 2U;
  LN_TRY(ln_reject_piece(reject, table, ln_view_first(raw, half), true));
  return ln_reject_piece(reject, table, ln_view_from(raw, half), false);
}

static ln_status
reject_rows(ln_reject* const reject, ln_table* const table, const uint32_t header_rows)
{
  const ln_row* row = NULL;
  uint64_t      n   = 0U;
  ln_status     st  = LN_OK;
  while ((st = ln_table_next(table, &row)) == LN_OK) {
    if (n++ >= header_rows && n % 2U == 0U) {
      LN_TRY(reject_row(reject, table, row->raw, n % 4U == 0U));
    }
  }
  ln_reject_end(reject, table);
  return st == LN_END ? LN_OK : st;
}

static ln_status
reject_table(ln_reject* const reject, const folder* const f, const char* const name)
{
  char        path[PATH_SIZE];
  ln_in*      in    = NULL;
  ln_table*   table = NULL;
  const char* error = NULL;
  ln_dialect  dialect;
  ln_dialect_default(&dialect);
  LN_TRY(ln_reject_table(reject, ln_view_of(path_to(f, name, path))));
  LN_TRY(ln_in_open(path, &in, &error));
  LN_TRY(ln_table_open(in, &dialect, NULL, 0U, 3U, &table));
  const ln_status st     = reject_rows(reject, table, dialect.header_rows);
  const ln_status closed = ln_table_close(table);
  return st == LN_OK ? closed : st;
}

/* Reject rows of a.csv, and of b.csv if it is there. */
static ln_status
reject_all(const folder* const f, const char* const path)
{
  ln_reject* reject = NULL;
  LN_TRY(ln_reject_open(path, f->log, &reject));
  ln_status st = reject_table(reject, f, "a.csv");
  if (st == LN_OK && has_file(f, "b.csv")) {
    st = reject_table(reject, f, "b.csv");
  }
  st = st == LN_OK ? ln_reject_finish(reject) : st;
  ln_reject_free(reject);
  return st;
}

static void
test_one_file(void)
{
  folder f;
  char   path[PATH_SIZE];
  set_up(&f);
  put_file(&f, "a.csv", "\xEF\xBB\xBFx,y\r\n1,2\r\n3,4\r\n5,\"6\r\n6\"", false);
  CU_ASSERT_EQUAL(reject_all(&f, path_to(&f, "r.csv", path)), LN_OK);
  CHECK_FILE(&f, "r.csv", "\xEF\xBB\xBFx,y\r\n1,2\r\n5,\"6\r\n6\"\r\n");
  // Two tables: one behind the other
  put_file(&f, "a.csv", "x,y\n1,2\n", false);
  put_file(&f, "b.csv", "z\n8\n", false);
  CU_ASSERT_EQUAL(reject_all(&f, path), LN_OK);
  CHECK_FILE(&f, "r.csv", "x,y\n1,2\nz\n8\n");
  // No row: an empty file
  put_file(&f, "a.csv", "x,y\n", false);
  put_file(&f, "b.csv", "z\n", false);
  CU_ASSERT_EQUAL(reject_all(&f, path), LN_OK);
  CHECK_FILE(&f, "r.csv", "");
  CHECK_FINDINGS(&f, "");
  tear_down(&f);
}

static void
test_folder(void)
{
  folder f;
  folder to;
  char   path[PATH_SIZE];
  set_up(&f);
  set_up(&to);
  put_file(&f, "a.csv", "x,y\n1,2\n", false);
  put_file(&f, "b.csv", "z\n", false);
  CU_ASSERT_EQUAL(reject_all(&f, to.path), LN_OK);
  CHECK_FILE(&to, "a.csv", "x,y\n1,2\n");
  CHECK_FILE(&to, "b.csv", "");
  CU_ASSERT_EQUAL(count_files(&to, true), 2U);
  // A folder that is not there yet
  CU_ASSERT_EQUAL(reject_all(&f, path_to(&to, "new/", path)), LN_OK);
  CHECK_FILE(&to, "new/a.csv", "x,y\n1,2\n");
  CU_ASSERT_EQUAL(remove(path_to(&to, "new/a.csv", path)), 0);
  CU_ASSERT_EQUAL(remove(path_to(&to, "new/b.csv", path)), 0);
  CHECK_FINDINGS(&f, "");
  tear_down(&to);
  tear_down(&f);
}

static void
test_same_name(void)
{
  folder     f;
  folder     to;
  ln_reject* reject = NULL;
  set_up(&f);
  set_up(&to);
  put_file(&f, "a.csv", "x\n1\n", false);
  CU_ASSERT_EQUAL_FATAL(ln_reject_open(to.path, f.log, &reject), LN_OK);
  CU_ASSERT_EQUAL(reject_table(reject, &f, "a.csv"), LN_OK);
  CU_ASSERT_EQUAL(reject_table(reject, &f, "a.csv"), LN_OK);
  CU_ASSERT_EQUAL(ln_reject_table(reject, LN_V("-")), LN_OK);
  CU_ASSERT_EQUAL(ln_reject_finish(reject), LN_OK);
  ln_reject_free(reject);
  CHECK_FILE(&to, "a.csv", "x\n1\n");
  CHECK_FILE(&to, "2-a.csv", "x\n1\n");
  CHECK_FILE(&to, "stdin.csv", "");
  tear_down(&to);
  tear_down(&f);
}

/* The table itself would be lost. */
static void
test_over_the_table(void)
{
  folder f;
  char   path[PATH_SIZE];
  set_up(&f);
  put_file(&f, "a.csv", "x,y\n1,2\n", false);
  CU_ASSERT_EQUAL(reject_all(&f, f.path), LN_USAGE);
  CHECK_FINDINGS(
    &f, "L0610 output 0:0 the rejected rows would take the place of their table \"DIR/a.csv\"\n");
  new_log(&f);
  CU_ASSERT_EQUAL(reject_all(&f, path_to(&f, "a.csv", path)), LN_USAGE);
  CHECK_FILE(&f, "a.csv", "x,y\n1,2\n");
  CU_ASSERT_EQUAL(count_files(&f, false), 1U);
  tear_down(&f);
}

static void
test_failures(void)
{
  folder f;
  char   path[PATH_SIZE];
  set_up(&f);
  put_file(&f, "a.csv", "x,y\n1,2\n", false);
  CU_ASSERT_EQUAL(reject_all(&f, path_to(&f, "none/r.csv", path)), LN_IO);
  CHECK_FINDINGS(&f,
                 "L0601 output 0:0 DIR/none/r.csv cannot be written: No such file or directory\n");
  new_log(&f);
  CU_ASSERT_EQUAL(reject_all(&f, path_to(&f, "none/r/", path)), LN_IO);
  CHECK_FINDINGS(&f, "L0601 output 0:0 DIR/none/r/ cannot be written: No such file or directory\n");
  new_log(&f);
  CU_ASSERT_EQUAL(reject_all(&f, "/dev/full"), LN_IO);
  CHECK_FINDINGS(&f, "L0601 output 0:0 /dev/full cannot be written: No space left on device\n");
  // Not finished: nothing appears
  ln_reject* reject = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_reject_open(path_to(&f, "r.csv", path), f.log, &reject), LN_OK);
  CU_ASSERT_EQUAL(reject_table(reject, &f, "a.csv"), LN_OK);
  ln_reject_free(reject);
  ln_reject_free(NULL);
  CU_ASSERT_EQUAL(count_files(&f, false), 1U);
  tear_down(&f);
}

static void
test_no_memory(void)
{
  folder f;
  folder to;
  set_up(&f);
  set_up(&to);
  put_file(&f, "a.csv", "x,y\n1,2\n", false);
  CHECK_ALLOC_FAILURES(reject_all(&f, to.path), new_log(&f));
  tear_down(&to);
  tear_down(&f);
}

static const unit_test tests[] = {
  {"one file", test_one_file},
  {"folder", test_folder},
  {"same name", test_same_name},
  {"over the table", test_over_the_table},
  {"failures", test_failures},
  {"no memory", test_no_memory},
};

UNIT_MAIN("reject", tests)
