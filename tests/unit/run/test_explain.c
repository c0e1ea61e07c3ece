/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The bound plan in words. */

#include "base/out.h"
#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

static ln_status
explain(const folder* const f, ln_out** const out)
{
  char         path[PATH_SIZE];
  const ln_job job = {.input  = path_to(f, "map.json", path),
                      .layers = LN_LAYER_FACTS | LN_LAYER_EVIDENCE};
  LN_TRY(ln_out_memory(out));
  return ln_run_explain(&job, f->log, *out);
}

static void
put_map(const folder* const f)
{
  put_file(f,
           "map.json",
           "{'@context': 'http://www.w3.org/ns/csvw', '~base': 'http://e/', '~headers': 'byName', "
           "'~group': true, '~prefixes': {'p': 'p/'}, 'tables': [{'url': 't.csv', 'tableSchema': "
           "{'aboutUrl': 'r/{_key}', '~key': [['id'], ['a', 'b?']], 'columns': [{'name': 'id', "
           "'suppressOutput': true}, {'name': 'a', 'propertyUrl': 'p/a', 'required': true}, "
           "{'name': 'b', 'separator': ';', 'datatype': 'integer', 'propertyUrl': 'p/b', '~layer': "
           "'evidence'}, {'name': 'c', 'propertyUrl': 'p/c'}, {'name': 't', 'virtual': true, "
           "'propertyUrl': 'rdf:type', 'valueUrl': 'T', '~when': {'column': 'a', 'in': ['x', "
           "'y']}}]}}]}",
           true);
}

static void
test_words(void)
{
  folder  f;
  ln_out* out = NULL;
  set_up(&f);
  put_map(&f);
  put_file(&f, "t.csv", "id,a,b\n", false);
  CU_ASSERT_EQUAL(explain(&f, &out), LN_OK);
  ln_text shown = {0};
  add_replaced(&shown, f.path, ln_out_bytes(out));
  CHECK_VIEW(ln_text_view(&shown),
             "DIR/t.csv: each row\n"
             "  named by id, else by a -- b?\n"
             "  columns the table does not have: c\n"
             "    r/{_key}\n"
             "      a <- T, if a is x or y\n"
             "      p:a <- \"a\" (required)\n"
             "    r/{_key}  (evidence)\n"
             "      p:b <- each item of \"b\" as xsd:integer\n"
             "\n"
             "All descriptions of one subject are joined; repeated triples are written once.\n");
  CHECK_FINDINGS(&f, "");
  ln_text_clear(&shown);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  tear_down(&f);
}

/* A table that cannot be made is said to be left out. */
static void
test_left_out(void)
{
  folder  f;
  ln_out* out = NULL;
  set_up(&f);
  put_map(&f);
  put_file(&f, "t.csv", "id,b\n", false);
  CU_ASSERT_EQUAL(explain(&f, &out), LN_OK);
  ln_text shown = {0};
  add_replaced(&shown, f.path, ln_out_bytes(out));
  CU_ASSERT_TRUE(ln_view_starts(ln_text_view(&shown), LN_V("DIR/t.csv: left out\n")));
  ln_text_clear(&shown);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  tear_down(&f);
}

static void
test_no_memory(void)
{
  folder  f;
  ln_out* out = NULL;
  set_up(&f);
  put_map(&f);
  put_file(&f, "t.csv", "id,a,b\n", false);
  CHECK_ALLOC_FAILURES(explain(&f, &out), ln_out_abandon(out); out = NULL);
  tear_down(&f);
}

static const unit_test tests[] = {
  {"words", test_words},
  {"left out", test_left_out},
  {"no memory", test_no_memory},
};

UNIT_MAIN("explain", tests)
