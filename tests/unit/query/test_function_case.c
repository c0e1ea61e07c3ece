/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* UCASE and LCASE beyond ASCII. */

#include "unit.h"

#include "query_data.h"

static void
letters(void)
{
  check_answer("SELECT (UCASE(\"stra\xC3\x9F"
               "e Zo\xC3\xAB\") AS ?a) (LCASE(\"\xC3\x80\xC3\x89\xCE\xA3\") AS ?b) "
               "(UCASE(\"\xEF\xAC\x81\"@de) AS ?c) (UCASE(1) AS ?d) { }",
               "\"STRASSE ZO\xC3\x8B\"\t\"\xC3\xA0\xC3\xA9\xCF\x83\"\t\"FI\"@de\t\n");
}

static void
no_memory(void)
{
  check_memory("SELECT (UCASE(\"stra\xC3\x9F"
               "e\") AS ?a) { }");
}

static const unit_test TESTS[] = {{"letters", letters}, {"no memory", no_memory}};

UNIT_MAIN("query/function_case", TESTS)
