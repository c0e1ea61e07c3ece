/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Constraints that ask for other shapes (SHACL, sections 4.6 and 4.7). */

#include "shapes_unit.h"

#define PARTS ":one sh:in ( 1 2 ) . :two sh:in ( 2 3 ) . :six sh:in ( 6 ) .\n"

static void
logic(void)
{
  CHECK_ROWS(PARTS ":s sh:targetNode 1 , 2 , 4 ; sh:not :one .", "", "1 - 1 not\n2 - 2 not\n");
  CHECK_ROWS(
    PARTS ":s sh:targetNode 1 , 2 , 4 ; sh:and ( :one :two ) .", "", "1 - 1 and\n4 - 4 and\n");
  CHECK_ROWS(PARTS ":s sh:targetNode 1 , 2 , 4 ; sh:or ( :one :two ) .", "", "4 - 4 or\n");
  CHECK_ROWS(PARTS ":s sh:targetNode 1 , 2 , 4 ; sh:xone ( :one :two :six ) .",
             "",
             "2 - 2 xone\n4 - 4 xone\n");
  CHECK_ROWS(
    ":s sh:targetNode 1 ; sh:or () ; sh:and () ; sh:xone () .", "", "1 - 1 or\n1 - 1 xone\n");
  CHECK_ROWS(PARTS ":s sh:targetNode 1 , 4 ; sh:node :one .", "", "4 - 4 node\n");
}

static void
nested(void)
{
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:property [ sh:path :q ; "
             "sh:minCount 1 ] ] .",
             ":a :p :b , :c . :b :q 1 .",
             "c q - minCount\n");
  // the same, asked quietly: only that it does not conform
  CHECK_ROWS(":s sh:targetNode :a ; sh:node :t . :t sh:property [ sh:path :p ; sh:property [ "
             "sh:path :q ; sh:minCount 1 ] ] .",
             ":a :p :b , :c . :b :q 1 .",
             "a - a node\n");
}

static void
qualified(void)
{
  CHECK_ROWS(PARTS ":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:qualifiedValueShape :one ; "
                   "sh:qualifiedMinCount 3 ] , [ sh:path :p ; sh:qualifiedValueShape :one ; "
                   "sh:qualifiedMaxCount 1 ] .",
             ":a :p 1 , 2 , 3 .",
             "a p - qualifiedMinCount\na p - qualifiedMaxCount\n");
  // 2 conforms to both, so it counts for neither
  CHECK_ROWS(PARTS
             ":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:qualifiedValueShape :one ; "
             "sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 2 ] , [ sh:path :p ; "
             "sh:qualifiedValueShape :two ; sh:qualifiedMinCount 2 ] .",
             ":a :p 1 , 2 , 3 .",
             "a p - qualifiedMinCount\n");
}

static void
deactivated(void)
{
  CHECK_ROWS(":s sh:targetNode 1 ; sh:node :t ; sh:not :t . :t sh:in ( 2 ) ; sh:deactivated true .",
             "",
             "1 - 1 not\n");
}

static const unit_test TESTS[] = {
  {"logic", logic}, {"nested", nested}, {"qualified", qualified}, {"deactivated", deactivated}};

UNIT_MAIN("check/value_shape", TESTS)
