/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Terms of liner's own ontology, and that all faults of a mapping are told in one run, each once.
 */

#include "map/fixture.h"

#include <jansson.h>

#define NS "https://w3id.org/liner/ns#"

static void
check_columns(const char* const columns,
              const char* const triples,
              const char* const finding,
              const int         line)
{
  char json[2000];
  (void)snprintf(
    json,
    sizeof(json),
    MAP "'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{id}', 'columns': [" MUTE("id") ", %s]}}",
    columns);
  const fix_input input = {.json = json, .tables = {{"t.csv", "id,a\n1,x\n"}}};
  fix_check(&input, triples, finding, __FILE__, line);
}

#define CHECK_COLUMNS(columns, triples, finding)                                                   \
  check_columns((columns), (triples), (finding), __LINE__)

static void
test_terms(void)
{
  CHECK_COLUMNS("{'name': 'a', 'propertyUrl': '" NS "quote'}", "<r/1> <" NS "quote> 'x'\n", "");
  CHECK_COLUMNS("{'name': 'a', 'propertyUrl': '" NS "qoute'}",
                "",
                "L0423 table 0:0 propertyUrl: the ontology has no term \"qoute\"\n");
  CHECK_COLUMNS("{'name': 'a', 'propertyUrl': 'rdf:type', 'valueUrl': '" NS "Clam'}",
                "",
                "L0423 table 0:0 valueUrl: the ontology has no term \"Clam\"\n");
}

#define VOCAB "https://w3id.org/liner/vocab/"

/* Words are those of the code lists. */
static void
test_words(void)
{
  CHECK_COLUMNS("{'name': 'a', 'propertyUrl': 'p/a', 'valueUrl': '" VOCAB "certainty/certain'}",
                "<r/1> <p/a> <" VOCAB "certainty/certain>\n",
                "");
  CHECK_COLUMNS("{'name': 'a', 'propertyUrl': 'p/a', 'valueUrl': '" VOCAB "certainty/'}",
                "<r/1> <p/a> <" VOCAB "certainty/>\n",
                "");
  CHECK_COLUMNS("{'name': 'a', 'propertyUrl': 'p/a', 'valueUrl': '" VOCAB "certainty/crtain'}",
                "",
                "L0423 table 0:0 valueUrl: the vocabulary certainty has no term \"crtain\"\n");
  CHECK_COLUMNS("{'name': 'a', 'propertyUrl': 'p/a', 'valueUrl': '" VOCAB "sureness/certain'}",
                "",
                "L0423 table 0:0 valueUrl: the ontology has no term \"sureness/certain\"\n");
}

/* What only begins so is for the rows to tell; the namespace itself is no term. */
static void
test_others(void)
{
  CHECK_COLUMNS(
    "{'name': 'a', 'propertyUrl': 'p/a', 'valueUrl': '" NS "{a}'}", "<r/1> <p/a> <" NS "x>\n", "");
  CHECK_COLUMNS(
    "{'name': 'a', 'propertyUrl': 'p/a', 'valueUrl': '" NS "'}", "<r/1> <p/a> <" NS ">\n", "");
}

/* Plain CSVW is converted as it stands. */
static void
test_plain(void)
{
  const fix_input input = {
    .json = CSVW "'url': 't.csv', 'tableSchema': {'aboutUrl': 'http://e/{id}', 'columns': [" MUTE(
      "id") ", {'name': 'a', 'propertyUrl': '" NS "qoute'}]}}",
    .tables = {{"t.csv", "id,a\n1,x\n"}}};
  fix_check(&input,
            "<1> <" NS "qoute> 'x'\n",
            "L0425 kept 0:0 propertyUrl: the ontology has no term \"qoute\"\n",
            __FILE__,
            __LINE__);
}

/* A template of the table is bound for each of its columns, but told once. */
static void
test_all_at_once(void)
{
  const fix_input input = {
    .json = CSVW
    "'~base': 'http://e/', 'url': 't.csv', 'tableSchema': {'aboutUrl': 'r/{x}', 'columns': ["
    "{'name': 'key', 'titles': 'ident'}," COL("a", "") ",{'name': 'b', 'propertyUrl': "
                                                       "'" NS "qoute', 'valueUrl': 'v/{y}'}]}}",
    .tables = {{"t.csv", "id,a,b\n1,x,y\n"}}};
  fix_check(&input,
            "",
            "L0404 table 0:0 the table has no column \"ident\" in this place, but \"id\"\n"
            "L0405 table 0:0 aboutUrl: no column is called \"x\"\n"
            "L0423 table 0:0 propertyUrl: the ontology has no term \"qoute\"\n"
            "L0405 table 0:0 valueUrl: no column is called \"y\"\n",
            __FILE__,
            __LINE__);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {
    .json = CSVW "'url': 't.csv', 'tableSchema': {'aboutUrl': 'http://e/{id}', 'columns': [" MUTE(
      "id") ", {'name': 'a', 'propertyUrl': '" NS "qoute', 'valueUrl': '" VOCAB "rank/x'}]}}",
    .tables = {{"t.csv", "id,a\n1,x\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"terms", test_terms},
  {"words", test_words},
  {"others", test_others},
  {"plain", test_plain},
  {"all at once", test_all_at_once},
  {"no memory", test_no_memory},
};

int
main(void)
{
  json_set_alloc_funcs(ln_alloc, ln_free);
  return unit_main("map/terms", tests, sizeof(tests) / sizeof(tests[0]));
}
