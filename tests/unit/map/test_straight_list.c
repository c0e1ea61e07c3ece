/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Cells that are cut into items: what each gives, and what sends the row the general way. The same
   rows are made both ways (fixture.h). */

#include "map/fixture.h"
#include "map/maker.h"

#define LISTS                                                                                      \
  PLAIN(MUTE("id") "," COL("l", ", 'separator': '|', 'null': ['', 'none']") "," COL(               \
    "u", ", 'separator': ',', '~each': true, 'valueUrl': 'g/{u}'") "," COL("j",                    \
                                                                           ", '~array': "          \
                                                                           "'json'"))

/* The lists of one row. */
static size_t
cut(const char* const row, bool* const gone)
{
  fixture         f        = {0};
  const fix_input input    = {.json = LISTS, .tables = {{"t.csv", "id,l,u,j\n"}}};
  const ln_view   texts[3] = {LN_V("x|yy"), LN_V("a,b"), ln_view_of(row)};
  size_t          n        = 0U;
  CU_ASSERT_EQUAL(fix_run(&f, &input), LN_OK);
  const ln_plan* const plan  = f.plans[0];
  ln_maker* const      maker = ln_maker_new(plan, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(plan->straight);
  CU_ASSERT_PTR_NOT_NULL_FATAL(maker);
  CU_ASSERT_EQUAL_FATAL(plan->straight->n_lists, 3U);
  char bytes[3][256];
  memset(bytes, '|', sizeof(bytes));
  for (size_t i = 0U; i < 3U; ++i) {
    memcpy(bytes[i], texts[i].s, texts[i].n);
    maker->straight.texts[plan->straight->lists[i].cell] =
      (ln_slot_text){bytes[i], (uint32_t)texts[i].n, LN_CLEAN, true};
  }
  *gone = true;
  CU_ASSERT_EQUAL(ln_straight_cut(maker, gone), LN_OK);
  n = maker->straight.n_items;
  if (*gone) {
    CU_ASSERT_EQUAL(maker->straight.lists[0].n, 2U);
    CU_ASSERT_EQUAL(maker->straight.lists[1].first, 2U);
    CU_ASSERT_EQUAL(maker->straight.lists[1].n, 2U);
    CU_ASSERT_EQUAL(maker->straight.lists[2].first, 4U);
    CU_ASSERT_EQUAL(maker->straight.lists[2].n, n - 4U);
    CU_ASSERT_EQUAL(maker->straight.items[1].n, 2U);
    CU_ASSERT_EQUAL(maker->straight.items[3].s[0], 'b');
  }
  ln_maker_free(maker);
  fix_clear(&f);
  return n;
}

static void
test_cut(void)
{
  bool gone = false;
  CU_ASSERT_EQUAL(cut("[\"a\"]", &gone), 5U);
  CU_ASSERT_TRUE(gone);
  CU_ASSERT_EQUAL(cut("[\"a\",\"b \\\"c\\\\\"]", &gone), 6U);
  CU_ASSERT_TRUE(gone);
  (void)cut("[\"a\", \"b\"]", &gone);
  CU_ASSERT_FALSE(gone);
  (void)cut("[\"a\"", &gone);
  CU_ASSERT_FALSE(gone);
  (void)cut("[\"\"]", &gone);
  CU_ASSERT_FALSE(gone);
  (void)cut("[1]", &gone);
  CU_ASSERT_FALSE(gone);
  (void)cut("[\"\\u0041\"]", &gone);
  CU_ASSERT_FALSE(gone);
}

/* Items that are empty, null, or no word where they stand in an IRI. */
static void
test_rows(void)
{
  const fix_input input = {
    .json   = LISTS,
    .tables = {
      {"t.csv", "id,l,u,j\n1,a|b,\"g,h\",\"[\"\"a\"\",\"\"b\"\"]\"\n2,a|none|b,\"g h\",\n"}}};
  CHECK_MAKE(&input,
             "<r/1> <p/l> 'a'\n<r/1> <p/l> 'b'\n<r/1> <p/u> <g/g>\n<r/1> <p/u> <g/h>\n"
             "<r/1> <p/j> 'a'\n<r/1> <p/j> 'b'\n"
             "<r/2> <p/l> 'a'\n<r/2> <p/l> 'b'\n<r/2> <p/u> <g/g%20h>\n",
             "");
}

static void
test_no_memory(void)
{
  static const fix_input input = {.json   = LISTS,
                                  .tables = {{"t.csv",
                                              "id,l,u,j\n1,a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|"
                                              "u|v|w|x|y|z|a|b|c|d|e|f|g|h,x,\n"}}};
  fixture                f     = {0};
  CHECK_ALLOC_FAILURES(fix_run(&f, &input), fix_clear(&f));
}

static const unit_test tests[] = {
  {"cut", test_cut},
  {"rows", test_rows},
  {"no memory", test_no_memory},
};

UNIT_MAIN("straight list", tests)
