/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lists in cells: `separator` ("Model for Tabular Data", section 6.4) and `array`
   (docs/mapping.md). */

#include "map/fixture.h"

#define LIST(more)                                                                                 \
  PLAIN(MUTE("id") ",{'name': 'v', 'propertyUrl': 'p/v'" more "}," VIRT("n", ", '~value': '-{v}'"))

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

static void
test_separator(void)
{
  check_one(LIST(", 'separator': ', ', '~each': true"),
            "id,v\n1,\"a,b, c\"\n2,\n3,x\n4,\"1, 2, 3, 4, 5, 6, 7, 8, 9\"\n",
            "<r/1> <p/n> '-a,b'\n<r/1> <p/n> '-c'\n<r/1> <p/v> 'a,b'\n<r/1> <p/v> 'c'\n"
            "<r/3> <p/n> '-x'\n<r/3> <p/v> 'x'\n"
            "<r/4> <p/n> '-1'\n<r/4> <p/n> '-2'\n<r/4> <p/n> '-3'\n<r/4> <p/n> '-4'\n"
            "<r/4> <p/n> '-5'\n<r/4> <p/n> '-6'\n<r/4> <p/n> '-7'\n<r/4> <p/n> '-8'\n"
            "<r/4> <p/n> '-9'\n"
            "<r/4> <p/v> '1'\n<r/4> <p/v> '2'\n<r/4> <p/v> '3'\n<r/4> <p/v> '4'\n"
            "<r/4> <p/v> '5'\n<r/4> <p/v> '6'\n<r/4> <p/v> '7'\n<r/4> <p/v> '8'\n"
            "<r/4> <p/v> '9'\n",
            "",
            __LINE__);
}

/* Of several separators the longest that fits; nothing is cut inside brackets, and one that is
   never closed holds the rest. */
static void
test_separators(void)
{
  check_one(LIST(", 'separator': ', ', '~separators': [' & ', ', & '], '~each': true"),
            "id,v\n1,\"a, b & c, & d\"\n2,a &b\n3,\"x (y, z)\"\n",
            "<r/1> <p/n> '-a'\n<r/1> <p/n> '-b'\n<r/1> <p/n> '-c'\n<r/1> <p/n> '-d'\n"
            "<r/1> <p/v> 'a'\n<r/1> <p/v> 'b'\n<r/1> <p/v> 'c'\n<r/1> <p/v> 'd'\n"
            "<r/2> <p/n> '-a &b'\n<r/2> <p/v> 'a &b'\n"
            "<r/3> <p/n> '-x (y'\n<r/3> <p/n> '-z)'\n<r/3> <p/v> 'x (y'\n<r/3> <p/v> 'z)'\n",
            "",
            __LINE__);
  check_one(LIST(", 'separator': ';', '~brackets': true"),
            "id,v\n1,a (b;[c;d];e);f\n2,a);b (c;d\n3,a) b;c\n",
            "<r/1> <p/n> '-a (b;[c;d];e),f'\n<r/1> <p/v> 'a (b;[c;d];e)'\n<r/1> <p/v> 'f'\n"
            "<r/2> <p/n> '-a),b (c;d'\n<r/2> <p/v> 'a)'\n<r/2> <p/v> 'b (c;d'\n"
            "<r/3> <p/n> '-a) b,c'\n<r/3> <p/v> 'a) b'\n<r/3> <p/v> 'c'\n",
            "",
            __LINE__);
}

static void
test_protect_in_several(void)
{
  check_one(LIST(", 'separator': ', ', '~separators': ' & ', '~protect': 'Earth, Wind & Fire'"),
            "id,v\n1,\"Ann & Earth, Wind & Fire, Bob\"\n",
            "<r/1> <p/n> '-Ann,Earth, Wind & Fire,Bob'\n<r/1> <p/v> 'Ann'\n<r/1> <p/v> 'Bob'\n"
            "<r/1> <p/v> 'Earth, Wind & Fire'\n",
            "",
            __LINE__);
}

static void
test_json(void)
{
  check_one(LIST(", '~array': 'json', '~each': true"),
            "id,v\n1,\"[\"\"a\"\", \"\"b\\\"\"\\u00e9\"\", null, 3]\"\n2,[]\n3,\n",
            "<r/1> <p/n> '-3'\n<r/1> <p/n> '-a'\n<r/1> <p/n> '-b\\'\xC3\xA9'\n"
            "<r/1> <p/v> '3'\n<r/1> <p/v> 'a'\n<r/1> <p/v> 'b\\'\xC3\xA9'\n",
            "",
            __LINE__);
  check_one(LIST(", '~array': 'json', 'datatype': 'integer', 'null': ['-', '']"),
            "id,v\n1,\"[1, \"\"2\"\", \"\"-\"\", \"\"x\"\", \"\"\"\"]\"\n2,-\n",
            "<r/1> <p/v> '1'^^<xsd:integer>\n<r/1> <p/v> '2'^^<xsd:integer>\n",
            "L0201 value 2:2 \"x\" is not an integer: it is not a number\n"
            "L0207 kept 2:2 item 5 of the list is empty and was skipped\n",
            __LINE__);
}

static void
test_postgresql(void)
{
  check_one(LIST(", '~array': 'postgresql'"),
            "id,v\n1,\"{a,\"\"b \\\"\"c\"\",NULL}\"\n2,{}\n",
            "<r/1> <p/n> '-a,b \\'c'\n<r/1> <p/v> 'a'\n<r/1> <p/v> 'b \\'c'\n",
            "",
            __LINE__);
}

/* The cell has no value; where it is needed there is no row, and that is said once. */
static void
test_bad(void)
{
  check_one(LIST(", '~array': 'json'"),
            "id,v\n1,\"[\"\"\xC3\xA9\"\", [2]]\"\n2,\"a,b\"\n",
            "",
            "L0211 value 2:2 \"[\\\"\xC3\xA9\\\", [2]]\" is not a JSON array: at character 7 there "
            "must be a string or number, not an array or object inside\n"
            "L0211 value 3:2 \"a,b\" is not a JSON array: at character 1 there must be [\n",
            __LINE__);
  check_one(PLAIN(MUTE("id") "," COL("w", "") ",{'name': 'v', 'required': true, '~array': "
                                              "'postgresql'}"),
            "id,w,v\n1,x,[]\n",
            "",
            "L0211 row 2:3 \"[]\" is not a PostgreSQL array: at character 1 there must be {\n",
            __LINE__);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {
    .json   = LIST(", '~array': 'json', '~each': true"),
    .tables = {{"t.csv", "id,v\n1,\"[1,2,3,4,5,6,7,8,9,\"\"\\n\"\"]\"\n2,x\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"separator", test_separator},
  {"separators", test_separators},
  {"protected among several", test_protect_in_several},
  {"json", test_json},
  {"postgresql", test_postgresql},
  {"bad", test_bad},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/cut", tests)
