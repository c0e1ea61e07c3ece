/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Parts of tables: together they are the whole, whatever the tables are; what cannot be cut is
   refused with the reason; messages have places. */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

#define COLUMNS "'columns': [{'name': 'a'}, {'name': 'b', 'datatype': 'integer'}]"

typedef struct {
  folder     f;
  char       input[PATH_SIZE];
  char       output[PATH_SIZE];
  ln_job     job;
  ln_summary summary;
} running;

static void
prepare(running* const r, const char* const metadata)
{
  *r = (running){0};
  set_up(&r->f);
  put_file(&r->f, "m.json", metadata, true);
  put_file(&r->f, "t.csv", "a,b\nx,1\n\"y\nz\",2\nv,3\n\"w\",4\nlast,5", false);
  put_file(&r->f, "u.csv", "a,b\r\nx,6\r\ny,7\r\n", false);
  r->job.input  = path_to(&r->f, "m.json", r->input);
  r->job.output = path_to(&r->f, "out.nt", r->output);
  r->job.layers = LN_LAYER_FACTS;
}

/* Each run has a log of its own: sources are numbered from 1 in it, and blank nodes by sources. */
static void
run_to(running* const r, ln_text* const all)
{
  new_log(&r->f);
  CU_ASSERT_EQUAL(ln_run_export(&r->job, r->f.log, &r->summary), LN_OK);
  CHECK_FINDINGS(&r->f, "");
  const char* error = NULL;
  ln_view     bytes = {0};
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(r->output, 1U << 20U, &bytes, &error), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add(all, bytes), LN_OK);
  ln_free((void*)(uintptr_t)bytes.s);
}

static void
check_parts(const char* const metadata)
{
  static const uint64_t counts[] = {1U, 2U, 3U, 7U, 40U};
  running               r;
  ln_text               whole = {0};
  prepare(&r, metadata);
  run_to(&r, &whole);
  CU_ASSERT(whole.n > 0U);
  for (size_t i = 0U; i < sizeof(counts) / sizeof(counts[0]); ++i) {
    ln_text parts = {0};
    r.job.shards  = counts[i];
    for (r.job.shard = 1U; r.job.shard <= r.job.shards; ++r.job.shard) {
      run_to(&r, &parts);
    }
    CHECK_VIEW(ln_text_view(&parts), whole.s);
    ln_text_clear(&parts);
  }
  ln_text_clear(&whole);
  tear_down(&r.f);
}

static void
parts(void)
{
  check_parts("{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {"
              "'aboutUrl': 'http://e/{b}'," COLUMNS "}}");
  check_parts(
    "{'@context': 'http://www.w3.org/ns/csvw', 'tables': [{'url': 't.csv', 'tableSchema': {" COLUMNS
    "}}, {'url': 'u.csv', 'tableSchema': {'aboutUrl': 'http://e/{_row}/{_sourceRow}'," COLUMNS
    "}}]}");
}

static void
standard_mode(void)
{
  running r;
  ln_text whole = {0};
  ln_text parts = {0};
  prepare(
    &r, "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {" COLUMNS "}}");
  r.job.standard = true;
  run_to(&r, &whole);
  r.job.shards = 3U;
  for (r.job.shard = 1U; r.job.shard <= 3U; ++r.job.shard) {
    run_to(&r, &parts);
  }
  CHECK_VIEW(ln_text_view(&parts), whole.s);
  ln_text_clear(&whole);
  ln_text_clear(&parts);
  tear_down(&r.f);
}

/* A place in a later part is that of the whole. */
static void
places(void)
{
  running r;
  prepare(
    &r,
    "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', '~prefixes': {}, 'tableSchema': {"
    "'aboutUrl': 'http://e/{a}'," COLUMNS "}}");
  put_file(&r.f, "t.csv", "a,b\nx,1\ny,2\nz,three\n", false);
  r.job.shard  = 2U;
  r.job.shards = 3U;
  CU_ASSERT_EQUAL(ln_run_export(&r.job, r.f.log, &r.summary), LN_OK);
  CHECK_FINDINGS(&r.f, "L0201 value 4:2 \"three\" is not an integer: it is not a number\n");
  tear_down(&r.f);
}

static void
refusals(void)
{
  running r;
  prepare(
    &r,
    "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'dialect': {'doubleQuote': false},"
    "'tableSchema': {" COLUMNS "}}");
  r.job.shard  = 1U;
  r.job.shards = 2U;
  CU_ASSERT_EQUAL(ln_run_export(&r.job, r.f.log, &r.summary), LN_USAGE);
  CHECK_FINDINGS(
    &r.f,
    "L0604 output 0:0 --shard cannot cut this: an escaped line end looks like the end of a row\n");
  CU_ASSERT_FALSE(has_file(&r.f, "out.nt"));
  new_log(&r.f);
  (void)count_files(&r.f, true);
  put_file(&r.f, "people.csv", "name\nAda\n", false);
  r.job.input = r.f.path;
  CU_ASSERT_EQUAL(ln_run_export(&r.job, r.f.log, &r.summary), LN_USAGE);
  CHECK_FINDINGS(&r.f,
                 "L0604 output 0:0 --shard cannot cut this: rows of one thing are joined, wherever "
                 "in the tables they stand\n");
  tear_down(&r.f);
}

static void
no_memory(void)
{
  running r;
  prepare(
    &r, "{'@context': 'http://www.w3.org/ns/csvw', 'url': 't.csv', 'tableSchema': {" COLUMNS "}}");
  r.job.shard   = 2U;
  r.job.shards  = 2U;
  r.job.threads = 1U;
  CHECK_ALLOC_FAILURES(ln_run_export(&r.job, r.f.log, &r.summary), new_log(&r.f));
  tear_down(&r.f);
}

static const unit_test tests[] = {
  {"parts", parts},
  {"standard mode", standard_mode},
  {"places", places},
  {"refusals", refusals},
  {"no memory", no_memory},
};

UNIT_MAIN("run/shard", tests)
