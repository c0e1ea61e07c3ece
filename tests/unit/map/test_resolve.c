/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Words of people become things: by id, path, IRI, name; several, nobody, minted. */

#include "map/fixture.h"

#define PEOPLE                                                                                     \
  "{'url': 'people.csv', '~optional': true, 'tableSchema': {'aboutUrl': '{kind}/{_key}', '~key': " \
  "[['id'], ['name']], '~names': ['name', 'aliases'], 'columns': [" MUTE(                          \
    "id") ","                                                                                      \
          "{'name': 'name', 'suppressOutput': true, '~slug': true}," MUTE(                         \
            "kind") ","                                                                            \
                    "{'name': 'aliases', 'suppressOutput': true, 'separator': ';'}]}}"

#define FOLK                                                                                       \
  "id,name,kind,aliases\n"                                                                         \
  ",Ada Quill,person,A. Quill;Ad\xC3\xA1 Quill\n"                                                  \
  "moon,The Moon,group,\n"                                                                         \
  "moon-2,Moon,person,\n"                                                                          \
  ",Rome,place,Roma\n"                                                                             \
  "p1,Paris,place,\n"                                                                              \
  "p2,Paris,person,\n"

#define TWO(more)                                                                                  \
  MAP "'tables': [" PEOPLE                                                                         \
      ", {'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [" MUTE(                \
        "id") ", {'name': 'who', 'propertyUrl': 'p', '~lookup': {'tables': ['people.csv']" more    \
              "}}]}}]}"

static void
check_word(const char* const json,
           const char* const word,
           const char* const object,
           const char* const findings,
           const int         line)
{
  char            text[200];
  char            triple[300] = "";
  const fix_input input       = {.json = json, .tables = {{"people.csv", FOLK}, {"t.csv", text}}};
  (void)snprintf(text, sizeof(text), "id,who\n1,%s\n", word);
  if (object) {
    (void)snprintf(triple, sizeof(triple), "<r/1> <p> <%s>\n", object);
  }
  fix_check(&input, triple, findings, __FILE__, line);
}

#define CHECK_WORD(word, object) check_word(TWO(""), (word), (object), "", __LINE__)

static void
test_found(void)
{
  CHECK_WORD("ada-quill", "person/ada-quill");
  CHECK_WORD("moon", "group/moon"); // an id wins over a name
  CHECK_WORD("person/moon-2", "person/moon-2");
  CHECK_WORD("http://e/person/ada-quill", "person/ada-quill");
  CHECK_WORD("Ada Quill", "person/ada-quill");
  CHECK_WORD("ADA  QUILL", "person/ada-quill");
  CHECK_WORD("a. quill", "person/ada-quill");
  CHECK_WORD("Ad\xC3\xA0 Quill", "person/ada-quill");
  CHECK_WORD("roma", "place/rome");
  CHECK_WORD("  Rome ", "place/rome");
}

static void
test_several(void)
{
  check_word(
    TWO(""), "Paris", NULL, "L0302 value 2:2 \"Paris\" is the name of 2 things\n", __LINE__);
  check_word(TWO(", 'under': 'place/'"), "Paris", "place/p1", "", __LINE__);
  check_word(TWO(""), "place/p1", "place/p1", "", __LINE__);
}

static void
test_nobody(void)
{
  check_word(
    TWO(""), "Ada Quil", NULL, "L0301 value 2:2 nothing is called \"Ada Quil\"\n", __LINE__);
  check_word(TWO(", 'under': 'place/'"),
             "Ada Quill",
             NULL,
             "L0301 value 2:2 nothing is called \"Ada Quill\"\n",
             __LINE__);
  check_word(
    TWO(""), "result/r1", NULL, "L0301 value 2:2 nothing is called \"result/r1\"\n", __LINE__);
}

/* Hints: paths to choose from, names that are near. */
static void
keep_hint(void* const self, const ln_finding* const finding)
{
  ln_text* const hint = self;
  CU_ASSERT_EQUAL(ln_text_add(hint, finding->hint), LN_OK);
}

static void
check_hint(const char* const word, const char* const expected)
{
  char            text[100];
  fixture         f     = {0};
  ln_text         hint  = {0};
  const fix_input input = {.json = TWO(""), .tables = {{"people.csv", FOLK}, {"t.csv", text}}};
  (void)snprintf(text, sizeof(text), "id,who\n1,Rome\n");
  CU_ASSERT_EQUAL_FATAL(fix_run(&f, &input), LN_OK);
  ln_log_listen(f.log, keep_hint, &hint);
  (void)snprintf(text, sizeof(text), "id,who\n1,%s\n", word);
  CU_ASSERT_EQUAL(fix_table(&f, &input, 1U, FIX_MAKE), LN_OK);
  CHECK_VIEW(ln_text_view(&hint), expected);
  ln_text_clear(&hint);
  fix_clear(&f);
}

static void
test_hints(void)
{
  check_hint("Paris", "write place/p1 (row 6) or person/p2 (row 7)");
  check_hint("Ada Quil", "did you mean \"Ada Quill\"?");
}

/* Paths that are accepted without a row. */
static void
test_open_paths(void)
{
  const char* const json = TWO(", 'paths': ['result', 'award']");
  check_word(json, "result/r17", "result/r17", "", __LINE__);
  check_word(json, "award/grammy", "award/grammy", "", __LINE__);
  check_word(
    json, "credit/c1", NULL, "L0301 value 2:2 nothing is called \"credit/c1\"\n", __LINE__);
  check_word(json, "result/", NULL, "L0301 value 2:2 nothing is called \"result/\"\n", __LINE__);
  check_word(
    json, "result/a b", NULL, "L0301 value 2:2 nothing is called \"result/a b\"\n", __LINE__);
}

static void
test_minted(void)
{
  const char* const json = TWO(", 'under': 'place/', 'mint': 'place/{_slug}'");
  check_word(json, "S\xC3\xA3o Paulo", "place/sao-paulo", "", __LINE__);
  check_word(json, "Roma", "place/rome", "", __LINE__);
  check_word(json, "Ada Quill", "place/ada-quill", "", __LINE__);
}

/* An IRI made of the word alone is still whole. */
static void
test_minted_open(void)
{
  check_word(TWO(", 'mint': '{_slug}'"), "New One", "new-one", "", __LINE__);
  check_word(TWO(", 'mint': 'm/{id}--{_slug}'"), "New One", "m/1--new-one", "", __LINE__);
}

/* Two tables that tell of one thing are not two things. */
static void
test_same_thing(void)
{
  static const char json[] =
    MAP "'tables': [" PEOPLE ", {'url': 'more.csv', 'tableSchema': {'aboutUrl': 'person/{_key}', "
        "'~key': [['id']], '~names': ['name'], 'columns': [" MUTE("id") "," MUTE(
          "name") "]}},"
                  "{'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [" MUTE(
                    "id") ","
                          "{'name': 'who', 'propertyUrl': 'p', '~lookup': {'tables': "
                          "['people.csv', 'more.csv']}}]}}]}";
  const fix_input input = {.json   = json,
                           .tables = {{"people.csv", FOLK},
                                      {"more.csv", "id,name\nada-quill,Ada Quill\nmoon,Luna\n"},
                                      {"t.csv", "id,who\n1,Ada Quill\n2,moon\n3,Luna\n"}}};
  CHECK_MAKE(&input,
             "<r/1> <p> <person/ada-quill>\n<r/3> <p> <person/moon>\n",
             "L0302 value 3:2 \"moon\" is the name of 2 things\n");
}

#define LIST                                                                                       \
  {{"k.csv",                                                                                       \
    "notation,label,aliases\nmix,mixing engineer,mixer\nprod,producer,mixer\n"                     \
    "x,,\n"}}
#define WORDS(more)                                                                                \
  PLAIN(MUTE("id") ",{'name': 'k', 'propertyUrl': 'p', 'separator': ';', '~valueMap': {"           \
                   "'table': 'k.csv'" more "}}")

static void
test_value_map(void)
{
  const fix_input input = {.json   = WORDS(", 'value': 'http://v/{notation}'"),
                           .tables = {{"t.csv", "id,k\n1,Mixing  Engineer;prod;mixer;mixing\n"}},
                           .lists  = LIST};
  CHECK_MAKE(&input,
             "<r/1> <p> <http://v/mix>\n<r/1> <p> <http://v/prod>\n",
             "L0302 value 2:2 \"mixer\" is the name of 2 things\n"
             "L0205 value 2:2 \"mixing\" is not a word for k\n");
}

/* A list without IRIs gives its words. */
static void
test_words(void)
{
  const fix_input input = {
    .json = WORDS(""), .tables = {{"t.csv", "id,k\n1,Producer\n"}}, .lists = LIST};
  CHECK_MAKE(&input, "<r/1> <p> 'prod'\n", "");
}

static void
test_mint_on_request(void)
{
  fix_input input = {
    .json =
      WORDS(", 'value': 'http://v/{notation}', 'mint': 'role/{_slug}', 'mintOnRequest': true"),
    .tables = {{"t.csv", "id,k\n1,Tape Op\n"}},
    .lists  = LIST};
  CHECK_MAKE(&input, "", "L0205 value 2:2 \"Tape Op\" is not a word for k\n");
  input.mint = true;
  CHECK_MAKE(&input, "<r/1> <p> <role/tape-op>\n", "");
}

static ln_status
run_all(fixture* const f)
{
  const fix_input input = {
    .json   = TWO(", 'paths': ['x'], 'mint': 'm/{_slug}'"),
    .tables = {{"people.csv", FOLK}, {"t.csv", "id,who\n1,Ada Quill\n2,x/y\n3,New\n4,Paris\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"found", test_found},
  {"several", test_several},
  {"nobody", test_nobody},
  {"hints", test_hints},
  {"open paths", test_open_paths},
  {"minted", test_minted},
  {"minted open", test_minted_open},
  {"same thing", test_same_thing},
  {"value map", test_value_map},
  {"words", test_words},
  {"mint on request", test_mint_on_request},
  {"no memory", test_no_memory},
};

UNIT_MAIN("resolve", tests)
