/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_BASE_SCRATCH_H
#define LN_TESTS_BASE_SCRATCH_H

/* A folder of their own for tests that need files, and what they do with files. Everything here
   uses plain system calls, none of the functions under test. */

#include "unit.h"

#include "base/view.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char folder[256];
  char path[600];
} scratch;

/** Make the folder. */
static inline void
scratch_init(scratch* const s)
{
  const char* const parent = getenv("TMPDIR");
  (void)snprintf(s->folder, sizeof(s->folder), "%s/liner-unit-XXXXXX", parent ? parent : "/tmp");
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(s->folder));
}

/** The path of a name in the folder; valid until the next call. */
static inline const char*
scratch_path(scratch* const s, const char* const name)
{
  (void)snprintf(s->path, sizeof(s->path), "%s/%s", s->folder, name);
  return s->path;
}

/** Number of names in the folder. */
static inline size_t
scratch_count(const scratch* const s)
{
  DIR* const folder = opendir(s->folder);
  size_t     n      = 0U;
  CU_ASSERT_PTR_NOT_NULL_FATAL(folder);
  while (readdir(folder)) {
    ++n;
  }
  (void)closedir(folder);
  return n - 2U; // . and ..
}

/** Remove the folder and the files in it. */
static inline void
scratch_clear(scratch* const s)
{
  DIR* const folder = opendir(s->folder);
  CU_ASSERT_PTR_NOT_NULL_FATAL(folder);
  for (const struct dirent* e = readdir(folder); e; e = readdir(folder)) {
    if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0) {
      (void)remove(scratch_path(s, e->d_name));
    }
  }
  (void)closedir(folder);
  CU_ASSERT_EQUAL(rmdir(s->folder), 0);
}

static inline void
scratch_write(const char* const path, const ln_view bytes)
{
  const int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  CU_ASSERT_FATAL(fd >= 0);
  CU_ASSERT_EQUAL(write(fd, bytes.s, bytes.n), (ssize_t)bytes.n);
  CU_ASSERT_EQUAL(close(fd), 0);
}

/** Compare the content of a file. */
static inline void
scratch_check(const char* const path, const ln_view expected)
{
  char* const bytes = calloc(1U, expected.n + 2U);
  const int   fd    = open(path, O_RDONLY);
  CU_ASSERT_FATAL(fd >= 0 && bytes);
  const ssize_t n = read(fd, bytes, expected.n + 1U);
  CU_ASSERT_EQUAL(n, (ssize_t)expected.n);
  CU_ASSERT(n == (ssize_t)expected.n && memcmp(bytes, expected.s, expected.n) == 0);
  (void)close(fd);
  free(bytes);
}

static inline bool
scratch_exists(const char* const path)
{
  struct stat info;
  return lstat(path, &info) == 0;
}

#endif
