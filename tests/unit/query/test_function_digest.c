/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Digests of "abc", from FIPS 180-4 and RFC 1321. */

#include "unit.h"

#include "query_data.h"

static void
digests(void)
{
  check_answer("SELECT (MD5(\"abc\") AS ?a) (SHA1(\"abc\") AS ?b) (SHA256(\"abc\") AS ?c) { }",
               "\"900150983cd24fb0d6963f7d28e17f72\"\t\"a9993e364706816aba3e25717850c26c9cd0d89d\""
               "\t\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"\n");
  check_answer("SELECT (SUBSTR(SHA384(\"abc\"), 1, 8) AS ?a) (SUBSTR(SHA512(\"abc\"), 1, 8) AS ?b) "
               "(MD5(\"a\"@en) AS ?c) { }",
               "\"cb00753f\"\t\"ddaf35a1\"\t\n");
}

static void
no_memory(void)
{
  check_memory("SELECT (SHA512(\"abc\") AS ?a) { }");
}

static const unit_test TESTS[] = {{"digests", digests}, {"no memory", no_memory}};

UNIT_MAIN("query/function_digest", TESTS)
