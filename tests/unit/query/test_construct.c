/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* What CONSTRUCT and DESCRIBE make, as rows. */

#include "unit.h"

#include "query_data.h"

static void
triples(void)
{
  check_answer("CONSTRUCT { ?o :by ?s } { ?s :knows ?o . ?s :age 7 }",
               "<http://x/c>\t<http://x/by>\t<http://x/b>\n");
  check_answer("CONSTRUCT { ?n :of ?s } { ?s :age ?n }", "");
  check_answer("CONSTRUCT { ?s ?n :x } { ?s :age ?n }", "");
  check_answer("CONSTRUCT { :x :y ?none } { ?s :age ?n }", "");
  check_answer("CONSTRUCT { :x :y :z } { ?s :age ?n }",
               "<http://x/x>\t<http://x/y>\t<http://x/z>\n");
  check_answer("DESCRIBE ?s { ?s :age 7 }",
               "<http://x/b>\t<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>\t<http://x/"
               "P>\n<http://x/b>\t<http://x/name>\t\"Bob\"\n<http://x/b>\t<http://x/"
               "age>\t7\n<http://x/b>\t<http://x/knows>\t<http://x/c>\n");
  check_answer("DESCRIBE :nobody", "");
}

static void
no_memory(void)
{
  check_memory("CONSTRUCT { _:b :of ?s . ?s :is ( 1 2 ) } { ?s :age ?n }");
}

static const unit_test TESTS[] = {{"triples", triples}, {"no memory", no_memory}};

UNIT_MAIN("query/construct", TESTS)
