/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Where faults of keys are said to be, and in which order. */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

#define TABLE(more)                                                                                \
  "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {'columns': "          \
  "[{'name': 'a', 'titles': 'a'}, {'name': 'b', 'titles': 'b', 'separator': ' '}]," more "}}"
#define TO_B                                                                                       \
  "'foreignKeys': [{'columnReference': 'b', 'reference': {'resource': 't.csv', "                   \
  "'columnReference': 'a'}}]"

typedef struct {
  folder f;
  char   input[PATH_SIZE];
  char   mapping[PATH_SIZE];
} running;

static ln_status
check(running* const r, const char* const input)
{
  const ln_job job     = {.input    = input,
                          .metadata = path_to(&r->f, "m.json", r->mapping),
                          .base     = "http://e/",
                          .dry      = true,
                          .keys     = true,
                          .memory   = 1U << 20U,
                          .layers   = LN_LAYER_FACTS};
  ln_summary   summary = {0};
  return ln_run_export(&job, r->f.log, &summary);
}

static void
check_table(const char* const json, const char* const table, const char* const findings)
{
  running r;
  set_up(&r.f);
  put_file(&r.f, "m.json", json, true);
  put_file(&r.f, "t.csv", table, false);
  CU_ASSERT_EQUAL(check(&r, path_to(&r.f, "t.csv", r.input)), LN_OK);
  CHECK_FINDINGS(&r.f, findings);
  tear_down(&r.f);
}

/* In the order of rows, whatever the hashes are; of one row in that of the keys. */
static void
order(void)
{
  check_table(TABLE("'primaryKey': 'a'," TO_B),
              "a,b\nx,x\ny,q\nx,y\nz,r\nz,s\n",
              "L0312 kept 2:2 several rows of t.csv have a \"x\", the first in line 2\n"
              "L0311 kept 3:2 no row of t.csv has a \"q\"\n"
              "L0310 kept 4:1 a \"x\" is the primary key of line 2 already\n"
              "L0311 kept 5:2 no row of t.csv has a \"r\"\n"
              "L0310 kept 6:1 a \"z\" is the primary key of line 5 already\n"
              "L0311 kept 6:2 no row of t.csv has a \"s\"\n");
}

/* Where cells hold line ends, lines are no rows. */
static void
rows_of_several_lines(void)
{
  check_table(TABLE("'primaryKey': 'a'"),
              "a,b\n\"x\n1\",1\ny,2\ny,3\n",
              "L0310 kept 4:1 a \"y\" is the primary key of row 3 already\n");
}

/* Comments are passed over; they count as source rows. */
static void
comments(void)
{
  check_table(
    "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'dialect': {'commentPrefix':"
    " '#'}, 'tableSchema': {'columns': [{'name': 'a', 'titles': 'a'}], 'primaryKey': 'a'}}",
    "a\nx\n# no\nx\n",
    "L0310 kept 4:1 a \"x\" is the primary key of line 2 already\n");
}

static void
no_memory(void)
{
  running r;
  set_up(&r.f);
  put_file(&r.f, "m.json", TABLE("'primaryKey': 'a'," TO_B), true);
  put_file(&r.f, "t.csv", "a,b\nx,x\nx,q\n", false);
  (void)path_to(&r.f, "t.csv", r.input);
  CHECK_ALLOC_FAILURES(check(&r, r.input), (void)0);
  tear_down(&r.f);
}

static const unit_test tests[] = {
  {"order", order},
  {"rows of several lines", rows_of_several_lines},
  {"comments", comments},
  {"no memory", no_memory},
};

UNIT_MAIN("key report", tests)
