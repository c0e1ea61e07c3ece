/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which column of the mapping stands where in the table. By position, as CSVW says, or by the words
   of the header, as a curator expects: folded, so that `Birth place` and `birth_place` are one
   word. Everything that does not fit is named. */

#include "map/binder.h"

#include "base/fold.h"
#include "base/text.h"
#include "map/csvw_reader.h"

static ln_status
folded(ln_text* const scratch, const ln_view word)
{
  ln_text_reset(scratch);
  return ln_fold(word, scratch);
}

/* Whether a header word, already folded, means this column. */
static ln_status
column_means(const ln_column* const column,
             const ln_view          word,
             ln_text* const         scratch,
             bool* const            yes)
{
  *yes = false;
  for (size_t i = 0U; i <= column->titles.n && !*yes; ++i) {
    LN_TRY(folded(scratch, i < column->titles.n ? column->titles.v[i] : column->name));
    *yes = ln_view_equals(ln_text_view(scratch), word);
  }
  return LN_OK;
}

static ln_status
report_unknown(ln_binder* const b, const ln_view title, const ln_view word, const uint32_t field)
{
  ln_arena   names   = {0};
  ln_text    scratch = {0};
  ln_text    hint    = {0};
  ln_nearest nearest = {.word = word};
  ln_status  st      = LN_OK;
  for (size_t i = 0U; st == LN_OK && i < b->map->n_columns; ++i) {
    const ln_column* const column = &b->map->columns[i];
    if (!column->is_virtual) {
      st = folded(&scratch, column->name);
      const ln_view copy =
        st == LN_OK ? ln_arena_copy(&names, ln_text_view(&scratch)) : (ln_view){0};
      if (st == LN_OK && !copy.s) {
        st = LN_NO_MEM;
      } else if (st == LN_OK) {
        ln_nearest_offer(&nearest, copy, column->name);
      }
    }
  }
  if (st == LN_OK) {
    st = ln_nearest_text(&nearest, &hint);
  }
  if (st == LN_OK) {
    ln_where where = b->where;
    where.field    = field;
    st             = ln_report(b->log,
                   LN_L0501,
                   LN_KEPT,
                   where,
                   ln_text_view(&hint),
                   "the column %s is not known and was ignored",
                   ln_shown(b->log, title));
  }
  ln_text_clear(&hint);
  ln_text_clear(&scratch);
  ln_arena_clear(&names);
  return st;
}

/* The first header word that means a column takes it; a second is an error. */
static ln_status
take_word(ln_binder* const     b,
          const ln_cell* const cell,
          const uint32_t       field,
          ln_text* const       word,
          ln_text* const       scratch)
{
  const ln_view title = {cell->s, cell->n};
  ln_where      where = b->where;
  where.field         = field;
  LN_TRY(folded(word, title));
  if (word->n == 0U) {
    return LN_OK;
  }
  for (size_t i = 0U; i < b->map->n_columns; ++i) {
    bool yes = false;
    if (!b->map->columns[i].is_virtual) {
      LN_TRY(column_means(&b->map->columns[i], ln_text_view(word), scratch, &yes));
    }
    if (yes && b->plan->variables[i].field != 0U) {
      return ln_report(b->log,
                       LN_L0503,
                       LN_NO_VALUE,
                       where,
                       LN_V(""),
                       "the columns %u and %u both mean %s",
                       b->plan->variables[i].field,
                       field,
                       ln_shown(b->log, b->map->columns[i].name));
    }
    if (yes) {
      b->plan->variables[i].field = field;
      return LN_OK;
    }
  }
  return report_unknown(b, title, ln_text_view(word), field);
}

static ln_status
require_columns(ln_binder* const b)
{
  for (size_t i = 0U; i < b->map->n_columns; ++i) {
    const ln_column* const column = &b->map->columns[i];
    if (column->required && !column->is_virtual && b->plan->variables[i].field == 0U) {
      b->failed = true;
      LN_TRY(ln_report(b->log,
                       LN_L0502,
                       LN_NO_TABLE,
                       b->where,
                       LN_V(""),
                       "the column %s is missing",
                       ln_shown(b->log, column->name)));
    }
  }
  return LN_OK;
}

static ln_status
bind_by_name(ln_binder* const b, const ln_row* const header)
{
  ln_text   word    = {0};
  ln_text   scratch = {0};
  ln_status st      = LN_OK;
  if (!header) {
    b->failed = true;
    return ln_report(b->log,
                     LN_L0506,
                     LN_NO_TABLE,
                     b->where,
                     LN_V(""),
                     "the table is empty: it has not even a header");
  }
  for (size_t i = 0U; st == LN_OK && i < header->n; ++i) {
    st = take_word(b, &header->cells[i], (uint32_t)i + 1U, &word, &scratch);
  }
  ln_text_clear(&word);
  ln_text_clear(&scratch);
  return st == LN_OK ? require_columns(b) : st;
}

/* Language tags match if they are equal as far as the shorter one goes; none matches all. */
static bool
langs_match(const ln_view a, const ln_view b)
{
  const ln_view shorter = a.n < b.n ? a : b;
  const ln_view longer  = a.n < b.n ? b : a;
  return ln_view_starts(longer, shorter) &&
         (shorter.n == 0U || shorter.n == longer.n || longer.s[shorter.n] == '-');
}

/* Title of a column in one of the header rows, by number; empty if it has none there. */
static ln_view
title_in(const ln_binder* const b, const ln_row* const header, const size_t row, const size_t at)
{
  const ln_row* const from = row == 0U ? header : &b->binding->more_headers[row - 1U];
  return at < from->n ? ln_view_trim((ln_view){from->cells[at].s, from->cells[at].n}) : LN_V("");
}

/* Whether a described column can be the one with this title, which is not empty ("Metadata
   Vocabulary", section 5.5.1). The header gives titles, not names, which validators take
   seriously. */
static bool
title_fits(const ln_binder* const b, const ln_column* const column, const ln_view title)
{
  const bool plain      = !b->binding->mapping->extended;
  const bool validating = b->binding->validating && plain;
  for (size_t i = 0U; i < column->titles.n; ++i) {
    const ln_view lang = i < column->title_langs.n ? column->title_langs.v[i] : LN_V("");
    if (ln_view_equals(column->titles.v[i], title) &&
        (!plain || langs_match(lang, b->map->undescribed.lang))) {
      return true;
    }
  }
  if (validating) {
    return column->titles.n == 0U && ln_view_starts(column->name, LN_V("_col."));
  }
  return column->titles.n == 0U || ln_view_equals(column->name, title);
}

/* Of several titles, one must fit; a column without any title may be any column. */
static bool
titles_fit(const ln_binder* const b,
           const ln_column* const column,
           const ln_row* const    header,
           const size_t           at)
{
  bool untitled = true;
  for (size_t row = 0U; row <= b->binding->n_more_headers; ++row) {
    const ln_view title = title_in(b, header, row, at);
    if (title.n > 0U && title_fits(b, column, title)) {
      return true;
    }
    untitled = untitled && title.n == 0U;
  }
  return untitled;
}

/* What does not fit is an error for validators; others take plain CSVW by position. */
static ln_code
misfit(const ln_binder* const b)
{
  return b->binding->validating ? LN_L0507 : LN_L0508;
}

/* A described column that the header does not have: its cells are empty. */
static ln_status
report_short(ln_binder* const b, const ln_column* const column, const size_t n)
{
  const ln_code code =
    b->binding->validating || b->binding->mapping->extended ? LN_L0502 : LN_L0508;
  b->failed = b->failed || b->binding->mapping->extended;
  return ln_report(b->log,
                   code,
                   code == LN_L0502 ? LN_NO_TABLE : LN_KEPT,
                   b->where,
                   LN_V(""),
                   "the column %s is missing: the %s has %zu column%s",
                   ln_shown(b->log, column->name),
                   b->map->dialect.header_rows > 0U ? "header" : "first row",
                   n,
                   n == 1U ? "" : "s");
}

/* In a mapping with extensions the column it describes is unknown: told at its description. */
static ln_status
report_stranger(ln_binder* const       b,
                const ln_row* const    header,
                const uint32_t         field,
                const ln_column* const column)
{
  const ln_view  wanted  = column->titles.n > 0U ? column->titles.v[0] : column->name;
  const ln_cell* cell    = &header->cells[field - 1U];
  ln_nearest     nearest = {.word = wanted};
  ln_text        hint    = {0};
  for (size_t i = 0U; i < header->n; ++i) {
    const ln_view word = {header->cells[i].s, header->cells[i].n};
    ln_nearest_offer(&nearest, word, word);
  }
  ln_status st = ln_nearest_text(&nearest, &hint);
  b->property  = NULL;
  if (st == LN_OK) {
    st = ln_bind_remark(b,
                        LN_L0404,
                        column->path,
                        ln_text_view(&hint),
                        "the table has no column %s in this place, but %s",
                        ln_shown(b->log, wanted),
                        ln_shown(b->log, (ln_view){cell->s, cell->n}));
  }
  ln_text_clear(&hint);
  return st;
}

static ln_status
report_title(ln_binder* const       b,
             const uint32_t         field,
             const ln_cell* const   cell,
             const ln_column* const column)
{
  ln_where where = b->where;
  where.field    = field;
  return ln_report(b->log,
                   misfit(b),
                   LN_KEPT,
                   where,
                   LN_V(""),
                   "the column is called %s, its metadata say %s",
                   ln_shown(b->log, (ln_view){cell->s, cell->n}),
                   ln_shown(b->log, column->name));
}

/* A column that has no title is told by its number. */
static ln_status
report_undescribed(ln_binder* const b, const uint32_t field, const ln_cell* const cell)
{
  const bool plain  = !b->binding->mapping->extended;
  ln_text    column = {0};
  ln_where   where  = b->where;
  ln_status  st     = cell->n > 0U
                        ? ln_text_add(&column, ln_view_of(ln_shown(b->log, (ln_view){cell->s, cell->n})))
                        : ln_text_format(&column, "%u", field);
  where.field       = field;
  st                = st == LN_OK ? ln_report(b->log,
                               plain && b->binding->validating ? LN_L0507 : LN_L0501,
                               LN_KEPT,
                               where,
                               LN_V(""),
                               "the column %s is not described by the metadata%s",
                               column.s,
                               plain ? "" : " and was ignored")
                                  : st;
  ln_text_clear(&column);
  return st;
}

static ln_status
bind_by_position(ln_binder* const b, const ln_row* const header)
{
  if (!header && b->map->dialect.header_rows > 0U) {
    b->failed = true;
    return ln_report(b->log,
                     LN_L0506,
                     LN_NO_TABLE,
                     b->where,
                     LN_V(""),
                     "the table is empty: it has not even a header");
  }
  uint32_t field = 0U;
  for (size_t i = 0U; i < b->map->n_columns; ++i) {
    const ln_column* const column = &b->map->columns[i];
    if (column->is_virtual) {
      continue;
    }
    ++field;
    if (header && field > header->n) {
      return report_short(b, column, header->n);
    }
    b->plan->variables[i].field = field;
    if (!header || field > b->described) {
      continue;
    }
    if (!titles_fit(b, column, header, field - 1U)) {
      LN_TRY(b->binding->mapping->extended
               ? report_stranger(b, header, field, column)
               : report_title(b, field, &header->cells[field - 1U], column));
    }
  }
  for (size_t i = b->described; header && i < header->n; ++i) {
    LN_TRY(report_undescribed(b, (uint32_t)i + 1U, &header->cells[i]));
  }
  return LN_OK;
}

ln_status
ln_bind_header(ln_binder* const b, const ln_row* const header)
{
  b->plan->n_fields  = header ? header->n : 0U;
  const bool by_name = b->binding->mapping->by_name && !b->map->dialect.tree;
  return by_name ? bind_by_name(b, header) : bind_by_position(b, header);
}

/* A column that nothing describes but what the table hands down. */
static ln_status
make_column(ln_binder* const b, const size_t number, const ln_view title, ln_column* const column)
{
  ln_text   name = {0};
  ln_status st =
    title.n > 0U ? ln_csvw_encode_name(title, &name) : ln_text_format(&name, "_col.%zu", number);
  *column = b->map->undescribed;
  if (st == LN_OK) {
    column->name = ln_arena_copy(b->arena, ln_text_view(&name));
    st           = column->name.s ? LN_OK : LN_NO_MEM;
  }
  ln_text_clear(&name);
  return st;
}

/* What all header rows say of a column ("Model for Tabular Data", section 8). */
static ln_status
keep_titles(ln_binder* const    b,
            const ln_row* const header,
            const size_t        at,
            ln_column* const    column)
{
  const size_t   rows = 1U + b->binding->n_more_headers;
  ln_view* const kept = ln_arena_zero(b->arena, rows, sizeof(ln_view));
  size_t         n    = 0U;
  if (!kept) {
    return LN_NO_MEM;
  }
  for (size_t row = 0U; row < rows; ++row) {
    const ln_view title = title_in(b, header, row, at);
    if (title.n > 0U) {
      kept[n] = ln_arena_copy(b->arena, title);
      if (!kept[n++].s) {
        return LN_NO_MEM;
      }
    }
  }
  column->titles = (ln_views){kept, n};
  return LN_OK;
}

/* The first header row that has a title for the column gives it its name. */
static ln_view
name_of(const ln_binder* const b, const ln_row* const header, const size_t at)
{
  ln_view title = b->map->no_schema ? LN_V("") : title_in(b, header, 0U, at);
  for (size_t row = 0U; !b->map->no_schema && title.n == 0U && row < b->binding->n_more_headers;
       ++row) {
    title = title_in(b, header, row + 1U, at);
  }
  return title;
}

ln_status
ln_bind_columns_of_header(ln_binder* const        b,
                          const ln_row* const     header,
                          const ln_column** const columns,
                          size_t* const           n)
{
  *n                    = header ? header->n : 0U;
  ln_column* const list = ln_arena_zero(b->arena, *n, sizeof(ln_column));
  ln_status        st   = list ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < *n; ++i) {
    st = make_column(b, i + 1U, name_of(b, header, i), &list[i]);
    st = st == LN_OK ? keep_titles(b, header, i, &list[i]) : st;
  }
  *columns = list;
  return st;
}

ln_status
ln_bind_more_columns(ln_binder* const        b,
                     const ln_row* const     header,
                     const ln_column** const columns,
                     size_t* const           n)
{
  const size_t     more = header->n - b->described;
  ln_column* const list = ln_arena_zero(b->arena, *n + more, sizeof(ln_column));
  ln_status        st   = list ? LN_OK : LN_NO_MEM;
  for (size_t i = 0U; st == LN_OK && i < more; ++i) {
    const size_t at = b->described + i;
    st              = make_column(b, at + 1U, LN_V(""), &list[at]);
  }
  if (st != LN_OK) {
    return st;
  }
  memcpy(list, *columns, b->described * sizeof(ln_column));
  memcpy(&list[header->n],
         *columns + b->described,
         (*n - b->described) * sizeof(ln_column)); /* virtual ones stay behind */
  *columns = list;
  *n += more;
  return LN_OK;
}
