/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Turtle and TriG: blocks written out by hand, read back by serd and raptor and compared with the
   N-Quads of the same descriptions, and the same bytes however the input is cut. */

#include "lead_unit.h"
#include "sink_unit.h"

#include "readers_unit.h"
#include "sink/writers.h"

static const char PREFIXES[] = "@prefix ex: <https://example.org/> .\n"
                               "@prefix person: <https://example.org/person/> .\n"
                               "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                               "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

static ln_sink
new_writer(const sample* const s, ln_out* const out, const bool graphs)
{
  ln_sink sink = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_turtle_new(s->names, out, graphs, &sink), LN_OK);
  return sink;
}

/** Compare what stands behind the prefixes. */
static void
check_body(ln_out* const out, const char* const expected)
{
  const ln_view v = ln_out_bytes(out);
  CHECK_VIEW(ln_view_first(v, sizeof(PREFIXES) - 1U), PREFIXES);
  CHECK_VIEW(ln_view_from(v, sizeof(PREFIXES) - 1U), expected);
}

static void
block(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_view cells[] = {LN_V("https://example.org/from-cell"),
                           LN_V("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
                           LN_V("http://other.org/p?")};
  const ln_pair pairs[] = {
    pair_of(LN_PREDICATE_TYPE, term_of(LN_IRI, LN_STEM_IRI, "https://example.org/Person")),
    pair_of(s.label, string_of("A \"Quill\"\n")),
    pair_of(s.label, clean_of(LN_LITERAL, s.english, "Quill")),
    pair_of(s.age, clean_of(LN_LITERAL, s.date, "1968-01-01")),
    pair_of(s.path, clean_of(LN_LITERAL, s.odd, "x")),
    pair_of(LN_PREDICATE_CELL, blank_of("b1")),
    pair_of(LN_PREDICATE_CELL + 1U, blank_of("b2")),
    pair_of(LN_PREDICATE_CELL + 2U, blank_of("b3")),
  };
  ln_desc desc = DESC(clean_of(LN_IRI, s.person, "ada-quill"), pairs);
  desc.dynamic = cells;
  write_chunks(new_writer(&s, out, false), &desc, 1U, 0U);
  check_body(out,
             "\n"
             "person:ada-quill a ex:Person ;\n"
             "  rdfs:label \"A \\\"Quill\\\"\\n\", \"Quill\"@en ;\n"
             "  ex:age \"1968-01-01\"^^xsd:date ;\n"
             "  <http://other.org/p/> \"x\"^^<http://other.org/type/> ;\n"
             "  ex:from-cell _:b1 ;\n"
             "  a _:b2 ;\n"
             "  <http://other.org/p?> _:b3 .\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
bare(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_pair pairs[] = {
    pair_of(s.age, clean_of(LN_LITERAL, s.integer, "-07")),
    pair_of(s.age, clean_of(LN_LITERAL, s.integer, "7.0")),
    pair_of(s.age, clean_of(LN_LITERAL, s.decimal, "1.50")),
    pair_of(s.age, clean_of(LN_LITERAL, s.decimal, "1.")),
    pair_of(s.age, clean_of(LN_LITERAL, s.decimal, "1")),
    pair_of(s.age, clean_of(LN_LITERAL, s.number, "1.5E3")),
    pair_of(s.age, clean_of(LN_LITERAL, s.number, "INF")),
    pair_of(s.age, clean_of(LN_LITERAL, s.boolean, "true")),
    pair_of(s.age, clean_of(LN_LITERAL, s.boolean, "1")),
    pair_of(s.age, clean_of(LN_LITERAL, LN_STEM_STRING, "1")),
  };
  const ln_desc desc = DESC(blank_of("x"), pairs);
  write_chunks(new_writer(&s, out, false), &desc, 1U, 0U);
  check_body(out,
             "\n_:x ex:age -07, \"7.0\"^^xsd:integer, 1.50, \"1.\"^^xsd:decimal, "
             "\"1\"^^xsd:decimal, 1.5E3, \"INF\"^^xsd:double, true, \"1\"^^xsd:boolean, \"1\" .\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
iris(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_pair pairs[] = {
    pair_of(s.knows, term_of(LN_IRI, s.person, "ada.")),
    pair_of(s.knows, term_of(LN_IRI, s.person, "")),
    pair_of(s.knows, term_of(LN_IRI, s.person, "a[1]")),
    pair_of(s.knows, term_of(LN_IRI, s.query, "1")),
    pair_of(s.knows, clean_of(LN_IRI, s.query, "2")),
    pair_of(s.knows, term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/bob")),
    pair_of(s.knows, term_of(LN_IRI, LN_STEM_IRI, "https://example.org/person/b.b")),
    pair_of(s.knows, term_of(LN_IRI, LN_STEM_IRI, "urn:x\xef\xbb\xbf")),
  };
  const ln_desc desc = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  write_chunks(new_writer(&s, out, false), &desc, 1U, 0U);
  check_body(out,
             "\nperson:ada ex:knows <https://example.org/person/ada.>, person:, "
             "<https://example.org/person/a[1]>, "
             "<http://other.org/x?y=1>, <http://other.org/x?y=2>, person:bob, "
             "<https://example.org/person/b.b>, <urn:x\\uFEFF> .\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

enum { N_DESCS = 8 };

/** Descriptions that change between the default graph and two others. */
static void
fill_graphs(const sample* const s, const ln_pair* const pair, ln_desc descs[N_DESCS])
{
  const ln_term none            = {NULL, 0U, 0U, LN_NONE, 0U};
  const ln_term one             = clean_of(LN_IRI, s->person, "g1");
  const ln_term two             = term_of(LN_IRI, s->query, "g2");
  const ln_term graphs[N_DESCS] = {none, one, one, one, two, none, none, one};
  for (size_t i = 0U; i < N_DESCS; ++i) {
    descs[i]       = desc_of(clean_of(LN_IRI, s->person, "ada"), pair, 1U);
    descs[i].graph = graphs[i];
  }
}

static void
trig(void)
{
  const sample  s    = sample_new();
  ln_out* const out  = memory_out();
  const ln_pair pair = pair_of(s.age, clean_of(LN_LITERAL, s.integer, "1"));
  ln_desc       descs[N_DESCS];
  fill_graphs(&s, &pair, descs);
#define INSIDE "  person:ada ex:age 1 .\n"
#define OUTSIDE "\nperson:ada ex:age 1 .\n"
  for (size_t size = 0U; size <= N_DESCS; ++size) {
    write_chunks(new_writer(&s, out, true), descs, N_DESCS, size);
    check_body(out,
               OUTSIDE "\nperson:g1 {\n" INSIDE "\n" INSIDE "\n" INSIDE "}\n"
                       "\n<http://other.org/x?y=g2> {\n" INSIDE "}\n" OUTSIDE OUTSIDE
                       "\nperson:g1 {\n" INSIDE "}\n");
    ln_out_rewind(out);
  }
  for (size_t size = 0U; size < 4U; ++size) { // Turtle has no graphs
    write_chunks(new_writer(&s, out, false), descs, 3U, size);
    check_body(out, OUTSIDE OUTSIDE OUTSIDE);
    ln_out_rewind(out);
  }
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** Nothing to say: the prefixes and no block; without prefixes no blank line at the beginning. */
static void
nothing(void)
{
  const sample  s     = sample_new();
  ln_out* const out   = memory_out();
  const ln_desc empty = desc_of(blank_of("x"), NULL, 0U);
  write_chunks(new_writer(&s, out, false), &empty, 1U, 1U);
  check_body(out, "");
  ln_names_free(s.names);

  ln_out_rewind(out);
  const sample   bare_names = {.names = ln_names_new()};
  const uint16_t odd        = sample_predicate(bare_names.names, "http://other.org/p/");
  CU_ASSERT_EQUAL(ln_names_seal(bare_names.names), LN_OK);
  const ln_pair pair     = pair_of(odd, blank_of("y"));
  const ln_desc descs[2] = {desc_of(blank_of("x"), &pair, 1U), desc_of(blank_of("x"), &pair, 1U)};
  for (size_t size = 0U; size < 3U; ++size) {
    write_chunks(new_writer(&bare_names, out, false), descs, 2U, size);
    CHECK_VIEW(ln_out_bytes(out),
               "_:x <http://other.org/p/> _:y .\n\n_:x <http://other.org/p/> _:y .\n");
    ln_out_rewind(out);
  }
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(bare_names.names);
}

/** Whatever a local name or a string may hold, the readers give back what N-Quads say.
   (raptor 2.0.15 reads our TriG too, but leaks, which the sanitizers would report.) */
static void
read_back(void)
{
  static const char* const LOCALS[]  = {"a.b",
                                        ".",
                                        "-x",
                                        "a/b",
                                        "a?b#c",
                                        "a%20",
                                        "a%2",
                                        "(~!$&'*+,;=@)",
                                        "[x]",
                                        "Zo\xc3\xab",
                                        "a:b",
                                        "",
                                        "9",
                                        "_",
                                        "\xe2\x80\xa6"};
  static const char* const STRINGS[] = {
    "a\"b", "\\", "\n\r\t", "\x01\x0b\x7f", "'''", "\"\"\"", "\xef\xbb\xbf", "1", "true", ""};
  const sample  s         = sample_new();
  ln_out* const trig_out  = memory_out();
  ln_out* const quads_out = memory_out();
  ln_pair pairs[sizeof(LOCALS) / sizeof(LOCALS[0]) + 6U * (sizeof(STRINGS) / sizeof(STRINGS[0]))];
  const uint16_t stems[] = {LN_STEM_STRING, s.english, s.integer, s.decimal, s.boolean, s.odd};
  size_t         n       = 0U;
  for (size_t i = 0U; i < sizeof(LOCALS) / sizeof(LOCALS[0]); ++i) {
    pairs[n++] = pair_of(s.knows, term_of(LN_IRI, s.person, LOCALS[i]));
  }
  for (size_t i = 0U; i < sizeof(STRINGS) / sizeof(STRINGS[0]); ++i) {
    for (size_t k = 0U; k < 6U; ++k) {
      pairs[n++] = pair_of(s.label, term_of(LN_LITERAL, stems[k], STRINGS[i]));
    }
  }
  ln_desc descs[2] = {desc_of(term_of(LN_IRI, s.person, "x/y"), pairs, n),
                      desc_of(blank_of("node"), pairs, n)};
  descs[1].graph   = term_of(LN_IRI, s.person, "g/h");
  ln_sink quads    = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_ntriples_new(s.names, quads_out, true, &quads), LN_OK);
  write_chunks(quads, descs, 2U, 0U);
  write_chunks(new_writer(&s, trig_out, true), descs, 2U, 0U);
  check_same_reading(read_with_serd(ln_out_bytes(trig_out), SERD_TRIG),
                     read_with_serd(ln_out_bytes(quads_out), SERD_NQUADS));
  check_same_reading(read_with_raptor(ln_out_bytes(trig_out), "trig"),
                     read_with_serd(ln_out_bytes(quads_out), SERD_NQUADS));
  ln_out_rewind(trig_out);
  ln_out_rewind(quads_out);
  CU_ASSERT_EQUAL_FATAL(ln_ntriples_new(s.names, quads_out, false, &quads), LN_OK);
  write_chunks(quads, descs, 2U, 0U);
  write_chunks(new_writer(&s, trig_out, false), descs, 2U, 0U);
  check_same_reading(read_with_raptor(ln_out_bytes(trig_out), "turtle"),
                     read_with_raptor(ln_out_bytes(quads_out), "ntriples"));
  CU_ASSERT_EQUAL(ln_out_close(trig_out), LN_OK);
  CU_ASSERT_EQUAL(ln_out_close(quads_out), LN_OK);
  ln_names_free(s.names);
}

/** After the first description nothing is allocated any more. */
static void
steady(void)
{
  const sample  s    = sample_new();
  ln_out*       out  = NULL;
  const ln_pair pair = pair_of(s.label, string_of("text"));
  ln_desc       descs[N_DESCS];
  fill_graphs(&s, &pair, descs);
  CU_ASSERT_EQUAL_FATAL(ln_out_null(&out), LN_OK);
  const ln_sink sink = new_writer(&s, out, true);
  for (size_t i = 0U; i < N_DESCS; ++i) {
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &descs[i]), LN_OK);
  }
  ln_alloc_fail_at(0U);
  for (size_t i = 0U; i < 10000U; ++i) {
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &descs[i % N_DESCS]), LN_OK);
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
  ln_status status = ln_turtle_new(s->names, out, true, &sink);
  if (status != LN_OK) {
    return status;
  }
  status = sink.ops->fork(sink.self, &worker);
  if (status == LN_OK) {
    status = ln_sink_describe(worker, desc);
    status = status == LN_OK ? sink.ops->join(sink.self, worker) : status;
    ln_sink_free(worker);
  }
  ln_sink_free(sink);
  return status;
}

static void
no_memory(void)
{
  const sample  s    = sample_new();
  ln_out* const out  = memory_out();
  const ln_pair pair = pair_of(s.label, string_of("text"));
  ln_desc       desc = desc_of(clean_of(LN_IRI, s.person, "ada"), &pair, 1U);
  desc.graph         = clean_of(LN_IRI, s.person, "g");
  CHECK_ALLOC_FAILURES(write_once(&s, out, &desc), (void)0);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
leads(void)
{
  check_leads(ln_turtle_new, ln_turtle_width);
}

/** Turtle, section 2.8: lists in round brackets, where the description lends their nodes. */
static void
lists(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_term one     = blank_of("l1");
  const ln_term two     = blank_of("l2");
  const ln_term three   = blank_of("l3");
  const ln_term nil     = term_of(LN_IRI, LN_STEM_IRI, "http://n/il");
  const ln_term links[] = {
    one, string_of("a\"b"), two, two, clean_of(LN_LITERAL, s.integer, "7"), nil, three, one, nil};
  ln_pair pairs[] = {pair_of(s.knows, one),
                     pair_of(s.knows, three),
                     pair_of(s.age, nil),
                     pair_of(s.label, blank_of("x"))};
  ln_desc desc    = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  for (size_t i = 0U; i < 3U; ++i) {
    pairs[i].flags = LN_PAIR_LIST;
  }
  desc.links   = links;
  desc.n_links = sizeof(links) / sizeof(links[0]);
  CU_ASSERT_TRUE(ln_desc_list(&desc, three) == 6U && ln_desc_rest(&desc, 0U) == 3U);
  write_chunks(new_writer(&s, out, false), &desc, 1U, 0U);
  check_body(out,
             "\nperson:ada ex:knows ( \"a\\\"b\" 7 ), ( _:l1 ) ;\n"
             "  ex:age () ;\n"
             "  rdfs:label _:x .\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** Without its nodes a list is the node it begins with. */
static void
lists_not_lent(void)
{
  const sample  s    = sample_new();
  ln_out* const out  = memory_out();
  ln_pair       pair = pair_of(s.knows, blank_of("l1"));
  pair.flags         = LN_PAIR_LIST;
  const ln_desc desc = desc_of(clean_of(LN_IRI, s.person, "ada"), &pair, 1U);
  write_chunks(new_writer(&s, out, false), &desc, 1U, 0U);
  check_body(out, "\nperson:ada ex:knows _:l1 .\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"a block", block},
                                  {"lists", lists},
                                  {"lists not lent", lists_not_lent},
                                  {"bare literals", bare},
                                  {"IRIs", iris},
                                  {"TriG", trig},
                                  {"nothing", nothing},
                                  {"read back", read_back},
                                  {"steady memory", steady},
                                  {"leads", leads},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/turtle", TESTS)
