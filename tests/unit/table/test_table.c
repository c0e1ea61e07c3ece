/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   What a table is made of, by examples: RFC 4180, line ends, dialects, faults. Each input is read
   with large and with tiny reads. */

#include "table_unit.h"

static ln_dialect
csv(void)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  return dialect;
}

static ln_dialect
tsv(void)
{
  ln_dialect dialect;
  ln_dialect_tsv(&dialect);
  dialect.quote = '\0';
  return dialect;
}

/* Section 2 of the RFC, rules 1 to 7. */
static void
test_rfc4180(void)
{
  const ln_dialect d = csv();
  CHECK_TABLE(LN_V("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n"), &d, "[1 1] aaa|bbb|ccc\n[2 2] zzz|yyy|xxx\n");
  CHECK_TABLE(LN_V("aaa,bbb,ccc\r\nzzz,yyy,xxx"), &d, "[1 1] aaa|bbb|ccc\n[2 2] zzz|yyy|xxx\n");
  CHECK_TABLE(
    LN_V("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx"), &d, "[1 1] aaa|bbb|ccc\n[2 2] zzz|yyy|xxx\n");
  CHECK_TABLE(LN_V("\"aaa\",\"b \r\nbb\",\"ccc\"\r\nzzz,yyy,xxx"),
              &d,
              "[1 1] aaa|b \r\nbb|ccc\n[2 3] zzz|yyy|xxx\n");
  CHECK_TABLE(LN_V("\"aaa\",\"b\"\"bb\",\"ccc\""), &d, "[1 1] aaa|b\"bb|ccc\n");
  CHECK_TABLE(LN_V(" a , b \n"), &d, "[1 1]  a | b \n");
}

static void
test_line_ends(void)
{
  const ln_dialect d = csv();
  CHECK_TABLE(LN_V("a\nb\rc\r\nd\n\re\r\r\nf\n"),
              &d,
              "[1 1] a\n[2 2] b\n[3 3] c\n[4 4] d\n[5 5] \n[6 6] e\n[7 7] \n[8 8] f\n");
  CHECK_TABLE(LN_V("a\r"), &d, "[1 1] a\n");
  CHECK_TABLE(LN_V("\n"), &d, "[1 1] \n");
  CHECK_TABLE(LN_V("\r\n\n"), &d, "[1 1] \n[2 2] \n");
  CHECK_TABLE(LN_V("a\r\n\nb\n\n\nc"), &d, "[1 1] a\n[2 2] \n[3 3] b\n[4 4] \n[5 5] \n[6 6] c\n");
  CHECK_TABLE(LN_V(""), &d, "");
  CHECK_TABLE(LN_V("a,"), &d, "[1 1] a|\n");
  CHECK_TABLE(LN_V(","), &d, "[1 1] |\n");
}

/* Physical lines go on counting inside quotes, whatever ends them. */
static void
test_quoted_line_ends(void)
{
  const ln_dialect d = csv();
  CHECK_TABLE(LN_V("\"1\n2\r\n3\r4\n\n6\",x\r\ny"), &d, "[1 1] 1\n2\r\n3\r4\n\n6|x\n[2 7] y\n");
  CHECK_TABLE(LN_V("\"a\r\"\nb\n"), &d, "[1 1] a\r\n[2 3] b\n");
  CHECK_TABLE(LN_V("\"\n\"\r\n\"\r\"\r\nz"), &d, "[1 1] \n\n[2 3] \r\n[3 5] z\n");
}

static void
test_quotes(void)
{
  const ln_dialect d = csv();
  CHECK_TABLE(LN_V("\"\"\n\"\"\"\"\n\"a,b\"\n"), &d, "[1 1] \n[2 2] \"\n[3 3] a,b\n");
  CHECK_TABLE(LN_V("\"x\"\"\"\n\"\"\"x\",\"\"\"\"\"\"\n"), &d, "[1 1] x\"\n[2 2] \"x|\"\"\n");
  const ln_dialect none = tsv();
  CHECK_TABLE(LN_V("\"a\tb\"\t[\"c\"]\n\"\n"), &none, "[1 1] \"a|b\"|[\"c\"]\n[2 2] \"\n");
  ln_dialect single = csv();
  single.quote      = '\'';
  single.escape     = '\'';
  CHECK_TABLE(LN_V("'it''s',\"x\"\n"), &single, "[1 1] it's|\"x\"\n");
}

/* The metadata vocabulary: with doubleQuote false the backslash makes any character data. */
static void
test_escape(void)
{
  ln_dialect d = csv();
  d.escape     = '\\';
  CHECK_TABLE(LN_V("\"a\\\"b\",\"c\\\\\",d\n"), &d, "[1 1] a\"b|c\\|d\n");
  CHECK_TABLE(LN_V("a\\,b,\"\\\n\"\nx\\\ny\n"), &d, "[1 1] a,b|\n\n[2 3] x\ny\n");
  CHECK_TABLE(LN_V("\"a\"\"b\"\nc\\"),
              &d,
              "!L0103 1.1 1:1 text behind the closing quote: \"\\\"a\\\"\\\"b\\\"\"\n"
              "[1 1]! \"a\"\"b\"\n[2 2] c\\\n");
}

static void
test_trim(void)
{
  ln_dialect d = csv();
  d.trim       = LN_TRIM_BOTH;
  CHECK_TABLE(LN_V(" a , \" b \" ,\t,\"c\"\n"), &d, "[1 1] a|b||c\n");
  d.trim = LN_TRIM_START;
  CHECK_TABLE(LN_V(" a ,  \" b \"\n"), &d, "[1 1] a |b \n");
  d.trim = LN_TRIM_END;
  CHECK_TABLE(LN_V(" a ,\" b \"  \n"), &d, "[1 1]  a| b\n");
  /* skipInitialSpace counts only where trim says nothing. */
  d.skip_initial_space = true;
  CHECK_TABLE(LN_V(" a \n"), &d, "[1 1]  a\n");
  d.trim = LN_TRIM_NONE;
  CHECK_TABLE(LN_V(" a , \"b,c\"\n"), &d, "[1 1] a |b,c\n");
}

static void
test_rows_not_shown(void)
{
  ln_dialect d      = csv();
  d.skip_blank_rows = true;
  CHECK_TABLE(LN_V("a,b\n\n,\n\"\",\n1,2\n\n"), &d, "[1 1] a|b\n[5 5] 1|2\n");
  d.skip_rows = 2U;
  CHECK_TABLE(LN_V("x\"y\n\"two\nlines\"\nc,d\n"), &d, "[3 4] c|d\n");
  d.skip_columns = 1U;
  CHECK_TABLE(LN_V("x\ny\na,b,c\nd\n"), &d, "[3 3] b|c\n[4 4]\n");
  CHECK_TABLE(LN_V("x\ny\na,b,\xFF\n"),
              &d,
              "!L0101 3.2 3:5 byte 0xFF at position 1 of the cell is not UTF-8\n[3 3] b|\n");
  d.skip_columns  = 0U;
  d.shows_skipped = true;
  CHECK_TABLE(LN_V("x, \"y\"\n\na,b\n"), &d, "[1 1]# x, \"y\"\n[3 3] a|b\n");
  CHECK_TABLE(LN_V("\xFF\nz\na\n"), &d, "[2 2]# z\n[3 3] a\n");
  d.skip_columns  = 1U;
  d.shows_skipped = false;
  /* A quote that takes everything with it is reported wherever it stands. */
  CHECK_TABLE(LN_V("x\n\"y\nz\n"),
              &d,
              "!L0104 2.0 2:1 the quote that opens this cell is never closed; the cell runs to the "
              "end of the file\n");
}

static void
test_comments(void)
{
  ln_dialect d     = csv();
  d.comment_prefix = LN_V("#");
  CHECK_TABLE(LN_V("# one \"\na,#b\n#\n\"#c\"\n#two"),
              &d,
              "[1 1]#  one \"\n[2 2] a|#b\n[3 3]# \n[4 4] #c\n[5 5]# two\n");
  d.comment_prefix = LN_V("//");
  d.skip_rows      = 1U;
  CHECK_TABLE(LN_V("//x,y\r\n/a\r\n/"), &d, "[1 1]# x,y\n[2 2] /a\n[3 3] /\n");
  const ln_dialect none = csv();
  CHECK_TABLE(LN_V("#a\n"), &none, "[1 1] #a\n");
}

static void
test_stray_quotes(void)
{
  const ln_dialect d = csv();
  CHECK_TABLE(LN_V("a\"b\"c,d\ne, \"f\"\n"),
              &d,
              "!L0110 1.1 1:1 the cell holds a quote but does not begin with one: \"a\\\"b\\\"c\"\n"
              "[1 1] a\"b\"c|d\n"
              "!L0110 2.2 2:3 the cell holds a quote but does not begin with one: \" \\\"f\\\"\"\n"
              "[2 2] e| \"f\"\n");
}

static void
test_text_behind_quote(void)
{
  const ln_dialect d = csv();
  CHECK_TABLE(LN_V("1,\"a\"b\"c\",2\n3\n"),
              &d,
              "!L0103 1.2 1:3 text behind the closing quote: \"\\\"a\\\"b\\\"c\\\"\"\n"
              "[1 1]! 1|\"a\"b\"c\"|2\n[2 2] 3\n");
  CHECK_TABLE(LN_V("\"a\" ,b\n"),
              &d,
              "!L0103 1.1 1:1 text behind the closing quote: \"\\\"a\\\" \"\n[1 1]! \"a\" |b\n");
}

static void
test_open_quote(void)
{
  const ln_dialect d = csv();
  CHECK_TABLE(LN_V("a\nb,c,\"x\ny,z\n\n"),
              &d,
              "[1 1] a\n"
              "!L0104 2.3 2:5 the quote that opens this cell is never closed; the cell runs to the "
              "end of the file\n"
              "[2 2]! b|c|x\ny,z\n\n\n");
  CHECK_TABLE(LN_V("\""),
              &d,
              "!L0104 1.1 1:1 the quote that opens this cell is never closed; the cell runs to the "
              "end of the file\n[1 1]! \n");
}

/* Which byte, and where: the cell, and the position in its text. */
static void
test_bytes(void)
{
  const ln_dialect d = csv();
  CHECK_TABLE(
    LN_V("id,name\np1,Alice Guy-Blach\xE9,x\np2,Zo\xC3\xAB\n"),
    &d,
    "[1 1] id|name\n"
    "!L0101 2.2 2:4 byte 0xE9 at position 16 of the cell is not UTF-8; in windows-1252 the "
    "cell is \"Alice Guy-Blach\xC3\xA9\"\n"
    "[2 2] p1||x\n[3 3] p2|Zo\xC3\xAB\n");
  CHECK_TABLE(LN_V("a,\"\n\n\",\"b\0c\"\n"),
              &d,
              "!L0102 1.3 3:3 byte 0x00 at position 2 of the cell\n[1 1] a|\n\n|\n");
  /* The first of two faults; a surrogate; a truncated character at the end of the cell. */
  CHECK_TABLE(LN_V("\xFF\0,\0\xFF,\xED\xA0\x80,\xE2\x82,ok"),
              &d,
              "!L0101 1.1 1:1 byte 0xFF at position 1 of the cell is not UTF-8\n"
              "!L0102 1.2 1:4 byte 0x00 at position 1 of the cell\n"
              "!L0101 1.3 1:7 byte 0xED at position 1 of the cell is not UTF-8\n"
              "!L0101 1.4 1:11 byte 0xE2 at position 1 of the cell is not UTF-8\n"
              "[1 1] ||||ok\n");
}

static void
test_byte_order_mark(void)
{
  const ln_dialect d = csv();
  CHECK_TABLE(LN_V("\xEF\xBB\xBFid,\xFF\n1,2\n"),
              &d,
              "!L0101 1.2 1:4 byte 0xFF at position 1 of the cell is not UTF-8\n"
              "[1 1] id|\n[2 2] 1|2\n");
  CHECK_TABLE(LN_V("\xEF\xBB\xBF\"a,b\",c"), &d, "[1 1] a,b|c\n");
  CHECK_TABLE(LN_V("\xEF\xBB\xBF"), &d, "");
}

static void
test_again(void)
{
  const ln_dialect d     = csv();
  ln_in*           in    = NULL;
  ln_table*        table = NULL;
  const ln_row*    row   = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(LN_V("a,b\nc\n"), &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, NULL, 0U, 0U, &table), LN_OK);
  ln_table_again(table); /* of no row */
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  for (int i = 0; i < 2; ++i) {
    ln_table_again(table);
    CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
    CU_ASSERT(row->number == 1U && row->n == 2U);
    CHECK_VIEW(row->raw, "a,b");
  }
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CHECK_VIEW(row->raw, "c");
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_END);
  ln_table_again(table); /* there is none at the end */
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_END);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
}

/* The promise of LN_CELL_SLACK; the address sanitizer is who would complain. */
static unsigned
read_slack(const ln_row* const row)
{
  unsigned sum = 0U;
  for (size_t i = 0U; i < row->n; ++i) {
    const ln_cell* const cell = &row->cells[i];
    CU_ASSERT_PTR_NOT_NULL_FATAL(cell->s);
    char copy[LN_CELL_SLACK];
    memcpy(copy, cell->s + cell->n, sizeof(copy));
    for (size_t k = 0U; k < sizeof(copy); ++k) {
      sum += (unsigned char)copy[k];
    }
  }
  return sum;
}

static void
test_slack(void)
{
  static const char* const rows[] = {
    "", "a", "a,b\n", "\"a\"\"b\",\"c\"\"\"", "x\n\"a\"\"", "\"a\"\"\"\"\"\"\",\xFF", "# c"};
  ln_dialect d     = csv();
  d.comment_prefix = LN_V("#");
  for (size_t i = 0U; i < 2U * sizeof(rows) / sizeof(rows[0]); ++i) {
    ln_in*        in    = NULL;
    ln_table*     table = NULL;
    const ln_row* row   = NULL;
    CU_ASSERT_EQUAL_FATAL(ln_in_memory(ln_view_of(rows[i / 2U]), &in), LN_OK);
    CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, NULL, 0U, i % 2U, &table), LN_OK);
    while (ln_table_next(table, &row) == LN_OK) {
      volatile const unsigned seen = read_slack(row);
      (void)seen;
    }
    CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  }
}

static const unit_test tests[] = {
  {"examples of RFC 4180", test_rfc4180},
  {"line ends", test_line_ends},
  {"line ends in quotes", test_quoted_line_ends},
  {"quotes", test_quotes},
  {"escape", test_escape},
  {"trim", test_trim},
  {"rows not shown", test_rows_not_shown},
  {"comments", test_comments},
  {"stray quotes", test_stray_quotes},
  {"text behind a quote", test_text_behind_quote},
  {"quote never closed", test_open_quote},
  {"bytes", test_bytes},
  {"byte order mark", test_byte_order_mark},
  {"slack behind cells", test_slack},
  {"a row again", test_again},
};

UNIT_MAIN("table", tests)
