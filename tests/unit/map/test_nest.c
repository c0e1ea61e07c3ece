/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lists beside lists and lists inside lists (docs/mapping.md). */

#include "map/fixture.h"

static void
check_one(const char* const json,
          const char* const text,
          const char* const triples,
          const char* const findings,
          const int         line)
{
  const fix_input input = {.json = json, .tables = {{"t.csv", text}}};
  fix_check(&input, triples, findings, __FILE__, line);
}

#define LIST(name, each)                                                                           \
  "{'name': '" name "', 'suppressOutput': true, 'separator': ';', '~each': " each "}"

/* Null items keep their places. */
static void
test_beside(void)
{
  static const char json[] = PLAIN(MUTE("id") "," LIST("a", "true") "," LIST("b", "'a'") "," LIST(
    "c", "'a'") "," VIRT("t", ", '~value': ['{a}-{b}-{c}', '{a}-{c}', '{a}']"));
  check_one(json,
            "id,a,b,c\n1,x;y,1;2,p;q\n2,x;y,;2,p;q\n3,x,,\n4,;y,1;2,p;q\n5,,,\n",
            "<r/1> <p/t> 'x-1-p'\n<r/1> <p/t> 'y-2-q'\n"
            "<r/2> <p/t> 'x-p'\n<r/2> <p/t> 'y-2-q'\n<r/3> <p/t> 'x'\n"
            "<r/4> <p/t> 'y-2-q'\n",
            "",
            __LINE__);
}

/* A list that is made of other cells can stand beside one of the table. */
static void
test_virtual_beside(void)
{
  static const char json[] = PLAIN(MUTE("id") "," LIST("a", "true") "," MUTE(
    "c") ",{'name': 'b', 'virtual': true, "
         "'suppressOutput': true, 'separator': '+', "
         "'~each': 'a', '~value': '{c}', '~when': "
         "{'column': 'c', 'notEquals': '-'}}," VIRT("t", ", '~value': '{a}-{b}'"));
  check_one(json,
            "id,a,c\n1,x;y,1+2\n2,x;y,1+2+3\n3,x;y,-\n4,x;y,+2\n",
            "<r/1> <p/t> 'x-1'\n<r/1> <p/t> 'y-2'\n<r/4> <p/t> 'y-2'\n",
            "L0215 value 3:3 the list has 3 items, but a beside it has 2\n",
            __LINE__);
}

/* What belongs together is not guessed: the list that does not fit is left out. */
static void
test_lengths(void)
{
  static const char json[] = PLAIN(MUTE("id") "," LIST("a", "true") "," LIST("b", "'a'") "," VIRT(
    "t", ", '~value': '{a}-{b}'") "," VIRT("u", ", '~value': '{a}'"));
  check_one(json,
            "id,a,b\n1,x;y,1\n2,x,1;2\n3,,1\n",
            "<r/1> <p/u> 'x'\n<r/1> <p/u> 'y'\n<r/2> <p/u> 'x'\n",
            "L0215 value 2:3 the list has 1 item, but a beside it has 2\n"
            "L0215 value 3:3 the list has 2 items, but a beside it has 1\n"
            "L0215 value 4:3 the list has 1 item, but a beside it has 0\n",
            __LINE__);
}

/* Each outer item has its own inner list, or none. */
static void
test_inside(void)
{
  static const char json[] = PLAIN(MUTE("id") "," LIST(
    "a", "true") ",{'name': 'b', 'virtual': true, 'suppressOutput': true, 'separator': '+', "
                 "'~each': true, '~value': '{a}', 'null': ['-', '']}," VIRT(
                   "t", ", '~value': '{a}:{b}'") ",{'name': 'u', 'virtual': true, 'aboutUrl': "
                                                 "'r/{id}/{a}', 'propertyUrl': 'p/u', 'valueUrl': "
                                                 "'x/{b}'}");
  check_one(json,
            "id,a\n1,x+y;z\n2,-;v+w\n3,\n",
            "<r/1/x%2By> <p/u> <x/x>\n<r/1/x%2By> <p/u> <x/y>\n<r/1/z> <p/u> <x/z>\n"
            "<r/1> <p/t> 'x+y:x'\n<r/1> <p/t> 'x+y:y'\n<r/1> <p/t> 'z:z'\n"
            "<r/2/v%2Bw> <p/u> <x/v>\n<r/2/v%2Bw> <p/u> <x/w>\n"
            "<r/2> <p/t> 'v+w:v'\n<r/2> <p/t> 'v+w:w'\n",
            "",
            __LINE__);
}

/* Not taken item by item, the inner list stands with commas beside its outer item. */
static void
test_inside_whole(void)
{
  check_one(PLAIN(MUTE("id") "," LIST("a", "true") ",{'name': 'b', 'virtual': true, "
                                                   "'propertyUrl': 'p/b', 'separator': '+', "
                                                   "'datatype': 'integer', '~value': '{a}'}," VIRT(
                                                     "t", ", '~value': '{a}:{b}'")),
            "id,a\n1,1+2;3\n",
            "<r/1> <p/b> '1'^^<xsd:integer>\n<r/1> <p/b> '2'^^<xsd:integer>\n"
            "<r/1> <p/b> '3'^^<xsd:integer>\n<r/1> <p/t> '1+2:1,2'\n<r/1> <p/t> '3:3'\n",
            "",
            __LINE__);
}

/* A virtual list of a single text. */
static void
test_alone(void)
{
  check_one(PLAIN(MUTE("id") "," MUTE("a") ",{'name': 'b', 'virtual': true, 'propertyUrl': 'p/b', "
                                           "'valueUrl': 'x/{b}', 'separator': '/', '~each': true, "
                                           "'~value': ['{a}/{id}', '{id}']}"),
            "id,a\n1,p/q\n2,\n",
            "<r/1> <p/b> <x/1>\n<r/1> <p/b> <x/p>\n<r/1> <p/b> <x/q>\n<r/2> <p/b> <x/2>\n",
            "",
            __LINE__);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") "," LIST("a", "true") "," LIST(
      "b", "'a'") ",{'name': 'c', 'virtual': true, 'propertyUrl': 'p/c', 'separator': '+', "
                    "'~each': true, '~value': '{a}{b}'}"),
    .tables = {{"t.csv", "id,a,b\n1,x+y;z+1+2+3+4+5+6+7+8+9,1;2\n2,x,1;2\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"beside", test_beside},
  {"virtual beside", test_virtual_beside},
  {"lengths", test_lengths},
  {"inside", test_inside},
  {"inside whole", test_inside_whole},
  {"alone", test_alone},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/nest", tests)
