/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What happens in folders is told once it is done, and while it is being done; what does not happen
   is not. */

#include "base/notify.h"
#include "base/text.h"
#include "unit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 256 };

typedef struct {
  char       path[PATH_SIZE / 2];
  ln_notify* notify;
  ln_text    told; ///< `folder/name` and, if it is done, `!`; separated by blanks
} folder;

static void
set_up(folder* const f)
{
  const char* const tmp = getenv("TMPDIR");
  *f                    = (folder){.notify = NULL};
  CU_ASSERT_FATAL(snprintf(f->path, sizeof(f->path), "%s/liner-notify-XXXXXX", tmp ? tmp : "/tmp") <
                  (int)sizeof(f->path));
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(f->path));
  CU_ASSERT_EQUAL_FATAL(ln_notify_new(&f->notify), LN_OK);
}

static const char*
path_to(const folder* const f, const char* const name, char* const path)
{
  CU_ASSERT_FATAL(snprintf(path, PATH_SIZE, "%s/%s", f->path, name) < PATH_SIZE);
  return path;
}

static ln_status
keep(void* const self, const ln_view place, const ln_view name, const bool done)
{
  folder* const f    = self;
  const ln_view rest = ln_view_from(place, strlen(f->path));
  LN_TRY(f->told.n > 0U ? ln_text_add_byte(&f->told, ' ') : LN_OK);
  LN_TRY(ln_text_add(&f->told, rest));
  LN_TRY(ln_text_add_byte(&f->told, '/'));
  LN_TRY(ln_text_add(&f->told, name));
  return done ? ln_text_add_byte(&f->told, '!') : LN_OK;
}

static void
check_told(folder* const f, const char* const expected)
{
  ln_status st = LN_OK;
  ln_text_reset(&f->told);
  while (st == LN_OK) {
    st = ln_notify_wait(f->notify, 0, NULL, keep, f);
  }
  CU_ASSERT_EQUAL(st, LN_END);
  CHECK_VIEW(ln_text_view(&f->told), expected);
}

static void
tear_down(folder* const f)
{
  ln_notify_free(f->notify);
  ln_text_clear(&f->told);
  CU_ASSERT_EQUAL(rmdir(f->path), 0);
}

static void
test_files(void)
{
  folder f;
  char   a[PATH_SIZE];
  char   b[PATH_SIZE];
  set_up(&f);
  (void)path_to(&f, "a", a);
  (void)path_to(&f, "b", b);
  CU_ASSERT_EQUAL(ln_notify_folder(f.notify, f.path), LN_OK);
  CU_ASSERT_EQUAL(ln_notify_folder(f.notify, f.path), LN_OK);
  check_told(&f, "");
  const int fd = open(a, O_WRONLY | O_CREAT, 0600);
  CU_ASSERT_EQUAL(write(fd, "x", 1U), 1);
  check_told(&f, "/a /a");
  CU_ASSERT_EQUAL(close(fd), 0);
  check_told(&f, "/a!");
  CU_ASSERT_EQUAL(link(a, b), 0);
  check_told(&f, "/b!");
  CU_ASSERT_EQUAL(unlink(b), 0);
  CU_ASSERT_EQUAL(rename(a, b), 0);
  check_told(&f, "/b! /a! /b!");
  CU_ASSERT_EQUAL(unlink(b), 0);
  check_told(&f, "/b!");
  tear_down(&f);
}

static void
test_tree(void)
{
  folder f;
  char   in[PATH_SIZE];
  char   deep[PATH_SIZE];
  char   hidden[PATH_SIZE];
  bool   all = false;
  set_up(&f);
  CU_ASSERT_EQUAL(mkdir(path_to(&f, "in", in), 0700), 0);
  CU_ASSERT_EQUAL(mkdir(path_to(&f, "in/deep", deep), 0700), 0);
  CU_ASSERT_EQUAL(mkdir(path_to(&f, ".git", hidden), 0700), 0);
  CU_ASSERT_EQUAL(ln_notify_tree(f.notify, f.path, 2U, &all), LN_OK);
  CU_ASSERT_FALSE(all);
  CU_ASSERT_EQUAL(ln_notify_tree(f.notify, f.path, 9U, &all), LN_OK);
  CU_ASSERT_TRUE(all);
  CU_ASSERT_EQUAL(rmdir(deep), 0);
  check_told(&f, "/in/deep/! /in/deep!");
  CU_ASSERT_EQUAL(rmdir(hidden), 0);
  CU_ASSERT_EQUAL(rmdir(in), 0);
  check_told(&f, "/.git! /in/! /in!");
  /* A folder of that name is another one. */
  CU_ASSERT_EQUAL(mkdir(in, 0700), 0);
  CU_ASSERT_EQUAL(ln_notify_tree(f.notify, f.path, 9U, &all), LN_OK);
  CU_ASSERT_EQUAL(mkdir(deep, 0700), 0);
  check_told(&f, "/in! /in/deep!");
  CU_ASSERT_EQUAL(rmdir(deep) + rmdir(in), 0);
  CU_ASSERT_EQUAL(ln_notify_folder(f.notify, in), LN_IO);
  tear_down(&f);
}

static ln_status
refuse(void* const self, const ln_view place, const ln_view name, const bool done)
{
  (void)self;
  (void)place;
  (void)name;
  (void)done;
  return LN_USAGE;
}

static void
test_ends(void)
{
  const volatile sig_atomic_t stop = 1;
  folder                      f;
  char                        a[PATH_SIZE];
  set_up(&f);
  CU_ASSERT_EQUAL(ln_notify_folder(f.notify, f.path), LN_OK);
  CU_ASSERT_EQUAL(ln_notify_wait(f.notify, -1, &stop, refuse, NULL), LN_STOP);
  CU_ASSERT_EQUAL(ln_notify_wait(f.notify, 1, NULL, refuse, NULL), LN_END);
  CU_ASSERT_EQUAL(mkdir(path_to(&f, "a", a), 0700), 0);
  CU_ASSERT_EQUAL(ln_notify_wait(f.notify, -1, NULL, refuse, NULL), LN_USAGE);
  CU_ASSERT_EQUAL(rmdir(a), 0);
  ln_notify_free(NULL);
  tear_down(&f);
}

static void
test_no_memory(void)
{
  folder     f;
  bool       all    = false;
  ln_notify* notify = NULL;
  set_up(&f);
  CHECK_ALLOC_FAILURES(ln_notify_new(&notify), ln_notify_free(notify); notify = NULL);
  CHECK_ALLOC_FAILURES(ln_notify_tree(f.notify, f.path, 9U, &all), ln_notify_free(f.notify);
                       CU_ASSERT_EQUAL(ln_notify_new(&f.notify), LN_OK));
  tear_down(&f);
}

static const unit_test tests[] = {
  {"files", test_files}, {"tree", test_tree}, {"ends", test_ends}, {"no_memory", test_no_memory}};

UNIT_MAIN("base/notify", tests)
