/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Term definitions (JSON-LD 1.1 API, section 4.2), in any order, and what is none. */

#include "jsonld_unit.h"

static void
order(void)
{
  CHECK_LD("{'@context': {'p': 'a:p', 'a': 'b:a/', 'b': 'http://b/', 'q': {'@id': 'a:q', '@type': "
           "'b:T'}}, '@id': 'x', 'p': 'v', 'q': 'w', 'b:r': true}",
           "<http://example.org/d/x> <http://b/a/p> \"v\" \n"
           "<http://example.org/d/x> <http://b/a/q> \"w\"^^http://b/T \n"
           "<http://example.org/d/x> <http://b/r> \"true\"^^" LD_XSD "boolean \n");
  CHECK_LD(
    "{'@context': {'id': '@id', 'a': '@type', 'gone': null, '@vocab': 'http://v/'}, 'id': 'x', "
    "'a': 'T', 'gone': 1}",
    "<http://example.org/d/x> <" LD_TYPE "> <http://v/T> \n");
}

/* A term is a prefix if its IRI ends like one, or if it says so. */
static void
prefixes(void)
{
  CHECK_LD(
    "{'@context': {'a': 'http://a/x', 'b': {'@id': 'http://b/', '@prefix': true}, 'c': {'@id': "
    "'http://c/'}}, '@id': 'x', 'a:p': 1, 'b:p': 1, 'c:p': 1}",
    "<http://example.org/d/x> <a:p> \"1\"^^" LD_XSD "integer \n"
    "<http://example.org/d/x> <http://b/p> \"1\"^^" LD_XSD "integer \n"
    "<http://example.org/d/x> <c:p> \"1\"^^" LD_XSD "integer \n");
}

static void
faults(void)
{
  static const struct {
    const char* terms;
    const char* why;
  } FAULTS[] = {
    {"'a': 'b:x', 'b': 'a:y'", "cyclic IRI mapping"},
    {"'a': 1", "invalid term definition"},
    {"'': 'http://e/'", "invalid term definition"},
    {"'@id': 'http://e/'", "keyword redefinition"},
    {"'@type': {}", "keyword redefinition"},
    {"'a': 'x'", "invalid IRI mapping"},
    {"'a': {'@id': 1}", "invalid IRI mapping"},
    {"'a': '@context'", "invalid keyword alias"},
    {"'a': {'@id': 'http://e/a', '@type': 1}", "invalid type mapping"},
    {"'a': {'@id': 'http://e/a', '@type': '_:b'}", "invalid type mapping"},
    {"'a': {'@id': 'http://e/a', '@container': 'set'}", "invalid container mapping"},
    {"'a': {'@id': 'http://e/a', '@container': ['@list', '@set']}", "invalid container mapping"},
    {"'a': {'@id': 'http://e/a', '@language': 1}", "invalid language mapping"},
    {"'a': {'@id': 'http://e/a', '@nest': '@id'}", "invalid @nest value"},
    {"'a': {'@id': 'http://e/a', '@prefix': 1}", "invalid @prefix value"},
    {"'a': {'@id': 'http://e/a', '@protected': 1}", "invalid @protected value"},
    {"'a': {'@id': 'http://e/a', '@direction': 'up'}", "invalid base direction"},
    {"'a': {'@id': 'http://e/a', '@index': 'b'}", "invalid term definition"},
    {"'a': {'@id': 'http://e/a', 'more': 'b'}", "invalid term definition"},
    {"'a': {'@reverse': 'http://e/a', '@id': 'http://e/b'}", "invalid reverse property"},
    {"'a': {'@reverse': 'http://e/a', '@container': '@list'}", "invalid reverse property"},
    {"'a:b': 'http://e/a', 'a': 'http://a/'", "invalid IRI mapping"},
  };
  for (size_t i = 0U; i < sizeof(FAULTS) / sizeof(FAULTS[0]); ++i) {
    ln_text text = {0};
    CU_ASSERT_EQUAL(ln_text_format(&text, "{'@context': {%s}}", FAULTS[i].terms), LN_OK);
    CHECK_LD_WRONG(text.s, 1U, FAULTS[i].why);
    ln_text_clear(&text);
  }
}

static void
guarded(void)
{
  CHECK_LD_WRONG("{'@context': [{'@protected': true, 'a': 'http://e/a'},\n{'a': 'http://e/b'}]}",
                 2U,
                 "protected term redefinition");
  CHECK_LD("{'@context': [{'@protected': true, 'a': 'http://e/a'}, {'a': 'http://e/a'}], 'a': 1}",
           "_:gen1 <http://e/a> \"1\"^^" LD_XSD "integer \n");
}

static const unit_test TESTS[] = {
  {"order", order}, {"prefixes", prefixes}, {"faults", faults}, {"guarded", guarded}};

UNIT_MAIN("graph/jsonld_define", TESTS)
