/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Which cells triples are told to come from, in fragments of RFC 7111 (section 2.3:
   `cell=ROW,COLUMN`, several with semicolons), the header being row 1; and which of them is known
   beforehand. Each triple stands in the graph of its cells here, which is the shortest form. */

#include "map/fixture.h"

static const char SHAPE[] = PLAIN(MUTE("id") "," COL("a", "") "," COL(
  "b",
  ", 'separator': ';'") ",{'name': 'u', 'propertyUrl': 'p/u', 'valueUrl': 'x/{u}'}"
                        ",{'name': 'v', 'virtual': true, 'propertyUrl': 'p/v', 'valueUrl': "
                        "'x/{a}-{u}'}"
                        ",{'name': 'k', 'virtual': true, 'propertyUrl': 'p/k', 'valueUrl': 'x/K'}"
                        ",{'name': 'w', 'virtual': true, 'propertyUrl': 'p/w', '~value': ['{u}', "
                        "'{a}']}");

static const char DATA[] = "id,a,b,u\n1,x,y;z,7\n2,x,,\n";

#define BOTH(triple, cells) triple "\n" triple " <t#cell=" cells ">\n"

/* `u` empty: the template of `v` gives x/x-, from one cell; of the alternatives of `w` the second.
 */
static const char WANTED[] = BOTH("<r/1> <p/a> 'x'", "2,2") BOTH("<r/1> <p/b> 'y'", "2,3")
  BOTH("<r/1> <p/b> 'z'", "2,3") BOTH("<r/1> <p/k> <x/K>", "2,1") BOTH("<r/1> <p/u> <x/7>", "2,4")
    BOTH("<r/1> <p/v> <x/x-7>", "2,2;2,4") BOTH("<r/1> <p/w> '7'", "2,4")
      BOTH("<r/2> <p/a> 'x'", "3,2") BOTH("<r/2> <p/k> <x/K>", "3,1")
        BOTH("<r/2> <p/v> <x/x->", "3,2") BOTH("<r/2> <p/w> 'x'", "3,2");

static void
test_cells(void)
{
  const fix_input input = {.json       = SHAPE,
                           .tables     = {{"t.csv", DATA}},
                           .named      = true,
                           .provenance = LN_PROVENANCE_CELL,
                           .evidence   = LN_EVIDENCE_GRAPHS};
  fix_check(&input, WANTED, "", __FILE__, __LINE__);
}

/* Without a cell, and of a list, the row. */
static void
test_rows(void)
{
  const fix_input blank = {
    .json = MAP "'url': 't.csv', 'tableSchema': {'columns': [" MUTE(
      "a") ",{'name': 'k', 'virtual': true, 'propertyUrl': 'p/k', 'valueUrl': 'x/K'}]}}",
    .tables     = {{"t.csv", "a\n1\n"}},
    .named      = true,
    .provenance = LN_PROVENANCE_CELL,
    .evidence   = LN_EVIDENCE_GRAPHS};
  fix_check(&blank, "_:t0r2 <p/k> <x/K>\n_:t0r2 <p/k> <x/K> <t#row=2>\n", "", __FILE__, __LINE__);
}

static ln_status
run_everything(fixture* const f)
{
  const fix_input input = {.json       = SHAPE,
                           .tables     = {{"t.csv", DATA}},
                           .provenance = LN_PROVENANCE_CELL,
                           .evidence   = LN_EVIDENCE_REIFIERS};
  return fix_run(f, &input);
}

static void
test_no_memory(void)
{
  fixture f = {0};
  CHECK_ALLOC_FAILURES(run_everything(&f), fix_clear(&f));
}

static const unit_test tests[] = {
  {"cells", test_cells},
  {"rows", test_rows},
  {"no memory", test_no_memory},
};

UNIT_MAIN("map/bind_cells", tests)
