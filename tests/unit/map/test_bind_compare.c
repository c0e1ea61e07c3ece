/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The columns that `compare` names: they must be there, and have an order. */

#include "map/fixture.h"

#define COMPARED(rule, columns)                                                                    \
  MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': '{id}', '~compare': [" rule                     \
      "], 'columns': [" MUTE("id") "," columns "]}}"

static void
check_binding(const char* const json, const ln_status status, const char* const findings, int line)
{
  const fix_input input = {.json = json, .tables = {{"t.csv", "id,a,b\n1,2,3\n"}}};
  fixture         f     = {0};
  const ln_status st    = fix_run(&f, &input);
  const bool      right = st == status && fix_same(&f.findings, findings);
  if (!right) {
    fprintf(
      stderr, "%s:%d: status %d, %s", __FILE__, line, (int)st, f.findings.s ? f.findings.s : "\n");
  }
  CU_assertImplementation(right, (unsigned)line, "binding", __FILE__, "", CU_FALSE);
  fix_clear(&f);
}

#define CHECK_BOUND(rule, columns) check_binding(COMPARED(rule, columns), LN_OK, "", __LINE__)
#define CHECK_FAULT(rule, columns, findings)                                                       \
  check_binding(COMPARED(rule, columns), LN_USAGE, findings, __LINE__)

static void
test_columns(void)
{
  CHECK_FAULT("{'column': 'x', 'notBefore': 'y'}",
              COL("a", "") "," COL("b", ""),
              "L0404 table 0:0 compare: no column is called \"x\"\n"
              "L0404 table 0:0 compare: no column is called \"y\"\n");
  CHECK_FAULT("{'column': 'a', 'notBefore': 'b', 'when': 'z'}",
              COL("a", ", 'datatype': 'date'") "," COL("b", ", 'datatype': 'gYear'"),
              "L0405 table 0:0 when: no column is called \"z\"\n");
}

static void
test_order(void)
{
  CHECK_FAULT("{'column': 'a', 'after': 'b'}",
              COL("a", ", 'datatype': 'date'") "," COL("b", ""),
              "L0402 table 0:0 compare: values of \"a\" and \"b\" have no order: give both a "
              "datatype that has one\n");
  CHECK_BOUND("{'column': 'b', 'notBefore': 'a'}",
              COL("a", ", 'datatype': 'integer'") "," COL("b", ", 'datatype': 'decimal'"));
  CHECK_BOUND("{'column': 'b', 'notBefore': 'a'}",
              COL("a", ", '~datatypes': ['date', 'integer', 'string']") "," COL(
                "b", ", 'datatype': 'integer'"));
}

/* What is compared need not be used otherwise, and no row goes straight. */
static void
test_used(void)
{
  const fix_input input = {
    .json   = COMPARED("{'column': 'b', 'notBefore': 'a'}",
                     "{'name': 'a', 'suppressOutput': true, 'datatype': 'integer'},"
                       "{'name': 'b', 'suppressOutput': true, 'datatype': 'integer'}"),
    .tables = {{"t.csv", "id,a,b\n1,2,3\n"}}};
  fixture f = {0};
  CU_ASSERT_EQUAL_FATAL(fix_run(&f, &input), LN_OK);
  CU_ASSERT_TRUE(f.plans[0]->variables[1].used && f.plans[0]->variables[2].used);
  CU_ASSERT_PTR_NULL(f.plans[0]->straight);
  CU_ASSERT_TRUE(ln_plan_row_local(f.plans[0]));
  fix_clear(&f);
}

static const unit_test tests[] = {
  {"columns", test_columns},
  {"order", test_order},
  {"used", test_used},
};

UNIT_MAIN("map/bind_compare", tests)
