/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What is wrong with the extensions that say how a cell is read, once the table is known. */

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
test_datatype_column(void)
{
  CHECK_FAULT(COL("a", ", '~datatypeColumn': 'c'") "," MUTE("b"),
              "L0404 table 0:0 datatypeColumn: no column is called \"c\"\n");
  CHECK_FAULT(MUTE("a") "," MUTE("b") "," VIRT("v", ", '~value': 'x'") "," VIRT(
                "c", ", '~value': 'x', '~datatypeColumn': 'v'"),
              "L0402 table 0:0 datatypeColumn: the column \"v\" must be one of the table, with "
              "the datatype as it stands\n");
}

static void
test_words(void)
{
  CHECK_FAULT(COL("a", ", '~placeholders': {'table': 'none.csv'}") "," MUTE("b"),
              "L0402 table 0:0 placeholders: there is no table \"none.csv\" to look words up in\n");
  CHECK_FAULT(COL("a", ", 'separator': ';', '~protect': {'table': 'none.csv'}") "," MUTE("b"),
              "L0402 table 0:0 protect: there is no table \"none.csv\" to look words up in\n");
}

static void
test_extract(void)
{
  CHECK_FAULT(COL("a", ", '~extract': '(x'") "," MUTE("b"),
              "L0421 table 0:0 extract: the regular expression cannot be read: missing closing "
              "parenthesis (at character 3)\n");
  CHECK_FAULT(
    COL("a", ", '~extract': '(?<x>.*)'") "," MUTE("b") "," VIRT("v", ", '~value': '{a.y}'"),
    "L0405 table 0:0 value: \"a\" has no \"y\"\n");
}

static const unit_test tests[] = {
  {"datatype column", test_datatype_column},
  {"words", test_words},
  {"extract", test_extract},
};

UNIT_MAIN("map/bind_cell", tests)
