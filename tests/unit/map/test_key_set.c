/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The values that keys are made of: equal for equal values only. */

#include "map/fixture.h"
#include "map/maker.h"

#define COLUMNS(more)                                                                              \
  CSVW "'url': 't.csv', 'tableSchema': {'columns': [{'name': 'a', 'datatype': 'decimal', "         \
       "'null': ['', '-']}, {'name': 'b', 'separator': ';'}" more "]}}"

enum { SETS = 2, ROWS = 8 };

/* What was seen of each row: the values of each set, and its state. */
typedef struct {
  ln_text      values[ROWS][SETS];
  ln_set_state states[ROWS][SETS];
  ln_text      shown[ROWS];
  uint32_t     fields[SETS];
  size_t       rows;
} sight;

static const ln_view both[]  = {{"a", 1U}, {"b", 1U}};
static const ln_view shown[] = {{"x", 1U}, {"y", 1U}};

static void
look(void* const self, const ln_maker* const maker)
{
  sight* const s = self;
  if (s->rows == ROWS) {
    return;
  }
  for (size_t i = 0U; i < SETS; ++i) {
    CU_ASSERT_EQUAL(ln_maker_set(maker, i, &s->values[s->rows][i], &s->states[s->rows][i]), LN_OK);
    s->fields[i] = ln_plan_set_field(maker->plan, i);
  }
  CU_ASSERT_EQUAL(ln_maker_set_shown(maker, 1U, (ln_views){shown, 2U}, &s->shown[s->rows]), LN_OK);
  ++s->rows;
}

static void
clear(sight* const s)
{
  for (size_t i = 0U; i < ROWS; ++i) {
    ln_text_clear(&s->values[i][0]);
    ln_text_clear(&s->values[i][1]);
    ln_text_clear(&s->shown[i]);
  }
}

static bool
same(const sight* const s, const size_t set, const size_t a, const size_t b)
{
  return ln_view_equals(ln_text_view(&s->values[a][set]), ln_text_view(&s->values[b][set]));
}

static void
see(sight* const s, const char* const json, const char* const table, const char* const findings)
{
  const ln_set_names sets[SETS] = {{{both, 1U}, LN_V("one"), "primaryKey", true},
                                   {{both, 2U}, LN_V("two"), "foreignKeys", false}};
  const fix_input    input      = {.json   = json,
                                   .tables = {{"t.csv", table}},
                                   .sets   = sets,
                                   .n_sets = SETS,
                                   .look   = look,
                                   .self   = s};
  fixture            f          = {0};
  *s                            = (sight){0};
  CU_ASSERT(fix_run(&f, &input) != LN_NO_MEM);
  CHECK_VIEW(ln_text_view(&f.findings), findings);
  fix_clear(&f);
}

static void
test_values(void)
{
  sight s;
  see(&s, COLUMNS(""), "a,b\n1,x;y\n1.0,x;y\n1,x\n1,xy\n1,y;x\n2,x;y\n1,\n-,\n", "");
  CU_ASSERT_EQUAL_FATAL(s.rows, 8U);
  CU_ASSERT(same(&s, 0U, 0U, 1U));
  CU_ASSERT(same(&s, 1U, 0U, 1U));
  for (size_t i = 2U; i < 8U; ++i) {
    CU_ASSERT(!same(&s, 1U, 0U, i));
    CU_ASSERT(!same(&s, 1U, 2U, i) || i == 2U);
  }
  CU_ASSERT(!same(&s, 0U, 0U, 5U));
  CU_ASSERT_EQUAL(s.states[0][1], LN_SET_GOOD);
  CU_ASSERT_EQUAL(s.states[6][1], LN_SET_GOOD);
  CU_ASSERT_EQUAL(s.states[7][1], LN_SET_NULL);
  CU_ASSERT_EQUAL(s.fields[0], 1U);
  CHECK_VIEW(ln_text_view(&s.shown[0]), "x \"1\", y \"x\" and \"y\"");
  CHECK_VIEW(ln_text_view(&s.shown[6]), "x \"1\", y null");
  clear(&s);
}

/* What is no value of its datatype is text, and so never the number it looks like. */
static void
test_text(void)
{
  sight s;
  see(&s,
      COLUMNS(""),
      "a,b\nx1,\nx1,\n1,\n",
      "L0209 kept 2:1 \"x1\" is not a decimal number such as 3.14: it is not a number\n"
      "L0209 kept 3:1 \"x1\" is not a decimal number such as 3.14: it is not a number\n");
  CU_ASSERT_EQUAL_FATAL(s.rows, 3U);
  CU_ASSERT_EQUAL(s.states[0][0], LN_SET_GOOD);
  CU_ASSERT(same(&s, 0U, 0U, 1U));
  CU_ASSERT(!same(&s, 0U, 0U, 2U));
  clear(&s);
}

/* Rows that cannot be read have unknown keys. */
static void
test_unknown(void)
{
  sight s;
  see(&s, COLUMNS(""), "a,b\n1,x\n2\n", "L0106 row 3:2 the row has 1 cell, the header 2\n");
  CU_ASSERT_EQUAL_FATAL(s.rows, 2U);
  CU_ASSERT_EQUAL(s.states[0][0], LN_SET_GOOD);
  CU_ASSERT_EQUAL(s.states[1][0], LN_SET_UNKNOWN);
  clear(&s);
}

/* A column that is not there: no primary key; a foreign key makes the table useless. */
static void
test_absent(void)
{
  sight s;
  see(&s,
      CSVW "'url': 't.csv'}",
      "b,c\n1,x\n",
      "L0411 kept 0:0 primaryKey: no column is called \"a\"\n"
      "L0404 table 0:0 foreignKeys: no column is called \"a\"\n");
  CU_ASSERT_EQUAL(s.rows, 0U);
  clear(&s);
}

static void
test_no_memory(void)
{
  const ln_set_names sets[] = {{{both, 2U}, LN_V("two"), "foreignKeys", false}};
  const fix_input    input  = {
        .json = COLUMNS(""), .tables = {{"t.csv", "a,b\n1,x\n"}}, .sets = sets, .n_sets = 1U};
  fixture f = {0};
  CHECK_ALLOC_FAILURES(fix_run(&f, &input), fix_clear(&f));
}

static const unit_test tests[] = {
  {"values", test_values},
  {"text", test_text},
  {"unknown", test_unknown},
  {"absent", test_absent},
  {"no memory", test_no_memory},
};

UNIT_MAIN("key set", tests)
