/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which tables have a straight way, and how it is laid out. What comes of it: test_straight.c. */

#include "map/fixture.h"
#include "map/straight.h"

static const ln_straight*
straight_of(fixture* const f, const fix_input* const input)
{
  CU_ASSERT_EQUAL_FATAL(fix_run(f, input), LN_OK);
  return f->plans[0]->straight;
}

/* Whether a table with columns id, a, b and these descriptions has a straight way. */
static bool
is_straight(const char* const json)
{
  fixture         f        = {0};
  const fix_input input    = {.json = json, .tables = {{"t.csv", "id,a,b\n"}}};
  const bool      straight = straight_of(&f, &input) != NULL;
  fix_clear(&f);
  return straight;
}

#define SIMPLE(columns) is_straight(PLAIN(MUTE("id") "," columns))

static void
test_simple(void)
{
  CU_ASSERT_TRUE(SIMPLE(COL("a", "")));
  CU_ASSERT_TRUE(SIMPLE(COL("a", ", 'separator': ';'")));
  CU_ASSERT_TRUE(SIMPLE(COL("a", ", 'lang': 'de', 'default': 'x', 'required': true")));
  CU_ASSERT_TRUE(SIMPLE(COL("a", ", 'valueUrl': 'x/{a}-{b}'") "," MUTE("b")));
  CU_ASSERT_TRUE(SIMPLE(COL("a", ", 'separator': ';', '~each': true, 'valueUrl': 'x/{a}'")));
  CU_ASSERT_TRUE(SIMPLE(COL("a", ", '~array': 'json'")));
  CU_ASSERT_TRUE(SIMPLE(COL("a", ", 'aboutUrl': 'x/{id}'")));
  CU_ASSERT_TRUE(SIMPLE(COL("a", ", '~when': {'column': 'b', 'present': true}") "," MUTE("b")));
  CU_ASSERT_TRUE(SIMPLE(VIRT("v", ", '~value': '{id}!'")));
  CU_ASSERT_TRUE(is_straight(CSVW "'url': 't.csv'}"));
}

static void
test_not_simple(void)
{
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'separator': '; '")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'separator': ';', 'ordered': true")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'separator': ';', 'valueUrl': 'x/{a}'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'separator': ';', 'suppressOutput': true")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~array': 'postgresql'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~datatypes': ['integer', 'string']")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~datatypeColumn': 'b'") "," MUTE("b")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~placeholders': ['x']")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'separator': ';', '~protect': ['x;y']")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'separator': ';', '~separators': '&'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'separator': ';', '~brackets': true")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~pad': 2")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~checkDigit': 'EAN'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~once': true")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~warn': 'odd'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~extract': '.(?<b>.)'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'valueUrl': '{a}'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'valueUrl': 'x/{?a}'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'valueUrl': 'x/{a:3}'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", 'valueUrl': 'x/{_name}'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~slug': true, 'valueUrl': 'x/{a}'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~langColumn': 'b'") "," MUTE("b")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", "") "," VIRT("v", ", '~value': ['{a}', '{id}']")));
  CU_ASSERT_FALSE(SIMPLE(VIRT("v", ", '~value': '{id}', 'datatype': 'integer'")));
  CU_ASSERT_FALSE(SIMPLE(COL("a", ", '~when': {'column': 'b', 'many': true}") "," MUTE("b")));
  CU_ASSERT_FALSE(is_straight(KEYED("[['id']]", MUTE("id") "," COL("a", ""))));
}

/* A column that nothing is made of is read only if something may be wrong with it. */
static void
test_watched(void)
{
  fixture                  f     = {0};
  const fix_input          input = {.json   = PLAIN(MUTE("id") "," MUTE(
                             "a") ", {'name': 'b', 'datatype': 'integer', 'suppressOutput': "
                                             "true}," VIRT("v", ", 'valueUrl': 'http://x.org/'")),
                                    .tables = {{"t.csv", "id,a,b\n"}}};
  const ln_straight* const s     = straight_of(&f, &input);
  CU_ASSERT_PTR_NOT_NULL_FATAL(s);
  CU_ASSERT_EQUAL_FATAL(s->n_cells, 2U);
  CU_ASSERT_EQUAL(s->cells[0].field, 0U);
  CU_ASSERT_TRUE(s->cells[0].word);
  CU_ASSERT_EQUAL(s->cells[0].needed, 1U);
  CU_ASSERT_EQUAL(s->cells[1].field, 2U);
  CU_ASSERT_EQUAL(s->cells[1].shapes, LN_SHAPE_DIGITS);
  CU_ASSERT_EQUAL(s->cells[0].sure, LN_CELL_WORD);
  CU_ASSERT_EQUAL(s->cells[1].sure, LN_CELL_DIGITS);
  CU_ASSERT_EQUAL(s->cells[1].least, 1U);
  CU_ASSERT_EQUAL(s->cells[1].needed, 0U);
  CU_ASSERT_EQUAL(s->n_fields, 3U);
  CU_ASSERT_EQUAL(s->subjects[0].stencil.slots[0].kind, LN_SLOT_CONSTANT);
  CU_ASSERT_EQUAL(s->subjects[0].stencil.slots[0].gate, s->always);
  fix_clear(&f);
}

/* Without its own value there is no IRI; without that of another column the row is not simple. */
static void
test_needed(void)
{
  fixture         f     = {0};
  const fix_input input = {.json   = PLAIN(MUTE("id") "," COL("a", ", 'valueUrl': 'x/{a}'") "," COL(
                             "b", "") "," VIRT("v", ", 'valueUrl': 'y/{b}/z'")),
                           .tables = {{"t.csv", "id,a,b\n"}}};
  const ln_straight* const s = straight_of(&f, &input);
  CU_ASSERT_PTR_NOT_NULL_FATAL(s);
  CU_ASSERT_EQUAL_FATAL(s->n_cells, 3U);
  CU_ASSERT_EQUAL(s->cells[1].needed, 0U);
  CU_ASSERT_EQUAL(s->cells[2].needed, 1U);
  CU_ASSERT_EQUAL_FATAL(s->n_joins, 1U);
  CU_ASSERT_EQUAL(s->joins[0].n, 2U);
  CU_ASSERT_FALSE(s->joins[0].clean);
  fix_clear(&f);
}

static const unit_test tests[] = {
  {"simple", test_simple},
  {"not simple", test_not_simple},
  {"watched", test_watched},
  {"needed", test_needed},
};

UNIT_MAIN("bind_straight", tests)
