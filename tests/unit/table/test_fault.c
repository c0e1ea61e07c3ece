/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0

   One finding a cell, the marks that go with it, and the same marks in silence. The words are
   checked through tables in test_table.c. */

#include "unit.h"

#include "table/fault.h"
#include "table/split.h"

typedef struct {
  ln_finding last;
  size_t     n;
} heard;

static void
listen(void* const self, const ln_finding* const finding)
{
  heard* const h = self;
  h->last        = *finding;
  ++h->n;
}

typedef struct {
  ln_view   text;
  uint32_t  flags;
  ln_code   code; ///< LN_CODE_COUNT: none
  ln_effect effect;
  bool      bad;
  uint32_t  n; ///< afterwards
} example;

static const example examples[] = {
  {{"ok", 2U}, LN_CELL_CLEAN, LN_CODE_COUNT, LN_KEPT, false, 2U},
  {{"\xC3\xA9", 2U}, LN_SPLIT_ODD, LN_CODE_COUNT, LN_KEPT, false, 2U},
  {{"\xEF\xBB\xBF", 3U}, LN_SPLIT_ODD, LN_CODE_COUNT, LN_KEPT, false, 3U},
  {{"a\xC3", 2U}, LN_SPLIT_ODD, LN_L0101, LN_NO_VALUE, true, 0U},
  {{"a\0\xFF", 3U}, LN_SPLIT_ODD, LN_L0102, LN_NO_VALUE, true, 0U},
  {{"a\xFF\0", 3U}, LN_SPLIT_ODD, LN_L0101, LN_NO_VALUE, true, 0U},
  {{"a\0", 2U}, LN_SPLIT_ESCAPED, LN_L0102, LN_NO_VALUE, true, 0U},
  {{"a\"", 2U}, LN_SPLIT_STRAY, LN_L0110, LN_KEPT, false, 2U},
  {{"a\"\xFF", 3U}, LN_SPLIT_STRAY | LN_SPLIT_ODD, LN_L0101, LN_NO_VALUE, true, 0U},
  {{"\"a\"b", 4U}, LN_SPLIT_REST, LN_L0103, LN_NO_ROW, true, 4U},
  {{"\"a\"\xFF", 4U}, LN_SPLIT_REST | LN_SPLIT_ODD, LN_L0103, LN_NO_ROW, true, 0U},
  {{"a\nb", 3U}, LN_SPLIT_OPEN, LN_L0104, LN_NO_ROW, true, 3U},
};

static void
check_example(ln_log* const log, heard* const h, const example* const e)
{
  const ln_fault_sink loud  = {.log = log, .source = 3U};
  const ln_fault_sink mute  = {.log = NULL};
  const size_t        found = e->code == LN_CODE_COUNT ? 0U : 1U;
  ln_cell             cell  = {.s = e->text.s, .n = (uint32_t)e->text.n, .flags = e->flags};
  ln_cell             same  = cell;
  h->n                      = 0U;
  CU_ASSERT_EQUAL(ln_fault_cell(&loud, 7U, 2U, &cell), LN_OK);
  CU_ASSERT_EQUAL(h->n, found);
  CU_ASSERT(found == 0U || h->last.code == e->code);
  CU_ASSERT(found == 0U ||
            (h->last.where.source == 3U && h->last.where.row == 7U && h->last.where.field == 2U));
  CU_ASSERT(found == 0U || h->last.effect == e->effect);
  CU_ASSERT_EQUAL((cell.flags & LN_CELL_BAD) != 0U, e->bad);
  CU_ASSERT_EQUAL(cell.n, e->n);
  CU_ASSERT_EQUAL(ln_fault_cell(&mute, 7U, 2U, &same), LN_OK);
  CU_ASSERT_EQUAL(same.flags, cell.flags);
  CU_ASSERT_EQUAL(same.n, cell.n);
  CU_ASSERT_EQUAL(h->n, found);
}

static void
test_cells(void)
{
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  heard               h      = {0};
  CU_ASSERT_FATAL(log != NULL);
  ln_log_listen(log, listen, &h);
  for (size_t i = 0U; i < sizeof(examples) / sizeof(examples[0]); ++i) {
    check_example(log, &h, &examples[i]);
  }
  ln_log_free(log);
}

static void
test_tables(void)
{
  const ln_log_policy policy = {0};
  ln_log* const       log    = ln_log_new(&policy);
  heard               h      = {0};
  CU_ASSERT_FATAL(log != NULL);
  ln_log_listen(log, listen, &h);
  const ln_fault_sink loud = {.log = log, .source = 1U};
  const ln_fault_sink mute = {.log = NULL};
  CU_ASSERT_EQUAL(ln_fault_long(&loud, 5U, 2U, 100U), LN_OK);
  CU_ASSERT_EQUAL(h.last.code, LN_L0105);
  CU_ASSERT_EQUAL(h.last.effect, LN_NO_ROW);
  CU_ASSERT_EQUAL(ln_fault_encoding(&loud, LN_V("foo"), "why"), LN_OK);
  CU_ASSERT_EQUAL(h.last.code, LN_L0108);
  CU_ASSERT_EQUAL(h.last.effect, LN_NO_TABLE);
  CU_ASSERT_EQUAL(ln_fault_device(&loud, 9U, "why"), LN_IO);
  CU_ASSERT_EQUAL(h.last.code, LN_L0109);
  CU_ASSERT_EQUAL(h.n, 3U);
  CU_ASSERT_EQUAL(ln_fault_long(&mute, 5U, 2U, 0U), LN_OK);
  CU_ASSERT_EQUAL(ln_fault_encoding(&mute, LN_V("foo"), "why"), LN_OK);
  CU_ASSERT_EQUAL(ln_fault_device(&mute, 9U, "why"), LN_IO);
  CU_ASSERT_EQUAL(h.n, 3U);
  ln_log_free(log);
}

/* A cell that needs an escape is not clean. */
static void
test_clean(void)
{
  static const ln_fault_sink silent = {0};
  ln_cell plain  = {.s = "\xC3\xA9", .n = 2U, .flags = LN_CELL_CLEAN | LN_SPLIT_ODD};
  ln_cell marked = {.s = "x\xEF\xBB\xBF", .n = 4U, .flags = LN_CELL_CLEAN | LN_SPLIT_ODD};
  CU_ASSERT_EQUAL(ln_fault_cell(&silent, 1U, 1U, &plain), LN_OK);
  CU_ASSERT_EQUAL(ln_fault_cell(&silent, 1U, 1U, &marked), LN_OK);
  CU_ASSERT_TRUE((plain.flags & LN_CELL_CLEAN) != 0U);
  CU_ASSERT_TRUE((marked.flags & LN_CELL_CLEAN) == 0U);
}

static const unit_test tests[] = {
  {"cells", test_cells},
  {"clean", test_clean},
  {"rows and tables", test_tables},
};

UNIT_MAIN("fault", tests)
