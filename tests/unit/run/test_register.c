/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The id register: what is read, found, added and written again. */

#include "run/register.h"
#include "run_unit.h"

#define PEOPLE LN_V("people.csv")

static ln_register*
opened(folder* const f)
{
  char         path[PATH_SIZE];
  ln_register* ids = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_register_open(path_to(f, "ids.csv", path), f->log, &ids), LN_OK);
  CU_ASSERT_PTR_NOT_NULL_FATAL(ids);
  return ids;
}

static void
check_id(ln_register* const ids,
         const ln_view      table,
         const char* const  name,
         const char* const  expected)
{
  ln_view id = {0};
  CU_ASSERT_EQUAL(ln_register_find(ids, table, ln_view_of(name), &id), LN_OK);
  CHECK_VIEW(id, expected);
}

static void
save(folder* const f, const ln_register* const ids)
{
  char path[PATH_SIZE];
  CU_ASSERT_EQUAL(ln_register_save(ids, path_to(f, "ids.csv", path), f->log), LN_OK);
}

/* There is none yet; it is made when something is added, and only then. */
static void
test_new(void)
{
  folder f;
  bool   yes = true;
  set_up(&f);
  ln_register* const ids = opened(&f);
  check_id(ids, PEOPLE, "Ada", "");
  CU_ASSERT_EQUAL(ln_register_taken(ids, PEOPLE, LN_V("ada"), &yes), LN_OK);
  CU_ASSERT_FALSE(yes);
  save(&f, ids);
  CU_ASSERT_FALSE(has_file(&f, "ids.csv"));
  CU_ASSERT_EQUAL(ln_register_add(ids, PEOPLE, LN_V("ada"), LN_V("Ada, \"the\" Quill")), LN_OK);
  save(&f, ids);
  CHECK_FILE(&f, "ids.csv", "table,id,name\npeople.csv,ada,\"Ada, \"\"the\"\" Quill\"\n");
  CHECK_FINDINGS(&f, "");
  ln_register_free(ids);
  tear_down(&f);
}

/* Names are folded, tables apart; the first id of a name stays. */
static void
test_found(void)
{
  folder f;
  bool   yes = false;
  set_up(&f);
  put_file(
    &f, "ids.csv", "table,id,name\npeople.csv,ada,Ada Quill\nworks.csv,song,Ada Quill\n", false);
  ln_register* const ids = opened(&f);
  check_id(ids, PEOPLE, "ADA-QUILL", "ada");
  check_id(ids, LN_V("works.csv"), "Ada Quill", "song");
  check_id(ids, LN_V("sources.csv"), "Ada Quill", "");
  CU_ASSERT_EQUAL(ln_register_taken(ids, PEOPLE, LN_V("ada"), &yes), LN_OK);
  CU_ASSERT_TRUE(yes);
  CU_ASSERT_EQUAL(ln_register_taken(ids, PEOPLE, LN_V("song"), &yes), LN_OK);
  CU_ASSERT_FALSE(yes);
  CU_ASSERT_EQUAL(ln_register_add(ids, PEOPLE, LN_V("other"), LN_V("Ada Quill")), LN_OK);
  check_id(ids, PEOPLE, "Ada Quill", "ada");
  save(&f, ids);
  CHECK_FILE(&f, "ids.csv", "table,id,name\npeople.csv,ada,Ada Quill\nworks.csv,song,Ada Quill\n");
  ln_register_free(ids);
  tear_down(&f);
}

/* The file only grows: nobody's line is lost, whatever it holds. */
static void
test_grows(void)
{
  static const char old[] = "table,id,name,since\npeople.csv,ada,Ada,2019\npeople.csv,,Nobody,\n"
                            "short,line\npeople.csv,b--c,Bob,\n\"people.csv\",zoe,Zoe,2020";
  folder            f;
  set_up(&f);
  put_file(&f, "ids.csv", old, false);
  ln_register* const ids = opened(&f);
  CHECK_FINDINGS(&f,
                 "L0305 row 3:0 \"\" is not an id\n"
                 "L0106 row 4:0 the row has 2 cells; table, id, name\n"
                 "L0305 row 5:0 \"b--c\" is not an id\n");
  check_id(ids, PEOPLE, "Zoe", "zoe");
  check_id(ids, PEOPLE, "Bob", "");
  CU_ASSERT_EQUAL(ln_register_add(ids, PEOPLE, LN_V("new"), LN_V("New")), LN_OK);
  CU_ASSERT_EQUAL(ln_register_add(ids, PEOPLE, LN_V("new"), LN_V("New")), LN_OK);
  save(&f, ids);
  CHECK_FILE(&f,
             "ids.csv",
             "table,id,name,since\npeople.csv,ada,Ada,2019\npeople.csv,,Nobody,\n"
             "short,line\npeople.csv,b--c,Bob,\n\"people.csv\",zoe,Zoe,2020\npeople.csv,new,New\n");
  ln_register_free(ids);
  tear_down(&f);
}

/* Many lines, so that the list grows. */
static void
test_many(void)
{
  folder f;
  char   name[16];
  set_up(&f);
  ln_register* const ids = opened(&f);
  for (int i = 0; i < 200; ++i) {
    (void)snprintf(name, sizeof(name), "n%d", i);
    CU_ASSERT_EQUAL(ln_register_add(ids, PEOPLE, ln_view_of(name), ln_view_of(name)), LN_OK);
  }
  check_id(ids, PEOPLE, "N7", "n7");
  save(&f, ids);
  ln_register_free(ids);
  ln_register* const again = opened(&f);
  check_id(again, PEOPLE, "N199", "n199");
  ln_register_free(again);
  ln_register_free(NULL);
  tear_down(&f);
}

/* A register that is there and cannot be read is not taken for none: it would be overwritten. */
static void
test_unreadable(void)
{
  folder       f;
  char         path[PATH_SIZE];
  ln_register* ids = NULL;
  set_up(&f);
  CU_ASSERT_EQUAL_FATAL(mkdir(path_to(&f, "ids.csv", path), 0700U), 0);
  CU_ASSERT_EQUAL(ln_register_open(path, f.log, &ids), LN_IO);
  CU_ASSERT_PTR_NULL(ids);
  CHECK_FINDINGS(&f, "L0109 output 0:0 DIR/ids.csv cannot be read: Is a directory\n");
  CU_ASSERT_EQUAL(rmdir(path), 0);
  tear_down(&f);
}

static void
test_unwritable(void)
{
  folder f;
  set_up(&f);
  ln_register* const ids = opened(&f);
  CU_ASSERT_EQUAL(ln_register_add(ids, PEOPLE, LN_V("a"), LN_V("A")), LN_OK);
  CU_ASSERT_EQUAL(ln_register_save(ids, "/no-such-folder/ids.csv", f.log), LN_IO);
  CHECK_FINDINGS(&f,
                 "L0601 output 0:0 /no-such-folder/ids.csv cannot be written: No such file or "
                 "directory\n");
  ln_register_free(ids);
  tear_down(&f);
}

static ln_status
use(const folder* const f, ln_register** const ids)
{
  char    path[PATH_SIZE];
  ln_view id  = {0};
  bool    yes = false;
  LN_TRY(ln_register_open(path_to(f, "ids.csv", path), f->log, ids));
  LN_TRY(ln_register_find(*ids, PEOPLE, LN_V("Ada"), &id));
  LN_TRY(ln_register_taken(*ids, PEOPLE, LN_V("ada"), &yes));
  LN_TRY(ln_register_add(*ids, PEOPLE, LN_V("bob"), LN_V("Bob")));
  return ln_register_save(*ids, path_to(f, "out.csv", path), f->log);
}

static void
test_no_memory(void)
{
  folder       f;
  ln_register* ids = NULL;
  set_up(&f);
  put_file(&f, "ids.csv", "table,id,name\npeople.csv,ada,Ada\n", false);
  CHECK_ALLOC_FAILURES(use(&f, &ids), ln_register_free(ids); ids = NULL);
  tear_down(&f);
}

static const unit_test tests[] = {
  {"new", test_new},
  {"found", test_found},
  {"grows", test_grows},
  {"many", test_many},
  {"unreadable", test_unreadable},
  {"unwritable", test_unwritable},
  {"no memory", test_no_memory},
};

UNIT_MAIN("register", tests)
