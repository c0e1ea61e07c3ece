/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which cells made a triple, whichever way the row went. What is expected is read off the mapping:
   each line is a column and the cells that it needs, with S, P, O and C for their parts. */

#include "map/origin.h"

#include "base/text.h"
#include "map/fixture.h"
#include "map/maker.h"

static ln_status
add_cells(const ln_origin* const origin, ln_text* const out)
{
  static const char LETTERS[] = "SPOC";
  for (size_t i = 0U; i < origin->n; ++i) {
    const ln_origin_cell* const c = &origin->cells[i];
    LN_TRY(ln_text_format(out, " %u", c->field));
    for (unsigned k = 0U; k < 4U; ++k) {
      LN_TRY((c->parts & (1U << k)) != 0U ? ln_text_add_byte(out, LETTERS[k]) : LN_OK);
    }
    LN_TRY(ln_text_format(out, " %.*s=%.*s", (int)c->name.n, c->name.s, (int)c->text.n, c->text.s));
  }
  return ln_text_add_byte(out, '\n');
}

/* All columns of the row at hand, and a number that no column has. */
static ln_status
add_row(const ln_maker* const maker, ln_text* const out)
{
  ln_origin origin = {0};
  ln_status st     = LN_OK;
  for (size_t i = 0U; st == LN_OK && i <= maker->plan->n_variables + 1U; ++i) {
    st = ln_maker_origin(maker, (uint16_t)i, &origin);
    if (st == LN_OK && origin.column) {
      const ln_view name = origin.column->name;
      st                 = ln_text_format(out, "%.*s:", (int)name.n, name.s);
      st                 = st == LN_OK ? add_cells(&origin, out) : st;
    }
  }
  ln_origin_clear(&origin);
  return st;
}

static void
look(void* const self, const ln_maker* const maker)
{
  CU_ASSERT_EQUAL(add_row(maker, self), LN_OK);
}

static void
check(const char* const json, const char* const table, const char* const expected)
{
  for (int general = 0; general < 2; ++general) {
    fixture         f     = {0};
    ln_text         seen  = {0};
    const fix_input input = {.json    = json,
                             .tables  = {{"t.csv", table}},
                             .general = general == 1,
                             .look    = look,
                             .self    = &seen};
    CU_ASSERT_EQUAL(fix_run(&f, &input), LN_OK);
    CHECK_VIEW(ln_text_view(&seen), expected);
    CHECK_VIEW(ln_text_view(&f.findings), "");
    ln_text_clear(&seen);
    fix_clear(&f);
  }
}

static void
one_cell(void)
{
  check(PLAIN(MUTE("id") "," COL("a", "")),
        "id,a\n1,x\n2,\n",
        "id: 1O id=1\na: 1S id=1 2O a=x\n"
        "id: 1O id=2\na: 1S id=2\n");
}

/* A URL of two cells, a text of others, and what is constant. */
static void
templates(void)
{
  check(
    PLAIN(
      MUTE("id") "," MUTE("a") "," MUTE("b") "," VIRT("u", ", 'valueUrl': 'x/{a}-{b}'") "," VIRT(
        "t", ", '~value': '{b}!'") "," VIRT("w",
                                            ", '~value': '{t}?'") "," VIRT("k",
                                                                           ", 'valueUrl': 'K'")),
    "id,a,b\n1,x,y\n",
    "id: 1O id=1\n"
    "a: 2O a=x\n"
    "b: 3O b=y\n"
    "u: 1S id=1 2O a=x 3O b=y\n"
    "t: 1S id=1 3O b=y\n"
    "w: 1S id=1 3O b=y\n"
    "k: 1S id=1\n");
}

static void
conditions(void)
{
  check(PLAIN(MUTE("id") "," MUTE("kind") "," VIRT(
          "k", ", 'valueUrl': 'K', '~when': {'column': 'kind', 'equals': 'k'}")),
        "id,kind\n1,k\n",
        "id: 1O id=1\n"
        "kind: 2O kind=k\n"
        "k: 1S id=1 2C kind=k\n");
}

/* Only the cells of the alternative that names the row. */
static void
keys(void)
{
  check(KEYED("[['id'], ['a', 'b?']]", MUTE("id") "," MUTE("a") "," MUTE("b") "," COL("c", "")),
        "id,a,b,c\n1,x,y,z\n,x,y,z\n,x,,z\n",
        "id: 1O id=1\na: 2O a=x\nb: 3O b=y\nc: 1S id=1 4O c=z\n"
        "id:\na: 2O a=x\nb: 3O b=y\nc: 2S a=x 3S b=y 4O c=z\n"
        "id:\na: 2O a=x\nb:\nc: 2S a=x 4O c=z\n");
}

/* The predicate, the language, a subject that another column has. */
static void
all_parts(void)
{
  check(PLAIN(MUTE("id") "," MUTE("p") "," MUTE(
          "l") ","
               "{'name': 'a', 'aboutUrl': 's/{p}', 'propertyUrl': 'q/{p}', '~langColumn': 'l'}"),
        "id,p,l,a\n1,x,en,v\n",
        "id: 1O id=1\n"
        "p: 2O p=x\n"
        "l: 3O l=en\n"
        "a: 2SP p=x 3O l=en 4O a=v\n");
}

static ln_status
once(const ln_maker* const maker)
{
  ln_origin       origin = {0};
  const ln_status st     = ln_maker_origin(maker, 2U, &origin);
  CU_ASSERT(st != LN_OK || origin.n == 2U);
  ln_origin_clear(&origin);
  return st;
}

static void
fail_each(void* const self, const ln_maker* const maker)
{
  (void)self;
  CHECK_ALLOC_FAILURES(once(maker), (void)0);
}

static void
no_memory(void)
{
  fixture         f     = {0};
  const fix_input input = {.json   = PLAIN(MUTE("id") "," COL("a", "")),
                           .tables = {{"t.csv", "id,a\n1,x\n"}},
                           .look   = fail_each};
  CU_ASSERT_EQUAL(fix_run(&f, &input), LN_OK);
  fix_clear(&f);
}

static const unit_test TESTS[] = {{"one cell", one_cell},
                                  {"templates", templates},
                                  {"conditions", conditions},
                                  {"keys", keys},
                                  {"all parts", all_parts},
                                  {"no memory", no_memory}};

UNIT_MAIN("map/origin", TESTS)
