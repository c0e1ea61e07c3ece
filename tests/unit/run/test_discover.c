/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which metadata describe a table that has an address: "Model for Tabular Data", section 5. */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

#define SITE "http://a.example/"
/* Metadata of table `url` that give its column the property `name`. */
#define METADATA(url, name)                                                                        \
  "{'@context': 'http://www.w3.org/ns/csvw', 'url': '" url "', 'tableSchema': {'aboutUrl': '#it'," \
  " 'columns': [{'titles': 'a', 'propertyUrl': 'http://p.example/" name "'}]}}"
#define TRIPLE(url, name) "<" SITE url "#it> <http://p.example/" name "> \"1\" .\n"

typedef struct {
  folder      f;
  char        input[PATH_SIZE];
  char        output[PATH_SIZE];
  char        metadata[PATH_SIZE];
  char        map[2U * PATH_SIZE];
  const char* maps[1];
  ln_job      job;
  ln_summary  summary;
} running;

/* A table t.csv in a folder that stands for a site. */
static void
prepare(running* const r)
{
  *r = (running){0};
  set_up(&r->f);
  put_file(&r->f, "t.csv", "a\n1\n", false);
  CU_ASSERT_FATAL(snprintf(r->map, sizeof(r->map), SITE "=%s/", r->f.path) > 0);
  r->maps[0] = r->map;
  r->job     = (ln_job){.input      = path_to(&r->f, "t.csv", r->input),
                        .output     = path_to(&r->f, "out.nt", r->output),
                        .url_maps   = r->maps,
                        .n_url_maps = 1U,
                        .layers     = LN_LAYER_FACTS};
}

static ln_status
start(running* const r)
{
  return ln_run_export(&r->job, r->f.log, &r->summary);
}

static void
the_default_places(void)
{
  running r;
  prepare(&r);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  char expected[PATH_SIZE];
  CU_ASSERT_FATAL(snprintf(expected, sizeof(expected), "_:t1r2 <" SITE "t.csv#a> \"1\" .\n") > 0);
  CHECK_FILE(&r.f, "out.nt", expected);
  put_file(&r.f, "csv-metadata.json", METADATA("t.csv", "folder"), true);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv", "folder"));
  put_file(&r.f, "t.csv-metadata.json", METADATA("t.csv", "beside"), true);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv", "beside"));
  CHECK_FINDINGS(&r.f, "");
  tear_down(&r.f);
}

static void
a_query_belongs_to_the_address(void)
{
  running r;
  prepare(&r);
  r.job.url = SITE "t.csv?x=1#row=3";
  put_file(&r.f, "csv-metadata.json", METADATA("t.csv?x=1", "asked"), true);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv?x=1", "asked"));
  put_file(&r.f, "csv-metadata.json", METADATA("t.csv", "plain"), true);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f,
                 "L0410 kept 0:0 the metadata \"DIR/csv-metadata.json\" do not describe this table "
                 "and were passed over\n");
  tear_down(&r.f);
}

static void
a_link_goes_first(void)
{
  running r;
  prepare(&r);
  put_file(&r.f, "t.csv-metadata.json", METADATA("t.csv", "beside"), true);
  put_file(&r.f, "linked.json", METADATA("t.csv", "linked"), true);
  r.job.link = "<linked.json>; rel=\"describedby\"; type=\"application/csvm+json\"";
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv", "linked"));
  put_file(&r.f, "linked.json", METADATA("other.csv", "linked"), true);
  r.job.link = "linked.json";
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv", "beside"));
  r.job.link = "nothing.json";
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv", "beside"));
  CHECK_FINDINGS(
    &r.f,
    "L0410 kept 0:0 the metadata \"DIR/linked.json\" do not describe this table and "
    "were passed over\n"
    "L0410 kept 0:0 the metadata \"nothing.json\" are not there and were passed over\n");
  r.job.n_url_maps = 0U; /* without addresses a link is a path */
  r.job.base       = SITE;
  r.job.link       = "linked.json";
  put_file(&r.f, "linked.json", METADATA("t.csv", "path"), true);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv", "path"));
  tear_down(&r.f);
}

static void
a_site_may_have_a_list(void)
{
  running     r;
  char        list[2U * PATH_SIZE];
  const char* maps[2] = {NULL, list};
  prepare(&r);
  maps[0] = r.map;
  CU_ASSERT_FATAL(snprintf(list, sizeof(list), SITE ".well-known/csvm=%s/list.txt", r.f.path) > 0);
  r.job.url_maps   = maps;
  r.job.n_url_maps = 2U;
  put_file(&r.f, "list.txt", "{+url}.meta\n\nmeta-{x}?u={url}\n", false);
  put_file(&r.f, "csv-metadata.json", METADATA("t.csv", "folder"), true);
  put_file(&r.f, "meta-?u=http%3A%2F%2Fa.example%2Ft.csv", METADATA("t.csv", "second"), true);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv", "second"));
  put_file(&r.f, "t.csv.meta", METADATA("t.csv", "first"), true);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv", "first"));
  CHECK_FINDINGS(&r.f, "");
  tear_down(&r.f);
}

/* Metadata that were given are about their own tables, or about this one if theirs is not there. */
static void
metadata_that_were_given(void)
{
  running r;
  prepare(&r);
  r.job.metadata = path_to(&r.f, "given.json", r.metadata);
  put_file(&r.f, "given.json", METADATA("gone.csv", "given"), true);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("gone.csv", "given"));
  CHECK_FINDINGS(&r.f, "");
  put_file(&r.f, "gone.csv", "a\n1\n1\n", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CU_ASSERT_EQUAL(r.summary.rows, 2U);
  CHECK_FINDINGS(&r.f,
                 "L0410 kept 0:0 the metadata describe other tables, which were taken instead of "
                 "\"DIR/t.csv\"\n");
  tear_down(&r.f);
}

/* Documents and tables are found by their addresses, through @base too. */
static void
documents_refer_by_address(void)
{
  running r;
  prepare(&r);
  put_file(&r.f,
           "m.json",
           "{'@context': ['http://www.w3.org/ns/csvw', {'@base': 'http://a.example/x/'}],"
           " 'tables': [{'url': '../t.csv', 'tableSchema': '../s.json'}]}",
           true);
  put_file(&r.f,
           "s.json",
           "{'aboutUrl': '#it', 'columns': [{'titles': 'a', 'propertyUrl': 'http://p.example/s'}]}",
           true);
  r.job.input = path_to(&r.f, "m.json", r.input);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(&r.f, "out.nt", TRIPLE("t.csv", "s"));
  CHECK_FINDINGS(&r.f, "");
  tear_down(&r.f);
}

static void
memory_may_end(void)
{
  running r;
  prepare(&r);
  r.job.link = "linked.json";
  put_file(&r.f, "linked.json", METADATA("other.csv", "linked"), true);
  put_file(&r.f, "t.csv-metadata.json", METADATA("t.csv", "beside"), true);
  CHECK_ALLOC_FAILURES(start(&r), new_log(&r.f));
  tear_down(&r.f);
}

static const unit_test tests[] = {
  {"the default places", the_default_places},
  {"a query belongs to the address", a_query_belongs_to_the_address},
  {"a link goes first", a_link_goes_first},
  {"a site may have a list", a_site_may_have_a_list},
  {"metadata that were given", metadata_that_were_given},
  {"documents refer by address", documents_refer_by_address},
  {"memory may end", memory_may_end},
};

UNIT_MAIN("discover", tests)
