/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Forms and declarations: SPARQL 1.1, section 19.8. */

#include "unit.h"

#include "query_data.h"

static void
forms(void)
{
  check_answer("PREFIX y: <http://x/> SELECT ?o { y:b y:age ?o }", "7\n");
  check_answer("BASE <http://x/> SELECT ?o { <b> <age> ?o }", "7\n");
  check_answer("# said before\nselect ?o where { :b :age ?o } # and after", "7\n");
  check_answer("ASK WHERE { :b :age 7 }", NULL);
  check_answer("CONSTRUCT WHERE { :b :age ?o }", "<http://x/b>\t<http://x/age>\t7\n");
  check_answer("DESCRIBE * { ?x :score ?n FILTER(false) }", "");
}

static void
no_memory(void)
{
  check_memory("BASE <http://x/> PREFIX y: <http://x/> CONSTRUCT { ?x y:is [ y:of ?n ] } WHERE { "
               "?x <age> ?n }");
}

static const unit_test TESTS[] = {{"forms", forms}, {"no memory", no_memory}};

UNIT_MAIN("query/parse", TESTS)
