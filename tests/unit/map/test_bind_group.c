/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What cannot be taken item by item together. */

#include "map/fixture.h"

static void
check_fault(const char* const columns, const char* const finding, const int line)
{
  char json[2000];
  (void)snprintf(
    json,
    sizeof(json),
    MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [" MUTE("id") ", %s]}}",
    columns);
  const fix_input input = {.json = json, .tables = {{"t.csv", "id,a,b\n1,x;y,z\n"}}};
  fix_check(&input, "", finding, __FILE__, line);
}

#define CHECK_FAULT(columns, finding) check_fault((columns), (finding), __LINE__)
#define LIST(name, each) "{'name': '" name "', 'separator': ';', '~each': " each "}"
#define INNER(name, from)                                                                          \
  "{'name': '" name "', 'virtual': true, 'separator': '+', '~each': true, '~value': '{" from "}'}"

static void
test_beside(void)
{
  CHECK_FAULT(LIST("a", "'c'") "," MUTE("b"), "L0404 table 0:0 each: no column is called \"c\"\n");
  CHECK_FAULT(LIST("a", "'b'") "," LIST("b", "true"),
              "L0402 table 0:0 each: the column \"b\" must stand in front and say each: true\n");
  CHECK_FAULT(MUTE("a") "," LIST("b", "'a'"),
              "L0402 table 0:0 each: the column \"a\" must stand in front and say each: true\n");
}

static void
test_inside(void)
{
  CHECK_FAULT(LIST("a", "true") "," LIST("b", "true") "," VIRT("v", ", '~value': '{a}{b}'"),
              "L0402 table 0:0 value: a text is made of one column at most that is taken item by "
              "item\n");
  CHECK_FAULT(LIST("a", "true") "," MUTE("b") "," INNER("c", "a") "," INNER("d", "c"),
              "L0402 table 0:0 value: a list lies inside one other list at most\n");
}

/* A text beside an inner list follows it, and the outer one with it. */
static void
test_follow(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") ",{'name': 'a', 'suppressOutput': true, 'separator': ';', '~each': "
                               "true},{'name': 'c', 'virtual': true, 'suppressOutput': true, "
                               "'separator': '+', '~each': true, '~value': '{a}'}," VIRT(
                               "t", ", '~value': '{c}'") "," VIRT("u", ", '~value': '{a}{t}'")),
    .tables = {{"t.csv", "id,a\n1,x+y;z\n"}}};
  fix_check(&input,
            "<r/1> <p/t> 'x'\n<r/1> <p/t> 'y'\n<r/1> <p/t> 'z'\n"
            "<r/1> <p/u> 'x+yx'\n<r/1> <p/u> 'x+yy'\n<r/1> <p/u> 'zz'\n",
            "",
            __FILE__,
            __LINE__);
}

/* So many lists are fine, one more is not. */
static void
test_many(void)
{
  char   json[8000];
  char   text[400];
  size_t n = (size_t)snprintf(json,
                              sizeof(json),
                              MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{c0}', "
                                  "'columns': [{'name': 'c0'}");
  size_t k = (size_t)snprintf(text, sizeof(text), "c0");
  for (int i = 1; i <= LN_MAX_GROUPS + 1; ++i) {
    n += (size_t)snprintf(
      json + n, sizeof(json) - n, ", {'name': 'c%d', 'separator': ';', '~each': true}", i);
    k += (size_t)snprintf(text + k, sizeof(text) - k, ",c%d", i);
  }
  (void)snprintf(json + n, sizeof(json) - n, "]}}");
  const fix_input input = {.json = json, .tables = {{"t.csv", text}}};
  fix_check(&input,
            "",
            "L0402 table 0:0 more than 16 columns are taken item by item\n",
            __FILE__,
            __LINE__);
}

static const unit_test tests[] = {
  {"beside", test_beside},
  {"inside", test_inside},
  {"follow", test_follow},
  {"many", test_many},
};

UNIT_MAIN("map/bind_group", tests)
