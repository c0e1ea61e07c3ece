/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

#ifndef LN_TESTS_CONTEXT_UNIT_H
#define LN_TESTS_CONTEXT_UNIT_H

/* Contexts for the tests of the JSON-LD writers, and compact IRIs as one string. */

#include "sink_unit.h"

#include "base/text.h"
#include "sink/context.h"

#define EX "https://example.org/"

/** One of each device that a context has; `ex:` stands below its users on purpose. */
#define RICH_CONTEXT                                                                               \
  "{\"@context\":{\"@version\":1.1,\"id\":\"@id\",\"type\":\"@type\","                             \
  "\"Person\":\"ex:Person\",\"Scoped\":{\"@id\":\"ex:Scoped\",\"@context\":{\"x\":\"ex:x\"}},"     \
  "\"name\":\"rdfs:label\",\"label\":{\"@id\":\"rdfs:label\",\"@container\":\"@language\"},"       \
  "\"nameDe\":{\"@id\":\"rdfs:label\",\"@language\":\"de\"},"                                      \
  "\"knows\":{\"@id\":\"ex:knows\",\"@type\":\"@id\",\"@container\":\"@set\"},"                    \
  "\"born\":{\"@id\":\"ex:age\",\"@type\":\"xsd:date\"},\"age\":\"ex:age\","                       \
  "\"role\":{\"@id\":\"ex:role\",\"@type\":\"@vocab\",\"@context\":{\"@vocab\":\"ex:role/\"}},"    \
  "\"friends\":{\"@reverse\":\"ex:knows\",\"@container\":\"@set\"},"                               \
  "\"list\":{\"@id\":\"ex:list\",\"@container\":\"@list\"},\"nothing\":null,"                      \
  "\"rdfs\":\"http://www.w3.org/2000/01/rdf-schema#\",\"xsd\":\"" XSD "\",\"ex\":\"" EX "\"}}"

static inline ln_context*
context_of(const char* const json, const char* const base)
{
  ln_context* context = NULL;
  CU_ASSERT_EQUAL_FATAL(ln_context_new(NULL, ln_view_of(json), ln_view_of(base), &context), LN_OK);
  return context;
}

static inline void
check_compact(const ln_compact compact, const char* const expected)
{
  ln_text text = {NULL, 0U, 0U};
  CU_ASSERT_EQUAL(ln_text_add(&text, compact.prefix), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add(&text, compact.prefix.n > 0U ? LN_V(":") : LN_V("")), LN_OK);
  CU_ASSERT_EQUAL(ln_text_add(&text, compact.rest), LN_OK);
  CHECK_VIEW(ln_text_view(&text), expected);
  ln_text_clear(&text);
}

#endif
