/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* `graph`: in which named graph triples stand (docs/mapping.md). What backs them is in
   test_make_claim.c. */

#include "map/fixture.h"

#define GRAPHS                                                                                     \
  MAP "'url': 't.csv', '~graph': 'g/all', 'tableSchema': {'aboutUrl': 'r/{id}', '~key': [['id']]," \
      " 'columns': [" MUTE("id") "," COL("a", "") "," COL("b", ", '~graph': 'g/{c}'") "," MUTE(    \
        "c") "]}}"

static void
test_graphs(void)
{
  const fix_input input = {
    .json = GRAPHS, .tables = {{"t.csv", "id,a,b,c\n1,x,y,k\n2,z,w,\n"}}, .named = true};
  fix_check(&input,
            "<r/1> <p/a> 'x' <g/all>\n<r/1> <p/b> 'y' <g/k>\n<r/2> <p/a> 'z' <g/all>\n",
            "L0216 value 3:0 the graph \"g/{c}\" has no name in this row\n",
            __FILE__,
            __LINE__);
}

/* A syntax without graphs has all in one. */
static void
test_without(void)
{
  const fix_input input = {.json = GRAPHS, .tables = {{"t.csv", "id,a,b,c\n1,x,y,k\n2,z,w,\n"}}};
  fix_check(&input,
            "<r/1> <p/a> 'x'\n<r/1> <p/b> 'y'\n<r/2> <p/a> 'z'\n<r/2> <p/b> 'w'\n",
            "",
            __FILE__,
            __LINE__);
}

/* One graph an item. */
static void
test_items(void)
{
  const fix_input input = {
    .json   = PLAIN(MUTE("id") ",{'name': 'a', 'suppressOutput': true, 'separator': ';', '~each': "
                               "true}," VIRT("t", ", '~value': '{a}', '~graph': 'g/{a}'")),
    .tables = {{"t.csv", "id,a\n1,x;y\n"}},
    .named  = true};
  fix_check(&input, "<r/1> <p/t> 'x' <g/x>\n<r/1> <p/t> 'y' <g/y>\n", "", __FILE__, __LINE__);
}

static void
test_faults(void)
{
  const fix_input input = {.json   = PLAIN(MUTE("id") "," COL("a", ", '~graph': 'g/{x}'")),
                           .tables = {{"t.csv", "id,a\n1,x\n"}},
                           .named  = true};
  fix_check(&input, "", "L0405 table 0:0 graph: no column is called \"x\"\n", __FILE__, __LINE__);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {
    .json = GRAPHS, .tables = {{"t.csv", "id,a,b,c\n1,x,y,k\n"}}, .named = true};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"graphs", test_graphs},
  {"without", test_without},
  {"items", test_items},
  {"faults", test_faults},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/bind_claim", tests)
