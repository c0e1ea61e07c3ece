/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   What is done with the cells of a row that are not text as they stand: quotes and escapes are
   taken away, spaces at the ends, columns that the dialect leaves out, and faults are told.
   Invariant: a cell points into the row or into the room for text, which both stay until the next
   row. Cost: one pass over the cells of such rows; most rows never come here. */

#include "table/stream.h"

#include "base/memory.h"
#include "base/utf8.h"

static ln_status
have_room(ln_table* const t, const size_t size)
{
  if (t->room_cap >= size) {
    return LN_OK;
  }
  const size_t cap  = 2U * t->room_cap > size ? 2U * t->room_cap : size;
  char* const  room = ln_realloc(t->room, cap + LN_CELL_SLACK, 1U);
  if (!room) {
    return LN_NO_MEM;
  }
  t->room     = room;
  t->room_cap = cap;
  return LN_OK;
}

/* A comment is one cell, the text behind the prefix. */
static void
read_comment(ln_table* const t)
{
  ln_cell* const cell = t->split.cells;
  cell->offset        = t->dialect.comment_prefix.n;
  cell->s += cell->offset;
  cell->n -= (uint32_t)cell->offset;
  cell->flags &= ~(uint32_t)LN_CELL_KINDS;
  cell->flags |= ln_cell_clean((ln_view){cell->s, cell->n}) ? (uint32_t)LN_CELL_CLEAN : 0U;
}

/* Make text of the cells. `any` is what is true of any of them. */
static ln_status
read_cells(ln_table* const t, const uint32_t any)
{
  ln_cell* const cells = t->split.cells;
  if (t->row.comment) {
    read_comment(t);
    return LN_OK;
  }
  if (ln_cell_plain(&t->rules, any)) {
    return LN_OK;
  }
  const bool copies = (any & (LN_SPLIT_DOUBLED | LN_SPLIT_ESCAPED)) != 0U;
  if (copies) {
    LN_TRY(have_room(t, t->row.raw.n));
  }
  size_t used = 0U;
  for (size_t i = 0U; i < t->row.n; ++i) {
    if (!ln_cell_plain(&t->rules, cells[i].flags)) {
      used += ln_cell_read(&t->rules, &cells[i], copies ? t->room + used : NULL);
    }
  }
  return LN_OK;
}

static bool
is_blank_row(const ln_row* const row)
{
  size_t i = 0U;
  while (i < row->n && row->cells[i].n == 0U) {
    ++i;
  }
  return i == row->n && !row->comment;
}

static ln_status
check_cells(ln_table* const t)
{
  const size_t   skipped = t->split.n - t->row.n;
  ln_cell* const cells   = t->split.cells + skipped;
  for (size_t i = 0U; i < t->row.n; ++i) {
    if (cells[i].flags & LN_SPLIT_PRIVATE) {
      t->row.bad |= (cells[i].flags & LN_FAULT_ROW) != 0U;
      LN_TRY(ln_fault_cell(&t->faults, t->row.number, (uint32_t)(i + 1U), &cells[i]));
      cells[i].flags &= ~(uint32_t)LN_SPLIT_PRIVATE;
      t->row.faulty |= (cells[i].flags & LN_CELL_BAD) != 0U;
    }
  }
  if (t->row.n == 0U && (cells[-1].flags & LN_SPLIT_OPEN) != 0U) {
    t->row.faulty = true;
    return ln_fault_cell(&t->faults, t->row.number, 0U, &cells[-1]);
  }
  return LN_OK;
}

/* What was passed over is a comment on the table, if it can be read ("Model for Tabular Data",
   section 8, step 5). */
static bool
show_skipped(ln_table* const t)
{
  const ln_view raw = t->row.raw;
  if (!t->dialect.shows_skipped || raw.n == 0U || raw.n > UINT32_MAX || !ln_utf8_valid(raw)) {
    return false;
  }
  t->split.cells[0] = (ln_cell){.s = raw.s, .n = (uint32_t)raw.n};
  t->row.n          = 1U;
  t->row.comment    = true;
  return true;
}

ln_status
ln_table_finish_row(ln_table* const t, bool* const shown)
{
  const uint32_t any = t->split.any;
  LN_TRY(read_cells(t, any));
  const bool skipped = t->row.number <= t->dialect.skip_rows && !t->row.comment;
  if (skipped && show_skipped(t)) {
    *shown = true;
    return LN_OK;
  }
  *shown = !skipped && !(t->dialect.skip_blank_rows && is_blank_row(&t->row));
  if (t->dialect.skip_columns > 0U && !t->row.comment) {
    const size_t left_out = t->dialect.skip_columns < t->row.n ? t->dialect.skip_columns : t->row.n;
    t->row.cells += left_out;
    t->row.n -= left_out;
  }
  /* A skipped row may hold anything, except a quote that takes the rest of the table with it. */
  const bool check = (any & LN_SPLIT_PRIVATE) != 0U && (*shown || (any & LN_SPLIT_OPEN) != 0U);
  return check ? check_cells(t) : LN_OK;
}
