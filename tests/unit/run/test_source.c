/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What the user names becomes a mapping and files. */

#include "run/session.h"
#include "run_unit.h"

#define CONTEXT "{'@context': 'http://www.w3.org/ns/csvw',"

typedef struct {
  folder     f;
  char       input[PATH_SIZE];
  char       metadata[PATH_SIZE];
  ln_job     job;
  ln_session s;
} opening;

static void
prepare(opening* const o, const char* const input)
{
  *o = (opening){0};
  set_up(&o->f);
  o->job.input = *input ? path_to(&o->f, input, o->input) : o->f.path;
}

static ln_status
start(opening* const o)
{
  return ln_session_open(&o->s, &o->job, o->f.log);
}

static void
stop(opening* const o)
{
  CU_ASSERT_EQUAL(ln_session_close(&o->s), LN_OK);
  tear_down(&o->f);
}

/* A folder is a catalogue. What nobody knows in it is said, in the order of names. */
static void
test_folder(void)
{
  opening o;
  prepare(&o, "");
  put_file(&o.f, "works.csv", "title\n", false);
  put_file(&o.f, "zoo.csv", "", false);
  put_file(&o.f, "person.csv", "", false);
  put_file(&o.f, "notes.txt", "", false);
  put_file(&o.f, "roles.csv", "notation\n", false);
  put_file(&o.f, "ids.csv", "table,id,name\n", false);
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CU_ASSERT_TRUE(o.s.builtin);
  CHECK_VIEW(o.s.base, "https://data.example.org/");
  CU_ASSERT_PTR_NOT_NULL(o.s.ids);
  size_t present = 0U;
  for (size_t i = 0U; i < o.s.n_tables; ++i) {
    present += o.s.tables[i].present;
  }
  CU_ASSERT_EQUAL(present, 1U);
  CHECK_FINDINGS(&o.f,
                 "L0504 kept 0:0 the table \"DIR/person.csv\" is not known and was ignored\n"
                 "L0504 kept 0:0 the table \"DIR/zoo.csv\" is not known and was ignored\n");
  stop(&o);
}

static void
test_empty_folder(void)
{
  opening o;
  prepare(&o, "");
  CU_ASSERT_EQUAL(start(&o), LN_USAGE);
  CHECK_FINDINGS(&o.f, "L0505 output 0:0 \"DIR/\" holds none of the tables of a catalogue\n");
  stop(&o);
}

/* A folder with a mapping of one's own: its tables and its code lists are known. */
static void
test_folder_with_mapping(void)
{
  opening o;
  prepare(&o, "");
  put_file(&o.f,
           "map.json",
           CONTEXT
           "'tables': [{'url': 'mine.csv', 'tableSchema': {'columns': [{'name': 'k', "
           "'~valueMap': {'table': 'kinds.csv'}}]}}, {'url': 'other.csv', '~optional': true, "
           "'tableSchema': {'columns': [{'name': 'x'}]}}]}",
           true);
  put_file(&o.f, "mine.csv", "k\n", false);
  put_file(&o.f, "kinds.csv", "notation\n", false);
  put_file(&o.f, "people.csv", "name\n", false);
  o.job.metadata = path_to(&o.f, "map.json", o.metadata);
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CU_ASSERT_FALSE(o.s.builtin);
  CU_ASSERT_EQUAL(o.s.n_tables, 2U);
  CHECK_FINDINGS(&o.f,
                 "L0504 kept 0:0 the table \"DIR/people.csv\" is not known and was ignored\n");
  stop(&o);
}

/* Metadata stand beside the table: its own first, then those of the folder; else there are none. */
static void
test_table(void)
{
  opening o;
  prepare(&o, "t.csv");
  put_file(&o.f, "t.csv", "a\n1\n", false);
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CU_ASSERT_EQUAL(o.s.n_tables, 1U);
  CU_ASSERT_EQUAL(o.s.tables[0].map->n_columns, 0U);
  CU_ASSERT_EQUAL(ln_session_close(&o.s), LN_OK);
  put_file(&o.f,
           "csv-metadata.json",
           CONTEXT "'url': 't.csv', 'tableSchema': {'columns': [{'name': 'folder'}]}}",
           true);
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CHECK_VIEW(o.s.tables[0].map->columns[0].name, "folder");
  CU_ASSERT_EQUAL(ln_session_close(&o.s), LN_OK);
  put_file(&o.f,
           "t.csv-metadata.json",
           CONTEXT "'url': 't.csv', 'tableSchema': {'columns': [{'name': 'own'}]}}",
           true);
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CHECK_VIEW(o.s.tables[0].map->columns[0].name, "own");
  CHECK_FINDINGS(&o.f, "");
  stop(&o);
}

/* Of several tables described, the one of that name. */
static void
test_which_table(void)
{
  opening o;
  prepare(&o, "b.csv");
  put_file(
    &o.f, "b.csv-metadata.json", CONTEXT "'tables': [{'url': 'a.csv'}, {'url': 'b.csv'}]}", true);
  put_file(&o.f, "b.csv", "x\n", false);
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CU_ASSERT_FALSE(o.s.tables[0].present);
  CU_ASSERT_TRUE(o.s.tables[1].present);
  CU_ASSERT_EQUAL(ln_session_close(&o.s), LN_OK);
  put_file(
    &o.f, "b.csv-metadata.json", CONTEXT "'tables': [{'url': 'a.csv'}, {'url': 'c.csv'}]}", true);
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CU_ASSERT_EQUAL(o.s.tables[0].map->n_columns, 0U);
  CHECK_FINDINGS(&o.f,
                 "L0410 kept 0:0 the metadata \"DIR/b.csv-metadata.json\" do not describe this "
                 "table and were passed over\n");
  stop(&o);
}

static void
test_metadata(void)
{
  opening o;
  prepare(&o, "map.json");
  put_file(&o.f, "map.json", CONTEXT "'~base': 'http://e/', 'tables': [{'url': 'a.csv'}]}", true);
  CU_ASSERT_EQUAL(start(&o), LN_IO);
  CHECK_FINDINGS(&o.f,
                 "L0109 output 0:0 \"DIR/a.csv\" cannot be read: No such file or directory\n");
  CU_ASSERT_EQUAL(ln_session_close(&o.s), LN_OK);
  put_file(&o.f, "a.csv", "x\n", false);
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CHECK_VIEW(o.s.base, "http://e/");
  CU_ASSERT_EQUAL(ln_session_close(&o.s), LN_OK);
  o.job.base = "http://other/";
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CHECK_VIEW(o.s.base, "http://other/");
  CU_ASSERT_EQUAL(ln_session_close(&o.s), LN_OK);
  new_log(&o.f);
  o.job.base = "other/";
  CU_ASSERT_EQUAL(start(&o), LN_USAGE);
  CU_ASSERT_TRUE(ln_view_starts(ln_text_view(&o.f.findings),
                                LN_V("L0204 output 0:0 the base \"other/\" is not an IRI")));
  stop(&o);
}

static void
test_stdin(void)
{
  opening o;
  prepare(&o, "");
  o.job.input = "-";
  CU_ASSERT_EQUAL(start(&o), LN_OK);
  CHECK_VIEW(o.s.tables[0].path, "-");
  CU_ASSERT_TRUE(o.s.tables[0].present);
  CHECK_VIEW(o.s.mapping->tables[0].url, "stdin");
  stop(&o);
}

static void
test_no_memory(void)
{
  opening o;
  prepare(&o, "");
  put_file(&o.f, "people.csv", "name\n", false);
  put_file(&o.f, "x.csv", "name\n", false);
  put_file(&o.f, "y.csv", "name\n", false);
  put_file(&o.f, "ids.csv", "table,id,name\npeople.csv,a,A\n", false);
  CHECK_ALLOC_FAILURES(start(&o), CU_ASSERT_EQUAL(ln_session_close(&o.s), LN_OK));
  tear_down(&o.f);
  prepare(&o, "t.csv");
  put_file(&o.f, "t.csv", "name\n", false);
  CHECK_ALLOC_FAILURES(start(&o), CU_ASSERT_EQUAL(ln_session_close(&o.s), LN_OK));
  tear_down(&o.f);
}

static const unit_test tests[] = {
  {"folder", test_folder},
  {"empty folder", test_empty_folder},
  {"folder with mapping", test_folder_with_mapping},
  {"table", test_table},
  {"which table", test_which_table},
  {"metadata", test_metadata},
  {"stdin", test_stdin},
  {"no memory", test_no_memory},
};

UNIT_MAIN("source", tests)
