/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The starter catalogue: all of it or nothing. */

#include "run/run.h"

#include "base/in.h"
#include "base/text.h"
#include "map/embedded.h"
#include "unit.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 256 };

typedef struct {
  char    folder[PATH_SIZE]; ///< private to the test
  char    inside[PATH_SIZE + 8];
  ln_log* log;
} fixture;

static void
set_up(fixture* const f)
{
  const ln_log_policy policy = {0};
  const char* const   tmp    = getenv("TMPDIR");
  CU_ASSERT_FATAL(
    snprintf(f->folder, sizeof(f->folder), "%s/liner-init-XXXXXX", tmp ? tmp : "/tmp") < PATH_SIZE);
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(f->folder));
  CU_ASSERT_TRUE(snprintf(f->inside, sizeof(f->inside), "%s/new", f->folder) > 0);
  f->log = ln_log_new(&policy);
  CU_ASSERT_PTR_NOT_NULL_FATAL(f->log);
}

/* Number of files in a folder; each is removed on the way if asked for. */
static size_t
count_files(const char* const folder, const bool remove_them)
{
  size_t     n   = 0U;
  DIR* const dir = opendir(folder);
  if (!dir) {
    return 0U;
  }
  for (const struct dirent* entry = readdir(dir); entry; entry = readdir(dir)) {
    char path[2 * PATH_SIZE + 8];
    if (entry->d_name[0] == '.' && strlen(entry->d_name) < 3U) {
      continue;
    }
    ++n;
    if (remove_them && snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name) > 0) {
      (void)unlink(path);
    }
  }
  (void)closedir(dir);
  return n;
}

static void
tear_down(fixture* const f)
{
  (void)count_files(f->inside, true);
  (void)rmdir(f->inside);
  (void)count_files(f->folder, true);
  CU_ASSERT_EQUAL(rmdir(f->folder), 0);
  ln_log_free(f->log);
}

static void
check_file(const fixture* const f, const char* const name, const char* const start)
{
  char        path[PATH_SIZE + 32];
  ln_view     bytes = {NULL, 0U};
  const char* error = NULL;
  CU_ASSERT_TRUE(snprintf(path, sizeof(path), "%s/%s", f->inside, name) > 0);
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(path, 1U << 20U, &bytes, &error), LN_OK);
  CU_ASSERT_TRUE(ln_view_starts(bytes, ln_view_of(start)));
  ln_free((void*)(uintptr_t)bytes.s);
}

static void
all_files_are_written(void)
{
  fixture f;
  set_up(&f);
  CU_ASSERT_EQUAL(ln_run_init(f.inside, f.log), LN_OK);
  CU_ASSERT_EQUAL(count_files(f.inside, false), 8U);
  check_file(&f, "people.csv", "id,name,kind,");
  check_file(&f, "README.md", "# ");
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_ERROR), 0U);
  /* A second time they are there already. */
  CU_ASSERT_EQUAL(ln_run_init(f.inside, f.log), LN_USAGE);
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_ERROR), 1U);
  tear_down(&f);
}

static void
nothing_is_written_beside_a_file_of_ours(void)
{
  fixture f;
  set_up(&f);
  CU_ASSERT_EQUAL_FATAL(mkdir(f.inside, 0700), 0);
  char path[PATH_SIZE + 32];
  CU_ASSERT_TRUE(snprintf(path, sizeof(path), "%s/works.csv", f.inside) > 0);
  CU_ASSERT_EQUAL_FATAL(symlink("nowhere", path), 0);
  CU_ASSERT_EQUAL(ln_run_init(f.inside, f.log), LN_USAGE);
  CU_ASSERT_EQUAL(count_files(f.inside, false), 1U);
  tear_down(&f);
}

static void
an_empty_folder_will_do(void)
{
  fixture f;
  set_up(&f);
  CU_ASSERT_EQUAL_FATAL(mkdir(f.inside, 0700), 0);
  CU_ASSERT_EQUAL(ln_run_init(f.inside, f.log), LN_OK);
  CU_ASSERT_EQUAL(count_files(f.inside, false), 8U);
  tear_down(&f);
}

static void
no_folder_can_be_made(void)
{
  fixture f;
  set_up(&f);
  char path[PATH_SIZE + 32];
  CU_ASSERT_TRUE(snprintf(path, sizeof(path), "%s/a/b", f.inside) > 0);
  CU_ASSERT_EQUAL(ln_run_init(path, f.log), LN_IO);
  CU_ASSERT_EQUAL(ln_log_count(f.log, LN_ERROR), 1U);
  tear_down(&f);
}

/* Out of memory at any point: nothing stays behind, not even the folder. */
static void
memory_may_end(void)
{
  fixture f;
  set_up(&f);
  size_t    n      = 0U;
  ln_status status = LN_NO_MEM;
  while (status == LN_NO_MEM) {
    ln_alloc_fail_at(++n);
    status = ln_run_init(f.inside, f.log);
    ln_alloc_fail_at(0U);
    CU_ASSERT_TRUE(status == LN_OK || (status == LN_NO_MEM && access(f.inside, F_OK) != 0));
  }
  CU_ASSERT_EQUAL(status, LN_OK);
  CU_ASSERT_TRUE(n > 1U);
  tear_down(&f);
}

static const unit_test tests[] = {
  {"all files are written", all_files_are_written},
  {"nothing is written beside a file of ours", nothing_is_written_beside_a_file_of_ours},
  {"an empty folder will do", an_empty_folder_will_do},
  {"no folder can be made", no_folder_can_be_made},
  {"memory may end", memory_may_end},
};

UNIT_MAIN("init", tests)
