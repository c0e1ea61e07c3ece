/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Targets: files that appear whole or not at all, permissions, links, what is no file. */

#include "unit.h"

#include "scratch.h"

#include "base/target.h"

#include <errno.h>

static void
put(const ln_target* const target, const ln_view bytes)
{
  CU_ASSERT_EQUAL(write(target->fd, bytes.s, bytes.n), (ssize_t)bytes.n);
}

static mode_t
mode_of(const char* const path)
{
  struct stat info;
  CU_ASSERT_EQUAL_FATAL(stat(path, &info), 0);
  return info.st_mode & 07777U;
}

static void
appears_whole(void)
{
  scratch s;
  scratch_init(&s);
  char path[600];
  (void)snprintf(path, sizeof(path), "%s", scratch_path(&s, "out.nt"));
  ln_target    target;
  const char*  error = NULL;
  const mode_t mask  = umask(027);
  CU_ASSERT_EQUAL_FATAL(ln_target_open(path, &target, &error), LN_OK);
  put(&target, LN_V("new"));
  CU_ASSERT_FALSE(scratch_exists(path));
  CU_ASSERT_EQUAL(scratch_count(&s), 1U);
  CU_ASSERT_EQUAL(strncmp(target.temporary, s.folder, strlen(s.folder)), 0);
  CU_ASSERT_EQUAL(strncmp(target.temporary + strlen(s.folder), "/.out.nt.", 9U), 0);
  CU_ASSERT_EQUAL(strlen(target.temporary), strlen(s.folder) + 15U);
  CU_ASSERT(fcntl(target.fd, F_GETFD) & FD_CLOEXEC);
  CU_ASSERT_EQUAL(ln_target_commit(&target, &error), LN_OK);
  CU_ASSERT_EQUAL(target.fd, -1);
  (void)umask(mask);
  scratch_check(path, LN_V("new"));
  CU_ASSERT_EQUAL(mode_of(path), 0640U); // as the umask says
  CU_ASSERT_EQUAL(scratch_count(&s), 1U);
  scratch_clear(&s);
}

static void
replaces_or_leaves(void)
{
  scratch s;
  scratch_init(&s);
  char path[600];
  (void)snprintf(path, sizeof(path), "%s", scratch_path(&s, "out.nt"));
  ln_target   target;
  const char* error = NULL;
  scratch_write(path, LN_V("old content"));
  CU_ASSERT_EQUAL(chmod(path, 0604), 0);
  CU_ASSERT_EQUAL_FATAL(ln_target_open(path, &target, &error), LN_OK);
  put(&target, LN_V("new"));
  scratch_check(path, LN_V("old content"));
  ln_target_abandon(&target);
  scratch_check(path, LN_V("old content"));
  CU_ASSERT_EQUAL(scratch_count(&s), 1U);

  CU_ASSERT_EQUAL_FATAL(ln_target_open(path, &target, &error), LN_OK);
  put(&target, LN_V("new"));
  CU_ASSERT_EQUAL(ln_target_commit(&target, &error), LN_OK);
  scratch_check(path, LN_V("new"));
  CU_ASSERT_EQUAL(mode_of(path), 0604U); // kept
  CU_ASSERT_EQUAL(scratch_count(&s), 1U);
  scratch_clear(&s);
}

static void
follows_links(void)
{
  scratch s;
  scratch_init(&s);
  char link[600];
  char second[600];
  (void)snprintf(link, sizeof(link), "%s", scratch_path(&s, "link"));
  (void)snprintf(second, sizeof(second), "%s", scratch_path(&s, "second"));
  CU_ASSERT_EQUAL(symlink("second", link), 0);                   // relative
  CU_ASSERT_EQUAL(symlink(scratch_path(&s, "file"), second), 0); // absolute, to what is not there
  ln_target   target;
  const char* error = NULL;
  for (unsigned i = 0U; i < 2U; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_target_open(link, &target, &error), LN_OK);
    put(&target, i ? LN_V("two") : LN_V("one"));
    CU_ASSERT_EQUAL(ln_target_commit(&target, &error), LN_OK);
    struct stat info;
    CU_ASSERT(lstat(link, &info) == 0 && S_ISLNK(info.st_mode));
    CU_ASSERT(lstat(second, &info) == 0 && S_ISLNK(info.st_mode));
    CU_ASSERT(lstat(scratch_path(&s, "file"), &info) == 0 && S_ISREG(info.st_mode));
    scratch_check(scratch_path(&s, "file"), i ? LN_V("two") : LN_V("one"));
  }
  CU_ASSERT_EQUAL(unlink(second), 0);
  CU_ASSERT_EQUAL(symlink("link", second), 0); // round in a circle
  CU_ASSERT_EQUAL(ln_target_open(link, &target, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, strerror(ELOOP));
  scratch_clear(&s);
}

static void
check_refused(const char* const path, const int code)
{
  ln_target   target;
  const char* error = NULL;
  CU_ASSERT_EQUAL(ln_target_open(path, &target, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, strerror(code));
  CU_ASSERT_EQUAL(target.fd, -1);
  CU_ASSERT_PTR_NULL(target.path);
  CU_ASSERT_PTR_NULL(target.temporary);
  ln_target_abandon(&target); // harmless
}

static void
refused(void)
{
  scratch s;
  scratch_init(&s);
  check_refused(s.folder, EISDIR);
  check_refused(scratch_path(&s, "new/"), EISDIR);
  check_refused(scratch_path(&s, "no/such"), ENOENT);
  check_refused("", ENOENT);
  scratch_write(scratch_path(&s, "file"), LN_V("x"));
  check_refused(scratch_path(&s, "file/below"), ENOTDIR);
  char name[301];
  memset(name, 'n', 300U);
  name[300] = '\0';
  check_refused(scratch_path(&s, name), ENAMETOOLONG);
  if (geteuid() != 0U) { // root may write everywhere
    CU_ASSERT_EQUAL(chmod(scratch_path(&s, "file"), 0444), 0);
    check_refused(scratch_path(&s, "file"), EACCES);
    CU_ASSERT_EQUAL(chmod(s.folder, 0555), 0);
    check_refused(scratch_path(&s, "other"), EACCES);
    CU_ASSERT_EQUAL(chmod(s.folder, 0755), 0);
  }
  CU_ASSERT_EQUAL(scratch_count(&s), 1U);
  scratch_clear(&s);
}

static void
long_name(void)
{
  scratch s;
  scratch_init(&s);
  char name[256];
  memset(name, 'n', 255U);
  name[255] = '\0'; // as long as a name may be; the one beside must not be longer
  ln_target   target;
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_target_open(scratch_path(&s, name), &target, &error), LN_OK);
  CU_ASSERT_EQUAL(ln_target_commit(&target, &error), LN_OK);
  scratch_check(scratch_path(&s, name), LN_V(""));
  scratch_clear(&s);
}

static void
devices(void)
{
  ln_target   target;
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_target_open("/dev/null", &target, &error), LN_OK);
  CU_ASSERT_PTR_NULL(target.temporary);
  put(&target, LN_V("gone"));
  CU_ASSERT_EQUAL(ln_target_commit(&target, &error), LN_OK);
  struct stat info;
  CU_ASSERT(stat("/dev/null", &info) == 0 && S_ISCHR(info.st_mode));

  CU_ASSERT_EQUAL_FATAL(ln_target_open("-", &target, &error), LN_OK);
  CU_ASSERT_EQUAL(target.fd, STDOUT_FILENO);
  ln_target_abandon(&target);
  CU_ASSERT(fcntl(STDOUT_FILENO, F_GETFD) >= 0); // left open
}

static void
folder_vanishes(void)
{
  scratch s;
  scratch_init(&s);
  CU_ASSERT_EQUAL(mkdir(scratch_path(&s, "sub"), 0755), 0);
  ln_target   target;
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_target_open(scratch_path(&s, "sub/out"), &target, &error), LN_OK);
  CU_ASSERT_EQUAL(unlink(target.temporary), 0);
  CU_ASSERT_EQUAL(rmdir(scratch_path(&s, "sub")), 0);
  CU_ASSERT_EQUAL(ln_target_commit(&target, &error), LN_IO);
  CU_ASSERT_STRING_EQUAL(error, strerror(ENOENT));
  scratch_clear(&s);
}

static void
in_the_current_folder(void)
{
  scratch s;
  scratch_init(&s);
  static char here[4096];
  CU_ASSERT_PTR_NOT_NULL_FATAL(getcwd(here, sizeof(here)));
  CU_ASSERT_EQUAL_FATAL(chdir(s.folder), 0);
  ln_target   target;
  const char* error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_target_open("plain", &target, &error), LN_OK);
  put(&target, LN_V("x"));
  CU_ASSERT_EQUAL(ln_target_commit(&target, &error), LN_OK);
  scratch_check("plain", LN_V("x"));
  CU_ASSERT_EQUAL(chdir(here), 0);
  scratch_clear(&s);
}

static ln_status
open_and_abandon(const char* const path)
{
  ln_target   target;
  const char* error = NULL;
  LN_TRY(ln_target_open(path, &target, &error));
  ln_target_abandon(&target);
  return LN_OK;
}

static void
failing(void)
{
  scratch s;
  scratch_init(&s);
  CU_ASSERT_EQUAL(symlink("file", scratch_path(&s, "link")), 0);
  CHECK_ALLOC_FAILURES(open_and_abandon(scratch_path(&s, "link")), (void)0);
  CU_ASSERT_EQUAL(scratch_count(&s), 1U);
  scratch_clear(&s);
}

static const unit_test tests[] = {
  {"appears whole", appears_whole},
  {"replaces or leaves", replaces_or_leaves},
  {"follows links", follows_links},
  {"refused", refused},
  {"long name", long_name},
  {"devices", devices},
  {"folder vanishes", folder_vanishes},
  {"in the current folder", in_the_current_folder},
  {"failing allocator", failing},
};

UNIT_MAIN("base/target", tests)
