/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The JSON-LD stream: a whole document, well-formed JSON for hostile values, workers, failures.
   What the values mean is tested in test_members.c and test_node.c. */

#include "context_unit.h"

#include "sink/writers.h"

#include <jansson.h>

#define HEAD                                                                                       \
  "{\n  \"@context\": [\n    {\n      \"ex\": \"https://example.org/\"\n    },\n"                  \
  "    {\"@base\": \"https://example.org/person/\"}\n  ],\n  \"@graph\": ["

static ln_sink
new_writer(const sample* const s, ln_out* const out)
{
  ln_sink sink = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(
    ln_jsonld_new(
      s->names, LN_V("{\"@context\":{\"ex\":\"" EX "\"}}"), LN_V(EX "person/"), out, &sink),
    LN_OK);
  return sink;
}

static void
document(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_pair pair    = pair_of(s.age, string_of("1"));
  const ln_desc descs[] = {desc_of(clean_of(LN_IRI, s.person, "ada"), &pair, 1U),
                           desc_of(clean_of(LN_IRI, s.person, "ada"), &pair, 0U),
                           desc_of(clean_of(LN_IRI, s.person, "bob"), &pair, 1U)};
  for (size_t size = 0U; size < 4U; ++size) {
    write_chunks(new_writer(&s, out), descs, 3U, size);
    CHECK_VIEW(ln_out_bytes(out),
               HEAD "\n    {\n      \"@id\": \"ada\",\n      \"ex:age\": \"1\"\n    },"
                    "\n    {\n      \"@id\": \"bob\",\n      \"ex:age\": \"1\"\n    }\n  ]\n}\n");
    ln_out_rewind(out);
    write_chunks(new_writer(&s, out), descs + 1, 1U, size);
    CHECK_VIEW(ln_out_bytes(out), HEAD "]\n}\n");
    ln_out_rewind(out);
  }
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** A JSON reader gets every string back. */
static void
hostile(void)
{
  const sample  s   = sample_new();
  ln_out* const out = memory_out();
  char          all[64];
  for (char c = 1; c < 0x30; ++c) {
    all[c - 1] = c;
  }
  memcpy(all + 0x2F, "\\\"\x7f\xc2\x85\xef\xbb\xbf\xf0\x9f\x98\x80", 13U);
  const ln_pair pair = pair_of(s.age, string_of(all));
  const ln_desc desc = desc_of(term_of(LN_IRI, s.person, "a?b=\xc3\xa9"), &pair, 1U);
  write_chunks(new_writer(&s, out), &desc, 1U, 0U);
  const ln_view       v     = ln_out_bytes(out);
  json_t* const       read  = json_loadb(v.s, v.n, JSON_REJECT_DUPLICATES, NULL);
  const json_t* const node  = json_array_get(json_object_get(read, "@graph"), 0U);
  const char* const   value = json_string_value(json_object_get(node, "ex:age"));
  const char* const   id    = json_string_value(json_object_get(node, "@id"));
  CU_ASSERT_PTR_NOT_NULL_FATAL(value);
  CU_ASSERT_PTR_NOT_NULL_FATAL(id);
  CU_ASSERT_STRING_EQUAL(value, all);
  CU_ASSERT_STRING_EQUAL(id, "a?b=\xc3\xa9");
  json_decref(read);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
refused(void)
{
  const sample  s    = sample_new();
  ln_out* const out  = memory_out();
  ln_sink       sink = {NULL, NULL};
  CU_ASSERT_EQUAL(ln_jsonld_new(s.names, LN_V("{}"), LN_V(""), out, &sink), LN_USAGE);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
steady(void)
{
  const sample  s       = sample_new();
  ln_out*       out     = NULL;
  const ln_pair pairs[] = {pair_of(s.label, string_of("text")),
                           pair_of(s.knows, term_of(LN_IRI, s.query, "1"))};
  const ln_desc desc    = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  CU_ASSERT_EQUAL_FATAL(ln_out_null(&out), LN_OK);
  const ln_sink sink = new_writer(&s, out);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  ln_alloc_fail_at(0U);
  for (size_t i = 0U; i < 10000U; ++i) {
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_alloc_count(), 0U);
  ln_sink_free(sink);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static ln_status
write_once(const sample* const s, ln_out* const out, const ln_desc* const desc)
{
  ln_sink   sink   = {NULL, NULL};
  ln_sink   worker = {NULL, NULL};
  ln_status status = ln_jsonld_new(s->names, LN_V(""), LN_V(EX), out, &sink);
  if (status != LN_OK) {
    return status;
  }
  status = sink.ops->fork(sink.self, &worker);
  status = status == LN_OK ? ln_sink_describe(worker, desc) : status;
  status = status == LN_OK ? sink.ops->join(sink.self, worker) : status;
  ln_sink_free(worker);
  ln_sink_free(sink);
  return status;
}

static void
no_memory(void)
{
  const sample  s    = sample_new();
  ln_out* const out  = memory_out();
  const ln_pair pair = pair_of(s.label, string_of("text"));
  const ln_desc desc = desc_of(clean_of(LN_IRI, s.person, "ada"), &pair, 1U);
  CHECK_ALLOC_FAILURES(write_once(&s, out, &desc), (void)0);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** Lists (JSON-LD 1.1, section 4.3.1). Its items say what they are; a description that cannot be
    said under the context has lists, too. */
static void
lists(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_term one     = blank_of("l1");
  const ln_term two     = blank_of("l2");
  const ln_term nil     = term_of(LN_IRI, LN_STEM_IRI, "http://n/il");
  const ln_term links[] = {
    one, string_of("a\"b"), two, two, clean_of(LN_LITERAL, s.integer, "7"), nil};
  ln_pair pairs[] = {pair_of(s.age, one), pair_of(s.age, nil)};
  ln_desc desc    = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  pairs[0].flags  = LN_PAIR_LIST;
  pairs[1].flags  = LN_PAIR_LIST;
  desc.links      = links;
  desc.n_links    = sizeof(links) / sizeof(links[0]);
  write_chunks(new_writer(&s, out), &desc, 1U, 0U);
  CHECK_VIEW(ln_out_bytes(out),
             HEAD "\n    {\n      \"@id\": \"ada\",\n      \"ex:age\": [\n"
                  "        {\"@list\": [\"a\\\"b\", {\"@value\": \"7\", \"@type\": \"" XSD
                  "integer\"}]},\n        {\"@list\": []}\n      ]\n    }\n  ]\n}\n");
  ln_out_rewind(out);
  desc.subject = term_of(LN_IRI, LN_STEM_IRI, "ex:x");
  desc.n_pairs = 1U;
  write_chunks(new_writer(&s, out), &desc, 1U, 0U);
  CHECK_VIEW(ln_out_bytes(out),
             HEAD
             "\n    {\n      \"@context\": null,\n      \"@id\": \"ex:x\",\n"
             "      \"https://example.org/age\": [\n"
             "        {\"@list\": [{\"@value\": \"a\\\"b\"}, {\"@value\": \"7\", \"@type\": \"" XSD
             "integer\"}]}\n      ]\n    }\n  ]\n}\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"document", document},
                                  {"lists", lists},
                                  {"hostile values", hostile},
                                  {"refused", refused},
                                  {"steady memory", steady},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/jsonld", TESTS)
