/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_RUN_UNIT_H
#define LN_TESTS_RUN_UNIT_H

/* What the tests of runs share: a folder of their own, files in it given as text, findings kept as
   text: one a line as `code effect row:field message`, the folder's path written as `DIR`. */

#include "base/diag.h"
#include "base/in.h"
#include "base/text.h"
#include "unit.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 512 };

typedef struct {
  char    path[PATH_SIZE / 2];
  ln_log* log;
  ln_text findings;
} folder;

static inline void
add_replaced(ln_text* const out, const char* const path, const ln_view text)
{
  const ln_view name = ln_view_of(path);
  ln_status     st   = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < text.n;) {
    if (name.n > 0U && ln_view_starts(ln_view_from(text, i), name)) {
      st = ln_text_add(out, LN_V("DIR"));
      i += name.n;
    } else {
      st = ln_text_add_byte(out, text.s[i++]);
    }
  }
}

static inline void
keep_finding(void* const self, const ln_finding* const finding)
{
  static const char* const effects[] = {"kept", "value", "row", "table", "output"};
  folder* const            f         = self;
  if (ln_text_format(&f->findings,
                     "%s %s %llu:%u ",
                     ln_code_about(finding->code)->code,
                     effects[finding->effect],
                     (unsigned long long)finding->where.row,
                     finding->where.field) == LN_OK) {
    add_replaced(&f->findings, f->path, finding->message);
    add_replaced(&f->findings, "", LN_V("\n"));
  }
}

static inline void
new_log(folder* const f)
{
  const ln_log_policy policy = {0};
  ln_log_free(f->log);
  ln_text_reset(&f->findings);
  f->log = ln_log_new(&policy);
  CU_ASSERT_PTR_NOT_NULL_FATAL(f->log);
  ln_log_listen(f->log, keep_finding, f);
}

static inline void
set_up(folder* const f)
{
  const char* const tmp = getenv("TMPDIR");
  *f                    = (folder){0};
  CU_ASSERT_FATAL(snprintf(f->path, sizeof(f->path), "%s/liner-run-XXXXXX", tmp ? tmp : "/tmp") <
                  (int)sizeof(f->path));
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(f->path));
  new_log(f);
}

/** A path in the folder. */
static inline const char*
path_to(const folder* const f, const char* const name, char out[PATH_SIZE])
{
  CU_ASSERT_FATAL(snprintf(out, PATH_SIZE, "%s/%s", f->path, name) < PATH_SIZE);
  return out;
}

/** Write a file in which ' stands for " and ~ for the namespace of the extensions, if asked for. */
static inline void
put_file(const folder* const f, const char* const name, const char* const text, const bool json)
{
  char        path[PATH_SIZE];
  FILE* const file = fopen(path_to(f, name, path), "wb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  for (size_t i = 0U; text[i] != '\0'; ++i) {
    if (json && text[i] == '~') {
      CU_ASSERT(fputs("https://w3id.org/liner/mapping#", file) >= 0);
    } else {
      CU_ASSERT(fputc(json && text[i] == '\'' ? '"' : text[i], file) != EOF);
    }
  }
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static inline bool
has_file(const folder* const f, const char* const name)
{
  char        path[PATH_SIZE];
  struct stat about;
  return stat(path_to(f, name, path), &about) == 0;
}

static inline void
check_file(const folder* const f,
           const char* const   name,
           const char* const   expected,
           const char* const   file,
           const int           line)
{
  char            path[PATH_SIZE];
  const char*     error = NULL;
  ln_view         bytes = {0};
  const ln_status st    = ln_in_slurp(path_to(f, name, path), 1U << 20U, &bytes, &error);
  CU_assertImplementation(st == LN_OK, (unsigned)line, "file is there", file, "", CU_FALSE);
  if (st == LN_OK) {
    check_view(bytes, expected, file, line);
    ln_free((void*)(uintptr_t)bytes.s);
  }
}

#define CHECK_FILE(f, name, expected) check_file((f), (name), (expected), __FILE__, __LINE__)
#define CHECK_FINDINGS(f, expected) CHECK_VIEW(ln_text_view(&(f)->findings), (expected))

/** Number of files in the folder; each is removed on the way if asked for. */
static inline size_t
count_files(const folder* const f, const bool remove_them)
{
  size_t     n   = 0U;
  DIR* const dir = opendir(f->path);
  CU_ASSERT_PTR_NOT_NULL_FATAL(dir);
  for (const struct dirent* entry = readdir(dir); entry; entry = readdir(dir)) {
    char path[PATH_SIZE];
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
      continue;
    }
    ++n;
    if (remove_them && snprintf(path, sizeof(path), "%s/%s", f->path, entry->d_name) < PATH_SIZE) {
      (void)chmod(path, 0700U);
      (void)remove(path);
    }
  }
  (void)closedir(dir);
  return n;
}

static inline void
tear_down(folder* const f)
{
  (void)count_files(f, true);
  CU_ASSERT_EQUAL(rmdir(f->path), 0);
  ln_log_free(f->log);
  ln_text_clear(&f->findings);
}

#endif
