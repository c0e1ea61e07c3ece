/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rows held against shapes one by one give the results of all rows at once, also where things lie
   apart, and no memory at any point. */

#include "run/validation.h"
#include "run_unit.h"

static const char MAP[] =
  "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {'aboutUrl': "
  "'https://e.org/{id}', 'primaryKey': 'id', 'columns': [{'titles': 'id', 'suppressOutput': true}, "
  "{'titles': 'p', 'propertyUrl': 'https://e.org/p', 'valueUrl': 'https://e.org/{p}'}, {'titles': "
  "'q', 'propertyUrl': 'https://e.org/q'}]}}";
static const char SHAPES[] =
  "@prefix : <https://e.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
  ":near sh:targetSubjectsOf :p ; sh:property [ sh:path :q ; sh:maxCount 1 ; sh:in ( 'x' 'y' ) ] "
  ".\n"
  ":far sh:targetSubjectsOf :p ; sh:property [ sh:path ( :p :q ) ; sh:minCount 1 ] .\n";

static ln_status
validate(const folder* const f, const bool general, ln_validated* const done)
{
  char                table[PATH_SIZE];
  char                shapes[PATH_SIZE];
  const ln_job        input = {.input   = path_to(f, "t.csv-metadata.json", table),
                               .layers  = 1U,
                               .dry     = true,
                               .general = general};
  const char* const   named = path_to(f, "s.ttl", shapes);
  const ln_validation job   = {.input = &input, .shapes = &named, .n_shapes = 1U};
  return ln_run_validate(&job, f->log, done);
}

static void
put_files(folder* const f, const char* const rows)
{
  set_up(f);
  put_file(f, "t.csv-metadata.json", MAP, true);
  put_file(f, "s.ttl", SHAPES, false);
  put_file(f, "t.csv", rows, false);
}

/* `a` has z, which is not in the list, and leads to `b`, which has y; `b` leads to nothing. */
static void
same(void)
{
  folder       f;
  ln_validated once  = {0};
  ln_validated apart = {0};
  put_files(&f, "id,p,q\na,b,z\nb,c,y\n");
  CU_ASSERT_EQUAL(validate(&f, false, &once), LN_OK);
  CU_ASSERT_EQUAL(once.results, 2U);
  const ln_text told = f.findings;
  f.findings         = (ln_text){0};
  new_log(&f);
  CU_ASSERT_EQUAL(validate(&f, true, &apart), LN_OK);
  CU_ASSERT_EQUAL(apart.results, 2U);
  CU_ASSERT_EQUAL(apart.triples, once.triples);
  CU_ASSERT(ln_view_equals(ln_text_view(&f.findings), ln_text_view(&told)));
  ln_text kept = told;
  ln_text_clear(&kept);
  tear_down(&f);
}

/* Two rows of `a` lie apart: together they have two values. What was found of `b` before that was
   known counts once. */
static void
again(void)
{
  folder       f;
  ln_validated done = {0};
  put_files(&f, "id,p,q\na,a,x\nb,a,z\na,a,y\n");
  CU_ASSERT_EQUAL(validate(&f, true, &done), LN_OK);
  CU_ASSERT_EQUAL(done.results, 2U);
  CU_ASSERT_EQUAL(done.triples, 5U);
  CU_ASSERT(ln_view_starts(ln_text_view(&f.findings), LN_V("L0770 ")));
  tear_down(&f);
}

static void
no_memory(void)
{
  folder       f;
  ln_validated done = {0};
  put_files(&f, "id,p,q\na,b,z\nb,a,y\n");
  CHECK_ALLOC_FAILURES(validate(&f, true, &done), new_log(&f));
  put_file(&f, "t.csv", "id,p,q\na,b,z\nb,a,y\na,b,z\n", false);
  CHECK_ALLOC_FAILURES(validate(&f, true, &done), new_log(&f));
  tear_down(&f);
}

static const unit_test TESTS[] = {{"same", same}, {"again", again}, {"no memory", no_memory}};

UNIT_MAIN("run/validation_stream", TESTS)
