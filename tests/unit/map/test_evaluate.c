/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* From cells to values: "Model for Tabular Data", section 6.4, and `value`, `require`. */

#include "map/fixture.h"

#define ONE(more)                                                                                  \
  CSVW                                                                                             \
    "'~prefixes': {}, 'url': 't.csv', 'tableSchema': {'aboutUrl': 'http://e/{id}', 'columns': ["   \
    "{'name': 'id', 'suppressOutput': true}, {'name': 'v', 'propertyUrl': 'http://e/v'" more       \
    "}]}}"

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

#define CHECK_ONE(more, text, triples, findings)                                                   \
  check_one(ONE(more), "id,v\n" text, (triples), (findings), __LINE__)

/* Steps 1 and 2. */
static void
test_space(void)
{
  CHECK_ONE("", "1,  a  b \n", "<1> <v> '  a  b '\n", "");
  CHECK_ONE(", 'datatype': 'normalizedString'",
            "1,\" a\tb \"\n",
            "<1> <v> ' a b '^^<xsd:normalizedString>\n",
            "");
  CHECK_ONE(", 'datatype': 'token'", "1,\" a \n b \"\n", "<1> <v> 'a b'^^<xsd:token>\n", "");
  CHECK_ONE(", 'datatype': 'integer'", "1,\" 7\t\"\n", "<1> <v> '7'^^<xsd:integer>\n", "");
}

/* Steps 3, 6 and 7. */
static void
test_default_and_null(void)
{
  CHECK_ONE(", 'default': 'x'", "1,\n2,y\n", "<1> <v> 'x'\n<2> <v> 'y'\n", "");
  CHECK_ONE("", "1,\n2,y\n", "<2> <v> 'y'\n", "");
  CHECK_ONE(", 'null': ['-', 'n/a']", "1,\n2,-\n3,n/a\n4,y\n", "<1> <v> ''\n<4> <v> 'y'\n", "");
  CHECK_ONE(", 'default': '-', 'null': '-'", "1,\n", "", "");
  CHECK_ONE(
    ", 'default': '5', 'datatype': 'integer'", "1,  \n", "<1> <v> '5'^^<xsd:integer>\n", "");
}

/* Steps 4 and 5. */
static void
test_lists(void)
{
  CHECK_ONE(", 'separator': ';'", "1,a;b\n2,\n", "<1> <v> 'a'\n<1> <v> 'b'\n", "");
  CHECK_ONE(", 'separator': ';'", "1,a; b\n", "<1> <v> 'a'\n<1> <v> ' b'\n", "");
  CHECK_ONE(", 'separator': ';', 'datatype': 'normalizedString'",
            "1,a; b\n",
            "<1> <v> 'a'^^<xsd:normalizedString>\n<1> <v> 'b'^^<xsd:normalizedString>\n",
            "");
  CHECK_ONE(", 'separator': '||'", "1,a||b|c\n", "<1> <v> 'a'\n<1> <v> 'b|c'\n", "");
  CHECK_ONE(", 'separator': ';', 'null': '-'", "1,-\n2,\n3,a;-\n", "<3> <v> 'a'\n", "");
  CHECK_ONE(", 'separator': ';', 'null': 'a;b'", "1,a;b\n", "", "");
  CHECK_ONE(", 'separator': ';', 'default': 'x'",
            "1,a;;b\n2,\n",
            "<1> <v> 'a'\n<1> <v> 'x'\n<1> <v> 'b'\n<2> <v> 'x'\n",
            "");
  CHECK_ONE(", 'separator': ';', 'default': 'x;y'", "1,\n", "<1> <v> 'x'\n<1> <v> 'y'\n", "");
}

static void
test_empty_item(void)
{
  CHECK_ONE(", 'separator': ';'",
            "1,a;;b;\n",
            "<1> <v> 'a'\n<1> <v> 'b'\n",
            "L0207 kept 2:2 item 2 of the list is empty and was skipped\n"
            "L0207 kept 2:2 item 4 of the list is empty and was skipped\n");
}

/* Where a curator types, blanks around items are nothing, and a cell of blanks is empty. */
static void
test_by_name(void)
{
  check_one(PLAIN(MUTE("id") "," COL("v", ", 'separator': ';'") "," COL("w", "")),
            "id,v,w\n1, a ; b ,  c\n2,,   \n",
            "<r/1> <p/v> 'a'\n<r/1> <p/v> 'b'\n<r/1> <p/w> '  c'\n",
            "",
            __LINE__);
}

static void
test_bad(void)
{
  CHECK_ONE(", 'datatype': 'integer'",
            "1,x\n2,3\n",
            "<2> <v> '3'^^<xsd:integer>\n",
            "L0201 value 2:2 \"x\" is not an integer: it is not a number\n");
  CHECK_ONE(", 'datatype': 'integer', 'separator': ' '",
            "1,1 x 3\n",
            "<1> <v> '1'^^<xsd:integer>\n<1> <v> '3'^^<xsd:integer>\n",
            "L0201 value 2:2 \"x\" is not an integer: it is not a number\n");
}

/* "Model for Tabular Data", section 6.4: in plain CSVW what is no value of the datatype is a
   string, and a row without a required value stays; validators call both errors. */
static void
test_plain(void)
{
  static const char json[] =
    CSVW "'url': 't.csv', 'tableSchema': {'aboutUrl': 'http://e/{id}', 'lang': 'en', 'columns': ["
         "{'titles': 'id', 'name': 'id', 'suppressOutput': true},"
         "{'titles': 'v', 'datatype': 'integer', 'separator': ';', 'required': true,"
         " 'propertyUrl': 'http://e/v'},"
         "{'titles': 'w', 'datatype': 'gYear', 'propertyUrl': 'http://e/{w}'}]}}";
  fix_input input = {.json = json, .tables = {{"t.csv", "id,v,w\n1,1;x,1999\n2,,soon\n"}}};
  CHECK_MAKE(&input,
             "<1> <1999> '1999'^^<xsd:gYear>\n<1> <v> '1'^^<xsd:integer>\n<1> <v> 'x'\n"
             "<2> <soon> 'soon'\n",
             "L0209 kept 2:2 \"x\" is not an integer: it is not a number\n"
             "L0210 kept 3:2 a value is missing, but v is required\n"
             "L0209 kept 3:3 \"soon\" is not a year such as 1969: the year needs four digits\n");
  input.validating   = true;
  input.tables[0][1] = "id,v,w\n1,1;x,1999\n2,,2000\n";
  CHECK_MAKE(&input,
             "<1> <1999> '1999'^^<xsd:gYear>\n<1> <v> '1'^^<xsd:integer>\n<1> <v> 'x'\n"
             "<2> <2000> '2000'^^<xsd:gYear>\n",
             "L0201 kept 2:2 \"x\" is not an integer: it is not a number\n"
             "L0203 kept 3:2 a value is missing, but v is required\n");
}

#define EDTF ", 'datatype': {'base': 'string', '@id': 'http://id.loc.gov/datatypes/edtf/EDTF'}"

static void
test_mended(void)
{
  CHECK_ONE(EDTF,
            "1,c. 1988\n2,1969-12\n",
            "<1> <v> '1988~'^^<edtf>\n<2> <v> '1969-12'^^<edtf>\n",
            "L0202 kept 2:2 \"c. 1988\" was read as 1988~\n");
}

/* A required cell: without it there is no row. */
static void
test_required(void)
{
  CHECK_ONE(", 'required': true",
            "1,\n2,a\n",
            "<2> <v> 'a'\n",
            "L0203 row 2:2 the cell is empty, but v is required\n");
  CHECK_ONE(", 'required': true, 'datatype': 'integer'",
            "1,x\n",
            "",
            "L0201 row 2:2 \"x\" is not an integer: it is not a number\n");
  CHECK_ONE(", 'required': true, 'separator': ';'",
            "1,\n",
            "",
            "L0203 row 2:2 the cell is empty, but v is required\n");
}

/* Of a required list one good item is enough. */
static void
test_required_list(void)
{
  CHECK_ONE(", 'required': true, 'separator': ';', 'datatype': 'integer'",
            "1,x;5\n",
            "<1> <v> '5'^^<xsd:integer>\n",
            "L0201 value 2:2 \"x\" is not an integer: it is not a number\n");
  CHECK_ONE(", 'required': true, 'separator': ';', 'datatype': 'integer'",
            "1,x;y\n",
            "",
            "L0201 value 2:2 \"x\" is not an integer: it is not a number\n"
            "L0201 value 2:2 \"y\" is not an integer: it is not a number\n"
            "L0203 row 2:2 no item of the list can be used, but v is required\n");
  CHECK_ONE(", 'required': true, 'separator': ';', 'datatype': 'integer'",
            "1,x\n",
            "",
            "L0201 row 2:2 \"x\" is not an integer: it is not a number\n");
}

/* `value`: the first text whose variables all have values; no percent-encoding. */
static void
test_values(void)
{
  check_one(PLAIN(MUTE("id") "," MUTE("a") "," MUTE("b") "," VIRT(
              "t", ", '~value': ['{a} & {b}', '{b}', 'none of {id}']")),
            "id,a,b\n1,x y,z\n2,,z\n3,,\n",
            "<r/1> <p/t> 'x y & z'\n<r/2> <p/t> 'z'\n<r/3> <p/t> 'none of 3'\n",
            "",
            __LINE__);
  check_one(PLAIN(MUTE("id") "," MUTE("a") "," VIRT("t", ", '~value': '{a}'")),
            "id,a\n1,\n",
            "",
            "",
            __LINE__);
}

/* A text made of texts; nothing is left of the row before. */
static void
test_chain(void)
{
  check_one(PLAIN(MUTE("id") "," MUTE(
              "a") ",{'name': 'x', 'virtual': true, 'suppressOutput': true, "
                   "'~value': '<{a}>', '~when': 'a'}," VIRT("y", ", '~value': ['{x}{x}', '-']")),
            "id,a\n1,q\n2,\n3,r\n",
            "<r/1> <p/y> '<q><q>'\n<r/2> <p/y> '-'\n<r/3> <p/y> '<r><r>'\n",
            "",
            __LINE__);
}

/* Beside a list: one text an item. */
static void
test_value_of_items(void)
{
  check_one(PLAIN(MUTE("id") ",{'name': 'a', 'suppressOutput': true, 'separator': ';', "
                             "'~each': true}," VIRT("t", ", '~value': '({a})'")),
            "id,a\n1,x;y\n2,z\n3,\n",
            "<r/1> <p/t> '(x)'\n<r/1> <p/t> '(y)'\n<r/2> <p/t> '(z)'\n",
            "",
            __LINE__);
  check_one(PLAIN(MUTE("id") ",{'name': 'a', 'suppressOutput': true, 'separator': ';'}," VIRT(
              "t", ", '~value': '({a})'")),
            "id,a\n1,x;y\n",
            "<r/1> <p/t> '(x,y)'\n",
            "",
            __LINE__);
}

/* A virtual column's datatype applies; a fault points at the column it was made of. */
static void
test_value_datatype(void)
{
  check_one(
    PLAIN(MUTE("id") "," MUTE("a") "," VIRT("t", ", 'datatype': 'integer', '~value': '{a}'")),
    "id,a\n1,5\n2,five\n",
    "<r/1> <p/t> '5'^^<xsd:integer>\n",
    "L0201 value 3:2 \"five\" is not an integer: it is not a number\n",
    __LINE__);
}

/* CSVW's own virtual column with a default. */
static void
test_virtual_default(void)
{
  check_one(
    CSVW "'url': 't.csv', 'tableSchema': {'aboutUrl': 'http://e/{id}', 'columns': [" MUTE(
      "id") ", {'name': 'k', 'virtual': true, 'propertyUrl': 'http://e/k', 'default': 'd'}]}}",
    "id\n1\n",
    "<1> <k> 'd'\n",
    "",
    __LINE__);
}

#define NEED                                                                                       \
  MAP "'url': 't.csv', '~require': [{'anyOf': ['a', 'b'], 'when': {'column': 'r', 'notIn': "       \
      "['none']}}], 'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [" MUTE("id") "," COL(        \
        "a", "") "," COL("b", ", 'datatype': 'integer'") "," COL("r", "") "]}}"

static void
test_require(void)
{
  check_one(NEED,
            "id,a,b,r\n1,x,,\n2,,7,\n3,,,\n4,,,none\n5,,z,\n",
            "<r/1> <p/a> 'x'\n<r/2> <p/b> '7'^^<xsd:integer>\n<r/4> <p/r> 'none'\n",
            "L0203 row 4:0 the row needs a or b\n"
            "L0201 value 6:3 \"z\" is not an integer: it is not a number\n"
            "L0203 row 6:0 the row needs a or b\n",
            __LINE__);
}

/* Cells that the reader found fault with, and rows whose quotes are wrong. */
static void
test_bad_cell(void)
{
  const fix_input input = {.json   = ONE(""),
                           .tables = {{"t.csv", "id,v\n1,\xFF\n2,b\n\xFF,c\n3,\"d\"e\n"}}};
  fixture         f     = {0};
  CU_ASSERT_EQUAL(fix_run(&f, &input), LN_OK);
  CHECK_VIEW(ln_text_view(&f.triples), "<2> <v> 'b'\n");
  CHECK_VIEW(ln_text_view(&f.findings),
             "L0203 row 4:1 the cell cannot be read, but id is needed\n");
  CU_ASSERT_EQUAL(f.faulty, 2U);
  CU_ASSERT_EQUAL(f.made, 1U);
  fix_clear(&f);
  CHECK_ONE(", 'required': true, 'separator': ';'",
            "1,\xFF\n",
            "",
            "L0203 row 2:2 the cell cannot be read, but v is needed\n");
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {
    .json   = PLAIN(MUTE(
      "id") ",{'name': 'a', 'suppressOutput': true, 'separator': ';', '~each': "
              "true, 'datatype': 'token'}," COL("d", EDTF) "," VIRT(
              "t", ", '~value': ['{a} {d}', '{a}'], '~when': {'column': 'a', 'present': true}")),
    .tables = {{"t.csv", "id,a,d\n1,x  x;y,c. 1988\n2,;q,bad\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"space", test_space},
  {"default and null", test_default_and_null},
  {"lists", test_lists},
  {"empty item", test_empty_item},
  {"by name", test_by_name},
  {"bad", test_bad},
  {"plain", test_plain},
  {"mended", test_mended},
  {"required", test_required},
  {"required list", test_required_list},
  {"values", test_values},
  {"chain", test_chain},
  {"value of items", test_value_of_items},
  {"value datatype", test_value_datatype},
  {"virtual default", test_virtual_default},
  {"require", test_require},
  {"bad cell", test_bad_cell},
  {"no memory", test_no_memory},
};

UNIT_MAIN("evaluate", tests)
