/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Nested JSON-LD: documents written out by hand, and every triple said at least once whatever the
   shape of the graph. */

#include "context_unit.h"

#include "sink/writers.h"

#include <jansson.h>

#define CONTEXT                                                                                    \
  "{\"@context\":{\"id\":\"@id\",\"name\":\"http://www.w3.org/2000/01/rdf-schema#label\","         \
  "\"age\":\"https://example.org/age\","                                                           \
  "\"knows\":{\"@id\":\"https://example.org/knows\",\"@type\":\"@id\"},"                           \
  "\"part\":{\"@id\":\"http://other.org/p/\",\"@type\":\"@id\",\"@container\":\"@set\"},"          \
  "\"knownBy\":{\"@reverse\":\"https://example.org/knows\",\"@container\":\"@set\"}}}"

static ln_sink
new_frame(const sample* const s, ln_out* const out)
{
  ln_sink sink = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_frame_new(s->names, LN_V(CONTEXT), LN_V(EX "person/"), out, &sink),
                        LN_OK);
  CU_ASSERT(!sink.ops->fork);
  return sink;
}

/** What stands inside `@graph`. */
static ln_view
body_of(ln_out* const out)
{
  const ln_view v  = ln_out_bytes(out);
  size_t        at = 0U;
  while (at < v.n && !ln_view_starts(ln_view_from(v, at), LN_V("\"@graph\": "))) {
    ++at;
  }
  return ln_view_from(v, at + sizeof("\"@graph\": ") - 1U);
}

static ln_term
person(const sample* const s, const char* const name)
{
  return clean_of(LN_IRI, s->person, name);
}

/** credit knows person and has work as a part; work is part of album. */
static void
nested(void)
{
  const sample  s        = sample_new();
  ln_out* const out      = memory_out();
  const ln_pair ada[]    = {pair_of(s.label, string_of("Ada")), pair_of(s.age, string_of("30"))};
  const ln_pair work[]   = {pair_of(s.label, string_of("Low Tide")),
                            pair_of(s.age, string_of("3")),
                            pair_of(s.path, person(&s, "album"))};
  const ln_pair album[]  = {pair_of(s.label, string_of("Tin Moon"))};
  const ln_pair credit[] = {pair_of(s.knows, person(&s, "ada")),
                            pair_of(s.age, string_of("2")),
                            pair_of(s.path, person(&s, "work")),
                            pair_of(s.path, person(&s, "else"))};
  const ln_desc descs[]  = {DESC(person(&s, "ada"), ada),
                            DESC(person(&s, "credit"), credit),
                            DESC(person(&s, "work"), work),
                            DESC(person(&s, "album"), album)};
  write_chunks(new_frame(&s, out), descs, 4U, 0U);
  CHECK_VIEW(body_of(out),
             "[\n"
             "    {\n"
             "      \"id\": \"ada\",\n"
             "      \"name\": \"Ada\",\n"
             "      \"age\": \"30\",\n"
             "      \"knownBy\": [\n"
             "        {\n"
             "          \"id\": \"credit\",\n"
             "          \"knows\": \"ada\",\n"
             "          \"age\": \"2\",\n"
             "          \"part\": [\n"
             "            {\n"
             "              \"id\": \"work\",\n"
             "              \"name\": \"Low Tide\",\n"
             "              \"part\": [\n"
             "                {\n"
             "                  \"id\": \"album\",\n"
             "                  \"name\": \"Tin Moon\"\n"
             "                }\n"
             "              ]\n"
             "            },\n"
             "            \"else\"\n"
             "          ]\n"
             "        }\n"
             "      ]\n"
             "    },\n"
             "    {\n"
             "      \"id\": \"work\",\n"
             "      \"name\": \"Low Tide\",\n"
             "      \"age\": \"3\",\n"
             "      \"part\": [\n"
             "        {\n"
             "          \"id\": \"album\",\n"
             "          \"name\": \"Tin Moon\"\n"
             "        }\n"
             "      ]\n"
             "    },\n"
             "    {\n"
             "      \"id\": \"album\",\n"
             "      \"name\": \"Tin Moon\"\n"
             "    }\n"
             "  ]\n}\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** A node without a name shows its literals; links that lead back are ids; named graphs follow. */
static void
links_back(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_pair a[]     = {pair_of(s.path, blank_of("b"))};
  const ln_pair b[]     = {pair_of(s.age, string_of("1")), pair_of(s.path, blank_of("a"))};
  ln_desc       descs[] = {DESC(blank_of("a"), a), DESC(blank_of("b"), b), DESC(blank_of("a"), a)};
  descs[2].graph        = person(&s, "g");
  write_chunks(new_frame(&s, out), descs, 3U, 0U);
  CHECK_VIEW(body_of(out),
             "[\n"
             "    {\n"
             "      \"id\": \"_:a\",\n"
             "      \"part\": [\n"
             "        {\n"
             "          \"id\": \"_:b\",\n"
             "          \"age\": \"1\",\n"
             "          \"part\": [\"_:a\"]\n"
             "        }\n"
             "      ]\n"
             "    },\n"
             "    {\n"
             "      \"id\": \"_:b\",\n"
             "      \"age\": \"1\",\n"
             "      \"part\": [\n"
             "        {\n"
             "          \"id\": \"_:a\",\n"
             "          \"part\": [\"_:b\"]\n"
             "        }\n"
             "      ]\n"
             "    },\n"
             "    {\n"
             "      \"id\": \"g\",\n"
             "      \"@graph\": [\n"
             "        {\n"
             "          \"id\": \"_:a\",\n"
             "          \"part\": [\"_:b\"]\n"
             "        }\n"
             "      ]\n"
             "    }\n"
             "  ]\n}\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** What stands in full under the same root is named by its id, from wherever in the tree. */
static void
same_root(void)
{
  const sample  s      = sample_new();
  ln_out* const out    = memory_out();
  const ln_pair root[] = {pair_of(s.age, string_of("0"))};
  const ln_pair one[]  = {pair_of(s.knows, person(&s, "root")), pair_of(s.path, person(&s, "two"))};
  const ln_pair two[]  = {pair_of(s.knows, person(&s, "one"))};
  const ln_desc descs[] = {
    DESC(person(&s, "root"), root), DESC(person(&s, "one"), one), DESC(person(&s, "two"), two)};
  write_chunks(new_frame(&s, out), descs, 3U, 0U);
  CHECK_VIEW(body_of(out),
             "[\n"
             "    {\n"
             "      \"id\": \"root\",\n"
             "      \"age\": \"0\",\n"
             "      \"knownBy\": [\n"
             "        {\n"
             "          \"id\": \"one\",\n"
             "          \"knows\": \"root\",\n"
             "          \"part\": [\"two\"],\n"
             "          \"knownBy\": [\n"
             "            {\n"
             "              \"id\": \"two\",\n"
             "              \"knows\": \"one\"\n"
             "            }\n"
             "          ]\n"
             "        }\n"
             "      ]\n"
             "    }\n"
             "  ]\n}\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
nothing(void)
{
  const sample  s   = sample_new();
  ln_out* const out = memory_out();
  write_chunks(new_frame(&s, out), NULL, 0U, 0U);
  CHECK_VIEW(body_of(out), "[]\n}\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

enum { NODES = 60 };

/** Count for each node how often it stands in full: with its `age`, which shallow ones leave out,
   having a name. Iterative walk over the objects. */
static void
count_full(json_t* const document, unsigned counts[NODES])
{
  enum { DEPTH = 1 << 16 };
  json_t** const stack = (json_t**)ln_alloc(DEPTH * sizeof(json_t*));
  size_t         n     = 0U;
  CU_ASSERT_PTR_NOT_NULL_FATAL(stack);
  stack[n++] = json_object_get(document, "@graph");
  while (n > 0U) {
    json_t* const top = stack[--n];
    for (size_t i = 0U; i < json_array_size(top); ++i) {
      CU_ASSERT_FATAL(n < DEPTH / 2);
      stack[n++] = json_array_get(top, i);
    }
    const char* const id = json_string_value(json_object_get(top, "id"));
    if (id && json_object_get(top, "age")) {
      ++counts[strtoul(id + 1, NULL, 10) % NODES];
    }
    for (void* i = json_object_iter(top); i; i = json_object_iter_next(top, i)) {
      stack[n++] = json_object_iter_value(i);
    }
  }
  ln_free(stack);
}

/** Random links: each node stands in full exactly once. */
static void
once_in_full(void)
{
  unsigned long seed = 7U;
  for (unsigned round = 0U; round < 50U; ++round) {
    const sample  s    = sample_new();
    ln_out* const out  = memory_out();
    const ln_sink sink = new_frame(&s, out);
    for (unsigned i = 0U; i < NODES; ++i) {
      char    names[4][8];
      ln_pair pairs[5] = {pair_of(s.label, string_of("n")), pair_of(s.age, string_of("1"))};
      (void)snprintf(names[3], sizeof(names[3]), "n%u", i);
      for (unsigned k = 0U; k < 3U; ++k) {
        seed = (seed * 1103515245U + 12345U) & 0x7FFFFFFFU;
        (void)snprintf(names[k], sizeof(names[k]), "n%lu", (seed >> 8U) % (NODES + round));
        pairs[2U + k] = pair_of(k < 1U + round % 2U ? s.knows : s.path, person(&s, names[k]));
      }
      const ln_desc desc = desc_of(person(&s, names[3]), pairs, 2U + (round + i) % 4U);
      CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
    }
    CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
    ln_sink_free(sink);
    unsigned      counts[NODES] = {0U};
    const ln_view v             = ln_out_bytes(out);
    json_t* const document      = json_loadb(v.s, v.n, JSON_REJECT_DUPLICATES, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(document);
    count_full(document, counts);
    for (unsigned i = 0U; i < NODES; ++i) {
      CU_ASSERT_EQUAL(counts[i], 1U);
    }
    json_decref(document);
    CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
    ln_names_free(s.names);
  }
}

/** A hub that a thousand nodes point to and that points to a thousand: the text stays in
 * proportion. */
static void
hub(void)
{
  enum { N = 1000 };
  const sample  s    = sample_new();
  ln_out* const out  = memory_out();
  const ln_sink sink = new_frame(&s, out);
  for (unsigned i = 0U; i < N; ++i) {
    char          name[8];
    const ln_pair to_hub = pair_of(s.path, person(&s, "hub"));
    (void)snprintf(name, sizeof(name), "n%u", i);
    const ln_desc desc = desc_of(person(&s, name), &to_hub, 1U);
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
    const ln_pair from_hub = pair_of(s.path, person(&s, name));
    const ln_desc back     = desc_of(person(&s, "hub"), &from_hub, 1U);
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &back), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  CU_ASSERT(ln_out_bytes(out).n < N * 500U);
  ln_sink_free(sink);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** An IRI whose scheme is called like a prefix: the prefix is taken back. */
static void
scheme_is_prefix(void)
{
  static const char json[] =
    "{\"@context\":{\"ex\":\"" EX "\",\"other\":\"urn:other:\",\"urn\":\"https://u.example/\","
    "\"knows\":{\"@id\":\"ex:knows\",\"@type\":\"@id\"}}}";
  const sample  s      = sample_new();
  ln_out* const out    = memory_out();
  ln_sink       sink   = {NULL, NULL};
  const ln_pair ada[]  = {pair_of(s.knows, clean_of(LN_IRI, LN_STEM_IRI, "urn:x")),
                          pair_of(s.label, string_of("Ada"))};
  const ln_desc desc   = desc_of(person(&s, "ada"), ada, 2U);
  const ln_pair them[] = {pair_of(s.label, string_of("X"))};
  const ln_desc back   = desc_of(clean_of(LN_IRI, LN_STEM_IRI, "urn:x"), them, 1U);
  CU_ASSERT_EQUAL_FATAL(ln_frame_new(s.names, ln_view_of(json), LN_V(""), out, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &back), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
  CHECK_VIEW(ln_out_bytes(out),
             "{\n"
             "  \"@context\": [\n"
             "    {\n"
             "      \"ex\": \"https://example.org/\",\n"
             "      \"other\": \"urn:other:\",\n"
             "      \"urn\": \"https://u.example/\",\n"
             "      \"knows\": {\"@id\": \"ex:knows\", \"@type\": \"@id\"}\n"
             "    },\n"
             "    {\"urn\": null}\n"
             "  ],\n"
             "  \"@graph\": [\n"
             "    {\n"
             "      \"@id\": \"ex:person/ada\",\n"
             "      \"knows\": {\n"
             "        \"@id\": \"urn:x\",\n"
             "        \"http://www.w3.org/2000/01/rdf-schema#label\": \"X\"\n"
             "      },\n"
             "      \"http://www.w3.org/2000/01/rdf-schema#label\": \"Ada\"\n"
             "    },\n"
             "    {\n"
             "      \"@id\": \"urn:x\",\n"
             "      \"http://www.w3.org/2000/01/rdf-schema#label\": \"X\"\n"
             "    }\n"
             "  ]\n"
             "}\n");
  ln_sink_free(sink);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static ln_status
write_once(const sample* const s, ln_out* const out, const ln_desc* const descs)
{
  ln_sink   sink   = {NULL, NULL};
  ln_status status = ln_frame_new(s->names, LN_V(CONTEXT), LN_V(EX), out, &sink);
  if (status != LN_OK) {
    return status;
  }
  for (size_t i = 0U; status == LN_OK && i < 2U; ++i) {
    status = ln_sink_describe(sink, &descs[i]);
  }
  status = status == LN_OK ? ln_sink_finish(sink) : status;
  ln_sink_free(sink);
  return status;
}

static void
no_memory(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_pair pair    = pair_of(s.knows, person(&s, "ada"));
  const ln_desc descs[] = {desc_of(person(&s, "ada"), &pair, 1U),
                           desc_of(person(&s, "bob"), &pair, 1U)};
  CHECK_ALLOC_FAILURES(write_once(&s, out, descs), ln_out_rewind(out));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"nested", nested},
                                  {"links back", links_back},
                                  {"same root", same_root},
                                  {"nothing", nothing},
                                  {"once in full", once_in_full},
                                  {"hub", hub},
                                  {"scheme is a prefix", scheme_is_prefix},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/frame", TESTS)
