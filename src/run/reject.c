/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A reject file is there to be mended and run again, so it begins as its table does. The head is
   written with the first row, the line end of a row in front of the next one, since only then the
   table knows for certain how its lines end. All files stay open to the end, so that they appear
   with the output or not at all; each costs a buffer. */

#include "run/reject.h"

#include "base/memory.h"
#include "base/text.h"
#include "table/recode.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

typedef struct {
  ln_text path;
  ln_out* out;
} reject_file;

struct ln_reject {
  ln_log*      log;
  ln_text      folder; ///< with a slash at its end; empty: one file for all
  reject_file* files;
  size_t       n_files;
  ln_recoder*  recoder; ///< of the table at hand
  bool         begun;   ///< the head of the table at hand was written
};

static ln_status
report_unwritable(const ln_reject* const reject, const char* const path, const char* const error)
{
  const ln_status st = ln_report(reject->log,
                                 LN_L0601,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "%s cannot be written: %s",
                                 path,
                                 error && *error ? error : "unknown reason");
  return st == LN_OK ? LN_IO : st;
}

/* Takes the path. */
static ln_status
add_file(ln_reject* const reject, ln_text* const path)
{
  const char*        error = NULL;
  reject_file* const files = ln_realloc(reject->files, reject->n_files + 1U, sizeof(reject_file));
  if (!files) {
    ln_text_clear(path);
    return LN_NO_MEM;
  }
  reject->files           = files;
  reject_file* const file = &files[reject->n_files++];
  *file                   = (reject_file){.path = *path};
  const ln_status st      = ln_out_open(file->path.s, LN_PACK_BY_NAME, &file->out, &error);
  return st == LN_IO ? report_unwritable(reject, file->path.s, error) : st;
}

static ln_status
open_path(ln_reject* const reject, const char* const path)
{
  struct stat   about;
  const ln_view text   = ln_view_of(path);
  const bool    slash  = ln_view_ends(text, LN_V("/"));
  const bool    folder = slash || (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
  if (!folder) {
    ln_text   copy = {0};
    ln_status st   = ln_text_add(&copy, text);
    if (st != LN_OK) {
      ln_text_clear(&copy);
      return st;
    }
    return add_file(reject, &copy);
  }
  LN_TRY(ln_text_add(&reject->folder, text));
  LN_TRY(slash ? LN_OK : ln_text_add_byte(&reject->folder, '/'));
  return mkdir(path, 0777) == 0 || errno == EEXIST
           ? LN_OK
           : report_unwritable(reject, path, ln_errno_text(errno));
}

ln_status
ln_reject_open(const char* const path, ln_log* const log, ln_reject** const reject)
{
  ln_reject* const made = ln_alloc_zero(1U, sizeof(ln_reject));
  if (!made) {
    return LN_NO_MEM;
  }
  made->log          = log;
  const ln_status st = open_path(made, path);
  if (st != LN_OK) {
    ln_reject_free(made);
    return st;
  }
  *reject = made;
  return LN_OK;
}

/* Whether a path of an earlier table is the same. */
static bool
is_taken(const ln_reject* const reject, const ln_view path)
{
  for (size_t i = 0U; i < reject->n_files; ++i) {
    if (ln_view_equals(ln_text_view(&reject->files[i].path), path)) {
      return true;
    }
  }
  return false;
}

/* The file of a table in the folder: its own name; with a number in front if tables of two folders
   have the same. */
static ln_status
name_file(const ln_reject* const reject, const ln_view table, ln_text* const path)
{
  size_t at = table.n;
  while (at > 0U && table.s[at - 1U] != '/') {
    --at;
  }
  const bool    standard = ln_view_equals(table, LN_V("-"));
  const ln_view name     = standard ? LN_V("stdin.csv") : ln_view_from(table, at);
  LN_TRY(ln_text_add(path, ln_text_view(&reject->folder)));
  LN_TRY(ln_text_add(path, name));
  for (size_t n = 2U; is_taken(reject, ln_text_view(path)); ++n) {
    ln_text_reset(path);
    LN_TRY(ln_text_add(path, ln_text_view(&reject->folder)));
    LN_TRY(ln_text_format(path, "%zu-%.*s", n, (int)name.n, name.s));
  }
  return LN_OK;
}

/* Rows must not take the place of the table they are from. */
static ln_status
check_place(const ln_reject* const reject, const char* const path, const ln_view table)
{
  struct stat mine;
  struct stat other;
  ln_text     name = {0};
  ln_status   st   = ln_text_add(&name, table);
  const bool  same = st == LN_OK && stat(path, &mine) == 0 && stat(name.s, &other) == 0 &&
                    S_ISREG(mine.st_mode) && mine.st_dev == other.st_dev &&
                    mine.st_ino == other.st_ino;
  if (same) {
    st = ln_report(reject->log,
                   LN_L0610,
                   LN_NO_OUTPUT,
                   (ln_where){0},
                   LN_V(""),
                   "the rejected rows would take the place of their table %s",
                   ln_shown(reject->log, table));
    st = st == LN_OK ? LN_USAGE : st;
  }
  ln_text_clear(&name);
  return st;
}

ln_status
ln_reject_table(ln_reject* const reject, const ln_view path)
{
  ln_recoder_free(reject->recoder);
  reject->recoder = NULL;
  reject->begun   = false;
  if (reject->folder.n == 0U) {
    return check_place(reject, reject->files[0].path.s, path);
  }
  ln_text   file = {0};
  ln_status st   = name_file(reject, path, &file);
  st             = st == LN_OK ? check_place(reject, file.s, path) : st;
  if (st != LN_OK) {
    ln_text_clear(&file);
    return st;
  }
  return add_file(reject, &file);
}

static ln_out*
current(const ln_reject* const reject)
{
  return reject->files[reject->n_files - 1U].out;
}

static ln_status
begin(ln_reject* const reject, const ln_table* const table)
{
  const ln_table_form form = ln_table_form_of(table);
  reject->begun            = true;
  LN_TRY(ln_recoder_new(form.encoding, &reject->recoder));
  ln_out_put_view(current(reject), form.mark);
  ln_recoder_put(reject->recoder, form.head, current(reject));
  return LN_OK;
}

ln_status
ln_reject_row(ln_reject* const reject, const ln_table* const table, const ln_view raw)
{
  if (!reject->begun) {
    LN_TRY(begin(reject, table));
  } else {
    ln_recoder_put(reject->recoder, ln_table_form_of(table).line_end, current(reject));
  }
  ln_recoder_put(reject->recoder, raw, current(reject));
  return LN_OK;
}

ln_status
ln_reject_piece(ln_reject* const      reject,
                const ln_table* const table,
                const ln_view         piece,
                const bool            begins)
{
  if (begins) {
    return ln_reject_row(reject, table, piece);
  }
  ln_recoder_put(reject->recoder, piece, current(reject));
  return LN_OK;
}

void
ln_reject_end(ln_reject* const reject, const ln_table* const table)
{
  if (reject->begun) {
    ln_recoder_put(reject->recoder, ln_table_form_of(table).line_end, current(reject));
  }
}

ln_status
ln_reject_finish(ln_reject* const reject)
{
  for (size_t i = 0U; i < reject->n_files; ++i) {
    reject_file* const file = &reject->files[i];
    const ln_status    st   = ln_out_finish(file->out);
    LN_TRY(st == LN_IO ? report_unwritable(reject, file->path.s, ln_out_error(file->out)) : st);
  }
  return LN_OK;
}

void
ln_reject_free(ln_reject* const reject)
{
  if (!reject) {
    return;
  }
  for (size_t i = 0U; i < reject->n_files; ++i) {
    ln_out_abandon(reject->files[i].out);
    ln_text_clear(&reject->files[i].path);
  }
  ln_recoder_free(reject->recoder);
  ln_text_clear(&reject->folder);
  ln_free(reject->files);
  ln_free(reject);
}
