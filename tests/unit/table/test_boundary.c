/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rows found from the middle of random hostile tables, against the rows of the whole: counted ones
   are the next, with the right numbers; those found without what stands before begin where a row
   does, and grow with the place that is asked for. */

#include "unit.h"

#include "table/boundary.h"
#include "table/table.h"

enum { MOST = 600, LARGE = 300000 };

typedef struct {
  char   s[MOST];
  size_t n;
} hostile;

typedef struct {
  uint64_t at;
  uint64_t rows;
  uint64_t lines;
} place;

static uint32_t
next_random(uint32_t* const seed)
{
  *seed = (*seed * 1664525U) + 1013904223U;
  return *seed >> 16U;
}

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
                                       ", \"u\"\n"};
  const size_t kinds = next_random(seed) % 3U == 0U ? 7U : sizeof(pieces) / sizeof(pieces[0]);
  h->n               = 0U;
  while (h->n + 10U < MOST && next_random(seed) % 200U != 0U) {
    const char* const piece = pieces[next_random(seed) % kinds];
    memcpy(h->s + h->n, piece, strlen(piece));
    h->n += strlen(piece);
  }
}

/* Where the rows of the whole begin. */
static size_t
rows_of(const ln_dialect* const d, const ln_view bytes, place* const places)
{
  ln_in*        in    = NULL;
  ln_table*     table = NULL;
  const ln_row* row   = NULL;
  const char*   first = NULL;
  size_t        n     = 0U;
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(bytes, &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, d, NULL, 0U, MOST, &table), LN_OK);
  while (ln_table_next(table, &row) == LN_OK) {
    first       = first ? first : row->raw.s;
    places[n++] = (place){(uint64_t)(row->raw.s - first), row->number - 1U, row->line - 1U};
  }
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  return n;
}

static void
check_table(const ln_dialect* const d, const hostile* const h)
{
  static place   places[MOST];
  const ln_view  bytes    = {h->s, h->n};
  const uint64_t range[2] = {0U, h->n};
  const size_t   n        = rows_of(d, bytes, places);
  uint64_t       last     = 0U;
  ln_in*         in       = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(bytes, &in), LN_OK);
  for (uint64_t at = 0U; at <= h->n; ++at) {
    ln_boundary counted = {0};
    ln_boundary found   = {0};
    size_t      next    = 0U;
    CU_ASSERT_EQUAL(ln_boundary_find(in, d, range, at, true, &counted), LN_OK);
    CU_ASSERT_EQUAL(ln_boundary_find(in, d, range, at, false, &found), LN_OK);
    while (next < n && places[next].at < at) {
      ++next;
    }
    CU_ASSERT_EQUAL(counted.at, next < n ? places[next].at : h->n);
    CU_ASSERT(next == n ||
              (counted.rows == places[next].rows && counted.lines == places[next].lines));
    while (next < n && places[next].at < found.at) {
      ++next;
    }
    CU_ASSERT(next < n ? places[next].at == found.at : found.at == h->n);
    CU_ASSERT(found.at >= last);
    CU_ASSERT(d->quote != '\0' || found.at == counted.at);
    last = found.at;
  }
  CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
}

static void
random_tables(void)
{
  uint32_t seed = 4U;
  for (unsigned round = 0U; round < 600U; ++round) {
    hostile    h;
    ln_dialect d;
    ln_dialect_default(&d);
    d.quote              = next_random(&seed) % 4U == 0U ? '\0' : '"';
    d.skip_initial_space = next_random(&seed) % 4U == 0U;
    make_hostile(&h, &seed);
    check_table(&d, &h);
  }
}

/* Where every row has quotes, a row is soon proven; where none has, the row behind the window is
   taken. */
static void
large_tables(void)
{
  static const char* const rows[] = {"\"ab\",\"c\nd\"\n", "abcd,efg\n"};
  char* const              s      = malloc(LARGE);
  CU_ASSERT_PTR_NOT_NULL_FATAL(s);
  for (unsigned kind = 0U; kind < 2U; ++kind) {
    const size_t length = strlen(rows[kind]);
    const size_t n      = (LARGE / length) * length;
    for (size_t i = 0U; i < n; i += length) {
      memcpy(s + i, rows[kind], length);
    }
    ln_in*         in    = NULL;
    ln_boundary    found = {0};
    ln_dialect     d;
    const uint64_t range[2] = {0U, n};
    ln_dialect_default(&d);
    CU_ASSERT_EQUAL_FATAL(ln_in_memory((ln_view){s, n}, &in), LN_OK);
    CU_ASSERT_EQUAL(ln_boundary_find(in, &d, range, (1000U * length) + 1U, false, &found), LN_OK);
    CU_ASSERT_EQUAL(found.at % length, 0U);
    CU_ASSERT(kind == 1U || found.at <= 1003U * length);
    CU_ASSERT(kind == 0U ||
              found.at == (((1000U * length) + 1U + 65536U + length - 1U) / length) * length);
    CU_ASSERT_EQUAL(ln_boundary_find(in, &d, range, n - 1U, false, &found), LN_OK);
    CU_ASSERT_EQUAL(found.at, n);
    CU_ASSERT_EQUAL(ln_in_close(in), LN_OK);
  }
  free(s);
}

static void
obstacles(void)
{
  ln_dialect d;
  ln_dialect_default(&d);
  CU_ASSERT_PTR_NULL(ln_boundary_obstacle(&d));
  d.comment_prefix = LN_V("#");
  CU_ASSERT_STRING_EQUAL(ln_boundary_obstacle(&d), "a quote in a comment looks like one in a row");
  d.quote = '\0';
  CU_ASSERT_PTR_NULL(ln_boundary_obstacle(&d));
  d.backslash = LN_BACKSLASH_MYSQL;
  CU_ASSERT_STRING_EQUAL(ln_boundary_obstacle(&d),
                         "an escaped line end looks like the end of a row");
  ln_dialect_default(&d);
  d.escape = '\\';
  CU_ASSERT_PTR_NOT_NULL(ln_boundary_obstacle(&d));
  ln_dialect_default(&d);
  d.delimiter_rest = LN_V("|");
  CU_ASSERT_STRING_EQUAL(ln_boundary_obstacle(&d),
                         "it has delimiters of several bytes, or line ends of its own");
}

/* A table goes on at a row from the middle, and ends where it is told. */
static void
ranges(void)
{
  ln_dialect    d;
  ln_in*        in     = NULL;
  ln_table*     table  = NULL;
  const ln_row* row    = NULL;
  uint64_t      offset = 0U;
  ln_dialect_default(&d);
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(LN_V("\xEF\xBB\xBFh\r\n1\n2\n\xEF\xBB\xBF"
                                          "3\n4\n"),
                                     &in),
                        LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, NULL, 0U, 0U, &table), LN_OK);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CU_ASSERT_EQUAL(ln_table_offset(table, &offset), LN_OK);
  CU_ASSERT_EQUAL(offset, 6U);
  const uint64_t range[2] = {10U, 15U};
  CU_ASSERT_EQUAL(ln_table_range(table, range, 2U, 2U), LN_OK);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CHECK_VIEW(row->raw,
             "\xEF\xBB\xBF"
             "3");
  CU_ASSERT_EQUAL(row->number, 4U);
  CU_ASSERT_EQUAL(row->line, 4U);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_END);
  CU_ASSERT_EQUAL(ln_table_range(table, (const uint64_t[2]){15U, 17U}, 0U, 0U), LN_OK);
  ln_table_count_anew(table);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CHECK_VIEW(row->raw, "4");
  CU_ASSERT_EQUAL(row->number, 1U);
  CU_ASSERT_EQUAL(row->line, 1U);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
}

static ln_status
find_once(void)
{
  ln_in*         in       = NULL;
  ln_boundary    found    = {0};
  const uint64_t range[2] = {0U, 6U};
  ln_dialect     d;
  ln_dialect_default(&d);
  LN_TRY(ln_in_memory(LN_V("a\nb\nc\n"), &in));
  const ln_status st     = ln_boundary_find(in, &d, range, 1U, true, &found);
  const ln_status closed = ln_in_close(in);
  CU_ASSERT_EQUAL(closed, LN_OK);
  CU_ASSERT(st != LN_OK || found.at == 2U);
  return st;
}

static void
no_memory(void)
{
  CHECK_ALLOC_FAILURES(find_once(), (void)0);
}

static const unit_test tests[] = {
  {"random tables", random_tables},
  {"large tables", large_tables},
  {"obstacles", obstacles},
  {"ranges", ranges},
  {"no memory", no_memory},
};

UNIT_MAIN("table/boundary", tests)
