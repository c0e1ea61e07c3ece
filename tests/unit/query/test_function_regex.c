/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* REGEX and REPLACE; examples of XPath and XQuery Functions, section 7.6. */

#include "unit.h"

#include "query_data.h"

static void
both(void)
{
  check_answer("SELECT (REPLACE(\"abracadabra\", \"bra\", \"*\") AS ?a) (REPLACE(\"abracadabra\", "
               "\"a.*?a\", \"*\") AS ?b) (REPLACE(\"AAAA\", \"A+?\", \"b\") AS ?c) "
               "(REPLACE(\"darted\", \"^(.*?)d(.*)$\", \"$1c$2\") AS ?d) { }",
               "\"a*cada*\"\t\"*c*bra\"\t\"bbbb\"\t\"carted\"\n");
  check_answer(
    "SELECT (REPLACE(\"abracadabra\", \".*?\", \"$1\") AS ?a) (REPLACE(\"a\", \"(\", \"b\") AS ?b) "
    "(REGEX(\"Abc\", \"^a\", \"i\") AS ?c) (REPLACE(\"Ab\"@en, \"b\", \"c\") AS ?d) { }",
    "\t\t\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\t\"Ac\"@en\n");
}

static void
no_memory(void)
{
  check_memory("SELECT (REPLACE(\"abc\", \"b\", \"x\") AS ?a) (REGEX(\"a\", \"b\") AS ?b) { }");
}

static const unit_test TESTS[] = {{"both", both}, {"no memory", no_memory}};

UNIT_MAIN("query/function_regex", TESTS)
