/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   The splitter alone: where it stops when bytes are missing, and what it keeps. */

#include "unit.h"

#include "table/split.h"

enum { BUFFER = 256 };

typedef struct {
  ln_split split;
  char     s[BUFFER + LN_SPLIT_PADDING];
  size_t   n;
} fixture;

static void
set_up(fixture* const f, const char* const text)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  *f = (fixture){.n = strlen(text)};
  ln_split_init(&f->split, &dialect);
  memcpy(f->s, text, f->n);
  ln_split_begin(&f->split, 0U, LN_SPLIT_PLAIN);
}

static ln_split_result
run(fixture* const f, const size_t end, const bool last)
{
  ln_split_result result = LN_SPLIT_FULL;
  CU_ASSERT_EQUAL(ln_split_run(&f->split, f->s, end, last, &result), LN_OK);
  return result;
}

static void
check_cell(const ln_cell* const cell, const uint64_t offset, const uint32_t n, const uint32_t flags)
{
  CU_ASSERT_EQUAL(cell->offset, offset);
  CU_ASSERT_EQUAL(cell->n, n);
  CU_ASSERT_EQUAL(cell->flags, flags);
}

static void
test_cells(void)
{
  fixture f;
  set_up(&f, "ab,\"c\"\"d\",\xC3\xA9,e\"f,\"g\"h\r\nnext");
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  CU_ASSERT_EQUAL_FATAL(f.split.n, 5U);
  check_cell(&f.split.cells[0], 0U, 2U, LN_CELL_CLEAN | LN_CELL_WORD);
  check_cell(&f.split.cells[1], 3U, 6U, LN_CELL_QUOTED | LN_SPLIT_DOUBLED);
  check_cell(&f.split.cells[2], 10U, 2U, LN_CELL_CLEAN);
  check_cell(&f.split.cells[3], 13U, 3U, LN_SPLIT_STRAY);
  CU_ASSERT_EQUAL(f.split.cells[4].offset, 17U);
  CU_ASSERT_EQUAL(f.split.cells[4].n, 4U);
  CU_ASSERT((f.split.cells[4].flags & LN_SPLIT_REST) != 0U);
  CU_ASSERT_EQUAL(f.split.row_end, 21U);
  CU_ASSERT_EQUAL(f.split.at, 22U);
  CU_ASSERT_EQUAL(f.split.lines, 1U);
  CU_ASSERT(f.split.after_cr);
  ln_split_clear(&f.split);
}

/* A quote at the end of what is there may be the first of two: it is put back. */
static void
test_put_back(void)
{
  fixture f;
  set_up(&f, "\"a\"\"b\",c\n");
  CU_ASSERT_EQUAL(run(&f, 3U, false), LN_SPLIT_MORE);
  CU_ASSERT_EQUAL(f.split.at, 2U);
  CU_ASSERT_EQUAL(run(&f, 4U, false), LN_SPLIT_MORE);
  CU_ASSERT_EQUAL(f.split.at, 4U);
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  CU_ASSERT_EQUAL_FATAL(f.split.n, 2U);
  check_cell(&f.split.cells[0], 0U, 6U, LN_CELL_QUOTED | LN_SPLIT_DOUBLED);
  check_cell(&f.split.cells[1], 7U, 1U, LN_CELL_CLEAN | LN_CELL_WORD);
  ln_split_clear(&f.split);
  set_up(&f, "\"a\"");
  CU_ASSERT_EQUAL(run(&f, 3U, true), LN_SPLIT_ROW);
  check_cell(&f.split.cells[0], 0U, 3U, LN_CELL_QUOTED | LN_CELL_CLEAN | LN_CELL_WORD);
  ln_split_clear(&f.split);
}

/* Bytes before the row go away while it is split. */
static void
test_move(void)
{
  fixture f;
  set_up(&f, "x\nab,cd\n");
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  ln_split_begin(&f.split, f.split.at, LN_SPLIT_PLAIN);
  CU_ASSERT_EQUAL(f.split.row, 2U);
  memmove(f.s, f.s + 2, 6U);
  ln_split_move(&f.split, 2U);
  CU_ASSERT_EQUAL(f.split.row, 0U);
  CU_ASSERT_EQUAL(run(&f, 4U, false), LN_SPLIT_MORE);
  CU_ASSERT_EQUAL(run(&f, 6U, false), LN_SPLIT_ROW);
  CU_ASSERT_EQUAL_FATAL(f.split.n, 2U);
  check_cell(&f.split.cells[0], 0U, 2U, LN_CELL_CLEAN | LN_CELL_WORD);
  check_cell(&f.split.cells[1], 3U, 2U, LN_CELL_CLEAN | LN_CELL_WORD);
  ln_split_clear(&f.split);
}

/* What is known of cells where no mark needs thinking. */
static void
test_kinds(void)
{
  fixture f;
  set_up(&f, "12,a-1,-1,a b,,x\n");
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  CU_ASSERT_EQUAL_FATAL(f.split.n, 6U);
  check_cell(&f.split.cells[0], 0U, 2U, LN_CELL_KINDS);
  check_cell(&f.split.cells[1], 3U, 3U, LN_CELL_CLEAN | LN_CELL_WORD);
  check_cell(&f.split.cells[2], 7U, 2U, LN_CELL_CLEAN);
  check_cell(&f.split.cells[3], 10U, 3U, LN_CELL_CLEAN);
  check_cell(&f.split.cells[4], 14U, 0U, LN_CELL_KINDS);
  check_cell(&f.split.cells[5], 15U, 1U, LN_CELL_CLEAN | LN_CELL_WORD);
  ln_split_clear(&f.split);
}

/* A cell that begins where marks are walked and ends where they are found, and quoted ones. */
static void
test_half_walked(void)
{
  fixture     f;
  char        s[160];
  const char* end = "1\n2\n";
  memset(s, '1', sizeof(s));
  memcpy(s, "\"a\",%", 5U);
  memcpy(s + 100, end, strlen(end) + 1U);
  set_up(&f, s);
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  CU_ASSERT_EQUAL_FATAL(f.split.n, 2U);
  check_cell(&f.split.cells[0], 0U, 3U, LN_CELL_QUOTED | LN_CELL_CLEAN | LN_CELL_WORD);
  check_cell(&f.split.cells[1], 4U, 97U, LN_CELL_CLEAN);
  ln_split_begin(&f.split, f.split.at, LN_SPLIT_PLAIN);
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  check_cell(&f.split.cells[0], 0U, 1U, LN_CELL_KINDS);
  ln_split_clear(&f.split);
  s[4] = '1';
  set_up(&f, s);
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  check_cell(&f.split.cells[1], 4U, 97U, LN_CELL_KINDS);
  ln_split_clear(&f.split);
  set_up(&f, "\"12\",\"-1\",\"a b\",\"\" ,\"a\"\n");
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  CU_ASSERT_EQUAL_FATAL(f.split.n, 5U);
  check_cell(&f.split.cells[0], 0U, 4U, LN_CELL_QUOTED | LN_CELL_KINDS);
  check_cell(&f.split.cells[1], 5U, 4U, LN_CELL_QUOTED | LN_CELL_CLEAN);
  check_cell(&f.split.cells[2], 10U, 5U, LN_CELL_QUOTED | LN_CELL_CLEAN);
  CU_ASSERT_EQUAL(f.split.cells[3].flags & (LN_CELL_DIGITS | LN_CELL_WORD), 0U);
  check_cell(&f.split.cells[4], 20U, 3U, LN_CELL_QUOTED | LN_CELL_CLEAN | LN_CELL_WORD);
  ln_split_clear(&f.split);
}

/* Behind a delimiter of two bytes the scan does not know that a dash comes first. */
static void
test_unusual_words(void)
{
  fixture    f;
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  dialect.delimiter      = 'x';
  dialect.delimiter_rest = LN_V("y");
  f                      = (fixture){.n = 8U};
  ln_split_init(&f.split, &dialect);
  memcpy(f.s, "axy-12\nb", 8U);
  ln_split_begin(&f.split, 0U, LN_SPLIT_PLAIN);
  CU_ASSERT_EQUAL(run(&f, f.n, true), LN_SPLIT_ROW);
  CU_ASSERT_EQUAL_FATAL(f.split.n, 2U);
  CU_ASSERT_EQUAL(f.split.cells[1].n, 3U);
  CU_ASSERT_EQUAL(f.split.cells[1].flags & LN_CELL_WORD, 0U);
  ln_split_clear(&f.split);
}

/* A row that needs no thinking is there at once, and only such a row. */
static void
test_ready(void)
{
  static const char* const no[] = {"a,b\r\n", "a,\"b\"\n", "a,b", "\xC3(,b\n", "a,b\r"};
  fixture                  f;
  set_up(&f, "x\nab,12\n\n");
  CU_ASSERT_FALSE(ln_split_ready(&f.split));
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  CU_ASSERT_TRUE(ln_split_ready(&f.split));
  CU_ASSERT_EQUAL_FATAL(f.split.n, 2U);
  check_cell(&f.split.cells[0], 0U, 2U, LN_CELL_CLEAN | LN_CELL_WORD);
  check_cell(&f.split.cells[1], 3U, 2U, LN_CELL_KINDS);
  CU_ASSERT_EQUAL(f.split.row, 2U);
  CU_ASSERT_EQUAL(f.split.row_end, 7U);
  CU_ASSERT_EQUAL(f.split.at, 8U);
  CU_ASSERT_EQUAL(f.split.lines, 1U);
  CU_ASSERT_TRUE(ln_split_ready(&f.split));
  CU_ASSERT_EQUAL_FATAL(f.split.n, 1U);
  check_cell(&f.split.cells[0], 0U, 0U, LN_CELL_KINDS);
  CU_ASSERT_FALSE(ln_split_ready(&f.split));
  ln_split_clear(&f.split);
  for (size_t i = 0U; i < sizeof(no) / sizeof(no[0]); ++i) {
    char s[16] = "x\n";
    memcpy(s + 2, no[i], strlen(no[i]) + 1U);
    set_up(&f, s);
    CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
    CU_ASSERT_FALSE(ln_split_ready(&f.split));
    ln_split_begin(&f.split, f.split.at, LN_SPLIT_PLAIN);
    CU_ASSERT_EQUAL(run(&f, f.n, true), LN_SPLIT_ROW);
    ln_split_clear(&f.split);
  }
}

/* In a comment only the line end has a meaning. */
static void
test_line(void)
{
  fixture f;
  set_up(&f, "#a,\"b\nc");
  ln_split_begin(&f.split, 0U, LN_SPLIT_LINE);
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_ROW);
  CU_ASSERT_EQUAL_FATAL(f.split.n, 1U);
  CU_ASSERT_EQUAL(f.split.cells[0].n, 5U);
  CU_ASSERT_EQUAL(f.split.row_end, 5U);
  ln_split_clear(&f.split);
}

static void
test_stop(void)
{
  fixture f;
  set_up(&f, "a,\"b\r");
  CU_ASSERT_EQUAL(run(&f, f.n, false), LN_SPLIT_MORE);
  CU_ASSERT_EQUAL(ln_split_stop(&f.split), LN_OK);
  CU_ASSERT_EQUAL_FATAL(f.split.n, 2U);
  check_cell(&f.split.cells[1], 2U, 3U, LN_CELL_QUOTED);
  CU_ASSERT_EQUAL(f.split.row_end, 5U);
  CU_ASSERT_EQUAL(f.split.lines, 1U);
  CU_ASSERT(f.split.after_cr);
  ln_split_clear(&f.split);
}

static ln_status
split_once(fixture* const f)
{
  ln_split_result result = LN_SPLIT_FULL;
  set_up(f, "a,b\n");
  return ln_split_run(&f->split, f->s, f->n, false, &result);
}

static ln_status
stop_once(fixture* const f)
{
  set_up(f, "a");
  CU_ASSERT_EQUAL(run(f, f->n, false), LN_SPLIT_MORE);
  return ln_split_stop(&f->split);
}

static void
test_no_memory(void)
{
  fixture f;
  CHECK_ALLOC_FAILURES(split_once(&f), ln_split_clear(&f.split));
  CHECK_ALLOC_FAILURES(stop_once(&f), ln_split_clear(&f.split));
}

static const unit_test tests[] = {
  {"cells", test_cells},
  {"put back", test_put_back},
  {"move", test_move},
  {"kinds", test_kinds},
  {"half walked", test_half_walked},
  {"unusual words", test_unusual_words},
  {"ready", test_ready},
  {"line", test_line},
  {"stop", test_stop},
  {"out of memory", test_no_memory},
};

UNIT_MAIN("split", tests)
