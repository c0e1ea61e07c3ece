/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `fillDown` (docs/mapping.md): an empty cell has the text of the one above it. */

#include "map/fixture.h"

#define TWO(more) PLAIN(MUTE("id") "," COL("a", ", '~fillDown': true" more) "," COL("b", ""))

static void
check_one(const char* const json,
          const char* const text,
          const char* const triples,
          const char* const findings,
          const int         line)
{
  const fix_input input = {.json = json, .tables = {{"t.csv", text}}};
  fix_check(&input, triples, findings, __FILE__, line);
}

/* Nothing above the first row; a cell of blanks is empty; only the column that asks for it. */
static void
test_filled(void)
{
  check_one(TWO(""),
            "id,a,b\n1,,x\n2,one,\n3,,y\n4,  ,\n5,\"tw\n\xC3\xA9\",\n6,,\n",
            "<r/1> <p/b> 'x'\n<r/2> <p/a> 'one'\n<r/3> <p/a> 'one'\n<r/3> <p/b> 'y'\n"
            "<r/4> <p/a> 'one'\n<r/5> <p/a> 'tw\\n\xC3\xA9'\n<r/6> <p/a> 'tw\\n\xC3\xA9'\n",
            "",
            __LINE__);
}

/* A null of the mapping and a wrong value are handed down as they stand; what is wrong is told in
   each row. */
static void
test_handed_down(void)
{
  check_one(TWO(", 'null': '-', 'datatype': 'integer'"),
            "id,a,b\n1,7,\n2,,\n3,-,\n4,,\n5,x,\n6,,\n",
            "<r/1> <p/a> '7'^^<xsd:integer>\n<r/2> <p/a> '7'^^<xsd:integer>\n",
            "L0201 value 6:2 \"x\" is not an integer: it is not a number\n"
            "L0201 value 7:2 \"x\" is not an integer: it is not a number\n",
            __LINE__);
}

/* A list, and what is needed, too. */
static void
test_list(void)
{
  check_one(TWO(", 'separator': ';', 'required': true"),
            "id,a,b\n1,p;q,\n2,,\n",
            "<r/1> <p/a> 'p'\n<r/1> <p/a> 'q'\n<r/2> <p/a> 'p'\n<r/2> <p/a> 'q'\n",
            "",
            __LINE__);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {.json   = TWO(""),
                           .tables = {{"t.csv", "id,a,b\n1,a longer text than before,\n2,,\n"}}};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"filled", test_filled},
  {"handed down", test_handed_down},
  {"list", test_list},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/above", tests)
