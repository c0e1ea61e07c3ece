/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Parameters whose values break a rule of the syntax; what good ones mean is in test_value_*.c. */

#include "shapes_unit.h"

#define BAD(parameter, value, rule)                                                                \
  CHECK_FAULTS(":s sh:path :p ; sh:" parameter " " value " .", parameter "-" rule "\n")

static void
values(void)
{
  BAD("class", "'C'", "nodeKind");
  BAD("datatype", "'C'", "nodeKind");
  BAD("datatype", "xsd:int , xsd:long", "maxCount");
  BAD("nodeKind", ":IRI", "in");
  BAD("minCount", "'1'", "datatype");
  BAD("minCount", "-1", "datatype");
  BAD("maxCount", "1 , 2", "maxCount");
  BAD("minInclusive", ":x", "nodeKind");
  BAD("maxLength", "1.0", "datatype");
  BAD("pattern", "1", "datatype");
  BAD("pattern", "'['", "regex");
  BAD("languageIn", "( 1 )", "members-datatype");
  BAD("uniqueLang", "'true'", "datatype");
  BAD("equals", "'p'", "nodeKind");
  BAD("not", "'s'", "node");
  BAD("or", "'s'", "node");
  BAD("or", "( 's' )", "node");
  BAD("property", ":t", "node");
  BAD("closed", "1", "datatype");
  CHECK_FAULTS(":s sh:closed true ; sh:ignoredProperties ( 1 ) .",
               "ignoredProperties-members-nodeKind\n");
  CHECK_FAULTS(":s sh:path :p ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape :t , :u .",
               "qualifiedValueShape-maxCount\n");
}

static void
scopes(void)
{
  CHECK_FAULTS(
    ":s sh:minCount 1 ; sh:maxCount 1 ; sh:uniqueLang true ; sh:lessThan :p ; "
    "sh:lessThanOrEquals :p ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape :t .",
    "qualifiedValueShape-scope\nminCount-scope\nmaxCount-scope\nuniqueLang-scope\nlessThan-scope\n"
    "lessThanOrEquals-scope\n");
}

/* A count too great to be reached is as good as none. */
static void
great_counts(void)
{
  CHECK_ROWS(":s sh:targetNode :a ; sh:property [ sh:path :p ; sh:maxCount "
             "99999999999999999999999999 ; sh:minCount +1 ] .",
             ":a :p 1 .",
             "");
}

static const unit_test TESTS[] = {
  {"values", values}, {"scopes", scopes}, {"great counts", great_counts}};

UNIT_MAIN("check/shape_constraint", TESTS)
