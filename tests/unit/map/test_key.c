/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* How rows are named. The IRIs are those of the policy: components joined by `--` in fixed order,
   several items sorted, keys over 120 bytes ended by 26 base32 characters of SHA-256 over the
   components joined by NUL (computed with Python's hashlib and base64). */

#include "map/fixture.h"

#define ID_NAME                                                                                    \
  KEYED("[['id'], ['identifiers[0]'], ['name']]",                                                  \
        MUTE("id") ", {'name': 'identifiers', 'suppressOutput': true, 'separator': ';'}, "         \
                   "{'name': 'name', 'propertyUrl': 'p', '~slug': true}")

/* Id, else the first external id, else a slug of the name. */
static void
test_alternatives(void)
{
  const fix_input input = {.json   = ID_NAME,
                           .tables = {{"t.csv",
                                       "id,identifiers,name\n"
                                       "tr,imdb:nm1,Thom\n"
                                       ",imdb:nm0001104;wd:Q42,Rob\n"
                                       ",,Alondra de la Parra\n"
                                       ",,N\xC3\xBA\xC3\xB1"
                                       "ez & Co.\n"}}};
  CHECK_MAKE(&input,
             "<r/tr> <p> 'Thom'\n"
             "<r/imdb-nm0001104> <p> 'Rob'\n"
             "<r/alondra-de-la-parra> <p> 'Alondra de la Parra'\n"
             "<r/nunez-co> <p> 'N\xC3\xBA\xC3\xB1"
             "ez & Co.'\n",
             "");
}

static void
test_none(void)
{
  const fix_input input = {.json   = ID_NAME,
                           .tables = {{"t.csv", "id,identifiers,name\n,,\nx,,X\n"}}};
  CHECK_MAKE(&input, "<r/x> <p> 'X'\n", "");
}

/* A row without any of the columns of its key is left out, and this is said. */
static void
test_unnamed(void)
{
  const fix_input input = {
    .json = KEYED("[['id'], ['a', 'b']]", MUTE("id") "," MUTE("a") "," MUTE("b") "," COL("x", "")),
    .tables = {{"t.csv", "id,a,b,x\n,1,,v\n,1,2,w\n"}}};
  CHECK_MAKE(&input,
             "<r/x1--2> <p/x> 'w'\n",
             "L0308 row 2:0 the row cannot be named: its id is made of id, or a and b\n");
}

/* What may be absent. Only the whole key must begin with a letter. */
static void
test_optional(void)
{
  const fix_input input = {
    .json   = KEYED("[['work', 'role', 'q?', 'n?']]",
                  MUTE("work") "," MUTE("role") ",{'name': 'q', 'suppressOutput': true, "
                                                  "'separator': ';'}," MUTE("n") "," COL("x", "")),
    .tables = {{"t.csv",
                "work,role,q,n,x\n"
                "w,mix,,,1\n"
                "w,mix,solo;assistant,,2\n"
                "w,mix,,2,3\n"
                "w,mix,assistant;solo,2,4\n"}}};
  CHECK_MAKE(&input,
             "<r/w--mix> <p/x> '1'\n"
             "<r/w--mix--assistant--solo> <p/x> '2'\n"
             "<r/w--mix--2> <p/x> '3'\n"
             "<r/w--mix--assistant--solo--2> <p/x> '4'\n",
             "");
}

static void
test_first_that_has_a_value(void)
{
  const fix_input input = {
    .json   = KEYED("[['award', 'work|agent']]",
                  MUTE("award") "," MUTE("work") "," MUTE("agent") "," COL("x", "")),
    .tables = {{"t.csv", "award,work,agent,x\ng,w,a,1\ng,,a,2\n"}}};
  CHECK_MAKE(&input, "<r/g--w> <p/x> '1'\n<r/g--a> <p/x> '2'\n", "");
}

/* One thing an item: all combinations. */
static void
test_spread(void)
{
  const fix_input input = {
    .json   = KEYED("[['w', 'r*', 'a*']]",
                  MUTE("w") ",{'name': 'r', 'propertyUrl': 'p/r', 'separator': ';'},"
                              "{'name': 'a', 'propertyUrl': 'p/a', 'separator': ';'}"),
    .tables = {{"t.csv", "w,r,a\nsong,mix;produce,ada;bob\n"}}};
  CHECK_MAKE(&input,
             "<r/song--mix--ada> <p/r> 'mix'\n<r/song--mix--ada> <p/a> 'ada'\n"
             "<r/song--mix--bob> <p/r> 'mix'\n<r/song--mix--bob> <p/a> 'bob'\n"
             "<r/song--produce--ada> <p/r> 'produce'\n<r/song--produce--ada> <p/a> 'ada'\n"
             "<r/song--produce--bob> <p/r> 'produce'\n<r/song--produce--bob> <p/a> 'bob'\n",
             "");
}

#define TEN "aaaaaaaaaa"
#define SIXTY TEN TEN TEN TEN TEN TEN
#define SEVENTY "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static void
test_long(void)
{
  const fix_input input = {
    .json   = KEYED("[['a', 'b?']]", MUTE("a") "," MUTE("b") "," COL("x", "")),
    .tables = {{"t.csv",
                "a,b,x\n" SIXTY "," SEVENTY ",1\n" SIXTY TEN TEN TEN TEN TEN "aaaaaaaa,bb,2\n"
                "p" SIXTY SIXTY ",,3\n"}}};
  CHECK_MAKE(&input,
             "<r/" SIXTY "--x4mo5ayu3vu7vpdxd5ils6ynm62> <p/x> '1'\n"
             "<r/" SIXTY TEN TEN TEN TEN TEN "aaaaaaaa--x3r5cqudsbyn3ggymdfabwwyphq> <p/x> '2'\n"
             "<r/xay3n4utpgshdw3tvu7xpg4o4z4> <p/x> '3'\n",
             "");
}

/* 116 + 2 + 2 = 120 bytes are not too many. */
static void
test_longest(void)
{
  const fix_input input = {
    .json   = KEYED("[['a', 'b?']]", MUTE("a") "," MUTE("b") "," COL("x", "")),
    .tables = {{"t.csv", "a,b,x\n" SIXTY TEN TEN TEN TEN TEN "aaaaaa,bb,1\n"}}};
  CHECK_MAKE(&input, "<r/" SIXTY TEN TEN TEN TEN TEN "aaaaaa--bb> <p/x> '1'\n", "");
}

/* The key does not depend on the order of items, columns or rows. */
static void
test_stable(void)
{
  const char* const json =
    KEYED("[['q', 'w']]",
          "{'name': 'q', 'suppressOutput': true, 'separator': ';'}," MUTE("w") "," COL("x", ""));
  const char* const expected = "<r/a--b--c--w> <p/x> '1'\n<r/d--w> <p/x> '2'\n";
  const fix_input   one      = {.json = json, .tables = {{"t.csv", "q,w,x\nc;a;b,w,1\nd,w,2\n"}}};
  const fix_input   two      = {.json = json, .tables = {{"t.csv", "x,w,q\n2,w,d\n1,w,b;c;a\n"}}};
  CHECK_MAKE(&one, expected, "");
  CHECK_MAKE(&two, expected, "");
}

/* More items than anybody types all count. */
static void
test_many_items(void)
{
  char   text[600] = "q,x\n";
  size_t n         = strlen(text);
  for (int i = 0; i < 80; ++i) {
    n += (size_t)snprintf(text + n, sizeof(text) - n, "%sa", i > 0 ? ";" : "");
  }
  (void)snprintf(text + n, sizeof(text) - n, ";zz,1\n");
  const fix_input input = {
    .json =
      KEYED("[['q']]", "{'name': 'q', 'suppressOutput': true, 'separator': ';'}," COL("x", "")),
    .tables = {{"t.csv", text}}};
  fixture f = {0};
  CU_ASSERT_EQUAL(fix_run(&f, &input), LN_OK);
  CHECK_VIEW(ln_text_view(&f.triples), "<r/xc62ht72ksvnrabapx3awmtqj57> <p/x> '1'\n");
  fix_clear(&f);
}

/* A word of a list that is no id becomes one: an IRI never holds a blank. */
static void
test_odd_words(void)
{
  const fix_input input = {
    .json   = KEYED("[['k']]",
                  "{'name': 'k', 'suppressOutput': true, '~valueMap': {'table': 'k.csv', 'value': "
                    "'http://v/{notation}'}}," COL("x", "")),
    .tables = {{"t.csv", "k,x\nBig Band,1\ntrio,2\n"}},
    .lists  = {{"k.csv", "notation,label,aliases\nBig Band,,\ntrio,,\n"}}};
  CHECK_MAKE(&input, "<r/Big-Band> <p/x> '1'\n<r/trio> <p/x> '2'\n", "");
}

/* Key values of which one is bad: the row cannot be named, which was said at the cell. */
static void
test_bad_component(void)
{
  const fix_input input = {
    .json = KEYED(
      "[['id', 'n?']]",
      MUTE("id") ",{'name': 'n', 'suppressOutput': true, 'datatype': 'integer'}," COL("x", "")),
    .tables = {{"t.csv", "id,n,x\na,two,1\nb,2,2\n"}}};
  CHECK_MAKE(&input,
             "<r/b--2> <p/x> '2'\n",
             "L0201 row 2:2 \"two\" is not an integer: it is not a number\n");
}

static ln_status
run_spread(fixture* const f)
{
  const fix_input input = {
    .json =
      KEYED("[['w', 'r*']]", MUTE("w") ",{'name': 'r', 'propertyUrl': 'p', 'separator': ';'}"),
    .tables = {{"t.csv", "w,r\n" SIXTY ",mix;" SEVENTY "\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_spread(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"alternatives", test_alternatives},
  {"none", test_none},
  {"unnamed", test_unnamed},
  {"optional", test_optional},
  {"first that has a value", test_first_that_has_a_value},
  {"spread", test_spread},
  {"long", test_long},
  {"longest", test_longest},
  {"stable", test_stable},
  {"many items", test_many_items},
  {"odd words", test_odd_words},
  {"bad component", test_bad_component},
  {"no memory", test_no_memory},
};

UNIT_MAIN("key", tests)
