/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Value nodes of paths and focus nodes of targets (SHACL, sections 2.1.3 and 2.3.1). */

#include "shapes_unit.h"

#define DATA ":a :p :b . :b :p :c . :c :p :b . :a :q :d . :d :q :e . :f :p :a . :a :r 1 . :b :r 2 ."

/* Every value node is no literal 9. */
#define ALL(path) ":s sh:targetNode :a ; sh:property [ sh:path " path " ; sh:in ( 9 ) ] ."

static void
paths(void)
{
  CHECK_ROWS(ALL(":p"), DATA, "a p b in\n");
  CHECK_ROWS(ALL("[ sh:inversePath :p ]"), DATA, "a [] f in\n");
  CHECK_ROWS(ALL("( :p :p )"), DATA, "a [] c in\n");
  CHECK_ROWS(
    ALL("[ sh:inversePath ( :q :p ) ]"), ":x :q :y . :y :p :a . :z :p :a .", "a [] x in\n");
  CHECK_ROWS(ALL("[ sh:alternativePath ( :p :q ) ]"), DATA, "a [] b in\na [] d in\n");
  CHECK_ROWS(ALL("[ sh:zeroOrMorePath :p ]"), DATA, "a [] a in\na [] b in\na [] c in\n");
  CHECK_ROWS(ALL("[ sh:oneOrMorePath :p ]"), DATA, "a [] b in\na [] c in\n");
  CHECK_ROWS(ALL("[ sh:zeroOrOnePath :p ]"), DATA, "a [] a in\na [] b in\n");
  CHECK_ROWS(
    ALL("( [ sh:zeroOrMorePath [ sh:alternativePath ( :p [ sh:inversePath :p ] ) ] ] :r )"),
    DATA,
    "a [] 1 in\na [] 2 in\n");
}

static void
targets(void)
{
  CHECK_ROWS(
    ":s sh:targetSubjectsOf :p ; sh:in ( 9 ) .", DATA, "a - a in\nb - b in\nc - c in\nf - f in\n");
  CHECK_ROWS(":s sh:targetObjectsOf :q , :r ; sh:in ( 9 ) .",
             DATA,
             "d - d in\ne - e in\n1 - 1 in\n2 - 2 in\n");
  CHECK_ROWS(
    ":s sh:targetNode :nobody , 'x' ; sh:in ( 9 ) .", "", "nobody - nobody in\nx - x in\n");
}

static void
numbers(void)
{
  shapes_sample s;
  CU_ASSERT_EQUAL_FATAL(shapes_run(&s, ALL("[ sh:zeroOrMorePath :p ]"), DATA), LN_OK);
  CU_ASSERT_EQUAL(s.results.total, 3U);
  CU_ASSERT(s.results.v[0].value < s.results.v[1].value);
  shapes_clear(&s);
}

static const unit_test TESTS[] = {{"paths", paths}, {"targets", targets}, {"order", numbers}};

UNIT_MAIN("check/value_nodes", TESTS)
