/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* One value: datatypes, the datatype another column tells, placeholders, groups (docs/mapping.md).
 */

#include "map/fixture.h"

static void
check_one(const char* const json,
          const char* const text,
          const char* const triples,
          const char* const findings,
          const int         line)
{
  const fix_input input = {.json   = json,
                           .tables = {{"t.csv", text}},
                           .lists  = {{"l.csv",
                                       "notation,label,aliases\nva,Various Artists,V.A.\n"
                                        "ewf,\"Earth, Wind & Fire\",\n"}}};
  fix_check(&input, triples, findings, __FILE__, line);
}

#define EDTF "{'base': 'string', '@id': 'http://id.loc.gov/datatypes/edtf/EDTF'}"

/* The first that takes the value; a date that EDTF alone can say is EDTF. */
static void
test_datatypes(void)
{
  static const char json[] =
    PLAIN(MUTE("id") "," COL("v", ", '~datatypes': ['date', 'gYear', " EDTF "]"));
  check_one(json,
            "id,v\n1,1969-12-31\n2,1969\n3,1969~\n4,196X\n5,\n",
            "<r/1> <p/v> '1969-12-31'^^<xsd:date>\n<r/2> <p/v> '1969'^^<xsd:gYear>\n"
            "<r/3> <p/v> '1969~'^^<edtf>\n<r/4> <p/v> '196X'^^<edtf>\n",
            "",
            __LINE__);
  check_one(json,
            "id,v\n1,soon\n",
            "",
            "L0201 value 2:2 \"soon\" is not any of: a date such as 1969-12-31, a year such as "
            "1969, a date such as 1969-12-31, 1969 or 1969~\n",
            __LINE__);
  check_one(PLAIN(MUTE("id") "," COL("v", ", 'lang': 'en', '~datatypes': ['integer', 'string']")),
            "id,v\n1, 7 \n2,many\n",
            "<r/1> <p/v> '7'^^<xsd:integer>\n<r/2> <p/v> 'many'@en\n",
            "",
            __LINE__);
}

static void
test_xsd_dates(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") "," COL("v", ", '~datatypes': ['integer', " EDTF "]")),
    .tables = {{"t.csv", "id,v\n1,1969-12-31\n2,1969~\n"}},
    .xsd    = true};
  fix_check(&input,
            "<r/1> <p/v> '1969-12-31'^^<xsd:date>\n<r/2> <p/v> '1969~'^^<edtf>\n",
            "",
            __FILE__,
            __LINE__);
}

/* The column that tells may stand behind; without a word in it the column's own datatype holds. */
static void
test_datatype_column(void)
{
  static const char json[] =
    PLAIN(MUTE("id") "," COL("v", ", '~datatypeColumn': 't'") "," MUTE("t"));
  check_one(json,
            "id,v,t\n1, 7,integer\n2,1969,xsd:gYear\n"
            "3,true,http://www.w3.org/2001/XMLSchema#boolean\n4, x,\n5,y,string\n6,1969~,edtf\n",
            "<r/1> <p/v> '7'^^<xsd:integer>\n<r/2> <p/v> '1969'^^<xsd:gYear>\n"
            "<r/3> <p/v> 'true'^^<xsd:boolean>\n<r/4> <p/v> ' x'\n<r/5> <p/v> 'y'\n"
            "<r/6> <p/v> '1969~'^^<edtf>\n",
            "",
            __LINE__);
  check_one(json,
            "id,v,t\n1,7,number of\n2,x,integer\n3,,foo\n",
            "",
            "L0213 value 2:3 \"number of\" is not the name of a datatype, so the value \"7\" "
            "cannot be read\n"
            "L0201 value 3:2 \"x\" is not an integer: it is not a number\n",
            __LINE__);
}

/* No value, told once; or another text. Compared as names are. */
static void
test_placeholders(void)
{
  check_one(PLAIN(MUTE("id") "," COL("v", ", '~placeholders': ['Various Artists', '[unknown]']")),
            "id,v\n1,various artists\n2,Ann\n3,Various  Artists\n4,[unknown]\n",
            "<r/2> <p/v> 'Ann'\n",
            "L0212 kept 2:2 \"various artists\" names nobody; it was taken for an empty cell, here "
            "and in later rows\n"
            "L0212 kept 5:2 \"[unknown]\" names nobody; it was taken for an empty cell, here and "
            "in later rows\n",
            __LINE__);
  check_one(PLAIN(MUTE("id") ",{'name': 'v', 'separator': ';', 'propertyUrl': 'p/v', "
                             "'valueUrl': 'x/{v}', '~each': true, '~placeholders': "
                             "{'table': 'l.csv', 'words': ['N.N.'], 'value': 'nobody'}}"),
            "id,v\n1,V.A.;Ann;N.N.\n",
            "<r/1> <p/v> <x/Ann>\n<r/1> <p/v> <x/nobody>\n<r/1> <p/v> <x/nobody>\n",
            "L0212 kept 2:2 \"V.A.\" names nobody; what the mapping gives stands instead, here and "
            "in later rows\n"
            "L0212 kept 2:2 \"N.N.\" names nobody; what the mapping gives stands instead, here and "
            "in later rows\n",
            __LINE__);
}

#define TRACK "'~extract': '(?<n>[0-9]+)[.] (?<title>[^(]+?)( [(](?<by>.*)[)])?'"

static void
test_extract(void)
{
  static const char json[] =
    PLAIN(MUTE("id") "," COL("v", ", " TRACK) "," VIRT("t", ", '~value': '{v.title}'") "," VIRT(
      "by", ", '~value': '{v.by}'") ",{'name': 'u', 'virtual': true, 'propertyUrl': 'p/u', "
                                    "'valueUrl': 'x/{v.n}', '~when': 'v.by'}");
  check_one(json,
            "id,v\n1,1. So What (Davis)\n2,12. Blue\n3,\n",
            "<r/1> <p/by> 'Davis'\n<r/1> <p/t> 'So What'\n<r/1> <p/u> <x/1>\n"
            "<r/1> <p/v> '1. So What (Davis)'\n"
            "<r/2> <p/t> 'Blue'\n<r/2> <p/v> '12. Blue'\n",
            "",
            __LINE__);
  check_one(PLAIN(MUTE("id") "," COL("v", ", '~extract': '[a-c]+'")),
            "id,v\n1,abd\n2,abc\n",
            "<r/2> <p/v> 'abc'\n",
            "L0214 value 2:2 \"abd\" does not match \"[a-c]+\"\n",
            __LINE__);
  check_one(
    PLAIN(MUTE("id") "," COL("v", ", '~extract': {'pattern': '[a-c]+', 'noMatch': 'null'}")),
    "id,v\n1,abd\n2,abc\n",
    "<r/2> <p/v> 'abc'\n",
    "",
    __LINE__);
}

/* A pattern that would run for years is an error, and soon. */
static void
test_extract_hostile(void)
{
  check_one(
    PLAIN(MUTE("id") "," COL("v", ", '~extract': '(a+)+'")),
    "id,v\n1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n",
    "",
    "L0214 value 2:2 \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" takes "
    "too long to be matched with \"(a+)+\"\n",
    __LINE__);
}

static void
test_pad(void)
{
  check_one(PLAIN(MUTE("id") "," COL("v", ", '~pad': 3") "," VIRT("t", ", '~value': '{v.text}'")),
            "id,v\n1,7\n2,-7\n3,1234\n4,\n5,-\n6,007\n",
            "<r/1> <p/t> '007'\n<r/1> <p/v> '007'\n<r/2> <p/t> '-007'\n<r/2> <p/v> '-007'\n"
            "<r/3> <p/t> '1234'\n<r/3> <p/v> '1234'\n<r/5> <p/t> '-'\n<r/5> <p/v> '-'\n"
            "<r/6> <p/t> '007'\n<r/6> <p/v> '007'\n",
            "",
            __LINE__);
  check_one(PLAIN(MUTE("id") "," COL("v", ", '~pad': 4, 'datatype': " EDTF)),
            "id,v\n1,8\n2,-750\n",
            "<r/1> <p/v> '0008'^^<edtf>\n<r/2> <p/v> '-0750'^^<edtf>\n",
            "",
            __LINE__);
}

/* 0306406152 is the example of ISO 2108. */
static void
test_check_digit(void)
{
  check_one(PLAIN(MUTE("id") "," COL("v", ", '~pad': 10, '~checkDigit': 'ISBN'")),
            "id,v\n1,306406152\n2,306406153\n3,\n",
            "<r/1> <p/v> '0306406152'\n<r/2> <p/v> '0306406153'\n",
            "L0531 kept 3:2 \"0306406153\" is no ISBN: its check digit is wrong, or it is too long "
            "or too short\n",
            __LINE__);
}

static void
test_warn(void)
{
  check_one(
    PLAIN(MUTE("id") "," MUTE("a") "," COL(
      "v", ", '~warn': 'an old word'") ","
                                       "{'name': 'w', 'virtual': true, 'suppressOutput': true, "
                                       "'~value': '{a}', '~when': {'column': 'a', 'in': ['x']}, "
                                       "'~warn': 'a is x'}"),
    "id,a,v\n1,x,\n2,y,7\n",
    "<r/2> <p/v> '7'\n",
    "L0530 kept 2:2 \"x\": a is x\nL0530 kept 3:3 \"7\": an old word\n",
    __LINE__);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {
    .json =
      PLAIN(MUTE("id") "," COL("v", ", '~datatypes': ['date', 'gYear', 'string'], " TRACK) "," COL(
        "w",
        ", '~placeholders': 'n.n.', '~pad': 2, '~warn': 'odd', "
        "'~datatypeColumn': 'x'") "," MUTE("x") "," VIRT("t",
                                                         ", '~value': "
                                                         "'{v.title}'")),
    .tables = {{"t.csv", "id,v,w,x\n1,1. So What,N.N.,date\n2,x,7,integer\n3,,8,foo\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"datatypes", test_datatypes},
  {"xsd dates", test_xsd_dates},
  {"datatype column", test_datatype_column},
  {"placeholders", test_placeholders},
  {"extract", test_extract},
  {"extract hostile", test_extract_hostile},
  {"pad", test_pad},
  {"check digit", test_check_digit},
  {"warn", test_warn},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/item", tests)
