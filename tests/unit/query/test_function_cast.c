/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Casts: section 17.5. */

#include "unit.h"

#include "query_data.h"

static void
casts(void)
{
  check_answer("SELECT (xsd:integer(\"42\") AS ?a) (xsd:integer(3.9) AS ?b) (xsd:integer(\"x\") AS "
               "?c) (xsd:decimal(\"1.50\") AS ?d) (xsd:boolean(\"1\") AS ?e) (xsd:string(1.50) AS "
               "?f) (xsd:integer(true) AS ?g) { }",
               "42\t3\t\t1.5\t\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\t\"1.50\"\t1\n");
  check_answer(
    "SELECT (xsd:double(\"1e2\") AS ?a) (xsd:float(1) AS ?b) "
    "(xsd:dateTime(\"2001-01-01T00:00:00Z\") AS ?c) (xsd:date(\"2001-13-01\") AS ?d) "
    "(xsd:string(:a) AS ?e) { }",
    "1.0E2\t\"1.0E0\"^^<http://www.w3.org/2001/XMLSchema#float>\t\"2001-01-01T00:00:00Z\"^^<http://"
    "www.w3.org/2001/XMLSchema#dateTime>\t\t\"http://x/a\"\n");
}

static void
no_memory(void)
{
  check_memory("SELECT (xsd:string(1 + 1) AS ?a) { }");
}

static const unit_test TESTS[] = {{"casts", casts}, {"no memory", no_memory}};

UNIT_MAIN("query/function_cast", TESTS)
