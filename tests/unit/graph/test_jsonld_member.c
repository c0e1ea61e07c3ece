/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Members of a node: keywords, properties, and maps of containers. */

#include "jsonld_unit.h"

static void
graphs(void)
{
  CHECK_LD("{'@id': 'g', 'http://e/p': 'a', '@graph': {'@id': 'x', 'http://e/p': 'b'}}",
           "<http://example.org/d/g> <http://e/p> \"a\" \n"
           "<http://example.org/d/x> <http://e/p> \"b\" <http://example.org/d/g> \n");
  CHECK_LD("{'@graph': [{'@id': 'x', 'http://e/p': 'b'}]}",
           "<http://example.org/d/x> <http://e/p> \"b\" \n");
  CHECK_LD(
    "{'@context': {'p': {'@id': 'http://e/p', '@container': '@graph'}}, '@id': 'x', 'p': {'@id': "
    "'y', 'http://e/q': 1}}",
    "<http://example.org/d/x> <http://e/p> _:gen1 \n"
    "<http://example.org/d/y> <http://e/q> \"1\"^^" LD_XSD "integer _:gen1 \n");
}

static void
reversed(void)
{
  CHECK_LD(
    "{'@context': {'of': {'@reverse': 'http://e/has', '@type': '@id'}}, '@id': 'x', 'of': 'y', "
    "'@reverse': {'http://e/q': {'@id': 'z'}, 'of': {'@id': 'w'}}}",
    "<http://example.org/d/y> <http://e/has> <http://example.org/d/x> \n"
    "<http://example.org/d/z> <http://e/q> <http://example.org/d/x> \n"
    "<http://example.org/d/x> <http://e/has> <http://example.org/d/w> \n");
  CHECK_LD_WRONG(
    "{'@id': 'x', '@reverse': {'http://e/q': 'v'}}", 1U, "invalid reverse property value");
  CHECK_LD_WRONG("{'@id': 'x', '@reverse': 1}", 1U, "invalid @reverse value");
  CHECK_LD_WRONG("{'@id': 'x', '@reverse': {'@id': 'y'}}", 1U, "invalid reverse property map");
}

static void
maps(void)
{
  CHECK_LD(
    "{'@context': {'p': {'@id': 'http://e/p', '@container': '@language'}}, '@id': 'x', 'p': {'de': "
    "'a', 'en': ['b', 'c'], '@none': 'd'}}",
    "<http://example.org/d/x> <http://e/p> \"a\"@de \n"
    "<http://example.org/d/x> <http://e/p> \"b\"@en \n"
    "<http://example.org/d/x> <http://e/p> \"c\"@en \n"
    "<http://example.org/d/x> <http://e/p> \"d\" \n");
  CHECK_LD("{'@context': {'p': {'@id': 'http://e/p', '@container': '@id'}}, '@id': 'x', 'p': {'y': "
           "{'http://e/q': 'a'}}}",
           "<http://example.org/d/x> <http://e/p> <http://example.org/d/y> \n"
           "<http://example.org/d/y> <http://e/q> \"a\" \n");
  CHECK_LD("{'@context': {'p': {'@id': 'http://e/p', '@container': '@type'}}, '@id': 'x', 'p': "
           "{'http://e/T': {'@id': 'y'}, '@none': 'z'}}",
           "<http://example.org/d/y> <" LD_TYPE "> <http://e/T> \n"
           "<http://example.org/d/x> <http://e/p> <http://example.org/d/y> \n"
           "<http://example.org/d/x> <http://e/p> <http://example.org/d/z> \n");
  CHECK_LD(
    "{'@context': {'p': {'@id': 'http://e/p', '@container': '@index', '@index': 'http://e/i'}}, "
    "'@id': 'x', 'p': {'a': {'@id': 'y'}}}",
    "<http://example.org/d/y> <http://e/i> \"a\" \n"
    "<http://example.org/d/x> <http://e/p> <http://example.org/d/y> \n");
}

/* Names that mean nothing, properties that are no IRIs, nests, and nodes that are only there. */
static void
others(void)
{
  CHECK_LD(
    "{'@id': 'x', 'p': 1, '_:p': 1, '@unknown': 1, '@nest': [{'http://e/p': 'a'}], '@included': "
    "{'@id': 'y', 'http://e/q': 'b'}}",
    "<http://example.org/d/x> <http://e/p> \"a\" \n"
    "<http://example.org/d/y> <http://e/q> \"b\" \n");
  CHECK_LD_WRONG("{'@nest': 1}", 1U, "invalid @nest value");
  CHECK_LD_WRONG("{'@included': 'a'}", 1U, "invalid @included value");
  CHECK_LD_WRONG("{'@type': 1}", 1U, "invalid type value");
  CHECK_LD_WRONG("{'@index': 1}", 1U, "invalid @index value");
}

static const unit_test TESTS[] = {
  {"graphs", graphs}, {"reversed", reversed}, {"maps", maps}, {"others", others}};

UNIT_MAIN("graph/jsonld_member", TESTS)
