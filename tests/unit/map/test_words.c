/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Words of the mapping and of a code list, and items that hold their separator (docs/mapping.md).
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

/* The longest that is protected is one item; blanks around it are nothing. */
static void
test_protect(void)
{
  static const char json[] = PLAIN(
    MUTE("id") ",{'name': 'v', 'propertyUrl': 'p/v', 'separator': ',', 'datatype': 'token', "
               "'~protect': ['Earth, Wind & Fire', 'Crosby, Stills', 'Crosby, Stills, Nash']}");
  check_one(json,
            "id,v\n1,\"Ann, earth, wind & fire ,Bob\"\n2,\"Crosby, Stills, Nash\"\n"
            "3,\"Crosby, Stills, Young\"\n4,\"Earth, Wind, Fire\"\n",
            "<r/1> <p/v> 'Ann'^^<xsd:token>\n<r/1> <p/v> 'Bob'^^<xsd:token>\n"
            "<r/1> <p/v> 'earth, wind & fire'^^<xsd:token>\n"
            "<r/2> <p/v> 'Crosby, Stills, Nash'^^<xsd:token>\n"
            "<r/3> <p/v> 'Crosby, Stills'^^<xsd:token>\n<r/3> <p/v> 'Young'^^<xsd:token>\n"
            "<r/4> <p/v> 'Earth'^^<xsd:token>\n<r/4> <p/v> 'Fire'^^<xsd:token>\n"
            "<r/4> <p/v> 'Wind'^^<xsd:token>\n",
            "",
            __LINE__);
}

static void
test_protect_list(void)
{
  check_one(PLAIN(MUTE("id") ",{'name': 'v', 'propertyUrl': 'p/v', 'separator': ', ', "
                             "'~protect': {'table': 'l.csv'}}"),
            "id,v\n1,\"Earth, Wind & Fire, Various Artists\"\n",
            "<r/1> <p/v> 'Earth, Wind & Fire'\n<r/1> <p/v> 'Various Artists'\n",
            "",
            __LINE__);
}

/* A word of one column says nothing about another one. */
static void
test_noted(void)
{
  check_one(PLAIN(MUTE("id") "," COL("v", ", '~placeholders': 'x'") "," COL(
              "w", ", '~placeholders': 'x'") "," COL("u", "")),
            "id,v,w,u\n1,x,x,x\n2,X,X,y\n",
            "<r/1> <p/u> 'x'\n<r/2> <p/u> 'y'\n",
            "L0212 kept 2:2 \"x\" names nobody; it was taken for an empty cell, here and in later "
            "rows\n"
            "L0212 kept 2:3 \"x\" names nobody; it was taken for an empty cell, here and in later "
            "rows\n",
            __LINE__);
}

/* The first row with a placeholder must be known, so rows are made in turn. */
static void
test_row_local(void)
{
  const fix_input with    = {.json   = PLAIN(MUTE("id") "," COL("v", ", '~placeholders': 'x'")),
                             .tables = {{"t.csv", "id,v\n1,x\n"}}};
  const fix_input without = {.json   = PLAIN(MUTE("id") "," COL("v", ", '~extract': 'x'")),
                             .tables = {{"t.csv", "id,v\n1,x\n"}}};
  const fix_input once    = {.json   = PLAIN(MUTE("id") "," COL("v", ", '~once': true")),
                             .tables = {{"t.csv", "id,v\n1,x\n"}}};
  fixture         f       = {0};
  CU_ASSERT_EQUAL(fix_run(&f, &with), LN_OK);
  CU_ASSERT_FALSE(ln_plan_row_local(f.plans[0]));
  fix_clear(&f);
  CU_ASSERT_EQUAL(fix_run(&f, &without), LN_OK);
  CU_ASSERT(ln_plan_row_local(f.plans[0]));
  fix_clear(&f);
  CU_ASSERT_EQUAL(fix_run(&f, &once), LN_OK);
  CU_ASSERT_FALSE(ln_plan_row_local(f.plans[0]));
  fix_clear(&f);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") ",{'name': 'v', 'propertyUrl': 'p/v', 'separator': ',', "
                               "'~protect': 'a,b', '~placeholders': {'table': 'l.csv'}}"),
    .tables = {{"t.csv", "id,v\n1,\"a,b,c,V.A.\"\n"}},
    .lists  = {{"l.csv", "notation,label,aliases\nva,Various,V.A.\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"protect", test_protect},
  {"protect list", test_protect_list},
  {"noted", test_noted},
  {"row local", test_row_local},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/words", tests)
