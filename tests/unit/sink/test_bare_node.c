/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Descriptions without a context; and that JSON-LD takes them where the context cannot say an IRI.
 */

#include "context_unit.h"

#include "sink/bare_node.h"
#include "sink/writers.h"

#define LABEL "http://www.w3.org/2000/01/rdf-schema#label"

static void
whole(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_view cell    = LN_V("http://n.org/\xC3\xA9");
  const ln_pair pairs[] = {pair_of(s.label, string_of("a\"")),
                           pair_of(s.label, term_of(LN_LITERAL, s.english, "b")),
                           pair_of(s.age, term_of(LN_LITERAL, s.integer, "1")),
                           pair_of(LN_PREDICATE_CELL, blank_of("x"))};
  ln_desc       desc    = DESC(term_of(LN_IRI, s.person, "1"), pairs);
  desc.dynamic          = &cell;
  CU_ASSERT_EQUAL(ln_bare_node(s.names, &desc, 0U, out), LN_OK);
  CHECK_VIEW(ln_out_bytes(out),
             "{\n  \"@context\": null,\n  \"@id\": \"" EX "person/1\",\n  \"" LABEL
             "\": [\n    {\"@value\": \"a\\\"\"},\n"
             "    {\"@value\": \"b\", \"@language\": \"en\"}\n  ]\n},\n"
             "{\n  \"@context\": null,\n  \"@id\": \"" EX "person/1\",\n  \"" EX
             "age\": [\n    {\"@value\": \"1\", \"@type\": \"" XSD "integer\"}\n  ]\n},\n"
             "{\n  \"@context\": null,\n  \"@id\": \"" EX "person/1\",\n"
             "  \"http://n.org/\xC3\xA9\": [\n    {\"@id\": \"_:x\"}\n  ]\n}");
  ln_out_rewind(out);
  desc.graph   = blank_of("g");
  desc.n_pairs = 1U;
  CU_ASSERT_EQUAL(ln_bare_node(s.names, &desc, 1U, out), LN_OK);
  CHECK_VIEW(ln_out_bytes(out),
             "{\n    \"@context\": null,\n    \"@id\": \"_:g\",\n    \"@graph\": [\n"
             "      {\n        \"@context\": null,\n        \"@id\": \"" EX
             "person/1\",\n        \"" LABEL "\": [\n"
             "          {\"@value\": \"a\\\"\"}\n        ]\n      }\n    ]\n  }");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/* `ex` is a prefix, so `ex:x` under the context is another IRI than this one. */
static void
scheme(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  ln_sink       sink    = {NULL, NULL};
  const ln_pair pair    = pair_of(s.knows, term_of(LN_IRI, LN_STEM_IRI, "ex:x"));
  const ln_pair plain   = pair_of(s.age, string_of("1"));
  const ln_desc descs[] = {desc_of(term_of(LN_IRI, s.person, "1"), &plain, 1U),
                           desc_of(term_of(LN_IRI, s.person, "1"), &pair, 1U)};
  CU_ASSERT_EQUAL_FATAL(
    ln_jsonld_new(
      s.names, LN_V("{\"@context\":{\"ex\":\"" EX "\"}}"), LN_V(EX "person/"), out, &sink),
    LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &descs[0]), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &descs[1]), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  CHECK_VIEW(ln_out_bytes(out),
             "{\n  \"@context\": [\n    {\n      \"ex\": \"" EX "\"\n    },\n"
             "    {\"@base\": \"" EX "person/\"}\n  ],\n  \"@graph\": ["
             "\n    {\n      \"@id\": \"1\",\n      \"ex:age\": \"1\"\n    },"
             "\n    {\n      \"@context\": null,\n      \"@id\": \"" EX "person/1\",\n      \"" EX
             "knows\": [\n        {\"@id\": \"ex:x\"}\n"
             "      ]\n    }\n  ]\n}\n");
  ln_sink_free(sink);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static ln_status
all(const sample* const s, ln_out** const out)
{
  const ln_pair pairs[] = {pair_of(s->label, string_of("a"))};
  const ln_desc desc    = DESC(term_of(LN_IRI, s->person, "1"), pairs);
  LN_TRY(ln_out_memory(out));
  return ln_bare_node(s->names, &desc, 0U, *out);
}

static void
start_over(ln_out** const out)
{
  ln_out_abandon(*out);
  *out = NULL;
}

static void
no_memory(void)
{
  const sample s   = sample_new();
  ln_out*      out = NULL;
  CHECK_ALLOC_FAILURES(all(&s, &out), start_over(&out));
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"whole", whole}, {"scheme", scheme}, {"no memory", no_memory}};

UNIT_MAIN("sink/bare_node", TESTS)
