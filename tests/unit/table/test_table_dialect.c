/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Dialects that few tables have: backslashes as databases write them, delimiters of several bytes,
   line ends of one's own. */

#include "table_unit.h"

static ln_dialect
csv(void)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  return dialect;
}

static ln_dialect
escaped(const ln_backslash backslash)
{
  ln_dialect dialect;
  ln_dialect_tsv(&dialect);
  dialect.quote     = '\0';
  dialect.backslash = backslash;
  return dialect;
}

/* What COPY TO of PostgreSQL writes, and what COPY FROM reads (its documentation, "Text Format").
 */
static void
test_postgresql(void)
{
  const ln_dialect d = escaped(LN_BACKSLASH_POSTGRESQL);
  CHECK_TABLE(LN_V("\\N\ta\\tb\\nc\t\\\\N\t\n"), &d, "[1 1] \\N|a\tb\nc|\\N|\n");
  CHECK_TABLE(LN_V("\\b\\f\\r\\v\\q\\Z\t\\N\\N\n"), &d, "[1 1] \b\f\r\vqZ|NN\n");
  CHECK_TABLE(LN_V("a\\\tb\\\nc\td\ne"), &d, "[1 1] a\tb\nc|d\n[2 3] e\n");
  CHECK_TABLE(LN_V("\\101\\1012\\60x\\x41\\x4aZ\\xg\\8\n"), &d, "[1 1] AA20xAJZxg8\n");
  CHECK_TABLE(LN_V("\\303\\251\t\\xC3\\xa9\n"), &d, "[1 1] \xC3\xA9|\xC3\xA9\n");
  CHECK_TABLE(LN_V("\\351\tb\n"),
              &d,
              "!L0101 1.1 1:1 byte 0xE9 at position 1 of the cell is not UTF-8\n[1 1] |b\n");
  CHECK_TABLE(
    LN_V("a\\0b\tc\n"), &d, "!L0102 1.1 1:1 byte 0x00 at position 2 of the cell\n[1 1] |c\n");
  CHECK_TABLE(LN_V("\\\n"), &d, "[1 1] \n\n");
  CHECK_TABLE(LN_V("a\\"), &d, "[1 1] a\\\n");
}

/* A line \. ends the data. */
static void
test_end_of_data(void)
{
  const ln_dialect d = escaped(LN_BACKSLASH_POSTGRESQL);
  CHECK_TABLE(LN_V("a\tb\n\\.\nc\td\n"), &d, "[1 1] a|b\n");
  CHECK_TABLE(LN_V("a\n\\.\tb\n\\.c\n\\."), &d, "[1 1] a\n[2 2] .|b\n[3 3] .c\n");
  const ln_dialect mysql = escaped(LN_BACKSLASH_MYSQL);
  CHECK_TABLE(LN_V("a\n\\.\nb\n"), &mysql, "[1 1] a\n[2 2] .\n[3 3] b\n");
}

/* SELECT … INTO OUTFILE and LOAD DATA (MySQL's manual, "Field and Line Handling"). */
static void
test_mysql(void)
{
  ln_dialect d = escaped(LN_BACKSLASH_MYSQL);
  CHECK_TABLE(LN_V("\\N\ta\\tb\\nc\t\\\\N\t\n"), &d, "[1 1] \\N|a\tb\nc|\\N|\n");
  CHECK_TABLE(LN_V("\\b\\r\\Z\\f\\v\\q\\1\t\\N\\N\n"),
              &d,
              "[1 1] \b\r\x1A"
              "fvq1|NN\n");
  CHECK_TABLE(
    LN_V("a\\0b\tc\n"), &d, "!L0102 1.1 1:1 byte 0x00 at position 2 of the cell\n[1 1] |c\n");
  d.quote = d.escape = '"';
  CHECK_TABLE(LN_V("\"a\\\"b\"\"\\n\"\t\\N\n"), &d, "[1 1] a\"b\"\n|\\N\n");
}

/* The cell that is null, beside the three that only look so. */
static void
test_null(void)
{
  ln_dialect    d     = escaped(LN_BACKSLASH_MYSQL);
  ln_in*        in    = NULL;
  ln_table*     table = NULL;
  const ln_row* row   = NULL;
  d.quote             = '"';
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(LN_V("\\N\t\\\\N\t\"\\N\"\tN\n"), &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, NULL, 0U, 0U, &table), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_next(table, &row), LN_OK);
  CU_ASSERT_EQUAL_FATAL(row->n, 4U);
  CU_ASSERT((row->cells[0].flags & LN_CELL_NULL) != 0U);
  CU_ASSERT((row->cells[1].flags & LN_CELL_NULL) == 0U);
  CU_ASSERT((row->cells[2].flags & LN_CELL_NULL) == 0U);
  CU_ASSERT((row->cells[3].flags & LN_CELL_NULL) == 0U);
  CHECK_VIEW(((ln_view){row->cells[1].s, row->cells[1].n}), "\\N");
  CHECK_VIEW(((ln_view){row->cells[2].s, row->cells[2].n}), "N");
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
}

static void
test_delimiter(void)
{
  ln_dialect d     = csv();
  d.delimiter      = '|';
  d.delimiter_rest = LN_V("|");
  CHECK_TABLE(LN_V("a||b|c||\"d||e\"||\n||\r\nx|"), &d, "[1 1] a|b|c|d||e|\n[2 2] |\n[3 3] x|\n");
  CHECK_TABLE(LN_V("a|||b\n"), &d, "[1 1] a||b\n");
  CHECK_TABLE(LN_V("\"a\"|b\n"),
              &d,
              "!L0103 1.1 1:1 text behind the closing quote: \"\\\"a\\\"|b\"\n[1 1]! \"a\"|b\n");
  d.delimiter      = '\xC2';
  d.delimiter_rest = LN_V("\xA7"); /* U+00A7, beside others that begin so */
  CHECK_TABLE(LN_V("a\xC2\xA7"
                   "b\xC2\xA9\xC2\xA7\xC2\xA7\xC3\xA9\n"),
              &d,
              "[1 1] a|b\xC2\xA9||\xC3\xA9\n");
  d.delimiter      = '<';
  d.delimiter_rest = LN_V("123456789012345");
  CHECK_TABLE(
    LN_V("a<123456789012345b<12345678901234<123456789012345\n"), &d, "[1 1] a|b<12345678901234|\n");
}

static void
test_line_ends(void)
{
  static const ln_view ends[] = {{"::", 2U}, {";", 1U}};
  static const ln_view lf[]   = {{"\n", 1U}};
  static const ln_view ls[]   = {{"\xE2\x80\xA8", 3U}};
  ln_dialect           d      = csv();
  d.line_ends                 = ends;
  d.n_line_ends               = 2U;
  CHECK_TABLE(
    LN_V("a,b::c:d,\"e::f\";;\r\n,g:"), &d, "[1 1] a|b\n[2 2] c:d|e::f\n[3 3] \n[4 4] \r\n|g:\n");
  d.line_ends   = lf;
  d.n_line_ends = 1U;
  CHECK_TABLE(LN_V("a\rb\r\nc\n"), &d, "[1 1] a\rb\r\n[2 2] c\n");
  d.line_ends = ls;
  CHECK_TABLE(LN_V("a,b\xE2\x80\xA8"
                   "c\xE2\x80\xA9,d\xE2\x80\xA8"),
              &d,
              "[1 1] a|b\n[2 2] c\xE2\x80\xA9|d\n");
  d.comment_prefix = LN_V("#");
  CHECK_TABLE(LN_V("#a,b\n\xE2\x80\xA8"
                   "c"),
              &d,
              "[1 1]# a,b\n\n[2 2] c\n");
}

/* The head holds line ends as they are, for files of rejected rows. */
static void
test_form(void)
{
  static const ln_view ends[] = {{"::", 2U}};
  ln_dialect           d      = csv();
  ln_in*               in     = NULL;
  ln_table*            table  = NULL;
  const ln_row*        row    = NULL;
  d.line_ends                 = ends;
  d.n_line_ends               = 1U;
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(LN_V("a,b::c,d::"), &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, NULL, 0U, 0U, &table), LN_OK);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  const ln_table_form form = ln_table_form_of(table);
  CHECK_VIEW(form.head, "a,b::");
  CHECK_VIEW(form.line_end, "::");
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
}

static uint64_t
next_random(uint64_t* const state)
{
  *state ^= *state << 13U;
  *state ^= *state >> 7U;
  *state ^= *state << 17U;
  return *state;
}

/* Long enough to reach over the ends of stretches; whatever the reads, the cells are the same. */
static void
check_blocks(const ln_dialect* const dialect, uint64_t state)
{
  static const char* const pieces[] = {"|",
                                       "||",
                                       "::",
                                       ";",
                                       "\n",
                                       "\r\n",
                                       "\"",
                                       "\"\"",
                                       "\\",
                                       "\\x4",
                                       "\\10",
                                       "\xC2\xA7",
                                       "\xC3\xA9",
                                       "\xE2\x80\xA8",
                                       "abc",
                                       "abc",
                                       "0123456789",
                                       " "};
  static const size_t      blocks[] = {1U, 2U, 3U, 5U, 16U, 63U, 64U, 65U, 1000U, 1024U, 4099U};
  ln_text                  bytes    = {0};
  while (bytes.n < 6000U) {
    const char* const piece =
      pieces[(next_random(&state) >> 9U) % (sizeof(pieces) / sizeof(pieces[0]))];
    CU_ASSERT_EQUAL(ln_text_add(&bytes, ln_view_of(piece)), LN_OK);
  }
  table_dump whole = {.full = true};
  CU_ASSERT_EQUAL(dump_bytes(&whole, ln_text_view(&bytes), dialect, (size_t)1 << 20U), LN_OK);
  for (size_t i = 0U; i < sizeof(blocks) / sizeof(blocks[0]); ++i) {
    table_dump dump = {.full = true};
    CU_ASSERT_EQUAL(dump_bytes(&dump, ln_text_view(&bytes), dialect, blocks[i]), LN_OK);
    CU_ASSERT(ln_view_equals(ln_text_view(&dump.text), ln_text_view(&whole.text)));
    ln_text_clear(&dump.text);
  }
  ln_text_clear(&whole.text);
  ln_text_clear(&bytes);
}

static void
test_blocks(void)
{
  static const ln_view ends[] = {{"\xE2\x80\xA8", 3U}, {"::", 2U}, {"\n", 1U}, {";", 1U}};
  for (uint64_t seed = 1U; seed <= 20U; ++seed) {
    ln_dialect d     = csv();
    d.delimiter      = '|';
    d.delimiter_rest = LN_V("|");
    check_blocks(&d, seed);
    d.quote = '\0';
    check_blocks(&d, seed);
    d.line_ends   = ends;
    d.n_line_ends = sizeof(ends) / sizeof(ends[0]);
    check_blocks(&d, seed);
    d.backslash = LN_BACKSLASH_POSTGRESQL;
    check_blocks(&d, seed);
    d           = escaped(LN_BACKSLASH_POSTGRESQL);
    d.delimiter = '|';
    check_blocks(&d, seed);
  }
}

static const unit_test tests[] = {
  {"PostgreSQL", test_postgresql},
  {"end of data", test_end_of_data},
  {"MySQL", test_mysql},
  {"null", test_null},
  {"delimiter", test_delimiter},
  {"line ends", test_line_ends},
  {"form", test_form},
  {"blocks", test_blocks},
};

UNIT_MAIN("dialects of tables", tests)
