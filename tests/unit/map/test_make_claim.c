/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `source`: a claim for each triple, with what backs it (docs/mapping.md). The hashes were computed
   by hand with sha256sum and base32: of subject, predicate, object (with datatype and language) and
   citation, each followed by a NUL. */

#include "map/fixture.h"

#define CLAIM(hash, predicate, object, citation)                                                   \
  "<claim/" hash "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> " object "\n"              \
  "<claim/" hash "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <" predicate ">\n"      \
  "<claim/" hash "> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <r/1>\n"                  \
  "<claim/" hash "> <https://w3id.org/liner/ns#citation> <" citation ">\n"                         \
  "<claim/" hash "> a <https://w3id.org/liner/ns#Claim>\n"

#define ROW(more) PLAIN(MUTE("id") "," COL("a", ", '~source': 'q/{q}'") "," MUTE("q") more)

/* No claim where nothing is cited, and none where nobody wants evidence. */
static void
test_column(void)
{
  fix_input input = {.json   = ROW("," COL("b", "")),
                     .tables = {{"t.csv", "id,a,q,b\n1,x,7,y\n2,z,,y\n3,,8,y\n"}}};
  fix_check(&input,
            CLAIM("xhnwgdyw3cgifojnskbjhh7cknp",
                  "p/a",
                  "'x'",
                  "q/7") "<r/1> <p/a> 'x'\n<r/1> <p/b> 'y'\n<r/2> <p/a> 'z'\n<r/2> <p/b> 'y'\n"
                         "<r/3> <p/b> 'y'\n",
            "",
            __FILE__,
            __LINE__);
  input.layers = LN_LAYER_FACTS;
  fix_check(&input,
            "<r/1> <p/a> 'x'\n<r/1> <p/b> 'y'\n<r/2> <p/a> 'z'\n<r/2> <p/b> 'y'\n"
            "<r/3> <p/b> 'y'\n",
            "",
            __FILE__,
            __LINE__);
}

/* Of a table: all triples, also those whose predicate a cell tells, but for evidence itself. */
static void
test_table(void)
{
  const fix_input input = {
    .json = MAP
    "'url': 't.csv', '~source': 'q/all', 'tableSchema': {'aboutUrl': 'r/{id}', "
    "'columns': [" MUTE("id") ",{'name': 'a', 'datatype': 'integer', 'propertyUrl': 'p/{id}'}," COL(
      "e", ", '~layer': 'evidence'") "]}}",
    .tables = {{"t.csv", "id,a,e\n1,5,y\n"}}};
  fix_check(&input,
            CLAIM("xkoc5vigiztort7sz2557cy5sdg",
                  "p/1",
                  "'5'^^<xsd:integer>",
                  "q/all") "<r/1> <p/1> '5'^^<xsd:integer>\n<r/1> <p/e> 'y'\n",
            "",
            __FILE__,
            __LINE__);
}

static void
test_bad(void)
{
  const fix_input input = {.json =
                             PLAIN(MUTE("id") "," COL("a", ", '~source': '{+q}'") "," MUTE("q")),
                           .tables = {{"t.csv", "id,a,q\n1,x,http://[\n"}}};
  fix_check(&input,
            "<r/1> <p/a> 'x'\n",
            "L0204 value 2:2 \"http://[\" cannot be used as an IRI\n",
            __FILE__,
            __LINE__);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {.json = ROW(""), .tables = {{"t.csv", "id,a,q\n1,x,7\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"column", test_column},
  {"table", test_table},
  {"bad", test_bad},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/make_claim", tests)
