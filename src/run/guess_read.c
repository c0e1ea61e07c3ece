/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The first rows of a table, read once, so that a pipe will do: a sample is looked at for the
   dialect and read again as part of the table. Rows that a check would report are counted and not
   learnt from. The first row is kept apart until the others have told whether it is one of them. */

#include "run/guess.h"

enum { SAMPLE = 1 << 20 };

/* The first row, kept. */
typedef struct {
  ln_view* cells;
  size_t   n;
  uint32_t number;
} header_row;

static ln_view
text_of(const ln_cell* const cell)
{
  return (cell->flags & LN_CELL_BAD) ? LN_V("") : (ln_view){cell->s, cell->n};
}

static ln_status
keep_header(ln_guesser* const     g,
            const ln_row* const   row,
            ln_guess_table* const table,
            header_row* const     header)
{
  header->number = (uint32_t)row->number;
  header->cells  = ln_arena_zero(&g->arena, row->n, sizeof(ln_view));
  table->columns = ln_arena_zero(&g->arena, row->n, sizeof(ln_guess_column));
  table->guesses = ln_arena_zero(&g->arena, row->n, sizeof(ln_guess));
  if (!header->cells || !table->columns || !table->guesses) {
    return LN_NO_MEM;
  }
  table->n  = row->n;
  header->n = row->n;
  for (size_t i = 0U; i < row->n; ++i) {
    header->cells[i]        = ln_arena_copy(&g->arena, text_of(&row->cells[i]));
    table->columns[i].title = ln_view_trim(header->cells[i]);
    if (!header->cells[i].s) {
      return LN_NO_MEM;
    }
  }
  ln_guess_pairs_begin(table);
  return LN_OK;
}

static bool
is_blank(const ln_row* const row)
{
  for (size_t i = 0U; i < row->n; ++i) {
    if (row->cells[i].n > 0U) {
      return false;
    }
  }
  return true;
}

static ln_status
take_row(ln_guesser* const g, const ln_row* const row, ln_guess_table* const table)
{
  if (is_blank(row) && (table->n > 1U || row->n != table->n)) {
    ++table->blank_rows;
    return LN_OK;
  }
  if (row->bad || row->n > table->n) {
    ++table->bad_rows;
    return LN_OK;
  }
  table->short_rows += row->n < table->n ? 1U : 0U;
  ++table->rows;
  for (size_t i = 0U; i < table->n; ++i) {
    const ln_view text = i < row->n ? text_of(&row->cells[i]) : LN_V("");
    LN_TRY(ln_guess_cell(g, &table->columns[i], text, (uint32_t)row->number));
  }
  return ln_guess_pairs_take(g, table, row);
}

static ln_status
take_rows(ln_guesser* const     g,
          ln_table* const       rows,
          ln_guess_table* const table,
          header_row* const     header)
{
  const ln_row* row = NULL;
  ln_status     st  = ln_table_next(rows, &row);
  if (st == LN_OK) {
    st = keep_header(g, row, table, header);
  }
  for (uint64_t seen = 0U; st == LN_OK && seen < g->rows; ++seen) {
    st = ln_table_next(rows, &row);
    st = st == LN_OK ? take_row(g, row, table) : st;
  }
  if (st == LN_OK) {
    st = ln_table_next(rows, &row);
  }
  table->whole = st == LN_END;
  return st == LN_END ? LN_OK : st;
}

static void
decide_all(ln_guess_table* const table)
{
  for (size_t i = 0U; i < table->n; ++i) {
    ln_guess_decide(&table->columns[i], table, &table->guesses[i]);
  }
}

/* A year may head a column of figures; it tells nothing. */
static bool
is_year(const ln_view text)
{
  return text.n == 4U && (text.s[0] == '1' || text.s[0] == '2') && text.s[3] >= '0' &&
         text.s[3] <= '9';
}

/* Figures and dates are no titles, if a row must be judged without others. */
static ln_status
is_figure(ln_guesser* const g, const ln_view text, bool* const yes)
{
  static const char* const bases[] = {"integer", "decimal", "date", "dateTime"};
  *yes                             = ln_view_equals(text, LN_V("\\N"));
  for (size_t i = 0U; i < sizeof(bases) / sizeof(bases[0]) && !*yes && text.n > 0U; ++i) {
    LN_TRY(
      ln_guess_kind_fits(&g->kinds, ln_guess_kind_find(bases[i], NULL), text, &g->scratch, yes));
  }
  return LN_OK;
}

static ln_status
find_figures(ln_guesser* const g, ln_guess_table* const table, const header_row* const header)
{
  for (size_t i = 0U; i < header->n && !table->headless; ++i) {
    const ln_view text = ln_view_trim(header->cells[i]);
    bool          yes  = false;
    LN_TRY(is_figure(g, text, &yes));
    table->headless = yes && !is_year(text);
  }
  return LN_OK;
}

/* Whether the first row is data: it has values where the rows below have some that are no text, and
   nothing there that is none. */
static ln_status
find_headless(ln_guesser* const g, ln_guess_table* const table, const header_row* const header)
{
  size_t fits    = 0U;
  size_t misfits = 0U;
  for (size_t i = 0U; i < header->n; ++i) {
    const ln_guess_kind* const kind = table->guesses[i].kind;
    const ln_view              text = ln_view_trim(header->cells[i]);
    bool                       yes  = false;
    if (!kind || text.n == 0U || is_year(text)) {
      fits += kind && ln_view_equals(text, LN_V("\\N")) ? 1U : 0U;
      continue;
    }
    LN_TRY(ln_guess_kind_fits(
      &g->kinds, (size_t)(kind - ln_guess_kind_at(0U)), text, &g->scratch, &yes));
    const bool null = ln_view_equals(text, LN_V("\\N"));
    fits += yes || null ? 1U : 0U;
    misfits += yes || null ? 0U : 1U;
  }
  table->headless = fits > 0U && misfits == 0U;
  return LN_OK;
}

/* The first row is one like the others. */
static ln_status
take_header(ln_guesser* const g, ln_guess_table* const table, const header_row* const header)
{
  ++table->rows;
  table->dialect.header_rows = 0U;
  for (size_t i = 0U; i < header->n; ++i) {
    table->columns[i].title = (ln_view){NULL, 0U};
    LN_TRY(ln_guess_cell(g, &table->columns[i], header->cells[i], header->number));
  }
  return LN_OK;
}

static ln_status
read_rows(ln_guesser* const g, ln_table* const rows, ln_guess_table* const table)
{
  header_row header = {0};
  LN_TRY(take_rows(g, rows, table, &header));
  decide_all(table);
  LN_TRY(table->rows > 0U ? find_headless(g, table, &header) : find_figures(g, table, &header));
  if (table->headless) {
    LN_TRY(take_header(g, table, &header));
    decide_all(table);
  }
  return ln_guess_names(g, table);
}

ln_status
ln_guess_read(ln_guesser* const g, ln_in* const in, ln_guess_table* const table)
{
  ln_view   sample = {0};
  ln_table* rows   = NULL;
  ln_status st     = ln_in_peek(in, SAMPLE, &sample);
  st               = st == LN_OK ? ln_guess_dialect(sample, sample.n < SAMPLE, table) : st;
  if (st != LN_OK) {
    const ln_status closed = ln_in_close(in);
    (void)closed; /* the first fault counts */
    return st;
  }
  table->key = SIZE_MAX;
  LN_TRY(ln_table_open(in, &table->dialect, NULL, 0U, 0U, &rows));
  st                     = read_rows(g, rows, table);
  const ln_status closed = ln_table_close(rows);
  return st == LN_OK ? closed : st;
}
