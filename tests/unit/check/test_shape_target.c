/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Targets: classes and what lies below them (SHACL, section 2.1.3). */

#include "shapes_unit.h"

static void
classes(void)
{
  CHECK_ROWS(":s sh:targetClass :C ; sh:in ( 9 ) .",
             ":a a :C . :b a :D . :c a :E . :D rdfs:subClassOf :C . :E rdfs:subClassOf :D . :C "
             "rdfs:subClassOf :E . :d a :F .",
             "a - a in\nb - b in\nc - c in\n");
}

static void
implicit(void)
{
  CHECK_ROWS(":C a sh:NodeShape , rdfs:Class ; sh:in ( 9 ) .", ":a a :C .", "a - a in\n");
  CHECK_ROWS(":C a sh:NodeShape , :Kind ; sh:in ( 9 ) . :Kind rdfs:subClassOf rdfs:Class .",
             ":a a :C .",
             "a - a in\n");
  CHECK_ROWS(":C a sh:NodeShape , :Kind ; sh:in ( 9 ) .", ":a a :C .", "");
}

static void
ill_formed(void)
{
  CHECK_FAULTS(
    ":s sh:targetClass 'C' ; sh:targetNode [] ; sh:targetSubjectsOf 1 ; sh:targetObjectsOf [] .",
    "targetNode-nodeKind\ntargetClass-nodeKind\ntargetSubjectsOf-nodeKind\n"
    "targetObjectsOf-nodeKind\n");
}

static const unit_test TESTS[] = {
  {"classes", classes}, {"implicit", implicit}, {"ill-formed", ill_formed}};

UNIT_MAIN("check/shape_target", TESTS)
