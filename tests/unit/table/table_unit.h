/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_TABLE_UNIT_H
#define LN_TESTS_TABLE_UNIT_H

/* What the tests of tables share: reading bytes in memory to the end, everything that came out as
   one text to compare. A finding is one line before the row it belongs to:

     !L0101 row.field line:column message
     [number line] cell|cell|…        `#` behind the bracket: a comment, `!`: bad

   in the short form, which shows texts only; the long form adds flags, places and raw bytes. */

#include "unit.h"

#include "base/diag.h"
#include "base/text.h"
#include "table/table.h"

#include <inttypes.h>

typedef struct {
  ln_text         text;
  const ln_table* table;
  bool            full;
  bool            failed;
} table_dump;

static inline bool
dump_locate(void* const self, const ln_where where, ln_place* const place)
{
  const table_dump* const dump = self;
  if (!dump->table || where.row == 0U) {
    return false;
  }
  ln_table_place(dump->table, where.field, place);
  return true;
}

static inline void
dump_finding(void* const self, const ln_finding* const finding)
{
  table_dump* const dump = self;
  const ln_status   st   = ln_text_format(&dump->text,
                                      "!%s %" PRIu64 ".%u %" PRIu64 ":%" PRIu64 " %.*s\n",
                                      ln_code_about(finding->code)->code,
                                      finding->where.row,
                                      finding->where.field,
                                      finding->place.line,
                                      finding->place.column,
                                      dump->full ? 0 : (int)finding->message.n,
                                      finding->message.s);
  dump->failed |= st != LN_OK;
}

/* What a cell has in common with itself however it was read: whether it is known to be digits or a
   word may depend on that, but what is known is true. */
static inline unsigned
dump_flags(const ln_cell* const cell)
{
  static const char* const digits = "0123456789";
  static const char* const word =
    "0123456789-_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const bool dash  = cell->n > 0U && (cell->s[0] == '-' || cell->s[0] == '_');
  bool       right = true;
  for (size_t i = 0U; i < cell->n; ++i) {
    const bool some = cell->s[i] != '\0';
    right = right && ((cell->flags & LN_CELL_DIGITS) == 0U || (some && strchr(digits, cell->s[i])));
    right =
      right && ((cell->flags & LN_CELL_WORD) == 0U || (some && !dash && strchr(word, cell->s[i])));
  }
  CU_ASSERT(right);
  return cell->flags & ~(unsigned)(LN_CELL_DIGITS | LN_CELL_WORD);
}

static inline ln_status
dump_row(table_dump* const dump, const ln_row* const row)
{
  ln_text* const out = &dump->text;
  LN_TRY(ln_text_format(out,
                        "[%" PRIu64 " %" PRIu64 "]%s%s",
                        row->number,
                        row->line,
                        row->comment ? "#" : "",
                        row->bad ? "!" : ""));
  for (size_t i = 0U; i < row->n; ++i) {
    const ln_cell* const cell = &row->cells[i];
    LN_TRY(ln_text_add_byte(out, i > 0U ? '|' : ' '));
    if (dump->full) {
      LN_TRY(ln_text_format(out, "%u@%" PRIu64 ":", dump_flags(cell), cell->offset));
    }
    LN_TRY(ln_text_add(out, (ln_view){cell->s, cell->n}));
  }
  if (dump->full) {
    LN_TRY(ln_text_add(out, LN_V(" <")));
    LN_TRY(ln_text_add(out, row->raw));
    LN_TRY(ln_text_add_byte(out, '>'));
  }
  return ln_text_add_byte(out, '\n');
}

static inline ln_status
dump_rows(table_dump* const dump, ln_table* const table)
{
  const ln_row* row = NULL;
  ln_status     st  = LN_OK;
  while ((st = ln_table_next(table, &row)) == LN_OK) {
    LN_TRY(dump_row(dump, row));
  }
  return st == LN_END ? LN_OK : st;
}

/* Read `in` to the end. The caller clears `dump->text`. */
static inline ln_status
dump_in(table_dump* const       dump,
        ln_in* const            in,
        const ln_dialect* const dialect,
        const size_t            block)
{
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  if (!log) {
    const ln_status closed = ln_in_close(in);
    return closed == LN_OK ? LN_NO_MEM : closed;
  }
  uint32_t  source = 0U;
  ln_table* table  = NULL;
  ln_status st     = ln_log_source(log, LN_V("t.csv"), dump_locate, dump, &source);
  ln_log_listen(log, dump_finding, dump);
  if (st != LN_OK) {
    const ln_status closed = ln_in_close(in);
    st                     = closed == LN_OK ? st : closed;
  } else {
    st = ln_table_open(in, dialect, log, source, block, &table);
  }
  if (st == LN_OK) {
    dump->table            = table;
    st                     = dump_rows(dump, table);
    const ln_status closed = ln_table_close(table);
    st                     = st == LN_OK ? closed : st;
  }
  ln_log_free(log);
  return dump->failed ? LN_NO_MEM : st;
}

static inline ln_status
dump_bytes(table_dump* const       dump,
           const ln_view           bytes,
           const ln_dialect* const dialect,
           const size_t            block)
{
  ln_in* in = NULL;
  LN_TRY(ln_in_memory(bytes, &in));
  return dump_in(dump, in, dialect, block);
}

/* The short form of `bytes` read with `dialect` is `expected`, for small and large reads. */
#define CHECK_TABLE(bytes, dialect, expected)                                                      \
  check_table((bytes), (dialect), (expected), __FILE__, __LINE__)

static inline void
check_table(const ln_view           bytes,
            const ln_dialect* const dialect,
            const char* const       expected,
            const char* const       file,
            const int               line)
{
  static const size_t blocks[] = {0U, 1U, 7U};
  for (size_t i = 0U; i < sizeof(blocks) / sizeof(blocks[0]); ++i) {
    table_dump dump = {0};
    CU_ASSERT_EQUAL(dump_bytes(&dump, bytes, dialect, blocks[i]), LN_OK);
    check_view(ln_text_view(&dump.text), expected, file, line);
    ln_text_clear(&dump.text);
  }
}

#endif
