/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Parts of dates; examples of section 17.4.5. */

#include "unit.h"

#include "query_data.h"

static void
parts(void)
{
  check_answer("SELECT (YEAR(?t) AS ?a) (MONTH(?t) AS ?b) (DAY(?t) AS ?c) (HOURS(?t) AS ?d) "
               "(MINUTES(?t) AS ?e) (SECONDS(?t) AS ?f) (TIMEZONE(?t) AS ?g) (TZ(?t) AS ?h) { "
               "VALUES ?t { \"2011-01-10T14:45:13.815-05:00\"^^xsd:dateTime } }",
               "2011\t1\t10\t14\t45\t13.815\t\"-PT5H\"^^<http://www.w3.org/2001/"
               "XMLSchema#dayTimeDuration>\t\"-05:00\"\n");
  check_answer("SELECT (TIMEZONE(?t) AS ?g) (TZ(?t) AS ?h) { VALUES ?t { "
               "\"2011-01-10T14:45:13Z\"^^xsd:dateTime \"2011-01-10T14:45:13\"^^xsd:dateTime } }",
               "\"PT0S\"^^<http://www.w3.org/2001/XMLSchema#dayTimeDuration>\t\"Z\"\n\t\"\"\n");
  check_answer("SELECT (YEAR(\"1969\"^^xsd:gYear) AS ?a) (MONTH(\"1969\"^^xsd:gYear) AS ?b) (NOW() "
               "= NOW() AS ?c) (DATATYPE(NOW()) = xsd:dateTime AS ?d) { }",
               "1969\t\t\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\t\"true\"^^<http://"
               "www.w3.org/2001/XMLSchema#boolean>\n");
}

static void
no_memory(void)
{
  check_memory("SELECT (TZ(\"2011-01-10T14:45:13Z\"^^xsd:dateTime) AS ?a) (NOW() AS ?b) { }");
}

static const unit_test TESTS[] = {{"parts", parts}, {"no memory", no_memory}};

UNIT_MAIN("query/function_time", TESTS)
