/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* A mapping meets a header: faults of keys, requirements and groups; what is given back. */

#include "map/fixture.h"

static void
check_fault(const char* const json,
            const char* const text,
            const char* const finding,
            const int         line)
{
  const fix_input input = {.json = json, .tables = {{"t.csv", text}}};
  fixture         f     = {0};
  const ln_status st    = fix_run(&f, &input);
  if (st != LN_USAGE || !fix_same(&f.findings, finding)) {
    fprintf(
      stderr, "%s:%d: status %d, %s", __FILE__, line, (int)st, f.findings.s ? f.findings.s : "\n");
  }
  CU_assertImplementation(st == LN_USAGE && fix_same(&f.findings, finding),
                          (unsigned)line,
                          "fault",
                          __FILE__,
                          "",
                          CU_FALSE);
  fix_clear(&f);
}

#define CHECK_FAULT(json, finding) check_fault((json), "a\n1\n", (finding), __LINE__)

static void
test_keys(void)
{
  CHECK_FAULT(KEYED("[['nobody']]", MUTE("a")),
              "L0405 table 0:0 key: no column is called \"nobody\"\n");
  CHECK_FAULT(KEYED("[['a', '?']]", MUTE("a")), "L0405 table 0:0 key: no column is called \"\"\n");
  CHECK_FAULT(KEYED("[['a|c']]", MUTE("a")), "L0405 table 0:0 key: no column is called \"c\"\n");
  CHECK_FAULT(KEYED("[['a|a|a|a|a']]", MUTE("a")),
              "L0405 table 0:0 key: \"a|a|a|a|a\" has too many choices\n");
}

static void
test_requirements(void)
{
  CHECK_FAULT(MAP "'url': 't.csv', '~require': [{'anyOf': ['a', 'x']}], 'tableSchema': {'columns': "
                  "[" MUTE("a") "]}}",
              "L0404 table 0:0 require: no column is called \"x\"\n");
}

static void
test_names(void)
{
  CHECK_FAULT(MAP "'url': 't.csv', '~names': ['x'], 'tableSchema': {'columns': [" MUTE("a") "]}}",
              "L0404 table 0:0 names: no column is called \"x\"\n");
  CHECK_FAULT(MAP "'url': 't.csv', '~expose': ['y'], 'tableSchema': {'columns': [" MUTE("a") "]}}",
              "L0404 table 0:0 expose: no column is called \"y\"\n");
}

/* Sixteen columns may be taken item by item, not seventeen. */
static void
test_groups(void)
{
  ln_text json = {0};
  for (int n = 16; n <= 17; ++n) {
    ln_text_reset(&json);
    CU_ASSERT_EQUAL_FATAL(
      ln_text_add(&json, LN_V(MAP "'url': 't.csv', 'tableSchema': {'columns': [")), LN_OK);
    for (int i = 0; i < n; ++i) {
      CU_ASSERT_EQUAL_FATAL(
        ln_text_format(
          &json, "%s{'name': 'c%d', 'separator': ';', '~each': true}", i > 0 ? "," : "", i),
        LN_OK);
    }
    CU_ASSERT_EQUAL_FATAL(ln_text_add(&json, LN_V("]}}")), LN_OK);
    const fix_input input = {.json = json.s, .tables = {{"t.csv", "c1\n"}}};
    fixture         f     = {0};
    CU_ASSERT_EQUAL(fix_run(&f, &input), n == 16 ? LN_OK : LN_USAGE);
    fix_clear(&f);
  }
  ln_text_clear(&json);
}

/* More columns than can be numbered. */
static void
test_columns(void)
{
  ln_text text = {0};
  for (int i = 0; i < 32001; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_text_format(&text, "%sc%d", i > 0 ? "," : "", i), LN_OK);
  }
  CU_ASSERT_EQUAL_FATAL(ln_text_add_byte(&text, '\n'), LN_OK);
  check_fault(CSVW "'url': 't.csv'}",
              text.s,
              "L0402 table 0:0 the table has 32001 columns, which is more than 32000\n",
              __LINE__);
  ln_text_clear(&text);
}

/* All faults of one table are said before it is given up. */
static void
test_all_faults(void)
{
  CHECK_FAULT(
    PLAIN(MUTE("a") "," VIRT("u", ", '~value': '{x}'") "," VIRT("v", ", '~value': '{y}'")),
    "L0405 table 0:0 value: no column is called \"x\"\n"
    "L0405 table 0:0 value: no column is called \"y\"\n"
    "L0405 table 0:0 aboutUrl: no column is called \"id\"\n");
}

/* Patterns are given back with the plan, also after a fault. */
static void
test_cleared(void)
{
  check_fault(
    PLAIN(MUTE("id") "," COL("a", ", 'datatype': {'base': 'string', 'format': 'a+'}") "," VIRT(
      "v", ", '~value': '{nobody}'")),
    "id,a\n1,aa\n",
    "L0405 table 0:0 value: no column is called \"nobody\"\n",
    __LINE__);
  ln_plan_clear(NULL);
}

static ln_status
run_all(fixture* const f)
{
  const fix_input input = {
    .json = MAP
    "'url': 't.csv', '~names': ['a'], '~expose': ['a'], '~require': [{'anyOf': ['a', "
    "'b'], 'when': 'id'}], 'tableSchema': {'aboutUrl': 'r/{_key}', '~key': [['id', "
    "'b*?'], ['a|b']], 'columns': [" MUTE("id") "," COL(
      "a", ", 'datatype': {'base': 'string', 'format': '[a-z]+'}") ",{'name': 'b', "
                                                                   "'separator': ';', "
                                                                   "'propertyUrl': 'p/{a}'}]}}",
    .tables = {{"t.csv", "id,a,b\n1,x,y;z\n"}},
    .xsd    = true,
    .named  = true};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"keys", test_keys},
  {"requirements", test_requirements},
  {"names", test_names},
  {"groups", test_groups},
  {"columns", test_columns},
  {"all faults", test_all_faults},
  {"cleared", test_cleared},
  {"no memory", test_no_memory},
};

UNIT_MAIN("bind", tests)
