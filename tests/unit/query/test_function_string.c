/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Functions on strings; examples of section 17.4.3. */

#include "unit.h"

#include "query_data.h"

static void
strings(void)
{
  check_answer("SELECT (SUBSTR(\"foobar\", 4) AS ?a) (SUBSTR(\"foobar\"@en, 4, 1) AS ?b) "
               "(SUBSTR(\"a\xE2\x98\x95"
               "c\", 2, 1) AS ?c) (STRLEN(\"chat\"@en) AS ?d) (SUBSTR(\"abc\", 0, 2) AS ?e) { }",
               "\"bar\"\t\"b\"@en\t\"\xE2\x98\x95\"\t4\t\"a\"\n");
  check_answer("SELECT (STRBEFORE(\"abc\"@en, \"b\"@cy) AS ?a) (STRBEFORE(\"abc\"@en, \"b\") AS "
               "?b) (STRAFTER(\"abc\", \"\") AS ?c) (STRAFTER(\"abc\"@en, \"z\") AS ?d) { }",
               "\t\"a\"@en\t\"abc\"\t\"\"\n");
  check_answer("SELECT (CONCAT(\"foo\"@en, \"bar\"@en) AS ?a) (CONCAT(\"foo\"@en, \"bar\") AS ?b) "
               "(CONCAT(\"foo\", 1) AS ?c) (CONCAT() AS ?d) { }",
               "\"foobar\"@en\t\"foobar\"\t\t\"\"\n");
  check_answer("SELECT (ENCODE_FOR_URI(\"Los Angeles\") AS ?a) (CONTAINS(\"foobar\", \"bar\") AS "
               "?b) (STRENDS(\"foobar\"@en, \"bar\") AS ?c) (STRSTARTS(\"a\", 1) AS ?d) { }",
               "\"Los%20Angeles\"\t\"true\"^^<http://www.w3.org/2001/"
               "XMLSchema#boolean>\t\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>\t\n");
}

static void
no_memory(void)
{
  check_memory("SELECT (CONCAT(\"a\", \"b\") AS ?a) (ENCODE_FOR_URI(\"a b\") AS ?b) { }");
}

static const unit_test TESTS[] = {{"strings", strings}, {"no memory", no_memory}};

UNIT_MAIN("query/function_string", TESTS)
