/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Cutting at row ends: by hand, and on random hostile tables of every dialect that can be cut,
   against the rows that a table gives which is not cut: at every length of the bytes, and read
   through a part with every size of stretch. */

#include "unit.h"

#include "base/text.h"
#include "table/split.h"
#include "table/stretch.h"
#include "table/table.h"

#include <stdio.h>

enum { MOST = 400 };

static ln_stretch
cut_of(const char* const text, const bool last)
{
  static char buffer[MOST + LN_SPLIT_PADDING];
  ln_dialect  d;
  ln_stretch  cut = {0};
  ln_dialect_default(&d);
  memset(buffer, '"', sizeof(buffer)); // what stands behind must not matter
  memcpy(buffer, text, strlen(text));
  CU_ASSERT_EQUAL(ln_stretch_find(&d, (ln_view){buffer, strlen(text)}, last, &cut), LN_OK);
  return cut;
}

static void
check_cut(const char* const text,
          const bool        last,
          const size_t      n,
          const unsigned    rows,
          const unsigned    lines)
{
  const ln_stretch cut = cut_of(text, last);
  if (cut.n != n || cut.rows != rows || cut.lines != lines) {
    fprintf(stderr,
            "[%s]: %zu bytes, %u rows, %u lines\n",
            text,
            cut.n,
            (unsigned)cut.rows,
            (unsigned)cut.lines);
  }
  CU_ASSERT(cut.n == n && cut.rows == rows && cut.lines == lines);
}

static void
by_hand(void)
{
  check_cut("", true, 0U, 0U, 0U);
  check_cut("a,b\nc", false, 4U, 1U, 1U);
  check_cut("a,b\nc", true, 5U, 2U, 1U);
  check_cut("a\r\nb\r\n", false, 6U, 2U, 2U);
  check_cut("a\rb\r", false, 2U, 1U, 1U); // a LF may follow the last CR
  check_cut("a\rb\r", true, 4U, 2U, 2U);
  check_cut("\"a\nb\",c\nd\n", false, 10U, 2U, 3U);
  check_cut("\"a\n\"\"b\n\",c\nd", false, 11U, 1U, 3U);
  check_cut("\"a\nb\n", false, 0U, 0U, 0U);
  check_cut("\"a\nb\n", true, 5U, 1U, 2U);
  check_cut("a\"b\nc\n", false, 6U, 2U, 2U);             // a stray quote opens nothing
  check_cut("\"a\"b\"\nc\n\"d\"\n", false, 12U, 3U, 3U); // nor does one behind a closing quote
  check_cut("\"\"\"\n\"\"\"\n", false, 8U, 1U, 2U);
}

static void
possible(void)
{
  ln_dialect d;
  ln_dialect_default(&d);
  CU_ASSERT(ln_stretch_possible(&d));
  d.max_row = 1000U;
  CU_ASSERT_FALSE(ln_stretch_possible(&d));
  ln_dialect_tsv(&d);
  d.quote = '\0';
  CU_ASSERT(ln_stretch_possible(&d));
  d.backslash = true;
  CU_ASSERT_FALSE(ln_stretch_possible(&d));
  ln_dialect_default(&d);
  d.escape = '\\';
  CU_ASSERT_FALSE(ln_stretch_possible(&d));
  ln_dialect_default(&d);
  d.comment_prefix = LN_V("#");
  CU_ASSERT_FALSE(ln_stretch_possible(&d));
  ln_dialect_default(&d);
  d.skip_blank_rows = true;
  CU_ASSERT_FALSE(ln_stretch_possible(&d));
}

/* ---- random tables ---- */

typedef struct {
  char   s[MOST + LN_SPLIT_PADDING];
  size_t n;
} hostile;

static uint32_t
next_random(uint32_t* const seed)
{
  *seed = (*seed * 1664525U) + 1013904223U;
  return *seed >> 16U;
}

/* Mostly good rows with a few faults, or noise. */
static void
make_hostile(hostile* const h, uint32_t* const seed)
{
  static const char* const pieces[] = {"a",
                                       "bc",
                                       ",",
                                       ",",
                                       "\n",
                                       "\r\n",
                                       "\r",
                                       "\"\"",
                                       "\"a,b\"",
                                       "\"x\ny\"",
                                       "\"p\"\"q\"",
                                       ",\"z\",",
                                       "\"",
                                       " ",
                                       "\"\"\"\r\"",
                                       "0123456789012345678901234567890123456789"};
  const size_t kinds = next_random(seed) % 4U == 0U ? 12U : sizeof(pieces) / sizeof(pieces[0]);
  h->n               = 0U;
  while (h->n + 50U < MOST) {
    const char* const piece = pieces[next_random(seed) % kinds];
    memcpy(h->s + h->n, piece, strlen(piece));
    h->n += strlen(piece);
    if (next_random(seed) % 64U == 0U) {
      break;
    }
  }
  memset(h->s + h->n, '\n', sizeof(h->s) - h->n);
}

static void
make_dialect(ln_dialect* const d, uint32_t* const seed)
{
  ln_dialect_default(d);
  switch (next_random(seed) % 4U) {
  case 0U:
    d->quote = '\0';
    break;
  case 1U:
    d->trim = LN_TRIM_BOTH;
    break;
  case 2U:
    d->skip_initial_space = true;
    break;
  default:
    break;
  }
}

/* Every row in words, one after the other. */
static void
describe_rows(ln_table* const table, ln_text* const out)
{
  const ln_row* row = NULL;
  while (ln_table_next(table, &row) == LN_OK) {
    CU_ASSERT_EQUAL(ln_text_format(out,
                                   "%llu line %llu bad %d:",
                                   (unsigned long long)row->number,
                                   (unsigned long long)row->line,
                                   row->bad),
                    LN_OK);
    for (size_t i = 0U; i < row->n; ++i) {
      const ln_cell* const cell = &row->cells[i];
      CU_ASSERT_EQUAL(ln_text_format(out,
                                     " %llu:%u[%.*s]",
                                     (unsigned long long)cell->offset,
                                     cell->flags & ~(unsigned)(LN_CELL_DIGITS | LN_CELL_WORD),
                                     (int)cell->n,
                                     cell->s),
                      LN_OK);
    }
    CU_ASSERT_EQUAL(ln_text_format(out, " <%.*s>\n", (int)row->raw.n, row->raw.s), LN_OK);
  }
}

static ln_table*
open_table(const ln_dialect* const d, const hostile* const h, const size_t block)
{
  ln_in*    in    = NULL;
  ln_table* table = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_memory((ln_view){h->s, h->n}, &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, d, NULL, 0U, block, &table), LN_OK);
  return table;
}

/* For every length of the bytes: the last row end that is certain, and what was counted up to it.
 */
static void
check_lengths(const ln_dialect* const d, const hostile* const h)
{
  hostile         copy            = *h;
  ln_table* const table           = open_table(d, h, sizeof(h->s));
  const ln_row*   row             = NULL;
  ln_stretch      known[MOST + 1] = {{0}};
  size_t          n_known         = 0U;
  const char*     first           = NULL;
  while (ln_table_next(table, &row) == LN_OK) {
    first = first ? first : row->raw.s;
    /* A LF right behind the CR of the row before is no part of the row. */
    known[n_known++] = (ln_stretch){(size_t)(row->raw.s - first), row->number - 1U, row->line - 1U};
  }
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  size_t expected = 0U;
  for (size_t n = 0U; n <= h->n; ++n) {
    ln_stretch cut = {0};
    memset(copy.s, '\n', sizeof(copy.s));
    memcpy(copy.s, h->s, n);
    CU_ASSERT_EQUAL(ln_stretch_find(d, (ln_view){copy.s, n}, false, &cut), LN_OK);
    const bool open_cr = n > 0U && h->s[n - 1U] == '\r';
    while (expected + 1U < n_known && known[expected + 1U].n <= n - (open_cr ? 1U : 0U)) {
      ++expected;
    }
    /* The last row has no row behind it that would tell where it ends. */
    const bool tail = n_known > 0U && expected + 1U == n_known && cut.n > known[expected].n;
    CU_ASSERT(tail || n_known == 0U ||
              (cut.n == known[expected].n && cut.rows == known[expected].rows &&
               cut.lines == known[expected].lines));
    CU_ASSERT(!tail || cut.rows == known[expected].rows + 1U);
  }
}

static void
check_parts(const ln_dialect* const d, const hostile* const h, const size_t block)
{
  ln_text         expected = {0};
  ln_text         got      = {0};
  ln_table*       part     = NULL;
  const ln_row*   row      = NULL;
  ln_table* const uncut    = open_table(d, h, 0U);
  ln_table* const whole    = open_table(d, h, block);
  bool            yes      = false;
  describe_rows(uncut, &expected);
  CU_ASSERT_EQUAL(ln_table_divisible(whole, &yes), LN_OK);
  CU_ASSERT_EQUAL(yes, h->n > block);
  CU_ASSERT_EQUAL_FATAL(ln_table_part(whole, NULL, &part), LN_OK);
  CU_ASSERT_EQUAL(ln_table_next(part, &row), LN_END);
  uint64_t rows = 0U;
  while (ln_table_cut(whole, part, &rows) == LN_OK) {
    const uint64_t before = ln_table_row_number(part);
    describe_rows(part, &got);
    CU_ASSERT_EQUAL(ln_table_row_number(part), before + rows);
  }
  describe_rows(whole, &got); // nothing, as no row is longer than a stretch may be
  CU_ASSERT_EQUAL(ln_table_next(whole, &row), LN_END);
  const bool same = ln_view_equals(ln_text_view(&got), ln_text_view(&expected));
  if (!same) {
    fprintf(stderr, "block %zu of:\n%.*s\n--\n%s--\n%s", block, (int)h->n, h->s, got.s, expected.s);
  }
  CU_ASSERT(same);
  CU_ASSERT_EQUAL(ln_table_close(part), LN_OK);
  CU_ASSERT_EQUAL(ln_table_close(whole), LN_OK);
  CU_ASSERT_EQUAL(ln_table_close(uncut), LN_OK);
  ln_text_clear(&expected);
  ln_text_clear(&got);
}

static void
random_tables(void)
{
  uint32_t seed = 2026U;
  for (unsigned round = 0U; round < 1500U; ++round) {
    hostile    h;
    ln_dialect d;
    make_dialect(&d, &seed);
    make_hostile(&h, &seed);
    check_lengths(&d, &h);
    for (size_t block = 1U; block < 70U; block += 1U + (round % 7U)) {
      check_parts(&d, &h, block);
    }
  }
}

/* A row longer than a stretch may be is left to the whole; then cutting goes on. */
static void
long_rows(void)
{
  enum { LONG = 3 * LN_STRETCH_MOST };
  char* const s = malloc(LONG);
  CU_ASSERT_PTR_NOT_NULL_FATAL(s);
  memset(s, 'x', LONG);
  memcpy(s, "a\nb\n", 4U);
  s[LONG - 3] = '\n';
  s[LONG - 1] = '\n';
  ln_dialect    d;
  ln_in*        in    = NULL;
  ln_table*     whole = NULL;
  ln_table*     part  = NULL;
  const ln_row* row   = NULL;
  uint64_t      rows  = 0U;
  ln_dialect_default(&d);
  CU_ASSERT_EQUAL_FATAL(ln_in_memory((ln_view){s, LONG}, &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, NULL, 0U, 0U, &whole), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_part(whole, NULL, &part), LN_OK);
  bool yes = false;
  CU_ASSERT_EQUAL(ln_table_divisible(whole, &yes), LN_OK);
  CU_ASSERT(yes);
  CU_ASSERT_EQUAL(ln_table_cut(whole, part, &rows), LN_OK);
  CU_ASSERT_EQUAL(rows, 2U);
  CU_ASSERT_EQUAL(ln_table_cut(whole, part, &rows), LN_END);
  CU_ASSERT_EQUAL(ln_table_next(whole, &row), LN_OK);
  CU_ASSERT_EQUAL(row->number, 3U);
  CU_ASSERT_EQUAL(row->line, 3U);
  CU_ASSERT_EQUAL(row->raw.n, LONG - 7U);
  CU_ASSERT_EQUAL(ln_table_cut(whole, part, &rows), LN_OK);
  CU_ASSERT_EQUAL(rows, 1U);
  CU_ASSERT_EQUAL(ln_table_next(part, &row), LN_OK);
  CHECK_VIEW(row->raw, "x");
  CU_ASSERT_EQUAL(row->number, 4U);
  CU_ASSERT_EQUAL(ln_table_cut(whole, part, &rows), LN_END);
  CU_ASSERT_EQUAL(ln_table_next(whole, &row), LN_END);
  CU_ASSERT_EQUAL(ln_table_close(part), LN_OK);
  CU_ASSERT_EQUAL(ln_table_close(whole), LN_OK);
  free(s);
}

/* However much is there at once, a stretch is short, so that what is made of it stays in a cache.
 */
static void
short_stretches(void)
{
  enum { ROWS = 100000, SHORT = 16 * 1024 };
  char* const s = malloc(2U * (size_t)ROWS);
  CU_ASSERT_PTR_NOT_NULL_FATAL(s);
  for (size_t i = 0U; i < (size_t)ROWS; ++i) {
    memcpy(s + (2U * i), "a\n", 2U);
  }
  ln_dialect d;
  ln_in*     in    = NULL;
  ln_table*  whole = NULL;
  ln_table*  part  = NULL;
  uint64_t   rows  = 0U;
  uint64_t   all   = 0U;
  bool       yes   = false;
  ln_dialect_default(&d);
  CU_ASSERT_EQUAL_FATAL(ln_in_memory((ln_view){s, 2U * (size_t)ROWS}, &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, NULL, 0U, 0U, &whole), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_part(whole, NULL, &part), LN_OK);
  CU_ASSERT_EQUAL(ln_table_divisible(whole, &yes), LN_OK);
  CU_ASSERT(yes);
  while (ln_table_cut(whole, part, &rows) == LN_OK) {
    CU_ASSERT(rows > 0U && 2U * rows <= (uint64_t)SHORT);
    all += rows;
  }
  CU_ASSERT_EQUAL(all, (uint64_t)ROWS);
  CU_ASSERT_EQUAL(ln_table_close(part), LN_OK);
  CU_ASSERT_EQUAL(ln_table_close(whole), LN_OK);
  free(s);
}

static ln_status
cut_once(ln_table** const whole, ln_table** const part)
{
  ln_dialect d;
  ln_in*     in   = NULL;
  uint64_t   rows = 0U;
  ln_dialect_default(&d);
  LN_TRY(ln_in_memory(LN_V("a\nb\"c\nd\ne\n"), &in));
  LN_TRY(ln_table_open(in, &d, NULL, 0U, 4U, whole));
  bool yes = false;
  LN_TRY(ln_table_divisible(*whole, &yes));
  LN_TRY(ln_table_part(*whole, NULL, part));
  LN_TRY(ln_table_cut(*whole, *part, &rows));
  LN_TRY(ln_table_cut(*whole, *part, &rows));
  return LN_OK;
}

static void
no_memory(void)
{
  ln_table* whole = NULL;
  ln_table* part  = NULL;
  CHECK_ALLOC_FAILURES(cut_once(&whole, &part), {
    CU_ASSERT_EQUAL(ln_table_close(part), LN_OK);
    CU_ASSERT_EQUAL(ln_table_close(whole), LN_OK);
    whole = NULL;
    part  = NULL;
  });
}

static const unit_test tests[] = {
  {"by hand", by_hand},
  {"possible", possible},
  {"random tables", random_tables},
  {"long rows", long_rows},
  {"short stretches", short_stretches},
  {"no memory", no_memory},
};

UNIT_MAIN("table/stretch", tests)
