/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   From marks to cells. The scan gives the places of delimiters, quotes, escapes and line ends as
   bits; here each of them is given its meaning by the mode. Outside quotes, in a block that holds
   neither quote nor escape, every mark ends a cell, and no byte between them is looked at; other
   blocks are walked mark by mark. Invariant: everything before `at` is accounted for in mode, flags
   and cells, so the work can stop at any byte and go on when more was read; a mark that needs the
   byte behind it (a quote that may be doubled, an escape) is put back when that byte is not there
   yet. Nothing is split twice, so a row of any length costs linear time however small the reads
   are. Cost: about two nanoseconds a cell. */

#include "table/split.h"

#include "base/memory.h"
#include "table/cell.h"
#include "table/validity.h"

enum { FIRST_CELLS = 64 };

/* The flags of a mark become flags of the cell by one shift. */
enum { FLAGS = 12 };

_Static_assert(LN_MARK_CLEAN >> FLAGS == LN_CELL_CLEAN && LN_MARK_ODD >> FLAGS == LN_SPLIT_ODD &&
                 LN_MARK_DIGITS >> FLAGS == LN_CELL_DIGITS && LN_MARK_WORD >> FLAGS == LN_CELL_WORD,
               "marks and cells agree");

/* What one mark led to. */
typedef enum { STEP_ON, STEP_ROW, STEP_MORE, STEP_FULL, STEP_NO_MEM } step;

/* Delimiters of several bytes, and other line ends than CR and LF: their first bytes are marks. */
static void
init_unusual(ln_split* const split, const ln_dialect* const dialect)
{
  char   first[LN_SPLIT_LINE_ENDS];
  size_t n = 0U;
  for (; n < dialect->n_line_ends && n < sizeof(first); ++n) {
    first[n] = dialect->line_ends[n].s[0];
  }
  split->line_ends      = dialect->line_ends;
  split->n_line_ends    = n;
  split->delimiter_rest = dialect->delimiter_rest;
  if (n > 0U) {
    ln_scan_ends(&split->set, first, n);
  } else if (split->delimiter_rest.n > 0U) {
    ln_scan_harden(&split->set);
  }
}

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
  init_unusual(split, dialect);
  const ln_width width = split->set.many ? LN_WIDTH_PLAIN : ln_cpu_width();
  split->scan_blocks   = ln_scan_of(&split->set, width);
  split->find          = ln_marks_of(width);
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
  return (UINT64_C(2) << ((pos - split->block) % LN_SCAN_SIZE)) - 1U;
}

static inline uint64_t
before(const ln_split* const split, const size_t pos)
{
  return (UINT64_C(1) << ((pos - split->block) % LN_SCAN_SIZE)) - 1U;
}

static inline void
forget_bits(ln_split* const split, const uint64_t gone)
{
  split->scan.dirty &= ~gone;
  split->scan.odd &= ~gone;
  split->scan.nonword &= ~gone;
  split->scan.nondigit &= ~gone;
}

/* Add what the block says of the bytes of `of` to the current cell. */
static inline void
fold_bits(ln_split* const split, const uint64_t of)
{
  split->dirty |= split->scan.dirty & of;
  split->odd |= split->scan.odd & of;
  split->nonword |= split->scan.nonword & of;
  split->nondigit |= split->scan.nondigit & of;
}

/* The same for those before `pos`. */
static inline void
fold(ln_split* const split, const size_t pos)
{
  const uint64_t gone = before(split, pos);
  fold_bits(split, gone);
  forget_bits(split, gone);
}

/* A new cell begins, or a quoted one behind its quote. */
static inline void
forget_cell(ln_split* const split)
{
  split->dirty    = 0U;
  split->odd      = 0U;
  split->nonword  = 0U;
  split->nondigit = 0U;
}

/* What was scanned is not needed: the next block begins at `pos`. */
static void
forget(ln_split* const split, const size_t pos)
{
  split->scan       = (ln_scan){0};
  split->block      = pos;
  split->block_end  = pos;
  split->at         = pos;
  split->ahead_next = 0U;
  split->ahead_n    = 0U;
  split->gathered   = false;
}

/* The row begins at `row`; marks before it have been dealt with. */
static void
drop_marks(ln_split* const split, const size_t row)
{
  if (split->gathered) {
    while (split->found_next < split->found.n &&
           split->block + (split->found.v[split->found_next] & LN_MARK_AT) < row) {
      ++split->found_next;
    }
  } else if (row < split->block_end) {
    const uint64_t gone = before(split, row);
    split->scan.marks &= ~gone;
    split->scan.hard &= ~gone;
    forget_bits(split, gone);
  } else if (row > split->block_end + 1U) {
    forget(split, row);
  } else {
    split->scan = (ln_scan){0};
  }
}

void
ln_split_begin(ln_split* const split, const size_t row, const ln_split_mode mode)
{
  split->n     = 0U;
  split->any   = 0U;
  split->row   = row;
  split->at    = row;
  split->lines = 0U;
  split->mode  = mode;
  split->flags = 0U;
  split->start = row;
  forget_cell(split);
  drop_marks(split, row);
}

static step
grow(ln_split* const split)
{
  if (split->cap >= (size_t)LN_SPLIT_MAX_CELLS) {
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

/* The cell ends before `pos`; the byte there is taken, too. Behind an unusual mark a dash may begin
   it, which the scan did not see, so there no cell is called a word. */
static inline step
end_cell(ln_split* const split, const size_t pos)
{
  if (split->n == split->cap) {
    const step grown = grow(split);
    if (grown != STEP_ON) {
      forget(split, pos);
      return grown;
    }
  }
  fold(split, pos);
  const size_t   end   = cell_end(split, pos);
  const uint32_t found = (split->dirty ? 0U : (uint32_t)LN_CELL_CLEAN) |
                         (split->nondigit ? 0U : (uint32_t)LN_CELL_DIGITS) |
                         ((split->nonword | split->set.all_hard) ? 0U : (uint32_t)LN_CELL_WORD) |
                         (split->odd ? (uint32_t)LN_SPLIT_ODD : 0U);
  split->any |= split->flags | found;
  split->cells[split->n++] = (ln_cell){.s      = split->s + split->start,
                                       .n      = (uint32_t)(end - split->start),
                                       .flags  = split->flags | found,
                                       .offset = split->start - split->row};
  forget_bits(split, up_to(split, pos));
  split->start = pos + 1U;
  split->flags = 0U;
  forget_cell(split);
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

/* The line end at `pos` ends the row, whose last cell has been added. */
static inline step
end_line(ln_split* const split, const size_t pos, const char c)
{
  count_line(split, pos, c);
  split->row_end  = pos;
  split->at       = pos + 1U;
  split->after_cr = c == '\r';
  return STEP_ROW;
}

static step
end_row(ln_split* const split, const size_t pos, const char c)
{
  const step ended = end_cell(split, pos);
  return ended == STEP_ON ? end_line(split, pos, c) : ended;
}

/* Put the mark at `pos` back: it cannot be judged before more was read. */
static step
put_back(ln_split* const split, const size_t pos)
{
  fold(split, pos);
  forget(split, pos);
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
  forget_cell(split);
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

/* Whether `text` stands at `pos`. */
static bool
stands(const ln_split* const split, const size_t pos, const ln_view text)
{
  return text.n == 0U ||
         (text.n <= split->end - pos && memcmp(split->s + pos, text.s, text.n) == 0);
}

/* Bytes of the line end at `pos`, of those the dialect names; 0: there is none. */
static size_t
line_end_at(const ln_split* const split, const size_t pos)
{
  for (size_t i = 0U; i < split->n_line_ends; ++i) {
    if (stands(split, pos, split->line_ends[i])) {
      return split->line_ends[i].n;
    }
  }
  const char c = split->s[pos];
  return split->n_line_ends == 0U && (c == '\n' || c == '\r') ? 1U : 0U;
}

/* The `n` bytes at `pos` are one mark: those behind the first mean nothing more. */
static void
take_bytes(ln_split* const split, const size_t pos, const size_t n)
{
  for (size_t at = pos + 1U; at < pos + n; ++at) {
    if (at < split->block_end) {
      const uint64_t bit = UINT64_C(1) << (at - split->block);
      split->scan.marks &= ~bit;
      forget_bits(split, bit);
    } else {
      split->block_end = at + 1U;
    }
  }
}

/* The same as end_row for a line end that the dialect names. */
static step
end_row_named(ln_split* const split, const size_t pos, const size_t n)
{
  const step ended = end_cell(split, pos);
  if (ended != STEP_ON) {
    return ended;
  }
  ++split->lines;
  split->row_end = pos;
  take_bytes(split, pos, n);
  split->at = pos + n;
  return STEP_ROW;
}

/* A mark that may be the first byte of a delimiter or of a line end, or only look like it. */
static step
unusual_mark(ln_split* const split, const size_t pos, const char c)
{
  if (split->end - pos <= (size_t)LN_DIALECT_MOST && !split->last) {
    return put_back(split, pos);
  }
  const size_t line_end = line_end_at(split, pos);
  if (line_end > 0U) {
    return split->n_line_ends > 0U ? end_row_named(split, pos, line_end) : end_row(split, pos, c);
  }
  if (split->mode == LN_SPLIT_LINE) {
    return STEP_ON;
  }
  if (c == split->set.bytes[0] && stands(split, pos + 1U, split->delimiter_rest)) {
    const size_t n     = 1U + split->delimiter_rest.n;
    const step   ended = end_cell(split, pos);
    split->mode        = LN_SPLIT_PLAIN;
    if (ended == STEP_ON) {
      take_bytes(split, pos, n);
      split->start = pos + n;
    }
    return ended;
  }
  if (split->quote && c == split->quote) {
    return open_quote(split, pos);
  }
  return split->escape && c == split->escape ? escape_mark(split, pos) : STEP_ON;
}

static inline step
outside_mark(ln_split* const split, const size_t pos, const char c)
{
  if (split->set.all_hard != 0U) {
    return unusual_mark(split, pos, c);
  }
  if (c == split->set.bytes[0] && split->mode != LN_SPLIT_LINE) {
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
  fold_bits(split, UINT64_MAX);
  split->scan = (ln_scan){0};
  return STEP_ON;
}

/* What the cell behind the last mark found holds. */
static inline void
leave_found(ln_split* const split)
{
  split->dirty    = split->found.dirty;
  split->odd      = split->found.odd;
  split->nonword  = split->found.nonword;
  split->nondigit = split->found.nondigit;
}

/* Find the marks of the next blocks as far as they need no thinking. */
static void
find_marks(ln_split* const split)
{
  const size_t first = split->ahead_next;
  while (split->ahead_next < split->ahead_n && split->ahead[split->ahead_next].hard == 0U) {
    ++split->ahead_next;
  }
  const size_t n        = split->ahead_next - first;
  const size_t end      = split->ahead_at + (n * (size_t)LN_SCAN_SIZE);
  split->found.dirty    = split->dirty;
  split->found.odd      = split->odd;
  split->found.nonword  = split->nonword;
  split->found.nondigit = split->nondigit;
  split->find(&split->found, split->ahead + first, n);
  split->block      = split->ahead_at;
  split->block_end  = end < split->ahead_end ? end : split->ahead_end;
  split->ahead_at   = split->block_end;
  split->found_next = 0U;
  split->gathered   = true;
}

/* Make cells of the marks found, to the end of the row, as far as there is room. */
static inline step
take_found(ln_split* const split)
{
  const char* const    base  = split->s + split->block;
  const char* const    row   = split->s + split->row;
  const char           comma = split->set.bytes[0];
  const size_t         left  = split->found.n - split->found_next;
  const size_t         room  = split->cap - split->n;
  const ln_mark*       found = split->found.v + split->found_next;
  const ln_mark* const stop  = found + (left < room ? left : room);
  const char*          start = split->s + split->start;
  ln_cell*             cell  = split->cells + split->n;
  uint32_t             flags = split->flags;
  uint32_t             any   = split->any;
  char                 c     = comma;
  while (found < stop && c == comma) {
    const char* const end = base + (*found & LN_MARK_AT);
    flags |= (uint32_t)*found++ >> FLAGS;
    any |= flags;
    *cell++ = (ln_cell){
      .s = start, .n = (uint32_t)(end - start), .flags = flags, .offset = (size_t)(start - row)};
    flags = 0U;
    start = end + 1;
    c     = *end;
  }
  split->found_next = (size_t)(found - split->found.v);
  split->n          = (size_t)(cell - split->cells);
  split->start      = (size_t)(start - split->s);
  split->flags      = flags;
  split->any        = any;
  return c == comma ? STEP_ON : end_line(split, split->start - 1U, c);
}

/* In a comment only a line end is more than data. */
static step
take_line(ln_split* const split)
{
  while (split->found_next < split->found.n) {
    const ln_mark found = split->found.v[split->found_next++];
    const size_t  pos   = split->block + (found & LN_MARK_AT);
    split->flags |= (uint32_t)found >> FLAGS;
    if (split->s[pos] != split->set.bytes[0]) {
      return end_row(split, pos, split->s[pos]);
    }
  }
  return STEP_ON;
}

/* Take all marks found, or those of the row. */
static inline step
walk_found(ln_split* const split)
{
  step next = STEP_ON;
  while (next == STEP_ON && split->found_next < split->found.n) {
    next = split->n == split->cap ? grow(split) : STEP_ON;
    if (next == STEP_ON) {
      next = split->mode == LN_SPLIT_LINE ? take_line(split) : take_found(split);
    }
  }
  if (next == STEP_FULL || next == STEP_NO_MEM) {
    forget(split, split->block + (split->found.v[split->found_next] & LN_MARK_AT));
  } else if (next == STEP_ON) {
    leave_found(split);
  }
  return next;
}

static void
scan_ahead(ln_split* const split)
{
  const size_t   size = LN_SCAN_SIZE;
  const size_t   left = split->end - split->at;
  const size_t   most = size * (size_t)LN_MARKS_BLOCKS;
  const ln_view  text = {split->s + split->at, left < most ? left : most};
  const size_t   n    = (text.n + size - 1U) / size;
  const uint64_t odd  = split->scan_blocks(&split->set, text.s, n, split->ahead);
  if (text.n % size != 0U) {
    ln_scan* const last  = &split->ahead[n - 1U];
    const uint64_t there = (UINT64_C(1) << (text.n % size)) - 1U;
    *last                = ln_scan_part(last, there);
  }
  if (odd != 0U) {
    ln_validity_prove(text, split->ahead, n);
  }
  split->ahead_next = 0U;
  split->ahead_n    = n;
  split->ahead_at   = split->at;
  split->ahead_end  = split->at + text.n;
}

/* The next block is walked mark by mark. */
static void
next_block(ln_split* const split)
{
  const size_t left = split->ahead_end - split->ahead_at;
  split->block      = split->ahead_at;
  split->block_end  = split->block + (left < (size_t)LN_SCAN_SIZE ? left : (size_t)LN_SCAN_SIZE);
  split->ahead_at   = split->block_end;
  split->scan       = split->ahead[split->ahead_next++];
}

/* Go on behind the block or the marks found; false if nothing is there. */
static bool
advance(ln_split* const split)
{
  split->at       = split->at > split->block_end ? split->at : split->block_end;
  split->gathered = false;
  if (split->ahead_next == split->ahead_n) {
    if (split->at >= split->end) {
      forget(split, split->at);
      return false;
    }
    scan_ahead(split);
  }
  ln_scan* const scan = &split->ahead[split->ahead_next];
  if (split->at > split->ahead_at) {
    /* Its first bytes were taken together with those before. */
    const uint64_t left = ~((UINT64_C(1) << (split->at - split->ahead_at)) - 1U);
    *scan               = ln_scan_part(scan, left);
  }
  const bool outside = split->mode == LN_SPLIT_PLAIN || split->mode == LN_SPLIT_LINE;
  if (outside && scan->hard == 0U) {
    find_marks(split);
  } else {
    next_block(split);
  }
  return true;
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
  do {
    const step next = split->gathered ? walk_found(split) : walk_block(split);
    if (next != STEP_ON) {
      return next;
    }
  } while (advance(split));
  return split->last ? end_data(split) : STEP_MORE;
}

/* The cells found so far stand where the row was then. */
static void
follow_row(ln_split* const split)
{
  const char* const row_s = split->s + split->row;
  if (row_s != split->row_s) {
    split->row_s = row_s;
    for (size_t i = 0U; i < split->n; ++i) {
      split->cells[i].s = row_s + split->cells[i].offset;
    }
  }
}

ln_status
ln_split_run(ln_split* const        split,
             const char* const      s,
             const size_t           end,
             const bool             last,
             ln_split_result* const result)
{
  split->s    = s;
  split->end  = end;
  split->last = last;
  follow_row(split);
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

bool
ln_split_ready(ln_split* const split)
{
  const size_t         left  = split->found.n - split->found_next;
  const ln_mark*       found = split->found.v + split->found_next;
  const ln_mark* const stop  = found + (left < split->cap ? left : split->cap);
  const char* const    base  = split->s + split->block;
  const char* const    row   = split->s + split->at;
  const char           comma = split->set.bytes[0];
  const char*          start = row;
  ln_cell*             cell  = split->cells;
  uint32_t             any   = 0U;
  char                 c     = comma;
  if (!split->gathered || split->after_cr) {
    return false;
  }
  while (found < stop && c == comma) {
    const char* const end   = base + (*found & LN_MARK_AT);
    const uint32_t    flags = (uint32_t)*found++ >> FLAGS;
    any |= flags;
    *cell++ = (ln_cell){
      .s = start, .n = (uint32_t)(end - start), .flags = flags, .offset = (size_t)(start - row)};
    start = end + 1;
    c     = *end;
  }
  if (c != '\n' || (any & ~(uint32_t)LN_CELL_KINDS) != 0U) {
    return false;
  }
  split->found_next = (size_t)(found - split->found.v);
  split->n          = (size_t)(cell - split->cells);
  split->row        = split->at;
  split->at         = (size_t)(start - split->s);
  split->row_end    = split->at - 1U;
  split->lines      = 1U;
  split->any        = any;
  return true;
}

ln_status
ln_split_stop(ln_split* const split)
{
  split->row_end  = split->at;
  split->after_cr = split->at > split->row && split->s[split->at - 1U] == '\r';
  const step room = split->n == split->cap ? grow(split) : STEP_ON;
  if (room == STEP_ON) {
    split->cells[split->n++] = (ln_cell){.s      = split->s + split->start,
                                         .n      = (uint32_t)(split->at - split->start),
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
  forget(split, split->at);
}
