/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Whole runs: what is written, counted, rejected, registered, and what is not written. */

#include "map/mapping.h"
#include "run/run.h"
#include "run_unit.h"

#define CONTEXT "{'@context': 'http://www.w3.org/ns/csvw',"
#define TYPE "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
#define LABEL "<http://www.w3.org/2000/01/rdf-schema#label>"
#define DATA "<https://data.example.org/"

typedef struct {
  folder     f;
  char       input[PATH_SIZE];
  char       output[PATH_SIZE];
  char       reject[PATH_SIZE];
  ln_job     job;
  ln_summary summary;
} running;

/* A run over a file of the folder, or over the folder if `input` is empty. */
static void
prepare(running* const r, const char* const input)
{
  *r = (running){0};
  set_up(&r->f);
  r->job.input  = *input ? path_to(&r->f, input, r->input) : r->f.path;
  r->job.output = path_to(&r->f, "out.nt", r->output);
  r->job.layers = LN_LAYER_FACTS;
}

static ln_status
start(running* const r)
{
  return ln_run_export(&r->job, r->f.log, &r->summary);
}

static void
finish(running* const r)
{
  tear_down(&r->f);
}

/* A catalogue, made by the built-in mapping. */
static void
test_catalogue(void)
{
  running r;
  prepare(&r, "");
  put_file(&r.f, "people.csv", "Name,Kind\nAda Quill,\nThe Moons,band\n", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f, "");
  CHECK_FILE(&r.f,
             "out.nt",
             DATA "person/ada-quill> " TYPE " <https://w3id.org/liner/ns#Person> .\n" DATA
                  "person/ada-quill> " LABEL " \"Ada Quill\" .\n" DATA "group/the-moons> " TYPE
                  " <https://w3id.org/liner/ns#Group> .\n" DATA "group/the-moons> " LABEL
                  " \"The Moons\" .\n");
  CU_ASSERT_EQUAL(r.summary.rows, 2U);
  CU_ASSERT_EQUAL(r.summary.rows_reported, 0U);
  CU_ASSERT_EQUAL(r.summary.descriptions, 2U);
  CU_ASSERT_EQUAL(r.summary.triples, 4U);
  CU_ASSERT_EQUAL(r.summary.errors, 0U);
  finish(&r);
}

/* A row is in the output or in the report. */
static void
test_accounting(void)
{
  running r;
  prepare(&r, "t.csv");
  put_file(&r.f,
           "t.csv-metadata.json",
           CONTEXT "'~prefixes': {}, 'url': 't.csv', 'tableSchema': {'aboutUrl': 'http://e/{a}', "
                   "'columns': [{'name': "
                   "'a', 'required': true, 'propertyUrl': 'http://e/a'}, {'name': 'b', 'datatype': "
                   "'integer', 'propertyUrl': 'http://e/b'}]}}",
           true);
  put_file(&r.f, "t.csv", "a,b\n1,1\n2,two\n3\n4,4,4\n,5\n\xFF,6\n7,\"7\"x\n8,8\n", false);
  r.job.reject = path_to(&r.f, "bad.csv", r.reject);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CU_ASSERT_EQUAL(r.summary.rows, 8U);
  CU_ASSERT_EQUAL(r.summary.rows_reported, 6U);
  CU_ASSERT_EQUAL(r.summary.descriptions, 3U);
  CU_ASSERT_EQUAL(r.summary.triples, 5U);
  CHECK_FILE(&r.f, "bad.csv", "a,b\n2,two\n3\n4,4,4\n,5\n\xFF,6\n7,\"7\"x\n");
  CHECK_FILE(&r.f,
             "out.nt",
             "<http://e/1> <http://e/a> \"1\" .\n"
             "<http://e/1> <http://e/b> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"
             "<http://e/2> <http://e/a> \"2\" .\n"
             "<http://e/8> <http://e/a> \"8\" .\n"
             "<http://e/8> <http://e/b> \"8\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  finish(&r);
}

/* A table that cannot be made: all its rows are reported, the others are made. */
static void
test_table_left_out(void)
{
  running r;
  prepare(&r, "");
  put_file(&r.f, "people.csv", "id,kind\na,\nb,\n", false);
  put_file(&r.f, "sources.csv", "title\nBook\n", false);
  r.job.layers = LN_LAYER_EVIDENCE;
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f, "L0502 table 1:0 the column \"name\" is missing\n");
  CU_ASSERT_EQUAL(r.summary.rows, 3U);
  CU_ASSERT_EQUAL(r.summary.rows_reported, 2U);
  CU_ASSERT_EQUAL(r.summary.descriptions, 1U);
  finish(&r);
}

static void
test_empty(void)
{
  running r;
  prepare(&r, "");
  put_file(&r.f, "people.csv", "name\n", false);
  put_file(&r.f, "sources.csv", "", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f,
                 "L0506 table 0:0 the table is empty: it has not even a header\n"
                 "L0111 kept 0:0 the table has no rows\n");
  CHECK_FILE(&r.f, "out.nt", "");
  CU_ASSERT_EQUAL(r.summary.rows, 0U);
  finish(&r);
}

/* --register: ids outlive their names. */
static void
test_register(void)
{
  running r;
  prepare(&r, "");
  r.job.register_ids = true;
  put_file(&r.f, "people.csv", "name\nAda Quill\nBob\n", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FILE(
    &r.f, "ids.csv", "table,id,name\npeople.csv,ada-quill,Ada Quill\npeople.csv,bob,Bob\n");
  put_file(&r.f, "people.csv", "name,aliases\nAda Marsh,Ada Quill\nbob!,\n", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f,
                 "L0304 kept 3:0 the name makes the id bob, which had another name in an earlier "
                 "run; this row got bob-2\n");
  CHECK_FILE(&r.f,
             "out.nt",
             DATA "person/ada-quill> " TYPE " <https://w3id.org/liner/ns#Person> .\n" DATA
                  "person/ada-quill> " LABEL " \"Ada Marsh\" .\n" DATA
                  "person/ada-quill> <http://www.w3.org/2004/02/skos/core#altLabel> \"Ada Quill\" "
                  ".\n" DATA "person/bob-2> " TYPE " <https://w3id.org/liner/ns#Person> .\n" DATA
                  "person/bob-2> " LABEL " \"bob!\" .\n");
  CHECK_FILE(&r.f,
             "ids.csv",
             "table,id,name\npeople.csv,ada-quill,Ada Quill\npeople.csv,bob,Bob\n"
             "people.csv,ada-quill,Ada Marsh\npeople.csv,bob-2,bob!\n");
  finish(&r);
}

/* Without being asked, and in a check, nothing is written. */
static void
test_dry(void)
{
  running r;
  prepare(&r, "");
  put_file(&r.f, "people.csv", "name\nAda\n", false);
  r.job.dry          = true;
  r.job.register_ids = true;
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CU_ASSERT_EQUAL(count_files(&r.f, false), 1U);
  CU_ASSERT_EQUAL(r.summary.descriptions, 1U);
  finish(&r);
}

/* The same rows in another order make the same triples. */
static void
test_order(void)
{
  running r;
  prepare(&r, "");
  r.job.layers = LN_LAYER_FACTS | LN_LAYER_SHORTCUTS;
  put_file(&r.f, "people.csv", "name\nAda\nBob\n", false);
  put_file(&r.f, "works.csv", "title,part_of\nSong,Album\nAlbum,\n", false);
  put_file(&r.f, "credits.csv", "work,person,roles\nSong,Bob;Ada,mixing\n", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  const uint64_t triples = r.summary.triples;
  const char     first[] = DATA "credit/song--mixing-engineer--bob> " TYPE;
  char           path[PATH_SIZE];
  ln_view        bytes = {0};
  const char*    error = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_in_slurp(path_to(&r.f, "out.nt", path), 1U << 20U, &bytes, &error),
                        LN_OK);
  bool found = false;
  for (size_t i = 0U; i < bytes.n; ++i) {
    found = found || ln_view_starts(ln_view_from(bytes, i), ln_view_of(first));
  }
  CU_ASSERT_TRUE(found);
  ln_free((void*)(uintptr_t)bytes.s);
  put_file(&r.f, "people.csv", "name\nBob\nAda\n", false);
  put_file(&r.f, "works.csv", "part_of,title\n,Album\nalbum,Song\n", false);
  put_file(&r.f, "credits.csv", "roles,person,work\nmixing,ada;bob,song\n", false);
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CU_ASSERT_EQUAL(r.summary.triples, triples);
  CHECK_FINDINGS(&r.f, "");
  finish(&r);
}

/* Nothing appears unless all goes well, and what was there stays. */
static void
test_failures(void)
{
  running r;
  prepare(&r, "none.csv");
  put_file(&r.f, "out.nt", "old", false);
  CU_ASSERT_EQUAL(start(&r), LN_IO);
  CHECK_FINDINGS(&r.f,
                 "L0109 output 0:0 \"DIR/none.csv\" cannot be read: No such file or directory\n");
  new_log(&r.f);
  put_file(&r.f, "none.csv", "a\n1\n", false);
  r.job.to = "nothing";
  CU_ASSERT_EQUAL(start(&r), LN_USAGE);
  CHECK_FINDINGS(&r.f, "L0603 output 0:0 \"nothing\" is not a syntax\n");
  new_log(&r.f);
  r.job.to     = NULL;
  r.job.reject = "/no-such-folder/r";
  CU_ASSERT_EQUAL(start(&r), LN_IO);
  CHECK_FINDINGS(
    &r.f, "L0601 output 0:0 /no-such-folder/r cannot be written: No such file or directory\n");
  new_log(&r.f);
  r.job.reject = NULL;
  r.job.base   = "no base";
  CU_ASSERT_EQUAL(start(&r), LN_USAGE);
  CHECK_FILE(&r.f, "out.nt", "old");
  CU_ASSERT_EQUAL(count_files(&r.f, false), 2U);
  finish(&r);
}

static void
test_full_disk(void)
{
  running r;
  prepare(&r, "t.csv");
  put_file(&r.f, "t.csv", "a\n1\n", false);
  r.job.output = "/dev/full";
  CU_ASSERT_EQUAL(start(&r), LN_IO);
  CHECK_FINDINGS(&r.f, "L0601 output 0:0 /dev/full cannot be written: No space left on device\n");
  finish(&r);
  prepare(&r, "t.csv");
  put_file(&r.f, "t.csv", "a\n1\n", false);
  put_file(&r.f,
           "t.csv-metadata.json",
           CONTEXT "'~prefixes': {}, 'url': 't.csv', 'tableSchema': {'columns': [{'name': 'a', "
                   "'datatype': 'integer'}]}}",
           true);
  put_file(&r.f, "t.csv", "a\nx\n", false);
  r.job.reject = "/dev/full";
  CU_ASSERT_EQUAL(start(&r), LN_IO);
  CHECK_FINDINGS(&r.f,
                 "L0201 value 2:1 \"x\" is not an integer: it is not a number\n"
                 "L0601 output 0:0 /dev/full cannot be written: No space left on device\n");
  CU_ASSERT_FALSE(has_file(&r.f, "out.nt"));
  finish(&r);
}

/* A signal ends the run; nothing appears. */
static void
test_stopped(void)
{
  running                     r;
  const volatile sig_atomic_t stop = 1;
  prepare(&r, "t.csv");
  put_file(&r.f, "t.csv", "a\n1\n", false);
  r.job.stop = &stop;
  CU_ASSERT_EQUAL(start(&r), LN_STOP);
  CU_ASSERT_FALSE(has_file(&r.f, "out.nt"));
  finish(&r);
}

/* A policy that stops at the first fault. */
static void
test_strict(void)
{
  const ln_log_policy strict = {.strict = true};
  running             r;
  prepare(&r, "t.csv");
  put_file(&r.f, "t.csv", "a,b\n1\n2,3\n", false);
  ln_log_free(r.f.log);
  r.f.log = ln_log_new(&strict);
  CU_ASSERT_EQUAL(start(&r), LN_STOP);
  CU_ASSERT_FALSE(has_file(&r.f, "out.nt"));
  CU_ASSERT_EQUAL(r.summary.rows, 1U);
  CU_ASSERT_EQUAL(r.summary.rows_reported, 1U);
  finish(&r);
}

/* Every syntax can be written to its end, but for those of feeds, which hold no people; raptor's
   writer of dot leaks. */
static void
test_syntaxes(void)
{
  const char* name  = NULL;
  const char* label = NULL;
  const char* end   = NULL;
  running     r;
  prepare(&r, "");
  put_file(&r.f, "people.csv", "name\nAda\n", false);
  for (size_t i = 0U; ln_run_syntax(i, &name, &label, &end); ++i) {
    if (strcmp(name, "rss-1.0") == 0 || strcmp(name, "atom") == 0 || strcmp(name, "dot") == 0) {
      continue;
    }
    r.job.to = name;
    CU_ASSERT_EQUAL(start(&r), LN_OK);
    CU_ASSERT_TRUE(has_file(&r.f, "out.nt"));
  }
  r.job.to    = "jsonld";
  r.job.frame = true;
  CU_ASSERT_EQUAL(start(&r), LN_OK);
  CHECK_FINDINGS(&r.f, "");
  finish(&r);
}

static ln_status
run_quietly(running* const r)
{
  new_log(&r->f);
  return start(r);
}

static void
test_no_memory(void)
{
  running r;
  prepare(&r, "");
  put_file(&r.f, "people.csv", "name,kind\nAda,\nAda,band\n", false);
  put_file(&r.f, "works.csv", "title,artist,soundtrack_of\nSong,person/ada,None\n", false);
  put_file(&r.f, "roles.csv", "label,notation\nTape Op,tape-op\n", false);
  r.job.layers = 7U;
  CHECK_ALLOC_FAILURES(start(&r), new_log(&r.f));
  CU_ASSERT_EQUAL(run_quietly(&r), LN_OK);
  finish(&r);
}

static const unit_test tests[] = {
  {"catalogue", test_catalogue},
  {"accounting", test_accounting},
  {"table left out", test_table_left_out},
  {"empty", test_empty},
  {"register", test_register},
  {"dry", test_dry},
  {"order", test_order},
  {"failures", test_failures},
  {"full disk", test_full_disk},
  {"stopped", test_stopped},
  {"strict", test_strict},
  {"syntaxes", test_syntaxes},
  {"no memory", test_no_memory},
};

UNIT_MAIN("export", tests)
