/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What a row cannot do without. */

#include "map/fixture.h"

#define NUMBER(name) "{'name': '" name "', 'suppressOutput': true, 'datatype': 'integer'}"
#define KEYS                                                                                       \
  KEYED("[['id'], ['num'], ['name', 'part?']]",                                                    \
        MUTE("id") "," NUMBER("num") "," MUTE("name") "," NUMBER("part") "," COL("x", ""))

/* A bad cell costs the row only if it would have named it. */
static void
test_alternatives(void)
{
  const fix_input input = {.json   = KEYS,
                           .tables = {{"t.csv",
                                       "id,num,name,part,x\n"
                                       "a,bad,n,,1\n"
                                       ",bad,n,,2\n"
                                       ",,n,bad,3\n"
                                       "b,,n,bad,4\n"}}};
  CHECK_MAKE(&input,
             "<r/a> <p/x> '1'\n<r/b> <p/x> '4'\n",
             "L0201 value 2:2 \"bad\" is not an integer: it is not a number\n"
             "L0201 row 3:2 \"bad\" is not an integer: it is not a number\n"
             "L0201 row 4:4 \"bad\" is not an integer: it is not a number\n"
             "L0201 value 5:4 \"bad\" is not an integer: it is not a number\n");
}

/* Also where a text that names the row is made of it. */
static void
test_through_texts(void)
{
  const fix_input input = {
    .json   = KEYED("[['tag']]",
                  NUMBER("n") ",{'name': 'tag', 'virtual': true, 'suppressOutput': "
                                "true, '~value': 't{n}'}," VIRT("x", ", '~value': '1'")),
    .tables = {{"t.csv", "n\n5\nbad\n"}}};
  CHECK_MAKE(
    &input, "<r/t5> <p/x> '1'\n", "L0201 row 3:1 \"bad\" is not an integer: it is not a number\n");
}

/* What stands in the row's own IRI. */
static void
test_subject(void)
{
  const fix_input input = {.json   = PLAIN(NUMBER("id") "," COL("x", ", 'datatype': 'integer'")),
                           .tables = {{"t.csv", "id,x\nbad,1\n2,bad\n"}}};
  CHECK_MAKE(&input,
             "",
             "L0201 row 2:1 \"bad\" is not an integer: it is not a number\n"
             "L0201 value 3:2 \"bad\" is not an integer: it is not a number\n");
}

/* Of things that each item makes, the others stay. */
static void
test_items(void)
{
  const fix_input input = {
    .json   = KEYED("[['n*']]",
                  "{'name': 'n', 'propertyUrl': 'p', 'separator': ';', 'datatype': 'integer'}"),
    .tables = {{"t.csv", "n\n1;bad;3\n"}}};
  CHECK_MAKE(&input,
             "<r/x1> <p> '1'^^<xsd:integer>\n<r/x3> <p> '3'^^<xsd:integer>\n",
             "L0201 value 2:1 \"bad\" is not an integer: it is not a number\n");
}

static const unit_test tests[] = {
  {"alternatives", test_alternatives},
  {"through texts", test_through_texts},
  {"subject", test_subject},
  {"items", test_items},
};

UNIT_MAIN("need", tests)
