/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Code lists: small tables of words (`notation`, `label`, `aliases` and whatever else a mapping
   asks for), from inside the program for the built-in mapping or from beside the mapping; a
   catalogue folder may hold a table of the same name, whose rows are added. */

#include "run/session.h"

#include "base/memory.h"
#include "base/text.h"
#include "map/embedded.h"
#include "rdf/iri.h"

static ln_view
cell_of(const ln_index* const index, const ln_row* const row, const ln_view name)
{
  const size_t at = ln_index_column(index, name);
  return at < row->n ? (ln_view){row->cells[at].s, row->cells[at].n} : LN_V("");
}

/* Fill the value map's template from the columns of a row. */
static ln_status
fill_value(const ln_session* const  s,
           const ln_index* const    index,
           const ln_row* const      row,
           const ln_template* const t,
           ln_text* const           out)
{
  ln_text   text = {0};
  ln_status st   = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < t->n; ++i) {
    const ln_part* const part = &t->parts[i];
    const ln_view        cell = part->operator? cell_of(index, row, part->text) : part->text;
    st = part->operator== ' ' ? ln_iri_encode(cell, &text) : ln_text_add(&text, cell);
  }
  if (st == LN_OK) {
    st = ln_iri_resolve(s->base, ln_text_view(&text), out);
  }
  ln_text_clear(&text);
  return st;
}

static ln_status
add_aliases(ln_index* const index, const uint32_t number, ln_view aliases)
{
  while (aliases.n > 0U) {
    const size_t end = ln_view_find(aliases, ';');
    LN_TRY(ln_index_name(index, number, ln_view_first(aliases, end)));
    aliases = ln_view_from(aliases, end + 1U);
  }
  return LN_OK;
}

static ln_status
add_word(ln_session* const        s,
         ln_index* const          index,
         const ln_row* const      row,
         const ln_template* const value)
{
  size_t         n      = 0U;
  const ln_view  key    = cell_of(index, row, LN_V("notation"));
  const ln_view* names  = ln_index_columns(index, &n);
  ln_view* const cells  = ln_arena_zero(&s->arena, n, sizeof(ln_view));
  ln_text        iri    = {0};
  uint32_t       number = 0U;
  if (!cells) {
    return LN_NO_MEM;
  }
  if (key.n == 0U || ln_index_by_key(index, key) != LN_ENTRY_NONE) {
    return LN_OK;
  }
  for (size_t i = 0U; i < n; ++i) {
    cells[i] = cell_of(index, row, names[i]);
  }
  ln_status st = value->n > 0U ? fill_value(s, index, row, value, &iri) : ln_text_add(&iri, key);
  if (st == LN_OK) {
    const ln_entry entry = {.key   = key,
                            .iri   = ln_text_view(&iri),
                            .label = cell_of(index, row, LN_V("label")),
                            .cells = cells};
    st                   = ln_index_add(index, &entry, &number);
  }
  ln_text_clear(&iri);
  LN_TRY(st);
  ln_term term = {0};
  LN_TRY(ln_names_term(s->names, ln_index_entry(index, number)->iri, &term));
  ln_index_set_term(index, number, term);
  LN_TRY(ln_index_name(index, number, key));
  LN_TRY(ln_index_name(index, number, cell_of(index, row, LN_V("label"))));
  return add_aliases(index, number, cell_of(index, row, LN_V("aliases")));
}

static ln_status
set_columns(ln_session* const s, ln_index* const index, const ln_row* const row)
{
  ln_view* const names = ln_arena_zero(&s->arena, row->n, sizeof(ln_view));
  for (size_t i = 0U; names && i < row->n; ++i) {
    names[i] = (ln_view){row->cells[i].s, row->cells[i].n};
  }
  return names ? ln_index_set_columns(index, names, row->n) : LN_NO_MEM;
}

static ln_status
read_words(ln_session* const        s,
           ln_table* const          table,
           const ln_template* const value,
           ln_index* const          index)
{
  const ln_row* row    = NULL;
  size_t        n      = 0U;
  bool          header = true;
  ln_status     st     = ln_table_next(table, &row);
  while (st == LN_OK) {
    (void)ln_index_columns(index, &n);
    if (header && n == 0U) {
      LN_TRY(set_columns(s, index, row));
    } else if (!header) {
      LN_TRY(add_word(s, index, row, value));
    }
    header = false;
    st     = ln_table_next(table, &row);
  }
  return st == LN_END ? LN_OK : st;
}

/* One source of words: takes `in`. */
static ln_status
read_list(ln_session* const        s,
          ln_in* const             in,
          const ln_view            name,
          const ln_template* const value,
          ln_index* const          index)
{
  ln_dialect dialect;
  ln_table*  table  = NULL;
  uint32_t   source = 0U;
  ln_dialect_default(&dialect);
  LN_TRY(ln_log_source(s->log, name, NULL, NULL, &source));
  LN_TRY(ln_table_open(in, &dialect, s->log, source, 0U, &table));
  const ln_status st     = read_words(s, table, value, index);
  const ln_status closed = ln_table_close(table);
  return st != LN_OK ? st : closed;
}

static ln_status
read_sources(ln_session* const        s,
             const ln_view            table,
             const ln_template* const value,
             ln_index* const          index,
             bool* const              found)
{
  const ln_embedded* const file  = s->builtin ? ln_embedded_find(table) : NULL;
  ln_in*                   in    = NULL;
  const char*              error = NULL;
  *found                         = file != NULL;
  if (file) {
    LN_TRY(ln_in_memory(file->bytes, &in));
    LN_TRY(read_list(s, in, table, value, index));
  }
  ln_text   path = {0};
  ln_status st   = ln_text_add(&path, s->folder);
  st             = st == LN_OK ? ln_text_add(&path, table) : st;
  if (st == LN_OK && ln_in_open(path.s, &in, &error) == LN_OK) {
    *found = true;
    st     = read_list(s, in, ln_text_view(&path), value, index);
  }
  ln_text_clear(&path);
  return st;
}

static ln_status
add_list(ln_session* const s, const ln_view table, const ln_view value, ln_index* const index)
{
  if (s->n_lists == s->cap_lists) {
    const size_t        cap   = s->cap_lists ? s->cap_lists * 2U : 8U;
    ln_code_list* const lists = ln_realloc(s->lists, cap, sizeof(ln_code_list));
    if (!lists) {
      ln_index_free(index);
      return LN_NO_MEM;
    }
    s->lists     = lists;
    s->cap_lists = cap;
  }
  s->lists[s->n_lists++] = (ln_code_list){table, value, index};
  return LN_OK;
}

ln_status
ln_session_list(ln_session* const         s,
                const ln_view             table,
                const ln_reference* const reference,
                ln_index** const          index)
{
  *index = NULL;
  for (size_t i = 0U; i < s->n_lists; ++i) {
    if (ln_view_equals(s->lists[i].table, table) &&
        ln_view_equals(s->lists[i].value, reference->value)) {
      *index = s->lists[i].index;
      return LN_OK;
    }
  }
  ln_template value = {0};
  size_t      at    = 0U;
  bool        found = false;
  if (reference->value.n > 0U) {
    LN_TRY(ln_template_parse(&s->arena, reference->value, &value, &at));
  }
  ln_index* const made = ln_index_new();
  if (!made) {
    return LN_NO_MEM;
  }
  LN_TRY(add_list(s, table, reference->value, made));
  LN_TRY(read_sources(s, table, &value, made, &found));
  *index = found ? made : NULL;
  return LN_OK;
}
