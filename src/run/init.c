/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lays a starter catalogue: the files of data/starter, which are inside the program, copied into a
   folder. All or nothing: if one of the files is there already nothing is touched, and if one
   cannot be written those before it are taken away again. */

#include "base/out.h"
#include "base/text.h"
#include "map/embedded.h"
#include "run/run.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Then the remedy of the code is shown. */
static const ln_view no_hint = {NULL, 0U};

/* The file's name in the folder, or the empty view if it is no part of the starter. */
static ln_view
starter_name(const ln_embedded* const file)
{
  const ln_view folder = LN_V("starter/");
  const ln_view name   = ln_view_of(file->name);
  return ln_view_starts(name, folder) ? ln_view_from(name, folder.n) : ln_view_first(name, 0U);
}

static ln_status
join(const char* const folder, const ln_view name, ln_text* const path)
{
  ln_text_reset(path);
  LN_TRY(ln_text_add(path, ln_view_of(folder)));
  if (!ln_view_ends(ln_text_view(path), LN_V("/"))) {
    LN_TRY(ln_text_add_byte(path, '/'));
  }
  return ln_text_add(path, name);
}

static ln_status
report(ln_log* const log, const ln_view path, const ln_view hint, const char* const problem)
{
  uint32_t source = 0U;
  LN_TRY(ln_log_source(log, path, NULL, NULL, &source));
  const ln_where where = {source, 0U, 0U};
  return ln_report(log, LN_L0601, LN_NO_OUTPUT, where, hint, "%s", problem);
}

/* LN_USAGE if a file of the starter is there already. */
static ln_status
refuse_overwriting(const char* const folder, ln_text* const path, ln_log* const log)
{
  for (const ln_embedded* file = ln_embedded_files; file->name; ++file) {
    const ln_view name = starter_name(file);
    if (name.n == 0U) {
      continue;
    }
    LN_TRY(join(folder, name, path));
    struct stat about;
    if (lstat(path->s, &about) == 0) {
      const ln_status status = report(log,
                                      ln_text_view(path),
                                      LN_V("Choose another folder, or move the file away."),
                                      "there is such a file already");
      return status == LN_NO_MEM ? status : LN_USAGE;
    }
  }
  return LN_OK;
}

static ln_status
write_file(const ln_text* const path, const ln_view bytes, ln_log* const log)
{
  ln_out*     out    = NULL;
  const char* error  = "it cannot be written to the end";
  ln_status   status = ln_out_open(path->s, LN_PACK_NONE, &out, &error);
  if (status == LN_OK) {
    ln_out_put_view(out, bytes);
    status = ln_out_close(out);
  }
  if (status == LN_IO && report(log, ln_text_view(path), no_hint, error) == LN_NO_MEM) {
    return LN_NO_MEM;
  }
  return status;
}

static ln_status
write_files(const char* const   folder,
            ln_text* const      path,
            ln_log* const       log,
            const ln_embedded** failed)
{
  for (*failed = ln_embedded_files; (*failed)->name; ++*failed) {
    const ln_view name = starter_name(*failed);
    if (name.n > 0U) {
      LN_TRY(join(folder, name, path));
      LN_TRY(write_file(path, (*failed)->bytes, log));
    }
  }
  return LN_OK;
}

/* Take away what was written before `failed`. What cannot be removed stays: the fault that led here
   is already reported. */
static void
remove_files(const char* const folder, ln_text* const path, const ln_embedded* const failed)
{
  for (const ln_embedded* file = ln_embedded_files; file != failed; ++file) {
    const ln_view name = starter_name(file);
    if (name.n > 0U && join(folder, name, path) == LN_OK) {
      (void)unlink(path->s);
    }
  }
}

static ln_status
make_folder(const char* const folder, ln_log* const log, bool* const made)
{
  enum { ANYBODY = 0777 }; /* less the umask */
  *made = mkdir(folder, ANYBODY) == 0;
  if (*made || errno == EEXIST) {
    return LN_OK;
  }
  char      reason[128] = "it cannot be made";
  const int number      = errno;
  if (strerror_r(number, reason, sizeof(reason)) != 0) {
    reason[0] = '\0';
  }
  return report(log, ln_view_of(folder), no_hint, reason) == LN_NO_MEM ? LN_NO_MEM : LN_IO;
}

ln_status
ln_run_init(const char* const folder, ln_log* const log)
{
  ln_text            path   = {0};
  const ln_embedded* failed = NULL;
  bool               made   = false;
  ln_status          status = refuse_overwriting(folder, &path, log);
  if (status == LN_OK) {
    status = make_folder(folder, log, &made);
  }
  if (status == LN_OK) {
    status = write_files(folder, &path, log, &failed);
    if (status != LN_OK) {
      remove_files(folder, &path, failed);
    }
    if (status != LN_OK && made) {
      (void)rmdir(folder);
    }
  }
  ln_text_clear(&path);
  return status;
}
