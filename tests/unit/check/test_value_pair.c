/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Constraints on pairs of properties, languages and closed shapes (SHACL,
 * sections 4.4.5, 4.5, 4.8.1). */

#include "shapes_unit.h"

static void
pairs(void)
{
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:equals :q ] .",
             ":a :p 1 , 2 ; :q 2 , 3 .",
             "a p 1 equals\na p 3 equals\n");
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:disjoint :q ] .",
             ":a :p 1 , 2 ; :q 2 , 3 .",
             "a p 2 disjoint\n");
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:lessThan :q ] .",
             ":a :p 1 , 2 , 'x' ; :q 2 , 3 .",
             "a p 2 lessThan\na p x lessThan\na p x lessThan\n");
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:lessThanOrEquals :q ] .",
             ":a :p 1 , 2 , 4 ; :q 2 .",
             "a p 4 lessThanOrEquals\n");
  // of a node shape the value node is the focus node
  CHECK_ROWS(":s sh:targetNode :a , :b ; sh:equals :q .",
             ":a :q :a . :b :q :c .",
             "b - b equals\nb - c equals\n");
}

static void
languages(void)
{
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:uniqueLang true ] .",
             ":a :p 'a'@en , 'b'@EN , 'c'@en , 'd'@de , 'e'@fr , 'f'@fr , 'g' , 'h' .",
             "a p - uniqueLang\na p - uniqueLang\n");
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:uniqueLang false ] .",
             ":a :p 'a'@en , 'b'@en .",
             "");
}

static void
closed(void)
{
  CHECK_ROWS(":s sh:targetNode :a ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ; "
             "sh:property [ sh:path :p ] , [ sh:path [ sh:inversePath :q ] ] .",
             ":a a :C ; :p 1 ; :q 2 ; :r 3 .",
             "a q 2 closed\na r 3 closed\n");
}

static const unit_test TESTS[] = {{"pairs", pairs}, {"languages", languages}, {"closed", closed}};

UNIT_MAIN("check/value_pair", TESTS)
