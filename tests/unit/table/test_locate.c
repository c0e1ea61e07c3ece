/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   Physical places: of the row at hand, and of any row by reading again. */

#include "unit.h"

#include "table/table.h"

#include <unistd.h>

static const char text[] = "# made by hand\n"
                           "id,\"a\nname\",\"x\r\n\r\ny\",z\r\n"
                           "\n"
                           "p1,Zo\xC3\xAB,\"q\",last\r"
                           "p2";

static ln_dialect
dialect_of_text(void)
{
  ln_dialect dialect;
  ln_dialect_default(&dialect);
  dialect.comment_prefix  = LN_V("#");
  dialect.skip_blank_rows = true;
  return dialect;
}

typedef struct {
  uint64_t row;
  uint32_t field;
  uint64_t line;
  uint64_t column;
} known;

/* Counted by hand. */
static const known places[] = {
  {1U, 0U, 1U, 1U},
  {1U, 1U, 1U, 2U},
  {2U, 0U, 2U, 1U},
  {2U, 1U, 2U, 1U},
  {2U, 2U, 2U, 4U},
  {2U, 3U, 3U, 7U},
  {2U, 4U, 5U, 4U},
  {2U, 5U, 5U, 5U}, /* not there: behind the last cell */
  {4U, 2U, 7U, 4U},
  {4U, 3U, 7U, 9U},
  {4U, 4U, 7U, 13U},
  {5U, 1U, 8U, 1U},
  {5U, 2U, 8U, 3U},
};

enum { PLACES = sizeof(places) / sizeof(places[0]) };

static void
test_place(void)
{
  const ln_dialect d     = dialect_of_text();
  ln_in*           in    = NULL;
  ln_table*        table = NULL;
  const ln_row*    row   = NULL;
  ln_place         place = {9U, 9U, {NULL, 0U}, 9U};
  CU_ASSERT_EQUAL_FATAL(ln_in_memory((ln_view){text, sizeof(text) - 1U}, &in), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, NULL, 0U, 4U, &table), LN_OK);
  ln_table_place(table, 1U, &place);
  CU_ASSERT_EQUAL(place.line, 0U);
  CU_ASSERT_EQUAL(place.column, 0U);
  size_t i = 0U;
  while (ln_table_next(table, &row) == LN_OK) {
    for (; i < PLACES && places[i].row == row->number; ++i) {
      ln_table_place(table, places[i].field, &place);
      CU_ASSERT_EQUAL(place.line, places[i].line);
      CU_ASSERT_EQUAL(place.column, places[i].column);
      CU_ASSERT_EQUAL(place.name.n, 0U);
    }
  }
  CU_ASSERT_EQUAL(i, PLACES);
  CU_ASSERT_EQUAL(ln_table_bytes(table), sizeof(text) - 1U);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
}

static void
test_bytes(void)
{
  const ln_dialect d     = dialect_of_text();
  ln_in*           in    = NULL;
  ln_table*        table = NULL;
  const ln_row*    row   = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_memory(LN_V("\xEF\xBB\xBF"
                                          "a,b\nccc\n"),
                                     &in),
                        LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_open(in, &d, NULL, 0U, 0U, &table), LN_OK);
  CU_ASSERT_EQUAL(ln_table_bytes(table), 0U);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CU_ASSERT_EQUAL(ln_table_bytes(table), 7U);
  CU_ASSERT_EQUAL(ln_table_next(table, &row), LN_OK);
  CU_ASSERT_EQUAL(ln_table_bytes(table), 11U);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
}

static bool
write_text(const char* const path)
{
  FILE* const file = fopen(path, "wb");
  if (!file) {
    return false;
  }
  const bool written = fwrite(text, 1U, sizeof(text) - 1U, file) == sizeof(text) - 1U;
  return fclose(file) == 0 && written;
}

static void
check_located(const char* const path)
{
  const ln_dialect d     = dialect_of_text();
  ln_place         place = {0};
  for (size_t i = 0U; i < PLACES; ++i) {
    const ln_where where = {1U, places[i].field, places[i].row};
    CU_ASSERT(ln_table_locate(path, &d, where, &place));
    CU_ASSERT_EQUAL(place.line, places[i].line);
    CU_ASSERT_EQUAL(place.column, places[i].column);
  }
  /* No row, a row that is not shown, a row behind the end, no file. */
  CU_ASSERT_FALSE(ln_table_locate(path, &d, (ln_where){1U, 1U, 0U}, &place));
  CU_ASSERT_FALSE(ln_table_locate(path, &d, (ln_where){1U, 1U, 3U}, &place));
  CU_ASSERT_FALSE(ln_table_locate(path, &d, (ln_where){1U, 1U, 6U}, &place));
  CU_ASSERT_FALSE(ln_table_locate("/nonexistent/t.csv", &d, (ln_where){1U, 1U, 1U}, &place));
}

/* Until memory is enough, false and no leak. */
static void
check_no_memory(const char* const path)
{
  const ln_dialect d     = dialect_of_text();
  ln_place         place = {0};
  size_t           n     = 0U;
  bool             found = false;
  while (!found && n < 1000U) {
    ln_alloc_fail_at(++n);
    found = ln_table_locate(path, &d, (ln_where){1U, 2U, 2U}, &place);
    ln_alloc_fail_at(0U);
  }
  CU_ASSERT(found && n > 1U);
}

static void
test_locate(void)
{
  char      path[] = "/tmp/liner-test-XXXXXX";
  const int fd     = mkstemp(path);
  CU_ASSERT_FATAL(fd >= 0 && close(fd) == 0);
  CU_ASSERT(write_text(path));
  check_located(path);
  check_no_memory(path);
  CU_ASSERT_EQUAL(unlink(path), 0);
}

static const unit_test tests[] = {
  {"place", test_place},
  {"bytes", test_bytes},
  {"locate", test_locate},
};

UNIT_MAIN("locate", tests)
