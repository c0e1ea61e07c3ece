/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `agree`: what rows say differently of one thing is told, each other text once. */

#include "map/fixture.h"

#define AGREED                                                                                     \
  MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [" MUTE("id") "," MUTE(    \
    "a") ",{'name': 'b', 'propertyUrl': 'p/b', '~agree': true},{'name': 'n', 'virtual': true, "    \
         "'aboutUrl': 'a/{a}', 'propertyUrl': 'p/n', '~value': '{a}', '~agree': true}]}}"

static void
check_rows(const char* const text, const char* const triples, const char* const findings, int line)
{
  const fix_input input = {.json = AGREED, .tables = {{"t.csv", text}}};
  fix_check(&input, triples, findings, __FILE__, line);
}

#define CHECK_ROWS(text, triples, findings)                                                        \
  check_rows("id,a,b\n" text, (triples), (findings), __LINE__)

static void
test_told(void)
{
  CHECK_ROWS("1,,x\n1,,x\n1,,y\n1,,\n1,,y\n1,,z\n2,,y\n",
             "<r/1> <p/b> 'x'\n<r/1> <p/b> 'x'\n<r/1> <p/b> 'y'\n<r/1> <p/b> 'y'\n<r/1> <p/b> "
             "'z'\n<r/2> <p/b> 'y'\n",
             "L0314 kept 4:3 of r/1 this row says \"y\", row 2 \"x\"\n"
             "L0314 kept 7:3 of r/1 this row says \"z\", row 2 \"x\"\n");
}

/* Texts that make the same IRI, and are not the same. */
static void
test_spellings(void)
{
  CHECK_ROWS("1,A,\n2,A,\n", "<a/A> <p/n> 'A'\n<a/A> <p/n> 'A'\n", "");
}

/* It crosses rows, so that no two makers may work on the table, and no row goes straight. */
static void
test_plan(void)
{
  const fix_input input = {.json = AGREED, .tables = {{"t.csv", "id,a,b\n1,,x\n"}}};
  fixture         f     = {0};
  CU_ASSERT_EQUAL_FATAL(fix_run(&f, &input), LN_OK);
  CU_ASSERT_FALSE(ln_plan_row_local(f.plans[0]));
  CU_ASSERT_PTR_NULL(f.plans[0]->straight);
  fix_clear(&f);
}

static ln_status
run_all(fixture* const f)
{
  const fix_input input = {.json = AGREED, .tables = {{"t.csv", "id,a,b\n1,A,x\n1,A,y\n2,B,y\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"told", test_told},
  {"spellings", test_spellings},
  {"plan", test_plan},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/agree", tests)
