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
             "L0106 row 2:0 the row has 1 cells, the header 2\n"
             "L0107 row 3:0 the row has 3 cells, the header 2\n");
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
    &input, "<1> <b> 'x'\n", "L0507 kept 1:2 the column is called \"C\", its metadata say \"B\"\n");
  input.tables[0][1] = "A,B,C\n1,x,y\n";
  CHECK_MAKE(&input,
             "<1> <b> 'x'\n",
             "L0501 kept 1:3 the column \"C\" is not described by the metadata and was ignored\n");
  input.tables[0][1] = "A\n1\n";
  CHECK_MAKE(&input, "", "L0502 table 1:0 the column \"B\" is missing: the header has 1 columns\n");
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
  const fix_input input = {.json = CSVW "'url': 't.csv'}", .tables = {{"t.csv", "a,a\n1,2\n"}}};
  CHECK_MAKE(&input, "", "L0406 table 0:0 a second column is called \"a\"\n");
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
  {"positions", test_positions},
  {"header alone", test_header_alone},
  {"inherited", test_inherited},
  {"same names", test_same_names},
  {"no memory", test_no_memory},
};

UNIT_MAIN("header", tests)
