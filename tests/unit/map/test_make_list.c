/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Ordered cells become lists ("Generating RDF from Tabular Data", section 4.2). */

#include "map/fixture.h"

#define ORDERED(more)                                                                              \
  CSVW "'url': 'http://e/t.csv', 'tableSchema': {'aboutUrl': 'r{_row}', 'columns': [{'name': "     \
       "'a', 'propertyUrl': 'p', 'separator': ';', 'ordered': true" more "}]}}"
#define FIRST "<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>"
#define REST "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>"
#define NIL "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>"

static void
test_list(void)
{
  const fix_input input = {.json = ORDERED(""), .tables = {{"http://e/t.csv", "a\nx;y;x\nz\n"}}};
  CHECK_MAKE(&input,
             "<r1> <p> _:t0r2l1\n"
             "<r2> <p> _:t0r3l1\n"
             "_:t0r2l1 " FIRST " 'x'\n_:t0r2l1 " REST " _:t0r2l2\n"
             "_:t0r2l2 " FIRST " 'y'\n_:t0r2l2 " REST " _:t0r2l3\n"
             "_:t0r2l3 " FIRST " 'x'\n_:t0r2l3 " REST " " NIL "\n"
             "_:t0r3l1 " FIRST " 'z'\n_:t0r3l1 " REST " " NIL "\n",
             "");
}

/* An empty cell is an empty list; a null one ("Model for Tabular Data", section 6.4, step 5.1) is
   nothing. */
static void
test_empty(void)
{
  const fix_input input = {.json   = ORDERED(", 'null': ['', 'NA']"),
                           .tables = {{"http://e/t.csv", "a\n\"\"\nNA\nx;NA;y\n"}}};
  CHECK_MAKE(&input,
             "<r1> <p> " NIL "\n<r3> <p> _:t0r4l1\n"
             "_:t0r4l1 " FIRST " 'x'\n_:t0r4l1 " REST " _:t0r4l2\n"
             "_:t0r4l2 " FIRST " 'y'\n_:t0r4l2 " REST " " NIL "\n",
             "");
}

/* Each item has a datatype of its own: what is none stays text. */
static void
test_datatypes(void)
{
  const fix_input input = {.json   = ORDERED(", 'datatype': 'integer'"),
                           .tables = {{"http://e/t.csv", "a\n7;x\n"}}};
  CHECK_MAKE(&input,
             "<r1> <p> _:t0r2l1\n"
             "_:t0r2l1 " FIRST " '7'^^<xsd:integer>\n"
             "_:t0r2l1 " REST " _:t0r2l2\n"
             "_:t0r2l2 " FIRST " 'x'\n_:t0r2l2 " REST " " NIL "\n",
             "L0209 kept 2:1 \"x\" is not an integer: it is not a number\n");
}

/* A value URL takes the place of the list; of an empty list it is made, too. */
static void
test_url(void)
{
  const fix_input input = {.json   = ORDERED(", 'null': 'NA', 'valueUrl': 'v{?a}'"),
                           .tables = {{"http://e/t.csv", "a\nx;y\n\"\"\nNA\n"}}};
  CHECK_MAKE(&input, "<r1> <p> <v?a=x,y>\n<r2> <p> <v>\n", "");
}

static void
test_no_memory(void)
{
  const fix_input input = {.json = ORDERED(""), .tables = {{"http://e/t.csv", "a\nx;y;x\nz\n"}}};
  fixture         f     = {0};
  CHECK_ALLOC_FAILURES(fix_run(&f, &input), fix_clear(&f));
}

static const unit_test tests[] = {
  {"list", test_list},
  {"empty", test_empty},
  {"datatypes", test_datatypes},
  {"url", test_url},
  {"no memory", test_no_memory},
};

UNIT_MAIN("make_list", tests)
