/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* --profile: which mapping, and which file is which table. */

#include "map/mapping.h"
#include "run/session.h"
#include "run_unit.h"

#include <fcntl.h>

enum { INPUTS = 3 };

/* A profile in the folder p/ of two tables, of which one has several names. */
#define PROFILE                                                                                    \
  "{'@context': 'http://www.w3.org/ns/csvw', 'tables': ["                                          \
  "{'url': 'a.csv', '~files': ['a_*.csv', 'all*of*a.csv']},"                                       \
  "{'url': 'd/b.csv'}]}"

typedef struct {
  folder f;
  char   profile[PATH_SIZE];
  char   text[INPUTS][PATH_SIZE];
  char*  inputs[INPUTS];
  ln_job job;
} running;

static void
make_folder(const folder* const f, const char* const name)
{
  char path[PATH_SIZE];
  CU_ASSERT_EQUAL_FATAL(mkdir(path_to(f, name, path), 0700), 0);
}

static void
prepare(running* const r)
{
  *r = (running){0};
  set_up(&r->f);
  make_folder(&r->f, "p");
  make_folder(&r->f, "x");
  put_file(&r->f, "p/csv-metadata.json", PROFILE, true);
  r->job = (ln_job){.profile = path_to(&r->f, "p", r->profile), .inputs = r->inputs, .layers = 1U};
}

/* What prepare and the tests made below the folder, then the folder. */
static void
take_down(running* const r)
{
  static const char* const folders[] = {"x/d", "x", "p"};
  char                     path[PATH_SIZE];
  for (size_t i = 0U; i < sizeof(folders) / sizeof(folders[0]); ++i) {
    DIR* const           dir = opendir(path_to(&r->f, folders[i], path));
    const struct dirent* e   = NULL;
    while (dir && (e = readdir(dir)) != NULL) {
      if (e->d_name[0] != '.') {
        CU_ASSERT_EQUAL(unlinkat(dirfd(dir), e->d_name, 0), 0);
      }
    }
    if (dir) {
      CU_ASSERT_EQUAL(closedir(dir), 0);
      CU_ASSERT_EQUAL(rmdir(path), 0);
    }
  }
  tear_down(&r->f);
}

static void
give(running* const r, const size_t n, const char* const* const names)
{
  for (size_t i = 0U; i < n; ++i) {
    r->inputs[i] = r->text[i];
    if (ln_view_find(ln_view_of(names[i]), '=') < strlen(names[i])) {
      CU_ASSERT_FATAL(snprintf(r->text[i], PATH_SIZE, "%s", names[i]) < PATH_SIZE);
    } else {
      (void)path_to(&r->f, names[i], r->text[i]);
    }
  }
  r->job.n_inputs = n;
  r->job.input    = r->inputs[0];
}

/* Which files the tables got, `-` for none, in one line. */
static void
check_tables(running* const r, const ln_status status, const char* const expected)
{
  ln_session s;
  ln_text    found = {0};
  CU_ASSERT_EQUAL(ln_session_open(&s, &r->job, r->f.log), status);
  for (size_t i = 0U; status == LN_OK && i < s.n_tables; ++i) {
    const ln_run_table* const t    = &s.tables[i];
    const ln_view             path = t->present ? t->path : LN_V("-");
    add_replaced(&found, r->f.path, path);
    add_replaced(&found, "", LN_V(" "));
  }
  CHECK_VIEW(ln_text_view(&found), expected);
  ln_text_clear(&found);
  CU_ASSERT_EQUAL(ln_session_close(&s), LN_OK);
}

static void
files_of_a_folder(void)
{
  static const char* const x[] = {"x"};
  running                  r;
  prepare(&r);
  give(&r, 1U, x);
  check_tables(&r, LN_USAGE, "");
  CHECK_FINDINGS(&r.f, "L0523 output 0:0 none of the profile's tables is there\n");
  new_log(&r.f);
  put_file(&r.f, "x/a_2.csv", "c\n", false);
  put_file(&r.f, "x/a_2.txt", "c\n", false);
  put_file(&r.f, "x/b.csv.zst", "c\n", false);
  check_tables(&r, LN_OK, "DIR/x/a_2.csv DIR/x/b.csv.zst ");
  put_file(&r.f, "x/all that is of a.csv.gz", "c\n", false);
  check_tables(&r, LN_USAGE, "");
  CHECK_FINDINGS(
    &r.f,
    "L0521 output 0:0 \"DIR/x/a_2.csv\" and \"DIR/x/all that is of a.csv.gz\" both fit "
    "the table a.csv of the profile\n");
  /* The name of the table itself goes before patterns, and the folder of its URL before this one.
   */
  put_file(&r.f, "x/a.csv.gz", "c\n", false);
  make_folder(&r.f, "x/d");
  put_file(&r.f, "x/d/b.csv", "c\n", false);
  check_tables(&r, LN_OK, "DIR/x/a.csv.gz DIR/x/d/b.csv ");
  put_file(&r.f, "x/a.csv", "c\n", false);
  check_tables(&r, LN_OK, "DIR/x/a.csv DIR/x/d/b.csv ");
  take_down(&r);
}

static void
files_by_name(void)
{
  static const char* const alone[]   = {"x/b.csv.gz"};
  static const char* const twice[]   = {"x/a_1.csv", "x/a_2.csv"};
  static const char* const strange[] = {"x/c.csv"};
  static const char* const mixed[]   = {"a=-", "x"};
  running                  r;
  prepare(&r);
  put_file(&r.f, "x/a_1.csv", "c\n", false);
  put_file(&r.f, "x/a_2.csv", "c\n", false);
  put_file(&r.f, "x/b.csv.gz", "c\n", false);
  put_file(&r.f, "x/c.csv", "c\n", false);
  give(&r, 1U, alone);
  check_tables(&r, LN_OK, "- DIR/x/b.csv.gz ");
  CHECK_FINDINGS(&r.f, "");
  give(&r, 2U, twice);
  check_tables(&r, LN_USAGE, "");
  give(&r, 1U, strange);
  check_tables(&r, LN_USAGE, "");
  CHECK_FINDINGS(
    &r.f,
    "L0521 output 0:0 \"DIR/x/a_1.csv\" and \"DIR/x/a_2.csv\" both fit the table a.csv "
    "of the profile\n"
    "L0522 output 0:0 \"DIR/x/c.csv\" is no table of the profile\n");
  give(&r, 2U, mixed);
  check_tables(&r, LN_OK, "- DIR/x/b.csv.gz ");
  take_down(&r);
}

/* Tables of one file all take it, and then any file will do. */
static void
tables_of_one_file(void)
{
  static const char* const any[] = {"x/c.csv"};
  running                  r;
  prepare(&r);
  put_file(&r.f, "x/c.csv", "c\n", false);
  put_file(
    &r.f,
    "p/csv-metadata.json",
    "{'@context': 'http://www.w3.org/ns/csvw', 'tables': [{'url': 'a.xml'}, {'url': 'a.xml'}]}",
    true);
  give(&r, 1U, any);
  check_tables(&r, LN_OK, "DIR/x/c.csv DIR/x/c.csv ");
  take_down(&r);
}

static void
profiles_inside(void)
{
  ln_view name  = {0};
  ln_view title = {0};
  size_t  n     = 0U;
  bool    tate  = false;
  while (ln_run_profile(n, &name, &title)) {
    CU_ASSERT(name.n > 0U && title.n > 0U && title.s[0] != '#');
    tate = tate || ln_view_equals(name, LN_V("tate"));
    ++n;
  }
  CU_ASSERT(tate);
  CU_ASSERT_TRUE(ln_run_profile_is_folder("./tate"));
  CU_ASSERT_FALSE(ln_run_profile_is_folder("tate"));
}

static void
an_unknown_profile(void)
{
  static const char* const x[] = {"x"};
  running                  r;
  prepare(&r);
  give(&r, 1U, x);
  r.job.profile = "nothing";
  check_tables(&r, LN_USAGE, "");
  CHECK_FINDINGS(&r.f, "L0523 output 0:0 there is no profile \"nothing\"\n");
  take_down(&r);
}

static void
allocations_may_fail(void)
{
  static const char* const x[] = {"x"};
  running                  r;
  ln_session               s;
  prepare(&r);
  put_file(&r.f, "x/a_1.csv", "c\n", false);
  give(&r, 1U, x);
  CHECK_ALLOC_FAILURES(ln_session_open(&s, &r.job, r.f.log),
                       CU_ASSERT_NOT_EQUAL(ln_session_close(&s), LN_IO));
  take_down(&r);
}

static const unit_test tests[] = {
  {"files of a folder", files_of_a_folder},
  {"files by name", files_by_name},
  {"tables of one file", tables_of_one_file},
  {"profiles inside the program", profiles_inside},
  {"an unknown profile", an_unknown_profile},
  {"allocations may fail", allocations_may_fail},
};

UNIT_MAIN("profile", tests)
