/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Primary and foreign keys of whole runs ("Model for Tabular Data", section 6.6). */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

#define GROUP(tables) "{'@context': 'http://www.w3.org/ns/csvw', 'tables': [" tables "]}"
#define PEOPLE                                                                                     \
  "{'url': 'people.csv', 'tableSchema': {'columns': [{'name': 'id', 'titles': 'id'}, {'name': "    \
  "'year', 'titles': 'year', "                                                                     \
  "'datatype': 'decimal'}], 'primaryKey': ['id', 'year']}}"
#define WORKS                                                                                      \
  "{'url': 'works.csv', 'tableSchema': {'columns': [{'name': 'by', 'titles': 'by'}, {'name': "     \
  "'born', 'titles': 'born', "                                                                     \
  "'datatype': 'integer'}], 'foreignKeys': [{'columnReference': ['by', 'born'], 'reference': "     \
  "{'resource': 'people.csv', 'columnReference': ['id', 'year']}}]}}"

typedef struct {
  folder     f;
  char       input[PATH_SIZE];
  ln_job     job;
  ln_summary summary;
} running;

static void
prepare(running* const r, const char* const json)
{
  *r = (running){0};
  set_up(&r->f);
  put_file(&r->f, "m.json", json, true);
  r->job = (ln_job){.input  = path_to(&r->f, "m.json", r->input),
                    .base   = "http://e/",
                    .dry    = true,
                    .keys   = true,
                    .memory = 1U << 20U,
                    .layers = LN_LAYER_FACTS};
}

static ln_status
start(running* const r)
{
  return ln_run_export(&r->job, r->f.log, &r->summary);
}

static void
primary_keys(void)
{
  running r;
  prepare(&r, GROUP(PEOPLE));
  put_file(&r.f, "people.csv", "id,year\na,1\nb,1\na,2\na,1.0\nb,01\n,\n,\n", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f,
                 "L0310 kept 5:1 id \"a\", year \"1.0\" is the primary key of line 2 already\n"
                 "L0310 kept 6:1 id \"b\", year \"01\" is the primary key of line 3 already\n"
                 "L0310 kept 8:1 id null, year null is the primary key of line 7 already\n");
  tear_down(&r.f);
}

/* Values are compared, not texts; of a row without values CSVW wants that there is one such row. */
static void
foreign_keys(void)
{
  running r;
  prepare(&r, GROUP(WORKS "," PEOPLE));
  put_file(&r.f, "people.csv", "id,year\na,1\nb,2\nc,3\nc,3\n", false);
  put_file(&r.f, "works.csv", "by,born\na,01\nb,1\nc,3\n,\nb,2\n", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(
    &r.f,
    "L0311 kept 3:1 no row of people.csv has id \"b\", year \"1\"\n"
    "L0312 kept 4:1 several rows of people.csv have id \"c\", year \"3\", the first in line 4\n"
    "L0311 kept 5:1 no row of people.csv has id null, year null\n"
    "L0310 kept 5:1 id \"c\", year \"3\" is the primary key of line 4 already\n");
  tear_down(&r.f);
}

/* With extensions a row without any value refers to nothing. */
static void
nothing_referred_to(void)
{
  running r;
  prepare(&r,
          "{'@context': 'http://www.w3.org/ns/csvw', '~base': 'http://e/', 'tables': [" WORKS
          "," PEOPLE "]}");
  put_file(&r.f, "people.csv", "id,year\na,1\n", false);
  put_file(&r.f, "works.csv", "by,born\na,1\n,\na,\n", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f, "L0311 kept 4:1 no row of people.csv has id \"a\", year null\n");
  tear_down(&r.f);
}

/* A table named alone: the one it refers to is read, but not made. */
static void
a_table_alone(void)
{
  running r;
  char    input[PATH_SIZE];
  prepare(&r, GROUP(WORKS "," PEOPLE));
  put_file(&r.f, "people.csv", "id,year\na,1\na,1\n", false);
  put_file(&r.f, "works.csv", "by,born\nb,1\n", false);
  r.job.metadata = r.input;
  r.job.input    = path_to(&r.f, "works.csv", input);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f, "L0311 kept 2:1 no row of people.csv has id \"b\", year \"1\"\n");
  CU_ASSERT_EQUAL(r.summary.rows, 1U);
  tear_down(&r.f);
}

static void
an_absent_table(void)
{
  running r;
  char    input[PATH_SIZE];
  prepare(&r, GROUP(WORKS "," PEOPLE));
  put_file(&r.f, "works.csv", "by,born\nb,1\n", false);
  r.job.metadata = r.input;
  r.job.input    = path_to(&r.f, "works.csv", input);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f,
                 "L0313 kept 0:0 \"DIR/people.csv\" is not there, so the keys that refer to it "
                 "cannot be checked\n");
  tear_down(&r.f);
}

/* Export looks at keys only when asked. */
static void
only_when_asked(void)
{
  running r;
  prepare(&r, GROUP(PEOPLE));
  put_file(&r.f, "people.csv", "id,year\na,1\na,1\n", false);
  r.job.keys = false;
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f, "");
  tear_down(&r.f);
}

/* 100,000 rows that refer to each other; every 997th reference is wrong, every 4999th key is there
   twice. With memory for a few hundred keys the findings are those with memory for all. */
static void
write_many(const folder* const f)
{
  enum { ROWS = 100000, WRONG = 997, TWICE = 4999 };
  char        path[PATH_SIZE];
  FILE* const file = fopen(path_to(f, "t.csv", path), "wb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT(fputs("id,up\n", file) >= 0);
  for (unsigned i = 1U; i <= ROWS; ++i) {
    const unsigned id = i % TWICE == 0U ? i - 1U : i;
    const unsigned up = i % WRONG == 0U ? i + ROWS : (i * 7919U) % 2500U + 1U;
    CU_ASSERT(fprintf(file, "k%u,k%u\n", id, up) > 0);
  }
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static void
little_memory(void)
{
  static const char json[] =
    "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {'columns': "
    "[{'name': 'id', 'titles': 'id'}, {'name': 'up', 'titles': 'up'}], 'primaryKey': 'id', "
    "'foreignKeys': [{'columnReference': "
    "'up', 'reference': {'resource': 't.csv', 'columnReference': 'id'}}]}}";
  running r;
  ln_text much = {0};
  prepare(&r, json);
  write_many(&r.f);
  r.job.memory = 64U << 20U;
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CU_ASSERT_EQUAL(r.summary.errors, 20U + 100U);
  much         = r.f.findings;
  r.f.findings = (ln_text){0};
  new_log(&r.f);
  r.job.memory = 1U;
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CU_ASSERT(ln_view_equals(ln_text_view(&much), ln_text_view(&r.f.findings)));
  ln_text_clear(&much);
  tear_down(&r.f);
}

static void
no_memory(void)
{
  running r;
  prepare(&r, GROUP(WORKS "," PEOPLE));
  put_file(&r.f, "people.csv", "id,year\na,1\na,1\n", false);
  put_file(&r.f, "works.csv", "by,born\nb,1\n", false);
  CHECK_ALLOC_FAILURES(start(&r), (void)0);
  tear_down(&r.f);
}

static const unit_test tests[] = {
  {"primary keys", primary_keys},
  {"foreign keys", foreign_keys},
  {"nothing referred to", nothing_referred_to},
  {"a table alone", a_table_alone},
  {"an absent table", an_absent_table},
  {"only when asked", only_when_asked},
  {"little memory", little_memory},
  {"no memory", no_memory},
};

UNIT_MAIN("keys", tests)
