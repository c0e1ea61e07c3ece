/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Lists (SHACL, section 1.1). */

#include "shapes_unit.h"

#define LIST(list) ":s sh:targetNode 1 ; sh:in " list " ."

static void
well_formed(void)
{
  CHECK_ROWS(LIST("( 1 2 )"), "", "");
  CHECK_ROWS(LIST("( 2 2 )"), "", "1 - 1 in\n");
  CHECK_ROWS(LIST("()"), "", "1 - 1 in\n");
}

static void
ill_formed(void)
{
  CHECK_FAULTS(LIST(":l"), "in-node\n");
  CHECK_FAULTS(LIST("[ rdf:first 1 ]"), "in-node\n");
  CHECK_FAULTS(LIST("[ rdf:rest () ]"), "in-node\n");
  CHECK_FAULTS(LIST("[ rdf:first 1 , 2 ; rdf:rest () ]"), "in-node\n");
  CHECK_FAULTS(LIST("[ rdf:first 1 ; rdf:rest () , ( 1 ) ]"), "in-node\n");
  CHECK_FAULTS(LIST("_:l . _:l rdf:first 1 ; rdf:rest _:l"), "in-node\n");
  CHECK_FAULTS(LIST("()") " rdf:nil rdf:rest ( 1 ) .", "in-node\n");
}

static const unit_test TESTS[] = {{"well-formed", well_formed}, {"ill-formed", ill_formed}};

UNIT_MAIN("check/shape_list", TESTS)
