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
#include "table/stream.h"

enum { DEFAULT_BLOCK = 256 * 1024, SMALLEST_BUFFER = 64 };

#define DEFAULT_MAX_ROW (UINT64_C(256) << 20U)

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

ln_status
ln_table_have(ln_table* const t, const size_t n)
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
  LN_TRY(ln_table_have(t, 1U));
  if (split->after_cr && split->row < t->n && t->buffer[split->row] == '\n') {
    ln_split_begin(split, split->row + 1U, LN_SPLIT_PLAIN);
    split->after_cr = false;
    LN_TRY(ln_head_pair(&t->head, t->row.number));
    LN_TRY(ln_table_have(t, 1U));
  }
  if (split->row == t->n) {
    return LN_END;
  }
  const ln_view prefix = t->dialect.comment_prefix;
  LN_TRY(ln_table_have(t, prefix.n));
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

ln_status
ln_table_seek(ln_table* const t)
{
  return begin_row(t);
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
  const ln_status st = ln_tree_rows_next(t->tree, &t->row);
  t->row.number      = ln_tree_rows_number(t->tree);
  return st == LN_IO ? ln_fault_device(&t->faults, t->row.number, ln_in_error(t->in)) : st;
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
      LN_TRY(ln_table_finish_row(t, &shown));
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

void
ln_table_start(ln_table* const t)
{
  if (t->status == LN_OK && !t->started) {
    const ln_status st = start(t);
    t->status          = st == LN_IO ? ln_fault_device(&t->faults, 0U, ln_in_error(t->in)) : st;
  }
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
