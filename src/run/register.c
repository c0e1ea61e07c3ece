/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A dictionary from "table, folded name" to an id, and the lines in the order in which they were
   first seen. The file only ever grows at its end: what stands there is copied byte by byte, so
   that nobody's line is lost and the difference between two runs is short. */

#include "run/register.h"

#include "base/arena.h"
#include "base/dict.h"
#include "base/fold.h"
#include "base/in.h"
#include "base/memory.h"
#include "base/out.h"
#include "base/text.h"
#include "table/table.h"

#include <errno.h>
#include <sys/stat.h>

typedef struct {
  ln_view table;
  ln_view id;
  ln_view name;
} line;

struct ln_register {
  ln_arena arena;
  ln_dict* names; ///< table, NUL, folded name: the number of a line
  ln_dict* ids;   ///< table, NUL, id
  line*    lines;
  size_t   n;
  size_t   cap;
  size_t   n_read;
  ln_text  key; ///< scratch
};

enum { MAX_BYTES = 256 << 20 };

/* The key of a table's name or id, in the scratch. */
static ln_status
make_key(ln_register* const ids, const ln_view table, const ln_view text, const bool fold)
{
  ln_text* const key = &ids->key;
  ln_text_reset(key);
  LN_TRY(ln_text_add(key, table));
  LN_TRY(ln_text_add_byte(key, '\0'));
  return fold ? ln_fold(text, key) : ln_text_add(key, text);
}

ln_status
ln_register_find(ln_register* const ids, const ln_view table, const ln_view name, ln_view* const id)
{
  *id = LN_V("");
  LN_TRY(make_key(ids, table, name, true));
  const uint32_t number = ln_dict_find(ids->names, ln_text_view(&ids->key));
  if (number != LN_DICT_NONE) {
    *id = ids->lines[number].id;
  }
  return LN_OK;
}

ln_status
ln_register_taken(ln_register* const ids, const ln_view table, const ln_view id, bool* const yes)
{
  LN_TRY(make_key(ids, table, id, false));
  *yes = ln_dict_find(ids->ids, ln_text_view(&ids->key)) != LN_DICT_NONE;
  return LN_OK;
}

static ln_status
append(ln_register* const ids, const ln_view table, const ln_view id, const ln_view name)
{
  if (ids->n == ids->cap) {
    const size_t cap   = ids->cap ? ids->cap * 2U : 64U;
    line* const  lines = ln_realloc(ids->lines, cap, sizeof(line));
    if (!lines) {
      return LN_NO_MEM;
    }
    ids->lines = lines;
    ids->cap   = cap;
  }
  line* const l = &ids->lines[ids->n];
  l->table      = ln_arena_copy(&ids->arena, table);
  l->id         = ln_arena_copy(&ids->arena, id);
  l->name       = ln_arena_copy(&ids->arena, name);
  if (!l->table.s || !l->id.s || !l->name.s) {
    return LN_NO_MEM;
  }
  ++ids->n;
  return LN_OK;
}

ln_status
ln_register_add(ln_register* const ids, const ln_view table, const ln_view id, const ln_view name)
{
  uint32_t number = 0U;
  bool     added  = false;
  LN_TRY(make_key(ids, table, name, true));
  LN_TRY(ln_dict_add(ids->names, ln_text_view(&ids->key), &number, &added));
  if (!added) {
    return LN_OK;
  }
  LN_TRY(append(ids, table, id, name));
  LN_TRY(make_key(ids, table, id, false));
  return ln_dict_add(ids->ids, ln_text_view(&ids->key), &number, NULL);
}

static ln_status
read_row(ln_register* const ids, const ln_row* const row, ln_log* const log, const uint32_t source)
{
  const ln_cell* const c     = row->cells;
  const ln_where       where = {source, 0U, row->number};
  if (row->bad) {
    return LN_OK; /* reported */
  }
  if (row->n < 3U) {
    return ln_report(
      log, LN_L0106, LN_NO_ROW, where, LN_V(""), "the row has %zu cells; table, id, name", row->n);
  }
  const ln_view id = {c[1].s, c[1].n};
  if (!ln_is_id(id)) {
    return ln_report(
      log, LN_L0305, LN_NO_ROW, where, LN_V(""), "%s is not an id", ln_shown(log, id));
  }
  return ln_register_add(ids, (ln_view){c[0].s, c[0].n}, id, (ln_view){c[2].s, c[2].n});
}

static ln_status
read_rows(ln_register* const ids, ln_table* const table, ln_log* const log, const uint32_t source)
{
  const ln_row* row = NULL;
  ln_status     st  = ln_table_next(table, &row); /* the header */
  while (st == LN_OK) {
    st = ln_table_next(table, &row);
    st = st == LN_OK ? read_row(ids, row, log, source) : st;
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
report(ln_log* const log, const ln_code code, const char* const path, const char* const error)
{
  const ln_status st = ln_report(log,
                                 code,
                                 LN_NO_OUTPUT,
                                 (ln_where){0},
                                 LN_V(""),
                                 "%s cannot be %s: %s",
                                 path,
                                 code == LN_L0109 ? "read" : "written",
                                 error ? error : "unknown reason");
  return st == LN_OK ? LN_IO : st;
}

static bool
is_there(const char* const path)
{
  struct stat about;
  return stat(path, &about) == 0 || errno != ENOENT;
}

static ln_status
read_file(ln_register* const ids, const char* const path, ln_log* const log)
{
  ln_in*      in     = NULL;
  ln_table*   table  = NULL;
  const char* error  = NULL;
  uint32_t    source = 0U;
  ln_dialect  dialect;
  if (!is_there(path)) {
    return LN_OK;
  }
  ln_dialect_default(&dialect);
  LN_TRY(ln_log_source(log, ln_view_of(path), NULL, NULL, &source));
  ln_status st = ln_in_open(path, &in, &error);
  if (st != LN_OK) {
    return st == LN_IO ? report(log, LN_L0109, path, error) : st;
  }
  LN_TRY(ln_table_open(in, &dialect, log, source, 0U, &table));
  st                     = read_rows(ids, table, log, source);
  const ln_status closed = ln_table_close(table);
  ids->n_read            = ids->n;
  return st != LN_OK ? st : closed;
}

ln_status
ln_register_open(const char* const path, ln_log* const log, ln_register** const out)
{
  ln_register* const ids = ln_alloc_zero(1U, sizeof(ln_register));
  *out                   = ids;
  if (!ids) {
    return LN_NO_MEM;
  }
  ids->names         = ln_dict_new();
  ids->ids           = ln_dict_new();
  const ln_status st = ids->names && ids->ids ? read_file(ids, path, log) : LN_NO_MEM;
  if (st != LN_OK) {
    ln_register_free(ids);
    *out = NULL;
  }
  return st;
}

void
ln_register_free(ln_register* const ids)
{
  if (ids) {
    ln_dict_free(ids->names);
    ln_dict_free(ids->ids);
    ln_free(ids->lines);
    ln_text_clear(&ids->key);
    ln_arena_clear(&ids->arena);
    ln_free(ids);
  }
}

static void
put_cell(ln_out* const out, const ln_view v, const char end)
{
  bool quote = false;
  for (size_t i = 0U; i < v.n; ++i) {
    quote = quote || v.s[i] == ',' || v.s[i] == '"' || v.s[i] == '\n' || v.s[i] == '\r';
  }
  if (quote) {
    ln_out_put_byte(out, '"');
  }
  for (size_t i = 0U; i < v.n; ++i) {
    if (v.s[i] == '"') {
      ln_out_put_byte(out, '"');
    }
    ln_out_put_byte(out, v.s[i]);
  }
  if (quote) {
    ln_out_put_byte(out, '"');
  }
  ln_out_put_byte(out, end);
}

static void
put_lines(const ln_register* const ids, const ln_view old, ln_out* const out)
{
  ln_out_put_view(out, old.n > 0U ? old : LN_V("table,id,name\n"));
  if (old.n > 0U && old.s[old.n - 1U] != '\n') {
    ln_out_put_byte(out, '\n');
  }
  for (size_t i = ids->n_read; i < ids->n; ++i) {
    put_cell(out, ids->lines[i].table, ',');
    put_cell(out, ids->lines[i].id, ',');
    put_cell(out, ids->lines[i].name, '\n');
  }
}

ln_status
ln_register_save(const ln_register* const ids, const char* const path, ln_log* const log)
{
  ln_out*     out   = NULL;
  const char* error = NULL;
  ln_view     old   = {0};
  if (ids->n == ids->n_read) {
    return LN_OK;
  }
  ln_status st = is_there(path) ? ln_in_slurp(path, MAX_BYTES, &old, &error) : LN_OK;
  if (st != LN_OK) {
    return st == LN_IO ? report(log, LN_L0109, path, error) : st;
  }
  st = ln_out_open(path, LN_PACK_NONE, &out, &error);
  if (st == LN_OK) {
    put_lines(ids, old, out);
    st                     = ln_out_finish(out);
    st                     = st == LN_IO ? report(log, LN_L0601, path, ln_out_error(out)) : st;
    const ln_status closed = ln_out_close(out);
    st                     = st == LN_OK ? closed : st;
  } else if (st == LN_IO) {
    st = report(log, LN_L0601, path, error);
  }
  ln_free((void*)(uintptr_t)old.s); // NOLINT(performance-no-int-to-ptr): the block is ours
  return st;
}
