/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Columns of the mapping and of the table: by the words of the header, by position, by the header
   alone. */

#include "map/fixture.h"

#define NAMED                                                                                      \
  PLAIN(MUTE("id") ",{'name': 'birth_place', 'titles': ['birth place', 'born in'], "               \
                   "'propertyUrl': 'p/place'}," COL("note", ""))

static void
test_words(void)
{
  fix_input input = {.json = NAMED, .tables = {{"t.csv", "note,Birth-Place, ID \nn,Rome,1\n"}}};
  CHECK_MAKE(&input, "<r/1> <p/place> 'Rome'\n<r/1> <p/note> 'n'\n", "");
  input.tables[0][1] = "BORN IN,id\nRome,1\n";
  CHECK_MAKE(&input, "<r/1> <p/place> 'Rome'\n", "");
  input.tables[0][1] = "id\n1\n";
  CHECK_MAKE(&input, "", "");
}

static void
test_unknown(void)
{
  const fix_input input = {.json   = NAMED,
                           .tables = {{"t.csv", "id,birth plce,,note\n1,Rome,x,n\n"}}};
  CHECK_MAKE(&input,
             "<r/1> <p/note> 'n'\n",
             "L0501 kept 1:2 the column \"birth plce\" is not known and was ignored\n");
}

static void
test_twice(void)
{
  const fix_input input = {.json   = NAMED,
                           .tables = {{"t.csv", "id,born in,birth_place\n1,Rome,Oslo\n"}}};
  CHECK_MAKE(&input,
             "<r/1> <p/place> 'Rome'\n",
             "L0503 value 1:3 the columns 2 and 3 both mean \"birth_place\"\n");
}

static void
test_required(void)
{
  fix_input input = {
    .json = PLAIN(MUTE("id") "," COL("a", ", 'required': true") "," COL("b", ", 'required': true")),
    .tables = {{"t.csv", "id,b\n1,x\n"}}};
  CHECK_MAKE(&input, "", "L0502 table 1:0 the column \"a\" is missing\n");
  input.tables[0][1] = "";
  CHECK_MAKE(&input, "", "L0506 table 0:0 the table is empty: it has not even a header\n");
}

/* Rows of other lengths than the header are left out. */
static void
test_lengths(void)
{
  const fix_input input = {.json = NAMED, .tables = {{"t.csv", "id,note\n1\n2,a,b\n3,c\n"}}};
  CHECK_MAKE(&input,
             "<r/3> <p/note> 'c'\n",
             "L0106 row 2:2 the row has 1 cell, the header 2\n"
             "L0107 row 3:3 the row has 3 cells, the header 2\n");
}

/* What a row lacks at its end is empty where the dialect says so; too many cells are a fault. */
static void
test_short_rows(void)
{
  const fix_input input = {
    .json   = CSVW "'url': 't.csv', 'dialect': {'~shortRows': true}, 'tableSchema': {'aboutUrl': "
                   "'http://e/{id}', 'columns': [{'titles': 'id', 'suppressOutput': true},"
                   "{'titles': 'note', 'propertyUrl': 'http://e/note'}]}}",
    .tables = {{"t.csv", "id,note\n1\n2,a,b\n3,c\n"}}};
  CHECK_MAKE(&input, "<3> <note> 'c'\n", "L0107 row 3:3 the row has 3 cells, the header 2\n");
}

#define BY_PLACE                                                                                   \
  CSVW "'url': 't.csv', 'tableSchema': {'aboutUrl': 'http://e/{a}', 'columns': ["                  \
       "{'name': 'a', 'titles': 'A', 'suppressOutput': true},"                                     \
       "{'titles': ['B', 'Bee'], 'propertyUrl': 'http://e/b'}]}}"

static void
test_positions(void)
{
  fix_input input = {.json = BY_PLACE, .tables = {{"t.csv", "A,Bee\n1,x\n"}}};
  CHECK_MAKE(&input, "<1> <b> 'x'\n", "");
  input.tables[0][1] = "A,C\n1,x\n";
  CHECK_MAKE(
    &input, "<1> <b> 'x'\n", "L0508 kept 1:2 the column is called \"C\", its metadata say \"B\"\n");
  input.tables[0][1] = "A,B,C\n1,x,y\n";
  CHECK_MAKE(&input,
             "<1> <b> 'x'\n<1> <t.csv#_col.3> 'y'\n",
             "L0501 kept 1:3 the column \"C\" is not described by the metadata\n");
  input.tables[0][1] = "A\n1\n";
  CHECK_MAKE(&input, "", "L0508 kept 1:0 the column \"B\" is missing: the header has 1 column\n");
}

/* Validators refuse what others take by position. */
static void
test_validating(void)
{
  fix_input input = {.json = BY_PLACE, .tables = {{"t.csv", "A,C,D\n1,x,y\n"}}, .validating = true};
  CHECK_MAKE(&input,
             "<1> <b> 'x'\n<1> <t.csv#_col.3> 'y'\n",
             "L0507 kept 1:2 the column is called \"C\", its metadata say \"B\"\n"
             "L0507 kept 1:3 the column \"D\" is not described by the metadata\n");
  input.tables[0][1] = "A\n1\n";
  CHECK_MAKE(&input, "", "L0502 table 1:0 the column \"B\" is missing: the header has 1 column\n");
}

/* "Metadata Vocabulary", section 5.4.3: titles meet if their languages do; a name alone is no
   title. */
static void
test_titles(void)
{
  static const char* const columns[][2] = {
    {"{'titles': {'en': 'A'}}", ""},
    {"{'titles': {'en-GB': 'A'}}", ""},
    {"{'titles': {'und': 'A'}}", ""},
    {"{}", ""},
    {"{'titles': {'fr': 'A'}}",
     "L0507 kept 1:1 the column is called \"A\", its metadata say \"_col.1\"\n"},
    {"{'titles': {'eng': 'A'}}",
     "L0507 kept 1:1 the column is called \"A\", its metadata say \"_col.1\"\n"},
    {"{'titles': 'a'}", "L0507 kept 1:1 the column is called \"A\", its metadata say \"a\"\n"},
    {"{'name': 'A'}", "L0507 kept 1:1 the column is called \"A\", its metadata say \"A\"\n"},
  };
  for (size_t i = 0U; i < sizeof(columns) / sizeof(columns[0]); ++i) {
    char json[512];
    CU_ASSERT_FATAL(snprintf(json,
                             sizeof(json),
                             CSVW "'url': 't.csv', 'lang': 'en', 'tableSchema': {'columns': [%s]}}",
                             columns[i][0]) < (int)sizeof(json));
    const fix_input input = {.json = json, .tables = {{"t.csv", "A\n"}}, .validating = true};
    CHECK_MAKE(&input, "", columns[i][1]);
  }
}

/* What is no schema leaves columns without names, and the header does not give them any. */
static void
test_no_schema(void)
{
  const fix_input input = {.json   = CSVW "'url': 't.csv', 'tableSchema': {'columns': {}}}",
                           .tables = {{"t.csv", "A\n1\n"}}};
  CHECK_MAKE(&input,
             "_:t0r2 <t.csv#_col.1> '1'\n",
             "L0409 kept 0:0 columns must be a list of columns, not an object; it was ignored\n"
             "L0501 kept 1:1 the column \"A\" is not described by the metadata\n");
}

/* Names made from titles, and what templates can say of a column. */
static void
test_names_of_columns(void)
{
  const fix_input input = {
    .json   = CSVW "'url': 't.csv', 'propertyUrl': 'http://e/{#_name}/{_column}/{_sourceColumn}'}",
    .tables = {{"t.csv", "_d-M.,B c\n1,2\n"}}};
  CHECK_MAKE(&input, "_:t0r2 <#_d-M./1/1> '1'\n_:t0r2 <#B%20c/2/2> '2'\n", "");
  const fix_input plain = {.json   = CSVW "'url': 't.csv'}",
                           .tables = {{"t.csv", "_d-M.,a.b,a..b\n1,2,3\n"}}};
  CHECK_MAKE(&plain,
             "_:t0r2 <t.csv#%5Fd%2DM%2E> '1'\n_:t0r2 <t.csv#a.%2Eb> '3'\n_:t0r2 <t.csv#a.b> '2'\n",
             "");
}

/* A template that is no string is the empty one, which means the table. */
static void
test_empty_templates(void)
{
  const fix_input input = {.json = CSVW "'url': 't.csv', 'aboutUrl': '', 'tableSchema': {'columns':"
                                        " [{'titles': 'A', 'propertyUrl': '', 'valueUrl': ''}]}}",
                           .tables = {{"t.csv", "A\n1\n"}}};
  CHECK_MAKE(&input, "<t.csv> <t.csv> <t.csv>\n", "");
}

/* "Generating RDF", section 4.6: blank nodes, properties named by the column behind the table's
   URL. */
static void
test_header_alone(void)
{
  const fix_input input = {.json   = CSVW "'url': 't.csv'}",
                           .tables = {{"t.csv", "On Street,, GID\n1,2,3\n,,\n"}}};
  CHECK_MAKE(&input,
             "_:t0r2 <t.csv#On%20Street> '1'\n_:t0r2 <t.csv#_col.2> '2'\n_:t0r2 <t.csv#GID> '3'\n",
             "");
}

/* What is said of the table as a whole holds for columns that only the header names. */
static void
test_inherited(void)
{
  const fix_input input = {
    .json   = CSVW "'url': 't.csv', 'aboutUrl': 'http://e/{id}', 'lang': 'en', 'null': '-', "
                   "'propertyUrl': 'http://e/p/{_name}'}",
    .tables = {{"t.csv", "id,x\n1,-\n2,b\n"}}};
  CHECK_MAKE(&input, "<1> <p/id> '1'@en\n<2> <p/id> '2'@en\n<2> <p/x> 'b'@en\n", "");
}

static void
test_same_names(void)
{
  const fix_input input     = {.json = CSVW "'url': 't.csv'}", .tables = {{"t.csv", "a,a\n1,2\n"}}};
  const fix_input described = {.json   = CSVW "'url': 't.csv', 'tableSchema': {'columns': ["
                                              "{'titles': 'a'}, {'titles': 'a'}]}}",
                               .tables = {{"t.csv", "a,a\n1,2\n"}}};
  CHECK_MAKE(&input,
             "_:t0r2 <t.csv#a> '1'\n_:t0r2 <t.csv#a> '2'\n",
             "L0440 kept 1:2 a second column is called \"a\"\n");
  CHECK_MAKE(&described,
             "_:t0r2 <t.csv#a> '1'\n_:t0r2 <t.csv#a> '2'\n",
             "L0440 kept 1:2 a second column is called \"a\"\n");
}

static ln_status
run_all(fixture* const f)
{
  const fix_input input = {.json = NAMED, .tables = {{"t.csv", "Birth Place,id,nota\nx,1,y\n"}}};
  return fix_run(f, &input);
}

static ln_status
run_bare(fixture* const f)
{
  const fix_input input = {.json = CSVW "'url': 't.csv'}", .tables = {{"t.csv", "a b,\n1,2\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_all(&f), fix_clear(&f));
  CHECK_ALLOC_FAILURES(run_bare(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"words", test_words},
  {"unknown", test_unknown},
  {"twice", test_twice},
  {"required", test_required},
  {"lengths", test_lengths},
  {"short rows", test_short_rows},
  {"positions", test_positions},
  {"validating", test_validating},
  {"titles", test_titles},
  {"no schema", test_no_schema},
  {"names of columns", test_names_of_columns},
  {"empty templates", test_empty_templates},
  {"header alone", test_header_alone},
  {"inherited", test_inherited},
  {"same names", test_same_names},
  {"no memory", test_no_memory},
};

UNIT_MAIN("header", tests)
