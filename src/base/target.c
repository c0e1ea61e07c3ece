/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How an output file appears whole or not at all: it is written as `.NAME.XXXXXX` in the same
   folder, brought to disk, and renamed. So a reader of the final name sees the old file or the new
   one, also after a crash. What is no regular file (a pipe, a terminal, /dev/null) cannot be
   renamed over and is written directly. The name beside is made by open(O_EXCL), which unlike
   mkstemp lets the umask decide the permissions of a new file. */

#include "base/target.h"

#include "base/memory.h"
#include "base/random.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINKS_MAX = 40, TRIES_MAX = 100, NAME_KEPT = 200, LINK_SIZE = 4096 };

static ln_status
fail(const char** const error, const int code)
{
  *error = ln_errno_text(code);
  return LN_IO;
}

static ln_status
no_memory(const char** const error)
{
  *error = ln_status_text(LN_NO_MEM);
  return LN_NO_MEM;
}

/** Length of the folder part of a path, with its slash; 0 if there is none. */
static size_t
folder_length(const char* const path)
{
  const char* const slash = strrchr(path, '/');
  return slash ? (size_t)(slash - path) + 1U : 0U;
}

static char*
copy_of(const char* const path)
{
  ln_text text = {NULL, 0U, 0U};
  if (ln_text_add(&text, ln_view_of(path)) != LN_OK) {
    return NULL;
  }
  return text.s;
}

/** Replace `*path` by what the link it names points to. */
static ln_status
follow_once(char** const path, const char** const error)
{
  const size_t folder = folder_length(*path);
  ln_text      next   = {NULL, 0U, 0U};
  if (ln_text_add(&next, (ln_view){*path, folder}) != LN_OK ||
      ln_text_reserve(&next, LINK_SIZE) != LN_OK) {
    ln_text_clear(&next);
    return no_memory(error);
  }
  char* const   link = next.s + folder;
  const ssize_t n    = readlink(*path, link, LINK_SIZE);
  if (n < 0 || n >= LINK_SIZE) {
    const int code = n < 0 ? errno : ENAMETOOLONG;
    ln_text_clear(&next);
    return fail(error, code);
  }
  link[n] = '\0';
  if (link[0] == '/') {
    memmove(next.s, link, (size_t)n + 1U);
  }
  ln_free(*path);
  *path = next.s;
  return LN_OK;
}

/** Follow links by hand, since the last one may point to a file that does not exist yet. */
static ln_status
follow_links(char** const path, const char** const error)
{
  for (int i = 0; i < LINKS_MAX; ++i) {
    struct stat info;
    if (lstat(*path, &info) != 0) {
      return errno == ENOENT ? LN_OK : fail(error, errno);
    }
    if (!S_ISLNK(info.st_mode)) {
      return LN_OK;
    }
    LN_TRY(follow_once(path, error));
  }
  return fail(error, ELOOP);
}

/** Six letters that are unlikely to be taken; O_EXCL makes sure. */
static void
draw_suffix(char suffix[6])
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";

  const uint64_t bits = ln_random();
  for (unsigned i = 0U; i < 6U; ++i) {
    suffix[i] = letters[(bits >> (5U * i)) & 31U];
  }
}

/** `FOLDER/.NAME.` and six places. A very long name is shortened, or the result would be too long.
 */
static char*
temporary_of(const char* const path)
{
  const size_t  folder = folder_length(path);
  const ln_view name   = ln_view_first(ln_view_of(path + folder), NAME_KEPT);
  ln_text       text   = {NULL, 0U, 0U};
  if (ln_text_add(&text, (ln_view){path, folder}) != LN_OK ||
      ln_text_add_byte(&text, '.') != LN_OK || ln_text_add(&text, name) != LN_OK ||
      ln_text_add(&text, LN_V(".XXXXXX")) != LN_OK) {
    ln_text_clear(&text);
  }
  return text.s;
}

/** `old` is the file that will be replaced, or NULL. */
static ln_status
open_beside(ln_target* const target, const struct stat* const old, const char** const error)
{
  char* const  suffix = target->temporary + strlen(target->temporary) - 6U;
  const mode_t mode   = old ? S_IRUSR | S_IWUSR : 0666;
  for (int i = 0; i < TRIES_MAX && target->fd < 0; ++i) {
    draw_suffix(suffix);
    target->fd = open(target->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (target->fd < 0 && errno != EEXIST && errno != EINTR) {
      break;
    }
  }
  if (target->fd < 0) {
    return fail(error, errno);
  }
  if (old && fchmod(target->fd, old->st_mode & 0777U) != 0) {
    const int code = errno;
    ln_target_abandon(target);
    return fail(error, code);
  }
  return LN_OK;
}

static ln_status
open_direct(ln_target* const target, const char* const path, const char** const error)
{
  do {
    target->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  } while (target->fd < 0 && errno == EINTR);
  return target->fd < 0 ? fail(error, errno) : LN_OK;
}

static ln_status
open_path(ln_target* const target, const char* const path, const char** const error)
{
  struct stat info;
  const bool  exists = stat(path, &info) == 0;
  if (!exists && errno != ENOENT) {
    return fail(error, errno);
  }
  if (exists && S_ISDIR(info.st_mode)) {
    return fail(error, EISDIR);
  }
  if (exists && !S_ISREG(info.st_mode)) {
    return open_direct(target, path, error);
  }
  // Renaming would replace a write-protected file without asking
  if (exists && access(path, W_OK) != 0) {
    return fail(error, errno);
  }
  target->path = copy_of(path);
  if (!target->path) {
    return no_memory(error);
  }
  LN_TRY(follow_links(&target->path, error));
  if (target->path[folder_length(target->path)] == '\0') {
    return fail(error, path[0] == '\0' ? ENOENT : EISDIR); // ends in a slash
  }
  target->temporary = temporary_of(target->path);
  if (!target->temporary) {
    return no_memory(error);
  }
  return open_beside(target, exists ? &info : NULL, error);
}

static void
forget(ln_target* const target)
{
  ln_free(target->temporary);
  ln_free(target->path);
  *target = (ln_target){-1, false, NULL, NULL};
}

ln_status
ln_target_open(const char* const path, ln_target* const target, const char** const error)
{
  *target = (ln_target){-1, false, NULL, NULL};
  *error  = "";
  if (strcmp(path, "-") == 0) {
    target->fd        = STDOUT_FILENO;
    target->is_stdout = true;
    return LN_OK;
  }
  const ln_status st = open_path(target, path, error);
  if (st != LN_OK) {
    forget(target);
  }
  return st;
}

/** To disk, where there is a disk: this is also where a full or failing one may show late. */
static bool
sync_file(const int fd)
{
  struct stat info;
  if (fstat(fd, &info) != 0) {
    return false;
  }
  return !S_ISREG(info.st_mode) || fsync(fd) == 0;
}

/** The new name is on disk once its folder is. Not every file system can do that, so failure is no
 * fault. */
static void
sync_folder(char* const path)
{
  const size_t folder = folder_length(path);
  if (folder > 0U) {
    path[folder] = '\0';
  }
  const int fd = open(folder > 0U ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0) {
    (void)fsync(fd);
    (void)close(fd);
  }
}

ln_status
ln_target_commit(ln_target* const target, const char** const error)
{
  int code = sync_file(target->fd) ? 0 : errno;
  if (!target->is_stdout && close(target->fd) != 0 && errno != EINTR && code == 0) {
    code = errno;
  }
  target->fd = -1;
  if (target->temporary && code == 0 && rename(target->temporary, target->path) != 0) {
    code = errno;
  }
  if (target->temporary && code == 0) {
    sync_folder(target->path);
    ln_free(target->temporary);
    target->temporary = NULL;
  }
  ln_target_abandon(target);
  return code == 0 ? LN_OK : fail(error, code);
}

void
ln_target_abandon(ln_target* const target)
{
  if (target->fd >= 0 && !target->is_stdout) {
    (void)close(target->fd); // nothing of it is wanted any more
  }
  if (target->temporary) {
    (void)unlink(target->temporary);
  }
  forget(target);
}
