/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which elements and members are rows, by which paths their cells are found, and that these paths
   lead there. Standard input is read from what was looked at, so no file is needed. */

#include "unit.h"

#include "run/guess.h"

typedef struct {
  ln_guesser     g;
  ln_guess_table tables[LN_GUESS_TREES];
  size_t         n;
} planted;

static ln_status
plant(planted* const p, const char* const text)
{
  ln_in* in    = NULL;
  *p           = (planted){.g = {.budget = 1U << 20U, .rows = 100U}};
  p->tables[0] = (ln_guess_table){.path = "-", .url = LN_V("t"), .stem = LN_V("t")};
  LN_TRY(ln_guess_kinds_new(&p->g.arena, &p->g.kinds));
  LN_TRY(ln_in_memory(ln_view_of(text), &in));
  return ln_guess_trees(&p->g, in, p->tables, &p->n);
}

static void
uproot(planted* const p)
{
  for (size_t t = 0U; t < (size_t)LN_GUESS_TREES; ++t) {
    for (size_t i = 0U; i < p->tables[t].n && p->tables[t].columns; ++i) {
      ln_guess_set_clear(&p->tables[t].columns[i].set, &p->g.budget);
      ln_guess_set_clear(&p->tables[t].columns[i].items, &p->g.budget);
    }
  }
  ln_text_clear(&p->g.scratch);
  ln_arena_clear(&p->g.arena);
  *p = (planted){.n = 0U};
}

/* `rows xN: name=path[]! …` a table: `[]` a list, `!` the key. */
static ln_status
show(const char* const text, ln_text* const out)
{
  planted   p;
  ln_status st = plant(&p, text);
  for (size_t t = 0U; st == LN_OK && t < p.n; ++t) {
    const ln_guess_table* const table = &p.tables[t];
    st                                = ln_text_format(out,
                        "%s%.*s x%u:",
                        t > 0U ? "; " : "",
                        (int)table->rows_path.n,
                        table->rows_path.s,
                        (unsigned)table->rows);
    for (size_t i = 0U; st == LN_OK && i < table->n; ++i) {
      const ln_guess_column* const c = &table->columns[i];
      st                             = ln_text_format(out,
                          " %.*s=%.*s%s%s",
                          (int)c->name.n,
                          c->name.s,
                          (int)c->path.n,
                          c->path.s,
                          c->list ? "[]" : "",
                          table->key == i ? "!" : "");
    }
  }
  uproot(&p);
  return st;
}

static void
check_tables(const char* const text, const char* const expected)
{
  ln_text out = {0};
  CU_ASSERT_EQUAL(show(text, &out), LN_OK);
  CHECK_VIEW(ln_text_view(&out), expected);
  ln_text_clear(&out);
}

static void
test_rows(void)
{
  check_tables("<a><b i='1'>x</b><b i='2'>y</b></a>", "/a/b x2: b=. i=@i");
  check_tables("<a><b id='1'>x</b><b id='2'>y</b></a>", "/a/b x2: b=. id=@id!");
  check_tables("[{\"n\":1},{\"n\":2}]", "/ x2: n=n");
  check_tables("{\"n\":1}\n{\"n\":2}\n", "/ x2: n=n");
  check_tables("{\"m\":[1,2],\"n\":[{\"o\":1}]}", "/n x1: o=o");
  check_tables("{\"m\":[1,2]}", "/m x2: m=.");
  check_tables("{\"m\":{\"n\":1}}", "/ x1: m_n=m/n");
  check_tables("<a><b/></a>", "/a x1: b=b");
  check_tables("<?xml version='1.0'?>", "");
}

static void
test_columns(void)
{
  check_tables("[{\"t\":[\"x\"],\"w\":{\"b c\":1,\"@d\":2}},{}]",
               "/ x2: t=t[] w_b_c=w/'b c' w_d=w/'@d'");
  check_tables("<l><e><p>a <i>b</i></p></e><e><p q='1'>c</p></e></l>", "/l/e x2: p=p p_q=p/@q");
}

/* What stands in a row and is repeated has rows of its own, which name that row. */
static void
test_inside(void)
{
  check_tables("<l><e id='1'><s><t n='x'/><t n='y'/></s></e><e id='2'/></l>",
               "/l/e x2: id=@id!; /l/e/s/t x2: e_id=../../@id position=position() n=@n");
  check_tables("[{\"n\":1,\"s\":[{\"u\":1}]},{\"n\":1,\"s\":[{\"u\":2,\"v\":[{\"w\":3}]}]}]",
               "/ x2: n=n; /s x2: t_position=../position() position=position() u=u; "
               "/s/v x1: s_position=../position() position=position() w=w");
}

static void
test_parents(void)
{
  planted p;
  CU_ASSERT_EQUAL(plant(&p, "<l><e id='1'><t n='x'/><t n='y'/></e><e id='2'/></l>"), LN_OK);
  ln_guess_keys(p.tables, p.n);
  CU_ASSERT_EQUAL_FATAL(p.n, 2U);
  CU_ASSERT_PTR_EQUAL(p.tables[1].parent, &p.tables[0]);
  CU_ASSERT_PTR_EQUAL(p.tables[1].guesses[0].other, &p.tables[0]);
  CU_ASSERT_TRUE(p.tables[1].guesses[0].refers && p.tables[1].whole);
  CU_ASSERT_STRING_EQUAL(p.tables[1].format, "xml");
  CHECK_VIEW(p.tables[1].stem, "t");
  uproot(&p);
}

static ln_status
run_all(planted* const p)
{
  return plant(p, "<l><e id='1'><t n='x'/><t n='y'/></e></l>");
}

static void
test_no_memory(void)
{
  planted p;
  CHECK_ALLOC_FAILURES(run_all(&p), uproot(&p));
}

static const unit_test tests[] = {
  {"rows", test_rows},
  {"columns", test_columns},
  {"inside", test_inside},
  {"parents", test_parents},
  {"no memory", test_no_memory},
};

UNIT_MAIN("run/guess_tree", tests)
