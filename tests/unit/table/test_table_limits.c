/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Large rows, limits, memory and devices that fail. */

#include "table_unit.h"

#include <unistd.h>
#include <zlib.h>

static ln_dialect
csv(const uint64_t max_row)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  dialect.max_row = max_row;
  return dialect;
}

/* The line end does not count. */
static void
test_longest_row(void)
{
  const ln_dialect d = csv(10U);
  CHECK_TABLE(LN_V("0123456789\n01234,6789\r\n0123456789"),
              &d,
              "[1 1] 0123456789\n[2 2] 01234|6789\n[3 3] 0123456789\n");
  CHECK_TABLE(LN_V("ok\n0123456789a,b\nx\n\"12345678\"\n"),
              &d,
              "[1 1] ok\n"
              "!L0105 2.1 2:1 the row is longer than 10 bytes; reading goes on with the line "
              "behind them\n"
              "[3 3] x\n[4 4] 12345678\n");
  CHECK_TABLE(LN_V("0,1,2,3,4,5,6"),
              &d,
              "!L0105 1.6 1:11 the row is longer than 10 bytes; reading goes on with the line "
              "behind them\n");
}

/* A quote that is not closed costs the limit and the rest of a line, not the table. */
static void
test_long_quote(void)
{
  const ln_dialect d = csv(10U);
  CHECK_TABLE(LN_V("a,\"b\nc,d\ne,f\ng,h\ni,j\n"),
              &d,
              "!L0105 1.2 1:3 the row is longer than 10 bytes; reading goes on with the line "
              "behind them\n"
              "[2 4] g|h\n[3 5] i|j\n");
  CHECK_TABLE(LN_V("\"234567890\r\nx\r\ny\n"),
              &d,
              "!L0105 1.1 1:1 the row is longer than 10 bytes; reading goes on with the line "
              "behind them\n"
              "[2 2] x\n[3 3] y\n");
  CHECK_TABLE(LN_V("\"234567890123"),
              &d,
              "!L0105 1.1 1:1 the row is longer than 10 bytes; reading goes on with the line "
              "behind them\n");
}

static char*
filled(const size_t n, const char c)
{
  char* const bytes = ln_alloc(n);
  CU_ASSERT_FATAL(bytes != NULL);
  if (bytes) {
    memset(bytes, c, n);
  }
  return bytes;
}

static ln_table*
open_bytes(const ln_view bytes, const ln_dialect* const dialect, const size_t block)
{
  ln_in*    in    = NULL;
  ln_table* table = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(bytes, &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, dialect, NULL, 0U, block, &table), LN_OK);
  return table;
}

static void
test_hundred_megabytes(void)
{
  const size_t  n     = (size_t)100 * 1000 * 1000;
  char* const   bytes = filled(n, 'x');
  const ln_row* row   = NULL;
  for (size_t i = 100U; i < n; i += 100U) {
    bytes[i] = '\n';
  }
  bytes[0]               = '"';
  bytes[n - 4U]          = '"';
  bytes[n - 3U]          = ',';
  bytes[n - 2U]          = 'y';
  bytes[n - 1U]          = '\n';
  const ln_dialect d     = csv(0U);
  ln_table* const  table = open_bytes((ln_view){bytes, n}, &d, 65536U);
  ln_place         place = {0};
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CU_ASSERT_EQUAL_FATAL(row->n, 2U);
  CU_ASSERT_EQUAL(row->cells[0].n, n - 5U);
  CU_ASSERT_EQUAL(row->cells[0].s[99], '\n');
  CU_ASSERT_EQUAL(row->raw.n, n - 1U);
  CU_ASSERT_EQUAL(row->cells[1].offset, n - 3U + 1U);
  ln_table_place(table, 2U, &place);
  CU_ASSERT_EQUAL(place.line, 1000000U);
  CU_ASSERT_EQUAL(place.column, 98U);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_END);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  ln_free(bytes);
}

static void
test_columns(void)
{
  const size_t  n     = 10000U;
  char* const   bytes = filled(2U * n, ',');
  const ln_row* row   = NULL;
  for (size_t i = 0U; i < n; ++i) {
    bytes[2U * i] = (char)('0' + (char)(i % 10U));
  }
  bytes[2U * n - 1U]     = '\n';
  const ln_dialect d     = csv(0U);
  ln_table* const  table = open_bytes((ln_view){bytes, 2U * n}, &d, 1000U);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CU_ASSERT_EQUAL_FATAL(row->n, n);
  size_t wrong = 0U;
  for (size_t i = 0U; i < n; ++i) {
    const ln_cell* const cell = &row->cells[i];
    wrong += cell->n == 1U && cell->s[0] == bytes[2U * i] && cell->offset == 2U * i ? 0U : 1U;
  }
  CU_ASSERT_EQUAL(wrong, 0U);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_END);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  ln_free(bytes);
}

static void
test_too_many_columns(void)
{
  const size_t n        = ((size_t)1 << 20U) + 3U;
  char* const  bytes    = filled(n, ',');
  bytes[n - 3U]         = '\n';
  bytes[n - 2U]         = 'a';
  bytes[n - 1U]         = '\n';
  const ln_dialect d    = csv(0U);
  table_dump       dump = {0};
  CU_ASSERT_EQUAL(dump_bytes(&dump, (ln_view){bytes, n}, &d, 0U), LN_OK);
  CHECK_VIEW(ln_text_view(&dump.text),
             "!L0105 1.1048576 1:1048576 the row has more than 1048576 cells; reading goes on with "
             "the next line\n[2 2] a\n");
  ln_text_clear(&dump.text);
  ln_free(bytes);
}

/* Reads of any size stop at the same byte. */
static void
test_same_limit(void)
{
  const ln_view bytes =
    LN_V("a,\"b\"\"c\r\nd\",e\r\n\"\"\"\"\"\",\"x\n\n\n\ny,z\"\r\rlong enough to be too long,\n"
         "\"abc\",\"def\"\"\"\n\"open,\nclosed\"x,\"again\n\nlast");
  for (uint64_t limit = 1U; limit < 90U; ++limit) {
    const ln_dialect d     = csv(limit);
    table_dump       whole = {.full = true};
    CU_ASSERT_EQUAL(dump_bytes(&whole, bytes, &d, 0U), LN_OK);
    for (size_t block = 1U; block <= 64U; ++block) {
      table_dump dump = {.full = true};
      CU_ASSERT_EQUAL(dump_bytes(&dump, bytes, &d, block), LN_OK);
      CU_ASSERT(ln_view_equals(ln_text_view(&dump.text), ln_text_view(&whole.text)));
      ln_text_clear(&dump.text);
    }
    ln_text_clear(&whole.text);
  }
}

static void
test_no_memory(void)
{
  ln_dialect d     = csv(0U);
  d.comment_prefix = LN_V("#");
  table_dump dump  = {0};
  /* Growth of buffer, cells and room; every kind of finding. */
  static char bytes[1000];
  memset(bytes, ',', sizeof(bytes));
  memcpy(bytes, "#c\n\"a\"\"b\"\n\"\"\"01234567890123456789\"\n\"a\"b,a\"b,\xFF,\n", 46U);
  CHECK_ALLOC_FAILURES(dump_bytes(&dump, (ln_view){bytes, sizeof(bytes)}, &d, 8U), {
    ln_text_clear(&dump.text);
    dump = (table_dump){0};
  });
}

/* What the table itself does, without the log and the text of the test. */
static ln_status
read_all(const ln_view bytes, const ln_dialect* const dialect)
{
  ln_in*        in    = NULL;
  ln_table*     table = NULL;
  const ln_row* row   = NULL;
  LN_TRY(ln_in_memory(bytes, &in));
  LN_TRY(ln_table_open(in, dialect, NULL, 0U, 16U, &table));
  ln_status st = LN_OK;
  while (st == LN_OK) {
    st = ln_table_next(table, &row);
  }
  /* A failure stays. */
  CU_ASSERT_EQUAL(ln_table_next(table, &row), st);
  LN_TRY(ln_table_close(table));
  return st == LN_END ? LN_OK : st;
}

static void
test_no_memory_alone(void)
{
  const ln_dialect d = csv(0U);
  static char      bytes[1000];
  memset(bytes, ',', sizeof(bytes));
  const ln_view first = LN_V("\"a\"\"b\"\n");
  memcpy(bytes, first.s, first.n);
  CHECK_ALLOC_FAILURES(read_all((ln_view){bytes, sizeof(bytes)}, &d), {});
}

/* Also with cells that are copied, checked or trimmed. */
static void
test_no_allocation_per_row(void)
{
  static const char line[] = "p1,\"say \"\"hi\"\"\", Zo\xC3\xAB ,\"two\nlines\",a\\b,#\n";
  const size_t      n      = sizeof(line) - 1U;
  const size_t      rows   = 11000U;
  char* const       bytes  = filled(rows * n, ' ');
  for (size_t i = 0U; i < rows; ++i) {
    memcpy(bytes + i * n, line, n);
  }
  ln_dialect d          = csv(0U);
  d.trim                = LN_TRIM_BOTH;
  ln_table* const table = open_bytes((ln_view){bytes, rows * n}, &d, 4096U);
  const ln_row*   row   = NULL;
  size_t          seen  = 0U;
  ln_status       st    = LN_OK;
  while (st == LN_OK) {
    st = ln_table_next(table, &row);
    seen += st == LN_OK ? 1U : 0U;
    if (seen == 1000U) {
      ln_alloc_fail_at(0U);
    }
  }
  CU_ASSERT_EQUAL(st, LN_END);
  CU_ASSERT_EQUAL(seen, rows);
  CU_ASSERT_EQUAL(ln_alloc_count(), 0U);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  ln_free(bytes);
}

static bool
write_file(const char* const path, const char* const bytes, const size_t n)
{
  FILE* const file = fopen(path, "wb");
  if (!file) {
    return false;
  }
  const bool written = fwrite(bytes, 1U, n, file) == n;
  return fclose(file) == 0 && written;
}

/* A gzip file of random bytes and rows, cut off in the middle: rows, then LN_IO for ever. */
static void
test_read_error(void)
{
  static char text[200000];
  static char packed[300000];
  uint64_t    state = 88172645463325252U;
  for (size_t i = 0U; i < sizeof(text); ++i) {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    text[i] = (char)('a' + (char)(state % 26U));
    if (i % 50U == 49U) {
      text[i] = '\n';
    }
  }
  z_stream z = {0};
  CU_ASSERT_EQUAL_FATAL(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  z.next_in   = (unsigned char*)text;
  z.avail_in  = sizeof(text);
  z.next_out  = (unsigned char*)packed;
  z.avail_out = sizeof(packed);
  CU_ASSERT_EQUAL_FATAL(deflate(&z, Z_FINISH), Z_STREAM_END);
  CU_ASSERT_EQUAL(deflateEnd(&z), Z_OK);

  char      path[] = "/tmp/liner-test-XXXXXX";
  const int fd     = mkstemp(path);
  CU_ASSERT_FATAL(fd >= 0 && close(fd) == 0);
  CU_ASSERT(write_file(path, packed, z.total_out / 2U));
  const ln_dialect d     = csv(0U);
  ln_in*           in    = NULL;
  const char*      error = NULL;
  table_dump       dump  = {0};
  CU_ASSERT_EQUAL_FATAL(ln_in_open(path, &in, &error), LN_OK);
  CU_ASSERT_EQUAL(dump_in(&dump, in, &d, 4096U), LN_IO);
  const ln_view got = ln_text_view(&dump.text);
  CU_ASSERT_FATAL(got.n > 1000U);
  CU_ASSERT(ln_view_starts(got, LN_V("[1 1] ")));
  CU_ASSERT_EQUAL(memcmp(got.s + 6U, text, 49U), 0);
  const char* const finding = strstr(got.s, "!L0109 0.0 0:0 reading failed behind row ");
  CU_ASSERT_FATAL(finding != NULL);
  CU_ASSERT_PTR_NULL(finding ? strstr(finding + 1, "!L") : finding);
  ln_text_clear(&dump.text);
  CU_ASSERT_EQUAL(unlink(path), 0);
}

/* --strict: the first finding ends the reading. */
static void
test_stop(void)
{
  const ln_log_policy policy = {.strict = true};
  ln_log* const       log    = ln_log_new(&policy);
  CU_ASSERT_FATAL(log != NULL);
  const ln_dialect d     = csv(0U);
  ln_in*           in    = NULL;
  ln_table*        table = NULL;
  const ln_row*    row   = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(LN_V("a\nb\"c\nd\n"), &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, log, 1U, 0U, &table), LN_OK);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_STOP);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_STOP);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  ln_log_free(log);
}

/* Pieces of rows that are too long, each row in brackets. */
static ln_status
take_piece(void* const self, const ln_view piece, const bool begins)
{
  ln_text* const out = self;
  LN_TRY(begins ? ln_text_add_byte(out, '<') : LN_OK);
  return ln_text_add(out, piece);
}

/* What is given up goes to who wants it, whole and without its last line end, by any reads. */
static void
test_given_up(void)
{
  static const size_t blocks[] = {1U, 3U, 16U, 1000U};
  const ln_dialect    d        = csv(10U);
  for (size_t i = 0U; i < sizeof(blocks) / sizeof(blocks[0]); ++i) {
    ln_text         out = {0};
    const ln_row*   row = NULL;
    ln_table* const table =
      open_bytes(LN_V("ok\n0123456789a,b\nx\n\"b\nc,d\r\ne,f,ghijklmnop\r\ny\n\"2345678901234"),
                 &d,
                 blocks[i]);
    ln_status st = LN_OK;
    ln_table_give_up_to(table, take_piece, &out);
    while (st == LN_OK) {
      st = ln_table_next(table, &row);
    }
    CU_ASSERT_EQUAL(st, LN_END);
    CHECK_VIEW(ln_text_view(&out), "<0123456789a,b<\"b\nc,d\r\ne,f,ghijklmnop<\"2345678901234");
    CU_ASSERT_EQUAL(ln_table_given_up(table), 3U);
    CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
    ln_text_clear(&out);
  }
}

static const unit_test tests[] = {
  {"longest row", test_longest_row},
  {"quote never closed", test_long_quote},
  {"what is given up", test_given_up},
  {"a row of 100 MB", test_hundred_megabytes},
  {"10,000 columns", test_columns},
  {"more cells than allowed", test_too_many_columns},
  {"limits and read sizes", test_same_limit},
  {"out of memory", test_no_memory},
  {"out of memory, table alone", test_no_memory_alone},
  {"no allocation per row", test_no_allocation_per_row},
  {"read error", test_read_error},
  {"stop", test_stop},
};

UNIT_MAIN("table limits", tests)
