/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   From marks to cells. The scan gives the places of delimiters, quotes, escapes and line ends as
   bits; here each of them is given its meaning by the mode. Invariant: everything before `at` is
   accounted for in mode, flags and cells, so the work can stop at any byte and go on when more was
   read; a mark that needs the byte behind it (a quote that may be doubled, an escape) is put back
   when that byte is not there yet. Nothing is looked at twice, so a row of any length costs linear
   time however small the reads are. Cost: a few nanoseconds a mark. */

#include "table/split.h"

#include "base/memory.h"
#include "table/cell.h"

enum { FIRST_CELLS = 64 };

/* What one mark led to. */
typedef enum { STEP_ON, STEP_ROW, STEP_MORE, STEP_FULL, STEP_NO_MEM } step;

void
ln_split_init(ln_split* const split, const ln_dialect* const dialect)
{
  ln_cell_rules rules;
  ln_cell_rules_init(&rules, dialect);
  *split             = (ln_split){0};
  split->quote       = rules.quote;
  split->escape      = rules.escape;
  split->doubled     = dialect->quote && dialect->escape == dialect->quote;
  split->blank_start = rules.trim_start;
  split->blank_end   = rules.trim_end;
  ln_scan_init(&split->set, dialect->delimiter, split->quote, split->escape);
}

void
ln_split_clear(ln_split* const split)
{
  ln_free(split->cells);
  *split = (ln_split){0};
}

/* The bits of the block up to `pos`, which lies in it, and those before it. */
static inline uint64_t
up_to(const ln_split* const split, const size_t pos)
{
  return (UINT64_C(2) << (pos - split->block)) - 1U;
}

static inline uint64_t
before(const ln_split* const split, const size_t pos)
{
  return (UINT64_C(1) << (pos - split->block)) - 1U;
}

static inline void
forget_bits(ln_split* const split, const uint64_t gone)
{
  split->scan.dirty &= ~gone;
  split->scan.odd &= ~gone;
}

/* Add what the block says of the bytes before `pos` to the current cell. */
static inline void
fold(ln_split* const split, const size_t pos)
{
  const uint64_t gone = before(split, pos);
  split->dirty |= split->scan.dirty & gone;
  split->odd |= split->scan.odd & gone;
  forget_bits(split, gone);
}

/* The rest of the block is not needed: the next one begins at `pos`. */
static inline void
leave_block(ln_split* const split, const size_t pos)
{
  split->scan      = (ln_scan){0U, 0U, 0U};
  split->block     = pos;
  split->block_end = pos;
  split->at        = pos;
}

void
ln_split_begin(ln_split* const split, const size_t row, const ln_split_mode mode)
{
  split->n     = 0U;
  split->row   = row;
  split->at    = row;
  split->lines = 0U;
  split->mode  = mode;
  split->flags = 0U;
  split->start = row;
  split->dirty = 0U;
  split->odd   = 0U;
  if (row >= split->block_end) {
    leave_block(split, row);
  } else {
    const uint64_t gone = before(split, row);
    split->scan.marks &= ~gone;
    forget_bits(split, gone);
  }
}

static step
grow(ln_split* const split)
{
  if (split->n >= LN_SPLIT_MAX_CELLS) {
    return STEP_FULL;
  }
  const size_t   cap   = split->cap ? 2U * split->cap : FIRST_CELLS;
  ln_cell* const cells = ln_realloc(split->cells, cap, sizeof(ln_cell));
  if (!cells) {
    return STEP_NO_MEM;
  }
  split->cells = cells;
  split->cap   = cap;
  return STEP_ON;
}

static bool
is_blank(const char* s, const char* const end)
{
  while (s < end && (*s == ' ' || *s == '\t')) {
    ++s;
  }
  return s == end;
}

/* Where the text of a cell that ends before `pos` ends: blanks behind a closing quote do not count
   if they are trimmed; anything else there spoils the cell. */
static size_t
cell_end(ln_split* const split, const size_t pos)
{
  if (split->mode != LN_SPLIT_AFTER || split->close == pos) {
    return pos;
  }
  if (split->blank_end && is_blank(split->s + split->close, split->s + pos)) {
    return split->close;
  }
  split->flags |= LN_SPLIT_REST;
  return pos;
}

/* The cell ends before `pos`; the byte there is taken, too. */
static inline step
end_cell(ln_split* const split, const size_t pos)
{
  if (split->n == split->cap) {
    const step grown = grow(split);
    if (grown != STEP_ON) {
      leave_block(split, pos);
      return grown;
    }
  }
  fold(split, pos);
  const size_t   end = cell_end(split, pos);
  const uint32_t found =
    (split->dirty ? 0U : (uint32_t)LN_CELL_CLEAN) | (split->odd ? (uint32_t)LN_SPLIT_ODD : 0U);
  split->cells[split->n++] = (ln_cell){.s      = NULL,
                                       .n      = (uint32_t)(end - split->start),
                                       .flags  = split->flags | found,
                                       .offset = split->start - split->row};
  forget_bits(split, up_to(split, pos));
  split->start = pos + 1U;
  split->flags = 0U;
  split->dirty = 0U;
  split->odd   = 0U;
  return STEP_ON;
}

/* CR, LF and CRLF each end one line. */
static void
count_line(ln_split* const split, const size_t pos, const char c)
{
  const bool second =
    c == '\n' && (pos > split->row ? split->s[pos - 1U] == '\r' : split->after_cr);
  split->lines += second ? 0U : 1U;
}

static step
end_row(ln_split* const split, const size_t pos, const char c)
{
  const step ended = end_cell(split, pos);
  if (ended != STEP_ON) {
    return ended;
  }
  count_line(split, pos, c);
  split->row_end  = pos;
  split->at       = pos + 1U;
  split->after_cr = c == '\r';
  return STEP_ROW;
}

/* Put the mark at `pos` back: it cannot be judged before more was read. */
static step
put_back(ln_split* const split, const size_t pos)
{
  fold(split, pos);
  leave_block(split, pos);
  return STEP_MORE;
}

/* The byte at `pos` has no meaning of its own. If it is in no block, its word on the cell is lost,
   but cells with such bytes are looked at again anyway (table/cell.c, table/fault.c). */
static void
pass(ln_split* const split, const size_t pos)
{
  const char c = split->s[pos];
  if (c == '\n' || c == '\r') {
    count_line(split, pos, c);
  }
  if (pos < split->block_end) {
    split->scan.marks &= ~(UINT64_C(1) << (pos - split->block));
    return;
  }
  split->block_end = pos + 1U;
}

static step
escape_mark(ln_split* const split, const size_t pos)
{
  if (pos + 1U < split->end) {
    split->flags |= LN_SPLIT_ESCAPED;
    pass(split, pos + 1U);
    return STEP_ON;
  }
  return split->last ? STEP_ON : put_back(split, pos);
}

/* A quote outside quotes: it opens the cell, or is data. */
static step
open_quote(ln_split* const split, const size_t pos)
{
  if (split->mode == LN_SPLIT_AFTER) {
    return STEP_ON;
  }
  const bool first = pos == split->start ||
                     (split->blank_start && is_blank(split->s + split->start, split->s + pos));
  if (!first) {
    split->flags |= LN_SPLIT_STRAY;
    return STEP_ON;
  }
  forget_bits(split, up_to(split, pos));
  split->dirty = 0U;
  split->odd   = 0U;
  split->start = pos;
  split->flags = LN_CELL_QUOTED;
  split->mode  = LN_SPLIT_QUOTED;
  return STEP_ON;
}

/* A quote inside quotes: it closes the cell, or is the first of two. */
static step
close_quote(ln_split* const split, const size_t pos)
{
  if (split->doubled) {
    if (pos + 1U == split->end && !split->last) {
      return put_back(split, pos);
    }
    if (pos + 1U < split->end && split->s[pos + 1U] == split->quote) {
      split->flags |= LN_SPLIT_DOUBLED;
      pass(split, pos + 1U);
      return STEP_ON;
    }
  }
  fold(split, pos);
  forget_bits(split, up_to(split, pos));
  split->close = pos + 1U;
  split->mode  = LN_SPLIT_AFTER;
  return STEP_ON;
}

static inline step
outside_mark(ln_split* const split, const size_t pos, const char c)
{
  if (c == split->set.delimiter && split->mode != LN_SPLIT_LINE) {
    const step ended = end_cell(split, pos);
    split->mode      = LN_SPLIT_PLAIN;
    return ended;
  }
  if (c == '\n' || c == '\r') {
    return end_row(split, pos, c);
  }
  if (split->mode == LN_SPLIT_LINE) {
    return STEP_ON;
  }
  return c == split->quote ? open_quote(split, pos) : escape_mark(split, pos);
}

static inline step
inside_mark(ln_split* const split, const size_t pos, const char c)
{
  if (c == split->quote) {
    return close_quote(split, pos);
  }
  if (split->escape && c == split->escape) {
    return escape_mark(split, pos);
  }
  if (c == '\n' || c == '\r') {
    count_line(split, pos, c);
  }
  return STEP_ON;
}

/* Go from mark to mark to the end of the block or of the row. */
static step
walk_block(ln_split* const split)
{
  while (split->scan.marks != 0U) {
    const size_t pos = split->block + (size_t)__builtin_ctzll(split->scan.marks);
    const char   c   = split->s[pos];
    split->scan.marks &= split->scan.marks - 1U;
    const step next =
      split->mode == LN_SPLIT_QUOTED ? inside_mark(split, pos, c) : outside_mark(split, pos, c);
    if (next != STEP_ON) {
      return next;
    }
  }
  return STEP_ON;
}

static void
load_block(ln_split* const split)
{
  const size_t left    = split->end - split->at;
  split->block         = split->at;
  split->block_end     = left < LN_SCAN_SIZE ? split->end : split->at + LN_SCAN_SIZE;
  const uint64_t there = left < LN_SCAN_SIZE ? before(split, split->block_end) : UINT64_MAX;
  ln_scan        scan;
  ln_scan_block(&split->set, split->s + split->block, &scan);
  split->scan = (ln_scan){scan.marks & there, scan.dirty & there, scan.odd & there};
}

/* No bytes are left, and no others will follow. */
static step
end_data(ln_split* const split)
{
  if (split->mode == LN_SPLIT_QUOTED) {
    split->flags |= LN_SPLIT_OPEN;
  }
  split->row_end  = split->end;
  split->after_cr = false;
  const step next = end_cell(split, split->end);
  return next == STEP_ON ? STEP_ROW : next;
}

static step
walk(ln_split* const split)
{
  for (;;) {
    const step next = walk_block(split);
    if (next != STEP_ON) {
      return next;
    }
    split->dirty |= split->scan.dirty;
    split->odd |= split->scan.odd;
    leave_block(split, split->block_end);
    if (split->at >= split->end) {
      return split->last ? end_data(split) : STEP_MORE;
    }
    load_block(split);
  }
}

ln_status
ln_split_run(ln_split* const        split,
             const char* const      s,
             const size_t           end,
             const bool             last,
             ln_split_result* const result)
{
  split->s        = s;
  split->end      = end;
  split->last     = last;
  const step next = walk(split);
  if (next == STEP_NO_MEM) {
    return LN_NO_MEM;
  }
  *result = next == STEP_ROW ? LN_SPLIT_ROW : LN_SPLIT_MORE;
  if (next == STEP_FULL) {
    *result = LN_SPLIT_FULL;
  }
  return LN_OK;
}

ln_status
ln_split_stop(ln_split* const split)
{
  split->row_end  = split->at;
  split->after_cr = split->at > split->row && split->s[split->at - 1U] == '\r';
  const step room = split->n == split->cap ? grow(split) : STEP_ON;
  if (room == STEP_ON) {
    split->cells[split->n++] = (ln_cell){.n      = (uint32_t)(split->at - split->start),
                                         .flags  = split->flags,
                                         .offset = split->start - split->row};
  }
  return room == STEP_NO_MEM ? LN_NO_MEM : LN_OK;
}

void
ln_split_move(ln_split* const split, const size_t n)
{
  split->row -= n;
  split->at -= n;
  split->start -= n;
  split->close -= n;
  leave_block(split, split->at);
}
