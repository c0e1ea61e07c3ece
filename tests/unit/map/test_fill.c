/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Templates meet rows: RFC 6570, accessors, conditions. */

#include "map/fixture.h"

static void
check_url(const char* const template,
          const char* const text,
          const char* const triples,
          const char* const findings,
          const int         line)
{
  char json[1200];
  (void)snprintf(json,
                 sizeof(json),
                 CSVW "'~base': 'http://e/', 'url': 't.csv', 'tableSchema': {'aboutUrl': 's', "
                      "'columns': [{'name': 'v', 'suppressOutput': true}, {'name': 'l', "
                      "'suppressOutput': true, 'separator': ';'}, {'name': 'u', 'virtual': true, "
                      "'propertyUrl': 'p', 'valueUrl': '%s'}]}}",
                 template);
  const fix_input input = {.json = json, .tables = {{"t.csv", text}}};
  fix_check(&input, triples, findings, __FILE__, line);
}

#define CHECK_URL(template, cells, object)                                                         \
  check_url((template), "v,l\n" cells "\n", "<s> <p> <" object ">\n", "", __LINE__)

/* RFC 6570, section 3.2: simple, reserved, fragment. */
static void
test_expansion(void)
{
  CHECK_URL("x/{v}", "a b/c?d,", "x/a%20b%2Fc%3Fd");
  CHECK_URL("x/{+v}", "a b/c?d,", "x/a%20b/c?d");
  CHECK_URL("x{#v}", "a b/c,", "x#a%20b/c");
  CHECK_URL("x/{v}", "50%,", "x/50%25");
  CHECK_URL("x/{v}", "\xC3\xA9,", "x/%C3%A9");
  CHECK_URL("x/{l}", "a,p;q r", "x/p,q%20r");
  CHECK_URL("x{#l}", "a,p;q", "x#p,q");
  CHECK_URL("x/{v}-{v}.html", "a,", "x/a-a.html");
  CHECK_URL("fixed", "a,", "fixed");
}

/* The operators and modifiers that meet lists, and the signs of several variables. */
static void
test_operators(void)
{
  CHECK_URL("x{?v,l}", "a b,p;q", "x?v=a%20b&l=p,q");
  CHECK_URL("x{?v,l*}", "a,p;q", "x?v=a&l=p&l=q");
  CHECK_URL("x{?v,l}", ",p", "x?l=p");
  CHECK_URL("x{/l*}{.v:1}", "abc,p;q", "x/p/q.a");
  CHECK_URL("x{;_row,v}", "a,", "x;_row=1;v=a");
  CHECK_URL("x/{v,l}", "a,p;q", "x/a,p,q");
}

/* CSVW: a variable without a value expands to nothing. */
static void
test_absent(void)
{
  CHECK_URL("x/{v}/y", ",", "x//y");
  CHECK_URL("x{#v}", ",", "x");
  CHECK_URL("x/{l}", "a,", "x/");
}

static void
test_specials(void)
{
  CHECK_URL("row{_row}", "a,", "row1");
  CHECK_URL("row{_sourceRow}", "a,", "row2");
  CHECK_URL("n-{_name}", "a,", "n-u");
}

/* The fixed text, too, is written so that it is an IRI. */
static void
test_fixed_text(void)
{
  CHECK_URL("x/{v}/a b<c", "1,", "x/1/a%20b%3Cc");
  CHECK_URL("x y/{v}", "1,", "x%20y/1");
}

/* A template that begins with an expression. */
static void
test_open(void)
{
  check_url("{+v}", "v,l\nhttp://o/x#y,\n", "<s> <p> <http://o/x#y>\n", "", __LINE__);
  check_url("{+v}", "v,l\nd/e,\n", "<s> <p> <d/e>\n", "", __LINE__);
  check_url("{+v}", "v,l\nd/a:b,\n", "<s> <p> <d/a:b>\n", "", __LINE__);
  check_url("{v}", "v,l\na:b,\n", "<s> <p> <a%3Ab>\n", "", __LINE__);
  check_url("{+v}{l}", "v,l\nhttp://o/,z\n", "<s> <p> <http://o/z>\n", "", __LINE__);
}

/* What is no IRI is never written, and said. */
static void
test_unfit(void)
{
  check_url("{+v}",
            "v,l\nhttp://[bad/,\nhttp://o/,\n",
            "<s> <p> <http://o/>\n",
            "L0204 value 2:0 \"http://[bad/\" cannot be used as an IRI\n",
            __LINE__);
  check_url("http://o/{+v}",
            "v,l\na[b,\na/b,\n",
            "<s> <p> <http://o/a/b>\n",
            "L0204 value 2:0 \"http://o/a[b\" cannot be used as an IRI\n",
            __LINE__);
  check_url("http://o:{v}/",
            "v,l\n80,\nhttp,\n",
            "<s> <p> <http://o:80/>\n",
            "L0204 value 3:0 \"http://o:http/\" cannot be used as an IRI\n",
            __LINE__);
}

#define KINDS                                                                                      \
  {{"k.csv",                                                                                       \
    "notation,label,aliases,class,spare\ngroup,Group,band,http://c/Group,\n"                       \
    "place,,,http://c/Place,s p\n"}}

#define ACCESS(value)                                                                              \
  PLAIN(MUTE("id") ",{'name': 'k', 'suppressOutput': true, '~valueMap': {'table': 'k.csv', "       \
                   "'value': 'http://v/{notation}'}},{'name': 'd', 'suppressOutput': true, "       \
                   "'datatype': {'base': 'string', '@id': "                                        \
                   "'http://id.loc.gov/datatypes/edtf/EDTF'}}," value)

static void
test_accessors(void)
{
  const fix_input texts = {
    .json   = ACCESS(VIRT("a", ", '~value': '{k}|{k.text}|{k.iri}|{k.class}'") "," VIRT(
      "b", ", '~value': '{k.spare}'") "," VIRT("y", ", '~value': '{d.year}'")),
    .tables = {{"t.csv", "id,k,d\n1,Band,c. 1988\n2,place,../1990\n3,,199X\n"}},
    .lists  = KINDS};
  CHECK_MAKE(&texts,
             "<r/1> <p/a> 'group|Band|http://v/group|http://c/Group'\n<r/1> <p/y> '1988'\n"
             "<r/2> <p/a> 'place|place|http://v/place|http://c/Place'\n<r/2> <p/b> 's p'\n",
             "L0202 kept 2:3 \"c. 1988\" was read as 1988~\n");
  const fix_input urls = {.json   = ACCESS(VIRT("a", ", 'valueUrl': '{+k.class}'") "," VIRT(
                            "b", ", 'valueUrl': 'x/{k.text}/{k}'")),
                          .tables = {{"t.csv", "id,k,d\n1,BAND,\n"}},
                          .lists  = KINDS};
  CHECK_MAKE(&urls, "<r/1> <p/a> <http://c/Group>\n<r/1> <p/b> <x/BAND/group>\n", "");
}

/* `slug`: in URI templates; behind another component it may begin with a digit. */
static void
test_slug(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE(
      "id") ",{'name': 'a', 'propertyUrl': 'p/a', '~slug': true},"
              "{'name': 'b', 'suppressOutput': true, '~slug': true}," VIRT(
              "u", ", 'valueUrl': 'category/{a}--{b}'") "," VIRT("t",
                                                                 ", 'valueUrl': "
                                                                   "'x/{a.text}'") "," VIRT("v",
                                                                                          ","
                                                                                            " "
                                                                                            "'"
                                                                                            "~"
                                                                                            "v"
                                                                                            "a"
                                                                                            "l"
                                                                                            "u"
                                                                                            "e"
                                                                                            "'"
                                                                                            ":"
                                                                                            " "
                                                                                            "'"
                                                                                            "{"
                                                                                            "a"
                                                                                            "}"
                                                                                            "'")),
    .tables = {{"t.csv", "id,a,b\n1,Grammy Awards,21st Century!\n2,21,\xC3\x9C-b\n"}}};
  CHECK_MAKE(&input,
             "<r/1> <p/a> 'Grammy Awards'\n<r/1> <p/u> <category/grammy-awards--21st-century>\n"
             "<r/1> <p/t> <x/Grammy%20Awards>\n<r/1> <p/v> 'Grammy Awards'\n"
             "<r/2> <p/a> '21'\n<r/2> <p/u> <category/x21--u-b>\n<r/2> <p/t> <x/21>\n"
             "<r/2> <p/v> '21'\n",
             "");
}

static void
check_when(const char* const when, const char* const ids, const int line)
{
  char            json[1600];
  ln_text         expected = {0};
  const fix_input input    = {
       .json   = json,
       .tables = {{"t.csv", "id,a,l,k\n1,x,p;q,band\n2,y,p,jam\n3,,,\n"}},
       .lists  = KINDS,
  };
  (void)snprintf(
    json,
    sizeof(json),
    PLAIN(MUTE("id") "," MUTE("a") ",{'name': 'l', 'suppressOutput': true, "
                                   "'separator': ';'},{'name': 'k', 'suppressOutput': "
                                   "true, '~valueMap': {'table': 'k.csv', 'value': "
                                   "'http://v/{notation}', 'mint': 'k/{_slug}'}}," VIRT(
                                     "t", ", '~value': '!', '~when': %s")),
    when);
  for (size_t i = 0U; ids[i] != '\0'; ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_text_format(&expected, "<r/%c> <p/t> '!'\n", ids[i]), LN_OK);
  }
  fix_check(&input, expected.s, "", __FILE__, line);
  ln_text_clear(&expected);
}

static void
test_when(void)
{
  check_when("'a'", "12", __LINE__);
  check_when("{'column': 'a', 'equals': 'x'}", "1", __LINE__);
  check_when("{'column': 'a', 'in': ['x', 'y']}", "12", __LINE__);
  check_when("{'column': 'a', 'notEquals': 'x'}", "23", __LINE__);
  check_when("{'column': 'a', 'notIn': ['x', 'y']}", "3", __LINE__);
  check_when("{'column': 'a', 'present': true}", "12", __LINE__);
  check_when("{'column': 'a', 'present': false}", "3", __LINE__);
  check_when("{'column': 'l', 'equals': 'q'}", "1", __LINE__);
  check_when("{'column': 'l', 'notEquals': 'q'}", "23", __LINE__);
  check_when("{'column': 'l', 'many': true}", "1", __LINE__);
  check_when("{'column': 'l', 'many': false}", "23", __LINE__);
  check_when("{'column': 'k', 'minted': true}", "2", __LINE__);
  check_when("{'column': 'k', 'minted': false}", "13", __LINE__);
  check_when("{'column': 'k', 'equals': 'group'}", "1", __LINE__);
  check_when("{'column': 'k.text', 'equals': 'band'}", "1", __LINE__);
  check_when("'k.class'", "1", __LINE__);
  check_when("{'column': 'k.class', 'present': false}", "23", __LINE__);
  check_when("['a', {'column': 'l', 'many': false}]", "2", __LINE__);
}

static ln_status
run_some(fixture* const f)
{
  const fix_input input = {
    .json   = ACCESS(VIRT("a", ", 'valueUrl': '{+k.class}'") "," VIRT(
      "b", ", 'valueUrl': '{k.text}/{d.year}', '~when': {'column': 'k', 'equals': 'group'}")),
    .tables = {{"t.csv", "id,k,d\n1,BAND,1990\n"}},
    .lists  = KINDS};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_some(&f), fix_clear(&f));
}

/* Places count from 1 in the list that an item lies in, empty items of lists side by side too. */
static void
test_position(void)
{
  const fix_input input = {
    .json =
      PLAIN(MUTE("id") ",{'name': 'a', 'separator': ';', '~each': true, "
                       "'suppressOutput': true},{'name': 'b', 'separator': ';', '~each': 'a', "
                       "'suppressOutput': true},{'name': 'c', 'virtual': true, 'separator': "
                       "'+', '~each': true, 'suppressOutput': true, '~value': '{b}'},"
                       "{'name': 'd', 'virtual': true, 'aboutUrl': "
                       "'x/{a.position}/{c.position}', 'propertyUrl': 'p/d', '~value': "
                       "'{c}'}," VIRT("e", ", '~value': '{a.position}'")),
    .tables = {{"t.csv", "id,a,b\n1,p;q;r,s;;t+u\n"}}};
  CHECK_MAKE(&input,
             "<r/1> <p/e> '1'\n<r/1> <p/e> '2'\n<r/1> <p/e> '3'\n"
             "<x/1/1> <p/d> 's'\n<x/3/1> <p/d> 't'\n<x/3/2> <p/d> 'u'\n",
             "");
  const fix_input whole = {
    .json   = PLAIN(MUTE("id") ",{'name': 'a', 'separator': ';', "
                               "'suppressOutput': true}," VIRT("e", ", '~value': '{a.position}'")),
    .tables = {{"t.csv", "id,a\n1,p;q\n"}}};
  CHECK_MAKE(&whole, "<r/1> <p/e> '1,2'\n", "");
}

static const unit_test tests[] = {
  {"expansion", test_expansion},
  {"position", test_position},
  {"operators", test_operators},
  {"absent", test_absent},
  {"specials", test_specials},
  {"fixed text", test_fixed_text},
  {"open", test_open},
  {"unfit", test_unfit},
  {"accessors", test_accessors},
  {"slug", test_slug},
  {"when", test_when},
  {"no memory", test_no_memory},
};

UNIT_MAIN("fill", tests)
