/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* N-Triples and N-Quads: lines written out by hand, and the same triples read back by serd and
   raptor. */

#include "lead_unit.h"
#include "sink_unit.h"

#include "readers_unit.h"
#include "sink/writers.h"

static ln_sink
new_writer(const sample* const s, ln_out* const out, const bool quads)
{
  ln_sink sink = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_ntriples_new(s->names, out, quads, &sink), LN_OK);
  return sink;
}

static void
lines(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_view cells[] = {LN_V("https://example.org/from-cell")};
  const ln_pair pairs[] = {
    pair_of(LN_PREDICATE_TYPE, term_of(LN_IRI, LN_STEM_IRI, "https://example.org/Person")),
    pair_of(s.label, string_of("A \"Quill\"\\\n\r\t.")),
    pair_of(s.label, clean_of(LN_LITERAL, s.english, "Quill")),
    pair_of(s.age, clean_of(LN_LITERAL, s.integer, "42")),
    pair_of(s.knows, clean_of(LN_IRI, s.person, "bob")),
    pair_of(s.knows, term_of(LN_IRI, s.query, "1&b=\xc3\xa9")),
    pair_of(s.path, blank_of("b1")),
    pair_of(LN_PREDICATE_CELL, string_of("")),
  };
  ln_desc desc = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  desc.dynamic = cells;
  desc.graph   = term_of(LN_IRI, LN_STEM_IRI, "https://example.org/g"); // not for N-Triples
#define ADA "<https://example.org/person/ada> "
  check_written(
    new_writer(&s, out, false),
    &desc,
    out,
    ADA "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/Person> .\n" ADA
        "<http://www.w3.org/2000/01/rdf-schema#label> \"A \\\"Quill\\\"\\\\\\n\\r\t.\" .\n" ADA
        "<http://www.w3.org/2000/01/rdf-schema#label> \"Quill\"@en .\n" ADA
        "<https://example.org/age> \"42\"^^<" XSD "integer> .\n" ADA
        "<https://example.org/knows> <https://example.org/person/bob> .\n" ADA
        "<https://example.org/knows> <http://other.org/x?y=1&b=\xc3\xa9> .\n" ADA
        "<http://other.org/p/> _:b1 .\n" ADA "<https://example.org/from-cell> \"\" .\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
quads(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_pair pairs[] = {pair_of(s.label, string_of("x"))};
  ln_desc       descs[] = {
    DESC(blank_of("s"), pairs), DESC(blank_of("s"), pairs), DESC(blank_of("s"), pairs)};
  descs[1].graph = clean_of(LN_IRI, s.person, "g");
  descs[2].graph = blank_of("g");
#define LINE "_:s <http://www.w3.org/2000/01/rdf-schema#label> \"x\" "
  for (size_t size = 0U; size < 4U; ++size) {
    write_chunks(new_writer(&s, out, true), descs, 3U, size);
    CHECK_VIEW(ln_out_bytes(out),
               LINE ".\n" LINE "<https://example.org/person/g> .\n" LINE "_:g .\n");
    ln_out_rewind(out);
  }
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** Every control character and what else may trouble a reader comes back as it was. */
static void
read_back(void)
{
  const sample      s      = sample_new();
  ln_out* const     out    = memory_out();
  static const char rest[] = "\x7f\"\\ \xc2\x85 \xe2\x80\xa8 \xef\xbb\xbf \xf4\x8f\xbf\xbd";
  char              all[0x20 * 2 + sizeof(rest)];
  size_t            n = 0U;
  for (char c = 1; c < 0x20; ++c) {
    all[n++] = c;
    all[n++] = 'x';
  }
  memcpy(all + n, rest, sizeof(rest));
  all[0x1E * 2 - 2]     = ' '; // the reader of these tests ends its records with 0x1E
  const ln_pair pairs[] = {pair_of(s.label, string_of(all)),
                           pair_of(s.knows, term_of(LN_IRI, s.query, "\xef\xbb\xbf")),
                           pair_of(s.knows, blank_of("node"))};
  const ln_desc desc    = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  write_chunks(new_writer(&s, out, false), &desc, 1U, 0U);
  char expected[512];
  (void)snprintf(
    expected,
    sizeof(expected),
    "https://example.org/person/ada|http://www.w3.org/2000/01/rdf-schema#label|%s||||\n"
    "https://example.org/person/ada|https://example.org/knows|http://other.org/x?y="
    "\xef\xbb\xbf||||\n"
    "https://example.org/person/ada|https://example.org/knows|node||||\n",
    all);
  char* const serd   = read_with_serd(ln_out_bytes(out), SERD_NTRIPLES);
  char* const raptor = read_with_raptor(ln_out_bytes(out), "ntriples");
  CHECK_VIEW(ln_view_of(serd), expected);
  CHECK_VIEW(ln_view_of(raptor), expected);
  ln_free(serd);
  ln_free(raptor);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** Objects longer than any buffer, with and without escapes. */
static void
long_objects(void)
{
  enum { N = 300000 };
  const sample  s   = sample_new();
  ln_out* const out = memory_out();
  char* const   big = (char*)ln_alloc(N + 1U);
  CU_ASSERT_PTR_NOT_NULL_FATAL(big);
  memset(big, '"', N);
  big[N]                = '\0';
  const ln_pair pairs[] = {pair_of(s.label, term_of(LN_LITERAL, s.english, big))};
  const ln_desc desc    = DESC(blank_of("s"), pairs);
  write_chunks(new_writer(&s, out, false), &desc, 1U, 0U);
  const ln_view v = ln_out_bytes(out);
  CU_ASSERT_EQUAL(v.n, 4U + 44U + 2U + 2U * N + 4U + 3U);
  CU_ASSERT(ln_view_ends(v, LN_V("\\\"\\\"\"@en .\n")));
  ln_free(big);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
full_disk(void)
{
  const sample  s     = sample_new();
  ln_out*       out   = NULL;
  const char*   error = NULL;
  const ln_pair pair  = pair_of(s.label, string_of("some text that fills the buffer"));
  const ln_desc desc  = desc_of(clean_of(LN_IRI, s.person, "ada"), &pair, 1U);
  CU_ASSERT_EQUAL_FATAL(ln_out_open("/dev/full", LN_PACK_NONE, &out, &error), LN_OK);
  const ln_sink sink   = new_writer(&s, out, false);
  ln_status     status = LN_OK;
  for (size_t i = 0U; i < 100000U && status == LN_OK; ++i) {
    status = ln_sink_describe(sink, &desc);
  }
  CU_ASSERT_EQUAL(status, LN_IO);
  CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_IO);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_IO);
  ln_sink_free(sink);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_IO);
  ln_names_free(s.names);
}

/** After the first description nothing is allocated any more. */
static void
steady(void)
{
  const sample  s    = sample_new();
  ln_out*       out  = NULL;
  const ln_pair pair = pair_of(s.label, string_of("text"));
  const ln_desc desc = desc_of(clean_of(LN_IRI, s.person, "ada"), &pair, 1U);
  CU_ASSERT_EQUAL_FATAL(ln_out_null(&out), LN_OK);
  const ln_sink sink = new_writer(&s, out, false);
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
  ln_status status = ln_ntriples_new(s->names, out, true, &sink);
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
  check_leads(ln_ntriples_new, ln_ntriples_width);
}

static const unit_test TESTS[] = {{"lines", lines},
                                  {"quads", quads},
                                  {"read back", read_back},
                                  {"long objects", long_objects},
                                  {"full disk", full_disk},
                                  {"steady memory", steady},
                                  {"leads", leads},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/ntriples", TESTS)
