/* SPDX-FileCopyrightText: 2026 the liner authors
   SPDX-License-Identifier: Apache-2.0 */

/* Grouping: one description a subject and graph, in the order the header promises. */

#include "sink_unit.h"

#include "sink/writers.h"

#define S "<http://other.org/x?y=s> "
#define T "<http://other.org/x?y=t> "
#define LABEL "<http://www.w3.org/2000/01/rdf-schema#label> "
#define PATH "<http://other.org/p/> "

static ln_status
group_all(const sample* const s, ln_out* const out, const ln_desc* const descs, const size_t n)
{
  ln_sink   next   = {NULL, NULL};
  ln_sink   sink   = {NULL, NULL};
  ln_status status = ln_ntriples_new(s->names, out, true, &next);
  status           = status == LN_OK ? ln_group_new(s->names, next, &sink) : status;
  for (size_t i = 0U; status == LN_OK && i < n; ++i) {
    status = ln_sink_describe(sink, &descs[i]);
  }
  status = status == LN_OK ? ln_sink_finish(sink) : status;
  ln_sink_free(sink);
  ln_sink_free(next);
  return status;
}

/** Graphs one after the other, subjects, predicates and objects in order of first appearance;
   nothing twice, whatever stem it comes with. */
static void
order(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_pair first[] = {pair_of(s.path, string_of("1")), pair_of(s.label, string_of("z"))};
  const ln_pair again[] = {pair_of(s.label, string_of("z")),
                           pair_of(s.label, string_of("a")),
                           pair_of(s.label, term_of(LN_LITERAL, s.english, "z")),
                           pair_of(s.path, string_of("0"))};
  ln_desc       descs[] = {DESC(term_of(LN_IRI, s.query, "t"), first),
                           DESC(term_of(LN_IRI, s.query, "s"), first),
                           desc_of(term_of(LN_IRI, s.query, "s"), first, 1U),
                           desc_of(term_of(LN_IRI, s.query, "s"), first, 0U),
                           DESC(term_of(LN_IRI, LN_STEM_IRI, "http://other.org/x?y=t"), again),
                           desc_of(term_of(LN_IRI, s.query, "t"), first, 1U)};
  descs[2].graph        = blank_of("g");
  descs[5].graph        = blank_of("g");
  CU_ASSERT_EQUAL(group_all(&s, out, descs, 6U), LN_OK);
  CHECK_VIEW(ln_out_bytes(out),
             T PATH "\"1\" .\n" T PATH "\"0\" .\n" T LABEL "\"z\" .\n" T LABEL "\"a\" .\n" T LABEL
                    "\"z\"@en .\n" S PATH "\"1\" .\n" S LABEL "\"z\" .\n" S PATH
                    "\"1\" _:g .\n" T PATH "\"1\" _:g .\n");
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

static void
no_memory(void)
{
  const sample  s       = sample_new();
  ln_out* const out     = memory_out();
  const ln_view cell    = LN_V("http://cell.org/p");
  const ln_pair pairs[] = {pair_of(s.label, string_of("z")),
                           pair_of(LN_PREDICATE_CELL, string_of("y"))};
  ln_desc       desc    = DESC(clean_of(LN_IRI, s.person, "ada"), pairs);
  desc.dynamic          = &cell;
  desc.graph            = blank_of("g");
  CHECK_ALLOC_FAILURES(group_all(&s, out, &desc, 1U), ln_out_rewind(out));
  CU_ASSERT_EQUAL(ln_out_close(out), LN_OK);
  ln_names_free(s.names);
}

/** A failing device stops the hand-over. */
static void
full_disk(void)
{
  const sample  s     = sample_new();
  ln_out*       out   = NULL;
  const char*   error = NULL;
  const ln_pair pair  = pair_of(s.label, string_of("x"));
  CU_ASSERT_EQUAL_FATAL(ln_out_open("/dev/full", LN_PACK_NONE, &out, &error), LN_OK);
  ln_sink next = {NULL, NULL};
  ln_sink sink = {NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(ln_ntriples_new(s.names, out, true, &next), LN_OK);
  CU_ASSERT_EQUAL_FATAL(ln_group_new(s.names, next, &sink), LN_OK);
  for (unsigned i = 0U; i < 20000U; ++i) {
    char name[16];
    (void)snprintf(name, sizeof(name), "n%u", i);
    const ln_desc desc = desc_of(term_of(LN_IRI, s.person, name), &pair, 1U);
    CU_ASSERT_EQUAL(ln_sink_describe(sink, &desc), LN_OK);
  }
  CU_ASSERT_EQUAL(ln_sink_finish(sink), LN_IO);
  ln_sink_free(sink);
  ln_sink_free(next);
  CU_ASSERT_EQUAL(ln_out_close(out), LN_IO);
  ln_names_free(s.names);
}

static const unit_test TESTS[] = {
  {"order", order}, {"no memory", no_memory}, {"full disk", full_disk}};

UNIT_MAIN("sink/group", TESTS)
