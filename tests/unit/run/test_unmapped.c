/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Documents that were named without a mapping, and what is left alone. */

#include "run/unmapped.h"
#include "run_unit.h"

typedef ln_status (*asked)(ln_view path, ln_log* log);

static void
check(const asked ask, const char* const text, const char* const findings)
{
  folder f;
  char   path[PATH_SIZE];
  set_up(&f);
  put_file(&f, "t.json", text, true);
  const ln_status st = ask(ln_view_of(path_to(&f, "t.json", path)), f.log);
  CU_ASSERT_EQUAL(st, findings[0] == '\0' ? LN_OK : LN_USAGE);
  CHECK_FINDINGS(&f, findings);
  tear_down(&f);
}

#define XML "L0130 output 0:0 the file is XML, and nothing says where its rows are\n"
#define JSON "L0130 output 0:0 the file is JSON, and nothing says where its rows are\n"

static void
test_tables(void)
{
  check(ln_unmapped_refuse, "<a><b/></a>", XML);
  check(ln_unmapped_refuse, "{'id': 1}\n", JSON);
  check(ln_unmapped_refuse, "id\n1\n", "");
  check(ln_unmapped_refuse, "", "");
}

static void
test_mappings(void)
{
  check(ln_unmapped_data, "[{'@context': 1}]", JSON);
  check(ln_unmapped_data, "{'id': 1}", JSON);
  check(ln_unmapped_data, "{'@context': 'http://www.w3.org/ns/csvw'}", "");
  check(ln_unmapped_data, "{'url': 't.csv'}", "");
  check(ln_unmapped_data, "{'note': [], 'tables': []}", "");
  check(ln_unmapped_data, "<a/>", "");
}

static void
test_not_there(void)
{
  folder f;
  char   path[PATH_SIZE];
  set_up(&f);
  CU_ASSERT_EQUAL(ln_unmapped_refuse(ln_view_of(path_to(&f, "t", path)), f.log), LN_OK);
  CU_ASSERT_EQUAL(ln_unmapped_refuse(ln_view_of(f.path), f.log), LN_OK);
  CHECK_FINDINGS(&f, "");
  tear_down(&f);
}

static ln_status
look(const folder* const f, const char* const path)
{
  const ln_status st = ln_unmapped_refuse(ln_view_of(path), f->log);
  return st == LN_USAGE ? LN_OK : st;
}

static void
test_no_memory(void)
{
  folder f;
  char   path[PATH_SIZE];
  set_up(&f);
  put_file(&f, "t", "{'a': 1}", true);
  CHECK_ALLOC_FAILURES(look(&f, path_to(&f, "t", path)), (void)0);
  tear_down(&f);
}

static const unit_test tests[] = {
  {"tables", test_tables},
  {"mappings", test_mappings},
  {"not there", test_not_there},
  {"no memory", test_no_memory},
};

UNIT_MAIN("unmapped", tests)
