/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Rows become descriptions. */

#include "map/fixture.h"

#define CREDITS                                                                                    \
  MAP                                                                                              \
    "'tables': [{'url': 'people.csv', 'tableSchema': {'aboutUrl': 'person/{_key}', '~key': "       \
    "[['id']], '~names': ['name'], 'columns': [" MUTE("id") "," COL(                               \
      "name",                                                                                      \
      "") "]}},"                                                                                   \
          "{'url': 'credits.csv', 'tableSchema': {'aboutUrl': 'credit/{_key}', '~key': [['work', " \
          "'role*', 'agent*', 'qualifier?', 'n?']], 'columns': [" MUTE(                            \
            "work") ","                                                                            \
                    "{'name': 'role', 'propertyUrl': 'p/role', 'separator': ';', '~each': true, "  \
                    "'~valueMap': "                                                                \
                    "{'table': 'roles.csv', 'value': 'http://v/{notation}'}},"                     \
                    "{'name': 'agent', 'propertyUrl': 'p/agent', 'separator': ';', '~each': "      \
                    "true, '~lookup': "                                                            \
                    "{'tables': ['people.csv']}},"                                                 \
                    "{'name': 'qualifier', 'suppressOutput': true, 'separator': ';'},"             \
                    "{'name': 'n', 'suppressOutput': true, 'datatype': 'integer'},"                \
                    "{'name': 'type', 'virtual': true, 'propertyUrl': 'rdf:type', 'valueUrl': "    \
                    "'c/Credit'},"                                                                 \
                    "{'name': 'short', 'virtual': true, 'aboutUrl': 'work/{work}', "               \
                    "'propertyUrl': "                                                              \
                    "'rel/{role.code}', 'valueUrl': '{+agent.iri}', '~layer': 'shortcuts', "       \
                    "'~when': "                                                                    \
                    "['role.code', {'column': 'qualifier', 'present': false}]}]}}]}"

#define PEOPLE {"people.csv", "id,name\nada,Ada\nbob,Bob\n"}
#define ROLES                                                                                      \
  {{"roles.csv", "notation,label,aliases,code\nmix,Mixer,mixing,mxe\nprod,Producer,,\n"}}

/* credit/{work}--{role}--{agent}[--{qualifier}…][--{n}], one for each role and agent. */
static void
test_credits(void)
{
  const fix_input input = {.json   = CREDITS,
                           .tables = {PEOPLE,
                                      {"credits.csv",
                                       "work,role,agent,qualifier,n\nsong,Mixing;prod,Ada;bob,,\n"
                                       "song,mix,ada,solo;guest,2\n"}},
                           .lists  = ROLES};
  CHECK_MAKE(&input,
             "<person/ada> <p/name> 'Ada'\n<person/bob> <p/name> 'Bob'\n"
             "<credit/song--mix--ada> a <c/Credit>\n"
             "<credit/song--mix--ada> <p/role> <http://v/mix>\n"
             "<credit/song--mix--ada> <p/agent> <person/ada>\n"
             "<credit/song--mix--bob> a <c/Credit>\n"
             "<credit/song--mix--bob> <p/role> <http://v/mix>\n"
             "<credit/song--mix--bob> <p/agent> <person/bob>\n"
             "<credit/song--prod--ada> a <c/Credit>\n"
             "<credit/song--prod--ada> <p/role> <http://v/prod>\n"
             "<credit/song--prod--ada> <p/agent> <person/ada>\n"
             "<credit/song--prod--bob> a <c/Credit>\n"
             "<credit/song--prod--bob> <p/role> <http://v/prod>\n"
             "<credit/song--prod--bob> <p/agent> <person/bob>\n"
             "<work/song> <rel/mxe> <person/ada>\n<work/song> <rel/mxe> <person/bob>\n"
             "<credit/song--mix--ada--guest--solo--2> a <c/Credit>\n"
             "<credit/song--mix--ada--guest--solo--2> <p/role> <http://v/mix>\n"
             "<credit/song--mix--ada--guest--solo--2> <p/agent> <person/ada>\n",
             "");
}

/* One of several agents is unknown: the others stay. */
static void
test_bad_item(void)
{
  const fix_input input = {
    .json   = CREDITS,
    .tables = {PEOPLE, {"credits.csv", "work,role,agent,qualifier,n\nsong,prod,Ada;Zoe,,\n"}},
    .layers = 1U,
    .lists  = ROLES};
  CHECK_MAKE(&input,
             "<person/ada> <p/name> 'Ada'\n<person/bob> <p/name> 'Bob'\n"
             "<credit/song--prod--ada> a <c/Credit>\n"
             "<credit/song--prod--ada> <p/role> <http://v/prod>\n"
             "<credit/song--prod--ada> <p/agent> <person/ada>\n",
             "L0301 value 2:3 nothing is called \"Zoe\"\n");
}

/* rdf:type first, then one predicate after the other in the order of the columns. */
static void
test_order(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") ",{'name': 'b', 'propertyUrl': 'p/1'},{'name': 'a', 'propertyUrl': "
                               "'p/2'},{'name': 'c', 'propertyUrl': 'p/1'},{'name': 't', 'virtual': "
                               "true, 'propertyUrl': 'rdf:type', 'valueUrl': 'c/T'}"),
    .tables = {{"t.csv", "id,a,b,c\n1,x,y,z\n"}},
    .raw    = true};
  CHECK_MAKE(&input,
             "<http://e/r/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/c/T> .\n"
             "<http://e/r/1> <http://e/p/1> \"y\" .\n"
             "<http://e/r/1> <http://e/p/1> \"z\" .\n"
             "<http://e/r/1> <http://e/p/2> \"x\" .\n",
             "");
}

#define LAYERS                                                                                     \
  PLAIN(MUTE("id") "," COL("f", "") "," COL("e", ", '~layer': 'evidence'") "," COL(                \
    "s", ", '~layer': 'shortcuts', 'aboutUrl': 'w/{id}'"))

static void
test_layers(void)
{
  fix_input input = {.json = LAYERS, .tables = {{"t.csv", "id,f,e,s\n1,x,y,z\n"}}, .layers = 2U};
  CHECK_MAKE(&input, "<r/1> <p/e> 'y'\n", "");
  input.layers = 5U;
  CHECK_MAKE(&input, "<r/1> <p/f> 'x'\n<w/1> <p/s> 'z'\n", "");
  input.layers = 7U;
  input.named  = true;
  CHECK_MAKE(&input,
             "<r/1> <p/e> 'y' <graph/evidence>\n<r/1> <p/f> 'x' <graph/facts>\n"
             "<w/1> <p/s> 'z' <graph/shortcuts>\n",
             "");
}

/* Rows that make one thing are joined, and this is said, unless the mapping means it. */
#define TWICE(more)                                                                                \
  MAP "'url': 't.csv'" more ", 'tableSchema': {'aboutUrl': 'r/{_key}', '~key': [['id']], "         \
      "'columns': [" MUTE("id") "," COL("x", "") "]}}"

static void
test_twice(void)
{
  fix_input input = {.json = TWICE(""), .tables = {{"t.csv", "id,x\na,1\nb,2\na,3\n"}}};
  CHECK_MAKE(&input,
             "<r/a> <p/x> '1'\n<r/a> <p/x> '3'\n<r/b> <p/x> '2'\n",
             "L0306 kept 4:0 the row describes r/a, as row 2 does; they were joined\n");
  input.json = TWICE(", '~merge': true");
  CHECK_MAKE(&input, "<r/a> <p/x> '1'\n<r/a> <p/x> '3'\n<r/b> <p/x> '2'\n", "");
}

/* The same where all that is said of the row itself is evidence. */
static void
test_twice_in_evidence(void)
{
  const fix_input input = {.json =
                             KEYED("[['id']]", MUTE("id") "," COL("x", ", '~layer': 'evidence'")),
                           .tables = {{"t.csv", "id,x\na,1\na,3\n,5\n"}}};
  CHECK_MAKE(&input,
             "<r/a> <p/x> '1'\n<r/a> <p/x> '3'\n",
             "L0306 kept 3:0 the row describes r/a, as row 2 does; they were joined\n"
             "L0308 row 4:0 the row cannot be named: its id is made of id\n");
}

/* Nothing of a row that cannot be named, whatever the order of the columns; and a cell that speaks
   of something without a name is not lost in silence. */
static void
test_unnamed(void)
{
  const fix_input input = {
    .json = KEYED(
      "[['id']]",
      MUTE("id") "," MUTE("ed") "," COL("date", ", 'aboutUrl': 'edition/{ed}'") "," COL("x", "")),
    .tables = {{"t.csv", "id,ed,date,x\na,1,1990,v\n,2,1991,w\nb,,1992,u\n"}}};
  CHECK_MAKE(&input,
             "<r/a> <p/x> 'v'\n<edition/1> <p/date> '1990'\n<r/b> <p/x> 'u'\n",
             "L0308 row 3:0 the row cannot be named: its id is made of id\n"
             "L0308 value 4:3 what the cell speaks of cannot be named: it is \"edition/{ed}\"\n");
}

/* CSVW: `_name` in aboutUrl gives each column a thing of its own. */
static void
test_own_subjects(void)
{
  const fix_input input = {.json = CSVW
                           "'url': 't.csv', 'aboutUrl': 'http://e/{_row}/{_name}', 'propertyUrl': "
                           "'http://e/p'}",
                           .tables = {{"t.csv", "a,b\n1,2\n3,4\n"}}};
  CHECK_MAKE(&input, "<1/a> <p> '1'\n<1/b> <p> '2'\n<2/a> <p> '3'\n<2/b> <p> '4'\n", "");
}

/* award/, category/, edition/, result/: the IRIs of the policy. */
static void
test_awards(void)
{
  const fix_input input = {
    .json = KEYED(
      "[['id'], ['award', 'edition?', 'category?', 'who']]",
      MUTE("id") ",{'name': 'award', 'propertyUrl': 'p/award', 'valueUrl': 'award/{award}', "
                 "'~slug': true},{'name': 'year', 'suppressOutput': true, 'datatype': 'integer'},"
                 "{'name': 'category', 'propertyUrl': 'p/category', 'valueUrl': "
                 "'category/{award}--{category}', '~slug': true},{'name': 'who', 'suppressOutput': "
                 "true, 'separator': ';'},{'name': 'edition', 'virtual': true, 'propertyUrl': "
                 "'p/edition', '~value': '{year}', 'valueUrl': 'edition/{award}--{edition}'}"),
    .tables = {{"t.csv",
                "id,award,year,category,who\n"
                ",Latin Grammy,2013,Best Rock Album,bob;ada\n"
                "r17,Latin Grammy,,,x\n"}}};
  CHECK_MAKE(&input,
             "<r/latin-grammy--2013--best-rock-album--ada--bob> <p/award> <award/latin-grammy>\n"
             "<r/latin-grammy--2013--best-rock-album--ada--bob> <p/category> "
             "<category/latin-grammy--best-rock-album>\n"
             "<r/latin-grammy--2013--best-rock-album--ada--bob> <p/edition> "
             "<edition/latin-grammy--2013>\n"
             "<r/r17> <p/award> <award/latin-grammy>\n",
             "");
}

typedef struct {
  uint64_t pairs;
} tally;

static ln_status
count_pairs(void* const self, const ln_desc* const desc)
{
  ((tally*)self)->pairs += desc->n_pairs;
  return LN_OK;
}

/* After the first rows nothing is allocated. */
static void
check_steady(const char* const json, const char* const text, const fix_input* const more)
{
  static const struct ln_sink_ops ops   = {.describe = count_pairs};
  fix_input                       input = *more;
  fixture                         f     = {0};
  ln_table*                       table = NULL;
  const ln_row*                   row   = NULL;
  ln_dialect                      dialect;
  tally                           seen = {0};
  const ln_sink                   sink = {&ops, &seen};
  bool                            made = false;
  input.json                           = json;
  input.tables[0][0]                   = "t.csv";
  input.tables[0][1]                   = text;
  CU_ASSERT_EQUAL_FATAL(fix_run(&f, &input), LN_OK);
  CHECK_VIEW(ln_text_view(&f.findings), "");
  ln_dialect_default(&dialect);
  CU_ASSERT_EQUAL_FATAL(fix_open(text, &dialect, NULL, &table), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_next(table, &row), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_table_next(table, &row), LN_OK);
  ln_maker* const maker = ln_maker_new(f.plans[0], NULL);
  CU_ASSERT_FATAL(maker != NULL);
  for (uint64_t i = 0U; i < 16U; ++i) {
    CU_ASSERT_EQUAL(ln_maker_row(maker, row, 0U, sink, &made), LN_OK);
  }
  ln_alloc_fail_at(0U);
  for (uint64_t i = 0U; i < 10000U; ++i) {
    if (ln_maker_row(maker, row, 0U, sink, &made) != LN_OK) {
      CU_FAIL("a row failed");
      break;
    }
  }
  CU_ASSERT_EQUAL(ln_alloc_count(), 0U);
  CU_ASSERT(seen.pairs >= 10016U);
  ln_maker_free(maker);
  CU_ASSERT_EQUAL(ln_table_close(table), LN_OK);
  fix_clear(&f);
}

static void
test_steady(void)
{
  const fix_input none  = {0};
  const fix_input lists = {.lists = {{"k.csv", "notation,label,aliases\nmix,Mixer,\nprod,,\n"}}};
  check_steady(PLAIN(MUTE("id") "," COL("a", "") "," COL("n", ", 'datatype': 'integer'") "," VIRT(
                 "u", ", 'valueUrl': 'x/{a}/{n}'") "," VIRT("t", ", '~value': '{a} {n}'")),
               "id,a,n\n1,some text,5\n",
               &none);
  check_steady(
    KEYED("[['a', 'k*', 'd?']]",
          "{'name': 'a', 'propertyUrl': 'p/a', '~slug': true},{'name': 'k', "
          "'propertyUrl': 'p/k', 'separator': ';', '~each': true, '~valueMap': {'table': "
          "'k.csv', 'value': 'http://v/{notation}'}},{'name': 'l', 'propertyUrl': "
          "'p/l', 'separator': ';'},{'name': 'd', 'propertyUrl': 'p/d', 'separator': "
          "';', 'datatype': {'base': 'string', '@id': "
          "'http://id.loc.gov/datatypes/edtf/EDTF'}},{'name': 's', 'virtual': true, "
          "'aboutUrl': 'w/{a}', 'propertyUrl': 'p/{k}', 'valueUrl': 'z/{_key}'}") "",
    "a,k,l,d\nBig Song,Mixer;prod,a;b;c,1990;2001~\n",
    &lists);
  check_steady(MAP "'url': 't.csv', '~merge': true, '~require': [{'anyOf': ['a', 'b']}], "
                   "'tableSchema': {'aboutUrl': 'r/{_key}', '~key': [['id']], 'columns': [" MUTE(
                     "id") "," COL("a", "") "," COL("b", "") "]}}",
               "id,a,b\nx,,v\n",
               &none);
}

static ln_status
run_all(fixture* const f)
{
  const fix_input input = {.json   = CREDITS,
                           .tables = {PEOPLE,
                                      {"credits.csv",
                                       "work,role,agent,qualifier,n\nsong,Mixing;prod,Ada;bob,,\n"
                                       "song,Mixing,Ada,,\n"}},
                           .named  = true,
                           .lists  = ROLES};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
}

/* The first row that names a thing gives it its name; the others give other triples. */
static void
test_once(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") ",{'name': 'a', 'separator': ';', '~each': true, "
                               "'suppressOutput': true},"
                               "{'name': 'n', 'virtual': true, 'aboutUrl': 'x/{id}', "
                               "'propertyUrl': 'p/n', '~value': '{a}', '~once': true},"
                               "{'name': 'm', 'virtual': true, 'aboutUrl': 'x/{id}', "
                               "'propertyUrl': 'p/n', '~value': '{a}!', '~once': true},"
                               "{'name': 'o', 'virtual': true, 'aboutUrl': 'x/{id}', "
                               "'propertyUrl': 'p/o', '~value': '{a}'},"
                               "{'virtual': true, 'propertyUrl': '{id}', 'valueUrl': 'c', "
                               "'~once': true}"),
    .tables = {{"t.csv", "id,a\n1,\n1,p;q\n1,r\n2,s\n"}}};
  CHECK_MAKE(&input,
             "<r/1> <1> <c>\n<r/2> <2> <c>\n"
             "<x/1> <p/n> 'p'\n<x/1> <p/n> 'q'\n<x/1> <p/o> 'p'\n<x/1> <p/o> 'q'\n"
             "<x/1> <p/o> 'r'\n<x/2> <p/n> 's'\n<x/2> <p/o> 's'\n",
             "");
}

static const unit_test tests[] = {
  {"credits", test_credits},
  {"bad item", test_bad_item},
  {"order", test_order},
  {"once", test_once},
  {"layers", test_layers},
  {"twice", test_twice},
  {"twice in evidence", test_twice_in_evidence},
  {"unnamed", test_unnamed},
  {"own subjects", test_own_subjects},
  {"awards", test_awards},
  {"steady", test_steady},
  {"no memory", test_no_memory},
};

UNIT_MAIN("make", tests)
