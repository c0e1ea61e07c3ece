/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Contexts (JSON-LD 1.1 API, section 4.1): what counts where, and what a name becomes. */

#include "jsonld_unit.h"

static void
vocabularies(void)
{
  CHECK_LD(
    "{'@context': {'@vocab': 'http://v/', '@language': 'de'}, '@id': 'x', 'p': 'a', 'q:r': 1}",
    "<http://example.org/d/x> <http://v/p> \"a\"@de \n"
    "<http://example.org/d/x> <q:r> \"1\"^^" LD_XSD "integer \n");
  CHECK_LD("{'@context': [{'@vocab': 'http://v/'}, {'@vocab': 'w#'}, {'@base': 'http://b/c/'}], "
           "'@id': '../x', 'p': 'a'}",
           "<http://b/x> <http://v/w#p> \"a\" \n");
  CHECK_LD("{'@context': [{'p': 'http://e/p'}, null], '@id': 'x', 'p': 'a'}", "");
  CHECK_LD("{'@context': {'@base': null, 'p': {'@id': 'http://e/p', '@type': '@id'}}, '@id': "
           "'http://e/x', 'p': 'y'}",
           "");
}

/* Of a property, of a type, and only of the node that has it. */
static void
scopes(void)
{
  CHECK_LD("{'@context': {'p': {'@id': 'http://e/p', '@context': {'n': 'http://e/inner'}}, 'n': "
           "'http://e/n'}, '@id': 'x', 'n': 1, 'p': {'@id': 'y', 'n': 2}}",
           "<http://example.org/d/x> <http://e/n> \"1\"^^" LD_XSD "integer \n"
           "<http://example.org/d/x> <http://e/p> <http://example.org/d/y> \n"
           "<http://example.org/d/y> <http://e/inner> \"2\"^^" LD_XSD "integer \n");
  CHECK_LD("{'@context': {'T': {'@id': 'http://e/T', '@context': {'n': 'http://e/of-t'}}, 'n': "
           "'http://e/n', 'p': 'http://e/p'}, '@id': 'x', '@type': 'T', 'n': 1, 'p': {'@id': 'y', "
           "'n': 2}}",
           "<http://example.org/d/x> <" LD_TYPE "> <http://e/T> \n"
           "<http://example.org/d/x> <http://e/of-t> \"1\"^^" LD_XSD "integer \n"
           "<http://example.org/d/x> <http://e/p> <http://example.org/d/y> \n"
           "<http://example.org/d/y> <http://e/n> \"2\"^^" LD_XSD "integer \n");
}

static void
faults(void)
{
  CHECK_LD_REFUSED("{\n'@context': 'http://e/context'}", 2U, "a context at an address");
  CHECK_LD_REFUSED("{'@context': {'@import': 'http://e/c'}}", 1U, "a context at an address");
  CHECK_LD_WRONG("{'@context': 7}", 1U, "invalid local context");
  CHECK_LD_WRONG("{'@context': {'@version': 1.0}}", 1U, "invalid @version");
  CHECK_LD_WRONG("{'@context': {'@base': 1}}", 1U, "invalid base IRI");
  CHECK_LD_WRONG("{'@context': {'@vocab': 1}}", 1U, "invalid vocab mapping");
  CHECK_LD_WRONG("{'@context': {'@language': 1}}", 1U, "invalid default language");
  CHECK_LD_WRONG("{'@context': {'@direction': 'up'}}", 1U, "invalid base direction");
  CHECK_LD_WRONG("{'@context': {'@propagate': 1}}", 1U, "@propagate and @protected");
  CHECK_LD_WRONG(
    "{'@context': [{'@protected': true, 'p': 'http://e/p'}, null]}", 1U, "invalid context");
}

static const unit_test TESTS[] = {
  {"vocabularies", vocabularies}, {"scopes", scopes}, {"faults", faults}};

UNIT_MAIN("graph/jsonld_context", TESTS)
