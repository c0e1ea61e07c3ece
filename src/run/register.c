/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A dictionary from "table, folded name" to an id, and the lines in the order in which they were
   first seen, so that the file only ever grows at its end and its difference between two runs is
   short. */

#include "run/register.h"

#include "base/arena.h"
#include "base/dict.h"
#include "base/fold.h"
#include "base/memory.h"
#include "base/out.h"
#include "base/text.h"
#include "table/table.h"

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
};

static ln_status
join(const ln_view table, const ln_view text, const bool fold, ln_text* const out)
{
  LN_TRY(ln_text_add(out, table));
  LN_TRY(ln_text_add_byte(out, '\0'));
  return fold ? ln_fold(text, out) : ln_text_add(out, text);
}

static uint32_t
find(const ln_dict* const dict, const ln_view table, const ln_view text, const bool fold)
{
  ln_text  key    = {0};
  uint32_t number = LN_DICT_NONE;
  if (join(table, text, fold, &key) == LN_OK) {
    number = ln_dict_find(dict, ln_text_view(&key));
  }
  ln_text_clear(&key);
  return number;
}

ln_view
ln_register_find(const ln_register* const ids, const ln_view table, const ln_view name)
{
  const uint32_t number = find(ids->names, table, name, true);
  return number == LN_DICT_NONE ? LN_V("") : ids->lines[number].id;
}

bool
ln_register_taken(const ln_register* const ids, const ln_view table, const ln_view id)
{
  return find(ids->ids, table, id, false) != LN_DICT_NONE;
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
  ln_text   key    = {0};
  uint32_t  number = 0U;
  bool      added  = false;
  ln_status st     = join(table, name, true, &key);
  if (st == LN_OK) {
    st = ln_dict_add(ids->names, ln_text_view(&key), &number, &added);
  }
  if (st == LN_OK && added) {
    st = append(ids, table, id, name);
  }
  if (st == LN_OK && added) {
    ln_text_reset(&key);
    st = join(table, id, false, &key);
    st = st == LN_OK ? ln_dict_add(ids->ids, ln_text_view(&key), &number, NULL) : st;
  }
  ln_text_clear(&key);
  return st;
}

static ln_status
read_rows(ln_register* const ids, ln_table* const table)
{
  const ln_row* row = NULL;
  ln_status     st  = LN_OK;
  for (bool header = true; st == LN_OK; header = false) {
    st = ln_table_next(table, &row);
    if (st == LN_OK && !header && row->n >= 3U) {
      const ln_cell* const c = row->cells;
      st                     = ln_register_add(
        ids, (ln_view){c[0].s, c[0].n}, (ln_view){c[1].s, c[1].n}, (ln_view){c[2].s, c[2].n});
    }
  }
  return st == LN_END ? LN_OK : st;
}

static ln_status
read_file(ln_register* const ids, const char* const path, ln_log* const log)
{
  ln_in*      in     = NULL;
  ln_table*   table  = NULL;
  const char* error  = NULL;
  uint32_t    source = 0U;
  ln_dialect  dialect;
  if (ln_in_open(path, &in, &error) != LN_OK) {
    return LN_OK; /* not there yet */
  }
  ln_dialect_default(&dialect);
  LN_TRY(ln_log_source(log, ln_view_of(path), NULL, NULL, &source));
  LN_TRY(ln_table_open(in, &dialect, log, source, 0U, &table));
  const ln_status st     = read_rows(ids, table);
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

ln_status
ln_register_save(const ln_register* const ids, const char* const path, ln_log* const log)
{
  ln_out*     out   = NULL;
  const char* error = NULL;
  if (ids->n == ids->n_read) {
    return LN_OK;
  }
  ln_status st = ln_out_open(path, LN_PACK_NONE, &out, &error);
  if (st == LN_OK) {
    ln_out_put_view(out, LN_V("table,id,name\n"));
    for (size_t i = 0U; i < ids->n; ++i) {
      put_cell(out, ids->lines[i].table, ',');
      put_cell(out, ids->lines[i].id, ',');
      put_cell(out, ids->lines[i].name, '\n');
    }
    st = ln_out_close(out);
  }
  if (st == LN_IO) {
    const ln_status reported = ln_report(log,
                                         LN_L0601,
                                         LN_NO_OUTPUT,
                                         (ln_where){0},
                                         LN_V(""),
                                         "%s cannot be written%s%s",
                                         path,
                                         error ? ": " : "",
                                         error ? error : "");
    return reported == LN_OK ? LN_IO : reported;
  }
  return st;
}
