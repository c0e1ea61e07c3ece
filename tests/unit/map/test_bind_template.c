/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Names in templates become variables, fixed beginnings become IRIs. */

#include "map/fixture.h"

#define KINDS {{"k.csv", "notation,label,aliases,class\ngroup,,,http://c/G\n"}}
#define URL(template)                                                                              \
  PLAIN(MUTE("id") "," MUTE("a") ",{'name': 'k', 'suppressOutput': true, '~valueMap': {'table': "  \
                                 "'k.csv'}}," VIRT("u", ", 'valueUrl': '" template "'"))

static void
check_url(const char* const json,
          const char* const triples,
          const char* const finding,
          const int         line)
{
  const fix_input input = {
    .json = json, .tables = {{"t.csv", "id,a,k\n1,x,group\n"}}, .lists = KINDS};
  fix_check(&input, triples, finding, __FILE__, line);
}

#define CHECK_URL(template, object)                                                                \
  check_url(URL(template), "<r/1> <p/u> <" object ">\n", "", __LINE__)
#define CHECK_FAULT(template, finding) check_url(URL(template), "", (finding), __LINE__)

static void
test_beginnings(void)
{
  CHECK_URL("x/{a}", "x/x");
  CHECK_URL("/y/{a}", "y/x");
  CHECK_URL("#{a}", "#x");
  CHECK_URL("http://o/{a}", "http://o/x");
  CHECK_URL("schema:thing", "http://schema.org/thing");
  CHECK_URL("skos:{a}", "http://www.w3.org/2004/02/skos/core#x");
  CHECK_URL("urn:x:{a}", "urn:x:x");
  CHECK_URL("mailto:{a}", "mailto:x");
  /* A dot that the value goes on is no segment (RFC 3986, section 5.2.4); one of its own is. */
  CHECK_URL(".{a}", ".x");
  CHECK_URL("y/..{a}", "y/..x");
  CHECK_URL("y/../{a}", "x");
  CHECK_URL("urn:.{a}", "urn:.x");
  CHECK_URL("y/.{?a}", "y/?a=x");
  CHECK_URL("y/z/..{#a}", "y/#x");
}

static void
test_unknown(void)
{
  CHECK_FAULT("x/{b}", "L0405 table 0:0 valueUrl: no column is called \"b\"\n");
  CHECK_FAULT("x/{a",
              "L0407 table 0:0 valueUrl: the template \"x/{a\" cannot be read at character 3\n");
  CHECK_FAULT("x/{a}%",
              "L0407 table 0:0 valueUrl: \"x/{a}%\" makes no IRI: it contains % without two "
              "hexadecimal digits behind it\n");
  CHECK_FAULT("{#a}{#a}",
              "L0407 table 0:0 valueUrl: \"{#a}{#a}\" makes no IRI: it contains # twice\n");
  CHECK_FAULT("x/{_slug}",
              "L0405 table 0:0 valueUrl: {_slug} has a meaning only where IRIs are minted\n");
}

static void
test_accessors(void)
{
  CHECK_URL("{+k.class}", "http://c/G");
  CHECK_FAULT("{k.nothing}", "L0405 table 0:0 valueUrl: \"k\" has no \"nothing\"\n");
  CHECK_FAULT("{a.class}", "L0405 table 0:0 valueUrl: \"a\" has no \"class\"\n");
  CHECK_FAULT("{+a.iri}", "L0405 table 0:0 valueUrl: \"a\" has no \"iri\"\n");
  CHECK_FAULT("{+k.iri}",
              "L0405 table 0:0 valueUrl: \"k\" has no \"iri\"\n"); // a list without `value`
  CHECK_FAULT("{_row.text}", "L0405 table 0:0 valueUrl: no column is called \"_row\"\n");
}

/* A column whose name holds a dot is found by all of it. */
static void
test_dots(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") "," MUTE("a.b") "," MUTE("a") "," VIRT("u",
                                                                    ", 'valueUrl': "
                                                                      "'x/{a.b}/{a.b.text}/{a}'")),
    .tables = {{"t.csv", "id,a.b,a\n1,p,q\n"}}};
  CHECK_MAKE(&input, "<r/1> <p/u> <x/p/p/q>\n", "");
  const fix_input plain = {.json   = CSVW "'url': 't.csv', 'aboutUrl': 'http://e/{_col.1}', "
                                          "'propertyUrl': 'http://e/p'}",
                           .tables = {{"t.csv", ",b\n1,2\n"}}};
  CHECK_MAKE(&plain, "<1> <p> '1'\n<1> <p> '2'\n", "");
}

/* What is made of columns stands behind them. */
static void
test_forward(void)
{
  check_url(
    PLAIN(MUTE("id") "," MUTE("a") "," MUTE("k") "," VIRT("u", ", '~value': '{v}'") "," VIRT(
      "v", ", '~value': '{id}'")),
    "",
    "L0405 table 0:0 value: the column \"v\" must stand in front of the one that is made of "
    "it\n",
    __LINE__);
  check_url(
    PLAIN(MUTE("id") "," MUTE("a") "," MUTE("k") "," VIRT("u", ", '~value': '{u}'")),
    "",
    "L0405 table 0:0 value: the column \"u\" must stand in front of the one that is made of "
    "it\n",
    __LINE__);
  check_url(PLAIN(MUTE("id") "," MUTE("a") "," MUTE("k") "," VIRT(
              "u", ", '~value': 'x', '~when': 'v'") "," VIRT("v", ", '~value': '{id}'")),
            "",
            "L0405 table 0:0 when: the column \"v\" must stand in front of the one that is made of "
            "it\n",
            __LINE__);
  /* conditions of what is only written, not made, are looked at in the end */
  check_url(PLAIN(MUTE("id") "," MUTE("k") "," COL("a", ", '~when': 'v'") "," VIRT(
              "v", ", '~value': '{id}'")),
            "<r/1> <p/a> 'x'\n<r/1> <p/v> '1'\n",
            "",
            __LINE__);
}

static ln_status
run_all(fixture* const f)
{
  const fix_input input = {.json   = URL("http://o/{a}x y/{k.class}{#_name}"),
                           .tables = {{"t.csv", "id,a,k\n1,x,group\n"}},
                           .lists  = KINDS};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"beginnings", test_beginnings},
  {"unknown", test_unknown},
  {"accessors", test_accessors},
  {"dots", test_dots},
  {"forward", test_forward},
  {"no memory", test_no_memory},
};

UNIT_MAIN("bind_template", tests)
