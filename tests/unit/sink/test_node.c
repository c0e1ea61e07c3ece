/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Node objects as text. */

#include "context_unit.h"

#include "sink/node.h"

static void
check_node(const char* const    json,
           const char* const    base,
           const sample* const  s,
           const ln_desc* const desc,
           const char* const    expected)
{
  ln_out* const out  = memory_out();
  ln_node       node = {.names = s->names, .context = context_of(json, base), .out = out};
  CU_ASSERT_EQUAL_FATAL(ln_planner_new(s->names, node.context, &node.planner), LN_OK);
  CU_ASSERT_EQUAL(ln_node_describe(&node, desc, 0U), LN_OK);
  CHECK_VIEW(ln_out_bytes(out), expected);
  ln_planner_free(node.planner);
  ln_node_clear(&node);
  union { // the context is only read while the node lives
    const ln_context* read;
    ln_context*       own;
  } context = {node.context};
  ln_context_free(context.own);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
}

static void
rich(void)
{
  const sample  s       = sample_new();
  const ln_view cells[] = {LN_V(EX "role"), LN_V("http://cell.org/p")};
  const ln_pair pairs[] = {
    pair_of(LN_PREDICATE_TYPE, term_of(LN_IRI, LN_STEM_IRI, EX "Person")),
    pair_of(s.label, string_of("Ada \"Q\"\t\n")),
    pair_of(s.label, term_of(LN_LITERAL, s.english, "Quill")),
    pair_of(s.label, term_of(LN_LITERAL, s.german, "Feder")),
    pair_of(s.label, term_of(LN_LITERAL, s.english, "Pen")),
    pair_of(s.knows, clean_of(LN_IRI, s.person, "bob")),
    pair_of(s.age, clean_of(LN_LITERAL, s.integer, "42")),
    pair_of(s.age, clean_of(LN_LITERAL, s.date, "1968-01-01")),
    pair_of(s.age, clean_of(LN_LITERAL, s.decimal, "4.2")),
    pair_of(s.path, clean_of(LN_LITERAL, s.english, "x")),
    pair_of(s.path, clean_of(LN_LITERAL, s.odd, "x")),
    pair_of(s.path, blank_of("b")),
    pair_of(LN_PREDICATE_CELL, term_of(LN_IRI, LN_STEM_IRI, EX "role/mixer")),
    pair_of(LN_PREDICATE_CELL + 1U, clean_of(LN_LITERAL, s.boolean, "true")),
  };
  ln_desc desc = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  desc.dynamic = cells;
  check_node(RICH_CONTEXT,
             EX,
             &s,
             &desc,
             "{\n"
             "  \"id\": \"person/ada\",\n"
             "  \"type\": \"Person\",\n"
             "  \"name\": \"Ada \\\"Q\\\"\\t\\n\",\n"
             "  \"label\": {\n"
             "    \"en\": [\"Quill\", \"Pen\"],\n"
             "    \"de\": \"Feder\"\n"
             "  },\n"
             "  \"knows\": [\"person/bob\"],\n"
             "  \"age\": [\n"
             "    42,\n"
             "    {\"@value\": \"4.2\", \"@type\": \"xsd:decimal\"}\n"
             "  ],\n"
             "  \"born\": \"1968-01-01\",\n"
             "  \"http://other.org/p/\": [\n"
             "    {\"@value\": \"x\", \"@language\": \"en\"},\n"
             "    {\"@value\": \"x\", \"@type\": \"http://other.org/type/\"},\n"
             "    {\"id\": \"_:b\"}\n"
             "  ],\n"
             "  \"role\": \"mixer\",\n"
             "  \"http://cell.org/p\": true\n"
             "}");
  ln_names_free(s.names);
}

static void
plain(void)
{
  const sample  s       = sample_new();
  const ln_pair pairs[] = {
    pair_of(LN_PREDICATE_TYPE, term_of(LN_IRI, LN_STEM_IRI, EX "Person")),
    pair_of(LN_PREDICATE_TYPE, blank_of("t")),
    pair_of(LN_PREDICATE_TYPE, string_of("text")),
    pair_of(s.label, clean_of(LN_LITERAL, s.english, "x")),
  };
  ln_desc desc = DESC(blank_of("a"), pairs);
  desc.graph   = clean_of(LN_IRI, s.person, "g");
  check_node("{\"@context\":{}}",
             "",
             &s,
             &desc,
             "{\n"
             "  \"@id\": \"https://example.org/person/g\",\n"
             "  \"@graph\": [\n"
             "    {\n"
             "      \"@id\": \"_:a\",\n"
             "      \"@type\": [\n"
             "        \"https://example.org/Person\",\n"
             "        \"_:t\"\n"
             "      ],\n"
             "      \"http://www.w3.org/1999/02/22-rdf-syntax-ns#type\": \"text\",\n"
             "      \"http://www.w3.org/2000/01/rdf-schema#label\": {\"@value\": \"x\", "
             "\"@language\": \"en\"}\n"
             "    }\n"
             "  ]\n"
             "}");
  ln_names_free(s.names);
}

/** Language maps with one entry, and strings without language in one. */
static void
maps(void)
{
  static const char JSON[] =
    "{\"@context\":{\"t\":{\"@id\":\"@type\",\"@container\":\"@set\"},\"label\":{\"@id\":"
    "\"http://www.w3.org/2000/01/rdf-schema#label\",\"@container\":[\"@language\",\"@set\"]}}}";
  const sample  s      = sample_new();
  const ln_pair one[]  = {pair_of(LN_PREDICATE_TYPE, blank_of("t")),
                          pair_of(s.label, clean_of(LN_LITERAL, s.english, "x"))};
  const ln_pair two[]  = {pair_of(s.label, clean_of(LN_LITERAL, s.english, "x")),
                          pair_of(s.label, string_of("y"))};
  const ln_desc first  = DESC(blank_of("a"), one);
  const ln_desc second = DESC(blank_of("a"), two);
  check_node(JSON,
             "",
             &s,
             &first,
             "{\n  \"@id\": \"_:a\",\n  \"t\": [\"_:t\"],\n  \"label\": {\"en\": \"x\"}\n}");
  check_node(
    JSON,
    "",
    &s,
    &second,
    "{\n  \"@id\": \"_:a\",\n  \"label\": {\n    \"en\": \"x\",\n    \"@none\": \"y\"\n  }\n}");
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"rich context", rich}, {"empty context", plain}, {"maps", maps}};

UNIT_MAIN("sink/node", TESTS)
