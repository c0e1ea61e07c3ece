/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Scalars as literals: numbers by their digits, what terms say of them, and rdf:JSON. */

#include "jsonld_unit.h"

static void
numbers(void)
{
  static const struct {
    const char* json;
    const char* literal;
  } NUMBERS[] = {
    {"0", "\"0\"^^" LD_XSD "integer"},
    {"-7.0", "\"-7\"^^" LD_XSD "integer"},
    {"1e3", "\"1000\"^^" LD_XSD "integer"},
    {"123456789012345678901", "\"123456789012345678901\"^^" LD_XSD "integer"},
    {"1e21", "\"1.0E21\"^^" LD_XSD "double"},
    {"5.3", "\"5.3E0\"^^" LD_XSD "double"},
    {"-0.00125", "\"-1.25E-3\"^^" LD_XSD "double"},
    {"0.12345678901234567", "\"1.234567890123457E-1\"^^" LD_XSD "double"},
    {"9.9999999999999999", "\"10\"^^" LD_XSD "integer"},
    {"{'@value': 5, '@type': '" LD_XSD "double'}", "\"5.0E0\"^^" LD_XSD "double"},
    {"{'@value': 5.5, '@type': '" LD_XSD "decimal'}", "\"5.5E0\"^^" LD_XSD "decimal"},
  };
  for (size_t i = 0U; i < sizeof(NUMBERS) / sizeof(NUMBERS[0]); ++i) {
    ln_text text   = {0};
    ln_text triple = {0};
    CU_ASSERT_EQUAL(ln_text_format(&text, "{'http://e/p': %s}", NUMBERS[i].json), LN_OK);
    CU_ASSERT_EQUAL(ln_text_format(&triple, "_:gen1 <http://e/p> %s \n", NUMBERS[i].literal),
                    LN_OK);
    CHECK_LD(text.s, triple.s);
    ln_text_clear(&text);
    ln_text_clear(&triple);
  }
}

static void
coerced(void)
{
  CHECK_LD(
    "{'@context': {'@vocab': 'http://v/', '@language': 'en', 'i': {'@type': '@id'}, 'v': {'@type': "
    "'@vocab'}, 'd': {'@type': 'http://e/d'}, 'n': {'@language': null}}, '@id': 'x', 'i': 'y', "
    "'v': "
    "'z', 'd': 'a', 'n': 'b', 'p': 'c'}",
    "<http://example.org/d/x> <http://v/i> <http://example.org/d/y> \n"
    "<http://example.org/d/x> <http://v/v> <http://v/z> \n"
    "<http://example.org/d/x> <http://v/d> \"a\"^^http://e/d \n"
    "<http://example.org/d/x> <http://v/n> \"b\" \n"
    "<http://example.org/d/x> <http://v/p> \"c\"@en \n");
}

/* RFC 8785: members in order of UTF-16, numbers as ECMAScript writes them. */
static void
json(void)
{
  CHECK_LD(
    "{'@context': {'p': {'@id': 'http://e/p', '@type': '@json'}}, 'p': {'b': [1.0, 1e-7, 1e21, "
    "0.5, 123.5], 'a': {}, '\xF0\x9F\x98\x80': null, '\xEF\xAC\x81': '\\n'}}",
    "_:gen1 <http://e/p> "
    "\"{\"a\":{},\"b\":[1,1e-7,1e+21,0.5,123.5],\"\xF0\x9F\x98\x80\":null,\"\xEF\xAC\x81\":\"\\n\"}"
    "\"^^" LD_RDF "JSON \n");
  CHECK_LD("{'http://e/p': {'@value': [], '@type': '@json'}}",
           "_:gen1 <http://e/p> \"[]\"^^" LD_RDF "JSON \n");
  CHECK_LD_REFUSED(
    "{'http://e/p': {'@value': 1.2345678901234567, '@type': '@json'}}", 1U, "a number");
}

static const unit_test TESTS[] = {{"numbers", numbers}, {"coerced", coerced}, {"json", json}};

UNIT_MAIN("graph/jsonld_literal", TESTS)
