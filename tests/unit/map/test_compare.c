/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `compare`, row by row: what is certainly wrong is told, once for each pair of items. */

#include "map/fixture.h"

#define YEAR ", 'datatype': 'gYear'"
#define COMPARED(rules, columns)                                                                   \
  MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': '{id}', '~compare': [" rules                    \
      "], 'columns': [" MUTE("id") "," columns "]}}"

static void
check_rows(const char* const json,
           const char* const text,
           const char* const triples,
           const char* const findings,
           const int         line)
{
  const fix_input input = {.json = json, .tables = {{"t.csv", text}}};
  fix_check(&input, triples, findings, __FILE__, line);
}

#define CHECK_ROWS(json, text, triples, findings)                                                  \
  check_rows((json), "id,a,b\n" text, (triples), (findings), __LINE__)

static void
test_error(void)
{
  CHECK_ROWS(
    COMPARED("{'column': 'b', 'notBefore': 'a'}", COL("a", YEAR) "," COL("b", YEAR)),
    "1,1950,1949\n2,1950,1950\n3,,1900\n",
    "<2> <p/a> '1950'^^<xsd:gYear>\n<2> <p/b> '1950'^^<xsd:gYear>\n<3> <p/b> '1900'^^<xsd:gYear>\n",
    "L0217 row 2:3 b \"1949\" comes before a \"1950\"\n");
}

static void
test_warning(void)
{
  CHECK_ROWS(COMPARED("{'column': 'b', 'after': 'a', 'warn': 'too soon'}",
                      "{'name': 'a', 'suppressOutput': true, 'datatype': 'date'},"
                      "{'name': 'b', 'propertyUrl': 'p/b', 'datatype': 'date'}"),
             "1,1950-01-01,1950-01-01\n2,1950-01-01,1950-01-02\n",
             "<1> <p/b> '1950-01-01'^^<xsd:date>\n<2> <p/b> '1950-01-02'^^<xsd:date>\n",
             "L0218 kept 2:3 b \"1950-01-01\" does not come behind a \"1950-01-01\": too soon\n");
}

static void
test_condition(void)
{
  CHECK_ROWS(COMPARED("{'column': 'b', 'notBefore': 'a', 'when': {'column': 'id', 'equals': '2'}}",
                      "{'name': 'a', 'suppressOutput': true, 'datatype': 'integer'},"
                      "{'name': 'b', 'propertyUrl': 'p/b', 'datatype': 'integer'}"),
             "1,10,9\n2,10,9\n",
             "<1> <p/b> '9'^^<xsd:integer>\n",
             "L0217 row 3:3 b \"9\" comes before a \"10\"\n");
}

/* A value that is none of its datatype has been told of; it is before nothing. */
static void
test_bad_values(void)
{
  CHECK_ROWS(COMPARED("{'column': 'b', 'notBefore': 'a'}", COL("a", YEAR) "," COL("b", YEAR)),
             "1,1950,x\n",
             "<1> <p/a> '1950'^^<xsd:gYear>\n",
             "L0201 value 2:3 \"x\" is not a year such as 1969: the year needs four digits\n");
}

static void
test_lists(void)
{
  CHECK_ROWS(COMPARED("{'column': 'b', 'notBefore': 'a', 'warn': 'w'}",
                      "{'name': 'a', 'suppressOutput': true, 'separator': ';', '~each': true" YEAR
                      "},{'name': 'b', 'suppressOutput': true, 'separator': ';', '~each': 'a'" YEAR
                      "}," VIRT("c", ", '~value': 'x'")),
             "1,1970;1980;1990,1975;1979;1989\n",
             "<1> <p/c> 'x'\n",
             "L0218 kept 2:3 b \"1979\" comes before a \"1980\": w\n"
             "L0218 kept 2:3 b \"1989\" comes before a \"1990\": w\n");
  CHECK_ROWS(COMPARED("{'column': 'b', 'notBefore': 'a', 'warn': 'w'}",
                      "{'name': 'a', 'suppressOutput': true" YEAR
                      "},{'name': 'b', 'suppressOutput': true, 'separator': ';'" YEAR
                      "}," VIRT("c", ", '~value': 'x'")),
             "1,1970,1975;1969\n",
             "<1> <p/c> 'x'\n",
             "L0218 kept 2:3 b \"1969\" comes before a \"1970\": w\n");
}

/* The datatype that took the value counts. */
static void
test_datatypes(void)
{
  CHECK_ROWS(
    COMPARED("{'column': 'b', 'notBefore': 'a', 'warn': 'w'}",
             "{'name': 'a', 'suppressOutput': true, '~datatypes': ['date', 'gYear', "
             "'string']},{'name': 'b', 'suppressOutput': true, 'datatype': 'integer'}," VIRT(
               "c", ", '~value': 'x'")),
    "1,1970-05-01,1969\n2,1970,1969\n3,unknown,1969\n4,1970,1970\n",
    "<1> <p/c> 'x'\n<2> <p/c> 'x'\n<3> <p/c> 'x'\n<4> <p/c> 'x'\n",
    "L0218 kept 2:3 b \"1969\" comes before a \"1970-05-01\": w\n"
    "L0218 kept 3:3 b \"1969\" comes before a \"1970\": w\n");
}

static ln_status
run_all(fixture* const f)
{
  const fix_input input = {.json   = COMPARED("{'column': 'b', 'notBefore': 'a', 'when': 'id'}",
                                            COL("a", YEAR) "," COL("b", YEAR)),
                           .tables = {{"t.csv", "id,a,b\n1,1950,1949\n2,1950,1951\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"error", test_error},
  {"warning", test_warning},
  {"condition", test_condition},
  {"bad values", test_bad_values},
  {"lists", test_lists},
  {"datatypes", test_datatypes},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/compare", tests)
