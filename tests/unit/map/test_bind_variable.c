/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Columns: datatypes, texts, references, conditions, languages. */

#include "map/fixture.h"

static void
check_fault(const char* const columns, const char* const finding, const int line)
{
  char json[1500];
  (void)snprintf(
    json,
    sizeof(json),
    MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [" MUTE("id") ", %s]}}",
    columns);
  const fix_input input = {.json = json, .tables = {{"t.csv", "id,a,b\n1,x;y,z\n"}}};
  fix_check(&input, "", finding, __FILE__, line);
}

#define CHECK_FAULT(columns, finding) check_fault((columns), (finding), __LINE__)

static void
test_references(void)
{
  CHECK_FAULT(MUTE("b") ",{'name': 'a', '~valueMap': {'table': 'nolist.csv'}}",
              "L0402 table 0:0 valueMap: there is no table \"nolist.csv\" to look words up in\n");
}

static void
test_conditions(void)
{
  CHECK_FAULT(MUTE("b") "," COL("a", ", '~when': 'c'"),
              "L0405 table 0:0 when: no column is called \"c\"\n");
  CHECK_FAULT(MUTE("b") "," COL("a", ", '~when': '_row'"),
              "L0405 table 0:0 when: \"_row\" cannot be tested\n");
  CHECK_FAULT(MUTE("b") "," COL("a", ", '~when': 'b.year'"),
              "L0405 table 0:0 when: \"b.year\" cannot be tested\n");
}

static void
test_languages(void)
{
  CHECK_FAULT(MUTE("b") "," COL("a", ", '~langColumn': 'c'"),
              "L0404 table 0:0 langColumn: no column is called \"c\"\n");
}

/* A text can stand beside one list, not beside all combinations of two. */
static void
test_two_lists(void)
{
  CHECK_FAULT("{'name': 'a', 'separator': ';', '~each': true},{'name': 'b', 'separator': ';', "
              "'~each': true}," VIRT("t", ", '~value': '{a} {b}'"),
              "L0402 table 0:0 value: a text is made of one column at most that is taken item "
              "by item\n");
}

/* A virtual column of a virtual column stands beside the same list. */
static void
test_groups(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") ",{'name': 'a', 'suppressOutput': true, 'separator': ';', '~each': "
                               "true},{'name': 't', 'virtual': true, 'suppressOutput': true, "
                               "'~value': '({a})'}," VIRT("u",
                                                        ", '~value': '{t}!', 'aboutUrl': "
                                                          "'w/{a}'")),
    .tables = {{"t.csv", "id,a\n1,x;y\n"}}};
  CHECK_MAKE(&input, "<w/x> <p/u> '(x)!'\n<w/y> <p/u> '(y)!'\n", "");
}

static void
test_literals(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") "," COL("a", ", 'lang': 'fr'") "," COL(
      "b", ", 'datatype': {'base': 'string', '@id': 'http://o/dt'}, 'lang': 'fr'")),
    .tables = {{"t.csv", "id,a,b\n1,x,y\n"}}};
  CHECK_MAKE(&input, "<r/1> <p/a> 'x'@fr\n<r/1> <p/b> 'y'^^<http://o/dt>\n", "");
}

static ln_status
run_all(fixture* const f)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") ",{'name': 'l', 'suppressOutput': true},{'name': 'a', 'separator': "
                               "';', '~langColumn': 'l', 'propertyUrl': 'p', '~each': true},"
                               "{'name': 'k', 'propertyUrl': 'q', '~valueMap': {'table': 'k.csv', "
                               "'value': 'http://v/{notation}', 'mint': 'k/{_slug}'}}," VIRT(
                               "t", ", '~value': ['{a}', '{k}'], '~when': ['a', 'k']")),
    .tables = {{"t.csv", "id,a,k,l\n1,x;y,new,en\n"}},
    .lists  = {{"k.csv", "notation,label,aliases\nm,,\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"references", test_references},
  {"conditions", test_conditions},
  {"languages", test_languages},
  {"two lists", test_two_lists},
  {"groups", test_groups},
  {"literals", test_literals},
  {"no memory", test_no_memory},
};

UNIT_MAIN("bind_variable", tests)
