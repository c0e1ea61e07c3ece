/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which way shapes go, in words; the reasons are in tests/cases/explain. */

#include "base/out.h"
#include "run/run.h"
#include "run/validation.h"
#include "run_unit.h"

static ln_status
explain(const folder* const f, ln_out** const out)
{
  char                table[PATH_SIZE];
  char                shapes[PATH_SIZE];
  const char* const   named      = path_to(f, "s.ttl", shapes);
  const ln_validation validation = {.shapes = &named, .n_shapes = 1U};
  const ln_job        job        = {
                  .input = path_to(f, "map.json", table), .layers = 1U, .validation = &validation};
  LN_TRY(ln_out_memory(out));
  return ln_run_explain(&job, f->log, *out);
}

static void
put_files(folder* const f)
{
  set_up(f);
  put_file(f, "t.csv", "id\n", false);
  put_file(
    f,
    "map.json",
    "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {'primaryKey': "
    "'id', 'aboutUrl': 'https://e.org/{id}', 'columns': [{'name': 'id'}]}}",
    true);
  put_file(f,
           "s.ttl",
           "@prefix : <https://e.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
           ":near sh:targetClass :C ; sh:closed true . :far sh:targetNode :x ; sh:closed true .\n",
           false);
}

static void
words(void)
{
  folder  f;
  ln_out* out = NULL;
  put_files(&f);
  CU_ASSERT_EQUAL(explain(&f, &out), LN_OK);
  const ln_view bytes = ln_out_bytes(out);
  CU_ASSERT(ln_view_ends(bytes,
                         LN_V("shapes\n  <https://e.org/near>: row by row\n  <https://e.org/far>: "
                              "whole graph, since it has targets that are nodes, or values, of any "
                              "row\n")));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  tear_down(&f);
}

static void
no_memory(void)
{
  folder  f;
  ln_out* out = NULL;
  put_files(&f);
  CHECK_ALLOC_FAILURES(explain(&f, &out), {
    ln_out_abandon(out);
    out = NULL;
    new_log(&f);
  });
  tear_down(&f);
}

static const unit_test TESTS[] = {{"words", words}, {"no memory", no_memory}};

UNIT_MAIN("run/explain_shapes", TESTS)
