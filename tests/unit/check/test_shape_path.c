/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Paths that are ill-formed (SHACL, section 2.3.1); well-formed ones are walked in
 * test_value_nodes.c. */

#include "shapes_unit.h"

#define PATH(path) ":s a sh:PropertyShape ; sh:targetNode :a ; sh:minCount 1 ; sh:path " path " ."

static void
ill_formed(void)
{
  CHECK_FAULTS(PATH("'p'"), "path-node\n");
  CHECK_FAULTS(PATH("()"), "path-node\n");
  CHECK_FAULTS(PATH("( :p )"), "path-sequence\n");
  CHECK_FAULTS(PATH("[ sh:alternativePath ( :p ) ]"), "path-alternative\n");
  CHECK_FAULTS(PATH("[ sh:inversePath :p ; sh:zeroOrOnePath :q ]"), "path-metarule\n");
  CHECK_FAULTS(PATH("[ ]"), "path-metarule\n");
  CHECK_FAULTS(PATH(":p , :q"), "path-maxCount\n");
  CHECK_FAULTS(":s a sh:PropertyShape .", "path-minCount\n");
  CHECK_FAULTS(PATH("_:l . _:l sh:zeroOrMorePath _:l"), "path-non-recursive\n");
  CHECK_FAULTS(PATH("_:l . _:l rdf:first :p ; rdf:rest _:l"), "path-node\n");
}

/* Two to the thirtieth pieces are not laid out. */
static void
exploding(void)
{
  ln_text shapes = {0};
  CU_ASSERT_EQUAL(ln_text_format(&shapes, PATH("_:p0")), LN_OK);
  for (int i = 0; i < 30; ++i) {
    CU_ASSERT_EQUAL(
      ln_text_format(&shapes, " _:p%d rdf:first _:p%d ; rdf:rest ( _:p%d ) .", i, i + 1, i + 1),
      LN_OK);
  }
  CU_ASSERT_EQUAL(ln_text_format(&shapes, " _:p30 sh:inversePath :p ."), LN_OK);
  CHECK_FAULTS(shapes.s, "path-non-recursive\n");
  ln_text_clear(&shapes);
}

static const unit_test TESTS[] = {{"ill-formed", ill_formed}, {"exploding", exploding}};

UNIT_MAIN("check/shape_path", TESTS)
