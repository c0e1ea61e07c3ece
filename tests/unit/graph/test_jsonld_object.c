/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Values, lists, sets and nodes, by what their names stand for. */

#include "jsonld_unit.h"

static void
values(void)
{
  CHECK_LD(
    "{'http://e/p': [{'@value': 'a', '@language': 'en'}, {'@value': '1', '@type': 'http://e/d'}, "
    "{'@value': null}, {'@value': true}, null, {'@language': 'en'}]}",
    "_:gen1 <http://e/p> \"a\"@en \n"
    "_:gen1 <http://e/p> \"1\"^^http://e/d \n"
    "_:gen1 <http://e/p> \"true\"^^" LD_XSD "boolean \n");
}

/* Items that are null are none; a list in a list; an empty one. */
static void
lists(void)
{
  CHECK_LD("{'@id': 'x', 'http://e/p': {'@list': ['a', null, {'@list': []}]}}",
           "_:gen1 <" LD_RDF "first> \"a\" \n"
           "<http://example.org/d/x> <http://e/p> _:gen1 \n"
           "_:gen2 <" LD_RDF "first> <" LD_RDF "nil> \n"
           "_:gen1 <" LD_RDF "rest> _:gen2 \n"
           "_:gen2 <" LD_RDF "rest> <" LD_RDF "nil> \n");
  CHECK_LD("{'@id': 'x', 'http://e/p': {'@set': ['a', ['b']]}}",
           "<http://example.org/d/x> <http://e/p> \"a\" \n"
           "<http://example.org/d/x> <http://e/p> \"b\" \n");
}

static void
nodes(void)
{
  CHECK_LD(
    "[{'@id': '_:gen1', '@type': ['http://e/T', 'http://e/U']}, {'http://e/p': {'http://e/q': "
    "{'@id': 'x'}}}]",
    "_:gengen1 <" LD_TYPE "> <http://e/T> \n"
    "_:gengen1 <" LD_TYPE "> <http://e/U> \n"
    "_:gen1 <http://e/p> _:gen2 \n"
    "_:gen2 <http://e/q> <http://example.org/d/x> \n");
}

static void
faults(void)
{
  CHECK_LD_WRONG("{'@id': 1}", 1U, "invalid @id value");
  CHECK_LD_WRONG("{'@context': {'id': '@id'}, '@id': 'x', 'id': 'y'}", 1U, "colliding keywords");
  CHECK_LD_WRONG("{'http://e/p': {'@value': 1, '@id': 'x'}}", 1U, "invalid value object");
  CHECK_LD_WRONG("{'http://e/p': {'@value': []}}", 1U, "invalid value object value");
  CHECK_LD_WRONG(
    "{'http://e/p': {'@value': 1, '@language': 'en'}}", 1U, "invalid language-tagged value");
  CHECK_LD_WRONG(
    "{'http://e/p': {'@value': 'a', '@language': 1}}", 1U, "invalid language-tagged string");
  CHECK_LD_WRONG("{'http://e/p': {'@value': 'a', '@type': '_:b'}}", 1U, "invalid typed value");
  CHECK_LD_WRONG("{'http://e/p': {'@value': 'a', '@index': 1}}", 1U, "invalid @index value");
  CHECK_LD_WRONG("{'http://e/p': {'@list': [], '@id': 'x'}}", 1U, "invalid set or list object");
  CHECK_LD_WRONG("{'http://e/p': {'@set': [], '@id': 'x'}}", 1U, "invalid set or list object");
}

static const unit_test TESTS[] = {
  {"values", values}, {"lists", lists}, {"nodes", nodes}, {"faults", faults}};

UNIT_MAIN("graph/jsonld_object", TESTS)
