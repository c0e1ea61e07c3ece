/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   A stream of rows over one buffer. The rows that are whole in the buffer are given out where they
   stand; when the last one is cut off, it moves to the front and the next read is put behind it.
   Only a row longer than the buffer makes it grow, up to the limit of the dialect. Invariant: the
   row given last, its cells and the room for unquoted text stay as they are until the next call,
   also while its faults are reported, so that a locator can ask for places. Nothing is allocated
   per row: buffer, cells and room only grow. */

#include "table/table.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "table/cell.h"
#include "table/encoding.h"
#include "table/fault.h"
#include "table/head.h"
#include "table/split.h"
#include "table/stretch.h"
#include "table/tree_rows.h"

enum { DEFAULT_BLOCK = 256 * 1024, SMALLEST_BUFFER = 64 };

/* What a part is given at once, as a rule: small enough that the output made of it stays in the
   cache, large enough that nobody waits for the next one. */
enum { STRETCH = 16 * 1024 };

#define DEFAULT_MAX_ROW (UINT64_C(256) << 20U)

struct ln_table {
  ln_in*         in;
  ln_dialect     dialect;
  ln_cell_rules  rules;
  ln_fault_sink  faults;
  ln_encoding    encoding;
  ln_split       split;
  ln_row         row; ///< given last
  ln_head        head;
  uint64_t       given_up; ///< rows that were too long
  ln_status      status;   ///< sticky
  bool           started;  ///< the first bytes were looked at
  bool           every;    ///< all rows are shown, with all their cells as they stand
  bool           ready;    ///< the same, and nobody looks at rows for what the table is like
  bool           again;    ///< the row given last is to be given once more
  bool           eof;      ///< all bytes are in the buffer
  size_t         max_row;
  uint64_t       line; ///< on which the next row begins
  char*          buffer;
  size_t         n;     ///< bytes in the buffer
  size_t         cap;   ///< its size, without padding
  size_t         block; ///< read size
  ln_table_taker taker; ///< of rows that are too long; NULL: nobody wants them
  void*          taker_self;
  ln_tree_rows*  tree; ///< NULL unless the dialect has one; then of the rest only `row`,
                       ///< `status` and `again` are used
  char*  room;         ///< for text that is not as it stands in the row
  size_t room_cap;     ///< its size, without slack
};

static void
init(ln_table* const t, ln_in* const in, const ln_dialect* const dialect, const size_t block)
{
  /* The length of a cell has 32 bits. */
  const uint64_t most    = UINT32_MAX - 1U;
  const uint64_t max_row = dialect->max_row ? dialect->max_row : DEFAULT_MAX_ROW;
  t->in                  = in;
  t->dialect             = *dialect;
  t->max_row             = (size_t)(max_row < most ? max_row : most);
  t->line                = 1U;
  t->block               = block ? block : DEFAULT_BLOCK;
  t->cap                 = t->block > SMALLEST_BUFFER / 2U ? 2U * t->block : SMALLEST_BUFFER;
  ln_cell_rules_init(&t->rules, dialect);
  t->every = dialect->skip_rows == 0U && dialect->skip_columns == 0U && !dialect->skip_blank_rows &&
             dialect->comment_prefix.n == 0U && !t->rules.trim_start && !t->rules.trim_end;
  ln_split_init(&t->split, dialect);
}

ln_status
ln_table_open(ln_in* const            in,
              const ln_dialect* const dialect,
              ln_log* const           log,
              const uint32_t          source,
              const size_t            block,
              ln_table** const        table)
{
  *table            = NULL;
  ln_table* const t = ln_alloc_zero(1U, sizeof(ln_table));
  if (!t) {
    const ln_status closed = ln_in_close(in);
    return closed == LN_IO ? LN_IO : LN_NO_MEM;
  }
  init(t, in, dialect, block);
  t->faults = (ln_fault_sink){.log = log, .source = source};
  t->buffer = ln_alloc_zero(1U, t->cap + LN_SPLIT_PADDING);
  if (!t->buffer) {
    const ln_status closed = ln_table_close(t);
    return closed == LN_IO ? LN_IO : LN_NO_MEM;
  }
  *table = t;
  return LN_OK;
}

static ln_status
start(ln_table* const t)
{
  const char* problem = NULL;
  t->started          = true;
  if (t->dialect.tree) {
    return ln_tree_rows_new(t->in, t->dialect.tree, &t->faults, t->max_row, t->block, &t->tree);
  }
  LN_TRY(ln_encoding_open(&t->encoding, t->in, t->dialect.encoding, &problem));
  if (problem) {
    LN_TRY(ln_fault_encoding(&t->faults, t->dialect.encoding, problem));
    return LN_END;
  }
  if (t->encoding.coder) {
    t->faults.encoding = t->dialect.encoding;
  }
  return LN_OK;
}

/* Room for one more block behind the bytes that are there, which may move. */
static ln_status
make_space(ln_table* const t)
{
  const size_t gone = t->split.row;
  if (t->cap - t->n >= t->block) {
    return LN_OK;
  }
  if (gone > 0U) {
    memmove(t->buffer, t->buffer + gone, t->n - gone);
    t->n -= gone;
    ln_split_move(&t->split, gone);
  }
  if (t->cap - t->n >= t->block) {
    return LN_OK;
  }
  const size_t most  = t->max_row + 1U + t->block;
  const size_t cap   = 2U * t->cap < most ? 2U * t->cap : most;
  char* const  grown = ln_realloc(t->buffer, cap + LN_SPLIT_PADDING, 1U);
  if (!grown) {
    return LN_NO_MEM;
  }
  t->buffer = grown;
  t->cap    = cap;
  return LN_OK;
}

/* Read once. The row being split begins at `split.row`; what stands before it may be dropped. */
static ln_status
read_more(ln_table* const t)
{
  LN_TRY(make_space(t));
  size_t          got = 0U;
  const ln_status st  = ln_encoding_read(&t->encoding, t->buffer + t->n, t->block, &got);
  if (st == LN_END) {
    t->eof = true;
    return LN_OK;
  }
  t->n += got;
  return st;
}

/* Have `n` bytes of the row in the buffer, or all there are. */
static ln_status
have(ln_table* const t, const size_t n)
{
  while (t->n - t->split.row < n && !t->eof) {
    LN_TRY(read_more(t));
  }
  return LN_OK;
}

/* Find the first byte of the next row, and whether it is a comment. */
static ln_status
seek_row(ln_table* const t)
{
  ln_split* const split = &t->split;
  ln_split_begin(split, split->at, LN_SPLIT_PLAIN);
  LN_TRY(have(t, 1U));
  if (split->after_cr && split->row < t->n && t->buffer[split->row] == '\n') {
    ln_split_begin(split, split->row + 1U, LN_SPLIT_PLAIN);
    split->after_cr = false;
    LN_TRY(ln_head_pair(&t->head, t->row.number));
    LN_TRY(have(t, 1U));
  }
  if (split->row == t->n) {
    return LN_END;
  }
  const ln_view prefix = t->dialect.comment_prefix;
  LN_TRY(have(t, prefix.n));
  const ln_view seen = {t->buffer + split->row, t->n - split->row};
  if (prefix.n > 0U && ln_view_starts(seen, prefix)) {
    split->mode = LN_SPLIT_LINE;
  }
  return LN_OK;
}

/* As seek_row, which most rows do not need: they begin where the last one ended. */
static inline ln_status
begin_row(ln_table* const t)
{
  if (!t->every || t->split.after_cr || t->split.at >= t->n) {
    return seek_row(t);
  }
  ln_split_begin(&t->split, t->split.at, LN_SPLIT_PLAIN);
  return LN_OK;
}

static inline void
set_row(ln_table* const t)
{
  const ln_split* const split = &t->split;
  t->row                      = (ln_row){
                         .cells   = split->cells,
                         .n       = split->n,
                         .number  = t->row.number + 1U,
                         .line    = t->line,
                         .raw     = {t->buffer + split->row, split->row_end - split->row},
                         .comment = split->mode == LN_SPLIT_LINE,
  };
  t->line += split->lines;
}

/* Give away the bytes from where splitting began. */
static ln_status
give_piece(const ln_table* const t, const size_t end, const bool begins)
{
  const ln_view piece = {t->buffer + t->split.row, end - t->split.row};
  return t->taker ? t->taker(t->taker_self, piece, begins) : LN_OK;
}

/* Leave out everything to the end of the line. */
static ln_status
skip_line(ln_table* const t)
{
  ln_split_result result = LN_SPLIT_MORE;
  for (;;) {
    ln_split_begin(&t->split, t->split.at, LN_SPLIT_LINE);
    LN_TRY(ln_split_run(&t->split, t->buffer, t->n, t->eof, &result));
    if (result == LN_SPLIT_ROW) {
      LN_TRY(give_piece(t, t->split.row_end, false));
      t->line += t->split.lines;
      /* Forget what was looked at behind the line end: the next row has a limit again. */
      ln_split_move(&t->split, 0U);
      return LN_OK;
    }
    LN_TRY(give_piece(t, t->split.at, false));
    t->split.row = t->split.at;
    LN_TRY(read_more(t));
  }
}

/* Report the row being split, whose end is not in sight, and go on behind it: the text of a person
   who forgot a quote should not cost more than the limit. */
static ln_status
give_up(ln_table* const t, const uint64_t limit)
{
  LN_TRY(ln_split_stop(&t->split));
  set_row(t);
  t->row.bad = true;
  ++t->given_up;
  const size_t field = t->row.n > t->dialect.skip_columns ? t->row.n - t->dialect.skip_columns : 0U;
  LN_TRY(ln_fault_long(&t->faults, t->row.number, (uint32_t)field, limit));
  LN_TRY(give_piece(t, t->split.at, true));
  return skip_line(t);
}

/* Split the next row that is not too long, and set it. */
static inline ln_status
split_row(ln_table* const t)
{
  ln_split* const split  = &t->split;
  ln_split_result result = LN_SPLIT_MORE;
  LN_TRY(begin_row(t));
  for (;;) {
    /* The line end of the longest row is one byte more; nothing behind it is looked at, so that
       the size of reads changes nothing. */
    const size_t fence = split->row + t->max_row + 1U;
    const size_t end   = t->n < fence ? t->n : fence;
    LN_TRY(ln_split_run(split, t->buffer, end, t->eof && t->n < fence, &result));
    if (result == LN_SPLIT_ROW) {
      set_row(t);
      return LN_OK;
    }
    if (result == LN_SPLIT_FULL || end == fence) {
      LN_TRY(give_up(t, result == LN_SPLIT_FULL ? 0U : t->max_row));
      LN_TRY(begin_row(t));
    } else {
      LN_TRY(read_more(t));
    }
  }
}

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

/* Finish the row that was split; `*shown`: and it is one that the caller sees. */
static ln_status
finish_row(ln_table* const t, bool* const shown)
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

/* What ends the row; empty at the end of the table. */
static ln_view
line_end(const ln_table* const t)
{
  return (ln_view){t->buffer + t->split.row_end, t->split.at - t->split.row_end};
}

/* The line with which PostgreSQL ends the data of a table. */
static bool
is_end_of_data(const ln_table* const t)
{
  return t->dialect.backslash == LN_BACKSLASH_POSTGRESQL && ln_view_equals(t->row.raw, LN_V("\\."));
}

/* Of a document of XML or JSON. */
static ln_status
next_tree_row(ln_table* const t)
{
  bool            reported = false;
  const ln_status st       = ln_tree_rows_next(t->tree, &t->row, &reported);
  t->row.number            = ln_tree_rows_number(t->tree);
  return st == LN_IO && !reported ? ln_fault_device(&t->faults, t->row.number, ln_in_error(t->in))
                                  : st;
}

static ln_status
next_row(ln_table* const t)
{
  if (!t->started) {
    LN_TRY(start(t));
  }
  if (t->tree) {
    return next_tree_row(t);
  }
  bool shown = false;
  while (!shown) {
    LN_TRY(split_row(t));
    /* Nothing is to be done with the cells of most rows, nor to be found out about them. */
    shown = t->every && (t->split.any & ~(uint32_t)LN_CELL_KINDS) == 0U;
    if (!shown && is_end_of_data(t)) {
      return LN_END;
    }
    if (!shown) {
      LN_TRY(finish_row(t, &shown));
    }
    if (!t->head.done) {
      const bool counts = shown && !t->row.comment;
      LN_TRY(ln_head_row(&t->head, &t->row, line_end(t), counts, t->dialect.header_rows));
    }
    t->ready = t->every && t->head.done;
  }
  return LN_OK;
}

/* Most rows: nothing but cells, and their marks are found already. */
static inline bool
take_ready(ln_table* const t)
{
  const ln_split* const split = &t->split;
  if (!t->ready || t->again || t->status != LN_OK || !ln_split_ready(&t->split)) {
    return false;
  }
  t->row = (ln_row){.cells  = split->cells,
                    .n      = split->n,
                    .number = t->row.number + 1U,
                    .line   = t->line++,
                    .raw    = {t->buffer + split->row, split->row_end - split->row}};
  return true;
}

ln_status
ln_table_next(ln_table* const table, const ln_row** const row)
{
  *row = &table->row;
  if (take_ready(table)) {
    return LN_OK;
  }
  if (table->again) {
    table->again = false;
    return LN_OK;
  }
  if (table->status == LN_OK) {
    table->status = next_row(table);
    if (table->status == LN_IO && !table->tree) {
      table->status = ln_fault_device(&table->faults, table->row.number, ln_in_error(table->in));
    }
  }
  return table->status;
}

/* Look at the first bytes, if that was not done. */
static void
start_once(ln_table* const t)
{
  if (t->status == LN_OK && !t->started) {
    const ln_status st = start(t);
    t->status          = st == LN_IO ? ln_fault_device(&t->faults, 0U, ln_in_error(t->in)) : st;
  }
}

ln_status
ln_table_offset(ln_table* const table, uint64_t* const offset)
{
  start_once(table);
  ln_status st = table->status;
  *offset      = 0U;
  if (table->tree) {
    return LN_USAGE;
  }
  if (st == LN_OK && !table->again) {
    st = begin_row(table);
  }
  if (st != LN_OK && st != LN_END) {
    return st;
  }
  const uint64_t ahead = (table->encoding.n - table->encoding.at) + (table->n - table->split.row);
  *offset              = table->encoding.taken - ahead;
  return table->encoding.coder ? LN_USAGE : LN_OK;
}

ln_status
ln_table_range(ln_table* const table,
               const uint64_t  range[2],
               const uint64_t  rows,
               const uint64_t  lines)
{
  LN_TRY(ln_in_range(table->in, range[0], range[1]));
  if (table->again) {
    /* As if the row had not been read. */
    table->again = false;
    table->row.number -= 1U;
    table->line -= table->split.lines;
  }
  table->encoding.at    = table->encoding.n;
  table->encoding.taken = range[0];
  table->n              = 0U;
  table->eof            = false;
  table->status         = LN_OK;
  table->row            = (ln_row){.number = table->row.number + rows};
  table->line += lines;
  ln_split_begin(&table->split, 0U, LN_SPLIT_PLAIN);
  ln_split_move(&table->split, 0U);
  table->split.after_cr = false;
  return LN_OK;
}

void
ln_table_count_anew(ln_table* const table)
{
  /* Rows in front of the data that the dialect passes over have been. */
  table->dialect.skip_rows = 0U;
  table->row.number        = 0U;
  table->line              = 1U;
}

/* Bytes of a stretch, unless a row is longer. */
static size_t
stretch_of(const ln_table* const t)
{
  return t->block < STRETCH ? t->block : STRETCH;
}

/* A failed read is left to ln_table_next, which reports it behind the rows that are there. */
static ln_status
leave_failure(const ln_status status)
{
  return status == LN_IO ? LN_END : status;
}

ln_status
ln_table_divisible(ln_table* const table, bool* const yes)
{
  *yes = false;
  start_once(table);
  ln_status st = table->status;
  if (st != LN_OK || table->tree || table->again || !ln_stretch_possible(&table->dialect) ||
      table->row.number < table->dialect.skip_rows) {
    return LN_OK;
  }
  st   = begin_row(table);
  st   = st == LN_OK ? have(table, stretch_of(table) + 1U) : st;
  *yes = st == LN_OK && !table->eof;
  if (*yes) {
    table->block = stretch_of(table); // a part takes the whole buffer, so reads are as short
  }
  return st == LN_NO_MEM ? st : LN_OK;
}

ln_status
ln_table_part(const ln_table* const whole, ln_log* const log, ln_table** const part)
{
  ln_in* in = NULL;
  *part     = NULL;
  LN_TRY(ln_in_memory((ln_view){NULL, 0U}, &in));
  LN_TRY(ln_table_open(in, &whole->dialect, log, whole->faults.source, whole->block, part));
  (*part)->faults.encoding = whole->faults.encoding;
  (*part)->started         = true;
  (*part)->eof             = true;
  (*part)->status          = LN_END;
  return LN_OK;
}

/* Find a stretch of whole rows at `split.row`, no longer than it must be: more is read, or taken of
   what is there, until one is whole. */
static ln_status
find_stretch(ln_table* const t, ln_stretch* const cut)
{
  size_t wanted = stretch_of(t);
  for (;;) {
    LN_TRY(have(t, wanted));
    const size_t  there = t->n - t->split.row;
    const size_t  n     = there < wanted ? there : wanted;
    const ln_view bytes = {t->buffer + t->split.row, n};
    LN_TRY(ln_stretch_find(&t->dialect, bytes, t->eof && n == there, cut));
    if (cut->n > 0U) {
      return LN_OK;
    }
    if (n == (size_t)LN_STRETCH_MOST || (t->eof && n == there)) {
      return LN_END;
    }
    wanted = 2U * n < (size_t)LN_STRETCH_MOST ? 2U * n : (size_t)LN_STRETCH_MOST;
  }
}

/* The part takes the buffer, the whole keeps what stands behind `end`. */
static ln_status
swap_buffers(ln_table* const whole, ln_table* const part, const size_t end)
{
  const size_t rest = whole->n - end;
  if (part->cap < whole->cap) {
    char* const grown = ln_realloc(part->buffer, whole->cap + LN_SPLIT_PADDING, 1U);
    if (!grown) {
      return LN_NO_MEM;
    }
    part->buffer = grown;
    part->cap    = whole->cap;
  }
  char* const  s   = part->buffer;
  const size_t cap = part->cap;
  memcpy(s, whole->buffer + end, rest);
  part->buffer  = whole->buffer;
  part->cap     = whole->cap;
  part->n       = end;
  whole->buffer = s;
  whole->cap    = cap;
  whole->n      = rest;
  return LN_OK;
}

ln_status
ln_table_cut(ln_table* const whole, ln_table* const part, uint64_t* const rows)
{
  ln_stretch cut = {0};
  *rows          = 0U;
  LN_TRY(whole->status);
  LN_TRY(leave_failure(begin_row(whole)));
  LN_TRY(leave_failure(find_stretch(whole, &cut)));
  const size_t begin = whole->split.row;
  const size_t end   = begin + cut.n;
  LN_TRY(swap_buffers(whole, part, end));
  /* A stretch ends behind the LF of its last CR, and a part may have had another one before. */
  whole->split.after_cr = false;
  part->split.after_cr  = false;
  ln_split_begin(&part->split, begin, LN_SPLIT_PLAIN);
  ln_split_move(&part->split, 0U);
  part->row    = (ln_row){.number = whole->row.number};
  part->line   = whole->line;
  part->status = LN_OK;
  ln_split_begin(&whole->split, end, LN_SPLIT_PLAIN);
  ln_split_move(&whole->split, end);
  whole->row = (ln_row){.number = whole->row.number + cut.rows};
  whole->line += cut.lines;
  *rows = cut.rows;
  return LN_OK;
}

void
ln_table_again(ln_table* const table)
{
  table->again = table->row.number > 0U && table->status == LN_OK;
}

uint64_t
ln_table_row_number(const ln_table* const table)
{
  return table->tree ? ln_tree_rows_number(table->tree) : table->row.number;
}

/* Lines and columns are counted only here, when somebody asks. */
void
ln_table_place(const ln_table* const table, const uint32_t field, ln_place* const place)
{
  const ln_row* const row = &table->row;
  *place                  = (ln_place){.line = row->line, .column = 1U, .letter = 1U};
  if (row->number == 0U && !table->tree) {
    *place = (ln_place){.line = row->line};
    return;
  }
  if (table->tree) {
    ln_tree_rows_place(table->tree, field, place);
    return;
  }
  size_t offset = 0U;
  if (field > 0U) {
    /* A cell that is not there would stand at the end of the row. */
    offset = field <= row->n ? (size_t)row->cells[field - 1U].offset : row->raw.n;
  }
  for (size_t i = 0U; i < offset; ++i) {
    const char c      = row->raw.s[i];
    const bool second = c == '\n' && i > 0U && row->raw.s[i - 1U] == '\r';
    if (c == '\n' || c == '\r') {
      place->line += second ? 0U : 1U;
      place->column = 0U;
      place->letter = 0U;
    }
    ++place->column;
    place->letter += ((unsigned char)c & 0xC0U) != 0x80U;
  }
}

ln_table_form
ln_table_form_of(const ln_table* const table)
{
  const ln_encoding_form form = ln_encoding_form_of(&table->encoding);
  return (ln_table_form){
    form.name, form.mark, ln_text_view(&table->head.bytes), ln_head_line_end(&table->head)};
}

void
ln_table_give_up_to(ln_table* const table, const ln_table_taker taker, void* const self)
{
  table->taker      = taker;
  table->taker_self = self;
}

uint64_t
ln_table_given_up(const ln_table* const table)
{
  return table->tree ? ln_tree_rows_given_up(table->tree) : table->given_up;
}

uint64_t
ln_table_bytes(const ln_table* const table)
{
  if (table->tree) {
    return ln_tree_rows_bytes(table->tree);
  }
  const uint64_t ahead = table->n - table->split.at;
  const uint64_t taken = table->encoding.taken;
  return table->encoding.coder || taken < ahead ? taken : taken - ahead;
}

ln_status
ln_table_close(ln_table* const table)
{
  if (!table) {
    return LN_OK;
  }
  const ln_status st = ln_in_close(table->in);
  ln_tree_rows_free(table->tree);
  ln_encoding_close(&table->encoding);
  ln_split_clear(&table->split);
  ln_head_clear(&table->head);
  ln_free(table->buffer);
  ln_free(table->room);
  ln_free(table);
  return st;
}
