/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* The syntaxes of raptor: the list against raptor's own, RDF/XML and RDF/JSON read back by raptor,
   and every way it can fail without saying so itself. */

#include "sink_unit.h"

#include "readers_unit.h"
#include "sink/writers.h"

static bool
is_listed(const char* const name)
{
  const char* listed = NULL;
  const char* label  = NULL;
  const char* ending = NULL;
  for (size_t i = 0U; ln_raptor_syntax(i, &listed, &label, &ending); ++i) {
    if (strcmp(listed, name) == 0) {
      return label[0] != '\0' && ending[0] == '.';
    }
  }
  return false;
}

static bool
is_one_of(const char* const name, const char* const names)
{
  const char* const found = strstr(names, name);
  const size_t      n     = strlen(name);
  return found && (found == names || found[-1] == ' ') && (found[n] == ' ' || found[n] == '\0');
}

/** Every serializer of the installed raptor is ours, listed, or loses something, and every listed
    one is there. */
static void
list(void)
{
  raptor_world* const world = raptor_new_world();
  CU_ASSERT_EQUAL_FATAL(raptor_world_open(world), 0);
  size_t seen = 0U;
  for (unsigned i = 0U;; ++i) {
    const raptor_syntax_description* const d = raptor_world_get_serializer_description(world, i);
    if (!d) {
      break;
    }
    const char* const name = d->names[0];
    /* rdfxml-xmp drops subjects; both forms of RDF/JSON write characters beyond U+FFFF wrongly. */
    const bool own = is_one_of(name, "ntriples nquads turtle rdfxml-xmp json json-triples");
    CU_ASSERT_EQUAL(is_listed(name), !own);
    seen += own ? 0U : 1U;
  }
  const char* text = NULL;
  CU_ASSERT(ln_raptor_syntax(seen - 1U, &text, &text, &text));
  CU_ASSERT_FALSE(ln_raptor_syntax(seen, &text, &text, &text));
  raptor_free_world(world);
}

static void
read_back(void)
{
  static const char* const SYNTAXES[] = {"rdfxml", "rdfxml-abbrev"};
  const sample             s          = sample_new();
  ln_out* const            out        = memory_out();
  ln_out* const            plain      = memory_out();
  const ln_view            cell       = LN_V("https://example.org/from-cell");
  const ln_pair            pairs[]    = {
    pair_of(LN_PREDICATE_TYPE, term_of(LN_IRI, LN_STEM_IRI, "https://example.org/Person")),
    pair_of(s.label, string_of("A <Quill> & \"co\"\n\xc3\xa9")),
    pair_of(s.label, string_of("")),
    pair_of(s.label, term_of(LN_LITERAL, s.english, "Quill")),
    pair_of(s.age, term_of(LN_LITERAL, s.integer, "42")),
    pair_of(s.knows, clean_of(LN_IRI, s.person, "bob")),
    pair_of(s.knows, term_of(LN_IRI, s.query, "1&b=2")),
    pair_of(LN_PREDICATE_CELL, string_of("x"))};
  ln_desc desc = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  desc.dynamic = &cell;
  ln_sink sink = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_ntriples_new(s.names, plain, false, &sink), LN_OK);
  write_chunks(sink, &desc, 1U, 0U);
  for (size_t i = 0U; i < sizeof(SYNTAXES) / sizeof(SYNTAXES[0]); ++i) {
    CU_ASSERT_EQUAL_FATAL(ln_raptor_new(s.names, SYNTAXES[i], out, &sink), LN_OK);
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
    CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_OK);
    CHECK_VIEW(ln_view_of(ln_raptor_error(sink)), "");
    CU_ASSERT(!sink.ops->fork);
    ln_sink_free(sink);
    const char* const parser = "rdfxml";
    check_same_reading(read_with_raptor(ln_out_bytes(out), parser),
                       read_with_raptor(ln_out_bytes(plain), "ntriples"));
    ln_out_rewind(out);
  }
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  CU_ASSERT_EQUAL(ln_out_close(plain), LN_OK);
  ln_names_free(s.names);
}

static void
unknown(void)
{
  static const char* const NAMES[] = {"", "turtle", "ntriples", "nquads", "RDFXML", "rdfxml "};
  const sample             s       = sample_new();
  ln_out* const            out     = memory_out();
  for (size_t i = 0U; i < sizeof(NAMES) / sizeof(NAMES[0]); ++i) {
    ln_sink sink = {NULL, NULL};
    CU_ASSERT_EQUAL(ln_raptor_new(s.names, NAMES[i], out, &sink), LN_USAGE);
  }
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** What RDF/XML cannot say ends the run, with a reason. */
static void
unsayable(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_pair pairs[] = {pair_of(s.path, string_of("x")), pair_of(s.label, string_of("a\x01"))};
  static const char* const REASONS[] = {"RDF/XML cannot name the predicate <http://other.org/p/>",
                                        "Cannot write illegal XML 1.0 character U+     1."};
  for (size_t i = 0U; i < 2U; ++i) {
    ln_sink       sink = {NULL, NULL};
    const ln_desc desc = desc_of(clean_of(LN_IRI, s.person, "ada"), &pairs[i], 1U);
    CU_ASSERT_EQUAL_FATAL(ln_raptor_new(s.names, "rdfxml", out, &sink), LN_OK);
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_IO);
    CHECK_VIEW(ln_view_of(ln_raptor_error(sink)), REASONS[i]);
    CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_IO);
    ln_sink_free(sink);
  }
  ln_sink sink = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_raptor_new(s.names, "rss-1.0", out, &sink), LN_OK);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_IO);
  CHECK_VIEW(ln_view_of(ln_raptor_error(sink)), "No RSS channel found");
  ln_sink_free(sink);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
full_disk(void)
{
  const sample  s     = sample_new();
  ln_out*       out   = NULL;
  const char*   error = NULL;
  ln_sink       sink  = {NULL, NULL};
  const ln_pair pair  = pair_of(s.label, string_of("some text that fills the buffer"));
  const ln_desc desc  = desc_of(clean_of(LN_IRI, s.person, "ada"), &pair, 1U);
  CU_ASSERT_EQUAL_FATAL(ln_out_open("/dev/full", LN_PACK_NONE, &out, &error), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_raptor_new(s.names, "rdfxml", out, &sink), LN_OK);
  ln_status status = LN_OK;
  for (size_t i = 0U; i < 100000U && status == LN_OK; ++i) {
    status = ln_sink_describe(sink, &desc);
  }
  CU_ASSERT_EQUAL(status, LN_IO);
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_IO);
  ln_sink_free(sink);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_IO);
  ln_names_free(s.names);
}

static ln_status
write_once(const sample* const s, ln_out* const out, const ln_desc* const desc)
{
  ln_sink   sink   = {NULL, NULL};
  ln_status status = ln_raptor_new(s->names, "rdfxml", out, &sink);
  status           = status == LN_OK ? ln_sink_describe(sink, desc) : status;
  status           = status == LN_OK ? ln_sink_finish(sink) : status;
  ln_sink_free(sink);
  return status;
}

static void
no_memory(void)
{
  const sample  s    = sample_new();
  ln_out* const out  = memory_out();
  const ln_pair pair = pair_of(s.label, term_of(LN_LITERAL, s.english, "x"));
  const ln_desc desc = desc_of(clean_of(LN_IRI, s.person, "ada"), &pair, 1U);
  CHECK_ALLOC_FAILURES(write_once(&s, out, &desc), (void)0);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {{"list", list},
                                  {"read back", read_back},
                                  {"unknown syntaxes", unknown},
                                  {"what cannot be said", unsayable},
                                  {"full disk", full_disk},
                                  {"no memory", no_memory}};

UNIT_MAIN("sink/raptor", TESTS)
