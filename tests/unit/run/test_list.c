/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Code lists: built in, of the folder, both. */

#include "run/session.h"
#include "run_unit.h"

typedef struct {
  folder     f;
  ln_job     job;
  ln_session s;
} listing;

static void
prepare(listing* const l)
{
  *l = (listing){0};
  set_up(&l->f);
  l->s              = (ln_session){.job = &l->job, .log = l->f.log, .base = LN_V("http://e/")};
  l->s.names        = ln_names_new();
  char* const place = malloc(PATH_SIZE);
  CU_ASSERT_FATAL(l->s.names && place);
  CU_ASSERT(snprintf(place, PATH_SIZE, "%s/", l->f.path) < PATH_SIZE);
  l->s.folder = ln_view_of(place);
}

static void
forget(listing* const l)
{
  free((void*)(uintptr_t)l->s.folder.s);
  CU_ASSERT_EQUAL(ln_session_close(&l->s), LN_OK);
  tear_down(&l->f);
}

static ln_index*
list(listing* const l, const char* const table, const char* const value)
{
  const ln_reference reference = {.value = value ? ln_view_of(value) : (ln_view){0}};
  ln_index*          index     = NULL;
  CU_ASSERT_EQUAL(ln_session_list(&l->s, ln_view_of(table), &reference, &index), LN_OK);
  return index;
}

static const ln_entry*
by_name(const ln_index* const index, const char* const folded)
{
  uint32_t       cursor = LN_ENTRY_NONE;
  const uint32_t number = ln_index_by_name(index, ln_view_of(folded), &cursor);
  return number == LN_ENTRY_NONE ? NULL : ln_index_entry(index, number);
}

/* Columns stand in any order; words are found by notation, label and aliases. */
static void
test_own(void)
{
  listing l;
  prepare(&l);
  put_file(&l.f,
           "k.csv",
           "label, aliases ,notation,code\nTape Op,taper;tape operator,tape-op,T 1\n",
           false);
  const ln_index* const index = list(&l, "k.csv", "role/{notation}/{code}");
  CU_ASSERT_PTR_NOT_NULL_FATAL(index);
  CU_ASSERT_EQUAL(ln_index_size(index), 1U);
  const ln_entry* const entry = by_name(index, "tape operator");
  CU_ASSERT_PTR_NOT_NULL_FATAL(entry);
  CU_ASSERT_PTR_EQUAL(by_name(index, "tape op"), entry);
  CU_ASSERT_PTR_EQUAL(by_name(index, "taper"), entry);
  CHECK_VIEW(entry->key, "tape-op");
  CHECK_VIEW(entry->label, "Tape Op");
  CHECK_VIEW(entry->iri, "http://e/role/tape-op/T%201");
  CU_ASSERT_EQUAL(entry->where.row, 2U);
  CHECK_VIEW(entry->cells[ln_index_column(index, LN_V("code"))], "T 1");
  CHECK_FINDINGS(&l.f, "");
  forget(&l);
}

/* A folder's list beside the built-in one: other order of columns, more words, more names of known
   words. */
static void
test_added(void)
{
  listing l;
  prepare(&l);
  l.s.folder_input = true;
  put_file(&l.f, "kinds.csv", "label,notation,unknown\nCrowd,group,x\nRobot,robot,y\n", false);
  const ln_index* const index = list(&l, "kinds.csv", NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(index);
  const size_t          at    = ln_index_column(index, LN_V("class"));
  const ln_entry* const crowd = by_name(index, "crowd");
  const ln_entry* const robot = by_name(index, "robot");
  CU_ASSERT_FATAL(crowd && robot && at != SIZE_MAX);
  CHECK_VIEW(crowd->key, "group");
  CHECK_VIEW(crowd->cells[at], "https://w3id.org/liner/ns#Group");
  CU_ASSERT_PTR_EQUAL(by_name(index, "band"), crowd);
  CHECK_VIEW(robot->key, "robot");
  CHECK_VIEW(robot->cells[at], "");
  CHECK_FINDINGS(&l.f, "");
  forget(&l);
}

/* The same list is read once a template; one that is missing stays missing. */
static void
test_kept(void)
{
  listing l;
  prepare(&l);
  put_file(&l.f, "k.csv", "notation\na\n", false);
  ln_index* const one = list(&l, "k.csv", "x/{notation}");
  CU_ASSERT_PTR_EQUAL(list(&l, "k.csv", "x/{notation}"), one);
  CU_ASSERT_PTR_NOT_EQUAL(list(&l, "k.csv", "y/{notation}"), one);
  CU_ASSERT_PTR_NULL(list(&l, "none.csv", NULL));
  CU_ASSERT_PTR_NULL(list(&l, "none.csv", NULL));
  forget(&l);
}

static void
test_faults(void)
{
  listing l;
  prepare(&l);
  put_file(&l.f, "no.csv", "word\na\n", false);
  put_file(&l.f, "k.csv", "notation,iri\na,http://o/a\n,http://o/b\nc,http://[\n", false);
  CU_ASSERT_PTR_NOT_NULL(list(&l, "no.csv", NULL));
  CHECK_FINDINGS(&l.f, "L0502 table 1:0 the column \"notation\" is missing\n");
  new_log(&l.f);
  l.s.log                     = l.f.log;
  const ln_index* const index = list(&l, "k.csv", "{+iri}");
  CU_ASSERT_PTR_NOT_NULL_FATAL(index);
  CU_ASSERT_EQUAL(ln_index_size(index), 1U);
  CHECK_VIEW(ln_index_entry(index, 0U)->iri, "http://o/a");
  CU_ASSERT_TRUE(ln_view_starts(ln_text_view(&l.f.findings),
                                LN_V("L0203 row 3:0 the word has no notation\nL0204 row 4:0 ")));
  new_log(&l.f);
  l.s.log                      = l.f.log;
  const ln_reference reference = {.value = LN_V("{a")};
  ln_index*          none      = NULL;
  CU_ASSERT_EQUAL(ln_session_list(&l.s, LN_V("k.csv"), &reference, &none), LN_USAGE);
  CHECK_FINDINGS(&l.f, "L0407 table 0:0 the template \"{a\" cannot be read at character 1\n");
  forget(&l);
}

static void
test_empty(void)
{
  listing l;
  prepare(&l);
  put_file(&l.f, "k.csv", "", false);
  const ln_index* const index = list(&l, "k.csv", NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(index);
  CU_ASSERT_EQUAL(ln_index_size(index), 0U);
  forget(&l);
}

static ln_status
read_one(listing* const l)
{
  const ln_reference reference = {.value = LN_V("x/{notation}")};
  ln_index*          index     = NULL;
  l->s.names                   = ln_names_new();
  return l->s.names ? ln_session_list(&l->s, LN_V("kinds.csv"), &reference, &index) : LN_NO_MEM;
}

static void
drop(listing* const l)
{
  const ln_session before = l->s;
  CU_ASSERT_EQUAL(ln_session_close(&l->s), LN_OK);
  l->s = (ln_session){.job     = before.job,
                      .log     = before.log,
                      .base    = before.base,
                      .folder  = before.folder,
                      .builtin = before.builtin};
}

static void
test_no_memory(void)
{
  listing l;
  prepare(&l);
  l.s.folder_input = true;
  put_file(&l.f, "kinds.csv", "label,notation\nCrowd,group\nRobot,robot\n", false);
  drop(&l);
  CHECK_ALLOC_FAILURES(read_one(&l), drop(&l));
  forget(&l);
}

static const unit_test tests[] = {
  {"own", test_own},
  {"added", test_added},
  {"kept", test_kept},
  {"faults", test_faults},
  {"empty", test_empty},
  {"no memory", test_no_memory},
};

UNIT_MAIN("list", tests)
