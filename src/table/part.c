/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Tables that are read in parts: from an offset on, up to one, or stretches of whole rows that are
   given to others. Invariant: a part begins at a row and ends behind one, and both it and the whole
   know how many rows and lines stand before them. A part takes the buffer of the whole, which gets
   the part's own, with what stands behind the stretch. Cost: a copy of that rest, which is shorter
   than a read. */

#include "table/stream.h"

#include "base/memory.h"
#include "table/stretch.h"

#include <string.h>

/* What a part is given at once, as a rule: small enough that the output made of it stays in the
   cache, large enough that nobody waits for the next one. */
enum { STRETCH = 16 * 1024 };

ln_status
ln_table_offset(ln_table* const table, uint64_t* const offset)
{
  ln_table_start(table);
  ln_status st = table->status;
  *offset      = 0U;
  if (table->tree) {
    return LN_USAGE;
  }
  if (st == LN_OK && !table->again) {
    st = ln_table_seek(table);
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
  ln_table_start(table);
  ln_status st = table->status;
  if (st != LN_OK || table->tree || table->again || !ln_stretch_possible(&table->dialect) ||
      table->row.number < table->dialect.skip_rows) {
    return LN_OK;
  }
  st   = ln_table_seek(table);
  st   = st == LN_OK ? ln_table_have(table, stretch_of(table) + 1U) : st;
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
    LN_TRY(ln_table_have(t, wanted));
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
  LN_TRY(leave_failure(ln_table_seek(whole)));
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
